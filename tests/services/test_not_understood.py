"""One paper that another version of the app wrote: passed over with a sentence, and no place fails for it."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path

from db import desk, library
from db.models.questions import MeetingRef
from db.store import Store
from imports.model.agenda import AgendaItem, Contact, ExemptPage
from imports.model.pack import ParsedPack
from imports.model.reading import Block, ReadPage
from scrutiny_tui.services.actions import Actions
from scrutiny_tui.services.asked import known_officers, load_questions
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.filing import draft_document
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.kept_wording import NOT_UNDERSTOOD
from scrutiny_tui.services.purging import Purging
from scrutiny_tui.services.topics import Topics
from scrutiny_tui.services.upkeep import look_over

DAY, NOW = date(2031, 5, 22), datetime(2031, 5, 1, 9)
REF = MeetingRef("Harbour Committee", DAY)


def file_paper(store: Store, name: str, **more: object) -> None:
    pack = ParsedPack(
        source=name, sha256=f"{len(name):064x}", format="pdf", page_count=1, committee=REF.committee,
        meeting_date=DAY, meeting_date_basis="printed", **more,  # type: ignore[arg-type]
    )  # fmt: skip
    store.write_now(lambda db: library.file_document(db, draft_document(pack, (), (), Path(name)), NOW))


def test_a_paper_that_is_not_understood_is_passed_over_and_named(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    clerk = Contact("Ann Quill", "Clerk", None, "clerk@merrin.example")
    file_paper(store, "pack.pdf", kind="pack", agenda=(AgendaItem("1", "Slipways"),), contacts=(clerk,))
    file_paper(store, "a report.pdf", kind="report")
    store.write_now(lambda db: db.execute("UPDATE document SET understood = '{}' WHERE kind = 'report'"))
    store.write_now(lambda db: desk.create_question(db, REF, NOW, text="Why?"))
    (asked,) = store.read_now(lambda db: load_questions(db, desk.questions(db)))
    assert asked.about.clerk is not None and asked.about.clerk.name == "Ann Quill"
    assert store.read_now(known_officers) == {"Ann Quill"}
    assert asyncio.run(Actions(store, Clock()).all()) == () == asyncio.run(Topics(store, Clock()).all())
    said = [w for one in store.read_now(library.documents) for w in pack_of(one).warnings]
    assert [w.code for w in said] == [NOT_UNDERSTOOD] and "import the file again" in said[0].text
    named = [finding for finding in look_over(tmp_path, store) if finding.code == NOT_UNDERSTOOD]
    assert len(named) == 1 and "a report.pdf" in named[0].text
    store.close()


def test_exempt_pages_of_a_paper_that_is_not_understood_can_be_removed(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    page = ReadPage(1, None, (Block("paragraph", "The rents of Zanzibar Quay"),), exempt="Exempt")
    pack = ParsedPack("lease.pdf", "a" * 64, "pdf", "report", 1, exempt_pages=(ExemptPage(1, "Exempt"),))
    draft = draft_document(pack, (page,), (), Path("lease.pdf"))
    store.write_now(lambda db: library.file_document(db, draft, NOW))
    store.write_now(lambda db: db.execute("UPDATE document SET understood = '{}'"))
    (paper,) = asyncio.run(Purging(store, Clock()).purge())
    assert [exempt.page for exempt in paper.pages] == [1]
    (document,) = store.read_now(library.documents)
    assert store.read_now(lambda db: library.pages(db, document.id)) == ()
    assert [(one.page, one.words) for one in pack_of(document).exempt_pages] == [(1, "removed")]
    store.close()
