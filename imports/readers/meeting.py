"""A meeting as a council's web site gives it, field by field, set as a `Document`.

The saved meeting page and the web service's XML say the same things in two forms; both end here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TYPE_CHECKING, Literal

from imports.agenda.item import SCOPE
from imports.layout.furniture import find_furniture, read_lines
from imports.minutes.ending import read_conclusion
from imports.minutes.items import ItemSpan
from imports.minutes.paragraphs import Place, read_item
from imports.minutes.reading import apologies_minuted
from imports.model.agenda import AgendaItem, ExemptPage, LinkedPaper
from imports.model.document import Document, Told
from imports.model.minutes import MinuteItem, Minutes
from imports.patterns import regex
from imports.readers.typesetting import Typesetter
from imports.words.names import is_posted
from imports.words.presenters import find_presenters, names_presenter

if TYPE_CHECKING:
    from imports.model.pack import PackKind
    from imports.model.warning import Warning

_SIZE = regex(
    r"(?:[\s,]+(?:pdf|word|doc|image) icon)?"
    r"[\s,]*+\(?(?:(?:PDF|DOCX?|XLSX?|PPTX?|RTF|TXT|ZIP|HTML?)\b[\s,:]*+)*+\(?\d[\d.,]*+\s?[KMG]B\)?\s*$",
    re.IGNORECASE,
)
_FORMAT = regex(r"\s+\(?(?:PDF|DOCX?)\)?\s*$")
_OF_ITEM = regex(r"(?<!\s)\s*+,?\s*+item\s++\d{1,4}[a-z]?\.?\s*$", re.IGNORECASE)
_NUMBER = regex(r"(?P<number>(?:\d\d-\d\d/)?(?:[A-Z]{1,3}[./ ]?)?\d{1,4}(?:[./]\d{1,4})?[a-z]?)[.):]?")
_NUMBERED = regex(r"(?P<number>\d{1,3}[a-z]?)[.):]\s*(?P<title>[^\d\s].*)")
LONGEST_POSTED = 80


@dataclass(slots=True)
class WebItem:
    """One item of a meeting as its source gives it; paragraphs without line breaks."""

    number: str | None
    title: str
    description: list[str] = field(default_factory=list)
    decision: list[str] = field(default_factory=list)
    minutes: list[str] = field(default_factory=list)
    links: list[LinkedPaper] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    minute_number: str | None = None
    is_heading: bool = False
    restricted: bool = False


@dataclass(slots=True)
class WebMeeting:
    """A meeting as its source gives it; `earlier` ones where a page tells of several."""

    committee: str | None = None
    date: date | None = None
    start_time: time | None = None
    venue: str | None = None
    notes: list[str] = field(default_factory=list)
    items: list[WebItem] = field(default_factory=list)
    links: list[LinkedPaper] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)
    officers: list[str] = field(default_factory=list)
    warnings: list[Warning] = field(default_factory=list)
    kind: PackKind | None = None
    earlier: list[WebMeeting] = field(default_factory=list)


def tidy_caption(text: str) -> str:
    """A link's words without the kind and size of the file behind it (`PDF 172 KB`)."""
    text = " ".join(text.split())
    cut = _SIZE.sub("", text)
    if cut != text:
        cut = _OF_ITEM.sub("", _FORMAT.sub("", cut))
    return cut.strip(" ,-–")


def split_number(text: str) -> tuple[str | None, str]:
    """An item's number and the rest of its heading: either may be missing."""
    if alone := _NUMBER.fullmatch(text.strip()):
        return alone["number"].replace(" ", ""), ""
    found = _NUMBERED.match(text.strip())
    return (found["number"], found["title"].strip()) if found else (None, text.strip())


def as_document(
    meeting: WebMeeting, source: str, data: bytes, form: Literal["html", "xml", "text"], title: str = ""
) -> Document:
    """Set a meeting in type and keep beside it what its source says outright."""
    setter = Typesetter()
    _set_head(meeting, setter)
    paragraphs: list[tuple[int, str, int]] = []
    for place, item in enumerate(meeting.items):
        _set_item(item, place, setter, paragraphs)
    notes = [(text, 1) for text in meeting.notes]
    for link in [*meeting.links, *(link for item in meeting.items for link in item.links)]:
        setter.link(link.url)
    setter.end_page()
    minuted = [(one, _set_minutes(one, setter)) for one in (meeting, *meeting.earlier)]
    exempt = _set_restricted(meeting, setter)
    numbered = any(item.number for item in meeting.items)
    document = Document(
        source, hashlib.sha256(data).hexdigest(), form, setter.pages(), title=title, links=tuple(setter.links)
    )
    told = Told(
        committee=meeting.committee,
        meeting_date=meeting.date,
        start_time=meeting.start_time,
        venue=meeting.venue,
        agenda=tuple(_agenda_item(item, numbered) for item in meeting.items),
        paragraphs=tuple(paragraphs),
        notes=tuple(notes),
        minutes=tuple(_read_minutes(document, one, items) for one, items in minuted if items),
        decided=any(item.decision for item in meeting.items),
        linked=(*meeting.links, *(link for item in meeting.items for link in item.links)),
        exempt=exempt,
        warnings=tuple(meeting.warnings),
        kind=meeting.kind,
    )
    return replace(document, told=told)


def _set_head(meeting: WebMeeting, setter: Typesetter) -> None:
    if meeting.committee:
        setter.add(meeting.committee, bold=True)
    if meeting.date:
        at = f", {meeting.start_time:%H:%M}" if meeting.start_time else ""
        setter.add(f"{meeting.date:%A} {meeting.date.day} {meeting.date:%B %Y}{at}")
    if meeting.venue:
        setter.add(f"Venue: {meeting.venue}")
    for note in meeting.notes:
        setter.add(note)
    for link in meeting.links:
        setter.add(f"{link.title}: {link.url}")
    setter.add("Agenda", bold=True)


def _set_item(item: WebItem, place: int, setter: Typesetter, paragraphs: list[tuple[int, str, int]]) -> None:
    heading = f"{item.number}. {item.title}" if item.number else item.title
    setter.add(heading, bold=True)
    paragraphs.append((place, item.title, 1))
    for text in () if item.restricted else item.description:
        setter.add(text)
        paragraphs.append((place, text, 1))
    for text in item.papers:
        setter.add(text)
    for link in item.links:
        restricted = " (restricted)" if link.restricted else ""
        setter.add(f"{link.title}{restricted}: {link.url}")
    decision = () if item.restricted else item.decision
    if decision:
        setter.add("Decision", bold=True)
    for text in decision:
        setter.add(text)
        paragraphs.append((place, text, 1))


def _agenda_item(item: WebItem, numbered: bool) -> AgendaItem:
    empty = not (item.links or item.description or item.decision or item.minutes)
    heading = item.is_heading or (
        empty and ((numbered and item.number is None) or SCOPE.match(item.title) is not None)
    )
    officers, rest = _part_presenters(item.description)
    description = None if item.restricted else " ".join([*rest, *item.decision]) or None
    return AgendaItem(item.number, item.title, description, None, officers, heading, 1)


def _presenters(text: str) -> list[str]:
    labelled = text if names_presenter(text) else f"Presented by: {text}"
    return find_presenters(labelled, frozenset())[0]


def _part_presenters(description: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Who presents an item, on lines of their own or under a label ("Contributors:"), and what is said."""
    officers: list[str] = []
    rest: list[str] = []
    for text in description:
        label = rest[-1] if rest and names_presenter(f"{rest[-1]} A") else ""
        named = label or names_presenter(text) or (len(text) < LONGEST_POSTED and is_posted(text))
        found, left = (_presenters(text), "") if named else find_presenters(text, frozenset())
        if found and label:
            rest.pop()
        officers += found
        rest += filter(None, [left if found else text])
    return tuple(officers), rest


@dataclass(frozen=True, slots=True)
class _Minuted:
    """A minuted item and where it is set: its heading, its first own line, and the line after its last."""

    item: WebItem
    start: Place
    body: Place
    end: Place


def _set_minutes(meeting: WebMeeting, setter: Typesetter) -> list[_Minuted]:
    """Set what is minuted on a page of its own."""
    found: list[_Minuted] = []
    for item in meeting.items:
        if not item.minutes or item.restricted:
            continue
        if not found:
            setter.add("Minutes", bold=True)
        number = item.minute_number or item.number
        start = setter.place
        setter.add(f"{number}. {item.title}" if number else item.title, bold=True)
        body = setter.place
        for text in item.minutes:
            setter.add(text)
        found.append(_Minuted(item, start, body, setter.place))
    return found


def _set_restricted(meeting: WebMeeting, setter: Typesetter) -> tuple[ExemptPage, ...]:
    """Set what is kept from the public on pages of its own, so that it can be told and taken away."""
    found: list[ExemptPage] = []
    for item in meeting.items:
        texts = [*item.description, *item.decision, *item.minutes]
        if item.restricted and texts:
            setter.end_page()
            setter.add(f"{item.number}. {item.title}" if item.number else item.title, bold=True)
            found.append(ExemptPage(setter.page, "Restricted by the council"))
            for text in texts:
                setter.add(text)
    return tuple(found)


def _read_minutes(document: Document, meeting: WebMeeting, minuted: Sequence[_Minuted]) -> Minutes:
    """Read each minuted item as minutes are read, from the lines set for it."""
    lines = read_lines(document, find_furniture(document))
    items: list[MinuteItem] = []
    for one in minuted:
        own = [line for line in lines if one.start <= (line.page, line.index) < one.end]
        heading = sum((line.page, line.index) < one.body for line in own)
        if own:
            number = one.item.minute_number or one.item.number
            items.append(read_item(ItemSpan(number, one.item.title, 0, heading, len(own)), own))
    return Minutes(
        committee=meeting.committee,
        date=meeting.date,
        start_time=meeting.start_time,
        venue=meeting.venue,
        present=tuple(meeting.present),
        apologies=tuple(meeting.apologies) or apologies_minuted(items),
        officers_in_attendance=tuple(meeting.officers),
        concluded=read_conclusion(items[-1].paragraphs[-1].text) if items and items[-1].paragraphs else None,
        items=tuple(items),
        page=minuted[0].start[0],
        last_page=minuted[-1].end[0],
    )
