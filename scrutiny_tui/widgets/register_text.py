"""What a received question says in the register's list and beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, lines, literal
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import count, short_committee

if TYPE_CHECKING:
    from scrutiny_tui.services.register import Entry

SIGNS = {"received": "○", "accepted": "✓", "returned": "×"}
STYLES = {"received": "$primary", "accepted": "$success", "returned": "$text-muted"}
MARKS = (
    ("○", "received, not decided yet"),
    ("✓", "accepted"),
    ("×", "returned with a ground"),
    ("!", "received after the deadline"),
    ("≈", "much like another question"),
)


def entry_row(entry: Entry) -> Row:
    """A question in the list: its number, state and stamp, and underneath its first words."""
    one = entry.question
    state = Content.styled(f"{SIGNS[one.state]} {one.state}", STYLES[one.state])
    stamp = Content.styled(f"{one.received_at:%d %b %H:%M}", "$text-muted")
    alike = Content.styled(f"≈ {', '.join(map(str, entry.alike))}" if entry.alike else "", "$warning")
    item = f"item {one.item_number}" if one.item_number else ""
    columns = (
        Column(Content(f"{one.id:>3}"), 3),
        Column(state, 10),
        Column(stamp, 12),
        Column(join([standing(entry), line(item, "$text-muted"), alike])),
    )
    return Row(columns, after=line(one.text), indent=5)


def standing(entry: Entry) -> Content:
    """In time or late, by how long."""
    return Content.styled(f"! {entry.standing}", "bold $error") if entry.late else Content(entry.standing)


def account(entry: Entry) -> Content:
    """Everything of a question, its words as they came."""
    one = entry.question
    due = f"deadline {one.due:%a %d %b %Y %H:%M}" if one.due else "no deadline known for it"
    claimed = f"the message claims {one.claimed_at:%a %d %b %Y %H:%M}" if one.claimed_at else ""
    sender = " ".join(part for part in (one.sender, f"<{one.address}>" if one.address else "") if part)
    item = f"{one.item_number} {one.item_title}".strip()
    alike = f"≈ much like {count(len(entry.alike), 'other')}: {', '.join(map(str, entry.alike))}"
    parts = [
        join(
            [Content.styled(f"{SIGNS[one.state]} {one.state}", f"bold {STYLES[one.state]}"), line(one.ground)]
        ),
        line(f"{short_committee(one.meeting.committee)}, {one.meeting.date or 'no date'}"),
        line(f"item {item}" if item else "no agenda item named", "bold"),
        line(f"from {sender}" if sender else "from nobody named"),
        Content.assemble(f"received {one.received_at:%a %d %b %Y %H:%M}: ", standing(entry)),
        line(join_words(due, claimed), "$text-muted"),
        Content.styled(alike, "$warning") if entry.alike else Content(""),
        line(f"out of {one.source}", "$text-muted"),
        Content(" "),
        literal(one.text),
        line(f"your note: {one.note}", "italic") if one.note else Content(""),
    ]
    return lines([part for part in parts if part])


def join_words(*words: str) -> str:
    """Words with a dot between them, the empty ones left out."""
    return " · ".join(word for word in words if word)
