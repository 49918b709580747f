"""Who was there: the lists of names that open a set of minutes.

Two columns reach a text shredded: labels come first, the lists after them, and the second column of
members may stand where the officers are expected. So labels wait for their lists, and a list of
councillors is the members' wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.people.around_lists import without_others
from imports.people.attendance_table import drop_flat, take_attendance
from imports.people.broken_labels import mend_labels
from imports.people.columns import REMARK, by_column
from imports.people.labels import Kind, read_label, without_welsh
from imports.people.names_in_prose import PUBLIC, SHARED_TITLE, read_names
from imports.words.names import is_posted, is_titled, split_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_STARRED = regex(
    r"^\(?\s*+[*]\s*+=?\s*+(?:denotes? )?(?:members? )?(?:present|in attendance)\b", re.IGNORECASE
)
_STARRED_AWAY = regex(
    r"^\(?\s*+[*]\s*+[=–-]?\s*+(?:denotes? |indicates? )?(?:members? )?(?:apolog(?:y|ies)|absen[ct])",
    re.IGNORECASE,
)
# A group of members over its names ("School members:"), which tells nothing of who they are.
_GROUP_LABEL = regex(r"[A-Z][\w’' /&-]{2,40}:")
_BULLET = regex(r"^[•●▪■◦○–—-]\s+")
# A name and its office at a line's end, the next name on the line below
_COMMA_LOST = regex(r"\)$")
_IN_BRACKETS = regex(r"\([^()]*\)")
SHORT = 45
# A line whose list, office, bracket or name ("and A B") goes on in the next
_OPEN = regex(
    r"(?:[,&-]|\s(?:and|of|for)|(?:[,&]|\band|\b(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\.?) (?:[A-Z]\.? ?){1,3}"
    r"|\([^()]*)$"
)
_PERSON_FIRST = regex(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+(?: \(|,)")
# A councillor with an office ("Councillor Jo Bell, Cabinet Member for Housing")
_POSTED = regex(
    r"(?:Councillor|Cllr)\b[^,]+, "
    r"(?:(?:Deputy )?(?:Leader|Mayor)|(?:Cabinet|Executive|Lead) Member|Portfolio Holder)\b"
)
_ALSO = regex(r"\b(?:in attendance|attending)$", re.IGNORECASE)
_LABEL_START = regex(
    r"(?:officers|members|councillors|apologies|also|others?|representatives)"
    r"(?: in| for| of the| from other)?",
    re.IGNORECASE,
)


@dataclass
class Attendance:
    """The names, list by list, as printed."""

    present: list[str] = field(default_factory=list)
    substitutes: list[str] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)
    officers: list[str] = field(default_factory=list)
    untold: int | None = None
    """The page of a table that does not tell any more who was there and who was not."""


def read_attendance(lines: Sequence[TextLine]) -> Attendance:
    """Read the lists of names between a meeting's date and its first item."""
    untold, lines = drop_flat(lines)
    present, away, lines = take_attendance(without_others(lines))
    result = Attendance(present=present, apologies=away, untold=untold)
    waiting: list[tuple[Kind, str]] = []
    current: tuple[Kind, str] = ("present", "")
    starred = any(_STARRED.search(line.text) for line in lines)
    if starred:
        lines = [_star_beside(line) for line in lines if not _STARRED.search(line.text)]
    away_starred = any(_STARRED_AWAY.match(line.text) for line in lines)
    if away_starred:
        lines = [_star_beside(line) for line in lines if not _STARRED_AWAY.match(line.text)]
    for block in _blocks(mend_labels(lines)):
        label = read_label(block[0])
        if label:
            kind, words, rest = label
            if kind == "present" and len(result.present) > 1 and _ALSO.search(words):
                kind = "officers"  # members of the council, not of the committee, whose members are told
            body = [rest, *block[1:]] if rest else block[1:]
            if not body:
                if not waiting or waiting[-1][0] != kind:
                    waiting.append((kind, words))
                current = (kind, words)
                continue
            if len(result.present) == 1 and words.casefold().startswith("other members"):
                kind = "present"  # beside who presided
            if waiting and kind == "present" and SHARED_TITLE.fullmatch(words):
                kind = waiting[0][0]  # "Apologies:" over "Councillors: A Bell and C Dow"
            waiting.clear()
            current = (kind, words)
        else:
            body = block
            if _is_member_list(body) and current[0] in ("officers", "present"):
                if waiting and waiting[0][0] == "present":
                    current = waiting.pop(0)
                _add(result, "present", "", body)
                continue
            if waiting:
                current = waiting.pop(0)
            elif current[0] == "present" and _are_officers(body, result.present):
                current = ("officers", "")
            if waiting and (at := _next_list(body)):  # the lists of two labels, nothing between them
                _add(result, *current, body[:at])
                current, body = waiting.pop(0), body[at:]
        _add(result, current[0], current[1], body)
    if away_starred:
        result.apologies += [name for name in result.present if "*" in name]
        result.present = [name for name in result.present if "*" not in name]
    _tidy(result, starred)
    return result


def _star_beside(line: TextLine) -> TextLine:
    """A line whose star stands in a column of its own, with the star at the name."""
    text = re.sub(r"^[*]\s+", "*", line.text)
    return (
        replace(line, text=text, line=replace(line.line, text=text, cells=())) if text != line.text else line
    )


def _tidy(result: Attendance, starred: bool) -> None:
    """Put right whose list is whose once all are read."""
    if starred:  # the list is of all members: those there bear the star
        result.present = [name.replace("*", "") for name in result.present if "*" in name]
    if (
        not result.present
        and result.officers
        and 2 * sum(map(is_titled, result.officers)) >= len(result.officers)
    ):
        result.present = [name for name in result.officers if is_titled(name)]  # "In attendance" of all there
        result.officers = [name for name in result.officers if not is_titled(name)]
    for names in (result.present, result.officers, result.apologies):
        names[:] = [re.sub(r"\s+", " ", name.replace("*", "")).strip() for name in names]


def _blocks(lines: Sequence[TextLine]) -> list[list[str]]:
    """The header's lines in blocks: a gap or a label begins a new one; a label over two lines is joined."""
    texts: list[tuple[str, bool]] = []
    grouped = False
    for text, gap in by_column(lines):
        text = without_welsh(text)
        gap, grouped = gap or grouped, _GROUP_LABEL.fullmatch(text) is not None and read_label(text) is None
        if grouped:
            continue
        text = _BULLET.sub("", text)
        if len(text) < SHORT and PUBLIC.match(text):
            continue
        if (
            texts
            and not gap
            and _LABEL_START.fullmatch(texts[-1][0])
            and read_label(f"{texts[-1][0]} {text}")
        ):
            texts[-1] = (f"{texts[-1][0]} {text}", texts[-1][1])
        elif text:
            texts.append((text, gap))
    blocks: list[list[str]] = []
    for text, gap in texts:
        open_list = blocks and blocks[-1] and _OPEN.search(blocks[-1][-1].rstrip())
        label = read_label(text)
        alone = label is not None and not label[2]
        parts = [text] if label else split_titled(text)
        if not blocks or label or (gap and not open_list) or _is_label_alone(blocks[-1]):
            blocks.append(parts)
        else:
            blocks[-1].extend(parts)
        if alone:
            continue
    return blocks


def _is_label_alone(block: list[str]) -> bool:
    label = read_label(block[0]) if len(block) == 1 else None
    return label is not None and not label[2]


def _is_member_list(lines: Sequence[str]) -> bool:
    titled = sum(is_titled(line) for line in lines)
    return titled >= 2 and titled * 2 >= len(lines) and not any(", " in line for line in lines)


def _are_officers(lines: Sequence[str], present: Sequence[str]) -> bool:
    """Whether lines below councillors are people with posts, each on one line, and no councillors."""
    posted = len(lines) > 1 and all(is_posted(line) and not is_titled(line) for line in lines)
    return posted and bool(present) and all(map(is_titled, present))


def _add(result: Attendance, kind: Kind, label: str, lines: Sequence[str]) -> None:
    names: list[str] = []
    for text in _logical_lines(lines):
        shared = (
            SHARED_TITLE.match(text)
            if re.match(r"(?:\w+ )?(?:councillors|cllrs|aldermen)\b", text, re.IGNORECASE)
            else None
        )
        words = text[shared.end() :].strip(" :–-") if shared else text
        names.extend(read_names(words, shared[0] if shared else label))
    target: list[str] = getattr(result, kind)
    target.extend(name for name in names if name.strip("* ") and name not in target)


def _next_list(lines: Sequence[str]) -> int | None:
    """Where another list begins: one in prose has come to its end ("A, B and C"), or posts follow members."""
    for at in range(1, len(lines)):
        before = " ".join(lines[:at])
        ended = " and " in before and before.count("(") == before.count(")") and not _OPEN.search(before)
        if ended and _PERSON_FIRST.match(lines[at]) and ", " in before:
            return at
        if is_titled(lines[at - 1]) and not is_titled(lines[at]) and is_posted(lines[at]):
            return at
    return None


def _are_each_one(lines: Sequence[str]) -> bool:
    """Whether each line names one person, whom they come from behind a comma ("Dr A Bell, NHS")."""
    one = not any(line.count(",") > 1 or line.endswith(",") for line in lines[:-1])
    sent = all(is_titled(line) or REMARK.search(line.partition(",")[2]) for line in lines)
    titled = sum(map(is_titled, lines))
    posted = sum(is_titled(line) and _POSTED.match(line) is not None for line in lines)
    return (
        titled == len(lines)
        or 4 * posted >= 3 * len(lines) > 9
        or (one and (4 * titled >= 3 * len(lines) > 6 or (sent and titled > 0)))
    )


def _logical_lines(lines: Sequence[str]) -> list[str]:
    """Put together what wraps: a list in prose, an open bracket, an office over two lines."""
    listed = sum("," in (bare := _IN_BRACKETS.sub("", line)) or ";" in bare for line in lines)
    one_each = len(lines) > 1 and (all(map(is_posted, lines)) or _are_each_one(lines))
    if listed and listed * 2 >= len(lines) and not one_each:
        return [join_lines(_COMMA_LOST.sub("),", line) for line in lines).removesuffix(",")]
    result: list[str] = []
    for line in lines:
        before = result[-1] if result else ""
        office = one_each and _POSTED.match(before) and len(before) > SHORT and not is_titled(line)
        goes_on = _OPEN.search(before) or line[:1] in "(&" or line[:1].islower()
        if office or (before and goes_on):
            result[-1] = join_lines((before, line))
        else:
            result.append(line)
    return result
