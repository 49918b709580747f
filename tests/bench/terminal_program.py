"""A program in a pseudo-terminal, timed from outside: when words are painted, how soon a key is answered."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 120.0
"""Seconds to wait for words before the measure is given up."""

QUIET = 0.05
"""Seconds without output after which a repaint is over."""

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|.)")


class TerminalProgram:
    """One program in a terminal of its own.

    Attributes:
        started: when it was started, on `time.perf_counter`'s clock.
    """

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], size: tuple[int, int] = (120, 40)
    ) -> None:
        """Start it."""
        width, height = size
        self.started = time.perf_counter()
        self._last = b""
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.chdir(cwd)
            os.execvpe(command[0], list(command), {**env, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        os.set_blocking(self._terminal, False)

    def painted(self, words: str, *, since: float | None = None) -> float:
        """Wait until words are painted; gives the seconds since the start, or since another moment.

        Raises:
            TimeoutError: they never were.
        """
        begin = self.started if since is None else since
        seen = b""
        while time.perf_counter() - begin < PATIENCE:
            seen += self._more(1.0)
            if words.encode() in _ESCAPES.sub(b"", seen):
                return time.perf_counter() - begin
        raise TimeoutError(f"{words!r} was never painted; last: {_ESCAPES.sub(b'', seen)[-600:]!r}")

    def settle(self, quiet: float = 1.0) -> None:
        """Wait until nothing has been painted for so many seconds."""
        while self._more(quiet):
            pass

    def press(self, keys: str) -> float:
        """Press keys; gives the moment they went."""
        at = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return at

    def answer(self, key: str, pause: float, quiet: float = QUIET) -> float | None:
        """Press a key and give the seconds until the last of its repaint was out; None where nothing was.

        `pause` is how long to wait at most, in seconds; after `quiet` seconds of silence the repaint is over.
        """
        at = self.press(key)
        last = None
        until = at + pause
        while (left := until - time.perf_counter()) > 0:
            if self._more(min(left, quiet)):
                last = time.perf_counter() - at
            elif last is not None:
                time.sleep(max(0.0, until - time.perf_counter()))
                break
        return last

    @property
    def memory(self) -> float:
        """The most memory the program itself has held, in MB."""
        status = Path(f"/proc/{self._pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]

    def close(self) -> None:
        """End it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _more(self, seconds: float) -> bytes:
        """Give what comes within some seconds, b"" where nothing does."""
        ready, _, _ = select.select([self._terminal], [], [], seconds)
        if not ready:
            return b""
        try:
            new = os.read(self._terminal, 1 << 20)
        except OSError as gone:
            said = _ESCAPES.sub(b"", self._last).decode(errors="replace").strip()
            raise TimeoutError(f"the program ended: {said[-500:]}") from gone
        self._last = (self._last + new)[-4000:]
        return new
