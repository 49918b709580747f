"""The App: themes, clock, leaving, and what screens ask for beyond another screen; no logic of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.command import Provider
from textual.reactive import reactive

from scrutiny_tui import messages, terminal_gone
from scrutiny_tui.keys import pressed_first
from scrutiny_tui.lasting_driver import lasting
from scrutiny_tui.literal import say
from scrutiny_tui.load_ahead import load_ahead
from scrutiny_tui.manners import MannersApp
from scrutiny_tui.originals import NotOpened, download_name, must_lie_there, open_original
from scrutiny_tui.places import Rooms
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.import_run import ImportRun
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.touring import TouringApp
from scrutiny_tui.widgets.times import clock_text

if TYPE_CHECKING:
    from textual.driver import Driver

    from db.models.papers import Meeting
    from scrutiny_tui.needs import Services

TURN = 0.001
"""Seconds a thread that files or searches may keep the one that answers keys waiting."""

PAINTED = 1.0
"""Seconds after which the first screen will have been painted."""

WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]


def _commands() -> type[Provider]:
    """What the palette offers, loaded when it opens."""
    from scrutiny_tui.commands import ScrutinyCommands

    return ScrutinyCommands


class ScrutinyApp(MannersApp, TouringApp):
    """Scrutiny in a terminal."""

    TITLE = "Scrutiny"
    # The first screen's is read with the App's own: a sheet that comes later has all read again.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["styles/app.tcss", "styles/meetings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = pressed_first()
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands}
    HORIZONTAL_BREAKPOINTS = WIDTHS

    # What these say stands in the top line, which watches them: the rest of the screen is not painted anew.
    clock_text = reactive("", repaint=False)
    under_way = reactive("", repaint=False)

    def __init__(
        self,
        services: Services,
        once_painted: Callable[[], None] | None = None,
        before_end: Callable[[], None] | None = None,
        *,
        touring: bool = False,
    ) -> None:
        """Make the app of its services; the other arguments are those of `run_app`."""
        self.run_of_import = ImportRun(lambda: services.importer)
        super().__init__(Rooms(services, self.run_of_import))
        self.run_of_import.listeners.append(self._import_moved)
        self.services = services
        self._once_painted, self._before_end, self._touring = once_painted, before_end, touring
        self._said_unsaved = False
        self.wants_demo: messages.OpenDemo | None = None
        self._wrong_keys = self.keep_manners(services.settings)

    def get_driver_class(self) -> type[Driver]:
        """Take Textual's driver, but one that a closed window does not stop."""
        return lasting(super().get_driver_class())

    def on_mount(self) -> None:
        """Let the clock tick; what no first screen needs comes once that has been painted."""
        if self.services.settings_trouble:
            say(self, f"{self.services.settings_trouble} Until then what is usual holds.", "error")
        self.tell(self._wrong_keys)
        self._tick()
        self.set_interval(5, self._tick)
        self.set_timer(PAINTED, self._go_on)
        if not self.is_headless:
            sys.setswitchinterval(TURN)
            terminal_gone.listen(self._leave_alone, self._end)
            self.set_interval(terminal_gone.EVERY, self._look_at_terminal)

    def _go_on(self) -> None:
        """Let what is missing for search by meaning, and of promises and topics, be made."""
        if self._once_painted is not None:
            self._once_painted()
        if self._touring:
            self.action_tour()
        if not self.is_headless:
            load_ahead(then=lambda: self.call_later(self.stand_ready))
            from scrutiny_tui.tidying import EVERY, Tidying

            self.set_interval(EVERY, Tidying().look)
        self.services.semantic.listeners.append(self._show_progress)
        self.services.semantic.start()
        self.services.follower.listeners.append(self._follower_moved)
        self.services.follower.start()

    def _tick(self) -> None:
        self.clock_text = clock_text(self.services.clock.now(), self.services.clock.is_set)

    def action_help(self) -> None:
        """Show the keys of this very screen."""
        if isinstance(self.screen, PlaceScreen):
            from scrutiny_tui.screens.help import HelpScreen

            here = self.screen
            self.push_screen(HelpScreen(here.TITLE or "", here.keys_here(), here.MARKS))

    async def action_settings(self) -> None:
        """Open the settings."""
        here = self.screen
        if isinstance(here, PlaceScreen) and not isinstance(here.asked_by, messages.OpenSettings):
            self._leave()
            await self.show(messages.OpenSettings())

    async def all_meetings(self) -> tuple[Meeting, ...]:
        """Every meeting in the library, for the palette."""
        return await self.services.meetings.every()

    async def action_quit(self) -> None:
        """Write down what is not written yet, stop what runs, and leave."""
        try:
            for screen in self.open_screens:
                screen.flush()
        except ServiceError as error:
            if not self._said_unsaved:
                self._said_unsaved = True
                say(self, f"{error} Press q again to leave without it.", "error")
                return
        await self._stop_what_runs()
        self.exit()

    async def _stop_what_runs(self) -> None:
        await self.run_of_import.finish()
        await self.services.semantic.finish()
        await self.services.follower.finish()

    def _look_at_terminal(self) -> None:
        if terminal_gone.is_gone():
            self._leave_alone()

    @work(exclusive=True, group="leaving")
    async def _leave_alone(self) -> None:
        """Leave without a terminal: what can be written is, and nothing is said, as nobody is there."""
        await self._write_down()
        if self._before_end is not None:
            await asyncio.to_thread(self._before_end)
        os._exit(terminal_gone.STATUS)  # what would give the terminal back could wait for it for ever

    @work(exclusive=True, group="leaving")
    async def _end(self) -> None:
        """Leave as told from outside."""
        await self._write_down()
        self.exit()

    async def _write_down(self) -> None:
        for screen in self.open_screens:
            with suppress(ServiceError):
                screen.flush()
        await self._stop_what_runs()

    def _print_error_renderables(self) -> None:
        """Print no traceback: `run_app` hands the error on."""
        self._exit_renderables.clear()

    # --- what screens ask for ------------------------------------------------------------------------

    @on(messages.OpenOriginal)
    def _open_original(self, request: messages.OpenOriginal) -> None:
        path = Path(request.document.path)
        try:
            if self.is_web:  # a viewer would open beside the server, not beside the person
                must_lie_there(path)
                self.deliver_binary(path, save_filename=download_name(path))
                name = request.document.source
                say(self, f"Your browser is handed {name}; turn to page {request.page} in it.")
                return
            there = open_original(path, request.page)
        except (NotOpened, OSError) as why:
            say(self, str(why), "warning")
        else:
            turn = f" at page {request.page}" if there else f"; turn to page {request.page} of the file"
            say(self, f"Opened {request.document.source}{turn}.")

    @on(messages.AskQuestion)
    @work(group="ask")
    async def _ask_question(self, request: messages.AskQuestion) -> None:
        self.hold_keys()
        try:
            question = await self.services.questions.begin(
                request.meeting, request.item, request.evidence, request.quote, request.text
            )
            self._changed()
            self._leave()
            await self.show(messages.OpenQuestion(question.id))
        except ServiceError as error:
            say(self, str(error), "error")
        finally:
            self.let_keys_go()

    def action_theme(self, name: str) -> None:
        """Wear a theme, and remember it."""
        try:
            self.services.change_settings({"theme": name})
        except ServiceError as error:
            say(self, f"{error} The theme holds until you leave.", "warning")
            self.theme = name
        else:
            self._settings_changed()

    @on(messages.OpenDemo)
    async def _open_demo(self, request: messages.OpenDemo) -> None:
        """Leave; who started the app opens the demo's library."""
        self.wants_demo = request
        await self.action_quit()

    @on(messages.TakeTour)
    def _take_tour(self) -> None:
        self.action_tour()

    @on(messages.SettingsChanged)
    def _settings_changed(self) -> None:
        self.tell(self.keep_manners(self.services.settings))
        self._changed()

    @on(messages.LibraryChanged)
    @on(messages.QuestionsChanged)
    def _changed(self) -> None:
        for screen in self.open_screens:
            screen.look_again()

    def _import_moved(self) -> None:
        self._show_progress()
        if not self.run_of_import.running:
            self.services.semantic.start()
            self.services.follower.start()
            self._changed()

    def _follower_moved(self) -> None:
        self._show_progress()
        if not self.services.follower.line:
            self._changed()

    def _show_progress(self) -> None:
        beside = self.services.semantic.line or self.services.follower.line
        self.under_way = self.run_of_import.line or beside


def run_app(
    services: Services,
    once_painted: Callable[[], None] | None = None,
    before_end: Callable[[], None] | None = None,
    *,
    touring: bool = False,
) -> messages.OpenDemo | None:
    """Open the app and stay until the person leaves.

    Args:
        services: of the home.
        once_painted: called when the first screen will be there; what need not hurry is begun there.
        before_end: called where the process ends at once, as its terminal is gone; ends what was begun.
        touring: whether the tour begins then.

    Returns:
        What the person wants to see of the demo now, if anything.

    Raises:
        Exception: whatever ended the app unforeseen; the command line says it in one line.
    """
    app = ScrutinyApp(services, once_painted, before_end, touring=touring)
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.wants_demo
