"""The fast interpreter shows what pdfminer's own does: the same strings at the same places."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.importers import pdfs
from tests.importers.stock_runs import Shown, compare, is_identical

PACKS = (
    "000_dd5dda5410861685.pdf",
    "001_885e2cc213613931.pdf",
    "002_4b6052646b9749b3.pdf",
    "003_077dd2bd6c709f71.pdf",
    "004_729af8dc83e59191.pdf",
)
OPERATORS = {
    "shown": b"BT /F1 11 Tf 56 700 Td (Road verges) Tj ET",
    "in parts": b"BT /F1 11 Tf 56 700 Td [(Ro) -120 (ad) 45.5 ( verges) -2000 (cut)] TJ (after) Tj ET",
    "on the next line": b"BT /F1 11 Tf 14 TL 56 700 Td (one) Tj (two) ' T* (three) Tj ET",
    "leading by TD": b"BT /F1 11 Tf 56 700 Td (one) Tj 0 -15 TD (two) Tj T* (three) Tj ET",
    "letter and word spacing": b"BT /F1 11 Tf 2 Tc 5 Tw 56 700 Td (a b c) Tj [(d) -30 (e f)] TJ (g) Tj ET",
    "stretched": b"BT /F1 11 Tf 70 Tz 1 Tc 56 700 Td (narrow words) Tj 100 Tz (wide) Tj ET",
    "raised": b"BT /F1 11 Tf 56 700 Td (the 10) Tj 4 Ts /F1 7 Tf (th) Tj 0 Ts /F1 11 Tf ( day) Tj ET",
    "by matrix": b"BT /F1 1 Tf 11 0 0 11 56 700 Tm (one) Tj 0 9 -9 0 300 300 Tm (turned) Tj ET",
    "invisible and stroked": b"BT /F1 11 Tf 3 Tr 56 700 Td (unseen) Tj 2 Tr (bold) Tj ET",
    "escapes": rb"BT /F1 11 Tf 56 700 Td (a \(b\) \\ \101\12\7 c\
d) Tj (one (two (three))) Tj ET",
    "hexadecimal": b"BT /F1 11 Tf 56 700 Td <48 65 6C6c6F> Tj [<4A> -10 <4b40>] TJ ET",
    "state kept and restored": b"q 2 0 0 2 9 9 cm BT /F1 9 Tf 5 5 Td (big) Tj ET Q BT /F1 9 Tf (small) Tj ET",
    "two texts in one state": b"BT /F1 9 Tf 12 TL 10 10 Td (one) Tj ET BT 20 20 Td (two) Tj T* (three) Tj ET",
    "without blanks": b"BT/F1 9 Tf 10 10 Td(one)Tj[(two)]TJ<41>Tj T*ET",
    "remarks": b"% (not shown) Tj\nBT /F1 9 Tf % more\n10 10 Td (shown) Tj ET",
    "inline image": b"q BI /W 2 /H 2 /BPC 8 /CS /G ID \x01(Tj\x02 EI Q BT /F1 9 Tf 10 10 Td (after) Tj ET",
    "marked content": b"/P <</MCID 0>> BDC BT /F1 9 Tf 10 10 Td (tagged) Tj ET EMC",
    "odd numbers": b"BT /F1 9. Tf +10 .5 Td (a) Tj -.5 -0 Td (b) Tj ET",
}


def differences(path: Path) -> list[tuple[int, list[Shown], list[Shown]]]:
    return [(number, ours, stock) for number, ours, stock in compare(path) if not is_identical(ours, stock)]


@pytest.mark.parametrize("content", OPERATORS.values(), ids=OPERATORS.keys())
def test_every_text_operator_does_what_pdfminers_does(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(pdfs.raw(content))
    ((_, ours, stock),) = compare(path)
    assert stock
    assert is_identical(ours, stock), (ours, stock)


def test_a_double_quote_moves_to_the_next_line_as_the_standard_says(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(pdfs.raw(b'BT /F1 11 Tf 14 TL 56 700 Td (one) Tj 3 0.5 (fo ur) " ET'))
    ((_, ours, stock),) = compare(path)
    assert (ours[1].text, ours[1].x0, ours[1].y0) == ("fo ur", 56, 686)
    # pdfminer leaves the move out (ISO 32000-1, table 109), and agrees on the rest.
    assert ours[1].x1 - ours[1].x0 == pytest.approx(stock[1].x1 - stock[1].x0)


def test_nested_forms_are_shown_where_pdfminer_shows_them(tmp_path: Path) -> None:
    fonts = b"/Font << /F1 5 0 R >>"
    inner = pdfs.stream(
        b"BT /F1 8 Tf 3 4 Td (inner) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Matrix [0 1 -1 0 7 8] /Resources << "
        + fonts
        + b" >>",
    )
    outer = pdfs.stream(
        b"q 2 0 0 2 5 5 cm /In Do Q BT /F1 8 Tf 1 2 Td (outer) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Matrix [1 0 0 1 20 30] /Resources << "
        + fonts
        + b" /XObject << /In 11 0 R >> >>",
    )
    path = tmp_path / "forms.pdf"
    content = b"q 1 0 0 1 100 200 cm /Out Do Q BT /F1 8 Tf (page) Tj ET"
    resources = b"/XObject << /Out 12 0 R >>"
    path.write_bytes(pdfs.raw(content, objects={11: inner, 12: outer}, resources=resources))
    ((_, ours, stock),) = compare(path)
    assert [shown.text for shown in stock] == ["inner", "outer", "page"]
    assert is_identical(ours, stock), (ours, stock)


def test_composite_fonts_turned_pages_and_justified_text_agree(tmp_path: Path) -> None:
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))

    def composite(canvas: Canvas) -> None:
        canvas.setFont("HeiseiMin-W3", 12)
        canvas.drawString(56, 700, "委員会 scrutiny")

    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        pdfs.text(canvas, 56, 80, "A page that is turned", "Times-Roman", 12)

    def justified(canvas: Canvas) -> None:
        words = canvas.beginText(56, 700)
        words.setFont("Courier", 9)
        words.setWordSpace(4)
        words.setCharSpace(0.5)
        words.setHorizScale(90)
        words.setRise(2)
        words.textLines("two lines of words\nset wide")
        canvas.drawText(words)

    path = pdfs.draw(tmp_path / "mixed.pdf", composite, turned, justified)
    assert not differences(path)


def test_a_made_pack_agrees(tmp_path: Path) -> None:
    assert not differences(pdfs.pack(tmp_path / "pack.pdf"))


@pytest.mark.parametrize("name", PACKS)
def test_the_packs_agree(shared: Path, name: str) -> None:
    assert not [number for number, _, _ in differences(shared / "packs" / name)]
