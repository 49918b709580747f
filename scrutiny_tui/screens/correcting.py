"""Putting right what was read of a paper, with where each value was read beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from scrutiny_tui.literal import literal, say
from scrutiny_tui.services.correcting import Of, ReadValue, value_wrong
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.form_dialog import Field, FormDialog

if TYPE_CHECKING:
    from db.models.filed import Filed
    from db.models.papers import StoredDocument


class CorrectionService(Protocol):
    """What putting a value right needs."""

    async def values(self, document_id: int, item: int | None) -> tuple[ReadValue, ...]:
        """What can be corrected of a paper, and of one item of its agenda."""

    async def correct(self, document_id: int, values: Mapping[tuple[Of, int | None], str]) -> Filed:
        """Put values right."""


async def put_right(
    screen: Screen[Any], corrections: CorrectionService, document: StoredDocument, item: int | None
) -> Filed | None:
    """Ask for the values of a paper and keep those that were changed; None where nothing was.

    Args:
        screen: where to ask; called from one of its workers.
        corrections: where to ask and what to tell.
        document: the paper.
        item: an item of its agenda, by place from 0.
    """
    try:
        values = await corrections.values(document.id, item)
        typed = await screen.app.push_screen_wait(_form(document, values))
        if typed is None:
            return None
        changed = {
            (one.of, one.item): text
            for one, text in zip(values, typed, strict=True)
            if text != one.value or one.doubtful
        }
        if not changed:
            return None
        filed = await corrections.correct(document.id, changed)
    except ServiceError as error:
        say(screen, str(error), "error")
        return None
    say(screen, "Put right; it stays so when the paper is imported again.")
    return filed


def _form(document: StoredDocument, values: Sequence[ReadValue]) -> FormDialog:
    words = literal(
        f"{document.source}\nWhat was read, and where. Type over what is wrong; empty what is not there. "
        "A deadline is put right under Deadlines."
    )
    return FormDialog("Check and correct", words, [_field(one) for one in values])


def _field(value: ReadValue) -> Field:
    return Field(f"{value.of.capitalize()} · {_where(value)}", value.value, value_wrong(value.of))


def _where(value: ReadValue) -> str:
    """Where a value was read, in words: `read from page 1, line 3`."""
    if value.was == value.value:
        return "you said that it is right"
    if value.was is not None:
        return f"corrected; read as {value.was}" if value.was else "corrected; nothing was read"
    evidence = value.evidence
    if evidence is None:
        return "nothing was read" if not value.value else "from the paper"
    if evidence.sure == "worked out":
        kept = "; enter keeps it as right" if value.doubtful else ""
        return f"? worked out, {f'see page {evidence.page}' if evidence.page else 'not printed'}{kept}"
    doubt = "? pieced together" if evidence.sure == "pieced together" else "read"
    return f"{doubt} from page {evidence.page}, line {evidence.line}"
