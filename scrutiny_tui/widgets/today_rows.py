"""The first rows of the first screen: what closes, is unread, came new, was promised and is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import line
from scrutiny_tui.messages import (
    Ask,
    OpenDemo,
    OpenMeeting,
    OpenReader,
    ShowPromised,
    ShowQuestions,
    StartImport,
    TakeTour,
)
from scrutiny_tui.widgets.bars import bar
from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow
from scrutiny_tui.widgets.times import count, day_text, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.overview import MeetingSummary, Overview
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.today import ToRead

LOOK_AHEAD = timedelta(days=21)
MOST = 3
"""How many meetings a look holds."""
_BAR = 10
_HEAD = 49  # cells the words of a row may take before its meeting
MARKS = (
    ("◧", "pages not read yet"),
    ("+", "a paper that came after you began to read"),
    ("!", "promised, and not on the agenda; or doubtful"),
)


@dataclass(frozen=True, slots=True)
class Errand:
    """What a row of the look leads to: the meeting it is of, and what to ask the App for."""

    meeting: Meeting | None
    request: Ask


@dataclass(frozen=True, slots=True)
class _Told:
    """A thing that matters: its words, the meeting it is of, what is to be said of it, where it leads."""

    head: Content
    meeting: Meeting
    words: Content
    request: Ask
    below: bool = False

    def as_row(self, widest: int, now: datetime) -> ModelRow:
        """The row of it; `widest` is how wide the widest of all heads is."""
        day = day_text(self.meeting.date, now) if self.meeting.date else "no date"
        name = Content.assemble(f"{day:<12}", line(short_committee(self.meeting.committee)))
        columns = (
            Column(Content(""), 0),
            Column(self.head, widest),
            Column(name),
            Column(self.words, 38, from_width=130),
        )
        row = Row(columns, after=self.words if self.below else None, indent=4, after_below=130)
        return ModelRow(row, Errand(self.meeting, self.request))


def soon(shown: Overview, now: datetime) -> list[MeetingSummary]:
    """The coming meetings a look is about: the next ones within three weeks, else the very next."""
    near = [row for row in shown.coming if row.meeting.date and row.meeting.date <= (now + LOOK_AHEAD).date()]
    return (near or list(shown.coming[:1]))[:MOST]


def today_rows(
    shown: Overview,
    to_read: Sequence[ToRead],
    promised: Mapping[int, Sequence[TrackedPromise]],
    now: datetime,
) -> Iterator[ModelRow]:
    """A row for each thing that matters today, the most pressing first.

    Args:
        shown: all meetings.
        to_read: how far the reading for the coming ones is, as far as it is known yet.
        promised: by meeting, what was promised for it and is not on its agenda, as far as it is known.
        now: the app's clock.
    """
    rows = [*_closing(shown, now), *_unsent(shown, now)]
    for one in to_read:
        rows += _unread(one)
    for one in to_read:
        rows += [_new(one, at) for at in range(len(one.new))]
    for row in soon(shown, now):
        if missing := promised.get(row.meeting.id, ()):
            rows.append(_missing(row.meeting, missing))
    if rows:
        yield ModelRow(Content.styled("\n Today", "bold $primary"))
        widest = min(_HEAD, max(one.head.cell_length for one in rows))
        yield from (one.as_row(widest, now) for one in rows)


def _closing(shown: Overview, now: datetime) -> Iterator[_Told]:
    """What closes next, within three weeks; of several, all that close within three days."""
    open_ones = [(row.deadline.due, row) for row in shown.coming if row.deadline and row.deadline.due]
    near = (pair for pair in open_ones if now <= pair[0] <= now + LOOK_AHEAD)
    ahead = sorted(near, key=lambda pair: pair[0])
    for due, row in ahead[:MOST]:
        if due != ahead[0][0] and due - now > timedelta(days=3):
            return
        words = line(asked(row) or "nothing asked yet", "$accent" if row.questions else "$text-muted")
        head = countdown_text(row.deadline, now)
        head = Content.styled(head.plain.replace(" closes", " questions close", 1), head.spans[0].style)
        yield _Told(head, row.meeting, words, OpenMeeting(row.meeting.id))


def _unsent(shown: Overview, now: datetime) -> Iterator[_Told]:
    """What the member began for a coming meeting and did not submit before questions closed."""
    for row in shown.coming:
        due = row.deadline.due if row.deadline else None
        if row.drafts and due is not None and due < now:
            since = countdown_text(row.deadline, now).plain.removeprefix("× ")
            head = Content.styled(f"× {count(row.drafts, 'question')} not submitted", "bold $error")
            yield _Told(head, row.meeting, line(since, "$text-muted"), ShowQuestions(), below=True)


def asked(row: MeetingSummary) -> str:
    """What the member asks at a meeting: `1 draft, 2 asked`."""
    sent = row.questions - row.drafts
    words = (count(row.drafts, "draft") if row.drafts else "", f"{sent} asked" if sent else "")
    return ", ".join(filter(None, words))


def _unread(one: ToRead) -> list[_Told]:
    if not one.unread:
        return []
    read = one.pages - one.unread
    head = Content.assemble(
        ("◧ ", "$primary"),
        f"{one.unread} of {count(one.pages, 'page')} unread  ",
        (bar(read, one.pages, _BAR), "$primary"),
    )
    return [_Told(head, one.meeting, Content(""), OpenMeeting(one.meeting.id))]


def _new(one: ToRead, at: int) -> _Told:
    paper = one.new[at]
    seen = paper.first_seen or paper.imported_at
    head = Content.assemble(("+ new: ", "bold $accent"), line(paper.source))
    words = line(f"came {seen.day} {seen:%b}", "$text-muted")
    return _Told(head, one.meeting, words, OpenReader(paper.id))


def _missing(meeting: Meeting, missing: Sequence[TrackedPromise]) -> _Told:
    subjects = "; ".join(one.heading if one.kind != "work programme" else one.text for one in missing)
    head = Content.assemble(("! ", "bold $warning"), f"{len(missing)} promised, not on the agenda")
    return _Told(head, meeting, line(subjects, "$text-muted"), ShowPromised(meeting), below=True)


def first_rows() -> Iterator[ModelRow]:
    """What an empty library offers."""
    offers: tuple[tuple[str, str, Ask], ...] = (
        ("Take the tour", "two minutes, on the demo's papers", TakeTour()),
        ("Look around the demo", "an invented council, in a library of its own", OpenDemo()),
        ("Import papers", "PDF, Word, text, saved pages, whole folders", StartImport()),
    )
    for name, words, request in offers:
        columns = (
            Column(Content(""), 0),
            Column(Content.styled(name, "bold"), 24),
            Column(Content.styled(words, "$text-muted")),
        )
        yield ModelRow(Row(columns), Errand(None, request))
