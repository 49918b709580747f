"""The JSON of the commands on one meeting: `agenda`, `read`, `notes`, `today`; see `contract`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from scrutiny_tui.contract import deadline_json
from scrutiny_tui.contract_following import promise_json

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import Meeting
    from scrutiny_tui.services.models.meeting import ItemDetail, MeetingDetail, Paper
    from scrutiny_tui.services.notes import PlacedNote
    from scrutiny_tui.services.stretches import Stretch
    from scrutiny_tui.today_cli import Today

Json = dict[str, Any]


def meeting_json(detail: MeetingDetail) -> Json:
    """Show one meeting with its agenda as a member prepares it."""
    clerk = detail.clerk
    return {
        **name_json(detail.meeting),
        "venue": detail.meeting.venue,
        "deadlines": [deadline_json(one) for one in detail.deadlines],
        "clerk": clerk
        and {"name": clerk.name, "role": clerk.role, "phone": clerk.phone, "email": clerk.email},
        "items": [_item_json(one) for one in detail.items],
        "papers": [document.source for document in detail.documents],
        "warnings": [
            {"source": document.source, "code": one.code, "text": one.text, "page": one.page}
            for document, one in detail.to_check
        ],
    }


def name_json(meeting: Meeting) -> Json:
    """Say which meeting; `id` is what every MEETING argument takes."""
    return {
        "id": meeting.id,
        "committee": meeting.committee,
        "meeting_date": str(meeting.date) if meeting.date else None,
        "start_time": f"{meeting.start_time:%H:%M}" if meeting.start_time else None,
    }


def _item_json(one: ItemDetail) -> Json:
    item, due = one.item, one.deadline.due if one.deadline else None
    return {
        "number": item.number,
        "title": item.title,
        "description": item.description,
        "pages": _pair(item.first_page, item.last_page),
        "officers": list(item.officers),
        "is_heading": item.is_heading,
        "written_only": one.written_only,
        "recommendations": list(one.recommendations),
        "papers": [_paper_json(paper) for paper in one.papers],
        "links": [link.title for link in one.links],
        "due": due.isoformat(timespec="minutes") if due else None,
        "minutes_to_read": one.minutes,
        "questions": [question.id for question in one.questions],
        "notes": notes_json(one.notes),
    }


def _paper_json(paper: Paper) -> Json:
    return {
        "title": paper.title,
        "source": paper.document.source,
        "pages": list(paper.pack_pages) if paper.pack_pages else None,
        "file_pages": [paper.page, paper.last_page],
        "read": paper.read,
        "note": paper.note,
        "exempt": paper.exempt,
        "new": paper.new,
    }


def notes_json(notes: Iterable[Note]) -> list[Json]:
    """Show notes and marks; `text` is "" for a bare mark."""
    return [
        {
            "committee": note.meeting.committee,
            "meeting_date": str(note.meeting.date) if note.meeting.date else None,
            "source": note.source,
            "page": note.page if note.pack_page is None else note.pack_page,
            "quote": note.quote,
            "text": note.text,
            "made_at": note.made_at.isoformat(timespec="minutes"),
        }
        for note in notes
    ]


def placed_notes_json(found: Iterable[PlacedNote]) -> list[Json]:
    """Show notes where their words stand now: `here`, `moved`, `changed`, or `gone`."""
    return [
        {**notes_json([one.note])[0], "citation": one.citation, "stands": one.stands, "public": one.public}
        for one in found
    ]


def today_json(today: Today, now: datetime) -> Json:
    """Show what matters today: each coming meeting with what is due, unread and promised for it."""
    return {
        "now": now.isoformat(timespec="minutes"),
        "meetings": [
            {
                **name_json(one.summary.meeting),
                "deadline": deadline_json(one.summary.deadline) if one.summary.deadline else None,
                "drafts": one.summary.drafts,
                "questions": one.summary.questions,
                "reading": one.pace,
                "promised": [promise_json(promise) for promise in one.promised],
            }
            for one in today.meetings
        ],
        "to_check": [
            {**name_json(meeting), "code": warning.code, "text": warning.text}
            for meeting, warning in today.to_look
        ],
    }


def stretch_json(stretch: Stretch) -> Json:
    """Show pages as they were read: `page` is the file's number, `pack_page` the stamped one."""
    return {
        "title": stretch.title,
        "source": stretch.document.source,
        "pages": [
            {
                "page": page.number,
                "pack_page": page.pack_page,
                "exempt": page.exempt,
                "pictures": page.pictures,
                "blocks": [
                    {"kind": block.kind, "text": block.text, "rows": [list(row) for row in block.rows]}
                    for block in page.blocks
                ],
            }
            for page in stretch.pages
        ],
    }


def _pair(first: int | None, last: int | None) -> list[int] | None:
    return None if first is None or last is None else [first, last]
