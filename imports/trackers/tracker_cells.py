"""The cells of an action tracker that a text extract set one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imports.layout.furniture import TextLine
from imports.layout.headings import names_body
from imports.layout.paragraphs import join_lines
from imports.model.tables import TrackedAction
from imports.patterns import regex
from imports.words.names import is_people

LONGEST_TABLE = 400
LONGEST_TOPIC = 14
LONGEST_TITLE = 90
FEWEST = 2
_UNFINISHED = regex(r"(?:[,&/–-]|\b(?:and|of|the|for|to|on|in|with|a|an|by|at|or))$", re.IGNORECASE)
_OTHER_TABLE = regex(
    r"(?:draft |forward |committee )*work(?:ing)? ?(?:programme|plan)\b"
    r"|(?:title of report|report title|purpose of (?:the )?report)\b|report to(?::| the\b)",
    re.IGNORECASE,
)
_PROGRAMME = regex(
    r"\W*\b(?:(?:draft |forward )*work ?(?:programme|plan)|forward plan)[\d /–-]*$", re.IGNORECASE
)

Cell = list[TextLine]


def merge_cells(lines: Sequence[TextLine]) -> list[Cell]:
    """Divide lines into cells at their gaps; a cell that a page end cut in two is made whole."""
    cells: list[Cell] = []
    for line in lines:
        before = cells[-1][-1] if cells else None
        runs_on = before is not None and (line.opens_page or line.page != before.page)
        cut = before is not None and (line.text[:1].islower() or _UNFINISHED.search(before.text))
        if before is not None and ((runs_on and cut) or not (line.gap or runs_on)):
            cells[-1].append(line)
        else:
            cells.append([line])
    return cells


def read_unnumbered(
    lines: Sequence[TextLine], heading: int, known: frozenset[str], topics: bool
) -> tuple[list[TrackedAction], int]:
    """Read rows without numbers by their people, who stand between action and progress.

    Args:
        lines: the document's own lines.
        heading: the index of the heading row.
        known: people's names in lower case.
        topics: whether the heading row has a column of topics before the actions.

    Returns:
        The rows and the index of the line after them; none where fewer than two have people.
    """
    end = _end(lines, heading + 1)
    cells = merge_cells(lines[heading + 1 : end])
    texts = [join_lines(line.text for line in cell) for cell in cells]
    before = 2 if topics else 1
    owners = [n for n, text in enumerate(texts) if n >= before and is_people(text, known)]
    owners = [n for place, n in enumerate(owners) if not place or n > owners[place - 1] + before]
    if len(owners) < FEWEST or owners[0] > before + 1:
        return [], end
    rows: list[TrackedAction] = []
    for owner, following in zip(owners, [*owners[1:], len(texts) + before], strict=True):
        topic = texts[owner - 2] if topics else ""
        if len(topic.split()) > LONGEST_TOPIC:
            return [], end
        progress = join_lines(texts[owner + 1 : following - before])
        rows.append(
            TrackedAction(topic, texts[owner - 1], texts[owner], progress, cells[owner - before][0].page)
        )
    return rows, end


def opens_other(line: TextLine) -> bool:
    """Whether a line begins another paper: a body's name apart from what is above, or a title."""
    apart = line.opens_page or line.gap
    if len(line.text) < LONGEST_TITLE and (title := _PROGRAMME.search(line.text)):
        return line.opens_page or names_body(line.text[: title.start()])
    return (apart and (names_body(line.text) or line.text == "Cabinet")) or bool(
        _OTHER_TABLE.match(line.text)
    )


def _end(lines: Sequence[TextLine], start: int) -> int:
    """The line at which another paper begins, or the table has gone on too long."""
    for i in range(start, min(start + LONGEST_TABLE, len(lines))):
        if opens_other(lines[i]):
            return i
    return min(start + LONGEST_TABLE, len(lines))
