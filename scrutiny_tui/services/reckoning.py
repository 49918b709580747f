"""From a deadline's words to the moment, with the count shown day by day and every doubt said.

Rules: N clear working days leave N whole working days strictly between the deadline's day and the
meeting's (Local Government Act 1972, Schedule 12, as councils read it); N working days that are not
called clear step back N. A time the words do not give is the end of that day, with 17:00 as the safe one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from imports.deadlines.clauses import split_clauses
from imports.deadlines.wording import find_days
from imports.model.warning import Warning
from imports.patterns import regex
from imports.words.dates import WEEKDAY, weekday_number
from scrutiny_tui.services.clock import LONDON
from scrutiny_tui.services.doctor import END_OF_DAY, WEEKDAYS, check_moment, check_papers, shown
from scrutiny_tui.services.models.deadlines import CountedDay, WorkedDeadline

if TYPE_CHECKING:
    from imports.model.deadlines import DeadlineRule, DeadlineWording
    from scrutiny_tui.services.calendars import WorkingCalendar

OFFICE_CLOSES = time(17)
_OFFICE = regex(r"business|play|office|working|\bco[bp]\b", re.IGNORECASE)
# A weekday beside a count: "the Monday, two working days before", "two working days before (i.e. Monday)".
_NAMED_WEEKDAY = regex(
    rf"\b(?:the|on|by)\s+(?P<day>{WEEKDAY})\b\s*[,(–-]\s*"
    r"(?:(?:at least|i\.?e\.?|being|that is|which is),?\s+)*"
    r"(?:\d{1,2}|[a-z]+)\s+(?:clear\s+|full\s+|whole\s+|working\s+|business\s+|calendar\s+)*days?\b"
    rf"|\bdays?\b[^.;()]{{0,60}}[(,]\s*(?:(?:i\.?e\.?|that is|being|namely|which is),?\s+)?(?:by\s+|on\s+)?"
    rf"(?:the\s+)?(?P<aside>{WEEKDAY})\s*(?:[).;,]|$)",
    re.IGNORECASE,
)
_COUNTS = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)


def work_out(
    rule: DeadlineRule, meeting_day: date, start: time | None, calendar: WorkingCalendar
) -> WorkedDeadline | None:
    """Work a rule out for one meeting.

    Args:
        rule: what the words say.
        meeting_day: the day of the meeting.
        start: when it starts, local time; rules in hours cannot be worked out without it.
        calendar: the council's working days.

    Returns:
        The moment with its working and warnings, or None where the rule needs what is not known.
    """
    try:
        if rule.basis == "hours":
            return _hours_before(rule, meeting_day, start)
        working = _working(rule, meeting_day, calendar)
        if working and rule.earlier_if_closed:
            working = _brought_forward(working, calendar)
    except OverflowError:
        return None
    if working is None:
        return None
    due, safe, doubts = _moment(rule, working[-1].day, calendar)
    checked = check_moment(rule, due, meeting_day, start, calendar)
    return WorkedDeadline(due, safe, working, (*checked, *doubts))


def work_out_wording(
    wording: DeadlineWording, meeting_day: date | None, start: time | None, calendar: WorkingCalendar
) -> WorkedDeadline | None:
    """Work out a paper's sentence for the meeting the paper is for, its doubts with the sentence's page.

    Of a date quoted in minutes only what made it stale is told, the rest is history; a rule quoted there
    speaks of meetings to come, so no day can be told.
    """
    rule, quoted = wording.rule, wording.source == "minutes"
    if rule is None or (quoted and rule.basis != "date"):
        return None
    day = (wording.meeting_date if quoted else meeting_day) or rule.date
    worked = work_out(rule, day, None if quoted else start, calendar) if day else None
    if worked is None or day is None:
        return None
    stale = check_papers(wording, worked.due, day, calendar)
    other = _other_day(wording, worked.due, day, calendar) if meeting_day else ()
    doubts = stale if quoted else (*worked.warnings, *other, *stale)
    return replace(worked, warnings=tuple(replace(doubt, page=wording.page or None) for doubt in doubts))


def _other_day(
    wording: DeadlineWording, due: datetime, meeting_day: date, calendar: WorkingCalendar
) -> Iterator[Warning]:
    """A doubt where one sentence names a date or a weekday and gives a rule for another day."""
    rule = wording.rule
    if rule is None or len(split_clauses(wording.text, meeting_day)) != 1:
        return
    if rule.basis != "date":
        yield from _other_weekday(wording.text, rule, due)
        return
    for day in find_days(wording.text, meeting_day):
        if day.rule.basis in ("date", "hours") or not day.rule.count:
            continue
        counted = _working(day.rule, meeting_day, calendar)
        if counted and counted[-1].day != due.date():
            text = (
                f"The same words print {shown(due.date())} and give a rule that makes it "
                f"{shown(counted[-1].day)}. The printed date holds; keep to the earlier, ask the clerk."
            )
            yield Warning("deadline-sources-disagree", text)
            return


def _other_weekday(words: str, rule: DeadlineRule, due: datetime) -> Iterator[Warning]:
    """A doubt where a count lands on another weekday than the one named with it."""
    if not rule.basis.endswith("days") or not rule.count:
        return
    for named in _NAMED_WEEKDAY.finditer(words):
        weekday = weekday_number(named["day"] or named["aside"])
        if weekday != due.weekday():
            text = (
                f"The same words name a {WEEKDAYS[weekday]} and give a count that makes it "
                f"{shown(due.date())}. Keep to the earlier, ask the clerk."
            )
            yield Warning("deadline-sources-disagree", text)
            return


def _working(
    rule: DeadlineRule, meeting_day: date, calendar: WorkingCalendar
) -> tuple[CountedDay, ...] | None:
    """The days from the meeting back to the deadline's, or None for a dated rule without its date."""
    if rule.basis == "date":
        if rule.date is None:
            return None
        return (CountedDay(rule.date, True, "printed"),)
    if rule.basis in ("clear working days", "working days"):
        return tuple(_count_working_days(rule, meeting_day, calendar))
    if rule.basis == "calendar days":
        span = int(rule.count)
        days = [meeting_day - timedelta(days=n) for n in range(span + 1)]
        whys = ["meeting", *(_spelt(n) for n in range(1, span + 1))]
        return tuple(CountedDay(day, n > 0, why) for n, (day, why) in enumerate(zip(days, whys, strict=True)))
    return _weekday_before(rule, meeting_day)


def _brought_forward(working: tuple[CountedDay, ...], calendar: WorkingCalendar) -> tuple[CountedDay, ...]:
    """The working that goes on to a working day where its last day is none, because the words say so."""
    *rest, last = working
    closed = calendar.why_closed(last.day)
    if not closed:
        return working
    open_day = _working_day(last.day, calendar)
    return (*rest, CountedDay(last.day, False, closed), CountedDay(open_day, True, "brought forward"))


def _weekday_before(rule: DeadlineRule, meeting_day: date) -> tuple[CountedDay, ...] | None:
    if rule.weekday is None:
        return None
    if rule.basis == "weekday before":
        back = (meeting_day.weekday() - rule.weekday) % 7 or 7
        day = meeting_day - timedelta(days=back + 7 * max(0, int(rule.count) - 1))
    else:
        monday = meeting_day - timedelta(days=meeting_day.weekday() + 7 * int(rule.count))
        day = monday + timedelta(days=rule.weekday)
    return CountedDay(meeting_day, False, "meeting"), CountedDay(day, True, WEEKDAYS[rule.weekday])


def _count_working_days(
    rule: DeadlineRule, meeting_day: date, calendar: WorkingCalendar
) -> Iterator[CountedDay]:
    """Count back: a clear day must lie whole between, so the deadline's day is the next one after it."""
    clear = rule.basis == "clear working days"
    yield CountedDay(meeting_day, False, "meeting")
    counted, last, day = 0, int(rule.count) + clear, meeting_day
    while counted < last:
        day -= timedelta(days=1)
        if closed := calendar.why_closed(day):
            yield CountedDay(day, False, closed)
            continue
        counted += 1
        due = counted == last
        yield CountedDay(day, True, "deadline" if due and clear else _spelt(counted))


def _spelt(count: int) -> str:
    return _COUNTS[count] if 0 < count < len(_COUNTS) else str(count)


def _hours_before(rule: DeadlineRule, meeting_day: date, start: time | None) -> WorkedDeadline | None:
    """Hours are elapsed hours: over a change of the clocks they are not the same time of day."""
    if start is None:
        return None
    meeting = datetime.combine(meeting_day, start, tzinfo=LONDON)
    utc = meeting.astimezone(UTC) - timedelta(hours=rule.count)
    due = utc.astimezone(LONDON).replace(tzinfo=None)
    same_clock = datetime.combine(meeting_day, start) - timedelta(hours=rule.count)
    doubts: tuple[Warning, ...] = ()
    if same_clock != due:
        doubts = (
            Warning("deadline-clock-change", "The clocks change in these hours; the earlier time is safe."),
        )
    days = {meeting_day: CountedDay(meeting_day, False, "meeting")}
    days[due.date()] = CountedDay(due.date(), True, f"{rule.count:g} hours before {start:%H:%M}")
    return WorkedDeadline(due, min(due, same_clock) if doubts else None, tuple(days.values()), doubts)


def _moment(
    rule: DeadlineRule, day: date, calendar: WorkingCalendar
) -> tuple[datetime, datetime | None, tuple[Warning, ...]]:
    """The moment on its day, the safe one where the words leave room, and that doubt as a warning."""
    if rule.time is not None:
        return datetime.combine(day, rule.time), None, ()
    if rule.before:  # "before Monday": the day itself is too late
        day -= timedelta(days=1)
    due = datetime.combine(day, OFFICE_CLOSES if _OFFICE.search(rule.time_words) else END_OF_DAY)
    safe = datetime.combine(_working_day(day, calendar), OFFICE_CLOSES)
    if due.time() == OFFICE_CLOSES:
        text = f'"{rule.time_words}" gives no hour: taken as 17:00; ask the clerk when the office closes.'
        return due, None if safe == due else safe, (Warning("deadline-time-ambiguous", text),)
    said = (
        f'"{rule.time_words}" may mean midnight or close of business'
        if rule.time_words
        else "No time is given"
    )
    text = f"{said}: taken as 23:59; {'' if safe.date() == day else f'{shown(safe.date())} '}17:00 is safe."
    return due, safe, (Warning("deadline-time-ambiguous", text),)


def _working_day(day: date, calendar: WorkingCalendar) -> date:
    """The day, or the last working day before it."""
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return day


def told_once(
    worked: Sequence[tuple[DeadlineWording, WorkedDeadline | None]],
) -> list[tuple[DeadlineWording, WorkedDeadline | None]]:
    """The deadlines without those that only say again when another is due, as a rule beside its date does."""
    told: list[tuple[DeadlineWording, WorkedDeadline | None]] = []
    for wording, answer in sorted(worked, key=lambda x: x[0].rule is None or x[0].rule.time is None):
        again = answer is not None and any(
            other is not None
            and (other.due == answer.due or (other.due.date() == answer.due.date() and not _timed(wording)))
            and (one.applies_to, one.tier) == (wording.applies_to, wording.tier)
            and "minutes" not in (one.source, wording.source)
            for one, other in told
        )
        if not again:
            told.append((wording, answer))
    return [pair for pair in worked if pair in told]


def _timed(wording: DeadlineWording) -> bool:
    return wording.rule is not None and wording.rule.time is not None
