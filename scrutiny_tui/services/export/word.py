"""Questions as a Word document, each under its heading, or as a schedule in a table."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from scrutiny_tui.services.export.lines import (
    MemberIdentity,
    answer_title,
    item_line,
    public_evidence,
    source_line,
    state_line,
    subject,
    to_line,
)
from scrutiny_tui.services.export.record import VERSION
from scrutiny_tui.services.export.schedule import COLUMNS, by_meeting, row, title
from scrutiny_tui.services.harmless import clean

if TYPE_CHECKING:
    from docx.document import Document

    from scrutiny_tui.services.models.questions import QuestionDetail

_FIELD, _QUESTION, _QUOTE, _SOURCE = (
    "Scrutiny Field",
    "Scrutiny Question",
    "Scrutiny Quote",
    "Scrutiny Source",
)
_BASES = {_FIELD: "Normal", _QUESTION: "Normal", _QUOTE: "Quote", _SOURCE: "Caption"}


def as_word(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as a Word document."""
    document = _document(details, member)
    document.add_heading(subject(details), level=1)
    for place, detail in enumerate(details, start=1):
        document.add_heading(f"Question {place}", level=2)
        for line in (item_line(detail), to_line(detail), state_line(detail)):
            if line:
                document.add_paragraph(clean(line), _FIELD).paragraph_format.keep_with_next = True
        for paragraph in detail.question.text.strip().split("\n"):
            document.add_paragraph(clean(paragraph), _QUESTION)
        for quoted in public_evidence(detail):
            document.add_paragraph(clean(quoted.quote), _QUOTE).paragraph_format.keep_with_next = True
            document.add_paragraph(clean(source_line(quoted)), _SOURCE)
        if detail.question.answer or detail.question.answer_state:
            document.add_heading(answer_title(detail), level=3)
            document.add_paragraph(clean(detail.question.answer))
    if member.name:
        document.add_paragraph(clean(member.name), _FIELD)
    return _bytes(document)


def schedule_as_word(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as a schedule: a table for each meeting, in the order of its agenda."""
    document = _document(details, member)
    for own in by_meeting(details):
        document.add_heading(title(own), level=1)
        table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
        for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
            cell.paragraphs[0].add_run(name).bold = True
        for place, detail in enumerate(own, start=1):
            for cell, words in zip(table.add_row().cells, row(place, detail, member), strict=True):
                cell.text = words
    return _bytes(document)


def _document(details: Sequence[QuestionDetail], member: MemberIdentity) -> Document:
    """An empty document that says what it holds."""
    import docx
    from docx.enum.style import WD_STYLE_TYPE

    document = docx.Document()
    ref = details[0].question.meeting
    properties = document.core_properties
    properties.title = subject(details)[:255]
    properties.author = clean(member.name)[:255]
    properties.category = f"scrutiny {VERSION}"
    properties.subject = clean(ref.committee)[:255]
    properties.keywords = ref.date.isoformat() if ref.date else ""
    properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    for name, base in _BASES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
    return document


def _bytes(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
