"""The settings: what a person would change, kept in one commented file, holding at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from scrutiny_tui.config import Settings
from scrutiny_tui.keys import SETTINGS as KEYS
from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import line, literal, say
from scrutiny_tui.messages import SettingsChanged
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.setting_rows import SECTIONS, Setting, setting_row
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog

if TYPE_CHECKING:
    from scrutiny_tui.settings_file import Value

_FILE = """{count} of your own, under [keys] in the file. e opens the file: {path}"""


class SettingsService(Protocol):
    """What this screen needs."""

    settings_trouble: str

    @property
    def settings(self) -> Settings:
        """What holds."""

    def change_settings(self, changes: Mapping[str, Value]) -> None:
        """Write values into the file and let them hold."""

    def read_settings_again(self) -> None:
        """Let hold what the file says now."""


class SettingsScreen(PlaceScreen):
    """A list of settings; the file holds them."""

    TITLE = "Settings"
    CSS_PATH = "../styles/settings.tcss"
    KEYS = KEYS
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)

    rows = getters.query_one("#settings", RowList)

    def __init__(self, services: SettingsService, path: Path) -> None:
        """Remember where the settings are."""
        super().__init__()
        self._of, self._path = services, path

    def body(self) -> ComposeResult:
        """Lay out what is wrong with the file, the list, and where the file is."""
        yield Static("", id="settings-trouble")
        yield RowList(id="settings")
        yield Static("", id="setting-help")
        yield Static("", id="settings-file")

    def look_again(self) -> None:
        """Show what holds."""
        trouble = self._of.settings_trouble
        self.set_text("#settings-trouble", literal(f"! {trouble}" if trouble else "", "$error"))
        self.query_one("#settings-trouble").display = bool(trouble)
        self.rows.show(self._shown())
        own = len(self._of.settings.keys)
        said = _FILE.format(count=f"{own} key{'' if own == 1 else 's'}", path=self._path)
        self.set_text("#settings-file", line(said, "$text-muted"))
        if self.focused is None:
            self.rows.focus()

    def _shown(self) -> Iterator[ModelRow]:
        for title, section in SECTIONS:
            yield ModelRow(Content.styled(f"\n {title}", "bold $primary"))
            for setting in section:
                yield ModelRow(setting_row(setting, self._of.settings), setting)

    @on(RowList.OptionHighlighted)
    def _tell(self) -> None:
        """Where the list has no room for it, say under it what the setting in hand does."""
        here = self._here
        self.set_text("#setting-help", line(f"{here.label}: {here.help}" if here else ""))

    # --- keys ----------------------------------------------------------------------------------------

    @property
    def _here(self) -> Setting | None:
        here = self.rows.model
        return here if isinstance(here, Setting) else None

    @on(RowList.OptionSelected)
    @work(exclusive=True, group="change")
    async def _change(self) -> None:
        setting = self._here
        if setting is None:
            return
        if setting.choices:
            choices = [(str(number), line(f" {words}")) for number, (_, words) in enumerate(setting.choices)]
            asking = ChoiceDialog(setting.label, Content(setting.help), choices)
            chosen = await self.app.push_screen_wait(asking)
            if chosen is not None:
                self._set(setting, setting.choices[int(chosen)][0])
            return
        value = setting.value(self._of.settings)
        field = Field(setting.label, str(value), setting.wrong)
        answer = await self.app.push_screen_wait(FormDialog(setting.label, Content(setting.help), [field]))
        if answer is not None:
            self._set(setting, setting.read(answer[0]))

    def action_turn(self, by: int) -> None:
        """Take the next value, or the one before."""
        setting = self._here
        if setting is None:
            return
        if not (setting.choices or setting.step):
            say(self, "This is typed: press enter.")
            return
        self._set(setting, setting.turned(setting.value(self._of.settings), by))

    def action_usual(self) -> None:
        """Set it back."""
        if self._here is not None:
            self._set(self._here, self._here.value(Settings()))

    def _set(self, setting: Setting, value: Value) -> None:
        if value == setting.value(self._of.settings):
            return
        try:
            self._of.change_settings({setting.name: value})
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.post_message(SettingsChanged())

    def action_reread(self) -> None:
        """Read the file again."""
        try:
            self._of.read_settings_again()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.post_message(SettingsChanged())
        say(self, "The settings are as the file says now.")

    def action_edit(self) -> None:
        """Open the file in the person's own editor and read it again afterwards."""
        from scrutiny_tui.widgets.outside_editor import EditorFailed, edit_file

        try:
            edit_file(self.app, self._path)
        except EditorFailed as why:
            say(self, str(why), "warning")
            return
        self.action_reread()
