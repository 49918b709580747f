"""Place 2: find what was said, while one types, over everything ever imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, one_line, say
from scrutiny_tui.messages import Ask, AskQuestion, SearchFor, read_hit
from scrutiny_tui.reading_keys import SEARCH, SEARCH_FIELD
from scrutiny_tui.screens.narrowed import CommitteesService, NarrowedScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.hit_list import HitList, More, count_line, note_preview, preview
from scrutiny_tui.widgets.line_field import LineField
from scrutiny_tui.widgets.meeting_choice import choose_meeting
from scrutiny_tui.widgets.note_rows import gone, read_note

if TYPE_CHECKING:
    from db.models.passages import PassageFilter
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.overview import Overview
    from scrutiny_tui.services.notes import PlacedNote
    from scrutiny_tui.widgets.times import Clock

PAUSE = 0.15
"""Seconds without a keystroke before anything is looked for."""

FEW, MANY = 60, 200

EMPTY = """Type what you remember: a topic, a name, an acronym, a minute number, a few words.

Typos and half words are understood, and so are acronyms and their long forms. Everything ever \
imported is looked through: agendas, minutes, reports, actions, work programmes, and your own notes."""


class SearchService(CommitteesService, Protocol):
    """What this screen needs."""

    async def find(self, query: str, within: PassageFilter = ..., limit: int = 30) -> tuple[Hit, ...]:
        """Passages for a query, best first."""


class NotesService(Protocol):
    """What finding the member's own notes needs."""

    async def find_notes(self, query: str, within: PassageFilter) -> tuple[PlacedNote, ...]:
        """Notes and marks that hold the words."""


class OverviewService(Protocol):
    """What asking needs, to know which meetings are coming."""

    async def overview(self) -> Overview:
        """All meetings."""


class SearchField(LineField):
    """The field; `down` leads to what was found."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH_FIELD)


class SearchScreen(NarrowedScreen):
    """The field, what was found, and a passage in full."""

    TITLE = "Search"
    CSS_PATH = "../styles/search.tcss"
    KEYS = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    field = getters.query_one(SearchField)
    hits = getters.query_one(HitList)

    def __init__(
        self, search: SearchService, notes: NotesService, meetings: OverviewService, clock: Clock
    ) -> None:
        """Remember what to ask."""
        super().__init__(search)
        self._search, self._own, self._meetings, self._clock = search, notes, meetings, clock
        self._notes: tuple[PlacedNote, ...] = ()
        self._found: tuple[Hit, ...] = ()
        self._limit = FEW
        self._asked = ""
        self._timer: Timer | None = None
        self._to_list = False

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

    @property
    def _is_behind(self) -> bool:
        """Whether something was typed that was not looked for yet."""
        return self._timer is not None or self.field.value.strip() != self._asked

    def _look_now(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._look()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._limit, self._to_list = FEW, False
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._look)

    @work(exclusive=True, group="search")
    async def _look(self) -> None:
        self._timer = None
        text = self.field.value.strip()
        within = self.filters.as_passage_filter()
        try:
            found = await self._search.find(text, within, self._limit) if text else ()
            notes = await self._own.find_notes(text, within) if text else ()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        same = text == self._asked
        self._asked, self._found, self._notes = text, found, notes
        self._show()
        if not same:
            self.hits.action_first()
        if self._to_list and self._any:
            self.set_focus(self.hits)
        self._to_list = False

    def _show(self) -> None:
        found = self._found
        more = len(found) >= self._limit < MANY
        self.hits.show_hits(found, self._clock.now(), more=more, notes=self._notes)
        self.query_one("#search-split").display = self._any
        self.query_one("#nothing").display = not self._any
        self.set_text("#nothing", self._nothing())
        self.set_text("#filters", self.let_through())
        self.query_one("#filters").set_class(self._any and not self.filters.any, "-none")
        self.set_text("#count", count_line(found, len(self._notes), more=more))
        self._preview()

    @property
    def _any(self) -> bool:
        """Whether anything was found."""
        return bool(self._found or self._notes)

    def _nothing(self) -> Content:
        if not self._asked:
            return Content(EMPTY)
        held_back = "\nFilters are on: press f6 to take them away." if self.filters.any else ""
        words = "Nothing was found. Fewer words, or other words for the same thing, may find more."
        return Content.assemble(line(self._asked, "bold"), "\n\n", words, held_back)

    # --- going about ----------------------------------------------------------------------------

    def action_to_list(self) -> None:
        """Go from the field to the list; what was typed last is looked for first."""
        if self._is_behind:
            self._to_list = True
            self._look_now()
        elif self._any:
            self.set_focus(self.hits)

    @on(HitList.Above)
    def _above(self) -> None:
        self.set_focus(self.field)

    def action_enter(self) -> None:
        """From the field: open the first passage; what was typed last is looked for first."""
        if self._is_behind:
            self._look_now()
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
        hit, note = self.hits.hit, self.hits.note
        if self.has_class("-preview"):
            shown = note_preview(note) if note else preview(hit) if hit else Content("")
            self.set_text("#preview-text", shown)
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
        elif self.hits.note is not None:
            self._read_note(self.hits.note)

    def _read_note(self, note: PlacedNote) -> None:
        reading = read_note(note)
        if reading is None:
            say(self, gone(note), "warning")
        else:
            self.post_message(reading)

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question that quotes the passage, for a coming meeting."""
        passage, note = self.hits.passage, self.hits.note
        if passage is None:
            return
        committee = note.note.meeting.committee if note else passage.committee
        try:
            overview = await self._meetings.overview()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        meeting = await choose_meeting(self.app, overview, committee, self._clock.now())
        if meeting is not None:
            self.post_message(AskQuestion(meeting, None, passage))

    def narrowed(self) -> None:
        """Look again, within what is let through now."""
        self._limit = FEW
        self._show()
        self._look()
