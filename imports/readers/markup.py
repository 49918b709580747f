"""HTML and XML from anywhere, read without a network, entities or a document type, within bounds.

What a page would run or load is left out; what it says comes as paragraphs in reading order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from imports.errors import Refused
from imports.patterns import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_MARKUP = 32 * 1024 * 1024
MOST_ELEMENTS = 400_000
_CHARSET = regex(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_LATIN_1 = ("", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii")
_DECLARED = regex(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = regex(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DROPPED = ("script", "style", "noscript", "template", "iframe", "object", "svg", "head", "select", "button")
_BLOCK_NAMES = """
    address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3
    h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_FILE_KIND = regex(r"(?:pdf|docx?|xlsx?|word|excel)(?: icon)?", re.IGNORECASE)
_SIZE = regex(r" \((?:\w{3,4},? )?[\d.]+ ?[km]b\)$", re.IGNORECASE)
_UNNUMBERED = frozenset(("li", "nav", "header", "footer"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, heading or list item of a page, or a table's `rows`.

    Attributes:
        kind: which of them.
        text: in one line.
        level: of a heading; of an item the number a browser prints before it, 0 for a bullet.
        rows: of a table.
    """

    kind: Literal["heading", "paragraph", "item", "table"]
    text: str
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


def read_html(data: bytes, name: str) -> _Element:
    """Parse a web page.

    Raises:
        Refused: it is too large, too deep, or holds nothing.
    """
    from lxml import etree, html

    _bound(data, name)
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    text = _DECLARED.sub("", decode_page(data))
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused("unreadable", f"{name} is no whole web page; save it again as HTML.") from error
    _bound_elements(root, name)
    etree.strip_elements(root, *(tag for tag in _DROPPED if tag != "head"), with_tail=False)
    return root


def read_xml(data: bytes, name: str) -> _Element:
    """Parse XML that declares no document type and no entities.

    Raises:
        Refused: it is too large, declares entities, or is broken.
    """
    from lxml import etree

    _bound(data, name)
    if _DOCTYPE.search(data.replace(b"\0", b"")):
        raise Refused("unreadable", f"{name} declares entities, which no meeting needs; save it again.")
    parser = etree.XMLParser(
        no_network=True,
        resolve_entities=False,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise Refused("unreadable", f"{name} is no whole XML; save it again from the web service.") from error
    _bound_elements(root, name)
    return root


def decode_page(data: bytes) -> str:
    """Turn a saved page's bytes into text: as marked, as UTF-8 where they can be that, as declared.

    A saved page keeps the name of the encoding it was sent in, whatever it is saved in; and what calls itself
    Latin-1 is Windows-1252 to every browser (WHATWG Encoding, 4.2).
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii", errors="replace").casefold() if declared else ""
    for encoding in ("utf-8-sig", *([name] if name not in _LATIN_1 else [])):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def _bound(data: bytes, name: str) -> None:
    if len(data) > LARGEST_MARKUP:
        limit = LARGEST_MARKUP >> 20
        raise Refused("too-large", f"{name} is larger than {limit} MB; save only the meeting's own page.")


def _bound_elements(root: _Element, name: str) -> None:
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise Refused("too-large", f"{name} has more parts than any meeting; save only the meeting's page.")


def classes(element: _Element) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def tag_of(element: _Element) -> str:
    """An element's tag, or "" for what is none."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def words_of(element: _Element) -> str:
    """The words of an element in one line."""
    return squeeze("".join(_texts(element)))


def squeeze(text: str) -> str:
    """White space of every kind made one blank."""
    return " ".join(text.split())


def _texts(element: _Element, between: str = " ") -> Iterator[str]:
    """The texts of an element; `between` where a line ends."""
    for node, kind in _walk(element):
        if kind == "text":
            yield node if between == " " else re.sub(r"\s+", " ", node)
        elif tag_of(node) == "br" or tag_of(node) in _BLOCKS:
            yield between


def _walk(element: _Element) -> Iterator[tuple[Any, str]]:
    """An element's texts and elements in document order, without recursion."""
    from lxml import etree

    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield node, "start"
            if node.text:
                yield node.text, "text"
        else:
            yield node, "end"
            if node.tail and node is not element:
                yield node.tail, "text"


def pieces_of(element: _Element) -> list[Piece]:
    """Everything an element says, block by block in reading order; a table of figures comes as one piece."""
    found: list[Piece] = []
    words: list[str] = []
    kind: tuple[str, int] = ("paragraph", 0)
    inside: _Element | None = None
    number = 0
    numbers: dict[_Element, int] = {}

    def close() -> None:
        nonlocal number
        for text in map(squeeze, "".join(words).split("\n")):
            if text and number and kind[0] != "heading":
                printed = re.match(rf"{number}\b", text) is not None
                found.append(Piece(kind[0], text) if printed else Piece("item", text, number))  # type: ignore[arg-type]
                number = 0
            elif text:
                found.append(Piece(kind[0], text, kind[1]))  # type: ignore[arg-type]
        words.clear()

    for node, event in _walk(element):
        if inside is not None:
            inside = None if event == "end" and node is inside else inside
            continue
        if event == "text":
            words.append(re.sub(r"\s+", " ", node))
            continue
        tag = tag_of(node)
        if tag == "br" and event == "start":
            words.append("\n")
        if tag not in _BLOCKS:
            continue
        close()
        kind = _kind(node) if event == "start" else _kind(node.getparent())
        if tag == "li":
            number = _number(node.getparent(), numbers) if event == "start" else 0
        if tag == "table" and event == "start" and (rows := _rows(node)):
            found.append(Piece("table", "", 0, rows))
            inside = node
    close()
    return found


def labelled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces of a page without its tables, but for rows of a label and what it says."""
    for piece in pieces:
        if piece.kind != "table":
            yield piece
        for row in piece.rows:
            if len(row) == 2 and row[0].endswith(":"):
                yield Piece("paragraph", f"{row[0]} {squeeze(row[1])}")


def _kind(element: _Element | None) -> tuple[str, int]:
    tag = tag_of(element) if element is not None else ""
    if tag in _HEADINGS:
        return "heading", _HEADINGS[tag]
    return ("item" if tag == "li" else "paragraph"), 0


def _number(whole: _Element | None, numbers: dict[_Element, int]) -> int:
    """The number a browser prints before a list's next item; 0 where the list has none or stands in another.

    Args:
        whole: the list.
        numbers: the last number given in each list, brought up to date.
    """
    if whole is None:
        return 0
    if whole not in numbers:
        begin = whole.get("start") or "1"
        around = {tag_of(up) for up in whole.iterancestors()}
        plain = tag_of(whole) == "ol" and (whole.get("type") or "1") == "1" and begin.isdecimal()
        trail = any("breadcrumb" in name.casefold() for name in classes(whole))
        numbers[whole] = int(begin) - 1 if plain and not trail and around.isdisjoint(_UNNUMBERED) else -1
    if numbers[whole] < 0:
        return 0
    numbers[whole] += 1
    return numbers[whole]


def _rows(table: _Element) -> tuple[tuple[str, ...], ...]:
    """A table's rows where it is one: two columns or more, and no table or heading inside it."""
    if table.find(".//table") is not None or any(tag_of(part) in _HEADINGS for part in table.iter()):
        return ()
    rows = tuple(
        tuple(_cell(cell) for cell in row if tag_of(cell) in ("td", "th")) for row in table.iter("tr")
    )
    item = len(rows) == 1 and re.match(r"\d{1,3}[a-z]?\b", next(iter(rows[0]), ""))
    return rows if (len(rows) > 1 or item) and max(map(len, rows)) > 1 else ()


def _cell(cell: _Element) -> str:
    """The words of a cell line by line; nothing where they only name the kind of a file."""
    lines = [_SIZE.sub("", text) for text in map(squeeze, "".join(_texts(cell, "\n")).split("\n")) if text]
    return "" if len(lines) == 1 and _FILE_KIND.fullmatch(lines[0]) else "\n".join(lines)
