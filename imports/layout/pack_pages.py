"""The pack's own page numbers: stamped, and worked out between the stamps that are missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise


def number_pages(
    count: int,
    stamped: Mapping[int, int],
    anchors: Mapping[int, int] | None = None,
    starts: Collection[int] = (),
) -> tuple[int | None, ...]:
    """Give each file page its pack page; None before the pack's page 1 and where nothing is known.

    Args:
        count: how many pages the file has.
        stamped: numbers printed on the pages, by file page.
        anchors: numbers that follow from elsewhere (the agenda's page for a report that begins here);
            one that contradicts the stamps is left out.
        starts: file pages on which a paper begins: what a gap in the numbers left out lay before one,
            blank or kept back, and not amid a paper.
    """
    known = _rising(stamped)
    for page, number in sorted((anchors or {}).items()):
        before = max((p for p in known if p <= page), default=None)
        after = min((p for p in known if p > page), default=None)
        if (before is None or (before < page and known[before] < number)) and (
            after is None or known[after] > number
        ):
            known[page] = number
    if not known:
        return (None,) * count
    order, begun = sorted(known), sorted(starts)
    return tuple(_at(page, known, order, begun) for page in range(1, count + 1))


def fitting(anchors: Mapping[int, int], stamped: Mapping[int, int]) -> dict[int, int]:
    """Those anchors that stand between two stamps with room for every page between: a lost stamp's number."""
    known = _rising(stamped)
    order = sorted(known)
    found: dict[int, int] = {}
    for page, number in anchors.items():
        at = bisect_left(order, page)
        if page in known or not 0 < at < len(order):
            continue
        before, after = order[at - 1], order[at]
        if known[before] + page - before <= number <= known[after] - (after - page):
            found[page] = number
    return found


def _rising(stamped: Mapping[int, int]) -> dict[int, int]:
    """The longest run of stamps that rise with the pages: a stray one was read from elsewhere."""
    pages = sorted(stamped)
    if all(stamped[a] < stamped[b] for a, b in pairwise(pages)):
        return dict(stamped)
    best: list[tuple[int, int]] = []
    for i, page in enumerate(pages):
        length, before = 1, -1
        for j in range(max(0, i - 200), i):
            if stamped[pages[j]] < stamped[page] and best[j][0] + 1 > length:
                length, before = best[j][0] + 1, j
        best.append((length, before))
    known: dict[int, int] = {}
    i = max(range(len(best)), key=lambda n: best[n][0]) if best else -1
    while i >= 0:
        known[pages[i]] = stamped[pages[i]]
        i = best[i][1]
    return known


def _at(page: int, known: Mapping[int, int], order: Sequence[int], starts: Sequence[int]) -> int | None:
    if page in known:
        return known[page]
    place = bisect_left(order, page)
    before = order[place - 1] if place else None
    after = order[place] if place < len(order) else None
    if before is None:
        assert after is not None
        number = known[after] - (after - page)
    elif after is None:
        number = known[before] + (page - before)
    elif known[after] - known[before] > after - before and (
        begins := starts[bisect_right(starts, before) : bisect_right(starts, after)]
    ):
        number = known[before] + (page - before) if page < begins[-1] else known[after] - (after - page)
    else:
        share = (page - before) / (after - before)
        number = known[before] + round(share * (known[after] - known[before]))
    return number if number >= 1 else None
