"""Reads the agenda off a front sheet: which rows are its items, and where it stops."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from imports.agenda_blocks import Block, divide, is_part, is_section
from imports.agenda_item import ReadItem, read_item
from imports.agenda_title import Edge
from imports.agenda_unnumbered import divide_unnumbered
from imports.bare_ranges import heads_pages, mark_ranges
from imports.columns import Piece, lay_out
from imports.dates import find_dates
from imports.furniture import TextLine
from imports.item_marks import choose_marked
from imports.item_numbers import PAGES, TYPICAL, Numbered, choose_chain, find_numbered
from imports.model import Warning
from imports.names import is_posted, trailing_people
from imports.presenters import is_post, is_presenters, read_presenters
from imports.shredded import reunite

_HEADING = re.compile(
    r"(?:supplementa(?:ry|l) |revised |amended |second |late )*a\s?g\s?e\s?n\s?d\s?a(?: supplement| front "
    r"?sheet| items)?"
    r"|order of business|business(?: to be transacted)?|(?:rhaglen|agenda)\s*/\s*(?:rhaglen|agenda)|rhaglen",
    re.IGNORECASE,
)
# What follows an agenda on its front sheet: the committee, the clerk, notes for those who come.
_AFTERWARDS = re.compile(
    r"(?:committee |board |panel )?members(?:hip)?(?: of the [\w ]{3,60})?\s*(?:[:–—-]|$)|added members?\b"
    r"|names?$|co-?opted (?:members?|representatives?)\b|to\s*:\s|substitutes?\s*:"
    r"|councillors?\s*[:–—-]|the membership of|\(a\)\s+[A-Z]{4,}|\(a\)$|notes?\s*[:.]?$|(?:for "
    r")?(?:further|more|any further|additional) information\b"
    r"|(?:if you )?(?:require|need|would like|want)\b.{0,40}\b(?:information|copy|format|agenda)\b"
    r"|for (?:enquiries|queries|general)|enquiries\b|(?:agenda |date )?(?:published|issued|dispatched"
    r"|despatched|of publication)\b"
    r"|dated\b|(?:fire|emergency|evacuation)\b.{0,30}\b(?:procedure|evacuation|alarm|instruction|precaution)"
    r"|webcasting\b|filming\b|recording\b.{0,40}\bmeetings?|this meeting (?:will|may"
    r"|is)\b.{0,40}\b(?:webcast|filmed|recorded|broadcast|live)"
    r"|mobile (?:phones|telephones|devices)|access(?:ibility)? (?:to|arrangements|information)|public "
    r"access|information for (?:the public|members|visitors)"
    r"|guidance (?:on|for|notes?)|declaring interests|(?:disclosable|registrable) .{0,30}interests?\b.*:"
    r"|members of the public are (?:welcome|reminded|entitled|able)"
    r"|the public (?:are|is) welcome|quorum\b|date of (?:the )?next\b|signed\b|chief executive\.?$|proper "
    r"officer|under the (?:openness|local|freedom)|clerk to the\b|(?:town|parish) clerk\b|monitoring "
    r"officer\b"
    r"|tel(?:ephone)?(?: no\.?)?\s*[:–-]|e-?mail\s*[:–-]"
    r"|democratic services\b|large print|this (?:agenda|document|information) (?:is|can be)|copies of"
    r"|access and information\b|recycl|car parking|toilets|hearing loop|wi-?fi",
    re.IGNORECASE,
)
# The same words stand in a paragraph under an item's title, too: they need white space before them.
_AFTER_A_GAP = re.compile(
    r"contact(?: officer| details| us)?\s*[:–-]|general counsel$|director of\b.{0,60}$", re.IGNORECASE
)
_SUPPLEMENT = re.compile(r"supplement|additional|late|second", re.IGNORECASE)
_NEXT_MEETING = re.compile(r"date (?:and time )?of (?:the )?next\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"(?:(?:it was )?(?:RESOLVED|AGREED|Resolved|Agreed)|RECOMMENDED|NOTED)\b"
    r"|\W?(?:[Tt]he )?[Mm]eeting (?:closed|ended|concluded)"
)
_SIGNATURE = re.compile(r"(?:[A-Z][A-Z.'’-]*\s+){1,3}[A-Z][A-Z'’-]+,?")
_UNFINISHED = re.compile(r"\b(?:the|an|to|of|by|from|with)$")
LONGEST_ITEM = 60


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


def read_agenda(lines: Sequence[TextLine], known: frozenset[str]) -> Agenda | None:
    """Read the agenda from a front sheet's lines.

    Args:
        lines: from the top of the file to the end of the front sheet, furniture left out.
        known: the names of people certain from elsewhere, in lower case.

    Returns:
        None where the lines hold no agenda.
    """
    rows = reunite(lay_out(lines))
    heading = _find_heading(rows)
    start = heading + 1 if heading is not None else 0
    geometry = any(line.line.right for line in lines)
    tolerance = 14.0 if geometry else 4.0
    numbered = find_numbered(rows[start:])
    chain = choose_marked(rows[start:], choose_chain(numbered, tolerance), tolerance)
    if heading is not None and _SUPPLEMENT.search(rows[heading][0].text):
        chain = max(chain, _picked_out(rows[start:], numbered), key=len)
    chain += _restarted(rows[start:], chain, numbered, tolerance)
    chain = _cut_afterwards(rows, [replace(item, row=item.row + start) for item in chain])
    if heading is None and _is_minuted(lines):
        return None
    if _is_agenda(rows, chain, heading is not None):
        first, end = _first_row(rows, chain, start), _find_end(rows, chain)
        blocks = divide(rows, chain, first, end)
    elif heading is not None:
        first, end = start, _find_notes(rows, start)
        blocks = divide_unnumbered(rows, first, end)
    else:
        return None
    if not blocks:
        return None
    known = known | _standing_names(blocks, known)
    blocks = [block for block in blocks if block.rows]
    edge = _find_edge(blocks, geometry)
    headed = heads_pages(rows[start:first])
    items = tuple(
        read_item(block.number, [piece for row in rows for piece in row], edge, known)
        for block, rows in zip(blocks, mark_ranges([block.rows for block in blocks], headed), strict=True)
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


def _picked_out(rows: Sequence[Sequence[Piece]], numbered: Sequence[Numbered]) -> list[Numbered]:
    """The items of a supplement, which brings some of an agenda's: each set apart and with pages, rising."""
    found: list[Numbered] = []
    for item in numbered:
        row = rows[item.row]
        paged = any(piece.beside or PAGES.search(piece.text) for piece in row)
        if (row[0].gap or row[0].opens_page) and paged and (not found or item.key > found[-1].key):
            found.append(item)
    return found


def _restarted(
    rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered], numbered: Sequence[Numbered], tolerance: float
) -> list[Numbered]:
    """The items of a second part that counts from 1 again, below the row that begins it ("PART B")."""
    last = chain[-1].row if chain else len(rows)
    part = next((n for n in range(last + 1, len(rows)) if rows[n] and is_part(rows[n])), None)
    if part is None:
        return []
    again = choose_chain([item for item in numbered if item.row > part], tolerance)
    return again if again and again[0].key == (1, 0) and again[0].row <= part + 3 else []


def _find_edge(blocks: Sequence[Block], geometry: bool) -> Edge:
    """Measure how far the lines of the agenda reach, its right-hand column left out."""
    first = [piece for block in blocks for piece in block.rows[0] if not piece.beside]
    main = [piece for block in blocks for row in block.rows for piece in row if not piece.beside]
    lines = max((piece.right for piece in main if " " in piece.text), default=0.0)
    return Edge(
        lines, max((piece.right for piece in first), default=0.0), (0.04 if geometry else 0.14) * lines
    )


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
    for place, (a, b) in enumerate(itertools.pairwise(chain)):
        closed = any(
            _AFTERWARDS.match(row[0].text) for row in rows[a.row + 1 : b.row] if row and not row[0].beside
        )
        sure = b.key[0] in (a.key[0] + 1, 1) and b.score >= 1.2
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


def _is_minuted(lines: Sequence[TextLine]) -> bool:
    """Whether numbered items tell what was decided: minutes, however they begin."""
    return sum(_DECIDED.match(line.text) is not None for line in lines) >= 2


def _title_of(rows: Sequence[Sequence[Piece]], item: Numbered) -> str:
    if item.rest:
        return item.rest
    later = [piece.text for row in (rows[item.row][1:], *rows[item.row + 1 : item.row + 3]) for piece in row]
    return next(iter(later), "")


def _find_end(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered]) -> int:
    """The row after the last item's: where the notes begin or the rows end."""
    last = chain[-1]
    titled = bool(last.rest) or len(rows[last.row]) > 1
    usual = TYPICAL.match(_title_of(rows, last)) is not None
    for index in range(last.row + (1 if titled else 2), min(len(rows), last.row + LONGEST_ITEM)):
        row = rows[index]
        before = rows[index - 1][-1].text if rows[index - 1] else ""
        if not row or row[0].beside or (not row[0].gap and _UNFINISHED.search(before)):
            continue
        text = row[0].text
        restarts = re.match(r"1\b[.)]?\s*\S", text) and index > last.row + 1
        apart = row[0].gap and (_is_notice(text) or _AFTER_A_GAP.match(text))
        apart = apart or (row[0].opens_page and row[0].bold)
        apart = apart or (usual and index > last.row + 1 and _heads_notes(rows, index))
        if _AFTERWARDS.match(text) or restarts or apart or _signs(rows, index):
            return index - 1 if index - 1 > last.row and _is_signature(rows[index - 1], text) else index
    return min(len(rows), last.row + LONGEST_ITEM)


def _find_notes(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """The row at which the notes begin below an agenda without numbers."""
    for index in range(start, len(rows)):
        row = rows[index]
        text = row[0].text if row and not row[0].beside else ""
        if not text or _NEXT_MEETING.match(text) or not (row[0].gap or row[0].opens_page):
            continue
        if _AFTERWARDS.match(text) or _is_notice(text) or _AFTER_A_GAP.match(text) or _signs(rows, index):
            return index
    return len(rows)


def _heads_notes(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a heading stands by itself, as those of the notes do."""
    row, following = rows[index], rows[index + 1] if index + 1 < len(rows) else ()
    alone = len(row) == 1 and row[0].gap and bool(following) and following[0].gap
    if alone and _AFTERWARDS.match(following[0].text) and is_presenters(row[0].text, frozenset()):
        return False  # who presents the last item
    words = [word for word in re.findall(r"[^\W\d_]+", row[0].text) if len(word) > 3]
    return alone and len(words) > 1 and all(w[0].isupper() for w in words) and not is_section(row)


def _signs(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a name with its post under it, and no more, stands below the last item: a signature."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else ()
    if not following or following[0].gap or len(row) > 1 or row[0].beside:
        return False
    post = following[0].text
    if _SIGNATURE.fullmatch(row[0].text) and is_post(post):
        return True
    if not row[0].gap:
        return False
    below = itertools.takewhile(lambda after: after and not after[0].gap, rows[index + 2 : index + 7])
    signed = any(find_dates(after[0].text) or after[0].text[:1] == "0" for after in below)
    return signed and is_post(post) and is_presenters(row[0].text, frozenset())


def _is_signature(row: Sequence[Piece], following: str) -> bool:
    """Whether a row is the name over a signature's post ("Jo Bloggs" over "Chief Executive")."""
    name = row[0].text.rstrip(",") if row else ""
    if is_posted(name) and not row[0].beside:
        return True
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


def _standing_names(blocks: Sequence[Block], known: frozenset[str]) -> frozenset[str]:
    """Names that stand by themselves somewhere on the agenda: certain where glued to a title elsewhere."""
    texts = {row[0].text for block in blocks for row in block.rows[1:] if len(row) == 1}
    texts |= {piece.text for block in blocks for row in block.rows for piece in row if piece.beside}
    texts |= _ending_names(blocks)
    return frozenset(
        text.casefold()
        for text in texts
        if "," not in text and len(text.split()) in (2, 3) and is_presenters(text, known)
    )


def _ending_names(blocks: Sequence[Block]) -> set[str]:
    """The names at the end of titles where several items end so: a column of people glued to the titles."""
    texts = [PAGES.sub("", block.rows[0][0].text).strip() for block in blocks if block.rows and block.rows[0]]
    found = {name for text in texts for name in read_presenters(trailing_people(text)) if name}
    return found if len(found) >= 2 else set()
