"""What the papers of one committee record, meeting by meeting, as far as promises need it.

A meeting may be known by its agenda, by its minutes in a later pack, or only by a work programme's day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from db import library
from db.committee import committee_key
from scrutiny_tui.services.due import NEAR
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.kept_pack import read_pack
from scrutiny_tui.services.likeness import words_of
from scrutiny_tui.services.models.promises import PromiseStep, StepKind
from scrutiny_tui.services.owners import Person, owner_name, people_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import Meeting, StoredDocument
    from imports.model.minutes import MinuteItem, Minutes
    from imports.model.pack import ParsedPack
    from imports.model.tables import TrackedAction

DAY = timedelta(days=1)
REACH = timedelta(days=3 * 366)
"""How far papers are held to speak of each other: a promise is followed this long, and no tracker, work
programme or item later than this is taken to be about it. A record of twenty years is gone through in time
that grows as it does."""


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
        aside: the words of its name, which tell no subject apart.
    """

    key: str
    name: str
    sources: list[Source] = field(default_factory=list)
    taken: dict[date, list[Taken]] = field(default_factory=dict)
    plans: list[Planned] = field(default_factory=list)
    trackers: list[tuple[TrackedAction, Source]] = field(default_factory=list)
    aside: frozenset[str] = frozenset()
    _days: list[date] = field(default_factory=list)
    _meetings: list[date] = field(default_factory=list)
    _people: dict[int, tuple[Person, ...]] = field(default_factory=dict)
    _owners: dict[tuple[str, int, int], str | None] = field(default_factory=dict)

    @property
    def newest(self) -> date | None:
        """The day of its latest pack."""
        return max((source.day for source in self.sources if source.day), default=None)

    def settle(self) -> None:
        """Put everything in order of time, once all papers are in it."""
        self.plans.sort(key=lambda plan: plan.as_of)
        self._days = sorted(self.taken)
        planned = {plan.day for plan in self.plans}
        known = {source.day for source in self.sources if source.day} | set(self._days)
        self._meetings = sorted(known | {day for day in planned if self.held_near(day) is None})
        self.aside = words_of(self.name) | {word.casefold() for word in self.name.split()}

    def meeting_days(self, after: date | None) -> Sequence[date]:
        """The days the committee is known to meet on after a day, in order, those of moved meetings once."""
        if after is None:
            return self._meetings
        return _between(self._meetings, moved(after, DAY), moved(after, REACH))

    def days_taken(self, first: date | None, last: date | None = None) -> Sequence[date]:
        """The days of meetings of which something is known, from `first` to `last`, in order."""
        return _between(self._days, first, last or (first and moved(first, REACH)))

    def plans_as_of(self, first: date | None, last: date | None = None) -> Sequence[Planned]:
        """The lines of work programmes printed from `first` to `last`, the oldest first."""
        ends = last or (first and moved(first, REACH))
        start = bisect_left(self.plans, first, key=lambda plan: plan.as_of) if first else 0
        end = bisect_right(self.plans, ends, key=lambda plan: plan.as_of) if ends else len(self.plans)
        return self.plans[start:end]

    def held_near(self, day: date) -> date | None:
        """The known meeting a day means: of that day, else the nearest one it may have been moved to."""
        near = _between(self._days, moved(day, -NEAR), moved(day, NEAR))
        return min(near, key=lambda known: abs(known - day), default=None)

    def owner(self, printed: str | None, source: Source) -> str | None:
        """The person an owner as printed means, by the paper that prints it and those of its years."""
        if not printed:
            return None
        year = (source.day or date.min).year
        asked = printed, source.document.id, year
        if asked not in self._owners:
            self._owners[asked] = owner_name(printed, people_of([source.pack]), self._people_about(year))
        return self._owners[asked]

    def _people_about(self, year: int) -> tuple[Person, ...]:
        """Everybody the papers of some years name, each once, those named most often first."""
        if year not in self._people:
            reach = REACH.days // 365
            near = (one for one in self.sources if abs((one.day or date.min).year - year) <= reach)
            named = Counter(people_of(one.pack for one in near))
            self._people[year] = tuple(person for person, _ in named.most_common())
        return self._people[year]

    def agenda_of(self, day: date) -> list[Taken]:
        """The items of business on the agenda of a day, as far as its pack is here."""
        return [one for one in self.taken.get(day, ()) if one.kind == "agenda"]


def records(db: Database, papers: Collection[int] | None = None) -> dict[str, Record]:
    """Read what the papers of every committee record; what cannot be understood any more is passed over.

    Args:
        db: the library.
        papers: read these only, by their ids; all without it.
    """
    documents = library.documents(db) if papers is None else library.documents_of(db, papers)
    meetings = {one.id: one for one in library.meetings_of(db, [document.id for document in documents])}
    sources = (_source(db, document, meetings[document.meeting_id]) for document in documents)
    read = [source for source in sources if source is not None]
    found: dict[str, Record] = {}
    for source in sorted(read, key=lambda source: (source.day or date.min, source.document.id)):
        _add(found, source)
    for record in found.values():
        record.settle()
    return found


def committees_of(committee: str, pack: ParsedPack) -> tuple[str, ...]:
    """The keys of the committees a paper records something of: its own, and those whose minutes it prints."""
    named = (committee, *(minutes.committee or committee for minutes in pack.minutes))
    return tuple(dict.fromkeys(map(committee_key, named)))


def _source(db: Database, document: StoredDocument, meeting: Meeting) -> Source | None:
    try:
        pack = read_pack(document)
    except ServiceError:  # the doctor names it
        return None
    stamps = {page.number: page.pack_page for page in library.page_numbers(db, document.id)}
    return Source(document, pack, meeting.committee, meeting.date, stamps)


def _between(days: list[date], first: date | None, last: date | None) -> list[date]:
    """Of days in order, those from `first` to `last`."""
    start = bisect_left(days, first) if first else 0
    return days[start : bisect_right(days, last) if last else len(days)]


def moved(day: date, span: timedelta) -> date:
    """A day so much later or earlier, as far as there are days: a paper may print any year."""
    return date.fromordinal(min(max(day.toordinal() + span.days, 1), date.max.toordinal()))


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
