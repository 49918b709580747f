"""Divides running text into sentences without tripping over "10.00 a.m." or "Cllr. Bloggs"."""

from __future__ import annotations

import re

from imports.patterns import regex
from imports.words.dates import MONTH, WEEKDAY

_END = regex(r"(?<=[.?!])[)\]”\"’']*\s+(?=[(\[“\"‘']?[A-Z0-9•]|\([a-z]{1,4}\)\s)|\s*[•●▪]\s*")
_NO_END = regex(
    r"(?:\b(?:[ap]\.?m|no|nos|cllrs?|dr|mrs?|ms|st|prof|rev|hon|eg|e\.g|i\.e|etc|viz|ext|tel|para|ref"
    r"|approx|inc|vs|fig|sec|art|p|pp)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_GOES_ON = regex(
    rf"(?:on\b|{WEEKDAY}\b|(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\b|\d|[a-z])", re.IGNORECASE
)
_CLOCK = regex(r"\b[ap]\.?m\.$", re.IGNORECASE)
NEAR = 60


def split_sentences(text: str) -> list[str]:
    """Divide a paragraph into sentences."""
    sentences: list[str] = []
    start = 0
    for match in _END.finditer(text):
        head, tail = (
            text[max(start, match.start() - NEAR) : match.start()],
            text[match.end() : match.end() + NEAR],
        )
        if not re.search(r"[•●▪]", match[0]) and not _ends_sentence(head, tail):
            continue
        if sentence := text[start : match.start()].strip():
            sentences.append(sentence)
        start = match.end()
    if text[start:].strip():
        sentences.append(text[start:].strip())
    return sentences


def _ends_sentence(head: str, tail: str) -> bool:
    """Whether the full stop between two stretches ends a sentence."""
    if _CLOCK.search(head):
        return _GOES_ON.match(tail) is None or (
            tail[:1].isupper() and not re.match(rf"{WEEKDAY}\b", tail, re.IGNORECASE)
        )
    return _NO_END.search(head) is None
