"""A desk with two packs, a secret page, notes and a question, for what is made of a whole meeting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from db import desk
from db.models.questions import MeetingRef
from imports.model.agenda import Contact, ExemptPage, Report
from imports.model.reading import Block, Passage, ReadPage
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.wiring import Services, open_services
from tests.services.samples import COMMITTEE, MEETING, NOW, a_pack, an_item, file_pack

WALLS, LEASE = "Sea Walls *Survey*", "Harbour Lease"
OPEN = "That the Committee notes the survey of the walls."
SECRET = "That the tenant, Mr Barnacle, pays nine pounds a fathom."
SAID = (
    "Members asked when the sea walls survey would be finished, and by whom.",
    "The officer said the sea walls survey had found eleven <b>breaches</b> — ŵ ŷ £12.5m.",
    "The sea walls survey would be circulated to members.",
    "It was asked whether the sea walls survey had counted the steps.",
)
RENT = "The survey of the sea walls names the tenant, Mr Barnacle."
SUMMARY = (Block("heading", "Summary"), Block("paragraph", OPEN))
TABLE = (("Wall", "Breaches"), ("North", "7"), ("South", "4"))


def _march(services: Services) -> None:
    """What was said before: four open minutes and a secret one."""
    said = [Passage("minute", f"14.{n}", "SEA WALLS SURVEY", text, 1, 1) for n, text in enumerate(SAID, 1)]
    said.append(Passage("minute", "15.1", "SEA WALLS SURVEY", RENT, 2, 2))
    pages = (
        ReadPage(1, 1, tuple(Block("paragraph", text) for text in SAID)),
        ReadPage(2, 2, (Block("paragraph", RENT),), exempt="Exempt: paragraph 3"),
    )
    pack = a_pack(
        "march.pdf", meeting_date=date(2031, 3, 6), page_count=2, exempt_pages=(ExemptPage(2, "Exempt"),)
    )
    file_pack(services.store, pack, pages, said)


def _may(services: Services) -> None:
    pages = (
        ReadPage(1, None, (Block("paragraph", "AGENDA"),)),
        ReadPage(
            2, 5, (Block("heading", "Summary"), Block("paragraph", OPEN), Block("table", "", rows=TABLE))
        ),
        ReadPage(3, 6, (Block("furniture", "Page 6"),), pictures=2),
        ReadPage(4, 7, (Block("paragraph", SECRET),), exempt="Exempt: paragraph 3"),
    )
    items = (
        an_item("1", "Apologies"),
        an_item("2.", WALLS, pages=(5, 6), officers=("Ada Stone",), description="To note the report."),
        an_item("3", LEASE, pages=(7, 7)),
    )
    reports = (
        Report("2.", WALLS, (5, 6), (2, 3), (OPEN,)),
        Report("3", LEASE, (7, 7), (4, 4), (SECRET,)),
    )
    pack = a_pack(
        page_count=4,
        agenda=items,
        reports=reports,
        exempt_pages=(ExemptPage(4, "Exempt"),),
        contacts=(Contact("Cy Marsh", "Clerk", "01632 960001", "cy.marsh@saltby.example"),),
    )
    file_pack(services.store, pack, pages)
    sha256, ref = pack.sha256, MeetingRef(COMMITTEE, MEETING)

    def write(page: int, quote: str, text: str) -> None:
        place = {"document_sha256": sha256, "source": pack.source, "pack_page": page + 3}
        services.store.write_now(
            lambda db: desk.add_note(db, ref, NOW, page=page, quote=quote, text=text, **place)  # type: ignore[arg-type]
        )

    write(2, "North | 7", "Is it | really seven?")
    write(4, SECRET, "Barnacle is my neighbour.")
    services.store.write_now(
        lambda db: desk.create_question(
            db, ref, NOW, text="How many steps did the [survey] count?", item_number="2.", item_title=WALLS
        )
    )


@contextmanager
def a_desk(path: Path) -> Iterator[Services]:
    """Services over such a desk, three days before the meeting."""
    services = open_services(Home(path), Clock(NOW))
    _march(services)
    _may(services)
    try:
        yield services
    finally:
        services.close()
