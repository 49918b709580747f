"""Decisions and marked actions inside a minute, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from imports.layout.paragraphs import strip_bullet
from imports.model.minutes import MinuteAction
from imports.patterns import regex
from imports.words.names import is_people
from imports.words.sentences import split_sentences

if TYPE_CHECKING:
    from imports.layout.paragraphs import Paragraph

_LEAD = (
    r"(?:(?:and )?it was (?:then )?|and "
    r"|the (?:committee|board|panel|sub-committee|group|forum|members?) (?:unanimously )?)?"
)
# A label that opens a resolution. "Resolved" and "Agreed" in running prose are no label.
_LABEL = regex(
    rf"\s*+(?:{_LEAD}(?P<word>resolved|agreed|recommended|"
    r"recommendations?(?: to [\w ,&’'-]{3,60})?(?=:)|decisions?(?=\s*+(?:[:–—-]|$))|decision|decided|ordered)"
    r"(?: unanimously)?"
    r"(?: that(?=\s*+(?:[:–—-]|$)))?)"
    r"\s*+(?P<mark>[:;/–—-]+\s*[-–—]?|$)\s*+(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_UPPER = regex(
    r"\s*+(?P<lead>.{0,80}?)\b(?:RESOLVED|AGREED|RECOMMENDED|DECIDED"
    r"|ORDERED|(?<=[a-z] )(?:NOTED|APPROVED)(?! the following\b)(?=\s+[a-z]))\b(?: UNANIMOUSLY)?"
    r"(?:\s*+[:;–—-]|,(?=\s+that\b))*\s*+(?P<rest>\S.*)",
    re.DOTALL,
)
# A resolution told in a sentence further on ("... and RESOLVED to recommend approval.")
_WITHIN = regex(
    r"(?:(?<=[a-z)][.;]) Resolved"
    r"|(?:[.;] It was|,? and(?: it was)?|\b[Tt]he (?:Council|Committee|Board|Panel)|[.;] Council) RESOLVED)"
    r" (?P<rest>(?:to|that|as)\b[^.]+\.?)"
)
# A label that ends the sentence it stands in ("The Committee, having heard officers, AGREED:-")
_COLONS = frozenset(":–—/-")
_UPPER_LAST = regex(r"\b(?:RESOLVED|AGREED|RECOMMENDED|DECIDED)\s*(?:that|to)?\s*[:–—/-]+$")
# "Cabinet resolved to:" above the list, "Cabinet resolved to approve the minutes."
_BODY_LAST = regex(
    r"\s*(?:the )?(?:cabinet|council|committee|board|panel|executive) (?:unanimously )?"
    r"(?:resolved|agreed)(?: to| that)?\s*:-?",
    re.IGNORECASE,
)
_BODY_FIRST = regex(
    r"\s*(?:Cabinet|Council|Committee|Board|Panel|Executive) (?:unanimously )?resolved (?=(?:to|that)\b)"
)
_LIST_LEAD = regex(
    r"\b(?:committee|board|panel|council|cabinet|executive|forum|trust)(?: (?:then|also|thereafter"
    r"|accordingly"
    r"|unanimously))?\s*:?\s*-?$",
    re.IGNORECASE,
)
_RESOLVES = regex(r"\b(?:resolved|agreed)(?: to recommend\b[^:]{0,60})?\s*:\s*-?$", re.IGNORECASE)
_THAT_NEXT = regex(r"(?:(?:\(?[\d.]{1,6}[).]?|\([a-z]\)|[•●▪■◦○–—-])\s+)?(?:That|To)\b")
_DONE = regex(
    r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]?\s+(?:(?:noted|agreed|approved|endorsed|resolved|remitted"
    r"|instructed"
    r"|delegated|homologated|recommended|continued|authorised|requested|welcomed)\b)",
    re.IGNORECASE,
)
_INLINE = regex(
    r"\s*(?:it was (?:then |unanimously )?(?=resolved)"
    r"|the (?:[\w’-]+ ){0,4}?(?:committee|board|panel|council|cabinet|forum|authority) "
    r"(?:then |unanimously )?)?"
    r"(?:resolved|agreed)\s+(?P<rest>(?:that|to)\b.+)",
    re.IGNORECASE | re.DOTALL,
)
# All that is decided of some items; "AGREED" without a stop is a label.
_BARE = regex(r"\s*(?:NOTED\b|(?:AGREED|APPROVED|ENDORSED)(?=\.))\.?\s*")
_SECONDED = regex(
    r"\s*+(?:(?:it was |on being )?(?:proposed|moved) by .{3,80}|on (?:the )?(?:proposal|motion) of .{3,80})?"
    r"seconded by .{3,60}?\b(?:and )?(?:it was )?(?:unanimously )?(?:agreed|resolved|carried)"
    r"(?:\s*[:–-]\s*|\s+(?=that\b))(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BARE_APPROVAL = regex(
    r"\s*that the (?:\w+ ){0,3}minutes\b.+\b(?:approved|agreed|confirmed|signed|accepted)\b",
    re.IGNORECASE | re.DOTALL,
)
# What leads to a list of decisions and decides nothing ("(unanimously) that:", "That the Panel:").
_LEAD_IN = regex(
    r"(?:\(?unanimously\)?\s*+|\([^()]{0,40}\b(?:votes?|unanimous|nem\.? ?con|abst\w+)\b[^()]{0,30}\)\s*+)?"
    r"(?:that|to)?(?:\s*+the (?:[\w,&'’-]+ ){0,9}?(?:committee|panel|board|commission"
    r"|cabinet|members|council|authority|forum|group))?(?:\s*+recommend(?:s|ed)?)?"
    r"\s*+:?\s*+(?:\(to [^()]{3,30}\))?\s*+:?\s*+[-–]?",
    re.IGNORECASE,
)
_PART = regex(r"\s*+(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]|[•●▪■◦○–—-])\s++\S", re.IGNORECASE)
_MARK_ALONE = regex(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[).]")
_BARE_PART = regex(r"\d{1,2}\s+[A-Z][a-z]")
_MARK = regex(
    r"(?:^|(?<=[;.:]\s)|(?<=and\s)|(?<=\s)(?=\(?\w{1,2}[).]\s+(?:That|To)\b))\(?(\d{1,2}|[a-h])[).]\s+(?=\S)"
)
_NUMBER = regex(r"\A\s*\d{1,3}(?:\.\d{1,3})?\.?\s+")
_THAT = regex(r"\s*(?:that|to|the)\b", re.IGNORECASE)
# "Action SH, NT and KW", with no mark between
ACTION_FOR = r"(?:ACTIONS?|Actions?) (?P<initials>[A-Z]{2,4}(?:(?:,| and|\s?[&/]),?\s?[A-Z]{2,4})*)\.?"
_ACTION = regex(
    r"[(\[]\s*(?:ACTIONS?|Actions?)"
    r"(?:(?:\s+(?:by|for))?\s*[-–—:;]\s*(?P<inside>[^()\[\]]{1,160}))?[)\]]"
    r"|(?:^|(?<=[\s.]))(?:ACTIONS?(?: (?:BY|FOR|POINT))?\s*\d*|Actions?(?: (?:by|for"
    r"|point))?\s*[\d.]*)\s*[:–—]\s*(?P<after>[^\n]{1,240})"
    rf"|(?:^|(?<=[\s.])){ACTION_FOR}$"
    r"|(?P<whose>(?:(?:Cllr|Councillor|Alderman|Mr|Mrs|Ms|Miss|Dr) [A-Z][\w’'-]+|[A-Z]{2,4}|The Clerk|Clerk))"
    r" to action\b"
)
_ACTIONS = regex(
    r"(?:agreed |further )?actions?(?: points?| agreed| arising| required)?"
    r"(?:\s*/\s*further information(?: to be provided)?)?\s*:|ACTIONS?",
    re.IGNORECASE,
)
_TO_DO = regex(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+|[•●▪–-]\s+")
_MARKED_AGAIN = regex(r"\b(?:ACTION|Action)s?(?: by)?\s*[:–-]\s*(\S.{0,60})$")
_LAST_BRACKET = regex(r"\(([^()]{2,60})\)\W*$")
_INITIALS = regex(r"[A-Z]{2,4}(?:\s*[/&,]\s*[A-Z]{2,4})*")
_TO_ACT = regex(r"(?:The )?[A-Z][\w’'./& -]{1,40}? (?:to|will) [a-z]")
_OWNER_END = regex(r"\s+(?:to|will|shall|by|for)\s+|[.,;:](?:\s|$)|\s+[-–—]\s+")


def read_resolutions(paragraphs: Sequence[Paragraph], title: str) -> tuple[str, ...]:
    """Quote what was resolved under one item, part by part where the parts are numbered."""
    found: list[str] = []
    taking = False
    for at, paragraph in enumerate(paragraphs):
        text = _NUMBER.sub("", paragraph.text, count=1) if not _PART.match(paragraph.text) else paragraph.text
        opened = "" if _leads_list(text, paragraphs[at + 1 : at + 2]) else _opens(text)
        if opened is not None:
            taking = (
                opened.casefold().endswith((":", ":-", "to", "that"))
                or _LEAD_IN.fullmatch(opened) is not None
                or _PART.match(opened) is not None
                or _unfinished(opened)
            )
            led = taking and (_LEAD_IN.fullmatch(opened) or _introduces(opened, paragraphs[at + 1 : at + 2]))
            if opened and not led:
                found.extend(split_parts(opened))
        elif taking and (_LEAD_IN.fullmatch(paragraph.text) or _MARK_ALONE.fullmatch(paragraph.text)):
            continue
        elif taking and (
            _PART.match(paragraph.text)
            or _BARE_PART.match(paragraph.text)
            or _THAT.match(paragraph.text)
            or not found
            or _unfinished(found[-1])
        ):
            found.extend(split_parts(paragraph.text))
            taking = (
                bool(_PART.match(paragraph.text) or _BARE_PART.match(paragraph.text))
                or _unfinished(paragraph.text)
                or _THAT.match(paragraph.text) is not None
            )
        elif "minutes" in title.casefold() and _BARE_APPROVAL.match(text):
            found.append(text.strip())
            taking = False
        else:
            taking = False
    return tuple(strip_bullet(part) or part for part in found)


def _opens(text: str) -> str | None:
    """What follows a resolution's label ("" where it stands alone); None where there is no label."""
    if _BARE.fullmatch(text):
        return text.strip()
    label = _LABEL.match(text)
    if label and (label["mark"].strip() or not label["rest"]):
        if label["word"].casefold() in ("agreed", "decision", "recommended") and not label["mark"].strip():
            return (
                ""
                if not label["rest"] and text.strip().casefold() in ("agreed", "decision", "recommended")
                else None
            )
        return label["rest"].strip()
    if (inline := _INLINE.match(text)) and not inline["rest"].startswith("TO "):
        return inline["rest"].strip()
    if seconded := _SECONDED.match(text):
        return seconded["rest"].strip()
    if (text[-1:] in _COLONS and _UPPER_LAST.search(text)) or _BODY_LAST.fullmatch(text):
        return ""
    if body := _BODY_FIRST.match(text):
        return text[body.end() :].strip()
    upper = _UPPER.match(text)
    if upper and not text.isupper():
        rest = upper["rest"].strip()
        verb = rest[:1] in ",." or rest.split()[0].isupper() or "NOTED" in text or "APPROVED" in text
        return text.strip() if verb and not _PART.match(rest) else rest
    within = _WITHIN.search(text) if "RESOLVED" in text or " Resolved " in text else None
    return within["rest"] if within else None


def _leads_list(text: str, following: Sequence[Paragraph]) -> bool:
    """Whether a paragraph leads to decisions that each say themselves what was done ("i. NOTED ...")."""
    if not following:
        return False
    below = following[0].text
    return bool(
        (_DONE.match(below) and _LIST_LEAD.search(text))
        or (_THAT_NEXT.match(below) and _RESOLVES.search(text))
    )


def _introduces(opened: str, following: Sequence[Paragraph]) -> bool:
    """Whether words behind a label only lead to the list of what was decided below them."""
    if not following or not opened.endswith(":") or _THAT.match(opened) or _PART.match(opened):
        return False
    return _PART.match(following[0].text) is not None


def _unfinished(text: str) -> bool:
    return text.rstrip().endswith((":", ";", ",", ":-", "; and", " and"))


def split_parts(text: str) -> list[str]:
    """Divide "(1) that …; (2) that …" where the numbers count on."""
    marks = list(_MARK.finditer(text))
    keys = [m[1] for m in marks]
    if keys[:2] not in (["1", "2"], ["a", "b"]):
        return [text]
    starts = [m.start() for m in marks]
    parts = [text[: starts[0]], *(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))]
    return [part.strip() for part in parts if part.strip()]


def read_listed_actions(paragraphs: Sequence[Paragraph]) -> Iterator[MinuteAction]:
    """The actions of a list headed "Actions:", each with who is to do it."""
    listing = first = False
    for paragraph in paragraphs:
        mark = _TO_DO.match(paragraph.text)
        if listing and (mark or first):
            text = paragraph.text[mark.end() :] if mark else paragraph.text
            if not _ACTION.search(text):  # else it is read as one already
                yield MinuteAction(text, _owner(text), paragraph.page)
            first = False
        else:
            listing = first = _ACTIONS.fullmatch(paragraph.text) is not None


def _owner(words: str) -> str | None:
    """Who is to act, by the words of an action: named in brackets at its end, or first."""
    if again := _MARKED_AGAIN.search(words):
        words = again[1]
    if _INITIALS.fullmatch(words):
        return words
    last = _LAST_BRACKET.search(words)
    if last and (_INITIALS.fullmatch(last[1]) or is_people(last[1])):
        return last[1]
    owner = _OWNER_END.split(words, maxsplit=1)[0].strip()
    return owner if owner and len(owner) <= 60 and owner.removeprefix("the ")[:1].isupper() else None


def _several(words: str) -> list[str]:
    """The actions told one behind the other, a sentence each ("Clerk to write. Cllr Bell to ask.")."""
    told = split_sentences(words)
    return told if all(_TO_ACT.match(one) for one in told) else []


def read_actions(paragraph: Paragraph, number: str | None) -> tuple[MinuteAction, ...]:
    """Quote the actions marked in a paragraph, each with the sentence it stands behind."""
    actions: list[MinuteAction] = []
    start = 0
    if "ction" not in paragraph.text and "CTION" not in paragraph.text:
        return ()
    for found in _ACTION.finditer(paragraph.text):
        words = (found["inside"] or found["after"] or found["initials"] or found["whose"] or "").strip()
        before = paragraph.text[start : found.start()].rstrip()
        if found["after"] and len(several := _several(found["after"])) > 1:
            actions.extend(MinuteAction(one, _owner(one), paragraph.page, number) for one in several)
            start = found.end()
            continue
        sentence = split_sentences(before)[-1] if before.strip() else ""
        text = f"{sentence} {found[0].strip()}".strip()
        actions.append(MinuteAction(text, _owner(words), paragraph.page, number))
        start = found.end()
    return tuple(actions)
