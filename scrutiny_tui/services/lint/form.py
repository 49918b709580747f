"""How a question is put: its words, its parts, what a template left to fill in."""

from __future__ import annotations

import re

from imports.model.warning import Warning
from imports.patterns import regex
from scrutiny_tui.services.templates import BLANK

_WORD = regex(r"[^\W_](?:[^\s]*[^\W_])?")
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|‘[^’]*[?][^’]*’")
_ASKED = regex(r"\?+")
_LISTED = regex(r"(?m)^\s*(?:\(?(?:[a-h]|[1-9]|i{1,3}|iv|v)[).]|[-•*])\s+\S")
_INLINE = regex(
    r"(?:^|\s)\((?:[a-h]|[1-9]|i{1,3}|iv|v)\)\s+(?:what|when|how|why|who|where|which|whether|is|are|do|does|did"
    r"|has|have|will|would|can|could|please|give|say|state|explain|the (?:number|cost|reason))\b",
    re.IGNORECASE,
)
_ORDINALS = regex(r"\b(?:secondly|thirdly|my second question|the second part)\b", re.IGNORECASE)
_VERB = (
    r"(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|might|must|"
    r"much|many|long|often|far|steps|action|actions|plans?|measures)"
)
_AND_ALSO = regex(
    r"(?:\b(?P<before>\w+))?(?:,|;| and| and also|, and|, and also) "
    rf"(?P<asks>what|when|how|why|who|where|which) {_VERB}\b(?:\W+\w+){{1,}}",
    re.IGNORECASE,
)
_INTERROGATIVE = regex(r"\b(?:what|when|how|why|who|where|which|whether)\b", re.IGNORECASE)
_ASIDE = frozenset({"what", "when", "how", "why", "who", "where", "which"})


def count_words(text: str) -> int:
    """Count the words of a question as a clerk would: runs of letters and figures between blanks."""
    return len(_WORD.findall(text))


def too_long(text: str, limit: int | None) -> Warning | None:
    """More words than the council allows."""
    words = count_words(text)
    if limit is None or words <= limit:
        return None
    return Warning("question-too-long", f"{words} words; the limit is {limit}: cut {words - limit}.")


def parts(text: str) -> Warning | None:
    """More things asked than one; what is quoted counts for nothing."""
    plain = _QUOTED.sub(" ", text)
    number = max(
        len(_ASKED.findall(plain)),
        len(_LISTED.findall(plain)),
        len(_INLINE.findall(plain)),
        1 + len(_ORDINALS.findall(plain)),
        *(_asked_in(sentence) for sentence in re.split(r"(?<=[.?!])\s+", plain)),
    )
    if number <= 1:
        return None
    said = f"It asks {number} things. Many councils take a question of one part only: split it."
    return Warning("question-in-parts", said)


def _asked_in(sentence: str) -> int:
    """How many questions one sentence joins: `What did it cost, and when will it open?` is two."""
    found = 1
    for joined in _AND_ALSO.finditer(sentence):
        asked_before = _INTERROGATIVE.search(sentence, 0, joined.start("asks"))
        opens = re.match(
            r"\W*+(?:is|are|was|were|do|does|did|has|have|will|can|could|should|would)\b", sentence
        )
        if (joined["before"] or "").lower() not in _ASIDE and (asked_before or opens):
            found += 1
    return found


def blanks_left(text: str) -> Warning | None:
    """Blanks of a template that nobody filled."""
    left = len(BLANK.findall(text))
    if not left:
        return None
    said = "A blank is" if left == 1 else f"{left} blanks are"
    return Warning("question-blank", f"{said} still to fill in: tab goes to the next.")
