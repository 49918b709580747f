"""Pages that lead to meetings and hold none: a committee's list of them, a month's calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from imports.errors import Refused
from imports.patterns import regex
from imports.readers.markup import classes, words_of
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from datetime import date

    from lxml.etree import _Element

_MEETING = regex(r"ieListDocuments\.aspx\?|[?&]MId=\d|/meetings?/\d|mgMeetingAttendance", re.IGNORECASE)
_LIST = regex(
    r"ieListMeetings|mgCalendar|mgCommitteeDetails|browse meetings|calendar of meetings", re.IGNORECASE
)
FEWEST = 3


def refuse_list(root: _Element, name: str, title: str, address: str) -> None:
    """Turn away a page that only lists meetings, and say which page to save instead.

    Raises:
        Refused: it is such a page.
    """
    days: dict[date, None] = {}
    links = 0
    for link in root.iter("a"):
        href = link.get("href") or ""
        if not _MEETING.search(href):
            continue
        links += 1
        said = f"{words_of(link)} {link.get('title') or ''}"
        days.update(dict.fromkeys(found.date for found in find_dates(said)))
    headings = " ".join(words_of(x) for x in root.iter("h1", "h2"))
    listed = _LIST.search(f"{address} {title} {headings}") is not None
    if len(days) < FEWEST or not (listed or links >= 2 * FEWEST):
        return
    body = next((words_of(x) for x in root.iter("h2") if "mgSubTitleTxt" in classes(x)), "")
    whose = f" of the {body}" if body and not find_dates(body) else ""
    last = max(days)
    raise Refused(
        "not-a-pack",
        f"{name} is a list of the meetings{whose}, not a meeting's page: open one of them there "
        f"(the latest is {last.day} {last:%B %Y}) and save that page, or the reports pack it links to.",
    )
