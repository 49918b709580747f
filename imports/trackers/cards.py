"""An action tracker without a table: each action a card, its cells below each other with labels before them.

"Meeting: 2 July 2024", "Action: Arrange a visit", "Owner: Jo Reed", "Status: Overdue".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import join_lines
from imports.layout.tables import Read
from imports.model.tables import TrackedAction
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_KINDS = (
    (
        "action",
        regex(r"(?:agreed |required )?(?:action|recommendation|request|task)(?: required| agreed)?", re.I),
    ),
    (
        "owner",
        regex(
            r"(?:(?:lead|responsible|action) )?(?:owner|officer|member|lead|person)|action by|by whom|who"
            r"|responsib(?:le|ility)|assigned to",
            re.I,
        ),
    ),
    (
        "progress",
        regex(r"(?:current )?(?:status|progress|position|outcome|response)|updates?|comments?", re.I),
    ),
    ("topic", regex(r"(?:agenda )?(?:item|topic|subject|issue)|title|report", re.I)),
    (
        "else",
        regex(
            r"(?:meeting|minute)(?: date| no| number| ref(?:erence)?)?|(?:due|target|completion|meeting) date"
            r"|date(?: \w+)?|deadline|due|by when|ref(?:erence)?|no|number",
            re.I,
        ),
    ),
)
_FIRSTS = frozenset("AaRrTt")
"""With which the words for what is to be done begin."""
_CELLS = ("topic", "action", "owner", "progress")
LONGEST_LABEL, MOST_LINES, FEWEST = 24, 12, 2
"""A label is short, a cell runs over so many lines, and one card alone is a remark."""


def read_cards(lines: Sequence[TextLine]) -> Read[TrackedAction]:
    """Read the cards that tell an action and who acts.

    Args:
        lines: the document's own lines.
    """
    found: list[TrackedAction] = []
    own: set[tuple[int, int]] = set()
    asked = (x.text for x in lines if x.text[:1] in _FIRSTS)
    if sum(":" in text[:LONGEST_LABEL] for text in asked) < FEWEST:
        return Read((), frozenset())
    card, labels = dict[str, list[str]](), set[str]()
    held: list[TextLine] = []
    kind = ""
    for line in lines:
        label, named, rest = _label(line.text)
        if label in labels or (held and line.page > held[-1].page + 1):
            _file(card, held, found, own)
            card, labels, held, kind = {}, set(), [], ""
        if label:
            kind = named
            labels.add(label)
            card.setdefault(kind, []).append(rest)
        elif kind and not line.gap and len(card[kind]) < MOST_LINES:
            card[kind].append(line.text)
        else:
            kind = ""
            continue
        held.append(line)
    _file(card, held, found, own)
    return Read(tuple(found), frozenset(own)) if len(found) >= FEWEST else Read((), frozenset())


def _label(text: str) -> tuple[str, str, str]:
    """The label a line begins with, in small letters, its kind and what stands behind it; else nothing."""
    at = text.find(":", 0, LONGEST_LABEL)
    if at < 0:
        return "", "", ""
    label = text[:at].rstrip(" 0123456789").casefold()
    kind = next((kind for kind, pattern in _KINDS if pattern.fullmatch(label)), "")
    return (label, kind, text[at + 1 :].strip()) if kind else ("", "", "")


def _file(
    card: Mapping[str, Sequence[str]],
    held: Sequence[TextLine],
    found: list[TrackedAction],
    own: set[tuple[int, int]],
) -> None:
    """Keep a card that is whole."""
    topic, action, owner, progress = (join_lines(card.get(kind, ())) for kind in _CELLS)
    if action and owner:
        found.append(TrackedAction(topic, action, owner, progress, held[0].page))
        own.update((line.page, line.index) for line in held)
