"""The schedule of questions for a meeting: what the clerk lays before it, in Word, Markdown or CSV.

Questions returned are left out, and so are the clerk's notes and the senders' addresses.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.files import write_whole
from scrutiny_tui.services.harmless import cell, clean, flat, plain
from scrutiny_tui.services.register import Entry
from scrutiny_tui.services.wording import long_day

if TYPE_CHECKING:
    from db.models.questions import MeetingRef

Meetings = list[tuple[str, list[Entry]]]


def write_schedule(entries: Sequence[Entry], target: Path, *, by_item: bool = False) -> int:
    """Write the schedule to `.docx`, `.md` or `.csv` and give how many questions it holds.

    Args:
        entries: of one meeting or several; returned questions are left out.
        target: the file.
        by_item: in order of the agenda's items instead of receipt.

    Raises:
        ExportFailed: there is no question to write, or the file cannot be written.
    """
    kept = [entry for entry in entries if entry.question.state != "returned"]
    if not kept:
        raise ExportFailed("No question is in the register for a schedule: take some in, or accept one.")
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise ExportFailed(f"{target.name}: choose a name that ends in .docx, .md or .csv.")
    write_whole(target, write(_by_meeting(kept, by_item)))
    return len(kept)


def _by_meeting(entries: Sequence[Entry], by_item: bool) -> Meetings:
    groups: dict[MeetingRef, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.question.meeting, []).append(entry)
    return [(_name(ref), sorted(of, key=_by_number) if by_item else list(of)) for ref, of in groups.items()]


def _by_number(entry: Entry) -> tuple[int, str, str]:
    digits = "".join(letter for letter in entry.question.item_number if letter.isdigit())
    received = entry.question.received_at.isoformat()
    return (int(digits[:6]) if digits else 10**6), entry.question.item_number, received


def _name(ref: MeetingRef) -> str:
    return f"{ref.committee}, {long_day(ref.date)}" if ref.date else ref.committee


def _facts(entry: Entry) -> list[str]:
    """The lines under a question's number: item, sender, when it came, how that stands."""
    question = entry.question
    number = f"{question.item_number}: " if question.item_number else ""
    item = f"Agenda item {number}{question.item_title}" if question.item_title else ""
    item = item or (f"Agenda item {question.item_number}" if question.item_number else "")
    stamp = f"Received {question.received_at:%d %B %Y %H:%M} ({entry.standing})"
    return [line for line in (item, f"From {question.sender}" if question.sender else "", stamp) if line]


def _as_markdown(meetings: Meetings) -> bytes:
    parts: list[str] = []
    for name, entries in meetings:
        parts.append(f"# Schedule of questions for {plain(flat(name))}")
        for place, entry in enumerate(entries, start=1):
            parts.append(f"## Question {place}")
            parts += [plain(flat(line)) for line in _facts(entry)]
            parts.append(plain(entry.question.text))
    return ("\n\n".join(parts) + "\n").encode()


def _as_word(meetings: Meetings) -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = "Schedule of questions"
    document.core_properties.author = ""
    for name, entries in meetings:
        document.add_heading(f"Schedule of questions for {flat(name)}", level=1)
        for place, entry in enumerate(entries, start=1):
            document.add_heading(f"Question {place}", level=2)
            for line in _facts(entry):
                document.add_paragraph(flat(line)).paragraph_format.keep_with_next = True
            for paragraph in entry.question.text.split("\n"):
                document.add_paragraph(clean(paragraph))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _as_table(meetings: Meetings) -> bytes:
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    head = ["meeting", "number", "item", "title", "from", "received", "standing", "state", "question"]
    table.writerow(head)
    for name, entries in meetings:
        for place, entry in enumerate(entries, start=1):
            one = entry.question
            received = one.received_at.isoformat(timespec="minutes")
            row = [name, str(place), one.item_number, one.item_title, one.sender, received]
            table.writerow([cell(value) for value in (*row, entry.standing, one.state, one.text)])
    return buffer.getvalue().encode("utf-8-sig")


_WRITERS: dict[str, Callable[[Meetings], bytes]] = {
    ".docx": _as_word,
    ".md": _as_markdown,
    ".csv": _as_table,
}
