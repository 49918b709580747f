"""Minutes that later minutes changed: the passage says so where it is read and where it is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from db import library
from db.store import Store
from imports.model.minutes import Amendment, MinuteItem, MinuteParagraph, Minutes
from imports.model.reading import Passage
from scrutiny_tui.printing_meeting import stretches
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.reading import Reading
from scrutiny_tui.services.search import Search
from scrutiny_tui.services.stretches import _stretch
from tests.services.samples import COMMITTEE, a_pack, file_pack, some_pages

HELD, NEXT = date(2031, 3, 6), date(2031, 5, 22)
KEPT = "The survey of the sea wall was noted."
CUT = "The harbour master said that the dredger would never sail again."
ADDED = "Officers would report on the pier."


def earlier(store: Store) -> int:
    """File a pack with the minutes of 6 March; gives the document's id."""
    paragraphs = tuple(
        MinuteParagraph(number, text, 2) for number, text in (("4.9", KEPT), ("4.10", CUT), ("4.1", ADDED))
    )
    minutes = Minutes(COMMITTEE, HELD, items=(MinuteItem("4", "HARBOUR", paragraphs, page=2),))
    said = [Passage("minute", p.number or "", "HARBOUR", p.text, 2, date=HELD) for p in paragraphs]
    pack = a_pack("march.pdf", meeting_date=HELD, minutes=(minutes,))
    return file_pack(store, pack, some_pages(["Front", f"{KEPT} {CUT} {ADDED}"]), said).document_id


def later(store: Store, *, of: date | None = HELD, ref: str = "4.10", quote: str = "", **parts: str) -> None:
    """File the pack of May, whose minutes change those of March."""
    change = Amendment(of, ref, parts.get("change", "deletion"), quote, "Delete it.", 2, NEXT)  # type: ignore[arg-type]
    pack = a_pack("may.pdf", meeting_date=NEXT, amendments=(change,), committee=parts.get("body", COMMITTEE))
    file_pack(store, pack, some_pages(["Front", "Delete it."]))


@pytest.mark.parametrize(
    ("changes", "changed"),
    [
        ({"ref": "4.10"}, ("4.10",)),
        ({"ref": "4.1"}, ("4.1",)),
        ({"ref": "4"}, ("4.9", "4.10", "4.1")),
        ({"ref": "", "quote": "the dredger would never sail again"}, ("4.10",)),
        ({"ref": "", "quote": "Words nobody said"}, ()),
        ({"ref": "", "quote": "Officers would report on the pier", "change": "addition"}, ()),
        ({"ref": "4.10", "of": date(2031, 1, 9)}, ()),
        ({"ref": "4.10", "of": None}, ()),
        ({"ref": "4.10", "body": "Licensing Panel"}, ()),
    ],
)
async def test_what_was_changed_says_so_in_the_reader_and_in_search(
    store: Store, clock: Clock, tmp_path: Path, changes: dict[str, str], changed: tuple[str, ...]
) -> None:
    document = earlier(store)
    later(store, **changes)  # type: ignore[arg-type]
    opened = await Reading(store, clock).open(document)
    assert tuple(place.paragraph for place in opened.amended) == changed
    found = await Search(store).find("dredger harbour survey pier")
    marked = {hit.passage.ref for hit in found if hit.amended}
    assert marked == set(changed)


async def test_what_was_changed_says_so_where_it_is_read_as_plain_text(store: Store) -> None:
    document = earlier(store)
    later(store)
    stretch = await store.read(lambda db: _stretch(db, library.document(db, document), "March", 1, 2, None))
    first, second = stretches([stretch], None).split("[page 2")
    assert "Amended" not in first
    assert "(4.10: Amended on 22 May 2031 (may.pdf, page 2): Delete it.)" in second
