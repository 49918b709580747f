"""Reads the agenda off a front sheet: which rows are its items, and where it stops."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from imports.agenda_item import Paragraph, ReadItem, join_words, read_item
from imports.columns import Piece, lay_out
from imports.furniture import TextLine
from imports.item_numbers import PAGES, TYPICAL, Numbered, choose_chain, find_numbered
from imports.model import AgendaItem, Warning
from imports.presenters import is_post, is_presenters

_HEADING = re.compile(
    r"(?:supplementa(?:ry|l) |revised |amended |second |late )*a\s?g\s?e\s?n\s?d\s?a(?: supplement| front ?sheet| items)?"
    r"|order of business|business to be transacted",
    re.IGNORECASE,
)
# What follows an agenda on its front sheet: the committee, the clerk, notes for those who come.
_AFTERWARDS = re.compile(
    r"(?:committee |board |panel )?members(?:hip)?(?: of the [\w ]{3,60})?\s*(?:[:–—-]|$)|added members?\b|co-?opted (?:members?|representatives?)\b|to\s*:\s|substitutes?\s*:"
    r"|councillors?\s*[:–—-]|the membership of|\(a\)\s+[A-Z]{4,}|\(a\)$|notes?\s*[:.]?$|(?:for )?(?:further|more|any further|additional) information\b"
    r"|(?:if you )?(?:require|need|would like|want)\b.{0,40}\b(?:information|copy|format|agenda)\b|contact(?: officer| details| us)?\s*[:–-]"
    r"|for (?:enquiries|queries|general)|enquiries\b|(?:agenda |date )?(?:published|issued|dispatched|despatched|of publication)\b"
    r"|dated\b|(?:fire|emergency|evacuation)\b.{0,30}\b(?:procedure|evacuation|alarm|instruction|precaution)"
    r"|webcasting\b|filming\b|recording\b.{0,40}\bmeetings?|this meeting (?:will|may|is)\b.{0,40}\b(?:webcast|filmed|recorded|broadcast|live)"
    r"|mobile (?:phones|telephones|devices)|access(?:ibility)? (?:to|arrangements|information)|public access|information for (?:the public|members|visitors)"
    r"|guidance (?:on|for|notes?)|declaring interests|(?:disclosable|registrable) .{0,30}interests?\b.*:|members of the public are (?:welcome|reminded|entitled|able)"
    r"|the public (?:are|is) welcome|quorum\b|date of (?:the )?next\b|signed\b|chief executive\.?$|proper officer|under the (?:openness|local|freedom)|clerk to the\b|(?:town|parish) clerk\b|monitoring officer\b"
    r"|democratic services\b|large print|this (?:agenda|document|information) (?:is|can be)|copies of|recycl|car parking|toilets|hearing loop|wi-?fi",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(r"(?:[A-Z][A-Z.'’-]*\s+){1,3}[A-Z][A-Z'’-]+,?")
_SECTION = re.compile(
    r"(?:part|section)\s+(?:[ivx]+|\d|[a-d]|one|two|three)\b.{0,90}"
    r"|(?:public|private|exempt|confidential|open|closed|non-exempt|unrestricted|restricted|standing|standard|routine|procedural|statutory|main|other|general|scrutiny|formal)"
    r" (?:session|business|items?|section|part|matters)(?: .{0,60})?"
    r"|(?:key |non-key )?(?:items?|matters|business) (?:for|to be|of|requiring|containing|considered|referred)\b.{0,90}|reports? for\b.{0,90}|(?:for|to) (?:decision|information|noting|discussion|note|decide)"
    r"|pages?(?: nos?\.?| numbers?)?|item(?: no\.?)?|nos?\.?|lead officer|presenter|officer",
    re.IGNORECASE,
)
_EXCLUSION = re.compile(
    r"(?:motion (?:for|to)\s+)?exclu(?:sion|de)\b.{0,14}\b(?:public|press)\b(?: and (?:the )?(?:public|press))?[^.]{0,30}$",
    re.IGNORECASE,
)
_SUB_ITEM = re.compile(r"\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]\s*(?P<rest>\S.*)$")
_LOOSE_SCOPE = re.compile(r"\bfollowing (?:agenda )?(?:items|reports|papers)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What was read.

    Attributes:
        items: in order, with their paragraphs.
        start: index of the first line of the agenda.
        end: index of the first line after it.
        warnings: what was inferred.
    """

    items: tuple[ReadItem, ...]
    start: int
    end: int
    warnings: tuple[Warning, ...] = ()


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of one item; `number` is None where it is not known, `inferred` where it was worked out."""

    number: str | None
    rows: tuple[tuple[Piece, ...], ...]
    inferred: bool = False


def read_agenda(lines: Sequence[TextLine], known: frozenset[str]) -> Agenda | None:
    """Read the agenda from a front sheet's lines.

    Args:
        lines: from the top of the file to the end of the front sheet, furniture left out.
        known: the names of people certain from elsewhere, in lower case.

    Returns:
        None where the lines hold no agenda.
    """
    rows = lay_out(lines)
    heading = _find_heading(rows)
    start = heading + 1 if heading is not None else 0
    geometry = any(line.line.right for line in lines)
    candidates = [item for item in find_numbered(rows[start:])]
    candidates = [replace(item, row=item.row + start) for item in candidates]
    chain = _cut_afterwards(rows, choose_chain(candidates, 14.0 if geometry else 4.0))
    if not _is_agenda(rows, chain, heading is not None):
        return None
    end = _find_end(rows, chain)
    first = _first_row(rows, chain, start)
    blocks = _divide(rows, chain, first, end)
    main = [piece for block in blocks for row in block.rows for piece in row if not piece.beside]
    limit = max((piece.right for piece in main if " " in piece.text), default=0.0)
    tolerance = (0.04 if geometry else 0.14) * limit
    known = known | _standing_names(blocks, known)
    items = tuple(
        read_item(block.number, [piece for row in block.rows for piece in row], limit, known, tolerance)
        for block in blocks
    )
    warnings = tuple(
        Warning(
            "agenda-number-inferred",
            f"Item {block.number} is printed without its number, which follows from its neighbours.",
            read.item.page,
        )
        for block, read in zip(blocks, items, strict=True)
        if block.inferred
    )
    return Agenda(items, first, end, warnings)


def _find_heading(rows: Sequence[Sequence[Piece]]) -> int | None:
    """The row that says AGENDA: the last before the numbers begin."""
    found = None
    for index, row in enumerate(rows):
        if len(row) >= 1 and _HEADING.fullmatch(row[0].text.strip(" :-–")):
            if found is not None and find_numbered(rows[found:index]):
                break
            found = index
    return found


def _cut_afterwards(rows: Sequence[Sequence[Piece]], chain: list[Numbered]) -> list[Numbered]:
    """Cut the chain where the notes begin, unless it goes on with what is surely an item."""
    for place, (a, b) in enumerate(zip(chain, chain[1:], strict=False)):
        closed = any(
            _AFTERWARDS.match(row[0].text) for row in rows[a.row + 1 : b.row] if row and not row[0].beside
        )
        sure = b.key[0] == a.key[0] + 1 and b.score >= 1.2
        if closed and not sure:
            return chain[: place + 1]
    return chain


def _is_agenda(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], headed: bool) -> bool:
    """Whether numbered rows are an agenda, not the sections of a report."""
    titles = [_title_of(rows, item) for item in chain]
    typical = sum(TYPICAL.match(title) is not None for title in titles)
    last = chain[-1].row + 4 if chain else 0
    paged = (
        sum(bool(PAGES.search(" ".join(piece.text for piece in row))) for row in rows[chain[0].row : last])
        if chain
        else 0
    )
    if headed and chain:
        return len(chain) >= 2 or typical + paged > 0
    return len(chain) >= 2 and (typical >= 2 or paged >= 2 or (typical >= 1 and paged >= 1))


def _title_of(rows: Sequence[Sequence[Piece]], item: Numbered) -> str:
    if item.rest:
        return item.rest
    later = [piece.text for row in (rows[item.row][1:], *rows[item.row + 1 : item.row + 3]) for piece in row]
    return next(iter(later), "")


def _find_end(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered]) -> int:
    """The row after the last item's: where the notes begin or the rows end."""
    last = chain[-1]
    titled = bool(last.rest) or len(rows[last.row]) > 1
    for index in range(last.row + (1 if titled else 2), len(rows)):
        row = rows[index]
        if not row or row[0].beside:
            continue
        text = row[0].text
        restarts = re.match(r"1\b[.)]?\s*\S", text) and index > last.row + 1
        if _AFTERWARDS.match(text) or restarts or (row[0].gap and _is_notice(text)):
            return index - 1 if index - 1 > last.row and _is_signature(rows[index - 1], text) else index
    return len(rows)


def _is_signature(row: Sequence[Piece], following: str) -> bool:
    """Whether a row is the name over a signature's post ("Jo Bloggs" over "Chief Executive")."""
    name = row[0].text.rstrip(",") if row else ""
    return bool(_SIGNATURE.fullmatch(name)) or (
        is_post(following.rstrip(".")) and is_presenters(name, frozenset())
    )


def _is_notice(text: str) -> bool:
    """Whether a line opens a note in capitals ("INSPECTION OF PAPERS – If you wish ...")."""
    return re.match(r"(?:\([a-z]\)\s*)?(?:[A-Z][A-Z',&/-]*\s+){2,}[–-]\s*[A-Z][a-z]", text) is not None


def _first_row(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], start: int) -> int:
    """The first item's row, or an earlier one where the first items lost their numbers."""
    first = chain[0]
    if 2 <= first.key[0] <= 3 and first.style != "slash":
        for index in range(start, first.row):
            row = rows[index]
            if row and TYPICAL.match(row[0].text) and len(row[0].text) < 80:
                return index
    return first.row


def _divide(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], first: int, end: int) -> list[_Block]:
    """Divide the rows into items, those that lost their number among them."""
    blocks: list[_Block] = []
    if first < chain[0].row:
        blocks += _number_lost([tuple(row) for row in rows[first : chain[0].row]], 0, chain[0].key[0], None)
    for place, item in enumerate(chain):
        following = chain[place + 1] if place + 1 < len(chain) else None
        body = [tuple(row) for row in rows[item.row : following.row if following else end]]
        body[0] = _without_number(item, body[0])
        body = [row for i, row in enumerate(body) if row and not (i > 0 and _is_section(row))]
        next_key = following.key[0] if following and item.style != "slash" else None
        blocks += _number_lost(body, item.key[0], next_key, item)
    return blocks


def _without_number(item: Numbered, row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if item.rest:
        return (replace(row[0], text=item.rest), *row[1:])
    return row[1:] and (replace(row[1], gap=row[0].gap), *row[2:])


def _is_section(row: Sequence[Piece]) -> bool:
    """Whether a row only divides the agenda ("PART II – EXEMPT", "Items for decision")."""
    text = row[0].text.strip(" :-–")
    if len(row) > 1 or row[0].beside or not _SECTION.fullmatch(text) or PAGES.search(text):
        return False
    return row[0].gap or row[0].opens_page or text.isupper() or row[0].bold


def _number_lost(
    body: list[tuple[Piece, ...]], number: int, next_number: int | None, item: Numbered | None
) -> list[_Block]:
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
    for a, b in zip(bounds, bounds[1:], strict=False):
        rows = tuple(body[a:b])
        if a == 0 and item is not None:
            blocks.append(_Block(printed, rows))
            continue
        sub = _SUB_ITEM.match(rows[0][0].text)
        if sub and item is not None:
            head = replace(rows[0][0], text=sub["rest"])
            blocks.append(_Block(f"{printed}({sub['letter']})", ((head, *rows[0][1:]), *rows[1:])))
            continue
        lost += 1
        blocks.append(_Block(str(lost) if certain else None, rows, certain))
    return blocks


def _lost_starts(body: Sequence[tuple[Piece, ...]], missing: int, from_top: bool) -> list[int]:
    """The rows at which items without a number begin."""
    starts = []
    has_pages = False
    for index, row in enumerate(body):
        text = " ".join(piece.text for piece in row)
        paged = PAGES.search(text) is not None and not row[0].beside
        begins = _SUB_ITEM.match(row[0].text) is not None
        if index and paged and (has_pages or begins) and not PAGES.fullmatch(text):
            at = index
            while at > 1 and not (body[at][0].gap or body[at][0].opens_page) and not _ends_item(body[at - 1]):
                at -= 1
            starts.append(at)
        elif index and _EXCLUSION.fullmatch(row[0].text) and (row[0].gap or row[0].text.isupper()):
            starts.append(index)
        elif index and _opens_scope(body, index):
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


def _standing_names(blocks: Sequence[_Block], known: frozenset[str]) -> frozenset[str]:
    """Names that stand by themselves somewhere on the agenda: certain where glued to a title elsewhere."""
    texts = {row[0].text for block in blocks for row in block.rows[1:] if len(row) == 1}
    texts |= {piece.text for block in blocks for row in block.rows for piece in row if piece.beside}
    return frozenset(
        text.casefold()
        for text in texts
        if "," not in text and len(text.split()) in (2, 3) and is_presenters(text, known)
    )
