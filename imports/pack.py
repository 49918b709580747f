"""Puts the parts of a paper together: whose it is, and everything in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.aside import Aside, Known, read_aside
from imports.deadlines.reading import read_deadlines
from imports.evidence import find_evidence
from imports.exempt import find_exempt
from imports.front.occasion import find_meeting
from imports.layout.furniture import find_furniture, read_lines
from imports.layout.titles import known_titles
from imports.minutes.amendments import find_amendments
from imports.model.pack import ParsedPack
from imports.parts import Parts, read_parts
from imports.passages import (
    Places,
    action_passages,
    agenda_passages,
    left_passages,
    minute_passages,
    note_passages,
    programme_passages,
)
from imports.processes.twin import Awaited, Twins, later
from imports.unread import find_unread

if TYPE_CHECKING:
    from imports.front.occasion import Meeting
    from imports.layout.furniture import TextLine
    from imports.model.agenda import Report
    from imports.model.document import Document
    from imports.model.reading import Passage, ReadPage


@dataclass(frozen=True, slots=True)
class Understood:
    """What one document says.

    Attributes:
        pack: the facts.
        pages: the same words for a person's reader.
        passages: the same words for search.
    """

    pack: ParsedPack
    pages: tuple[ReadPage, ...]
    passages: tuple[Passage, ...]


def understand(document: Document, twins: Twins = later, any_paper: bool = False) -> Understood:
    """Say what a document holds.

    Args:
        document: the paper as its reader saw it.
        twins: `Beside` lets a second process set the pages.
        any_paper: take what has words, whoever wrote it: a person says which meeting it is for.

    Raises:
        Refused: nothing in it looks like an agenda, minutes or a report.
    """
    furniture = find_furniture(document)
    lines = read_lines(document, furniture)
    known = Awaited[Known](Known)
    aside = twins(lambda: read_aside(document, furniture, lines, known), Aside, known)
    parts = read_parts(document, furniture, lines, any_paper)
    heads, own = _heads(parts.lines, parts.papers.reports), parts.kind in ("minutes", "decision notice")
    meeting = find_meeting(
        document, parts.sheet, heads, parts.minutes, parts.programme.rows, own, parts.lines[parts.behind :]
    )
    pack = _facts(document, parts, meeting)
    known.tell(_known(pack, parts))
    # A deadline printed without a year takes the meeting's, inferred or not.
    dated = replace(parts.sheet, meeting_date=meeting.date)
    deadlines, doubts = read_deadlines(document, dated, parts.minutes)
    told = (
        *parts.sheet.warnings,
        *parts.papers.warnings,
        *doubts,
        *meeting.warnings,
        *parts.programme.doubts,
        *(doubt for span in parts.spans for doubt in span.warnings),
    )
    pack = replace(
        pack,
        question_deadlines=deadlines,
        warnings=(*told, *find_unread(document)),
    )
    pack = replace(pack, evidence=find_evidence(pack, document))
    passages = _passages(document, pack, parts)
    found = aside()
    passages.extend(found.passages)
    passages.sort(key=lambda passage: passage.page)
    pack = replace(pack, links=found.links, glossary=found.glossary)
    return Understood(pack, found.pages, tuple(passages))


def _known(pack: ParsedPack, parts: Parts) -> Known:
    """What the pages wait for."""
    papers = {report.file_pages[0]: report.title for report in parts.papers.reports}
    tabled = parts.tracker.lines | parts.programme.lines
    titles, numbers = known_titles(pack, parts.taken), parts.papers.pack_pages
    return Known(titles, tabled, papers, parts.papers.items, numbers, pack.exempt_pages)


def _facts(document: Document, parts: Parts, meeting: Meeting) -> ParsedPack:
    """What the parts say, without what is read over the whole paper."""
    sheet = parts.sheet
    minuted = frozenset(page for x in parts.minutes for page in range(x.page, x.last_page + 1))
    return ParsedPack(
        source=document.source,
        sha256=document.sha256,
        format=document.format,
        kind=parts.kind,
        page_count=len(document.pages),
        committee=meeting.committee,
        meeting_date=meeting.date,
        meeting_date_basis=meeting.basis,
        start_time=meeting.start_time,
        venue=meeting.venue,
        agenda=sheet.agenda,
        membership=sheet.membership,
        contacts=sheet.contacts,
        minutes=parts.minutes,
        reports=parts.papers.reports,
        action_tracker=parts.tracker.rows,
        work_programme=parts.programme.rows,
        linked_papers=document.told.linked if document.told else (),
        amendments=find_amendments(parts.minutes),
        exempt_pages=find_exempt(document, parts.papers.reports, parts.papers_from, minuted),
    )


def _heads(lines: Sequence[TextLine], reports: Sequence[Report]) -> list[list[TextLine]]:
    """The first lines of each paper."""
    firsts = {report.file_pages[0] for report in reports}
    heads: dict[int, list[TextLine]] = {page: [] for page in sorted(firsts)}
    for line in lines:
        if line.page in heads and len(heads[line.page]) < 12:
            heads[line.page].append(line)
    return list(heads.values())


def _passages(document: Document, pack: ParsedPack, parts: Parts) -> list[Passage]:
    """Everything that can be found again but the reports."""
    places = Places(parts.papers.pack_pages, parts.papers.items)
    found = [*agenda_passages(pack.agenda, places)]
    found.extend(note_passages(((note.text, note.page) for note in parts.sheet.notes), places))
    for span in parts.spans:
        found.extend(minute_passages(span, parts.lines, places))
    actions = [*action_passages(pack.action_tracker, places)]
    planned = [*programme_passages(pack.work_programme, places)]
    found += [*actions, *planned]
    for heading, lines, told in (
        ("Action tracker", parts.tracker.lines, actions),
        ("Work programme", parts.programme.lines, planned),
    ):
        said = (text for passage in told for text in (passage.heading, passage.text))
        found.extend(left_passages(heading, _tables(document, lines), said, places))
    return found


def _tables(
    document: Document, lines: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, Sequence[Sequence[str]]]]:
    """The rows of the tables some lines stand in, by file page."""
    places = {(page, document.pages[page - 1].lines[index].table) for page, index in lines}
    for page, table in sorted((page, table) for page, table in places if table is not None):
        yield page, document.pages[page - 1].tables[table].rows
