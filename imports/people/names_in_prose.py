"""The names of a list in prose, as minutes tell who was there and who was not."""

from __future__ import annotations

import re

from imports.patterns import regex
from imports.people.labels import COUNCILLORS
from imports.words.names import POSTED, is_people, is_titled, split_names, with_title
from imports.words.presenters import is_business

# A group named in a list in prose ("Community Co-opted Members Jo Bell and Sam Lee").
_GROUP = regex(
    r"(?:(?:and|[A-Z]\w+) )?(?:(?:non-?)?voting|co-?opted|independent|lay|statutory|parent governor|church"
    r"|diocesan|religious|education) (?:members?|representatives?|co-?optees?)(?:\s*+[:–-])?\s++(?=[A-Z])",
    re.IGNORECASE,
)
_IN_CHAIR = regex(r"[,\s–-]{0,3}(?:\(in the chair\)|\bin the chair\b(?!\)))[.,;]*", re.IGNORECASE)
_BETWEEN_GROUPS = regex(
    r"(?<=\w)(?<!\band)[.,;]?\s+(?=(?:Councillors|Cllrs|Aldermen|Alderman|Bailies)\s[A-Z])"
)
_FULL_STOPS = regex(
    r"(?<=[a-z]{2})(?<!Cllr)(?<!Cllrs)(?<!Mrs)(?<!Prof)(?<!Rev)(?<!Revd)(?<!Hon)(?<!Capt)(?<!Messrs)\.\s+(?=[A-Z\d])"
)
_OFFICE_BEHIND = regex(
    r"\s+[-–]\s+(?P<office>(?:vice[- ]|deputy )?(?:chair(?:man|person|woman)?|convener))(?=$|[,;])",
    re.IGNORECASE,
)
_OFFICE_BEFORE = regex(
    r"(?P<office>(?:vice[- ])?chair(?:man|woman|person)?)\s+"
    r"(?P<name>(?:(?:Cllr|Councillor)\b\.?|Mr|Mrs|Ms|Dr)\s(?:[A-Z]\.?\s)*[A-Z][\w’'-]+)",
    re.IGNORECASE,
)
_ACCEPTED = regex(r"\s[-–—]\s(?:reasons? )?(?:accepted|approved|noted|received|given)\.?$", re.IGNORECASE)
_OFFICE_AFTER = regex(
    r"(?:,\s*+|(?<=\))\s)(?P<office>(?:vice[- ]|deputy )?(?:chair(?:man|person|woman)?|convener))"
    r"(?=\s*+(?:[,;]|$))",
    re.IGNORECASE,
)
_SENTENCE = regex(
    r"\b(?:was|were|is|are|had|have|has|been|will|would|adjourned|welcomed|opened|commenced|explained|reminded|drew|replaced|deputised"
    r"|took|replaced|attended the|presented to|met (?:at|in|on))\b"
)
# The council whose members follow ("Wendshire: Mrs A Bell, Mr C Dow")
_OWNER = regex(
    r"(?:^|(?<=[,;]\s))[A-Z][\w’'& -]{2,40}:\s++(?=(?:Cllr|Councillor|Alderm[ae]n|Mr|Mrs|Ms|Dr)s?\b)"
)
# The title of an item that stands below a list
_TITLE = regex(
    r"councillors?$|(?:actions?|apologies|declarations? of|minutes|matters arising)\b", re.IGNORECASE
)
# A reason in brackets behind a name ("(approved as she was abroad)")
_REASON = regex(r"\s\((?=[^)]*\b(?:was|were|is|had|has)\b)[^)]*\)")
# The comma lost behind a bracket ("Councillors A Bell (AB) C Dow (CD)", "Mr A Bell (Leader) Mr C Dow")
_COMMA_LOST = regex(r"(?<=\)):? (?=(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\b|(?:[A-Z][\w.’'-]* ){1,3}\()")
# "Mr A Bell & Mr C Dow (Clerk). Also: County Councillor E Fry"
_ALSO = regex(r"([\w)])\. Also:?\s(?=[A-Z])")
# "Councillor A Bell sent apologies." below the label
_SENT_APOLOGIES = regex(r"\s+(?:has |have )?(?:sent|gave|given|tendered)(?: \w+)? apologies\.?$")
_RECEIVED = regex(r"^(?:(?:had|have) been|was|were) received (?:and accepted )?from\s+")
_TELLS = regex(r"(?:The|There|It|This|All|No|An?)\s")
# An office without a name, or what opens a meeting above its first item
_OFFICE_ALONE = regex(
    r"(?:vice[- ])?chair(?:man|person|woman)? of\b|(?:co-?opted|independent|lay) members?$"
    r"|.{0,40}\b(?:remarks|announcements|prayers?|business)$",
    re.IGNORECASE,
)
SHARED_TITLE = regex(rf"(?:{COUNCILLORS}|aldermen)\.?(?=\s*[:\s]|$)", re.IGNORECASE)
_LABELLED_TITLE = regex(r"^(Councillor|Cllr|Alderman)(?:\s*:\s*|\s+[-–]\s+)")
# One person, and a post that names several things or a body ("Jo Bell - Governance & Scrutiny Officer")
_ONE_POSTED = regex(
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
    r"(?: [-–] (?!.*\b(?:and|&) (?:Cllr|Councillor|Mrs?|Ms|Dr)\b)[^,;]+"
    r"|, (?!Cllr|Councillor|Mrs? |Ms |Dr )(?=.*\b(?:Police|NHS|ICB|Council|Trust|University|Authority"
    r"|Healthwatch|Constabulary|Diocese|Executive)\b)[^,;]+)"
)
_SOMEBODY = regex(r"^(?:\d|[Dd]eclarations?\b)|\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|members?)\b")
_SEVERAL, _PAIR = regex(r"(?:\w+ )?(?:Councillors|Cllrs|Messrs)\b"), regex(r"[A-Z][\w’'-]+ and [A-Z][\w’'-]+")
# Posts with who holds them behind each ("Chief Executive (Mr A Bell), Director of Roads (Ms C Dow)")
_HOLDER = regex(r"\(((?:Mrs?|Ms|Miss|Dr|Prof(?:essor)?)\.?\s[A-Z][^()]{2,40})\)")
_HELD_BY = regex(r"\(((?:[A-Z]\.? ?){1,3}[A-Z][a-z][\w’'-]*)\)")
_FIGURES, _IN_BRACKETS = regex(r"\d|[a-z]: [A-Z]"), regex(r"\([^)]*\)")
_INITIALLED = regex(r"(?:[A-Z]\b\.? ?)+[A-Z][\w’'-]+")
PUBLIC = regex(
    r"(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|no) )?"
    r"(?:(?:members? of (?:the )?)?(?:public(?! (?:health|protection|realm|sector|transport))|press)"
    r"|residents?|parishioners?)\b",
    re.IGNORECASE,
)


def read_names(text: str, label: str) -> list[str]:
    """The names of a list in prose; a title or a group named in it holds until the next one."""
    names: list[str] = []
    if len(held := _HELD_BY.findall(text)) > 1 and len(held) == text.count("(") and POSTED.match(text):
        return [re.sub(r"\s+", " ", holder) for holder in held]
    told = "(M" in text and not is_titled(text)
    if told and (
        len(holders := _HOLDER.findall(text)) > 1 or (holders and text[-1] == ")" and POSTED.match(text))
    ):
        return [re.sub(r"\s+", " ", holder) for holder in holders]
    text = _RECEIVED.sub("", text).replace(" and, ", " and ")
    text = _ALSO.sub(r"\1, ", text)
    text = _COMMA_LOST.sub(", ", _REASON.sub("", text)) if "(" in text else text
    if _SENTENCE.search(text):
        if _TELLS.match(text):
            return names
        first, *own = re.split(r"(?<=[a-z]{3})(?<!Cllr)(?<!Cllrs)\.\s+(?=[A-Z])", text)
        text = ". ".join([first, *(part for part in own if not _SENTENCE.search(part))])
    text = re.sub(r",\s+the Clerk (?=(?:Mrs?|Ms|Miss|Dr)\b)", ", ", text)
    text = re.sub(r",?\s+and the Clerk\b", "", _OWNER.sub("", text.replace("Cyng/Cllr", "Cllr")))
    text = re.sub(r",\s?\(", " (", _IN_CHAIR.sub(" (in the Chair), ", text))
    text = _OFFICE_AFTER.sub(r" (\g<office>)", _OFFICE_BEFORE.sub(r"\g<name> (\g<office>)", text))
    text = _BETWEEN_GROUPS.sub(", ", _OFFICE_BEHIND.sub(r" (\g<office>)", text)).replace(" *", ", *")
    if not _SENTENCE.search(text):
        text = _FULL_STOPS.sub(", ", text)
    for name in _parts(_SENT_APOLOGIES.sub("", text), label):
        name = _LABELLED_TITLE.sub(r"\1 ", name)
        if group := _GROUP.match(name):
            label, name = "", name[group.end() :]
        shared = SHARED_TITLE.match(name)
        if shared and shared[0].casefold().endswith(("s", "men")):
            label, name = shared[0], name[shared.end() :].strip(" :")
        if label.casefold() == "aldermen" and not is_titled(name):
            name = f"Alderman {name}"
        if not (
            not name
            or name.islower()
            or name[:1].isdigit()
            or PUBLIC.match(name)
            or _SENTENCE.search(name)
            or _OFFICE_ALONE.match(name)
            or is_business(name)
            or "@" in name
            or _TITLE.match(name)
            or (_FIGURES.search(_IN_BRACKETS.sub("", name)) and not is_titled(name))
        ):
            names.extend(with_title([_ACCEPTED.sub("", name.strip(", "))], label))
    return names


def _is_one_person(text: str) -> bool:
    """Whether a titled name is followed by nobody else ("Mr A Bell, Principal Planner, Roads and Parks")."""
    first, *rest = text.split(", ")
    alone = is_titled(first) and not _SEVERAL.match(first) and " and " not in first and ";" not in text
    posts = rest and alone and not _PAIR.fullmatch(rest[0])
    return bool(posts) and not any(
        " " not in part or _SOMEBODY.search(part) or is_people(part) or _INITIALLED.match(part)
        for part in rest
    )


def _parts(text: str, label: str) -> list[str]:
    """A list divided into its names; one person with a post or a body behind them is not."""
    if _ONE_POSTED.fullmatch(text) or _is_one_person(text):
        return [text]
    titled = SHARED_TITLE.match(f"{label} ") is not None
    listed = split_names(text)
    return [name for part in listed for name in (split_names(part) if titled or is_titled(part) else [part])]
