"""The papers of one meeting that came together: which belong to it, and to which of its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db import library
from db.committee import committee_key
from imports.model.pack import ParsedPack
from imports.model.warning import Warning
from scrutiny_tui.services.filing import unknown_committee
from scrutiny_tui.services.kept_pack import pack_of
from scrutiny_tui.services.matching import Matched, match_paper
from scrutiny_tui.services.twins import keep_twins

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem, Meeting
    from imports.model.agenda import LinkedPaper
    from scrutiny_tui.services.models.importing import ImportedFile

_SINGLE = ("report", "supplement", "decision notice")
LEADING = ("pack", "agenda")


def is_single(file: ImportedFile) -> bool:
    """Whether a file holds one paper, which may belong to an agenda that came with it."""
    return file.kind in _SINGLE and file.document_id is not None


def waits_for_others(file: ImportedFile) -> bool:
    """Whether what becomes of a file hangs on the papers it came with: single papers, maps, tables."""
    return is_single(file) or file.refusal == "not-a-pack"


def link_together(db: Database, files: Sequence[ImportedFile]) -> list[ImportedFile]:
    """Put single papers to the meeting and the items of the one agenda they came with.

    A paper that prints another day, or names another body and no item of this one, stays where its own
    words put it.
    """
    meeting = lone_meeting(db, files)
    if meeting is None:
        return list(files)
    items = library.agenda_items(db, meeting.id)
    links = links_of(db, meeting.id)
    told = [_link(db, file, meeting, items, links) if is_single(file) else file for file in files]
    keep_twins(db, meeting.id)
    return told


def links_of(db: Database, meeting_id: int) -> list[LinkedPaper]:
    """The papers that a meeting's documents point at without holding them."""
    found: dict[str, LinkedPaper] = {}
    for document in library.documents(db, meeting_id):
        for link in pack_of(document).linked_papers:
            found.setdefault(link.url, link)
    return list(found.values())


def _link(
    db: Database,
    file: ImportedFile,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    links: Sequence[LinkedPaper],
) -> ImportedFile:
    document = library.document(db, file.document_id or 0)
    pack = pack_of(document)
    matched = match_paper(document.source, pack, items, links)
    if not _may_belong(pack, meeting) or (_is_of_others(pack, meeting) and not matched):
        return file
    library.move_document(db, document.id, meeting.id)
    if matched:
        library.attach(db, document.id, matched.item.number, matched.item.title, matched.url)
    return _told(file, meeting, matched)


def _may_belong(pack: ParsedPack, meeting: Meeting) -> bool:
    """Whether no day a paper prints, and no committee it names with a day, is another than the meeting's."""
    if pack.meeting_date is None or pack.meeting_date == meeting.date:
        return True
    return pack.meeting_date_basis != "printed" and not _is_of_others(pack, meeting)


def _is_of_others(pack: ParsedPack, meeting: Meeting) -> bool:
    """Whether a paper's head names another body than the meeting's."""
    return bool(pack.committee) and committee_key(pack.committee or "") != committee_key(meeting.committee)


def lone_meeting(db: Database, files: Sequence[ImportedFile]) -> Meeting | None:
    """The one meeting whose agenda came with these files, or None."""
    meetings = {file.meeting_id for file in files if file.kind in LEADING and file.meeting_id}
    meetings |= {file.meeting_id for file in files if file.meeting_id and file.items and not is_single(file)}
    return library.meeting(db, next(iter(meetings)) or 0) if len(meetings) == 1 else None


def may_be_paper_of(db: Database, file: ImportedFile, meeting: Meeting) -> bool:
    """Whether a file that reads like no council's paper goes by its name with an item or a link."""
    nothing = ParsedPack(file.source, "", "text", "report", 0)
    items = library.agenda_items(db, meeting.id)
    return match_paper(file.source, nothing, items, links_of(db, meeting.id)) is not None


def _told(file: ImportedFile, meeting: Meeting, matched: Matched | None) -> ImportedFile:
    """Say where a paper was put."""
    dropped = ("meeting-date-inferred",)
    warnings = tuple(warning for warning in file.warnings if warning.code not in dropped)
    if matched:
        number = f"item {matched.item.number}" if matched.item.number else matched.item.title
        text = f"{file.text} It was put to {number} of the meeting it came with."
    else:
        text = f"{file.text} It belongs to the meeting it came with, to no item that can be told."
        why = f"{file.source} says no item it belongs to: put it to one with scrutiny attach."
        warnings += (Warning("paper-without-item", why),)
    return replace(
        file,
        text=text,
        meeting_id=meeting.id,
        committee=meeting.committee,
        meeting_date=meeting.date,
        warnings=warnings,
    )


def find_meeting_of(db: Database, pack: ParsedPack) -> tuple[Meeting, AgendaItem] | None:
    """Find the one meeting a supplement without committee or day is for, by an item it names.

    Args:
        db: a reader's connection.
        pack: what was understood of it.
    """
    if pack.kind != "supplement" or (pack.committee and pack.meeting_date):
        return None
    found: list[tuple[Meeting, AgendaItem]] = []
    for meeting in library.meetings(db):
        if meeting.committee == unknown_committee(pack.source) or not _may_belong(pack, meeting):
            continue
        if _is_of_others(pack, meeting):
            continue
        if pack.meeting_date and meeting.date != pack.meeting_date:
            continue
        titled = replace(pack, reports=tuple(replace(x, agenda_item=None) for x in pack.reports))
        if matched := match_paper("", titled, library.agenda_items(db, meeting.id)):
            found.append((meeting, matched.item))
    return found[0] if len(found) == 1 else None


def inferred_for(pack: ParsedPack, meeting: Meeting, item: AgendaItem) -> ParsedPack:
    """A supplement with the meeting it was found to be for, and the warning that says from what."""
    number = f"item {item.number}, " if item.number else ""
    text = (
        f"The paper does not say in full which meeting it is for; it was put to {meeting.committee} "
        f"by its title, which is that of {number}{item.title}."
    )
    return replace(
        pack,
        committee=meeting.committee,
        meeting_date=meeting.date,
        meeting_date_basis="inferred",
        warnings=(*pack.warnings, Warning("meeting-date-inferred", text, 1)),
    )
