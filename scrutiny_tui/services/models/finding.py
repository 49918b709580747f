"""What a search found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.models.passages import Passage
    from db.models.relations import AmendmentNote


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a search.

    Attributes:
        passage: with its place and citation.
        score: larger is better; comparable within one answer only.
        matched: the query's words as the library has them.
        why: how an unlike word came to match ("recruitmnet → recruitment"); empty for plain matches.
        spans: (start, end) of the matched words in `passage.text`.
        also_in: other meetings' papers that hold the same words.
        amended: what later minutes changed in it.
    """

    passage: Passage
    score: float
    matched: tuple[str, ...]
    why: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    also_in: tuple[str, ...] = ()
    amended: tuple[AmendmentNote, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The matched words as the passage prints them, each once."""
        return tuple(dict.fromkeys(self.passage.text[start:end] for start, end in self.spans))
