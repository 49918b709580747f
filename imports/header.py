"""The top of a front sheet: whose meeting, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from imports.dates import PrintedDate, find_dates, find_times
from imports.furniture import TextLine
from imports.paragraphs import join_lines

_BODY = r"(?:sub-?committee|committee|panel|board|commission|cabinet|council|forum|executive|authority|assembly|partnership|working group|task group)"
_ENDS_BODY = re.compile(rf"\b{_BODY}\b(?:\s*\([^)]*\)|\s*[-–]\s*[A-Z][\w ]{{2,40}})?$", re.IGNORECASE)
_MEETING_OF = re.compile(
    rf"\b(?:meeting|session) of (?:the )?(?P<body>[A-Z](?:(?!\b(?:will|to be|is|held|at|which)\b)[^.;:])*?\b{_BODY}\b"
    rf"(?:(?:(?!\b(?:will|to be|is|held|at|on|which|for)\b)[^.,;:])*?\b{_BODY}\b)?)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:^|\s{2,}|(?<=[\d.mM])\s+)(?P<label>date(?: and time| & time|/time)?(?: of (?:the )?meeting)?|time(?: of meeting)?|venue|place|location"
    r"|committee|meeting|meeting of|held (?:at|in)|start(?:ing)? time|day)\s*[:–]\s*",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(
    r"(?:to|from|contact|members(?:hip)?|councillors|chair\w*|vice[- ]chair\w*|clerk|direct|tel(?:ephone)?|e-?mail|please|dear|our ref|your ref|ref"
    r"|public document pack|published|issued|dispatch\w*|despatch\w*|website|www\.|substitutes?|quorum|officer|enquiries|for further)\b",
    re.IGNORECASE,
)
_NOT_THE_MEETING = re.compile(
    r"publi(?:shed|cation)|d[ie]spatch|issued?\b|dated?\b(?!\s*(?::|and|of (?:the )?meeting|/|&))|signed|pre-?meet|briefing|deadline|question|previous|minutes|no later|by \d",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:rooms?|hall|chamber|house|suite|centre|offices?|building|library|school|theatre|teams|zoom|webex|virtual|remote(?:ly)?|online|church|"
    r"guildhall|civic|headquarters|hotel|pavilion|castle|court|street|road|parlour)\b",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:at|in|via|by)\s+(?:the\s+)?(?P<place>(?:[A-Z][^.;]*?))(?=\s+(?:on|for|when|at|commencing|from|to|and will)\b(?!\s+(?:the\s+)?[A-Z][a-z]+\s+(?:Street|Road))|[.;]|\s*$)"
)
_AGENDA_FOR = re.compile(
    r"^(?:(?:public )?agenda(?: for(?: the)?)?|notice of(?: a)? meeting(?: of(?: the)?)?|meeting)\s*[-–:]?\s*",
    re.IGNORECASE,
)
_FIRST_LINES = 90


@dataclass(frozen=True, slots=True)
class Header:
    """Who meets, when and where, each None where not printed."""

    committee: str | None = None
    date: date | None = None
    start_time: time | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the header, and its label if it has one."""

    text: str
    label: str
    gap: bool
    size: float


def read_header(lines: Sequence[TextLine], whole: str) -> Header:
    """Read what stands above the agenda.

    Args:
        lines: from the top of the file to the first item.
        whole: the document's text, where a name in capitals may be found as it is normally written.
    """
    entries = _read_entries(lines[:_FIRST_LINES])
    when = _find_when(entries)
    start, at = _find_start(entries, when)
    committee = _find_committee(entries)
    return Header(
        _normal_case(committee, whole) if committee else None,
        when[1].date if when else None,
        start,
        _find_venue(entries, when[0] if when else None, at, committee),
    )


def _read_entries(lines: Sequence[TextLine]) -> list[_Entry]:
    """Divide lines at their labels; a value may stand under its label, or under several labels."""
    entries: list[_Entry] = []
    waiting: list[str] = []
    for line in lines:
        text = line.text.strip()
        labels = list(_LABEL.finditer(text))
        before = text[: labels[0].start()].strip() if labels else text
        if before:
            label = waiting.pop(0) if waiting and not _OTHER_LABEL.match(before) else ""
            entries.append(_Entry(before, label, line.gap, line.line.size))
        for label_match, following in zip(labels, [*labels[1:], None], strict=False):
            value = text[label_match.end() : following.start() if following else len(text)].strip()
            if value:
                entries.append(_Entry(value, _plain(label_match["label"]), line.gap, line.line.size))
            else:
                waiting.append(_plain(label_match["label"]))
    return entries


def _plain(label: str) -> str:
    label = label.lower()
    if label.startswith(("date", "day")):
        return "date"
    if "time" in label:
        return "time"
    if label in ("committee", "meeting", "meeting of"):
        return "committee"
    return "venue"


def _find_when(entries: Sequence[_Entry]) -> tuple[int, PrintedDate] | None:
    """The meeting's date and the entry it stands in: the likeliest of the dates printed."""
    best: tuple[float, int, PrintedDate] | None = None
    for index, entry in enumerate(entries):
        for found in find_dates(entry.text):
            score = (
                2.0 * (found.weekday is not None)
                + 1.5 * bool(find_times(entry.text))
                + 3 * (entry.label == "date")
            )
            context = join_lines(e.text for e in entries[max(0, index - 2) : index + 1])
            score += 1.0 * bool(re.search(r"\b(?:held|meeting|attend|convened)\b", context, re.IGNORECASE))
            lead = entry.text[: found.start]
            score -= 6.0 * bool(_NOT_THE_MEETING.search(lead) and entry.label != "date")
            if best is None or score > best[0]:
                best = (score, index, found)
    return (best[1], best[2]) if best and best[0] > -3 else None


def _find_start(
    entries: Sequence[_Entry], when: tuple[int, PrintedDate] | None
) -> tuple[time | None, int | None]:
    """The start time and the entry it stands in: labelled, beside the date, or near it."""
    order = [i for i, entry in enumerate(entries) if entry.label == "time"]
    if when:
        order += [i for i in (when[0], when[0] + 1, when[0] - 1, when[0] + 2) if 0 <= i < len(entries)]
    for index in order:
        entry = entries[index]
        if entry.label == "" and index != (when[0] if when else -1) and _NOT_THE_MEETING.search(entry.text):
            continue
        text = f"at {entry.text}"
        times = [found for found in find_times(text) if found.time]
        after = [found for found in times if when and index == when[0] and found.start > when[1].start]
        if times:
            return (after or times)[0].time, index
    return None, None


def _find_committee(entries: Sequence[_Entry]) -> str | None:
    """The body that meets: labelled, named in the summons, or printed as a heading."""
    for entry in entries:
        if entry.label == "committee" and not find_dates(entry.text):
            return _tidy_body(entry.text)
    candidates = [*_headings(entries)]
    named = _MEETING_OF.search(join_lines(entry.text for entry in entries))
    if named:
        candidates.append((named["body"], 1.5))
    best = max(candidates, key=lambda item: item[1] + _rank(item[0]), default=None)
    return _tidy_body(best[0]) if best else None


def _rank(body: str) -> float:
    """How likely a name is the meeting's body rather than the council's own."""
    rank = 0.0
    if re.search(r"\b(?:committee|panel|board|commission|cabinet|forum)\b", body, re.IGNORECASE):
        rank += 2.0
    if "scrutiny" in body.lower():
        rank += 1.0
    return rank


def _headings(entries: Sequence[_Entry]) -> list[tuple[str, float]]:
    """Lines, or two or three together, that read as the name of a body."""
    found: list[tuple[str, float]] = []
    held: list[_Entry] = []
    for index, entry in enumerate(entries):
        text = _AGENDA_FOR.sub("", re.sub(r"\s{2,}", " ", entry.text)).strip()
        cut = next((d.start for d in find_dates(text)), len(text))
        text = text[:cut].rstrip(" ,-–|") if cut > 8 else text
        dated = cut <= 8 and cut < len(entry.text)
        if (
            not text
            or dated
            or entry.label
            or _OTHER_LABEL.match(text)
            or len(text) > 110
            or text.endswith(".")
        ):
            held = []
            continue
        if held and (entry.gap or abs(held[-1].size - entry.size) > 0.6):
            held = []
        held.append(_Entry(text, "", entry.gap, entry.size))
        if _ENDS_BODY.search(text):
            found.append((join_lines(e.text for e in held[-3:]), 1.0 - 0.02 * index))
            held = []
    return found


def _tidy_body(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip(" .,:;-–")
    return re.sub(r"^the (?=[A-Z])", "", text, flags=re.IGNORECASE)


def _normal_case(name: str, whole: str) -> str:
    """A name printed in capitals as it is written elsewhere in the document, where it is."""
    if not name.isupper():
        return name
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    for match in re.finditer(pattern, whole, re.IGNORECASE):
        found = re.sub(r"\s+", " ", match[0])
        if not found.isupper() and found[0].isupper():
            return found
    return name


def _find_venue(
    entries: Sequence[_Entry], when: int | None, at: int | None, committee: str | None
) -> str | None:
    """The place: labelled, in the sentence that tells the date, or the line near the date."""
    for index, entry in enumerate(entries):
        if entry.label == "venue":
            return _tidy_venue(join_lines(e.text for e in _with_more(entries, index)))
    if when is None:
        return None
    anchor = max(when, at) if at is not None and abs(at - when) <= 2 else when
    sentence = _around(entries, when)
    bare = _without_when(sentence)
    if match := _HELD_AT.search(bare):
        place = match["place"].strip(" ,")
        if _PLACE.search(place) or place[0].isupper():
            return _tidy_venue(place)
    rest = _without_when(entries[when].text).strip(" ,-–|")
    if _PLACE.search(rest) and not _ENDS_BODY.search(rest):
        return _tidy_venue(rest)
    for index in (*range(anchor + 1, min(anchor + 3, len(entries))), when - 1):
        if 0 <= index < len(entries) and _is_place(entries[index], committee, near=index == anchor + 1):
            return _tidy_venue(join_lines(e.text for e in _with_more(entries, index)))
    return next(
        (_tidy_venue(e.text) for e in entries if _is_place(e, committee, near=False) and len(e.text) < 80),
        None,
    )


def _around(entries: Sequence[_Entry], when: int) -> str:
    """The sentence the date stands in: its own line, and those before and after it without a gap."""
    first = when
    while first > 0 and not entries[first].gap and when - first < 4 and not entries[first - 1].label:
        first -= 1
    last = when
    while (
        last + 1 < len(entries)
        and not entries[last + 1].gap
        and last - when < 3
        and not entries[last + 1].label
    ):
        last += 1
    running = first < when and re.search(
        r"\b(?:held|attend|take place)\b", join_lines(e.text for e in entries[first : when + 1])
    )
    return join_lines(e.text for e in entries[first if running else when : (last if running else when) + 1])


def _without_when(text: str) -> str:
    for found in reversed(find_times(text)):
        text = f"{text[: found.start]}{text[found.end :]}"
    for day in reversed(find_dates(text)):
        text = f"{text[: day.start]}{text[day.end :]}"
    text = re.sub(
        r"\b(?:at|on|commencing(?: at)?|starting(?: at)?)\s*(?=,|$|-|–|\b(?:at|in|on|for)\b)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    return re.sub(r"\s+", " ", text).strip(" ,-–")


def _is_place(entry: _Entry, committee: str | None, near: bool) -> bool:
    text = entry.text
    if entry.label or find_dates(text) or _OTHER_LABEL.match(text) or "@" in text or len(text) > 160:
        return False
    if re.fullmatch(r"agenda", text, re.IGNORECASE) or (
        committee and text.casefold() in committee.casefold()
    ):
        return False
    if re.search(r"\b(?:will|are|must|should|please|reminded|summoned|hereby)\b", text, re.IGNORECASE):
        return False
    return _PLACE.search(text) is not None or (
        near and text[:1].isupper() and not _ENDS_BODY.search(text) and "," in text
    )


def _with_more(entries: Sequence[_Entry], index: int) -> list[_Entry]:
    """An entry and the lines an address goes on in."""
    taken = [entries[index]]
    for entry in entries[index + 1 : index + 4]:
        goes_on = (
            taken[-1].text.endswith((",", "-", "–"))
            or entry.text[:1].islower()
            or bool(_PLACE.search(entry.text) and taken[0].label)
        )
        if (
            entry.gap
            or entry.label
            or find_dates(entry.text)
            or _OTHER_LABEL.match(entry.text)
            or not goes_on
        ):
            break
        taken.append(entry)
    return taken


def _tidy_venue(text: str) -> str | None:
    text = re.sub(r"\s+", " ", text).strip(" .,;:-–")
    return re.sub(r"^(?:at|in|via) (?:the )?(?=[A-Z])", "", text, flags=re.IGNORECASE) or None
