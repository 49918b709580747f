"""Turns the demo's blocks into what reportlab sets on a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.charts.legends import Legend
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, Spacer, Table, TableStyle

if TYPE_CHECKING:
    from scrutiny_tui.demo.markup import Block

NUMBER_COLUMN = 40
INKS = (colors.HexColor("#1f5c7a"), colors.HexColor("#d98a2b"), colors.HexColor("#6b8e5a"))

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
STYLES = {
    "text": BODY,
    "title": ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=15, leading=19, spaceAfter=12),
    "heading": ParagraphStyle(
        "heading", BODY, fontName="Helvetica-Bold", fontSize=12, leading=15, spaceBefore=8, keepWithNext=1
    ),
    "subheading": ParagraphStyle("subheading", BODY, fontName="Helvetica-BoldOblique", keepWithNext=1),
    "numbered": BODY,
    "bullets": ParagraphStyle("bullets", BODY, leftIndent=18, bulletIndent=4, spaceAfter=4),
    "cell": ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0),
    "figure": ParagraphStyle("figure", BODY, fontSize=9.5, leading=12, spaceAfter=0, alignment=2),
}
_NUMBERED = re.compile(r"(?P<number>\d+\.(?:\d+)?) (?P<text>.*)", re.DOTALL)


def mark_up(text: str) -> str:
    """Turn `**bold**`, `*italic*` and `[words](address)` into reportlab's markup; everything else is text."""
    text = escape(" ".join(text.split()))
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    text = re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)
    return re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2" color="#0b4f8a"><u>\1</u></a>', text)


def set_block(block: Block, indent: float, width: float) -> list[Flowable]:
    """Set one block.

    Args:
        block: what to set.
        indent: how far text without a number stands in, in points.
        width: of the frame, in points.
    """
    if block.kind == "table":
        return [_set_table(block.text, width)]
    if block.kind == "chart":
        return [_draw_chart(block.text, width)]
    if block.kind == "bullets":
        style = ParagraphStyle("", STYLES["bullets"], leftIndent=18 + indent, bulletIndent=4 + indent)
        rows = re.split(r"(?:^|\n)- ", block.text)[1:]
        return [*(Paragraph(mark_up(row), style, bulletText="•") for row in rows), Spacer(1, 6)]
    text = block.text.lstrip("# ")
    if block.kind in ("heading", "numbered") and (found := _NUMBERED.match(text)):
        return [_hang(found["number"], found["text"], STYLES[block.kind])]
    style = STYLES[block.kind]
    if indent and block.kind in ("text", "subheading"):
        style = ParagraphStyle("", style, leftIndent=indent)
    return [Paragraph(mark_up(text), style)]


def _hang(number: str, text: str, style: ParagraphStyle) -> Paragraph:
    """A numbered paragraph: the number stands alone in the left column."""
    hanging = ParagraphStyle(
        "", style, leftIndent=NUMBER_COLUMN, bulletFontName=style.fontName, bulletFontSize=style.fontSize
    )
    return Paragraph(mark_up(text), hanging, bulletText=number)


def _set_table(text: str, width: float) -> Table:
    """A table; its first line says how, with relative widths: `!table ruled 2 4` or `!table finance 4 1`."""
    order, *lines = text.splitlines()
    _, kind, *shares = order.split()
    parts = [float(share) for share in shares]
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    cells = [[_set_cell(cell, kind, r, c) for c, cell in enumerate(row)] for r, row in enumerate(rows)]
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if kind == "ruled":
        style += [("GRID", (0, 0), (-1, -1), 0.75, colors.black), ("BACKGROUND", (0, 0), (-1, 0), "#e4ecf0")]
    elif kind == "finance":
        style += [
            ("LINEABOVE", (0, 0), (-1, 0), 1, colors.black),
            ("LINEBELOW", (0, 0), (-1, 0), 0.75, colors.black),
        ]
        style += [
            ("LINEABOVE", (0, -1), (-1, -1), 0.75, colors.black),
            ("LINEBELOW", (0, -1), (-1, -1), 1, "black"),
        ]
    return Table(
        cells,
        [width * part / sum(parts) for part in parts],
        repeatRows=0 if kind == "plain" else 1,
        style=TableStyle(style),
        spaceBefore=4,
        spaceAfter=12,
    )


def _set_cell(cell: str, kind: str, row: int, column: int) -> list[Paragraph]:
    style = STYLES["figure"] if kind == "finance" and column else STYLES["cell"]
    bold = row == 0 and kind != "plain"
    lines = cell.split("<br>")
    return [Paragraph(f"<b>{mark_up(line)}</b>" if bold else mark_up(line), style) for line in lines]


def _draw_chart(text: str, width: float) -> Drawing:
    """A chart: `!chart bar Title`, a line of series names, then a line for each category."""
    order, names, *lines = text.splitlines()
    _, kind, title = order.split(" ", 2)
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    series = [name.strip() for name in names.split("|")][1:]
    drawing = Drawing(width, 225)
    chart = VerticalBarChart() if kind == "bar" else HorizontalLineChart()
    chart.x, chart.y, chart.width, chart.height = 40, 50, width - 60, 140
    chart.data = [tuple(_read_value(row[n + 1]) for row in rows) for n in range(len(series))]
    chart.categoryAxis.categoryNames = [row[0] for row in rows]
    chart.valueAxis.valueMin = 0 if kind == "bar" else None
    for axis in (chart.categoryAxis, chart.valueAxis):
        axis.labels.fontName, axis.labels.fontSize = "Helvetica", 8
    for n in range(len(series)):
        if kind == "bar":
            chart.bars[n].fillColor, chart.bars[n].strokeColor = INKS[n], None
        else:
            chart.lines[n].strokeColor, chart.lines[n].strokeWidth = INKS[n], 2
    drawing.add(String(0, 210, title, fontName="Helvetica-Bold", fontSize=10))
    drawing.add(chart)
    legend = Legend()
    legend.x, legend.y, legend.alignment, legend.columnMaximum = 40, 22, "right", 1
    legend.fontName, legend.fontSize, legend.deltax = "Helvetica", 8, 90
    legend.colorNamePairs = list(zip(INKS, series, strict=False))
    drawing.add(legend)
    return drawing


def _read_value(cell: str) -> float | None:
    return None if cell == "-" else float(cell)
