"""The action tracker: what earlier meetings asked for, of whom, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines, single_spaced
from imports.layout.tables import Read, Row, read_rows, table_lines
from imports.model.tables import TrackedAction
from imports.patterns import regex
from imports.trackers.cards import read_cards
from imports.trackers.flat_rows import read_flat
from imports.trackers.shuffled_rows import read_shuffled
from imports.trackers.text_columns import may_be_heading, read_columns, read_stacked
from imports.trackers.tracker_cells import merge_cells, opens_other, read_unnumbered
from imports.trackers.tracker_lines import read_run_together
from imports.words.dates import is_date
from imports.words.names import is_people, leading_people
from imports.words.presenters import is_presenters

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Document

_COLUMNS = {
    "action": regex(r"\b(?:actions?(?! by)|recommendations?|request(?:ed)?|task)\b", re.IGNORECASE),
    "responsibility": regex(
        r"\b(?:responsib\w+|owners?|lead|officers?|by whom|who|action by|assigned|made to)\b", re.IGNORECASE
    ),
    "progress": regex(
        r"\b(?:progress|status|updates?|response|outcome|comments?|complet\w+(?! date)|position)\b",
        re.IGNORECASE,
    ),
    # When it was or should be done stands for the progress where nothing else tells it.
    "completed": regex(r"\b(?:complet\w+ dates?|dates? complet\w+)\b", re.IGNORECASE),
    "topic": regex(
        r"\b(?:topics?|subjects?|items?|agenda|minute|issue|report|title|theme|meeting)\b", re.IGNORECASE
    ),
}
# Every line is asked: one pass over small letters takes a quarter of the time.
_NAMED = regex(
    r"\b(?:" + "|".join(p.pattern[2:] for name, p in _COLUMNS.items() if name != "completed") + ")"
)
_HEADS = regex(
    r"(?:(?:agreed|lead|responsible|actions?|recommendations?|requests?|tasks?|required|requested|responsibility"
    r"|owners?|officers?|by|whom?|assigned|to)\b\W*)+",
    re.IGNORECASE,
)
_NEEDED = frozenset({"action", "responsibility"})
# Who acts, in a column of that name: a name or a post, initials, or several
_WHO = regex(r"(?:[A-Z][\w.’'-]* ?){1,5}(?:[/&,;]\s*(?:[A-Z][\w.’'-]* ?){1,5})*")
_FIRST = regex(r"(?:no|ref(?:erence)?|date)\b.{0,60}", re.IGNORECASE)
LONGEST_HEADING = 120
MOST, MOST_STACKED = 0.5, 0.75
"""So many rows say who acts; where the cells were only counted, more must."""
_NUMBERS = regex(r"(?:\d{1,4}\.?\s+)*\d{1,4}\.(?=\s|[A-Z]|$)\s*|\d{1,4}\s+(?=[A-Z])")
_STATUS = regex(
    r"(?:completed?|done|closed|ongoing|on-going|outstanding|in progress|awaiting\b.*|no update|pending"
    r"|circulated\b.*|noted)\.?",
    re.IGNORECASE,
)
_ROW = regex(r"(?P<digits>\d{1,5})(?P<dot>\.?)(?:\s+(?P<second>\d{1,3})\.)?(?:\s+(?P<rest>\S.*))?$")


def read_action_tracker(
    document: Document, lines: Sequence[TextLine], known: frozenset[str], titles: Sequence[str]
) -> Read[TrackedAction]:
    """Read the tracker, from tables where the reader found some, else from the lines.

    Args:
        document: for its tables.
        lines: its own lines.
        known: people's names in lower case, to tell a column of people from one of progress.
        titles: of the minutes' items, to tell a row's topic from its action where both share a line.
    """
    found: list[TrackedAction] = []
    for rows in read_rows(document, _COLUMNS, _NEEDED):
        found.extend(action for action in map(_from_row, rows) if action)
    if found:
        return Read(tuple(found), table_lines(document, {action.page for action in found}))
    read = _from_lines(lines, known, titles)
    return Read(tuple(row for row in read.rows if not _repeats_heading(row)), read.lines)


def _repeats_heading(row: TrackedAction) -> bool:
    """Whether a row is the heading row again, as it stands on the table's next page."""
    return all(_HEADS.fullmatch(text) for text in (row.action, row.responsibility))


def _from_row(row: Row) -> TrackedAction | None:
    topic = _NUMBERS.sub("", row.text("topic"), count=1)
    action, owner = row.text("action"), row.text("responsibility")
    progress = row.text("progress") or row.text("completed")
    if not action or not (owner or progress):
        return None
    return TrackedAction(topic, action, owner, progress, row.page)


def _from_lines(
    lines: Sequence[TextLine], known: frozenset[str], titles: Sequence[str]
) -> Read[TrackedAction]:
    pages = groupby(lines, key=attrgetter("page"))
    acting = {page for page, own in pages if _acts("\n".join(line.text for line in own))}
    for i, line in enumerate(lines):
        if line.page not in acting:
            continue
        if may_be_heading(line) and (tabled := _from_columns(lines, i, known)):
            return tabled
        if not _acts(line.text):
            continue
        tight, end = read_flat(lines, i, known)
        if not tight:
            tight, end = read_run_together(lines, i, known)
        if tight:
            return Read(tuple(tight), frozenset((x.page, x.index) for x in lines[i:end]))
        if not _is_heading(line.text):
            continue
        spans = _row_spans(lines, i + 1, known)
        found = [action for a, b in spans if (action := _read_row(lines[a:b], known, titles))]
        if not spans:
            found, end = read_unnumbered(lines, i, known, _COLUMNS["topic"].search(line.text) is not None)
            spans = [(i + 1, end)]
        if found:
            own = lines[i : spans[-1][1]]
            return Read(tuple(found), frozenset((x.page, x.index) for x in own))
    return read_cards(lines)


def _from_columns(lines: Sequence[TextLine], i: int, known: frozenset[str]) -> Read[TrackedAction] | None:
    """The tracker whose heading row begins at a line, its columns told by their places or by their count."""
    text = single_spaced(lines[i].text)
    if len(text) > LONGEST_HEADING or not (_FIRST.fullmatch(text) or _NAMED.search(text.casefold())):
        return None
    table = read_columns(lines, i, _COLUMNS, _NEEDED)
    stacked = table is None
    if table is None:
        flat, end = read_flat(lines, i, known)
        if flat:
            return Read(tuple(flat), frozenset((x.page, x.index) for x in lines[i:end]))
        shuffled, end = read_shuffled(lines, i, known)
        if shuffled:
            return Read(tuple(shuffled), frozenset((x.page, x.index) for x in lines[i:end]))
        table = read_stacked(lines, i, _COLUMNS, _NEEDED)
    if table is None:
        return None
    rows = [Row(row.page, row.cells) for row in table.rows]
    found = [action for action in map(_from_row, rows) if action]
    whole = bool(found) and all(action.topic or action.progress for action in found)
    named = sum(
        is_people(action.responsibility, known)
        or (whole and _WHO.fullmatch(action.responsibility) is not None)
        or (whole and is_presenters(action.responsibility, known))
        for action in found
    )
    if stacked and any(is_people(action.action, known) for action in found):
        return None  # counted wrong
    if not found or named < (MOST_STACKED if stacked else MOST) * len(found):
        return None
    return Read(tuple(found), frozenset((x.page, x.index) for x in lines[i : table.end]))


def _acts(text: str) -> bool:
    """Whether a text has a word for what is to be done, without which it holds no tracker's heading."""
    plain = text.casefold()
    return "action" in plain or "recommendation" in plain or "request" in plain or "task" in plain


def _is_heading(text: str) -> bool:
    """Whether a line is the tracker's heading row ("Topic Action Responsibility Progress")."""
    if len(text) > 90 or text.endswith("."):
        return False
    if not _acts(text):
        return False
    if len(text.split()) > 12 or not all(_COLUMNS[name].search(text) for name in _NEEDED):
        return False
    return sum(pattern.search(text) is not None for pattern in _COLUMNS.values()) >= 3


def _row_spans(lines: Sequence[TextLine], start: int, known: frozenset[str]) -> list[tuple[int, int]]:
    """Rows by their running number, which may be glued to an automatic one ("766." is row 7)."""
    starts: list[int] = []
    end = start
    for i in range(start, min(start + 600, len(lines))):
        line = lines[i]
        if starts and opens_other(line):
            break
        turned = starts and line.opens_page and i > starts[-1]
        if turned and not _row_number(line.text, len(starts) + 1) and _ends_table(lines, i, starts, known):
            break
        if _row_number(line.text, len(starts) + 1) and (line.gap or line.opens_page or i == start):
            starts.append(i)
        if not starts and i > start + 4:
            break
        end = i + 1
    return list(zip(starts, [*starts[1:], end], strict=True)) if starts else []


def _ends_table(lines: Sequence[TextLine], i: int, starts: Sequence[int], known: frozenset[str]) -> bool:
    """Whether the page that begins at line `i` no longer belongs to the tracker.

    It does where a row starts on it soon or later, or the last page's row still waits for its people.
    """
    if any(re.match(r"\d{1,3}\b", line.text) for line in lines[i : i + 3]):
        return False
    row = lines[starts[-1] : i]
    if row[0].page == lines[i].page - 1 and not any(is_people(line.text, known) for line in row):
        return False
    page = [line for line in lines[i : i + 60] if line.page == lines[i].page]
    return not any(line.gap and _row_number(line.text, len(starts) + 1) for line in page)


def _row_number(text: str, expected: int) -> re.Match[str] | None:
    found = _ROW.match(text)
    if not found or is_date(text):
        return None
    digits = found["digits"]
    exact = digits == str(expected) and not (
        found["dot"] and found["second"] is None and found["rest"] is None
    )
    glued = digits.startswith(str(expected)) and len(digits) > len(str(expected)) and bool(found["dot"])
    return found if exact or glued else None


def _read_row(
    lines: Sequence[TextLine], known: frozenset[str], titles: Sequence[str]
) -> TrackedAction | None:
    head = _ROW.match(lines[0].text)
    rest = (head["rest"] or "") if head else lines[0].text
    first = [replace(lines[0], text=rest)] if rest else []
    cells = merge_cells([*first, *(x for x in lines[1:] if not re.fullmatch(r"\d{1,4}\.?", x.text))])
    blocks = [[line.text for line in cell] for cell in cells]
    while len(blocks) > 2 and is_date(join_lines(blocks[0])):  # the column of meetings
        blocks.pop(0)
    if not blocks:
        return None
    topic, blocks = _take_topic(blocks, titles)
    action, owner, progress = _take_action(blocks, known)
    if not action:
        return None
    return TrackedAction(topic, action, owner, progress, lines[0].page)


def _take_topic(blocks: list[list[str]], titles: Sequence[str]) -> tuple[str, list[list[str]]]:
    """The row's topic: its first block or, where the action shares its line, a minute's title."""
    first = join_lines(blocks[0])
    for title in titles:
        plain = title.rstrip(" .")
        if first.casefold().startswith(plain.casefold()) and len(first) > len(plain) + 12:
            rest = first[len(plain) :].strip()
            return first[: len(plain)], [[rest], *blocks[1:]]
    return first, blocks[1:]


def _take_action(blocks: list[list[str]], known: frozenset[str]) -> tuple[str, str, str]:
    """Tell action, people and progress apart: the people stand between, or open the progress."""
    action: list[str] = []
    for place, block in enumerate(blocks):
        text = join_lines(block)
        if place and is_people(text, known):
            return join_lines(action), text, _join_blocks(blocks[place + 1 :])
        owner = leading_people(text, known) if place else ""
        rest = text[len(owner) :].strip()
        if owner and (_STATUS.fullmatch(rest) or rest[:1].isupper() or not rest):
            return join_lines(action), owner, join_lines([rest, _join_blocks(blocks[place + 1 :])])
        mixed = leading_people(text, known) if place and "/" in text else ""
        if mixed:
            return join_lines(action), mixed, _join_blocks(blocks[place + 1 :])
        if place and place + 1 < len(blocks) and is_presenters(text, known):
            return join_lines(action), text, _join_blocks(blocks[place + 1 :])
        action.extend(block)
    return join_lines(action), "", ""


def _join_blocks(blocks: Sequence[Sequence[str]]) -> str:
    return join_lines(line for block in blocks for line in block)
