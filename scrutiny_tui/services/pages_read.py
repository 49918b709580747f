"""How many pages papers have and how many of them were read.

A page that two papers share counts once, one of a paper that was replaced not at all: nobody need read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import Paper


def pages_of(papers: Iterable[Paper]) -> set[tuple[int, int]]:
    """The pages of papers, each by its file and its number in it."""
    return {
        (one.document.id, page)
        for one in papers
        if not one.replaced
        for page in range(one.page, one.last_page + 1)
    }


def pages_read(papers: Iterable[Paper]) -> tuple[int, int]:
    """How many pages papers have, and how many of them were read."""
    papers = tuple(papers)
    return len(pages_of(papers)), len(_read(papers))


def unread_pages(papers: Iterable[Paper]) -> set[tuple[int, int]]:
    """The pages of papers that were not read yet."""
    papers = tuple(papers)
    return pages_of(papers) - _read(papers)


def _read(papers: Iterable[Paper]) -> set[tuple[int, int]]:
    return {(one.document.id, page) for one in papers if not one.replaced for page in one.read_pages}
