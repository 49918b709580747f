"""Passages: the units of search, whole and with their place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.passages import Passage

_PASSAGES = """
    SELECT p.id, p.document_id, d.meeting_id, d.source, coalesce(c.name, '') AS committee,
        m.date AS meeting_date, p.said_on, p.kind, t.ref, t.heading, t.text, p.page, p.pack_page,
        p.agenda_item
    FROM passage p JOIN passage_text t ON t.id = p.id JOIN document d ON d.id = p.document_id
        JOIN meeting m ON m.id = d.meeting_id LEFT JOIN committee c ON c.id = m.committee_id
"""


def passages(db: Database, ids: Sequence[int]) -> tuple[Passage, ...]:
    """Give passages in the order asked for; one that is no longer there is left out."""
    from db.models.passages import Passage

    found = select(
        db,
        Passage,
        _PASSAGES + "WHERE p.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(list(ids))},
    )
    by_id = {passage.id: passage for passage in found}
    return tuple(by_id[passage_id] for passage_id in ids if passage_id in by_id)


def passages_of_document(db: Database, document_id: int) -> tuple[Passage, ...]:
    """Give every passage of a paper in reading order."""
    from db.models.passages import Passage

    return select(db, Passage, _PASSAGES + "WHERE p.document_id = :id ORDER BY p.id", {"id": document_id})
