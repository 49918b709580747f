"""Pictures of what is out of the ordinary: supplements, exempt papers, links, doubts, amended minutes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot

from imports.model.agenda import LinkedPaper
from imports.model.warning import Warning
from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.messages import OpenMeeting, OpenReader
from scrutiny_tui.services.models.reading import AmendedPlace
from tests.tui.driving import earlier_filled, pages_settled, see
from tests.tui.fakes import FakeServices, document, read_page
from tests.tui.test_reader_remarks import NOTE, OnePage

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_meeting_papers(snap_compare: Any, services: FakeServices, size: tuple[int, int]) -> None:
    detail = services.meetings.detail
    items = list(detail.items)
    paper = items[4].papers[0]
    update = replace(
        paper, document=document(2), title="Update", note="supplement, first seen 18 May 2031", new=True
    )
    whole = frozenset(range(paper.page, paper.last_page + 1))
    annex = replace(paper, title="Costs", exempt=True, read_pages=whole)
    link = LinkedPaper("Survey of the wall", "https://merrin.example/wall.pdf", "5", items[4].item.title)
    items[4] = replace(
        items[4],
        papers=(update, annex, replace(paper, also_in=("wall.pdf",))),
        links=(link,),
        recommendations=(),
    )
    doubt = Warning("page-contradicts-stamp", "item 9 is printed at page 74 but stamped 91", 7)
    services.meetings.detail = replace(detail, items=tuple(items), to_check=((detail.documents[0], doubt),))

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.screen.post_message(OpenMeeting(1, items[4].item.title))
        await see(pilot, "new since you began")
        await earlier_filled(pilot)

    assert snap_compare(ScrutinyApp(services), terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_remarkable_page(snap_compare: Any, services: FakeServices, size: tuple[int, int]) -> None:
    page = replace(read_page(5), exempt="Exempt: paragraph 3 of Schedule 12A")
    amended = (AmendedPlace(NOTE, 5, "7.1", page.blocks[2].text),)
    before = services.reading
    services.reading = OnePage(replace(before.opened, amended=amended), terms=before.terms, page=page)

    async def run(pilot: Pilot[None]) -> None:
        pilot.app.screen.post_message(OpenReader(1, 5))
        await see(pilot, "△ Amended on 22 May 2031")
        await pages_settled(pilot)

    assert snap_compare(ScrutinyApp(services), terminal_size=size, run_before=run)
