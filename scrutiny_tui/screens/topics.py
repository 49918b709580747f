"""Place 5: topics on their line of time; the member names, merges, parts and follows them."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from scrutiny_tui.following_keys import TOPICS
from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, say
from scrutiny_tui.messages import AskQuestion, OpenReader, SearchFor
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.topics import Mention, Topic
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.meeting_choice import choose_meeting
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import Clock, count
from scrutiny_tui.widgets.topic_text import MARKS, as_passage, mention_row, topic_head, topic_row

if TYPE_CHECKING:
    from scrutiny_tui.services.models.overview import Overview

EMPTY = """No topic runs through several meetings yet.

Topics come from agendas, minutes and work programmes of packs from more than one meeting: go to 1 Meetings \
and press i to import."""


class TopicsService(Protocol):
    """What this screen needs."""

    async def all(self) -> tuple[Topic, ...]:
        """Every topic, followed ones first."""

    async def rename(self, topic: Topic, name: str) -> None:
        """Call it by another name."""

    async def follow(self, topic: Topic, follow: bool) -> None:
        """Follow it or not."""

    async def merge(self, topic: Topic, into: Topic) -> None:
        """Put it to another."""

    async def split(self, mention: Mention) -> None:
        """Let what a mention is about stand by itself."""


class OverviewService(Protocol):
    """What asking needs, to know which meetings are coming."""

    async def overview(self) -> Overview:
        """All meetings."""


class TopicRows(RowList):
    """The topics."""

    BESIDE = True


class TopicsScreen(PlaceScreen):
    """The topics at the left, the one under the cursor on its line of time at the right."""

    TITLE = "Topics"
    CSS_PATH = "../styles/topics.tcss"
    KEYS = TOPICS
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(TOPICS)

    rows = getters.query_one("#topics", TopicRows)
    thread = getters.query_one("#thread", RowList)

    def __init__(self, topics: TopicsService, meetings: OverviewService, clock: Clock) -> None:
        """Remember what to ask."""
        super().__init__()
        self._service, self._meetings, self._clock = topics, meetings, clock
        self._topics: tuple[Topic, ...] | None = None
        self._words = ""

    def body(self) -> ComposeResult:
        """Lay out head, list and line of time."""
        yield Static("", id="topics-head")
        with Horizontal(id="topics-split"):
            yield TopicRows(id="topics")
            with VerticalScroll(id="topic", can_focus=False):
                yield Static("", id="topic-text")
                yield RowList(id="thread", classes="-quiet")
        yield Static(Content(EMPTY), id="topics-empty", classes="empty")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self.query_one("#topics-empty").display = False

    def look_again(self) -> None:
        """Ask for the topics again."""
        self._load()

    @work(exclusive=True, group="topics")
    async def _load(self, go_to: str = "") -> None:
        try:
            self._topics = await self._service.all()
        except ServiceError as error:
            say(self, str(error), "error")
        self._show(go_to)

    def _show(self, go_to: str = "") -> None:
        if self._topics is None:
            return
        shown = [topic for topic in self._topics if self._words in topic.name.casefold()]
        today = self._clock.now().date()
        self.query_one("#topics-empty").display = not self._topics
        self.query_one("#topics-split").display = bool(self._topics)
        self.rows.show([ModelRow(topic_row(topic, today), topic) for topic in shown])
        place = next((n for n, topic in enumerate(shown) if topic.key == go_to), None)
        if place is not None:
            self.rows.highlighted = place
        kept = line(f"only “{self._words}”" if self._words else "")
        back = Content.styled("l shows all", "$text-muted") if self._words else Content("")
        self.set_text("#topics-head", join([Content(count(len(shown), "topic")), kept, back]))
        self._turn(self._here())
        if self._topics and self.focused is None:
            self.rows.focus()

    @on(OptionList.OptionHighlighted, "#topics")
    def _turned(self) -> None:
        self._turn(self._here())

    def _turn(self, topic: Topic | None) -> None:
        nothing = Content.styled("Nothing to show here.", "$text-muted")
        self.set_text("#topic-text", topic_head(topic) if topic else nothing)
        mentions = topic.mentions if topic else ()
        self.thread.show([ModelRow(mention_row(one), one) for one in mentions], keep=False)
        self.query_one("#topic").scroll_home(animate=False)

    def _here(self) -> Topic | None:
        here = self.rows.model
        return here if isinstance(here, Topic) else None

    def _mention(self) -> Mention | None:
        here = self.thread.model
        return here if isinstance(here, Mention) else None

    # --- keys -----------------------------------------------------------------------------------

    @on(RowList.OptionSelected, "#topics")
    def _selected(self) -> None:
        self.thread.focus()

    @on(RowList.OptionSelected, "#thread")
    def _selected_mention(self) -> None:
        mention = self._mention()
        if mention is not None:
            found = as_passage(mention)
            self.post_message(OpenReader(mention.document_id, mention.page, find=mention.text, passage=found))

    def action_thread(self) -> None:
        """Go between the list and the line of time."""
        (self.rows if self.thread.has_focus else self.thread).focus()

    def action_search(self) -> None:
        """Search everything for the topic."""
        topic = self._here()
        if topic is not None:
            self.post_message(SearchFor(topic.name))

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question on the topic, quoting the mention under the cursor, else the last."""
        topic = self._here()
        if topic is None:
            say(self, "There is nothing here to ask about.")
            return
        mention = (self._mention() if self.thread.has_focus else None) or topic.mentions[-1]
        try:
            overview = await self._meetings.overview()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        meeting = await choose_meeting(self.app, overview, mention.committee, self._clock.now())
        if meeting is not None:
            self.post_message(AskQuestion(meeting, None, as_passage(mention), mention.text))

    @work(exclusive=True, group="change")
    async def action_follow(self) -> None:
        """Follow the topic, or no longer."""
        topic = self._here()
        if topic is not None and await self._did(self._service.follow(topic, not topic.followed)):
            self._load(topic.key)

    @work(exclusive=True, group="change")
    async def action_rename(self) -> None:
        """Call the topic by another name."""
        topic = self._here()
        if topic is None:
            return
        words = Content("Empty, it goes by what most papers call it.")
        answer = await self.app.push_screen_wait(
            FormDialog("Name this topic", words, (Field("Name", topic.name),))
        )
        if answer is not None and await self._did(self._service.rename(topic, answer[0])):
            self._load(topic.key)

    @work(exclusive=True, group="change")
    async def action_merge(self) -> None:
        """Put the topic to another."""
        topic = self._here()
        others = [one for one in self._topics or () if topic is not None and one.key != topic.key]
        if topic is None or not others:
            say(self, "There is no other topic to put it to.")
            return
        choices = [(one.key, line(f" {one.name}")) for one in others]
        text = Content.assemble("Everything said of ", line(topic.name, "bold"), " goes to:")
        chosen = await self.app.push_screen_wait(ChoiceDialog("Merge topics", text, choices))
        into = next((one for one in others if one.key == chosen), None)
        if into is not None and await self._did(self._service.merge(topic, into)):
            say(self, "Put together. To part them again: tab to one of its mentions, then x.")
            self._load(into.key)

    @work(exclusive=True, group="change")
    async def action_split(self) -> None:
        """Let what the mention under the cursor is about stand by itself."""
        topic, mention = self._here(), self._mention()
        if topic is None or mention is None or not self.thread.has_focus:
            say(self, "Go to a mention with tab first: what it is about is split off.")
        elif mention.subject == topic.key:
            say(self, "That is what the topic itself is about; split off another mention.")
        elif await self._did(self._service.split(mention)):
            say(self, "Split off. It shows as a topic of its own once two meetings spoke of it.")
            self._load(topic.key)

    @work(exclusive=True, group="filter")
    async def action_filter(self) -> None:
        """Show only topics whose name holds some words."""
        form = FormDialog("Only topics named", Content("Part of the name."), (Field("Words", self._words),))
        answer = await self.app.push_screen_wait(form)
        if answer is not None:
            self._words = answer[0].casefold()
            self._show()

    def action_everything(self) -> None:
        """Show all topics again."""
        self._words = ""
        self._show()

    async def _did(self, change: Awaitable[None]) -> bool:
        try:
            await change
        except ServiceError as error:
            say(self, str(error), "error")
            return False
        return True
