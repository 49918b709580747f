"""A deadline's words and rule, given back as the library keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from imports.model.deadlines import DeadlineWording
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from db.models.papers import StoredDeadline

NOT_UNDERSTOOD = "understood-otherwise"


_wording = msgspec.json.Decoder(DeadlineWording)


def read_wording(deadline: StoredDeadline) -> DeadlineWording:
    """Give back a deadline's words and rule.

    Raises:
        ServiceError: it was stored by another version of the app, or is damaged.
    """
    try:
        return _wording.decode(deadline.wording)
    except msgspec.MsgspecError as error:
        raise ServiceError(stale(f"a deadline on page {deadline.page}")) from error


def stale(what: str) -> str:
    """Say that something was stored by another version of the app, and what to do."""
    return (
        f"What the library holds of {what} was written by another version of the app: import the file again."
    )
