"""Questions as an unsent message, and as an address that opens one in the member's mail program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING
from urllib.parse import quote

from scrutiny_tui.services.clock import LONDON
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.export.lines import MemberIdentity, as_text, subject
from scrutiny_tui.services.export.record import VERSION, record_json
from scrutiny_tui.services.harmless import clean, flat

if TYPE_CHECKING:
    from scrutiny_tui.services.models.questions import QuestionDetail

LONGEST_MAILTO = 1900
"""Characters of a `mailto:` that every mail program takes; Windows passes on about 2,000."""


@dataclass(frozen=True, slots=True)
class Mailto:
    """An address that opens a message; `whole` is False where some of it had to be left out."""

    address: str
    whole: bool


def as_email(details: Sequence[QuestionDetail], member: MemberIdentity) -> bytes:
    """The questions as an unsent message (RFC 5322) to the clerk the papers name, with replies to the member.

    Raises:
        ExportFailed: the questions go to different clerks.
    """
    clerks = {detail.clerk.email for detail in details if detail.clerk and detail.clerk.email}
    if len(clerks) > 1:
        raise ExportFailed("These questions go to different clerks. Export one meeting's at a time.")
    message = EmailMessage()
    message["Subject"] = _header(subject(details))
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
    _add_records(message, details, member)
    message.set_content(as_text(details, member))
    return message.as_bytes()


def _add_records(message: EmailMessage, details: Sequence[QuestionDetail], member: MemberIdentity) -> None:
    """Say what a program reads back; see the package's docstring."""
    ref = details[0].question.meeting
    message["X-Scrutiny-Version"] = VERSION
    if len({detail.question.meeting for detail in details}) == 1:
        message["X-Scrutiny-Committee"] = _header(ref.committee)
        message["X-Scrutiny-Meeting"] = ref.date.isoformat() if ref.date else ""
    for detail in details:
        message["X-Scrutiny-Question"] = record_json(detail, member)


def as_mailto(detail: QuestionDetail, member: MemberIdentity) -> Mailto:
    """A `mailto:` (RFC 6068) that opens the question in the system's mail program.

    Where it would be too long the evidence is left out; where the question itself is, its words are, with
    a line that says to paste them.
    """
    clerk = detail.clerk
    receiver = _address("", clerk.email or "") if clerk else None
    to = quote(receiver.addr_spec, safe="@") if receiver else ""
    bodies = (
        as_text([detail], member),
        as_text([detail], member, with_evidence=False),
        "(The question is on the clipboard: paste it here.)\n",
    )
    title = subject([detail])
    for tried, body in enumerate(bodies):
        words = quote(body.replace("\n", "\r\n"), safe="")
        address = f"mailto:{to}?subject={quote(title, safe='')}&body={words}"
        if len(address) <= LONGEST_MAILTO:
            return Mailto(address, whole=not tried)
    return Mailto(f"mailto:{to}?body={words}"[:LONGEST_MAILTO], whole=False)


def _stamp(details: Sequence[QuestionDetail]) -> datetime:
    """When the message speaks: the newest change of what it holds."""
    return max(detail.question.submitted_at or detail.question.updated_at for detail in details)


def _address(name: str, email: str) -> Address | None:
    """A header-safe address, or None where there is none or it is no address."""
    user, at, domain = clean(email).strip().rpartition("@")
    plain = (user + domain).isascii() and not re.search(r"[\s<>,;:\"()\[\]\\]", user + domain)
    if not (at and user and domain and plain):
        return None
    return Address(_header(name), user, domain)


def _header(text: str) -> str:
    """Words for a header, on one line; what looks like an encoded word is taken apart, as Python decodes it.

    Decoded it may hold line ends, and with them headers of its own.
    """
    return flat(text).replace("=?", "= ?")
