"""The drawing process: draws pages of a PDF as they look.

It is `python -P -m imports.processes.picture_worker FILE [-]`. With `-` the first line of its standard input
is the file's password. It reads requests from standard input, a line each, and answers each with a line
(`WIDTH HEIGHT PAGE_WIDTH PAGE_HEIGHT BYTES`, pixels and points) and that many bytes, or with a line that
begins with `!` and says why not. A request is

    PAGE LEFT TOP RIGHT BOTTOM WIDTH HEIGHT CELL_WIDTH CELL_HEIGHT FORM

the file's page, the part of it to draw as shares of its width and height, how many pixels it may take (a
height of 0: as many as it comes to), how many a character's cell has, and what to answer: `rgb`, the pixels
row by row; `kitty`, the same compressed; `sixel`, see `imports.processes.sixel`; or `blocks`, the pixels of a
picture with two of them to a cell, one above the other. A file can crash the library that draws: it may
crash here.
"""

from __future__ import annotations

import math
import sys
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PIXELS = 6_000_000
"""About four screens; a page larger than that is drawn coarser."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asks for, see above."""

    page: int
    part: tuple[float, float, float, float]
    size: tuple[float, float]
    cell: tuple[float, float]
    form: str


_FEWER = bytes(round(level / 255 * 31) * 255 // 31 for level in range(256))
"""32 levels of each colour: what looks alike in cells becomes alike, and is drawn at one go."""


def main(arguments: list[str]) -> int:
    """Answer requests until there are no more; 2 where no file is named."""
    if not arguments or arguments[1:] not in ([], ["-"]):
        print("usage: python -P -m imports.processes.picture_worker FILE [-]", file=sys.stderr)
        return 2
    from imports.processes.bounds import bound_this_process

    out = sys.stdout.buffer
    bound_this_process(out)
    document = _open(arguments[0], _password() if arguments[1:] else None, out)
    if document is None:
        return 1
    for request in sys.stdin.buffer:
        _answer(document, request, out)
        out.flush()
    return 0


def _open(path: str, password: str | None, out: BinaryIO) -> PdfDocument | None:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(path, password=password)
    except (PdfiumError, OSError) as error:
        _refuse(out, f"the file cannot be drawn ({error})")
        out.flush()
        return None


def _password() -> str:
    from imports.worker import read_password  # late: the reading process loads much that drawing needs not

    return read_password()


def _answer(document: PdfDocument, request: bytes, out: BinaryIO) -> None:
    from pypdfium2 import PdfiumError

    try:
        number, *measures, form = request.split()
        left, top, right, bottom, wide, high, cell_wide, cell_high = map(float, measures)
        part = left, top, right, bottom
        wanted = Wanted(int(number), part, (wide, high), (cell_wide, cell_high), form.decode())
        if not 1 <= wanted.page <= len(document):
            raise ValueError(f"there is no page {wanted.page}")
        page = document[wanted.page - 1]
        (width, height), drawn = _draw(page, wanted)
        across, down = page.get_size()
        out.write(f"{width} {height} {across:.2f} {down:.2f} {len(drawn)}\n".encode())
        out.write(drawn)
    except (PdfiumError, ValueError, TypeError, OverflowError, MemoryError) as error:
        _refuse(out, str(error) or type(error).__name__)


def _draw(page: PdfPage, wanted: Wanted) -> tuple[tuple[int, int], bytes]:
    """Draw what is wanted: how many pixels across and down, and the answer's bytes."""
    left, top, right, bottom = (min(1.0, max(0.0, share)) for share in wanted.part)
    page_width, page_height = page.get_size()
    width, height = (right - left) * page_width, (bottom - top) * page_height
    if not (width >= 1 and height >= 1):
        raise ValueError("the page has no size")
    across, down = wanted.size
    scale = min(across / width, math.sqrt(MOST_PIXELS / (width * height)))
    if down:
        scale = min(scale, down / height)
    cut = (
        left * page_width,
        (1 - bottom) * page_height,
        (1 - right) * page_width,
        top * page_height,
    )
    bitmap = page.render(scale=scale, crop=cut, rev_byteorder=True, prefer_bgrx=False)
    pixels, row = memoryview(bitmap.buffer), bitmap.width * 3
    rows = b"".join(
        bytes(pixels[start : start + row]) for start in range(0, bitmap.height * bitmap.stride, bitmap.stride)
    )
    return _in_form(wanted, (bitmap.width, bitmap.height), rows)


def _in_form(wanted: Wanted, size: tuple[int, int], pixels: bytes) -> tuple[tuple[int, int], bytes]:
    if wanted.form == "rgb":
        return size, pixels
    if wanted.form == "kitty":
        size, pixels = _filling_cells(wanted, size, pixels)
        return size, zlib.compress(pixels, 1)
    from PIL import Image

    picture = Image.frombytes("RGB", size, pixels)
    if wanted.form == "sixel":
        from imports.processes.sixel import as_sixel

        return size, as_sixel(picture)
    if wanted.form != "blocks":
        raise ValueError("nobody knows that form")
    columns, rows = (max(1, round(length / cell)) for length, cell in zip(size, wanted.cell, strict=True))
    small = picture.resize((columns, rows * 2), Image.Resampling.BOX)
    return small.size, small.tobytes().translate(_FEWER)


def _filling_cells(wanted: Wanted, size: tuple[int, int], pixels: bytes) -> tuple[tuple[int, int], bytes]:
    """Add white at the right and below, to where a cell ends: Kitty would stretch the picture."""
    (width, height), (wide, high) = size, map(int, wanted.cell)
    more, below = -width % wide, -height % high
    line = width * 3
    rows = (pixels[start : start + line] for start in range(0, height * line, line))
    filled = b"".join(row + b"\xff" * (more * 3) for row in rows)
    return (width + more, height + below), filled + b"\xff" * (below * (width + more) * 3)


def _refuse(out: BinaryIO, why: str) -> None:
    out.write(f"! {' '.join(why.split())}\n".encode(errors="replace"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
