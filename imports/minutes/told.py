"""Titles of minutes with what was said behind them on the same line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.headings import is_capitals
from imports.layout.paragraphs import join_lines
from imports.minutes.titles import (
    LABELS_IN_BODY,
    extend_capitals,
    is_apart,
    is_usual,
    looks_like_title,
)
from imports.patterns import regex
from imports.people.labels import read_label

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_TOLD_BEHIND = regex(r"(?P<title>[A-Z][^.:;]{2,70}?)(?:[:.]|\s[-–—])\s+(?P<text>\S.*)")
_DECIDED_BEHIND = regex(
    r"(?P<title>[A-Z].{2,120}?)\s?[-–—]\s?(?P<text>(?:RESOLVED|AGREED|RECOMMENDED|Resolved)\b.*)"
)
_CAPITALS_TOLD = regex(
    r"(?P<title>[A-Z][A-Z0-9’'&/(][A-Z0-9’'&/(),. –-]{2,250}?)(?:\s?[–—-]\s++|[:.]\s++|\s++)"
    r"(?P<text>[(“\"]?(?:[A-Z]?[a-z]|A\s[a-z]).*)"
)
_LEAD = regex(
    r"(?P<title>[A-Z][^:–—]{2,110}?)(?::\s+|\s?[–—]\s+|\s?-\s(?=[A-Z])"
    r"|,\s+(?=It was\b)|\.\s+(?=(?:There|None?|The|It|All|Cllrs?)\b))(?P<text>\S.*)"
)
_USUAL_TOLD = regex(
    r"(?P<title>(?i:apologies(?: for absence)?|declarations? of (?:members[’'] )?interests?))\s+"
    r"(?P<text>(?:There|None|No|Apologies|Received|Nil)\b.*)"
)
# "10. Housing Pledge This was discussed and agreed": no mark between the two
_UNMARKED = regex(
    r"(?P<title>[A-Z][\w’'&/-]*(?: (?:[A-Z&][\w’'/-]*|and|of|for|the|to|in|on|at|by|with)){1,9})"
    r"\s+(?P<text>(?:This|These|The|It|There|A|An|All|Members|No)(?: [a-z][\w’'-]*){0,4}?"
    r" (?:was|were|is|are|had|has|have|been)\b.*)"
)
_SHORT_TOLD = regex(r"(?P<title>[A-Z][\w’'& -]{3,45})\.\s+(?P<text>[A-Z].{12,})")
_SAID = regex(r"\b(?:was|were|RESOLVED|AGREED|received from)\b")
SHORT_TEXT, FEWEST_RUN_IN = 12, 2


def title_and_text(heading: re.Match[str]) -> tuple[str, str] | None:
    """A running number's title and the sentence after it ("22/131 Apologies: Cllr A was unwell.")."""
    if decided := _DECIDED_BEHIND.fullmatch(heading["title"]):
        return decided["title"].rstrip(), decided["text"]
    parted = _TOLD_BEHIND.fullmatch(heading["title"])
    if parted is None:
        return None
    if not is_running(heading):
        labelled = is_capitals(parted["title"]) and heading["title"][parted.end("title")] == ":"
        labelled = labelled and not LABELS_IN_BODY.match(parted["title"]) and "." in parted["text"]
        return (parted["title"], parted["text"]) if labelled else None
    told = ". " in parted["text"] or heading["title"].endswith(".")
    titled = looks_like_title(heading["title"]) or is_capitals(heading["title"])
    return (parted["title"], parted["text"]) if told or not titled else None


def capitals_and_text(lines: Sequence[TextLine], i: int, text: str) -> tuple[int, str, str] | None:
    """A title in capitals and the sentence behind it on its last line: that line, the title, the sentence.

    Such as "234 MINUTES - Resolved - That the minutes be signed", the title over up to four lines.
    """
    if not is_capitals(text[:8]):
        return None
    last = i
    while is_capitals(text) and last < i + 3 and last + 1 < len(lines) and not is_apart(lines[last + 1]):
        last += 1
        if not lines[last].text[:1].isupper() or LABELS_IN_BODY.match(lines[last].text):
            return None
        text = join_lines((text, lines[last].text))
    parted = _CAPITALS_TOLD.fullmatch(text)
    if parted is None or not is_capitals(parted["title"]) or len(parted["text"]) < SHORT_TEXT:
        return None
    if last > i and len(parted["text"]) >= len(lines[last].text):
        return None  # the sentence has a line of its own, as below any title
    return last, parted["title"].rstrip(" ,–-"), parted["text"]


def find_run_in(lines: Sequence[TextLine]) -> list[tuple[int, int, str, str]]:
    """Titles in capitals with their text behind them, where nothing has a number ("FINANCE Paid.")."""
    heads: list[tuple[int, int, str, str]] = []
    for i, line in enumerate(lines):
        if is_apart(line) and is_capitals(line.text[:8]) and not read_label(line.text):
            if told := capitals_and_text(lines, i, line.text):
                heads.append((i, *told))
            elif is_capitals(line.text):
                heads.append((i, *extend_capitals(lines, i, line.text), ""))
    told_behind = sum(bool(head[3]) for head in heads)
    usual = sum(is_usual(head[2]) for head in heads)
    return heads if 2 * told_behind > len(heads) > FEWEST_RUN_IN and usual > 1 else []


def part_lead(text: str) -> tuple[str, str]:
    """A title that nothing but its number shows, and what was said behind it on its line."""
    if ":" in text and (label := read_label(text)) and label[2]:
        return label[1], label[2]
    if usual := _USUAL_TOLD.fullmatch(text):
        return usual["title"], usual["text"]
    if (short := _SHORT_TOLD.fullmatch(text)) and looks_like_title(short["title"]):
        return short["title"], short["text"]
    if unmarked := _UNMARKED.fullmatch(text):
        return unmarked["title"], unmarked["text"]
    parted = _DECIDED_BEHIND.fullmatch(text) or _LEAD.fullmatch(text)
    said = parted is not None and (
        parted["text"].endswith(".") or ". " in parted["text"] or _SAID.search(parted["text"]) is not None
    )
    return (parted["title"], parted["text"]) if parted and said else (text.rstrip(" :"), "")


def is_running(heading: re.Match[str]) -> bool:
    """Whether a number is one that runs on through the year (`OS.21`, `24/028`)."""
    return bool(heading["year"]) or (heading["prefix"] or "").strip(" ./").isupper()
