"""What can go wrong while a document is read; every message says what to do next."""

from __future__ import annotations


class ReadingError(Exception):
    """Root of everything the reading of a document raises."""


class Refused(ReadingError):
    """A document that cannot be taken in.

    Attributes:
        code: a short, stable name for the reason (`empty-file`, `not-a-pack`, `no-text`, `encrypted`,
            `unreadable`, `missing`, `too-large`).
        text: one sentence for a person: what, where, and what to do.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
