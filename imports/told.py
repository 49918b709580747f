"""What a source says in fields of its own, in the form the parsers of lines give theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imports.front.sheet import FrontSheet
from imports.layout.joining import Paragraph
from imports.minutes.reading import MinutesSpan
from imports.people.contacts import read_contacts

if TYPE_CHECKING:
    from imports.model.document import Document, Told
    from imports.model.pack import PackKind


def front_sheet_of(document: Document, told: Told) -> FrontSheet:
    """The front sheet of a meeting given field by field: all of the document, nothing behind it."""
    last = document.pages[-1]
    end = (last.number, len(last.lines))
    notes = tuple(Paragraph(text, page) for text, page in told.notes)
    return FrontSheet(
        committee=told.committee,
        meeting_date=told.meeting_date,
        start_time=told.start_time,
        venue=told.venue,
        agenda=told.agenda,
        contacts=read_contacts(notes),
        agenda_ends_at=end,
        ends_at=end,
        warnings=told.warnings,
        paragraphs=tuple((place, Paragraph(text, page)) for place, text, page in told.paragraphs),
        notes=notes,
    )


def minutes_of(told: Told) -> list[MinutesSpan]:
    """The minutes given field by field; they have no lines but those of the document's own pages."""
    return [MinutesSpan(minutes, 0, 0, 0) for minutes in told.minutes]


def kind_of(told: Told) -> PackKind:
    """What sort of paper a meeting's page is: by the furthest it has come."""
    if told.kind:
        return told.kind
    if told.minutes:
        return "minutes"
    return "decision notice" if told.decided else "agenda"
