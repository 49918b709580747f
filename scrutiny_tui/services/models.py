"""What the services hand to screens and scripts: frozen, ready to show, no logic.

Rows that need nothing added travel as they are (`db.models.Question`, `AgendaItem`, `Note` ...), and
pages as `imports.model.ReadPage`. Times are local (Europe/London) and naive. `page` counts the file's
pages from 1, `pack_page` is the stamped number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from db.models import (
        AgendaItem,
        AmendmentNote,
        Evidence,
        Meeting,
        Note,
        Passage,
        Question,
        Revision,
        Step,
        StoredDocument,
    )
    from imports.model import Contact, DeadlineWording, LinkedPaper, Warning
    from imports.protocol import Preview

# --- importing -----------------------------------------------------------------------------------

ImportStatus = Literal["added", "unchanged", "updated", "refused"]


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import has come: file `file` of `files`, and `done` of `total` pages in it (0: unknown).

    `preview` is a long pack's agenda as its first pages give it, there to be looked at and not yet filed.
    """

    source: str
    file: int
    files: int
    stage: str
    done: int
    total: int
    preview: Preview | None = None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file; `text` says it in one sentence, `warnings` what the parser doubts.

    `kind` is what it was taken for and `document_id` its place in the library; None where it was
    refused, for the reason `refusal` names.
    """

    source: str
    path: Path
    status: ImportStatus
    text: str
    meeting_id: int | None = None
    committee: str | None = None
    meeting_date: date | None = None
    pages: int = 0
    passages: int = 0
    items: int = 0
    warnings: tuple[Warning, ...] = ()
    kind: str | None = None
    document_id: int | None = None
    refusal: str = ""


ImportEvent = ImportProgress | ImportedFile


# --- deadlines -----------------------------------------------------------------------------------

DeadlineState = Literal["open", "today", "closed", "quoted"]
DeadlineOrigin = Literal["printed", "printed rule", "committee rule", "set by hand"]


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One day of the working: whether it `counts`, and `why` in a word or two ("three", "bank holiday")."""

    day: date
    counts: bool
    why: str


@dataclass(frozen=True, slots=True)
class WorkedDeadline:
    """A rule worked out for one meeting.

    Attributes:
        due: the last moment (for "before": the moment itself is already too late).
        safe: an earlier moment nobody can dispute, where the words are ambiguous; else None.
        working: the count day by day, from the meeting backwards; one entry for a printed date.
        warnings: the doctor's, each with its evidence.
    """

    due: datetime
    safe: datetime | None
    working: tuple[CountedDay, ...]
    warnings: tuple[Warning, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A question deadline of one meeting, as shown.

    Attributes:
        meeting: which meeting.
        due: None where the words give no moment.
        state: `quoted` is history from old minutes and never open.
        origin: printed here, a rule printed here, a rule the clerk configured, or set by hand.
        wording: the words it came from, with page and scope; None where it was set by hand.
        applies_to: item numbers, or `all`, `public questions`, `members' questions`.
        text: the exact sentence, or the reason given by hand.
        page: the file's page, or None.
        document_id: which document says it, or None.
        left: seconds to the moment; negative when past; None without a moment.
    """

    meeting: Meeting
    due: datetime | None
    safe: datetime | None
    state: DeadlineState
    origin: DeadlineOrigin
    wording: DeadlineWording | None
    applies_to: tuple[str, ...] | str
    text: str
    page: int | None
    document_id: int | None
    working: tuple[CountedDay, ...]
    warnings: tuple[Warning, ...]
    left: float | None


# --- meetings ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """A row of the Meetings place: `deadline` is the next open one, else the last closed one."""

    meeting: Meeting
    deadline: Deadline | None
    drafts: int
    questions: int
    warnings: tuple[Warning, ...]


UNSENT = ("draft", "ready")
"""The states of a question that may still be changed."""

PAGES_AN_HOUR = 30
"""How fast a member reads where the settings say nothing: two minutes a page, closely, tables and all."""

HELD = 300
"""How many of the meetings held are told at first; a library of twenty years has thousands."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The Meetings place: coming (soonest first), held (latest first), undated, and what needs a look.

    `older` is how many meetings were held before those in `held`.
    """

    coming: tuple[MeetingSummary, ...]
    held: tuple[MeetingSummary, ...]
    undated: tuple[MeetingSummary, ...]
    needs_look: tuple[tuple[Meeting, Warning], ...]
    older: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of an agenda item: where it opens and how much of it was read.

    Attributes:
        document: the file it is in.
        title: as printed on it.
        page: first page of the file.
        last_page: last page of the file.
        pack_pages: first and last stamped number, or None.
        read: how many of its pages were read.
        note: what a member should know of it first ("supplement, first seen 3 May 2031", "replaced by
            update.pdf"), or "".
        also_in: the names of other files that hold the very same paper.
        exempt: whether it is kept from the public.
        new: whether it came after the member began to read for the meeting, and was not read yet.
    """

    document: StoredDocument
    title: str
    page: int
    last_page: int
    pack_pages: tuple[int, int] | None
    read: int
    note: str = ""
    also_in: tuple[str, ...] = ()
    exempt: bool = False
    new: bool = False


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
    """

    meeting: Meeting
    items: tuple[ItemDetail, ...]
    documents: tuple[StoredDocument, ...]
    deadlines: tuple[Deadline, ...]
    clerk: Contact | None
    drafts: int
    warnings: tuple[Warning, ...]
    to_check: tuple[tuple[StoredDocument, Warning], ...] = ()


# --- reading -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page's two numbers and how many characters it holds."""

    page: int
    pack_page: int | None
    length: int


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading to jump to: `block` counts the page's blocks from 0."""

    text: str
    level: int
    page: int
    block: int


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document ready to read, without its pages' text (those are fetched in view)."""

    document: StoredDocument
    meeting: Meeting
    numbers: tuple[PageNumber, ...]
    outline: tuple[OutlineHeading, ...]
    place: tuple[int, int] | None
    amended: tuple[AmendedPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundInPage:
    """Where the reader's own find hit: block of the page, and the hit's start and end in the block's text."""

    page: int
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explained:
    """An acronym with its long form; `where` says whose words those are."""

    short: str
    long: str
    where: Literal["this pack", "other packs", "general use"]


@dataclass(frozen=True, slots=True)
class AmendedPlace:
    """A paragraph of minutes that later minutes changed: its file page, number and words."""

    note: AmendmentNote
    page: int
    paragraph: str | None
    text: str


# --- searching -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a search.

    Attributes:
        passage: with its place and citation.
        score: larger is better; comparable within one answer only.
        matched: the query's words as the library has them.
        why: how an unlike word came to match ("recruitmnet → recruitment"); empty for plain matches.
        spans: (start, end) of the matched words in `passage.text`.
        also_in: other meetings' papers that hold the same words.
        amended: what later minutes changed in it.
    """

    passage: Passage
    score: float
    matched: tuple[str, ...]
    why: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    also_in: tuple[str, ...] = ()
    amended: tuple[AmendmentNote, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The matched words as the passage prints them, each once."""
        return tuple(dict.fromkeys(self.passage.text[start:end] for start, end in self.spans))


# --- questions -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class QuestionDetail:
    """A question with its evidence, submissions, deadline and doubts.

    Attributes:
        words: how many it has.
        limit: the word limit in force, or None.
        clerk: whom it goes to.
        advice: what may get it rejected, as warnings with the rule.
        steps: when it came into each state.
        withheld: the ids of its evidence from pages that are not public; those never leave the app.
        may_answer: whom its papers name for an answer, the likeliest first.
    """

    question: Question
    meeting: Meeting | None
    evidence: tuple[Evidence, ...]
    revisions: tuple[Revision, ...]
    deadline: Deadline | None
    clerk: Contact | None
    words: int
    limit: int | None
    advice: tuple[Warning, ...]
    steps: tuple[Step, ...] = ()
    withheld: frozenset[int] = frozenset()
    may_answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """What was asked or said of a question's matter before.

    Attributes:
        hits: the most similar passages: those of the last six months first, then older ones.
        own: the member's own question it arises from, then earlier ones like it, the likest first.
        advice: where one of them is substantially the same and not six months old.
    """

    hits: tuple[Hit, ...] = ()
    own: tuple[Question, ...] = ()
    advice: tuple[Warning, ...] = ()


PromiseOutcome = Literal["kept", "reported", "slipped", "missed", "quiet", "open"]
PromiseKind = Literal["action", "promise", "tracker", "work programme"]
StepKind = Literal["said", "tracker", "agenda", "minute", "programme", "moved", "missing"]


@dataclass(frozen=True, slots=True)
class PromiseStep:
    """One piece of evidence of what became of a promise, in the paper's own words.

    Attributes:
        kind: minuted first, reported by a tracker, found on an agenda or in later minutes, on a work
            programme, moved there to a later meeting, or missing from the agenda it was promised for.
        day: of the meeting that said it; None where its papers give none.
        text: the words as printed; for `missing`, what the agenda holds instead.
        about: the meeting the words are about (the one a work programme names), or None.
    """

    kind: StepKind
    day: date | None
    text: str
    heading: str
    ref: str
    source: str
    document_id: int
    page: int
    pack_page: int | None
    about: date | None = None


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """An action or promise from any pack, with what became of it.

    Attributes:
        owner: as printed (`KH`).
        progress: what the last tracker says.
        state: as scripts know it: `open`, `reported`, `done` or `unknown`.
        kind: how it was promised.
        owner_name: the person the owner means, where the papers tell.
        due: the words that say when ("the July meeting"), or "".
        due_on: the day they mean, or None.
        outcome: kept; reported on; slipped to a later meeting; missed (not on the agenda it was promised
            for); quiet (no word since); still open.
        steps: the evidence in order of time, first the promise itself.
        document_id: the paper it stands in.
        mark: what the member said of it: `done`, `ignored` or "".
        note: the member's words with the mark.
    """

    text: str
    owner: str | None
    committee: str
    said_on: date | None
    ref: str
    heading: str
    progress: str
    state: str
    source: str
    page: int
    pack_page: int | None
    kind: PromiseKind = "action"
    owner_name: str | None = None
    due: str = ""
    due_on: date | None = None
    outcome: PromiseOutcome = "open"
    steps: tuple[PromiseStep, ...] = ()
    document_id: int = 0
    mark: str = ""
    note: str = ""
