"""Questions as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrutiny_tui.services.export.lines import MemberIdentity, evidence_line, public_evidence
from scrutiny_tui.services.harmless import cell

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail

COLUMNS = (
    "committee",
    "meeting",
    "item",
    "title",
    "to",
    "question",
    "words",
    "state",
    "submitted",
    "late",
    "evidence",
    "from",
    "email",
    "answer",
    "supplementary to",
    "id",
)


def as_csv(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as a table for a spreadsheet; UTF-8 with a mark, so that it opens right everywhere."""
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(COLUMNS)
    for detail in details:
        table.writerow([cell(value) for value in _row(detail, member)])
    return buffer.getvalue().encode("utf-8-sig")


def _row(detail: QuestionDetail, member: MemberIdentity) -> tuple[str, ...]:
    question = detail.question
    return (
        question.meeting.committee,
        question.meeting.date.isoformat() if question.meeting.date else "",
        question.item_number,
        question.item_title,
        question.addressed_to,
        question.text,
        str(detail.words),
        " ".join(part for part in (question.state, question.answer_state) if part),
        question.submitted_at.isoformat(timespec="minutes") if question.submitted_at else "",
        "yes" if question.late else "",
        "\n".join(map(evidence_line, public_evidence(detail))),
        member.name,
        member.email,
        question.answer,
        str(question.parent_id or ""),
        str(question.id),
    )
