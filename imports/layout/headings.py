"""Tells headings from text: by number, by capitals, by weight or size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from imports.layout.paragraphs import KEPT, ends_open, is_list_start, strip_bullet
from imports.patterns import regex
from imports.words.dates import MONTH

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_NUMBERED = regex(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.:)]?\s+(?P<title>[A-Z‘“(].*)")
_NAMED = regex(
    r"(?:appendix|annex|appendices|section|chapter|part|schedule|priority|objective|table|figure"
    r"|chart)\s+(?:[A-Z0-9]{1,3}\b|one|two|three)",
    re.IGNORECASE,
)
_STANDING = regex(
    r"(?:introduction|background(?: information)?|(?:executive )?summary|conclusions?|recommendations?"
    r"|purpose(?: of (?:the )?report)?|foreword"
    r"|key (?:issues|messages|findings|risks)|next steps|context|consultation|options|(?:financial|legal"
    r"|resource|equality|risk)[\w /&,]{0,40}"
    r"|appendices|references|contents|glossary|acknowledgements)\s*:?",
    re.IGNORECASE,
)
_VERB = regex(r"\b(?:was|were|is|are|has|have|had|will|would|should|can|be|been)\b", re.IGNORECASE)
_BODY_NAME = regex(
    r"(?:report (?:to|for) (?:the )?|meeting:?\s*)?[A-Z][\w&’'(), -]{0,80}?"
    r"\b(?:committee|board|panel|cabinet|council|commission|partnership)\b"
    r"(?:[\s,–-]+(?:\d{4}|briefing|report|paper|note|update|meeting|(?:\d{1,2}(?:st|nd|rd"
    r"|th)?\s+)?[A-Z][a-z]+\s+\d{4}))*",
    re.IGNORECASE,
)
_BODIES = ("committee", "board", "panel", "cabinet", "council", "commission", "partnership")
# Words set like headings that only label what stands below them.
_LABEL = regex(
    r"(?:present|also present|membership|members(?: present)?|attendance"
    r"|(?:officers |others |also )?in attendance|apologies(?: for absence)?|substitut(?:es|ions)"
    r"|chair(?:man|person|woman)?|agenda|minutes|resolved(?: that)?|resolutions?|agreed|decisions?"
    r"|action|noted|signed|date|time|venue|public document pack)\s*[:.–-]*",
    re.IGNORECASE,
)
_WHEN = regex(
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}"
    r"\b[\s,]*+(?:\d{4})?(?:\W*+(?:at|from|commencing)?\W*+\d{1,2}(?:[.:]\d{2})?\s*+(?:[ap]\.?m\.?|noon|hours)?)?",
    re.IGNORECASE,
)
_WHENS = frozenset("MmTtWwFfSs")
_FIGURES = regex(r"\[\w+\]|\b\w{1,2}\b|\d+\w*")
_ROW = regex(r"(?<![/–-])\s[\d,]{1,3}(?:[.,]\d+)?%?$|^(?:\d+%|\d+\.\d\d|\d[\d,]{2,})\s")
_SECTION_NUMBER = regex(r"^\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_DAY = regex(rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b", re.IGNORECASE)
LONGEST = 110
FIRST_LETTERS = 24
GUESSED = 4
"""The level of what may be a heading, and of labels; the outline leaves them out."""


@lru_cache(maxsize=KEPT)
def names_body(text: str) -> bool:
    """Whether a line names a committee or council and hardly more ("Report to the Audit Committee")."""
    if len(text) >= 100:
        return False
    plain = text.casefold()
    for word in _BODIES:
        if word in plain:
            break
    else:
        return False
    return _BODY_NAME.fullmatch(text) is not None and not _VERB.search(text)


def usual_size(lines: Sequence[TextLine]) -> float:
    """The size most letters are set in; 0 where there is no geometry."""
    exact: Counter[float] = Counter()
    for line in lines:
        exact[line.line.size] += len(line.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():
        sizes[round(size, 1)] += letters
    return sizes.most_common(1)[0][0] if sizes else 0.0


def heading_level(line: TextLine, usual: float = 0.0, following: TextLine | None = None) -> int | None:
    """The level of a heading (1 is the largest), or None where the line is none.

    Args:
        line: the line.
        usual: the size of running text.
        following: the line after it; a heading is not followed by its own sentence.
    """
    text = line.text
    if text[:1].islower() or line.line.table is not None or line.line.cells or not _may_head(text):
        return None
    level = _level(line, usual, following)
    return GUESSED if level and is_label(text) else level


@lru_cache(maxsize=KEPT)
def _may_head(text: str) -> bool:
    """Whether a text may be a heading by its words alone."""
    return not (
        len(text) > LONGEST
        or len(text) < 3
        or text[0].islower()
        or text[0] in "+-–*"
        or text.endswith((",", ";"))
        or strip_bullet(text) is not text
        or sum(map(str.isalpha, text)) < 3
        or ((text[0] in _WHENS or text[0].isdigit()) and _WHEN.fullmatch(text))
    )


def _level(line: TextLine, usual: float, following: TextLine | None) -> int | None:
    text = line.text
    if usual > 0 and line.line.size > usual + 0.9:
        return 1 if line.line.size > usual + 5 else 2
    if following is not None and _runs_on(line, following):
        return None
    if ends_open(text) and not is_capitals(text) and not (following and following.line.bold):
        return None
    numbered = None if not text[0].isdigit() or _DAY.match(text) else _NUMBERED.fullmatch(text)
    depth = numbered["number"].removesuffix(".0").count(".") if numbered else 0
    if numbered and _is_title(numbered["title"]) and (line.line.bold or not usual or is_capitals(text)):
        return min(2 + depth, GUESSED)
    if line.line.bold and not text.endswith("."):
        return 3
    if is_capitals(text) and not text.endswith(".") and _has_words(text):
        return 2
    if usual and line.line.size:
        return 3 if _STANDING.fullmatch(text) else None
    set_apart = line.gap or line.opens_page
    if set_apart and (_STANDING.fullmatch(text) or (_NAMED.match(text) and _is_title(text))):
        return 3
    alone = set_apart and (following is None or following.gap)
    if alone and _is_title(text) and len(text) < 70 and " " in text and text[:1].isupper():
        return GUESSED
    return None


def _has_words(text: str) -> bool:
    """Whether capitals are a title's, not the name of a table's row with figures behind it."""
    if _ROW.search(text) and not _NAMED.match(text):
        return False
    return sum(map(str.isalpha, _FIGURES.sub("", text))) >= 5


@lru_cache(maxsize=KEPT)
def is_label(text: str) -> bool:
    """Whether a text set like a heading only labels what stands below it ("Resolved", "PRESENT:")."""
    return _LABEL.fullmatch(text) is not None


def _runs_on(line: TextLine, following: TextLine) -> bool:
    """Whether the next line goes on with this one's sentence."""
    near = following.page == line.page and not following.gap
    return near and following.text[:1].islower() and not is_list_start(following.text)


@lru_cache(maxsize=KEPT)
def is_section(text: str) -> bool:
    """Whether a text is the heading of a report's section ("1. Purpose", "Background")."""
    return _STANDING.fullmatch(_SECTION_NUMBER.sub("", text)) is not None


def is_heading(line: TextLine) -> bool:
    """Whether a line looks like a heading by itself."""
    return heading_level(line) is not None


@lru_cache(maxsize=KEPT)
def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals ("UPDATE ON ACEs (Q3)" is)."""
    if sum(map(str.islower, text[:FIRST_LETTERS])) > 0.15 * len(text):  # most lines, and soon told
        return False
    if sum(map(str.islower, text[:LONGEST])) > 0.15 * len(text):
        return False
    letters = [*filter(str.isalpha, text)]
    return len(letters) >= 3 and sum(map(str.isupper, letters)) >= 0.85 * len(letters)


def _is_title(text: str) -> bool:
    """Whether words read as a title and not as a sentence."""
    plain = text.rstrip(" :")
    return len(plain.split()) <= 14 and not plain.endswith((".", ";", ",")) and not _VERB.search(plain)
