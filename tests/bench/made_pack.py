"""Makes a dense report pack of as many pages as a benchmark wants, of a council that does not exist."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
_TEXT = """the committee considered how services for families in Wendshire were commissioned and whether
partners had met what was agreed in the spring officers explained that demand rose faster than the budget
allowed and that placements schools transport prevention housing safeguarding recruitment and inspection
each faced pressures which members wished to follow through the year with figures for every district"""
_WORDS = _TEXT.split()
_TOPICS = (
    "Road Verges",
    "School Places",
    "Fostering",
    "Flood Defences",
    "Libraries",
    "Air Quality",
    "Housing",
)
PAGES_A_REPORT = 12
_STYLES = 6


def make_pack(path: Path, pages: int, committee: str = "Wendshire Scrutiny Committee") -> Path:
    """Write a committee's pack: a front sheet, minutes, reports of prose, tables, columns and wide pages."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(f"(Public Pack)Agenda Document for {committee}, 14/06/2033 10:00")
    canvas.setSubject(f"{committee}, 14/06/2033 10:00")
    reports = max(1, (pages - 6) // PAGES_A_REPORT)
    for number in range(1, pages + 1):
        if number == 1:
            _front_sheet(canvas, reports, committee)
        elif number <= 6:
            _minutes(canvas, number, committee)
        else:
            _report_page(canvas, number)
        _stamp(canvas, f"Page {number}", foot=True)
        if number == 2 or (number > 6 and (number - 7) % PAGES_A_REPORT == 0):
            _stamp(
                canvas, f"Agenda Item {2 if number == 2 else 3 + (number - 7) // PAGES_A_REPORT}", foot=False
            )
        canvas.showPage()
        canvas.setPageSize(A4)
    canvas.save()
    return path


def _sentence(seed: int, words: int) -> str:
    start = seed * 7 % len(_WORDS)
    picked = list(islice(cycle(_WORDS[start:] + _WORDS[:start]), words))
    picked[seed % words] = f"{picked[seed % words]} {1000 + seed}"
    return " ".join(picked).capitalize() + "."


def _line(
    canvas: Canvas, x: float, top: float, words: str, font: str = "Helvetica", size: float = 10
) -> None:
    canvas.setFont(font, size)
    canvas.drawString(x, canvas._pagesize[1] - top, words)


def _front_sheet(canvas: Canvas, reports: int, committee: str) -> None:
    _line(canvas, 56, 70, committee, BOLD, 16)
    _line(canvas, 56, 92, "Tuesday 14 June 2033 at 10.00 am, Council Chamber, Wend Hall", BOLD, 11)
    _line(canvas, 56, 120, "AGENDA", BOLD, 13)
    titles = ["Apologies for absence", "Minutes of the last meeting (Pages 2 - 6)"]
    for n in range(reports):
        first = 7 + n * PAGES_A_REPORT
        titles.append(f"{_TOPICS[n % len(_TOPICS)]} {n + 1} (Pages {first} - {first + PAGES_A_REPORT - 1})")
    step = min(24.0, 640 / len(titles))
    for n, title in enumerate(titles):
        _line(canvas, 56, 145 + n * step, str(n + 1), BOLD, min(11, step - 1))
        _line(canvas, 88, 145 + n * step, title, BOLD, min(11, step - 1))
        _line(canvas, 440, 145 + n * step, "Idris Vaughan", size=min(11, step - 1))


def _minutes(canvas: Canvas, number: int, committee: str) -> None:
    top = 70.0
    if number == 2:
        _line(canvas, 56, top, committee.upper(), BOLD, 13)
        _line(canvas, 56, top + 20, "MINUTES of the meeting of the Committee held on Tuesday 8 March 2033.")
        _line(canvas, 56, top + 40, "PRESENT:", BOLD)
        _line(
            canvas, 56, top + 54, "Cllr Harriet Oakes (Chair)    Cllr Morwenna Pascoe    Cllr Idris Vaughan"
        )
        top += 84
    for n in range(8):
        minute = (number - 2) * 8 + n + 1
        _line(canvas, 56, top, f"{minute}.", BOLD)
        _line(canvas, 88, top, f"{_TOPICS[minute % len(_TOPICS)].upper()} {minute}", BOLD)
        for line in range(3):
            mark = f"{minute}.1" if line == 0 else ""
            _line(canvas, 56, top + 14 + 12 * line, mark)
            _line(canvas, 88, top + 14 + 12 * line, _sentence(minute * 3 + line, 13))
        top += 68
    if number == 6:
        _line(canvas, 56, top, "The meeting ended at 12.30 pm.")
        _line(canvas, 56, top + 20, "CHAIR", BOLD)


def _report_page(canvas: Canvas, number: int) -> None:
    place = (number - 7) % PAGES_A_REPORT
    _line(canvas, 56, 40, "Wendshire Council - report to the Scrutiny Committee", size=8)
    if place == 0:
        _line(canvas, 56, 80, _title_of(number), BOLD, 16)
    style = place % _STYLES
    if style == 3:
        _ruled(canvas, number)
    elif style == 4:
        _columns(canvas, number)
    elif style == 5:
        _wide(canvas, number)
    else:
        _prose(canvas, number, 100)


def _title_of(number: int) -> str:
    report = (number - 7) // PAGES_A_REPORT
    return f"{_TOPICS[report % len(_TOPICS)]} {report + 1}"


def _prose(canvas: Canvas, number: int, top: float) -> None:
    for n in range(50):
        if n % 10 == 0:
            _line(
                canvas,
                56,
                top,
                f"{n // 10 + 1}. {_TOPICS[(number + n) % len(_TOPICS)]}",
                BOLD,
                12,
            )
        else:
            _line(canvas, 56, top, _sentence(number * 50 + n, 14), "Times-Roman", 11)
        top += 13.5


def _ruled(canvas: Canvas, number: int) -> None:
    columns = [56, 180, 300, 420, 540]
    levels = [HEIGHT - 90 - 22 * n for n in range(31)]
    canvas.grid(columns, levels)
    for row in range(30):
        for column, left in enumerate(columns[:-1]):
            words = (
                f"{_TOPICS[(row + column) % len(_TOPICS)]} {number * 30 + row}" if row else f"Column {column}"
            )
            _line(canvas, left + 4, 105 + 22 * row, words, BOLD if not row else "Helvetica", 9)


def _columns(canvas: Canvas, number: int) -> None:
    for left in (56, 310):
        for n in range(52):
            _line(canvas, left, 90 + 13 * n, _sentence(number * 52 + n + left, 7), "Times-Roman", 10)


def _wide(canvas: Canvas, number: int) -> None:
    canvas.setPageSize(landscape(A4))
    for row in range(30):
        for column in range(6):
            _line(canvas, 50 + 125 * column, 80 + 15 * row, f"{_WORDS[row + column]} {number + row * column}")


def _stamp(canvas: Canvas, words: str, foot: bool) -> None:
    """Lay a stamp over the page as Modern.gov does: a Form XObject, turned on wide pages."""
    wide, height = canvas._pagesize[0] > canvas._pagesize[1], canvas._pagesize[1]
    name = words.replace(" ", "")
    canvas.beginForm(name)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, words)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(
        *((820 if foot else 24, 60) if wide else (495 if foot else 440, 24 if foot else height - 20))
    )
    if wide:
        canvas.rotate(90)
    canvas.doForm(name)
    canvas.restoreState()
