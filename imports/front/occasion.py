"""Whose meeting a paper is for, and when, where the front sheet does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Literal

from rapidfuzz import fuzz

from imports.front.occasion_hints import mentioned_after_deadline
from imports.heading.entries import BODY
from imports.heading.title import read_occasion
from imports.model.warning import Warning
from imports.patterns import regex
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.front.sheet import FrontSheet
    from imports.layout.furniture import TextLine
    from imports.model.agenda import AgendaItem
    from imports.model.document import Document
    from imports.model.minutes import Minutes
    from imports.model.tables import WorkProgrammeMeeting

_COMMITTEE = regex(
    r"\b(?:committee|board|panel|commission|cabinet|council|forum|sub-committee)\b", re.IGNORECASE
)
_ENDS_COMMITTEE = regex(rf"(?:{_COMMITTEE.pattern})(?: \([^()]*\)| \d)?$", re.IGNORECASE)
_DATED = regex(
    r"(?:meeting date|date of (?:the )?meeting|date)\s*:?\s*$|(?:meeting date|date of (?:the )?meeting"
    r"|date)\s*:",
    re.IGNORECASE,
)
_REPORT_TO = regex(
    r"(?:report )?(?:to|for|committee|meeting|decision[- ]maker)(?: the)?\s*[:–-]?\s+"
    r"(?P<body>[A-Z][^.;:]{3,90})$",
    re.IGNORECASE,
)
_MINUTES_OF = regex(
    r"\bminutes of (?:the )?(?:(?:last|previous|ordinary|public) )*(?:meetings? of (?:the )?)?"
    rf"(?P<body>(?-i:[A-Z])[\w ,&'’()-]{{3,80}}?\b{BODY})(?: meetings?)?,? (?:which (?:was|were) )?held\b",
    re.IGNORECASE,
)
# What a committee keeps of its own ("Ferry Panel work programme 2033/34")
_KEEPS = regex(
    r"\W+(?:(?:forward )?work(?:ing)? (?:programme|plan)|forward plan|action (?:log|tracker))\b.*$", re.I
)
HEAD = 8


@dataclass(frozen=True, slots=True)
class Inferred:
    """A meeting's date from elsewhere than the front sheet, with the words that say from where."""

    date: date
    time: time | None
    evidence: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whose meeting a paper is for, when and where; `basis` says whether the date is printed."""

    committee: str | None
    date: date | None
    basis: Literal["printed", "inferred", "none"]
    start_time: time | None
    venue: str | None
    warnings: tuple[Warning, ...] = ()


def find_meeting(
    document: Document,
    sheet: FrontSheet,
    heads: Sequence[Sequence[TextLine]],
    minutes: Sequence[Minutes],
    programme: Sequence[WorkProgrammeMeeting],
    own_minutes: bool,
    papers: Sequence[TextLine] = (),
) -> Meeting:
    """Say whose meeting a paper is for: by its front sheet, else by what else it holds.

    Args:
        document: for its title, subject and name.
        sheet: the front sheet.
        heads: the first lines of each paper.
        minutes: the minutes in it.
        programme: the work programme in it.
        own_minutes: whether it is nothing but minutes, and so of the meeting they record.
        papers: the lines behind the front sheet.
    """
    committee = sheet.committee or infer_committee(document, heads, minutes) or _from_minutes(sheet.agenda)
    if sheet.meeting_date:
        named = [read_occasion(text) for text in (document.title, document.subject, document.source) if text]
        times = [n.time for n in named if n and n.time and n.date == sheet.meeting_date]
        start = sheet.start_time or next(iter(times), None)
        return Meeting(committee, sheet.meeting_date, "printed", start, sheet.venue)
    if own_minutes and minutes and minutes[0].date:
        first = minutes[0]
        return Meeting(committee, first.date, "printed", first.start_time, first.venue)
    inferred = infer_date(document, heads, minutes, programme, sheet.agenda)
    inferred = _from_sheet(sheet) or inferred or _from_mentions(sheet, papers)
    if inferred is None:
        return Meeting(committee, None, "none", sheet.start_time, sheet.venue)
    start = sheet.start_time or inferred.time
    return Meeting(committee, inferred.date, "inferred", start, sheet.venue, (warn_inferred(inferred),))


def _from_minutes(agenda: Sequence[AgendaItem]) -> str | None:
    """The body whose minutes the agenda asks to confirm, where these are one body's only."""
    told = (text for item in agenda for text in (item.title, item.description or "") if "inutes" in text)
    named = {found["body"] for text in told for found in _MINUTES_OF.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _from_sheet(sheet: FrontSheet) -> Inferred | None:
    """The date the front sheet prints without a year."""
    if sheet.unyeared is None:
        return None
    return Inferred(sheet.unyeared, sheet.start_time, "its weekday and the other dates there", 1)


def _from_mentions(sheet: FrontSheet, papers: Sequence[TextLine]) -> Inferred | None:
    found = mentioned_after_deadline(sheet, papers)
    if found is None:
        return None
    told = "the papers, which name it soon after the deadline for questions"
    return Inferred(found[0], None, told, found[1])


def infer_date(
    document: Document,
    heads: Sequence[Sequence[TextLine]],
    minutes: Sequence[Minutes],
    programme: Sequence[WorkProgrammeMeeting],
    agenda: Sequence[AgendaItem],
) -> Inferred | None:
    """Work a meeting's date out from the file's properties or name, its reports, or the work programme.

    Args:
        document: for its title, subject and name.
        heads: the first lines of each paper.
        minutes: the minutes in the pack, which are of earlier meetings.
        programme: the work programme.
        agenda: the agenda's items, to find the meeting for which they are promised.
    """
    for name, text in (("title", document.title), ("subject", document.subject), ("name", document.source)):
        occasion = read_occasion(text) if text else None
        if occasion:
            return Inferred(occasion.date, occasion.time, f"the file's {name}")
    latest = max((m.date for m in minutes if m.date), default=None)
    if latest and not agenda and not heads and not programme:
        return None
    found = list(_from_heads(heads, latest))
    if found:
        day, page = max(set(found), key=lambda x: (sum(d == x[0] for d, _ in found), -x[1]))
        return Inferred(day, None, "the date at the head of a report", page)
    return _from_programme(programme, agenda, latest)


def _from_heads(heads: Sequence[Sequence[TextLine]], latest: date | None) -> Iterator[tuple[date, int]]:
    """Dates alone or behind a label at the head of a paper, within months of the last minutes."""
    for head in heads:
        for before, line in zip([None, *head], head[:HEAD], strict=False):
            dates = find_dates(line.text)
            if not dates or not dates[0].has_year:
                continue
            rest = (line.text[: dates[0].start] + line.text[dates[0].end :]).strip(" ,.:–-")
            labelled = _DATED.match(line.text) or (before is not None and _DATED.match(before.text))
            if len(rest) > 4 and not labelled:
                continue
            day = dates[0].date
            if latest is None or latest < day <= latest + timedelta(days=200):
                yield day, line.page


def _from_programme(
    programme: Sequence[WorkProgrammeMeeting], agenda: Sequence[AgendaItem], latest: date | None
) -> Inferred | None:
    """The meeting of the work programme that promises most of the agenda."""
    best: tuple[int, WorkProgrammeMeeting] | None = None
    titles = [item.title.casefold() for item in agenda if not item.is_heading]
    for meeting in programme:
        if latest and meeting.meeting_date <= latest:
            continue
        alike = sum(any(fuzz.token_set_ratio(i.casefold(), t) >= 80 for t in titles) for i in meeting.items)
        if alike >= 2 and (best is None or alike > best[0]):
            best = (alike, meeting)
    if best is None:
        return None
    return Inferred(best[1].meeting_date, None, "the work programme, which promises its items", best[1].page)


def infer_committee(
    document: Document, heads: Sequence[Sequence[TextLine]], minutes: Sequence[Minutes]
) -> str | None:
    """The committee by the minutes in the pack, the file's properties, or the head of a report."""
    named = [m.committee for m in minutes if m.committee]
    if named:
        return min(named, key=lambda name: (name.isupper(), named.index(name)))
    for text in (document.title, document.subject, document.source):
        occasion = read_occasion(text) if text else None
        if occasion and occasion.body and _COMMITTEE.search(occasion.body):
            return occasion.body
    for head in heads:
        told = (found["body"].strip() for line in head[:HEAD] if (found := _REPORT_TO.match(line.text)))
        if body := next(filter(_ENDS_COMMITTEE.search, told), None):
            return body
        for line in head[:4]:
            if (
                _COMMITTEE.search(line.text)
                and len(line.text) < 90
                and line.text[:1].isupper()
                and not line.text.endswith(".")
            ):
                day = next(iter(find_dates(line.text)), None)
                body = line.text[: day.start].rstrip(" ,-–:|") if day and day.start > HEAD else line.text
                return _KEEPS.sub("", body)
    return None


def warn_inferred(inferred: Inferred) -> Warning:
    """The warning that goes with an inferred date."""
    day = inferred.date
    lacks = "no whole date" if inferred.page == 1 else "no date"
    text = (
        f"The front sheet prints {lacks}; {day.day} {day:%B %Y} was taken from {inferred.evidence}. "
        "Check it and correct it if need be."
    )
    return Warning("meeting-date-inferred", text, inferred.page)
