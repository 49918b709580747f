"""What later minutes changed in earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.committee import committee_key
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.relations import AmendmentNote

# Minutes approved with no date named are those of the meeting before, of which the library may know nothing.
_NOTES = """
    SELECT a.document_id, d.source, coalesce(c.name, '') AS committee, a.minutes_date, a.ref, a.change,
        a.quote, a.text, a.page, p.pack_page, a.said_on
    FROM amendment a JOIN document d ON d.id = a.document_id
        JOIN meeting m ON m.id = d.meeting_id LEFT JOIN committee c ON c.id = m.committee_id
        LEFT JOIN page p ON p.document_id = a.document_id AND p.number = a.page
"""


def amendments(db: Database, committee: str | None = None) -> tuple[AmendmentNote, ...]:
    """Give every change to minutes that is dated, of one committee or all, each once, oldest first."""
    from db.models.relations import AmendmentNote

    return select(
        db,
        AmendmentNote,
        _NOTES
        + """WHERE a.minutes_date IS NOT NULL AND (:any OR c.key = :key)
        GROUP BY c.key, a.minutes_date, a.ref, a.quote, a.text ORDER BY a.said_on, a.rowid""",
        {"any": committee is None, "key": committee_key(committee or "")},
    )
