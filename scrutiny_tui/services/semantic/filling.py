"""Has the library's vectors made in a process beside the app, at the lowest priority, and says how far."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import db
from db import library
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.semantic.model_folder import Model, installed_model

if TYPE_CHECKING:
    from db.store import Store
    from scrutiny_tui.paths import Home

WORKER = "scrutiny_tui.services.semantic.worker"
BESIDE_THE_APP = 1
"""Processors that filling takes while a person works."""


@dataclass(frozen=True, slots=True)
class Filled:
    """How far the vectors are.

    Attributes:
        done: passages that have theirs.
        total: passages in the library.
    """

    done: int
    total: int

    @property
    def whole(self) -> bool:
        """Whether every passage has its vector."""
        return self.done >= self.total


@dataclass(frozen=True, slots=True)
class Status:
    """What there is of search by meaning.

    Attributes:
        model: the installed one; None without.
        filled: how far its vectors are.
        trouble: why the model cannot be used; "" where it can.
    """

    model: Model | None
    filled: Filled
    trouble: str = ""


class Semantic:
    """Search by meaning as a person manages it: whether there is a model, and how far its vectors are.

    Everything in `listeners` is called when there is something new to show.
    """

    def __init__(self, home: Home, store: Store) -> None:
        """Prepare for a home; nothing runs before `start`."""
        self._home, self._store = home, store
        self._task: asyncio.Task[None] | None = None
        self._filled: Filled | None = None
        self.listeners: list[Callable[[], None]] = []

    @property
    def line(self) -> str:
        """How far the filling has come, in a few words; "" when none runs."""
        running = self._task is not None and not self._task.done()
        if not running or self._filled is None or self._filled.whole:
            return ""
        return f"{100 * self._filled.done // self._filled.total}% learned"  # a narrow head cuts the rest

    async def status(self) -> Status:
        """Say what there is, trying the model.

        Raises:
            ServiceError: the library cannot be read.
        """
        model = await asyncio.to_thread(installed_model, self._home.model)
        current = await self._store.read(library.vector_model)
        done, total = await self._store.read(library.count_vectors)
        filled = Filled(done if model and current == model.hash else 0, total)
        trouble = await asyncio.to_thread(_trouble_with, self._home.model) if model else ""
        return Status(model, filled, trouble)

    async def fill(self, threads: int = 0) -> AsyncGenerator[Filled, None]:
        """Make what vectors are missing, in a process of its own; closing the iterator ends it.

        Args:
            threads: how many processors it may use; 0 for all.

        Raises:
            ServiceError: it could not be done; what was made is kept.
        """
        from scrutiny_tui.services.child import kill_child  # late: most homes have no model

        child = await _start(self._home.path, threads)
        assert child.stdout is not None and child.stderr is not None
        errors = asyncio.create_task(child.stderr.read())
        try:
            while said := await child.stdout.readline():
                done, _, total = said.decode().partition(" ")
                yield Filled(int(done), int(total))
            if await child.wait():
                lines = (await errors).decode(errors="replace").strip().splitlines()
                early = "The vectors could not be made: the process that makes them ended early."
                raise ServiceError(lines[-1] if lines else early)
        finally:
            kill_child(child)
            await asyncio.shield(child.wait())
            errors.cancel()
            with suppress(asyncio.CancelledError):
                await errors

    def start(self) -> None:
        """Begin filling beside the app, if a model is installed and it does not run already."""
        if (self._task is None or self._task.done()) and installed_model(self._home.model):
            self._task = asyncio.create_task(self._go())

    async def finish(self) -> None:
        """Stop, and wait until the process is gone."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _go(self) -> None:
        try:
            async with aclosing(self.fill(BESIDE_THE_APP)) as steps:
                async for self._filled in steps:
                    self._moved()
        except ServiceError:
            self._filled = None  # `scrutiny semantic status` says why; a search by words needs nothing of it
        finally:
            self._task = None
            self._moved()

    def _moved(self) -> None:
        for listener in tuple(self.listeners):
            listener()


def _trouble_with(folder: Path) -> str:
    """Say why the installed model cannot be used; "" where it can."""
    from scrutiny_tui.services.semantic.model_folder import load_model

    try:
        encoder = load_model(folder)
        if encoder is not None:
            encoder.encode(["a trial"])
    except ServiceError as error:
        return str(error)
    return ""


async def _start(home: Path, threads: int) -> asyncio.subprocess.Process:
    # The child must run the very packages this process has, from a source tree as from a wheel.
    root = str(Path(db.__path__[0]).parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", WORKER, str(home), str(threads)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except OSError as error:
        why = f"no process could be started ({error.strerror})"
        raise ServiceError(f"The vectors could not be made: {why}.") from error
