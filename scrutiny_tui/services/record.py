"""What the papers of one committee record, meeting by meeting, as far as promises need it.

A meeting may be known by its agenda, by its minutes in a later pack, or only by a work programme's day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from db import library
from db.committee import committee_key
from db.models import Meeting, StoredDocument
from imports.model import MinuteItem, Minutes, ParsedPack, TrackedAction
from scrutiny_tui.services.due import NEAR
from scrutiny_tui.services.filing import read_pack
from scrutiny_tui.services.likeness import words_of
from scrutiny_tui.services.models import PromiseStep, StepKind
from scrutiny_tui.services.owners import Person, people_of

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Source:
    """A paper with what was understood of it, and the day of its meeting."""

    document: StoredDocument
    pack: ParsedPack
    committee: str
    day: date | None
    stamps: Mapping[int, int | None]

    def step(
        self,
        kind: StepKind,
        text: str,
        page: int,
        heading: str = "",
        ref: str = "",
        about: date | None = None,
    ) -> PromiseStep:
        """Words of this paper as a piece of evidence."""
        return PromiseStep(
            kind=kind,
            day=self.day,
            text=text,
            heading=heading,
            ref=ref,
            source=self.document.source,
            document_id=self.document.id,
            page=page,
            pack_page=self.stamps.get(page),
            about=about,
        )


@dataclass(frozen=True, slots=True)
class Taken:
    """Something a meeting took: an agenda item or a minute, with its words."""

    kind: Literal["agenda", "minute"]
    day: date
    ref: str
    title: str
    said: str
    page: int
    source: Source

    @property
    def step(self) -> PromiseStep:
        """It as a piece of evidence."""
        words = f"{self.ref} {self.title}".strip()
        return self.source.step(self.kind, words, self.page, self.title, self.ref, self.day)


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of a work programme: what, for which day, as of the day of the pack that prints it."""

    title: str
    day: date
    as_of: date
    page: int
    source: Source


@dataclass(slots=True)
class Record:
    """All that is known of one committee.

    Attributes:
        key: the committee's.
        name: as its last paper spells it.
        sources: its papers, the oldest meeting first.
        taken: by the day of the meeting.
        plans: lines of work programmes, the oldest pack first.
        trackers: rows of action trackers with the paper that prints them.
        people: everybody its papers name.
        aside: the words of its name, which tell no subject apart.
    """

    key: str
    name: str
    sources: list[Source] = field(default_factory=list)
    taken: dict[date, list[Taken]] = field(default_factory=dict)
    plans: list[Planned] = field(default_factory=list)
    trackers: list[tuple[TrackedAction, Source]] = field(default_factory=list)
    people: tuple[Person, ...] = ()
    aside: frozenset[str] = frozenset()

    @property
    def newest(self) -> date | None:
        """The day of its latest pack."""
        return max((source.day for source in self.sources if source.day), default=None)

    def meeting_days(self) -> list[date]:
        """Every day the committee is known to meet, days of moved meetings once."""
        days = set(self.taken)
        planned = {plan.day for plan in self.plans}
        known = {source.day for source in self.sources if source.day} | days
        return sorted(known | {day for day in planned if self.held_near(day) is None})

    def held_near(self, day: date) -> date | None:
        """The known meeting a day means: of that day, else the nearest one it may have been moved to."""
        near = [known for known in self.taken if abs(known - day) <= NEAR]
        return min(near, key=lambda known: abs(known - day), default=None)

    def agenda_of(self, day: date) -> list[Taken]:
        """The items of business on the agenda of a day, as far as its pack is here."""
        return [one for one in self.taken.get(day, ()) if one.kind == "agenda"]


def records(db: Database) -> dict[str, Record]:
    """Read what the papers of every committee record."""
    meetings = {meeting.id: meeting for meeting in library.meetings(db)}
    sources = [_source(db, document, meetings[document.meeting_id]) for document in library.documents(db)]
    found: dict[str, Record] = {}
    for source in sorted(sources, key=lambda source: (source.day or date.min, source.document.id)):
        _add(found, source)
    for record in found.values():
        record.people = people_of(source.pack for source in record.sources)
        record.aside = words_of(record.name) | {word.casefold() for word in record.name.split()}
    return found


def _source(db: Database, document: StoredDocument, meeting: Meeting) -> Source:
    stamps = {page.number: page.pack_page for page in library.page_numbers(db, document.id)}
    return Source(document, read_pack(document), meeting.committee, meeting.date, stamps)


def _record(found: dict[str, Record], committee: str) -> Record:
    key = committee_key(committee)
    return found.setdefault(key, Record(key, committee))


def _add(found: dict[str, Record], source: Source) -> None:
    record = _record(found, source.committee)
    record.sources.append(source)
    for taken in _on_agenda(source):
        record.taken.setdefault(taken.day, []).append(taken)
    for minutes in source.pack.minutes:
        of = _record(found, minutes.committee or source.committee)
        for taken in _minuted(minutes, source):
            of.taken.setdefault(taken.day, []).append(taken)
    for planned in source.pack.work_programme:
        as_of = source.day or planned.meeting_date
        for title in planned.items:
            record.plans.append(Planned(title, planned.meeting_date, as_of, planned.page, source))
    record.trackers += [(row, source) for row in source.pack.action_tracker]


def _on_agenda(source: Source) -> Iterator[Taken]:
    if source.day is None:
        return
    for item in source.pack.agenda:
        if not item.is_heading:
            words = item.description or ""
            yield Taken("agenda", source.day, item.number or "", item.title, words, item.page or 1, source)


def _minuted(minutes: Minutes, source: Source) -> Iterator[Taken]:
    if minutes.date is None:
        return
    for item in minutes.items:
        words = _words(item)
        yield Taken("minute", minutes.date, item.number or "", item.title, words, item.page, source)


def _words(item: MinuteItem) -> str:
    parts: Iterable[str] = (paragraph.text for paragraph in item.paragraphs)
    return "\n".join((*parts, *item.resolved))
