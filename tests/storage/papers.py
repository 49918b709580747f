"""Papers of councils that do not exist, as the importer would hand them over."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

from db import desk
from db.models.drafts import DraftDeadline, DraftDocument, DraftItem, DraftPage, DraftPassage, DraftTerm
from db.models.settled import CommitteeRule
from db.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

NOW = datetime(2024, 3, 1, 9, 30)
COMMITTEE = "Rivers & Harbours Scrutiny Committee"
DAY = date(2024, 3, 14)


def passage(text: str, heading: str = "", **changes: Any) -> DraftPassage:
    values: dict[str, Any] = {
        "kind": "report",
        "ref": "",
        "heading": heading,
        "text": text,
        "page": 1,
        "pack_page": None,
        "said_on": None,
        "agenda_item": None,
    }
    return DraftPassage(**{**values, **changes})


def item(position: int, title: str, **changes: Any) -> DraftItem:
    values: dict[str, Any] = {
        "number": str(position + 1),
        "description": None,
        "first_page": None,
        "last_page": None,
        "file_page": 1,
        "officers": (),
        "is_heading": False,
    }
    return DraftItem(position=position, title=title, **{**values, **changes})


def pages(count: int, first_stamp: int | None = None) -> tuple[DraftPage, ...]:
    return tuple(
        DraftPage(
            number=number,
            pack_page=None if first_stamp is None else first_stamp + number - 1,
            blocks="[]",
            text=f"Page {number} of the dredging\nreport",
            pictures=0,
        )
        for number in range(1, count + 1)
    )


def paper(source: str = "pack.pdf", texts: Sequence[str] = (), **changes: Any) -> DraftDocument:
    """A pack of one item; its bytes, so its hash, follow from everything in it."""
    values: dict[str, Any] = {
        "source": source,
        "path": f"/papers/{source}",
        "format": "pdf",
        "kind": "pack",
        "page_count": 3,
        "committee": COMMITTEE,
        "meeting_date": DAY,
        "date_basis": "printed",
        "start_time": time(10, 0),
        "venue": "Quay House",
        "understood": "{}",
        "items": (item(0, "Dredging of the inner harbour", officers=("Ada Moss",)),),
        "pages": pages(3, first_stamp=1),
        "passages": tuple(passage(text) for text in texts),
        "deadlines": (DraftDeadline('{"text": "by noon"}', "agenda", 1),),
        "glossary": (DraftTerm("HA", "Harbour Authority", 2),),
        **changes,
    }
    values.setdefault("sha256", hashlib.sha256(repr(sorted(values.items())).encode()).hexdigest())
    return DraftDocument(**values)


def keep(db: Database, key: str, value: str) -> None:
    """Write something small on the desk, in place of what stood under this key."""
    desk.save_rule(db, CommitteeRule(key, value, ""))


def kept(db: Database, key: str) -> str | None:
    """Give what was written under this key."""
    rule = desk.committee_rule(db, key)
    return rule.wording if rule else None


def read_now(store: Store, work: Callable[[Database], T]) -> T:
    """Read and wait, whether or not the test has an event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, store.read(work)).result()


def words_of(db: Database) -> dict[str, int]:
    """Every word of the library with the number of passages it stands in."""
    return dict(db.execute("SELECT word, passages FROM main.word"))
