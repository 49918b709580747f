"""Later papers beside those they take the place of: what each says of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from imports.patterns import regex
from scrutiny_tui.services.opened import Opened, same_title
from scrutiny_tui.services.supplements import changed_pages, overlap, shown_pages, stretches

if TYPE_CHECKING:
    from scrutiny_tui.services.models.meeting import Paper

_REVISED = regex(
    r"\b(?:revised|replacement|replac(?:es|ing)|amended|updated?|corrected|supersed\w+|supplement(?:ary)?)\b",
    re.IGNORECASE,
)
_APPENDIX = regex(r"\W*+(?:appendix|annex|attachment|enclosure|schedule|map|plan)\b", re.IGNORECASE)


def with_notes(papers: Sequence[Paper], documents: Sequence[Opened]) -> list[Paper]:
    """Say of a later paper when it was first seen and what it replaces, of one replaced by what."""
    by_id = {opened.document.id: opened for opened in documents}
    later = [paper for paper in papers if by_id[paper.document.id].pack.kind == "supplement"]
    noted: list[Paper] = []
    for paper in papers:
        if paper in later:
            old = [other for other in papers if other not in later and _takes_place(paper, other, by_id)]
            noted.append(replace(paper, note=_note_of_later(paper, old, by_id)))
            continue
        newer = [other for other in later if _takes_place(other, paper, by_id)]
        noted.append(_with_fate(paper, newer[-1], by_id) if newer else paper)
    return sorted(noted, key=lambda paper: paper.replaced)


def pairs(papers: Sequence[Paper], by_id: Mapping[int, Opened]) -> Iterator[tuple[Paper, Paper]]:
    """Give every supplement's paper with each earlier one whose place, or part of it, it takes."""
    for later in papers:
        if by_id[later.document.id].pack.kind == "supplement":
            for earlier in papers:
                kind = by_id[earlier.document.id].pack.kind
                if kind != "supplement" and _takes_place(later, earlier, by_id):
                    yield later, earlier


def pages_taken(later: Paper, earlier: Paper, by_id: Mapping[int, Opened]) -> tuple[int, ...]:
    """The file pages of an earlier paper that a later one takes the place of: those it names, else all."""
    named = by_id[later.document.id].replaces
    numbers = by_id[earlier.document.id].numbers
    stamps = {one.number: one.pack_page for one in numbers}
    own = range(earlier.page, earlier.last_page + 1)
    return tuple(
        page
        for page in own
        if not named or any(first <= (stamps.get(page) or 0) <= last for first, last in named)
    )


def _takes_place(later: Paper, earlier: Paper, by_id: Mapping[int, Opened]) -> bool:
    """Whether a supplement's paper takes an earlier one's place, or that of some pages: it says so."""
    named = by_id[later.document.id].replaces
    if named and earlier.pack_pages is not None:
        return any(overlap(pages, earlier.pack_pages) for pages in named)
    return _replaces(later, earlier)


def _note_of_later(paper: Paper, old: Sequence[Paper], by_id: Mapping[int, Opened]) -> str:
    opened, seen = by_id[paper.document.id], paper.document.first_seen
    said = ["supplement", f"first seen {seen.day} {seen:%B %Y}" if seen else ""]
    pages = opened.replaces or tuple(one.pack_pages for one in old if one.pack_pages)
    said.append(f"replaces {shown_pages(pages)} of the pack" if pages else "")
    before = [text for one in old for text in by_id[one.document.id].words(one)]
    if before and (words := opened.words(paper)):
        changed = changed_pages(words, before)
        stamps = {number.number: number.pack_page for number in opened.numbers}
        named = [stamps.get(paper.page + at) or paper.page + at for at in changed]
        said.append("nothing new in it" if not changed else f"changed: {shown_pages(stretches(named))}")
    return ", ".join(filter(None, said))


def _with_fate(paper: Paper, latest: Paper, by_id: Mapping[int, Opened]) -> Paper:
    """An earlier paper with what of it the latest one replaced."""
    own = paper.pack_pages
    part = [pages for pages in by_id[latest.document.id].replaces if own and overlap(pages, own)]
    if own and part and not any(first <= own[0] and own[1] <= last for first, last in part):
        return replace(paper, note=f"{shown_pages(part)} replaced by {latest.document.source}")
    return replace(paper, note=f"replaced by {latest.document.source}", replaced=True)


def _replaces(later: Paper, earlier: Paper) -> bool:
    """Whether a supplement's paper takes an earlier one's place: the same title, or it says so."""
    if _APPENDIX.match(later.title):
        return False
    named = _REVISED.search(f"{later.title} {later.document.source}") is not None
    plain = _REVISED.sub(" ", later.title)
    return same_title(plain, earlier.title) or (named and fuzz.token_set_ratio(plain, earlier.title) >= 85)
