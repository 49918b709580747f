"""Draws docs/reading.svg: the demo's agenda as the reader places it, and what was understood of each line.

Run it from the checkout: `PYTHONPATH=. .venv/bin/python docs/make_reading_picture.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from imports.detect import read
from imports.pack import understand
from scrutiny_tui.demo import PACKS

if TYPE_CHECKING:
    from imports.model.document import Page
    from imports.model.evidence import Evidence

TARGET = Path(__file__).with_name("reading.svg")
COLOURS = {
    "committee": "#5b3f8c",
    "meeting_date": "#1f6f5c",
    "start_time": "#1f6f5c",
    "venue": "#1f6f5c",
    "title": "#1d5fa8",
    "pages": "#a8521d",
    "officers": "#8c3f6b",
    "text": "#a81d2d",
}
NAMES = {"text": "question deadline", "meeting_date": "date", "start_time": "time", "officers": "officer"}
NOTES = 220
"""Points of room for the words beside the page."""


def main() -> None:
    """Draw the first page of a demo pack that has an agenda with a deadline on it."""
    path = next(Path(PACKS).glob("*21st-May-2026*.pdf"))
    document = read(path, lambda done, total: None)
    pack = understand(document).pack
    page = document.pages[0]
    TARGET.write_text(draw(page, [one for one in pack.evidence if one.page == page.number]), encoding="utf-8")


def draw(page: Page, evidence: list[Evidence]) -> str:
    """Give the picture of a page: each line where it stands, framed and named where a value was read."""
    named: defaultdict[int, list[str]] = defaultdict(list)
    for one in evidence:
        what = _what(one.of)
        if one.line and what in COLOURS:
            named[one.line - 1].append(_label(one.of))
    parts = [_rectangle(0, 0, page.width + NOTES, page.height, "#ffffff", "#cccccc")]
    below = 0.0
    for index, line in enumerate(page.lines):
        for cell in line.cells or ():
            parts.append(_words(cell.text, cell.left, line.bottom, line.size or 10, "#222222", line.bold))
        if not line.cells:
            parts.append(_words(line.text, line.left, line.bottom, line.size or 10, "#222222", line.bold))
        if index in named:
            colour = COLOURS[_what(_path(evidence, index))]
            width, height = line.right - line.left + 6, line.bottom - line.top + 5
            parts.append(_rectangle(line.left - 3, line.top - 2, width, height, "none", colour))
            at = max(line.bottom, below)
            below = at + 11
            parts.append(
                f'<path d="M{line.right + 4:.1f} {line.bottom - 4:.1f} L{page.width:.1f} {at - 4:.1f}" '
                f'stroke="{colour}" stroke-width="0.6" fill="none"/>'
            )
            parts.append(_words(", ".join(dict.fromkeys(named[index])), page.width + 6, at, 9, colour, True))
    size = f"{page.width + NOTES:.0f} {page.height:.0f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}" font-family="Arial, sans-serif">\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _path(evidence: list[Evidence], index: int) -> str:
    return next(one.of for one in evidence if one.line == index + 1 and _what(one.of) in COLOURS)


def _what(of: str) -> str:
    return re.sub(r"\[\d+\]", "", of).rpartition(".")[2]


def _label(of: str) -> str:
    found = re.match(r"agenda\[(\d+)\]", of)
    name = NAMES.get(_what(of), _what(of))
    return f"{name} {int(found[1]) + 1}" if found else name


def _rectangle(left: float, top: float, width: float, height: float, fill: str, stroke: str) -> str:
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2" '
        f'fill="{fill}" stroke="{stroke}"/>'
    )


def _words(text: str, left: float, bottom: float, size: float, colour: str, bold: bool) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{left:.1f}" y="{bottom - size * 0.2:.1f}" font-size="{size:.1f}" fill="{colour}"{weight}>'
        f"{escape(text)}</text>"
    )


if __name__ == "__main__":
    main()
