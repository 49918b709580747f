"""Topics as they are kept: what a list shows of each, and its mentions folded up until somebody looks."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

import msgspec

from db.models.following import FollowedTopic
from scrutiny_tui.services.topic_threads import Mention, Topic

_json = msgspec.json.Encoder()
_mentions = msgspec.json.Decoder(tuple[Mention, ...])


class Head(msgspec.Struct, frozen=True):
    """What a list shows of a topic: its name as the papers give it, the days it was spoken of, how often."""

    name: str
    told: tuple[date, ...]
    count: int


_head = msgspec.json.Decoder(Head)


class FoldedMentions(Sequence[Mention]):
    """Mentions that are unfolded whenever they are looked at, and not held: there may be thousands."""

    def __init__(self, folded: bytes, count: int) -> None:
        """Keep them folded; `count` says how many there are."""
        self._folded, self._count = folded, count

    def __len__(self) -> int:
        """How many there are, without unfolding."""
        return self._count

    @overload
    def __getitem__(self, place: int) -> Mention: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, place: int | slice) -> Mention | tuple[Mention, ...]:
        """Unfold them, and give one or some."""
        return self._unfolded()[place]

    def __iter__(self) -> Iterator[Mention]:
        """Unfold them once, and give all."""
        return iter(self._unfolded())

    def __eq__(self, other: object) -> bool:
        """Whether these are the same mentions."""
        return isinstance(other, FoldedMentions) and self._folded == other._folded

    def __hash__(self) -> int:
        """By what is folded."""
        return hash(self._folded)

    def _unfolded(self) -> tuple[Mention, ...]:
        return _mentions.decode(zlib.decompress(self._folded))


def head_of_topic(topic: Topic) -> FollowedTopic:
    """A topic as it is kept."""
    head = _json.encode(Head(topic.name, topic.told or (), len(topic.mentions))).decode()
    return FollowedTopic(topic.key, head, zlib.compress(_json.encode(topic.mentions), 1))


def kept_topic(kept: FollowedTopic) -> Topic:
    """A topic as it was kept, without what the member made of it."""
    head = _head.decode(kept.head)
    return Topic(kept.subject, head.name, False, FoldedMentions(kept.mentions, head.count), told=head.told)
