"""All there is to say of one deadline: the moment, the words it came from, the count, the doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, lines, literal
from scrutiny_tui.services.wording import long_day, scope, short_day
from scrutiny_tui.widgets.countdown import countdown_text

if TYPE_CHECKING:
    from db.models.settled import DeadlineOverride
    from imports.model.agenda import Contact
    from imports.model.warning import Warning
    from scrutiny_tui.services.models.deadlines import CountedDay, Deadline

_ORIGIN = {
    "printed": "A date printed for this meeting",
    "printed rule": "A rule printed in this pack",
    "committee rule": "The rule kept for this committee",
    "set by hand": "Set by hand",
}


def explain(
    deadline: Deadline | None,
    now: datetime,
    doubts: Sequence[Warning] = (),
    clerk: Contact | None = None,
) -> Content:
    """The whole account of a deadline, ready for a pane or dialog.

    Args:
        deadline: the one to explain; None where no paper prints one.
        now: the app's clock.
        doubts: further warnings about its meeting.
        clerk: whom to ask, or None where that is not known.
    """
    if deadline is None:
        parts = [Content("No paper of this meeting prints a deadline for questions."), *_doubts(doubts)]
    else:
        known = {warning.text for warning in deadline.warnings}
        more = [doubt for doubt in doubts if doubt.text not in known]
        parts = [*_moment(deadline, now), *_words(deadline), *_working(deadline.working)]
        parts += _doubts((*deadline.warnings, *more))
    return lines([*parts, *_ask(clerk)])


def before_now(overrides: Sequence[DeadlineOverride]) -> Content:
    """What was set by hand for a meeting, the newest first; empty where nothing was."""
    if not overrides:
        return Content("")
    rows = [Content(""), Content.styled("Set by hand so far", "bold")]
    for one in overrides:
        made = Content.styled(f"{short_day(one.made_at.date())} {one.made_at:%Y %H:%M}", "$text-muted")
        due = f"  due {short_day(one.due.date())} {one.due:%Y %H:%M}, for "
        rows += [made, Content.assemble(due, line(one.applies_to), ": ", line(one.reason))]
    return lines(rows)


def _moment(deadline: Deadline, now: datetime) -> Iterator[Content]:
    yield countdown_text(deadline, now)
    if deadline.due is not None:
        rule = deadline.wording.rule if deadline.wording else None
        due = f"{long_day(deadline.due.date())}, {deadline.due:%H:%M}"
        late = rule is not None and rule.before and rule.time is not None
        yield Content(
            f"Due before {due}: that minute is too late" if late else f"Due {due}, that minute included"
        )
    if deadline.safe is not None and deadline.safe != deadline.due:
        yield Content(f"Beyond dispute until {short_day(deadline.safe.date())} {deadline.safe:%H:%M}")
    tier = deadline.wording.tier if deadline.wording else ""
    yield line(f"For {scope(deadline)}{'; ' + tier if tier else ''}")


def _words(deadline: Deadline) -> Iterator[Content]:
    place = f", page {deadline.page} of the file" if deadline.page else ""
    yield Content("")
    yield Content.styled(f"{_ORIGIN[deadline.origin]}{place}", "bold")
    yield literal(deadline.text) if deadline.origin == "set by hand" else literal(f"“{deadline.text}”")


def _working(days: Sequence[CountedDay]) -> Iterator[Content]:
    if not days:
        return
    yield Content("")
    yield Content.styled("How it was worked out", "bold")
    for day in days:
        mark, style = ("✓", "$success") if day.counts else ("·", "$text-muted")
        label = f"{short_day(day.day)} {day.day:%Y}"
        yield Content.assemble(
            (f"{mark} ", style), f"{label:<16}  ", line(day.why, "" if day.counts else "$text-muted")
        )


def _doubts(warnings: Sequence[Warning]) -> Iterator[Content]:
    if not warnings:
        return
    yield Content("")
    yield Content.styled("Doubtful", "bold $warning")
    for warning in warnings:
        page = Content.styled(f"  (page {warning.page})" if warning.page else "", "$text-muted")
        yield Content.assemble(("! ", "bold $warning"), literal(warning.text), page)


def _ask(clerk: Contact | None) -> Iterator[Content]:
    if clerk is not None:
        yield Content("")
        yield Content.styled("Whom to ask", "bold")
        yield join(line(part) for part in (clerk.name, clerk.role, clerk.phone, clerk.email) if part)
