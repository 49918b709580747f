from __future__ import annotations

import asyncio
import os
import signal
import zlib
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import landscape
from reportlab.pdfgen.canvas import Canvas

from db.models.papers import StoredDocument
from imports.processes.sixel import as_sixel
from scrutiny_tui.services.errors import NotThere
from scrutiny_tui.services.pictures import Pictures, Room
from tests.services.shown_pictures import difference, sixels

RED, WHITE = b"\xff\x00\x00", b"\xff\xff\xff"


@pytest.fixture
async def pictures() -> AsyncIterator[Pictures]:
    drawing = Pictures()
    yield drawing
    await drawing.close()


def wide(width: int, form: str = "rgb", height: int = 0) -> Room:
    return Room(width, height, 10, 20, form)


def stored(path: Path, kind: str = "pdf") -> StoredDocument:
    return StoredDocument(1, 1, "00", path.name, str(path), kind, "pack", 2, datetime(2031, 5, 1), "")


@pytest.fixture
def paper(tmp_path: Path) -> StoredDocument:
    """Two pages: the left half of the first is red; the second is landscape, its lower half red."""
    path = tmp_path / "chart.pdf"
    canvas = Canvas(str(path), pagesize=(200, 400))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 100, 400, stroke=0, fill=1)
    canvas.showPage()
    canvas.setPageSize(landscape((200, 400)))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 400, 100, stroke=0, fill=1)
    canvas.save()
    return stored(path)


def pixel(pixels: bytes, width: int, x: int, y: int) -> bytes:
    at = (y * width + x) * 3
    return pixels[at : at + 3]


async def test_a_page_is_drawn_as_it_looks(pictures: Pictures, paper: StoredDocument) -> None:
    drawn = await pictures.draw(paper, 1, wide(100))
    assert (drawn.width, drawn.height, drawn.page_width, drawn.page_height) == (100, 200, 200, 400)
    assert len(drawn.drawn) == 100 * 200 * 3
    assert pixel(drawn.drawn, 100, 20, 100) == RED
    assert pixel(drawn.drawn, 100, 80, 100) == WHITE


async def test_a_part_is_drawn_at_the_width_asked_for(pictures: Pictures, paper: StoredDocument) -> None:
    drawn = await pictures.draw(paper, 2, wide(100), (0.0, 0.25, 0.5, 0.75))
    assert (drawn.width, drawn.height) == (100, 50)
    assert pixel(drawn.drawn, 100, 50, 10) == WHITE
    assert pixel(drawn.drawn, 100, 50, 40) == RED


async def test_a_picture_is_never_larger_than_a_few_screens(
    pictures: Pictures, paper: StoredDocument
) -> None:
    drawn = await pictures.draw(paper, 1, wide(1_000_000))
    assert drawn.width * drawn.height <= 6_100_000


async def test_a_page_that_is_not_there_is_one_sentence_and_the_next_is_drawn(
    pictures: Pictures, paper: StoredDocument
) -> None:
    with pytest.raises(NotThere, match=r"Page 9 of chart\.pdf cannot be drawn"):
        await pictures.draw(paper, 9, wide(50))
    assert (await pictures.draw(paper, 1, wide(50))).width == 50


async def test_a_drawing_process_that_died_is_started_again(
    pictures: Pictures, paper: StoredDocument
) -> None:
    await pictures.draw(paper, 1, wide(50))
    assert pictures._child is not None
    os.kill(pictures._child.pid, signal.SIGKILL)
    await pictures._child.wait()
    assert (await pictures.draw(paper, 2, wide(50))).width == 50


async def test_turning_on_before_a_page_is_drawn_never_shows_the_wrong_one(
    pictures: Pictures, paper: StoredDocument
) -> None:
    await pictures.draw(paper, 1, wide(50))
    for _ in range(2):  # the second waits for the answer to the first, and is given up too
        given_up = asyncio.create_task(pictures.draw(paper, 1, wide(2000)))
        while not pictures._turn.locked():  # noqa: ASYNC110 - nobody tells when a lock is taken
            await asyncio.sleep(0)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
    assert (await pictures.draw(paper, 2, wide(50))).page_width == 400


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nnothing", b"plain words"])
async def test_a_broken_file_is_one_sentence(pictures: Pictures, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.pdf"
    await asyncio.to_thread(path.write_bytes, content)
    with pytest.raises(NotThere, match="cannot be drawn"):
        await pictures.draw(stored(path), 1, wide(50))


async def test_what_is_gone_or_no_pdf_says_so(pictures: Pictures, tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="no longer at"):
        await pictures.draw(stored(tmp_path / "gone.pdf"), 1, wide(50))
    with pytest.raises(NotThere, match="no pages to show"):
        await pictures.draw(stored(tmp_path / "notes.txt", "text"), 1, wide(50))


async def test_leaving_while_a_page_is_drawn_ends_the_drawing(paper: StoredDocument) -> None:
    pictures = Pictures()
    given_up = asyncio.create_task(pictures.draw(paper, 1, wide(2000)))
    while not pictures._turn.locked():  # noqa: ASYNC110
        await asyncio.sleep(0)
    given_up.cancel()
    await pictures.close()
    assert pictures._child is None and pictures._asking is None


async def test_every_form_shows_the_same_picture(pictures: Pictures, paper: StoredDocument) -> None:
    plain = await pictures.draw(paper, 1, wide(96, height=124))
    assert (plain.width, plain.height) == (62, 124)
    page = Image.frombytes("RGB", (62, 124), plain.drawn)
    (sixel,) = sixels((await pictures.draw(paper, 1, wide(96, "sixel", 124))).drawn)
    assert difference(page, sixel) < 0.02
    kitty = await pictures.draw(paper, 1, wide(96, "kitty", 124))
    # a cell is 10 by 20 pixels: what is over is white
    filled = Image.frombytes("RGB", (70, 140), zlib.decompress(kitty.drawn))
    assert (kitty.width, kitty.height) == filled.size
    assert difference(page, filled.crop((0, 0, 62, 124))) == 0
    assert filled.crop((62, 0, 70, 140)).getextrema() == ((255, 255),) * 3
    blocks = await pictures.draw(paper, 1, wide(96, "blocks", 124))
    assert (blocks.width, blocks.height) == (6, 12)
    assert pixel(blocks.drawn, 6, 1, 6) == RED
    assert pixel(blocks.drawn, 6, 5, 6) == WHITE


async def test_a_picture_drawn_ahead_needs_no_drawing(pictures: Pictures, paper: StoredDocument) -> None:
    await pictures.keep_ready(paper, 2, wide(50))
    await pictures.keep_ready(paper, 9, wide(50))
    assert pictures._child is None or pictures._child.returncode is not None, "page 9 ended it"
    assert (await pictures.draw(paper, 2, wide(50))).page_width == 400
    assert pictures._child is None or pictures._child.returncode is not None, "nobody was asked"


async def test_sixel_tells_every_column_of_every_band() -> None:
    noise = Image.effect_noise((61, 20), 90).convert("RGB")
    few = noise.quantize(8).convert("RGB")
    (drawn,) = sixels(as_sixel(few))
    assert difference(few, drawn) < 0.02
