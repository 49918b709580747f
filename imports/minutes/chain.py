"""Which numbered lines of a set of minutes are its items: those whose numbers count on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from imports.minutes.titles import is_usual, looks_like_title

FEWEST_ALIKE, FEWEST_TYPICAL = 3, 2
RUNNING = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be an item's heading.

    Attributes:
        first: the line it begins on.
        last: the last line of its title.
        count: the number that counts on.
        printed: the number as printed.
        title: without its number.
        weight: how surely it is one.
        lead: what was said behind the title on its line.
        style: how the number is set, alike for all items of one set of minutes.
    """

    first: int
    last: int
    count: int
    printed: str
    title: str
    weight: float
    lead: str = ""
    style: str = ""


def best_chain(found: list[Candidate]) -> list[Candidate]:
    """The run of candidates whose numbers count on, weighing most; a lost heading or two may be missing."""
    best: list[tuple[float, int]] = []
    for i, item in enumerate(found):
        score, before = float(item.weight), -1
        for j in range(max(0, i - 60), i):
            step = item.count - found[j].count
            if 1 <= step <= 3 and found[j].last < item.first:
                value = best[j][0] + item.weight - 1.2 * (step - 1)
                if value > score:
                    score, before = value, j
        best.append((score, before))
    if not best:
        return []
    i = max(range(len(best)), key=lambda n: best[n][0])
    chain: list[Candidate] = []
    while i >= 0:
        chain.append(found[i])
        i = best[i][1]
    chain.reverse()
    sure = [item for item in chain if item.weight >= 3]
    if len(sure) >= 3 and len(sure) * 2 > len(chain):
        chain = sure
    return chain if len(chain) > 1 or (chain and chain[0].weight >= 3) else []


def complete(chain: list[Candidate], numbered: Sequence[Candidate]) -> list[Candidate]:
    """A chain with the items that nothing but their numbers shows.

    Minutes without white space, copied off a page or shredded, show few of their titles: what is numbered
    alike right behind an item, with the next number, is the next item. A list inside one begins anew.

    Args:
        chain: the items found by their looks.
        numbered: every line with a number and words, titled or not.
    """
    run = max(_runs(numbered), key=len, default=[])
    if len(run) > 2 * len(chain) and sum(is_usual(x.title) for x in run) >= FEWEST_TYPICAL:
        return run
    if len(chain) < FEWEST_TYPICAL:
        return chain
    styles = [item.style for item in chain]
    usual = max(set(styles), key=styles.count)
    running = chain[0].count >= RUNNING
    alike = [item for item in numbered if item.style == usual or (running and item.count >= RUNNING)]
    places = {item.first: n for n, item in enumerate(alike)}
    chain = _without_inner(chain, alike, places)
    result: list[Candidate] = []
    if (at := places.get(chain[0].first)) is not None:
        before = chain[0].count
        while at > 0 and alike[at - 1].count == before - 1 and _goes_on(alike[at - 1]):
            at, before = at - 1, before - 1
            result.insert(0, alike[at])
    for place, item in enumerate(chain):
        result.append(item)
        limit = chain[place + 1].count if place + 1 < len(chain) else None
        result.extend(_following(item, limit, alike, places))
    return result


def _without_inner(
    chain: list[Candidate], alike: Sequence[Candidate], places: dict[int, int]
) -> list[Candidate]:
    """A chain without the end of a list inside its last item, which happened to count on."""
    while len(chain) > FEWEST_TYPICAL and chain[-1].weight <= 1 and (at := places.get(chain[-1].first)):
        before = alike[at - 1]
        if before.count != chain[-1].count - 1 or before.first <= chain[-2].first:
            break
        chain = chain[:-1]
    return chain


def _following(
    item: Candidate, limit: int | None, alike: Sequence[Candidate], places: dict[int, int]
) -> Iterator[Candidate]:
    """The items right behind one, up to the number of the next that is known."""
    at = places.get(item.first)
    count = item.count
    fills = at is not None and limit is not None and _fills(alike[at + 1 :], count, limit)
    while at is not None and at + 1 < len(alike) and alike[at + 1].count == count + 1:
        at, count = at + 1, count + 1
        if count == limit or alike[at].first <= item.last or not (fills or _goes_on(alike[at])):
            return
        yield alike[at]


def _fills(behind: Sequence[Candidate], count: int, limit: int) -> bool:
    """Whether the numbers behind an item are all that is missing up to the next, and nothing more."""
    return [item.count for item in behind[: limit - count]] == [*range(count + 1, limit + 1)]


def _goes_on(item: Candidate) -> bool:
    """Whether what is numbered next is an item: by its title, or by a number no list inside one comes to."""
    return item.count >= RUNNING or looks_like_title(item.title)


def _runs(numbered: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The runs of titles numbered alike, one right behind the other."""
    for _, own in groupby(sorted(numbered, key=lambda x: x.style), key=lambda x: x.style):
        run: list[Candidate] = []
        for item in own:
            if run and not (item.count == run[-1].count + 1 and _goes_on(item)):
                yield run
                run = []
            run.append(item)
        if len(run) >= FEWEST_ALIKE:
            yield run
