"""Whose questions a deadline is for, and what a question in time gets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.deadlines.asking import QUESTION
from imports.model.deadlines import ON_AGENDA, OTHER_BUSINESS, Scope
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.agenda import AgendaItem

_ANYBODY = (
    r"(?:members? of the (?:local )?public|the (?:local )?public|residents?|electors?|electorate|citizens?)"
)
_COUNCIL = (
    r"(?:county|city|borough|district|town|ward|parish|community|elected|scrutiny|committee|panel|board"
    r"|council|co-opted|other|non-executive|backbench)"
)
_MEMBER = rf"(?:{_COUNCIL}\s+)*(?:members?(?!\s+of\s+the\s+(?:local\s+)?(?:public|press))|councillors?)"
_PUBLIC = regex(
    rf"\bpublic (?:(?:written |oral )?questions?|question time|participation|forum|speaking|session"
    r"|engagement|statements?|access)"
    rf"|\b{_ANYBODY}\b"
    r"|\bany(?:one|body)? (?:local )?(?:person|people|individual|one|body)\b|\banyone\b|\bpersons? (?:who"
    r"|wishing)\b"
    r"|\ba person\b|\blocal (?:people|person)\b",
    re.IGNORECASE,
)
_MEMBERS = regex(
    r"\b(?:members?|councillors?)['’]?s?['’]?\s+(?:written\s+|oral\s+|issues?\s*(?:/|and|&)\s*)?"
    r"(?:questions?|question time)\b"
    rf"|\bquestions?\s+(?:\w+\s+){{0,4}}(?:from|by)\s+(?:\w+\s+){{0,2}}?{_MEMBER}\b"
    rf"|\bfrom\s+(?:\w+\s+){{0,2}}?{_MEMBER}\s*(?:[.;,)]|$)"
    rf"|\b(?:from|by)\s+(?:the\s+|an?\s+)?(?:public|{_ANYBODY})\s+(?:and|or)\s+(?:from\s+|by\s+)?(?:an?\s+)?{_MEMBER}\b"
    rf"|(?:^|[.;:,(]\s*|\b(?:if|where|each|every|any|a|an|the|all|one|no|or|and|when|that|thereafter|then|but|while|whilst)\s+)"
    rf"(?:{_COUNCIL}\s+)*{_MEMBER}"
    r"(?:\s+(?:not\s+)?(?:of|on)\s+(?:the|this)\s+(?:council|committee|board|panel|authority|assembly))?,?\s+"
    r"(?:may|can|could|shall|must|should|who|wish\w*|want\w*|are|is|has|have|seek\w*|intend\w*|will|with|asking"
    r"|need|or"
    r"|submit\w*|and)\b",
    re.IGNORECASE,
)
_ASKED = regex(
    r"\bquestions?\s+(?:(?!from\b|by\b)\w+\s+){0,3}?(?:of|to)\s+(?:the\s+)?(?:\w+\s+){0,4}?(?:members?|councillors?)\b",
    re.IGNORECASE,
)
PARTICIPATION = regex(
    r"\bparticipation\b|\bpublic\s+(?:\w+\s+){0,3}?(?:time|speak\w*|forum|session|engagement|statements?)\b"
    r"|\bopen (?:forum|session)\b|\bhave your say\b|\bfrom (?:the|members of the) public\b",
    re.IGNORECASE,
)
"""An item at which questions are put whatever they are about."""
OF_THIS_ITEM = regex(
    r"\bquestions?\b[^.;]{0,40}\b(?:on|about|of|regarding|concerning|to)\s+(?:this|the (?:above|attached))\s+"
    r"(?:agenda )?(?:report|item|paper)\b",
    re.IGNORECASE,
)
_ITEMS = regex(
    r"\b(?:agenda )?items?\s+(?:nos?\.?\s*|numbers?\s+)?"
    r"(?P<list>\d{1,3}(?![.:]\d|\s*[ap]\.?m\b)[a-z]?(?:\s*+(?:,\s*+(?:and\s++)?|and"
    r"|&|to|-|–"
    r"|or)\s*+\d{1,3}[a-z]?)*)",
    re.IGNORECASE,
)
_REPLY = r"(?:reply|response|answer)"
_ABOUT = (
    r"(?:relat\w+\s+to|about|on|concern\w*|regarding|in\s+respect\s+of|in\s+relation\s+to|arising\s+from"
    r"|relevant\s+to|pertain\w+\s+to|to\s+do\s+with)"
)
_ON_THE_AGENDA = r"on\s+(?:the|this|that)\s+(?!following)(?:\w+\s+)?agenda\b(?!\s+items?)"
_TIERS = (
    ("supplementary", regex(r"\bsupplementary\s+questions?\b|\bsupplementar(?:y|ies)\b(?!\s+\w)", re.I)),
    ("urgent", regex(r"\burgent\b(?!\s+(?:items?|business))|\burgency\b", re.IGNORECASE)),
    (
        OTHER_BUSINESS,
        regex(
            r"\b(?:not|n['’]t|other than|unrelated|outside)\b[^.;]{0,60}\b(?:agenda"
            r"|the business of the meeting)\b"
            r"|\bany\s+other\s+(?:questions?|matters?|subjects?|business)\b"
            r"|^\W*(?:all\s+)?other\s+questions?\b"
            r"|\bquestions?\s+on\s+other\s+(?:matters|subjects|business)\b|\bgeneral questions?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "guaranteed a written reply",
        regex(
            rf"\b(?:guarantee\w*|(?:be\s+)?(?:sure|certain|assured)\s+of|entitled\s+to"
            rf"|ensure\w*)\b[^.;]{{0,40}}"
            rf"\bwritten\s+{_REPLY}|\bwritten\s+{_REPLY}\b[^.;]{{0,30}}\b(?:guarantee\w*|assured|ensured)"
            rf"|\b(?:receive|get|obtain|have|given|for|with|want\w*|wish\w*|requir\w*"
            rf"|expect)\s+(?:only\s+)?a\s+"
            rf"(?:full\s+)?written\s+{_REPLY}|\bwritten\s+{_REPLY}\s+(?:is|will\s+be|shall\s+be)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "may get a verbal reply",
        regex(
            rf"\b(?:verbal|oral)(?:ly)?\b[^.;]{{0,30}}\b{_REPLY}"
            rf"|\banswer\w*\s+(?:\w+\s+){{0,4}}(?:verbally|orally)"
            rf"|\b{_REPLY}\s+(?:\w+\s+){{0,4}}(?:verbally|orally)|\((?:verbal|oral)\)",
            re.IGNORECASE,
        ),
    ),
    (
        ON_AGENDA,
        regex(
            rf"\b(?:questions?|they|these|it"
            rf"|which)\s+(?:\w+\s+){{0,6}}?{_ABOUT}\s+(?:\w+\s+){{0,3}}?(?:items?|reports?|matters?"
            rf"|business"
            rf"|subjects?|anything)\s+(?:\w+\s+){{0,4}}?{_ON_THE_AGENDA}|\bquestions?\s+(?:which\s+(?:are"
            rf"|is)\s+)?"
            rf"{_ON_THE_AGENDA}",
            re.IGNORECASE,
        ),
    ),
)


def tier_of(words: str) -> str:
    """What a question in time gets, or what sort of question it is; "" where the words leave it open."""
    return next((name for name, pattern in _TIERS if pattern.search(words)), "")


def named_items(words: str, agenda: Sequence[AgendaItem]) -> tuple[str, ...]:
    """The items a sentence names by number ("items 8 to 11")."""
    numbers = [item.number for item in agenda if item.number]
    named: list[str] = []
    for match in _ITEMS.finditer(words):
        parts = re.findall(r"\d{1,3}[a-z]?|to|-|–", match["list"])
        for index, part in enumerate(parts):
            if part in ("to", "-", "–"):
                ends = parts[index - 1 : index + 2 : 2]
                if len(ends) == 2:
                    named.extend(_between(ends[0], ends[1], numbers))
            elif part in numbers:
                named.append(part)
    return tuple(dict.fromkeys(named)) if QUESTION.search(words) else ()


def _between(first: str, last: str, numbers: Sequence[str]) -> list[str]:
    """The items of an agenda from one to another, though the agenda may end before the last."""
    if first in numbers and last in numbers:
        return list(numbers[numbers.index(first) : numbers.index(last) + 1])
    if not (first.isdigit() and last.isdigit()):
        return []
    return [number for number in numbers if number.isdigit() and int(first) <= int(number) <= int(last)]


def spoken_scope(*texts: str) -> Scope:
    """Whether words speak of the public's or the members' questions: the first text that says so decides."""
    for text in texts:
        plain = _ASKED.sub("questions", text)
        public, members = _PUBLIC.search(plain), _MEMBERS.search(plain)
        if public and members:
            return "all"
        if public:
            return "public questions"
        if members:
            return "members' questions"
    return "all"
