"""Who presents an agenda item: the people or posts printed beside, under, before or inside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imports.patterns import regex
from imports.words.names import HONORIFIC, is_people, is_titled, split_names

_RANK = (
    r"(?:(?:interim|acting|assistant|deputy|executive|strategic|corporate|associate|group|service|joint"
    r"|senior|co-opted|independent|"
    r"principal|lead|chief|managing|operational|programme|the)\s+)*"
)
_POST = regex(
    rf"{_RANK}(?:director|head|(?:monitoring|section 151|s\.?151|finance|executive|legal|operating|financial"
    rf"|planning"
    r"|scrutiny|committee|democratic services|governance|policy|statutory scrutiny) (?:officer|advis[eo]r"
    r"|manager)"
    r"|(?:police,? (?:fire,? )?and crime )?commissioner"
    r"|chief (?:executive|officer|constable|\w+ officer)|solicitor|general counsel|auditor"
    r"|(?:(?:town|parish|community|borough) )?clerk|leader"
    r"|chair(?:man|person"
    r"|woman)?"
    r"|vice[- ]chair(?:man|person|woman)?|cabinet member|portfolio holder|lead member|executive member"
    r"|all(?: members)?"
    r"|democratic services|\w+ manager|\w+ officer|officers?"
    r"|(?-i:(?:[A-Z][a-z]+ ){1,3}(?:Director|Commissioner|Manager|Auditor)))\b(?P<rest>[^.;:]*)",
    re.IGNORECASE,
)
_SUBJECT_WORDS = """
    action actions agenda annual any appendix approval attached board budget business cabinet care
    centre chair charter children city closed committee community confidential council councillor county
    decision decisions delivery discussion district draft education enclosed executive exempt exempted
    final finance financial follow for forum forward framework health house housing improvement
    information inquiry item items joint key local meeting members minutes monitoring new none note
    notice notices noting open oral overview page panel paper papers part partnership performance plan
    planning policy presentation press private programme progress project proposal public quality
    quarter question questions receive recommendation recommendations report reports response review
    road safeguarding school schools scrutiny service services session social standing statement
    strategy street supplementary survey task team the to transport update updates urgent verbal
    verbally work working workplan written year youth
    fire hospital nhs police rescue trust
"""
SUBJECT_WORDS = frozenset(_SUBJECT_WORDS.split())
_NAME_WORD = regex(
    r"(?:[A-Z]\.?|(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]++(?:['’-][A-Z]?[a-zà-ÿ]++)*+|de|van|von|der|la|al)"
)
_LABEL = regex(
    r"\(?\s*+(?:presented by|presenters?|lead officers?|report(?:ing)? (?:author|officer)s?|report authors?"
    r"|contact officers?|owners?"
    r"|responsible officers?|officer contacts?|leads?|officers?|speakers?|contributors?|contacts?"
    r"|witness(?:es)?|lead members?"
    r"|introduced by|to be presented by|report by|authors?)(?:\s*+[:\-–]"
    r"|(?<=ed by)(?=\s))\s*+(?P<who>.*\S)\s*$",
    re.IGNORECASE,
)
_NEXT_LABEL = regex(
    r"(?<!\s)[.;,]?\s++(?=(?:lead|responsible|report|contact|executive|cabinet)"
    r" (?:officers?|members?|authors?)\s*:)",
    re.IGNORECASE,
)
_REPORT_OF = regex(
    r"\(?(?i:(?:the )?(?:joint |verbal |oral |written |update |presentation )*(?:report|presentation|update"
    r"|briefing|paper)s?"
    r" (?:of|by|from|prepared by|presented by) (?:the )?)(?P<who>[A-Z][^.;]*?)(?<!\s)"
    r"(?P<tail>\s*+(?:\([A-Z]{1,6}/?\d+[^)]*\)|\((?:copy |herewith|attached|enclosed|to follow|pages?)[^)]*\)"
    r"|,?\s*+(?:is |are )?(?:attached|enclosed|to follow|herewith|circulated)(?: herewith)?)*+\s*+\.?\)?)$"
)
_REPORT_OF_ON = regex(
    r"(?i:(?:submit(?:ted)? )?(?:joint |verbal |oral )*report (?:of|by|from) (?:the )?)"
    r"(?P<who>[A-Z][^.;]*?)(?<!\s)"
    r"(?=\s++(?:on|setting|regarding|concerning|which|that|to|outlining|providing|detailing|seeking"
    r"|presenting|about|[a-z]+ing)\b)"
)
_WILL_PRESENT = regex(
    r"\(?(?P<who>[A-Z][^.;:]{4,80}?)\s+(?:will|to|is to) "
    r"(?:present|introduce|attend|report|give|speak|update)\b"
)
_INVITED = regex(
    r"\bha(?:s|ve) invited (?P<who>[A-Z][^.;:]{4,160}?),? to (?:present|attend|introduce|give|speak|report)\b"
)
_TO_CONSIDER = regex(
    r"To (?:consider|receive|note) an? (?:verbal |oral |joint )?(?:report|update|presentation) "
    r"(?:by|from|of) (?P<who>[A-Z][^.;]{4,90})\."
)
_AND_THE = regex(r",? and the (?=[A-Z])")
_LEADING_BRACKET = regex(r"^\((?P<who>[^()]{4,80})\)\s+(?=[A-Z])")
# A body somebody comes from, printed behind the name.
_BODY = regex(r"\b(?:Trust|Board|Council|NHS|Police|Partnership|Healthwatch|ICB|University|Ltd|plc)$")
_S151 = regex(r"\bs(?:ection|\.)?\s?151\b", re.IGNORECASE)
EVERYBODY = regex(
    r"(?:(?:members|officers|councillors|co-?optees|and|or|by|from|the|all)\b\W*)+", re.IGNORECASE
)
_NAME_AND_POST = regex(r"(?P<name>[^,(]+),\s*(?P<post>[^(]+)(?:\s\((?P<aside>[^()]+)\))?")
_SMALL_WORDS = frozenset(
    ["and", "of", "for", "the", "to", "de", "van", "von", "der", "la", "with", "s", "in", "responsibility"]
)
_ATTACHED = regex(r"^report (?:is )?(?:attached|enclosed|to follow)\.\s+(?=\w)", re.IGNORECASE)
_PHONE = regex(r"(?<=\w)\s+(?:[-–]\s+)?(?:tel\S*\s*)?\(?0\d[\d ()-]{8,14}$", re.IGNORECASE)
_SPLIT = regex(r"\s*(?:/|;|\n)\s*")
# How to reach somebody ("on 0161 496 0000 or email: ...").
_REACHED = regex(r"[,;]?\s(?:(?:on|at|via|or|tel\S*|[-–])\s)?(?:\(?0\d|e-?mail\b|\S+@).*$", re.IGNORECASE)
# A post's first words, which the next line of a narrow column ends ("Chief Internal" over "Auditor").
_RANK_FIRST = regex(
    r"(?:Chief|Head|Deputy|Assistant|Interim|Acting|Senior|Principal|Corporate|Strategic|Service) "
)
LONGEST_POST = 90


def is_presenters(text: str, known: frozenset[str]) -> bool:
    """Whether a text that stands by itself names people or posts and nothing else.

    Args:
        text: a paragraph or a cell.
        known: the names of people met elsewhere in the document, in lower case.
    """
    text = text.strip(" ,;")
    if not 3 <= len(text) <= 220 or text.endswith((".", ":", "?")):
        return False
    if any(map(str.isdigit, _S151.sub("", text))):
        return False
    if any(word.islower() and word not in _SMALL_WORDS for word in re.findall(r"[^\W\d_]+", text)):
        return False
    if is_people(text, known):
        return True
    parts = [part for part in read_presenters(text) if part]
    return bool(parts) and all(is_person(part, known) or is_post(part) for part in parts)


def names_presenter(text: str) -> bool:
    """Whether a line says by a label of its own who presents ("Owner: Scrutiny Support")."""
    return _LABEL.match(text) is not None


def is_post(text: str) -> bool:
    """Whether a text is the title of a post ("Director of Public Health"), or Chair, Clerk, All."""
    match = _POST.match(text)
    if match is None or match.end() < len(text.rstrip()) or len(text.split()) > 14:
        return False
    words = re.findall(r"[^\W\d_][\w'’]*", match["rest"])
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def begins_post(text: str) -> bool:
    """Whether a line begins a post, and so is no name ("Chief Internal")."""
    return _RANK_FIRST.match(text) is not None


def is_business(text: str) -> bool:
    """Whether a text in capitals is of the words of business and no name ("UNRESTRICTED ITEMS")."""
    return text.isupper() and any(word.casefold() in SUBJECT_WORDS for word in text.split())


def is_person(text: str, known: frozenset[str]) -> bool:
    """Whether a text is one name; looser than in prose, for a text known to stand apart."""
    text = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if text.casefold() in known or (is_titled(text) and len(text.split()) <= 6):
        return True
    words = re.sub(rf"^(?:{HONORIFIC}\s+)+", "", text).split()
    if not 2 <= len(words) <= 4 or any(word.casefold() in SUBJECT_WORDS for word in words):
        return False
    return all(_NAME_WORD.fullmatch(word) for word in words)


def read_presenters(text: str) -> list[str]:
    """Divide a list of presenters; a post, or a body, printed after a name goes into brackets behind it."""
    names: list[str] = []
    for part in _SPLIT.split(text.strip(" ,;")):
        found = split_names(part)
        if ";" in text and len(found) == 2 and "(" not in part:
            found = [", ".join(found)]
        for name in found:
            told = is_post(name) or _BODY.search(name) is not None
            if names and told and not is_post(names[-1]) and "(" not in names[-1]:
                names[-1] = f"{names[-1]} ({name})"
            else:
                posted = _NAME_AND_POST.fullmatch(name)
                post = ", ".join(filter(None, posted.group("post", "aside"))) if posted else ""
                names.append(f"{posted['name']} ({post})" if posted else name)
    return names


def find_presenters(paragraph: str, known: frozenset[str]) -> tuple[list[str], str]:
    """Read a paragraph of an item's description: the presenters it names, and what else it says.

    Understands "Report of the Director of Finance", "Lead officer: Jo Bloggs" and a post in brackets
    before the description.
    """
    paragraph = without_phone(_ATTACHED.sub("", paragraph))
    match = _LABEL.match(re.sub(r"^\((.*)\)$", r"\1", paragraph))
    if match:
        who = _REACHED.sub("", match["who"])
        if named := read_presenters(who) if is_presenters(who, known) else _named_first(who, known):
            return named, ""
    if match and len(labels := _NEXT_LABEL.split(paragraph)) > 1:
        told = [label["who"].strip(" .,;") for part in labels if (label := _LABEL.match(part))]
        if len(told) == len(labels) and all(is_presenters(who, known) for who in told):
            return [name for who in told for name in read_presenters(who)], ""
    if match := _REPORT_OF.match(paragraph):
        who = match["who"].strip(" ,(")
        who += ")" * (who.count("(") > who.count(")"))
        if len(posts := _AND_THE.split(who)) > 1 and all(map(is_post, posts)):
            return posts, ""
        if is_post(who) or is_presenters(who, known):
            return [who] if is_post(who) else read_presenters(who), ""
    if match := _REPORT_OF_ON.match(paragraph):
        who = match["who"].strip(" ,")
        if is_post(who) or is_presenters(who, known):
            return [who], paragraph
    match = _TO_CONSIDER.fullmatch(paragraph)
    if match and is_presenters(match["who"], known) and not is_post(match["who"]):
        return read_presenters(match["who"]), paragraph
    match = _WILL_PRESENT.match(paragraph)
    if match and not EVERYBODY.fullmatch(match["who"]) and is_presenters(match["who"], known):
        return read_presenters(match["who"]), paragraph
    match = _INVITED.search(paragraph) if "invited" in paragraph else None
    if match and is_presenters(match["who"], known):
        return read_presenters(match["who"]), paragraph
    match = _LEADING_BRACKET.match(paragraph)
    if match and is_presenters(match["who"], known):
        return read_presenters(match["who"]), paragraph[match.end() :]
    return [], paragraph


def without_phone(text: str) -> str:
    """A text without the telephone number it ends with."""
    return _PHONE.sub("", text)


def _named_first(who: str, known: frozenset[str]) -> list[str]:
    """The people behind a label whose posts are told in words of any case ("Jo Hale, director, finance")."""
    parts = [
        part.strip(" ,.").replace(" (", ", ").replace(")", "").partition(", ") for part in _SPLIT.split(who)
    ]
    told = all(
        is_person(name, known) and len(post) <= LONGEST_POST and "." not in post for name, _, post in parts
    )
    return [f"{name} ({post})" if post else name for name, _, post in parts] if told else []


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names without repetition, in order."""
    return tuple(dict.fromkeys(name for name in names if name))
