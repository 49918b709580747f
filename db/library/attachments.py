"""Papers put to an item of their meeting, and papers that stand inside others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.rows import select, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.relations import Attachment, Twin


def attach(db: Database, document_id: int, number: str | None, title: str, url: str = "") -> None:
    """Put a paper to an item of its meeting; a second time renews what is known of it."""
    db.execute(
        """INSERT INTO main.attachment (document_id, item_number, item_title, url)
        VALUES (:id, :number, :title, :url)
        ON CONFLICT (document_id, item_title) DO UPDATE SET
            item_number = excluded.item_number, url = iif(excluded.url = '', url, excluded.url)""",
        storable({"id": document_id, "number": number, "title": title, "url": url}),
    )


def attachments(db: Database, meeting_id: int) -> tuple[Attachment, ...]:
    """Give what papers were put to the items of a meeting."""
    from db.models.relations import Attachment

    return select(
        db,
        Attachment,
        """SELECT a.* FROM attachment a JOIN document d ON d.id = a.document_id
        WHERE d.meeting_id = :id ORDER BY a.document_id""",
        {"id": meeting_id},
    )


def keep_twin(db: Database, twin: Twin) -> None:
    """Keep that a paper stands inside another, in place of what was known of it."""
    db.execute(
        """INSERT INTO main.twin (document_id, inside_id, first_page, last_page)
        VALUES (:document_id, :inside_id, :first_page, :last_page)
        ON CONFLICT (document_id) DO UPDATE SET inside_id = excluded.inside_id,
            first_page = excluded.first_page, last_page = excluded.last_page""",
        storable({name: getattr(twin, name) for name in twin.__slots__}),
    )


def twins(db: Database, meeting_id: int) -> tuple[Twin, ...]:
    """Give the papers of a meeting that stand inside others."""
    from db.models.relations import Twin

    return select(
        db,
        Twin,
        """SELECT t.* FROM twin t JOIN document d ON d.id = t.document_id
        WHERE d.meeting_id = :id ORDER BY t.document_id""",
        {"id": meeting_id},
    )
