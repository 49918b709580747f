"""A meeting's schedule of questions: numbered, in the order of its agenda, as a clerk lays it before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from scrutiny_tui.services.export.lines import MemberIdentity, meeting_name
from scrutiny_tui.services.harmless import clean, flat

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail

COLUMNS = ("No.", "Item", "From", "To", "Question", "Submitted")


def in_agenda_order(details: Sequence[QuestionDetail]) -> list[QuestionDetail]:
    """Sort questions by meeting, then by agenda item as numbered (2 before 10), then as they were begun."""
    return sorted(
        details,
        key=lambda one: (
            one.question.meeting.date or date.max,
            one.question.meeting.committee.casefold(),
            _number(one.question.item_number),
            one.question.id,
        ),
    )


def by_meeting(details: Sequence[QuestionDetail]) -> list[list[QuestionDetail]]:
    """Put questions of one meeting together, in the order they come."""
    groups: dict[str, list[QuestionDetail]] = {}
    for detail in details:
        groups.setdefault(meeting_name(detail), []).append(detail)
    return list(groups.values())


def title(details: Sequence[QuestionDetail]) -> str:
    """The heading over one meeting's schedule."""
    return flat(f"Schedule of questions: {meeting_name(details[0])}")


def row(place: int, detail: QuestionDetail, member: MemberIdentity) -> tuple[str, ...]:
    """One line of the schedule, a cell for each of `COLUMNS`."""
    question = detail.question
    item = " ".join(part for part in (question.item_number, question.item_title) if part)
    when = question.submitted_at
    sent = f"{when:%d %b %Y %H:%M}{' (late)' if question.late else ''}" if when else question.state
    cells = (str(place), item, member.name, question.addressed_to, question.text.strip(), sent)
    return tuple(map(clean, cells))


def _number(text: str) -> tuple[tuple[int, str], ...]:
    """An item's number to sort by: `10A` after `9`, no number last."""
    parts = re.findall(r"\d+|\D+", text.strip())
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts) or ((1 << 30, ""),)
