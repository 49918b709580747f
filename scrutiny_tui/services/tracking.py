"""Action trackers: which promise a row is about, and how its words say it stands.

Numbers do not help: a tracker numbers its rows and cites the agenda's numbers, not the minutes'. A row goes
with the promise that has its words, or its topic and most of its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from imports.patterns import regex
from scrutiny_tui.services.record import DAY, REACH, Record, Source, Taken, moved

_DONE = regex(
    r"\b(?:complete[d]?|done|closed|actioned|circulated|provided|shared|sent|delivered|achieved|resolved)\b",
    re.IGNORECASE,
)
_OPEN = regex(
    r"\b(?:ongoing|on-going|outstanding|in progress|awaiting|await|pending|to be|will be|will|not yet|"
    r"no update|deferred|chas(?:e|ing)|scheduled|due|tbc)\b",
    re.IGNORECASE,
)
_MOVED = regex(
    r"\b(?:moved|deferred|postponed|put back|rescheduled|slipped|delayed|carried (?:over|forward))\b"
    r"(?! (?:house|home|in))",
    re.IGNORECASE,
)
_WAITING = regex(
    r"(?:awaiting|await|pending|ongoing|on-going|outstanding|in progress|to be|not yet|no update|tbc|"
    r"due|scheduled)\b",
    re.IGNORECASE,
)
_MARKER = regex(
    r"[(\[]?\b(?i:action)\b\s*(?i:point)?\s*[-–—:]\s*(?:[A-Z]{2,4}(?:\s?/\s?[A-Z]{2,4})*\b)?|[)\]]"
)
_ACCOUNT = 12
SAME_ACTION = 85
SAME_TOPIC = 80
SAME_WITHIN_TOPIC = 65
_LONGER = 3  # a tracker cuts titles: a minute's may go on by this much where its words break


@dataclass(frozen=True, slots=True)
class TrackerRow:
    """A tracker's row with its place; `progress` as printed."""

    topic: str
    action: str
    owner: str
    progress: str
    page: int
    source: Source


class Promised(Protocol):
    """What a row is compared with."""

    @property
    def about(self) -> str:
        """Its words, with those around it where they only point at them."""

    @property
    def heading(self) -> str:
        """The minute's title."""

    @property
    def said_on(self) -> date | None:
        """When it was said."""


def rows_of(record: Record) -> list[TrackerRow]:
    """Every tracker's rows, the oldest tracker first."""
    return [
        TrackerRow(row.topic, row.action, row.responsibility, row.progress, row.page, source)
        for row, source in record.trackers
    ]


def state_of(progress: str) -> str:
    """Tell from a tracker's words how an action stands: `open`, `done`, else `reported`."""
    if _DONE.match(progress.strip()):
        return "done"
    if not progress.strip() or _OPEN.search(progress):
        return "open"
    return "done" if _DONE.search(progress) else "reported"


def is_account(progress: str) -> bool:
    """Whether a tracker tells what was done so far, and not only that one waits."""
    return len(progress.split()) >= _ACCOUNT and _WAITING.match(progress.strip()) is None


def is_moved(progress: str) -> bool:
    """Whether a tracker says that something comes later than was said."""
    return _MOVED.search(progress) is not None and _DONE.match(progress.strip()) is None


def same_as(promises: Sequence[Promised], row: TrackerRow) -> int | None:
    """Find the promise a tracker's row is about."""
    from rapidfuzz import fuzz

    wanted, topic, day = _bare(row.action), row.topic.casefold(), row.source.day
    headings: dict[str, bool] = {}
    best: tuple[float, int] | None = None
    for index, promise in enumerate(promises):
        if promise.said_on and day and not timedelta() <= day - promise.said_on <= REACH:
            continue
        if promise.heading not in headings:
            same = fuzz.token_set_ratio(topic, promise.heading.casefold()) >= SAME_TOPIC
            headings[promise.heading] = same and topic != ""
        least = SAME_WITHIN_TOPIC if headings[promise.heading] else SAME_ACTION
        score = fuzz.token_set_ratio(wanted, _bare(promise.about), score_cutoff=least)
        if score and (best is None or score > best[0]):
            best = score, index
    return best[1] if best else None


def minute_of(row: TrackerRow, record: Record) -> Taken | None:
    """The last minute of a row's topic before its tracker; the title is the only link."""
    from rapidfuzz import fuzz

    wanted = row.topic.casefold().strip(" -–—")
    if not wanted:
        return None
    day = row.source.day
    same = [
        one
        for held in record.days_taken(day and moved(day, -REACH), day and moved(day, -DAY))
        for one in record.taken[held]
        if one.kind == "minute"
        and fuzz.ratio(wanted, one.title.casefold()[: len(wanted) + _LONGER]) >= SAME_ACTION
    ]
    return max(same, key=lambda one: one.day, default=None)


@lru_cache(maxsize=8192)
def _bare(text: str) -> str:
    """An action's words without its marker (`(Action - KH)`), in lower case."""
    return _MARKER.sub(" ", text).casefold()
