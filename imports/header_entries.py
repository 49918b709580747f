"""The lines above an agenda as entries: a value and the label printed before or above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from imports.furniture import TextLine

BODY = (
    r"(?:sub-?committee|committee|panel|board|commission|cabinet|council|forum|executive|authority|assembly"
    r"|partnership|working group|task group)"
)
ENDS_BODY = re.compile(rf"\b{BODY}\b(?:\s*\([^)]*\)|\s*[-–]\s*[A-Z][\w ]{{2,40}})?$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:^|\s{2,}|(?<=[\d.mM])\s+)(?P<label>date(?: and time| & time|/time)?(?: of (?:the )?meeting)?"
    r"|time(?: of meeting)?|venue|place|location"
    r"|committee|meeting|meeting of|held (?:at|in)|start(?:ing)? time|day)\s*[:–]\s*",
    re.IGNORECASE,
)
OTHER_LABEL = re.compile(
    r"(?:to|from|contact|members(?:hip)?|councillors|chair\w*|vice[- ]chair\w*|clerk|direct|tel(?:ephone)?"
    r"|e-?mail|please|dear|our ref|your ref|ref"
    r"|public document pack|published|issued|dispatch\w*|despatch\w*|website|www\.|substitutes?|quorum"
    r"|officer|enquiries|for further)\b",
    re.IGNORECASE,
)
_CONTACT_BESIDE = re.compile(
    r"\s+(?:ask for|contact|(?:direct )?tel(?:ephone)?|direct line|e-?mail)\s*:.*$", re.IGNORECASE
)


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
    for line in lines:
        text = _CONTACT_BESIDE.sub("", line.text.strip())
        labels = list(_LABEL.finditer(text))
        before = text[: labels[0].start()].strip() if labels else text
        if before:
            label = waiting.pop(0) if waiting and not OTHER_LABEL.match(before) else ""
            entries.append(Entry(before, label, line.gap, line.line.size))
        for label_match, following in zip(labels, [*labels[1:], None], strict=False):
            value = text[label_match.end() : following.start() if following else len(text)].strip()
            if value:
                entries.append(Entry(value, _plain(label_match["label"]), line.gap, line.line.size))
            else:
                waiting.append(_plain(label_match["label"]))
    return entries


def _plain(label: str) -> str:
    label = label.lower()
    if label.startswith(("date", "day")):
        return "date"
    if "time" in label:
        return "time"
    if label in ("committee", "meeting", "meeting of"):
        return "committee"
    return "venue"
