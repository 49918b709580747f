"""A web page a member saved: Modern.gov's meeting and decision pages by their fields, any other as text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from email.parser import BytesParser
from email.policy import Compat32
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from imports.errors import Refused
from imports.heading.title import read_occasion
from imports.model.agenda import LinkedPaper
from imports.model.document import Document
from imports.model.warning import Warning
from imports.patterns import regex
from imports.readers.copied_page import note_cut, read_copied
from imports.readers.decision_page import read_decision
from imports.readers.markup import Piece, classes, labelled, pieces_of, read_html, squeeze, tag_of, words_of
from imports.readers.meeting import WebItem, WebMeeting, as_document, split_number, tidy_caption
from imports.readers.meeting_head import in_item, read_attendance, read_head, read_when
from imports.readers.meeting_list import refuse_list
from imports.readers.typesetting import Typesetter

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAPER = regex(
    r"(?:/|^)documents/|\.(?:pdf|docx?|xlsx?|pptx?|rtf)(?:$|[?#])|ieIssueDetails|GetAttachment", re.IGNORECASE
)
_PART = regex(r"(?P<what>minutes?|decisions?|resolved|additional documents?)\b", re.IGNORECASE)
_PART_ALONE = regex(r"(?:minutes?|decisions?|resolved|additional documents?)\s*:?\s*", re.IGNORECASE)
_RESTRICTED = regex(
    r"^\W*(?:restricted|exempt|confidential)\b(?! items?\b)|\((?:restricted|exempt|confidential)\)|"
    r"view reasons? restricted|\breasons? (?:why )?restricted\b",
    re.IGNORECASE,
)
_ISSUE = regex(r"issue(?: details)? - meetings\b", re.IGNORECASE)
_ONE_ITEM = regex(r"agenda item\b(?: details)?", re.IGNORECASE)
_MEETING_OF = regex(r"Meeting of (?P<meeting>.+?)\s+\(Item (?P<number>[\w./-]{1,12}?)\.?\)", re.IGNORECASE)
_ARCHIVE = regex(rb"\s*(?:from|mime-version|snapshot-content-location|content-type|subject)\s*:", re.I)
_SAVED_FROM = regex(rb"<!-- saved from url=\(\d+\)(\S+) -->")


_NO_AGENDA = "The page of this meeting holds no agenda yet; save it again when the agenda is published."
_MIME_PART = regex(rb"^content-type\s*:", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 1_000
_LONGEST_HEAD = 2_000
_MOST_HEAD_LINES = 20


class _ShortHeads(Compat32):
    """Reads mail heads only as far as a person's: the library's time grows with the square of theirs."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Name and value of one head."""
        short = [line[:_LONGEST_HEAD] for line in sourcelines[:_MOST_HEAD_LINES]]
        return super().header_source_parse(short)


def read_web_page(path: Path) -> Document:
    """Read a saved web page (`.html`, `.htm`) or web archive (`.mht`).

    Raises:
        Refused: it cannot be read, or holds no text.
    """
    data = path.read_bytes()
    page, address = _unwrap(data, path.name)
    root = read_html(page, path.name)
    base = root.find(".//base")
    address = (base.get("href") if base is not None else None) or address or _canonical(root)
    title = words_of(found) if (found := root.find(".//title")) is not None else ""
    meeting = _read_meeting(root, address, title)
    issue = next((words for x in root.iter("h1") if _ISSUE.match(words := words_of(x))), "")
    if meeting.items and not issue:
        return as_document(meeting, path.name, data, "html", title)
    main = next((x for x in root.iter() if classes(x) & {"mgContent"}), root)
    pieces = [*([Piece("heading", issue)] if issue else []), *labelled(pieces_of(main))]
    if decision := read_decision(pieces, title, _papers(main, address)):
        return as_document(decision, path.name, data, "html", title)
    refuse_list(root, path.name, title, address)
    if one := read_copied("\n".join(piece.text for piece in pieces)):
        one.links = [LinkedPaper(name, url, None, "") for name, url in _papers(main, address) if name]
        return as_document(one, path.name, data, "html", title)
    if meeting.committee and meeting.date and "ielistdocuments" in address.casefold():
        meeting.warnings.append(Warning("no-agenda-yet", _NO_AGENDA, 1))
        return as_document(meeting, path.name, data, "html", title)
    return _as_text(root, path.name, data, title, address)


def _unwrap(data: bytes, name: str) -> tuple[bytes, str]:
    """The page itself and where it was saved from; a web archive holds it as its first HTML part."""
    saved = _SAVED_FROM.search(data[:4096])
    if saved:
        return data, saved[1].decode("ascii", errors="replace")
    if not re.match(
        rb"\s*(?:from|mime-version|snapshot-content-location|content-type)\s*:", data[:200], re.I
    ):
        return data, ""
    if sum(1 for _ in _MIME_PART.finditer(data)) > _MOST_PARTS:
        raise Refused("too-large", f"{name} has more parts than any page; save only the meeting's page.")
    message = BytesParser(policy=_ShortHeads()).parsebytes(data)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                where = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
                charset = part.get_content_charset()
                marked = f'<meta charset="{charset}">'.encode() if charset else b""
                return marked + content, str(where)
    raise Refused("not-a-pack", f"{name} is a web archive without a page; save the page again as HTML.")


def is_web_archive(start: bytes) -> bool:
    """Whether a file begins with the head of a web archive (`.mht`)."""
    return _ARCHIVE.match(start) is not None and b"multipart/related" in start[:8192].lower()


def _canonical(root: _Element) -> str:
    """Where the page says it lies, as browsers that save a page leave no other trace."""
    for link in root.iter("link", "form", "meta"):
        where = link.get("href") if link.get("rel") == "canonical" else None
        where = where or (link.get("content") if link.get("property") == "og:url" else None)
        if where and where.startswith(("http://", "https://")):
            return where
    return ""


def _read_meeting(root: _Element, address: str, title: str) -> WebMeeting:
    meeting = WebMeeting()
    read_head(root, meeting, title)
    read_attendance(root, meeting)
    meeting.items += _own_item(root, meeting)
    number: str | None = None
    part = "description"
    for element in _marked(root):
        names = classes(element)
        item = meeting.items[-1] if meeting.items else None
        if "mgAiTitleTxt" in names:
            found, words = split_number(_caption(element))
            if not words:
                number = found
                continue
            meeting.items.append(
                WebItem(number or found or _number_beside(element), words, restricted=_is_restricted(element))
            )
            meeting.items[-1].links += _links(element, address, meeting.items[-1])
            number, part = None, "description"
        elif item is None:
            continue
        elif "mgSubItemTitleTxt" in names or _names_part(element):
            part = _part_named(words_of(element), part)
        elif "mgBulletList" in names:
            item.links += [link for link in _links(element, address, item) if link not in item.links]
            if not item.links:
                _texts(item, part).extend(piece.text for piece in pieces_of(element))
        else:
            links = [link for link in _links(element, address, item) if link not in item.links]
            item.links += links
            _texts(item, part).extend(_paragraphs(pieces_of(element)))
    meeting.links = _meeting_links(root, address)
    if meeting.date is None:
        _read_links(meeting)
    for link in root.iter("a"):
        note_cut(words_of(link), meeting)
    return meeting


def _own_item(root: _Element, meeting: WebMeeting) -> list[WebItem]:
    """The one item a page is about ("Agenda item"), its meeting read from the link that leads back to it."""
    headings = [words_of(x) for x in root.iter("h1", "h2", "h3")]
    back = next(filter(None, (_MEETING_OF.fullmatch(words_of(link)) for link in root.iter("a"))), None)
    if back is None or not headings or not _ONE_ITEM.match(headings[0]):
        return []
    title = next((words for words in headings if not _ONE_ITEM.fullmatch(words)), None)
    meeting.committee = meeting.date = meeting.start_time = None
    read_when(back["meeting"], meeting)
    return [WebItem(back["number"], tidy_caption(title))] if title and meeting.date else []


def _read_links(meeting: WebMeeting) -> None:
    """Read whose meeting it is and when off the names of its papers, where the page itself does not say."""
    for link in meeting.links:
        occasion = read_occasion(unquote(urlsplit(link.url).path).rpartition("/")[2])
        if occasion:
            meeting.committee = meeting.committee or occasion.body or None
            meeting.date, meeting.start_time = occasion.date, meeting.start_time or occasion.time
            return


def _number_beside(element: _Element) -> str | None:
    """The number in the first cell of an item's row, where it stands there without a mark of its own."""
    row = next((up for up in element.iterancestors() if tag_of(up) == "tr"), None)
    first = next((cell for cell in row if tag_of(cell) == "td"), None) if row is not None else None
    number, rest = split_number(words_of(first)) if first is not None else (None, "")
    return number if not rest else None


def _marked(root: _Element) -> Iterator[_Element]:
    """The elements that carry an item's parts, outermost only, in document order."""
    wanted = {"mgAiTitleTxt", "mgWordPara", "mgBulletList", "mgSubItemTitleTxt"}
    for element in root.iter():
        marked = wanted & classes(element) or _names_part(element)
        if marked and not any(wanted & classes(up) for up in element.iterancestors()):
            yield element


def _names_part(element: _Element) -> bool:
    """Whether an element only says which part of an item follows ("Minutes:"), whatever its class."""
    if tag_of(element) not in ("h3", "h4", "h5", "h6", "p", "dt"):
        return False
    return _PART_ALONE.fullmatch(words_of(element)) is not None


def _paragraphs(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.kind == "table":
            yield from (" | ".join(squeeze(cell) for cell in row if cell) for row in piece.rows)
        else:
            yield piece.text


def _part_named(words: str, before: str) -> str:
    found = _PART.match(words)
    if not found:
        return before
    what = found["what"].lower()
    return "minutes" if what.startswith("minute") else "links" if what.startswith("add") else "decision"


def _texts(item: WebItem, part: str) -> list[str]:
    return {"minutes": item.minutes, "decision": item.decision}.get(part, item.description)


def _caption(element: _Element) -> str:
    return tidy_caption(words_of(element))


def _is_restricted(element: _Element) -> bool:
    """Whether an element carries the council's own mark that it is kept from the public."""
    marks = [x.get("alt") or x.get("title") or "" for x in element.iter("img")]
    marks += [words_of(x)[:80] for x in element.iter("span", "a")]
    return any(map(_RESTRICTED.search, marks))


def _links(element: _Element, address: str, item: WebItem) -> list[LinkedPaper]:
    parts = list(element.iter("li")) or [element]
    return [
        LinkedPaper(title or item.title, url, item.number, item.title, _is_restricted(part))
        for part in parts
        for title, url in _papers(part, address)
    ]


def _papers(element: _Element, address: str) -> Iterator[tuple[str, str]]:
    for link in element.iter("a"):
        href = (link.get("href") or "").strip()
        if _PAPER.search(href) and not href.lower().startswith(("mailto:", "javascript:", "#")):
            yield _caption(link), urljoin(address, href.replace(" ", "%20")) if address else href


def _meeting_links(root: _Element, address: str) -> list[LinkedPaper]:
    """The papers of the whole meeting: the front sheet, the pack, printed minutes."""
    found: dict[str, LinkedPaper] = {}
    for block in root.iter("div", "ul"):
        if classes(block) & {"mgLinks", "mgActionList"} and not in_item(block):
            for title, url in _papers(block, address):
                found.setdefault(url, LinkedPaper(title, url, None, ""))
    return list(found.values())


def _as_text(root: _Element, name: str, data: bytes, title: str, address: str) -> Document:
    """Any other page of a council, as a person reads it."""
    setter = Typesetter()
    main = next((x for x in root.iter() if tag_of(x) == "main" or classes(x) & {"mgContent"}), None)
    for piece in pieces_of(main if main is not None else root):
        if piece.kind == "table":
            setter.add_table(piece.rows)
        elif piece.text != title:
            mark = f"{piece.level}. " if piece.level else "• "
            setter.add(
                f"{mark}{piece.text}" if piece.kind == "item" else piece.text, bold=piece.kind == "heading"
            )
    for link in root.iter("a"):
        href = urljoin(address, (link.get("href") or "").strip())
        if href.startswith(("http://", "https://")):
            setter.link(href)
    pages = setter.pages()
    if not any(line.text for page in pages for line in page.lines):
        raise Refused("no-text", f"{name} is a web page without text; save it again when it has loaded.")
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(name, sha256, "html", pages, title=title, links=tuple(setter.links))
