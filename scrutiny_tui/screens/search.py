"""Place 2: find what was said, while one types, over everything ever imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, one_line, say
from scrutiny_tui.messages import Ask, AskQuestion, SearchFor, read_hit
from scrutiny_tui.reading_keys import SEARCH, SEARCH_FIELD
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.hit_list import HitList, More, count_line, preview
from scrutiny_tui.widgets.line_field import LineField
from scrutiny_tui.widgets.meeting_choice import choose_meeting
from scrutiny_tui.widgets.search_filters import KINDS, SearchFilters, read_years, years_wrong
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import Clock, short_committee

if TYPE_CHECKING:
    from db.models.passages import PassageFilter
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.overview import Overview

PAUSE = 0.15
"""Seconds without a keystroke before anything is looked for."""

FEW, MANY = 60, 200
_ANY = ""

EMPTY = """Type what you remember: a topic, a name, an acronym, a minute number, a few words.

Typos and half words are understood, and so are acronyms and their long forms. Everything ever \
imported is looked through: agendas, minutes, reports, actions, work programmes."""


class SearchService(Protocol):
    """What this screen needs."""

    async def find(self, query: str, within: PassageFilter = ..., limit: int = 30) -> tuple[Hit, ...]:
        """Passages for a query, best first."""

    async def committees(self) -> tuple[str, ...]:
        """All committees with papers."""


class OverviewService(Protocol):
    """What asking needs, to know which meetings are coming."""

    async def overview(self) -> Overview:
        """All meetings."""


class SearchField(LineField):
    """The field; `down` leads to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH_FIELD)


class SearchScreen(PlaceScreen):
    """The field, what was found, and a passage in full."""

    TITLE = "Search"
    CSS_PATH = "../styles/search.tcss"
    KEYS = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    field = getters.query_one(SearchField)
    hits = getters.query_one(HitList)

    def __init__(self, search: SearchService, meetings: OverviewService, clock: Clock) -> None:
        """Remember what to ask."""
        super().__init__()
        self._search, self._meetings, self._clock = search, meetings, clock
        self._filters = SearchFilters()
        self._found: tuple[Hit, ...] = ()
        self._limit = FEW
        self._asked = ""
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """Lay out field, filters, hits and preview."""
        with Horizontal(id="search-line"):
            yield Static("Search  ")
            yield SearchField(placeholder="everything ever imported", select_on_focus=False)
        with Horizontal(id="search-state"):
            yield Static("", id="filters")
            yield Static("", id="count")
        yield Static(Content(EMPTY), id="nothing", classes="empty")
        with Container(id="search-split"):
            yield HitList(id="hits")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static("", id="preview-text")

    def on_mount(self) -> None:
        """Begin in the field."""
        self.set_focus(self.field)
        self._show()

    def arrive(self, request: Ask) -> None:
        """Come with words to look for, or to type them."""
        if isinstance(request, SearchFor) and request.text:
            self.field.value = one_line(request.text)
        self.set_focus(self.field)
        self.field.action_select_all()

    def look_again(self) -> None:
        """The library may have changed."""
        if self._asked:
            self._look()

    # --- looking --------------------------------------------------------------------------------

    @on(Input.Changed)
    def _typed(self) -> None:
        self._limit = FEW
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._look)

    @work(exclusive=True, group="search")
    async def _look(self) -> None:
        self._timer = None
        text = self.field.value.strip()
        within = self._filters.as_passage_filter()
        try:
            found = await self._search.find(text, within, self._limit) if text else ()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        same = text == self._asked
        self._asked, self._found = text, found
        self._show()
        if not same:
            self.hits.action_first()

    def _show(self) -> None:
        found = self._found
        more = len(found) >= self._limit < MANY
        self.hits.show_hits(found, self._clock.now(), more=more)
        self.query_one("#search-split").display = bool(found)
        self.query_one("#nothing").display = not found
        self.set_text("#nothing", self._nothing())
        self.set_text("#filters", self._let_through())
        self.set_text("#count", count_line(found, more=more))
        self._preview()

    def _let_through(self) -> Content:
        """The filters that are on, in words."""
        filters = self._filters
        names = (
            line(short_committee(filters.committee), "bold") if filters.committee else Content(""),
            Content.styled(filters.years if filters.first_year or filters.last_year else "", "bold"),
            Content.styled(KINDS[filters.kind] if filters.kind else "", "bold"),
        )
        return join(names) if filters.any else Content("all papers")

    def _nothing(self) -> Content:
        if not self._asked:
            return Content(EMPTY)
        held_back = "\nFilters are on: press f6 to take them away." if self._filters.any else ""
        words = "Nothing was found. Fewer words, or other words for the same thing, may find more."
        return Content.assemble(line(self._asked, "bold"), "\n\n", words, held_back)

    # --- going about ----------------------------------------------------------------------------

    def action_to_list(self) -> None:
        """Go from the field to the list."""
        if self._found:
            self.set_focus(self.hits)

    @on(HitList.Above)
    def _above(self) -> None:
        self.set_focus(self.field)

    def action_enter(self) -> None:
        """From the field: open the first passage; what was typed last is looked for first."""
        if self._timer is not None or self.field.value.strip() != self._asked:
            if self._timer is not None:
                self._timer.stop()
            self._look()
        else:
            self.action_open()

    async def action_back(self) -> None:
        """Close the preview, else go back."""
        if self.has_class("-preview"):
            self.remove_class("-preview")
        else:
            await self.run_action("app.back")

    def action_preview(self) -> None:
        """Show the whole passage beside the list, or hide it."""
        self.toggle_class("-preview")
        self._preview()

    @on(HitList.OptionHighlighted)
    def _preview(self) -> None:
        hit = self.hits.hit
        if self.has_class("-preview"):
            self.set_text("#preview-text", preview(hit) if hit else Content(""))
            self.query_one("#preview").scroll_home(animate=False)
            self.call_after_refresh(self._show_match)

    def _show_match(self) -> None:
        """Bring the first matched word of a long passage into sight."""
        hit, box = self.hits.hit, self.query_one("#preview", VerticalScroll)
        if hit is None or not hit.spans:
            return
        before = preview(hit, up_to=hit.spans[0][1])
        row = len(before.wrap(max(1, self.query_one("#preview-text").content_size.width))) - 1
        if row >= box.content_size.height:
            box.scroll_to(y=row - 1, animate=False)

    @on(HitList.OptionSelected)
    def _selected(self) -> None:
        if isinstance(self.hits.model, More):
            self._limit = MANY
            self._look()
        elif self.hits.hit is not None:
            self.post_message(read_hit(self.hits.hit))

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question that quotes the passage, for a coming meeting."""
        hit = self.hits.hit
        if hit is None:
            return
        try:
            overview = await self._meetings.overview()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        meeting = await choose_meeting(self.app, overview, hit.passage.committee, self._clock.now())
        if meeting is not None:
            self.post_message(AskQuestion(meeting, None, hit.passage))

    # --- filters --------------------------------------------------------------------------------

    def _filter(self, filters: SearchFilters) -> None:
        self._filters, self._limit = filters, FEW
        self._show()
        self._look()

    def action_clear(self) -> None:
        """Take all filters away."""
        self._filter(SearchFilters())

    async def _choose(self, title: str, every: str, choices: Sequence[tuple[str, str]]) -> str | None:
        rows = [(name, line(f" {words}")) for name, words in ((_ANY, every), *choices)]
        return await self.app.push_screen_wait(ChoiceDialog(title, Content("Only show"), rows))

    @work(exclusive=True, group="filter")
    async def action_committee(self) -> None:
        """Choose a committee."""
        try:
            names = await self._search.committees()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        chosen = await self._choose("Committee", "all committees", [(name, name) for name in names])
        if chosen is not None:
            self._filter(replace(self._filters, committee=chosen or None))

    @work(exclusive=True, group="filter")
    async def action_kind(self) -> None:
        """Choose a kind of passage."""
        chosen = await self._choose("Kind", "any kind", list(KINDS.items()))
        if chosen is not None:
            self._filter(replace(self._filters, kind=chosen or None))

    @work(exclusive=True, group="filter")
    async def action_years(self) -> None:
        """Choose years."""
        now = self._filters.years if self._filters.first_year or self._filters.last_year else ""
        asking = FormDialog(
            "Years",
            Content("When it was said: 2021, 2019-2022, since 2020, until 2019. Nothing for any year."),
            [Field("Years", now, years_wrong)],
        )
        answer = await self.app.push_screen_wait(asking)
        if answer is not None:
            first, last = read_years(answer[0])
            self._filter(replace(self._filters, first_year=first, last_year=last))
