"""What the member said of promises, kept by the words promised, so that a new import finds it again."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from db.committee import committee_key
from db.rows import select, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.following import PromiseMark


def quote_key(quote: str) -> str:
    """Reduce words to what a new reading of the same paper keeps: letters and figures, case aside."""
    return "".join(letter for letter in quote.casefold() if letter.isalnum())


def mark_promise(
    db: Database, committee: str, said_on: date | None, quote: str, mark: str, note: str, now: datetime
) -> None:
    """Keep a mark in place of the one before; an empty mark takes it away."""
    values = storable(
        {
            "committee_key": committee_key(committee),
            "committee": committee,
            "said_on": said_on.isoformat() if said_on else "",
            "quote_key": quote_key(quote),
            "quote": quote,
            "mark": mark,
            "note": note,
            "made_at": now.isoformat(),
        }
    )
    db.execute(
        """INSERT INTO desk.promise_mark
            (committee_key, committee, said_on, quote_key, quote, mark, note, made_at)
        VALUES (:committee_key, :committee, :said_on, :quote_key, :quote, :mark, :note, :made_at)
        ON CONFLICT (committee_key, said_on, quote_key) DO UPDATE SET quote = excluded.quote,
            mark = excluded.mark, note = excluded.note, made_at = excluded.made_at""",
        values,
    )


def promise_marks(db: Database) -> tuple[PromiseMark, ...]:
    """Give every mark that holds."""
    from db.models.following import PromiseMark

    return select(
        db,
        PromiseMark,
        """SELECT committee, nullif(said_on, '') AS said_on, quote, mark, note, made_at
        FROM desk.promise_mark WHERE mark <> '' ORDER BY made_at""",
        {},
    )
