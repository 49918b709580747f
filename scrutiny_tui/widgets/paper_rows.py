"""An item's papers as rows: where each stands and what a member must know of it before opening it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from db.models.papers import StoredDocument
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.services.models.meeting import Paper

NEW = "+"
"""A paper that came after the member began to read."""
_WHERE = 8  # cells of `p111–122`: the title has what is left


def paper_row(paper: Paper) -> Row:
    """A paper in the library: its title, pages, how much was read, and what is out of the ordinary."""
    first, last = paper.pack_pages or (paper.page, paper.last_page)
    pages = paper.last_page - paper.page + 1
    done = "✓ read" if paper.read >= pages else f"read {paper.read} of {pages}"
    done_style = "$success" if paper.read >= pages else "$text-muted"
    where = f"{'p' if paper.pack_pages else 'file p'}{first}" + (f"–{last}" if last > first else "")
    return Row(
        (
            Column(line(paper.title)),
            Column(Content.styled(where, "$text-muted"), max(_WHERE, len(where)), right=True),
            Column(Content.styled(done, done_style), 13, right=True),
        ),
        after=join(_remarks(paper)),
        indent=2,
    )


def document_row(document: StoredDocument) -> Row:
    """A whole file, by its name."""
    pages = Content.styled(count(document.page_count, "page"), "$text-muted")
    return Row((Column(line(document.source)), Column(pages, 10, right=True)))


def _remarks(paper: Paper) -> Iterator[Content]:
    if paper.exempt:
        yield Content.styled("✕ exempt: kept out of exports", "bold $warning")
    if paper.new:
        yield Content.styled(f"{NEW} new since you began to read", "bold $accent")
    if paper.replaced:
        yield line(f"↷ {paper.note}", "$warning")
    elif paper.note:
        yield line(f"+ {paper.note}", "$text-muted")
    if paper.also_in:
        yield line(f"= also by itself: {', '.join(paper.also_in)}", "$text-muted")


def link_row(link: LinkedPaper) -> Row:
    """A paper that is only linked to: its title and, where the council keeps it back, that it does."""
    kept = Content.styled("✕ not public", "$warning") if link.restricted else Content("")
    published = line(f"published {link.published}" if link.published else "", "$text-muted")
    return Row(
        (
            Column(Content.styled("⇢", "$primary"), 1),
            Column(line(link.title)),
            Column(kept or published, 22, right=True, from_width=50),
        ),
        after=kept,
        after_below=50,
        indent=3,
    )
