"""Has promises and topics of a large library worked out in a process beside the app, and says how far."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.keeping import is_behind

if TYPE_CHECKING:
    from db.store import Store

WORKER = "scrutiny_tui.services.follow_worker"


class Follower:
    """Follows promises and topics beside the app whenever papers came, changed or went.

    Everything in `listeners` is called when there is something new to show.
    """

    def __init__(self, home: Path, store: Store) -> None:
        """Prepare for a home; nothing runs before `start`."""
        self._home, self._store = home, store
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self.line = ""
        self.listeners: list[Callable[[], None]] = []

    def start(self) -> None:
        """Begin, if anything is to be worked out; what comes while it runs is worked out after it."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._go())
        else:
            self._again = True

    async def finish(self) -> None:
        """Stop, and wait until the process is gone."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _go(self) -> None:
        self._again = True
        while self._again:
            self._again = False
            try:
                if await self._store.read(is_behind):
                    await self._run()
            except ServiceError:
                pass  # what was kept is shown on; the next start tries again
            finally:
                self.line = ""

    async def _run(self) -> None:
        from scrutiny_tui.services.child import kill_child, start_child  # most starts need none

        child = await start_child(self._home, WORKER)
        assert child.stdout is not None and child.stderr is not None
        try:
            while said := await child.stdout.readline():
                done, _, total = said.decode().partition(" ")
                self.line = f"following promises, {100 * int(done) // int(total)}%"
                self._moved()
            await child.wait()
        finally:
            kill_child(child)
            await asyncio.shield(child.communicate())
            self.line = ""
        self._moved()

    def _moved(self) -> None:
        for listener in tuple(self.listeners):
            listener()
