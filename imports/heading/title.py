"""A meeting as a title, subject or file name tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from imports.patterns import regex
from imports.words.dates import MONTH, YEAR, find_dates

_TITLE_OPENING = regex(
    r"^(?:\([^)]*\))?.*?\b(?:agenda|supplement\w*|minutes|decisions?|pack|document)\b.*?\bfor\s+",
    re.IGNORECASE,
)
_TITLE = regex(
    r"(?P<body>[^,]+(?:,[^,\d]+)*),\s*(?P<when>\d{1,2}/\d{1,2}/\d{4})(?:\s+(?P<at>\d{1,2}[:.]\d\d))?"
)
_FILE_NAME = regex(
    rf"(?P<when>\d{{1,2}}(?:st|nd|rd|th)?[-_ ]{MONTH}[-_ ]{YEAR})(?:[-_ ]+(?P<at>\d{{1,2}}[.:]\d\d))?[-_ "
    rf"]*(?P<body>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting as a title, subject or file name tells it: whose, when, at what time."""

    body: str
    date: date
    time: time | None = None


def read_occasion(text: str) -> Occasion | None:
    """Read committee, date and time from a Modern.gov title, subject or file name.

    Such as `(Public Pack)Agenda Document for Cabinet, 26/05/2022 10:00` and `Public reports pack
    26th-May-2022 10.00 Cabinet.pdf`. The file name cuts long names short.
    """
    match = _TITLE.search(_TITLE_OPENING.sub("", text)) or _FILE_NAME.search(re.sub(r"\.\w{2,4}$", "", text))
    if match is None:
        return None
    days = find_dates(match["when"].replace("_", " "))
    if not days:
        return None
    hour, minute = (int(part) for part in re.split(r"[.:]", match["at"] or "99:99"))
    at = time(hour, minute) if hour < 24 and minute < 60 else None
    return Occasion(match["body"].strip(" -_"), days[0].date, at)
