"""A real terminal for the real program: tmux, driven by keys and read by what it shows."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90.0
"""Seconds to wait for a condition before the test fails; nothing waits that long when all is well."""


class Terminal:
    """One tmux server of our own, with one window in which the program runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.sockets = Path(tempfile.mkdtemp(prefix="scrutiny"))  # a socket's path must be short
        self._runs = 0

    def run(self, *arguments: str, size: tuple[int, int] = (100, 30)) -> None:
        """Start `scrutiny` with these arguments; what ran before is ended."""
        self.close()
        self._runs += 1  # a server of its own each time: the one before may not be gone yet
        command = shlex.join([sys.executable, "-m", "scrutiny_tui", *arguments])
        settings = f"SCRUTINY_HOME={shlex.quote(str(self._folder / 'home'))} TEXTUAL_ANIMATIONS=none"
        width, height = map(str, size)
        # The inner shell becomes the program, the outer one tells how it ended: tmux 3.3 can miss an end.
        program = (
            f"echo $$ > {self._note('pid')}; exec env -u COLUMNS -u LINES -u NO_COLOR {settings} {command}"
        )
        self._tmux(
            "-f", os.devnull, "new-session", "-d", "-s", "s", "-x", width, "-y", height, "-c", str(ROOT),
            f"sh -c {shlex.quote(program)}; echo $? > {self._note('status')}",
            ";", "set-option", "-g", "remain-on-exit", "on",
        )  # fmt: skip

    def press(self, *keys: str) -> None:
        """Press keys, as tmux names them (`Enter`, `C-s`, `n`)."""
        self._tmux("send-keys", "-t", "s", *keys)

    def type(self, text: str) -> None:
        """Type words."""
        self._tmux("send-keys", "-t", "s", "-l", text)

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._tmux("resize-window", "-t", "s", "-x", str(width), "-y", str(height))

    def screen(self) -> str:
        """What the terminal shows."""
        return self._tmux("capture-pane", "-p", "-t", "s")

    def see(self, *words: str) -> str:
        """Wait until all these words are shown; gives the whole screen."""
        self.wait(lambda: all(one in self.screen() for one in words), f"the screen shows {words}")
        return self.screen()

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for a condition.

        Raises:
            AssertionError: it never came to hold; says what was waited for, and what the screen shows.
        """
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"never: {what}\n{self.screen()}")
            time.sleep(0.05)

    def kill(self) -> None:
        """End the program as a dead battery would: `kill -9`, with no time for anything."""
        os.kill(int(self._note("pid").read_text()), signal.SIGKILL)
        assert self.exit_status() == 128 + signal.SIGKILL

    def close(self) -> None:
        """End the window and the server."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], capture_output=True, check=False)

    def exit_status(self) -> int:
        """Wait until the program has ended, and give its status."""
        status = self._note("status")
        self.wait(lambda: status.exists() and status.read_text().strip() != "", "the program ends")
        return int(status.read_text())

    @property
    def _socket(self) -> str:
        return str(self.sockets / str(self._runs))

    def _note(self, what: str) -> Path:
        """Where this run leaves its process number, and how it ended."""
        return self.sockets / f"{self._runs}.{what}"

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", self._socket, *arguments],
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
        return done.stdout


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal with a home of its own; skipped where there is no tmux."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux: not installed, so there is no terminal to drive")
    terminal = Terminal(tmp_path)
    yield terminal
    terminal.close()
    shutil.rmtree(terminal.sockets, ignore_errors=True)
