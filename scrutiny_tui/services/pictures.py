"""Pages as they look, drawn in a child process: charts, maps and scans, which text cannot tell."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.services.child import kill_child, start_child
from scrutiny_tui.services.errors import ImportFailed, NotThere

if TYPE_CHECKING:
    from db.models.papers import StoredDocument

_PATIENCE = 15.0
"""Seconds a page may take to draw."""
WHOLE = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as it looks.

    Attributes:
        width: pixels in a row.
        height: rows.
        pixels: red, green and blue, a byte each, row by row.
        page_width: of the whole page, in points.
        page_height: of the whole page, in points.
    """

    width: int
    height: int
    pixels: bytes
    page_width: float
    page_height: float


class Pictures:
    """Draws pages, one document's at a time: its process stays until another document or `close`."""

    def __init__(self, worker: str = "imports.picture_worker") -> None:
        """Start nothing yet."""
        self._worker = worker
        self._path: Path | None = None
        self._child: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def draw(
        self,
        document: StoredDocument,
        page: int,
        part: tuple[float, float, float, float] = WHOLE,
        width: int = 800,
    ) -> Picture:
        """Draw a page or a part of it.

        Args:
            document: whose original is drawn.
            page: the file's page.
            part: left, top, right and bottom, as shares of the page.
            width: of the picture, in pixels; a very large one is drawn coarser.

        Raises:
            NotThere: the original is gone, is no PDF, or its page cannot be drawn.
        """
        if document.format != "pdf":
            raise NotThere(f"{document.source} has no pages to show as they look; o opens the original.")
        path = Path(document.path)
        if not await asyncio.to_thread(path.is_file):
            raise NotThere(
                f"The original is no longer at {path}. Its text is still here; import it again to see it."
            )
        async with self._turn:
            try:
                async with asyncio.timeout(_PATIENCE):
                    return await self._ask(path, page, part, width)
            except (OSError, EOFError, ValueError, ImportFailed, TimeoutError) as error:
                await self._stop()
                raise NotThere(
                    f"Page {page} of {document.source} cannot be drawn; o opens the original."
                ) from error
            except asyncio.CancelledError:
                await self._stop()  # its answer would be taken for the next one's
                raise

    async def close(self) -> None:
        """End the drawing process."""
        async with self._turn:
            await self._stop()

    async def _ask(
        self, path: Path, page: int, part: tuple[float, float, float, float], width: int
    ) -> Picture:
        if path != self._path or self._child is None or self._child.returncode is not None:
            await self._stop()
            self._child = await start_child(path, self._worker, answers=True)
            self._path = path
        assert self._child.stdin is not None and self._child.stdout is not None
        request = " ".join(str(value) for value in (page, *part, width))
        self._child.stdin.write(request.encode() + b"\n")
        await self._child.stdin.drain()
        head = await self._child.stdout.readline()
        if not head or head.startswith(b"!"):
            raise EOFError(head.decode(errors="replace"))
        columns, rows, page_width, page_height = head.split()
        pixels = await self._child.stdout.readexactly(int(columns) * int(rows) * 3)
        return Picture(int(columns), int(rows), pixels, float(page_width), float(page_height))

    async def _stop(self) -> None:
        child, self._child, self._path = self._child, None, None
        if child is not None:
            kill_child(child)
            with suppress(OSError):
                await child.communicate()
