"""Output that outlasts its terminal: an app whose window was closed can still write down what it holds."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from textual.driver import Driver


class LastingFile:
    """A file that takes in all that is written, also when nobody is at its other end any more."""

    def __init__(self, file: TextIO) -> None:
        """Write to a file as long as that can be written to."""
        self._file = file

    def write(self, text: str) -> int:
        """Write, if that still can be done."""
        with suppress(OSError, ValueError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Push out what is buffered, if that still can be done."""
        with suppress(OSError, ValueError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def lasting(driver: type[Driver]) -> type[Driver]:
    """Give Textual's driver for terminals so changed that its thread of output goes on when a write fails.

    Else that thread ends, nobody takes anything out of its queue any more, and the app waits for a place in
    it for ever: neither the signal that the terminal hung up nor the look at the terminal would be come to.
    Drivers that do not write to a file of their own are given as they are.
    """

    class LastingDriver(driver):  # type: ignore[misc, valid-type]
        """Writes to a file that lasts."""

        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, **more)
            file: TextIO | None = getattr(self, "_file", None)
            if file is not None:
                self._file = LastingFile(file)

    return LastingDriver
