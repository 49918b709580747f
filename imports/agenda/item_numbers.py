"""Which of the numbers on an agenda are its items' numbers.

Descriptions hold numbers too: lists, dates, paragraphs of the constitution. The items' numbers are
the chain that rises by one, in one style and at one place; the best such chain is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.patterns import regex
from imports.words.dates import MONTH

if TYPE_CHECKING:
    from imports.layout.columns import Piece

TYPICAL = regex(
    r"(?:to (?:receive|note|record|approve|confirm|consider|sign|agree)\s+)?(?:and (?:approve|accept|note) )?"
    r"(?:any |the |and )*"
    r"(?:apolog|declarations?\b|disclos|minutes?\b|public (?:open )?(?:question"
    r"|participation|speaking|forum|session)"
    r"|questions? (?:from|by|to)|members['’]? questions|urgent|chair(?:man|person|woman)?['’]?s? "
    r"(?:announce|report|update)"
    r"|exclusion of|(?:forward |committee )?work (?:plan|programme)|forward plan|matters arising|substitut"
    r"|membership"
    r"|(?:any )?other (?:part [i1]+ |urgent )business|any other"
    r"|(?:public )?petitions?\b|deputations?\b|welcome|date (?:and time )?of (?:the )?next|election of"
    r"|appointment of"
    r"|announcements|open forum|call[- ]?in|notes of (?:the )?(?:last|previous))",
    re.IGNORECASE,
)
PAGE_WORD = r"(?:pages?|pgs?|pp|p(?=\.)|tudalen(?:nau)?|tud)"
_BOTH_WORDS = rf"{PAGE_WORD}\b\.?(?:\s*+/\s*+{PAGE_WORD}\b\.?)?"
PAGES = regex(
    rf"(?:\((?:pack|report|agenda)\s++|\(?)\b{_BOTH_WORDS}\s*+(?:nos?\.?)?:?\s*+"
    r"(?P<first>\d{1,4})(?:(?:\s*+(?:-|–|—|/|to|and|i|&)\s*+|\s(?=\d{1,4}\)))(?P<last>\d{1,4}))?\s*+\)?",
    re.IGNORECASE,
)
_NUMBER = regex(
    r"[*•]?\s?(?:(?:agenda\s+)?item\s+(?:no\.?\s?)?)?"
    r"(?:(?P<slash>(?:(?:[A-Z]{1,6}[ .-]?)?\d{1,4}/(?:[A-Z]{1,6}/)?|\d{2,4}[-/]\d{2}/[A-Z]{1,6}/"
    r"|(?-i:[A-Z]{1,3})\d{2,4}\.(?=\d\d))\d{1,4})"
    r"|(?P<main>\d{1,3})(?:\s?\.(?P<dec>\d{1,2})|\s{0,3}\((?P<paren>[a-z]|[ivx]{2,4})\)"
    r"|(?P<letter>[a-z])(?![a-z]))?)"
    r"(?P<dot>(?:\s(?=\.\s))?(?:\.\.?|[):])?)\*?(?:(?=\s|$)|(?<=[.)])(?=(?-i:[A-Z][a-z]))|(?=(?-i:[A-Z][a-z]{2}|[A-Z]{4})))"
    r"\s*[-–—|]?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_FIGURES = regex(r"\d+")
ROMANS = tuple(
    f"{tens}{ones}"
    for tens in ("", "x", "xx")
    for ones in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
)
_LETTERED = regex(r"(?P<part>[A-H])\s?(?P<place>\d{1,2})(?:[.):]|(?=\s|$))\s*(?P<rest>.*)$")
FEWEST_LETTERED = 3
_NO_TITLE = regex(
    rf"(?:{MONTH}\b|(?:st|nd|rd|th)\b|[ap]\.?m\b|[-–—]\s*\d|noon\b|%|\d(?!\d*/\d+[\s/])"
    rf"(?!\d{{3}}\s[A-Z])(?!\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[-–]\s?\d\d?[:.]\d\d(?:\s?[ap]\.?m\.?)?)?\s(?-i:[A-Z][a-z]))"
    rf"|(?:clear|working|calendar)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A row that may begin an item.

    Attributes:
        row: its index.
        key: the number as (running number, sub-number).
        printed: the number as printed, without its full stop.
        rest: the words after it, in the same piece.
        style: how it is written: "dot", "plain", "slash" or "lettered", or a mark of `item_marks`.
        left: where the number stands.
        score: how much the row looks like an item by itself.
    """

    row: int
    key: tuple[int, int]
    printed: str
    rest: str
    style: str
    left: float
    score: float


def find_numbered(rows: Sequence[Sequence[Piece]]) -> list[Numbered]:
    """Find the rows that begin with what may be an item's number."""
    if lettered := _find_lettered(rows):
        return lettered
    found: list[Numbered] = []
    matches = []
    for index, row in enumerate(rows):
        if row and not row[0].beside and (match := _NUMBER.match(row[0].text)):
            matches.append((index, row, match))
    slashed = [_FIGURES.findall(match["slash"]) for _, _, match in matches if match["slash"]]
    runs_first = len({parts[0] for parts in slashed}) > len({parts[-1] for parts in slashed})
    before: Numbered | None = None
    nested = False
    for index, row, match in matches:
        rest = match["rest"].strip()
        words = words_of(rows, index, rest)
        if _is_no_item(match, rest, words):
            continue
        key = _read_key(match, runs_first)
        style = "slash" if match["slash"] else ("dot" if match["dot"] else "plain")
        restarts = before is not None and key == (1, 0)
        continues = nested and before is not None and key[0] == before.key[0] + 1
        nested = restarts or continues
        score = score_row(row, words, key) - (0.4 if nested else 0.0)
        before = Numbered(index, key, _printed(match), rest, style, row[0].left, score)
        found.append(before)
    return found


def words_of(rows: Sequence[Sequence[Piece]], index: int, rest: str) -> str:
    """The words behind a number: in its piece, beside it, or below where it stands by itself."""
    below = rows[index + 1][:1] if index + 1 < len(rows) else ()
    after = (*rows[index][1:], *(below if len(rows[index]) == 1 else ()))
    return rest or next((piece.text for piece in after if not piece.beside), "")


def _find_lettered(rows: Sequence[Sequence[Piece]]) -> list[Numbered]:
    """The rows numbered by part and place in it (A1, A2, C1), where an agenda does that."""
    found: list[Numbered] = []
    part, place = "", 0
    for index, row in enumerate(rows):
        match = _LETTERED.match(row[0].text) if row and not row[0].beside else None
        if match is None:
            continue
        goes_on = match["part"] == part and int(match["place"]) == place + 1
        if goes_on or (match["part"] > part and match["place"] == "1"):
            part, place = match["part"], int(match["place"])
            rest = match["rest"].strip()
            words = words_of(rows, index, rest)
            key = (len(found) + 1, 0)
            score = score_row(row, words, key)
            found.append(Numbered(index, key, f"{part}{place}", rest, "lettered", row[0].left, score))
    return found if len(found) >= FEWEST_LETTERED else []


def choose_chain(candidates: Sequence[Numbered], tolerance: float) -> list[Numbered]:
    """Choose the rows that make up the agenda's numbering.

    Args:
        candidates: in order.
        tolerance: how far apart two numbers of one column may stand, in the unit of `left`.
    """
    best: list[float] = []
    came_from: list[int | None] = []
    for i, item in enumerate(candidates):
        value = item.score + (0.5 if item.key in ((1, 0), (2, 0)) else 0.0)
        origin: int | None = None
        for j in range(max(0, i - 60), i):
            cost = _step_cost(candidates[j], item, tolerance)
            if cost is not None and best[j] + item.score - cost > value + 1e-9:
                value, origin = best[j] + item.score - cost, j
        best.append(value)
        came_from.append(origin)
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda i: best[i])
    chain = []
    while at is not None:
        chain.append(candidates[at])
        at = came_from[at]
    return chain[::-1]


def _step_cost(a: Numbered, b: Numbered, tolerance: float) -> float | None:
    """What it costs to take `b` for the item after `a`; None where it cannot be."""
    step = b.key[0] - a.key[0]
    if step == 0 and b.key[1] == a.key[1] + 1:
        cost = 0.1
    elif step == 0 and 0 < a.key[1] < b.key[1] <= a.key[1] + 3:
        cost = 0.15 * (b.key[1] - a.key[1])
    elif step == 1 and b.key[1] in (0, 1):
        cost = 0.0
    elif 2 <= step <= 5 and b.key[1] == 0:
        cost = 0.35 * (step - 1) + 0.25
    else:
        return None
    if a.style != b.style and b.key[1] == a.key[1] == 0:
        cost += 0.3 if a.rest.isupper() and b.rest.isupper() else 0.8
    if abs(a.left - b.left) > tolerance and b.key[1] == a.key[1] == 0:
        cost += 0.6
    return cost


def _is_no_item(match: re.Match[str], rest: str, words: str) -> bool:
    if not match["slash"] and int(match["main"]) == 0:
        return True
    if rest and _NO_TITLE.match(rest):
        return True
    if words and words.strip(".)") == match["main"]:
        return True  # the page of the item above, over the number of its own that is the same
    if rest[:1].islower() and not match["dot"]:
        return True
    sub = (match["dec"] or "").strip("0") or match["paren"] or match["letter"]
    return bool(sub) and (len(words) > 110 or words.endswith((".", ";")) or not words)


def _read_key(match: re.Match[str], runs_first: bool) -> tuple[int, int]:
    if match["slash"]:
        return int(_FIGURES.findall(match["slash"])[0 if runs_first else -1]), 0
    sub = match["paren"] or match["letter"]
    if sub:
        roman = ROMANS.index(sub.lower()) if match["paren"] and sub.lower() in ROMANS else 0
        return int(match["main"]), roman or ord(sub.lower()) - ord("a") + 1
    return int(match["main"]), int(match["dec"] or 0)


def _printed(match: re.Match[str]) -> str:
    if match["slash"]:
        return match["slash"]
    sub = match["paren"] or match["letter"] or ""
    if match["paren"]:
        sub = f"({sub})"
    return match["main"] + (f".{match['dec']}" if match["dec"] else sub)


def score_row(row: Sequence[Piece], words: str, key: tuple[int, int]) -> float:
    """How much a row with a number looks like an item by itself."""
    score = 0.5 if key[1] else 1.0
    if TYPICAL.match(words):
        score += 0.6
    if PAGES.search(" ".join(piece.text for piece in row)):
        score += 0.4
    if row[0].gap or row[0].opens_page:
        score += 0.2
    if any(piece.beside for piece in row):
        score += 0.2
    if words.endswith((";", ",")):
        score -= 0.5
    if words.endswith("."):
        score -= 0.2
    return score
