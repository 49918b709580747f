"""A plan for reading what is unread of a meeting before its questions close, in working days.

What closes first is read first, and of what closes together the items that are for written questions only:
those are not debated, so the question is the only chance. Every day takes the same number of pages, as few
as still leave every deadline met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from scrutiny_tui.services.models.overview import PAGES_AN_HOUR
from scrutiny_tui.services.pages_read import pages_of, unread_pages

if TYPE_CHECKING:
    from scrutiny_tui.services.calendars import WorkingCalendar
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail

DAY_ENDS = time(17)


@dataclass(frozen=True, slots=True)
class Unread:
    """What is unread of one agenda item.

    Attributes:
        number: of the item, or "".
        title: of the item.
        pages: how many are unread; a page that two items share counts for the first.
        minutes: about how long they take.
        due: when its questions close; None where no deadline is known.
        closed: whether they have closed already.
        written_only: it is not expected to be debated.
        last_day: by which day it is to be read.
    """

    number: str
    title: str
    pages: int
    minutes: int
    due: datetime | None
    closed: bool
    written_only: bool
    last_day: date


@dataclass(frozen=True, slots=True)
class Share:
    """The pages of one item that a day takes."""

    number: str
    title: str
    pages: int


@dataclass(frozen=True, slots=True)
class ReadingDay:
    """One day of the plan."""

    day: date
    pages: int
    minutes: int
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """What is left to read for a meeting, and how it divides over the days.

    Attributes:
        items: what is unread, in the order to read it.
        days: the days with something to read.
        pages: how many pages are left.
        minutes: about how long they take.
        pace: pages a day.
        late: the meeting is over, or its day is not known: nothing can be planned.
    """

    items: tuple[Unread, ...]
    days: tuple[ReadingDay, ...]
    pages: int
    minutes: int
    pace: int
    late: bool = False


def plan_reading(
    meeting: MeetingDetail, now: datetime, calendar: WorkingCalendar, pages_an_hour: int = PAGES_AN_HOUR
) -> ReadingPlan:
    """Plan the reading of a meeting's unread papers.

    Args:
        meeting: with its items, papers and deadlines.
        now: local time; a day after 17:00 is no day to plan for any more, unless something closes on it.
        calendar: the working days.
        pages_an_hour: how fast the member reads.
    """
    held = meeting.meeting.date
    items = tuple(sorted(_unread(meeting, now, calendar, pages_an_hour), key=_order))
    pages = sum(item.pages for item in items)
    if held is None or held < now.date():
        return ReadingPlan(items, (), pages, _minutes(pages, pages_an_hour), 0, late=True)
    days = _days(now, items, calendar)
    pace = _pace(items, days)
    return ReadingPlan(
        items, tuple(_divide(items, days, pace, pages_an_hour)), pages, _minutes(pages, pages_an_hour), pace
    )


def pace_line(plan: ReadingPlan) -> str:
    """A plan in a line: pages a working day, and what to begin with; "" where nothing is left to read.

    A day is named a working day though today may be none: the last day to read is a day all the same.
    """
    if not plan.items:
        return ""
    pages = f"{plan.pages} page{'s' * (plan.pages != 1)} unread"
    if plan.late or not plan.days:
        return pages
    span = len(plan.days)
    first = plan.items[0]
    why = " (written questions only)" if first.written_only else ""
    begin = f"item {first.number}" if first.number else first.title
    days = f"{span} working day{'s' * (span != 1)}"
    return f"{pages}: {plan.pace} a day for {days}, first {begin}{why}"


def _unread(meeting: MeetingDetail, now: datetime, calendar: WorkingCalendar, speed: int) -> Iterator[Unread]:
    """What is unread of each item; a page two papers share is read once."""
    taken: set[tuple[int, int]] = set()
    for detail in meeting.items:
        left = unread_pages(detail.papers) - taken
        taken |= pages_of(detail.papers)
        if left:
            yield _item(detail, len(left), meeting.meeting.date, now, calendar, speed)


def _item(
    detail: ItemDetail,
    pages: int,
    held: date | None,
    now: datetime,
    calendar: WorkingCalendar,
    speed: int,
) -> Unread:
    deadline = detail.deadline
    due = _safe_moment(deadline)
    closed = deadline is not None and deadline.state == "closed"
    before = due.date() if due and not closed else (held or now.date()) - timedelta(days=1)
    if due and not closed and due.time() < DAY_ENDS:
        before -= timedelta(days=1)  # what closes in the day is read the day before
    while before > now.date() and not calendar.is_working(before):
        before -= timedelta(days=1)
    return Unread(
        number=detail.item.number or "",
        title=detail.item.title,
        pages=pages,
        minutes=_minutes(pages, speed),
        due=deadline.due if deadline else None,
        closed=closed,
        written_only=detail.written_only,
        last_day=max(before, now.date()),
    )


def _safe_moment(deadline: Deadline | None) -> datetime | None:
    return (deadline.safe or deadline.due) if deadline else None


def _order(item: Unread) -> tuple[date, bool, bool]:
    return item.last_day, item.closed, not item.written_only


def _days(now: datetime, items: Sequence[Unread], calendar: WorkingCalendar) -> list[date]:
    """The working days from today to the last item's; today in any case if nothing else is left."""
    if not items:
        return []
    today, last = now.date(), max(item.last_day for item in items)
    span = [today + timedelta(days=n) for n in range((last - today).days + 1)]
    urgent = any(item.last_day == today for item in items)
    found = [
        day
        for day in span
        if (day == today and (urgent or (calendar.is_working(day) and now.time() < DAY_ENDS)))
        or (day > today and calendar.is_working(day))
    ]
    return found or [last]


def _pace(items: Sequence[Unread], days: Sequence[date]) -> int:
    """As few pages a day as leave every item read by its last day."""
    pace, so_far = 0, 0
    for item in items:
        so_far += item.pages
        left = sum(day <= item.last_day for day in days) or 1
        pace = max(pace, -(-so_far // left))
    return pace


def _divide(items: Sequence[Unread], days: Iterable[date], pace: int, speed: int) -> Iterator[ReadingDay]:
    left = [(item, item.pages) for item in items]
    for day in days:
        shares: list[Share] = []
        room = pace
        while left and room:
            item, pages = left.pop(0)
            now = min(pages, room)
            shares.append(Share(item.number, item.title, now))
            room -= now
            if pages > now:
                left.insert(0, (item, pages - now))
        if shares:
            pages = pace - room
            yield ReadingDay(day, pages, _minutes(pages, speed), tuple(shares))


def _minutes(pages: int, speed: int) -> int:
    return -(-pages * 60 // max(1, speed))
