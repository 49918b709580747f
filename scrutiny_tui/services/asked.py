"""What the library holds of what a question is about: its meeting, its agenda item, and the clerk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import library
from db.models import AgendaItem, Meeting, MeetingRef, Question
from imports.model import Contact
from scrutiny_tui.services.clerk import clerk_of
from scrutiny_tui.services.filing import read_pack

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class AskedMeeting:
    """The meeting a question is for, with its agenda and clerk; all empty where no paper of it is here."""

    meeting: Meeting | None = None
    items: tuple[AgendaItem, ...] = ()
    clerk: Contact | None = None


def asked_meeting(db: Database, ref: MeetingRef) -> AskedMeeting:
    """Find the meeting the desk points at."""
    meeting = library.meeting_by_ref(db, ref.committee, ref.date)
    if meeting is None:
        return AskedMeeting()
    clerk = clerk_of(map(read_pack, library.documents(db, meeting.id)))
    return AskedMeeting(meeting, library.agenda_items(db, meeting.id), clerk)


def item_of(question: Question, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Find the agenda item a question is about, after its pack was published anew too.

    A question keeps its item's title; the number decides between equal titles, or where none is left.
    """
    title = question.item_title.casefold()
    if not title:
        return None
    titled = [item for item in items if item.title.casefold() == title]
    numbered = [item for item in titled or items if item.number == question.item_number]
    return next(iter(numbered or titled), None)
