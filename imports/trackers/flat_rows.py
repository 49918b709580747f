"""An action tracker that an extract wrote down row after row, its cells neither in columns nor apart.

Each cell has a line of its own, or lines run on through the cells ("1 4 June 2024 Provide a", "Jo Bloggs In
progress"). The heading row tells which columns there are; what a row begins with (a number that counts on, a
day, a minute's number) where the next one starts; and who acts, where its action ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines, single_spaced
from imports.model.tables import TrackedAction
from imports.patterns import regex
from imports.trackers.owners import Owner, find_owner
from imports.trackers.tracker_cells import opens_other
from imports.words.dates import MONTH, find_dates

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_HEADS = (
    ("number", regex(r"(?:item )?(?:ref(?:erence)?|no|number)\b\.?|#", re.IGNORECASE)),
    (
        "day",
        regex(
            r"(?:meeting )?date(?: (?:raised|added|agreed|of (?:the )?(?:meeting|request)))?\b|meeting\b",
            re.IGNORECASE,
        ),
    ),
    ("minute", regex(r"minute(?: (?:item|no|number|ref(?:erence)?)\b\.?)?", re.IGNORECASE)),
    ("topic", regex(r"topic\b|subject\b|issue\b|(?:agenda )?item\b|report\b|title\b|theme\b", re.IGNORECASE)),
    (
        "action",
        regex(
            r"(?:agreed |recommendations? ?(?:/|and|or) ?)?(?:actions?|recommendations?|requests?|tasks?)\b"
            r"(?: (?:agreed|required|requested|points?|needed)\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "owner",
        regex(
            r"(?:(?:action )?(?:owners?|by whom)|leads?|responsib\w+|who|officers?|assigned to|action by)\b"
            r"(?: (?:officers?|persons?|members?)\b)?",
            re.IGNORECASE,
        ),
    ),
    (
        "due",
        regex(
            r"(?:target |due |completion )(?:date|by)\b|deadline\b|due\b|timescales?\b|by when\b|when\b",
            re.IGNORECASE,
        ),
    ),
    (
        "progress",
        regex(
            r"(?:progress|status|updates?|outcome|response|comments?)\b"
            r"(?: ?(?:/|&|and)? ?(?:progress|status|updates?|outcome|response|comments?)\b)?",
            re.IGNORECASE,
        ),
    ),
    ("rag", regex(r"rag(?: (?:rating|status))?\b", re.IGNORECASE)),
)
_FIRST = """
    # ref reference no number item meeting date minute topic subject issue agenda report title theme agreed
    action actions recommendation recommendations request requests task tasks recommendations/actions
"""
_FIRST_WORDS = frozenset(_FIRST.split())
_NUMBER = regex(r"(?P<number>\d{1,3})[.)]?(?:\s+(?=\S)|$)")
_CODE = regex(
    r"(?P<code>(?:minute |min |item )?[A-Z]{0,5}[ /.-]?\d{1,5}(?:[/.-]\d{1,4})*[a-z]?)[.),:]?(?:\s+|$)", re.I
)
_RATING = regex(r"\s*\b(?:red|amber|green|blue|[RAG])\W*$", re.IGNORECASE)
_CAPITALS = regex(r"(?=[A-Z]{3})(?:[^\sa-z]+\s+)+(?=[A-Z]?[a-z])")
_MONTH_DUE = regex(rf"{MONTH} \d{{4}}\s+(?-i:(?=[A-Z]))", re.IGNORECASE)
_DIGITS = regex(r"\d+")
FEWEST_COLUMNS, FEWEST_ROWS, MOST_HEADS = 3, 2, 12
LONGEST_HEADING, LONGEST_TABLE, LONGEST_DAY = 120, 400, 3


@dataclass(frozen=True, slots=True)
class _Heading:
    """The kinds of the columns in order, and the line below the heading row."""

    kinds: tuple[str, ...]
    end: int


def read_flat(
    lines: Sequence[TextLine], start: int, known: frozenset[str]
) -> tuple[list[TrackedAction], int]:
    """Read the rows below the heading row that begins at a line.

    Args:
        lines: the document's own lines.
        start: the index of the heading row's first line.
        known: people's names in lower case.

    Returns:
        The rows and the index of the line after them; none where too few rows say who acts.
    """
    heading = _read_heading(lines, start)
    if heading is None:
        return [], start
    body, end = _body(lines, start, heading)
    if not body:
        return [], start
    parts = list(_parts(body, heading, known))
    rows = [_row(part, owner, heading) for part, owner in parts if owner]
    if len(rows) < max(FEWEST_ROWS, (2 * len(parts) + 2) // 3):
        return [], start
    return rows, end


def _read_heading(lines: Sequence[TextLine], start: int) -> _Heading | None:
    """The heading row at a line: names of columns, on one line or each on lines of its own, and no more."""
    if lines[start].text.split(None, 1)[0].strip(".:").casefold() not in _FIRST_WORDS:
        return None
    kinds: list[str] = []
    for at in range(start, min(start + MOST_HEADS, len(lines))):
        named = heads(single_spaced(lines[at].text), kinds)
        if named is None:
            return _whole(kinds, at)
        kinds.extend(named)
    return None


def _whole(kinds: Sequence[str], end: int) -> _Heading | None:
    if len(kinds) < FEWEST_COLUMNS or len(set(kinds)) < len(kinds):
        return None
    if not {"action", "owner"} <= set(kinds) or kinds.index("owner") < kinds.index("action"):
        return None
    told = {"progress", "due", "rag"} & set(kinds)
    return _Heading(tuple(kinds), end) if told else None


def heads(text: str, before: Sequence[str]) -> list[str] | None:
    """The kinds of the columns a line names behind those `before`; None where it has other words.

    A date behind the action is when it is due; "Action by whom" is two columns where none was the action.
    """
    if len(text) > LONGEST_HEADING:
        return None
    kinds: list[str] = []
    at = 0
    while at < len(text):
        told = "action" in before or "action" in kinds
        named = {kind: found.end() for kind, pattern in _HEADS if (found := pattern.match(text, at))}
        if told:
            named.pop("action", None)
        elif "action" in named:
            named = {"action": named["action"]}
        if not named:
            return None
        kind = max(named, key=lambda name: named[name])
        at = named[kind]
        kinds.append("due" if told and kind == "day" else kind)
        while at < len(text) and text[at] in " .|/:":
            at += 1
    return kinds or None


def _body(lines: Sequence[TextLine], start: int, heading: _Heading) -> tuple[list[TextLine], int]:
    """The lines below the heading row, which the next page may have again, and the line after them."""
    head = [line.text for line in lines[start : heading.end]]
    body: list[TextLine] = []
    at = heading.end
    last = min(heading.end + LONGEST_TABLE, len(lines))
    while at < last:
        again = next(
            (
                n
                for n in range(at, min(at + 4, last))
                if lines[n].text == head[0] and [line.text for line in lines[n : n + len(head)]] == head
            ),
            None,
        )
        if again is not None and (again == at or lines[at].opens_page):
            at = again + len(head)
            continue
        if opens_other(lines[at]) or _read_heading(lines, at):
            break
        body.append(lines[at])
        at += 1
    return body, at


def _parts(
    body: Sequence[TextLine], heading: _Heading, known: frozenset[str]
) -> Iterator[tuple[list[TextLine], Owner | None]]:
    """The lines of each row with who acts; what begins like a row but says nobody goes with the row above."""
    starts = _starts(body, heading)
    waiting: list[TextLine] = []
    for a, b in pairwise([*starts, len(body)]):
        part = list(body[a:b])
        owner = find_owner(_texts(part, heading), known)
        if waiting and owner is None:
            waiting += part
            continue
        if waiting:
            yield waiting, find_owner(_texts(waiting, heading), known)
        waiting = part
    if waiting:
        yield waiting, find_owner(_texts(waiting, heading), known)


def _starts(body: Sequence[TextLine], heading: _Heading) -> list[int]:
    """Where rows begin: at numbers that count on, else at days, else at codes of one form."""
    first = body[0].text
    number = _NUMBER.match(first)
    if number and not _leading_day(body, 0) and (heading.kinds[0] == "number" or number["number"] == "1"):
        due = int(number["number"])
        starts = []
        for at, line in enumerate(body):
            found = _NUMBER.match(line.text)
            if found and int(found["number"]) == due and not (at and _leading_day(body, at)):
                starts.append(at)
                due += 1
        return starts
    if heading.kinds[0] == "day" and _leading_day(body, 0):
        return [at for at in range(len(body)) if _leading_day(body, at)]
    code = _CODE.match(first)
    if code and heading.kinds[0] in ("number", "minute"):
        form = _form(code)
        return [at for at, x in enumerate(body) if (found := _CODE.match(x.text)) and _form(found) == form]
    return []


def _form(code: re.Match[str]) -> str:
    return _DIGITS.sub("0", code["code"])


def _leading_day(lines: Sequence[TextLine], at: int) -> tuple[int, str] | None:
    """The day that begins at a line: how many lines it takes, and what stands behind it on the last."""
    if not lines[at].text[:1].isalnum():
        return None
    for count in range(1, min(LONGEST_DAY, len(lines) - at) + 1):
        text = " ".join(line.text for line in lines[at : at + count])
        days = find_dates(text[:60])
        if days and days[0].start == 0:
            rest = text[days[0].end :]
            return None if rest[:1] in (".", ",", ";", ")") else (count, rest.strip())
        if not text[:1].isdigit() or len(text) > 20:
            return None
    return None


def _texts(part: Sequence[TextLine], heading: _Heading) -> list[str]:
    """The lines of a row without its number, day and minute."""
    texts = [line.text for line in part]
    kinds = heading.kinds[: heading.kinds.index("action")]
    if (found := _NUMBER.match(texts[0])) and not _leading_day(part, 0):
        texts[0] = texts[0][found.end() :]
    used = 0 if texts[0] else 1
    if "minute" in kinds and len(texts) > used and (code := _CODE.match(texts[used])):
        texts[used] = texts[used][code.end() :]
    used += 0 if used < len(texts) and texts[used] else 1
    if used < len(texts) and {"day", "minute"} & set(kinds):
        rest = [*texts[used:]]
        lines = [replace(part[used + n], text=text) for n, text in enumerate(rest)]
        if lines and (day := _leading_day(lines, 0)):
            texts = [day[1], *rest[day[0] :]]
            used = 0
    return [text for text in texts[used:] if text]


def _row(part: Sequence[TextLine], owner: Owner, heading: _Heading) -> TrackedAction:
    texts = _texts(part, heading)
    progress = owner.rest
    if "due" in heading.kinds and (days := find_dates(progress[:60])) and days[0].start == 0:
        progress = progress[days[0].end :].strip(" –-")
    elif "due" in heading.kinds:
        progress = progress[due.end() :] if (due := _MONTH_DUE.match(progress)) else progress
    if "rag" in heading.kinds:
        progress = _RATING.sub("", progress)
    topic, action = "", owner.action
    if "topic" in heading.kinds[: heading.kinds.index("action")] and texts:
        topic, action = _topic(owner.before)
    return TrackedAction(topic, action, owner.name, progress, part[0].page)


def _topic(before: Sequence[str]) -> tuple[str, str]:
    """A topic in capitals and the action in other letters behind it; else all is the action's."""
    text = join_lines(before)
    capitals = _CAPITALS.match(text)
    return (capitals[0].strip(), text[capitals.end() :]) if capitals else ("", text)
