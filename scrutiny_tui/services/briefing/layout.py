"""What stands in a brief and in which order, said once for every form it is written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from imports.patterns import regex
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.export.lines import answer_title, public_evidence, source_line, state_line
from scrutiny_tui.services.harmless import clean, flat
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.services.wording import long_day, outcome, scope, span

if TYPE_CHECKING:
    from scrutiny_tui.services.briefing.model import Brief, BriefItem, EarlierPassage, Remark
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import ItemDetail, Paper
    from scrutiny_tui.services.models.questions import QuestionDetail

Kind = Literal["title", "fact", "section", "item", "detail", "label", "text", "bullet", "quote", "source"]


_NUMBERED = regex(r"(\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2}){1,2})\s+(?=\S)")
_LONGEST = 700
"""Characters of an earlier passage nobody chose; a chosen one goes in whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a brief.

    Attributes:
        kind: how it is set: `title`, `section` and `item` are headings of three ranks; a `fact` has a name;
            a `detail` stands small under its heading; a `label` heads what follows it; a `quote` is
            someone's words and its `source` says whose.
        text: its words, cleaned of what no format carries.
        name: of a fact; the number of an item; the number a list's line has of its own.
        passage: the earlier passage a quote is, for who may choose it.
    """

    kind: Kind
    text: str
    name: str = ""
    passage: EarlierPassage | None = None

    @property
    def headed(self) -> str:
        """The words of an item with its number before them; any other's as they are."""
        return f"{self.name}. {self.text}" if self.kind == "item" and self.name else self.text

    @property
    def mark(self) -> str:
        """What stands before a list's line: its own number, or a dot."""
        return self.name or "•"


def parts_of(brief: Brief, *, to_choose: bool = False) -> list[Part]:
    """Lay a brief out; `to_choose` also gives the earlier passages that do not go in."""
    return [
        replace(part, text=_cleaned(part), name=flat(part.name))
        for part in _parts(brief, to_choose)
        if part.text.strip()
    ]


def _cleaned(part: Part) -> str:
    return clean(part.text) if part.kind in ("text", "quote") else flat(part.text)


def title_of(brief: Brief) -> str:
    """Say what a brief is called."""
    meeting = brief.meeting.meeting
    return flat(f"Brief: {meeting.committee}, {long_day(meeting.date) if meeting.date else 'no date'}")


def _parts(brief: Brief, to_choose: bool) -> Iterator[Part]:
    yield Part("title", brief.meeting.meeting.committee)
    yield from _facts(brief)
    yield Part("section", "Agenda")
    if not brief.items:
        yield Part("text", "These papers have no agenda.")
    for item in brief.items:
        yield from _item(item, brief, to_choose)
    if brief.promised:
        yield Part("section", "Promised for this meeting and not on its agenda")
        for promise in brief.promised:
            yield Part("quote", promise.text)
            said = f"said {long_day(promise.said_on)}" if promise.said_on else ""
            page = f"page {promise.page} of {promise.source}"
            page = f"pack page {promise.pack_page}" if promise.pack_page else page
            owner = promise.owner_name or promise.owner or ""
            yield Part("source", ", ".join(filter(None, (outcome(promise), owner, said, page))))
    if brief.questions:
        yield Part("section", "My other questions")
        yield from _questions(brief.questions)
    if brief.remarks:
        yield Part("section", "Other notes and marks")
        yield from _remarks(brief.remarks)
    if brief.withheld:
        left = f"{brief.withheld} quotation{'s' * (brief.withheld != 1)} or notes"
        yield Part("section", "Left out")
        yield Part("text", f"{left} from pages that are not public are left out of this brief.")


def _facts(brief: Brief) -> Iterator[Part]:
    detail, meeting = brief.meeting, brief.meeting.meeting
    start = f", {meeting.start_time:%H:%M}" if meeting.start_time else ""
    guess = "" if meeting.date_basis == "printed" or not meeting.date else " (not printed: worked out)"
    when = long_day(meeting.date) + start if meeting.date else "no date is printed"
    yield Part("fact", when + guess, "When")
    yield Part("fact", meeting.venue or "", "Where")
    live = [one for one in detail.deadlines if one.state != "quoted"]
    for one in live:
        yield Part("fact", _due(one, brief), f"Questions ({scope(one)})")
    if not live:
        yield Part("fact", "no deadline is printed; ask the clerk", "Questions")
    if clerk := detail.clerk:
        reach = " · ".join(filter(None, (clerk.name, clerk.role, clerk.email, clerk.phone)))
        yield Part("fact", reach, "Clerk")
    pages, read = pages_read(paper for one in detail.items for paper in one.papers)
    if pages:
        yield Part("fact", f"{read} of {pages} pages read", "Reading")
    by = f", for {brief.member}" if brief.member else ""
    yield Part("fact", f"{long_day(brief.made_at.date())}, {brief.made_at:%H:%M}{by}", "Made")


def _item(item: BriefItem, brief: Brief, to_choose: bool) -> Iterator[Part]:
    detail = item.detail
    yield Part("item", detail.item.title, (detail.item.number or "").rstrip(". "))
    yield Part("detail", " · ".join(_about(detail)))
    if item.tells_deadline and detail.deadline:
        yield Part("detail", f"Questions {_due(detail.deadline, brief)}")
    yield Part("text", detail.item.description or "")
    if item.recommendations:
        yield Part("label", "Recommendations")
        yield from map(_recommendation, item.recommendations)
    papers = [one for one in detail.papers if len(detail.papers) > 1 or one.note or one.exempt or one.new]
    if papers or detail.links:
        yield Part("label", "Papers")
        for paper in papers:
            yield Part("bullet", _paper(paper))
        for link in detail.links:
            yield Part("bullet", f"{link.title} (only linked: no file of it is in the library)")
    if item.remarks:
        yield Part("label", "My notes and marks")
        yield from _remarks(item.remarks)
    yield from _earlier([one for one in item.earlier if one.goes_in or to_choose])
    if item.questions:
        yield Part("label", "My questions")
        yield from _questions(item.questions)


def _recommendation(text: str) -> Part:
    """A recommendation keeps its number; the words that lead to the list have none."""
    if found := _NUMBERED.match(text):
        return Part("bullet", text[found.end() :], found[1])
    return Part("text" if text.rstrip().endswith((":", " to")) else "bullet", text)


def _earlier(passages: list[EarlierPassage]) -> Iterator[Part]:
    """What was said before; a long passage nobody chose is cut."""
    if passages:
        yield Part("label", "Earlier on this topic")
    for one in passages:
        chosen = one.by_hand and one.goes_in
        cut = (
            one.text if chosen or len(one.text) <= _LONGEST else f"{one.text[:_LONGEST].rsplit(None, 1)[0]} …"
        )
        yield Part("quote", cut, passage=one)
        yield Part("source", one.citation)


def _about(detail: ItemDetail) -> Iterator[str]:
    """An item in a line: who presents it, its pages, what was read of them."""
    if detail.item.officers:
        yield ", ".join(detail.item.officers)
    first, last = detail.item.first_page, detail.item.last_page
    if first is not None:
        count = f" ({last - first + 1} pages)" if last and last > first else ""
        yield f"pages {first}–{last}{count}" if last and last != first else f"page {first}"
    pages, read = pages_read(detail.papers)
    if pages:
        yield f"read {read} of {pages}" if read < pages else "read"
    if detail.minutes and read < pages:
        yield f"about {detail.minutes} min"
    if detail.written_only:
        yield "written questions only"


def _paper(paper: Paper) -> str:
    pages = paper.pack_pages or (paper.page, paper.last_page)
    span = f"pages {pages[0]}–{pages[1]}" if pages[0] != pages[1] else f"page {pages[0]}"
    said = ("not public: left out of this brief" if paper.exempt else "", "new" if paper.new else "")
    return ", ".join(filter(None, (paper.title, span, paper.note, *said)))


def _due(deadline: Deadline, brief: Brief) -> str:
    """By when questions are due, as it stood when the brief was made; a second deadline with its words."""
    when = "in words only"
    if deadline.due:
        closed = (
            "closed" if deadline.state == "closed" else f"{span(deadline.left or 0)} left when this was made"
        )
        when = f"by {long_day(deadline.due.date())}, {deadline.due:%H:%M} ({closed})"
    leads = leading(brief.meeting.deadlines) == deadline
    return when if deadline.due and leads else f"{when}: “{flat(deadline.text)}”"


def _remarks(remarks: tuple[Remark, ...]) -> Iterator[Part]:
    for one in remarks:
        yield Part("text", one.note)
        yield Part("quote", one.quote)
        yield Part("source", one.citation)


def _questions(questions: tuple[QuestionDetail, ...]) -> Iterator[Part]:
    for one in questions:
        yield Part("text", one.question.text.strip() or "(nothing written yet)")
        limit = f" of {one.limit}" if one.limit else ""
        to = f"to {one.question.addressed_to}" if one.question.addressed_to else ""
        yield Part("detail", " · ".join(filter(None, (state_line(one), to, f"{one.words}{limit} words"))))
        for quoted in public_evidence(one):
            yield Part("quote", quoted.quote)
            yield Part("source", source_line(quoted))
        if one.question.answer or one.question.answer_state:
            yield Part("detail", answer_title(one))
            yield Part("quote", one.question.answer)
