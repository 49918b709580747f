"""From SQLite's rows to the app's frozen ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from sqlite_utils import Database

T = TypeVar("T")

LARGEST = 2**63 - 1
"""SQLite's largest integer."""


def select(db: Database, row_type: type[T], sql: str, parameters: Mapping[str, Any]) -> tuple[T, ...]:
    """Run a query and make every row a `row_type`: ISO text becomes dates and times, 0 and 1 booleans."""
    return tuple(as_row(row_type, row) for row in query(db, sql, parameters))


def row_of(value: DataclassInstance) -> dict[str, Any]:
    """Lay a frozen row out by column, as `dataclasses.asdict` does for one that holds no other."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


def as_row(row_type: type[T], row: Mapping[str, Any]) -> T:
    """Make one row a `row_type`, checking every value's type."""
    return msgspec.convert(row, row_type, strict=False)


def query(db: Database, sql: str, parameters: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Run a query and give its rows by column name."""
    return db.query(sql, storable(parameters))


def storable(parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Make every value one that SQLite can take.

    Half a character (a lone surrogate) becomes `?`; a number no row can have becomes the largest or
    smallest there is, which no row has either.
    """
    return {name: _storable(value) for name, value in parameters.items()}


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="replace").decode()
    if isinstance(value, int) and not -LARGEST - 1 <= value <= LARGEST:
        return LARGEST if value > 0 else -LARGEST - 1
    return value


def batched(rows: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Divide rows into parts of so many and a rest."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]
