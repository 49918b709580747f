"""Divides an agenda's rows into its items, those among them that lost their number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.bare_ranges import is_range
from imports.agenda.item_numbers import PAGES, TYPICAL, Numbered
from imports.layout.joining import join_words
from imports.patterns import regex
from imports.words.presenters import is_presenters

if TYPE_CHECKING:
    from imports.layout.columns import Piece

_SECTION = regex(
    r"(?:agenda\s*[-–:]\s*)?(?:part|section)\s+(?:[ivx]+|\d|[a-d]|one|two|three)\b.{0,90}"
    r"|(?:public|private|exempt|confidential|open|closed|business|non-exempt|unrestricted|restricted|standing"
    r"|standard|routine|procedural|statutory|main|other(?! part)|general|scrutiny|formal|executive"
    r"|non-executive)"
    r" (?:information )?(?:session|business|items?|section|part|matters)(?: .{0,60})?"
    r"|for (?:consideration|discussion|noting|approval|information)(?: and/or \w+)?(?: [-–] .{0,60})?"
    r"|open to (?:the )?(?:public|press)\b.{0,30}"
    r"|(?:key |non-key )?(?:items?|matters|business) (?:for|to be|of|requiring|containing|considered"
    r"|referred)\b.{0,90}|reports? for\b.{0,90}|(?:for|to) (?:decision|information|noting|discussion|note"
    r"|decide)"
    r"|(?-i:[A-H])\s[-–]\s.{3,90}"
    r"|pages?(?: nos?\.?| numbers?)?|item(?: no\.?)?|nos?\.?|lead officer|presenter|officer",
    re.IGNORECASE,
)
_PART = regex(
    r"(?:part|section)\s+(?:[ivx]+|\d|[a-d]|one|two|three)\b|\A.*\b(?:session|business|items?|section|part"
    r"|matters)\b",
    re.IGNORECASE,
)
_IS_PART = regex(
    r"(?:part|section) (?:[A-D]|[IVX]{1,4}|\d|one|two|three)\W{1,5}.*\b(?:session|business|items?|public"
    r"|private|exempt|confidential|open|closed|press)\b.{0,30}",
    re.IGNORECASE,
)
_EXCLUSION = regex(
    r"(?:motion (?:for|to)\s+)?exclu(?:sion|de)\b.{0,14}\b(?:public|press)\b(?: and (?:the )?(?:public"
    r"|press))?[^.]{0,30}$",
    re.IGNORECASE,
)
_SUB_ITEM = regex(r"\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]\s*(?P<rest>\S.*)$")
# A file's name, or one of the papers of an item ("(ii) Presentation by the Head of Ponds (Pages 3 - 4)").
_NO_ITEM = regex(
    r"\.(?:pdf|docx?|xlsx?|pptx?)\b"
    r"|^\(?[ivx]{1,4}[.)]\s+(?:joint )?(?:report|presentation|update) (?:of|by|from)\b",
    re.IGNORECASE,
)
FEWEST_HEADED = 3
_LOOSE_SCOPE = regex(r"\bfollowing (?:agenda )?(?:items|reports|papers)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one item; `number` is None where it is not known, `inferred` where it was worked out."""

    number: str | None
    rows: tuple[tuple[Piece, ...], ...]
    inferred: bool = False


def divide(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], first: int, end: int) -> list[Block]:
    """Divide the rows into items, those that lost their number among them.

    What heads an item in capitals ("DEPUTATIONS" over "4.1 There are none") is not said of the one above.
    """
    blocks: list[Block] = []

    own = {item.row for item in chain}

    def heads(at: int) -> bool:
        row = rows[at] if at >= 0 and at not in own else ()
        return len(row) == 1 and row[0].gap and not row[0].beside and row[0].text.isupper()

    headed = sum(heads(item.row - 1) for item in chain) >= FEWEST_HEADED
    if first < chain[0].row:
        blocks += _number_lost([tuple(row) for row in rows[first : chain[0].row]], 0, chain[0].key[0], None)
    for place, item in enumerate(chain):
        following = chain[place + 1] if place + 1 < len(chain) else None
        body = [tuple(row) for row in rows[item.row : following.row if following else end]]
        body[0] = _without_number(item, body[0])
        body = _without_sections(body[:-1] if headed and following and heads(following.row - 1) else body)
        next_key = following.key[0] if following and item.style != "slash" else None
        blocks += _number_lost(body, item.key[0], next_key, item)
    return blocks


def _without_number(item: Numbered, row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if item.rest:
        return (replace(row[0], text=item.rest), *row[1:])
    return row[1:] and (replace(row[1], gap=row[0].gap), *row[2:])


def _without_sections(body: list[tuple[Piece, ...]]) -> list[tuple[Piece, ...]]:
    """Leave out rows that only divide the agenda, and what a new part says before its first item."""
    kept: list[tuple[Piece, ...]] = []
    for index, row in enumerate(body):
        if not row:
            continue
        if index == 0 or not is_section(row):
            kept.append(row)
        elif _PART.match(row[0].text) and not any(_opens_item(later) for later in body[index + 1 :]):
            break
    return kept


def _opens_item(row: tuple[Piece, ...]) -> bool:
    text = " ".join(piece.text for piece in row)
    begins = _EXCLUSION.fullmatch(text) or TYPICAL.match(text) or PAGES.search(text)
    return bool(begins) or "question" in text.lower()


def is_section(row: Sequence[Piece]) -> bool:
    """Whether a row only divides the agenda ("PART II – EXEMPT", "Items for decision")."""
    text = row[0].text.strip(" :-–")
    if len(row) > 1 or row[0].beside or not _SECTION.fullmatch(text) or PAGES.search(text):
        return False
    return (
        row[0].gap
        or row[0].opens_page
        or text.isupper()
        or row[0].bold
        or _IS_PART.fullmatch(text) is not None
    )


def is_part(row: Sequence[Piece]) -> bool:
    """Whether a row begins a part of the agenda ("PART B - EXEMPT ITEMS")."""
    return is_section(row) and _PART.match(row[0].text) is not None


def _number_lost(
    body: list[tuple[Piece, ...]], number: int, next_number: int | None, item: Numbered | None
) -> list[Block]:
    """Divide the rows between two numbers: the item's own, and those of items whose number is lost.

    A lost number is certain where as many items stand between two numbers as numbers are missing.
    """
    printed = item.printed if item else None
    missing = next_number - number - 1 if next_number is not None else 0
    starts = _lost_starts(body, missing, item is None)
    if item is None and (not starts or starts[0] != 0):
        starts = [0, *starts]
    bounds = [*([] if item is None else [0]), *starts, len(body)]
    blocks = []
    unlabelled = [start for start in starts if _SUB_ITEM.match(body[start][0].text) is None]
    certain = len(unlabelled) == missing
    lost = number
    for a, b in pairwise(bounds):
        rows = tuple(body[a:b])
        if a == 0 and item is not None:
            blocks.append(Block(printed, rows))
            continue
        sub = _SUB_ITEM.match(rows[0][0].text)
        if sub and item is not None:
            head = replace(rows[0][0], text=sub["rest"])
            main = (printed or "").partition("(")[0]  # of "3(a)", too
            blocks.append(Block(f"{main}({sub['letter']})", ((head, *rows[0][1:]), *rows[1:])))
            continue
        lost += 1
        blocks.append(Block(str(lost) if certain else None, rows, certain))
    return blocks


def _lost_starts(body: Sequence[tuple[Piece, ...]], missing: int, from_top: bool) -> list[int]:
    """The rows at which items without a number begin."""
    starts = []
    has_pages = False
    ranges: set[str] = set()
    for index, row in enumerate(body):
        text = " ".join(piece.text for piece in row)
        found = PAGES.search(text)
        pages = "-".join(filter(None, found.groups())) if found else ""
        pages = pages or next((piece.text for piece in row[1:] if is_range(piece)), "")
        paged = bool(pages) and pages not in ranges and not row[0].beside and not _NO_ITEM.search(text)
        ranges.add(pages)
        begins = _SUB_ITEM.match(row[0].text) is not None
        if index > 1 and pages and PAGES.fullmatch(text) and _SUB_ITEM.match(body[index - 1][0].text):
            starts.append(index - 1)  # the range stands below its sub-item
            has_pages = True
            continue
        if index and paged and (has_pages or begins) and not PAGES.fullmatch(text):
            at = index
            while (
                not begins
                and at > 1
                and not (body[at][0].gap or body[at][0].opens_page)
                and not _ends_item(body[at - 1])
            ):
                at -= 1
            starts.append(at)
        elif (index and _EXCLUSION.fullmatch(row[0].text) and (row[0].gap or row[0].text.isupper())) or (
            index and _opens_scope(body, index)
        ):
            starts.append(index)
        has_pages = has_pages or paged
    if len(starts) < missing:
        for index, row in enumerate(body):
            apart = row[0].opens_page or (row[0].gap and TYPICAL.match(row[0].text))
            if (index or from_top) and apart and index not in starts and _is_titlelike(row[0].text):
                starts.append(index)
    return sorted(set(starts))


def _ends_item(row: tuple[Piece, ...]) -> bool:
    return row[-1].beside or row[-1].text.endswith((".", ")")) or is_presenters(row[-1].text, frozenset())


def _opens_scope(body: Sequence[tuple[Piece, ...]], index: int) -> bool:
    """Whether an unnumbered paragraph at an item's end speaks of the items that follow."""
    row = body[index]
    if not (row[0].gap or row[0].opens_page):
        return False
    ends = next((i for i in range(index + 1, len(body)) if body[i][0].gap), len(body))
    text = join_words([piece.text for part in body[index:ends] for piece in part])
    return ends == len(body) and _LOOSE_SCOPE.search(text) is not None and "question" in text.casefold()


def _is_titlelike(text: str) -> bool:
    return text[:1].isupper() and len(text) < 100 and not text.endswith((".", ":", ";"))
