"""What the commands print for people: tables and short lists, plain enough for any terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scrutiny_tui.plain import ALOUD, plain, room, table, wrap
from scrutiny_tui.services.amended import tell
from scrutiny_tui.services.wording import countdown, outcome, scope, step_name, working

if TYPE_CHECKING:
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.deadlines import Deadline
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.importing import ImportedFile, ImportProgress
    from scrutiny_tui.services.models.promises import TrackedPromise
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.services.planner import ReadingPlan
    from scrutiny_tui.services.topics import Topic

_MARGIN = 4


class ProgressLine:
    """One line on standard error that is written over as an import moves on; silent where nobody watches."""

    def __init__(self) -> None:
        self._watched = sys.stderr.isatty()
        self._length = 0

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def show(self, event: ImportProgress) -> None:
        """Show how far the import is; what is no file's progress stays as a line of its own."""
        if not event.source:
            sys.stderr.write(plain(event.stage) + "\n")
        elif self._watched:
            count = f" {event.done}/{event.total}" if event.total else ""
            text = plain(f"{event.file}/{event.files} {event.source}: {event.stage}{count}")[:79]
            sys.stderr.write("\r" + text.ljust(self._length))
            sys.stderr.flush()
            self._length = len(text)

    def clear(self) -> None:
        """Take the line away."""
        if self._length:
            sys.stderr.write("\r" + " " * self._length + "\r")
            sys.stderr.flush()
            self._length = 0


def imported(files: Sequence[ImportedFile]) -> str:
    """What became of every file."""
    rows = [
        (
            file.status,
            str(file.meeting_date or "-"),
            str(file.pages or "-"),
            str(len(file.warnings) or "-"),
            file.kind or "-",
            file.source,
            file.committee or "-",
        )
        for file in files
    ]
    return table(("status", "meeting", "pages", "to check", "taken for", "file", "committee"), rows)


def pack(document: dict[str, Any]) -> str:
    """What was understood of a pack; `document` is the one scripts get."""
    when = " ".join(filter(None, (document["meeting_date"] or "no date", document["start_time"])))
    lines = [
        plain(document["committee"] or "Unknown committee"),
        plain(f"{when} ({document['meeting_date_basis']}), {document['venue'] or 'no venue printed'}"),
        plain(f"{document['source']}, {document['pages']} pages"),
        "",
    ]
    rows = [
        (
            item["number"] or "-",
            f"{item['pages'][0]}-{item['pages'][1]}" if item["pages"] else "-",
            ", ".join(item["officers"]) or "-",
            ("[heading] " if item["is_heading"] else "") + item["title"],
        )
        for item in document["agenda"]
    ]
    lines += [table(("item", "pages", "officers", "title"), rows), ""] if rows else ["No agenda.", ""]
    for deadline in document["question_deadlines"]:
        due = (deadline["due"] or "no date").replace("T", " ")
        to = deadline["applies_to"]
        to = to if isinstance(to, str) else f"items {', '.join(to)}"
        place = f"({deadline['source']}, page {deadline['page']})"
        lines.append(_entry((f"Questions by {due}", to, place), deadline["text"]))
    for minutes in document["minutes"]:
        actions = sum(len(item["actions"]) for item in minutes["items"])
        lines.append(plain(f"Minutes of {minutes['date']}: {len(minutes['items'])} items, {actions} actions"))
    counts = ("reports", "action_tracker", "work_programme", "membership", "contacts", "links")
    lines.append(", ".join(f"{len(document[part])} {part.replace('_', ' ')}" for part in counts))
    for warning in document["warnings"]:
        at = f"page {warning['page']}: " if warning["page"] else ""
        lines.append(wrap(f"{at}{warning['text']}", "To check: ", _MARGIN))
    return "\n".join([*lines, *_evidence(document)])


def _evidence(document: dict[str, Any]) -> list[str]:
    """Where each value was read, if that was asked for; what to check comes with a mark."""
    lines: list[str] = []
    for one in document.get("evidence", ()):
        at = f"page {one['page'] or '-'}" + (f", line {one['line']}" if one["line"] else "")
        mark = " " if one["sure"] == "printed" else "?"
        said = f"“{one['printed']}”" if one["printed"] else f"{one['value']} (nothing printed says so)"
        lines.append(wrap(f"{one['sure']}, {at}: {said}", f"{mark} {plain(one['of'])}: ", _MARGIN))
    for one in document.get("corrected", ()):
        of = one["of"] if one["item"] is None else f"{one['of']} ({one['item'] + 1}. on the agenda)"
        lines.append(
            wrap(f"{one['value']}; read as: {one['was'] or 'nothing'}", f"Corrected {plain(of)}: ", _MARGIN)
        )
    return ["", "Where it was read", *lines] if lines else []


def hits(found: Sequence[Hit]) -> str:
    """Passages with their place, best first."""
    if not found:
        return "Nothing found. Try fewer words, or a wider search."
    entries = []
    for hit in found:
        passage = hit.passage
        page = f"pack page {passage.pack_page}" if passage.pack_page else f"page {passage.page}"
        day = passage.said_on or "no date"
        place = f"{day} {passage.kind} {passage.ref}".rstrip()
        entries.append(_entry((place, passage.heading, f"({passage.source}, {page})"), passage.text))
        entries += [f"    {plain(tell(note))}" for note in hit.amended]
        entries += [f"    found as: {plain('; '.join(hit.why))}"] if hit.why else []
    return "\n".join(entries)


def deadlines(found: Sequence[Deadline], now: datetime, counted: bool = False) -> str:
    """Deadlines with the words they come from and what is doubtful; `counted` shows the count of days."""
    if not found:
        return "No question deadlines. Import a pack, or use --all for past ones."
    entries = []
    for deadline in found:
        due = f"{deadline.due:%a %Y-%m-%d %H:%M}" if deadline.due else "no moment"
        meeting = f"{deadline.meeting.committee}, {deadline.meeting.date or 'no date'}"
        state = "quoted in old minutes" if deadline.state == "quoted" else countdown(deadline, now)
        tier = f"; {deadline.wording.tier}" if deadline.wording and deadline.wording.tier else ""
        head = (due, state, meeting, f"({scope(deadline)}{tier}, {deadline.origin})")
        entries.append(_entry(head, deadline.text))
        if counted and deadline.working:
            entries.append(wrap(working(deadline.working), " " * _MARGIN + "= ", _MARGIN + 2))
        if counted and deadline.safe:
            entries.append(" " * _MARGIN + f"= safe until {deadline.safe:%a %Y-%m-%d %H:%M}")
        entries += [wrap(warning.text, " " * _MARGIN + "! ", _MARGIN + 2) for warning in deadline.warnings]
    return "\n".join(entries)


def reading_plan(meeting: Meeting, plan: ReadingPlan) -> str:
    """What is unread for a meeting, by when, and how it divides over the days."""
    lines = [plain(f"{meeting.committee}, {meeting.date or 'no date'}")]
    if not plan.items:
        return "\n".join([*lines, "Nothing is left to read."])
    rows = [
        (
            item.number or "-",
            str(item.pages),
            f"{item.minutes} min",
            str(item.last_day),
            f"{item.due:%Y-%m-%d %H:%M}" + (" closed" if item.closed else "") if item.due else "-",
            item.title + (" (written questions only)" if item.written_only else ""),
        )
        for item in plan.items
    ]
    lines += ["", table(("item", "unread", "about", "read by", "questions due", "title"), rows), ""]
    if plan.late:
        return "\n".join([*lines, f"{plan.pages} pages are unread; the meeting is over or has no date."])
    lines.append(f"{plan.pages} pages, about {plan.minutes} min: {plan.pace} pages a working day.")
    for day in plan.days:
        parts = ", ".join(f"item {share.number or '-'} ({share.pages})" for share in day.shares)
        lines.append(
            wrap(f"{day.pages:>3} pages, {day.minutes:>3} min: {parts}", f"{day.day:%a %Y-%m-%d}  ", 16)
        )
    return "\n".join(lines)


def questions(found: Sequence[QuestionDetail]) -> str:
    """The member's questions and how each stands."""
    if not found:
        return "No questions yet. Open the app and press a on an agenda item."
    rows = [
        (
            str(detail.question.id),
            detail.question.state + (" late" if detail.question.late else ""),
            str(detail.question.meeting.date or "-"),
            f"{detail.deadline.due:%Y-%m-%d %H:%M}" if detail.deadline and detail.deadline.due else "-",
            detail.question.item_number or "-",
            detail.question.text or "(empty)",
        )
        for detail in found
    ]
    return table(("id", "state", "meeting", "deadline", "item", "question"), rows)


def promises(found: Sequence[TrackedPromise]) -> str:
    """Actions and promises, and what became of them."""
    if not found:
        return "No actions. Import packs with minutes or an action tracker."
    entries = []
    for promise in found:
        said = f"{promise.said_on or 'no date'} {promise.ref}".rstrip()
        who = promise.owner_name or promise.owner or ""
        due = f"due {promise.due}" if promise.due else ""
        stands = f"{outcome(promise)} ({promise.mark} by you)" if promise.mark else outcome(promise)
        head = (stands, said, promise.heading, who, due, f"({promise.source})")
        entries.append(_entry(head, promise.text))
        entries += [
            wrap(f"{step_name(step)}: {step.text}", " " * _MARGIN + "> ", _MARGIN + 2)
            for step in promise.steps[1:]
        ]
    return "\n".join(entries)


def topics(found: Sequence[Topic]) -> str:
    """Topics, each on its line of time."""
    if not found:
        return "No topic runs through several meetings yet. Import the packs of more than one."
    entries = []
    for topic in found:
        entries.append(plain(("* " if topic.followed else "") + topic.name))
        for one in topic.mentions:
            about = f"for {one.about}" if one.about else ""
            page = one.page if one.pack_page is None else one.pack_page
            head = f"{one.day or 'no date'}  {one.kind} {about}".rstrip()
            entries.append(wrap(f"{one.text} (page {page}, {one.source})", f"    {head}: ", _MARGIN + 4))
    return "\n".join(entries)


def _entry(head: Sequence[str], text: str) -> str:
    """A head line of a few parts, and the text below it, set in."""
    line = (". " if ALOUD.get() else "  ").join(plain(part) for part in head if part)
    return f"{line[: room()]}\n{wrap(text, ' ' * _MARGIN, _MARGIN)}"
