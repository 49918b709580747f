"""The JSON that scripts rely on: the words of `--json`, whatever the model behind them is called.

Times are local and ISO 8601 to the minute; lists are empty, never absent. In `show`, `pages` are the
pack's own printed numbers and `page` is the file's; a search hit's `page` is the pack's number where
the page has one, as that is what members quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from imports.model.warning import Warning
from scrutiny_tui.services.export.lines import public_evidence
from scrutiny_tui.services.reckoning import told_once, work_out_wording

if TYPE_CHECKING:
    from db.models.questions import Evidence
    from db.models.relations import AmendmentNote
    from imports.model.deadlines import DeadlineWording
    from imports.model.minutes import MinuteItem, Minutes
    from imports.model.pack import ParsedPack
    from scrutiny_tui.services.calendars import WorkingCalendar
    from scrutiny_tui.services.models.deadlines import Deadline, WorkedDeadline
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.importing import ImportedFile
    from scrutiny_tui.services.models.questions import QuestionDetail
    from scrutiny_tui.services.models.reading import AmendedPlace

Json = dict[str, Any]


def pack_json(pack: ParsedPack, calendar: WorkingCalendar, *, why: bool = False) -> Json:
    """Say what was understood of a pack, its deadlines worked out for its meeting.

    Args:
        pack: what was understood.
        calendar: the working days.
        why: add where each value was read, and what a person put right since.
    """
    worked = [
        (wording, work_out_wording(wording, pack.meeting_date, pack.start_time, calendar))
        for wording in pack.question_deadlines
    ]
    doubts = [doubt for _, answer in worked if answer for doubt in answer.warnings]
    return {
        "source": pack.source,
        "sha256": pack.sha256,
        "pages": pack.page_count,
        "committee": pack.committee,
        "meeting_date": day_text(pack.meeting_date),
        "meeting_date_basis": pack.meeting_date_basis,
        "start_time": _time(pack.start_time),
        "venue": pack.venue,
        "agenda": [
            {
                "number": item.number,
                "title": item.title,
                "description": item.description,
                "pages": _pages(item.pages),
                "officers": list(item.officers),
                "is_heading": item.is_heading,
            }
            for item in pack.agenda
        ],
        "question_deadlines": [_wording_json(wording, answer) for wording, answer in told_once(worked)],
        "membership": [{"name": member.name, "role": member.role} for member in pack.membership],
        "contacts": [
            {"name": contact.name, "role": contact.role, "phone": contact.phone, "email": contact.email}
            for contact in pack.contacts
        ],
        "minutes": [_minutes_json(minutes) for minutes in pack.minutes],
        "reports": [
            {"agenda_item": report.agenda_item, "title": report.title, "pages": _pages(report.pages)}
            for report in pack.reports
        ],
        "action_tracker": [
            {
                "topic": row.topic,
                "action": row.action,
                "responsibility": row.responsibility,
                "progress": row.progress,
            }
            for row in pack.action_tracker
        ],
        "work_programme": [
            {"meeting_date": day_text(meeting.meeting_date), "items": list(meeting.items)}
            for meeting in pack.work_programme
        ],
        "links": list(pack.links),
        "warnings": _warnings([*pack.warnings, *doubts]),
        **(_evidence_of(pack) if why else {}),
    }


def _evidence_of(pack: ParsedPack) -> Json:
    return {
        "evidence": [
            {
                "of": one.of,
                "value": one.value,
                "page": one.page,
                "line": one.line,
                "printed": one.printed,
                "sure": one.sure,
            }
            for one in pack.evidence
        ],
        "corrected": [
            {"of": one.of, "item": one.item, "was": one.was, "value": one.value} for one in pack.corrected
        ],
    }


def _wording_json(wording: DeadlineWording, worked: WorkedDeadline | None) -> Json:
    scope = wording.applies_to
    return {
        "text": wording.text,
        "due": _moment(worked.due) if worked else None,
        "applies_to": scope if isinstance(scope, str) else list(scope),
        "source": wording.source,
        "page": wording.page,
        "tier": wording.tier,
        "safe": _moment(worked.safe) if worked else None,
    }


def _minutes_json(minutes: Minutes) -> Json:
    return {
        "committee": minutes.committee,
        "date": day_text(minutes.date),
        "start_time": _time(minutes.start_time),
        "venue": minutes.venue,
        "present": list(minutes.present),
        "apologies": list(minutes.apologies),
        "officers_in_attendance": list(minutes.officers_in_attendance),
        "concluded": _time(minutes.concluded),
        "items": [_minute_json(item) for item in minutes.items],
    }


def _minute_json(item: MinuteItem) -> Json:
    return {
        "number": item.number,
        "title": item.title,
        "paragraphs": [{"number": part.number, "text": part.text} for part in item.paragraphs],
        "resolved": list(item.resolved),
        "actions": [{"text": action.text, "owner": action.owner} for action in item.actions],
    }


def imported_json(file: ImportedFile) -> Json:
    """Say what became of one file; the reason for a refusal stands among its warnings."""
    refusal = [Warning("refused", file.text)] if file.status == "refused" else []
    return {
        "source": file.source,
        "status": file.status,
        "committee": file.committee,
        "meeting_date": day_text(file.meeting_date),
        "pages": file.pages,
        "passages": file.passages,
        "warnings": _warnings([*refusal, *file.warnings]),
        "kind": file.kind,
    }


def hit_json(hit: Hit) -> Json:
    """Show one answer of a search."""
    passage = hit.passage
    return {
        "source": passage.source,
        "meeting_date": day_text(passage.meeting_date),
        "date": day_text(passage.said_on),
        "kind": passage.kind,
        "ref": passage.ref,
        "heading": passage.heading,
        "page": passage.page if passage.pack_page is None else passage.pack_page,
        "text": passage.text,
        "score": hit.score,
        "matched": list(hit.matched),
        "amended": [_amendment_json(note) for note in hit.amended],
    }


def _amendment_json(note: AmendmentNote) -> Json:
    return {
        "date": day_text(note.said_on),
        "change": note.change,
        "text": note.text,
        "source": note.source,
        "page": note.page if note.pack_page is None else note.pack_page,
    }


def amend(document: Json, places: Sequence[AmendedPlace]) -> Json:
    """Mark the paragraphs of a pack's minutes that later minutes changed: `amended` says with what words."""
    for minutes in document["minutes"]:
        for item in minutes["items"]:
            for paragraph in item["paragraphs"]:
                own = [
                    place.note
                    for place in places
                    if (place.paragraph, place.text) == (paragraph["number"], paragraph["text"])
                    and day_text(place.note.minutes_date) == minutes["date"]
                ]
                if own:
                    paragraph["amended"] = [_amendment_json(note) for note in own]
    return document


def deadline_json(deadline: Deadline) -> Json:
    """Show one deadline with the words it came from and how it was worked out."""
    scope = deadline.applies_to
    return {
        "committee": deadline.meeting.committee,
        "meeting_date": day_text(deadline.meeting.date),
        "start_time": _time(deadline.meeting.start_time),
        "due": _moment(deadline.due),
        "safe": _moment(deadline.safe),
        "state": deadline.state,
        "origin": deadline.origin,
        "applies_to": scope if isinstance(scope, str) else list(scope),
        "tier": deadline.wording.tier if deadline.wording else "",
        "text": deadline.text,
        "source": deadline.wording.source if deadline.wording else None,
        "page": deadline.page,
        "working": [
            {"day": day_text(counted.day), "counts": counted.counts, "why": counted.why}
            for counted in deadline.working
        ],
        "warnings": _warnings(deadline.warnings),
    }


def question_json(detail: QuestionDetail) -> Json:
    """Show one question with its state, deadline and evidence."""
    question = detail.question
    return {
        "id": question.id,
        "committee": question.meeting.committee,
        "meeting_date": day_text(question.meeting.date),
        "agenda_item": question.item_number or None,
        "item_title": question.item_title,
        "addressed_to": question.addressed_to,
        "text": question.text,
        "words": detail.words,
        "state": question.state,
        "deadline": _moment(detail.deadline.due) if detail.deadline else None,
        "created_at": _moment(question.created_at),
        "updated_at": _moment(question.updated_at),
        "submitted_at": _moment(question.submitted_at),
        "late": question.late,
        "answer": question.answer,
        "answer_state": question.answer_state,
        "supplementary_to": question.parent_id,
        "steps": [
            {"state": step.state, "answer_state": step.answer_state, "at": _moment(step.made_at)}
            for step in detail.steps
        ],
        "submissions": [
            {
                "at": _moment(sent.made_at),
                "text": sent.text,
                "to": sent.addressed_to,
                "left_seconds": sent.left,
            }
            for sent in detail.revisions
        ],
        "evidence": [_evidence_json(evidence) for evidence in public_evidence(detail)],
        "warnings": _warnings(detail.advice),
    }


def _evidence_json(evidence: Evidence) -> Json:
    return {
        "quote": evidence.quote,
        "source": evidence.source,
        "page": evidence.page if evidence.pack_page is None else evidence.pack_page,
        "citation": evidence.citation,
    }


def _warnings(warnings: list[Warning] | tuple[Warning, ...]) -> list[Json]:
    return [{"code": warning.code, "text": warning.text, "page": warning.page} for warning in warnings]


def _pages(pages: tuple[int, int] | None) -> list[int] | None:
    return list(pages) if pages else None


def day_text(day: date | None) -> str | None:
    """A day in ISO 8601."""
    return day.isoformat() if day else None


def _time(clock: time | None) -> str | None:
    return f"{clock:%H:%M}" if clock else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
