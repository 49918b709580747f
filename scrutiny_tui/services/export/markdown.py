"""Questions as Markdown that shows everything in them as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrutiny_tui.services.export.lines import (
    MemberIdentity,
    answer_title,
    item_line,
    public_evidence,
    source_line,
    state_line,
    subject,
    to_line,
)
from scrutiny_tui.services.export.record import record_json
from scrutiny_tui.services.export.schedule import COLUMNS, by_meeting, row, title
from scrutiny_tui.services.harmless import flat, plain

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail


def as_markdown(details: Sequence[QuestionDetail], member: MemberIdentity) -> str:
    """The questions as Markdown, each under its own heading."""
    parts = [f"# {plain(subject(details))}"]
    for place, detail in enumerate(details, start=1):
        parts += [f"## Question {place}", f"<!-- scrutiny {record_json(detail, member)} -->"]
        parts += [plain(line) for line in (item_line(detail), to_line(detail), state_line(detail)) if line]
        parts.append(plain(detail.question.text.strip()))
        parts += [
            f"{_quoted(one.quote.strip())}\n>\n> {plain(flat(source_line(one)))}"
            for one in public_evidence(detail)
        ]
        if detail.question.answer or detail.question.answer_state:
            parts += [f"### {answer_title(detail)}", plain(detail.question.answer)]
    if member.name:
        parts.append(plain(flat(member.name)))
    return "\n\n".join(part for part in parts if part) + "\n"


def schedule_as_markdown(details: Sequence[QuestionDetail], member: MemberIdentity) -> str:
    """The questions as a schedule: a table for each meeting, in the order of its agenda."""
    parts = []
    for own in by_meeting(details):
        parts.append(f"# {plain(title(own))}")
        lines = [COLUMNS, ("---",) * len(COLUMNS)]
        lines += [
            tuple(plain(flat(cell)) for cell in row(place, detail, member))
            for place, detail in enumerate(own, start=1)
        ]
        parts.append("\n".join(f"| {' | '.join(cells)} |" for cells in lines))
    return "\n\n".join(parts) + "\n"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in plain(text).split("\n"))
