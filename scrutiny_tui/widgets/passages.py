"""The passage under the reading cursor as words to quote: a paragraph, or one row of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from db.models.passages import Passage
from scrutiny_tui.services.reading import citation

if TYPE_CHECKING:
    from db.models.papers import Meeting, StoredDocument
    from imports.model.reading import ReadPage
    from scrutiny_tui.widgets.spots import Spot


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a page with their place, ready to be marked, copied or asked about."""

    document: StoredDocument
    meeting: Meeting
    page: ReadPage
    heading: str
    words: str

    @property
    def shown(self) -> str:
        """The words on one line, a table's cells set apart."""
        return " · ".join(" ".join(cell.split()) for cell in self.words.split("\t") if cell.strip())

    @property
    def citation(self) -> str:
        """Where the words stand, as members say it."""
        return citation(self.document, self.meeting, self.page.number, self.page.pack_page)

    @property
    def with_citation(self) -> str:
        """The words in quotation marks, and where they stand."""
        return f"“{self.shown}” ({self.citation})"

    def as_passage(self) -> Passage:
        """The words as a passage, to be quoted as evidence."""
        unnamed = passage_of(self.document, self.page.number, self.page.pack_page, self.words)
        meeting = self.meeting
        return replace(
            unnamed,
            committee=meeting.committee,
            meeting_date=meeting.date,
            said_on=meeting.date,
            heading=self.heading,
        )


def passage_of(document: StoredDocument, page: int, pack_page: int | None, words: str) -> Passage:
    """Words of a paper as a passage that has no row in the library."""
    return loose_passage(document.id, document.source, page, pack_page, words, meeting_id=document.meeting_id)


def loose_passage(
    document_id: int,
    source: str,
    page: int,
    pack_page: int | None,
    words: str,
    *,
    meeting_id: int = 0,
    committee: str = "",
    day: date | None = None,
    kind: str = "report",
    ref: str = "",
    heading: str = "",
) -> Passage:
    """Make a passage that has no row in the library (id 0), to be opened and quoted.

    Args:
        document_id: the paper.
        source: its name.
        page: of the file.
        pack_page: stamped on it, or None.
        words: the passage.
        meeting_id: whose papers hold it; 0 where nobody asks.
        committee: whose.
        day: when it was said.
        kind: one of the contract's passage kinds.
        ref: the paragraph or item number.
        heading: it stands under.
    """
    return Passage(
        id=0,
        document_id=document_id,
        meeting_id=meeting_id,
        source=source,
        committee=committee,
        meeting_date=day,
        said_on=day,
        kind=kind,
        ref=ref,
        heading=heading,
        text=words,
        page=page,
        pack_page=pack_page,
        agenda_item=None,
    )


def words_at(page: ReadPage, spot: Spot) -> str:
    """The words a spot stands in: the whole block, or the row of a table; "" on a page without text."""
    if not 0 <= spot.block < len(page.blocks):
        return ""
    block = page.blocks[spot.block]
    if block.kind != "table":
        return block.text.strip()
    start = block.text.rfind("\n", 0, spot.start + 1) + 1
    end = block.text.find("\n", start)
    return block.text[start : end if end >= 0 else len(block.text)].strip()
