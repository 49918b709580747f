"""The labels that lists of members begin with, and whether people follow them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.people.member_lines import COUNCILLORS, beside_ward
from imports.words.names import is_people, is_titled, split_names
from imports.words.parties import PARTY_NAME
from imports.words.presenters import is_business

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

OPENING = regex(
    rf"(?P<label>(?:committee |board |panel )?membership(?: of (?:the )?[\w "
    rf"&,]{{3,80}}?)?(?:\s*+\([^()]{{1,40}}\)|\s\(?20\d\d\s?[-–/]\s?\d{{2,4}}\)?)?"
    rf"|members(?: of (?:the )?[\w &,]{{3,80}}?)?(?:\s*+\([^()]{{1,40}}\))?"
    r"|the (?:constitution|composition) of the (?:committee|panel|board)(?: is as follows)?"
    r"|to\s*:\s*(?:all |the )?members of (?:the )?[^:,.]{3,90}(?=$)|to(?: all members of[^:]*)?"
    rf"|the members of[^:]{{0,80}}|{COUNCILLORS}(?:\s*\(\d+\))?"
    rf"|(?:distribution|circulation)(?: list)?"
    rf"|(?:committee|board|panel|commission)(?=\s*:\s*(?:councillors|cllrs)\b)"
    rf"|(?:committee|board|panel|voting|elected) members(?:hip)?)(?:\s*+(?:[:–—]"
    rf"|-\s|$|(?={COUNCILLORS}\s))|(?:(?<=bers)|(?<=llors)|(?<=llrs))\s++(?=(?-i:[A-Z])))\s*+(?P<rest>.*)$",
    re.IGNORECASE,
)
PARTY = regex(
    rf"(?:[\w ,&'’-]{{4,50}}(?=\s{{0,9}}+\(\d+\))|{PARTY_NAME}"
    r"|(?!.*(?:commissioning|clinical|user|support|advisory))"
    r"[\w ]{1,80} group)\s*+(?:\(\d+\))?\s*+[:–-]?\s*+",
    re.IGNORECASE,
)
WITH_WARD = regex(
    r"(?P<name>(?:[A-Z][\w.'’-]*\s+){1,3}(?:(?:de|da|van|von|der|la|le|al|ap)\s+)*[A-Z][\w'’-]+"
    r"(?:\s*\([^)]*\))?)\s+[-–]\s+(?P<body>[A-Z].*)"
)
NOBODY = regex(r"\b(?:Council|Authority|Committee)$")
_NAMED = regex(r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+(?:\s\([^)]*\))?")
_COUNTED = regex(r"(?<!\s)\s*+\([^()]{1,40}\)$")
_TELLS = regex(r"\b(?:are|is|will|must|should)\b")
_BRACKETS = regex(r"\([^()]*\)?")
_CHAIRED = regex(r"\((?:vice[- ]?|deputy )?chair\w*\)", re.IGNORECASE)


def leads_to_names(lines: Sequence[TextLine], index: int, opening: re.Match[str]) -> bool:
    """Whether a line such as "Members:" or "To:" is followed by people."""
    label, rest = _COUNTED.sub("", opening["label"].lower()), opening["rest"]
    text = " ".join([rest, *(line.text for line in lines[index + 1 : index + 4])]).strip()
    if not rest and index + 1 < len(lines) and _TELLS.search(lines[index + 1].text):
        return False
    if label.startswith("membership") and rest:
        return True
    if not rest and any(is_titled(line.text) for line in lines[index + 1 : index + 3]):
        return True
    ward = all(WITH_WARD.fullmatch(line.text) for line in lines[index + 1 : index + 3])
    if ward and not rest and len(lines) > index + 2:
        return True
    below = [cell.text for line in lines[index + 1 : index + 3] for cell in line_cells(line)]
    if (label.endswith(("councillors", "cllrs", "members")) or label.startswith("members")) and not rest:
        alone = len(below) > 1 and len(lines) > index + 2 and not lines[index + 2].gap
        if alone and _are_named(below) and not any(NOBODY.search(x) or is_business(x) for x in below):
            return True
        listed = split_names(_BRACKETS.sub("", below[0])) if below and "(" in below[0] else []
        known = any(map(is_people, listed)) or bool(below and _CHAIRED.search(below[0]))
        if len(listed) > 1 and known and _are_named(listed):
            return True
        if all(map(beside_ward, lines[index + 1 : index + 3])) and len(lines) > index + 2:
            return True
    if label.endswith(("councillors", "cllrs", "aldermen")):
        listed = split_names(rest or "".join(below[:1]))
        if len(listed) > 1 and _are_named(listed):
            return True
        if "," in rest or (len(below) > 1 and _are_named([rest, below[0]])):
            return True
        apart = re.split(r"\s{2,}", rest)
        if len(apart) > 1 and _are_named(apart):
            return True
    return is_titled(text) or re.match(COUNCILLORS, text, re.IGNORECASE) is not None or _names_follow(text)


def _are_named(texts: Sequence[str]) -> bool:
    return all(map(_NAMED.fullmatch, texts))


def _names_follow(text: str) -> bool:
    first = split_names(without_party(text)[:120])
    bare = [re.sub(r"\s*\([^)]*\)", "", name) for name in first[:2]]
    return len(first) >= 2 and all(is_titled(name) or is_people(name) for name in bare)


def without_party(text: str) -> str:
    """A list without the party that is printed before it."""
    match = PARTY.match(text)
    return (
        text[match.end() :]
        if match and (match[0].rstrip().endswith((":", ")", "-", "–")) or match.end() == len(text))
        else text
    )
