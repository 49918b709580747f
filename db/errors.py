"""What can go wrong with the databases; every message says what to do next."""

from __future__ import annotations


class StoreError(Exception):
    """Root of everything the stores raise; its text is one sentence for a person."""


class NewerSchema(StoreError):
    """The file was written by a newer version of the app; it is left untouched."""


class Damaged(StoreError):
    """The file is no database of ours, or fails its integrity check."""


class Unwritable(StoreError):
    """The folder or file cannot be written: read-only, full disk, or locked by another program."""


class NotFound(StoreError):
    """A row that was asked for is not there (any more)."""
