"""How far to the right each line might have gone, so that one ended on purpose can be told from a full one.

Where that place says nothing of a purpose the line's own end is given. Words broken for another page and
wrapped again run full, then short, then full, in the midst of their sentences; and the two or three lines of
a paragraph by itself are seldom as long as the longest of their page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

STOPS = tuple(".:;!?")
COLUMN = 40.0
FEW = 4
FULL = 0.85
"""The part of its column a full line takes."""
REST = 0.8
LONG = 0.75
NARROW = 0.5
"""The part of its column that no line of a list of names takes."""
CONTINUED = 3
"""So many short rests that sentences go on behind make a page one that was wrapped again."""


def right_edges(lines: Sequence[TextLine]) -> list[float]:
    """How far to the right each line might have gone; 0 where there is no geometry.

    That is as far as any line does in the lines it stands among, or where these are few, in its column.
    """
    rights = [line.line.right for line in lines]
    if not any(rights):
        return [0.0] * len(lines)
    reaches = _reaches(lines)
    edges: list[float] = []
    for start, end in _blocks(lines):
        if end - start < FEW:
            edges += [_of_few(lines, i, end, reaches[i]) for i in range(start, end)]
        else:
            names = _are_names(lines[start:end], reaches[start:end])
            edges += reaches[start : end - 1] if names else [max(rights[start:end])] * (end - start - 1)
            edges.append(reaches[end - 1])
    for i in _rests(lines, reaches):
        edges[i] = rights[i]
    return edges


def _blocks(lines: Sequence[TextLine]) -> Iterator[tuple[int, int]]:
    """Where lines without white space between them begin and end."""
    starts = [
        0,
        *(i for i, (a, b) in enumerate(pairwise(lines), start=1) if b.gap or b.page != a.page),
        len(lines),
    ]
    yield from pairwise(starts)


def _reaches(lines: Sequence[TextLine]) -> list[float]:
    """How far to the right any line of its page goes that begins about where each line does."""
    rights: dict[tuple[int, int], float] = {}
    keys: list[tuple[int, int]] = []
    for line in lines:
        printed = line.line
        key = (line.page, int(printed.left // COLUMN))
        keys.append(key)
        if printed.right > rights.get(key, 0.0):
            rights[key] = printed.right
    right = rights.get
    reaches = {
        (page, at): max(right((page, at - 1), 0.0), right((page, at), 0.0), right((page, at + 1), 0.0))
        for page, at in set(keys)
    }
    return [reaches[key] for key in keys]


def _are_names(lines: Sequence[TextLine], reaches: Sequence[float]) -> bool:
    """Whether lines are a list of names: short, each with a capital and without a stop, few of one word."""
    if sum(" " in line.text for line in lines) * 2 <= len(lines):
        return False
    return all(
        line.text[:1].isupper() and not line.text.endswith((*STOPS, ",")) and _share(line, reach) < NARROW
        for line, reach in zip(lines, reaches, strict=True)
    )


def _of_few(lines: Sequence[TextLine], i: int, end: int, reach: float) -> float:
    """The edge for a line of two or three; of a long one that another goes on with, where it ends."""
    goes_on = i + 1 < end and _may_go_on(lines[i].text, lines[i + 1].text)
    return lines[i].line.right if goes_on and _share(lines[i], reach) >= LONG else reach


def _rests(lines: Sequence[TextLine], reaches: Sequence[float]) -> Iterator[int]:
    """The short rests of lines that were broken for another page, on pages that are full of them."""
    found: dict[int, list[int]] = {}
    shares = [*map(_share, lines, reaches)]
    for i in range(1, len(lines) - 1):
        if shares[i] >= REST or shares[i - 1] <= FULL or lines[i].gap:
            continue
        above, line, below = lines[i - 1], lines[i], lines[i + 1]
        if below.page != line.page or not _may_go_on(line.text, below.text):
            continue
        if below.text[:1].islower() or not (below.gap or above.text.endswith(STOPS)):
            found.setdefault(line.page, []).append(i)
    for own in found.values():
        continued = sum(lines[i + 1].text[:1].islower() for i in own)
        if continued >= CONTINUED and continued * 2 >= len(own):
            yield from own


def _share(line: TextLine, reach: float) -> float:
    """The part of its column a line takes."""
    printed = line.line
    return (printed.right - printed.left) / max(reach - printed.left, 1.0)


def _may_go_on(above: str, below: str) -> bool:
    """Whether a line's words may go on in the next one, which is no item of a list."""
    if above.endswith(STOPS) or (above.endswith(")") and below[:1].isupper()):
        return False
    return below[:4].isdigit() or (below[:1].isalpha() and below[1:2] not in (".", ")"))
