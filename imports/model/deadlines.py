"""Deadlines as a paper words them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

DeadlineBasis = Literal[
    "date",  # a date is printed
    "clear working days",  # N whole working days strictly between
    "working days",  # N working days, not clear
    "calendar days",
    "hours",  # before the meeting starts
    "weekday before",  # the last such weekday strictly before the meeting
    "weekday of the week before",  # in the week (Monday to Sunday) before the meeting's
]


Scope = tuple[str, ...] | Literal["all", "public questions", "members' questions"]


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """When a question is due, in the form the words give it; `services.deadlines` works out the moment.

    Attributes:
        basis: how the day is found.
        count: days or hours before the meeting; weeks for "weekday of the week before"; 0 for "date".
        date: the printed date (a missing year is the meeting's), for basis "date".
        weekday: 0 is Monday: the weekday meant or, for "date", the weekday printed with it.
        time: the printed time; None where none is, or where the words are "end of day".
        time_words: the words the time was read from ("end of day", "12 noon"), or "".
        before: True where the moment itself is too late ("before"), False for "by", "no later than".
        earlier_if_closed: the words bring it forward to a working day where it falls on none.
    """

    basis: DeadlineBasis
    count: float = 0
    date: date | None = None
    weekday: int | None = None
    time: time | None = None
    time_words: str = ""
    before: bool = False
    earlier_if_closed: bool = False


OTHER_BUSINESS = "not about a report on the agenda"
"""The tier of questions that no agenda item covers; councils want them earlier."""


ON_AGENDA = "about a report on the agenda"
"""The tier of questions on the meeting's own papers, where the words set them apart from others."""


@dataclass(frozen=True, slots=True)
class DeadlineWording:
    """A sentence that sets a question deadline.

    Attributes:
        text: the exact sentence, line breaks joined.
        rule: what it says; None where it sets a deadline but nothing can be worked out.
        applies_to: agenda item numbers, or everybody's, the public's or the members' questions.
        source: where it stands; one quoted in minutes is history and never open.
        page: the file's page.
        tier: what a question in time gets ("guaranteed a written reply"), `OTHER_BUSINESS`, or "".
        agenda_item: the number of the item or scope heading it stands under, or None.
        meeting_date: for a sentence in minutes, the date of the meeting minuted; else None.
    """

    text: str
    rule: DeadlineRule | None
    applies_to: Scope
    source: Literal["agenda", "notes", "minutes", "report"]
    page: int
    tier: str = ""
    agenda_item: str | None = None
    meeting_date: date | None = None
