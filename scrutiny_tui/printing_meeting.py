"""What the commands on one meeting print: short lines that also read well aloud, and nothing drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

from scrutiny_tui.plain import ALOUD, plain, wrap
from scrutiny_tui.services.amended import tell
from scrutiny_tui.services.deadlines import leading
from scrutiny_tui.services.pages_read import pages_read
from scrutiny_tui.services.plain_pages import page_lines
from scrutiny_tui.services.wording import countdown, long_day, scope

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail, Paper
    from scrutiny_tui.services.notes import PlacedNote
    from scrutiny_tui.services.stretches import Stretch
    from scrutiny_tui.today_cli import Today

_SET_IN = "    "
_HEADING = re.compile(r"^#+ ")
_CELL_BY_CELL = 1
"""So narrow that a table's cells are told one by one, each with its heading."""


def agenda(detail: MeetingDetail, now: datetime) -> str:
    """A meeting, item by item."""
    lines = [*head(detail.meeting), *_deadlines(detail, now)]
    if clerk := detail.clerk:
        lines.append(
            _line("Clerk: ", ", ".join(filter(None, (clerk.name, clerk.role, clerk.email, clerk.phone))))
        )
    if not detail.items:
        names = "; ".join(document.source for document in detail.documents)
        lines.append(_line("", f"These papers have no agenda: {names or 'none is in the library'}."))
    for one in detail.items:
        lines += ["", *_item(one, leading(detail.deadlines), now)]
    if detail.loose:
        lines += ["", "Of the meeting, to no item", *(_line(_SET_IN, one.source) for one in detail.loose)]
    if detail.to_check:
        lines += ["", "To check"]
        lines += [
            _line(_SET_IN, f"{document.source}, page {warning.page or '-'}: {warning.text}")
            for document, warning in detail.to_check
        ]
    return "\n".join(lines)


def head(meeting: Meeting) -> list[str]:
    """A meeting's name, day and place."""
    time = f", {meeting.start_time:%H:%M}" if meeting.start_time else ""
    when = long_day(meeting.date) + time if meeting.date else "no date printed"
    return [plain(meeting.committee), _line("", f"{when}, {meeting.venue or 'no venue printed'}")]


def _deadlines(detail: MeetingDetail, now: datetime) -> Iterator[str]:
    live = [one for one in detail.deadlines if one.state != "quoted"]
    for one in live:
        due = f"by {one.due:%a %Y-%m-%d %H:%M}, " if one.due else ""
        yield _line("Questions: ", f"{due}{countdown(one, now)}, {scope(one)}")
    if not live:
        yield "Questions: no deadline is printed."


def _item(one: ItemDetail, leads: Deadline | None, now: datetime) -> Iterator[str]:
    number = f"{one.item.number.rstrip('. ')}. " if one.item.number else ""
    yield _line("", f"{number}{one.item.title}")
    about = "; ".join(_about(one))
    if about:
        yield _line(_SET_IN, about)
    if one.deadline and one.deadline != leads:
        due = f"by {one.deadline.due:%a %Y-%m-%d %H:%M}, " if one.deadline.due else ""
        yield _line(_SET_IN, f"Questions: {due}{countdown(one.deadline, now)}")
    if one.item.description:
        yield _line(_SET_IN, one.item.description)
    for text in one.recommendations:
        yield _line(f"{_SET_IN}Recommendation: ", text)
    for paper in one.papers:
        yield _line(f"{_SET_IN}Paper: ", _paper(paper))
    for link in one.links:
        yield _line(f"{_SET_IN}Linked, not in the library: ", link.title)
    for question in one.questions:
        yield _line(f"{_SET_IN}Your question {question.id}, {question.state}: ", question.text or "(empty)")
    for note in one.notes:
        yield _line(_SET_IN, note_line(note))


def _about(one: ItemDetail) -> Iterator[str]:
    if one.item.officers:
        yield ", ".join(one.item.officers)
    first, last = one.item.first_page, one.item.last_page
    if first is not None:
        yield f"pages {first} to {last}" if last and last != first else f"page {first}"
    if one.papers:
        pages, read = pages_read(one.papers)
        yield f"read {read} of {pages}" + (f", about {one.minutes} min" if read < pages else "")
    if one.written_only:
        yield "written questions only"


def _paper(paper: Paper) -> str:
    """A paper with its pages by the number a person would type."""
    first, last = paper.pack_pages or (paper.page, paper.last_page)
    pages = f"pages {first}-{last}" if first != last else f"page {first}"
    said = ("not public" if paper.exempt else "", "new" if paper.new else "", paper.note)
    return ", ".join(filter(None, (paper.title, pages, f"in {paper.document.source}", *said)))


def note_line(note: Note) -> str:
    """A note or mark with its words and place."""
    place = f"{note.source}, page {note.pack_page or note.page}"
    what = f"Note: {note.text}" if note.text else "Marked"
    return f"{what}: “{note.quote}” ({place})" if note.quote else f"{what} ({place})"


def notes(found: Sequence[PlacedNote]) -> str:
    """Notes and marks, by meeting, each with its citation."""
    lines: list[str] = []
    for meeting, own in groupby(found, key=lambda one: one.note.meeting):
        name = f"{meeting.committee}, {long_day(meeting.date) if meeting.date else 'no date'}"
        lines += ["", plain(name)] if lines else [plain(name)]
        for one in own:
            stands = {"changed": "; the words were changed since", "gone": "; no longer in the papers"}
            closed = "" if one.public else "; not public"
            quote = f"“{one.note.quote}” ({one.citation}{stands.get(one.stands, '')}{closed})"
            lines.append(_line(_SET_IN, f"{one.note.text}: {quote}" if one.note.text else f"Marked: {quote}"))
    return "\n".join(lines) or "No notes. Press t or m on a passage in the app."


def today(found: Today, now: datetime) -> str:
    """What matters today."""
    lines = [f"{long_day(now.date())}, {now:%H:%M}", "", "Coming"]
    for one in found.meetings:
        summary = one.summary
        mine = f"{summary.drafts} of {summary.questions} questions not sent" if summary.questions else ""
        said = (countdown(summary.deadline, now), mine, one.pace)
        lines += [_line(_SET_IN, f"{_name(summary.meeting)}: {'; '.join(filter(None, said))}")]
    if not found.meetings:
        lines.append(f"{_SET_IN}No meeting is coming. Import the next pack: scrutiny import PATH.")
    promised = [(one.summary.meeting, promise) for one in found.meetings for promise in one.promised]
    if promised:
        lines += ["", "Promised and not on the agenda"]
        for meeting, promise in promised:
            said_on = f"said {promise.said_on}" if promise.said_on else ""
            place = ", ".join(filter(None, (said_on, f"for {_name(meeting)}")))
            lines.append(_line(_SET_IN, f"{promise.text} ({place})"))
    if found.to_look:
        lines += ["", "Needs a look"]
        lines += [_line(_SET_IN, f"{_name(meeting)}: {warning.text}") for meeting, warning in found.to_look]
    return "\n".join(lines)


def _name(meeting: Meeting) -> str:
    time = f" {meeting.start_time:%H:%M}" if meeting.start_time else ""
    return f"{meeting.date or 'no date'}{time} {meeting.committee}"


def stretches(found: Sequence[Stretch], width: int | None) -> str:
    """Pages as text; a line before each says which it is."""
    lines: list[str] = []
    for stretch in found:
        lines += ["", plain(stretch.title)] if lines else [plain(stretch.title)]
        for page in stretch.pages:
            name = f"page {page.pack_page}" if page.pack_page else f"page {page.number} of the file"
            if ALOUD.get():
                told = (_HEADING.sub("Heading: ", line) for line in page_lines(page, _CELL_BY_CELL))
                lines += ["", f"{name.capitalize()}.", *map(plain, told)]
            else:
                lines += ["", f"[{name}]", *(plain_line(line) for line in page_lines(page, width))]
            changed = [one for one in stretch.amended if one.page == page.number]
            lines += [_line("", f"({one.paragraph or 'A paragraph'}: {tell(one.note)})") for one in changed]
    return "\n".join(lines)


def plain_line(line: str) -> str:
    """A line set already, without what a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in line)


def _line(start: str, text: str) -> str:
    return wrap(text, start, len(_SET_IN) if start else 0)
