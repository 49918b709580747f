"""Beside a question: the words it quotes, and what was asked or said of it before."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from db.models.questions import Evidence, Question
from scrutiny_tui.keys import LIST, bindings
from scrutiny_tui.literal import join, line, one_line, say
from scrutiny_tui.messages import OpenQuestion, OpenReader
from scrutiny_tui.question_keys import EVIDENCE
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.widgets.passages import passage_of
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.snippet import short_row
from scrutiny_tui.widgets.times import day_text, short_committee

if TYPE_CHECKING:
    from db.models.papers import StoredDocument
    from scrutiny_tui.services.models.questions import AskedBefore, QuestionDetail

_LONGEST = 400  # characters of a quotation that are shown


class QuotationService(Protocol):
    """What changing a question's evidence needs."""

    async def quote(
        self,
        question_id: int,
        document: StoredDocument,
        page: int,
        pack_page: int | None,
        quote: str,
        citation: str,
    ) -> Evidence:
        """Quote words of a paper."""

    async def unquote(self, evidence_id: int) -> None:
        """Take a quotation away."""


class PaperService(Protocol):
    """What going from a quotation to its paper needs."""

    async def paper_of(self, evidence: Evidence) -> StoredDocument | None:
        """The paper a quotation is from."""


class EvidencePanel(RowList, inherit_bindings=False):
    """Quotations first, then the most similar earlier passages."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(LIST), *bindings(EVIDENCE)]

    class Changed(Message):
        """A quotation went or came back."""

    def __init__(self, questions: QuotationService, papers: PaperService, question_id: int) -> None:
        """Remember whose evidence it is."""
        super().__init__(id="evidence", classes="-quiet")
        self._questions, self._papers, self._question_id = questions, papers, question_id
        self._taken: list[Evidence] = []

    def show_evidence(self, detail: QuestionDetail, before: AskedBefore, now: datetime) -> None:
        """List them."""
        rows = [ModelRow(Content.styled(" Evidence", "bold $primary"))]
        rows += [ModelRow(quotation(one, one.id in detail.withheld), one) for one in detail.evidence]
        if not detail.evidence:
            words = "   None yet. Press e on a passage in the reader to quote it here."
            rows.append(ModelRow(Content.styled(words, "$text-muted")))
        if before.hits or before.own:
            rows.append(ModelRow(Content.styled("\n Asked or said before", "bold $primary")))
            rows += [ModelRow(own_row(one, now), one) for one in before.own]
            rows += [ModelRow(short_row(hit, now), hit) for hit in before.hits]
        self.show(rows)
        if not self.has_focus:
            self.scroll_to(y=0, animate=False, force=True)

    @on(RowList.OptionSelected)
    @work(exclusive=True, group="open")
    async def _read_on(self) -> None:
        model = self.model
        if isinstance(model, Question):
            self.post_message(OpenQuestion(model.id))
        elif isinstance(model, Hit):
            passage = model.passage
            self.post_message(OpenReader(passage.document_id, passage.page, passage=passage))
        elif isinstance(model, Evidence) and (paper := await self._paper_of(model)) is not None:
            passage = passage_of(paper, model.page, model.pack_page, model.quote)
            self.post_message(OpenReader(paper.id, model.page, passage=passage))

    async def _paper_of(self, evidence: Evidence) -> StoredDocument | None:
        try:
            paper = await self._papers.paper_of(evidence)
        except ServiceError as error:
            say(self, str(error), "error")
            return None
        if paper is None:
            say(self, f"{evidence.source} is not in the library any more. Import it again first.", "warning")
        return paper

    @work(exclusive=True, group="evidence")
    async def unquote(self) -> None:
        """Take the quotation under the cursor away."""
        model = self.model
        if not isinstance(model, Evidence):
            return
        try:
            await self._questions.unquote(model.id)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._taken.append(model)
        say(self, "Taken away. Press u to bring it back.")
        self.post_message(self.Changed())

    @work(exclusive=True, group="evidence")
    async def requote(self) -> None:
        """Bring back the quotation taken away last."""
        back = self._taken[-1] if self._taken else None
        paper = await self._paper_of(back) if back else None
        if back is None or paper is None:
            return
        try:
            await self._questions.quote(
                self._question_id, paper, back.page, back.pack_page, back.quote, back.citation
            )
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self._taken.pop()
        self.post_message(self.Changed())


def own_row(question: Question, now: datetime) -> Row:
    """The member's own earlier question: when it was put, and its words."""
    put = question.submitted_at
    when = Content(day_text(put.date(), now) if put else "not sent")
    committee = line(short_committee(question.meeting.committee), "$text-muted")
    head = (Column(when, 15), Column(Content.styled("your question", "$text-muted"), 13), Column(committee))
    return Row(head, after=line(question.text), indent=2)


def quotation(evidence: Evidence, withheld: bool = False) -> Row:
    """Where the quoted words stand, and the words; whether they may leave the app."""
    quote = one_line(evidence.quote)
    shown = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()}…"
    place = f"pack page {evidence.pack_page}" if evidence.pack_page else f"page {evidence.page} of the file"
    meeting = short_committee(evidence.citation.rpartition(", ")[0] or evidence.source)
    kept_back = (
        Content.styled("✕ not public: left out of what is sent", "$warning") if withheld else Content("")
    )
    where = join((Content.styled(place, "bold"), kept_back, line(meeting, "$text-muted")))
    return Row((Column(Content(""), 0), Column(where)), after=line(f"“{shown}”"), indent=4)
