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
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 120.0
"""Seconds to wait for words before the measure is given up."""

QUIET = 0.05
"""Seconds without output after which a repaint is over."""

_ASKED, _GRANTED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal shows a frame whole; yes, as kitty, foot, WezTerm, Windows Terminal and tmux do."""
_FRAME_ENDS = b"\x1b[?2026l"

_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|.)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a key, in seconds since it was pressed.

    Attributes:
        shown: when the frame that shows what was looked for was out to its last byte.
        last: when the last frame before a spell of quiet was.
        work: how long the program's own threads were at work until `shown`, on any core.
    """

    shown: float
    last: float
    work: float


class TerminalProgram:
    """One program in a terminal of its own, which shows frames whole.

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

    def answer(
        self, key: str, pause: float, shows: Callable[[str], bool] = bool, quiet: float = QUIET
    ) -> Answer | None:
        """Press a key and time the first frame that shows what is looked for, and the last one.

        Args:
            key: what is pressed.
            pause: how long to wait, in seconds; it is waited out even if the answer comes earlier.
            shows: says of a frame's words whether what the key is for is among them.
            quiet: so many seconds of silence after the answer, and it is over.

        Returns:
            The answer, or None where no such frame came.
        """
        while self._more(0.0):  # what was painted before
            pass
        worked = self.work
        at = self.press(key)
        found: tuple[float, float] | None = None
        last, unread, until = 0.0, b"", at + pause
        while (left := until - time.perf_counter()) > 0:
            new = self._more(min(left, quiet) if found else left)
            if not new and found:
                time.sleep(max(0.0, until - time.perf_counter()))
                break
            now, work = time.perf_counter() - at, self.work - worked
            *frames, unread = (unread + new).split(_FRAME_ENDS)
            for words in filter(
                None, (_ESCAPES.sub(b"", frame).decode(errors="replace") for frame in frames)
            ):
                last = now
                if found is None and shows(words):
                    found = now, work
        return Answer(found[0], last, found[1]) if found else None

    @property
    def work(self) -> float:
        """Seconds its own threads have been at work so far; processes it started are not counted."""
        spent = 0
        for thread in Path(f"/proc/{self._pid}/task").iterdir():
            with suppress(OSError):  # it ended meanwhile
                spent += int((thread / "schedstat").read_text().split()[0])
        return spent / 1e9

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
        if _ASKED in new:
            os.write(self._terminal, _GRANTED)
        return new
