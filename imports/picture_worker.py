"""The drawing process: `python -P -m imports.picture_worker FILE [-]` draws pages of a PDF as they look.

With `-` the first line of its standard input is the file's password. It reads requests from standard
input, a line each (`PAGE LEFT TOP RIGHT BOTTOM WIDTH`: the file's page, the part of it to draw as shares
of its width and height, and how many pixels wide), and answers each with a line (`WIDTH HEIGHT PAGE_WIDTH
PAGE_HEIGHT`, pixels and points) and that many RGB pixels, or with a line that begins with `!` and says
why not. A file can crash the library that draws: it may crash here.
"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MOST_PIXELS = 6_000_000
"""About four screens; a page larger than that is drawn coarser."""


def main(arguments: list[str]) -> int:
    """Answer requests until there are no more; 2 where no file is named."""
    if not arguments or arguments[1:] not in ([], ["-"]):
        print("usage: python -P -m imports.picture_worker FILE [-]", file=sys.stderr)
        return 2
    from imports.bounds import bound_this_process
    from imports.worker import read_password

    out = sys.stdout.buffer
    bound_this_process(out)
    password = read_password() if arguments[1:] else None
    document = _open(arguments[0], password, out)
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


def _answer(document: PdfDocument, request: bytes, out: BinaryIO) -> None:
    from pypdfium2 import PdfiumError

    try:
        number, *rest = request.split()
        left, top, right, bottom, width = map(float, rest)
        if not 1 <= int(number) <= len(document):
            raise ValueError(f"there is no page {int(number)}")
        _draw(document[int(number) - 1], (left, top, right, bottom), width, out)
    except (PdfiumError, ValueError, OverflowError, MemoryError) as error:
        _refuse(out, str(error) or type(error).__name__)


def _draw(page: PdfPage, part: tuple[float, float, float, float], wanted: float, out: BinaryIO) -> None:
    left, top, right, bottom = (min(1.0, max(0.0, share)) for share in part)
    page_width, page_height = page.get_size()
    width, height = (right - left) * page_width, (bottom - top) * page_height
    if not (width >= 1 and height >= 1):
        raise ValueError("the page has no size")
    scale = min(wanted / width, math.sqrt(MOST_PIXELS / (width * height)))
    cut = (
        left * page_width,
        (1 - bottom) * page_height,
        (1 - right) * page_width,
        top * page_height,
    )
    bitmap = page.render(scale=scale, crop=cut, rev_byteorder=True, prefer_bgrx=False)
    pixels, row = memoryview(bitmap.buffer), bitmap.width * 3
    out.write(f"{bitmap.width} {bitmap.height} {page_width:.2f} {page_height:.2f}\n".encode())
    for start in range(0, bitmap.height * bitmap.stride, bitmap.stride):
        out.write(bytes(pixels[start : start + row]))


def _refuse(out: BinaryIO, why: str) -> None:
    out.write(f"! {' '.join(why.split())}\n".encode(errors="replace"))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
