"""Help in writing one question: templates, one's own editor, whom it is for, earlier words brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual import getters, on, work
from textual.content import Content
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widgets import Input

from scrutiny_tui.literal import line, literal, say
from scrutiny_tui.screens.question_steps import StepsScreen, StepsService
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.templates import TEMPLATES
from scrutiny_tui.widgets.line_field import flat
from scrutiny_tui.widgets.outside_editor import EditorFailed, edit_outside
from scrutiny_tui.widgets.question_editor import PAUSE, QuestionEditor
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail

_TO_DRAFT = "Press ctrl+r to make it a draft again first."


class AidsService(StepsService, Protocol):
    """What the aids need."""

    async def set_aside(self, question_id: int, text: str) -> None:
        """Keep words among the earlier ones."""

    async def address(self, question_id: int, to: str) -> None:
        """Say whom it is for."""


class AidsScreen(StepsScreen):
    """A screen with a question's editor and addressee; the subclass lays them out."""

    aiding: AidsService
    editor = getters.query_one(QuestionEditor)
    to = getters.query_one("#to", Input)
    wanted_address = kept_address = ""
    _address_timer: Timer | None = None

    def offer(self, detail: QuestionDetail) -> None:
        """Offer the names its papers give for an answer, in the field they go into."""
        names = [flat(name) for name in detail.may_answer]
        self.to.suggester = SuggestFromList(names, case_sensitive=False) if names else None

    @work(exclusive=True, group="step")
    async def action_template(self) -> None:
        """Begin from a question scrutiny usually asks."""
        if self._is_closed():
            return
        rows = [
            (str(at), Content.assemble((f" {one.name}\n", "bold"), literal(f"   {one.text}", "$text-muted")))
            for at, one in enumerate(TEMPLATES)
        ]
        text = Content("The blanks are yours to fill in: tab goes from one to the next.")
        chosen = await self.app.push_screen_wait(ChoiceDialog("Usual questions", text, rows))
        if chosen is not None:
            self.editor.fill_in(TEMPLATES[int(chosen)].text)
            self.set_focus(self.editor)

    @work(exclusive=True, group="step")
    async def action_editor(self) -> None:
        """Write on in one's own editor; what it leaves is one change, which undo takes back."""
        if self._is_closed() or await self.fresh() is None:
            return
        before = self.editor.text
        try:
            written = edit_outside(self.app, before)
        except EditorFailed as why:
            say(self, f"{why} The question is as it was.", "error")
            return
        self.app.refresh()
        if not written.trouble:
            self.editor.put(written.text)
        elif written.text.strip() and written.text != before:
            await self._set_aside(written.text, written.trouble)
        else:
            say(self, f"{written.trouble}. The question is as it was.", "warning")
        self.set_focus(self.editor)

    async def _set_aside(self, words: str, trouble: str) -> None:
        """Keep what an editor left that did not end well, without taking it for the question."""
        kept = "The question is as it was; what was written there is under f6."
        try:
            await self.aiding.set_aside(self._question_id, words)
            say(self, f"{trouble}. {kept}", "warning")
        except ServiceError as error:
            self.editor.put(words)
            say(self, f"{trouble}. {error} Its words are in the question: ctrl+z takes them back.", "error")

    @work(exclusive=True, group="step")
    async def action_address(self) -> None:
        """Say whom the question is for; once there, choose among those its papers name."""
        detail = await self.fresh() if self.to.has_focus else None
        if detail is None or not detail.may_answer:
            self.set_focus(self.to)
            return
        rows = [(name, line(f" {name}")) for name in detail.may_answer]
        text = Content("The item's papers name them. Any other name can be typed.")
        chosen = await self.app.push_screen_wait(ChoiceDialog("Whom is it for?", text, rows))
        if chosen is not None:
            self.to.value = flat(chosen)

    @on(Input.Changed, "#to")
    def _addressing(self) -> None:
        if self._address_timer is None:
            self._address_timer = self.set_timer(PAUSE, self._keep_address_later)

    @work(group="address")
    async def _keep_address_later(self) -> None:
        self._address_timer = None
        self.wanted_address = self.to.value
        await self.keep_address()

    async def keep_address(self) -> None:
        """Keep whom the question is for, where that changed."""
        wanted = self.wanted_address
        if wanted == self.kept_address:
            return
        try:
            await self.aiding.address(self._question_id, wanted)
            self.kept_address = wanted
        except ServiceError as error:
            say(self, str(error), "error")

    @on(Input.Submitted, "#to")
    def _addressed(self) -> None:
        self.set_focus(self.editor)

    def bring_back(self, words: str) -> None:
        """Make earlier words the question's, as one change that undo takes back."""
        if not self._is_closed():
            self.editor.put(words)
            say(self, "Brought back. ctrl+z takes it back again.")
            self.set_focus(self.editor)

    def _is_closed(self) -> bool:
        """Whether nothing can be written any more; says so."""
        if self.editor.read_only:
            say(self, f"What was submitted or withdrawn is not changed. {_TO_DRAFT}")
        return self.editor.read_only
