"""Asking which page to go to, while that page is made ready behind the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.page_numbers import no_such_page, page_meant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scrutiny_tui.services.models.reading import PageNumber

_WORDS = "The number stamped on the page, as the agenda and members quote it. #12 is the file's 12th page."


def page_dialog(numbers: Sequence[PageNumber], here: int, ahead: Callable[[int], None]) -> FormDialog:
    """Ask for a page.

    Args:
        numbers: of the document's pages.
        here: the file's page one is on.
        ahead: told of the file's page that is meant by what is typed so far.
    """

    def wrong(answer: str) -> str:
        return no_such_page(numbers) if page_meant(numbers, answer, here) is None else ""

    def typed(answer: str) -> None:
        if (page := page_meant(numbers, answer, here)) is not None:
            ahead(page)

    field = Field("Page", check=wrong, at_once=("g",), typed=typed)
    return FormDialog("Go to page", Content(_WORDS), [field])
