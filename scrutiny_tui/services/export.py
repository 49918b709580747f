"""Questions as a clerk takes them in: e-mail, Word, Markdown and CSV, chosen by the file's suffix.

Only the question, whom it is for and the quoted evidence travel; a member's notes never do. What came
from a document is data in every format: no header, formula, link or markup of it takes effect.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path
from urllib.parse import quote

from db.models import Evidence
from scrutiny_tui.services.clock import LONDON
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.files import write_whole
from scrutiny_tui.services.models import QuestionDetail
from scrutiny_tui.services.wording import late_by, long_day

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_LINE_START = re.compile(r"(?m)^(\s*\d*)([-+=~.)])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class MemberIdentity:
    """Who asks: the name under the question and the address to reply to; both may be ""."""

    name: str = ""
    email: str = ""


def write_questions(details: Sequence[QuestionDetail], target: Path, member: MemberIdentity) -> None:
    """Write questions to one file: `.eml`, `.docx`, `.md` or `.csv`.

    Raises:
        ExportFailed: no questions, an unknown suffix, questions for different clerks in one e-mail,
            or a target that cannot be written.
    """
    if not details:
        raise ExportFailed("There are no questions to export. Draft one first.")
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise ExportFailed(f"{target.name}: choose a name that ends in .eml, .docx, .md or .csv.")
    write_whole(target, write(details, member))


def subject(details: Sequence[QuestionDetail]) -> str:
    """The subject line: whose questions, for which meeting."""
    noun = "Question" if len(details) == 1 else f"{len(details)} questions"
    return " ".join(_clean(f"{noun} for {meeting_name(details[0])}").split())


def meeting_name(detail: QuestionDetail) -> str:
    """The committee with the date of its meeting."""
    ref = detail.question.meeting
    return f"{ref.committee}, {long_day(ref.date)}" if ref.date else ref.committee


def as_text(details: Sequence[QuestionDetail], member: MemberIdentity) -> str:
    """The questions as plain text, for the body of an e-mail and for the clipboard."""
    parts = [f"For {meeting_name(details[0])}"]
    for place, detail in enumerate(details, start=1):
        lines = [f"Question {place}" if len(details) > 1 else "Question"]
        lines += [line for line in (_item_line(detail), _to_line(detail)) if line]
        lines += ["", detail.question.text.strip()]
        lines += [f"\nEvidence: {_evidence_line(quoted)}" for quoted in detail.evidence]
        parts.append("\n".join(lines))
    if member.name:
        parts.append(member.name)
    return _clean("\n\n".join(parts)) + "\n"


def as_email(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as an unsent message (RFC 5322) to the clerk the papers name, with replies to the member.

    Raises:
        ExportFailed: the questions go to different clerks.
    """
    clerks = {detail.clerk.email for detail in details if detail.clerk and detail.clerk.email}
    if len(clerks) > 1:
        raise ExportFailed("These questions go to different clerks. Export one meeting's at a time.")
    message = EmailMessage()
    message["Subject"] = subject(details)
    message["Date"] = format_datetime(_stamp(details).replace(tzinfo=LONDON))
    sender = _address(member.name, member.email)
    # Without a domain the id would carry the name of this machine.
    message["Message-ID"] = make_msgid(domain=sender.domain if sender else "scrutiny.invalid")
    if sender:
        message["From"] = sender
        message["Reply-To"] = sender
    clerk = next((d.clerk for d in details if d.clerk and d.clerk.email), None)
    if clerk is not None and (receiver := _address(clerk.name, clerk.email or "")):
        message["To"] = receiver
    message["X-Unsent"] = "1"
    message.set_content(as_text(details, member))
    return message.as_bytes()


def as_mailto(detail: QuestionDetail, member: MemberIdentity) -> str:
    """A `mailto:` address (RFC 6068) that opens the question in the system's mail program."""
    to = detail.clerk.email if detail.clerk and detail.clerk.email else ""
    body = as_text([detail], member).replace("\n", "\r\n")
    return f"mailto:{quote(_clean(to), safe='@')}?subject={quote(subject([detail]))}&body={quote(body)}"


def as_markdown(details: Sequence[QuestionDetail], member: MemberIdentity) -> str:
    """The questions as Markdown that shows everything in them as it was typed."""
    parts = [f"# {_plain(subject(details))}"]
    for place, detail in enumerate(details, start=1):
        parts.append(f"## Question {place}")
        parts += [
            _plain(line) for line in (_item_line(detail), _to_line(detail), _state_line(detail)) if line
        ]
        parts.append(_plain(detail.question.text.strip()))
        parts += [
            f"> {_plain(quoted.quote)}\n>\n> {_plain(_source_line(quoted))}" for quoted in detail.evidence
        ]
        if detail.question.answer:
            parts += ["### Answer", _plain(detail.question.answer)]
    if member.name:
        parts.append(_plain(member.name))
    return _clean("\n\n".join(parts)) + "\n"


def as_word(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as a Word document."""
    import docx

    document = docx.Document()
    document.core_properties.title = subject(details)
    document.core_properties.author = _clean(member.name)
    document.add_heading(subject(details), level=1)
    for place, detail in enumerate(details, start=1):
        document.add_heading(f"Question {place}", level=2)
        for line in (_item_line(detail), _to_line(detail), _state_line(detail)):
            if line:
                document.add_paragraph(_clean(line)).paragraph_format.keep_with_next = True
        for paragraph in detail.question.text.strip().split("\n"):
            document.add_paragraph(_clean(paragraph))
        for quoted in detail.evidence:
            document.add_paragraph(_clean(quoted.quote), style="Quote")
            document.add_paragraph(_clean(_source_line(quoted)))
        if detail.question.answer:
            document.add_heading("Answer", level=3)
            document.add_paragraph(_clean(detail.question.answer))
    if member.name:
        document.add_paragraph(_clean(member.name))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_csv(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as a table for a spreadsheet; UTF-8 with a mark, so that it opens right everywhere."""
    buffer = io.StringIO(newline="")
    table = csv.writer(buffer)
    table.writerow(
        [
            "committee",
            "meeting",
            "item",
            "title",
            "to",
            "question",
            "words",
            "state",
            "submitted",
            "late",
            "evidence",
            "from",
        ]
    )
    for detail in details:
        q = detail.question
        when = q.submitted_at.isoformat(timespec="minutes") if q.submitted_at else ""
        day = q.meeting.date.isoformat() if q.meeting.date else ""
        late = "yes" if q.late else ""
        cells = [q.meeting.committee, day, q.item_number, q.item_title, q.addressed_to, q.text]
        evidence = "\n".join(map(_evidence_line, detail.evidence))
        row = [*cells, str(detail.words), q.state, when, late, evidence, member.name]
        table.writerow([_cell(value) for value in row])
    return buffer.getvalue().encode("utf-8-sig")


_WRITERS: dict[str, Callable[[Sequence[QuestionDetail], MemberIdentity], bytes]] = {
    ".eml": as_email,
    ".docx": as_word,
    ".md": lambda details, member: as_markdown(details, member).encode(),
    ".csv": as_csv,
}


def _stamp(details: Sequence[QuestionDetail]) -> datetime:
    """When the message speaks: the newest change of what it holds."""
    return max(detail.question.submitted_at or detail.question.updated_at for detail in details)


def _item_line(detail: QuestionDetail) -> str:
    question = detail.question
    number = f"{question.item_number}: " if question.item_number else ""
    return f"Agenda item {number}{question.item_title}" if question.item_title else ""


def _to_line(detail: QuestionDetail) -> str:
    return f"To {detail.question.addressed_to}" if detail.question.addressed_to else ""


def _state_line(detail: QuestionDetail) -> str:
    if not detail.revisions or detail.question.submitted_at is None:
        return f"State: {detail.question.state}"
    left = detail.revisions[-1].left
    return f"Submitted {detail.question.submitted_at:%d %B %Y %H:%M} ({late_by(left)})"


def _evidence_line(quoted: Evidence) -> str:
    return f'"{quoted.quote.strip()}" ({_source_line(quoted)})'


def _source_line(quoted: Evidence) -> str:
    return quoted.citation or f"{quoted.source}, page {quoted.page}"


def _address(name: str, email: str) -> Address | None:
    """A header-safe address, or None where there is none or it is no address."""
    user, at, domain = _clean(email).strip().rpartition("@")
    plain = (user + domain).isascii() and not re.search(r"[\s<>,;:\"()\[\]\\]", user + domain)
    if not (at and user and domain and plain):
        return None
    return Address(" ".join(_clean(name).split()), user, domain)


def _clean(text: str) -> str:
    return _CONTROLS.sub("", text.replace("\r\n", "\n"))


def _plain(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def _cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    value = _clean(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
