"""Place 6: what was promised, by whom, when, and what became of it, with the evidence of each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from scrutiny_tui.following_keys import ACTIONS
from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, one_line, say
from scrutiny_tui.messages import Ask, AskQuestion, OpenReader, ShowPromised
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise
from scrutiny_tui.services.wording import OUTCOMES
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.meeting_choice import choose_meeting
from scrutiny_tui.widgets.promise_text import (
    MARKS,
    SIGNS,
    as_passage,
    detail,
    heading_row,
    promise_row,
    step_row,
    who,
)
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import Clock, count, meeting_day, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.screens.actions_services import ActionsService, OverviewService

EMPTY = """No action or promise is on record yet.

They come from the minutes, action trackers and work programmes of packs: go to 1 Meetings and press i to \
import."""

NOT_MISSING = """Nothing is known to have been promised for this meeting that its agenda leaves out.

Press l for every action and promise, esc to go back."""


class Promises(RowList):
    """The promises, grouped by what became of them."""

    BESIDE = True


class ActionsScreen(PlaceScreen):
    """The promises at the left, the one under the cursor with its evidence at the right."""

    TITLE = "Actions"
    CSS_PATH = "../styles/actions.tcss"
    KEYS = ACTIONS
    MARKS = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(ACTIONS)

    rows = getters.query_one("#promises", Promises)
    evidence = getters.query_one("#steps", RowList)

    def __init__(self, actions: ActionsService, meetings: OverviewService, clock: Clock) -> None:
        """Remember what to ask."""
        super().__init__()
        self._actions, self._meetings, self._clock = actions, meetings, clock
        self._missing_from: Meeting | None = None
        self._promises: tuple[TrackedPromise, ...] | None = None
        self._only = {"state": "", "owner": "", "committee": ""}

    def body(self) -> ComposeResult:
        """Lay out head, list and evidence."""
        yield Static("", id="actions-head")
        with Horizontal(id="actions-split"):
            yield Promises(id="promises")
            with VerticalScroll(id="promise", can_focus=False):
                yield Static("", id="promise-text")
                yield RowList(id="steps", classes="-quiet")
        yield Static(Content(EMPTY), id="actions-empty", classes="empty")

    def on_mount(self) -> None:
        """Nothing is known yet."""
        self.query_one("#actions-empty").display = False

    def arrive(self, request: Ask) -> None:
        """Show what one meeting's agenda leaves out of what was promised for it."""
        if isinstance(request, ShowPromised):
            self._missing_from = request.meeting
            self._load()

    def look_again(self) -> None:
        """Ask for the promises again."""
        self._load()

    @work(exclusive=True, group="actions")
    async def _load(self) -> None:
        try:
            of = self._missing_from
            self._promises = await (self._actions.not_on_agenda(of) if of else self._actions.all())
        except ServiceError as error:
            say(self, str(error), "error")
        self._show()

    def _shown(self) -> list[TrackedPromise]:
        state, owner, committee = self._only["state"], self._only["owner"], self._only["committee"]
        return [
            one
            for one in self._promises or ()
            if state in ("", _group(one))
            and (not owner or owner in _owners(one))
            and committee in ("", one.committee)
        ]

    def _show(self) -> None:
        if self._promises is None:
            return
        shown = self._shown()
        nothing = NOT_MISSING if self._missing_from is not None else EMPTY
        self.set_text("#actions-empty", Content(nothing))
        self.query_one("#actions-empty").display = not self._promises
        self.query_one("#actions-split").display = bool(self._promises)
        self.rows.show(self._rows(shown))
        only = [short_committee(words) for words in self._only.values() if words]
        if self._missing_from is not None:
            when = meeting_day(self._missing_from, self._clock.now()).strip()
            only.insert(0, f"not on the agenda of {when}")
        kept = join([line(f"only {words}") for words in only])
        back = Content.styled("l shows everything", "$text-muted") if only else Content("")
        older = 0 if self._missing_from is not None else self._actions.left_out
        rest = Content.styled(f"{older:,} older: scrutiny actions lists them" if older else "", "$text-muted")
        self.set_text("#actions-head", join([Content(count(len(shown), "promise")), kept, back, rest]))
        if not shown:
            self._turn(None)
        if self._promises and self.focused is None:
            self.rows.focus()

    def _rows(self, shown: Iterable[TrackedPromise]) -> Iterator[ModelRow]:
        groups: dict[str, list[TrackedPromise]] = {name: [] for name in (*OUTCOMES, "marked")}
        for one in shown:
            groups[_group(one)].append(one)
        for name, members in groups.items():
            if members:
                yield ModelRow(heading_row(name, len(members)))
                for one in members:
                    yield ModelRow(promise_row(one), one)

    @on(OptionList.OptionHighlighted, "#promises")
    def _turned(self) -> None:
        self._turn(self._here())

    def _turn(self, promise: TrackedPromise | None) -> None:
        nothing = Content.styled("Nothing to show here.", "$text-muted")
        self.set_text("#promise-text", detail(promise) if promise else nothing)
        steps = promise.steps if promise else ()
        self.evidence.show([ModelRow(step_row(step), step) for step in steps], keep=False)
        self.query_one("#promise").scroll_home(animate=False)

    def _here(self) -> TrackedPromise | None:
        here = self.rows.model
        return here if isinstance(here, TrackedPromise) else None

    # --- keys -----------------------------------------------------------------------------------

    @on(RowList.OptionSelected, "#promises")
    def _selected(self) -> None:
        promise = self._here()
        if promise is not None and promise.steps:
            self._read(promise, promise.steps[0])

    @on(RowList.OptionSelected, "#steps")
    def _selected_step(self) -> None:
        promise, step = self._here(), self.evidence.model
        if promise is not None and isinstance(step, PromiseStep):
            self._read(promise, step)

    def _read(self, promise: TrackedPromise, step: PromiseStep) -> None:
        find = "" if step.kind == "missing" else step.text
        passage = None if step.kind == "missing" else as_passage(promise, step)
        self.post_message(OpenReader(step.document_id, step.page, find=find, passage=passage))

    def action_steps(self) -> None:
        """Go between the list and the evidence."""
        (self.rows if self.evidence.has_focus else self.evidence).focus()

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question that quotes the promise."""
        promise = self._here()
        if promise is None or not promise.steps:
            say(self, "There is nothing here to ask about.")
            return
        try:
            overview = await self._meetings.overview()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        meeting = await choose_meeting(self.app, overview, promise.committee, self._clock.now())
        if meeting is not None:
            evidence = as_passage(promise, promise.steps[0])
            self.post_message(AskQuestion(meeting, None, evidence, promise.text))

    @work(exclusive=True, group="mark")
    async def action_mark(self, mark: str) -> None:
        """Mark the promise, with a note; the same mark again takes it back."""
        promise = self._here()
        if promise is None:
            return
        note, new = promise.note, "" if promise.mark == mark else mark
        if new:
            title = "Mark as done" if mark == "done" else "Put aside"
            form = FormDialog(title, line(promise.text, "$text-muted"), (Field("Note (or nothing)", note),))
            answer = await self.app.push_screen_wait(form)
            if answer is None:
                return
            note = answer[0]
        try:
            await self._actions.mark(promise, new, note if new else "")
        except ServiceError as error:
            say(self, str(error), "error")
            return
        say(self, f"Marked as {new}; it stands under your marks." if new else "The mark is taken back.")
        self._load()

    @work(exclusive=True, group="filter")
    async def action_state(self) -> None:
        """Show only what stands in one state."""
        names = {name: f"{SIGNS[name]} {words}" for name, words in OUTCOMES.items()} | {
            "marked": "× marked by you"
        }
        await self._choose("state", "Only show what is", names, lambda one: {_group(one)})

    @work(exclusive=True, group="filter")
    async def action_owner(self) -> None:
        """Show one owner's only."""
        owners = sorted({name for one in self._promises or () for name in _owners(one)})
        await self._choose("owner", "Only show what is for", {name: name for name in owners}, _owners)

    @work(exclusive=True, group="filter")
    async def action_committee(self) -> None:
        """Show one committee's only."""
        names = sorted({one.committee for one in self._promises or ()})
        await self._choose(
            "committee",
            "Only show",
            {name: short_committee(name) for name in names},
            lambda one: {one.committee},
        )

    def action_everything(self) -> None:
        """Show everything again."""
        self._only = dict.fromkeys(self._only, "")
        self._missing_from = None
        self._load()

    async def _choose(
        self, side: str, words: str, names: dict[str, str], of: Callable[[TrackedPromise], set[str]]
    ) -> None:
        counts = {name: sum(name in of(one) for one in self._promises or ()) for name in names}
        choices = [("", Content(f" everything ({len(self._promises or ())})"))]
        choices += [
            (name, line(f" {shown} ({counts[name]})")) for name, shown in names.items() if counts[name]
        ]
        chosen = await self.app.push_screen_wait(ChoiceDialog(side.capitalize(), Content(words), choices))
        if chosen is not None:
            self._only[side] = chosen
            self._show()


def _group(promise: TrackedPromise) -> str:
    return "marked" if promise.mark else promise.outcome


def _owners(promise: TrackedPromise) -> set[str]:
    names = one_line(promise.owner_name or who(promise)).split(", ")
    return {name for name in names if name}
