"""Who takes in a meeting's questions: the Democratic Services officer its papers name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.model.agenda import Contact
    from imports.model.pack import ParsedPack


def clerk_of(packs: Iterable[ParsedPack]) -> Contact | None:
    """The first contact a meeting's papers print with an address to write to, else the first of all."""
    contacts = [contact for pack in packs for contact in pack.contacts]
    return next((contact for contact in contacts if contact.email), contacts[0] if contacts else None)
