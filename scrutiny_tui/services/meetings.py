"""Meetings as a member prepares them: which are coming, and each with its agenda, papers and questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from db import desk, library
from db.committee import committee_key
from db.models.questions import MeetingRef
from scrutiny_tui.services.deadlines import Deadlines, leading
from scrutiny_tui.services.doubts import doubts_of
from scrutiny_tui.services.models.overview import HELD, PAGES_AN_HOUR, UNSENT, MeetingSummary, Overview

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting
    from db.models.questions import Question
    from db.store import Store
    from imports.model.warning import Warning
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import MeetingDetail

# Doubts a person need not look into before the meeting: the safe time is shown with the deadline.
_MINOR = frozenset({"deadline-time-ambiguous", "deadline-clock-change", "deadline-without-moment"})
# Of what the parser doubts, what may send a member to the wrong day or page.
_ABOUT_THE_MEETING = frozenset(
    {
        "meeting-date-inferred",
        "meeting-date-weekday",
        "agenda-from-bookmarks",
        "agenda-pages-out-of-order",
        "page-contradicts-stamp",
        "page-unread",
        "understood-otherwise",
    }
)

Key = tuple[str, date | None]


class Meetings:
    """Gives meetings with what their papers, the deadlines and the member's desk say of them.

    Args:
        store: the library and the desk.
        clock: tells coming from held.
        deadlines: works the deadlines out.
        pages_an_hour: how fast the member reads; may be set anew.
    """

    def __init__(
        self, store: Store, clock: Clock, deadlines: Deadlines, pages_an_hour: int = PAGES_AN_HOUR
    ) -> None:
        self.pages_an_hour = pages_an_hour
        self._store = store
        self._clock = clock
        self._deadlines = deadlines

    async def every(self) -> tuple[Meeting, ...]:
        """Give every meeting there is, newest first; those without a date come last."""
        return await self._store.read(library.meetings)

    async def overview(self, held: int = HELD) -> Overview:
        """Give the Meetings place: coming ones soonest first, the last `held` ones latest first."""
        today = self._clock.now().date()
        meetings, count = await self._store.read(
            lambda db: (library.meetings_around(db, today, held), library.count_meetings(db))
        )
        ahead = {meeting.id for meeting in meetings if meeting.date is None or meeting.date >= today}
        questions, doubts = await self._store.read(lambda db: (_questions_by_key(db), _doubts(db, ahead)))
        deadlines = await self._deadlines.of_meetings(meetings)

        def summary(meeting: Meeting) -> MeetingSummary:
            of = deadlines.get(meeting.id, ())
            asked = questions.get(_key(meeting), [])
            worth = _worth_a_look(of) if meeting.id in ahead else ()
            return MeetingSummary(
                meeting=meeting,
                deadline=leading(of),
                drafts=sum(question.state in UNSENT for question in asked),
                questions=len(asked),
                warnings=(*worth, *doubts.get(meeting.id, ())),
            )

        rows = [summary(meeting) for meeting in meetings]
        dated = [(row.meeting.date, row) for row in rows if row.meeting.date]
        coming = sorted((pair for pair in dated if pair[0] >= today), key=_when)
        before = sorted((pair for pair in dated if pair[0] < today), key=_when, reverse=True)
        undated = [row for row in rows if row.meeting.date is None]
        to_look = [*(row for _, row in coming), *undated]
        return Overview(
            coming=tuple(row for _, row in coming),
            held=tuple(row for _, row in before),
            older=count - len(meetings),
            undated=tuple(undated),
            needs_look=tuple((row.meeting, warning) for row in to_look for warning in row.warnings),
        )

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        """Give one meeting, item by item.

        Raises:
            NotThere: it is not in the library (any more).
        """
        from scrutiny_tui.services.meeting_detail import detail_of, gather  # late: no first screen needs it

        found = await self._store.read(lambda db: gather(db, meeting_id))
        deadlines = (await self._deadlines.of_meetings([found.meeting]))[found.meeting.id]
        return detail_of(found, deadlines, self.pages_an_hour)

    async def remember_item(self, meeting: Meeting, item_title: str) -> None:
        """Keep which item of a meeting the member is on: it opens there again."""
        ref, now = MeetingRef(meeting.committee, meeting.date), self._clock.now()
        await self._store.write(lambda db: desk.save_item(db, ref, item_title, now))

    async def pace(self, meeting_id: int) -> str:
        """What is left to read of a meeting before its questions close, in a line; "" where nothing is.

        Raises:
            NotThere: it is not in the library (any more).
        """
        from scrutiny_tui.services.planner import pace_line, plan_reading

        detail = await self.meeting(meeting_id)
        plan = plan_reading(detail, self._clock.now(), self._deadlines.calendar, self.pages_an_hour)
        return pace_line(plan)


def _questions_by_key(db: Database) -> Mapping[Key, list[Question]]:
    by_key: defaultdict[Key, list[Question]] = defaultdict(list)
    for question in desk.questions(db):
        if question.state != "withdrawn":
            by_key[committee_key(question.meeting.committee), question.meeting.date].append(question)
    return by_key


def _doubts(db: Database, meeting_ids: Iterable[int]) -> Mapping[int, tuple[Warning, ...]]:
    """What the parser doubts of these meetings themselves: the date, the committee, the agenda's pages."""
    return {
        meeting_id: tuple(
            warning
            for document in library.documents(db, meeting_id)
            for warning in doubts_of(document)
            if warning.code in _ABOUT_THE_MEETING
        )
        for meeting_id in meeting_ids
    }


def _worth_a_look(deadlines: Iterable[Deadline]) -> tuple[Warning, ...]:
    live = [deadline for deadline in deadlines if deadline.state != "quoted"]
    found = [warning for deadline in live for warning in deadline.warnings if warning.code not in _MINOR]
    return tuple(dict.fromkeys(found))


def _key(meeting: Meeting) -> Key:
    return committee_key(meeting.committee), meeting.date


def _when(pair: tuple[date, MeetingSummary]) -> tuple[date, str, str]:
    day, row = pair
    return day, str(row.meeting.start_time or ""), row.meeting.committee
