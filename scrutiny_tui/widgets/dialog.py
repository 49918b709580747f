"""What everything laid over a screen has: its style sheet, and that it opens in one frame."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")
_ALIKE: list[tuple[int, str]] = []


class Dialog(ModalScreen[Answer]):
    """A box over the screen, which is painted dimmed behind it."""

    CSS_PATH = "../styles/dialogs.tcss"
    # Nothing in a box depends on the window's width: told of it, all would be styled and laid out once more.
    HORIZONTAL_BREAKPOINTS = _ALIKE

    _settling = True

    def _compositor_refresh(self) -> None:
        """Paint nothing before all is in place: a box is laid out three times as it opens."""
        if not self._settling:
            super()._compositor_refresh()

    def _on_timer_update(self) -> None:
        self._settling = False
        super()._on_timer_update()
