"""The lines above an agenda as entries: a value and the label printed before or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.heading.columns import side_by_side, spread
from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.words.dates import find_dates, find_times

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

BODY = (
    r"(?:(?:sub-?)?committees? (?:meeting )?in common|sub-?committee|committee|panel|board|commission"
    r"|cabinet|council|forum|executive|authority|assembly"
    r"|partnership|(?<!political )group)"
)
ENDS_BODY = regex(
    rf"\b{BODY}\b(?:\s*\([^)]*\)|\s*[-–]\s*[A-Z][\w ]{{2,40}}|\s(?:\d|[A-D]))?$"
    r"|\b(?:scrutiny|select|advisory) (?:committee|panel|board|commission) for (?-i:[A-Z])[\w ,&’'-]{2,50}$",
    re.IGNORECASE,
)
# "Moorvale Council - Strategic Scrutiny Committee"
COUNCIL_FIRST = regex(
    rf"[\w ,&'’]{{3,50}} (?:council|authority)\s+[-–|]\s+(?=[A-Z][\w ,&'’()-]{{3,90}}\b{BODY}$)",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:^|\s{2,}+|(?<=[\d.mM])\s++)(?:[^\W\d_]++(?: [^\W\d_]++)? ?/ ?)?"
    r"(?:(?P<label>(?:day(?:,| and| &) |meeting )?date(?:(?: and|,| &|/) ?time)?(?: of (?:the )?meeting)?"
    r"|(?:meeting )?(?:time(?: of (?:the )?meeting)?|venue|place|location)"
    r"|committee|meeting|meeting of|held (?:at|in)|start(?:ing)? time|business(?=\s?:\s?\d)|day|when"
    r"|where)\s*+[:–]\s*+"
    r"|(?<![^\s])(?P<apart>date|time|venue|place|location)(?: of (?:the )?meeting)?"
    r"(?:\s{3,}|  (?=[A-Z\d])|(?-i:(?<=TE|ME|UE|ON|NG) (?=\d|[A-Z][a-z]))))",
    re.IGNORECASE,
)
OTHER_LABEL = regex(
    r"(?:\w+ \w+ / (?=contact)|to|from|contact|members(?:hip)?\b(?!['’]\s\w)|councillors|chair\w*"
    r"|vice[- ]chair\w*|clerk"
    r"|direct|tel(?:ephone)?"
    r"|e-?mail|please|dear|our ref|your ref|ref"
    r"|public document pack|published|issued|dispatch\w*|despatch\w*|website|www\.|substitutes?|quorum"
    r"|officer|enquiries|for further)\b",
    re.IGNORECASE,
)
_CONTACT_BESIDE = regex(
    r"\s++(?:(?:please )?ask for|contact|(?:direct )?tel(?:ephone)?|direct (?:line|dial)|e-?mail)\s*:.*$"
    r"|(?<=\S)\s{3,}+(?:(?:our )?(?:ref|date)\s*:.*|\S+@\S+)$",
    re.IGNORECASE,
)
_BARS = regex(r"(?<!\s)\s++\|\s++")
_COUNCIL = regex(r"\bcouncil$", re.IGNORECASE)
_TOLD_BESIDE = regex(r"\d|:")
_PACK = regex(r"(?<!\s)\s*+[-–|]?\s*+public (?:document|reports?) pack$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the header, and its label if it has one."""

    text: str
    label: str
    gap: bool
    size: float


def read_entries(lines: Sequence[TextLine]) -> list[Entry]:
    """Divide lines at their labels; a value may stand under its label, or under several labels."""
    entries: list[Entry] = []
    waiting: list[str] = []
    for line in _mend_broken(_parted(spread(side_by_side(lines)))):
        text = line.text.strip()
        beside = _CONTACT_BESIDE.search(text)
        letters = beside and not (_LABEL.match(text) and beside[0].strip().casefold().startswith("date"))
        text = _PACK.sub("", _CONTACT_BESIDE.sub("", text) if letters else text)
        labels = list(_LABEL.finditer(text))
        before = text[: labels[0].start()].strip() if labels else text
        if before:
            label = waiting.pop(0) if waiting and not OTHER_LABEL.match(before) else ""
            entries.append(Entry(before, label, line.gap, line.line.size))
        for label_match, following in zip(labels, [*labels[1:], None], strict=False):
            value = text[label_match.end() : following.start() if following else len(text)].strip()
            label = _plain(label_match["label"] or label_match["apart"])
            if value:
                entries.append(Entry(value, label, line.gap, line.line.size))
            else:
                waiting.append(label)
    return entries


def _parted(lines: Sequence[TextLine]) -> list[TextLine]:
    """Lines that hold several values between bars, or a council beside its committee, one value a line."""
    parted: list[TextLine] = []
    for line in lines:
        texts = [line.text] if line.text[:1] == "|" else _BARS.split(line.text)
        cells = [cell.text.strip() for cell in line_cells(line)]
        council_first = len(cells) == 2 and _COUNCIL.search(cells[0]) and ENDS_BODY.search(cells[1])
        body_first = len(cells) == 2 and ENDS_BODY.search(cells[0]) and not _TOLD_BESIDE.search(cells[1])
        if council_first or body_first:
            texts = cells
        parted += [replace(line, text=text, gap=line.gap or n > 0) for n, text in enumerate(texts)]
    return parted


def _mend_broken(lines: Sequence[TextLine]) -> list[TextLine]:
    """Put a date or a time that is broken over two lines together at the end of the first."""
    mended = list(lines)
    for n, other in enumerate(lines[1:]):
        if other.gap or other.opens_page:
            continue
        start = mended[n].text
        joined = f"{start} {other.text}"
        spans = [(day.start, day.end) for day in find_dates(joined)]
        spans += [(at.start, at.end) for at in find_times(joined)]
        ends = [b for a, b in spans if a < len(start) < b]
        if ends:
            mended[n] = replace(mended[n], text=joined[: max(ends)])
            mended[n + 1] = replace(other, text=joined[max(ends) :].strip())
    return mended


def _plain(label: str) -> str:
    label = label.lower().removeprefix("meeting ") if label.lower() != "meeting of" else "meeting"
    if label.startswith(("date", "day", "when")):
        return "date"
    if "time" in label or label == "business":
        return "time"
    if label in ("committee", "meeting"):
        return "committee"
    return "venue"
