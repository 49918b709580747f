"""Makes small PDFs for tests: packs of councils that do not exist, and files nobody should send."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
Draw = Callable[[Canvas], None]


def draw(path: Path, *pages: Draw, size: tuple[float, float] = A4, password: str | None = None) -> Path:
    """Write a PDF, each page drawn by a function."""
    encrypt = StandardEncryption(password, canPrint=1) if password else None
    canvas = Canvas(str(path), pagesize=size, encrypt=encrypt, invariant=1)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text(canvas: Canvas, x: float, top: float, words: str, font: str = "Helvetica", size: float = 11) -> None:
    """Set words with their baseline `top` points from the page's top."""
    canvas.setFont(font, size)
    canvas.drawString(x, canvas._pagesize[1] - top, words)


def stamp(canvas: Canvas, name: str, words: str, x: float, top: float, turned: bool = False) -> None:
    """Lay a stamp over the page the way Modern.gov does: a Form XObject in Helvetica 12."""
    canvas.beginForm(name)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, words)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(x, canvas._pagesize[1] - top)
    if turned:
        canvas.rotate(90)
    canvas.doForm(name)
    canvas.restoreState()


ITEMS: Sequence[tuple[str, Sequence[str], Sequence[str], Sequence[str]]] = (
    ("1", ["Apologies for absence"], [], ["Morwenna Pascoe"]),
    ("2", ["Bus Shelters in Lower Wend (Pages 3 - 8)"], ["To note the report."], ["Idris Vaughan"]),
    (
        "3",
        ["Flood Defences and the River Wend, with the", "Action Plan (Pages 9 - 14)"],
        ["The Committee is asked to consider the plan", "and to make its comments known."],
        ["Cllr Dr Harriet", "Oakes"],
    ),
)


def front_sheet(canvas: Canvas) -> None:
    """Draw an agenda in three columns, each item's officer painted after its description."""
    text(canvas, 56, 80, "Wendshire Environment Scrutiny Committee", "Helvetica-Bold", 16)
    text(canvas, 56, 104, "Tuesday 14 June 2033 at 10.00 am", "Helvetica-Bold", 12)
    top = 150.0
    for number, title, description, officers in ITEMS:
        text(canvas, 56, top, number, "Helvetica-Bold")
        for n, words in enumerate(title):
            text(canvas, 88, top + 13.5 * n, words, "Helvetica-Bold")
        below = top + 13.5 * len(title) + 4
        for n, words in enumerate(description):
            text(canvas, 88, below + 13.5 * n, words)
        for n, words in enumerate(officers):
            text(canvas, 431, top + 13.5 * n, words)
        top = below + 13.5 * len(description) + 12
    stamp(canvas, "front", "Agenda Item 1", 465, 30)


PROGRAMME = (("Date of meeting", "Reports"), ("19 July 2033", "Road verges"), ("", "Kerbside collections"))


def ruled(canvas: Canvas, rows: Iterable[Sequence[str]] = PROGRAMME, top: float = 120) -> None:
    """Draw a table with all its rules, and a sentence before and after it."""
    rows = list(rows)
    text(canvas, 56, top - 30, "The programme is set out below.")
    columns = [56 + 200 * n for n in range(len(rows[0]) + 1)]
    levels = [HEIGHT - top - 20 * n for n in range(len(rows) + 1)]
    canvas.grid(columns, levels)
    for n, row in enumerate(rows):
        for left, words in zip(columns, row, strict=False):
            text(canvas, left + 4, top + 14 + 20 * n, words, size=9)
    text(canvas, 56, top + 40 + 20 * len(rows), "Members may add to it.")


def pack(path: Path) -> Path:
    """Write a small report pack: front sheet, a report, a ruled programme, bookmarks, a link, stamps."""

    def report(canvas: Canvas) -> None:
        canvas.bookmarkPage("report")
        canvas.addOutlineEntry("Agenda", "front", 0)
        canvas.addOutlineEntry("2 Bus Shelters", "report", 1)
        text(canvas, 56, 80, "Bus Shelters in Lower Wend", "Helvetica-Bold", 14)
        text(canvas, 56, 110, "Nine shelters were vandalised in the spring.")
        canvas.linkURL("https://wendshire.example/shelters", (56, 700, 200, 720))
        stamp(canvas, "page3", "Page 3", 495, 818)

    def programme(canvas: Canvas) -> None:
        ruled(canvas)
        stamp(canvas, "page4", "Page 4", 495, 818)

    def first(canvas: Canvas) -> None:
        canvas.setTitle("(Public Pack)Agenda Document for Environment Scrutiny, 14/06/2033 10:00")
        canvas.setSubject("Wendshire Environment Scrutiny Committee, 14/06/2033 10:00")
        canvas.bookmarkPage("front")
        front_sheet(canvas)

    return draw(path, first, report, programme)


def scan(path: Path, pages: int = 2) -> Path:
    """Write a PDF whose pages are pictures."""
    picture = ImageReader(BytesIO(b"P5 4 4 255\n" + bytes(16)))
    return draw(path, *[lambda canvas: canvas.drawImage(picture, 0, 0, WIDTH, HEIGHT)] * pages)


def column(count: int, word: str) -> list[str]:
    """Lines of prose, each with words of its own."""
    return [f"{word} line {n} says what the {word} said at {n} o'clock" for n in range(1, count + 1)]


def raw(
    content: bytes,
    *,
    objects: Mapping[int, bytes] | None = None,
    resources: bytes = b"",
    deflate: bool = False,
) -> bytes:
    """Put a content stream into a PDF of one page, whatever it holds.

    Args:
        content: the page's operators; `/F1` is Helvetica.
        objects: further objects by number, from 10.
        resources: more of the page's resource dictionary.
        deflate: whether the content is compressed.
    """
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R /F2 10 0 R >> " + resources + b" >> >>"
    )
    packed = zlib.compress(content) if deflate else content
    bodies = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: page,
        4: stream(packed, b"/Filter /FlateDecode" if deflate else b""),
        5: font,
    } | dict(objects or {})
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in bodies.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(bodies) + 1, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Write a stream object with more entries in its dictionary."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def form(content: bytes, resources: bytes = b"") -> bytes:
    """Write a Form XObject."""
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] "
    return stream(content, entries + (b"/Resources << %b >>" % resources if resources else b""))


LANDSCAPE = landscape(A4)
