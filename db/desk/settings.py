"""The member's settings: JSON text by key; what a key means is for the services to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def setting(db: Database, key: str) -> str | None:
    """Give a setting's JSON text; None if it was never saved."""
    row = db.execute("SELECT value FROM desk.setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def settings(db: Database) -> dict[str, str]:
    """Give every setting's JSON text by key."""
    return dict(db.execute("SELECT key, value FROM desk.setting ORDER BY key"))


def save_setting(db: Database, key: str, value: str) -> None:
    """Keep a setting's JSON text, in place of the one before."""
    db.execute(
        """INSERT INTO desk.setting (key, value) VALUES (?, ?)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value""",
        (key, value),
    )


def forget_setting(db: Database, key: str) -> None:
    """Let a setting be as if it had never been saved."""
    db.execute("DELETE FROM desk.setting WHERE key = ?", (key,))
