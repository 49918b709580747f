"""The title of an agenda item: where it ends, and what is glued to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import PAGE_WORD, PAGES
from imports.layout.joining import join_words
from imports.patterns import regex
from imports.words.dates import MONTH, is_date, is_timing
from imports.words.names import is_posted
from imports.words.presenters import is_presenters, names_presenter

if TYPE_CHECKING:
    from imports.layout.columns import Piece

OPEN_PAGES = regex(rf"\(\s*{PAGE_WORD}\b[^)]*$", re.IGNORECASE)
_BROKEN_RANGE = regex(
    rf"(?P<title>.*\({PAGE_WORD}\b[\s\d–—-]*)(?<=[\s–—-])(?P<glued>[^\W\d][^()\d]+)",
    re.IGNORECASE,
)
_REST_OF_RANGE = regex(r"[\d\s–—-]+\)")
_GLUED_RANGE = regex(
    r"(?:\s{2,}|\s*\.{3,}\s*|\s*…+\s*)(?P<first>\d{1,3})\s*(?:(?:[-–—]|to)\s*(?P<last>\d{1,3}))?$"
)
LONE_RANGE = regex(r"(?P<first>\d{1,4})\s*[-–—]\s*(?P<last>\d{1,4})")
_LEADER = regex(r"\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*")
BEGINS_DESCRIPTION = regex(
    r"\(?(?:to (?:receive|consider|note|approve|confirm|agree|review|discuss|answer|gain|hear|sign|scrutinise"
    r"|comment|report|record"
    r"|update|ask|provide|inform|deal|determine|appoint|elect|adopt|endorse|seek|invite|enable|disclose"
    r"|declare)\b"
    r"|the (?:committee|board|panel|council|report|cabinet|chair|commission|minutes|purpose)\b|members "
    r"(?:are|to|of|should|must|who)\b"
    r"|please\b|report (?:of|by)\b|presented by\b|(?:executive )?councillor:|cabinet member (?:for|:)"
    r"|for (?:decision|noting|information|approval|discussion|consideration)\W*$"
    r"|this (?:report|item|paper)\b|councillors (?:are|should|must)\b|attached\b|a "
    r"(?:report|presentation|verbal)\b"
    r"|in accordance\b|exempt (?:by virtue|under|from publication)\b"
    r"|any member\b|if you\b|verbal (?:update|report)|presentation by\b|lead (?:officer"
    r"|member)\b)",
    re.IGNORECASE,
)
_FOR_DECISION = regex(
    r"for (?:decision|noting|information|approval|discussion|consideration)\W*", re.IGNORECASE
)
_LISTED = regex(r"(?:\(?(?:[a-z]|[ivx]{1,4})[).]|[•·●▪*–-])\s|\d{1,2}\.\d{1,2}\.?\s+[A-Z]")
_ASIDE = regex(r"\([^()]*\bto (?:introduce|present|report|attend|follow|lead)\b[^()]*\)", re.IGNORECASE)
_OPEN_NOTE = regex(
    r"\s*\((?:copy )?(?:attached|enclosed|herewith)?(?: at| from| on)?(?:,|\s[-–])?\s*$", re.IGNORECASE
)
_TIMED = regex(
    r"^(?:\[\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?\]\s*"
    r"|\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: ?[-–] ?\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?)?\s+(?=[A-Z][a-z]))"
)
# The time an item is expected at, behind its title ("Apologies for absence 10.30am").
_TIME_BEHIND = regex(
    r"(?<=[a-z)])(?<!\bat)(?<!\bby)(?<!\bfrom)(?<!\buntil)(?<!\bto)(?<!\bbefore)(?<!\bthan)"
    r"\s+\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?(?: ?[-–] ?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)?$",
    re.IGNORECASE,
)
_FILE = regex(
    r"\s*\((?:pdf|docx?|word)\b[^()]*\d ?[km]b\)|\s(?:pdf icon )?(?:pdf|docx?) \d[\d.,]* ?[km]b$",
    re.IGNORECASE,
)
_NEXT_MEETING = regex(r"\bnext (?:\w+ )?meetings?$|^(?:dates? of )?(?:future|next) meetings?$", re.IGNORECASE)
_WELSH_PAGES = regex(r"\(?tud", re.IGNORECASE)
SAME_SIZE = 0.9
FEW_LINES = 4
_YEARS = regex(r"\(?(?:Q[1-4],? )?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?\)?")
_UNFINISHED = regex(
    r"(?:[-–—,&:/]|(?<![\w-])(?:and|of|the|for|to|on|in|with|(?-i:a)|from|by|at|or"
    r"|under|into|about|between))$",
    re.IGNORECASE,
)
_YEAR_LAST, _TO_YEAR = regex(r"\b(?:19|20)\d\d(?:[/-]\d\d)?$"), regex(r"[-–—]\s?(?:19|20)\d\d")
_DAY_LAST, _MONTH_FIRST = regex(r"\s\d{1,2}(?:st|nd|rd|th)?$"), regex(rf"{MONTH}\b", re.IGNORECASE)


# The rest of a title in capitals, what it is behind a dash ("WORK PROGRAMME – Report by the Clerk").
_CAPITALS_FIRST = regex(r"[A-Z][A-Z]+(?: [A-Z,&'’/-]+)* [-–—] ")


@dataclass(frozen=True, slots=True)
class Edge:
    """How far to the right an agenda's lines reach, in points or letters.

    Attributes:
        lines: where its longest lines end, which are mostly of descriptions.
        titles: where the longest of the items' first lines ends.
        paged: where the longest of those ends that have the right-hand column close beside them.
        tolerance: how far before it a line may end and still be full.
        stopped: whether titles end with a full stop.
    """

    lines: float
    titles: float
    tolerance: float
    paged: float = 0.0
    stopped: bool = False


def mend_ranges(pieces: Sequence[Piece]) -> list[Piece]:
    """Put what is glued into a page range broken over two lines ("(Pages 13 - Jo Hale", "14)") behind it."""
    mended = list(pieces)
    for i, (one, other) in enumerate(pairwise(pieces)):
        broken = _BROKEN_RANGE.fullmatch(one.text)
        if broken and _REST_OF_RANGE.fullmatch(other.text):
            mended[i] = replace(one, text=broken["title"].rstrip())
            mended[i + 1] = replace(other, text=f"{other.text} {broken['glued']}")
    return mended


def widen(pages: tuple[int, int] | None, match: re.Match[str]) -> tuple[int, int]:
    """Put a page range that was read together with the item's others."""
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if last < first:
        last = first
    return (min(pages[0], first), max(pages[1], last)) if pages else (first, last)


def take_title(pieces: Sequence[Piece], edge: Edge) -> tuple[str, str, list[Piece]]:
    """Take the title from an item's first lines: the title, what follows its page range, and the rest."""
    text = ""
    needed = own_limit(pieces, edge) - edge.tolerance
    for i, piece in enumerate(pieces):
        text = join_words((text, piece.text))
        if OPEN_PAGES.search(text):
            continue
        match = _last_pages(text)
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if match and following is not None and _WELSH_PAGES.match(match[0]) and PAGES.search(following.text):
            continue  # the same title and pages follow in English
        if match and match[0].startswith("(") and (following is None or not _begins_pages(following.text)):
            before = text[: match.start()].rstrip()
            cut = match.end() == len(text) and _UNFINISHED.search(before)
            if following is None or not cut:
                return text[: match.end()], text[match.end() :].strip(), list(pieces[i + 1 :])
            return join_words((before, following.text, match[0])), "", list(pieces[i + 2 :])
        if following is None:
            return text, "", []
        open_end = edge.stopped and text[-1:] not in ".:)" and piece.bold == following.bold
        open_end = open_end and (following.text[:1].islower() or 2 * piece.right > edge.lines)
        if not (open_end or _title_runs_on(text, piece, following, needed)):
            return text, "", list(pieces[i + 1 :])
    return text, "", []


def _last_pages(text: str) -> re.Match[str] | None:
    found = list(PAGES.finditer(text))
    return found[-1] if found else None


def _begins_pages(text: str) -> bool:
    return re.match(rf"\(\s*{PAGE_WORD}\b", text, re.IGNORECASE) is not None


def _title_runs_on(text: str, piece: Piece, following: Piece, full: float) -> bool:
    """Whether the title goes on in the next line; a full line ends beyond `full`."""
    if _begins_pages(following.text):
        return True
    capitals = (
        text.isupper() and PAGES.sub("", following.text).isupper()
    )  # a line of several columns may be bold in one
    if (piece.bold != following.bold and not capitals) or abs(piece.size - following.size) > SAME_SIZE:
        return False
    if _YEAR_LAST.search(text) and _TO_YEAR.match(following.text):
        return True
    letters = re.sub(r"[^A-Za-z]", "", text)
    next_letters = re.sub(r"[^A-Za-z]", "", PAGES.sub("", following.text))
    cased = (letters.isupper() and len(letters) > 3) != next_letters.isupper() and len(next_letters) > 5
    if cased:
        return letters.isupper() and _CAPITALS_FIRST.match(following.text) is not None
    if (
        _ASIDE.fullmatch(following.text)
        or _LISTED.match(following.text)
        or LONE_RANGE.fullmatch(following.text)
    ):
        return False
    if is_posted(following.text) or names_presenter(following.text):
        return False
    if following.text[:1].islower() or _UNFINISHED.search(text) or _YEARS.fullmatch(following.text):
        return True
    if parts_date(text, following.text):
        return True
    dated = is_date(following.text) and _NEXT_MEETING.search(text) is not None
    if dated or BEGINS_DESCRIPTION.match(following.text):
        return False
    if capitals and not following.text.endswith(".") and not is_presenters(following.text, frozenset()):
        return True
    width = (piece.right - piece.left) / max(len(piece.text), 1)
    needed = width * (len(following.text.split()[0]) + 1)
    return piece.right + needed > full


def parts_date(text: str, following: str) -> bool:
    """Whether the end of a line parts a date ("held on 19" over "June 2012")."""
    return _DAY_LAST.search(text) is not None and _MONTH_FIRST.match(following) is not None


def own_limit(pieces: Sequence[Piece], edge: Edge) -> float:
    """How far to the right a full line of an item's title, or of its first paragraph, reaches."""
    first = pieces[0] if pieces else None
    pieces = list(
        takewhile(
            lambda piece: (
                piece.bold == pieces[0].bold and (piece is first or not _FOR_DECISION.fullmatch(piece.text))
            ),
            pieces,
        )
    )
    whole = join_words([piece.text for piece in pieces])
    alone = len(pieces) <= FEW_LINES and not whole.endswith((".", ";", ":"))
    reach = edge.titles + edge.tolerance
    return edge.titles if alone and all(piece.right <= reach for piece in pieces) else edge.lines


def take_pages(title: str, pages: tuple[int, int] | None) -> tuple[str, tuple[int, int] | None]:
    """Take the page range, or several, off a title."""
    for match in reversed(list(PAGES.finditer(title))):
        if match[0].startswith("(") or match.end() == len(title):
            pages = widen(pages, match)
            title = f"{title[: match.start()].rstrip()} {title[match.end() :].lstrip()}".strip()
    glued = _GLUED_RANGE.search(title)
    if glued and pages is None:
        pages = widen(None, glued)
        title = title[: glued.start()]
    return title, pages


def clean_title(title: str) -> str:
    """Take leaders, timings and marks off a title."""
    title = _OPEN_NOTE.sub("", _LEADER.sub(" ", _FILE.sub("", _TIMED.sub("", title)))).strip()
    match = re.search(r"\(([^()]*)\)$|\s{2,}(\S.*)$", title)
    if match and is_timing(match[1] or match[2] or ""):
        title = title[: match.start()]
    timed = _TIME_BEHIND.search(title) if title[-1:] in "mM." else None
    if timed and not any(map(str.isdigit, title[: timed.start()])):
        title = title[: timed.start()]
    return re.sub(r"\s+", " ", title).strip(" *").strip("-–•● ")
