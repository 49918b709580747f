"""What can go wrong in a journey; every message says what happened, what was kept and what to do."""

from __future__ import annotations


class ServiceError(Exception):
    """Root of everything the services raise; its text is one sentence for a person."""


class ImportFailed(ServiceError):
    """A document could not be taken in; nothing of it was stored.

    Attributes:
        code: the reader's name for the reason (`not-a-pack`), or "".
    """

    def __init__(self, text: str, code: str = "") -> None:
        super().__init__(text)
        self.code = code


class NotThere(ServiceError):
    """A meeting, document, question or file that was asked for is not there."""


class TooLate(ServiceError):
    """A question is past its deadline and the member has not said to go on."""


class ExportFailed(ServiceError):
    """A file could not be written; the one that was there before is unharmed."""
