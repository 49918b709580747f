"""Reads the parts of a paper one after the other, each with what those before it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.front.sheet import FrontSheet, contacts_of, read_front_sheet
from imports.kinds import calls_itself_decisions, calls_off, find_kind, refuse_unless_council
from imports.minutes.action_tables import take_actions, without_tables
from imports.minutes.decision_notices import read_decision_list, read_decision_notice, read_decision_table
from imports.minutes.reading import MinutesSpan, find_minutes
from imports.reports.reading import Papers, read_papers
from imports.reports.titled import titled_pages
from imports.told import front_sheet_of, minutes_of
from imports.trackers.actions import read_action_tracker
from imports.trackers.work_programme import read_work_programme
from imports.words.names import find_officers

if TYPE_CHECKING:
    from imports.layout.furniture import Furniture, TextLine
    from imports.layout.tables import Read
    from imports.model.document import Document
    from imports.model.minutes import Minutes
    from imports.model.pack import PackKind
    from imports.model.tables import TrackedAction, WorkProgrammeMeeting


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a paper, part by part.

    Attributes:
        kind: what kind of paper it is.
        lines: its own lines.
        sheet: the front sheet; an empty one where there is none.
        behind: the place in `lines` behind the front sheet.
        spans: the sets of minutes, and the lines each takes.
        papers: the reports.
        papers_from: the file page from which on there may be reports.
        tracker: the action tracker.
        programme: the work programme.
        taken: the lines of front sheet and minutes, as (page, index).
    """

    kind: PackKind
    lines: Sequence[TextLine]
    sheet: FrontSheet
    behind: int
    spans: Sequence[MinutesSpan]
    papers: Papers
    papers_from: int
    tracker: Read[TrackedAction]
    programme: Read[WorkProgrammeMeeting]
    taken: frozenset[tuple[int, int]]

    @property
    def minutes(self) -> tuple[Minutes, ...]:
        """The sets of minutes."""
        return tuple(span.minutes for span in self.spans)


def read_parts(
    document: Document, furniture: Furniture, lines: Sequence[TextLine], any_paper: bool = False
) -> Parts:
    """Read the parts of a paper.

    Args:
        document: the whole of it.
        furniture: what is printed around its words.
        lines: its own lines.
        any_paper: take what has words, whoever wrote it.

    Raises:
        Refused: nothing in it looks like an agenda, minutes or a report.
    """
    told = document.told
    sheet = front_sheet_of(document, told) if told else read_front_sheet(document, furniture, lines)
    tabled = None if told else _tabled_decisions(document, lines)
    if tabled:
        sheet = replace(sheet, agenda=())  # its rows are what was decided
    behind = next((i for i, x in enumerate(lines) if (x.page, x.index) >= sheet.ends_at), len(lines))
    front = behind if sheet.agenda else 0
    spans = [tabled] if tabled else _read_minutes(document, furniture, lines, sheet, front)
    if not told and not (any_paper and lines):
        refuse_unless_council(document, lines, sheet, spans)
    tracker, programme, spans = _read_tables(document, lines, sheet, spans)
    papers_from = 1
    if sheet.agenda:
        papers_from = lines[behind].page if behind < len(lines) else len(document.pages) + 1
    taken = _lines_of(lines[:front], lines, spans)
    papers = read_papers(document, lines, furniture, sheet.agenda, papers_from, taken)
    if calls_off(sheet):
        papers = replace(papers, reports=())
    kind = find_kind(document, lines, sheet, spans, papers.reports)
    if kind == "decision notice" and spans:  # its other dates are of publication and call-in
        sheet = replace(sheet, meeting_date=None, contacts=sheet.contacts or contacts_of(lines))
    return Parts(kind, lines, sheet, behind, spans, papers, papers_from, tracker, programme, taken)


def _tabled_decisions(document: Document, lines: Sequence[TextLine]) -> MinutesSpan | None:
    """What a list of decisions set as a table tells."""
    if not any(page.tables for page in document.pages) or not calls_itself_decisions(document, lines):
        return None
    return read_decision_table(document, lines)


def _read_minutes(
    document: Document, furniture: Furniture, lines: Sequence[TextLine], sheet: FrontSheet, front: int
) -> Sequence[MinutesSpan]:
    """The sets of minutes behind the front sheet; decisions published by themselves are one."""
    if document.told:
        return minutes_of(document.told)
    others = titled_pages(lines, furniture, sheet.agenda)
    spans = find_minutes(lines, furniture, front, sheet.meeting_date, others)
    if not spans and not sheet.agenda and calls_itself_decisions(document, lines):
        return list(filter(None, [read_decision_notice(lines) or read_decision_list(lines)]))
    return spans


def _read_tables(
    document: Document, lines: Sequence[TextLine], sheet: FrontSheet, spans: Sequence[MinutesSpan]
) -> tuple[Read[TrackedAction], Read[WorkProgrammeMeeting], Sequence[MinutesSpan]]:
    """The action tracker and the work programme behind the agenda, and the minutes with what they table."""
    known = _known_people(lines, sheet, spans)
    tabled = [line for line in lines if (line.page, line.index) >= sheet.agenda_ends_at]
    titles = [item.title for span in spans for item in span.minutes.items]
    tracker = read_action_tracker(document, tabled, known, titles)
    said = _lines_of((), lines, spans)
    loose = [line for line in tabled if (line.page, line.index) not in said]
    spans, minuted = take_actions(spans, tracker.rows)
    if minuted:
        tracker = read_action_tracker(without_tables(document, minuted), loose, known, titles)
    return tracker, read_work_programme(document, loose, known), spans


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
