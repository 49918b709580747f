"""The deadline doctor: what is doubtful about a deadline, each doubt with its evidence and what to do.

It warns and never corrects. A deadline by itself is held against the calendar, the meeting and the day its
papers had to be out; against others of its meeting and the committee's rule. `services.left_over` holds it
against the days the committee planned to meet on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from itertools import combinations
from typing import TYPE_CHECKING

from imports.model.warning import Warning

if TYPE_CHECKING:
    from imports.model.deadlines import DeadlineRule, DeadlineWording
    from scrutiny_tui.services.calendars import WorkingCalendar
    from scrutiny_tui.services.models.deadlines import Deadline

END_OF_DAY = time(23, 59)
# Papers come out five clear working days ahead (Local Government Act 1972, section 100B);
# twice that is before anybody can have read them.
PAPERS_OUT = 5
FAR_AHEAD = 10
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BEFORE_PAPERS = "deadline-before-papers"


def shown(day: date) -> str:
    """A day as the doctor names it: `Mon 12 September 2022`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {day:%B %Y}"


def check_moment(
    rule: DeadlineRule, due: datetime, meeting_day: date, start: time | None, calendar: WorkingCalendar
) -> Iterator[Warning]:
    """What a deadline shows by itself: its weekday, its day, and how it stands to the meeting."""
    day = due.date()
    if (
        rule.basis == "date"
        and rule.weekday is not None
        and rule.date
        and rule.weekday != rule.date.weekday()
    ):
        printed, real = WEEKDAYS[rule.weekday], WEEKDAYS[rule.date.weekday()]
        text = f"The words say {printed}, but {shown(rule.date)} is a {real}. Ask the clerk which is meant."
        yield Warning("deadline-weekday-mismatch", text)
    if closed := calendar.why_closed(day):
        text = f"{shown(day)} is not a working day ({closed}). Send it on the working day before to be safe."
        yield Warning("deadline-not-a-working-day", text)
    if due >= datetime.combine(meeting_day, start or END_OF_DAY) or day > meeting_day:
        text = f"The deadline ({shown(day)}) is not before the meeting ({shown(meeting_day)}). Ask the clerk."
        yield Warning("deadline-not-before-meeting", text)
    elif rule.basis == "date" and calendar.working_days_between(day, meeting_day) > FAR_AHEAD:
        text = (
            f"The deadline ({shown(day)}) is long before the meeting ({shown(meeting_day)}) and before its "
            "papers are out: it may be left from an earlier date. Ask the clerk."
        )
        yield Warning("deadline-far-ahead", text)


def check_papers(
    wording: DeadlineWording, due: datetime, meeting_day: date, calendar: WorkingCalendar
) -> tuple[Warning, ...]:
    """Whether a printed date for questions on certain papers is over before these papers had to be out."""
    about_papers = not isinstance(wording.applies_to, str) or wording.agenda_item is not None
    dated = wording.rule is not None and wording.rule.basis == "date"
    between = calendar.working_days_between(due.date(), meeting_day)
    if not (dated and (about_papers or wording.source == "minutes")) or between <= PAPERS_OUT:
        return ()
    if between > FAR_AHEAD and wording.source != "minutes":
        return ()  # said already, and more strongly
    text = (
        f"The deadline ({shown(due.date())}) is {between} clear working days before the meeting of "
        f"{shown(meeting_day)}, but its papers need only be out {PAPERS_OUT} before: it may be left over "
        f"from an "
        "earlier date of this meeting. Ask the clerk whether questions are still taken."
    )
    return (Warning(BEFORE_PAPERS, text),)


def disagreements(deadlines: Sequence[Deadline]) -> list[Deadline]:
    """Warn where two sentences of one meeting's papers give the same questions different moments."""
    found = list(deadlines)
    for (first, a), (second, b) in combinations(enumerate(deadlines), 2):
        if a.applies_to == b.applies_to and tier_of(a) == tier_of(b) and a.due and b.due and a.due != b.due:
            found[first] = _doubted(found[first], b)
            found[second] = _doubted(found[second], a)
    return found


def check_rule(deadlines: Iterable[Deadline], kept: Deadline | None) -> list[Deadline]:
    """Warn where what the papers print for everybody is not what the committee's own rule gives."""
    checked = []
    for deadline in deadlines:
        differs = kept is not None and kept.due and deadline.due and kept.due != deadline.due
        if (
            kept is not None
            and kept.due
            and differs
            and deadline.applies_to == "all"
            and not tier_of(deadline)
        ):
            text = (
                f"The rule kept for this committee gives {_moment(kept.due)} ({kept.text}). What the "
                f"papers print "
                "counts; keep to the earlier if you can."
            )
            warning = Warning("deadline-differs-from-rule", text, deadline.page)
            deadline = replace(deadline, warnings=(*deadline.warnings, warning))
        checked.append(deadline)
    return checked


def tier_of(deadline: Deadline) -> str:
    """What sort of questions a deadline is for, or ""."""
    return deadline.wording.tier if deadline.wording else ""


def _doubted(deadline: Deadline, other: Deadline) -> Deadline:
    at = f" (page {other.page})" if other.page else ""
    moment = _moment(other.due) if other.due else "another moment"
    text = (
        f"The papers give two different deadlines for the same questions: elsewhere{at} they say {moment}. "
        f"Keep to "
        "the earlier, ask the clerk."
    )
    warning = Warning("deadline-sources-disagree", text, deadline.page)
    if any(known.code == warning.code for known in deadline.warnings):
        return deadline
    return replace(deadline, warnings=(*deadline.warnings, warning))


def _moment(due: datetime) -> str:
    return f"{shown(due.date())} {due:%H:%M}"
