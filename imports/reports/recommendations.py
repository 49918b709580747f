"""What a report asks its committee to agree, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.layout.headings import is_capitals, is_heading
from imports.layout.paragraphs import ends_open, join_lines, split_paragraphs
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

LABEL = regex(r"[A-Z][\w /&’'()]{1,40}:\s*$|[A-Z][\w /&’'()]{1,40}:\s+\S")
_RECOMMENDATION = regex(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<word>(?:officer |proposed )?recommendations?(?:\(s\))?"
    r"|(?:the )?(?:committee|board|panel) is (?:asked|invited|recommended|requested) to)"
    r"(?P<whom> (?:to|for|of) (?:the )?[\w&’' -]{2,60})?\s*(?P<mark>[:–-]|$)\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_ENDS = regex(
    r"(?:\d{1,2}(?:\.0)?[.)]?\s+)?(?:reasons?\b|background|introduction|purpose|summary"
    r"|executive summary|financial|resource|legal|risk|context"
    r"|corporate|equalit|key issues|alternative options|options|consultation|implications|report author"
    r"|contact)",
    re.IGNORECASE,
)

_LISTED = regex(r"(\d{1,2})(?:\.0)?\.?\s+[A-Z][\w’' ,&-]{2,60}$")
_COUNTED = regex(r"(\d{1,2})[.)]\s+[A-Z]")


def read_recommendations(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """What the committee is asked to agree, word for word, paragraph by paragraph."""
    for i, line in enumerate(lines):
        match = _RECOMMENDATION.fullmatch(line.text) if _may_ask(line.text) else None
        if not match or (len(line.text) > 140 and not match["mark"].strip()):
            continue
        asked = match["word"].casefold().endswith(" to")
        opens = (
            asked
            or match["mark"].strip()
            or is_heading(line)
            or is_capitals(line.text)
            or (line.gap and len(line.text) < 70)
        )
        if not opens:
            continue
        own = _recommended(lines, i)
        rest = match["rest"].strip()
        texts = [paragraph.text for paragraph in split_paragraphs(own)]
        if asked:
            return (join_lines((line.text, texts[0])) if texts else line.text, *texts[1:])
        if rest:
            texts = [join_lines((rest, texts[0])), *texts[1:]] if texts and not own[0].gap else [rest]
        if texts:
            return tuple(texts)
    return ()


def _may_ask(text: str) -> bool:
    """Whether a line may be a heading of recommendations: most lack the words, which is soon seen."""
    plain = text.casefold()
    return "recommendation" in plain or " is " in plain


def _recommended(lines: Sequence[TextLine], i: int) -> list[TextLine]:
    """The lines below a heading of recommendations, to the next heading."""
    own: list[TextLine] = []
    section = re.match(r"\d{1,2}(?=[.\s])", lines[i].text)
    following = section and re.compile(rf"{int(section[0]) + 1}(?:\.0|\.)?\s+[A-Z]")
    for line in lines[i + 1 : i + 45]:
        if own and _counts_on(own, line.text):
            own.append(line)
            continue
        if following and following.match(line.text):
            break
        if own and (
            _ENDS.match(line.text) or (LABEL.match(line.text) and line.gap and not own[-1].text.endswith(":"))
        ):
            break
        if own and is_heading(line) and not _is_listed(own, line.text):
            break
        own.append(line)
    return own


def _is_listed(own: Sequence[TextLine], text: str) -> bool:
    """Whether what looks like a numbered heading is a list's item: its first, or the one after another."""
    found = _LISTED.match(text)
    if not found or not own[-1].text.endswith((":", ";", ".")):
        return False
    number = int(found[1])
    return number == 1 or any(re.match(rf"{number - 1}\b", line.text) for line in own)


def _counts_on(own: Sequence[TextLine], text: str) -> bool:
    """Whether a line is the next of a numbered list, or its first below words that lead to it."""
    found = _COUNTED.match(text)
    if not found:
        return False
    number = int(found[1])
    if number == 1:
        return ends_open(own[-1].text)
    numbers = [int(one[1]) for line in own if (one := _COUNTED.match(line.text))]
    return numbers[:1] == [1] and numbers[-1] == number - 1
