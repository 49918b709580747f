"""Passages, and what is found among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with everything needed to show and cite it.

    Attributes:
        said_on: when it was said: the minutes' own date, else the meeting's.
        meeting_date: of the meeting whose papers hold it.
    """

    id: int
    document_id: int
    meeting_id: int
    source: str
    committee: str
    meeting_date: date | None
    said_on: date | None
    kind: str
    ref: str
    heading: str
    text: str
    page: int
    pack_page: int | None
    agenda_item: str | None


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages a search may return; None leaves a side open. Dates look at `said_on`.

    Attributes:
        before: said strictly earlier than this day.
        after: said strictly later than this day.
        committee: part of a committee's name, any case.
        kind: one of the contract's passage kinds.
    """

    before: date | None = None
    after: date | None = None
    committee: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One word of a query with every library word it may stand for.

    Attributes:
        words: (library word, weight 0..1), the typed word itself with weight 1.
        beginnings: phrases whose last word may go on, with weights; found ones are reported as `words[0]`.
    """

    words: tuple[tuple[str, float], ...]
    beginnings: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WordsOfPassage:
    """A passage's words alone, for making a vector of them."""

    id: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageVector:
    """A passage's vector to be kept.

    Attributes:
        passage_id: whose it is.
        key: says which text of which model it belongs to.
        vector: a signed byte for each dimension; None where the library has that text's already.
    """

    passage_id: int
    key: bytes
    vector: bytes | None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that matches.

    Attributes:
        score: larger is better.
        words: the library words found in it.
        shares: what each group of the query adds to the score, in the query's order.
    """

    passage_id: int
    score: float
    words: tuple[str, ...]
    shares: tuple[float, ...] = ()
