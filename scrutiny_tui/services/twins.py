"""The same report inside a pack and as a file of its own: told by its words, kept to be found once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from db import library
from db.models.relations import Twin
from imports.patterns import regex
from scrutiny_tui.services.kept_pack import read_page

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import StoredDocument

COVERED = 0.85
"""How much of a paper's words, five in a row, another must hold for it to be the same paper."""
ON_PAGE = 0.5
_RUN = 5
_ENOUGH = 40
_WORD = regex(r"[^\W_]+")

Runs = frozenset[tuple[str, ...]]


def keep_twins(db: Database, meeting_id: int) -> None:
    """Find the papers of a meeting that stand whole inside others, and keep where."""
    papers = library.documents(db, meeting_id)
    if len(papers) < 2:
        return
    pages = {paper.id: _pages(db, paper) for paper in papers}
    whole = {number: frozenset().union(*own.values()) for number, own in pages.items()}
    known = {twin.document_id for twin in library.twins(db, meeting_id)}
    for paper in papers:
        if paper.kind in ("pack", "agenda") or paper.id in known:
            continue
        for other in papers:
            larger = len(whole[other.id]) > len(whole[paper.id]) or (
                len(whole[other.id]) == len(whole[paper.id]) and other.id < paper.id
            )
            if other.id == paper.id or not larger:
                continue
            if span := find_inside(whole[paper.id], pages[other.id]):
                library.keep_twin(db, Twin(paper.id, other.id, *span))
                break


def find_inside(paper: Runs, pages: Mapping[int, Runs]) -> tuple[int, int] | None:
    """Find the pages of another paper that hold one whole: first and last, or None.

    Args:
        paper: the runs of words of the paper looked for.
        pages: the runs of each page of the other.
    """
    if len(paper) < _ENOUGH:
        return None
    held = [number for number, runs in pages.items() if runs and len(runs & paper) / len(runs) >= ON_PAGE]
    stretch = _longest(held)
    if not stretch:
        return None
    first, last = stretch
    covered = frozenset().union(*(pages[n] for n in range(first, last + 1) if n in pages)) & paper
    return stretch if len(covered) / len(paper) >= COVERED else None


def _longest(pages: Sequence[int]) -> tuple[int, int] | None:
    """The longest stretch of pages, a picture page between two of them allowed."""
    best: tuple[int, int] | None = None
    start = before = None
    for page in sorted(pages):
        if start is None or before is None or page - before > 2:
            start = page
        before = page
        if best is None or before - start > best[1] - best[0]:
            best = start, before
    return best


def _pages(db: Database, paper: StoredDocument) -> dict[int, Runs]:
    found: dict[int, Runs] = {}
    for page in map(read_page, library.pages(db, paper.id)):
        words: list[str] = []
        for block in page.blocks:
            if block.kind != "furniture":
                words += _WORD.findall(block.text.casefold())
        found[page.number] = frozenset(zip(*(words[n:] for n in range(_RUN)), strict=False))
    return found
