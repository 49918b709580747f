"""What every format says of a question, line by line, and text made safe to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrutiny_tui.services.harmless import clean, flat
from scrutiny_tui.services.wording import late_by, long_day

if TYPE_CHECKING:
    from db.models.questions import Evidence
    from scrutiny_tui.services.models.questions import QuestionDetail


@dataclass(frozen=True, slots=True)
class MemberIdentity:
    """Who asks: the name under the question and the address to reply to; both may be ""."""

    name: str = ""
    email: str = ""


def subject(details: Sequence[QuestionDetail]) -> str:
    """The subject line: whose questions, for which meeting."""
    noun = "Question" if len(details) == 1 else f"{len(details)} questions"
    return flat(f"{noun} for {meeting_name(details[0])}")


def meeting_name(detail: QuestionDetail) -> str:
    """The committee with the date of its meeting."""
    ref = detail.question.meeting
    return f"{ref.committee}, {long_day(ref.date)}" if ref.date else ref.committee


def as_text(details: Sequence[QuestionDetail], member: MemberIdentity, *, with_evidence: bool = True) -> str:
    """The questions as plain text, for the body of an e-mail and for the clipboard."""
    meetings = {meeting_name(detail) for detail in details}
    parts = [f"For {meeting_name(details[0])}"] if len(meetings) == 1 else []
    for place, detail in enumerate(details, start=1):
        lines = [f"Question {place}" if len(details) > 1 else "Question"]
        if len(meetings) > 1:
            lines.append(f"For {meeting_name(detail)}")
        lines += [line for line in (item_line(detail), to_line(detail)) if line]
        lines += ["", detail.question.text.strip()]
        if with_evidence:
            lines += [f"\nEvidence: {evidence_line(quoted)}" for quoted in public_evidence(detail)]
        parts.append("\n".join(lines))
    if member.name:
        parts.append(member.name)
    return clean("\n\n".join(parts)) + "\n"


def public_evidence(detail: QuestionDetail) -> tuple[Evidence, ...]:
    """The quotations that may leave the app: none from a page that is not public."""
    return tuple(one for one in detail.evidence if one.id not in detail.withheld)


def item_line(detail: QuestionDetail) -> str:
    """The agenda item: `Agenda item 8: Quality Assurance`."""
    question = detail.question
    number = f"{question.item_number}: " if question.item_number else ""
    return flat(f"Agenda item {number}{question.item_title}") if question.item_title else ""


def to_line(detail: QuestionDetail) -> str:
    """Whom it is for: `To Head of Quality`."""
    return flat(f"To {detail.question.addressed_to}") if detail.question.addressed_to else ""


def state_line(detail: QuestionDetail) -> str:
    """How it stands: its state, or when it was submitted and what time was left."""
    if not detail.revisions or detail.question.submitted_at is None:
        return f"State: {detail.question.state}"
    left = detail.revisions[-1].left
    return f"Submitted {detail.question.submitted_at:%d %B %Y %H:%M} ({late_by(left)})"


def answer_title(detail: QuestionDetail) -> str:
    """The heading over an answer, with how far it goes."""
    how = detail.question.answer_state
    return f"Answer ({'no answer' if how == 'not' else how})" if how else "Answer"


def evidence_line(quoted: Evidence) -> str:
    """A quotation with its source, on one line."""
    return f'"{quoted.quote.strip()}" ({source_line(quoted)})'


def source_line(quoted: Evidence) -> str:
    """Where quoted words stand."""
    return quoted.citation or f"{quoted.source}, page {quoted.page}"
