"""Joins lines into running text, addresses and all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from imports.layout.paragraphs import is_broken
from imports.patterns import regex

_URL_END = regex(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_URL_PART = regex(r"\S*[/%_=&?]\S*|\S+\.(?:pdf|html?|aspx?|docx?|php)\b\S*", re.IGNORECASE)
LONGEST_ADDRESS = 500


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the front sheet, with the page it begins on."""

    text: str
    page: int


def join_words(texts: Sequence[str]) -> str:
    """Join lines into running text; addresses broken at a line's end are put together again."""
    parts: list[str] = []
    last = ""
    for text in texts:
        text = " ".join(text.split())
        if not text:
            continue
        address = _URL_END.search(last) if "://" in last or "ww." in last.casefold() else None
        first = text.split(" ", 1)[0]
        goes_on = address and not first.startswith(("http", "www.")) and _continues(address[0], first)
        glue = "" if not last or goes_on or is_broken(last, text) else " "
        parts += (glue, text)
        last = (last + glue + text)[-LONGEST_ADDRESS:]
    return "".join(parts)


def _continues(address: str, word: str) -> bool:
    if address.endswith((".", ",", ")", ";")):
        return False
    return bool(_URL_PART.fullmatch(word.rstrip(".,;)"))) or (
        address.endswith(("-", "_", "%", "=", "&")) and word[0].isalnum()
    )
