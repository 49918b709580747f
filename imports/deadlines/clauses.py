"""Divides a sentence that sets several deadlines into the clauses that set one each."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from imports.deadlines.wording import find_days
from imports.patterns import regex
from imports.words.dates import WEEKDAY, find_dates, find_times, weekday_number

_JOINT = regex(
    r"[;|]\s++(?:and\s++|or\s++|but\s++)?|[,:]?\s++(?:and|or|but|while|whilst|whereas|although|however|with"
    r"|unless|except)\s+"
    r"|,\s++(?=(?:[\w’']++\s++){0,3}?(?:questions?|petitions?|statements?|those)\b)"
    r"|\)(?:\s*+,)?\s++(?=\([a-z0-9]{1,3}\)\s)",
    re.IGNORECASE,
)
# What makes the second half a deadline of its own: other questions, another kind of reply, other business.
_FRESH = regex(
    r"\b(?:questions?|petitions?|statements?|deputations?|motions?|speak\w*|urgent|supplementar\w+|those"
    r"|others?"
    r"|verbal|oral|verbally|orally|written (?:reply|response|answer)|members?['’]?|public|councillors?"
    r"|residents?"
    r"|circulated|published|answered|answers?|responses?|replies|sent to (?:the )?questioners?|displayed"
    r"|available"
    r"|notified|informed|told|agenda will|papers|in which case|they (?:relate|concern|are))\b",
    re.IGNORECASE,
)
# A row of a table, or of a list of deadlines, begins with what is due.
_ROW = regex(
    r"[A-Z][\w'’]*(?:[\s/&-]+(?!(?:must|should|shall|may|can|will|is|are|be|been|we|you|please)\b)"
    r"[\w'’()]+){0,7}(?=\W*$)"
)
_EDGE = regex(r"^(?:\W|(?:at|by|on|before)\b)+|(?:\W|\b(?:at|by|on|before))+$", re.IGNORECASE)
DEADLINES = regex(
    r"\b(?:deadlines?|closing (?:dates?|times?)|cut[- ]?offs?|last dates?|due dates?|received by)\b",
    re.IGNORECASE,
)
LONGEST_LEAD = 120
_ALTERNATIVE = regex(r"\bwhichever\b", re.IGNORECASE)
_MEETS_ON = regex(
    r"\b(?:if|where|when|for|as|should)\b[^.()]{0,60}?\b(?:meetings?|meets?)\b"
    r"(?:\s++(?!(?:by|before|no|not|must|should|shall|at|to)\b)\S++){0,5}?(?:\s++to\s++be\s++held)?"
    rf"\s++(?:on|is|falls\s++on)\s++(?:an?\s++)?(?P<day>{WEEKDAY})s?\b"
    r"(?!\s*+,?\s*+(?:the\s++)?\d|\s++(?:before|prior|preceding|of|in))",
    re.IGNORECASE,
)
_EXAMPLE = regex(r"\b(?:for example|for instance|e\.?g\.?)(?=\W)", re.IGNORECASE)
_ASIDE = regex(r"\s*\([^()]*\)")


def split_clauses(sentence: str, meeting_date: date | None) -> list[str]:
    """Divide a sentence where a second deadline begins; a sentence that sets one is left whole."""
    if _ALTERNATIVE.search(sentence):
        return [sentence]
    if rows := _split_rows(sentence, meeting_date):
        return rows
    clauses, start = [], 0
    for joint in _JOINT.finditer(sentence):
        left, right = sentence[start : joint.start()], sentence[joint.end() :]
        strong = joint[0].lstrip().startswith((";", "|"))
        if strong and not find_days(right, meeting_date):
            continue
        if (find_days(left, meeting_date) and (strong or _is_fresh(right, meeting_date))) or strong:
            clauses.append(left)
            start = joint.end()
    return [clause for clause in (*clauses, sentence[start:]) if clause.strip()]


def _split_rows(sentence: str, meeting_date: date | None) -> list[str]:
    """The rows of a list of dates ("Public questions: noon, 5 May  Petitions: noon, 1 May"), or nothing."""
    rows, start = [], 0
    for day, later in pairwise(find_dates(sentence, meeting_date)):
        gap = sentence[day.end : later.start]
        label = _EDGE.sub("", _without_times(gap))
        if not label or not _ROW.fullmatch(label) or label not in gap:
            return []
        opening = day.end + gap.index(label)
        rows.append(sentence[start:opening])
        start = opening
    if not rows:
        return []
    head = DEADLINES.search(rows[0])
    return [rows[0], *(f"{head[0]}: {row}" if head else row for row in (*rows[1:], sentence[start:]))]


def lead_of(text: str, meeting_date: date | None) -> str:
    """A heading over a list of deadlines ("Deadlines for this meeting"), or ""."""
    heads = len(text) < LONGEST_LEAD and DEADLINES.search(text) is not None
    return text.rstrip(" :.") if heads and not find_days(text, meeting_date) else ""


def with_lead(sentence: str, lead: str, meeting_date: date | None) -> str:
    """A line of a list with the heading over it, or any other sentence as it is."""
    days = find_dates(sentence, meeting_date)
    if not lead or not days or DEADLINES.search(sentence):
        return sentence
    label = _EDGE.sub("", _without_times(sentence[: days[0].start]))
    return f"{lead}: {sentence}" if _ROW.fullmatch(label) else sentence


def _without_times(text: str) -> str:
    """A text without the times of day in it."""
    for found in reversed(find_times(text)):
        text = text[: found.start] + text[found.end :]
    return text


def without_examples(sentence: str, meeting_date: date | None) -> str:
    """A sentence without what it says for meetings on another weekday; "" where that is all it says."""

    def keep(match: re.Match[str]) -> str:
        return "" if _is_elsewhere(match[0], meeting_date) else match[0]

    kept = _ASIDE.sub(keep, sentence)
    if not _is_elsewhere(kept, meeting_date):
        return kept
    example = _EXAMPLE.search(kept) or _MEETS_ON.search(kept)
    return kept[: example.start()].rstrip(" ,;:(") if example and example.start() > 40 else ""


def _is_elsewhere(words: str, meeting_date: date | None) -> bool:
    """Whether words speak of a meeting on a weekday that is not this meeting's, or of an example's."""
    match = _MEETS_ON.search(words)
    if match is None:
        return False
    return meeting_date is None or weekday_number(match["day"]) != meeting_date.weekday()


def _is_fresh(words: str, meeting_date: date | None) -> bool:
    """Whether words set a deadline for something else than the words before them did."""
    days = find_days(words, meeting_date)
    return bool(days) and _FRESH.search(words) is not None
