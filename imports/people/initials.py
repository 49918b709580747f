"""Whose initials an action bears: `(Action – KH)` where the pack names Kirsten Harrison.

Minutes give an action to initials and leave the reader to know them. A person named in the same pack, and
the only one with those initials, is meant; where two could be, nobody is said to be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.model.tables import Acronym
from imports.patterns import regex
from imports.words.names import GIVEN_NAMES

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_MARK = regex(
    # It begins with its letters, not with \b: they are then looked for much quicker.
    r"[Aa](?<!\w[Aa])(?i:ctions?)\b\s*[-–—:]*\s*"
    r"(?P<owners>[A-Z]{2,3}(?:\s*(?:/|,|&|and)\s*[A-Z]{2,3})*)\b"
)
_INITIALS = regex(r"[A-Z]{2,3}")
# So do these with their capitals.
_PERSON = regex(
    r"(?P<given>[A-Z](?<!\w[A-Z])[a-z]+) (?P<family>(?:Mc|Mac|O['’])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"
)
_TITLED = regex(
    r"(?:C(?<!\wC)(?:llr|ouncillor)|M(?<!\wM)(?:rs?|s|iss)|D(?<!\wD)r)"
    r" (?P<given>[A-Z][a-z]+) (?P<family>[A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b"
)

BEHIND = 3
"""Lines behind the word."""


def read_initials(lines: Sequence[TextLine]) -> tuple[Acronym, ...]:
    """List the initials that actions bear with the one person of the pack they can stand for."""
    acting = join_lines(line.text for line in _acting(lines))
    owners = {owner for mark in _MARK.finditer(acting) for owner in _INITIALS.findall(mark["owners"])}
    if not owners:
        return ()
    text = join_lines(line.text for line in lines)
    people: defaultdict[str, set[str]] = defaultdict(set)
    for pattern in (_TITLED, _PERSON):
        for person in pattern.finditer(text):
            if pattern is _TITLED or person["given"].casefold() in GIVEN_NAMES:
                name = f"{person['given']} {person['family']}"
                people["".join(part[0] for part in re.split(r"[ -]", name))].add(name)
    return tuple(
        Acronym(owner, name, _page(lines, name))
        for owner in sorted(owners)
        if len(people[owner]) == 1
        for name in people[owner]
    )


def _acting(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The lines that have the word, each with those behind it that its initials may stand on."""
    left = 0
    for line in lines:
        left = BEHIND + 1 if "ction" in line.text or "CTION" in line.text else left - 1
        if left > 0:
            yield line


def _page(lines: Sequence[TextLine], name: str) -> int:
    family = name.split()[-1]
    return next((line.page for line in lines if family in line.text), 1)
