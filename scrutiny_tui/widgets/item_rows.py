"""The rows of an agenda item: what it is, what the committee is asked, its papers, and what is one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, lines, literal
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.paper_rows import document_row, link_row, paper_row
from scrutiny_tui.widgets.row import Column, Hanging, Row
from scrutiny_tui.widgets.row_list import ModelRow
from scrutiny_tui.widgets.snippet import short_row
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import StoredDocument
    from db.models.questions import Question
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.meeting import ItemDetail


def item_rows(detail: ItemDetail, others: Deadline | None, now: datetime) -> Iterator[ModelRow]:
    """What stands above what was said earlier.

    Args:
        detail: the item.
        others: where none covers it, the deadline that other items have or that it sets for them.
        now: the app's clock.
    """
    yield ModelRow(lines(_words(detail, others, now)))
    if detail.deadline and detail.deadline.text:
        yield ModelRow(Row((Column(line(f"“{detail.deadline.text}”", "$text-muted")),)))
    if asked := lines(_asked(detail)):
        yield ModelRow(Content.assemble("\n", asked))
    bar = Content.styled("│ ", "$primary")
    yield from (ModelRow(Hanging(bar, line(text), barred=True)) for text in detail.recommendations)
    yield from _section("Papers", (ModelRow(paper_row(paper), paper) for paper in detail.papers))
    yield from _section("Linked, not in the library", (ModelRow(link_row(one), one) for one in detail.links))


def document_rows(documents: Sequence[StoredDocument]) -> Iterator[ModelRow]:
    """The papers of a meeting that has no agenda (yet)."""
    yield ModelRow(literal("No agenda was found in these papers. They can be read and searched as they are."))
    yield from _section("Papers", (ModelRow(document_row(one), one) for one in documents))


def earlier_rows(hits: Sequence[Hit] | None, best: int, now: datetime) -> Iterator[ModelRow]:
    """The best of what was said earlier, under a line that says how many there are; None is not known."""
    said = ""
    if hits is None:
        said = "  looking…"
    elif not hits:
        said = "  nothing found in earlier papers"
    elif len(hits) > best:
        said = f"  best {best} of {len(hits)}, e shows all"
    yield _heading("Earlier on this topic", said)
    for hit in (hits or ())[:best]:
        yield ModelRow(short_row(hit, now), hit)


def own_rows(detail: ItemDetail, loose: Sequence[StoredDocument]) -> Iterator[ModelRow]:
    """The member's questions, marks and notes on an item; under them the meeting's papers of no item."""
    questions = [ModelRow(_question(one), one) for one in detail.questions]
    yield from _section("Yours", [*questions, *(ModelRow(_note(one), one) for one in detail.notes)])
    yield from _section("Of the meeting, to no item", (ModelRow(document_row(one), one) for one in loose))


def _section(title: str, rows: Iterable[ModelRow]) -> Iterator[ModelRow]:
    for at, row in enumerate(rows):
        if not at:
            yield _heading(title)
        yield row


def _heading(title: str, said: str = "") -> ModelRow:
    return ModelRow(Content.assemble("\n", (title, "bold $primary"), (said, "$text-muted")))


def _words(detail: ItemDetail, others: Deadline | None, now: datetime) -> Iterator[Content]:
    item = detail.item
    yield Content.assemble(
        line(item.number or "", "bold $primary"), "  " if item.number else "", line(item.title, "bold")
    )
    yield join([line(", ".join(item.officers)), *_facts(detail)])
    if detail.written_only:
        yield Content.styled("✎ Written questions only: not expected to be debated.", "bold $warning")
    deadline = detail.deadline
    if deadline is not None:
        yield join([countdown_text(deadline, now), Content(f"for {scope(deadline)}")])
    elif others is not None and detail.item.is_heading:
        yield join([countdown_text(others, now), Content(f"for {scope(others)}")])
    elif others is not None:
        yield Content.styled(f"? no deadline printed for this item, only for {scope(others)}", "$text-muted")


def _facts(detail: ItemDetail) -> Iterator[Content]:
    item = detail.item
    pages, read = pages_read(detail.papers)
    if item.is_heading:
        yield Content.styled("no business: it sets the deadline of the items it names", "$text-muted")
        return
    if item.first_page is not None and item.last_page is not None:
        yield Content(f"pages {item.first_page}–{item.last_page}")
    if not pages:
        known = "its papers are only linked to" if detail.links else "no papers in the pack"
        yield Content.styled(known, "$text-muted")
        return
    yield Content(f"read {read} of {pages}")
    if detail.minutes and read < pages:
        yield Content(f"about {detail.minutes} min")


def _asked(detail: ItemDetail) -> Iterator[Content]:
    if detail.item.description:
        yield literal(detail.item.description)
    if detail.recommendations:
        if detail.item.description:
            yield Content("")
        many = len(detail.recommendations) > 1
        yield Content.styled(f"Recommendation{'s' * many}, word for word", "bold $primary")


def _question(question: Question) -> Row:
    words = count(len(question.text.split()), "word")
    return Row(
        (
            Column(Content.styled(question.state, "$accent"), 9),
            Column(line(question.text or "(nothing written yet)")),
            Column(Content.styled(words, "$text-muted"), 10, right=True),
        )
    )


def _note(note: Note) -> Row:
    page = f"p{note.pack_page}" if note.pack_page else f"file p{note.page}"
    text = line(note.text) if note.text else line(f"“{note.quote}”")
    kind = "note" if note.text else "mark"
    return Row(
        (
            Column(Content.styled(kind, "$accent"), 9),
            Column(text),
            Column(Content.styled(page, "$text-muted"), 10, right=True),
        )
    )
