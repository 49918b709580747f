"""Sets the front sheet: agenda in three columns, membership, lettered notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

from scrutiny_tui.demo.typeset import BODY, mark_up

if TYPE_CHECKING:
    from scrutiny_tui.demo.markup import Item, Meeting

_NAME = ParagraphStyle("name", BODY, fontName="Helvetica-Bold", fontSize=16, leading=20, spaceAfter=10)
_WHEN = ParagraphStyle("when", BODY, fontName="Helvetica-Bold", fontSize=12, leading=16, spaceAfter=10)
_AGENDA = ParagraphStyle("agenda", _NAME, fontSize=14, spaceBefore=8, spaceAfter=8)
_CELL = ParagraphStyle("front cell", BODY, spaceAfter=4)
_BOLD = ParagraphStyle("front bold", _CELL, fontName="Helvetica-Bold")
_NOTE = ParagraphStyle("note", BODY, fontSize=10, leading=12.5, spaceAfter=6)
_COLUMNS = (32, 330, 119)


def set_front_sheet(meeting: Meeting, pages: dict[str, tuple[int, int]]) -> list[Flowable]:
    """Set the front sheet.

    Args:
        meeting: the meeting it calls.
        pages: first and last pack page of each item that has papers.
    """
    start = meeting.start
    hour = f"{start.hour % 12 or 12}.{start:%M} {'am' if start.hour < 12 else 'pm'}"
    rows = [_set_item(item, item.misprint or pages.get(item.number)) for item in meeting.items]
    agenda = Table(rows, _COLUMNS, style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *_NO_PADDING]))
    story: list[Flowable] = [
        Spacer(1, 14),
        Paragraph(mark_up(meeting.committee), _NAME),
        Paragraph(f"{start:%A} {start.day} {start:%B %Y} at {hour}", _WHEN),
        Paragraph(mark_up(meeting.venue), _WHEN),
        Paragraph("AGENDA", _AGENDA),
        agenda,
        Spacer(1, 10),
        *(Paragraph(mark_up(text), _NOTE) for text in meeting.membership),
        Spacer(1, 6),
    ]
    for letter, note in zip("abcdef", meeting.notes, strict=False):
        heading, *rest = note
        hung = ParagraphStyle("", _NOTE, leftIndent=26, bulletFontName="Helvetica", bulletFontSize=10)
        story.append(Paragraph(mark_up(heading), hung, bulletText=f"({letter})"))
        story += [Paragraph(mark_up(text), ParagraphStyle("", _NOTE, leftIndent=26)) for text in rest]
    return [*story, Paragraph(mark_up(meeting.closing), ParagraphStyle("", _NOTE, fontSize=9))]


_NO_PADDING = (("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 4))


def _set_item(item: Item, pages: tuple[int, int] | None) -> list[list[Paragraph]]:
    printed = f"{item.title} (Pages {pages[0]} - {pages[1]})" if pages else item.title
    middle = [Paragraph(mark_up(printed), _BOLD), *(Paragraph(mark_up(text), _CELL) for text in item.text)]
    officers = [Paragraph(mark_up(item.officers), _CELL)] if item.officers else []
    return [[Paragraph(item.number, _BOLD)], middle, officers]
