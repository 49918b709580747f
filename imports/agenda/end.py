"""Where an agenda stops on its front sheet: at a signature, or where the notes begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.agenda.blocks import is_section
from imports.agenda.item_numbers import PAGES, TYPICAL, Numbered
from imports.heading.entries import ENDS_BODY
from imports.patterns import regex
from imports.words.dates import find_dates, is_date
from imports.words.names import is_posted, is_titled
from imports.words.presenters import is_post, is_presenters

if TYPE_CHECKING:
    from imports.layout.columns import Piece

# What follows an agenda on its front sheet: the committee, the clerk, notes for those who come.
AFTERWARDS = regex(
    r"for more about\b|about this agenda\b|next meeting of (?:the|this)\b|committee\s*:\s*councillors\b"
    r"|(?:committee |board |panel )?members(?:hip)?(?: of the (?:[\w&,’'-]+ ){0,7}"
    r"(?:committee|panel|board|forum|group|commission|council|cabinet|authority|executive))?\s*"
    r"(?:[:–—-]|$)"
    r"|added members?\b"
    r"|from\s*:\s|names?$|invitees?$|co-?opted (?:members?|representatives?)\b|to\s*:\s|substitutes?\s*:"
    r"|councillors?\s*[:–—-]|the (?:membership|constitution|composition) of|\(a\)\s+(?-i:[A-Z]{4,})|\(a\)$"
    r"|notes?\s*[:.]?$|(?:for )?(?:further|more|any further|additional) information\b"
    r"|(?:if you )?(?:require|need|would like|want)\b.{0,40}\b(?:information|copy|format|agenda)\b"
    r"|for (?:enquiries|queries|general)|enquiries\b|(?:agenda |date )?(?:published|issued|dispatched"
    r"|despatched|of publication)\b"
    r"|dated\b|(?:fire|emergency|evacuation)\b.{0,30}\b(?:procedure|evacuation|alarm|instruction|precaution)"
    r"|webcasting\b|filming\b|recording\b.{0,40}\bmeetings?|this meeting (?:will|may"
    r"|is)\b.{0,40}\b(?:webcast|filmed|recorded|broadcast|live)"
    r"|(?:mae[’']r cyfarfod .{0,80} / )?(?:the|this) meeting (?:is|will be)\b.{0,40}"
    r"\b(?:stream|webcast|film|record|broadcast)"
    r"|(?:agendas?|papers|reports)(?: and (?:papers|reports|minutes))?\s*:\s*(?:https?:|www\.)"
    r"|mobile (?:phones|telephones|devices)|access(?:ibility)? (?:arrangements|information)"
    r"|access to (?:the (?:building|meeting|public|town|civic|venue|council|hall|papers)|information|meetings"
    r"|agendas|papers|reports|documents|council|county)|public "
    r"access|information for (?:the public|members|visitors)"
    r"|guidance (?:on|for|notes?)|(?:councillors |members )?declaring interests"
    r"|(?:disclosable|registrable) .{0,30}interests?\b.*:"
    r"|members are (?:reminded that (?:should|if) they have\b|(?:asked|requested) to sign\b)"
    r"|members of the public are (?:welcome|reminded|entitled|able)"
    r"|the public (?:are|is) welcome|quorum\b|(?:distribution|circulation)\s*:"
    r"|(?:business|committee|governance) support\s*:"
    r"|(?:committee|scrutiny) (?:clerk|officer|team)\s*:|next (?:\w+ )?meeting\s*[:–-]"
    r"|date of (?:the )?next\b|signed\b|chief executive(?: \([^()]*\))?\.?$"
    r"|press (?:contact|enquiries)\b|proper "
    r"officer|under the (?:openness|local|freedom)|clerk to the\b|clerk\s*:|(?:town|parish) clerk\b"
    r"|monitoring officer\b"
    r"|tel(?:ephone)?(?: no\.?)?\s*[:–-]|e-?mail\s*[:–-]"
    r"|democratic services\b|large print|this (?:agenda|document|information) (?:is|can be)|copies of"
    r"|access and information\b|recycl|car parking|toilets|hearing loop|wi-?fi",
    re.IGNORECASE,
)
# The same words stand in a paragraph under an item's title, too: they need white space before them.
_AFTER_A_GAP = regex(
    r"(?:\w+ \w+ / )?(?:officer )?contacts?(?: officer| details| us)?\s*[:–-]|general counsel$"
    r"|director of\b.{0,60}$",
    re.IGNORECASE,
)
_NEXT_MEETING = regex(r"date (?:and time )?of (?:the )?next\b", re.IGNORECASE)
_SIGNATURE = regex(r"(?:[A-Z][A-Z.'’-]*\s+){1,3}[A-Z][A-Z'’-]+,?")
_REACHED = regex(r"@|\b0\d{2,4}\)?[\s-]?\d{3}")
_PHONED = regex(r"tel(?:ephone)?\b|phone\b|\(?0\d", re.IGNORECASE)
_CLOSING = regex(r"\burgent\b|\bother business\b|\bnext meeting|^exclusion|\bclose\b", re.IGNORECASE)
_UNFINISHED = regex(r"\b(?:the|an|to|of|by|from|with)$")
LONGEST_ITEM = 60
FEWEST_NAMES = 3


def title_of(rows: Sequence[Sequence[Piece]], item: Numbered) -> str:
    """The words of a numbered row: behind its number, beside it, or below."""
    if item.rest:
        return item.rest
    later = [piece.text for row in (rows[item.row][1:], *rows[item.row + 1 : item.row + 3]) for piece in row]
    return next(iter(later), "")


def find_end(rows: Sequence[Sequence[Piece]], chain: Sequence[Numbered]) -> int:
    """The row after the last item's: where the notes begin or the rows end."""
    last = chain[-1]
    titled = bool(last.rest) or len(rows[last.row]) > 1
    usual = TYPICAL.match(title_of(rows, last)) is not None
    closing = _CLOSING.search(title_of(rows, last)) is not None
    for index in range(last.row + (1 if titled else 2), min(len(rows), last.row + LONGEST_ITEM)):
        row = rows[index]
        before = rows[index - 1][-1].text if rows[index - 1] else ""
        if row and row[0].beside and row[0].gap and index > last.row + 1 and _signs_beside(rows, index):
            return index
        if not row or row[0].beside or (not row[0].gap and _UNFINISHED.search(before)):
            continue
        text = row[0].text
        restarts = re.match(r"1\b[.)]?\s*\S", text) and index > last.row + 1
        named = _AFTER_A_GAP.match(text)
        again = named and any(
            each and each[0].text.startswith(named[0]) for each in rows[chain[0].row : last.row]
        )
        set_apart = row[0].gap or row[0].opens_page
        apart = set_apart and (_is_notice(text) or _heads_members(rows, index))
        apart = apart or (bool(named) and not again and (set_apart or _tells_how_to_reach(rows, index)))
        apart = apart or (row[0].opens_page and (row[0].bold or _heads_page(row, before)))
        apart = apart or (usual and index > last.row + 1 and _heads_notes(rows, index))
        apart = apart or (closing and set_apart and _is_signed(rows, index))
        if AFTERWARDS.match(text) or restarts or apart or _signs(rows, index):
            if index - 2 > last.row and _is_signature_apart(rows[chain[0].row : index]):
                return index - 2
            above = index - 1 > last.row and (
                _is_signature(rows[index - 1], text) or _names_body(rows[index - 1])
            )
            return index - 1 if above else index
    return min(len(rows), last.row + LONGEST_ITEM)


def find_notes(rows: Sequence[Sequence[Piece]], start: int) -> int:
    """The row at which the notes begin below an agenda without numbers."""
    for index in range(start, len(rows)):
        row = rows[index]
        text = row[0].text if row and not row[0].beside else ""
        if not text or _NEXT_MEETING.match(text) or not (row[0].gap or row[0].opens_page):
            continue
        if AFTERWARDS.match(text) or _is_notice(text) or _AFTER_A_GAP.match(text) or _signs(rows, index):
            return index
    return len(rows)


def _tells_how_to_reach(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a contact's telephone or e-mail stands in its row or right below: it is the clerk's."""
    below = itertools.takewhile(lambda row: row and not row[0].gap, rows[index + 1 : index + 3])
    return any(_REACHED.search(piece.text) for row in (rows[index], *below) for piece in row)


def _heads_notes(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a heading stands by itself, as those of the notes do."""
    row, following = rows[index], rows[index + 1] if index + 1 < len(rows) else ()
    alone = len(row) == 1 and row[0].gap and bool(following) and following[0].gap
    if alone and AFTERWARDS.match(following[0].text) and is_presenters(row[0].text, frozenset()):
        return False  # who presents the last item
    words = [word for word in re.findall(r"[^\W\d_]+", row[0].text) if len(word) > 3]
    return alone and len(words) > 1 and all(w[0].isupper() for w in words) and not is_section(row)


def _heads_page(row: Sequence[Piece], before: str) -> bool:
    """Whether a page begins with a heading that stands alone, what is above it being finished."""
    words = [word for word in re.findall(r"[^\W\d_]+", row[0].text) if len(word) > 3]
    titled = len(words) > 1 and all(word[0].isupper() for word in words)
    plain = len(row) == 1 and not PAGES.search(row[0].text) and row[0].text[-1].isalpha()
    return titled and plain and before.endswith((".", ")"))


def _names_body(row: Sequence[Piece]) -> bool:
    """Whether a row set apart is a body's name and nothing else: the heading of the notes below it."""
    return len(row) == 1 and row[0].gap and not row[0].beside and ENDS_BODY.search(row[0].text) is not None


def _heads_members(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a body's name stands over its members, each councillor's name a cell of its own."""
    below = [piece.text for row in rows[index + 1 : index + 4] for piece in row]
    if len(rows[index]) > 1 or len(below) < FEWEST_NAMES or not ENDS_BODY.search(rows[index][0].text):
        return False
    return sum(map(is_titled, below)) * 2 > len(below) and not any(text.endswith(".") for text in below)


def _signs_beside(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a signature stands to the right below the last item: a name, its post under it."""
    below = rows[index + 1] if index + 1 < len(rows) else ()
    alone = len(rows[index]) == 1 and len(below) == 1 and below[0].beside and not below[0].gap
    return alone and is_post(below[0].text) and is_presenters(rows[index][0].text, frozenset())


def _signs(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a name with its post under it, and no more, stands below the last item: a signature."""
    row = rows[index]
    following = rows[index + 1] if index + 1 < len(rows) else ()
    if row[0].gap and len(row) == 2 and row[1].beside and is_date(row[0].text):
        return True  # the day it was issued, and beside it who issued it
    if not following or following[0].gap or len(row) > 1 or row[0].beside:
        return False
    post = following[0].text
    if row[0].gap and is_posted(row[0].text) and ("@" in post or is_date(post) or _PHONED.match(post)):
        return True
    if _SIGNATURE.fullmatch(row[0].text) and is_post(post):
        return True
    if not row[0].gap:
        return False
    if rows[index + 2 : index + 3] and rows[index + 2] and AFTERWARDS.match(rows[index + 2][0].text):
        return is_post(post) and is_presenters(row[0].text, frozenset())
    below = itertools.takewhile(lambda after: after and not after[0].gap, rows[index + 2 : index + 7])
    signed = any(find_dates(after[0].text) or after[0].text[:1] == "0" for after in below)
    return signed and is_post(post) and is_presenters(row[0].text, frozenset())


def _is_signed(rows: Sequence[Sequence[Piece]], index: int) -> bool:
    """Whether a name stands over its post and nothing else: a signature, below business nobody presents."""
    below = rows[index + 1 : index + 3]
    if not below and len(rows[index]) == 1 and is_posted(rows[index][0].text):
        return True
    alone = bool(below) and all(len(row) == 1 for row in (rows[index], below[0])) and not below[0][0].gap
    ends = len(below) < 2 or not below[1] or below[1][0].gap
    post = below[0][0].text.rpartition(" / ")[2] if alone else ""  # the same in Welsh before it
    return alone and ends and is_post(post) and is_presenters(rows[index][0].text, frozenset())


def _is_signature(row: Sequence[Piece], following: str) -> bool:
    """Whether a row is the name over a signature's post ("Jo Bloggs" over "Chief Executive")."""
    name = row[0].text.rstrip(",") if row else ""
    if is_posted(name) and not row[0].beside:
        return True
    return bool(_SIGNATURE.fullmatch(name)) or (
        is_post(following.rstrip(".")) and is_presenters(name, frozenset())
    )


def _is_signature_apart(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether a name and its post end an agenda, each set apart, and nobody else is named so above them."""

    def _names(at: int) -> bool:
        pair = rows[at : at + 2]
        apart = all(len(row) == 1 and row[0].gap and not row[0].beside for row in pair)
        return apart and is_post(pair[1][0].text) and is_presenters(pair[0][0].text, frozenset())

    return _names(len(rows) - 2) and not any(map(_names, range(len(rows) - 2)))


def _is_notice(text: str) -> bool:
    """Whether a line opens a note in capitals ("INSPECTION OF PAPERS – If you wish ...")."""
    return re.match(r"(?:\([a-z]\)\s*)?(?:[A-Z][A-Z',&/-]*\s+){2,}[–-]\s*[A-Z][a-z]", text) is not None
