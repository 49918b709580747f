"""What titles speak of, and which of them are one topic.

A subject is what a title is about once the words that every title may hold are gone. Topics grow around the
shortest subjects: a title belongs to a topic whose whole subject it names, so that *Interim report on the
harbour bridge repairs* joins *Harbour Bridge*; a title that names two topics makes them one never.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scrutiny_tui.services.likeness import SAME, head_of, share_of, words_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What a title is about.

    Attributes:
        head: the words of the title before what explains it.
        whole: all its words.
    """

    head: frozenset[str]
    whole: frozenset[str]

    @property
    def key(self) -> str:
        """Its name for the desk: true for every title that is about the same."""
        return " ".join(sorted(self.head))


@dataclass(frozen=True, slots=True)
class Edits:
    """What the member said of topics, by their subjects' keys.

    Attributes:
        joined: subjects put to the topic of another.
        apart: subjects that stand by themselves.
    """

    joined: Mapping[str, str]
    apart: frozenset[str] = frozenset()


def subject_of(title: str, aside: Collection[str] = ()) -> Subject:
    """Find what a title is about; `aside` are words that tell nothing apart here (the committee's name)."""
    return Subject(words_of(head_of(title), aside), words_of(title, aside))


def names(core: Subject, other: Subject) -> bool:
    """Whether a title names the whole of a topic's subject; one of one word must be all it is about."""
    if not core.head or not other.head:
        return False
    if len(core.head) == 1:
        return min(share_of(core.head, other.head), share_of(other.head, core.head)) >= SAME
    return share_of(core.head, other.whole) >= SAME


def gather(subjects: Iterable[Subject], edits: Edits) -> dict[str, str]:
    """Say of every subject, by its key, which topic it belongs to: the key of the subject at its core.

    Args:
        subjects: one for each title, those said often as often as they are.
        edits: what the member decided; it comes first.
    """
    by_key: dict[str, Subject] = {}
    said: defaultdict[str, int] = defaultdict(int)
    for subject in subjects:
        if subject.head:
            known = by_key.get(subject.key, subject)
            by_key[subject.key] = Subject(subject.head, known.whole | subject.whole)
            said[subject.key] += 1
    cores: list[Subject] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    topic_of: dict[str, str] = {}
    for key, subject in sorted(by_key.items(), key=lambda one: (len(one[1].head), -said[one[0]], one[0])):
        near = {place for word in subject.whole for place in by_word.get(word[:3], ())}
        found = [cores[place] for place in near if names(cores[place], subject)]
        if found and key not in edits.apart and key not in edits.joined:
            core = max(found, key=lambda one: (len(one.head), said[one.key], one.key))
            topic_of[key] = core.key
        else:
            topic_of[key] = key
            by_word[min(subject.head)[:3]].append(len(cores))
            cores.append(subject)
    for key, into in edits.joined.items():
        if key in topic_of:
            target = _end_of(into, edits.joined)
            _move(topic_of, key, topic_of.get(target, target))
    return topic_of


def _move(topic_of: dict[str, str], key: str, into: str) -> None:
    """Put a subject, and all that gathered around it, to another topic."""
    for member, topic in topic_of.items():
        if topic == key:
            topic_of[member] = into
    topic_of[key] = into


def _end_of(key: str, joined: Mapping[str, str]) -> str:
    """Follow joins to the last; a ring ends where it began."""
    seen = {key}
    while key in joined and joined[key] not in seen:
        key = joined[key]
        seen.add(key)
    return key
