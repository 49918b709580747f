"""One meeting, its items and their papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import AgendaItem, Meeting, StoredDocument
    from db.models.questions import Question
    from imports.model.agenda import Contact, LinkedPaper
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.deadlines import Deadline


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of an agenda item: where it opens and how much of it was read.

    Attributes:
        document: the file it is in.
        title: as printed on it.
        page: first page of the file.
        last_page: last page of the file.
        pack_pages: first and last stamped number, or None.
        read_pages: which of its pages were read.
        note: what a member should know of it first ("supplement, first seen 3 May 2031", "replaced by
            update.pdf"), or "".
        replaced: whether a later paper took the place of all of it.
        also_in: the names of other files that hold the very same paper.
        exempt: whether it is kept from the public.
        new: whether it came after the member began to read for the meeting, and was not read yet.
    """

    document: StoredDocument
    title: str
    page: int
    last_page: int
    pack_pages: tuple[int, int] | None
    read_pages: frozenset[int]
    note: str = ""
    replaced: bool = False
    also_in: tuple[str, ...] = ()
    exempt: bool = False
    new: bool = False

    @property
    def read(self) -> int:
        """How many of its pages were read."""
        return len(self.read_pages)


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """An agenda item with all that a member needs beside it.

    Attributes:
        item: as printed.
        written_only: it stands under a scope heading: not expected to be debated.
        recommendations: of its reports, word for word.
        papers: in order.
        deadline: the one that covers it, or None.
        questions: the member's own for it.
        notes: the member's own on its pages.
        minutes: about how long it takes to read.
        links: papers it only points at, which the member has no file of yet.
    """

    item: AgendaItem
    written_only: bool
    recommendations: tuple[str, ...]
    papers: tuple[Paper, ...]
    deadline: Deadline | None
    questions: tuple[Question, ...]
    notes: tuple[Note, ...]
    minutes: int
    links: tuple[LinkedPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingDetail:
    """A meeting with its agenda and papers.

    Attributes:
        meeting: which.
        items: in order.
        documents: its papers, the agenda's first.
        deadlines: as shown.
        clerk: the first contact its papers print, or None.
        drafts: how many questions are not sent yet.
        warnings: what the parser doubts of its papers.
        to_check: the same, each with the paper it is about.
        left_at: the title of the item the member was on last, or "".
        loose: the papers that belong to none of its items: a notice of its decisions, its own minutes.
    """

    meeting: Meeting
    items: tuple[ItemDetail, ...]
    documents: tuple[StoredDocument, ...]
    deadlines: tuple[Deadline, ...]
    clerk: Contact | None
    drafts: int
    warnings: tuple[Warning, ...]
    to_check: tuple[tuple[StoredDocument, Warning], ...] = ()
    left_at: str = ""
    loose: tuple[StoredDocument, ...] = ()
