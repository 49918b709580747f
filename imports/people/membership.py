"""The members a front sheet lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.joining import join_words
from imports.model.agenda import Member
from imports.patterns import regex
from imports.people.member_lines import COUNCILLORS, is_chair, people_of, plain_lists, unlabelled_names
from imports.people.member_openings import NOBODY, OPENING, PARTY, WITH_WARD, leads_to_names, without_party
from imports.people.member_roles import extra_role, tidy_role
from imports.people.member_table import read_member_table
from imports.words.names import HONORIFIC, is_people, is_titled, split_names, with_title

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_SHARED = regex(rf"(?P<title>{COUNCILLORS})\s*[:–-]?\s+(?=[A-Z])", re.IGNORECASE)
_EXTRA = regex(
    r"(?P<kind>non-elected(?: voting| non-voting)?|added"
    r"|(?:(?:non-)?voting |statutory )?co-?opt(?:ed|ees?)|substitutes?|(?:named|nominated) substitutes?"
    r"|reserves?|deputies"
    r"|standing invitees?|observers?|non-voting"
    r"|independent|statutory"
    r"|(?:religious|church|faith(?: communit\w+)?|teacher|pupil|parent(?: governor)?|tenants?['’]?"
    r"|residents?['’]?|union|lay)(?= (?:representative|member)))"
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
    r"(?P<role>(?:vice[- ]?|deputy )?chair(?:man|person|woman)?|(?:depute )?convener)"
    r"(?:\s*[:–—-]\s*|\s+(?=(?:Councillor|Cllr)\s))(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_NEXT_CHAIR = regex(
    r"\s+(?=(?:vice[- ]|deputy )chair(?:man|person|woman)?(?:\s*:|\s+(?:Councillor|Cllr)\s))", re.IGNORECASE
)
_SENTENCES = regex(
    r"(?<=[a-z])\.\s+(?=(?:Depute Convener|Deputy Chair|Vice[- ]Chair\w*|Councillors|Cllrs)\b)"
)
_STOP = regex(
    r"quorum|\(a\)|agenda\b|notes?\b|contact|date\b|venue|time\b|\d{1,2}[.)]?\s|please|for further"
    r"|members of the public|this meeting|webcast|e-?mail|tel\b|published"
    r"|by invitation|also invited|officers?\b|in attendance"
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
_VACANT = regex(r"\bvacan(?:t|cy|cies)\b|(?:(?:councillor|cllr|member)s?\W*)+$", re.IGNORECASE)
_AND_VACANT = regex(r"(?:,| and) (?:a|one|two|three|\d) vacanc(?:y|ies)\b", re.IGNORECASE)
# What only the turn of a page parts from its list: whom a member stands for, or the rest of a name.
_BRACKETED = regex(r"\((?!(?i:quorum))[A-Z][\w'’&-]+[^()]*(?:\)\s*(?:[,;.]|and\b|$)|$)")
_HALF_NAME = regex(
    rf"\b(?!{HONORIFIC}\s)[A-Z][\w'’-]+\s[A-Z][\w'’-]+(?:\s\([^()]*\))?(?:[,;]|\sand)\s+"
    rf"(?:{HONORIFIC}|(?:{HONORIFIC}\s+)?[A-Z][\w'’-]+)$"
)
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
        opening, extra = OPENING.match(text), _EXTRA.match(text)
        below = opening is not None and not opening["rest"]
        tabled, end = read_member_table(lines, index + below)
        if tabled:
            _add(members, tabled, None)
            index = end
            continue
        if _CHAIR.match(text):
            for part in _NEXT_CHAIR.split(text):
                if chair := _CHAIR.match(part):
                    _add(members, split_names(without_party(chair["rest"])), tidy_role(chair["role"]))
            following = lines[index + 1].text if index + 1 < len(lines) else ""
            if is_titled(following) and not (_STOP.match(following) or following.endswith(".")):
                body, index = _body(lines, index + 1, "")
                _add_list(members, body, "", "")
                continue
        elif extra or (opening and leads_to_names(lines, index, opening)):
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
    sent = [_SENT_BY.sub(r"\g<name> (\g<body>)", text) for text in body if _SENT_BY.match(text)]
    body = [text for text in body if not _SENT_BY.match(text)]
    for number, text in enumerate(_whole_texts(body)):
        own, *others = _INLINE_EXTRA.split(text)
        *chairs, own = _SENTENCES.split(own)
        for chair in filter(None, map(_CHAIR.match, chairs)):
            _add(members, split_names(chair["rest"]), tidy_role(chair["role"]))
        for names in _read_names([own], label if number == 0 or label.lower().startswith("c") else ""):
            _add(members, names, extra_role(kind))
        for other in others:
            if extra := _EXTRA.match(other):
                for names in _read_names([extra["rest"]], ""):
                    _add(members, names, extra_role(extra["kind"]))
    for names in _read_names(sent, ""):
        _add(members, names, extra_role(kind))


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
            or (OPENING.match(text) and not _shares_title(text, body))
        ):
            break
        runs_on = bool(body) and _breaks_off(body, line)
        party = PARTY.match(text)
        listed = (
            is_titled(text)
            or (party and ("(" in party[0] or party.end() == len(text)))
            or is_people(re.sub(r"\s*\([^)]*\)", "", text))
            or is_chair(text)
            or _SENT_BY.match(text)
        )
        if body and (line.gap or line.opens_page) and not (runs_on or listed):
            break
        if len(body) == 1 and _is_body(body[0]):
            body.clear()  # the rest of the body's name, over its members
        body.extend(people_of(line))
        index += 1
    return body, index


def _breaks_off(body: Sequence[str], line: TextLine) -> bool:
    """Whether a list stops amid its names, brackets or a name, so that a line goes on with it."""
    told = " ".join(body).rstrip()
    if told.endswith((",", "and", "&", ";", "-")) or told.count("(") > told.count(")"):
        return True
    return line.opens_page and (_BRACKETED.match(line.text) or _HALF_NAME.search(told)) is not None


def _is_body(text: str) -> bool:
    """Whether a line is a body's name and no member's with the body they sit for."""
    return NOBODY.search(text) is not None and not (is_titled(text) or re.search(r"[-–(;]|\s{2}", text))


def _shares_title(text: str, body: Sequence[str]) -> bool:
    """Whether a line goes on with a list under a title of its own, and is not the label of the next list."""
    shared = _SHARED.match(text)
    if body and _is_body(body[-1]):
        return False  # below the rest of the body's name
    return shared is not None and not (body and shared[0].rstrip().endswith(":"))


def _whole_texts(body: Sequence[str]) -> list[str]:
    """A list in prose as one text, a list of one name a line as it stands."""
    body = [_SITS_FOR.sub(r"\g<name> (\g<body>)", text) if is_titled(text) else text for text in body]
    starts = [i for i, text in enumerate(body) if (match := PARTY.match(text)) and "(" in match[0]]
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
        text = (
            _LOST_COMMA.sub("), ", _AND_VACANT.sub("", without_party(text)))
            .rstrip(".; ")
            .replace(" AND ", " and ")
        )
        groups = text.split("; ")
        if len(groups) > 1 and "," in groups[0] and _SHARED.match(groups[0]):
            result.extend(_read_names(groups, label))  # "Cllrs A Bell, C Dow; Mrs E Fox"
            continue
        wards = text.rstrip("; ").split("; ")
        if len(wards) > 1 and all(WITH_WARD.fullmatch(ward) for ward in wards):
            result.append(with_title(wards, label))
            continue
        if "," not in text and (stands_for := WITH_WARD.fullmatch(text)):
            result.append(with_title([stands_for[0]], label))
            continue
        shared = _SHARED.match(text)
        if shared and re.search(r"s\b", shared["title"]):
            label, text = shared["title"], text[shared.end() :]
        for name in split_names(text):
            shared = _SHARED.match(name)
            if shared and re.search(r"s\b", shared["title"]):  # "Councillor A Hale, Councillors Bell and Coe"
                label, name = shared["title"], name[shared.end() :]
            result.append(with_title([name], label))
    return result


def _joined_open(body: Sequence[str]) -> list[str]:
    texts: list[str] = []
    for text in body:
        if texts and (texts[-1].count("(") > texts[-1].count(")") or text.startswith("(")):
            texts[-1] = join_words((texts[-1], text))
        else:
            texts.append(text)
    return texts


def _add(members: dict[str, Member], names: Sequence[str], role: str | None) -> None:
    for name in names:
        stands_for = WITH_WARD.fullmatch(name)
        if stands_for:  # a ward is no role, a body represented is
            name = stands_for["name"]
            role = stands_for["body"] if role and "(" not in name else role
        match = _OWN_ROLE.search(name)
        own = tidy_role(match["brackets"] or match["dashed"] or match["bare"]) if match else None
        own = None if own and PARTY.fullmatch(own) else own
        bare = (name[: match.start()] if match else name).strip(" ,*")
        if not 3 <= len(bare) <= 90 or "@" in bare or _VACANT.search(bare) or NOBODY.search(bare):
            continue
        before = members.get(bare)
        if before is None or (before.role is None and (own or role)):
            members[bare] = Member(bare, own or role)
