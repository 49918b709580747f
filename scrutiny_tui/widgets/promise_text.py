"""What a promise says in the list and beside it: its outcome as sign and word, and the line of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, lines, literal, one_line
from scrutiny_tui.services.likeness import head_of
from scrutiny_tui.services.wording import OUTCOMES, outcome, step_name
from scrutiny_tui.widgets.passages import loose_passage
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import short_committee, short_date

if TYPE_CHECKING:
    from db.models.passages import Passage
    from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise

SIGNS = {"missed": "!", "slipped": "→", "quiet": "…", "open": "○", "reported": "◐", "kept": "✓"}
STYLES = {
    "missed": "$error",
    "slipped": "$warning",
    "quiet": "$warning",
    "open": "$primary",
    "reported": "$accent",
    "kept": "$success",
}
MARKS = (
    *((SIGNS[name], words) for name, words in OUTCOMES.items()),
    ("×", "marked by you as done or ignored"),
)
ROOMY = 70
_NAME = 34  # characters that tell one subject from another


def heading_row(name: str, number: int) -> Row:
    """The head of a group: `! not on that agenda  3`."""
    words = "marked by you" if name == "marked" else OUTCOMES[name]
    sign, style = ("×", "$text-muted") if name == "marked" else (SIGNS[name], STYLES[name])
    return Row((Column(Content.styled(f"{sign} {words} ({number})", f"bold {style}")),))


def promise_row(promise: TrackedPromise) -> Row:
    """A promise in the list: what, and underneath who, when it was said and when it is due."""
    said = short_date(promise.said_on)
    due = line(_due(promise), "$text-muted")
    under = join(
        [
            line(promise.mark, "bold"),
            line(who(promise), "$text-muted"),
            line(_short(promise.heading), "$text-muted"),
            due,
        ]
    )
    columns = (
        Column(line(promise.text)),
        Column(Content.styled(said, "$text-muted"), 11, right=True, from_width=ROOMY),
    )
    return Row(columns, after=under or None, indent=2)


def who(promise: TrackedPromise) -> str:
    """Whose it is: the person, with what is printed where that says something else."""
    name, printed = promise.owner_name, promise.owner or ""
    return f"{name} ({printed})" if name and printed and printed not in name else name or printed


def detail(promise: TrackedPromise) -> Content:
    """Everything of a promise above its evidence, the words as printed."""
    said = f"said {short_date(promise.said_on)}" + (f", minute {promise.ref}" if promise.ref else "")
    state = Content.styled(f"{SIGNS[promise.outcome]} {outcome(promise)}", f"bold {STYLES[promise.outcome]}")
    marked = (
        line(f"you: {promise.mark}{' – ' + promise.note if promise.note else ''}")
        if promise.mark
        else Content("")
    )
    due = _due(promise) + (
        f" ({short_date(promise.due_on)})" if promise.due_on and not promise.due[-4:].isdigit() else ""
    )
    parts = [
        join([state, marked]),
        literal(promise.text),
        join([line(who(promise)), line(said), line(due)]),
        line(f"{short_committee(promise.committee)} · {promise.heading}", "$text-muted"),
    ]
    return lines([part for part in parts if part])


def step_row(step: PromiseStep) -> Row:
    """A piece of evidence: what it is, the pack's page, and its words."""
    page = f"p{step.pack_page}" if step.pack_page is not None else f"file p{step.page}"
    sign = "!" if step.kind == "missing" else "→" if step.kind == "moved" else "·"
    head = Content.assemble(f"{sign} ", line(step_name(step), "bold"))
    columns = (Column(head), Column(Content.styled(page, "$text-muted"), 9, right=True))
    return Row(columns, after=literal(step.text), indent=2)


def as_passage(promise: TrackedPromise, step: PromiseStep) -> Passage:
    """A piece of evidence as a passage to quote and to open."""
    return loose_passage(
        step.document_id,
        step.source,
        step.page,
        step.pack_page,
        step.text,
        committee=promise.committee,
        day=step.day,
        kind="action",
        ref=step.ref,
        heading=step.heading,
    )


def _short(heading: str) -> str:
    """A title's subject, short enough for one line beside a name."""
    head = one_line(head_of(heading)).strip(" -–—")
    return head if len(head) <= _NAME else f"{head[:_NAME].rstrip()}…"


def _due(promise: TrackedPromise) -> str:
    words = one_line(promise.due)
    return words if not words or words.startswith("in due course") else f"due {words}"
