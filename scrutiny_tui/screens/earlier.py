"""All that was said earlier on an agenda item's topic, newest passages and best matches first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, say
from scrutiny_tui.meeting_keys import EARLIER
from scrutiny_tui.messages import AskQuestion, ShowEarlier, read_hit
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.snippet import long_row
from scrutiny_tui.widgets.times import Clock, count

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, Meeting

LIMIT = 100


class EarlierService(Protocol):
    """What this screen needs."""

    async def earlier(
        self, item: AgendaItem, meeting: Meeting, recommendations: Sequence[str] = (), limit: int = 30
    ) -> tuple[Hit, ...]:
        """Passages on an item's topic from before its meeting."""


class EarlierScreen(PlaceScreen):
    """The full list behind "Earlier on this topic"."""

    TITLE = "Earlier on this topic"
    CSS_PATH = "../styles/earlier.tcss"
    KEYS = EARLIER
    BINDINGS: ClassVar[list[BindingType]] = bindings(EARLIER)

    rows = getters.query_one("#passages", RowList)

    def __init__(self, search: EarlierService, clock: Clock, request: ShowEarlier) -> None:
        """Remember whose topic it is."""
        super().__init__()
        self._search, self._clock, self._request = search, clock, request

    def body(self) -> ComposeResult:
        """Lay out the title and the list."""
        yield Static("", id="earlier-head")
        yield RowList(id="passages")

    def on_mount(self) -> None:
        """Look."""
        self._tell("looking…")
        self._look()

    @work(exclusive=True)
    async def _look(self) -> None:
        asked = self._request
        try:
            hits = await self._search.earlier(asked.item, asked.meeting, asked.recommendations, LIMIT)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.rows.show(ModelRow(long_row(hit, self._clock.now()), hit) for hit in hits)
        self.rows.focus()
        self._tell(f"{count(len(hits), 'passage')} from before this meeting" if hits else "nothing found")

    def _tell(self, words: str) -> None:
        title = line(self._request.item.title, "bold")
        self.set_text("#earlier-head", Content.assemble(title, "  ", (words, "$text-muted")))

    @on(RowList.OptionSelected)
    def _selected(self) -> None:
        hit = self.rows.model
        if isinstance(hit, Hit):
            self.post_message(read_hit(hit))

    def action_ask(self) -> None:
        """Begin a question that quotes the passage."""
        hit = self.rows.model
        evidence = hit.passage if isinstance(hit, Hit) else None
        self.post_message(AskQuestion(self._request.meeting, self._request.item, evidence))
