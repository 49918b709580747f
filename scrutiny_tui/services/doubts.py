"""What the reading of a paper left doubtful and nobody settled since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from imports.model.evidence import Corrected
from imports.model.warning import Warning
from scrutiny_tui.services.kept_wording import NOT_UNDERSTOOD, stale

if TYPE_CHECKING:
    from db.models.papers import StoredDocument

SETTLES = {
    "meeting-date-inferred": "meeting date",
    "meeting-date-weekday": "meeting date",
    "committee-not-named": "committee",
}
"""Which doubt of the reader is settled by correcting which value, or by saying that it is right."""


class Doubted(Protocol):
    """A pack, as far as its doubts go."""

    @property
    def warnings(self) -> tuple[Warning, ...]:
        """What its reading left doubtful."""

    @property
    def corrected(self) -> tuple[Corrected, ...]:
        """What a person put right since."""


class _DoubtsOnly(msgspec.Struct, frozen=True):
    """Of a stored pack only what is doubtful; all else is passed over unread."""

    warnings: tuple[Warning, ...]
    corrected: tuple[Corrected, ...] = ()


_doubts = msgspec.json.Decoder(_DoubtsOnly)


def open_doubts(pack: Doubted) -> tuple[Warning, ...]:
    """Give what a pack's reading left doubtful and nobody settled by putting the value right."""
    settled = {one.of for one in pack.corrected}
    return tuple(doubt for doubt in pack.warnings if SETTLES.get(doubt.code) not in settled)


def doubts_of(document: StoredDocument) -> tuple[Warning, ...]:
    """Give the open doubts of a stored paper; where they cannot be told any more, the doubt that says so."""
    try:
        return open_doubts(_doubts.decode(document.understood))
    except msgspec.MsgspecError:
        return (Warning(NOT_UNDERSTOOD, stale(document.source)),)
