"""The members a front sheet lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.columns import line_cells
from imports.joining import join_words
from imports.member_lines import COUNCILLORS, people_of, plain_lists, unlabelled_names
from imports.member_roles import extra_role, tidy_role
from imports.member_table import read_member_table
from imports.model.agenda import Member
from imports.names import HONORIFIC, is_people, is_titled, split_names, with_title
from imports.patterns import regex
from imports.presenters import is_business

if TYPE_CHECKING:
    from imports.furniture import TextLine

_OPENING = regex(
    rf"(?P<label>(?:committee |board |panel |panel )?membership(?: of (?:the )?[\w "
    rf"&,]{{3,80}}?)?(?:\s*+\(\d+\)|\s\(?20\d\d\s?[-–/]\s?\d{{2,4}}\)?)?"
    rf"|members(?: of (?:the )?[\w &,]{{3,80}}?)?|to(?: all members of[^:]*)?"
    rf"|the members of[^:]{{0,80}}|{COUNCILLORS}"
    rf"|(?:committee|board|panel|voting|elected) members(?:hip)?)(?:\s*+(?:[:–—]"
    rf"|-\s|$|(?={COUNCILLORS}\s))|(?:(?<=bers)|(?<=llors)|(?<=llrs))\s++(?=(?-i:[A-Z])))\s*+(?P<rest>.*)$",
    re.IGNORECASE,
)
_SHARED = regex(rf"(?P<title>{COUNCILLORS})\s*[:–-]?\s+(?=[A-Z])", re.IGNORECASE)
_EXTRA = regex(
    r"(?P<kind>non-elected(?: voting| non-voting)?|added"
    r"|(?:(?:non-)?voting |statutory )?co-?opt(?:ed|ees?)|substitutes?|(?:named|nominated) substitutes?"
    r"|reserves?"
    r"|standing invitees?|observers?|non-voting"
    r"|independent|statutory"
    r"|(?:religious|church|faith|teacher|pupil|parent(?: governor)?|tenants?['’]?|residents?['’]?|union|lay)"
    r"(?= representative))"
    r"\s*+(?:members?|representatives?|co-?optees?|substitutes?)?(?:\s*+\([^)]*\))?\s*+(?:[:–—]|-\s"
    r"|$)\s*+(?P<rest>.*)$",
    re.IGNORECASE,
)
_INLINE_EXTRA = regex(
    r"(?<=[.;,)])\s+(?=(?:added|co-?opted|substitutes?|substitute|religious|church|faith"
    r"|teacher|pupil|parent(?: governor)?|tenants?['’]?|residents?['’]?"
    r"|union|lay) ?(?:members?|representatives?)?\s*[:–])",
    re.IGNORECASE,
)
_CHAIR = regex(
    r"(?P<role>(?:vice[- ]?|deputy )?chair(?:man|person|woman)?)\s*[:–—-]\s*(?P<rest>\S.*)$", re.IGNORECASE
)
_NEXT_CHAIR = regex(r"\s+(?=(?:vice[- ]|deputy )chair(?:man|person|woman)?\s*:)", re.IGNORECASE)
_PARTY = regex(
    r"(?:[\w ,&'’-]{4,50}(?=\s{0,9}+\(\d+\))|conservatives?|labour(?: and co-operative)?|liberal democrats?"
    r"|lib dems?"
    r"|greens?|green party|independents?(?: group)?|reform(?: uk)?|ukip|plaid cymru"
    r"|residents?(?: association)?|non-?aligned|(?!.*(?:commissioning|clinical|user|support|advisory))"
    r"[\w ]{1,80} group)\s*+(?:\(\d+\))?\s*+[:–-]?\s*+",
    re.IGNORECASE,
)
_STOP = regex(
    r"quorum|\(a\)|agenda\b|notes?\b|contact|date\b|venue|time\b|\d{1,2}[.)]?\s|please|for further"
    r"|members of the public|this meeting|webcast|e-?mail|tel\b|published"
    r"|by invitation|also invited"
    r"|copies|if you|apologies|declarations|the (?:committee|public|meeting)|enquiries|dear\b|you are|any "
    r"member|substitut\w+ (?:arrangements|are)",
    re.IGNORECASE,
)
_OWN_ROLE = regex(
    r"\s*\((?P<brackets>[^()]+)\)[\s*]*$|(?:,|\s[-–])\s*(?P<dashed>(?:vice[- ]|deputy )?chair(?:man|person"
    r"|woman)?)$"
    r"|\s(?P<bare>(?:(?:vice[- ]|deputy )?chair(?:man|person|woman)?|(?:depute )?convener))$",
    re.IGNORECASE,
)
_WITH_WARD = regex(
    r"(?P<name>(?:[A-Z][\w.'’-]*\s+){1,3}(?:(?:de|da|van|von|der|la|le|al|ap)\s+)*[A-Z][\w'’-]+"
    r"(?:\s*\([^)]*\))?)\s+[-–]\s+(?P<body>[A-Z].*)"
)
_VACANT = regex(r"\bvacan(?:t|cy|cies)\b|(?:(?:councillor|cllr|member)s?\W*)+$", re.IGNORECASE)
_NOBODY = regex(r"\b(?:Council|Authority|Committee)$")
_NAMED = regex(r"(?:[A-Z][\w.'’-]*\s){1,3}[A-Z][\w'’-]+(?:\s\([^)]*\))?")
_RUNS_ON = regex(r"(?:[,;&-]|\band)\s*$")
# One person a line, and for whom they sit ("Mr Trevor Cristie, Diocese of Chichester").
_SITS_FOR = regex(
    rf"(?P<name>{HONORIFIC}\s(?:[A-Z][\w.'’-]*\s){{1,2}}[A-Z][\w'’-]+),\s+(?P<body>[A-Z][^,;]*?"
    r"(?:\b(?:of|for|representative|governor|church|healthwatch|trust|diocese|union)\b[^,;]*))",
    re.IGNORECASE,
)
_SENT_BY = regex(
    r"^(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w'’-]+){1,2}), (?P<body>[^,;]*"
    r"\b(?:Diocese|Church|Governor|Trust|Healthwatch)[^,;]*)$"
)
_LOST_COMMA = regex(rf"\)\s+(?={COUNCILLORS}\s[A-Z])", re.IGNORECASE)
LONGEST = 40


def read_membership(lines: Sequence[TextLine]) -> tuple[Member, ...]:
    """Read the lists of members on a front sheet, chairs and added members included.

    Args:
        lines: of the whole front sheet.
    """
    members: dict[str, Member] = {}
    lines = plain_lists(lines)
    index = 0
    while index < len(lines):
        text = lines[index].text
        opening, extra = _OPENING.match(text), _EXTRA.match(text)
        below = opening is not None and not opening["rest"]
        tabled, end = read_member_table(lines, index + below)
        if tabled:
            _add(members, tabled, None)
            index = end
            continue
        if _CHAIR.match(text):
            for part in _NEXT_CHAIR.split(text):
                if chair := _CHAIR.match(part):
                    _add(members, split_names(_without_party(chair["rest"])), tidy_role(chair["role"]))
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            if is_titled(following) and not (_STOP.match(following) or following.endswith(".")):
                body, index = _body(lines, index + 1, "")
                _add_list(members, body, "", "")
                continue
        elif extra or (opening and _leads_to_names(lines, index, opening)):
            match = extra or opening
            label = "" if extra or opening is None else opening["label"]
            body, index = _body(lines, index + 1, match["rest"].lstrip(" -–") if match else "")
            if body and match and match["rest"] and re.search(r"\S {3,}\S", body[0]):
                body[:1] = re.split(r" {3,}", body[0])
            _add_list(members, body, label, extra["kind"] if extra else "")
            continue
        index += 1
    if not members:
        for names in unlabelled_names(lines):
            _add(members, names, None)
    return tuple(members.values())


def _add_list(members: dict[str, Member], body: Sequence[str], label: str, kind: str) -> None:
    """Add the names of a list, and of a list of added or co-opted members that follows in its line."""
    if kind:
        body = [_SENT_BY.sub(r"\g<name> (\g<body>)", text) for text in body]
    for number, text in enumerate(_whole_texts(body)):
        own, *others = _INLINE_EXTRA.split(text)
        for names in _read_names([own], label if number == 0 or label.lower().startswith("c") else ""):
            _add(members, names, extra_role(kind))
        for other in others:
            if extra := _EXTRA.match(other):
                for names in _read_names([extra["rest"]], ""):
                    _add(members, names, extra_role(extra["kind"]))


def _leads_to_names(lines: Sequence[TextLine], index: int, opening: re.Match[str]) -> bool:
    """Whether a line such as "Members:" or "To:" is followed by people."""
    text = " ".join([opening["rest"], *(line.text for line in lines[index + 1 : index + 4])]).strip()
    if opening["label"].lower().startswith("membership") and opening["rest"]:
        return True
    if not opening["rest"] and any(is_titled(line.text) for line in lines[index + 1 : index + 3]):
        return True
    ward = all(_WITH_WARD.fullmatch(line.text) for line in lines[index + 1 : index + 3])
    if ward and not opening["rest"] and len(lines) > index + 2:
        return True
    below = [cell.text for line in lines[index + 1 : index + 3] for cell in line_cells(line)]
    if opening["label"].lower().endswith(("councillors", "cllrs", "members")) and not opening["rest"]:
        plain = (
            len(below) > 1
            and len(lines) > index + 2
            and all(map(_NAMED.fullmatch, below))
            and not lines[index + 2].gap
        )
        if plain and not any(_NOBODY.search(name) or is_business(name) for name in below):
            return True
    if opening["label"].lower().endswith(("councillors", "cllrs", "aldermen")):
        if all(map(_NAMED.fullmatch, [opening["rest"], *below[:1]])) and len(below) > 1:
            return True
        apart = re.split(r"\s{2,}", opening["rest"])
        if "," in opening["rest"] or (len(apart) > 1 and all(map(_NAMED.fullmatch, apart))):
            return True
    return is_titled(text) or re.match(COUNCILLORS, text, re.IGNORECASE) is not None or _names_follow(text)


def _names_follow(text: str) -> bool:
    first = split_names(_without_party(text)[:120])
    bare = [re.sub(r"\s*\([^)]*\)", "", name) for name in first[:2]]
    return len(first) >= 2 and all(is_titled(name) or is_people(name) for name in bare)


def _body(lines: Sequence[TextLine], start: int, rest: str) -> tuple[list[str], int]:
    """The lines a list of members takes, the first one's rest included."""
    body = [rest] if rest else []
    index = start
    while index < len(lines) and len(body) < LONGEST:
        line = lines[index]
        text = line.text
        if (
            _STOP.match(text)
            or _EXTRA.match(text)
            or _CHAIR.match(text)
            or (_OPENING.match(text) and not _shares_title(text, body))
        ):
            break
        runs_on = bool(body) and body[-1].rstrip().endswith((",", "and", "&", ";", "-"))
        party = _PARTY.match(text)
        listed = (
            is_titled(text)
            or (party and ("(" in party[0] or party.end() == len(text)))
            or is_people(re.sub(r"\s*\([^)]*\)", "", text))
        )
        if body and (line.gap or line.opens_page) and not (runs_on or listed):
            break
        body.extend(people_of(line))
        index += 1
    return body, index


def _shares_title(text: str, body: Sequence[str]) -> bool:
    """Whether a line goes on with a list under a title of its own, and is not the label of the next list."""
    shared = _SHARED.match(text)
    return shared is not None and not (body and shared[0].rstrip().endswith(":"))


def _whole_texts(body: Sequence[str]) -> list[str]:
    """A list in prose as one text, a list of one name a line as it stands."""
    body = [_SITS_FOR.sub(r"\g<name> (\g<body>)", text) if is_titled(text) else text for text in body]
    starts = [i for i, text in enumerate(body) if (match := _PARTY.match(text)) and "(" in match[0]]
    titled = [
        n
        for n, (a, b) in enumerate(pairwise(body), 1)
        if "," in a and is_titled(b) and not _RUNS_ON.search(a)
    ]
    if (starts or titled) and body:
        starts += [n for n, (a, b) in enumerate(pairwise(body), 1) if is_titled(b) and not _RUNS_ON.search(a)]
        bounds = sorted({0, *starts, len(body)})
        return [re.sub(r",?\s+and$", "", join_words(body[a:b])) for a, b in pairwise(bounds)]
    commas = sum(text.count(",") + text.count(";") for text in body)
    runs_on = any(text.rstrip().endswith((",", ";", " and", "&")) for text in body[:-1])
    in_prose = runs_on or (commas >= len(body) and not all(is_titled(text) for text in body))
    return [join_words(body)] if in_prose and body else _joined_open(body)


def _read_names(texts: Sequence[str], label: str) -> list[list[str]]:
    """The names in the texts of a list, in prose or by party."""
    result = []
    for text in texts:
        text = _LOST_COMMA.sub("), ", _without_party(text)).rstrip(".; ").replace(" AND ", " and ")
        groups = text.split("; ")
        if len(groups) > 1 and "," in groups[0] and _SHARED.match(groups[0]):
            result.extend(_read_names(groups, label))  # "Cllrs A Bell, C Dow; Mrs E Fox"
            continue
        wards = text.rstrip("; ").split("; ")
        if len(wards) > 1 and all(_WITH_WARD.fullmatch(ward) for ward in wards):
            result.append(with_title(wards, label))
            continue
        if "," not in text and (stands_for := _WITH_WARD.fullmatch(text)):
            result.append(with_title([stands_for[0]], label))
            continue
        shared = _SHARED.match(text)
        if shared and re.search(r"s\b", shared["title"]):
            label, text = shared["title"], text[shared.end() :]
        result.append(with_title(split_names(text), label))
    return result


def _joined_open(body: Sequence[str]) -> list[str]:
    texts: list[str] = []
    for text in body:
        if texts and (texts[-1].count("(") > texts[-1].count(")") or text.startswith("(")):
            texts[-1] = join_words((texts[-1], text))
        else:
            texts.append(text)
    return texts


def _without_party(text: str) -> str:
    match = _PARTY.match(text)
    return (
        text[match.end() :]
        if match and (match[0].rstrip().endswith((":", ")", "-", "–")) or match.end() == len(text))
        else text
    )


def _add(members: dict[str, Member], names: Sequence[str], role: str | None) -> None:
    for name in names:
        stands_for = _WITH_WARD.fullmatch(name)
        if stands_for:  # a ward is no role, a body represented is
            name = stands_for["name"]
            role = stands_for["body"] if role and "(" not in name else role
        match = _OWN_ROLE.search(name)
        own = tidy_role(match["brackets"] or match["dashed"] or match["bare"]) if match else None
        own = None if own and _PARTY.fullmatch(own) else own
        bare = (name[: match.start()] if match else name).strip(" ,*")
        if not 3 <= len(bare) <= 90 or "@" in bare or _VACANT.search(bare) or _NOBODY.search(bare):
            continue
        before = members.get(bare)
        if before is None or (before.role is None and (own or role)):
            members[bare] = Member(bare, own or role)
