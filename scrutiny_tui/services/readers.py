"""What the app takes a reading process for, however that was started."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Protocol


class Reader(Protocol):
    """The process that reads one file.

    Attributes:
        stdout: what it says.
        stderr: what it complains of.
    """

    stdout: asyncio.StreamReader
    stderr: asyncio.StreamReader

    def tell(self, line: bytes) -> None:
        """Write a line to its standard input."""

    async def wait(self) -> int:
        """Wait for its end, and say how it ended; below 0, it was killed."""

    async def see_off(self, heard_out: bool) -> None:
        """End it, unless it was heard out and ends of itself; free what it used."""


class Readers(Protocol):
    """Where reading processes come from."""

    async def read(self, path: Path, worker: str, longest_line: int, password: str = "") -> Reader:
        """Have a file read; raises OSError where no process could be had."""

    def let_go(self) -> None:
        """Have no more files read."""
