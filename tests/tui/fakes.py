"""An invented council, and services that answer from memory and remember what they were asked.

Nothing here touches a database. Every fake has `calls`, a list of (method, arguments), and gives what
its attributes say, so that a test can change the answer by setting them.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Literal

from db.models.filed import Filed
from db.models.history import Revision, Version
from db.models.notes import Note
from db.models.papers import AgendaItem, Meeting, StoredDocument
from db.models.passages import Passage, PassageFilter
from db.models.questions import Evidence, MeetingRef, Question, QuestionState
from db.models.register import ReceivedQuestion
from db.models.settled import CommitteeRule, DeadlineOverride
from imports.model.agenda import Contact, LinkedPaper
from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.model.evidence import Evidence as SeenIn
from imports.model.reading import Block, ReadPage
from imports.model.warning import Warning
from imports.protocol import EarlyPage
from scrutiny_tui.config import Settings
from scrutiny_tui.services.briefing.model import Brief, BriefItem, EarlierPassage
from scrutiny_tui.services.correcting import Of, ReadValue
from scrutiny_tui.services.early import EarlyPages
from scrutiny_tui.services.errors import NotThere, ServiceError
from scrutiny_tui.services.models.deadlines import CountedDay, Deadline
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.models.importing import ImportedFile, ImportEvent, ImportProgress
from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail, Paper
from scrutiny_tui.services.models.overview import HELD, MeetingSummary, Overview
from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise
from scrutiny_tui.services.models.questions import AskedBefore, QuestionDetail
from scrutiny_tui.services.models.reading import (
    Explained,
    FoundInPage,
    OpenDocument,
    OutlineHeading,
    PageNumber,
    ReplacedPlace,
)
from scrutiny_tui.services.notes import PlacedNote
from scrutiny_tui.services.passwords import Passwords
from scrutiny_tui.services.pictures import WHOLE, Picture, Room
from scrutiny_tui.services.register import Entry, MeetingNotTold, Taken
from scrutiny_tui.services.today import ToRead
from scrutiny_tui.services.topics import Mention, MentionKind, Topic
from scrutiny_tui.settings_file import Value

NOW = datetime(2031, 5, 19, 9, 12)
DAY = timedelta(days=1)
ANYWHERE = PassageFilter()
COMMITTEE = "Harbour and Coast Scrutiny Committee"

HOSTILE = (
    "[Exempt Appendix]",
    "[/",
    "[/]",
    "[bold red]",
    "[@click=app.quit]x",
    "\x1b[31mred\x1b[0m",
    "\x9b2J",
    "left \u202eright",
    "tail\\",
    "$primary {x} %s",
    "wide 委員会 e\u0301",
    "lone \udcff surrogate",
)
"""Words that are markup, escape sequences or direction tricks somewhere; everywhere here they are words."""

WORST = ("[/", "[@click=app.quit]x", "\x1b[31mred\x1b[0m")
"""The three that did most harm; for the side ways a text can take."""


class FakeClock:
    """A clock that stands still."""

    is_set = True

    def __init__(self, at: datetime = NOW) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def meeting(
    id: int = 1, committee: str = COMMITTEE, day: date | None = date(2031, 5, 22), **more: object
) -> Meeting:
    made = Meeting(
        id, committee, day, "printed" if day else "none", time(10), "Council Chamber, Port Merrin", 6, 126
    )
    return replace(made, **more)  # type: ignore[arg-type]


def document(id: int = 1, meeting_id: int = 1, source: str = "pack.pdf", **more: object) -> StoredDocument:
    made = StoredDocument(
        id, meeting_id, f"{id:064x}", source, f"/papers/{source}", "pdf", "pack", 126, NOW - 3 * DAY, "{}"
    )
    return replace(made, **more)  # type: ignore[arg-type]


def item(
    number: str | None, title: str, position: int, first: int | None = None, **more: object
) -> AgendaItem:
    last = first + 11 if first else None
    made = AgendaItem(
        position + 1, 1, 1, position, number, title, None, first, last, first + 2 if first else 1, (), False
    )
    return replace(made, **more)  # type: ignore[arg-type]


def passage(
    id: int = 1, text: str = "Members asked when the sea wall would be inspected.", **more: object
) -> Passage:
    made = Passage(
        id,
        2,
        2,
        "march.pdf",
        COMMITTEE,
        date(2031, 3, 6),
        date(2031, 1, 16),
        "minute",
        "7.1",
        "Sea wall",
        text,
        6,
        4,
        "3",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def hit(
    id: int = 1, text: str = "Members asked when the sea wall would be inspected.", **more: object
) -> Hit:
    at = text.find("wall")
    return Hit(passage(id, text, **more), 10.0 - id, ("wall",), (), ((at, at + 4),) if at >= 0 else ())


def wording(
    text: str = "Please send in questions on the following items by end of day Monday 19th May 2031.",
) -> DeadlineWording:
    rule = DeadlineRule("date", date=date(2031, 5, 19), weekday=0, time_words="end of day")
    return DeadlineWording(text, rule, ("5", "6"), "agenda", 2, "guaranteed a written reply", "4")


def deadline(
    of: Meeting | None = None, due: datetime | None = datetime(2031, 5, 19, 23, 59), **more: object
) -> Deadline:
    state = "open" if due is None or due.date() > NOW.date() else "today" if due >= NOW else "closed"
    said = wording()
    made = Deadline(
        meeting=of or meeting(),
        due=due,
        safe=due.replace(hour=17, minute=0) if due else None,
        state=state,  # type: ignore[arg-type]
        origin="printed",
        wording=said,
        applies_to=("5", "6"),
        text=said.text,
        page=2,
        document_id=1,
        working=(
            CountedDay(date(2031, 5, 22), False, "the meeting"),
            CountedDay(date(2031, 5, 21), True, "one"),
            CountedDay(date(2031, 5, 20), True, "two"),
            CountedDay(date(2031, 5, 19), True, "printed"),
        ),
        warnings=(
            Warning("end-of-day", "“End of day” is not a time: before 17:00 nobody can dispute it.", 2),
        ),
        left=(due - NOW).total_seconds() if due else None,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def question(
    id: int = 1, text: str = "Why did inspections of the sea wall stop in winter?", **more: object
) -> Question:
    made = Question(
        id, MeetingRef(COMMITTEE, date(2031, 5, 22)), "5", "Sea Wall Inspections", "", text, "draft", "", "",
        None, NOW - DAY, NOW - DAY, None, False,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def note(id: int = 1, text: str = "Ask about the lower slipway.", **more: object) -> Note:
    made = Note(
        id,
        MeetingRef(COMMITTEE, date(2031, 5, 22)),
        f"{1:064x}",
        "pack.pdf",
        20,
        18,
        "the lower slipway",
        text,
        NOW,
    )
    return replace(made, **more)  # type: ignore[arg-type]


AGENDA = (
    item("1", "Apologies for absence", 0),
    item("2", "Minutes of the previous meeting", 1, 1),
    item(
        "3",
        "Ferry Timetable",
        2,
        13,
        officers=("Imogen Tarrant",),
        description="The Committee is asked to comment.",
    ),
    item(
        "4",
        "Please send in questions on the following items by end of day Monday 19th May 2031",
        3,
        is_heading=True,
    ),
    item("5", "Sea Wall Inspections", 4, 25, officers=("Rowan Pike, Head of Coast",)),
    item("6", "Harbour Dues", 5, 37, officers=("Sal Denby",)),
    item("7", "Work Programme", 6, 49),
)


def agenda_details(of: Meeting, papers_of: StoredDocument) -> tuple[ItemDetail, ...]:
    """The agenda with papers, a deadline over items 5 and 6, and one question and note."""
    due = deadline(of)
    details = []
    for one in AGENDA:
        papers: tuple[Paper, ...] = ()
        if one.first_page and one.file_page:
            last = one.file_page + 11
            stamped = (one.first_page, one.first_page + 11)
            read = frozenset(range(one.file_page, one.file_page + 3))
            papers = (Paper(papers_of, one.title, one.file_page, last, stamped, read),)
        covered = one.number in ("5", "6")
        sea_wall = one.number == "5"
        details.append(
            ItemDetail(
                one,
                covered,
                ("That the Committee notes the inspections made since January.",) if sea_wall else (),
                papers,
                due if covered else None,
                (question(),) if sea_wall else (),
                (note(),) if sea_wall else (),
                18 if papers else 0,
            )
        )
    return tuple(details)


@dataclass
class FakeMeetings:
    """Four meetings: one coming with a deadline today, one later, one without, one held."""

    detail: MeetingDetail
    shown: Overview
    calls: list[tuple[str, object]] = field(default_factory=list)
    reading: str = ""

    async def overview(self, held: int = HELD) -> Overview:
        self.calls.append(("overview", held))
        return replace(self.shown, older=0) if held > HELD else self.shown

    async def every(self) -> tuple[Meeting, ...]:
        shown = self.shown
        return tuple(row.meeting for row in (*shown.coming, *shown.held, *shown.undated))

    async def remember_item(self, meeting: Meeting, item_title: str) -> None:
        self.detail = replace(self.detail, left_at=item_title)

    async def pace(self, meeting_id: int) -> str:
        return self.reading

    async def meeting(self, meeting_id: int) -> MeetingDetail:
        self.calls.append(("meeting", meeting_id))
        if meeting_id == 404:
            raise NotThere("That meeting is no longer in the library.")
        return replace(self.detail, meeting=replace(self.detail.meeting, id=meeting_id))


def make_meetings() -> FakeMeetings:
    coming = meeting()
    later = meeting(2, "Adult Care Scrutiny Panel", date(2031, 6, 4), start_time=time(14), pages=84)
    bare = meeting(3, "Wellbeing Board", date(2031, 6, 10), pages=56)
    held = meeting(4, COMMITTEE, date(2030, 3, 7), pages=96)
    papers = document()
    doubt = Warning(
        "deadline-left-over", "the deadline printed (12 Sep) was set for a meeting planned on 15 Sep", 2
    )
    shown = Overview(
        coming=(
            MeetingSummary(coming, deadline(coming), 2, 3, ()),
            MeetingSummary(later, deadline(later, datetime(2031, 5, 30, 12)), 0, 0, ()),
            MeetingSummary(bare, None, 0, 0, ()),
        ),
        held=(MeetingSummary(held, deadline(held, datetime(2030, 3, 1, 12)), 0, 1, ()),),
        undated=(),
        needs_look=((later, doubt),),
    )
    detail = MeetingDetail(
        coming, agenda_details(coming, papers), (papers,), (deadline(coming),),
        Contact("Wren Albright", "Democratic Services", "01632 960001", "wren@merrin.example"), 2, (),
    )  # fmt: skip
    return FakeMeetings(detail, shown)


def empty_meetings() -> FakeMeetings:
    made = make_meetings()
    made.shown = Overview((), (), (), ())
    return made


@dataclass
class FakeReading:
    """A document of twelve short pages."""

    opened: OpenDocument
    kept: list[Note] = field(default_factory=list)
    found: tuple[FoundInPage, ...] = ()
    terms: tuple[Explained, ...] = (Explained("SMP", "Shoreline Management Plan", "this pack"),)
    calls: list[tuple[str, object]] = field(default_factory=list)
    placed: tuple[PlacedNote, ...] = ()
    changed: tuple[ReplacedPlace, ...] = ()

    async def open(self, document_id: int) -> OpenDocument:
        self.calls.append(("open", document_id))
        return self.opened

    async def pages(self, document_id: int, first: int, last: int) -> tuple[ReadPage, ...]:
        self.calls.append(("pages", (document_id, first, last)))
        return tuple(read_page(number) for number in range(first, min(last, 12) + 1))

    async def paper_of(self, evidence: Evidence) -> StoredDocument | None:
        self.calls.append(("paper_of", evidence.id))
        here = self.opened.document
        return here if evidence.document_sha256 == here.sha256 else None

    async def find(self, document_id: int, text: str, limit: int = 500) -> tuple[FoundInPage, ...]:
        self.calls.append(("find", text))
        return self.found

    async def remember_place(self, document: StoredDocument, page: int, line: int) -> None:
        self.calls.append(("remember_place", (page, line)))

    async def mark_read(self, document: StoredDocument, page: int) -> None:
        self.calls.append(("mark_read", page))

    async def annotate(
        self,
        document: StoredDocument,
        meeting: Meeting,
        page: int,
        pack_page: int | None,
        quote: str,
        text: str = "",
    ) -> Note:
        self.calls.append(("annotate", (page, pack_page, quote, text)))
        made = note(len(self.kept) + 10, text, page=page, pack_page=pack_page, quote=quote)
        self.kept.append(made)
        return made

    async def notes(self, document: StoredDocument) -> tuple[Note, ...]:
        return tuple(self.kept)

    async def replaced(self, document: StoredDocument) -> tuple[ReplacedPlace, ...]:
        return self.changed

    async def notes_of(self, meeting_id: int) -> tuple[PlacedNote, ...]:
        return self.placed[:2]

    async def every_note(self) -> tuple[PlacedNote, ...]:
        return self.placed

    async def find_notes(self, query: str, within: PassageFilter) -> tuple[PlacedNote, ...]:
        return tuple(one for one in self.placed if query and query in f"{one.note.text} {one.note.quote}")

    async def change_note(self, note_id: int, text: str) -> None:
        self.calls.append(("change_note", (note_id, text)))

    async def erase_note(self, note_id: int) -> None:
        self.calls.append(("erase_note", note_id))
        self.kept = [one for one in self.kept if one.id != note_id]

    async def restore_note(self, note_id: int) -> Note:
        self.calls.append(("restore_note", note_id))
        return note(note_id)

    async def explain(self, text: str, document: StoredDocument | None = None) -> tuple[Explained, ...]:
        self.calls.append(("explain", text))
        return self.terms

    async def addresses(self, document: StoredDocument) -> tuple[str, ...]:
        return ("https://merrin.example/wall/a%20survey.pdf", "https://elsewhere.example/")


def read_page(number: int) -> ReadPage:
    """One short page: a heading, two paragraphs and a table."""
    rows = (("Quarter", "Inspections"), ("Q1", "14"), ("Q2", "9"))
    return ReadPage(
        number,
        number - 2 if number > 2 else None,
        (
            Block("heading", f"Part {number}"),
            Block("paragraph", f"The sea wall was inspected on day {number}. " * 4),
            Block("table", "\n".join("\t".join(row) for row in rows), rows=rows),
            Block("item", "The SMP is due for review.", level=1),
        ),
    )


def make_reading() -> FakeReading:
    numbers = tuple(PageNumber(n, n - 2 if n > 2 else None, 400) for n in range(1, 13))
    outline = tuple(OutlineHeading(f"Part {n}", 1, n, 0) for n in range(1, 13))
    return FakeReading(OpenDocument(document(page_count=12), meeting(), numbers, outline, None))


@dataclass
class FakeSearch:
    """Three passages from two meetings; `gate` holds the answer back until it is set."""

    hits: tuple[Hit, ...] = ()
    gate: asyncio.Event | None = None
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def find(self, query: str, within: PassageFilter = ANYWHERE, limit: int = 30) -> tuple[Hit, ...]:
        self.calls.append(("find", (query, within, limit)))
        if self.gate:
            await self.gate.wait()
        return self.hits if query.strip() else ()

    async def earlier(
        self, item: AgendaItem, meeting: Meeting, recommendations: Sequence[str] = (), limit: int = 30
    ) -> tuple[Hit, ...]:
        self.calls.append(("earlier", (item.title, limit)))
        if self.gate:
            await self.gate.wait()
        return self.hits[:limit]

    async def committees(self) -> tuple[str, ...]:
        return (COMMITTEE, "Adult Care Scrutiny Panel")


def make_search() -> FakeSearch:
    return FakeSearch(
        (
            hit(1),
            hit(2, "Officers agreed to report on the sea wall after the storms.", ref="7.3", kind="action"),
            hit(
                3,
                "Harbour inspections resume in May.",
                ref="",
                kind="report",
                said_on=date(2030, 9, 5),
                meeting_id=4,
            ),
        )
    )


@dataclass
class FakeDeadlines:
    """A deadline today, one in a fortnight, one past, one in words only."""

    board_rows: tuple[Deadline, ...] = ()
    past_rows: tuple[Deadline, ...] = ()
    set_by_hand: tuple[DeadlineOverride, ...] = ()
    rules: dict[str, CommitteeRule] = field(default_factory=dict)
    refuse: Exception | None = None
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def board(self, past: bool = False) -> tuple[Deadline, ...]:
        self.calls.append(("board", past))
        return self.past_rows + self.board_rows if past else self.board_rows

    async def override(self, meeting: Meeting, applies_to: str, due: datetime, reason: str) -> None:
        self.calls.append(("override", (meeting.id, applies_to, due, reason)))
        if self.refuse:
            raise self.refuse

    async def withdraw(self, meeting: Meeting, applies_to: str) -> None:
        self.calls.append(("withdraw", (meeting.id, applies_to)))

    async def history(self, meeting: Meeting) -> tuple[DeadlineOverride, ...]:
        return tuple(one for one in self.set_by_hand if one.meeting.committee == meeting.committee)

    async def set_rule(self, committee: str, wording: str, standing_order: str) -> None:
        self.calls.append(("set_rule", (committee, wording, standing_order)))
        if self.refuse:
            raise self.refuse
        self.rules[committee] = CommitteeRule(committee, wording, standing_order)

    async def rule(self, committee: str) -> CommitteeRule | None:
        return self.rules.get(committee)


def make_deadlines() -> FakeDeadlines:
    later = meeting(2, "Adult Care Scrutiny Panel", date(2031, 6, 4))
    held = meeting(4, COMMITTEE, date(2030, 3, 7))
    return FakeDeadlines(
        board_rows=(
            deadline(),
            deadline(later, datetime(2031, 5, 30, 12), safe=None, warnings=(), applies_to="all"),
            deadline(meeting(3, "Wellbeing Board", date(2031, 6, 10)), None, working=(), warnings=()),
        ),
        past_rows=(deadline(held, datetime(2030, 3, 1, 12)),),
    )


@dataclass
class FakeQuestions:
    """One draft with one quotation."""

    details: dict[int, QuestionDetail] = field(default_factory=dict)
    before: tuple[Hit, ...] = ()
    own_before: tuple[Question, ...] = ()
    said: tuple[Version, ...] = ()
    minuted: tuple[Hit, ...] = ()
    refuse: Exception | None = None
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def begin(
        self,
        meeting: Meeting,
        item: AgendaItem | None,
        evidence: Passage | None = None,
        quote: str = "",
        text: str = "",
    ) -> Question:
        self.calls.append(("begin", (meeting.id, item.title if item else None, evidence, quote, text)))
        if self.refuse:
            raise self.refuse
        made = question(len(self.details) + 1, text, item_title=item.title if item else "")
        self.details[made.id] = question_detail(made)
        return made

    async def save(self, question_id: int, text: str) -> None:
        self.calls.append(("save", (question_id, text)))
        self._change(question_id, text=text)

    def save_now(self, question_id: int, text: str) -> None:
        self.calls.append(("save_now", (question_id, text)))
        self._change(question_id, text=text)

    async def address(self, question_id: int, to: str) -> None:
        self.calls.append(("address", (question_id, to)))
        self._change(question_id, addressed_to=to)

    async def quote(
        self,
        question_id: int,
        document: StoredDocument,
        page: int,
        pack_page: int | None,
        quote: str,
        citation: str,
    ) -> Evidence:
        self.calls.append(("quote", (question_id, page, quote)))
        return Evidence(1, question_id, quote, document.sha256, document.source, page, pack_page, citation)

    async def unquote(self, evidence_id: int) -> None:
        self.calls.append(("unquote", evidence_id))

    async def detail(self, question_id: int) -> QuestionDetail:
        self.calls.append(("detail", question_id))
        if question_id not in self.details:
            raise NotThere("That question is no longer here.")
        return self.details[question_id]

    async def all(self) -> tuple[QuestionDetail, ...]:
        self.calls.append(("all", None))
        return tuple(self.details.values())

    async def for_meeting(self, meeting: Meeting) -> tuple[Question, ...]:
        return tuple(detail.question for detail in self.details.values())

    async def set_state(self, question_id: int, state: QuestionState) -> None:
        self.calls.append(("set_state", (question_id, state)))
        self._change(question_id, state=state)

    async def submit(self, question_id: int, *, late_is_fine: bool = False) -> Revision:
        self.calls.append(("submit", (question_id, late_is_fine)))
        if self.refuse and not late_is_fine:
            raise self.refuse
        self._change(question_id, state="submitted", submitted_at=NOW)
        return Revision(1, question_id, self.details[question_id].question.text, "", NOW, None, None)

    async def answer(self, question_id: int, text: str, answer_state: str) -> None:
        self.calls.append(("answer", (question_id, text, answer_state)))
        self._change(question_id, state="answered", answer=text, answer_state=answer_state)

    async def supplementary(self, question_id: int) -> Question:
        self.calls.append(("supplementary", question_id))
        made = question(len(self.details) + 1, "", parent_id=question_id)
        self.details[made.id] = question_detail(made)
        return made

    async def delete(self, question_id: int) -> None:
        self.calls.append(("delete", question_id))
        self._gone = self.details.pop(question_id)

    async def restore(self, question_id: int) -> None:
        self.calls.append(("restore", question_id))
        self.details[question_id] = self._gone

    async def set_aside(self, question_id: int, text: str) -> None:
        self.calls.append(("set_aside", (question_id, text)))

    async def versions(self, question_id: int) -> tuple[Version, ...]:
        return self.said

    async def answers_offered(self, question_id: int) -> tuple[Hit, ...]:
        return self.minuted

    async def asked_before(self, question_id: int) -> AskedBefore:
        self.calls.append(("asked_before", question_id))
        return AskedBefore(self.before, self.own_before)

    def _change(self, question_id: int, **fields: object) -> None:
        detail = self.details[question_id]
        changed = replace(detail.question, **fields)  # type: ignore[arg-type]
        self.details[question_id] = replace(detail, question=changed, words=len(changed.text.split()))


def question_detail(of: Question) -> QuestionDetail:
    evidence = Evidence(
        1, of.id, "inspections stopped in November", f"{1:064x}", "pack.pdf", 27, 25,
        f"{COMMITTEE}, 22 May 2031, pack page 25",
    )  # fmt: skip
    clerk = Contact("Wren Albright", "Democratic Services", "01632 960001", "wren@merrin.example")
    return QuestionDetail(of, meeting(), (evidence,), (), deadline(), clerk, len(of.text.split()), 100, ())


def make_questions() -> FakeQuestions:
    return FakeQuestions({1: question_detail(question())})


@dataclass
class FakeImporter:
    """Two files, one refused; `gate` holds it before the second, `closed` tells that it was stopped."""

    events: tuple[ImportEvent, ...] = ()
    gate: asyncio.Event | None = None
    refuse: Exception | None = None
    closed: bool = False
    calls: list[tuple[str, object]] = field(default_factory=list)

    @property
    def held(self) -> FakeImporter:
        return self

    def prepare(self) -> None:
        """Nothing is held ready."""

    def close(self) -> None:
        """Nothing is held ready."""

    async def import_paths(
        self, paths: Sequence[Path], *, passwords: Passwords | None = None, early: EarlyPages | None = None
    ) -> AsyncIterator[ImportEvent]:
        self.calls.append(("import_paths", tuple(paths)))
        if early:
            early.begin(partial(self._show, early))
        try:
            for number, event in enumerate(self.events):
                if number == 2 and self.gate:
                    await self.gate.wait()
                yield event
            if self.refuse:
                raise self.refuse
        finally:
            self.closed = True
            if early:
                early.end()

    @staticmethod
    def _show(early: EarlyPages, asked: bytes) -> None:
        name = asked.decode().strip()
        number = int(name.removeprefix("p"))
        words = Block("paragraph", f"Words of page {number} [/ read ahead")
        page = EarlyPage(name, 126, ReadPage(number, number, (words,)))
        asyncio.get_running_loop().call_soon(early.take, page)


def make_importer() -> FakeImporter:
    doubt = Warning("page-contradicts-stamp", "item 9 is printed at page 74 but stamped 91", 3)
    return FakeImporter(
        (
            ImportProgress("pack.pdf", 1, 2, "reading", 40, 126),
            ImportedFile(
                "pack.pdf", Path("/papers/pack.pdf"), "added", "Agenda with 6 items and 126 pages.", 1,
                COMMITTEE, date(2031, 5, 22), 126, 412, 6, (doubt,),
            ),
            ImportProgress("scan.pdf", 2, 2, "reading", 1, 8),
            ImportedFile("scan.pdf", Path("/papers/scan.pdf"), "refused", "It holds pictures of pages only."),
        )
    )  # fmt: skip


@dataclass
class FakeCorrections:
    """A paper read in four ways: as printed, pieced together, worked out, and put right since."""

    read: tuple[ReadValue, ...] = ()
    wrong: str = ""
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def values(self, document_id: int, item: int | None) -> tuple[ReadValue, ...]:
        self.calls.append(("values", (document_id, item)))
        return self.read

    async def correct(self, document_id: int, values: Mapping[tuple[Of, int | None], str]) -> Filed:
        self.calls.append(("correct", (document_id, dict(values))))
        if self.wrong:
            raise ServiceError(self.wrong)
        return Filed(document_id, 1, "updated")


def make_corrections() -> FakeCorrections:
    def seen(of: str, value: str, sure: Literal["printed", "pieced together", "worked out"]) -> SeenIn:
        return SeenIn(of, value, 1, None if sure == "worked out" else 3, value, sure)

    return FakeCorrections(
        (
            ReadValue("committee", None, COMMITTEE, None, seen("committee", COMMITTEE, "printed")),
            ReadValue("meeting date", None, "22 May 2031", None, seen("meeting_date", "", "worked out")),
            ReadValue("start time", None, "", None, None),
            ReadValue("item title", 0, "Ferries", "Ferris", None),
            ReadValue("item pages", 0, "1-4", None, seen("agenda[0].pages", "1-4", "pieced together")),
        )
    )


@dataclass
class FakeAttaching:
    """Takes every file in; `wrong` is said instead."""

    wrong: str = ""
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def attach(self, meeting: Meeting, name: str, path: Path, url: str = "") -> ImportedFile:
        return self._take("attach", (meeting.id, name, path), path)

    async def fetch(self, meeting: Meeting, link: LinkedPaper) -> ImportedFile:
        return self._take("fetch", (meeting.id, link.url), Path("fetched.pdf"))

    def _take(self, name: str, what: object, path: Path) -> ImportedFile:
        self.calls.append((name, what))
        if self.wrong:
            raise ServiceError(self.wrong)
        return ImportedFile(path.name, path, "added", f"{path.name} was taken in.", 1, document_id=9)


@dataclass
class FakePictures:
    """Pages half black, half white."""

    wrong: str = ""
    page: tuple[float, float] = (595.0, 842.0)
    calls: list[tuple[int, tuple[float, ...]]] = field(default_factory=list)
    closed: bool = False

    async def begin(self, document: StoredDocument) -> None:
        pass

    async def draw(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> Picture:
        self.calls.append((page, tuple(round(share, 2) for share in part)))
        if self.wrong:
            raise NotThere(self.wrong)
        left, top, right, bottom = part
        across, down = (right - left) * self.page[0], (bottom - top) * self.page[1]
        scale = min(room.width / across, room.height / down)
        width = max(1, round(across * scale / room.cell_width))
        height = 2 * max(1, round(down * scale / room.cell_height))
        half = width * height // 2 * 3
        pixels = bytes(half) + b"\xff" * (width * height * 3 - half)
        return Picture(width, height, pixels, *self.page, room)

    async def keep_ready(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> None:
        pass

    async def close(self) -> None:
        self.closed = True


def promise(text: str = "Officers agreed to count the gulls.", **more: object) -> TrackedPromise:
    step = PromiseStep("said", date(2031, 3, 6), text, "Gulls", "14.2", "pack.pdf", 1, 4, 73)
    known = {
        "text": text, "owner": "BR", "committee": COMMITTEE, "said_on": date(2031, 3, 6), "ref": "14.2",
        "heading": "Gulls", "progress": "", "state": "unknown", "source": "pack.pdf", "page": 4,
        "pack_page": 73, "owner_name": "Bo Reed", "outcome": "quiet", "steps": (step,), "document_id": 1,
    }  # fmt: skip
    return TrackedPromise(**{**known, **more})  # type: ignore[arg-type]


@dataclass
class FakeActions:
    """Promises; a mark is kept with the promise."""

    promises: tuple[TrackedPromise, ...] = ()
    missing: tuple[TrackedPromise, ...] = ()
    left_out: int = 0
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def all(self) -> tuple[TrackedPromise, ...]:
        self.calls.append(("all", None))
        return self.promises

    async def not_on_agenda(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        self.calls.append(("not_on_agenda", meeting.id))
        return self.missing

    async def mark(self, promise: TrackedPromise, mark: str, note: str = "") -> None:
        self.calls.append(("mark", (promise.text, mark, note)))
        self.promises = tuple(
            replace(one, mark=mark, note=note) if one == promise else one for one in self.promises
        )


def received(id: int = 1, text: str = "Why did inspections stop?", **more: object) -> Entry:
    known = {
        "id": id, "meeting": MeetingRef(COMMITTEE, date(2031, 5, 22)), "item_number": "5",
        "item_title": "Slipways", "sender": "Cllr Una Hill", "address": "una@merrin.example", "text": text,
        "source": "una.eml", "claimed_at": None, "due": datetime(2031, 5, 19, 12), "received_at": NOW,
        "state": "received", "ground": "", "note": "", "decided_at": None,
    }  # fmt: skip
    question = ReceivedQuestion(**{**known, **more})  # type: ignore[arg-type]
    return Entry(question, "in time, 2 h 48 m left", False, ())


@dataclass
class FakeRegister:
    """A register that decides; `wrong` is said of a question entered without a meeting, `unread` of any."""

    held: dict[int, Entry] = field(default_factory=dict)
    wrong: str = ""
    unread: str = ""
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def entries(self, meeting: MeetingRef | None = None) -> tuple[Entry, ...]:
        self.calls.append(("entries", meeting))
        return tuple(self.held.values())

    async def take_file(self, path: Path, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        self.calls.append(("take_file", (path, meeting)))
        return self._take(path.name, meeting)

    async def take_text(self, text: str, meeting: Meeting | None = None) -> tuple[Taken, ...]:
        self.calls.append(("take_text", (text, meeting)))
        return self._take(text, meeting)

    def _take(self, text: str, meeting: Meeting | None) -> tuple[Taken, ...]:
        if self.unread:
            raise ServiceError(self.unread)
        if self.wrong and meeting is None:
            raise MeetingNotTold(self.wrong)
        entry = received(len(self.held) + 1, text)
        self.held[entry.question.id] = entry
        return (Taken(entry, True),)

    async def accept(self, received_id: int) -> Entry:
        return self._change(received_id, state="accepted")

    async def give_back(self, received_id: int, ground: str) -> Entry:
        return self._change(received_id, state="returned", ground=ground)

    async def reopen(self, received_id: int) -> Entry:
        return self._change(received_id, state="received", ground="")

    async def note(self, received_id: int, text: str) -> None:
        self._change(received_id, note=text)

    async def meetings(self) -> tuple[Meeting, ...]:
        return (meeting(), meeting(2, committee="Ferry Board"))

    def _change(self, received_id: int, **fields: object) -> Entry:
        entry = self.held[received_id]
        question = replace(entry.question, **fields)  # type: ignore[arg-type]
        self.held[received_id] = replace(entry, question=question)
        return self.held[received_id]


def mention(day: date, text: str = "Slipway Repairs", kind: MentionKind = "minute", **more: Any) -> Mention:
    given = {"about": None, "document_id": 1, "page": 4, "pack_page": 4, "subject": "repair slipway"} | more
    return Mention(kind=kind, day=day, text=text, committee=COMMITTEE, source="may.pdf", **given)


def make_topics() -> FakeTopics:
    planned = mention(date(2030, 11, 4), kind="planned", about=date(2031, 5, 22))
    minuted = mention(date(2031, 3, 6), "SLIPWAY REPAIRS AND DREDGING", subject="dredging repair slipway")
    slipway = Topic("repair slipway", "Slipway Repairs", False, (planned, minuted))
    ferry = replace(minuted, text="Ferry Timetable", subject="ferry timetable")
    return FakeTopics((slipway, Topic("ferry timetable", "Ferry Timetable", True, (ferry,))))


@dataclass
class FakeTopics:
    """Two topics, one of them followed."""

    topics: tuple[Topic, ...] = ()
    wrong: str = ""
    calls: list[tuple[str, object]] = field(default_factory=list)

    async def all(self) -> tuple[Topic, ...]:
        self.calls.append(("all", None))
        return self.topics

    async def rename(self, topic: Topic, name: str) -> None:
        self._told("rename", (topic.key, name))

    async def follow(self, topic: Topic, follow: bool) -> None:
        self._told("follow", (topic.key, follow))

    async def merge(self, topic: Topic, into: Topic) -> None:
        self._told("merge", (topic.key, into.key))

    async def split(self, mention: Mention) -> None:
        self._told("split", mention.subject)

    def _told(self, name: str, what: object) -> None:
        self.calls.append((name, what))
        if self.wrong:
            raise ServiceError(self.wrong)


@dataclass
class FakeHome:
    exports: Path

    @property
    def settings(self) -> Path:
        return self.exports / "settings.toml"


@dataclass
class FakeSemantic:
    """No model is installed, unless a test says how far it is."""

    listeners: list[Callable[[], None]] = field(default_factory=list)
    line: str = ""
    started: int = 0
    finished: bool = False

    def start(self) -> None:
        self.started += 1

    async def finish(self) -> None:
        self.finished = True


@dataclass
class FakeToday:
    """Nothing is unread, nothing was promised, unless a test says so."""

    reading: tuple[ToRead, ...] = ()
    missing: tuple[TrackedPromise, ...] = ()

    async def to_read(self, meetings: Sequence[Meeting]) -> tuple[ToRead, ...]:
        return tuple(one for one in self.reading if one.meeting in meetings)

    async def promised(self, meeting: Meeting) -> tuple[TrackedPromise, ...]:
        return self.missing if meeting.id == 1 else ()


@dataclass
class FakeBriefing:
    """Briefs of a meeting with one item, on which two things were said before."""

    meetings: FakeMeetings
    calls: list[tuple[object, ...]] = field(default_factory=list)
    earlier: tuple[EarlierPassage, ...] = tuple(
        EarlierPassage(
            text, f"minute 7.{number}, 16 January 2031", "f" * 64, "march.pdf", 4, number == 1, False
        )
        for number, text in enumerate(("Members asked when the wall would be walked.", "It leaks."), start=1)
    )

    async def brief(self, meeting_id: int) -> Brief:
        detail = await self.meetings.meeting(meeting_id)
        one = next(one for one in detail.items if one.recommendations)
        said = BriefItem(one, one.recommendations, (), self.earlier, (), tells_deadline=False)
        return Brief(detail, (said,), (), (), (), withheld=0, made_at=NOW, member="Cllr Ada Quill")

    async def choose(
        self, meeting: Meeting, item_title: str, wanted: Sequence[EarlierPassage] | None
    ) -> None:
        self.calls.append((item_title, wanted if wanted is None else [one.text for one in wanted]))
        inside = [one.text for one in wanted or self.earlier[:1]]
        self.earlier = tuple(replace(one, goes_in=one.text in inside) for one in self.earlier)


@dataclass
class FakeServices:
    """All of them, as the App is given them."""

    home: FakeHome
    clock: FakeClock = field(default_factory=FakeClock)
    settings: Settings = field(
        default_factory=lambda: Settings(name="Cllr Ada Quill", email="ada@merrin.example")
    )
    settings_trouble: str = ""
    importer: FakeImporter = field(default_factory=make_importer)
    meetings: FakeMeetings = field(default_factory=make_meetings)
    today: FakeToday = field(default_factory=FakeToday)
    reading: FakeReading = field(default_factory=make_reading)
    search: FakeSearch = field(default_factory=make_search)
    semantic: FakeSemantic = field(default_factory=FakeSemantic)
    follower: FakeSemantic = field(default_factory=FakeSemantic)
    deadlines: FakeDeadlines = field(default_factory=make_deadlines)
    questions: FakeQuestions = field(default_factory=make_questions)
    actions: FakeActions = field(default_factory=FakeActions)
    register: FakeRegister = field(default_factory=FakeRegister)
    corrections: FakeCorrections = field(default_factory=make_corrections)
    pictures: FakePictures = field(default_factory=FakePictures)
    attaching: FakeAttaching = field(default_factory=FakeAttaching)
    topics: FakeTopics = field(default_factory=make_topics)
    briefing: FakeBriefing = field(init=False)

    def __post_init__(self) -> None:
        self.briefing = FakeBriefing(self.meetings)

    def change_settings(self, changes: Mapping[str, Value]) -> None:
        if self.settings_trouble:
            raise ServiceError(self.settings_trouble)
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]

    def read_settings_again(self) -> None:
        if self.settings_trouble:
            raise ServiceError(self.settings_trouble)
