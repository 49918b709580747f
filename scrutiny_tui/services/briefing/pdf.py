"""A brief as a PDF that prints well: A4, pages numbered, no heading left alone at a page's foot.

ReportLab sets it, with DejaVu Sans brought along: the fonts every reader has lack Welsh letters.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from scrutiny_tui.services.briefing.layout import Part, parts_of, title_of
from scrutiny_tui.services.harmless import flat

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle

    from scrutiny_tui.services.briefing.model import Brief

_REGULAR, _BOLD = "DejaVuSans", "DejaVuSans-Bold"
_MARGIN = 56
_EDGE = _MARGIN + 6
"""Where the words begin: a frame has an edge of its own."""
_FOOT = 30
_GREY, _INK = "#555555", "#14365c"
_RANKS = {"title": 0, "section": 0, "item": 1}


def as_pdf(brief: Brief) -> bytes:
    """Write a brief as a PDF."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import SimpleDocTemplate

    _load_fonts()
    title = title_of(brief)

    class NumberedCanvas(Canvas):  # type: ignore[misc]
        """Holds the pages back until their number is known."""

        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            self.held: list[dict[str, Any]] = []

        def showPage(self) -> None:
            self.held.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self.held, start=1):
                self.__dict__.update(page)
                _foot(self, title, f"page {number} of {len(self.held)}")
                super().showPage()
            super().save()

    class Outlined(SimpleDocTemplate):  # type: ignore[misc]
        """Lists the headings beside the pages."""

        def afterFlowable(self, flowable: Any) -> None:
            rank = _RANKS.get(getattr(flowable, "kind", ""))
            if rank is not None:
                key = f"at-{id(flowable)}"
                self.canv.bookmarkPage(key)
                self.canv.addOutlineEntry(flowable.getPlainText(), key, rank)

    buffer = io.BytesIO()
    sides = {f"{side}Margin": _MARGIN for side in ("left", "right", "top", "bottom")}
    named = {"title": title, "author": flat(brief.member), "lang": "en-GB", "creator": "Scrutiny"}
    document = Outlined(buffer, pagesize=A4, **sides, **named)
    document.build(_flowables(parts_of(brief)), canvasmaker=NumberedCanvas)
    return buffer.getvalue()


def _flowables(parts: Iterable[Part]) -> list[Any]:
    from reportlab.platypus import Paragraph

    styles = _styles()
    flowables = []
    for part in parts:
        words = escape(part.headed).replace("\n", "<br/>")
        if part.kind == "fact":
            words = f"<b>{escape(part.name)}:</b> {words}"
        mark = part.mark if part.kind == "bullet" else None
        flowable = Paragraph(words, styles["numbered" if part.name and mark else part.kind], bulletText=mark)
        flowable.kind = part.kind
        flowables.append(flowable)
    for one, after in itertools.pairwise(flowables):
        if (one.kind, after.kind) in {("quote", "source"), ("detail", "label"), ("detail", "text")}:
            one.keepWithNext = 1
    return flowables


@cache
def _styles() -> dict[str, ParagraphStyle]:
    """How each kind of part is set."""
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle("body", fontName=_REGULAR, fontSize=9.5, leading=13.5, spaceAfter=5)
    body.allowWidows = body.allowOrphans = 0

    def like(name: str, **set_as: Any) -> ParagraphStyle:
        return ParagraphStyle(name, parent=body, **set_as)

    heading = {"fontName": _BOLD, "keepWithNext": 1, "textColor": _INK}
    return {
        "title": like("title", **heading, fontSize=17, leading=21, spaceAfter=8),
        "section": like("section", **heading, fontSize=13, leading=17, spaceBefore=14, spaceAfter=4),
        "item": like("item", **heading, fontSize=11, leading=14.5, spaceBefore=12, spaceAfter=2),
        "label": like("label", fontName=_BOLD, keepWithNext=1, spaceBefore=4, spaceAfter=2),
        "detail": like("detail", fontSize=8.5, leading=12, textColor=_GREY, spaceAfter=3),
        "fact": like("fact", spaceAfter=1.5),
        "text": body,
        "bullet": like("bullet", leftIndent=13, bulletIndent=3),
        "numbered": like("numbered", leftIndent=26, bulletIndent=3),
        "quote": like("quote", leftIndent=14, rightIndent=8, spaceAfter=1.5),
        "source": like("source", leftIndent=14, fontSize=8, leading=11, textColor=_GREY, spaceAfter=7),
    }


@cache
def _load_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    folder = files("scrutiny_tui.services.briefing") / "fonts"
    for name in (_REGULAR, _BOLD):
        with (folder / f"{name}.ttf").open("rb") as file:
            registerFont(TTFont(name, io.BytesIO(file.read())))
    registerFontFamily(_REGULAR, _REGULAR, _BOLD, _REGULAR, _BOLD)


def _foot(canvas: Any, title: str, number: str) -> None:
    """Set a page's foot: what it is of, cut to the line, and its number."""
    width, _ = canvas._pagesize
    canvas.setFont(_REGULAR, 7.5)
    canvas.setFillColor(_GREY)
    room = width - 2 * _EDGE - canvas.stringWidth(number) - 12
    while title and canvas.stringWidth(title) > room:
        title = title[:-2].rstrip(" …") + "…"
    canvas.drawString(_EDGE, _FOOT, title)
    canvas.drawRightString(width - _EDGE, _FOOT, number)
