"""The clerk's register of questions received: stamped at receipt, held against the deadline, decided.

The stamp is the moment a question is entered. What a message claims of its own time is shown beside it and
never counted. The deadline is the one that covered the item at receipt; it does not change afterwards.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from db import desk, library
from db.committee import committee_key
from db.models.questions import MeetingRef
from db.models.register import DraftReceived, ReceivedQuestion, ReceivedState
from imports.words.dates import find_dates
from scrutiny_tui.services.deadlines import Deadlines, covering, last_moment, leading
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.incoming import Incoming, read_incoming, read_pasted
from scrutiny_tui.services.wording import late_by, long_day

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem, Meeting
    from db.store import Store

GROUNDS = {
    "late": "received after the deadline",
    "too long": "longer than the council allows",
    "several parts": "in several parts",
    "too many": "more questions than one member may ask",
    "not council business": "not about the council's business",
    "offensive": "defamatory, frivolous or offensive",
    "asked before": "substantially the same as one put in the past six months",
    "exempt": "needs confidential or exempt information",
    "individual case": "about an individual case, or a planning or licensing application",
    "names an officer": "names an officer",
}
"""Why councils' standing orders let a clerk return a question."""

ALIKE = 85


class MeetingNotTold(ServiceError):
    """A question does not tell for which meeting it is, and nobody said."""


class Clock(Protocol):
    """Gives the stamp."""

    def now(self) -> datetime:
        """The local time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the register as shown.

    Attributes:
        question: as it stands on the desk.
        standing: `in time, 3 h 2 m left`, `late by 2 h 10 m` or `no deadline printed for it`.
        late: whether the stamp is past the deadline.
        alike: the numbers of questions on the same matter, its own left out.
    """

    question: ReceivedQuestion
    standing: str
    late: bool
    alike: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one incoming question; `new` is False where the register held it already."""

    entry: Entry
    new: bool


class Register:
    """Takes questions in and decides on them."""

    def __init__(self, store: Store, clock: Clock, deadlines: Deadlines) -> None:
        """Keep the register on the desk; `deadlines` tell what is in time."""
        self._store = store
        self._clock = clock
        self._deadlines = deadlines

    async def take_file(self, path: Path, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        """Enter the questions in a file, stamped now.

        Raises:
            NotTaken: it holds no question.
            MeetingNotTold: the meeting cannot be told and none was given.
        """
        return await self._take(read_incoming(path), meeting)

    async def take_text(self, text: str, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        """Enter the questions in pasted text, stamped now.

        Raises:
            NotTaken: it holds no question.
            MeetingNotTold: the meeting cannot be told and none was given.
        """
        return await self._take(read_pasted(text), meeting)

    async def entries(self, meeting: MeetingRef | None = None) -> tuple[Entry, ...]:
        """Give the register in order of receipt: a meeting's, or all of it."""
        return _entries(await self._store.read(lambda db: desk.register(db, meeting)))

    async def accept(self, received_id: int) -> Entry:
        """Accept a question.

        Raises:
            ServiceError: the register holds none of that number.
        """
        return await self._decide(received_id, "accepted", "")

    async def give_back(self, received_id: int, ground: str) -> Entry:
        """Return a question with the ground for it: one of `GROUNDS`, or the clerk's own words.

        Raises:
            ServiceError: no ground is given, or the register holds none of that number.
        """
        if not ground.strip():
            raise ServiceError("Give the ground, so that the member knows why the question came back.")
        return await self._decide(received_id, "returned", GROUNDS.get(ground.strip(), ground.strip()))

    async def reopen(self, received_id: int) -> Entry:
        """Take a decision back.

        Raises:
            ServiceError: the register holds none of that number.
        """
        return await self._decide(received_id, "received", "")

    async def note(self, received_id: int, text: str) -> None:
        """Keep the clerk's own note; it is in no export.

        Raises:
            ServiceError: the register holds none of that number.
        """
        await self._store.write(lambda db: desk.note_received(db, received_id, text.strip()))

    async def meetings(self) -> tuple[Meeting, ...]:
        """Give the meetings a question may be for, the coming ones first."""
        today = self._clock.now().date()
        found = await self._store.read(library.meetings)
        coming = [one for one in found if one.date and one.date >= today]
        return (*reversed(coming), *(one for one in found if one not in coming))

    async def _decide(self, received_id: int, state: ReceivedState, ground: str) -> Entry:
        now = self._clock.now()
        found = await self._store.write(lambda db: desk.decide(db, received_id, state, ground, now))
        return _entries([found])[0]

    async def _take(self, incoming: Sequence[Incoming], meeting: Meeting | None) -> tuple[Taken, ...]:
        now = self._clock.now()
        known = await self.meetings()
        drafts = [await self._draft(one, meeting or _meeting_of(one, known, now)) for one in incoming]
        entered = await self._store.write(lambda db: [desk.enter(db, draft, now) for draft in drafts])
        every = {entry.question.id: entry for entry in await self.entries()}
        return tuple(Taken(every[question.id], new) for question, new in entered)

    async def _draft(self, one: Incoming, meeting: Meeting) -> DraftReceived:
        deadlines = (await self._deadlines.of_meetings([meeting]))[meeting.id]
        items = await self._store.read(lambda db: _items(db, meeting))
        item = _item_of(one, items)
        if item is not None and item.is_heading:
            own = [one for one in deadlines if one.wording and one.wording.agenda_item == item.number]
            deadline = leading(own) or leading(deadlines)
        else:
            deadline = covering(deadlines, item) if item else leading(deadlines)
        return DraftReceived(
            meeting=MeetingRef(meeting.committee, meeting.date),
            item_number=(item.number or "") if item else one.item_number,
            item_title=item.title if item else one.item_title,
            sender=one.sender,
            address=one.address,
            text=one.text.strip(),
            source=one.source,
            claimed_at=one.claimed_at,
            due=last_moment(deadline) if deadline else None,
            digest=_digest(one),
        )


def _items(db: Database, meeting: Meeting) -> tuple[AgendaItem, ...]:
    return library.agenda_items(db, meeting.id)


def _meeting_of(one: Incoming, meetings: Sequence[Meeting], now: datetime) -> Meeting:
    """The meeting a question names, else the only one that is coming."""
    key = committee_key(one.committee)
    own = [each for each in meetings if one.committee and committee_key(each.committee) == key]
    named = [each for each in own if one.day is None or each.date == one.day]
    coming = [each for each in meetings if each.date and each.date >= now.date()]
    if named:
        return named[0]
    if len(coming) == 1 and not own:
        return coming[0]
    if not one.committee and (told := _of_its_day(one, coming, now)):
        return told
    if one.committee:
        day = f" on {long_day(one.day)}" if one.day else ""
        text = f"No paper of {one.committee}{day} is in the library"
        raise MeetingNotTold(f"{text}: import its pack, or name the meeting.")
    raise MeetingNotTold("The message does not say for which meeting it is: name the meeting.")


def _of_its_day(one: Incoming, coming: Sequence[Meeting], now: datetime) -> Meeting | None:
    """The only coming meeting on a day its subject tells, else its words."""
    for words in (one.about, one.text):
        days = {told.date for told in find_dates(words, now.date())}
        found = [meeting for meeting in coming if meeting.date in days]
        if len(found) == 1:
            return found[0]
    return None


def _item_of(one: Incoming, items: Sequence[AgendaItem]) -> AgendaItem | None:
    title = one.item_title.casefold()
    titled = [item for item in items if title and item.title.casefold() == title]
    numbered = [item for item in titled or items if one.item_number and item.number == one.item_number]
    return next(iter(numbered or titled), None)


def _digest(one: Incoming) -> str:
    who = (one.address or one.sender).casefold()
    return hashlib.sha256(f"{who}\n{_plain(one.text)}\n{one.item_title.casefold()}".encode()).hexdigest()


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


def _entries(questions: Sequence[ReceivedQuestion]) -> tuple[Entry, ...]:
    from rapidfuzz import fuzz

    plain = {one.id: _plain(one.text) for one in questions}

    def alike(one: ReceivedQuestion) -> tuple[int, ...]:
        return tuple(
            other.id
            for other in questions
            if other.id != one.id
            and other.meeting == one.meeting
            and (not one.item_title or not other.item_title or one.item_title == other.item_title)
            and fuzz.token_sort_ratio(plain[one.id], plain[other.id], score_cutoff=ALIKE)
        )

    return tuple(_entry(one, alike(one)) for one in questions)


def _entry(one: ReceivedQuestion, alike: tuple[int, ...]) -> Entry:
    left = (one.due - one.received_at).total_seconds() if one.due else None
    return Entry(one, late_by(left), left is not None and left < 0, alike)
