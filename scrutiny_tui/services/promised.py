"""What one committee was promised: by its minutes, its action trackers and its work programmes, each once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db.committee import committee_key
from imports.patterns import regex
from imports.words.sentences import split_sentences
from scrutiny_tui.services.following import Said, follow
from scrutiny_tui.services.likeness import words_of
from scrutiny_tui.services.programme import planned_promises
from scrutiny_tui.services.promises import find_promises, promised
from scrutiny_tui.services.tracking import TrackerRow, minute_of, rows_of, same_as

if TYPE_CHECKING:
    from imports.model.minutes import MinuteAction, MinuteItem
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.record import Record, Source

_FEW_WORDS = 2
_START = 20  # characters that find a sentence again in its paragraph
_POINTS = regex(r"\bthis (?:option|point|request|matter|issue|area)\b|\b(?:do|done) so\b", re.IGNORECASE)


def promises_of(record: Record) -> Iterator[TrackedPromise]:
    """Give what one committee was promised, and what became of each."""
    said = _each_once(one for source in record.sources for one in _in_minutes(source, record))
    said += _each_once(_of_other_packs(record, said))
    for row in rows_of(record):
        _attach(said, row, record)
    for one in said:
        yield follow(one, record)
    yield from planned_promises(record)


def _in_minutes(source: Source, record: Record) -> Iterator[Said]:
    for minutes in source.pack.minutes:
        if committee_key(minutes.committee or source.committee) != record.key:
            continue
        day = minutes.date or source.day
        for item in minutes.items:
            marked = [(action, "action") for action in item.actions]
            for action, kind in (*marked, *((found, "promise") for found in find_promises(item))):
                yield Said(
                    text=action.text,
                    owner=action.owner,
                    kind="action" if kind == "action" else "promise",
                    said_on=day,
                    ref=action.paragraph or item.number or "",
                    heading=item.title,
                    page=action.page,
                    source=source,
                    around=_around(action, item, record),
                )


def _of_other_packs(record: Record, known: Sequence[Said]) -> Iterator[Said]:
    """Minutes of this committee printed in another's pack, where its own packs do not hold them."""
    days = {one.said_on for one in known}
    own = {source.document.id for source in record.sources}
    printed = {one.source.document.id: one.source for taken in record.taken.values() for one in taken}
    for source in printed.values():
        if source.document.id not in own:
            yield from (one for one in _in_minutes(source, record) if one.said_on not in days)


def _around(action: MinuteAction, item: MinuteItem, record: Record) -> str:
    """What stands before a promise in its paragraph, where its own words only point at it.

    So does a request that the promise answers: the request says what about, the promise when and who.
    """
    start = action.text[:_START]
    for paragraph in item.paragraphs:
        if paragraph.number == action.paragraph and start in paragraph.text:
            before = split_sentences(paragraph.text.split(start, 1)[0])
            if len(words_of(action.text, record.aside)) <= _FEW_WORDS or _POINTS.search(action.text):
                return " ".join(before)
            return before[-1] if before and promised(before[-1]) is not None else ""
    return ""


def _each_once(said: Iterator[Said]) -> list[Said]:
    """The same minutes are often printed twice, as a draft and as agreed: the last printing stands."""
    once = {(one.said_on, one.text): one for one in said}
    return list(once.values())


def _attach(said: list[Said], row: TrackerRow, record: Record) -> None:
    """Put a tracker's row to the promise it is of, or take the row as one nobody minuted."""
    index = same_as(said, row)
    if index is not None:
        known = said[index]
        said[index] = replace(known, rows=(*known.rows, row), owner=known.owner or row.owner or None)
        return
    minute = minute_of(row, record)
    said.append(
        Said(
            text=row.action,
            owner=row.owner or None,
            kind="tracker",
            said_on=minute.day if minute else None,
            ref=minute.ref if minute else "",
            heading=row.topic,
            page=row.page,
            source=row.source,
            rows=(row,),
        )
    )
