"""A meeting's document opened to find its papers, and when two titles are the same."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from imports.patterns import regex
from scrutiny_tui.services.supplements import Pages, pages_replaced

if TYPE_CHECKING:
    from db.models.papers import PageNumber, StoredDocument
    from db.models.relations import Attachment, Twin
    from imports.model.pack import ParsedPack
    from scrutiny_tui.services.models.meeting import Paper

_WORD = regex(r"\w+")

_number = attrgetter("number")


@dataclass(frozen=True, slots=True)
class Opened:
    """A meeting's document with all that is needed to find its papers.

    Attributes:
        document: as stored.
        pack: what was understood of it.
        numbers: of every page, in file order.
        read: the file pages that were read.
        attached: the items it was put to by a person.
        inside: where it stands whole inside another of the meeting's papers, or None.
        texts: its pages' words, where a paper of the meeting is a supplement; else none.
    """

    document: StoredDocument
    pack: ParsedPack
    numbers: tuple[PageNumber, ...]
    read: frozenset[int]
    attached: tuple[Attachment, ...] = ()
    inside: Twin | None = None
    texts: tuple[str, ...] = ()

    @property
    def replaces(self) -> tuple[Pages, ...]:
        """The pages of the pack that a supplement says it replaces."""
        return pages_replaced(self.texts) if self.pack.kind == "supplement" else ()

    def words(self, paper: Paper) -> tuple[str, ...]:
        """The words of a paper's pages."""
        return self.texts[paper.page - 1 : paper.last_page]

    def letters(self, first: int, last: int) -> int:
        """How many characters the pages `first` to `last` hold."""
        begin, end = (bisect_left(self.numbers, page, key=_number) for page in (first, last + 1))
        return sum(page.letters for page in self.numbers[begin:end])


def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same but for signs and case."""
    return title_words(one) == title_words(other)


def title_words(title: str) -> tuple[str, ...]:
    """A title's words, case folded."""
    return tuple(_WORD.findall(title.casefold()))
