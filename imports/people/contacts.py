"""The officers whose details a front sheet prints; the clerk comes first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.model.agenda import Contact
from imports.patterns import regex
from imports.words.names import GIVEN_NAMES, HONORIFIC

if TYPE_CHECKING:
    from imports.layout.joining import Paragraph

_EMAIL = regex(r"(?<![\w.+'’-])[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = regex(r"(?<![\d.])(?:\+44[\s(0)]{0,4}|\(?0)\d[\d\s()-]{7,13}\d(?![nrst])(?:\s*(?:ext|x)\.?\s*\d+)?")
_WORD = r"(?:[A-Z]\.?(?!['’])|(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]++(?:['’-][A-Z]?[a-zà-ÿ]++)*+)"
_NAME = regex(rf"\b(?:{HONORIFIC}\s+)*(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})\b")
_LEAD = regex(
    r"\b(?:contact(?: officer| details)?|(?:enquiries|queries)(?: to)?|ask for|officer|signed|information"
    r"|clerk(?: to (?:the )?[\w ]{3,40})?|please contact|from|by|\d+,? (?:or|and))\s*+[:,–-]?\s*+$",
    re.IGNORECASE,
)
_POST_WORD = regex(
    r"\b(?:officer|advis[eo]r|manager|clerk|director|head|solicitor|secretary|assistant|lead|executive"
    r"|support|services|team|governance|democracy)\b",
    re.IGNORECASE,
)
_ROLE = regex(
    r"^\s*+(?:[,–(-]\s*+)?(?:(?:the|of|from|in)\s+)?(?P<role>[A-Z][A-Za-z&'’/ -]{3,70}?(?:\([\w ]+\))?)\s*+"
    r"(?=$|[,.;:)(]|(?<=\s)(?:on|at|by|tel|telephone|phone|direct|email|e-mail|ext|mob|via|or)\b|[-–|]\s|\d"
    r"|\+)",
    re.IGNORECASE,
)
_ROLE_BEFORE = regex(
    r"(?P<role>(?:(?:Senior|Principal|Lead|Democratic|Services|Committee|Scrutiny|Governance|Parish|Town"
    r"|Deputy|Assistant|Support"
    r"|Member|Electoral|Monitoring|Panel|Business|and|&)\s+)*(?:Officer|Clerk|Advis[eo]r|Manager"
    r"|Solicitor|Administrator|Secretary|Assistant|Coordinator))\b\s*[(:–,-]*\s*$"
)
_TEAM = regex(
    r"democra|committee|service|council|scrutiny|clerk|member|governance|enquir|support|info", re.IGNORECASE
)
_CLERK = regex(
    r"democratic|democracy|committee|clerk|governance|member services|scrutiny|secretar|constitutional"
    r"|electoral|administrat",
    re.IGNORECASE,
)
_CLERK_CONTEXT = regex(
    r"general queries|inspection of papers|contact(?: officer)?\s*:|further information|enquiries|about "
    r"(?:this|the) (?:agenda|meeting)|please contact|clerk",
    re.IGNORECASE,
)
_LEGAL = regex(r"monitoring officer|declar", re.IGNORECASE)
_TEAM_WORD = regex(r"\b(?:Services|Support|Unit|Office|Secretariat)\b")
_TEAM_PRINTED = regex(
    r"(?P<team>\b(?!Contact|Email|Chief|Please|Tel)(?:[A-Z][\w’'-]*+ (?:(?:and|&|of) )?){1,4}"
    r"(?:Team|Unit|Office|Services|Support|Secretariat)\b(?! (?:Team|Officer|Manager|Unit|Adviser|Support)))"
)
_BELONGS = regex(
    r"(?:[\s,(–-]|\b(?:from|of|in|the|at)\b|[A-Z][\w&’'-]* (?:Officer|Manager|Adviser|Clerk)\b)*"
)
_TOLD = regex(r"\b(?:may|must|should|will|can|wish\w*)\b")
_TEL = regex(r"\btel\.(?: no\.)?|\bext\.|\bno\.", re.IGNORECASE)
_CLERKS_BOX = regex(r"(?:town|parish|the)?[._-]?clerk\b|clerk", re.IGNORECASE)
_SIGNED_CLERK = regex(
    rf"(?P<name>(?:{HONORIFIC}\s+)*{_WORD}(?:\s+{_WORD}){{1,2}}?)(?:,|\s[–-])?\s+"
    r"(?P<role>(?:(?:Acting|Deputy|Town|Parish|Community)\s)*Clerk)\b"
)
NEAR_TEAM = 80
_NOT_NAMES_WORDS = """
    adviser advisor agenda and any assistant borough business chair chamber chief city clerk committee contact
    council county court date democratic direct director district email enquiries executive for further
    general governance hall head house if information line manager meeting members minutes monitoring office
    officer our overview parish please press principal public published queries quorum ref reports road room
    scrutiny senior services street support team tel telephone the time town venue website your
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_CONTACT_ALONE = regex(
    rf"(?:contact(?: officer| person)?|(?:committee |scrutiny )?clerk|ask for"
    rf"|committee (?:officer|administrator))\s*[:–-]\s*"
    rf"(?:{HONORIFIC}\s+)?(?P<name>{_WORD}(?:\s+{_WORD}){{1,2}})(?: (?:and|&|or) (?P<other>{_WORD} {_WORD}))?"
    r"(?:,\s*(?P<role>[A-Z][\w &/-]{3,60}))?\.?(?:\s+(?:e-?mail|tel(?:ephone)?|\W?\s?\d[\d ]*)\b:?[^@]*)?",
    re.IGNORECASE,
)
REACH = 260


def read_contacts(paragraphs: Sequence[Paragraph]) -> tuple[Contact, ...]:
    """Read names with an e-mail address or a telephone number.

    Args:
        paragraphs: of the front sheet, line breaks joined.
    """
    found: list[tuple[float, Contact]] = []
    texts = [paragraph.text for paragraph in paragraphs]
    for index, text in enumerate(texts):
        lead = " ".join(texts[max(0, index - 3) : index])[-REACH:] + " " if index else ""
        for start, _, phone, email in _details(text):
            before = lead + text[:start]
            contact, weight = _identify(before[-REACH:], phone, email)
            if contact:
                found.append((weight, contact))
    merged = [(weight, _with_clerk(one, texts)) for weight, one in _merge([*found, *_named_only(texts)])]
    if not merged and (signed := _signed_clerk(texts)):
        return (Contact(signed["name"], signed["role"]),)
    return tuple(contact for _, contact in sorted(merged, key=lambda pair: -pair[0]))


def _with_clerk(contact: Contact, texts: Sequence[str]) -> Contact:
    """A clerk's mailbox under the name of the clerk who signs elsewhere on the sheet."""
    local = (contact.email or "").split("@")[0]
    if not local or contact.name != _team_name(contact.email or "") or not _CLERKS_BOX.fullmatch(local):
        return contact
    signed = _signed_clerk(texts)
    return replace(contact, name=signed["name"], role=signed["role"]) if signed else contact


def _signed_clerk(texts: Sequence[str]) -> re.Match[str] | None:
    """Where the clerk signs the sheet last."""
    signed = [found for text in texts if "Clerk" in text for found in _SIGNED_CLERK.finditer(text)]
    return next((found for found in reversed(signed) if _is_name(found["name"])), None)


def _named_only(texts: Sequence[str]) -> list[tuple[float, Contact]]:
    """Whoever a line names as the contact and tells nothing else of."""
    matches = [_CONTACT_ALONE.fullmatch(text.strip()) for text in texts]
    named = [match for match in matches if match and _is_name(match["name"])]
    return [(0.5, Contact(m[who], m["role"])) for m in named for who in ("name", "other") if m[who]]


def _details(text: str) -> list[tuple[int, int, str | None, str | None]]:
    """The telephone numbers and addresses in a text, those of one person together."""
    marks = sorted(
        [(m.start(), m.end(), "phone", m[0]) for m in _PHONE.finditer(text)]
        + [
            (m.start(), m.end(), "email", m[0])
            for m in _EMAIL.finditer(text)
            if not text[: m.start()].endswith("mailto:")
        ]
    )
    groups: list[tuple[int, int, str | None, str | None]] = []
    for start, end, kind, value in marks:
        value = re.sub(r"\s+", " ", value).strip(" -.")
        value = value if ")" in value else value.lstrip("(")
        if groups and start - groups[-1][1] < 60 and not _find_names(text[groups[-1][1] : start]):
            a, _, phone, email = groups[-1]
            if kind == "phone" and phone is None:
                groups[-1] = (a, end, value, email)
                continue
            if kind == "email" and email is None:
                groups[-1] = (a, end, phone, value)
                continue
        groups.append((start, end, value if kind == "phone" else None, value if kind == "email" else None))
    return groups


def _find_names(text: str) -> list[re.Match[str]]:
    """The people named in a text; a post printed right behind a name is not taken for a part of it."""
    found: list[re.Match[str]] = []
    at = 0
    while match := _NAME.search(text, at):
        shorter = next(
            (
                m
                for end in _ends(match)
                if (m := _NAME.fullmatch(text, match.start(), end)) and _is_name(m["name"])
            ),
            None,
        )
        if shorter:
            found.append(shorter)
        at = shorter.end() if shorter else match.start() + len(match[0].split()[0])
    return found


def _ends(match: re.Match[str]) -> list[int]:
    """Where a name may end: after each of its words, the longest first, never after the first."""
    words = list(re.finditer(r"\S+", match["name"]))
    return [match.start("name") + word.end() for word in reversed(words[1:])]


def _identify(before: str, phone: str | None, email: str | None) -> tuple[Contact | None, float]:
    """Say whose details these are, from the words before them and the address itself."""
    chosen = _choose_name(before, email)
    if chosen is None and email is None:
        return None, 0.0
    team = _find_team(before, chosen, email) if email else None
    chosen = None if team else chosen
    name = before[chosen.start() : chosen.end()].strip() if chosen else team or _team_name(email or "")
    role = _read_role(before, chosen) if chosen else None
    context = before[max(0, (chosen.start() if chosen else len(before)) - 200) :]
    weight = 2.0 * bool(_CLERK.search(role or "")) + 1.0 * bool(_CLERK_CONTEXT.search(context))
    weight += 1.0 * bool(email and _CLERK.search(email)) + 0.3 * bool(email) + 0.2 * bool(chosen)
    weight -= 2.5 * bool(_LEGAL.search((role or "") + context[-120:]) and not _CLERK.search(role or ""))
    return Contact(name, role, phone, email), weight


def _choose_name(before: str, email: str | None) -> re.Match[str] | None:
    """The name that goes with an address or a number: the one the address spells, else the likeliest."""
    names = _find_names(re.sub(r"produced on recycled paper", lambda m: "-" * len(m[0]), before, flags=re.I))
    if email is None:
        return next((name for name in reversed(names) if _is_sure(before, name)), None)
    mailbox = email.split("@")[0].lower()
    spelt = [name for name in names if _fits(name["name"], re.sub(r"[^a-z]", "", mailbox))]
    if spelt:
        return spelt[-1]
    likely = [name for name in names if _is_likely(before, name)]
    if _TEAM.search(mailbox):
        likely = [name for name in likely if not _TOLD.search(before, name.end())]  # a sentence lies between
    if re.fullmatch(r"[a-z]+[._][a-z]+\d*", mailbox) and not _TEAM.search(mailbox):
        # behind another sentence it is somebody else's address
        likely = [name for name in likely if "." not in _TEL.sub("", before[name.end() :])]
    return likely[-1] if likely else None


def _is_likely(before: str, name: re.Match[str]) -> bool:
    """Whether a name is a person's, by its title, its given name or the label before it."""
    titled = name.start("name") > name.start()
    given = name["name"].split()[0].casefold() in GIVEN_NAMES
    return titled or given or _LEAD.search(before[: name.start()]) is not None


def _read_role(before: str, name: re.Match[str]) -> str | None:
    """The post printed behind a name, or in front of it."""
    match = _ROLE.match(before[name.end() :])
    if match and _POST_WORD.search(match["role"]):
        return match["role"].strip(" -–,")
    match = _ROLE_BEFORE.search(before[: name.start()])
    return match["role"] if match and match["role"] != "Officer" else None


def _is_sure(before: str, name: re.Match[str]) -> bool:
    """Whether a name is surely the owner of a telephone number without an address."""
    near = len(before) - name.end() <= 70 and "." not in _TEL.sub("", before[name.end() :])
    return near and (
        name["name"].split()[0].casefold() in GIVEN_NAMES or _LEAD.search(before[: name.start()]) is not None
    )


def _fits(name: str, local: str) -> bool:
    words = [re.sub(r"[^a-z-]", "", word.lower()) for word in name.split()]
    surname = words[-1].replace("-", "") in local or any(
        len(w) > 2 and w in local for w in words[-1].split("-")
    )
    return surname and (words[0] in local or local.startswith(words[0][:1]))


def _find_team(before: str, chosen: re.Match[str] | None, email: str) -> str | None:
    """The team printed before an address that is no person's, where no person is named nearer to it."""
    local = re.sub(r"[^a-z]", "", email.split("@")[0].lower())
    if ("eam" not in before and not _TEAM_WORD.search(before)) or (chosen and _fits(chosen["name"], local)):
        return None
    found = list(_TEAM_PRINTED.finditer(before))
    if not found or len(before) - found[-1].end() > NEAR_TEAM:
        return None
    last = found[-1]
    if chosen and (chosen.end() > last.end() or _BELONGS.fullmatch(before[chosen.end() : last.start()])):
        return None  # the team is that person's
    return last["team"]


def _team_name(email: str) -> str:
    """A mailbox without a person, named after itself ("democratic.services@" is "Democratic Services")."""
    return re.sub(r"[._-]+", " ", email.split("@")[0]).title()


def _is_name(text: str) -> bool:
    words = text.split()
    if any(word.casefold().strip(".") in _NOT_NAMES for word in words):
        return False
    return words[0].casefold() in GIVEN_NAMES or all(word[:1].isupper() for word in words)


def _merge(found: Sequence[tuple[float, Contact]]) -> list[tuple[float, Contact]]:
    """One entry a person: the address, or the name, tells who is the same."""
    merged: list[tuple[float, Contact]] = []
    for weight, contact in found:
        for i, (other_weight, other) in enumerate(merged):
            same_mail = contact.email and other.email and contact.email.lower() == other.email.lower()
            same_name = contact.name == other.name and not (contact.email and other.email)
            if same_mail or same_name:
                best, rest = (contact, other) if weight > other_weight else (other, contact)
                unnamed = best.name == _team_name(best.email or "")
                merged[i] = (
                    max(weight, other_weight),
                    replace(
                        best,
                        name=rest.name if unnamed else best.name,
                        role=best.role or rest.role,
                        phone=best.phone or rest.phone,
                        email=best.email or rest.email,
                    ),
                )
                break
        else:
            merged.append((weight, contact))
    return merged
