"""Joins printed lines into paragraphs, with or without geometry."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.layout.edges import STOPS, right_edges
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

BULLET = regex(r"(?:[•●▪■◦○◻□❑❖☑◆‣⁃➢➤►✓*·\ufffd]|[-–—+](?=\s)|o(?=\s[A-Z0-9]))\s*")
_BULLETS = frozenset("•●▪■◦○◻□❑❖☑◆‣⁃➢➤►✓*·\ufffd-–—+o")
_LIST_MARK = regex(r"\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[).]\s+\S|\d{1,2}\s{2,}[A-Z][a-z]")
_NUMBERED = regex(r"\d{1,3}(?:\.\d{1,3}){1,3}\.?(?:\s*[A-Z“‘\"(]|$)|\d{1,3}\.\s+[A-Z(]")
_LABELLED = regex(r"[A-Z][\w’'/&-]*(?: [\w’'/&-]+){0,3}:(?:\s|$)")
_WIDE = regex(r"\s{2,}")
_OPEN = (
    ",",
    ";",
    "&",
    "-",
    "–",
    "/",
    "(",
    " and",
    " or",
    " of",
    " the",
    " to",
    " for",
    " in",
    " a",
    " by",
    " with",
    " an",
    " at",
    " on",
    " from",
    " into",
    " our",
    " their",
    " its",
    " that",
    " which",
    " is",
    " are",
    " was",
    " were",
    " be",
)
LONGEST_OPEN = 6
FULL = 0.85
LONGEST_PRINTED = 200
"""No page's line has more letters: a text with such lines holds whole paragraphs on each."""
LETTERS = 12
WORDS = 3
_JOINS = frozenset("abcdefghijklmnopqrstuvwxyz&")
# It begins with its one letter: that is looked for much quicker.
_BROKEN = regex(r"\n(?<=[^\W_][-\u2010]\n)(?=[^\W_])")
_VERBS = (" is", " are", " was", " were", " be")
_BEGINS = regex(
    r"(?:The|An?|It|We|They|There|Th(?:is|ese|ose)|To|In|On|At|As|For|With|If|When|Where|How|What|Why|Who"
    r"|Each|All|Any|Our|Their|Some|Both|From|During|After|However|Following|Are|Is|Ha(?:s|ve)|Will)\s"
)
"""A word that has a capital only where a sentence begins, outside names."""
KEPT = 1 << 15
"""How many lines a question of their words alone is remembered for: several parts ask it of each line."""
_BETWEEN_ITEMS = ("; and", "; or")
_LISTED = (";", *_BETWEEN_ITEMS)
_DECISION = regex(r"(?:It was )?RESOLVED\b|(?:Resolved|It was resolved)\b")
_DECIDES = frozenset("IR")
_LONE_BULLET = regex(r"[•●▪■◦○◻□❑❖◆‣➢➤►✓\ufffd\-–—*]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines that belong together.

    Attributes:
        text: their words, line breaks joined.
        page: the file's page it begins on.
        lines: the lines themselves.
    """

    text: str
    page: int
    lines: tuple[TextLine, ...]


def join_lines(texts: Iterable[str]) -> str:
    """Join the lines of a paragraph; a word broken at a hyphen keeps it ("on-" "boarded")."""
    joined = "\n".join(filter(None, map(_fold, texts)))
    if "-\n" in joined or "\u2010\n" in joined:
        joined = _BROKEN.sub("", joined)
    return joined.replace("\n", " ")


def is_broken(line: str, following: str) -> bool:
    """Whether a word is broken at a line's hyphen and goes on in the next line."""
    return line[-1] in "-\u2010" and line[-2:-1].isalnum() and following[0].isalnum()


@lru_cache(maxsize=KEPT)
def _fold(text: str) -> str:
    """A line with its white space folded."""
    return " ".join(text.split())


def single_spaced(text: str) -> str:
    """A line without the wide blanks between its cells."""
    if "  " not in text and text.isprintable():  # most lines; no other white space is printable
        return text
    return _WIDE.sub(" ", text)


def full_width(lines: Sequence[TextLine]) -> float:
    """How long a full line is here: a high quantile of the lengths in letters."""
    lengths = sorted(len(line.text) for line in lines)
    return float(lengths[int(len(lengths) * 0.9)]) if lengths else 80.0


def ends_open(text: str) -> bool:
    """Whether a text cannot end here ("the Director of")."""
    return text[-LONGEST_OPEN:].casefold().endswith(_OPEN)


def runs_overleaf(above: str, text: str, width: float) -> bool:
    """Whether what breaks off at the foot of a page goes on in the first line of the next.

    Args:
        above: the last line of a page.
        text: the first line of the next.
        width: how many letters a full line has; such a line without a stop is taken to go on.
    """
    if above.endswith(STOPS) or is_list_start(text):
        return False
    full = above[-1:].isalnum() and len(above) >= FULL * width
    return text[:1].islower() or text[:1] == "(" or ends_open(above) or full


def strip_bullet(text: str) -> str:
    """A line without the bullet it begins with."""
    found = BULLET.match(text) if text[:1] in _BULLETS else None
    return text[found.end() :] if found else text


@lru_cache(maxsize=KEPT)
def is_list_start(text: str) -> bool:
    """Whether a line begins an item of a list or a numbered paragraph."""
    first = text[:1]
    if first.isupper():  # most lines
        return False
    if first in _BULLETS and BULLET.match(text):
        return True
    return bool(_LIST_MARK.match(text) or (first.isdigit() and _NUMBERED.match(text)))


# "Action GP", who is to act at the end of what was said
_OWNED = regex(r"\b(?:ACTION|Action) [A-Z]{2,4}(?:/[A-Z]{2,4})*$")
_ACTED = regex(r"\bACTION\s*:\s*[A-Z][\w ]{1,20}\.?$", re.IGNORECASE)


def _names_owner(text: str) -> bool:
    """Whether a line ends with who is to act."""
    return text[-1:].isupper() and "ction " in text[-24:] and _OWNED.search(text) is not None


def breaks_between(a: TextLine, b: TextLine, width: float, edge: float = 0.0) -> bool:
    """Whether a new paragraph begins with `b`, the line after `a`.

    Args:
        a: a line.
        b: the next one.
        width: how many letters a full line has.
        edge: how far to the right `a` might have gone, in points; 0 where that is not known.
    """
    above, text, gap = a.text, b.text, b.gap
    unfinished = not above.endswith(STOPS)
    runs_on = unfinished and text[:1].islower() and not _names_owner(above)
    if is_list_start(text) and (not runs_on or above.endswith(_BETWEEN_ITEMS) or BULLET.match(text)):
        return True
    if gap and text[:1] in _DECIDES and _DECISION.match(text):
        return True
    if gap and "ction:" in above.casefold() and _ACTED.search(above):
        return True
    if len(above) == 1 and _LONE_BULLET.fullmatch(above):
        return False
    if unfinished and _begins_anew(above, text):
        return True
    long = len(above) >= 0.6 * width
    if _changes_face(a, b):
        goes_on = (runs_on and long) or ends_open(above) or _closes_bracket(above, text)
        if not (goes_on and not gap and _same_size(a, b)):
            return True
    if edge and a.page == b.page and b.line.right:
        return _breaks_in_print(a, b, unfinished, runs_on and long, edge)
    if b.opens_page or a.page != b.page:
        return not (runs_on or (unfinished and long and not gap))
    if gap:
        return not (runs_on and long) and not (unfinished and len(above) >= FULL * width)
    if not text[:1].isupper():
        return False
    if above.endswith((".", ":", "?", "!")):
        return len(above) < 0.75 * width or max(len(above), len(text)) > LONGEST_PRINTED
    # A line that stops well short of the edge was meant to stop there: a list or a column.
    return len(above) < 0.55 * width and not ends_open(above)


def _breaks_in_print(a: TextLine, b: TextLine, unfinished: bool, goes_on: bool, edge: float) -> bool:
    """The same by geometry: a line was ended on purpose where the next word would have fitted on it.

    Args:
        a: a line.
        b: the next one.
        unfinished: whether `a` ends in no stop.
        goes_on: whether it is long and `b` goes on with its sentence.
        edge: how far to the right `a` might have gone.
    """
    above, text, printed = a.text, b.text, b.line
    first = text[:1]
    worded = above.count(" ") >= WORDS and " " in text
    if b.gap and (goes_on or (unfinished and worded and first.islower())):
        return False
    if not b.gap and (first.islower() or not first.isalnum()) and not above.endswith(_LISTED):
        return _are_labelled(above, text)
    word = (printed.right - printed.left) * (text.find(" ") + 1 or len(text)) / (len(text) or 1)
    short = edge - a.line.right > word + 1.5 * a.line.size
    if b.gap:
        return not unfinished or (short and not (ends_open(above) and above[-1:] in _JOINS))
    if short and above.endswith(_LISTED):
        return True
    if _are_labelled(above, text):
        return True
    if not first.isalnum() or first.islower():
        return False
    return short and (not unfinished or not ends_open(above))


def _begins_anew(above: str, text: str) -> bool:
    """Whether a line without a stop is followed by a sentence; a title's words are all capitals."""
    if not _BEGINS.match(text) or (ends_open(above) and not above.endswith(_VERBS)):
        return False
    return above[-1:].isalnum() and not (above[-1:].isupper() and text[:LETTERS].isupper())


def _are_labelled(above: str, text: str) -> bool:
    """Whether two lines are entries of a list of labels ("Venue: …", "Contact: …")."""
    return ":" in above and ":" in text and bool(_LABELLED.match(above) and _LABELLED.match(text))


def _closes_bracket(above: str, text: str) -> bool:
    """Whether a bracket opened in one line is closed in the next: "… in May. (Action: Jo" and "Smith)"."""
    return ")" in text and above.rfind("(") > above.rfind(")") and "(" not in text[: text.index(")")]


def _same_size(a: TextLine, b: TextLine) -> bool:
    return abs(a.line.size - b.line.size) <= 0.5


def _changes_face(a: TextLine, b: TextLine) -> bool:
    """Whether size or weight shows that one of two lines is a heading."""
    upper, lower = a.line, b.line
    if not (upper.size and lower.size):
        return False
    return abs(upper.size - lower.size) > 0.9 or (upper.bold != lower.bold and a.page == b.page)


def split_paragraphs(lines: Sequence[TextLine], width: float | None = None) -> list[Paragraph]:
    """Divide lines into paragraphs."""
    if not lines:
        return []
    width = width or full_width(lines)
    groups: list[list[TextLine]] = [[lines[0]]]
    edges = right_edges(lines)
    for (a, b), edge in zip(itertools.pairwise(lines), edges, strict=False):
        if breaks_between(a, b, width, edge):
            groups.append([b])
        else:
            groups[-1].append(b)
    return [Paragraph(join_lines(x.text for x in group), group[0].page, tuple(group)) for group in groups]
