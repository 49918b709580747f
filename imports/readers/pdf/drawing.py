"""Has pages of a PDF drawn by the drawing process, for a program that reads pictures."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import NamedTuple

_DOTS_PER_INCH = 250
_PATIENCE = 30.0
_TRIES = 2


class Drawn(NamedTuple):
    """A page's picture: RGB pixels row by row, and how many of them make a point."""

    width: int
    height: int
    pixels: bytes
    scale: float

    @property
    def netpbm(self) -> bytes:
        """The picture as a file of the plainest kind there is."""
        return b"P6 %d %d 255\n%b" % (self.width, self.height, self.pixels)


class Drawing:
    """Draws pages of one file, in a process of its own that is begun anew where a page ends it."""

    def __init__(self, path: Path, password: str = "") -> None:
        """Start nothing yet."""
        self._path = path
        self._password = password
        self._child: subprocess.Popen[bytes] | None = None

    def draw(self, number: int, width: float) -> Drawn | None:
        """Draw a page `width` points wide; None where it cannot be drawn."""
        for _ in range(_TRIES):
            with suppress(OSError, ValueError, EOFError):
                return self._ask(number, width)
            self.close()
        return None

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def _ask(self, number: int, width: float) -> Drawn | None:
        child = self._child = self._child or self._start()
        assert child.stdin is not None and child.stdout is not None
        watch = Timer(_PATIENCE, child.kill)
        watch.start()
        try:
            child.stdin.write(b"%d 0 0 1 1 %d 0 1 1 rgb\n" % (number, width * _DOTS_PER_INCH / 72))
            child.stdin.flush()
            head = child.stdout.readline()
            if head.startswith(b"!"):
                return None
            columns, rows, page_width, _, size = map(float, head.split())
            pixels = child.stdout.read(int(size))
        finally:
            watch.cancel()
        if len(pixels) < size:
            raise EOFError
        return Drawn(int(columns), int(rows), pixels, columns / page_width)

    def _start(self) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            [sys.executable, "-P", "-m", "imports.processes.picture_worker", str(self._path), *self._asked()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        if self._password and child.stdin:
            child.stdin.write(self._password.encode() + b"\n")
        return child

    def _asked(self) -> list[str]:
        return ["-"] if self._password else []
