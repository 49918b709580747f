"""The units of search: things said once, each with its place, its heading and its date.

A minute's paragraph stands alone. A report's short paragraphs are put together under their heading,
so that a passage says something and still fits a screen; page furniture never enters.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.layout.paragraphs import breaks_between, join_lines
from imports.layout.setting import BETWEEN_LABELS
from imports.model.reading import Passage, PassageKind
from imports.patterns import regex
from imports.words.dates import is_date

if TYPE_CHECKING:
    from imports.layout.blocks import SetPage
    from imports.layout.furniture import TextLine
    from imports.minutes.reading import MinutesSpan
    from imports.model.agenda import AgendaItem
    from imports.model.minutes import MinuteItem
    from imports.model.reading import Block
    from imports.model.tables import TrackedAction, WorkProgrammeMeeting

LONGEST = 1200
ENOUGH = 420
MOST_LINES = 40
SCRAP, LEAST = 100, 20
WEAK = 4
LONGEST_HEADING, LONGEST_NAME = 200, 40
_NUMBER = regex(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s*[A-Z“‘(])")
_WORD = regex(r"[^\W\d_]{4,}")
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
    """One passage an agenda item: its title, what the committee is asked to do and who presents it."""
    for item in agenda:
        text = join_lines([item.title, item.description or ""])
        text = join_lines([text, ", ".join(name for name in item.officers if name not in text)])
        if not text:
            continue
        passage = places.passage("agenda", item.number or "", item.title, text, item.page or 1)
        yield replace(passage, agenda_item=item.number)


def note_passages(notes: Iterable[tuple[str, int]], places: Places) -> Iterator[Passage]:
    """The front sheet's notes (members, contacts, how to ask a question), each as (text, file page).

    Short ones, a heading or the clerk's telephone, stand with those behind them.
    """
    waiting: list[str] = []
    on = 1
    for text, page in (*notes, ("", 0)):
        if waiting and (page != on or sum(map(len, waiting)) >= SCRAP):
            if sum(map(len, waiting)) >= LEAST:
                for part in _cut(join_lines(waiting)):
                    yield places.passage("agenda", "", "Notes to the agenda", part, on)
            waiting = []
        waiting.append(text)
        on = page


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


def left_passages(
    heading: str, tables: Iterable[tuple[int, Sequence[Sequence[str]]]], said: Iterable[str], places: Places
) -> Iterator[Passage]:
    """What stands in tables that were read for some of their columns: the cells nothing else tells.

    Args:
        heading: what the tables are.
        tables: rows of cells, by their file page.
        said: what is told of them.
        places: where things stand.
    """
    known = {word for text in said for word in _WORD.findall(text.casefold())}
    for page, rows in tables:
        named = all(len(cell) <= LONGEST_NAME for cell in rows[0]) if rows else False
        cells = dict.fromkeys(join_lines(cell.split("\n")) for row in rows[named:] for cell in row)
        left = [x for x in cells if not known.issuperset(_WORD.findall(x.casefold())) and not is_date(x)]
        for text in _cut(join_lines(left)):
            if text:
                yield places.passage("report", "", heading, text, page)


def report_passages(
    pages: Iterable[SetPage], taken: Container[tuple[int, int]], titles: Mapping[int, str], places: Places
) -> Iterator[Passage]:
    """The passages of the papers, section by section, of the very words a person reads.

    Args:
        pages: as they are set for a person's reader.
        taken: lines that went into other passages (minutes, tracker, work programme), as (page, index).
        titles: the paper's title, by the file page it begins on.
        places: where things stand.
    """
    heading, part = "", list[_Paragraph]()
    for page in pages:
        title = titles.get(page.page.number)
        for block, printed in zip(page.page.blocks, page.lines, strict=True):
            lines = [line for line in printed if (line.page, line.index) not in taken]
            if not lines:
                if printed:
                    yield from _section(part, heading, places)
                    part = []
                continue
            heads = block.kind == "heading"
            if title or (heads and _ends_section(part, block.level)):
                yield from _section(part, heading, places)
                part = []
            if title:
                heading, title = title, None
            elif heads and block.level < WEAK:
                heading = block.text[:LONGEST_HEADING]
            paragraphs = _paragraphs(block, lines, len(lines) == len(printed))
            if part and not heads and part[-1].goes_on_in(paragraphs[0]):
                part[-1] = part[-1].with_end(paragraphs.pop(0))
            part += paragraphs
    yield from _section(part, heading, places)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What is said in one piece: a paragraph, an item of a list, a row of a table; it may go on overleaf."""

    text: str
    first: TextLine
    last: TextLine
    lines: int
    flows: bool

    def goes_on_in(self, other: _Paragraph) -> bool:
        """Whether it is cut by the foot of a page."""
        if not (self.flows and other.flows) or self.last.page == other.first.page:
            return False
        width = max(len(self.last.text), len(other.first.text))
        return not breaks_between(self.last, other.first, width)

    def with_end(self, other: _Paragraph) -> _Paragraph:
        """The two in one."""
        text = join_lines([self.text, other.text])
        return _Paragraph(text, self.first, other.last, self.lines + other.lines, flows=True)


def _paragraphs(block: Block, lines: Sequence[TextLine], whole: bool) -> list[_Paragraph]:
    """What a block says, piece by piece; of one that went elsewhere in part only the lines that are left."""
    first, last = lines[0], lines[-1]
    if not whole:
        return [_Paragraph(join_lines(line.text for line in lines), first, last, len(lines), flows=False)]
    if block.kind == "table":
        return list(_stretches(block.rows, lines))
    text = block.text.replace(BETWEEN_LABELS, " ")
    if block.kind == "item" and not first.text.startswith(text[:1]):
        text = f"• {text}"
    return [_Paragraph(text, first, last, len(lines), flows=block.kind != "heading")]


def _stretches(rows: Sequence[Sequence[str]], lines: Sequence[TextLine]) -> Iterator[_Paragraph]:
    """A table, or as many rows of it as a passage takes."""
    high = -(-len(lines) // (len(rows) or 1))
    waiting: list[str] = []
    length = 0
    for row in rows:
        text = " ".join(filter(None, row))
        if waiting and (length + len(text) > LONGEST or (len(waiting) + 1) * high > MOST_LINES):
            yield _Paragraph(join_lines(waiting), lines[0], lines[-1], len(waiting) * high, flows=False)
            waiting, length = [], 0
        waiting.append(text)
        length += len(text)
    yield _Paragraph(join_lines(waiting), lines[0], lines[-1], len(waiting) * high, flows=False)


def _ends_section(part: Sequence[_Paragraph], level: int) -> bool:
    """Whether a heading ends what stands above it: a guessed one among scraps of a table does not."""
    return sum(len(one.text) for one in part) >= (ENOUGH if level >= WEAK else SCRAP)


def _section(part: Sequence[_Paragraph], heading: str, places: Places) -> Iterator[Passage]:
    """A section's paragraphs, short ones together; a numbered one begins a passage of its own."""
    waiting: list[_Paragraph] = []
    length = rows = 0
    for paragraph in part:
        numbered = paragraph.text[:1].isdigit() and _NUMBER.match(paragraph.text) is not None
        full = length + len(paragraph.text) > LONGEST or rows + paragraph.lines > MOST_LINES
        if waiting and (full or length >= ENOUGH or (numbered and length > 120)):
            yield from _report_passage(waiting, heading, places)
            waiting, length, rows = [], 0, 0
        waiting.append(paragraph)
        length += len(paragraph.text)
        rows += paragraph.lines
    if waiting:
        yield from _report_passage(waiting, heading, places)


def _report_passage(paragraphs: Sequence[_Paragraph], heading: str, places: Places) -> Iterator[Passage]:
    text = join_lines(paragraph.text for paragraph in paragraphs)
    if not any(map(str.isalnum, text)):
        return
    numbered = (p.text for p in paragraphs if p.text[:1].isdigit())
    number = next((found[1] for text in numbered if (found := _NUMBER.match(text))), "")
    for piece in _cut(text):
        yield places.passage("report", number, heading, piece, paragraphs[0].first.page)
