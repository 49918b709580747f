"""How the desk points at a meeting: by committee, however spelt, and day."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from db.committee import committee_key
from db.rows import as_row, query, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.questions import MeetingRef

T = TypeVar("T")

OF_MEETING = "committee_key = :committee_key AND meeting_date IS :meeting_date"
"""The rows of one meeting, with the parameters of `columns_of`."""


def columns_of(meeting: MeetingRef) -> dict[str, Any]:
    """Give the three columns that keep a reference to a meeting."""
    return {
        "committee_key": committee_key(meeting.committee),
        "committee": meeting.committee,
        "meeting_date": meeting.date and meeting.date.isoformat(),
    }


def select_with_meeting(
    db: Database, row_type: type[T], sql: str, parameters: Mapping[str, Any]
) -> tuple[T, ...]:
    """Run a query and make every row a `row_type`, whose `meeting` is put together from its columns."""
    return tuple(
        as_row(row_type, {**row, "meeting": {"committee": row["committee"], "date": row["meeting_date"]}})
        for row in query(db, sql, parameters)
    )


def insert(db: Database, table: str, values: Mapping[str, Any]) -> int:
    """Insert one row into a table of the desk and give its id."""
    columns = ", ".join(f'"{column}"' for column in values)
    places = ", ".join(f":{column}" for column in values)
    sql = f"INSERT INTO desk.{table} ({columns}) VALUES ({places}) RETURNING rowid"
    (row_id,) = db.execute(sql, storable(values)).fetchone()
    return int(row_id)


def change(db: Database, table: str, row_id: int, values: Mapping[str, Any]) -> bool:
    """Change columns of one row of the desk; False if there is no such row."""
    sets = ", ".join(f'"{column}" = :{column}' for column in values)
    sql = f"UPDATE desk.{table} SET {sets} WHERE id = :row_id"
    return db.execute(sql, storable({**values, "row_id": row_id})).rowcount > 0
