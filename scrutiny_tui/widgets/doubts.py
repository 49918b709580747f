"""What the parser is not sure of in a meeting's papers, to be checked against the page."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App
from textual.content import Content

from db.models.papers import StoredDocument
from imports.model.warning import Warning
from scrutiny_tui.literal import line, literal
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog, TextDialog

Doubt = tuple[StoredDocument, Warning]
"""What is doubted, and in which paper."""

_NONE = "The app is sure of all it read in these papers. c shows what it read, and where."
_WORDS = "What the app is not sure of. Enter opens the page; c in the meeting puts a value right."


async def doubt_chosen(app: App[object], doubts: Sequence[Doubt]) -> Doubt | None:
    """Show them all and give the one whose page is to be opened; to be called from a worker."""
    if not doubts:
        await app.push_screen_wait(TextDialog("To check", Content(_NONE)))
        return None
    sources = {document.source for document, _ in doubts}
    rows = [(str(at), _row(one, with_source=len(sources) > 1)) for at, one in enumerate(doubts)]
    chosen = await app.push_screen_wait(ChoiceDialog("To check", Content(_WORDS), rows))
    return None if chosen is None else doubts[int(chosen)]


def _row(doubt: Doubt, *, with_source: bool) -> Row:
    document, warning = doubt
    page = f"page {warning.page} of the file" if warning.page else "the whole paper"
    where = line(f"{page}, {document.source}" if with_source else page, "bold")
    mark = Content.styled("! ", "bold $warning")
    return Row((Column(Content(""), 0), Column(where)), after=literal(warning.text), indent=2, mark=mark)
