"""Who an action's owner is: initials and posts as minutes print them, resolved by the names in the packs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.pack import ParsedPack

_TITLES = regex(
    r"^(?:(?:Cllr|Councillor|Alderman|Dr|Mrs?|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame|Lady|Lord|Rev(?:d|erend)?|"
    r"Chief Superintendent|OBE|MBE)\.? )+"
)
_POSTED = regex(r"^(?P<name>[^(,]+?)\s*[(,]\s*(?P<post>[^()]+)\)?$")
_INITIALS = regex(r"^[A-Z]{2,4}$")
_PARTS = regex(r"\s*(?:/|&|,|;|\band\b)\s*")
_SMALL = frozenset(("of", "for", "and", "the", "&", "to", "in"))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a pack names, with the post it gives, or ""."""

    name: str
    post: str = ""


def people_of(packs: Iterable[ParsedPack]) -> tuple[Person, ...]:
    """Everybody some papers name: officers first, then members; the same name as often as it stands there."""
    officers: list[Person] = []
    members: list[Person] = []
    for pack in packs:
        officers += [Person(contact.name, contact.role or "") for contact in pack.contacts]
        officers += [_person(name) for item in pack.agenda for name in item.officers]
        members += [Person(member.name) for member in pack.membership]
        for minutes in pack.minutes:
            officers += [_person(text) for text in minutes.officers_in_attendance]
            members += [Person(_person(text).name) for text in (*minutes.present, *minutes.apologies)]
        officers += [Person(name) for row in pack.action_tracker for name in _PARTS.split(row.responsibility)]
    return tuple(person for person in (*officers, *members) if " " in person.name.strip())


def owner_name(printed: str | None, near: Sequence[Person], known: Sequence[Person]) -> str | None:
    """The person, or people, an owner as printed means; None where the papers do not tell.

    Args:
        printed: `KH`, `DR/ME`, `Director of Education`, `Ann James`.
        near: those named in the same paper, who come first.
        known: those named in any paper of the committee.
    """
    if not printed:
        return None
    parts = [part for part in _PARTS.split(printed) if part] if _is_list(printed) else [printed]
    names = [_resolve(part.strip(), near) or _resolve(part.strip(), known) for part in parts]
    if not all(names):
        return None
    return ", ".join(dict.fromkeys(name for name in names if name))


def _is_list(printed: str) -> bool:
    parts = [part for part in _PARTS.split(printed) if part]
    return all(_INITIALS.match(part) or " " in part.strip() for part in parts) and "irector of" not in printed


def _resolve(printed: str, people: Sequence[Person]) -> str | None:
    plain = _TITLES.sub("", printed)
    by: Mapping[bool, Counter[str]] = {True: Counter(), False: Counter()}
    for person in people:
        name = _TITLES.sub("", person.name)
        if name.casefold() == plain.casefold() and " " in plain:
            return person.name
        if _fits(printed, plain, name, person.post):
            by[bool(person.post)][person.name] += 1
    for posted in (True, False):
        names = {_TITLES.sub("", name) for name in by[posted]}
        if len(names) == 1:
            return by[posted].most_common(1)[0][0]
    return None


def _fits(printed: str, plain: str, name: str, post: str) -> bool:
    if _INITIALS.match(printed):
        short = "".join(word[0] for word in name.split() if word[:1].isupper())
        return printed in (short, short[:1] + short[-1:]) or printed == _short_post(post)
    if post and _key(printed) == _key(post):
        return True
    if printed[:1].isupper() and _short_post(post) == printed.upper() and len(printed) > 2:
        return not printed.istitle()
    return " " not in plain and plain[:1].isupper() and name.split()[-1] == plain and printed != plain


def _short_post(post: str) -> str:
    """`Director of Children's Services` as `DCS`; letters of small words left out."""
    words = re.findall(r"[A-Za-z]+(?:['’]s)?|&", post)
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL)


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.replace("&", "and")).casefold()


def _person(text: str) -> Person:
    found = _POSTED.match(text.strip())
    return Person(found["name"].strip(), found["post"].strip()) if found else Person(text.strip())
