"""An action tracker whose columns an extract printed one below the other.

The names of the columns, numbers, days and ratings stand among the cells; without them, as many actions are
left as there are people to act, before the first of these, and after each of them what became of his action.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines, single_spaced
from imports.model.tables import TrackedAction
from imports.patterns import regex
from imports.trackers.flat_rows import heads
from imports.trackers.tracker_cells import merge_cells, opens_other
from imports.words.dates import is_date
from imports.words.names import is_people
from imports.words.presenters import is_post

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_BARE = regex(r"\d{1,4}[.)]?|\d{1,4}/\d{2,4}|(?:red|amber|green)\.?|\d{1,2}/\d{1,2}/\d{2,4}")
_TITLE = regex(r"\baction (?:tracker|log|list|sheet|points)\b|\bactions\b", re.IGNORECASE)
FEWEST, LONGEST, MOST_WORDS = 2, 300, 3
ABOVE, LONGEST_TITLE, LONGEST_CELL = 3, 90, 400


def read_shuffled(
    lines: Sequence[TextLine], start: int, known: frozenset[str]
) -> tuple[list[TrackedAction], int]:
    """Read the rows of a tracker the name of whose first column stands alone at a line.

    Returns:
        The rows and the index of the line after them; none where the counts do not tell them apart.
    """
    above = lines[max(start - ABOVE, 0) : start]
    if not any(len(line.text) < LONGEST_TITLE and _TITLE.search(line.text) for line in above):
        return [], start
    end = start
    while end < min(start + LONGEST, len(lines)) and not (end > start and opens_other(lines[end])):
        end += 1
    kinds: set[str] = set()
    texts: list[str] = []
    page = lines[start].page
    for cell in merge_cells(lines[start:end]):
        text = join_lines(line.text for line in cell)
        named = heads(single_spaced(text), ()) if len(text.split()) <= MOST_WORDS else None
        if named:
            kinds.update(named)
        elif not (_BARE.fullmatch(text.casefold()) or is_date(text)):
            texts.append(text)
    owners = [n for n, text in enumerate(texts) if is_people(text, known) or is_post(text)]
    if any(len(text) > LONGEST_CELL for text in texts):
        return [], start
    if not {"action", "owner"} <= kinds or len(owners) < FEWEST:
        return [], start
    count, first = len(owners), owners[0]
    if first not in ((count, 2 * count) if "topic" in kinds else (count,)):
        return [], start
    topics, actions = texts[: first - count] or [""] * count, texts[first - count : first]
    told = [join_lines(texts[a + 1 : b]) for a, b in zip(owners, [*owners[1:], len(texts)], strict=True)]
    if not any(told[:-1]):  # the column of progress stands behind that of people
        rest = texts[owners[-1] + 1 :]
        told = rest if len(rest) == count else [""] * count
    rows = zip(topics, actions, owners, told, strict=True)
    return [TrackedAction(topic, action, texts[n], after, page) for topic, action, n, after in rows], end
