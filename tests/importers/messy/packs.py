"""Whole papers put together from a seed: packs, agendas, minutes alone, supplements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from random import Random

from tests.importers.messy.front import ROMAN, agenda, choose_items, contact, heading, members, truth_of_pages
from tests.importers.messy.meetings import minutes
from tests.importers.messy.papers import programme, report, tracker
from tests.importers.messy.sheet import ItemTruth, Leaf, Row, Style, Truth, paginate, pick_style

FORMS = ("pack", "pack", "pack", "agenda", "minutes")


@dataclass(frozen=True, slots=True)
class Paper:
    """A made-up paper: its pages, how it is set, and what should be read of it."""

    seed: int
    form: str
    style: Style
    leaves: tuple[Leaf, ...]
    truth: Truth


def make(seed: int, style: Style | None = None, form: str | None = None) -> Paper:
    """Make the paper of a seed."""
    rng = Random(seed)
    style = style or pick_style(rng)
    form = form or rng.choice(FORMS)
    if form == "pack" and style.council.kind in ("parish", "town"):
        form = "agenda"
    day = date(2023, 1, 12) + timedelta(days=7 * rng.randrange(100))
    truth = Truth()
    if form == "minutes":
        rows, own = minutes(style, rng, day)
        truth.minutes.append(own)
        leaves = [Leaf(page) for page in paginate(rows)]
        return Paper(seed, form, style, tuple(leaves), truth)
    return _pack(seed, form, style, rng, day, truth)


def _pack(seed: int, form: str, style: Style, rng: Random, day: date, truth: Truth) -> Paper:
    start = time(rng.choice((14, 18, 19)), rng.choice((0, 30)))
    items = truth.agenda = choose_items(style, rng, style.council.kind in ("parish", "town"))
    top = heading(style, rng, day, start, truth)
    where = rng.random() < 0.5
    people, ask = members(style, rng, truth), contact(style, rng, truth)
    papers = _papers(style, rng, items, truth, day) if form == "pack" else {}
    layout = rng.getrandbits(32)
    for _ in range(3):  # until the pages printed are those the front sheet leaves
        body = agenda(style, Random(layout), items)
        front = paginate([*top, *(people if where else []), *body, *([] if where else people), *ask])
        _number_pages(style, items, papers, len(front))
    leaves = _leaves(style, rng, front, items, papers)
    if form != "pack":
        for item in items:
            item.papers_at = None
            item.pages = None
        front = paginate(
            [
                *top,
                *(people if where else []),
                *agenda(style, Random(layout), items),
                *([] if where else people),
                *ask,
            ]
        )
        leaves = [Leaf(page) for page in front]
    for item in items:
        item.pages = truth_of_pages(style, item.pages)
    return Paper(seed, form, style, tuple(leaves), truth)


def _papers(
    style: Style, rng: Random, items: list[ItemTruth], truth: Truth, day: date
) -> dict[int, list[tuple[Row, ...]]]:
    """The papers of each item, by its place."""
    found: dict[int, list[tuple[Row, ...]]] = {}
    for place, item in enumerate(items):
        if item.papers_at is None:
            continue
        if "Minute" in item.title or "minutes" in item.title:
            rows, own = minutes(style, rng, day - timedelta(days=49))
            truth.minutes.append(own)
        elif item.title == "Work Programme":
            rows = programme(style, rng, truth, day)
        else:
            rows = report(style, rng, item, day)
        found[place] = paginate(rows)
    if rng.random() < 0.5 and found:
        last = max(place for place in found if items[place].title != "Work Programme")
        items.insert(last, ItemTruth(None, "Action Tracker", papers_at=0))
        found = {place + (place >= last): pages for place, pages in found.items()}
        found[last] = paginate(tracker(style, rng, truth, day))
        numbers = [item.number for item in items if item.title != "Action Tracker"]
        _renumber(style, items, numbers)
    return found


def _renumber(style: Style, items: list[ItemTruth], numbers: Sequence[str | None]) -> None:
    """Give the items their numbers again after one was put in: the last takes the next number."""
    end = numbers[-1]
    if end is None:
        return
    tail = {"A1": f"B{len(items) - 3}", "i.": "", "letters": "abcdefghijklmnopq"[len(items) - 1]}.get(
        style.numbers
    )
    if style.numbers == "i.":
        tail = ROMAN[len(items) - 1]
    if style.numbers == "22/134":
        tail = f"22/{int(end.split('/')[1]) + 1}"
    if style.numbers == "parts":
        numbers = [str(n) for n in range(1, len(items) - 1)] + ["1"]
        tail = "2"
    for item, number in zip(items, [*numbers, tail or str(int(end) + 1)], strict=True):
        item.number = number


def _number_pages(
    style: Style, items: list[ItemTruth], papers: dict[int, list[tuple[Row, ...]]], front: int
) -> None:
    """Set each item's printed range and the file page its papers begin on."""
    at = front + 1
    for place, item in enumerate(items):
        pages = papers.get(place)
        if pages is None:
            item.papers_at = None if item.papers_at is None else 0
            continue
        item.papers_at = at
        first = _stamp(style, at, front)
        item.pages = (first, first + len(pages) - 1)
        item.stamp = first
        at += len(pages)
    if style.stamps == "contradict":
        paged = [item for item in items if item.pages]
        for item in paged[len(paged) // 2 :]:
            assert item.pages
            item.pages = (item.pages[0] - 1, item.pages[1] - 1)


def _stamp(style: Style, page: int, front: int) -> int:
    """The pack's number of a file page."""
    return page - front if style.stamps in ("start", "roman") else page


def _leaves(
    style: Style,
    rng: Random,
    front: list[tuple[Row, ...]],
    items: list[ItemTruth],
    papers: dict[int, list[tuple[Row, ...]]],
) -> list[Leaf]:
    leaves = [Leaf(page) for page in front]
    if style.stamps == "roman":
        leaves = [replace(leaf, page_stamp=f"Page {ROMAN[n]}") for n, leaf in enumerate(leaves)]
    for place, pages in sorted(papers.items()):
        for n, page in enumerate(pages):
            number = _stamp(style, len(leaves) + 1, len(front))
            kept = style.stamps != "none" and (style.stamps != "some" or rng.random() < 0.6)
            mark = f"Agenda Item {items[place].number}" if n == 0 and kept and items[place].number else None
            leaves.append(Leaf(page, f"Page {number}" if kept else None, mark))
    return leaves
