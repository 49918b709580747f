"""What a question's screens say of it: its state with the times, its words, its line in a list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, literal, one_line
from scrutiny_tui.services.wording import late_by, short_day
from scrutiny_tui.widgets.row import Column, Row

if TYPE_CHECKING:
    from db.models.history import Revision, Step, Version
    from db.models.questions import Question, QuestionState
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.questions import QuestionDetail

STATES: tuple[QuestionState, ...] = ("draft", "ready", "submitted", "acknowledged", "answered")
_NAME = 60  # characters that tell one question from another
MARKS: dict[QuestionState, str] = {
    "draft": "○",
    "ready": "◐",
    "submitted": "●",
    "acknowledged": "◉",
    "answered": "✓",
    "withdrawn": "×",
}
STYLES = {
    "draft": "$warning",
    "ready": "$accent",
    "submitted": "$primary",
    "acknowledged": "$primary",
    "answered": "$success",
    "withdrawn": "$text-muted",
}


def moment(at: datetime) -> str:
    """A moment in a line: `Mon 23 May 09:12`."""
    return f"{short_day(at.date())} {at:%H:%M}"


def state(question: Question) -> Content:
    """The state as mark and word: `✓ answered in part`."""
    how = (
        f" {one_line(question.answer_state)}"
        if question.state == "answered" and question.answer_state
        else ""
    )
    late = " late" if question.state in ("submitted", "acknowledged") and question.late else ""
    return Content.styled(f"{MARKS[question.state]} {question.state}{how}{late}", STYLES[question.state])


def state_line(detail: QuestionDetail) -> Content:
    """The way of a question, as far as it has come: `draft → ready → submitted … → answered`."""
    question = detail.question
    if question.state == "withdrawn":
        return state(question)
    come = [name for name in STATES if name != "acknowledged" or question.state == name]
    reached = come.index(question.state)
    steps = []
    for at, name in enumerate(come):
        words = f"{name}{_when(detail, name) if at == reached else ''}"
        style = f"bold {STYLES[name]}" if at == reached else "$text-muted"
        steps.append(Content.styled(f"{MARKS[name]} {words}" if at == reached else words, style))
    return join(steps, " → ")


def _when(detail: QuestionDetail, name: str) -> str:
    question = detail.question
    if name == "draft":
        return f" {moment(question.created_at)}"
    if name == "submitted" and detail.revisions:
        last = detail.revisions[-1]
        return f" {moment(last.made_at)}, {late_by(last.left)}"
    if name in ("ready", "acknowledged") and detail.steps:
        return f" {moment(detail.steps[-1].made_at)}"
    return f" {one_line(question.answer_state)}" if name == "answered" and question.answer_state else ""


def words_line(words: int, limit: int | None) -> Content:
    """The words counted against the limit: `61 of 100 words`, `! 112 of 100 words: cut 12`."""
    if limit is None:
        return Content(f"{words} words")
    if words > limit:
        return Content.styled(f"! {words} of {limit} words: cut {words - limit}", "bold $error")
    return Content(f"{words} of {limit} words")


def advice_lines(advice: Sequence[Warning], most: int = 0) -> Content:
    """What may get it rejected, one line each; the words over the limit are said with their count.

    Args:
        advice: in the order it is said.
        most: lines there is room for, the last saying how many more there are; 0 for all.
    """
    said = [warning for warning in advice if warning.code != "question-too-long"]
    shown = said if not most or len(said) <= most else said[: most - 1]
    rows = [Content.assemble(("! ", "bold $warning"), line(warning.text)) for warning in shown]
    if left := len(said) - len(shown):
        rows.append(Content.styled(f"! and {left} more, said when it is submitted", "$warning"))
    return Content("\n").join(rows)


def about(detail: QuestionDetail) -> Content:
    """The agenda item it is about: `9 Quality Assurance Framework`."""
    question = detail.question
    if not question.item_title:
        return Content.styled("no agenda item", "$text-muted")
    return line(f"{question.item_number} {question.item_title}", "bold")


def question_name(question: Question) -> Content:
    """A question in a few words, to tell it from others: its first words, else its item."""
    words = one_line(question.text) or one_line(question.item_title) or "nothing written yet"
    short = words if len(words) <= _NAME else f"{words[:_NAME].rstrip()}…"
    return Content.assemble(f" {MARKS[question.state]} ", line(short))


def list_row(detail: QuestionDetail) -> Row:
    """A question in the list: state, first words, item, how long."""
    question = detail.question
    text = one_line(question.text)
    words = f"{detail.words} of {detail.limit}" if detail.limit else f"{detail.words} words"
    after = [about(detail)] if question.item_title else []
    if question.parent_id is not None:
        after.append(Content.styled("supplementary", "$text-muted"))
    if question.state in ("draft", "ready"):
        after += [
            Content.assemble(("! ", "$warning"), line(one.text, "$warning")) for one in detail.advice[:1]
        ]
    return Row(
        (
            Column(Content(""), 0),
            Column(state(question), 19),
            Column(line(text) if text else Content.styled("nothing written yet", "$text-muted")),
            Column(Content.styled(words, "$text-muted"), 10, right=True),
        ),
        after=join(after) or None,
        indent=23,
    )


def history(detail: QuestionDetail, versions: Sequence[Version] = ()) -> list[tuple[str, Content]]:
    """All that became of a question, the latest first: its answer, submissions and earlier words.

    Each is the words `enter` brings back, and what is shown.
    """
    rows = [_answered(detail.question)] if detail.question.state == "answered" else []
    rows += [_submitted(revision) for revision in reversed(detail.revisions)]
    rows += [_said(version) for version in reversed(versions)]
    return rows


def steps_line(steps: Sequence[Step]) -> Content:
    """When it came into each state: `draft Mon 19 May 09:12 → submitted Mon 19 May 11:40`."""
    said = [
        f"{step.state} {one_line(step.answer_state)}".rstrip() + f" {moment(step.made_at)}" for step in steps
    ]
    return Content(" → ".join(said)) if said else Content("Nothing became of it yet.")


def _answered(question: Question) -> tuple[str, Content]:
    head = Content.styled(f" ✓ Answered {one_line(question.answer_state)}".rstrip(), "bold $success")
    words = question.answer or "The words of the answer were not kept."
    return "", Content.assemble(head, "\n", indented(words), "\n ")


def _submitted(revision: Revision) -> tuple[str, Content]:
    when = f" ● Submitted {moment(revision.made_at)}, {late_by(revision.left)}"
    to = f"to {revision.addressed_to}" if revision.addressed_to else ""
    head = join((Content.styled(when, "bold $primary"), line(to, "$text-muted")))
    return revision.text, Content.assemble(head, "\n", indented(revision.text), "\n ")


def _said(version: Version) -> tuple[str, Content]:
    head = Content.styled(f" ○ Written {moment(version.made_at)}", "bold")
    return version.text, Content.assemble(head, "\n", indented(version.text), "\n ")


def indented(text: str) -> Content:
    """Foreign text set in by three columns."""
    return literal("\n".join(f"   {words}" for words in text.strip().split("\n")))
