"""A meeting's page whose table of items reached a text as rows between bars ("Apologies To receive ... |").

Such rows hold an item's title, what it is for and its minutes in one run, so the title ends where words
begin that no title does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imports.agenda.title import BEGINS_DESCRIPTION
from imports.patterns import regex
from imports.readers.copied_page import LONGEST_TITLE, paragraphs, read_top, take
from imports.readers.markup import squeeze
from imports.readers.meeting import WebItem, WebMeeting, split_number, tidy_caption

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = regex(r"^[ \t|]*No\.?[ \t]*\|[ \t]*Item[ \t]*\|.*$", re.MULTILINE)
_NOTHING = regex(r"[\s|:-]*")
_LABEL = regex(r"\b(?:Minutes|Decisions?|Additional documents):")
_BEGINS = regex(
    r"(?:Consider|Note|Having)\b(?! of)|In (?:relation|view|order|response)\b|Any (?:urgent|items?)\b|Under\b"
)
_FIRST_OF_LIST = regex(r"\(?(?:a|i|1)\)\s+(?=[A-Z])", re.IGNORECASE)
_JOINS = regex(r"\b(?:of|to|by|for|from|with|on|in|at|and|the|a|an|or|&)$", re.IGNORECASE)


def read_rows(text: str) -> WebMeeting | None:
    """Read the rows below "No. | Item |"; None where a text has none.

    Args:
        text: line by line, a bar where a cell ends.
    """
    head = _HEAD.search(text)
    if head is None:
        return None
    meeting = WebMeeting()
    read_top(list(paragraphs(text[: head.start()])), meeting)
    number: str | None = None
    for cell in _cells(text[head.end() :]):
        told, rest = split_number(cell[0])
        if told and not rest and len(cell) == 1:
            number = told
            continue
        title, after = _part_title(cell[0])
        meeting.items.append(WebItem(number, tidy_caption(title)))
        number, part = None, "description"
        for words in _labelled([*after, *cell[1:]]):
            part = take(words, part, meeting)
    return meeting if len(meeting.items) > 1 else None


def _cells(text: str) -> Iterator[list[str]]:
    """The lines of each row's cell; a row of several filled cells is a table inside the one above."""
    lines: list[str] = []
    for raw in text.split("\n"):
        if words := [squeeze(cell) for cell in raw.split("|") if _NOTHING.fullmatch(cell) is None]:
            lines.append("  ".join(words))
        if raw.rstrip().endswith("|") and lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _part_title(line: str) -> tuple[str, list[str]]:
    """An item's title and what its row's first line says behind it."""
    for blank in re.finditer(r"\s", line[:LONGEST_TITLE]):
        at = blank.end()
        if listed := _FIRST_OF_LIST.match(line, at):
            return line[: blank.start()], [line[listed.start() :]]
        if not line[at : at + 1].isupper() or _JOINS.search(line, 0, blank.start()):
            continue
        told = next(
            filter(None, (begins.match(line, at) for begins in (_BEGINS, _LABEL, BEGINS_DESCRIPTION))), None
        )
        if told and not told[0].startswith("Members To"):
            return line[: blank.start()], [line[at:]]
    return line, []


def _labelled(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a row, a label inside one standing by itself."""
    for line in lines:
        at = 0
        for label in _LABEL.finditer(line):
            yield from filter(None, (line[at : label.start()].strip(), label[0]))
            at = label.end()
        if line[at:].strip():
            yield line[at:].strip()
