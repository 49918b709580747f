"""What one file says, without taking it in."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import TYPE_CHECKING

from scrutiny_tui.services.child import Bounds, Parsed
from scrutiny_tui.services.errors import ImportFailed
from scrutiny_tui.services.gathering import gather
from scrutiny_tui.services.passwords import Passwords

if TYPE_CHECKING:
    from pathlib import Path

    from imports.model.pack import ParsedPack


async def understand(
    path: Path,
    bounds: Bounds | None = None,
    worker: str = "imports.worker",
    passwords: Passwords | None = None,
) -> ParsedPack:
    """Read one file and say what was understood, storing nothing.

    Raises:
        ImportFailed: it is not there or could not be read.
    """
    found = await asyncio.to_thread(gather, [path])
    if found.refused:
        raise ImportFailed(found.refused[0][1])
    if len(found.files) > 1:
        raise ImportFailed(f"{path} is a folder of several packs: name one of them.")
    reading = (passwords or Passwords()).parse(found.files[0], bounds or Bounds(), worker)
    async with aclosing(reading) as steps:
        async for step in steps:
            if isinstance(step, Parsed):
                return step.pack
    raise ImportFailed(f"{path.name} gave no answer. Try a fresh copy of the file.")
