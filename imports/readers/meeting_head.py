"""The head of a saved meeting page: whose meeting, when and where, the clerk, and who attended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imports.heading.bodies import in_english
from imports.heading.entries import BODY, ENDS_BODY
from imports.heading.title import read_occasion
from imports.heading.venue import DIRECTIONS
from imports.model.warning import Warning
from imports.patterns import regex
from imports.readers.markup import classes, pieces_of, tag_of, words_of
from imports.words.dates import find_dates, find_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from imports.readers.meeting import WebMeeting

_TITLE = regex(
    r"(?:(?:public |printed |draft )*(?:agenda|minutes|decisions?)"
    r"(?:,? (?:and )?(?:agenda|minutes|decisions?))*|meeting|issue details|decision details)"
    r"\s*+(?:for|of|[-–:])\s++(?P<body>.+?)(?<!\s)\s++on\s+",
    re.IGNORECASE,
)
# What a site prints before the body where a meeting has a title ("Ordinary Meeting, Moor County Council").
_OWN_TITLE = regex(rf"^(?:[\w ,-]{{0,60}}?\bmeeting(?: \([^()]*\))?|[EA]GM), (?=.*\b{BODY}$)", re.IGNORECASE)
_SEGMENTS = regex(r"\s+(?:[-–|]|::)\s+")
_LABEL = regex(r"(?:venue|location|contact(?: officer)?|(?:meeting )?status)\s*:?", re.IGNORECASE)
_TOLD = regex(r"(?P<what>venue|location|contact)\s*:\s*(?P<rest>\S.{3,200})", re.IGNORECASE)
_OF_MEETING = regex(r"(?:agenda|minutes?|decisions?)\b", re.IGNORECASE)
_CAME = regex(r"(?:present|in attendance|attended)\b", re.IGNORECASE)
_SENT_APOLOGIES = regex(r"apolog", re.IGNORECASE)
_MEMBER = regex(r"(?:member|chair|councillor|vice|substitute|co-?opt)", re.IGNORECASE)


# What opens minutes as they were printed
_PRINTED = regex(
    r"(?:draft )?(?:minutes?|notes?) of (?:the |an? )?(?:\w+ ){0,3}(?:meeting|proceedings)\b", re.IGNORECASE
)
_LISTS = regex(r"(?:[\w-]+ ){0,2}(?:present|apologies)\s*:|sederunt\b", re.IGNORECASE)


def are_printed(words: Sequence[str]) -> bool:
    """Whether what stands above a list of items opens printed minutes, with those present."""
    return any(map(_PRINTED.match, words)) and any(map(_LISTS.match, words))


def read_head(root: _Element, meeting: WebMeeting, title: str) -> None:
    """Read whose meeting it is, when and where: from the page's title, headings and labels."""
    named = _TITLE.match(title)
    parted = None if named else _named_body(title)
    occasion = read_occasion(title) if not (named or parted) else None
    if named or parted:
        meeting.committee = (named["body"] if named else parted or "").strip(" -–,")
    elif occasion:
        meeting.committee, meeting.date, meeting.start_time = occasion.body, occasion.date, occasion.time
    headings = [x for x in root.iter("h1", "h2", "h3") if not in_item(x)]
    subtitles = [x for x in headings if "mgSubTitleTxt" in classes(x)]
    for words in [title, *(words_of(x) for x in [*subtitles, *headings])]:
        read_when(words, meeting)
    if meeting.start_time is None:
        spoken = [t.time for x in [*subtitles, *headings] for t in find_times(words_of(x)) if t.time]
        meeting.start_time = spoken[0] if spoken else None
    meeting.committee = in_english(meeting.committee) if meeting.committee else None
    for label in root.iter():
        plain = tag_of(label) in ("strong", "b", "span") and _LABEL.fullmatch(words_of(label))
        if "mgLabel" in classes(label) or plain:
            _read_label(label, meeting)
    for element in root.iter("p", "li"):
        if not in_item(element):
            read_told(words_of(element), meeting)


def read_when(words: str, meeting: WebMeeting) -> None:
    """Read the day off a heading, the hour behind it and whose meeting it is before it."""
    days = find_dates(words) if meeting.date is None else ()
    if not days:
        return
    meeting.date = days[0].date
    meeting.start_time = next((t.time for t in find_times(words[days[0].start :]) if t.time), None)
    body = words[: days[0].start].strip(" -–,")
    body = re.sub(r"^(?:agenda|minutes|meeting)\b(?::|.*?\b(?:for|of|-))\s+", "", body, flags=re.IGNORECASE)
    body = _OWN_TITLE.sub("", re.sub(r"\s+on$", "", body))
    if meeting.committee is None and sum(map(str.isalpha, body)) > 5:
        meeting.committee = body


def read_told(words: str, meeting: WebMeeting) -> bool:
    """Read the venue or the clerk off a paragraph that tells it behind a plain word ("Venue: Room 2")."""
    told = _TOLD.fullmatch(words)
    if told is None:
        return False
    if told["what"].casefold() != "contact":
        meeting.venue = meeting.venue or DIRECTIONS.sub("", told["rest"]).strip()
    elif not any(n.startswith("Contact") for n in meeting.notes):
        meeting.notes.append(f"Contact: {told['rest'].strip()}")
    return True


def _named_body(title: str) -> str | None:
    """The body among the parts of a page's title ("Agenda - Health Committee - 9 May 2024 - X Council")."""
    parts = [part for part in _SEGMENTS.split(title) if ENDS_BODY.search(part) and not find_dates(part)]
    parts = [part for part in parts if not _OF_MEETING.match(part)]
    return min(parts, key=lambda part: part.casefold().endswith(("council", "authority")), default=None)


def _read_label(label: _Element, meeting: WebMeeting) -> None:
    """Read the venue and the clerk, each beside its label."""
    parent = label.getparent()
    if parent is None:
        return
    name = words_of(label).strip(" :\xa0").casefold()
    rest = " ".join(piece.text for piece in pieces_of(parent))[len(words_of(label)) :].strip(" :\xa0")
    if name in ("venue", "location") and meeting.venue is None:
        meeting.venue = DIRECTIONS.sub("", rest) or None
    elif name.startswith("contact") and rest:
        mails = [x.get("href", "")[7:] for x in parent.iter("a") if x.get("href", "").startswith("mailto:")]
        extra = [mail.split("?")[0] for mail in mails if mail.split("?")[0] not in rest]
        meeting.notes.append(f"Contact: {' '.join([rest, *extra])}")
    elif name in ("meeting status", "status"):
        note_status(meeting, rest)


def note_status(meeting: WebMeeting, status: str) -> None:
    """Warn where a meeting was cancelled or moved, in the council's own words."""
    if re.search(r"cancel|postpone|abandon|reschedul|adjourn|moved", status, re.IGNORECASE):
        meeting.notes.append(f"Meeting status: {status}")
        meeting.warnings.append(
            Warning("meeting-status", f"The council gives this meeting's status as: {status}.", 1)
        )


def in_item(element: _Element) -> bool:
    """Whether an element stands among the agenda's items."""
    return any("mgItemTable" in classes(up) for up in element.iterancestors())


def read_attendance(root: _Element, meeting: WebMeeting) -> None:
    """Read a table of who attended: a name, what they are, and whether they were present."""
    for row in root.iter("tr"):
        cells = [words_of(cell) for cell in row if tag_of(cell) in ("td", "th")]
        if in_item(row) or not 2 <= len(cells) <= 4 or not cells[0]:
            continue
        if _SENT_APOLOGIES.match(cells[-1]):
            meeting.apologies.append(cells[0])
        elif _CAME.match(cells[-1]):
            is_member = len(cells) == 2 or any(_MEMBER.search(cell) for cell in cells[:-1])
            (meeting.present if is_member else meeting.officers).append(cells[0])
