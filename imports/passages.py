"""The units of search: things said once, each with its place, its heading and its date.

A minute's paragraph stands alone. A report's short paragraphs are put together under their heading,
so that a passage says something and still fits a screen; page furniture never enters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.furniture import TextLine
from imports.layout.hanging import close_up
from imports.layout.headings import heading_level, usual_size
from imports.layout.paragraphs import Paragraph, join_lines, split_paragraphs
from imports.model.reading import Passage, PassageKind
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.minutes.reading import MinutesSpan
    from imports.model.agenda import AgendaItem
    from imports.model.minutes import MinuteItem
    from imports.model.tables import TrackedAction, WorkProgrammeMeeting

LONGEST = 1200
ENOUGH = 420
MOST_LINES = 40
SCRAP = 100
WEAK = 4
LONGEST_HEADING = 200
_NUMBER = regex(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s*[A-Z“‘(])")
_SENTENCE = regex(r"(?<=[.;:?!])\s+")


class Places:
    """Where things stand: the pack page and the agenda item of a file page."""

    def __init__(self, numbers: Sequence[int | None], items: Mapping[int, str]) -> None:
        """Keep the pack's page numbers and the items' pages."""
        self._numbers = numbers
        self._items = items

    def passage(self, kind: PassageKind, ref: str, heading: str, text: str, page: int) -> Passage:
        """Make a passage that stands on a file page."""
        number = self._numbers[page - 1] if 0 < page <= len(self._numbers) else None
        return Passage(kind, ref, heading, text, page, number, None, self._items.get(page))


def agenda_passages(agenda: Iterable[AgendaItem], places: Places) -> Iterator[Passage]:
    """One passage an agenda item: its title and what the committee is asked to do."""
    for item in agenda:
        text = join_lines([item.title, item.description or ""])
        if not text:
            continue
        passage = places.passage("agenda", item.number or "", item.title, text, item.page or 1)
        yield replace(passage, agenda_item=item.number)


def note_passages(notes: Iterable[tuple[str, int]], places: Places) -> Iterator[Passage]:
    """The front sheet's notes (members, contacts, how to ask a question), each as (text, file page)."""
    for text, page in notes:
        if len(text) >= SCRAP:
            yield from (
                places.passage("agenda", "", "Notes to the agenda", part, page) for part in _cut(text)
            )


def minute_passages(span: MinutesSpan, lines: Sequence[TextLine], places: Places) -> Iterator[Passage]:
    """One passage a paragraph of the minutes, and one for those who were there."""
    minutes = span.minutes
    head = list(lines[span.start : span.items_at])
    if head:
        text = join_lines(line.text for line in head)
        for part in _cut(text):
            yield replace(places.passage("minute", "", "Attendance", part, head[0].page), date=minutes.date)
    for item in minutes.items:
        for passage in _item_passages(item, places):
            yield replace(passage, date=minutes.date)


def _item_passages(item: MinuteItem, places: Places) -> Iterator[Passage]:
    if not item.paragraphs:
        yield places.passage("minute", item.number or "", item.title, item.title, item.page)
    waiting: tuple[str, list[str], int] | None = None
    for paragraph in item.paragraphs:
        ref = paragraph.number or item.number or ""
        goes_on = (
            waiting
            and paragraph.number is None
            and (
                waiting[1][-1].endswith((":", ":-", ";", ","))
                or len(paragraph.text) < 60
                or len(" ".join(waiting[1])) < 60
            )
        )
        if waiting and goes_on and len(" ".join(waiting[1])) + len(paragraph.text) < LONGEST:
            waiting[1].append(paragraph.text)
            continue
        if waiting:
            yield from _cut_passages(waiting, item.title, places)
        waiting = (ref, [paragraph.text], paragraph.page)
    if waiting:
        yield from _cut_passages(waiting, item.title, places)


def _cut_passages(said: tuple[str, list[str], int], heading: str, places: Places) -> Iterator[Passage]:
    for text in _cut(join_lines(said[1])):
        yield places.passage("minute", said[0], heading, text, said[2])


def _cut(text: str) -> list[str]:
    """A text in pieces no longer than a passage may be, cut at sentences where there are some."""
    if len(text) <= LONGEST * 1.4:
        return [text]
    pieces = [""]
    for sentence in _SENTENCE.split(text):
        while len(sentence) > LONGEST:
            at = sentence.rfind(" ", 0, LONGEST)
            at = at if at > 0 else LONGEST
            pieces.append(sentence[:at])
            sentence = sentence[at:].strip()
        if len(pieces[-1]) + len(sentence) < LONGEST:
            pieces[-1] = f"{pieces[-1]} {sentence}".strip()
        else:
            pieces.append(sentence)
    return [piece for piece in pieces if piece]


def action_passages(actions: Iterable[TrackedAction], places: Places) -> Iterator[Passage]:
    """One passage a row of the action tracker, its topic as the heading."""
    for row in actions:
        text = join_lines([row.action, row.responsibility, row.progress])
        yield places.passage("action", "", row.topic, text, row.page)


def programme_passages(meetings: Iterable[WorkProgrammeMeeting], places: Places) -> Iterator[Passage]:
    """One passage a coming meeting: what is promised for it."""
    for meeting in meetings:
        day = meeting.meeting_date
        text = f"{day.day} {day:%B %Y} {'; '.join(meeting.items)}"
        yield places.passage(
            "work-programme", day.isoformat(), f"Work programme for {day.day} {day:%B %Y}", text, meeting.page
        )


def report_passages(
    lines: Sequence[TextLine], taken: frozenset[tuple[int, int]], titles: Mapping[int, str], places: Places
) -> Iterator[Passage]:
    """The passages of the papers, section by section.

    Args:
        lines: the document's own lines.
        taken: lines that went into other passages (minutes, tracker, work programme), as (page, index).
        titles: the paper's title, by the file page it begins on.
        places: where things stand.
    """
    usual = usual_size(lines)
    lines = [close_up(line) for line in lines]
    heading, part = "", list[TextLine]()
    before: int | None = None
    for i, line in enumerate(lines):
        if (line.page, line.index) in taken:
            yield from _section(part, heading, places)
            part = []
            continue
        level = heading_level(line, usual, lines[i + 1] if i + 1 < len(lines) else None)
        opens_paper = line.opens_page and line.page in titles
        if opens_paper or (level and _ends_section(part, level)):
            yield from _section(part, heading, places)
            part = []
        if opens_paper:
            heading = titles[line.page]
        elif level and level < WEAK:
            goes_on = (
                level == before and not line.gap and part and len(heading) + len(line.text) < LONGEST_HEADING
            )
            heading = join_lines([heading, line.text]) if goes_on else line.text
        before = level
        part.append(line)
    yield from _section(part, heading, places)


def _ends_section(part: Sequence[TextLine], level: int) -> bool:
    """Whether a heading ends what stands above it: a guessed one among scraps of a table does not."""
    return sum(len(line.text) for line in part) >= (ENOUGH if level >= WEAK else SCRAP)


def _section(lines: Sequence[TextLine], heading: str, places: Places) -> Iterator[Passage]:
    """A section's paragraphs, short ones together; a numbered one begins a passage of its own."""
    waiting: list[Paragraph] = []
    length = rows = 0
    for paragraph in split_paragraphs(lines):
        numbered = paragraph.text[:1].isdigit() and _NUMBER.match(paragraph.text) is not None
        full = length + len(paragraph.text) > LONGEST or rows + len(paragraph.lines) > MOST_LINES
        if waiting and (full or length >= ENOUGH or (numbered and length > 120)):
            yield from _report_passage(waiting, heading, places)
            waiting, length, rows = [], 0, 0
        waiting.append(paragraph)
        length += len(paragraph.text)
        rows += len(paragraph.lines)
    if waiting:
        yield from _report_passage(waiting, heading, places)


def _report_passage(paragraphs: Sequence[Paragraph], heading: str, places: Places) -> Iterator[Passage]:
    text = join_lines(paragraph.text for paragraph in paragraphs)
    if not any(map(str.isalnum, text)):
        return
    numbered = (p.text for p in paragraphs if p.text[:1].isdigit())
    number = next((found[1] for text in numbered if (found := _NUMBER.match(text))), "")
    for piece in _cut(text):
        yield places.passage("report", number, heading, piece, paragraphs[0].page)
