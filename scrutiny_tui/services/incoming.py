"""Questions as people send them: e-mails, this app's own exports, and pasted text, read within bounds.

Nothing in a message is obeyed or believed: its date is only what it claims, links and pictures are left
out, attachments are not opened. A question that the app itself exported is read back part by part.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import msgspec

from imports.patterns import regex
from imports.words.dates import find_dates
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.harmless import clean

LARGEST = 10_000_000
"""Bytes of a file; a question with a picture or two attached stays below."""

MOST_QUESTIONS = 200
LONGEST = 20_000
_FOR = regex(
    r"(?:\d+ )?(?:[Qq]uestions? )?[Ff]or (?P<committee>.{3,200}?),\s+(?P<day>\w+ \d{1,2} \w+ \d{4})\b"
)
_HEAD = regex(r"^(?:#+ )?Question(?: \d+)?\s*$")
_ITEM = regex(r"^Agenda item (?:(?P<number>[\w.()]{1,8}): )?(?P<title>.+)$")
_TO = regex(r"^To (?P<to>.+)$")
_STATE = regex(r"^(?:State: \w+|Submitted \d.*)$")
_EVIDENCE = regex(r"^(?:Evidence: |> )")
_QUOTED = ("Quote", "Scrutiny Quote", "Scrutiny Source")
_ANY_ITEM = regex(r"\b(?:agenda )?item (?:no\.? ?|number )?(?P<number>\d{1,2}[a-z]?)\b", re.IGNORECASE)
_SIGNED = regex(r"^(?:-- ?$|_{5,}|Sent from my |On .{5,80} wrote:$|From: .+@)")
_ESCAPED = regex(r"\\([\\`*_\[\]<>#|\-+=~.)])")


_RECORD = regex(r"<!-- scrutiny (\{.{1,100000}?\}) -->")


class _Recorded(msgspec.Struct, frozen=True):
    """What this app's exports say for programs of one question."""

    question: str
    committee: str = ""
    meeting: str | None = None
    item: str = ""
    title: str = ""
    sender: str = msgspec.field(name="from", default="")
    email: str = ""


_json = msgspec.json.Decoder(_Recorded)


class NotTaken(ServiceError):
    """A file holds no question that could be entered; the register is as it was."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A question as it came in.

    Attributes:
        text: the question.
        sender: the name given, or "".
        address: the e-mail address given, or "".
        committee: the committee it names, or "".
        day: the day of the meeting it names, or None.
        item_number: the agenda item it names, or "".
        item_title: the item's title, or "".
        claimed_at: the moment the message gives for itself, local; None without one.
        source: the file's name, or "pasted".
        about: the subject of the message, or "".
    """

    text: str
    sender: str = ""
    address: str = ""
    committee: str = ""
    day: date | None = None
    item_number: str = ""
    item_title: str = ""
    claimed_at: datetime | None = None
    source: str = "pasted"
    about: str = ""


def read_incoming(path: Path) -> tuple[Incoming, ...]:
    """Read the questions in a file: `.eml`, `.md`, `.docx`, `.csv` or `.txt`.

    Raises:
        NotTaken: it cannot be read, is too large, or holds no question.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise NotTaken(f"{path.name}: the register takes .eml, .md, .docx, .csv and .txt files.")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise NotTaken(f"{path} cannot be read ({error.strerror}). Check the name.") from error
    if len(content) > LARGEST:
        raise NotTaken(f"{path.name} is larger than {LARGEST // 1_000_000} MB: ask for the question alone.")
    found = [replace(one, source=path.name) for one in read(content, path.name) if one.text.strip()]
    if not found:
        raise NotTaken(f"{path.name} holds no question in words. Ask the sender for it as text.")
    if len(found) > MOST_QUESTIONS or any(len(one.text) > LONGEST for one in found):
        raise NotTaken(f"{path.name} holds more than anybody asks: ask the sender for the question alone.")
    return tuple(found)


def read_pasted(text: str) -> tuple[Incoming, ...]:
    """Read questions from text somebody pasted.

    Raises:
        NotTaken: it is empty, or far longer than any question.
    """
    found = tuple(one for one in _from_lines(text) if one.text.strip())
    if not found or len(text) > LONGEST:
        raise NotTaken("The text is empty or far too long: paste the question alone.")
    return found


def _from_mail(content: bytes, name: str) -> Iterator[Incoming]:
    from scrutiny_tui.services.mail import read_mail

    mail = read_mail(content)
    if mail is None:
        raise NotTaken(f"{name} is no e-mail that can be read: ask the sender for the question as text.")
    about = f"{mail.subject}\n{mail.body}"
    for one in _recorded(mail.records, mail.body) or _from_lines(mail.body, about):
        one = replace(one, address=mail.address or one.address, claimed_at=mail.claimed_at)
        yield replace(one, sender=mail.name or one.sender, about=mail.subject)


def _from_markdown(content: bytes, name: str) -> Iterator[Incoming]:
    text = _decoded(content)
    seen = _ESCAPED.sub(r"\1", _RECORD.sub("", text))
    yield from _recorded(_RECORD.findall(text), seen) or _from_lines(seen)


def _recorded(records: Sequence[str], seen: str) -> list[Incoming]:
    """The questions as this app recorded them for programs; none where a person sees other words."""
    found = [one for one in map(_record, records[:MOST_QUESTIONS]) if one is not None]
    words = _letters(seen)
    same = all(_letters(one.text) and _letters(one.text) in words for one in found)
    return found if same and len(found) == len(records) else []


def _record(text: str) -> Incoming | None:
    try:
        said = _json.decode(text)
    except (msgspec.DecodeError, RecursionError):
        return None
    return Incoming(
        text=clean(said.question).strip(),
        sender=clean(said.sender),
        address=clean(said.email) if "@" in said.email else "",
        committee=clean(said.committee),
        day=_iso(said.meeting or ""),
        item_number=clean(said.item)[:8],
        item_title=clean(said.title),
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _from_text(content: bytes, name: str) -> Iterator[Incoming]:
    yield from _from_lines(_decoded(content))


def _from_word(content: bytes, name: str) -> Iterator[Incoming]:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > 4 * LARGEST:
                raise NotTaken(f"{name} unpacks to far more than a question: ask for the question alone.")
        import docx

        paragraphs = docx.Document(io.BytesIO(content)).paragraphs
        quoted = [("> " if p.style and p.style.name in _QUOTED else "") + p.text for p in paragraphs]
    except NotTaken:
        raise
    except Exception as error:  # a broken Word file fails in as many ways as XML and ZIP can
        raise NotTaken(f"{name} is no Word document that can be read: ask for the text.") from error
    yield from _from_lines("\n".join(quoted))


def _from_table(content: bytes, name: str) -> Iterator[Incoming]:
    try:
        for row in csv.DictReader(io.StringIO(_decoded(content))):
            cells = {str(key): _cell(value) for key, value in row.items() if isinstance(value, str)}
            day = find_dates(cells.get("meeting", ""))
            yield Incoming(
                text=cells.get("question", ""),
                sender=cells.get("from", ""),
                committee=cells.get("committee", ""),
                day=day[0].date if day else _iso(cells.get("meeting", "")),
                item_number=cells.get("item", ""),
                item_title=cells.get("title", ""),
            )
    except csv.Error as error:
        raise NotTaken(f"{name} is no table that can be read ({error}).") from error


_READERS: dict[str, Callable[[bytes, str], Iterator[Incoming]]] = {
    ".eml": _from_mail,
    ".md": _from_markdown,
    ".txt": _from_text,
    ".docx": _from_word,
    ".csv": _from_table,
}


def _from_lines(text: str, about: str = "") -> Iterator[Incoming]:
    """The questions in running text: one under each heading of our own export, else the whole text."""
    text = clean(text)[: LONGEST * 10]
    meeting = _FOR.search(about or text)
    days = find_dates(meeting["day"]) if meeting else ()
    known = Incoming(
        "", committee=meeting["committee"].strip() if meeting else "", day=days[0].date if days else None
    )
    blocks = _blocks(text.split("\n"))
    if not blocks:
        item = _ANY_ITEM.search(about or text)
        words = "\n".join(_unsigned(text.split("\n"))).strip()
        yield replace(known, text=words, item_number=item["number"] if item else "")
        return
    sender = _signature(blocks[-1])
    for block in blocks:
        yield replace(_from_block(block, known), sender=sender)


def _blocks(lines: list[str]) -> list[list[str]]:
    starts = [at for at, line in enumerate(lines) if _HEAD.match(line.strip())]
    return [lines[a + 1 : b] for a, b in pairwise([*starts, len(lines)])]


def _from_block(lines: list[str], known: Incoming) -> Incoming:
    """One question of our own export: item, addressee and state first, then its words, then evidence."""
    words: list[str] = []
    for line in lines:
        plain = line.strip()
        if item := _ITEM.match(plain) if not words else None:
            known = replace(known, item_number=item["number"] or "", item_title=item["title"].strip())
        elif words and (_EVIDENCE.match(line) or plain == "### Answer"):
            break
        elif plain and (words or not (_TO.match(plain) or _STATE.match(plain))):
            words.append(plain)
        elif words and not plain:
            words.append("")
    name = _signature(lines)
    while words and (not words[-1] or words[-1] == name):
        words.pop()
    return replace(known, text="\n".join(words).strip())


def _signature(lines: list[str]) -> str:
    """The name under the last question, where a line by itself ends the text."""
    last = [line.strip() for line in lines if line.strip()][-1:] or [""]
    alone = len(lines) > 2 and re.fullmatch(r"(?:\w[\w.’'-]* ){1,5}\w[\w’'-]+", last[0]) is not None
    return last[0] if alone and last[0][:1].isupper() else ""


def _unsigned(lines: list[str]) -> Iterator[str]:
    """Lines of a message without what is quoted in it, up to its signature."""
    for line in lines:
        if _SIGNED.match(line.strip()):
            return
        if not line.startswith(">"):
            yield line


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _cell(value: str) -> str:
    """A table's cell without the mark that keeps spreadsheets from taking it for a formula."""
    return clean(value[1:] if value[:1] == "'" and value[1:2] in ("=", "+", "-", "@", "\t", "\r") else value)


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
