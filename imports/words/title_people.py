"""The people printed in an item's title: in brackets at its end, behind a dash, or glued to it."""

from __future__ import annotations

import re

from imports.patterns import regex
from imports.words.names import GIVEN_NAMES, is_people, is_titled
from imports.words.presenters import (
    EVERYBODY,
    SUBJECT_WORDS,
    is_person,
    is_post,
    is_presenters,
    read_presenters,
)

_TOLD_BY = regex(
    r"\s[-–—]\s.*\b(?:presented by|(?:report|update|presentation|briefing) (?:by|from|of))\s+(?:the\s)?"
    r"(?P<who>[^.;:]{4,90})\.?$",
    re.IGNORECASE,
)
_LAST_BRACKET = regex(r"\s\((?P<who>[^()]{5,80})\)$")
_ENDS_TITLE = regex(
    r"(?:report|update|plan|strategy|monitoring|programme|review|statement|framework|pathway|budget|minutes"
    r"|performance|absence|interests?|questions|policy|tracker|contract|improvement|meetings?"
    r"|\d{4}(?:[/–-]\d+)?)",
    re.IGNORECASE,
)


def split_bracketed(title: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """Take from a title the people or the post in brackets at its end; other brackets stay."""
    found = _LAST_BRACKET.search(title)
    if found is None or EVERYBODY.fullmatch(found["who"]) or not is_presenters(found["who"], known):
        return title, []
    name, comma, post = found["who"].partition(", ")
    posted = bool(comma) and is_post(post) and is_person(name, known)
    sure = posted or is_titled(found["who"]) or is_post(found["who"]) or is_people(found["who"], known)
    return (title[: found.start()], read_presenters(found["who"])) if sure else (title, [])


def split_dashed(title: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """Take from a title the people behind a dash at its end ("Bus Services - Jo Hale and Sam Roe")."""
    head, dash, tail = title.rpartition(" – " if " – " in title else " - ")
    if dash and is_people(tail, known) and all(is_person(part, known) for part in read_presenters(tail)):
        return head.rstrip(), read_presenters(tail)
    told = _TOLD_BY.search(title)
    who = told["who"].strip() if told else ""
    if is_post(who):
        return title, [who]  # its words are a part of the title
    if who and is_presenters(who, known) and any(is_person(part, known) for part in read_presenters(who)):
        return title, read_presenters(who)
    return title, []


def split_glued(title: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """Take from a title the people glued to its end or printed inside it.

    Args:
        title: one line or more, joined.
        known: names that are certain; only these are found inside, or at the end without a title.
    """
    names: list[str] = []
    words = title.split()
    for count in range(min(len(words) - 1, 12), 1, -1):
        tail = " ".join(words[-count:])
        before = words[-count - 1]
        if before.casefold() in ("by", "from", "of", "to", "with", "and", "&", "for") or before.endswith(
            (",", "-", "–")
        ):
            continue
        if is_people(tail, known) and _is_certain(tail, known, before):
            return " ".join(words[:-count]), read_presenters(tail)
    plain = title.casefold()
    for name in sorted((name for name in known if name.casefold() in plain), key=len, reverse=True):
        inside = re.search(
            rf"(?<!by )(?<!from )(?<!of )(?<!to )(?<!and )\b{re.escape(name)}\b,?\s*", title, re.IGNORECASE
        )
        if inside and inside.start() > 0 and len(title) - len(inside[0]) > 3 and inside[0].istitle():
            names.append(inside[0].strip(" ,"))
            title = title[: inside.start()] + title[inside.end() :]
    return re.sub(r"\s+", " ", title).strip(), names


def _is_certain(tail: str, known: frozenset[str], before: str) -> bool:
    """Whether names at a title's end are surely no part of it."""
    first = read_presenters(tail)[0]
    if any(name.casefold() in known for name in read_presenters(tail)):
        return True
    if is_titled(first):
        return not any(word.casefold() in SUBJECT_WORDS for word in tail.split()[1:])
    if before.isupper() and len(before) > 2 and not tail.isupper():
        return True
    given = first.split()[0].casefold() in GIVEN_NAMES
    if given and _ENDS_TITLE.fullmatch(before):
        return True
    return given and before[:1].islower() and before.casefold() not in ("in", "on", "the", "at", "a", "an")
