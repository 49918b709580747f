"""Putting right what was read of a paper: each value that can be corrected, as text and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Literal, Protocol, get_args

from imports.model.agenda import AgendaItem
from imports.model.evidence import Corrected, Evidence
from imports.model.pack import ParsedPack
from imports.patterns import regex
from imports.words.dates import find_dates, find_times
from scrutiny_tui.services.doubts import SETTLES, open_doubts
from scrutiny_tui.services.errors import ServiceError

Of = Literal[
    "committee",
    "meeting date",
    "start time",
    "venue",
    "item title",
    "item pages",
    "item officers",
]
"""The values a person can correct (a deadline is set on the deadlines board instead)."""

CORRECTABLE: tuple[Of, ...] = get_args(Of)
_PAGES = regex(r"(\d{1,4})(?:\s*(?:[-–—]|to)\s*(\d{1,4}))?")
_NEEDED = {"committee": "Say which committee's meeting it is.", "item title": "An item needs a title."}
_EVIDENCE = {
    "committee": "committee",
    "meeting date": "meeting_date",
    "start time": "start_time",
    "venue": "venue",
    "item title": "title",
    "item pages": "pages",
    "item officers": "officers[0]",
}


class Held(Protocol):
    """A correction that holds for a paper, whichever version of it."""

    @property
    def of(self) -> str:
        """Which value."""

    @property
    def item(self) -> str:
        """Which agenda item, by `item_key`; else ""."""

    @property
    def value(self) -> str:
        """What it should be."""


class NotAValue(ServiceError):
    """What a person typed is no such value; the message says what is."""


@dataclass(frozen=True, slots=True)
class ReadValue:
    """A value that can be corrected, as a person sees it.

    Attributes:
        of: which value.
        item: for a value of an agenda item, its place on the agenda, from 0.
        value: as it holds now.
        was: what was read, where a person corrected it since; else None.
        evidence: where it was read; None where nothing was.
        doubtful: whether the reader was not sure of it and nobody has said yet that it is right.
    """

    of: Of
    item: int | None
    value: str
    was: str | None
    evidence: Evidence | None
    doubtful: bool = False


def item_key(item: AgendaItem) -> str:
    """Name an agenda item, as read, so that it is known again in another version of its paper."""
    return f"{item.number or ''} {item.title}".strip()


def read_values(pack: ParsedPack, item: int | None) -> tuple[ReadValue, ...]:
    """Give every value of a pack, and of one of its items, that can be corrected."""
    put_right = {(one.of, one.item): one for one in pack.corrected}
    doubts = {doubt.code for doubt in open_doubts(pack)}
    places: list[tuple[Of, int | None]] = [
        (of, item if of.startswith("item") else None)
        for of in CORRECTABLE
        if item is not None or not of.startswith("item")
    ]
    return tuple(
        ReadValue(
            of,
            at,
            as_text(pack, of, at),
            put_right[of, at].was if (of, at) in put_right else None,
            _evidence(pack, of, at),
            any(SETTLES.get(code) == of for code in doubts),
        )
        for of, at in places
    )


def as_text(pack: ParsedPack, of: Of, item: int | None = None) -> str:
    """Give a value as a person would type it; "" where there is none."""
    if item is not None:
        return _item_text(pack.agenda[item], of)
    if of == "committee":
        return pack.committee or ""
    if of == "meeting date":
        return f"{pack.meeting_date.day} {pack.meeting_date:%B %Y}" if pack.meeting_date else ""
    if of == "start time":
        return f"{pack.start_time:%H:%M}" if pack.start_time else ""
    return pack.venue or ""


def with_value(pack: ParsedPack, of: str, item: int | None, text: str) -> ParsedPack:
    """Give the pack with one value as typed; nothing typed is no value.

    Raises:
        NotAValue: the text is no such value.
    """
    text = " ".join(text.split())
    if not text and of in _NEEDED:
        raise NotAValue(_NEEDED[of])
    return _put(pack, of, item, text)


def _put(pack: ParsedPack, of: str, item: int | None, text: str) -> ParsedPack:
    if item is not None:
        agenda = list(pack.agenda)
        agenda[item] = _put_in_item(agenda[item], of, text)
        return replace(pack, agenda=tuple(agenda))
    if of == "committee":
        return replace(pack, committee=text or None)
    if of == "meeting date":
        day = _day(text)
        return replace(pack, meeting_date=day, meeting_date_basis="printed" if day else "none")
    if of == "start time":
        return replace(pack, start_time=_time(text))
    return replace(pack, venue=text or None)


def corrected(pack: ParsedPack, held: Iterable[Held]) -> ParsedPack:
    """Apply corrections to a pack as it was read; one whose item is not there any more waits for it.

    One that says what was read already says that it is right: it settles the doubt.
    """
    made: list[Corrected] = []
    keys: Sequence[str] = [item_key(item) for item in pack.agenda]
    for one in held:
        if one.of not in CORRECTABLE or (one.item and one.item not in keys):
            continue
        at = keys.index(one.item) if one.item else None
        was = as_text(pack, one.of, at)
        if was != one.value:
            pack = with_value(pack, one.of, at, one.value)
        if was != one.value or one.of in SETTLES.values():
            made.append(Corrected(one.of, at, was, one.value))
    return replace(pack, corrected=tuple(made))


def as_read(pack: ParsedPack) -> ParsedPack:
    """Take a pack's corrections back."""
    basis = pack.meeting_date_basis
    for one in reversed(pack.corrected):
        pack = _put(pack, one.of, one.item, one.was)
        if one.of == "meeting date" and pack.meeting_date:
            inferred = any(doubt.code == "meeting-date-inferred" for doubt in pack.warnings)
            basis = "inferred" if inferred else "printed"
            pack = replace(pack, meeting_date_basis=basis)
    return replace(pack, corrected=())


def _evidence(pack: ParsedPack, of: Of, item: int | None) -> Evidence | None:
    path = _EVIDENCE[of] if item is None else f"agenda[{item}].{_EVIDENCE[of]}"
    return next((one for one in pack.evidence if one.of == path), None)


def _item_text(item: AgendaItem, of: Of) -> str:
    if of == "item title":
        return item.title
    if of == "item officers":
        return "; ".join(item.officers)
    return f"{item.pages[0]}-{item.pages[1]}" if item.pages else ""


def _put_in_item(item: AgendaItem, of: str, text: str) -> AgendaItem:
    if of == "item title":
        return replace(item, title=text)
    if of == "item officers":
        return replace(item, officers=tuple(filter(None, map(str.strip, text.split(";")))))
    return replace(item, pages=_page_range(text))


def _day(text: str) -> date | None:
    if not text:
        return None
    found = find_dates(text)
    if len(found) != 1 or len(find_dates(text, near=date.min)) != 1:
        raise NotAValue("That is no day: write it as 19 May 2031.")
    return found[0].date


def _time(text: str) -> time | None:
    if not text:
        return None
    found = find_times(text)
    if len(found) != 1 or found[0].time is None:
        raise NotAValue("That is no time of day: write it as 10:00.")
    return found[0].time


def _page_range(text: str) -> tuple[int, int] | None:
    if not text:
        return None
    match = _PAGES.fullmatch(text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if last < first:
        raise NotAValue("Those are no pages: write the first and the last stamped page, as 59-78.")
    return first, last


def value_wrong(of: Of) -> Callable[[str], str]:
    """Give what says in a sentence why a typed text is no such value; "" where it is one."""
    blank = ParsedPack("", "", "text", "pack", 0, agenda=(AgendaItem(None, "x"),))

    def wrong(text: str) -> str:
        try:
            with_value(blank, of, 0 if of.startswith("item") else None, text)
        except NotAValue as error:
            return str(error)
        return ""

    return wrong
