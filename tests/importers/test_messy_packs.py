"""Papers of councils that do not exist, in forms no parser was written for: enough of each is read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from imports.pack import understand
from imports.readers.pdf import read_pdf
from imports.readers.text import read_text
from tests.importers.messy.packs import make
from tests.importers.messy.render import as_text, draw
from tests.importers.messy.score import score

TEXTS = range(1000, 1020)
PDFS = range(1000, 1004)
AT_LEAST = {
    "agenda.invented": 1.0,
    "agenda.items": 0.93,
    "agenda.numbers": 0.93,
    "agenda.pages": 0.9,
    "committee": 0.95,
    "date": 1.0,
    "time": 0.95,
    "deadlines": 1.0,
    "members": 0.9,
    "minutes.found": 1.0,
    "minutes.items": 0.93,
    "minutes.present": 0.95,
    "minutes.resolved": 0.95,
    "papers": 0.8,
}


def means(cards: list[dict[str, float]]) -> Mapping[str, float]:
    """The mean of each field over the papers that have it."""
    fields: dict[str, list[float]] = defaultdict(list)
    for card in cards:
        for field, value in card.items():
            fields[field].append(value)
    return {field: sum(values) / len(values) for field, values in fields.items()}


@pytest.fixture(scope="module")
def from_texts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, float]:
    """The figures of twenty text extracts with their damage."""
    folder, cards = tmp_path_factory.mktemp("texts"), []
    for seed in TEXTS:
        paper, path = make(seed), folder / f"paper_{seed}.txt"
        path.write_text(as_text(paper), encoding="utf-8")
        cards.append(score(understand(read_text(path)).pack, paper))
    return means(cards)


@pytest.mark.parametrize(("field", "least"), AT_LEAST.items())
def test_a_field_is_read_of_texts_in_many_forms(
    from_texts: Mapping[str, float], field: str, least: float
) -> None:
    assert from_texts.get(field, 1.0) >= least


def test_the_same_papers_are_read_as_pdfs(tmp_path: Path) -> None:
    cards = []
    for seed in PDFS:
        paper, path = make(seed), tmp_path / f"paper_{seed}.pdf"
        draw(paper, path)
        cards.append(score(understand(read_pdf(path)).pack, paper))
    found = means(cards)
    low = {field: found[field] for field, least in AT_LEAST.items() if found.get(field, 1.0) < least}
    assert low == {}


@pytest.mark.parametrize("seed", [1029, 1094])
def test_each_page_the_stamps_contradict_is_warned_of(seed: int, tmp_path: Path) -> None:
    paper = make(seed)
    assert paper.style.stamps == "contradict"
    draw(paper, path := tmp_path / "contradicting.pdf")
    warned = [w.page for w in understand(read_pdf(path)).pack.warnings if w.code == "page-contradicts-stamp"]
    wrong = [item.papers_at for item in paper.truth.agenda if item.pages and item.pages[0] != item.stamp]
    assert wrong and warned == wrong
