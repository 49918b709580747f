"""What is said of a page beside its own words: the member's notes, later minutes, later papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scrutiny_tui.messages import OpenReader
from scrutiny_tui.services.amended import tell
from scrutiny_tui.widgets.line_drawing import AMENDED, EXEMPT, MARKED, REPLACED
from scrutiny_tui.widgets.spots import locate
from scrutiny_tui.widgets.typeset import Remark

if TYPE_CHECKING:
    from imports.model.reading import ReadPage
    from scrutiny_tui.services.models.reading import AmendedPlace, ReplacedPlace


@dataclass(slots=True)
class Said:
    """What is said of a document.

    Attributes:
        amended: paragraphs later minutes changed.
        replaced: where a supplement changed it, or it changes another paper.
        quotes: the member's, by page: (words quoted, note); a note of "" is a bare mark.
    """

    amended: Sequence[AmendedPlace] = ()
    replaced: Sequence[ReplacedPlace] = ()
    quotes: Mapping[int, Sequence[tuple[str, str]]] = field(default_factory=dict)


@dataclass(slots=True)
class Dressing:
    """A page's marks, remarks and ways elsewhere, each by block."""

    marks: dict[int, str] = field(default_factory=dict)
    remarks: dict[int, tuple[Remark, ...]] = field(default_factory=dict)
    ways: dict[int, OpenReader] = field(default_factory=dict)

    def say(self, block: int, remark: Remark) -> None:
        """Set a remark under a block."""
        self.remarks[block] = (*self.remarks.get(block, ()), remark)


def dressing(page: ReadPage, said: Said) -> Dressing:
    """Find what is said of a page; a mark of the member's own stands before all others."""
    made = Dressing(dict.fromkeys(range(len(page.blocks)), EXEMPT) if page.exempt else {})
    for one in (one for one in said.replaced if one.page == page.number):
        _replace(made, one, len(page.blocks))
    for place in (one for one in said.amended if one.page == page.number):
        spot = locate(page, place.text)
        if spot is not None:
            note = place.note
            made.say(spot.block, Remark("amended", f"{tell(note)} Enter opens those minutes."))
            made.marks[spot.block] = AMENDED
            made.ways[spot.block] = OpenReader(note.document_id, note.page, find=note.text)
    for quote, text in said.quotes.get(page.number, ()):
        spot = locate(page, quote)
        if spot is not None:
            if text:
                made.say(spot.block, Remark("note", text))
            made.marks[spot.block] = MARKED
    return made


def _replace(made: Dressing, place: ReplacedPlace, blocks: int) -> None:
    first, last = place.blocks[0], min(place.blocks[1], blocks - 1)
    if first > last:
        return
    for block in range(first, last + 1):
        made.marks[block] = REPLACED
        made.ways[block] = OpenReader(place.document_id, place.other_page)
    made.say(first, Remark("replaced", f"{place.words} Enter opens it."))
