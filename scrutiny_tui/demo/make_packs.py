"""Makes the demo's packs from their sources, in the form councils publish; for developers.

Run `python -m scrutiny_tui.demo.make_packs` after a change of a source, and commit what it writes. The
same sources always give the same bytes. Needs reportlab (the `test` extra).
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
)
from reportlab.platypus.flowables import NullDraw

from scrutiny_tui.demo import PACKS
from scrutiny_tui.demo.front import set_front_sheet
from scrutiny_tui.demo.markup import Meeting, Paper, read_source
from scrutiny_tui.demo.typeset import BODY, NUMBER_COLUMN, set_block

SOURCES = Path(__file__).with_name("source")
MARGIN = 57
BLANK = "This page is intentionally left blank"


_CENTRED = ParagraphStyle("blank", BODY, alignment=1)


class Start(NullDraw):  # type: ignore[misc]  # reportlab has no types
    """Marks where a paper (None: the front sheet) begins; `folio` is its own page number's form."""

    def __init__(self, paper: Paper | None, folio: str = "") -> None:
        super().__init__()
        self.paper = paper
        self.folio = folio


class Blank(NullDraw):  # type: ignore[misc]  # reportlab has no types
    """Marks a page that only makes the next paper begin on a right-hand page."""


class Binder(BaseDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Lays papers on pages and stamps them as Modern.gov does: Form XObjects in Helvetica 12.

    Attributes:
        front: pages of the front sheet, blank ones included.
        starts: the file page each part begins on, the front sheet first.
    """

    def __init__(self, target: BytesIO, meeting: Meeting) -> None:
        when = f"{meeting.start:%d/%m/%Y %H:%M}"
        super().__init__(
            target,
            title=f"(Public Pack)Agenda Document for {meeting.committee}, {when}",
            subject=f"{meeting.council}, {when}",
            author="Democratic Services",
            invariant=1,
        )
        self.front = 0
        self.starts: list[int] = []
        self.paper: Paper | None = None
        self.folio = ""
        for name, (width, height) in (("portrait", A4), ("landscape", landscape(A4))):
            frame = Frame(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN - 8, 0, 0, 0, 0)
            self.addPageTemplates(PageTemplate(name, [frame], onPageEnd=_stamp, pagesize=(width, height)))

    def afterFlowable(self, flowable: Flowable) -> None:
        """Note a paper's start and bookmark it."""
        if isinstance(flowable, Blank):
            self.folio = ""
        if not isinstance(flowable, Start):
            return
        self.paper, self.folio = flowable.paper, flowable.folio
        self.starts.append(self.page)
        title, level = "Agenda", 0
        if self.paper is not None:
            self.front = self.front or self.page - 1
            level = int(self.paper.attachment)
            title = self.paper.title if level else f"{self.paper.item} {self.paper.title}"
        key = f"paper-{len(self.starts)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(title, key, level)

    def measure(self) -> list[int]:
        """Count the pages of each part, once all are set."""
        ends = [*self.starts[1:], self.page + 1]
        return [end - start for start, end in zip(self.starts, ends, strict=True)]


def _stamp(canvas: Canvas, binder: Binder) -> None:
    """Lay the page's stamps over it, turned on landscape pages."""
    if binder.page == 1:
        _lay(canvas, "Public Document Pack", 430, 812, turned=False)
    paper = binder.paper
    if paper is None:
        return
    wide = binder.pageTemplate.id == "landscape"
    number, first = f"Page {binder.page - binder.front}", binder.starts[-1] == binder.page
    _lay(canvas, number, *((30, 290) if wide else (497, 22)), turned=wide)
    if first and not paper.attachment:
        _lay(canvas, f"Agenda Item {paper.item}", *((815, 125) if wide else (465, 812)), turned=wide)
    if binder.folio:
        canvas.setFont("Helvetica", 9)
        own = str(binder.page - binder.starts[-1] + 1)
        canvas.drawCentredString(binder.pageTemplate.pagesize[0] / 2, 38, binder.folio.replace("#", own))


def _lay(canvas: Canvas, words: str, x: float, y: float, turned: bool) -> None:
    name = words.replace(" ", "")
    canvas.beginForm(name, 0, -4, 150, 14)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(0, 0, words)
    canvas.endForm()
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(-90 if turned else 0)
    canvas.doForm(name)
    canvas.restoreState()


def _begins_wide(paper: Paper) -> bool:
    return paper.blocks[0].text == "!landscape"


def _set_paper(paper: Paper) -> list[Flowable]:
    """One paper, from its start mark on; text without a number stands in where paragraphs are numbered."""
    numbered = any(block.kind == "numbered" for block in paper.blocks)
    indent = 0
    width = A4[0] - 2 * MARGIN
    story: list[Flowable] = []
    folio = ""
    for block in paper.blocks:
        order, _, rest = block.text.partition(" ")
        if block.kind != "order":
            indent = NUMBER_COLUMN if numbered and block.kind == "heading" else indent
            story += set_block(block, indent, width)
        elif order == "!folio":
            folio = rest
        elif order == "!page":
            story.append(PageBreak())
        else:
            way = order[1:]
            width = (A4 if way == "portrait" else landscape(A4))[0] - 2 * MARGIN
            story += [NextPageTemplate(way), PageBreak()] if story else []
    return [Start(paper, folio), *story]


def _set_pack(meeting: Meeting, lengths: Sequence[int]) -> list[Flowable]:
    """The whole pack; `lengths`, the pages of each part at a first setting, say what to print and to pad."""
    parts = [[Start(None), *set_front_sheet(meeting, number_pages(meeting, lengths[1:]))]]
    parts += [_set_paper(paper) for paper in meeting.papers]
    ways = ["landscape" if _begins_wide(paper) else "portrait" for paper in meeting.papers]
    story: list[Flowable] = []
    for part, length, way in zip(parts, lengths, [*ways, "portrait"], strict=True):
        story += part
        if length % 2:
            story += [NextPageTemplate("portrait"), PageBreak(), Blank(), Spacer(1, 300)]
            story.append(Paragraph(BLANK, _CENTRED))
        story += [NextPageTemplate(way), PageBreak()]
    return story


def number_pages(meeting: Meeting, lengths: Sequence[int]) -> dict[str, tuple[int, int]]:
    """First and last pack page of each item's papers, blank ones included."""
    pages: dict[str, tuple[int, int]] = {}
    last = 0
    for paper, length in zip(meeting.papers, lengths, strict=True):
        first, last = last + 1, last + length + length % 2
        pages[paper.item] = (pages.get(paper.item, (first, 0))[0], last)
    return pages


def make_pack(meeting: Meeting) -> tuple[bytes, dict[str, tuple[int, int]]]:
    """Set a pack: its bytes, and the true pack pages of each item that has papers."""
    lengths = [0] * (len(meeting.papers) + 1)
    for _ in range(2):
        target = BytesIO()
        binder = Binder(target, meeting)
        binder.build(_set_pack(meeting, lengths))
        lengths = lengths if any(lengths) else binder.measure()
    return target.getvalue(), number_pages(meeting, lengths[1:])


def name_file(meeting: Meeting) -> str:
    """Name the file as Modern.gov does."""
    day = meeting.start.day
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"Public reports pack {day}{ending}-{meeting.start:%b-%Y %H.%M} {meeting.committee}.pdf"


def main() -> None:
    """Make every pack that has a source."""
    for source in sorted(SOURCES.glob("*.md")):
        meeting = read_source(source)
        data, _ = make_pack(meeting)
        (PACKS / name_file(meeting)).write_bytes(data)
        print(f"{len(data):>8}  {name_file(meeting)}")


if __name__ == "__main__":
    main()
