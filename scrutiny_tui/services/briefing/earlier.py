"""Which earlier passages go into a brief: those a member chose for an item, else its best ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from db import desk, library
from db.committee import committee_key
from db.models.questions import MeetingRef
from scrutiny_tui.services.asked import is_exempt
from scrutiny_tui.services.briefing.model import EarlierChoice, EarlierPassage

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.notes import KeptPassage
    from db.models.papers import Meeting
    from db.models.passages import Passage
    from scrutiny_tui.services.models.finding import Hit

BEST = 3
"""How many of the best earlier passages go in for an item the member chose none for."""
LOOKED_AT = 8
"""How many there are to choose from."""
_NOTHING = ""
"""Kept in place of words where the member chose that none go in."""


def chosen_for(db: Database, meeting: Meeting) -> tuple[list[KeptPassage], int]:
    """The passages chosen for a meeting's items that are public, and how many are not."""
    found = desk.kept_passages(db, MeetingRef(meeting.committee, meeting.date))
    public = [one for one in found if not one.quote or not is_exempt(db, one)]
    return public, len(found) - len(public)


def candidates(
    db: Database,
    hits: Sequence[Hit],
    meeting: Meeting,
    chosen: Sequence[KeptPassage],
    choice: EarlierChoice,
) -> tuple[EarlierPassage, ...]:
    """Give an item's earlier passages, public ones only, best first; chosen ones not found any more last.

    Args:
        db: the library.
        hits: found on the item's topic, best first.
        meeting: whose item.
        chosen: what the member chose for this very item.
        choice: which of them go in.
    """
    left = {desk.quote_key(one.quote): one for one in chosen if one.quote != _NOTHING}
    decided = bool(chosen)
    found: dict[str, EarlierPassage] = {}
    for hit, sha256 in _public(db, hits):
        passage = hit.passage
        key = desk.quote_key(passage.text)
        place = (passage.text, cite(passage, meeting), sha256, passage.source, passage.page)
        taken = left.pop(key, None) is not None
        found.setdefault(key, EarlierPassage(*place, goes_in=taken, by_hand=decided))
    gone = [
        EarlierPassage(one.quote, one.citation, one.document_sha256, one.source, one.page, True, True)
        for one in left.values()
    ]
    return tuple(_decided([*found.values(), *gone], choice, decided=decided))


def _decided(
    found: Sequence[EarlierPassage], choice: EarlierChoice, *, decided: bool
) -> Iterator[EarlierPassage]:
    """Say of each whether it goes in."""
    best_left = BEST
    for one in found:
        if choice == "best" or (choice == "chosen" and not decided):
            yield replace(one, goes_in=best_left > 0)
            best_left -= 1
        else:
            yield replace(one, goes_in=one.goes_in and choice != "none")


def choose(
    db: Database, meeting: Meeting, item_title: str, wanted: Sequence[EarlierPassage], now: datetime
) -> None:
    """Keep which earlier passages go in for an item; an empty choice is one too."""
    ref = MeetingRef(meeting.committee, meeting.date)
    forget(db, meeting, item_title)
    nothing = EarlierPassage(_NOTHING, "", "", "", 0, goes_in=False, by_hand=True)
    for one in wanted or (nothing,):
        desk.keep_passage(
            db,
            ref,
            item_title,
            now,
            quote=one.text,
            citation=one.citation,
            document_sha256=one.document_sha256,
            source=one.source,
            page=one.page,
        )


def forget(db: Database, meeting: Meeting, item_title: str) -> None:
    """Let the best passages go in again for an item."""
    ref = MeetingRef(meeting.committee, meeting.date)
    for one in desk.kept_passages(db, ref):
        if one.item_title == item_title:
            desk.let_passage_go(db, ref, item_title, one.quote)


def _public(db: Database, hits: Sequence[Hit]) -> list[tuple[Hit, str]]:
    """Hits that say something and stand on public pages, with their papers' hashes."""
    told = [hit for hit in hits if hit.passage.kind != "agenda"]
    hashes = {one: library.document(db, one).sha256 for one in {hit.passage.document_id for hit in told}}
    closed = library.exempt_places(db, hashes.values())
    placed = [(hit, hashes[hit.passage.document_id]) for hit in told]
    return [(hit, sha256) for hit, sha256 in placed if (sha256, hit.passage.page) not in closed]


def cite(passage: Passage, meeting: Meeting) -> str:
    """Where an earlier passage stands: `minute 29.2, 20 November 2025, page 1 of the pack of 3 March 2026`.

    Its committee is named where it is not the meeting's, the file where the pack prints no page numbers.
    """
    what = f"{passage.kind.replace('-', ' ')} {_ref(passage.ref)}".rstrip()
    day = passage.said_on or passage.meeting_date
    held = passage.meeting_date
    if passage.pack_page is None:
        place = f"page {passage.page} of {passage.source}"
    else:
        place = f"page {passage.pack_page} of {f'the pack of {_day(held)}' if held else passage.source}"
    own = committee_key(passage.committee) == committee_key(meeting.committee)
    return ", ".join(filter(None, ("" if own else passage.committee, what, _day(day) if day else "", place)))


def _ref(ref: str) -> str:
    """A number as it is; the day a work programme is for in words."""
    try:
        return f"for {_day(date.fromisoformat(ref))}"
    except ValueError:
        return ref


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
