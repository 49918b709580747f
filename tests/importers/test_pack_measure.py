"""The real packs beside the checkout, against what people read in them; skipped where they are absent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imports.model.pack import ParsedPack
from imports.pack import understand
from imports.readers.pdf import read_pdf
from imports.readers.text import read_text

SHARED = Path(__file__).resolve().parents[3] / "shared"
PACKS, GOLD = SHARED / "packs", SHARED / "gold"
NAMES = ("000", "002", "004")

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the measured packs are not beside the checkout")


def load(name: str, ending: str) -> tuple[ParsedPack, dict[str, Any]]:
    (path,) = PACKS.glob(f"{name}_*{ending}")
    gold: dict[str, Any] = json.loads((GOLD / f"gold_{name}.json").read_text(encoding="utf-8"))
    return understand(read_text(path) if ending == ".txt" else read_pdf(path)).pack, gold


@pytest.mark.parametrize("ending", [".txt", ".pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_minutes_agree(name: str, ending: str) -> None:
    pack, gold = load(name, ending)
    wanted = [
        (m["date"], [(str(i["number"]), i["paragraphs"]) for i in m["items"]], len(m["apologies"]))
        for m in gold["minutes"]
    ]
    found = [
        (
            str(m.date),
            [(i.number, [p.number for p in i.paragraphs if p.number]) for i in m.items],
            len(m.apologies),
        )
        for m in pack.minutes
    ]
    assert found == wanted


@pytest.mark.parametrize("ending", [".txt", ".pdf"])
@pytest.mark.parametrize("name", NAMES)
def test_links_tracker_and_papers_agree(name: str, ending: str) -> None:
    pack, gold = load(name, ending)
    assert {u.rstrip("/") for u in pack.links} == {u.rstrip("/") for u in gold["links"]}
    assert [a.responsibility for a in pack.action_tracker] == [
        a["responsibility"] for a in gold["action_tracker"]
    ]
    named = {
        r["agenda_item"]
        for r in gold["reports"]
        if r["agenda_item"] and "agenda_item" not in r.get("lenient", [])
    }
    assert named <= {r.agenda_item for r in pack.reports}


@pytest.mark.parametrize("name", NAMES)
def test_pack_pages_of_a_pdf_are_the_stamped_ones(name: str) -> None:
    (path,) = PACKS.glob(f"{name}_*.pdf")
    understood = understand(read_pdf(path))
    numbers = [page.pack_page for page in understood.pages if page.pack_page]
    assert numbers == list(range(1, len(numbers) + 1))
