"""Which passages hold the words asked for, best first.

SQLite's own BM25 cannot weigh one spelling against another, so every word is asked for by itself and
the scores are put together here: the best of a group's words counts, and the groups add up.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from db.committee import committee_key
from db.models import Match, PassageFilter, WordGroup
from db.rows import query

if TYPE_CHECKING:
    from sqlite_utils import Database

HEADING_WEIGHT = 2.0
"""What a word in a heading counts against one in the text."""


def match(
    db: Database,
    groups: tuple[WordGroup, ...],
    passage_filter: PassageFilter | None = None,
    limit: int = 50,
    *,
    heading_weight: float = HEADING_WEIGHT,
) -> tuple[Match, ...]:
    """Rank the passages that hold at least one word, by BM25; fetch them by id afterwards.

    Args:
        db: a reader's connection.
        groups: what was typed, word by word, with what each may stand for. A word of several parts
            (`14.7`) is looked for as a phrase. Nothing in a word is ever query syntax.
        passage_filter: which passages may be returned; a passage without a date is neither before nor after.
        limit: how many to return at most.
        heading_weight: what a word in a heading counts against one in the text.

    Returns:
        The best, best first; of equals the latest filed first.
    """
    condition, parameters = _condition(db, passage_filter or PassageFilter())
    parameters["heading"] = heading_weight
    best: defaultdict[int, dict[int, float]] = defaultdict(dict)
    found: defaultdict[int, list[str]] = defaultdict(list)
    for position, group in enumerate(groups):
        for word, weight in group.words:
            for passage_id, score in _holding(db, word, condition, parameters):
                scores = best[passage_id]
                scores[position] = max(scores.get(position, 0.0), weight * score)
                found[passage_id].append(word)
    ranked = sorted(((sum(scores.values()), id_) for id_, scores in best.items()), reverse=True)
    return tuple(
        Match(passage_id, score, tuple(dict.fromkeys(found[passage_id])))
        for score, passage_id in ranked[:limit]
    )


def quote(word: str) -> str:
    """Make any text one FTS5 string; "" where nothing in it could ever be found."""
    plain = "".join(letter if letter.isprintable() else " " for letter in word)
    if not any(letter.isalnum() for letter in plain):
        return ""
    return '"' + plain.replace('"', " ") + '"'


def _holding(db: Database, word: str, condition: str, parameters: dict[str, Any]) -> list[tuple[int, float]]:
    """Give every passage that holds a word in any inflection, with its BM25 (larger is better)."""
    quoted = quote(word)
    if not quoted:
        return []
    sql = f"""SELECT f.rowid, -bm25(passage_fts, :heading, 1.0, 1.0)
        FROM passage_fts f CROSS JOIN passage p ON p.id = f.rowid
        WHERE passage_fts MATCH :word {condition}"""
    return db.execute(sql, {**parameters, "word": quoted}).fetchall()


def _condition(db: Database, wanted: PassageFilter) -> tuple[str, dict[str, Any]]:
    """Turn a filter into SQL with its parameters; dates compare as ISO text."""
    parts: list[str] = []
    parameters: dict[str, Any] = {}
    if wanted.before:
        parts.append("p.said_on < :before")
        parameters["before"] = wanted.before.isoformat()
    if wanted.after:
        parts.append("p.said_on > :after")
        parameters["after"] = wanted.after.isoformat()
    if wanted.kind:
        parts.append("p.kind = :kind")
        parameters["kind"] = wanted.kind
    if wanted.document_id is not None:
        parts.append("p.document_id = :document")
        parameters["document"] = wanted.document_id
    if wanted.committee:
        parts.append("p.document_id IN (SELECT value FROM json_each(:papers))")
        parameters["papers"] = json.dumps(_papers_of(db, wanted.committee))
    return "".join(f" AND {part}" for part in parts), parameters


def _papers_of(db: Database, committee: str) -> list[int]:
    """Give the papers of every committee whose name holds these words, however spelt."""
    rows = query(
        db,
        """SELECT d.id FROM document d JOIN meeting m ON m.id = d.meeting_id
        JOIN committee c ON c.id = m.committee_id WHERE instr(c.key, :part)""",
        {"part": committee_key(committee)},
    )
    return [row["id"] for row in rows]
