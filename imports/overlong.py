"""Holds a document to what a pack can hold: so many words, and lines that a page could print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.errors import Refused
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.document import Document, Line, Page

MOST_LETTERS = 4_000_000
"""Twice the words of the longest packs known."""
MOST_PAGES = 20_000
LONGEST_LINE = 4_000
_PART = regex(rf".{{1,{LONGEST_LINE}}}(?:\s+|$)|\S{{{LONGEST_LINE}}}", re.DOTALL)


def hold_to_bounds(document: Document) -> Document:
    """Cut lines that no page could print; everything else stays as it is.

    Raises:
        Refused: there are more words or pages than any pack holds.
    """
    if len(document.pages) > MOST_PAGES:
        many = f"{document.source} has {len(document.pages)} pages, more than any pack"
        raise Refused("too-large", f"{many}; split it and import the parts.")
    letters = sum(len(line.text) for page in document.pages for line in page.lines)
    if letters > MOST_LETTERS:
        many = f"{document.source} holds {letters / 1e6:.0f} million letters, more than any pack"
        raise Refused("too-large", f"{many}; split it and import the parts.")
    return replace(document, pages=tuple(map(_cut, document.pages)))


def _cut(page: Page) -> Page:
    if all(len(line.text) <= LONGEST_LINE for line in page.lines):
        return page
    return replace(page, lines=tuple(part for line in page.lines for part in _parts(line)))


def _parts(line: Line) -> Iterator[Line]:
    """A line's words over as many lines as they need, cut between words where there are any."""
    if len(line.text) <= LONGEST_LINE:
        yield line
        return
    for found in _PART.finditer(line.text):
        if text := found[0].strip():
            yield replace(line, text=text, cells=())
