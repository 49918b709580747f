"""Made-up papers as the files people have: text extracts with their damage, and PDFs."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.importers.messy.packs import Paper
from tests.importers.messy.sheet import Leaf, Row, Style

LETTER, LEFT, PITCH = 5.1, 50.0, 14.0
_MISREAD = (("l", "1"), ("rn", "m"), ("O", "0"), ("I", "l"), ("e", "c"))


def as_text(paper: Paper) -> str:
    """The paper as an extractor would give it."""
    rng = Random(paper.seed + 1)
    pages = ["\n".join(_page_lines(leaf, paper.style, number)) for number, leaf in enumerate(paper.leaves, 1)]
    lost = paper.style.damage in ("lost breaks", "split stamps", "blanks") and len(pages) > 1
    text = ("\n\n" if lost else "\f").join(pages)
    match paper.style.damage:
        case "blanks":
            text = re.sub(r"(?m)^(?=\S)", lambda m: " " if rng.random() < 0.03 else "", text)
            text = re.sub(r" ", lambda m: "  " if rng.random() < 0.01 else " ", text)
        case "split stamps":
            text = re.sub(r"(?m)^Page (\d+)$", r"P\nage \1", text)
            text = re.sub(r"(?m)^Agenda Item", "A\ngenda Item", text)
        case "ligatures":
            text = text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("'", "’")
        case "scan":
            text = "\n".join(_misread(line, rng) for line in text.split("\n"))
    return text


def _page_lines(leaf: Leaf, style: Style, number: int) -> list[str]:
    lines = [leaf.item_stamp, ""] if leaf.item_stamp else []
    if style.damage == "furniture":
        lines += [f"{style.council.name} - Public Document Pack", ""]
    if style.text == "flow":
        lines += _flow(leaf.rows)
    else:
        joint = 1 if style.text == "tight" else 0
        for row in leaf.rows:
            lines += [""] if row.gap else []
            lines.append(_joined(row, joint))
    if style.damage == "furniture":
        lines += ["", f"www.{style.council.domain}  {number}"]
    if leaf.page_stamp:
        lines += ["", leaf.page_stamp]
    return [line or "" for line in lines]


def _joined(row: Row, blanks: int) -> str:
    """A row on one line: its cells where they stand, or so many blanks apart."""
    line = ""
    for left, words in row.cells:
        if blanks:
            line = f"{line}{' ' * blanks if line else ''}{words}"
        else:
            line = f"{line.ljust(max(left, len(line) + 2 if line else 0))}{words}"
    return line


def _flow(rows: tuple[Row, ...]) -> list[str]:
    """Cell by cell, as extractors give tables: every column of a row set apart by blank lines."""
    lines: list[str] = []
    group: list[Row] = []
    for row in (*rows, None):
        if (
            row is None
            or row.gap
            or (group and len(row.cells) != 1 and row.cells[0][0] == group[0].cells[0][0])
        ):
            lines += _columns(group)
            group = []
        if row is not None:
            if row.gap:
                lines.append("")
            group.append(row)
    return lines


def _columns(group: list[Row]) -> list[str]:
    lefts = sorted({left for row in group for left, _ in row.cells})
    if not any(len(row.cells) > 1 for row in group):
        return [words for row in group for _, words in row.cells]
    lines: list[str] = []
    for place, left in enumerate(lefts):
        lines += [""] if place else []
        lines += [words for row in group for at, words in row.cells if at == left]
    return lines


def _misread(line: str, rng: Random) -> str:
    """A line as text recognition reads it now and then."""
    if rng.random() < 0.12 and len(line) > 20:
        wrong, right = rng.choice(_MISREAD)
        return line.replace(wrong, right, 1)
    return line


def draw(paper: Paper, path: Path) -> None:
    """Write the paper as a PDF with stamps laid over it as Modern.gov does."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for number, leaf in enumerate(paper.leaves, start=1):
        top = 60.0
        for row in leaf.rows:
            top += PITCH * (1.7 if row.gap else 1.0)
            canvas.setFont("Helvetica-Bold" if row.bold else "Helvetica", 10)
            for left, words in row.cells:
                canvas.drawString(LEFT + left * LETTER, A4[1] - top, words)
        for name, stamped, x, y in (
            ("p", leaf.page_stamp, 280.0, 20.0),
            ("i", leaf.item_stamp, 430.0, A4[1] - 30),
        ):
            if stamped:
                _stamp(canvas, f"{name}{number}", stamped, x, y)
        canvas.showPage()
    canvas.save()


def _stamp(canvas: Canvas, name: str, words: str, x: float, y: float) -> None:
    canvas.beginForm(name)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, words)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.doForm(name)
    canvas.restoreState()
