"""The top of a front sheet: whose meeting, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import zip_longest
from typing import TYPE_CHECKING

from imports.heading.bodies import (
    WELSH,
    in_english,
    name_council,
    normal_case,
    rank_body,
    tidy_body,
    undivided,
)
from imports.heading.entries import BODY, ENDS_BODY, OTHER_LABEL, Entry, read_entries
from imports.heading.venue import HELD, find_venue
from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.words.called import FOR_THE, PACK, SUPPLEMENT
from imports.words.dates import MONTH, YEAR, PrintedDate, find_dates, find_times, is_date
from imports.words.days_together import first_hour, first_of_days
from imports.words.names import is_titled
from imports.words.presenters import is_post

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_MEETING_OF = regex(
    rf"\b(?:meeting|session) of (?:the )?(?P<body>[A-Z](?:(?!\b(?:will|to be|is|held|at"
    rf"|which|dear|\d{{1,2}}(?:st|nd|rd|th))\b)[^.;:])*?\b{BODY}\b"
    rf"(?:(?!\s+Council\b)(?:(?!\b(?:will|to be|is|held|at|on|which|for|dear|you)\b)[^.,;:\d])*?\b{BODY}\b)?"
    r"(?:\s\([^()]{3,60}\))?"
    rf"(?:\s(?:\d|[A-D])(?=\s+(?:will|to be|is|held|on|at|which)\b))?)",
    re.IGNORECASE,
)
_SUMMONED = regex(
    rf"\bmembers of (?:the )?(?P<body>[A-Z](?:(?!\b(?:are|is|will)\b)[^.;:])*?\b{BODY})\s+(?:are|is)\s+"
    r"(?:hereby )?(?:invited|summoned|requested|asked)",
    re.IGNORECASE,
)
_MEETS = regex(
    r"\b(?:attend|notice of) (?:the|an?)(?: (?:following|virtual|remote|online|next))* "
    rf"(?P<body>(?-i:[A-Z])[^.;:]{{3,90}}?\b{BODY})\s+meeting\b",
    re.IGNORECASE,
)
_WILL_MEET = regex(
    r"(?:^(?!Notice)|\b[Tt]hat (?:the )?|\bThe )"
    rf"(?P<body>[A-Z][^.;:]{{3,90}}?\b(?i:{BODY})) will (?:hold|meet)\b"
)
_NOT_THE_MEETING = regex(
    r"publi(?:shed|cation)|d[ie]spatch|issued?\b|(?<!above )dated?\b(?!\s*(?::|and|of (?:the )?meeting|/|&))"
    r"|signed|\bposted\b"
    r"|pre-?meet|site (?:visit|inspection)|next meeting|adjourned from|originally|postponed from|briefing"
    r"|\bclos(?:es?|ing)\b|consultation|\bregist(?:er|ration)|call(?:ed)?[- ]in\b|petition|motions?\b|nominat"
    r"|substitut|deadline|question|previous|minutes|no later|by \d",
    re.IGNORECASE,
)
_SENTENCE_ENDS = regex(r"(?<![ap]\.m)(?<!\bNo)\.\s+(?=[A-Z])")
# "... received by noon on", in the words that lead up to a date: a deadline's, not the meeting's.
_DUE = regex(
    r"\b(?:by(?! (?:microsoft|ms|teams|zoom|video|remote|virtual)\b)"
    r"|before|until|(?:no|not) later than|deadline|received)\s+(?:[\w.:]+\s+){0,5}$",
    re.IGNORECASE,
)
_NEXT = regex(r"(?:dates? of )?(?:the )?next (?:\w+ )?meetings?:?", re.IGNORECASE)
_MEETING_ON = regex(r"\bmeeting(?: to be held)? on (?:the |\w{2,3} )?$", re.IGNORECASE)
_MOVED_TO = regex(
    r"\b(?:will now (?:be held|take place|meet)|(?:postponed|rescheduled|re-?arranged|moved|brought forward)"
    r" (?:to|until|for)|reconven\w+)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_AGENDA_FOR = regex(
    rf"^(?:(?:{SUPPLEMENT}|{PACK}){FOR_THE}"
    r"|notice of(?: an?)?(?: (?:hybrid|remote|virtual|special|extraordinary|multi-location))* meeting"
    r"(?: of(?: the)?)?"
    r"|meeting)\s*[-–:|]?\s*",
    re.IGNORECASE,
)
# "Planning Committee update sheet"
_PAPER_OF = regex(r"(?<=[a-z]) (?:agenda|update sheet|addendum|late (?:papers|items))$", re.IGNORECASE)
_POINTS_BACK = regex(r"(?:the )?(?:above|said|following|aforementioned)\b", re.IGNORECASE)
# A council's name over its committee's
_COUNCILS_NAME = regex(
    r"(?:(?:london|royal|metropolitan) )*(?:borough|city|county|district) of [\w ,&’'-]{3,40}"
    r"|[\w ,&’'-]{3,40} (?:metropolitan|royal|county) borough",
    re.IGNORECASE,
)
_SPAN = regex(r"\b\d{1,2}[.:]\d\d(?=\s?(?:[-–]|to)\s?\d{1,2}[.:]\d\d)")
_LETTER = regex(r"(?:our|your) ref|ask for|direct (?:line|dial)|dear\b", re.IGNORECASE)
_CONVENES = regex(r"\b(?:held|meeting|attend|convened|will meet)\b", re.IGNORECASE)
_KIND_OF_MEETING = regex(
    r"(?:(?:annual|ordinary|special|extraordinary|general|monthly) )+meeting", re.IGNORECASE
)
_NO_BODY = regex(
    rf"chief executive(?: \([^()]*\))?|(?:open|public) forum|council business|(?:council )?meetings|{MONTH} "
    rf"{YEAR}",
    re.IGNORECASE,
)
# The trail of a page ("Home » Agendas"), and a summons that names its body once more.
_NO_HEADING = regex(r"»|\bmeeting of the council$", re.IGNORECASE)
_NOT_ALONE = ("committee", "panel", "authority", "board")
FIRST_LINES, NEAR, HEADLINE, LETTER_BEFORE = 90, 120, 45, 45


@dataclass(frozen=True, slots=True)
class Header:
    """Who meets, when and where, each None where not printed; `has_year` where the date is printed whole."""

    committee: str | None = None
    date: date | None = None
    start_time: time | None = None
    venue: str | None = None
    has_year: bool = True


def read_header(lines: Sequence[TextLine], whole: str, near: date | None = None) -> Header:
    """Read what stands above the agenda.

    Args:
        lines: from the top of the file to the first item.
        whole: the document's text, where a name in capitals may be found as it is normally written.
        near: a day within weeks of the meeting: the date printed without a year is taken then, where
            its weekday agrees.
    """
    entries = read_entries(lines[:FIRST_LINES])
    when = _find_when(entries, near)
    when = _behind_letters_date(entries, when) or when
    start, at = _find_start(entries, when)
    committee = _find_committee(entries)
    return Header(
        normal_case(committee, whole) if committee else None,
        when[1].date if when else None,
        start,
        find_venue(entries, when[0] if when else None, at, committee),
        when is None or when[1].has_year,
    )


def _behind_letters_date(
    entries: Sequence[Entry], when: tuple[int, PrintedDate] | None
) -> tuple[int, PrintedDate] | None:
    """The meeting's date without a year ("on Wednesday 10th June") where the one whole date is a letter's."""
    if (
        when is None
        or when[1].weekday is not None
        or entries[when[0]].label
        or not is_date(entries[when[0]].text)
    ):
        return None
    later = _find_when(entries, when[1].date)
    if later is None or not 0 < (later[1].date - when[1].date).days <= LETTER_BEFORE:
        return None
    told = join_lines(entry.text for entry in entries[max(0, later[0] - 2) : later[0] + 1])
    return later if _CONVENES.search(told) else None


def _find_when(entries: Sequence[Entry], near: date | None) -> tuple[int, PrintedDate] | None:
    """The meeting's date and the entry it stands in: the likeliest of the dates printed."""
    best: tuple[float, int, PrintedDate] | None = None
    for index, entry in enumerate(entries):
        for found in find_dates(entry.text, near):
            if near and (found.has_year or found.weekday != found.date.weekday()):
                continue
            score = (
                2.0 * (found.weekday is not None)
                + 1.5 * bool(find_times(entry.text))
                + 3 * (entry.label == "date")
            )
            score += 1.0 * any(e.label in ("time", "venue") for e in entries[index + 1 : index + 3])
            context = join_lines(e.text for e in entries[max(0, index - 2) : index + 1])
            score += 1.0 * bool(_CONVENES.search(context))
            beside = join_lines(e.text for e in entries[max(0, index - 2) : index + 3])
            score -= 3.0 * (entry.label == "date" and found.weekday is None and bool(_LETTER.search(beside)))
            lead = entry.text[: found.start]
            score += 1.5 * (
                not entry.label
                and found.weekday is not None
                and len(entry.text) - (found.end - found.start) < HEADLINE
            )
            score += 1.5 * bool(ENDS_BODY.search(lead.rstrip(" ,-–|")))  # "Ferry Panel - Friday, 8 July"
            score += 1.5 * bool(_MEETING_ON.search(lead))
            score += 4.0 * bool(_MOVED_TO.search(lead))
            told = _SENTENCE_ENDS.split(lead)[-1]
            score -= 6.0 * bool(_NOT_THE_MEETING.search(told) and entry.label != "date")
            above = [] if entry.gap else [e.text for e in entries[max(0, index - 1) : index]]
            running = join_lines([*above, lead])
            another = _DUE.search(f"{running} ") or (above and _NEXT.fullmatch(above[0]))
            score -= 6.0 * bool(another and entry.label != "date")
            if best is None or score > best[0]:
                best = (score, index, found)
    if best is None or best[0] <= -3:
        return None
    return best[1], first_of_days(entries[best[1]].text, best[2])


def _find_start(
    entries: Sequence[Entry], when: tuple[int, PrintedDate] | None
) -> tuple[time | None, int | None]:
    """The start time and the entry it stands in: labelled, beside the date, or near it."""
    order = [i for i, entry in enumerate(entries) if entry.label == "time"]
    if when is None:
        order += [i for i, entry in enumerate(entries) if HELD.search(entry.text)]
    if when:
        order += [i for i in (when[0], when[0] + 1, when[0] - 1, when[0] + 2) if 0 <= i < len(entries)]
        order += [i for i, entry in enumerate(entries) if "above date" in entry.text.casefold()]
        order += [i for i, entry in enumerate(entries) if HELD.search(entry.text)]
    for index in order:
        entry = entries[index]
        aside = entry.label == "" and index != (when[0] if when else -1)
        if aside and _NOT_THE_MEETING.search(entry.text):
            continue
        days = find_dates(entry.text)
        if aside and when and days and when[1].date not in [day.date for day in days]:
            continue  # of something else: a deadline, a call-in
        text = f"at {entry.text}"
        if entry.text.endswith(" at") and index + 1 < len(entries):
            text = f"{text} {entries[index + 1].text}"  # the line ended before the hour
        times = [found for found in find_times(text) if found.time]
        if when and index == when[0]:
            begun = when[1].start - len(_SENTENCE_ENDS.split(entry.text[: when[1].start])[-1])
            times = [x for x in times if begun <= x.start and abs(x.start - when[1].start) < NEAR]
        after = [found for found in times if when and index == when[0] and found.start > when[1].start]
        if not times and when and index == when[0] and (span := _SPAN.search(entry.text, when[1].end)):
            times = [found for found in find_times(f"at {span[0]}") if found.time]
        if times:
            return first_hour(text, *(after or times)[:2]), index
    return None, None


def _find_committee(entries: Sequence[Entry]) -> str | None:
    """The body that meets: labelled, named in the summons, or printed as a heading."""
    for entry, following in zip_longest(entries, entries[1:]):
        kind = _KIND_OF_MEETING.fullmatch(entry.text)
        if entry.label == "committee" and not (kind or find_dates(entry.text)):
            return tidy_body(_labelled_body(entry.text, following))
    candidates = _headings(entries)
    whole = undivided(join_lines(entry.text for entry in entries))
    for named in (_MEETING_OF.search(whole), _SUMMONED.search(whole), _MEETS.search(whole)):
        body = tidy_body(named["body"]).casefold() if named else ""
        if named and " " in named["body"] and body not in _NOT_ALONE and not _POINTS_BACK.match(body):
            candidates.append((named["body"], 1.5 if " " in body else 0.95))
    texts = (
        ()
        if any(rank_body(body) > 0 for body, _ in candidates)
        else (*(entry.text for entry in entries), whole)
    )
    if named := next(filter(None, map(_WILL_MEET.search, texts)), None):
        return tidy_body(named["body"])
    best = max(candidates, key=lambda item: item[1] + rank_body(item[0]), default=None)
    return name_council(tidy_body(best[0]), whole) if best else None


def _labelled_body(text: str, following: Entry | None) -> str:
    """A body's name behind its label, with the rest of it on the next line."""
    if following is None or ENDS_BODY.search(text) or following.gap or following.label:
        return text
    return f"{text} {following.text}" if ENDS_BODY.search(following.text) else text


def _headings(entries: Sequence[Entry]) -> list[tuple[str, float]]:
    """Lines, or two or three together, that read as the name of a body."""
    found: list[tuple[str, float]] = []
    held: list[Entry] = []
    for index, entry in enumerate(entries):
        text = _AGENDA_FOR.sub("", re.sub(r"\s{2,}", " ", entry.text)).strip()
        text = _PAPER_OF.sub("", text)
        alone = re.sub(r" meeting$", "", text, flags=re.IGNORECASE)
        text = alone if ENDS_BODY.search(alone) else text
        cut = next((d.start for d in find_dates(text)), len(text))
        text = _PAPER_OF.sub("", text[:cut].rstrip(" ,-–|")) if cut > 8 else text
        text = in_english(text)
        dated = cut <= 8 and cut < len(entry.text)
        if (
            not text
            or dated
            or entry.label
            or OTHER_LABEL.match(text)
            or len(text) > 110
            or text.endswith(".")
            or _NO_HEADING.search(text)
        ):
            held = []
            continue
        signed = not ENDS_BODY.search(text) and (is_titled(text) or is_post(text))
        if signed or _NO_BODY.fullmatch(text) or _COUNCILS_NAME.fullmatch(text) or WELSH.match(text):
            held = []
            continue
        if held and (entry.gap or abs(held[-1].size - entry.size) > 0.6):
            held = []
        held.append(Entry(text, "", entry.gap, entry.size))
        if ENDS_BODY.search(text) and (held[1:] or text.casefold() not in _NOT_ALONE):
            found.append((join_lines(e.text for e in held[-3:]), 1.0 - 0.02 * index))
            held = []
    return found
