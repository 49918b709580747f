"""How much of a made-up paper was read: a figure from 0 to 1 for each field."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from imports.model.pack import ParsedPack
from tests.importers.messy.packs import Paper
from tests.importers.messy.sheet import ItemTruth, Truth

CLOSE = 88
LOSES_BREAKS = ("lost breaks", "split stamps", "blanks")
F = TypeVar("F")
W = TypeVar("W")


def plain(text: str | None) -> str:
    """Words without case, spacing and kinds of quotes."""
    text = (text or "").replace("’", "'").replace("–", "-")
    return re.sub(r"\s+", " ", text).strip(" .;:").casefold()


def person(text: str) -> str:
    """A name without title, party or post."""
    text = re.sub(r"\([^)]*\)", "", plain(text))
    return re.sub(r"^(?:cllr|councillor)s?\.? ", "", text).strip(" ,")


def alike(a: str, b: str) -> bool:
    """Whether two texts are the same but for a letter here and there."""
    return fuzz.ratio(plain(a), plain(b)) >= CLOSE


def match(found: Sequence[F], wanted: Sequence[W], same: Callable[[F, W], bool]) -> list[tuple[F, W]]:
    """Pair each wanted thing with the first found one that is the same."""
    left = list(found)
    pairs: list[tuple[F, W]] = []
    for want in wanted:
        hit = next((one for one in left if same(one, want)), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((hit, want))
    return pairs


def f1(pairs: int, found: int, wanted: int) -> float:
    """The harmonic mean of precision and recall; 1 where nothing was wanted or found."""
    return 1.0 if found == wanted == 0 else 2 * pairs / (found + wanted)


def score(pack: ParsedPack, paper: Paper) -> dict[str, float]:
    """Score one reading."""
    truth, card = paper.truth, dict[str, float]()
    if truth.agenda:
        card |= _heading(pack, truth) | _agenda(pack, paper, truth)
    elif paper.form == "minutes":
        card["agenda.invented"] = float(not pack.agenda)
    if truth.members:
        card["members"] = _names([m.name for m in pack.membership], truth.members)
    if truth.clerk_email:
        card["contact"] = float(any(plain(c.email) == truth.clerk_email for c in pack.contacts))
    card["deadlines"] = float(not [d for d in pack.question_deadlines if d.source != "minutes"])
    card |= _minutes(pack, truth)
    if truth.tracker or pack.action_tracker:
        pairs = match(pack.action_tracker, truth.tracker, lambda a, w: alike(a.action, w[0])
                      and plain(a.responsibility) == plain(w[1]))  # fmt: skip
        card["tracker"] = f1(len(pairs), len(pack.action_tracker), len(truth.tracker))
    if truth.programme or pack.work_programme:
        rows = [(m.meeting_date, i) for m in pack.work_programme for i in m.items]
        hits = match(rows, truth.programme, lambda a, w: a[0] == w[0] and alike(a[1], w[1]))
        card["programme"] = f1(len(hits), len(rows), len(truth.programme))
    return card


def _heading(pack: ParsedPack, truth: Truth) -> dict[str, float]:
    start = f"{pack.start_time:%H:%M}" if pack.start_time else None
    return {
        "committee": float(plain(pack.committee) == plain(truth.committee)),
        "date": float(pack.meeting_date == truth.meeting_date),
        "time": float(start == truth.start_time),
        "venue": float(plain(pack.venue) == plain(truth.venue)),
    }


def _agenda(pack: ParsedPack, paper: Paper, truth: Truth) -> dict[str, float]:
    pairs = match(pack.agenda, truth.agenda, lambda a, w: alike(a.title, w.title))
    count = len(truth.agenda)
    card = {"agenda.items": f1(len(pairs), len(pack.agenda), count)}
    if not pairs:
        return card
    card["agenda.numbers"] = sum(plain(a.number) == plain(w.number) for a, w in pairs) / count
    card["agenda.pages"] = sum(a.pages == w.pages for a, w in pairs) / count
    named = [{person(o) for o in a.officers} == {person(o) for o in w.officers} for a, w in pairs]
    card["agenda.officers"] = sum(named) / count
    with_papers = [w for w in truth.agenda if w.papers_at and w.number]
    if with_papers:
        card["papers"] = sum(_has_papers(pack, w) for w in with_papers) / len(with_papers)
        lost = pack.format == "text" and paper.style.damage in LOSES_BREAKS
        right = sum(_begins(pack, w, lost) for w in with_papers)
        if not lost or paper.style.stamps == "all":
            card["papers.page"] = right / len(with_papers)
    return card


def _has_papers(pack: ParsedPack, item: ItemTruth) -> bool:
    minuted = "inute" in item.title and bool(pack.minutes)
    return minuted or any(plain(report.agenda_item) == plain(item.number) for report in pack.reports)


def _begins(pack: ParsedPack, item: ItemTruth, lost: bool) -> bool:
    """Whether an item's papers begin on their page: of the file or, where page ends are lost, of the pack."""
    if "inute" in item.title:
        return lost or any(minutes.page == item.papers_at for minutes in pack.minutes)
    own = [report for report in pack.reports if plain(report.agenda_item) == plain(item.number)]
    if lost:
        return any(report.pages is not None and report.pages[0] == item.stamp for report in own)
    return any(report.file_pages[0] == item.papers_at for report in own)


def _names(found: Sequence[str], wanted: Sequence[str]) -> float:
    pairs = match([person(name) for name in found], [person(name) for name in wanted], alike)
    return f1(len(pairs), len(found), len(wanted))


def _minutes(pack: ParsedPack, truth: Truth) -> dict[str, float]:
    if not truth.minutes:
        return {"minutes.invented": float(not pack.minutes)}
    card: dict[str, float] = {}
    for want in truth.minutes:
        got = next((m for m in pack.minutes if m.date == want.day), None)
        card["minutes.found"] = float(got is not None)
        items = got.items if got else ()
        pairs = match(
            items, want.items, lambda a, w: plain(a.number) == plain(w.number) and alike(a.title, w.title)
        )
        card["minutes.items"] = f1(len(pairs), len(items), len(want.items))
        if got is None:
            continue
        card["minutes.present"] = _names(got.present, want.present)
        card["minutes.apologies"] = _names(got.apologies, want.apologies)
        said = [text for item in items for text in item.resolved]
        wanted = [text for item in want.items for text in item.resolved]
        hits = match(said, wanted, lambda a, w: fuzz.partial_ratio(plain(a), plain(w)) >= CLOSE)
        card["minutes.resolved"] = f1(len(hits), len(said), len(wanted))
        owners = [plain(a.owner) for item in items for a in item.actions]
        named = [plain(o) for item in want.items for o in item.owners]
        card["minutes.actions"] = f1(len(match(owners, named, lambda a, w: a == w)), len(owners), len(named))
    return card
