"""What may get a question rejected, said as advice before it is sent; never more than a warning.

The grounds are those councils print in their standing orders on questions: a limit of words, one part
only, the council's own business, nothing exempt or about an individual case, and no officer named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from imports.model import Warning

_WORD = re.compile(r"[^\W_](?:[^\s]*[^\W_])?")
_PART = re.compile(r"(?m)^\s*(?:\(?[a-h1-9][).]|[-•*])\s+\S")
_EXEMPT = re.compile(r"\b(?:exempt|confidential|restricted|part (?:2|ii)\b|pink paper)", re.IGNORECASE)
_CASE = re.compile(
    r"\b(?:planning|licen[cs]ing) application\b|\bmy constituent(?:'s|’s)? (?:son|daughter|child|case)\b"
    r"|\b(?:individual|particular|specific) case\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b",
    re.IGNORECASE,
)


def count_words(text: str) -> int:
    """Count the words of a question as a clerk would: runs of letters and figures between blanks."""
    return len(_WORD.findall(text))


def advise(text: str, limit: int | None, officers: Sequence[str] = ()) -> tuple[Warning, ...]:
    """Say what in a question may get it rejected.

    Args:
        text: the question as it stands.
        limit: the council's limit of words, or None.
        officers: the names of officers its evidence or item mentions.
    """
    return tuple(_advice(text, limit, officers)) if text.strip() else ()


def _advice(text: str, limit: int | None, officers: Sequence[str]) -> Iterator[Warning]:
    words = count_words(text)
    if limit is not None and words > limit:
        yield Warning("question-too-long", f"{words} words; the limit is {limit}: cut {words - limit}.")
    parts = max(text.count("?"), len(_PART.findall(text)))
    if parts > 1:
        yield Warning(
            "question-in-parts", f"It asks {parts} things. Many councils take one part only: split it."
        )
    if _EXEMPT.search(text):
        yield Warning(
            "question-exempt",
            "It speaks of exempt or confidential matter, which cannot be answered in public.",
        )
    if _CASE.search(text):
        yield Warning(
            "question-individual-case",
            "It may concern one case or application: ask about the policy instead.",
        )
    lowered = text.casefold()
    for name in officers:
        if len(name.split()) > 1 and name.casefold() in lowered:
            yield Warning(
                "question-names-officer", f"It names {name}: address the post or the cabinet member instead."
            )
