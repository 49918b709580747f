"""Sets the numbers of minutes that an extract printed on lines of their own before the words beside them.

PyMuPDF, and copies from some viewers, write `114.` and on the next line the title, and no white space tells
that the two are one line. Extracts that keep white space are left alone, for there it tells what is apart.
"""

from __future__ import annotations

import re

from imports.patterns import regex

_LONE = regex(
    r"\n(?P<number>[ ]?\d{1,4}(?:[.)]|/\d\d(?:\d\d)?))[ ]*\n"
    r"(?=[A-Z])(?!(?:Page|Agenda Item) \d|(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)"
)
_PRESENT = regex(
    r"^[ ]?(?:(?:members |councillors )?present|(?:in )?attendance|attendees)\b", re.MULTILINE | re.IGNORECASE
)
_BLANK = regex(r"\n[ ]*(?=\n)")
FEWEST, TIGHT = 4, 0.1


def reunite_numbers(text: str) -> str:
    """A text without white space, its lone numbers (`114.`, `114/24`) mended behind those present."""
    if text.count("\n\n") > TIGHT * text.count("\n"):
        return text
    if sum(1 for _ in _LONE.finditer(text)) < FEWEST:
        return text
    minutes = _PRESENT.search(text)
    if minutes is None or len(_BLANK.findall(text)) > TIGHT * text.count("\n"):
        return text
    behind = _LONE.sub(lambda found: f"\n{found['number'].rstrip()} ", text[minutes.start() :])
    return text[: minutes.start()] + behind
