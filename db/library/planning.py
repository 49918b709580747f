"""The days that committees' work programmes planned to meet on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.models.settled import PlannedDay
from db.rows import select

if TYPE_CHECKING:
    from sqlite_utils import Database


def planned_days(db: Database, committee_keys: Sequence[str]) -> tuple[PlannedDay, ...]:
    """Give each day the papers of these committees planned a meeting for, where they say so.

    Each stands once, as the newest paper has it; days of papers whose committee is not known are left out.
    """
    return select(
        db,
        PlannedDay,
        """SELECT c.key AS committee_key, json_extract(row.value, '$.meeting_date') AS day, d.source,
            json_extract(row.value, '$.page') AS page, max(d.id) AS document_id
        FROM committee c JOIN meeting m ON m.committee_id = c.id JOIN document d ON d.meeting_id = m.id,
            json_each(d.understood, '$.work_programme') AS row
        WHERE c.key IN (SELECT value FROM json_each(:keys))
        GROUP BY c.key, day ORDER BY c.key, day""",
        {"keys": json.dumps(list(committee_keys))},
    )
