"""Small invented papers, laid out as they are filed, for tests that need a library without a parser."""

from __future__ import annotations

from datetime import date, datetime, time

import msgspec

from db.library import file_document
from db.models.drafts import DraftDeadline, DraftDocument, DraftItem, DraftPage, DraftPassage, DraftTerm
from db.models.filed import Filed
from db.store import Store
from imports.model.agenda import Contact
from imports.model.deadlines import DeadlineWording
from imports.model.pack import ParsedPack
from imports.protocol import encode_pack

COMMITTEE = "Children’s Scrutiny Committee"
CLERK = Contact("Rosa Lund", "Democratic Services Officer", "01999 555123", "rosa.lund@example.org")


def item(
    position: int,
    number: str,
    title: str,
    description: str | None = None,
    officers: tuple[str, ...] = (),
    is_heading: bool = False,
) -> DraftItem:
    return DraftItem(position, number, title, description, None, None, None, officers, is_heading)


def passage(
    text: str,
    heading: str = "",
    kind: str = "minute",
    ref: str = "",
    page: int = 1,
    said_on: date | None = None,
) -> DraftPassage:
    return DraftPassage(kind, ref, heading, text, page, page, said_on, None)


def paper(
    name: str,
    day: date | None,
    passages: tuple[DraftPassage, ...] = (),
    items: tuple[DraftItem, ...] = (),
    deadlines: tuple[DeadlineWording, ...] = (),
    terms: tuple[tuple[str, str], ...] = (),
    committee: str = COMMITTEE,
    contacts: tuple[Contact, ...] = (CLERK,),
) -> DraftDocument:
    """A pack of one page, whose hash is its name."""
    pack = ParsedPack(name, name, "text", "pack", 1, committee, day, "printed", time(10), contacts=contacts)
    return DraftDocument(
        sha256=name,
        source=name,
        path=f"/nowhere/{name}",
        format="text",
        kind="pack",
        page_count=1,
        committee=committee,
        meeting_date=day,
        date_basis="printed",
        start_time=time(10),
        venue=None,
        understood=encode_pack(pack),
        items=items,
        pages=(DraftPage(1, 1, '{"number":1,"pack_page":1,"blocks":[]}', "", 0),),
        passages=passages,
        deadlines=tuple(
            DraftDeadline(msgspec.json.encode(wording).decode(), wording.source, wording.page)
            for wording in deadlines
        ),
        glossary=tuple(DraftTerm(short, long, 1) for short, long in terms),
    )


def file(store: Store, draft: DraftDocument) -> Filed:
    return store.write_now(lambda db: file_document(db, draft, datetime(2025, 11, 1, 9)))
