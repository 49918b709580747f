"""What made-up packs record beside their words: minutes, promises, an action tracker and a work programme.

    python -m tests.bench.furniture /tmp/twenty_years/1000000

Made of the passages a pack has already, so that a library made before can be given it too; the same pack
always records the same.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db import library
from db.store import Store
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from imports.model.pack import ParsedPack
from imports.model.reading import Passage
from imports.model.tables import TrackedAction, WorkProgrammeMeeting
from imports.protocol import encode_pack
from scrutiny_tui.services.kept_pack import read_pack

if TYPE_CHECKING:
    from sqlite_utils import Database

BETWEEN = timedelta(days=91)
_OFFICERS = ("Ann James", "Kit Hale", "Dilys Rowe", "Mo Eady", "Tom Orme")


def furnished(pack: ParsedPack, passages: Sequence[Passage]) -> ParsedPack:
    """Give a pack the minutes of the meeting before, a tracker, and in every third one a work programme."""
    chance = random.Random(pack.sha256)
    if pack.meeting_date is None:
        return pack
    minutes = Minutes(
        committee=pack.committee,
        date=pack.meeting_date - BETWEEN,
        present=tuple(f"Councillor {name}" for name in _OFFICERS[:3]),
        officers_in_attendance=tuple(f"{name} (Director of Works)" for name in _OFFICERS),
        items=tuple(_minutes_of(pack, passages, chance)),
        page=1,
        last_page=4,
    )
    tracker = tuple(
        TrackedAction(
            one.heading, f"Report on {one.heading}", _OFFICERS[0], "Complete" if n else "Ongoing", 20
        )
        for n, one in enumerate(one for one in passages if one.kind == "action")
    )
    plans = tuple(
        WorkProgrammeMeeting(
            pack.meeting_date + BETWEEN * ahead,
            tuple(chance.choice(pack.agenda).title for _ in range(3)),
            20,
        )
        for ahead in (1, 2, 3)
        if not chance.randrange(3)
    )
    return replace(pack, minutes=(minutes,), action_tracker=tracker, work_programme=plans)


def _minutes_of(pack: ParsedPack, passages: Sequence[Passage], chance: random.Random) -> list[MinuteItem]:
    """An item for each of the agenda's, with the minuted passages and a promise or an action in some."""
    minuted = [one for one in passages if one.kind == "minute"]
    found = []
    for place, item in enumerate(pack.agenda):
        spoken = minuted[place :: len(pack.agenda)]
        paragraphs = [MinuteParagraph(f"{place + 1}.{n}", one.text, one.page) for n, one in enumerate(spoken)]
        actions: tuple[MinuteAction, ...] = ()
        about = f"{item.title} {chance.choice(pack.agenda).title.split()[0]}"
        if chance.random() < 0.4:
            text = f"The Director would bring a report on {about} to the next meeting."
            paragraphs.append(MinuteParagraph(f"{place + 1}.9", text, 2))
        if chance.random() < 0.4:
            text = f"(Action - KH) A briefing note on {about} to be circulated to members."
            actions = (MinuteAction(text, "KH", 2, f"{place + 1}.1"),)
        found.append(MinuteItem(str(place + 1), item.title, tuple(paragraphs), (), actions, 1 + place // 2))
    return found


def furnish(home: Path) -> int:
    """Give every paper of a library made before what it lacks; gives how many there are."""
    store = Store.open(home)
    try:
        papers = store.read_now(lambda db: [one.id for one in library.documents(db)])
        for start in range(0, len(papers), 500):
            store.write_now(partial(_furnish_some, papers=papers[start : start + 500]))
    finally:
        store.close()
    return len(papers)


def _furnish_some(db: Database, papers: Sequence[int]) -> None:
    for document_id in papers:
        _furnish(db, document_id)


def _furnish(db: Database, document_id: int) -> None:
    rows = db.execute(
        """SELECT kind, ref, heading, text, page, pack_page, agenda_item
        FROM passage JOIN passage_text USING (id)
        WHERE document_id = ? AND kind IN ('minute', 'action')""",
        (document_id,),
    ).fetchall()
    passages = [
        Passage(kind, ref, heading, text, page, stamp, agenda_item=item)
        for kind, ref, heading, text, page, stamp, item in rows
    ]
    pack = furnished(read_pack(library.document(db, document_id)), passages)
    db.execute("UPDATE document SET understood = ? WHERE id = ?", (encode_pack(pack), document_id))


if __name__ == "__main__":
    print(f"{furnish(Path(sys.argv[1]))} papers furnished")
