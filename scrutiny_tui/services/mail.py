"""An e-mail's words, sender and claimed time, from bytes nobody vouches for."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

from imports.patterns import regex
from scrutiny_tui.services.clock import LONDON

_MOST_PARTS = 60
_LONGEST_HEADER = 500
_MOST_HEAD_LINES = 20
_LONGEST_BODY = 400_000
_BOUNDARY = regex(rb"boundary\s*=", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript"})
_BREAKS = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "table", "blockquote"})
_SPACES = regex(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Mail:
    """What of an e-mail the register keeps; `claimed_at` is local, `records` are this app's own headers."""

    name: str
    address: str
    subject: str
    body: str
    claimed_at: datetime | None
    records: tuple[str, ...] = ()


class _ShortHeads(Compat32):
    """Cuts the heads that say how a part is packed: the library's time grows with the square of theirs."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of one head."""
        if sourcelines[0][:8].casefold() == "content-":
            sourcelines = [line[: 4 * _LONGEST_HEADER] for line in sourcelines[:_MOST_HEAD_LINES]]
        return super().header_source_parse(sourcelines)


def read_mail(content: bytes) -> Mail | None:
    """Read an e-mail; None for one without words, or nested beyond what any mail program sends."""
    if len(_BOUNDARY.findall(content)) > _MOST_PARTS:
        return None
    try:
        message = message_from_bytes(content, policy=_ShortHeads())
        body = _body(message)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError, KeyError):
        return None
    if body is None:
        return None
    # Parted before it is decoded: an encoded name may hold an address of its own.
    name, address = parseaddr(re.sub(r"\s+", " ", str(message.get("From", ""))[:_LONGEST_HEADER]))
    return Mail(
        name=" ".join(_decoded(name).split())[:120],
        address=address[:200] if "@" in address else "",
        subject=" ".join(_header(message, "Subject").split()),
        body=body,
        claimed_at=_claimed(message),
        records=_records(message),
    )


def _records(message: Message) -> tuple[str, ...]:
    """What this app's own e-mails say for programs: one JSON object a question."""
    found = message.get_all("X-Scrutiny-Question") or []
    return tuple(re.sub(r"\r?\n(?=[ \t])", "", str(one))[:_LONGEST_BODY] for one in found[: _MOST_PARTS * 4])


def _header(message: Message, name: str) -> str:
    """A header's words, decoded; what cannot be decoded is shown as it stands."""
    return _decoded(str(message.get(name, ""))[:_LONGEST_HEADER])


def _decoded(raw: str) -> str:
    parts: list[str] = []
    try:
        for words, charset in decode_header(raw):
            parts.append(_decode(words, charset) if isinstance(words, bytes) else words)
    except (ValueError, LookupError):
        return raw
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", "".join(parts))


def _body(message: Message) -> str | None:
    """The first part in plain text, else in HTML; attachments are not looked into."""
    plain = html = None
    for count, part in enumerate(message.walk()):
        if count > _MOST_PARTS:
            return None
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html"):
            continue
        payload = part.get_payload(decode=True)
        words = _decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
        if kind == "text/plain" and words.strip() and plain is None:
            plain = words
        elif kind == "text/html" and html is None:
            html = words
    if plain is None and html is None:
        return None
    return plain if plain is not None else text_of_html(html or "")


def _decode(payload: bytes, charset: str | None) -> str:
    """Bytes as text, whatever the message says of them."""
    payload = payload[:_LONGEST_BODY]
    for name in (charset, "utf-8"):
        with suppress(LookupError, UnicodeDecodeError, ValueError):
            return payload.decode(name or "utf-8")
    return payload.decode("cp1252", "replace")


def _claimed(message: Message) -> datetime | None:
    """When the message says it was received (by the server next to us), else sent."""
    received = (message.get_all("Received") or [""])[0]
    for words in (str(received).rpartition(";")[2], str(message.get("Date", ""))):
        with suppress(ValueError, TypeError, OverflowError, IndexError, OSError):
            moment = parsedate_to_datetime(words.strip()[:80])
            return (moment.astimezone(LONDON) if moment.tzinfo else moment).replace(
                tzinfo=None, microsecond=0
            )
    return None


class _Words(HTMLParser):
    """Keeps what a person would see of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data.replace("\n", " "))


def text_of_html(page: str) -> str:
    """The words of an HTML message, a line for each block."""
    words = _Words()
    words.feed(page)
    words.close()
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(words.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
