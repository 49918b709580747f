"""Threads of topics: mentions gathered by their subjects, in order of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Literal

from scrutiny_tui.services.following import is_procedure
from scrutiny_tui.services.likeness import SAME, head_of, likeness
from scrutiny_tui.services.topic_subjects import Edits, Subject, gather, subject_of

if TYPE_CHECKING:
    from db import desk
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.record import Record, Source

MentionKind = Literal["agenda", "minute", "action", "promise", "planned", "tracker"]
_IN_TURN: tuple[MentionKind, ...] = ("agenda", "minute", "tracker", "action", "promise", "planned")
"""On one day: what was dealt with, what was told of earlier promises, what was promised."""
_FEWEST = 2
"""A thread has as many days at least."""
_PROMISES = ("action", "promise")
_NAMED_IN_WORDS = 2
"""So many words a topic's subject must have for a promise to belong to it by its words alone."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One time a topic was spoken of.

    Attributes:
        kind: on an agenda, minuted, an action or promise, planned by a work programme, told by a tracker.
        day: when it was said: of the minutes, else of the meeting whose papers say it.
        about: for something planned or promised, the day it is for, else None.
        text: the title or the promise, as printed.
        committee: whose.
        source: the paper's name.
        document_id: the paper.
        page: of the file.
        pack_page: stamped on it, or None.
        subject: its subject's key, by which the member splits it off.
    """

    kind: MentionKind
    day: date | None
    about: date | None
    text: str
    committee: str
    source: str
    document_id: int
    page: int
    pack_page: int | None
    subject: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A thread across meetings.

    Attributes:
        key: of the subject at its core; it stays when papers are imported again.
        name: the member's name for it, else as most papers put it.
        followed: the member follows it.
        mentions: in order of time.
        named: the member named it.
        told: the days of all mentions that have one; of the mentions themselves where it is left out.
    """

    key: str
    name: str
    followed: bool
    mentions: Sequence[Mention]
    named: bool = False
    told: tuple[date, ...] | None = None

    def __post_init__(self) -> None:
        """Take the days from the mentions, where they are not given."""
        if self.told is None:
            object.__setattr__(self, "told", tuple(one.day for one in self.mentions if one.day))

    @property
    def days(self) -> tuple[date, ...]:
        """The days it was spoken of."""
        return tuple(sorted(set(self.told or ())))

    @property
    def last(self) -> date:
        """When it was last spoken of."""
        return max(self.days, default=date.min)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a committee's papers say of one subject.

    Attributes:
        subject: which.
        times: how many mentions there are.
        mentions: gives them: those of a large library are not held all at once.
    """

    subject: Subject
    times: int
    mentions: Callable[[], Sequence[Mention]]


def by_subject(said: Iterable[tuple[Subject, Mention]]) -> Iterator[Spoken]:
    """Put mentions together that have one subject."""
    found: defaultdict[Subject, list[Mention]] = defaultdict(list)
    for subject, mention in said:
        if subject.head:
            found[subject].append(mention)
    for subject, mentions in found.items():
        yield Spoken(subject, len(mentions), partial(tuple, mentions))


def make_topics(said: Sequence[Spoken], kept: desk.TopicEdits) -> Iterator[Topic]:
    """Gather mentions into topics, one at a time and in no order.

    Args:
        said: everything that is said; a promise with the subject of what it stands under.
        kept: what the member made of topics.
    """
    topic_of = gather((one.subject for one in said for _ in range(one.times)), Edits(kept.joined, kept.apart))
    spoken: defaultdict[str, list[Spoken]] = defaultdict(list)
    for one in said:
        spoken[topic_of[one.subject.key]].append(one)
    cores = {one.subject.key: one.subject for one in said if one.subject.key in spoken}
    promised = _promised(said, cores.values())
    for key, some in spoken.items():
        mentions = [mention for one in some for mention in one.mentions()]
        mentions += set(promised[key]) - set(mentions)  # a promise belongs to all that its words name
        name, followed, named = kept.names.get(key), key in kept.followed, key in kept.names
        topic = Topic(key, name or _name(mentions), followed, _in_order(mentions), named)
        if followed or named or _is_thread(topic):
            yield topic


def in_turn(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """Put topics in order: those followed first, then the latest."""
    return tuple(sorted(topics, key=lambda topic: (not topic.followed, -topic.last.toordinal(), topic.name)))


def _promised(said: Iterable[Spoken], cores: Iterable[Subject]) -> Mapping[str, list[Mention]]:
    """Give for every topic, by its key, the promises whose words name its whole subject."""
    by_word: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for core in cores:
        if len(core.head) >= _NAMED_IN_WORDS:
            by_word[max(sorted(core.head), key=len)[:4]].append((core.key, " ".join(core.head)))
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for promise in (one for spoken in said for one in spoken.mentions() if one.kind in _PROMISES):
        starts = {word.casefold()[:4] for word in promise.text.split()}
        for key, title in {core for start in starts for core in by_word.get(start, ())}:
            if likeness(title, promise.text) >= SAME:
                found[key].append(promise)
    return found


def _is_thread(topic: Topic) -> bool:
    return len(topic.days) >= _FEWEST


def _name(mentions: Sequence[Mention]) -> str:
    """What most papers call it, the shortest of those, without what explains it and best not shouted."""
    titles = [one.text for one in mentions if one.kind in ("agenda", "minute", "planned")] or [
        one.text for one in mentions
    ]
    heads = [head_of(title).strip(" .:-–—") or title for title in titles]
    told = Counter(_plain(head) for head in heads)
    best = max(told, key=lambda head: (told[head], -len(head), head))
    spelt = [head for head in heads if _plain(head) == best]
    return next((head for head in spelt if not head.isupper()), spelt[0])


def _plain(title: str) -> str:
    return " ".join(title.casefold().replace("’", "'").split()).strip(" .:-")


def _in_order(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order of time; what two papers print alike (draft and agreed minutes, a plan kept) stands once."""
    once: dict[tuple[object, ...], Mention] = {}
    for one in sorted(mentions, key=_when):
        day = one.about if one.kind == "planned" else one.day
        once.setdefault((one.kind, day, one.committee, _plain(one.text)), one)
    agendas = {(one.day, one.committee) for one in once.values() if one.kind == "agenda"}
    planned_once: set[tuple[object, ...]] = set()
    kept: list[Mention] = []
    for one in once.values():
        if one.kind == "planned":
            held = one.day == one.about and (one.about, one.committee) in agendas
            if held or (one.about, one.committee) in planned_once:
                continue
            planned_once.add((one.about, one.committee))
        kept.append(one)
    return tuple(kept)


def _when(mention: Mention) -> tuple[date, int, date, str]:
    return (
        mention.day or date.min,
        _IN_TURN.index(mention.kind),
        mention.about or date.min,
        mention.text,
    )


def mentions_of(record: Record, promises: Iterable[TrackedPromise]) -> Iterator[tuple[Subject, Mention]]:
    """Give everything a committee's papers say of any subject, each with that subject.

    Args:
        record: of the committee.
        promises: what it was promised.
    """
    for taken in record.taken.values():
        for one in taken:
            if not is_procedure(one):
                yield _mention(record, one.source, one.kind, one.title, one.page, one.day)
    for plan in record.plans:
        if plan.day >= plan.as_of:  # what is past is history, told by its own papers
            yield _mention(record, plan.source, "planned", plan.title, plan.page, plan.as_of, plan.day)
    for row, source in record.trackers:
        subject, mention = _mention(record, source, "tracker", row.topic or row.action, row.page, source.day)
        yield subject, replace(mention, text=f"{row.action} {row.progress}".strip())
    for promise in promises:
        if promise.kind in _PROMISES:
            yield _promise(record, promise)


def _mention(
    record: Record,
    source: Source,
    kind: MentionKind,
    text: str,
    page: int,
    day: date | None,
    about: date | None = None,
) -> tuple[Subject, Mention]:
    subject = subject_of(text, record.aside)
    return subject, Mention(
        kind=kind,
        day=day,
        about=about,
        text=text,
        committee=record.name,
        source=source.document.source,
        document_id=source.document.id,
        page=page,
        pack_page=source.stamps.get(page),
        subject=subject.key,
    )


def _promise(record: Record, promise: TrackedPromise) -> tuple[Subject, Mention]:
    """A promise belongs to what it stands under; its own words may name other topics too."""
    subject = subject_of(promise.heading or promise.text, record.aside)
    return subject, Mention(
        kind="action" if promise.kind == "action" else "promise",
        day=promise.said_on,
        about=promise.due_on,
        text=promise.text,
        committee=record.name,
        source=promise.source,
        document_id=promise.document_id,
        page=promise.page,
        pack_page=promise.pack_page,
        subject=subject.key,
    )
