"""Earlier passages kept beside an agenda item: once each, by their words, wherever the meeting goes."""

from __future__ import annotations

from datetime import date, datetime

from db import desk
from db.models.questions import MeetingRef
from db.store import Store

NOW = datetime(2031, 5, 19, 9, 12)
MEETING = MeetingRef("Harbour and Coast Scrutiny Committee", date(2031, 5, 22))
OTHER = MeetingRef("Harbour & Coast Scrutiny Committee", date(2031, 6, 5))
PLACE = {"citation": "6 March 2031, page 3", "document_sha256": "a" * 64, "source": "march.pdf", "page": 3}


async def test_words_are_kept_once_and_let_go(store: Store) -> None:
    def work(quote: str, citation: str = "6 March 2031, page 3") -> None:
        place = {**PLACE, "citation": citation}
        store.write_now(lambda db: desk.keep_passage(db, MEETING, "Sea walls", NOW, quote=quote, **place))  # type: ignore[arg-type]

    work("The wall \udcff leaks.")
    work("Members asked when.")
    work("Members  asked WHEN.", "6 March 2031, page 4")  # the same words, read anew
    kept = await store.read(lambda db: desk.kept_passages(db, MEETING))
    assert [(one.quote, one.citation) for one in kept] == [
        ("The wall ? leaks.", "6 March 2031, page 3"),
        ("Members  asked WHEN.", "6 March 2031, page 4"),
    ]
    assert store.write_now(lambda db: desk.let_passage_go(db, MEETING, "Sea walls", "members asked when"))
    assert not store.write_now(lambda db: desk.let_passage_go(db, MEETING, "Sea walls", "members asked when"))
    assert len(await store.read(lambda db: desk.kept_passages(db, MEETING))) == 1


async def test_what_is_kept_follows_a_meeting_whose_day_was_corrected(store: Store) -> None:
    store.write_now(lambda db: desk.keep_passage(db, MEETING, "Sea walls", NOW, quote="It leaks.", **PLACE))  # type: ignore[arg-type]
    store.write_now(lambda db: desk.move_meeting(db, MEETING, OTHER))
    assert await store.read(lambda db: desk.kept_passages(db, MEETING)) == ()
    assert [one.quote for one in await store.read(lambda db: desk.kept_passages(db, OTHER))] == ["It leaks."]
