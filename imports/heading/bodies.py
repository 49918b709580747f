"""The name of a body as it is shown: without what stands around it, and in full where a paper has it."""

from __future__ import annotations

import re

from imports.heading.entries import COUNCIL_FIRST
from imports.patterns import regex

_DOCUMENT = regex(r"\s+[-–|]\s+(?:record of )?(?:agenda|minutes|decisions?|notice of)\b.*$", re.IGNORECASE)
_OF_COUNCIL = regex(
    r"(?:(?<=committee)|(?<=panel)|(?<=board)|(?<=commission)"
    r"|(?<=forum)) of (?:the )?(?!the\b)[\w ,&'’-]{3,60} (?:council|authority)$",
    re.IGNORECASE,
)
_OCCASIONS = r"(?i:annual|extraordinary|special|ordinary|full|the|next)\b"
_NO_PLACE = r"(?i:all|members?|council|business|councillors?|meeting|clerk|chair\w*|agenda|minutes|notice)\b"
_UNNAMED = regex(
    rf"(?:{_OCCASIONS}\s+)*(?P<council>(?:parish|town|community) council)(?: meeting)?", re.IGNORECASE
)
_LINKS = r"(?:(?:of|in|the|with|and|&|on|upon|cum)\s+)*"
WELSH = regex(r"(?:pwyllgor|bwrdd|cyngor|is-bwyllgor|cyd-bwyllgor)\b", re.IGNORECASE)

# A body's own word that the end of a line divided, the lines joined ("COM-MITTEE").
_DIVIDED = regex(
    r"\b(?P<a>commit|commis|com|coun|au)[-\u2010](?P<b>mittee|tee|mission|sion|cil|thority)\b",
    re.IGNORECASE,
)


def undivided(text: str) -> str:
    """A text whose words for a body are whole where the end of a line divided them."""
    return _DIVIDED.sub(r"\g<a>\g<b>", text)


def tidy_body(text: str) -> str:
    """A body's name without the council's before or behind it and the sort of paper."""
    text = _DOCUMENT.sub("", re.sub(r"\s+", " ", text).strip(" .,:;-–"))
    text = COUNCIL_FIRST.sub("", _OF_COUNCIL.sub("", text))
    return re.sub(r"^the (?=[A-Z])", "", text, flags=re.IGNORECASE)


def normal_case(name: str, whole: str) -> str:
    """A name printed in capitals as it is written elsewhere in the document, where it is."""
    if not name.isupper():
        return name
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    for match in re.finditer(pattern, whole, re.IGNORECASE):
        found = re.sub(r"\s+", " ", match[0])
        if not found.isupper() and found[0].isupper():
            return found
    return name


def name_council(body: str, whole: str) -> str:
    """A parish's council by its name, where the words that tell whose meeting it is say only what it is.

    Args:
        body: as read; returned as it is where it names a place or is no parish's council.
        whole: the words above the agenda, where the name may stand ("All Members of Elm Parish Council").
    """
    if (kind := _UNNAMED.fullmatch(body)) is None:
        return body
    place = rf"(?!{_OCCASIONS}|{_NO_PLACE})[A-Z][\w.'’&-]*\s+{_LINKS}"
    named = re.search(rf"\b(?:{place}){{1,4}}(?i:{kind['council']})\b", whole)
    return re.sub(r"\s+", " ", named[0]) if named else kind["council"]


def in_english(name: str) -> str:
    """A body's name without the Welsh of it before a stroke."""
    return name.rpartition(" / ")[2] if " / " in name and WELSH.match(name) else name


def rank_body(body: str) -> float:
    """How likely a name is the meeting's body rather than the council's own."""
    rank = 0.0
    if re.search(r"\b(?:committee|panel|board|commission|cabinet|forum)\b", body, re.IGNORECASE):
        rank += 2.0
    elif not re.search(r"\b(?:council|authority|corporation)$", body, re.IGNORECASE):
        rank += 1.0
    if re.search(r"\b(?:integration|partnership) joint board$", body, re.IGNORECASE):
        rank -= 1.0  # the body whose committees meet, unless it meets itself
    if "scrutiny" in body.lower():
        rank += 1.0
    return rank
