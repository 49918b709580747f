"""Who sent apologies, where a minute tells it in a sentence."""

from __future__ import annotations

import re

from imports.patterns import regex
from imports.people.names_in_prose import read_names

_RECEIVED = regex(
    r"\bapolog(?:ies|y)\b.{0,90}?\b(?:from|by|on behalf of|absence of|for(?! (?:absence|non)))[\s:–-]+"
    r"(?:the )?(?-i:councillors? )?(?P<names>(?-i:[A-Z]).*)",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE_FIRST = regex(r"^(?:(?:Vice|Deputy)[- ])?(?:Chair(?:man|woman|person)?|Mayor|Leader),\s(?=[A-Z])")
_SENT = regex(
    r"(?:^|(?<=\.\s))(?P<names>(?:Councillors?|Cllrs?|Alderm[ae]n|Mrs?|Ms|Dr)\.?\s[A-Z][^.;]{2,200}?)"
    r"\s(?:had |have |has )?(?:(?:sent|given|gave|tendered|submitted|offered)\s"
    r"(?:(?:his|her|their|an)\s)?apolog|apologised\s+for\b)"
)
_NAMES_END = regex(
    r"(?<![A-Z])(?<!\bCllr)(?<!\bCllrs)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)\.(?:\s|$)"
    r"|[,;]?\s+(?:with|who|for whom|and (?:apologies|from the|were|was)|due to|as (?:he|she|they))\b"
)


# "Cllr A who was on holiday and Cllr B who was ill"
_WHY = regex(
    r",?\s+who (?:was|were|is|had|has)\b[^,.;]*?(?=\s+and (?:Cllr|Councillor|Mr|Ms|Dr)|[,;]|\.(?:\s|$))"
)


# "and from Portfolio Holders County Councillors A and B"
_AGAIN = regex(r",?\s+and from (?:the )?(?:[A-Z]\w+ ){0,2}(?=(?:[A-Z]\w+ )?(?:Councillor|Cllr))")


def read_apologies(text: str) -> list[str]:
    """The names a minute gives ("Apologies for absence were received from Councillors A and B.")."""
    found = _RECEIVED.search(text) or _SENT.search(text)
    if not found:
        return []
    names = _OFFICE_FIRST.sub("", _AGAIN.sub(", ", _WHY.sub("", found["names"])))
    if ends := _NAMES_END.search(names):
        names = names[: ends.start()]
    return read_names(names, "")
