"""Words set in ways that tempt a reader to break them, glue them, or read them twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.importers import pdfs, traps
from tests.importers.traps import read, read_raw, texts

FACES = list(traps.FACES)


@pytest.mark.parametrize("font", FACES)
@pytest.mark.parametrize(
    ("before", "raised", "after", "lift"),
    [("the 18", "th", "of May", 4), ("an area of 40 m", "2", "of grass", 4),
     ("the CO", "2", "it gave off", -2),
     ("as the report said", " 12", "of the bus", 4), ("in 2020", " 1,3", "and later", 4)],
)  # fmt: skip
def test_raised_and_lowered_letters(
    tmp_path: Path, font: str, before: str, raised: str, after: str, lift: float
) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 86, "The line above it stands here.", font, 12)
        written = canvas.beginText(56, pdfs.HEIGHT - 100)
        written.setFont(font, 12)
        written.textOut(before)
        written.setFont(font, 7)
        written.setRise(lift)
        written.textOut(raised.strip())
        written.setRise(0)
        written.setFont(font, 12)
        written.textOut(f" {after}")
        canvas.drawText(written)
        pdfs.text(canvas, 56, 114, "The line below it stands there.", font, 12)

    assert texts(read(tmp_path, page))[1] == f"{before}{raised} {after}"


def test_raised_letters_painted_after_the_line(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 100, "on the 18", size=12)
        x = 56 + traps.width("on the 18", size=12)
        after = x + traps.width("th", size=7) + 3
        pdfs.text(canvas, after, 100, "of May the Board met", size=12)
        pdfs.text(canvas, x, 96, "th", size=7)
        pdfs.text(canvas, 56, 114, "and heard the report.", size=12)

    assert texts(read(tmp_path, page)) == ["on the 18th of May the Board met", "and heard the report."]


@pytest.mark.parametrize("shift", [0.0, 0.3, 0.6])
@pytest.mark.parametrize("far", [False, True])
def test_words_painted_twice(tmp_path: Path, shift: float, far: bool) -> None:
    lines = [f"{n}. Item about verges and lamps" for n in range(1, 21)]

    def page(canvas: Canvas) -> None:
        if far:
            for dx in (0.0, shift):
                traps.set_lines(canvas, lines, 56 + dx, 100, "Times-Roman", 11, 14)
        else:
            for n, line in enumerate(lines):
                for dx in (0.0, shift):
                    pdfs.text(canvas, 56 + dx, 100 + 14 * n, line, "Times-Roman")

    found = read(tmp_path, page)
    assert texts(found) == lines
    assert all(line.bold for line in found.lines) or shift == 0


def test_words_painted_twice_word_by_word(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for dx in (0.0, 0.4):
            x = 56 + dx
            for word in ("Recommendations", "of", "the", "panel", "to", "the", "panel"):
                pdfs.text(canvas, x, 100, word)
                x += traps.width(word + " ")

    assert texts(read(tmp_path, page)) == ["Recommendations of the panel to the panel"]


@pytest.mark.parametrize("font", FACES)
@pytest.mark.parametrize("track", [0.5, 1.5, 3.0, 5.0])
def test_headings_with_letters_set_apart(tmp_path: Path, font: str, track: float) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont(font, 14)
        canvas.drawString(56, pdfs.HEIGHT - 80, "MINUTES OF THE MEETING", charSpace=track)

    assert texts(read(tmp_path, page)) == ["MINUTES OF THE MEETING"]


@pytest.mark.parametrize("track", [3.0, 5.0, 8.0])
def test_headings_whose_letters_are_placed_apart(tmp_path: Path, track: float) -> None:
    headings = ["REPORT OF THE CHIEF OFFICER", "Scrutiny Panel for the Town"]

    def page(canvas: Canvas) -> None:
        for n, heading in enumerate(headings):
            x = 56.0
            for letter in heading:
                pdfs.text(canvas, x, 80 + 30 * n, letter, size=14)
                x += traps.width(letter, size=14) + track

    assert texts(read(tmp_path, page)) == headings


def test_the_number_of_a_note_stands_apart_from_its_words(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for n, words in enumerate(("Department for Transport", "As at March 2021")):
            pdfs.text(canvas, 56, 96 + 20 * n, "12", size=6)
            pdfs.text(canvas, 56 + traps.width("12 ", size=6) + 2 * n, 100 + 20 * n, words, size=10)

    assert texts(read(tmp_path, page)) == ["12 Department for Transport", "12 As at March 2021"]


def test_headings_with_blanks_between_letters(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        pdfs.text(canvas, 56, 80, "M I N U T E S", "Times-Bold", 14)
        pdfs.text(canvas, 56, 110, "O F F I C E R S   P R E S E N T", "Times-Bold", 14)

    assert texts(read(tmp_path, page)) == ["MINUTES", "OFFICERS PRESENT"]


@pytest.mark.parametrize("font", FACES)
def test_letters_placed_one_by_one(tmp_path: Path, font: str) -> None:
    words = "Reports that were placed letter by letter, Ltd."

    def page(canvas: Canvas) -> None:
        x = 56.0
        for letter in words:
            if letter != " ":
                pdfs.text(canvas, x, 100, letter, font)
            x += traps.width(letter, font)

    assert texts(read(tmp_path, page)) == [words]


@pytest.mark.parametrize("font", FACES)
@pytest.mark.parametrize("size", [7, 11, 16])
def test_words_placed_without_any_blank(tmp_path: Path, font: str, size: float) -> None:
    words = traps.prose(1, "panel").split()

    def page(canvas: Canvas) -> None:
        x = 20.0
        for word in words:
            pdfs.text(canvas, x, 100, word, font, size)
            x += traps.width(word + " ", font, size)

    assert texts(read(tmp_path, page, size=(1100, 400))) == [" ".join(words)]


@pytest.mark.parametrize("stretch", [0.0, 1.0, 4.0, 9.0])
def test_justified_words(tmp_path: Path, stretch: float) -> None:
    def page(canvas: Canvas) -> None:
        written = canvas.beginText(56, pdfs.HEIGHT - 100)
        written.setFont("Times-Roman", 11)
        written.setWordSpace(stretch)
        written.textLine("The panel  asked why the kerbs were high")
        written.setWordSpace(0)
        written.textLine("and was told.")
        canvas.drawText(written)

    assert [" ".join(line.split()) for line in texts(read(tmp_path, page))] == [
        "The panel asked why the kerbs were high",
        "and was told.",
    ]


def test_justified_words_placed_one_by_one(tmp_path: Path) -> None:
    lines = [line.split() for line in traps.wrap(traps.prose(6, "panel"), "Times-Roman", 11, 300)]

    def page(canvas: Canvas) -> None:
        for n, words in enumerate(lines):
            gap = (330 - sum(traps.width(word, "Times-Roman") for word in words)) / max(1, len(words) - 1)
            x = 56.0
            for word in words:
                pdfs.text(canvas, x, 100 + 13 * n, word, "Times-Roman")
                x += traps.width(word, "Times-Roman") + min(gap, 14)

    assert texts(read(tmp_path, page)) == [" ".join(words) for words in lines]


def test_kerned_and_tracked_strings(tmp_path: Path) -> None:
    content = (
        b"BT /F1 12 Tf 50 700 Td [(A) 74 (V) 111 (A) 92 (Y)] TJ"
        b" 0 -20 Td [(T) 120 (o) -250 (W) 80 (e) -15 (st)] TJ"
        b" 0 -20 Td [(P) -60 (a) -60 (n) -60 (e) -60 (l) -340 (o) -60 (n) -60 (e)] TJ ET"
    )
    assert texts(read_raw(tmp_path, content)) == ["AVAY", "To West", "Panel one"]


def test_small_capitals(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        x = 56.0
        for words, size in (("T", 14), ("HE ", 11), ("C", 14), ("OUNCIL ", 11), ("C", 14), ("HAMBER", 11)):
            pdfs.text(canvas, x, 100, words, "Times-Roman", size)
            x += traps.width(words, "Times-Roman", size)

    assert texts(read(tmp_path, page)) == ["THE COUNCIL CHAMBER"]


@pytest.mark.parametrize("first", [True, False])
def test_a_large_first_letter_over_several_lines(tmp_path: Path, first: bool) -> None:
    def page(canvas: Canvas) -> None:
        if first:
            pdfs.text(canvas, 56, 123, "T", "Times-Roman", 36)
        for n, (x, words) in enumerate(
            ((80, "he chair opened the meeting at ten and"), (80, "thanked those who had come so far to"),
             (56, "hear it; the clerk read the apologies and"), (56, "the members took their seats."))
        ):  # fmt: skip
            pdfs.text(canvas, x, 99 + 12 * n, words, "Times-Roman")
        if not first:
            pdfs.text(canvas, 56, 123, "T", "Times-Roman", 36)

    assert texts(read(tmp_path, page)) == [
        "The chair opened the meeting at ten and",
        "thanked those who had come so far to",
        "hear it; the clerk read the apologies and",
        "the members took their seats.",
    ]


@pytest.mark.parametrize(
    ("face", "code", "sign"),
    [(b"ZapfDingbats", b"4", "✔"), (b"ZapfDingbats", b"8", "✘"), (b"ZapfDingbats", b"l", "●"),
     (b"Symbol", b"\\267", "•"), (b"Symbol", b"\\243", "≤")],
)  # fmt: skip
def test_signs_of_the_standard_sign_faces(tmp_path: Path, face: bytes, code: bytes, sign: str) -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /" + face + b" >>"
    content = b"BT /F2 12 Tf 50 700 Td (" + code + b") Tj /F1 12 Tf 14 0 Td (On time) Tj ET"
    assert texts(read_raw(tmp_path, content, F2=font)) == [f"{sign} On time"]


@pytest.mark.parametrize("render", [b"3 Tr", b"1 1 1 rg", b"1 g", b"0 0 0 0 k", b"7 Tr"])
def test_words_that_cannot_be_seen_are_kept(tmp_path: Path, render: bytes) -> None:
    content = b"BT /F1 12 Tf " + render + b" 50 700 Td (Recognised words) Tj ET"
    assert texts(read_raw(tmp_path, content)) == ["Recognised words"]


def test_tabs_between_words_are_gaps(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        traps.show(canvas, (56, 100, "Present:"), (128, 100, "Cllr Ada Penrose"), (300, 100, "Chair"))

    assert texts(read(tmp_path, page)) == ["Present:  Cllr Ada Penrose  Chair"]


@pytest.mark.parametrize("scale", [1, 0.24, 20])
def test_type_scaled_by_the_matrix(tmp_path: Path, scale: float) -> None:
    def page(canvas: Canvas) -> None:
        canvas.scale(scale, scale)
        canvas.setFont("Times-Bold", 12 / scale)
        canvas.drawString(56 / scale, 700 / scale, "Scaled words")

    (line,) = read(tmp_path, page).lines
    assert (line.text, line.size, line.bold) == ("Scaled words", 12, True)
    assert line.left == pytest.approx(56, abs=0.2)


def test_emphasis_inside_a_line_stays_in_it(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        x = 56.0
        for words, font in (
            ("The Panel ", "Times-Roman"),
            ("resolved", "Times-BoldItalic"),
            (" to ask for ", "Times-Roman"),
            ("all", "Times-Italic"),
            (" the papers", "Times-Roman"),
        ):
            pdfs.text(canvas, x, 100, words, font)
            x += traps.width(words, font)

    (line,) = read(tmp_path, page).lines
    assert (line.text, line.bold) == ("The Panel resolved to ask for all the papers", False)
