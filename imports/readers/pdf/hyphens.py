"""Puts words together that a typesetter divided at the ends of lines.

A hyphen at a line's end may be the word's own ("follow-up"). What the paper prints elsewhere tells: the
word whole, or its rest as a word. Pages of reports divide no words, so few pages are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.document import Line, Page

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = regex(r"[^\W\d_]+(?=-$)")
_FIRST = regex(r"[^\W\d_]++(?!-)")
# So many words divided on a page are the typesetter's doing.
_FEWEST = 4
_LONGEST = 30

Divided = tuple[int, str, str]
"""The place of a line, the part of a word it ends in, and the rest of it on the next line."""


def with_whole_words(pages: Sequence[Page]) -> list[Page]:
    """Give the pages of a file with their divided words made whole."""
    divided = {page.number: [*_divided(page.lines)] for page in pages}
    divided = {number: found for number, found in divided.items() if len(found) >= _FEWEST}
    if not divided:
        return list(pages)
    printed: set[str] = set()
    for page in pages:
        printed.update(*_words(page, divided.get(page.number, [])))
    return [
        _mended(page, divided[page.number], printed) if page.number in divided else page for page in pages
    ]


def _divided(lines: Sequence[Line]) -> Iterator[Divided]:
    """The lines that end in a part of a word, each with the part and the rest of it on the next line."""
    for n in [n for n, line in enumerate(lines[:-1]) if line.text[-1:] == "-"]:
        line, following = lines[n], lines[n + 1]
        if line.cells or following.cells or line.stamp or following.stamp:
            continue
        last, first = _LAST.search(line.text[-_LONGEST:]), _FIRST.match(following.text)
        if last and first and first[0].islower():
            yield n, last[0], first[0]


def _words(page: Page, divided: Sequence[Divided]) -> Iterator[list[str]]:
    """The words of each line but the parts of those divided."""
    ends = {n for n, _, _ in divided}
    for n, line in enumerate(page.lines):
        found = _WORD.findall(line.text.casefold())
        yield found[n - 1 in ends : len(found) - (n in ends)]


def _mended(page: Page, divided: Sequence[Divided], printed: set[str]) -> Page:
    if not divided:
        return page
    lines = list(page.lines)
    for n, part, rest in divided:
        whole, hyphened = f"{part}{rest}".casefold(), f"{part}-{rest}".casefold()
        if hyphened in printed or (whole not in printed and rest in printed):
            continue
        moved, _, kept = lines[n + 1].text.partition(" ")
        lines[n] = replace(lines[n], text=lines[n].text[:-1] + moved)
        lines[n + 1] = replace(lines[n + 1], text=kept)
    return replace(page, lines=tuple(line for line in lines if line.text))
