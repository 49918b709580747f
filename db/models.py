"""Rows as the rest of the app sees them: frozen, with tuples; SQLite's own rows never leave `db`.

Columns that `db` stores but never looks into (`understood`, `blocks`, `wording`) are JSON text that
`services.filing` writes and the services read: the database need not know a parser's model.

Pages: `page` counts the file's pages from 1, `pack_page` is the number stamped on it. Times are local.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

# --- library: what the council published ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An agenda item to be filed; `position` is its place on the agenda, from 0."""

    position: int
    number: str | None
    title: str
    description: str | None
    first_page: int | None
    last_page: int | None
    file_page: int | None
    officers: tuple[str, ...]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class DraftPage:
    """A page to be filed: `blocks` is JSON for the reader, `text` the same words for finding."""

    number: int
    pack_page: int | None
    blocks: str
    text: str
    pictures: int
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class DraftAmendment:
    """A change these minutes record to those of `minutes_date`, to be filed."""

    minutes_date: date | None
    ref: str
    change: str
    quote: str
    text: str
    page: int
    said_on: date | None


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage to be filed and indexed; one without a `said_on` of its own was said at the meeting."""

    kind: str
    ref: str
    heading: str
    text: str
    page: int
    pack_page: int | None
    said_on: date | None
    agenda_item: str | None


@dataclass(frozen=True, slots=True)
class DraftDeadline:
    """A question deadline to be filed: `wording` is JSON the services understand."""

    wording: str
    source: str
    page: int


@dataclass(frozen=True, slots=True)
class DraftTerm:
    """An acronym with the long form the pack gives."""

    short: str
    long: str
    page: int


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """One document, whole, as it is filed: written in one transaction or not at all."""

    sha256: str
    source: str
    path: str
    format: str
    kind: str
    page_count: int
    committee: str | None
    meeting_date: date | None
    date_basis: str
    start_time: time | None
    venue: str | None
    understood: str
    items: tuple[DraftItem, ...]
    pages: tuple[DraftPage, ...]
    passages: tuple[DraftPassage, ...]
    deadlines: tuple[DraftDeadline, ...]
    glossary: tuple[DraftTerm, ...]
    provisional: bool = False
    amendments: tuple[DraftAmendment, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a draft: `updated` means an earlier version of the same paper was replaced whole.

    Attributes:
        replaced: the hashes of the versions replaced, for what the desk holds on them.
    """

    document_id: int
    meeting_id: int
    status: Literal["added", "unchanged", "updated"]
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowedPaper:
    """A paper of which something is to be worked out.

    Attributes:
        document_id: of the paper.
        committees: which committees it recorded something of when that was last worked out, as JSON, or "".
        changed: how often it changed since.
        is_there: False where it is gone from the library.
    """

    document_id: int
    committees: str
    changed: int
    is_there: bool


@dataclass(frozen=True, slots=True)
class FollowedTopic:
    """A topic as it is kept: by its subject, with what a list shows of it and all that was said of it."""

    subject: str
    head: str
    mentions: bytes


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of one committee, with what its papers say of it.

    Attributes:
        committee: as printed.
        date: None where no paper gives one.
        date_basis: `printed`, `inferred` or `none`.
        items: how many items of business its agenda has (scope headings not counted).
        pages: pages of all its documents together.
    """

    id: int
    committee: str
    date: date | None
    date_basis: str
    start_time: time | None
    venue: str | None
    items: int
    pages: int


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document in the library; `path` is where the original lay when it was imported."""

    id: int
    meeting_id: int
    sha256: str
    source: str
    path: str
    format: str
    kind: str
    page_count: int
    imported_at: datetime
    understood: str
    first_seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper put to an item of its meeting; `url` is the link it was fetched for, or ""."""

    document_id: int
    item_number: str | None
    item_title: str
    url: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A paper that stands whole inside another: at pages `first_page` to `last_page` of `inside_id`."""

    document_id: int
    inside_id: int
    first_page: int
    last_page: int


@dataclass(frozen=True, slots=True)
class AmendmentNote:
    """What later minutes changed in earlier ones.

    Attributes:
        document_id: the paper that records the change.
        source: its file's name.
        committee: whose minutes.
        minutes_date: of the minutes changed, or None where the words do not say.
        ref: the paragraph or minute changed, or "".
        change: `deletion`, `addition` or `amendment`.
        quote: the words the change names, or "".
        text: the words that record it.
        page: the file's page they stand on.
        pack_page: the number stamped on it.
        said_on: the meeting that made the change.
    """

    document_id: int
    source: str
    committee: str
    minutes_date: date | None
    ref: str
    change: str
    quote: str
    text: str
    page: int
    pack_page: int | None
    said_on: date | None


@dataclass(frozen=True, slots=True)
class ExemptPage:
    """A stored page kept from the public, by the words that say so."""

    document_id: int
    meeting_id: int
    source: str
    sha256: str
    page: int
    pack_page: int | None
    words: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An agenda item: pack pages `first_page` to `last_page`, which begin at the file's `file_page`."""

    id: int
    meeting_id: int
    document_id: int
    position: int
    number: str | None
    title: str
    description: str | None
    first_page: int | None
    last_page: int | None
    file_page: int | None
    officers: tuple[str, ...]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page for the reader; `blocks` is JSON."""

    document_id: int
    number: int
    pack_page: int | None
    blocks: str
    pictures: int


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page's number in the file, the one stamped on it, and how many characters it holds."""

    number: int
    pack_page: int | None
    letters: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with everything needed to show and cite it.

    Attributes:
        said_on: when it was said: the minutes' own date, else the meeting's.
        meeting_date: of the meeting whose papers hold it.
    """

    id: int
    document_id: int
    meeting_id: int
    source: str
    committee: str
    meeting_date: date | None
    said_on: date | None
    kind: str
    ref: str
    heading: str
    text: str
    page: int
    pack_page: int | None
    agenda_item: str | None


@dataclass(frozen=True, slots=True)
class StoredDeadline:
    """A question deadline as a paper words it; `wording` is JSON the services understand."""

    id: int
    meeting_id: int
    document_id: int
    wording: str
    source: str
    page: int


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym, its long form, and how many documents explain it so."""

    short: str
    long: str
    documents: int


@dataclass(frozen=True, slots=True)
class PassageFilter:
    """Which passages a search may return; None leaves a side open. Dates look at `said_on`.

    Attributes:
        before: said strictly earlier than this day.
        after: said strictly later than this day.
        committee: part of a committee's name, any case.
        kind: one of the contract's passage kinds.
    """

    before: date | None = None
    after: date | None = None
    committee: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class WordGroup:
    """One word of a query with every library word it may stand for.

    Attributes:
        words: (library word, weight 0..1), the typed word itself with weight 1.
        beginnings: phrases whose last word may go on, with weights; found ones are reported as `words[0]`.
    """

    words: tuple[tuple[str, float], ...]
    beginnings: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class WordsOfPassage:
    """A passage's words alone, for making a vector of them."""

    id: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageVector:
    """A passage's vector to be kept.

    Attributes:
        passage_id: whose it is.
        key: says which text of which model it belongs to.
        vector: a signed byte for each dimension; None where the library has that text's already.
    """

    passage_id: int
    key: bytes
    vector: bytes | None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that matches.

    Attributes:
        score: larger is better.
        words: the library words found in it.
        shares: what each group of the query adds to the score, in the query's order.
    """

    passage_id: int
    score: float
    words: tuple[str, ...]
    shares: tuple[float, ...] = ()


# --- desk: what the member wrote -----------------------------------------------------------------

QuestionState = Literal["draft", "ready", "submitted", "acknowledged", "answered", "withdrawn"]


@dataclass(frozen=True, slots=True)
class MeetingRef:
    """How the desk points at a meeting: by what stays true when its papers are imported again."""

    committee: str
    date: date | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words quoted for a question, with their place: document hash, file page, pack page, citation."""

    id: int
    question_id: int
    quote: str
    document_sha256: str
    source: str
    page: int
    pack_page: int | None
    citation: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the member's desk.

    Attributes:
        meeting: the meeting it is for.
        item_number: the agenda item's number when it was begun, or "".
        item_title: the agenda item's title, which links it again after a new import.
        addressed_to: officer or cabinet member, or "".
        text: as it stands now.
        answer: the answer received, or "".
        answer_state: "", "in full", "in part" or "not".
        parent_id: the question this one is supplementary to.
        submitted_at: when it was last marked submitted; None before.
        late: whether that was after the deadline.
    """

    id: int
    meeting: MeetingRef
    item_number: str
    item_title: str
    addressed_to: str
    text: str
    state: QuestionState
    answer: str
    answer_state: str
    parent_id: int | None
    created_at: datetime
    updated_at: datetime
    submitted_at: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class Revision:
    """An immutable copy of a question as it was submitted; `left` is what time was left, in seconds."""

    id: int
    question_id: int
    text: str
    addressed_to: str
    made_at: datetime
    deadline: datetime | None
    left: int | None


@dataclass(frozen=True, slots=True)
class Version:
    """What a question said at the end of one burst of writing, from `begun_at` to `made_at`."""

    id: int
    question_id: int
    text: str
    begun_at: datetime
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Step:
    """When a question came into a state; `answer_state` says how far an answer went."""

    id: int
    question_id: int
    state: QuestionState
    answer_state: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A note or mark on a passage, kept by its quote; `text` is "" for a bare mark."""

    id: int
    meeting: MeetingRef
    document_sha256: str
    source: str
    page: int
    pack_page: int | None
    quote: str
    text: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """Words said earlier that the member keeps beside an item, with the citation they had then."""

    id: int
    meeting: MeetingRef
    item_title: str
    quote: str
    citation: str
    document_sha256: str
    source: str
    page: int
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """Where the member stopped reading a document: (file page, line within the page's text)."""

    document_sha256: str
    page: int
    line: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DeadlineOverride:
    """A deadline the clerk or member set, with the reason; the newest for a meeting and scope holds."""

    id: int
    meeting: MeetingRef
    applies_to: str
    due: datetime
    reason: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class CommitteeRule:
    """A standing rule for one committee's questions, in words the parser reads, with its source."""

    committee: str
    wording: str
    standing_order: str


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day a committee's work programme planned to meet on.

    Attributes:
        committee_key: whose.
        day: which.
        source: the paper that says so.
        page: the file's page.
        document_id: of that paper.
    """

    committee_key: str
    day: date
    source: str
    page: int
    document_id: int


@dataclass(frozen=True, slots=True)
class DraftCorrection:
    """A value of a paper put right by hand.

    Attributes:
        document_sha256: of the file it was made on.
        source: that file's name.
        kind: what sort of paper it was read as.
        committee: as read, before any correction, or "".
        meeting_date: as read, before any correction.
        of: which value (`committee`, `item title` ...).
        item: for a value of an agenda item, the item's number and title as read; else "".
        was: what was read, as text.
        value: what it should be, as text.
    """

    document_sha256: str
    source: str
    kind: str
    committee: str
    meeting_date: date | None
    of: str
    item: str
    was: str
    value: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction that holds."""

    id: int
    of: str
    item: str
    was: str
    value: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class PromiseMark:
    """What the member said of a promise: `done` or `ignored`, kept by its committee, day and words."""

    committee: str
    said_on: date | None
    quote: str
    mark: str
    note: str
    made_at: datetime


ReceivedState = Literal["received", "accepted", "returned"]


@dataclass(frozen=True, slots=True)
class DraftReceived:
    """A question somebody sent, to be entered in the clerk's register.

    Attributes:
        meeting: the meeting it is for.
        item_number: the agenda item's number, or "".
        item_title: the agenda item's title, or "".
        sender: the name given, or "".
        address: the e-mail address given, or "".
        text: the question.
        source: the file it came in, or "pasted".
        claimed_at: the moment the message itself gives; nobody vouches for it.
        due: the deadline that covered the item when it came in, or None.
        digest: the same for the same question from the same sender, however often it is sent.
    """

    meeting: MeetingRef
    item_number: str
    item_title: str
    sender: str
    address: str
    text: str
    source: str
    claimed_at: datetime | None
    due: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class ReceivedQuestion:
    """A question in the clerk's register.

    Attributes:
        received_at: when it was entered: the stamp that counts.
        ground: why it was returned, or "".
        note: the clerk's own; in no export.
        decided_at: when it was accepted or returned.
    """

    id: int
    meeting: MeetingRef
    item_number: str
    item_title: str
    sender: str
    address: str
    text: str
    source: str
    claimed_at: datetime | None
    due: datetime | None
    received_at: datetime
    state: ReceivedState
    ground: str
    note: str
    decided_at: datetime | None
