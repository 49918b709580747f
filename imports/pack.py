"""Puts the parts of a paper together: what kind it is, whose it is, and everything in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.actions import read_action_tracker
from imports.amendments import find_amendments
from imports.blocks import read_pages
from imports.deadlines import read_deadlines
from imports.decision_notices import read_decision_list, read_decision_notice
from imports.evidence import find_evidence
from imports.exempt import find_exempt, mark_pages
from imports.front_sheet import FrontSheet, contacts_of, read_front_sheet
from imports.furniture import TextLine, find_furniture, read_lines
from imports.glossary import read_glossary
from imports.kinds import calls_itself_decisions, calls_off, find_kind, refuse_unless_council
from imports.links import read_links
from imports.minutes import MinutesSpan, find_minutes
from imports.model.pack import ParsedPack
from imports.model.reading import Passage, ReadPage
from imports.names import find_officers
from imports.occasion import find_meeting
from imports.passages import (
    Places,
    action_passages,
    agenda_passages,
    minute_passages,
    note_passages,
    programme_passages,
    report_passages,
)
from imports.reports import Papers, read_papers
from imports.titles import known_titles
from imports.told import front_sheet_of, minutes_of
from imports.twin import Twins, at_once
from imports.unread import find_unread
from imports.work_programme import read_work_programme

if TYPE_CHECKING:
    from imports.model.agenda import Report
    from imports.model.document import Document


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


def understand(document: Document, twins: Twins = at_once, any_paper: bool = False) -> Understood:
    """Say what a document holds.

    Args:
        document: the paper as its reader saw it.
        twins: `beside` lets a second process set the pages.
        any_paper: take what has words, whoever wrote it: a person says which meeting it is for.

    Raises:
        Refused: nothing in it looks like an agenda, minutes or a report.
    """
    furniture = find_furniture(document)
    lines = read_lines(document, furniture)
    told = document.told
    sheet = front_sheet_of(document, told) if told else read_front_sheet(document, furniture, lines)
    behind = next((i for i, x in enumerate(lines) if (x.page, x.index) >= sheet.ends_at), len(lines))
    spans = minutes_of(told) if told else find_minutes(lines, furniture, behind if sheet.agenda else 0)
    if not told and not spans and not sheet.agenda and calls_itself_decisions(document, lines):
        spans = list(filter(None, [read_decision_notice(lines) or read_decision_list(lines)]))
    if not told and not (any_paper and lines):
        refuse_unless_council(document, lines, sheet, spans)
    known = _known_people(lines, sheet, spans)
    minutes = tuple(span.minutes for span in spans)
    tabled = [line for line in lines if (line.page, line.index) >= sheet.agenda_ends_at]
    tracker = read_action_tracker(document, tabled, known, [i.title for m in minutes for i in m.items])
    said = _lines_of((), lines, spans)
    programme = read_work_programme(
        document, [line for line in tabled if (line.page, line.index) not in said], known
    )
    first_page = lines[behind].page if behind < len(lines) else len(document.pages) + 1
    taken = _lines_of(lines[: behind if sheet.agenda else 0], lines, spans)
    papers = read_papers(document, lines, furniture, sheet.agenda, first_page if sheet.agenda else 1, taken)
    if calls_off(sheet):
        papers = replace(papers, reports=())
    heads = _heads(lines, papers.reports)
    kind = find_kind(document, lines, sheet, spans, papers.reports)
    own = kind in ("minutes", "decision notice")
    if kind == "decision notice" and minutes:  # its other dates are of publication and call-in
        sheet = replace(sheet, meeting_date=None, contacts=sheet.contacts or contacts_of(lines))
    meeting = find_meeting(document, sheet, heads, minutes, programme.rows, own, lines[behind:])
    pack = ParsedPack(
        source=document.source,
        sha256=document.sha256,
        format=document.format,
        kind=kind,
        page_count=len(document.pages),
        committee=meeting.committee,
        meeting_date=meeting.date,
        meeting_date_basis=meeting.basis,
        start_time=meeting.start_time,
        venue=meeting.venue,
        agenda=sheet.agenda,
        membership=sheet.membership,
        contacts=sheet.contacts,
        minutes=minutes,
        reports=papers.reports,
        action_tracker=tracker.rows,
        work_programme=programme.rows,
        linked_papers=told.linked if told else (),
        amendments=find_amendments(minutes),
        exempt_pages=find_exempt(
            document, papers.reports, first_page if sheet.agenda else 1, _minuted(spans)
        ),
    )
    titles, exempt = known_titles(pack, taken), pack.exempt_pages
    pages = twins(
        lambda: mark_pages(read_pages(document, furniture, lines, papers.pack_pages, titles), exempt),
        tuple[ReadPage, ...],
    )
    # A deadline printed without a year takes the meeting's, inferred or not.
    deadlines, doubts = read_deadlines(document, replace(sheet, meeting_date=meeting.date), minutes)
    pack = replace(
        pack,
        question_deadlines=deadlines,
        links=read_links(document, lines),
        glossary=read_glossary(lines),
        warnings=(*sheet.warnings, *papers.warnings, *doubts, *meeting.warnings, *find_unread(document)),
    )
    pack = replace(pack, evidence=find_evidence(pack, document))
    taken = taken | tracker.lines | programme.lines
    passages = _passages(pack, sheet, lines, spans, papers, taken)
    return Understood(pack, pages(), passages)


def _minuted(spans: Sequence[MinutesSpan]) -> frozenset[int]:
    """The file pages that minutes fill."""
    return frozenset(page for span in spans for page in range(span.minutes.page, span.minutes.last_page + 1))


def _known_people(
    lines: Sequence[TextLine], sheet: FrontSheet, spans: Sequence[MinutesSpan]
) -> frozenset[str]:
    """Everybody the document names where names are expected, in lower case."""
    names = find_officers(" ".join(line.text for line in lines))
    names.update(officer for item in sheet.agenda for officer in item.officers)
    names.update(member.name for member in sheet.membership)
    names.update(contact.name for contact in sheet.contacts)
    for span in spans:
        names.update((*span.minutes.present, *span.minutes.officers_in_attendance))
    return frozenset(re.sub(r"\s*\([^)]*\)", "", name).strip().casefold() for name in names)


def _lines_of(
    front: Sequence[TextLine], lines: Sequence[TextLine], spans: Sequence[MinutesSpan]
) -> frozenset[tuple[int, int]]:
    own = {(line.page, line.index) for line in front}
    for span in spans:
        own.update((line.page, line.index) for line in lines[span.start : span.end])
    return frozenset(own)


def _heads(lines: Sequence[TextLine], reports: Sequence[Report]) -> list[list[TextLine]]:
    """The first lines of each paper."""
    firsts = {report.file_pages[0] for report in reports}
    heads: dict[int, list[TextLine]] = {page: [] for page in sorted(firsts)}
    for line in lines:
        if line.page in heads and len(heads[line.page]) < 12:
            heads[line.page].append(line)
    return list(heads.values())


def _passages(
    pack: ParsedPack,
    sheet: FrontSheet,
    lines: Sequence[TextLine],
    spans: Sequence[MinutesSpan],
    papers: Papers,
    taken: frozenset[tuple[int, int]],
) -> tuple[Passage, ...]:
    """Everything that can be found again, in the order of the pages."""
    places = Places(papers.pack_pages, papers.items)
    found = [*agenda_passages(pack.agenda, places)]
    found.extend(note_passages(((note.text, note.page) for note in sheet.notes), places))
    for span in spans:
        found.extend(minute_passages(span, lines, places))
    found.extend(action_passages(pack.action_tracker, places))
    found.extend(programme_passages(pack.work_programme, places))
    titles = {report.file_pages[0]: report.title for report in papers.reports}
    # A passage never runs from an open page into one kept from the public.
    kept = {page.page for page in pack.exempt_pages}
    for own in ([x for x in lines if x.page not in kept], [x for x in lines if x.page in kept]):
        found.extend(report_passages(own, taken, titles, places))
    return tuple(sorted(found, key=lambda passage: passage.page))
