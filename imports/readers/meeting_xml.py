"""The answer of Modern.gov's web service `GetMeeting`: one meeting, field by field.

Text in it is escaped twice, booleans are the words "True" and "False", an item numbered "0" is a heading.
"""

from __future__ import annotations

import html
import re
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from imports.errors import Refused
from imports.model.agenda import LinkedPaper
from imports.model.warning import Warning
from imports.patterns import regex
from imports.readers.markup import pieces_of, read_html, read_xml, squeeze
from imports.readers.meeting import WebItem, WebMeeting, as_document, split_number, tidy_caption
from imports.readers.meeting_head import note_status
from imports.words.dates import find_dates, find_times

if TYPE_CHECKING:
    from lxml.etree import _Element

    from imports.model.document import Document

_MARKUP = regex(r"<[a-zA-Z/!]")


def read_meeting_xml(path: Path) -> Document:
    """Read a `GetMeeting` answer saved as a file.

    Raises:
        Refused: it is no meeting, declares entities, or is too large.
    """
    data = path.read_bytes()
    root = read_xml(data, path.name)
    meeting = root if _name(root) == "meeting" else _find(root, "meeting")
    if meeting is None or (_find(meeting, "agendaitems") is None and not _field(meeting, "meetingdate")):
        why = "holds no meeting; save what GetMeeting answers, or import the pack's PDF"
        raise Refused("not-a-pack", f"{path.name} is XML that {why}.")
    return as_document(_read_meeting(meeting), path.name, data, "xml")


def _name(element: _Element) -> str:
    """An element's name without its namespace, in lower case."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _find(element: _Element, name: str) -> _Element | None:
    return next((child for child in element.iter() if _name(child) == name and child is not element), None)


def _children(element: _Element, group: str, name: str) -> list[_Element]:
    inside = next((child for child in element if _name(child) == group), None)
    return [child for child in inside if _name(child) == name] if inside is not None else []


def _field(element: _Element, *names: str) -> str:
    """The words of the first of these fields that has any, unescaped, in one line."""
    return " ".join(_texts(element, *names))


def _texts(element: _Element, *names: str) -> list[str]:
    """The paragraphs of a field, its markup read as markup however often it was escaped."""
    for name in names:
        child = next((child for child in element if _name(child) == name), None)
        text = "".join(map(str, child.itertext())).strip() if child is not None else ""
        if not text:
            continue
        for _ in range(2):
            if not _MARKUP.search(text):
                text = html.unescape(text)
        if not _MARKUP.search(text):
            return [line for line in map(squeeze, text.split("\n")) if line]
        pieces = pieces_of(read_html(f"<div>{text}</div>".encode(), "a field"))
        found = [
            piece.text or "\n".join(" | ".join(squeeze(cell) for cell in row if cell) for row in piece.rows)
            for piece in pieces
        ]
        return [line for text in found for line in text.split("\n") if line.strip()]
    return []


def _is_true(element: _Element, name: str) -> bool:
    return _field(element, name).casefold() in ("true", "1", "yes")


def _read_meeting(element: _Element) -> WebMeeting:
    around = (_field(up, "committeetitle", "committeename") for up in element.iterancestors())
    meeting = WebMeeting(
        committee=_field(element, "committeetitle", "committeename", "meetingtitle")
        or next(filter(None, around), None),
        venue=_field(element, "meetinglocation", "meetingvenue") or None,
    )
    days = find_dates(_field(element, "meetingdate").partition("T")[0])
    meeting.date = days[0].date if days else None
    times = find_times(f"at {_field(element, 'meetingtime', 'meetingdate')}")
    meeting.start_time = next((found.time for found in times if found.time not in (None, time.min)), None)
    if meeting.committee is None:
        text = "The web service's answer names no committee; import a paper of the meeting beside it."
        meeting.warnings.append(Warning("committee-not-named", text, 1))
    note_status(meeting, _field(element, "meetingstatus"))
    for attendee in _children(element, "attendees", "attendee"):
        _read_attendee(attendee, meeting)
    for item in _children(element, "agendaitems", "agendaitem"):
        meeting.items.append(_read_item(item))
    meeting.links = [
        _read_link(link, None, "") for link in _children(element, "linkeddocuments", "linkeddoc")
    ]
    return meeting


def _read_attendee(attendee: _Element, meeting: WebMeeting) -> None:
    name = _field(attendee, "attendeename", "name", "membername", "fullusername")
    role = _field(attendee, "role", "representing", "position")
    status = _field(attendee, "attendancestatus", "attendance", "status").casefold()
    if not name:
        return
    shown = f"{name} ({role})" if re.search(r"chair", role, re.IGNORECASE) else name
    if "apolog" in status:
        meeting.apologies.append(name)
    elif "officer" in status or "officer" in role.casefold() or "in attendance" in status:
        meeting.officers.append(name)
    elif "absent" not in status and "expected" not in status:
        meeting.present.append(shown)


def _read_item(element: _Element) -> WebItem:
    number = _field(element, "agendaitemnumber")
    heading = number == "0"
    shown, _ = split_number(_field(element, "fulldisplaynumberformat"))
    printed, title = split_number(tidy_caption(_field(element, "agendaitemtitle")))
    own = None if heading else (shown or split_number(number)[0] or printed)
    minute = _field(element, "minutesitemnumber")
    item = WebItem(
        own,
        title or _field(element, "agendaitemtitle"),
        description=_texts(element, "agendatext", "agendanonemptyhtmlbody"),
        decision=_texts(element, "decisionnonemptyhtmlbody", "decisiontext"),
        minutes=_texts(element, "minutesnonemptyhtmlbody", "minutestext"),
        minute_number=split_number(minute)[0] if minute not in ("", "0") else None,
        is_heading=heading,
        restricted=_is_true(element, "isrestricted"),
    )
    item.links = [
        _read_link(link, own, item.title) for link in _children(element, "linkeddocuments", "linkeddoc")
    ]
    return item


def _read_link(link: _Element, number: str | None, item_title: str) -> LinkedPaper:
    return LinkedPaper(
        title=tidy_caption(_field(link, "title")) or item_title or "Paper",
        url=_field(link, "url").replace(" ", "%20"),
        agenda_item=number,
        item_title=item_title,
        restricted=_is_true(link, "isrestricted"),
        published=_field(link, "publicationdate"),
    )
