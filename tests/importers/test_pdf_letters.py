"""What characters become on their way from a font to a line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.readers.pdf import read_pdf
from imports.readers.pdf.letters import clean, mend_spacing
from imports.readers.text import read_text
from tests.importers import pdfs

SIGNS = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 11 0 R >>"


def code_map(**codes: str) -> bytes:
    """Say in a ToUnicode map what the codes of a, b, c ... stand for."""
    lines = b"".join(
        b"<%02x> <%b>\n" % (ord(letter), text.encode("utf-16-be").hex().encode())
        for letter, text in codes.items()
    )
    body = b"begincmap\n%d beginbfchar\n%bendbfchar\nendcmap" % (len(codes), lines)
    return pdfs.stream(body)


def read(tmp_path: Path, content: bytes, **codes: str) -> list[str]:
    path = tmp_path / "letters.pdf"
    objects = {10: SIGNS, 11: code_map(**codes)} if codes else {}
    path.write_bytes(pdfs.raw(content, objects=objects))
    return [line.text for line in read_pdf(path).pages[0].lines]


def test_ligatures_are_spelled_out(tmp_path: Path) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (ab) Tj ET"
    assert read(tmp_path, content, a="ﬁ", b="nance") == ["finance"]


@pytest.mark.parametrize(
    ("kept", "read_as"),
    [
        ("琀椀", "ti"),
        ("昀昀椀", "ffi"),
        ("琀琀", "tt"),
        ("吀栀", "Th"),
        ("琀", "tti"),
        ("最", "最"),
        ("琀椀昀椀", "tifi"),
    ],
)
def test_ligatures_whose_bytes_changed_places_are_put_back(tmp_path: Path, kept: str, read_as: str) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (ab) Tj ET"
    assert read(tmp_path, content, a="Scru", b=kept) == [f"Scru{read_as}"]


def test_a_text_made_from_such_a_file_is_put_back_too(tmp_path: Path) -> None:
    path = tmp_path / "extract.txt"
    path.write_text("Scru琀椀ny Commi琀琀ee\nInforma琀椀on se琀�ng out Chinese: 最新", encoding="utf-8")
    lines = [line.text for line in read_text(path).pages[0].lines]
    assert lines == ["Scrutiny Committee", "Information setting out Chinese: 最新"]


def test_a_blank_that_only_moves_the_pen_parts_no_word(tmp_path: Path) -> None:
    content = b"BT /F1 12 Tf 50 700 Td -2.9 Tw (Quar ter) Tj 0 Tw ( 2 is) Tj -1 Tw ( set tighter) Tj ET"
    assert read(tmp_path, content) == ["Quarter 2 is set tighter"]


def test_bullets_of_symbol_fonts_read_as_bullets(tmp_path: Path) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (a) Tj /F1 12 Tf 30 0 Td (Housing) Tj ET"
    assert read(tmp_path, content, a="\uf0b7") == ["•  Housing"]


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\x1b", "\x85\x9b", "\u200b", "\ufeff", "\0"])
def test_what_is_not_meant_to_be_seen_is_taken_out(tmp_path: Path, hidden: str) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (aba) Tj ET"
    assert read(tmp_path, content, a="x", b=hidden)[0].replace(" ", "") == "xx"


@given(st.text())
def test_cleaned_text_holds_no_controls_and_no_overrides(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in cleaned)
    assert clean(cleaned) == cleaned


def test_a_word_divided_by_a_soft_hyphen_is_put_together(tmp_path: Path) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (ab) Tj 0 -14 Td (c) Tj 0 -14 Td (d) Tj ET"
    assert read(tmp_path, content, a="safe", b="\xad", c="guarding of children", d="End") == [
        "safeguarding",
        "of children",
        "End",
    ]


def test_a_soft_hyphen_inside_a_line_is_not_seen(tmp_path: Path) -> None:
    content = b"BT /F2 12 Tf 50 700 Td (aba) Tj ET"
    assert read(tmp_path, content, a="on", b="\xad") == ["onon"]


def test_gaps_between_parts_of_a_string_are_blanks_only_where_words_end(tmp_path: Path) -> None:
    content = b"BT /F1 12 Tf 50 700 Td [(Com) 30 (mit) -20 (tee) -280 (papers)] TJ ET"
    assert read(tmp_path, content) == ["Committee papers"]


def test_words_placed_one_by_one_are_parted_by_blanks(tmp_path: Path) -> None:
    content = b"BT /F1 12 Tf 50 700 Td (Bus) Tj 24 0 Td (shelters) Tj ET"
    assert read(tmp_path, content) == ["Bus shelters"]


def test_letter_spacing_makes_no_blanks(tmp_path: Path) -> None:
    content = b"BT /F1 12 Tf 4 Tc 50 700 Td (AGENDA) Tj 0 -20 Td [(MIN) (UTES)] TJ ET"
    assert read(tmp_path, content) == ["AGENDA", "MINUTES"]


def test_letters_nobody_can_tell_are_marked_and_the_page_says_so(tmp_path: Path) -> None:
    unknown = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [11 0 R] >>"
    )
    kin = (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X "
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) >> >>"
    )
    path = tmp_path / "unknown.pdf"
    content = b"BT /F2 12 Tf 50 700 Td <000100020003> Tj ET"
    path.write_bytes(pdfs.raw(content, objects={10: unknown, 11: kin}))
    page = read_pdf(path).pages[0]
    assert page.lines[0].text == "\ufffd\ufffd\ufffd"
    assert page.failed is not None and "original" in page.failed


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("A G E N D A", "AGENDA"),
        ("H E A L T H  &  W E L L B E I N G", "HEALTH & WELLBEING"),
        ("Stroud  G A G G", "Stroud  G A G G"),
        ("A B C D E F", "A B C D E F"),
        ("a b c d e f g", "a b c d e f g"),
        ("S c r u t i n y  o f  P l a n s", "Scrutiny of Plans"),
        ("A b c d e f", "A b c d e f"),
    ],
)
def test_titles_set_letter_by_letter_are_closed_up(printed: str, read: str) -> None:
    assert mend_spacing(printed) == read
