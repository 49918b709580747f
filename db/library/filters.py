"""Which passages a search may return, in SQL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from db.committee import committee_key
from db.rows import query, storable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.passages import PassageFilter


def condition_for(db: Database, wanted: PassageFilter) -> tuple[str, dict[str, Any]]:
    """Turn a filter into a condition on `passage p` with its parameters; "" where everything may be found."""
    parts: dict[str, tuple[str, Any]] = {}
    if wanted.before:
        parts["before"] = "p.said_on < :before", wanted.before.isoformat()
    if wanted.after:
        parts["after"] = "p.said_on > :after", wanted.after.isoformat()
    if wanted.kind:
        parts["kind"] = "p.kind = :kind", wanted.kind
    if wanted.committee:
        papers = json.dumps(_papers_of(db, wanted.committee))
        parts["papers"] = "p.document_id IN (SELECT value FROM json_each(:papers))", papers
    conditions = [condition for condition, _ in parts.values()]
    # A paper that stands inside another is found once, in the larger.
    if db.execute("SELECT EXISTS (SELECT 1 FROM main.twin)").fetchone()[0]:
        conditions.append("p.document_id NOT IN (SELECT document_id FROM main.twin)")
    return " AND ".join(conditions), storable({name: value for name, (_, value) in parts.items()})


def _papers_of(db: Database, committee: str) -> list[int]:
    """Give the papers of every committee whose name holds these words, however spelt."""
    rows = query(
        db,
        """SELECT d.id FROM document d JOIN meeting m ON m.id = d.meeting_id
        JOIN committee c ON c.id = m.committee_id WHERE :part <> '' AND instr(c.key, :part)""",
        {"part": committee_key(committee)},
    )
    return [row["id"] for row in rows]
