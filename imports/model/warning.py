"""The doubt a parser tells."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Warning:
    """Something the parser is not sure of, or found to contradict itself.

    Attributes:
        code: a short, stable name (`page-contradicts-stamp`).
        text: one sentence for a person.
        page: the file's page it is about, or None.
    """

    code: str
    text: str
    page: int | None = None
