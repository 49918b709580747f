"""The passwords of locked papers: asked for once, tried on what comes after, and never kept."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from scrutiny_tui.services.errors import ImportFailed

if TYPE_CHECKING:
    from imports.protocol import Preview, Progress
    from scrutiny_tui.services.child import Bounds, Parsed
    from scrutiny_tui.services.early import EarlyPages
    from scrutiny_tui.services.readers import Readers

_TRIES = 3


class AskPassword(Protocol):
    """Asks a person for the password of a file."""

    async def __call__(self, name: str, wrong: bool) -> str | None:
        """Ask; `wrong` where the one given before did not open it. None leaves the file locked."""


class Passwords:
    """The passwords given during one import.

    Args:
        ask: asks a person; None where there is nobody to ask.
        known: one to try first, "" for none.
    """

    def __init__(self, ask: AskPassword | None = None, known: str = "") -> None:
        self._ask = ask
        self._known = [known] if known else []

    async def parse(
        self,
        path: Path,
        bounds: Bounds,
        worker: str,
        readers: Readers | None = None,
        early: EarlyPages | None = None,
    ) -> AsyncGenerator[Progress | Preview | Parsed, None]:
        """Have a file read as `child.parse` does, with a password where it needs one.

        Raises:
            ImportFailed: it was refused, or stays locked.
        """
        from scrutiny_tui.services.child import parse  # late: a run is made at the start, a paper read seldom

        password, waiting, asked = "", list(self._known), 0
        while True:
            try:
                async with aclosing(parse(path, bounds, worker, password, readers, early)) as steps:
                    async for step in steps:
                        yield step
            except ImportFailed as error:
                if error.code != "encrypted":
                    raise
                if not waiting and self._ask and asked < _TRIES:
                    given = await self._ask(path.name, asked > 0)
                    waiting, asked = [given] if given else [], asked + 1
                if not waiting:
                    raise
                password = waiting.pop(0)
                continue
            if password and password not in self._known:
                self._known.insert(0, password)
            return
