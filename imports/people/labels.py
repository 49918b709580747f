"""The labels over lists of names in minutes ("Present:", "Apologies", "Officers in attendance")."""

from __future__ import annotations

import re
from typing import Literal

from imports.patterns import regex
from imports.words.names import is_titled

Kind = Literal["present", "substitutes", "apologies", "officers"]

COUNCILLORS = r"(?:(?:county|district|borough|parish) )?(?:councillors?|cllrs?)"
_WORDS: dict[Kind, str] = {
    "substitutes": r"(?:nominated |named )?sub(?:stitute)?s?(?: members?)?(?: present)?(?=\s*:|\s*$)",
    "apologies": r"apolog(?:ies|y)(?: for (?:absence|non-attendance))?"
    r"(?: were received from)?"
    r"|apologies received|absent|not present",
    "officers": r"officers? (?:(?:from|of)|present for) [^:]{3,80}(?=:)"
    r"|(?:members?|councillors?) (?:attending|in attendance|present) (?:in accordance with|under)"
    r" [^:]{3,80}(?=:)"
    r"|(?:council |authorised )?(?:other )?(?:officers?|staff|employees|observers)"
    r"(?: and (?:others|guests|partners))?"
    r"(?: in attendance| present)?"
    r"|(?:also )?(?:in attendance|present by invitation)(?: (?:virtually|remotely|online))?"
    r"|[a-z][\w ,&’'-]{2,60} staff(?=\s*:)|non-committee(?: members?(?: present)?)?"
    r"|(?:non-?members?|others?) (?:in attendance|attending|present)\b[^:;]{3,60}(?=[:;])"
    r"|(?:non-?members?|officials?|advis[eo]rs|other (?:members|councillors))(?: also)?(?: present"
    r"| in attendance| attending)?"
    r"|(?:also )?attending(?=\s*:)|also (?:present|in attendance|attending|attended)"
    r"(?: with the (?:agreement|permission|consent) of the chair(?:man|person)?)?"
    r"|others? (?:(?:members|councillors) )?(?:present|in attendance)"
    r"|(?:whole|part) of (?:the )?meeting"
    r"|(?:[a-z]+ ){0,3}clerk(?: to the council)?(?=\s*:)|(?:members of the )?public(?: present)?(?=\s*:)"
    r"|other (?:people|persons|attendees)(?: (?:present|in attendance))?"
    r"|representatives? (?:from|of) [\w ]{3,40} (?:in attendance|present)"
    r"|(?:by )?invit(?:ation|ees?|ed)|guests?|witnesses|partners(?: present)?"
    r"|(?:cabinet|portfolio|executive) (?:members?|holders?)(?: present| in attendance)?",
    "present": r"presiding"
    r"|(?:committee |board |panel |(?:non-)?voting |other |scrutiny |elected )?(?:members?|councillors?)"
    r"(?: of the (?:committee|panel|board))?(?: present| in attendance| attending)?"
    r"|present(?: were| in the chair)?|sederunt|membership|attendance(?: details)?"
    r"|attendees|those (?:attending|present)|(?:in the )?chair(?:man|person)?|vice[- ]chair(?:man|person)?"
    r"|(?:other )?(?:non-)?voting representatives"
    r"|(?:statutory |voting |non-voting )*co-?opt(?:ed|ees?)(?: members?| representatives?)*(?: present)?"
    r"(?: \([^)]{1,30}\))?"
    rf"|aldermen|(?:deputy )?lord mayor|added members?|(?:church|diocesan|parent governor"
    rf"|education) representatives?|{COUNCILLORS}",
}
_WELSH_FIRST = regex(
    r"^(?:(?:aelodau(?:'n| yn)? )?(?:presennol|bresennol)|ymddiheuriadau(?: am absenoldeb)?"
    r"|(?:hefyd )?yn bresennol|swyddogion(?: yn bresennol)?|y? ?cynghor(?:ydd|wyr))\s*/\s*",
    re.IGNORECASE,
)
_LABELS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, regex(rf"({words})\s*(?:[:;]\s*[-–—]?|[-–—]\s|(?={COUNCILLORS}\b)|$)", re.IGNORECASE))
    for kind, words in _WORDS.items()
)


# A label told from its list by its capitals alone ("APOLOGIES Mr A Bell")
_IN_CAPITALS = regex(
    r"(PRESENT|(?:ALSO )?IN ATTENDANCE|ALSO PRESENT|ABSENT|APOLOGIES(?: FOR ABSENCE)?|OFFICERS|SEDERUNT)"
    r"\s+(?=[A-Z][a-z.])"
)


def without_welsh(text: str) -> str:
    """A line without the Welsh of a label or a title given in both ("Presennol / Present")."""
    return _WELSH_FIRST.sub("", text) if "/" in text else text


def read_label(text: str) -> tuple[Kind, str, str] | None:
    """Read a line's label: what list it opens, the label as printed, and the rest of the line."""
    text = without_welsh(text)
    if capitals := _IN_CAPITALS.match(text):
        text = f"{capitals[1]}: {text[capitals.end() :]}"
    for kind, pattern in _LABELS:
        found = pattern.match(text)
        if found and not (
            kind == "present"
            and found.end() == found.end(1)
            and text[found.end() :].strip()
            and not is_titled(text[found.end() :])
        ):
            return kind, found[1], text[found.end() :].strip()
    return None
