"""A question as a program reads it back: the JSON object our e-mails and Markdown carry."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from scrutiny_tui.services.export.lines import MemberIdentity, public_evidence, source_line
from scrutiny_tui.services.harmless import clean

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail

VERSION = "1"


def record(detail: QuestionDetail, member: MemberIdentity) -> dict[str, Any]:
    """Give a question's machine-readable form.

    Its keys: `id` (of the member's desk), `committee`, `meeting` (YYYY-MM-DD or null), `item`, `title`,
    `to`, `question`, `from`, `email`, `state`, `submitted` (ISO 8601 or null), `deadline` (the same),
    `late`, `supplementary_to` (an id or null), `evidence` (a list of `quote` and `citation`).
    """
    question = detail.question
    last = detail.revisions[-1] if detail.revisions else None
    return {
        "id": question.id,
        "committee": clean(question.meeting.committee),
        "meeting": question.meeting.date.isoformat() if question.meeting.date else None,
        "item": clean(question.item_number),
        "title": clean(question.item_title),
        "to": clean(question.addressed_to),
        "question": clean(question.text.strip()),
        "from": clean(member.name),
        "email": clean(member.email),
        "state": question.state,
        "submitted": question.submitted_at.isoformat(timespec="minutes") if question.submitted_at else None,
        "deadline": last.deadline.isoformat(timespec="minutes") if last and last.deadline else None,
        "late": question.late,
        "supplementary_to": question.parent_id,
        "evidence": [
            {"quote": clean(one.quote), "citation": clean(source_line(one))}
            for one in public_evidence(detail)
        ],
    }


def record_json(detail: QuestionDetail, member: MemberIdentity) -> str:
    """The record on one line of ASCII that ends no comment, opens no tag and is no encoded word."""
    words = json.dumps(record(detail, member), ensure_ascii=True)
    for letter in "<>=&":
        words = words.replace(letter, f"\\u{ord(letter):04x}")
    return words.replace("--", "-\\u002d").replace("  ", " \\u0020")
