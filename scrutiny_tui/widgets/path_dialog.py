"""A dialog that asks for a file, its path completed from the disk."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from scrutiny_tui.keys import FILE_DIALOG, bindings
from scrutiny_tui.literal import line, lines, literal
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.path_field import PAPERS, PathField, read_paths

_SHOWN = 6


class PathDialog(Dialog[Path | None]):
    """Gives one file that is there, or None where the person thinks better of it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(FILE_DIALOG)

    field = getters.query_one("#file", PathField)

    def __init__(self, title: str, text: Content, endings: tuple[str, ...] = PAPERS) -> None:
        """Ask under a title; `text` says what for, and files of these endings are offered."""
        super().__init__()
        self._title, self._text, self._endings = title, text, endings

    def compose(self) -> ComposeResult:
        """Lay it out."""
        with VerticalScroll(classes="dialog form", can_focus=False) as box:
            box.border_title = line(self._title)
            box.border_subtitle = Content("tab completes · enter takes it · esc changes nothing")
            yield Static(self._text)
            yield Static(Content.styled("File", "bold"), classes="part")
            yield PathField(id="file", placeholder="~/Downloads/… the file", endings=self._endings)
            yield Static("", id="file-said")

    def _tell(self, words: Content) -> None:
        self.query_one("#file-said", Static).update(words)

    @on(Input.Submitted)
    @work(exclusive=True, group="file")
    async def _take(self) -> None:
        paths = await asyncio.to_thread(read_paths, self.field.value)
        if not paths:
            self._tell(literal("! Type where the file is; tab completes it.", "$error"))
        elif len(paths) > 1:
            self._tell(literal("! One file, please.", "$error"))
        elif not await asyncio.to_thread(_is_file, paths[0]):
            self._tell(literal(f"! There is no file at {paths[0]}. Check the path.", "$error"))
        else:
            self.dismiss(paths[0].absolute())

    @work(exclusive=True, group="file")
    async def action_complete(self) -> None:
        """Complete the path; again, go through what fits."""
        fitting = await self.field.complete()
        shown = [line(one, "$text-muted") for one in fitting[:_SHOWN]] if len(fitting) > 1 else []
        if len(fitting) > _SHOWN:
            shown.append(Content.styled(f"and {len(fitting) - _SHOWN} more", "$text-muted"))
        self._tell(lines(shown))

    def action_close(self) -> None:
        """Leave and change nothing."""
        self.dismiss(None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
