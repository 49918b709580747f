"""Packs of an invented committee, and a reader that does what a file tells it to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from db import desk
from db.library import file_document
from db.models.filed import Filed
from db.models.questions import MeetingRef
from db.store import Store
from imports.model.agenda import AgendaItem
from imports.model.pack import ParsedPack
from imports.model.reading import Block, Passage, ReadPage
from scrutiny_tui.paths import Home
from scrutiny_tui.services.filing import draft_document
from scrutiny_tui.services.guarding import GuardedStore

COMMITTEE = "Moorland and Coast Scrutiny Committee"
MEETING = date(2031, 5, 22)
NOW = datetime(2031, 5, 19, 9, 12)

OBEDIENT_READER = '''
"""Reads a file that says what to do: the last line decides, `pack` being the good end."""
import hashlib, os, signal, sys
from datetime import date
from pathlib import Path
from imports.model.agenda import AgendaItem
from imports.model.pack import ParsedPack
from imports.model.reading import Block, Passage, ReadPage
from imports.protocol import Message, Progress, Refusal, encode

def send(**parts):
    sys.stdout.buffer.write(encode(Message(**parts)))
    sys.stdout.buffer.flush()

path = Path(sys.argv[1])
raw = path.read_bytes()
words = raw.decode().split()
order = words[-1]
send(progress=Progress("reading", os.getpid(), 0))
send(pages=(ReadPage(1, 1, (Block("paragraph", " ".join(words)),)),))
send(passages=(Passage("report", "1", "Heading", " ".join(words), 1, 1),))
if order == "crash":
    sys.exit("MemoryError: no room")
if order == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
if order == "hang":
    signal.pause()
if order == "noise":
    print("no json at all", flush=True)
if order == "flood":
    while True:
        send(progress=Progress("x" * 4096, 0, 0))
if order == "long":
    print("x" * 300_000)
if order == "refuse":
    send(refused=Refusal("no-text", f"{path.name} holds pictures only; ask the clerk for a text."))
sha = "0" * 64 if order == "changed" else hashlib.sha256(raw).hexdigest()
send(pack=ParsedPack(path.name, sha, "text", "pack", 1, words[0], date(2031, 5, 22), "printed",
    agenda=(AgendaItem("1", "Apologies"),)))
'''


def a_pack(source: str = "moorland.pdf", **parts: object) -> ParsedPack:
    """A parsed pack of an invented committee."""
    known = {
        "source": source,
        "sha256": hashlib.sha256(repr((source, parts)).encode()).hexdigest(),
        "format": "pdf",
        "kind": "pack",
        "page_count": 6,
        "committee": COMMITTEE,
        "meeting_date": MEETING,
        "meeting_date_basis": "printed",
        "start_time": time(10),
        "venue": "Council Chamber, Northwich Road",
    }
    return ParsedPack(**{**known, **parts})  # type: ignore[arg-type]


def some_pages(texts: Sequence[str], first_stamp: int | None = None) -> tuple[ReadPage, ...]:
    """Pages of one paragraph each, stamped from `first_stamp` on the second."""
    return tuple(
        ReadPage(
            number,
            None if first_stamp is None or number == 1 else first_stamp + number - 2,
            (Block("heading", f"Heading {number}"), Block("paragraph", text)),
        )
        for number, text in enumerate(texts, 1)
    )


def file_pack(
    store: Store,
    pack: ParsedPack,
    pages: Sequence[ReadPage] = (),
    passages: Sequence[Passage] = (),
    now: datetime = NOW,
) -> Filed:
    """Put a parsed pack into the library, as the importer does."""
    draft = draft_document(pack, pages, passages, Path("/packs") / pack.source)
    return store.write_now(lambda db: file_document(db, draft, now))


def an_item(number: str | None, title: str, **parts: object) -> AgendaItem:
    """An agenda item."""
    return AgendaItem(number, title, **parts)  # type: ignore[arg-type]


PACK_TEXT = """\
MOORLAND AND COAST SCRUTINY COMMITTEE

Thursday 22 May 2031 at 10.00 am

Council Chamber - Northwich Road, Saltby

AGENDA

1
Apologies for absence
Cy Marsh

2
Minutes of the previous meeting (Pages 1 - 4)
To approve the minutes of the meeting held on 6 March 2031.
Cy Marsh

3
Sea Walls Survey (Pages 5 - 8)
The Committee is asked to note the report.
Ada Stone

4
Please send in questions on the following agenda items by 12 noon on Monday 19th May 2031

5
Peat Restoration Update (Pages 9 - 12)
Bo Reed

Membership – Cllr Ivy Brook (Chairman), Cllr Owen Field and Cllr Una Hill (Vice-Chair)

(a) INSPECTION OF PAPERS AND GENERAL QUERIES - If you wish to inspect Minutes or
Reports relating to any item on this agenda or have any other general queries about the
meeting, please contact:
Cy Marsh, Democratic Services Officer
Tel: 01632 960001/e-mail: cy.marsh@saltby.example

Agenda Item 2
MOORLAND AND COAST SCRUTINY COMMITTEE
MINUTES of the meeting of the Moorland and Coast Scrutiny Committee held on Thursday
6 March 2031 commencing at 10.00 am at the Council Chamber - Northwich Road, Saltby.
PRESENT:
Cllr Ivy Brook (Chairman)
Cllr Owen Field
Apologies: Cllr Una Hill

14. SEA WALLS

14.1 In response to a question, the officer explained that the promenade was closed in the
winter because of the storms, and that the survey of the walls had begun.

14.2 Members requested that the survey of the sea walls be circulated. (Action – AS)

Resolved
That the report be noted.

Page 1
Agenda Item 3
SEA WALLS SURVEY

1. Summary
1.1 The survey found eleven breaches in the sea walls between the harbour and the lighthouse.
Recommendations
That the Committee notes the survey.

Page 5
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Scrutiny = Callable[..., Answer]


def with_question(home: Home, text: str) -> None:
    store = GuardedStore.open(home.path)
    ref = MeetingRef(COMMITTEE, MEETING)
    about = "Peat Restoration Update"
    store.write_now(
        lambda db: desk.create_question(db, ref, NOW, text=text, item_number="5", item_title=about)
    )
    store.close()
