"""Short forms with their long forms, as the documents explain them themselves.

After A. Schwartz and M. Hearst, A simple algorithm for identifying abbreviation definitions in
biomedical text (2003): the letters of the short form are found, from the last backwards, in the words
before the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.model.tables import Acronym
from imports.patterns import regex
from imports.people.initials import read_initials

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_BRACKETED = regex(r"\(\s*[\"“‘']?(?P<short>[A-Z][A-Za-z0-9&/.-]{1,9}?)['’]?s?[\"”’']?\s*\)")
# The long form in brackets, and then the short one before it: brackets are fewer than capitals.
_EXPLAINED = regex(r"\((?P<long>[A-Z][A-Za-z&’' -]{4,70})\)")
_SHORT_BEFORE = regex(r"(?P<short>[A-Z](?<!\w[A-Z])[A-Z0-9&]{1,8})s?\s+\Z")
_LISTED = regex(
    r"(?P<short>[A-Z][A-Za-z0-9&/-]{1,9})(?:\s*+[-–—:=]\s*+|\s{2,}+)(?P<long>[A-Z][A-Za-z&,’'() -]{4,80})"
)
_SECTION = regex(r"(?:glossary|abbreviations|acronyms|list of (?:abbreviations|acronyms))\b", re.IGNORECASE)
_SECTIONS = ("glossary", "abbreviations", "acronyms")
_WORD = regex(r"[A-Za-z][A-Za-z’'-]*|&")
LONGEST_SHORT = 14
"""Letters in which a short form stands, with what parts it from its bracket."""
_MINOR = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&")
)


def read_glossary(lines: Sequence[TextLine]) -> tuple[Acronym, ...]:
    """List each short form with the first long form given for it, and whose initials actions bear."""
    found: dict[str, Acronym] = {}
    last: list[TextLine] = []
    for _, own in groupby(lines, key=attrgetter("page")):
        page = [*last, *own]
        for acronym in _read_page(page):
            found.setdefault(acronym.short, acronym)
        last = page[-2:]
    for initials in read_initials(lines):
        found.setdefault(initials.short, initials)
    return tuple(found.values())


def _read_page(lines: Sequence[TextLine]) -> list[Acronym]:
    text, page = join_lines(line.text for line in lines), lines[-1].page
    found: list[Acronym] = []
    for match in _BRACKETED.finditer(text):
        if _is_short(match["short"]):
            long = find_long_form(match["short"], text[max(0, match.start() - 120) : match.start()])
            if long:
                found.append(Acronym(match["short"], long, page))
    for match in _EXPLAINED.finditer(text):
        short = _SHORT_BEFORE.search(text, max(0, match.start() - LONGEST_SHORT), match.start())
        if (
            short
            and _is_short(short["short"])
            and find_long_form(short["short"], match["long"]) == match["long"]
        ):
            found.append(Acronym(short["short"], match["long"], page))
    plain = text.casefold()
    if any(word in plain for word in _SECTIONS) and any(_SECTION.match(line.text) for line in lines):
        for line in lines:
            listed = _LISTED.fullmatch(line.text)
            if listed and _is_short(listed["short"]) and find_long_form(listed["short"], listed["long"]):
                found.append(Acronym(listed["short"], listed["long"].strip(), page))
    return found


def _is_short(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return capitals >= 2 and len(text) <= 10 and capitals * 2 >= sum(map(str.isalpha, text))


def find_long_form(short: str, before: str) -> str | None:
    """The words at the end of a text that a short form stands for, or None.

    Each capital of the short form must open a word, the first one the first word; only minor words
    ("of", "and") may be passed over.
    """
    letters = [c.casefold() for c in re.sub(r"[^A-Za-z&]", "", short.removesuffix("s"))]
    base = re.split(r"[.;:()!?]\s*", before)[-1]
    words = list(_WORD.finditer(base))
    at, letter = len(words) - 1, len(letters) - 1
    first = at
    while letter >= 0 and at >= 0:
        word = words[at][0].casefold()
        parts = [part for part in re.sub(r"[’']s?\b", "", word).split("-") if part]
        took = _take(parts, letters, letter)
        if took:
            letter -= took
            first = at
        elif word not in _MINOR:
            return None
        at -= 1
    if letter >= 0 or not words:
        return None
    long = base[words[first].start() :].strip(' ,–-“”"‘’')
    return long if len(long) > len(short) + 2 and len(long.split()) >= 2 else None


def _take(parts: Sequence[str], letters: Sequence[str], letter: int) -> int:
    """How many letters of the short form, backwards from `letter`, a word's parts account for."""
    if parts and letters[letter] in ("&",) and parts[-1] == "and":
        return 1
    initials = [part[0] for part in parts]
    for count in range(min(len(initials), letter + 1), 0, -1):
        if initials[-count:] == list(letters[letter - count + 1 : letter + 1]):
            return count
    return 0
