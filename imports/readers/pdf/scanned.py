"""Reads pages that are pictures: scans, and pages whose fonts do not say which letters they print.

What is read comes as runs with places and goes through the layout that printed words go through, so
that parsers find lines, columns and cells in it as in any page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from msgspec import structs

from imports.patterns import regex
from imports.processes.twin import spare_core
from imports.readers.pdf.drawing import Drawing
from imports.readers.pdf.layout import lay_out
from imports.readers.pdf.letters import SOFT_HYPHEN, clean
from imports.readers.pdf.misread import mend
from imports.readers.pdf.runs import Painted, Run
from imports.readers.pdf.tesseract import Seen, find_tesseract, recognise

if TYPE_CHECKING:
    from imports.model.document import Document, Line, Page

MOST_SCANS = 300
"""Pages of one file that are read so; each costs a second or two."""
UNKNOWN_LETTERS = "The page's fonts do not say which letters they print; read it in the original."
FROM_PICTURE = "Its words were read from a picture: check them against the original (v)."
FROM_LAYER = "It is a scan whose words a program recognised: check them against the original (v)."
NO_WORDS = "No words were found in its picture (v shows it)."
_DOUBTFUL = 60.0
_SPECK = 30.0
_FEWEST = 3
_FEW = 25
_COVERS = 0.5
_GAP = 1.5
_LETTERS = regex(r"[^\W\d_]{2,}")
_TALL = regex(r"[A-Zbdfhklt0-9(/)\[\]]")
_DEEP = regex(r"[gjpqy(),;/\[\]]")

Told = Callable[[int, int], None]


def with_scans_read(path: Path, document: Document, tell: Told, password: str = "") -> Document:
    """Put words on the pages that are pictures, where Tesseract is there to read them.

    Args:
        path: the file.
        document: as far as it was read without.
        tell: called with pages recognised and pages to recognise.
        password: of the file, "" for none.
    """
    program = find_tesseract()
    scans = [page for page in document.pages if is_scan(page)][:MOST_SCANS]
    if not scans or program is None:
        return document
    read: dict[int, Page] = {}
    tell(0, len(scans))
    drawing = Drawing(path, password)
    try:
        for page in _read_each(drawing, program, scans):
            read[page.number] = page
            tell(len(read), len(scans))
    finally:
        drawing.close()
    return replace(document, pages=tuple(read.get(page.number, page) for page in document.pages))


def is_scan(page: Page) -> bool:
    """Whether a page's words stand in a picture of it, or cannot be told from its fonts."""
    if page.recognised:
        return False
    if page.failed == UNKNOWN_LETTERS:
        return True
    if not page.pictures:
        return False
    words = len(_LETTERS.findall(" ".join(line.text for line in page.lines if not line.stamp)))
    return words < (_FEW if page.covered >= _COVERS else _FEWEST)


def _read_each(drawing: Drawing, program: str, scans: Sequence[Page]) -> Iterator[Page]:
    """Read pages in order, two at a time where a second core is free."""
    workers = 2 if spare_core() else 1
    waiting: deque[Future[Page]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for page in scans:
            if len(waiting) > workers:
                yield waiting.popleft().result()
            drawn = drawing.draw(page.number, page.width or 595.0)
            if drawn is None:
                waiting.append(pool.submit(replace, page, recognised=NO_WORDS))
                continue
            dots, scale = round(drawn.scale * 72), drawn.scale
            waiting.append(pool.submit(_read, program, page, drawn.netpbm, dots, scale))
        while waiting:
            yield waiting.popleft().result()


def _read(program: str, page: Page, picture: bytes, dots: int, scale: float) -> Page:
    seen = recognise(program, picture, dots)
    if seen is None:
        return replace(page, failed="Tesseract could not read its picture.")
    return with_words(page, seen, scale)


def with_words(page: Page, seen: Sequence[Seen], scale: float) -> Page:
    """Give a page the words seen on its picture.

    Args:
        page: as it was read without.
        seen: the words.
        scale: pixels in a point.
    """
    words = [word for word in seen if _is_word(word) and not _on_stamp(word, page, scale)]
    sure = [word for word in words if word.sure >= _DOUBTFUL and _LETTERS.search(word.text)]
    own = len(_LETTERS.findall(" ".join(line.text for line in page.lines if not line.stamp)))
    unreadable = page.failed == UNKNOWN_LETTERS
    if len(sure) < max(_FEWEST, 0 if unreadable else 2 * own):
        return page if own or unreadable else replace(page, recognised=NO_WORDS)
    laid_out = lay_out(Painted(page.width, page.height, _runs(words, page, scale)), page.number)
    doubtful = sum(word.sure < _DOUBTFUL for word in words)
    said = f"{FROM_PICTURE} {doubtful} of its {len(words)} words are doubtful." if doubtful else FROM_PICTURE
    stamps = tuple(line for line in page.lines if line.stamp)
    top = tuple(stamp for stamp in stamps if stamp.top < page.height / 4)
    foot = tuple(stamp for stamp in stamps if stamp not in top)
    lines = (*top, *laid_out.lines, *foot)
    return replace(page, lines=lines, tables=laid_out.tables, recognised=said, failed=None)


def _is_word(word: Seen) -> bool:
    """Whether this is a word and no speck of dust or piece of a ruled line."""
    return any(map(str.isalnum, word.text)) or word.sure >= _SPECK


def _on_stamp(word: Seen, page: Page, scale: float) -> bool:
    """Whether a word is part of a stamp, which the file says in letters."""
    x, y = (word.left + word.width / 2) / scale, (word.top + word.height / 2) / scale

    def covers(line: Line) -> bool:
        return line.left - 2 <= x <= line.right + 2 and line.top - 2 <= y <= line.bottom + 2

    return any(line.stamp and covers(line) for line in page.lines)


def _runs(words: Sequence[Seen], page: Page, scale: float) -> list[Run]:
    """Words as runs, row by row from the top: as a program would have painted them that prints rows."""
    lines: dict[tuple[int, ...], list[Seen]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    sizes = {line: median(map(_size, own)) for line, own in lines.items()}
    usual = median(sizes[word.line] for word in words)
    tilt = _tilt(list(lines.values()))
    placed: list[tuple[float, Run]] = []
    for line, own in lines.items():
        size = usual if abs(sizes[line] - usual) < 0.12 * usual else sizes[line]
        for part in _parts(sorted(own, key=lambda word: word.left), _GAP * size):
            base = median(_base(word) - tilt * word.left for word in part)
            run = _run(part, base, size, page, scale)
            placed += [(base, run)] if run.text else []
    return _by_rows(placed, 0.5 * usual)


def _by_rows(placed: list[tuple[float, Run]], near: float) -> list[Run]:
    """Sort by rows, those of one row on one baseline, from the left."""
    rows: list[list[tuple[float, Run]]] = []
    for one in sorted(placed, key=lambda one: one[0]):
        if rows and one[0] - rows[-1][0][0] <= near:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [
        structs.replace(run, y=row[0][1].y)
        for row in rows
        for _, run in sorted(row, key=lambda one: one[1].x)
    ]


def _run(part: Sequence[Seen], base: float, size: float, page: Page, scale: float) -> Run:
    first, last = part[0], part[-1]
    alone = len(part) == 1
    text = " ".join(mend(word.text, first=alone) for word in part)
    width = (last.left + last.width - first.left) / scale
    points = round(2 * size / scale) / 2
    shown = clean(text).replace(SOFT_HYPHEN, "-").strip()
    x, y = first.left / scale, page.height - base / scale
    return Run(shown, x, y, width, points, 0, False, 0, False, False)


def _parts(words: Sequence[Seen], gap: float) -> Iterator[list[Seen]]:
    """Cut a line where a gap is wider than between words."""
    part: list[Seen] = []
    for word in words:
        if part and word.left - part[-1].left - part[-1].width > gap:
            yield part
            part = []
        part.append(word)
    yield part


def _size(word: Seen) -> float:
    """The size of the type, from how tall a word with such letters is."""
    tall, deep = bool(_TALL.search(word.text)), bool(_DEEP.search(word.text))
    shares = {(True, True): 0.93, (True, False): 0.72, (False, True): 0.73, (False, False): 0.53}
    return word.height / shares[tall, deep]


def _base(word: Seen) -> float:
    """Where a word's baseline is: its foot, but for letters that go below."""
    foot = word.top + word.height
    return foot - 0.21 * _size(word) if _DEEP.search(word.text) else foot


def _tilt(lines: Sequence[Sequence[Seen]]) -> float:
    """How far lines fall to the right, a pixel; a scan seldom lies straight."""
    slopes = [
        (_base(last) - _base(first)) / (last.left - first.left)
        for own in lines
        if len(own) > 4
        for first, last in [(min(own, key=lambda w: w.left), max(own, key=lambda w: w.left))]
        if last.left > first.left
    ]
    return median(slopes) if len(slopes) > 2 else 0.0
