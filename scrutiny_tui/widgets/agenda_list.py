"""The agenda beside the item in hand: number, what is left to read, title, pack page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region

from scrutiny_tui.literal import line
from scrutiny_tui.services.models.meeting import ItemDetail
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.widgets.bars import length
from scrutiny_tui.widgets.paper_rows import NEW
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList

_ROOMY, _BAR = 70, 8
_BESIDE = 17  # cells beside title and bar: number, mark, page, gaps


class AgendaList(RowList):
    """The agenda's items; turning items moves its cursor."""

    BESIDE = True

    def show_items(self, items: Sequence[ItemDetail]) -> None:
        """Show the agenda, the cursor staying on the item it stood on."""
        at = self.highlighted or 0
        most = max((pages_read(detail.papers)[0] for detail in items), default=0)
        self.show((ModelRow(agenda_row(detail, most), detail) for detail in items), keep=False)
        if items:
            self.highlighted = min(at, len(items) - 1)

    def go_to(self, title: str) -> None:
        """Put the cursor on the item of this title, if there is one."""
        for index, row in enumerate(self.options):
            if (
                isinstance(row, ModelRow)
                and isinstance(row.model, ItemDetail)
                and row.model.item.title == title
            ):
                self.highlighted = index
                return

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Keep the items beside the one in hand in sight too."""
        here = self.highlighted
        for beside in () if here is None or not self.is_mounted else (here - 1, here + 1):
            self._update_lines()
            y = self._index_to_line.get(beside)
            if y is not None:
                self.scroll_to_region(Region(0, y, 1, 1), force=True, animate=False, immediate=True)
        super().scroll_to_highlight(top)

    def beside(self) -> tuple[ItemDetail, ...]:
        """The items after and before the one in hand."""
        here = self.highlighted or 0
        rows = (self.options[at] for at in (here + 1, here - 1) if 0 <= at < self.option_count)
        models = (row.model for row in rows if isinstance(row, ModelRow))
        return tuple(model for model in models if isinstance(model, ItemDetail))

    def turn(self, by: int) -> bool:
        """Turn to another item; False at either end."""
        to = (self.highlighted or 0) + by
        if not 0 <= to < self.option_count:
            return False
        self.highlighted = to
        return True


def agenda_row(detail: ItemDetail, most: int = 0) -> Row:
    """One item of the agenda as a row; with room, its pages as a bar beside those of the `most`."""
    item = detail.item
    page = f"p{item.first_page}" if item.first_page is not None else ""
    quiet = "$text-muted" if item.is_heading else ""
    pages, _ = pages_read(detail.papers)
    return Row(
        (
            Column(line(item.number or "", "$text-muted"), 4, right=True),
            Column(_mark(detail), 1),
            Column(line(item.title, quiet)),
            Column(
                Content.styled(length(pages, most, _BAR), "$primary"), _BAR, from_width=_with_bar(item.title)
            ),
            Column(Content.styled(page, "$text-muted"), 4, right=True),
        )
    )


def _with_bar(title: str) -> int:
    """How wide a row must be for a bar: a title is never cut for it."""
    return max(_ROOMY, len(title) + _BAR + _BESIDE)


MARKS = (
    ("◷", "sets the deadline of the items it names"),
    ("✎", "written questions only"),
    ("◐", "read in part"),
    ("✓", "read"),
    (NEW, "a paper came after you began to read"),
)


def _mark(detail: ItemDetail) -> Content:
    """How an item stands: it sets a deadline, was read, was begun, or takes written questions only."""
    if detail.item.is_heading:
        return Content.styled("◷", "$warning")
    if any(paper.new for paper in detail.papers):
        return Content.styled(NEW, "bold $accent")
    pages, read = pages_read(detail.papers)
    if pages and read >= pages:
        return Content.styled("✓", "$success")
    if read:
        return Content.styled("◐", "$primary")
    return Content.styled("✎" if detail.written_only else "", "$warning")
