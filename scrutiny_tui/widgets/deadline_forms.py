"""The forms about a deadline: setting it by hand, a committee's rule, a calendar file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import literal
from scrutiny_tui.widgets.form_dialog import Field, FormDialog, file_field
from scrutiny_tui.widgets.moments import moment_text, moment_wrong
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from db.models.settled import CommitteeRule
    from scrutiny_tui.services.models.deadlines import Deadline


_COVERED = re.compile(r"all|[a-z]{0,2}\d{1,3}(?:\.\d{1,2})*[a-z]?|[\w’' ]{1,40}questions", re.IGNORECASE)


def scope_text(deadline: Deadline) -> str:
    """What a deadline covers, as it is typed: `8, 9, 10` or `all`."""
    covers = deadline.applies_to
    return covers if isinstance(covers, str) else ", ".join(covers)


def override_form(meeting: Meeting, deadline: Deadline | None) -> FormDialog:
    """Asks for the moment, what it covers, and the reason."""
    words = literal(f"{meeting.committee}\nNow: {deadline.text if deadline else 'no deadline printed'}")
    fields = (
        Field(
            "Due (day and time, as 19 May 2031 12:00)",
            moment_text(deadline.due if deadline else None),
            lambda text: moment_wrong(text, meeting.date),
        ),
        Field(
            "For (item numbers, or: all)",
            scope_text(deadline) if deadline else "all",
            _scope_wrong,
        ),
        Field("Reason", "", _needed("Say why: the reason is kept and shown with the deadline.")),
    )
    return FormDialog("Set the deadline by hand", words, fields)


def rule_form(committee: str, kept: CommitteeRule | None) -> FormDialog:
    """Asks for a committee's rule in words and where it stands."""
    words = literal(f"{committee}\nIt holds for meetings whose papers print no deadline of their own.")
    example = "Write the rule, as: 10 a.m., three clear working days before the meeting."
    fields = (
        Field(
            "The rule in words, as the standing orders put it", kept.wording if kept else "", _needed(example)
        ),
        Field("Where it stands (standing order)", kept.standing_order if kept else ""),
    )
    return FormDialog("Rule for questions", words, fields)


def calendar_form(deadlines: int, target: Path) -> FormDialog:
    """Asks where to write a calendar of so many deadlines."""
    words = Content(f"{count(deadlines, 'deadline')} for any calendar program.")
    return FormDialog("Write a calendar", words, (file_field(target, (".ics",)),))


def _needed(words: str) -> Callable[[str], str]:
    return lambda value: "" if value else words


def _scope_wrong(value: str) -> str:
    """What is wrong with what a deadline is said to cover, or ""."""
    parts = [part.strip() for part in value.split(",")]
    fine = all(map(_COVERED.fullmatch, parts))
    return "" if fine else "Say what it covers: item numbers, as 8, 9, or: all, or: public questions."
