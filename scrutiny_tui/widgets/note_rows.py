"""Marks and notes as rows of a list, and the way from a row to where its words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, literal
from scrutiny_tui.messages import OpenReader
from scrutiny_tui.widgets.passages import passage_of
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow
from scrutiny_tui.widgets.times import day_text, short_committee

if TYPE_CHECKING:
    from datetime import datetime

    from db.models.passages import Passage
    from scrutiny_tui.services.notes import PlacedNote

STANDS = {"here": "", "moved": "", "changed": "words changed", "gone": "no longer found"}
"""How a note's words were found again, as the list says it."""


def note_rows(shown: Iterable[PlacedNote], now: datetime, *, every: bool = False) -> Iterator[ModelRow]:
    """Notes item by item, those whose words are gone under a heading of their own.

    Args:
        shown: in order.
        now: the app's clock.
        every: whether they are of several meetings, so that each heading says of which.
    """
    heading = ""
    for one in shown:
        here = _heading(one, now, every=every)
        if here.plain != heading:
            heading = here.plain
            yield ModelRow(here)
        yield ModelRow(_row(one), one)


def read_note(one: PlacedNote) -> OpenReader | None:
    """Read on at a note's words; None where they stand nowhere any more."""
    quoted = quoted_passage(one)
    return OpenReader(quoted.document_id, one.note.page, passage=quoted) if quoted else None


def gone(one: PlacedNote) -> str:
    """Why a note's words cannot be read where they stand."""
    return f"These words stood in {one.note.source}; the papers here now do not have them."


def quoted_passage(one: PlacedNote) -> Passage | None:
    """The words a note is on as a passage, to open or to quote; None where they stand nowhere any more."""
    note = one.note
    return passage_of(one.document, note.page, note.pack_page, note.quote) if one.document else None


def _heading(one: PlacedNote, now: datetime, *, every: bool) -> Content:
    """The item and its paper; before them the meeting, where there are several."""
    ref = one.note.meeting
    of = f"{day_text(ref.date, now) if ref.date else 'no date'}  {short_committee(ref.committee)}"
    if one.document is None:
        where = line("No longer found in the papers", "bold")
    else:
        where = line(one.item or one.document.source, "bold")
    return Content.assemble(" ", join([line(of if every else "", "$primary"), where]))


def _row(one: PlacedNote) -> Row:
    note = one.note
    page = f"p{note.pack_page}" if note.pack_page is not None else f"#{note.page}"
    state = "✕ not public" if not one.public else STANDS[one.stands]
    return Row(
        (
            Column(Content.styled("✎" if note.text else "◆", "$accent"), 1),
            Column(Content.styled(page, "$text-muted"), 5, right=True),
            Column(line(f"“{note.quote}”")),
            Column(Content.styled(state, "$warning"), 16, right=True, from_width=60),
        ),
        after=literal(note.text, "$accent") if note.text else None,
        mark=Content.styled("✎ " if note.text else "", "$accent"),
        indent=10,
    )
