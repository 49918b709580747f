"""The pages of the file being read, for whoever cannot wait until all of it is filed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.protocol import EarlyPage

_PATIENCE = 5.0
"""Seconds; the reading process looks at what it is asked between two pages."""


class EarlyPages:
    """Asks the reading process for pages, and hands them out as they come."""

    def __init__(self) -> None:
        """Begin with no process to ask."""
        self._tell: Callable[[bytes], None] | None = None
        self._waiting: dict[str, asyncio.Future[EarlyPage | None]] = {}

    async def page(self, asked: str) -> EarlyPage | None:
        """Give a page of the file in hand; None where that cannot be had, or no longer.

        Args:
            asked: `64` for the file's page 64, `p59` for the page stamped 59.
        """
        if self._tell is None:
            return None
        if asked not in self._waiting:
            self._waiting[asked] = asyncio.get_running_loop().create_future()
            self._tell(asked.encode() + b"\n")
        try:
            async with asyncio.timeout(_PATIENCE):
                return await asyncio.shield(self._waiting[asked])
        except TimeoutError:
            self._waiting.pop(asked, None)
            return None

    def begin(self, tell: Callable[[bytes], None]) -> None:
        """Ask this process from now on, by a line to its standard input."""
        self.end()
        self._tell = tell

    def take(self, early: EarlyPage) -> None:
        """Hand out what came."""
        if (waiting := self._waiting.pop(early.asked, None)) and not waiting.done():
            waiting.set_result(early)

    def end(self) -> None:
        """Nobody answers any more."""
        self._tell = None
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()
