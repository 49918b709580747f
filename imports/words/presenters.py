"""Who presents an agenda item: the people or posts printed beside, under, before or inside its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from imports.patterns import regex
from imports.words.names import GIVEN_NAMES, HONORIFIC, is_people, is_titled, split_names

_RANK = (
    r"(?:(?:interim|acting|assistant|deputy|executive|strategic|corporate|associate|group|service|joint"
    r"|senior|"
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
    r"|(?-i:(?:[A-Z][a-z]+ ){1,3}(?:Director|Commissioner|Manager)))\b(?P<rest>[^.;:]*)",
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
"""
_SUBJECT = frozenset(_SUBJECT_WORDS.split())
_NAME_WORD = regex(
    r"(?:[A-Z]\.?|(?:Mc|Mac|O['’]|D['’])?[A-Z][a-zà-ÿ]++(?:['’-][A-Z]?[a-zà-ÿ]++)*+|de|van|von|der|la|al)"
)
_LABEL = regex(
    r"\(?\s*+(?:presented by|presenters?|lead officers?|report(?:ing)? (?:author|officer)s?|report authors?"
    r"|contact officers?|owners?"
    r"|responsible officers?|officer contacts?|leads?|officers?|speakers?|contributors?|witness(?:es)?"
    r"|lead members?"
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
    r"(?P<tail>\s*+(?:\([A-Z]{1,4}\d+[^)]*\)|\((?:copy |herewith|attached|enclosed|to follow|pages?)[^)]*\)"
    r"|,?\s*+(?:is |are )?(?:attached|enclosed|to follow|herewith|circulated)(?: herewith)?)*+\s*+\.?\)?)$"
)
_REPORT_OF_ON = regex(
    r"(?i:(?:joint |verbal |oral )*report (?:of|by|from) (?:the )?)(?P<who>[A-Z][^.;]*?)(?<!\s)"
    r"(?=\s++(?:on|setting|regarding|concerning|which|that|to|outlining|providing|detailing|seeking"
    r"|presenting|about|[a-z]+ing)\b)"
)
_WILL_PRESENT = regex(
    r"\(?(?P<who>[A-Z][^.;:]{4,80}?)\s+(?:will|to|is to) "
    r"(?:present|introduce|attend|report|give|speak|update)\b"
)
_TOLD_BY = regex(
    r"\s[-–—]\s.*\b(?:presented by|(?:report|update|presentation|briefing) (?:by|from|of))\s+(?:the\s)?"
    r"(?P<who>[^.;:]{4,90})$",
    re.IGNORECASE,
)
_LEADING_BRACKET = regex(r"^\((?P<who>[^()]{4,80})\)\s+(?=[A-Z])")
_LAST_BRACKET = regex(r"\s\((?P<who>[^()]{5,80})\)$")
# A body somebody comes from, printed behind the name.
_BODY = regex(r"\b(?:Trust|Board|Council|NHS|Police|Partnership|Healthwatch|ICB|University|Ltd|plc)$")
_S151 = regex(r"\bs(?:ection|\.)?\s?151\b", re.IGNORECASE)
_EVERYBODY = regex(
    r"(?:(?:members|officers|councillors|co-?optees|and|or|by|from|the|all)\b\W*)+", re.IGNORECASE
)
_NAME_AND_POST = regex(r"^([^,(]+),\s*([^(]+)$")
_ENDS_TITLE = regex(
    r"(?:report|update|plan|strategy|monitoring|programme|review|statement|framework|pathway|budget|minutes"
    r"|performance|absence|interests?|questions|policy|tracker|contract|improvement|meetings?"
    r"|\d{4}(?:[/–-]\d+)?)",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset(
    ["and", "of", "for", "the", "to", "de", "van", "von", "der", "la", "with", "s", "in", "responsibility"]
)
_ATTACHED = regex(r"^report (?:is )?(?:attached|enclosed|to follow)\.\s+(?=\w)", re.IGNORECASE)
_PHONE = regex(r"(?<=\w)\s+(?:tel\S*\s*)?\(?0\d[\d ()-]{8,14}$", re.IGNORECASE)
_SPLIT = regex(r"\s*(?:/|;|\n)\s*")
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
    return bool(parts) and all(_is_person(part, known) or is_post(part) for part in parts)


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


def is_business(text: str) -> bool:
    """Whether a text in capitals is of the words of business and no name ("UNRESTRICTED ITEMS")."""
    return text.isupper() and any(word.casefold() in _SUBJECT for word in text.split())


def _is_person(text: str, known: frozenset[str]) -> bool:
    """Whether a text is one name; looser than in prose, for a text known to stand apart."""
    text = re.sub(r"\s*\([^)]*\)", "", text).strip()
    if text.casefold() in known or (is_titled(text) and len(text.split()) <= 6):
        return True
    words = re.sub(rf"^(?:{HONORIFIC}\s+)+", "", text).split()
    if not 2 <= len(words) <= 4 or any(word.casefold() in _SUBJECT for word in words):
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
                names.append(_NAME_AND_POST.sub(r"\1 (\2)", name))
    return names


def find_presenters(paragraph: str, known: frozenset[str]) -> tuple[list[str], str]:
    """Read a paragraph of an item's description: the presenters it names, and what else it says.

    Understands "Report of the Director of Finance", "Lead officer: Jo Bloggs" and a post in brackets
    before the description.
    """
    paragraph = _PHONE.sub("", _ATTACHED.sub("", paragraph))
    match = _LABEL.match(re.sub(r"^\((.*)\)$", r"\1", paragraph))
    if match and is_presenters(match["who"], known):
        return read_presenters(match["who"]), ""
    if match and (named := _named_first(match["who"], known)):
        return named, ""
    if match and len(labels := _NEXT_LABEL.split(paragraph)) > 1:
        told = [label["who"].strip(" .,;") for part in labels if (label := _LABEL.match(part))]
        if len(told) == len(labels) and all(is_presenters(who, known) for who in told):
            return [name for who in told for name in read_presenters(who)], ""
    if match := _REPORT_OF.match(paragraph):
        who = match["who"].strip(" ,(")
        who += ")" * (who.count("(") > who.count(")"))
        if is_post(who) or is_presenters(who, known):
            return [who] if is_post(who) else read_presenters(who), ""
    if match := _REPORT_OF_ON.match(paragraph):
        who = match["who"].strip()
        if is_post(who) or is_presenters(who, known):
            return [who], paragraph
    match = _WILL_PRESENT.match(paragraph)
    if match and not _EVERYBODY.fullmatch(match["who"]) and is_presenters(match["who"], known):
        return read_presenters(match["who"]), paragraph
    match = _LEADING_BRACKET.match(paragraph)
    if match and is_presenters(match["who"], known):
        return read_presenters(match["who"]), paragraph[match.end() :]
    return [], paragraph


def _named_first(who: str, known: frozenset[str]) -> list[str]:
    """The people behind a label whose posts are told in words of any case ("Jo Hale, director, finance")."""
    parts = [
        part.strip(" ,.").replace(" (", ", ").replace(")", "").partition(", ") for part in _SPLIT.split(who)
    ]
    told = all(
        _is_person(name, known) and len(post) <= LONGEST_POST and "." not in post for name, _, post in parts
    )
    return [f"{name} ({post})" if post else name for name, _, post in parts] if told else []


def split_bracketed(title: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """Take from a title the people or the post in brackets at its end; other brackets stay."""
    found = _LAST_BRACKET.search(title)
    if found is None or _EVERYBODY.fullmatch(found["who"]) or not is_presenters(found["who"], known):
        return title, []
    name, comma, post = found["who"].partition(", ")
    posted = bool(comma) and is_post(post) and _is_person(name, known)
    sure = posted or is_titled(found["who"]) or is_post(found["who"]) or is_people(found["who"], known)
    return (title[: found.start()], read_presenters(found["who"])) if sure else (title, [])


def split_dashed(title: str, known: frozenset[str]) -> tuple[str, list[str]]:
    """Take from a title the people behind a dash at its end ("Bus Services - Jo Hale and Sam Roe")."""
    head, dash, tail = title.rpartition(" – " if " – " in title else " - ")
    if dash and is_people(tail, known) and all(_is_person(part, known) for part in read_presenters(tail)):
        return head.rstrip(), read_presenters(tail)
    told = _TOLD_BY.search(title)
    who = told["who"].strip() if told else ""
    named = bool(who) and is_presenters(who, known)
    if named and (is_post(who) or any(_is_person(part, known) for part in read_presenters(who))):
        return title, read_presenters(who)  # its words are a part of the title
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
        return not any(word.casefold() in _SUBJECT for word in tail.split()[1:])
    if before.isupper() and len(before) > 2 and not tail.isupper():
        return True
    given = first.split()[0].casefold() in GIVEN_NAMES
    if given and _ENDS_TITLE.fullmatch(before):
        return True
    return given and before[:1].islower() and before.casefold() not in ("in", "on", "the", "at", "a", "an")


def unique(names: Sequence[str]) -> tuple[str, ...]:
    """The names without repetition, in order."""
    return tuple(dict.fromkeys(name for name in names if name))
