"""The item in hand: what it is, what the committee is asked, its papers, and what was said earlier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.literal import join, line, lines, literal
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.services.wording import scope
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.labels import put
from scrutiny_tui.widgets.paper_rows import document_row, link_row, paper_row
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.snippet import short_row
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import StoredDocument
    from db.models.questions import Question
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.meeting import ItemDetail

EARLIER_SHOWN = 5
_ROWS_EACH, _ROWS_ABOVE = 4, 16
"""Lines a passage takes, and lines above the first: in a tall window more than five are shown."""


class ItemPane(VerticalScroll, can_focus=False):
    """One agenda item; its lists carry papers, passages, questions and notes as models."""

    papers = getters.query_one("#papers", RowList)
    links = getters.query_one("#links", RowList)
    earlier = getters.query_one("#earlier", RowList)
    own = getters.query_one("#own", RowList)

    def compose(self) -> ComposeResult:
        """Lay out words and lists."""
        yield Static("", id="item-words")
        yield Static("", id="item-said")
        yield Static("", id="item-asked")
        yield Static(Content.styled("Papers", "bold $primary"), id="papers-title", classes="heading")
        yield RowList(id="papers", classes="-quiet")
        linked = Content.styled("Linked, not in the library", "bold $primary")
        yield Static(linked, id="links-title", classes="heading")
        yield RowList(id="links", classes="-quiet")
        yield Static("", id="earlier-title", classes="heading")
        yield RowList(id="earlier", classes="-quiet")
        yield Static(Content.styled("Yours", "bold $primary"), id="own-title", classes="heading")
        yield RowList(id="own", classes="-quiet")

    def on_mount(self) -> None:
        """Nothing is in hand yet."""
        self.query("Static, RowList").set(display=False)

    @on(RowList.OptionHighlighted)
    def _keep_in_view(self, event: RowList.OptionHighlighted) -> None:
        """Scroll to the row under the cursor: a list may be longer than what the pane shows of it."""
        rows = event.option_list
        if isinstance(rows, RowList) and rows.has_focus:
            row = rows.row_region(event.option_index).translate(
                rows.virtual_region.offset - rows.scroll_offset
            )
            self.scroll_to_region(row, animate=False)

    def show(self, detail: ItemDetail, others: Deadline | None, now: datetime) -> None:
        """Show an item; what was said earlier is filled in later by `show_earlier`.

        Args:
            detail: the item.
            others: where none covers it, the deadline that other items have or that it sets for them.
            now: the app's clock.
        """
        self.query("#item-words, #earlier-title").set(display=True)
        put(self.query_one("#item-words", Static), lines(_words(detail, others, now)))
        said = detail.deadline.text if detail.deadline else ""
        put(self.query_one("#item-said", Static), line(f"“{said}”" if said else "", "$text-muted"))
        self.query_one("#item-said").display = bool(said)
        asked = lines(_asked(detail))
        put(self.query_one("#item-asked", Static), asked)
        self.query_one("#item-asked").display = bool(asked)
        self._fill(self.papers, [ModelRow(paper_row(paper), paper) for paper in detail.papers])
        self._fill(self.links, [ModelRow(link_row(one), one) for one in detail.links])
        own = [ModelRow(_question(one), one) for one in detail.questions]
        self._fill(self.own, own + [ModelRow(_note(one), one) for one in detail.notes])

    def show_documents(self, documents: Sequence[StoredDocument]) -> None:
        """Show the papers of a meeting that has no agenda (yet)."""
        words = literal("No agenda was found in these papers. They can be read and searched as they are.")
        put(self.query_one("#item-words", Static), words)
        self.query_one("#item-words").display = True
        self._fill(self.papers, [ModelRow(document_row(one), one) for one in documents])

    def show_earlier(self, hits: Sequence[Hit] | None, now: datetime) -> None:
        """Show the best of what was said earlier; None while it is being looked for."""
        label = Content.styled("Earlier on this topic", "bold $primary")
        best = max(EARLIER_SHOWN, (self.size.height - _ROWS_ABOVE) // _ROWS_EACH)
        if hits is None:
            said = Content.styled("  looking…", "$text-muted")
        elif not hits:
            said = Content.styled("  nothing found in earlier papers", "$text-muted")
        elif len(hits) > best:
            said = Content.styled(f"  best {best} of {len(hits)}, e shows all", "$text-muted")
        else:
            said = Content("")
        put(self.query_one("#earlier-title", Static), Content.assemble(label, said))
        rows = [ModelRow(short_row(hit, now), hit) for hit in (hits or ())[:best]]
        self.earlier.show(rows)
        self.earlier.display = bool(rows)

    def _fill(self, rows: RowList, shown: Sequence[ModelRow]) -> None:
        rows.show(shown)
        rows.display = bool(shown)
        self.query_one(f"#{rows.id}-title").display = bool(shown)


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
    if detail.minutes:
        yield Content(f"about {detail.minutes} min")


def _asked(detail: ItemDetail) -> Iterator[Content]:
    if detail.item.description:
        yield literal(detail.item.description)
    if detail.recommendations:
        if detail.item.description:
            yield Content("")
        many = len(detail.recommendations) > 1
        yield Content.styled(f"Recommendation{'s' * many}, word for word", "bold $primary")
        for text in detail.recommendations:
            yield Content.assemble(("│ ", "$primary"), line(text))


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
