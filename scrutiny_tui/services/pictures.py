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
_MOST_KEPT = 8
"""Pictures that are kept, of some hundred kilobytes each."""
WHOLE = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Room:
    """What room a terminal has for a picture, and how it takes one.

    Attributes:
        width: pixels across.
        height: pixels down.
        cell_width: pixels of a character's cell across.
        cell_height: and down.
        form: `kitty` (pixels, compressed), `sixel`, or `blocks`: two pixels to a cell, one above the other.
    """

    width: int
    height: int
    cell_width: int = 10
    cell_height: int = 20
    form: str = "blocks"


@dataclass(frozen=True, slots=True)
class Picture:
    """A part of a page as it looks.

    Attributes:
        width: pixels in a row.
        height: rows.
        drawn: the picture in the form asked for.
        page_width: of the whole page, in points.
        page_height: of the whole page, in points.
        room: what it was drawn for.
    """

    width: int
    height: int
    drawn: bytes
    page_width: float
    page_height: float
    room: Room


_Asked = tuple[Path, int, tuple[float, ...], Room]


class Pictures:
    """Draws pages, one document's at a time: its process stays until another document or `close`."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._path: Path | None = None
        self._child: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()
        self._asking: asyncio.Task[Picture] | None = None
        self._kept: dict[_Asked, Picture] = {}

    async def begin(self, document: StoredDocument) -> None:
        """Start the drawing process of a document: it is ready by the time a page is asked for."""
        if document.format == "pdf":
            async with self._turn:
                with suppress(ImportFailed):
                    await self._start(Path(document.path))

    async def draw(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> Picture:
        """Draw a page or a part of it, or give the picture of it that is still here.

        Args:
            document: whose original is drawn.
            page: the file's page.
            room: how large it may be; a very large picture is drawn coarser.
            part: left, top, right and bottom, as shares of the page.

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
        asked = (path, page, tuple(round(share, 6) for share in part), room)
        try:
            async with self._turn:
                await self._finish_last()
                if asked in self._kept:
                    return self._kept[asked]
                self._asking = asyncio.create_task(self._ask(asked))
                # Who turns on before a page is drawn leaves it to be drawn: its answer must be taken.
                return await asyncio.shield(self._asking)
        except (OSError, EOFError, ValueError, ImportFailed, TimeoutError) as error:
            raise NotThere(
                f"Page {page} of {document.source} cannot be drawn; o opens the original."
            ) from error

    async def keep_ready(
        self,
        document: StoredDocument,
        page: int,
        room: Room,
        part: tuple[float, float, float, float] = WHOLE,
    ) -> None:
        """Draw what will likely be asked for next; whether it can be drawn is told when it is."""
        with suppress(NotThere):
            await self.draw(document, page, room, part)

    async def close(self) -> None:
        """End the drawing process."""
        async with self._turn:
            if self._child is not None:
                kill_child(self._child)  # a page that is being drawn ends with it
            await self._finish_last()
            await self._stop()
            self._kept.clear()

    async def _finish_last(self) -> None:
        """Wait for an answer that nobody waits for any more."""
        if self._asking is not None:
            await asyncio.wait({self._asking})  # who is told to stop waiting here leaves it for the next
            self._asking.exception()  # it was told, or nobody wants to know
            self._asking = None

    async def _ask(self, asked: _Asked) -> Picture:
        try:
            async with asyncio.timeout(_PATIENCE):
                picture = await self._answer(asked)
        except BaseException:
            await self._stop()
            raise
        self._kept[asked] = picture
        while len(self._kept) > _MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return picture

    async def _answer(self, asked: _Asked) -> Picture:
        path, page, part, room = asked
        child = await self._start(path)
        assert child.stdin is not None and child.stdout is not None
        values = (page, *part, room.width, room.height, room.cell_width, room.cell_height, room.form)
        child.stdin.write(" ".join(str(value) for value in values).encode() + b"\n")
        await child.stdin.drain()
        head = await child.stdout.readline()
        if not head or head.startswith(b"!"):
            raise EOFError(head.decode(errors="replace"))
        width, height, page_width, page_height, size = head.split()
        drawn = await child.stdout.readexactly(int(size))
        return Picture(int(width), int(height), drawn, float(page_width), float(page_height), room)

    async def _start(self, path: Path) -> asyncio.subprocess.Process:
        if path != self._path or self._child is None or self._child.returncode is not None:
            await self._stop()
            self._child = await start_child(path, "imports.processes.picture_worker", answers=True)
            self._path = path
        return self._child

    async def _stop(self) -> None:
        child, self._child, self._path = self._child, None, None
        if child is not None:
            kill_child(child)
            with suppress(OSError):
                await child.communicate()
