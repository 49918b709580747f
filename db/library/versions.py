"""Which papers of a meeting a new one is a newer version of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.library.documents import page_texts
from db.rows import query

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.drafts import DraftDocument

_RUN = 5
_ENOUGH = 40
_ALIKE = 0.3
"""How many of the shorter paper's runs of five words a version of it has."""


def earlier_versions(db: Database, draft: DraftDocument, meeting_id: int) -> dict[int, str]:
    """Find the papers of the same meeting that this one is a newer version of: id and hash.

    The same paper is a file of the same kind and name, the agenda or the minutes in another form, or the
    pack in another form. Reports of one name are told apart by their words, as every item may have an
    "Appendix 1". A pack in volumes is told from a pack published again by its stamped pages: volumes have
    none in common. An agenda alone never takes a pack's place, a draft of the minutes never that of
    approved ones, and a web page, which holds links, and a printed paper never each other's.
    """
    stamps = [page.pack_page for page in draft.pages if page.pack_page is not None]
    rows = query(
        db,
        """SELECT d.id, d.sha256 FROM document d WHERE d.meeting_id = :meeting AND d.kind = :kind AND (
            d.source = :source OR (d.format IN ('html', 'xml')) = (:format IN ('html', 'xml')) AND (
                :kind = 'agenda' OR :kind = 'minutes' AND d.provisional >= :provisional
                OR :kind = 'pack' AND NOT coalesce(
                    (SELECT min(pack_page) > :last OR max(pack_page) < :first FROM page
                        WHERE document_id = d.id), 0))) ORDER BY d.id""",
        {
            "meeting": meeting_id,
            "kind": draft.kind,
            "source": draft.source,
            "format": draft.format,
            "provisional": draft.provisional,
            "first": min(stamps, default=None),
            "last": max(stamps, default=None),
        },
    )
    alone = draft.kind not in ("pack", "agenda", "minutes")
    return {row["id"]: row["sha256"] for row in rows if not (alone and _is_another(db, row["id"], draft))}


def _is_another(db: Database, document_id: int, draft: DraftDocument) -> bool:
    """Whether two papers say too little alike to be one; of few words nothing is told."""
    before, now = _runs(page_texts(db, document_id)), _runs(page.text for page in draft.pages)
    fewer = min(len(before), len(now))
    return fewer >= _ENOUGH and len(before & now) < fewer * _ALIKE


def _runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    words = " ".join(texts).casefold().split()
    return set(zip(*(words[at:] for at in range(_RUN)), strict=False))
