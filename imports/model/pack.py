"""A whole paper, understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from imports.model.agenda import AgendaItem, Contact, ExemptPage, LinkedPaper, Member, Report
from imports.model.deadlines import DeadlineWording
from imports.model.evidence import Corrected, Evidence
from imports.model.minutes import Amendment, Minutes
from imports.model.tables import Acronym, TrackedAction, WorkProgrammeMeeting
from imports.model.warning import Warning

PackKind = Literal["pack", "agenda", "minutes", "supplement", "decision notice", "report"]


@dataclass(frozen=True, slots=True)
class ParsedPack:
    """Everything understood of one document; `pages` and `passages` travel beside it, not inside.

    Attributes:
        source: the file's name.
        sha256: of its bytes.
        format: which reader read it.
        kind: what sort of paper it is.
        page_count: pages of the file.
        committee: as printed, line breaks joined; None where unknown.
        meeting_date: of the meeting the paper is for; None where unknown.
        meeting_date_basis: `inferred` comes with a warning that says from what.
        start_time: local time.
        venue: as printed.
        evidence: where the values above were read.
        corrected: which of them a person has put right since; the evidence is of what was read.
    """

    source: str
    sha256: str
    format: Literal["pdf", "text", "html", "xml", "docx"]
    kind: PackKind
    page_count: int
    committee: str | None = None
    meeting_date: date | None = None
    meeting_date_basis: Literal["printed", "inferred", "none"] = "none"
    start_time: time | None = None
    venue: str | None = None
    agenda: tuple[AgendaItem, ...] = ()
    question_deadlines: tuple[DeadlineWording, ...] = ()
    membership: tuple[Member, ...] = ()
    contacts: tuple[Contact, ...] = ()
    minutes: tuple[Minutes, ...] = ()
    reports: tuple[Report, ...] = ()
    action_tracker: tuple[TrackedAction, ...] = ()
    work_programme: tuple[WorkProgrammeMeeting, ...] = ()
    links: tuple[str, ...] = ()
    glossary: tuple[Acronym, ...] = ()
    warnings: tuple[Warning, ...] = ()
    linked_papers: tuple[LinkedPaper, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    exempt_pages: tuple[ExemptPage, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    corrected: tuple[Corrected, ...] = ()
