"""An import under way: it outlives the screen it was started on, and says how far it has come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Protocol

from scrutiny_tui.services.early import EarlyPages
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.importing import ImportedFile, ImportEvent, ImportProgress
from scrutiny_tui.services.passwords import AskPassword, Passwords


class Held(Protocol):
    """Something held ready for the next import."""

    def prepare(self) -> None:
        """Have it ready soon."""

    def close(self) -> None:
        """Give it up."""


class ImportService(Protocol):
    """What importing needs."""

    @property
    def held(self) -> Held:
        """What reads papers."""

    def import_paths(
        self, paths: Sequence[Path], *, passwords: Passwords | None = None, early: EarlyPages | None = None
    ) -> AsyncIterator[ImportEvent]:
        """Take the papers in, saying how far it has come and what became of each file."""


class ImportRun:
    """One import at a time; everything in `listeners` is called when there is something new to show.

    Attributes:
        progress: the latest, or None before the first.
        files: what became of the files so far.
        early: gives pages of the file in hand before it is filed.
        ended: "" while it runs and before it starts; else how it ended, in a sentence.
    """

    def __init__(self, importer: Callable[[], ImportService]) -> None:
        """Make a run that has not begun; what imports is asked for when it does."""
        self._importer = importer
        self.listeners: list[Callable[[], None]] = []
        self._task: asyncio.Task[None] | None = None
        self.progress: ImportProgress | None = None
        self.files: list[ImportedFile] = []
        self.ended = ""
        self.early = EarlyPages()

    def prepare(self) -> None:
        """Hold ready what reads papers: a start will soon be asked for."""
        if not self.running:
            self._importer().held.prepare()

    def release(self) -> None:
        """Nothing will be asked for after all; an import under way goes on."""
        self._importer().held.close()

    @property
    def running(self) -> bool:
        """Whether an import is under way."""
        return self._task is not None and not self._task.done()

    @property
    def line(self) -> str:
        """How far it has come, in a few words; "" when nothing runs."""
        if not self.running:
            return ""
        step = self.progress
        if step is None:
            return "importing"
        part = f" {100 * step.done // step.total}%" if step.total else ""
        # How far comes first: the head of a narrow screen cuts the rest.
        return f"import{part}{f' {step.file}/{step.files}' if step.files > 1 or not part else ''}"

    def start(self, paths: Sequence[Path], ask: AskPassword | None = None) -> None:
        """Begin; what an earlier run left is forgotten. `ask` asks for the password of a locked file."""
        if self.running:
            return
        self.progress, self.files, self.ended = None, [], ""
        self._task = asyncio.create_task(self._go(paths, Passwords(ask)))

    def cancel(self) -> None:
        """Stop; files already taken in stay, nothing of the one in hand does."""
        if self._task is not None:
            self._task.cancel()

    async def finish(self) -> None:
        """Stop and wait until the reading process is gone."""
        self.cancel()
        if self._task is not None:
            await asyncio.gather(self._task, return_exceptions=True)

    def _moved(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    async def _go(self, paths: Sequence[Path], passwords: Passwords) -> None:
        self.ended = "The import stopped short. What was finished is kept; import again what is missing."
        events = self._importer().import_paths(paths, passwords=passwords, early=self.early)
        try:
            async for event in events:
                if isinstance(event, ImportProgress):
                    self.progress = event
                else:
                    self.files.append(event)
                self._moved()
            self.ended = "Done." if self.files else "Nothing to import was found there."
        except asyncio.CancelledError:
            self.ended = "Cancelled. What was finished is kept; nothing of the file in hand is."
        except (ServiceError, OSError) as error:
            self.ended = f"The import stopped: {error}. What was finished is kept."
        finally:
            close = getattr(events, "aclose", None)
            if close is not None:
                await close()
            self._task = None
            self._moved()
