"""Deadlines left over from a day their meeting was planned for, as the committee's work programme shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from db import library
from db.committee import committee_key
from imports.model.warning import Warning
from scrutiny_tui.services.doctor import BEFORE_PAPERS, PAPERS_OUT, shown
from scrutiny_tui.services.models.deadlines import Deadline

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.settled import PlannedDay
    from scrutiny_tui.services.calendars import WorkingCalendar

Found = dict[int, tuple[Deadline, ...]]
MONTH = 31


def look_for_left_over(db: Database, found: Found, calendar: WorkingCalendar) -> Found:
    """Hold early dates against the days the committees planned; most meetings have none to look at."""
    early = [d for each in found.values() for d in each if is_early(d, calendar)]
    if not early:
        return found
    keys = {committee_key(d.meeting.committee) for d in early}
    planned: defaultdict[str, list[PlannedDay]] = defaultdict(list)
    for plan in library.planned_days(db, sorted(keys)):
        planned[plan.committee_key].append(plan)
    held: defaultdict[str, set[date]] = defaultdict(set)
    for meeting in library.meetings(db):
        if meeting.date and (key := committee_key(meeting.committee)) in keys:
            held[key].add(meeting.date)

    def looked(deadline: Deadline) -> Deadline:
        key = committee_key(deadline.meeting.committee)
        return check_left_over(deadline, planned[key], frozenset(held[key]), calendar)

    return {meeting_id: tuple(map(looked, each)) for meeting_id, each in found.items()}


def check_left_over(
    deadline: Deadline, planned: Sequence[PlannedDay], held: frozenset[date], calendar: WorkingCalendar
) -> Deadline:
    """Say of a deadline that it fits the day its meeting was planned for, not the day it is held.

    Args:
        deadline: as worked out.
        planned: the days the committee's work programmes planned.
        held: the days its meetings are held on, as far as papers are here.
        calendar: the council's working days.
    """
    meeting_day = _meeting_day(deadline)
    if not is_early(deadline, calendar) or deadline.due is None or meeting_day is None:
        return deadline
    day = deadline.due.date()
    for plan in planned:
        near = day < plan.day < meeting_day and (meeting_day - plan.day).days <= MONTH
        if near and plan.day not in held and calendar.working_days_between(day, plan.day) <= PAPERS_OUT:
            text = (
                f"The deadline ({shown(day)}) is left over: the work programme in {plan.source} (page "
                f"{plan.page}) "
                f"planned this meeting for {shown(plan.day)}, and it is held on {shown(meeting_day)}. Ask "
                f"the clerk "
                "for the new deadline."
            )
            others = (w for w in deadline.warnings if w.code not in (BEFORE_PAPERS, "deadline-far-ahead"))
            return replace(deadline, warnings=(Warning("deadline-left-over", text, deadline.page), *others))
    return deadline


def is_early(deadline: Deadline, calendar: WorkingCalendar) -> bool:
    """Whether a printed date is so long before its meeting that it may belong to an earlier day."""
    meeting_day = _meeting_day(deadline)
    rule = deadline.wording.rule if deadline.wording else None
    if rule is None or rule.basis != "date" or deadline.due is None or meeting_day is None:
        return False
    return calendar.working_days_between(deadline.due.date(), meeting_day) > PAPERS_OUT


def _meeting_day(deadline: Deadline) -> date | None:
    """The day a deadline is for: of one quoted in minutes, the day of the meeting minuted."""
    quoted = deadline.wording is not None and deadline.wording.source == "minutes"
    return deadline.wording.meeting_date if quoted and deadline.wording else deadline.meeting.date
