"""What a search finds in the member's own notes and marks, in every meeting's papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import desk
from db.committee import committee_key
from scrutiny_tui.services.notes import PlacedNote, place_notes
from scrutiny_tui.services.query_words import IGNORED, fold, split_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlite_utils import Database

    from db.models.notes import Note
    from db.models.passages import PassageFilter
    from db.models.questions import MeetingRef

MOST = 6
"""Notes a search gives at most: they stand above what the papers say, and the list of notes has them all."""

_SLIP_FROM = 5  # letters a word has before one of them may be wrong


def notes_holding(db: Database, query: str, within: PassageFilter) -> tuple[PlacedNote, ...]:
    """Give the notes and marks that hold every telling word of a query, the latest meeting's first.

    Args:
        db: the library and the desk.
        query: as typed; half words and words with one letter wrong count.
        within: only of these committees and years; a filter for a kind of passage lets no note through.
    """
    words = _telling(query)
    if not words or within.kind is not None:
        return ()
    found: list[PlacedNote] = []
    for ref in desk.noted_meetings(db):
        if len(found) >= MOST:
            break
        held = {note.id for note in desk.notes(db, ref) if _holds(note, words)} if _is_in(ref, within) else ()
        if held:
            found += (one for one in place_notes(db, ref) if one.note.id in held)
    return tuple(found[:MOST])


def _telling(query: str) -> list[str]:
    folded = [fold(word) for word in split_words(query)]
    return [word for word in folded if word not in IGNORED] or folded


def _is_in(ref: MeetingRef, within: PassageFilter) -> bool:
    if within.committee and committee_key(within.committee) not in committee_key(ref.committee):
        return False
    if within.before is None and within.after is None:
        return True
    day = ref.date
    return day is not None and not (
        (within.before is not None and day >= within.before)
        or (within.after is not None and day <= within.after)
    )


def _holds(note: Note, words: Collection[str]) -> bool:
    text = fold(f"{note.text} {note.quote}")
    missing = [word for word in words if word not in text]
    if any(len(word) < _SLIP_FROM for word in missing):
        return False
    there = set(split_words(text)) if missing else ()
    return all(any(_is_slip(word, other) for other in there) for word in missing)


def _is_slip(typed: str, word: str) -> bool:
    """Whether a typed word is one of the note but for a letter; the first two may have changed places."""
    if abs(len(typed) - len(word)) > 1 or word[0] not in typed[:2]:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(typed, word, score_cutoff=1) <= 1
