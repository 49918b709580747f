"""The lines of a front sheet's lists of members, without what stands beside or around the names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.names import HONORIFIC, is_people, is_titled, split_titled
from imports.words.parties import PARTY_NAME

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

COUNCILLORS = r"(?:(?:county|city|borough|district|town|parish)[\s/]+){0,2}(?:councillors?|cllrs?|aldermen)"
_WARD_APART = regex(
    rf"(?P<name>(?:{COUNCILLORS} )?(?:[A-Z][\w.'’-]*\s){{1,3}}[A-Z][\w'’-]+(?: \([^)]*\))?)"
    r"\s{2,}[-–]\s+[A-Z][^()]*+(?P<role>\([^()]*\))?.*"
)
_PLACES = regex(
    r"(?:district|borough|county|parish|town|city|church|parent|diocesan|independent|other"
    r"|external)\b.{0,40}$",
    re.IGNORECASE,
)
_BEGUN = regex(r"(?:county|district|borough|city|town|parish|co-?opted|independent|substitute)(?=\s|$)", re.I)
_CHAIR_ALONE = regex(r"(?:vice[- ]?|deputy )?chair(?:man|person|woman)?\s*:", re.IGNORECASE)
_REST = regex(r"(?:councillors|members)\s*:", re.IGNORECASE)
_WELSH = regex(r"\b(?:aelodaeth|aelodau|cynghorydd|cynghorwyr|cadeirydd|is-?gadeirydd)\s*/\s*", re.IGNORECASE)
_LISTED = regex(rf"{COUNCILLORS}\s[A-Z].*,", re.IGNORECASE)
# The headings of two lists side by side ("Membership      Substitute Members").
_TWO_LABELS = regex(
    r"(?P<first>(?:membership|(?:committee |panel )?members|councillors)(?:\s?:)?)\s{2,}+"
    r"(?:(?:named )?substitutes?(?: members)?|reserves?)\s*:?",
    re.IGNORECASE,
)
_OWNER = regex(
    r"(?!chair|vice|contact|officer|added|co-?opt|substitut|in attendance|apolog|clerk|members|councillors)"
    r"[A-Z][\w’' &-]{2,40}:\s+(?=(?:Cllr|Councillor)s? )",
    re.IGNORECASE,
)

_COUNT = regex(r"[^()\d]{0,30}\(\s*\d{1,2}\s*\)")
_PARTY_ALONE = regex(rf"{PARTY_NAME}(?: (?:party|group|members))*", re.IGNORECASE)
_PARTIED = regex(
    r";$|\b(?:conservatives?|labour|liberal|greens?|independents?|party|group|plaid|reform|snp)\b",
    re.IGNORECASE,
)
_TITLED = regex(
    rf"{HONORIFIC}\s(?:[A-Z][\w.'’-]*\s){{1,3}}[A-Z][\w'’-]+(?: (?:CC|MBE|OBE|JP))*(?:\s\([^()]{{3,30}}\))?"
)
_SITS_AS = regex(
    r"\b(?:governor|representative|diocese|lead|spokesperson|member|co-?optee)s?\b", re.IGNORECASE
)
_BY_INITIALS = regex(r"(?:[A-Z]\.? ){1,3}[A-Z][\w'’-]+(?: \([^)]*\))?$")
_CHAIRS = regex(r"^[A-Z][\w.'’ -]{3,40} \((?:vice[- ]|depute )?(?:chair\w*|convener)\)$", re.IGNORECASE)
_INITIAL = regex(r"[A-Z](?:\.|\b)")
FEWEST_UNLABELLED = 4


def plain_lists(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lists without the Welsh beside the English words, and of a joint body without the councils' names."""
    lines = [_without_place(_without_ward(line)) for line in _mend_labels(_without_counts(lines))]
    owners = [_OWNER.match(line.text) is not None for line in lines]
    result = []
    for i, line in enumerate(lines):
        text = line.text
        if "/" in text:
            text = _WELSH.sub("", text)
        if owners[i] and (any(owners[max(0, i - 1) : i] + owners[i + 1 : i + 2]) or _goes_before(lines, i)):
            text = _OWNER.sub("", text)
        if two := _TWO_LABELS.fullmatch(text):
            text = two["first"]
        result.append(
            line
            if text == line.text
            else replace(line, text=text, line=replace(line.line, text=text, cells=()))
        )
    return result


def _without_counts(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lists by party in columns without the parties' names and, below each, how many it has."""
    counted = [
        "(" in line.text and all(_COUNT.fullmatch(cell.text.strip()) for cell in line_cells(line))
        for line in lines
    ]
    alone = [one and line.text.lstrip().startswith("(") for one, line in zip(counted, lines, strict=True)]
    heads = [below and not lines[i + 1].gap for i, below in enumerate(alone[1:])]
    parted = [
        line for line, one, head in zip(lines, alone, [*heads, False], strict=True) if not (one or head)
    ]
    return [line for line in parted if not _heads_parties(line)]


def _heads_parties(line: TextLine) -> bool:
    """Whether a line is the names of parties over the columns of their members."""
    cells = [cell.text.strip() for cell in line_cells(line)] if "  " in line.text or line.line.cells else []
    return len(cells) > 1 and all(map(_PARTY_ALONE.fullmatch, cells))


def _goes_before(lines: Sequence[TextLine], i: int) -> bool:
    """Whether the line above lists members, too."""
    return i > 0 and not lines[i].gap and _LISTED.match(lines[i - 1].text) is not None


def _mend_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """A label over two lines beside its names ("District   A Bell   C Dow" above "Councillors:") in one."""
    mended = list(lines)
    for i, line in enumerate(lines[:-1]):
        if _CHAIR_ALONE.fullmatch(line.text.strip()) and is_titled(lines[i + 1].text):
            text = f"{line.text.strip().rstrip(':')}: {lines[i + 1].text.strip()}"
            mended[i] = replace(line, text=text, line=replace(line.line, text=text, cells=()))
            mended[i + 1] = replace(lines[i + 1], text="", line=replace(lines[i + 1].line, text="", cells=()))
            continue
        if not _BEGUN.match(line.text) or not _REST.fullmatch(lines[i + 1].text.strip()):
            continue
        cells = line_cells(line)
        if len(cells) > 1 and _BEGUN.fullmatch(cells[0].text.strip()):
            text = f"{lines[i + 1].text.strip().rstrip(':')}: {', '.join(c.text.strip() for c in cells[1:])}"
            mended[i] = replace(line, text=text, line=replace(line.line, text=text, cells=()))
            mended[i + 1] = replace(lines[i + 1], text="", line=replace(lines[i + 1].line, text="", cells=()))
    return [line for line in mended if line.text]


def _without_place(line: TextLine) -> TextLine:
    """A member's line without the body the next column names ("District        Councillor J Howes")."""
    cells = line_cells(line)
    if len(cells) != 2 or is_titled(cells[0].text) or not is_titled(cells[1].text):
        return line
    if not _PLACES.match(cells[0].text.strip()):
        return line
    text = cells[1].text.strip()
    return replace(line, text=text, line=replace(line.line, text=text, cells=()))


def _without_ward(line: TextLine) -> TextLine:
    """A member's line without the ward in a column behind a dash ("B Aldous        -   Harwick")."""
    found = _WARD_APART.fullmatch(line.text)
    if found is None:
        return line
    text = " ".join(filter(None, (found["name"], found["role"])))
    if not is_titled(text):
        text = f"Councillor {text}"
    return replace(line, text=text, line=replace(line.line, text=text, cells=()))


def unlabelled_names(lines: Sequence[TextLine]) -> list[list[str]]:
    """The members of a list that nothing heads: lines of titled names and nothing else, in columns or not."""
    rows = [[cell.text.strip() for cell in line_cells(line)] for line in lines]
    named = [cells if _are_members(cells) else [] for cells in rows]
    several = any(len(cells) > 1 for cells in named) and sum(map(len, named)) >= FEWEST_UNLABELLED
    runs = (len(list(run)) for is_run, run in groupby(named, bool) if is_run)
    several = several or max(runs, default=0) >= FEWEST_UNLABELLED
    return [cells for cells in named if cells] if several else []


def _are_members(cells: Sequence[str]) -> bool:
    """Whether a line's cells are names, one at least with a councillor's title, the others with a role."""
    titled = [_TITLED.fullmatch(cell) is not None for cell in cells]
    return any(titled) and all(t or _CHAIRS.search(cell) for t, cell in zip(titled, cells, strict=True))


def is_chair(text: str) -> bool:
    """Whether a line is a name and, in brackets, the chair's or the vice-chair's role."""
    return _CHAIRS.search(text) is not None


def _tells_of_member(text: str) -> bool:
    """Whether a cell beside a member's name is their ward or whom they sit for, and no other member."""
    begins = is_titled(text) or is_people(text) or _INITIAL.match(text.strip()) is not None
    return not begins and text.strip()[:1].isupper()


def beside_ward(line: TextLine) -> bool:
    """Whether a line is a name by its initials, and in the next column what begins with none."""
    cells = [cell.text.strip() for cell in line_cells(line)]
    return len(cells) == 2 and _BY_INITIALS.match(cells[0]) is not None and _tells_of_member(cells[1])


def people_of(line: TextLine) -> list[str]:
    """The names on a line of a list, one a cell; a cell that tells of the one before is no name."""
    cells = [cell.text for cell in line_cells(line)]
    if len(cells) == 1:
        return split_titled(line.text)
    parted = [part for cell in cells for part in re.split(r"\s{2,}", cell.strip())]
    if len(parted) > 2 and is_titled(parted[0]) and any(map(_PARTIED.search, parted[1:])):
        told = all(_tells_of_member(part.rstrip("; ")) for part in parted[1:])
        return parted[:1] if told else cells
    told = len(cells) == 2 and _tells_of_member(cells[1])
    if told and (is_titled(cells[0]) or _SITS_AS.search(cells[1]) or beside_ward(line)):
        return cells[:1] if "(" in cells[0] else [f"{cells[0].strip()} - {cells[1].strip()}"]
    return cells
