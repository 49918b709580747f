"""What a PDF says beside its pages: title and subject, bookmarks, links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pdfminer.pdfdocument import PDFDestinationNotFound, PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psexceptions import PSException
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from imports.model.document import Link, OutlineEntry
from imports.patterns import regex
from imports.readers.pdf.letters import SOFT_HYPHEN, clean

_MOST_BOOKMARKS = 10_000
_MOST_LINKS = 2_000
# Addresses a person may be sent to; `file:` and `javascript:` are not among them.
_SAFE = regex(r"(?:https?://|mailto:|www\.)\S", re.IGNORECASE)
DAMAGE = (PSException, TypeError, ValueError, KeyError, AttributeError, IndexError, AssertionError)


def property_of(document: PDFDocument, name: str) -> str:
    """Read one of the file's own properties (`Title`, `Subject`), "" where it has none."""
    for properties in document.info:
        value = _words(resolve1(properties.get(name)))
        if value:
            return value
    return ""


def outline(document: PDFDocument, pages: Mapping[object, int]) -> tuple[OutlineEntry, ...]:
    """Read the bookmarks.

    Args:
        document: the file.
        pages: page number by the number of the page's object.
    """
    try:
        root = resolve1(resolve1(document.catalog).get("Outlines"))
        return tuple(_entries(document, root, pages))
    except DAMAGE:
        return ()


def _entries(document: PDFDocument, root: Any, pages: Mapping[object, int]) -> Iterator[OutlineEntry]:
    """Walk the tree without recursion: a damaged one can be endless or very deep."""
    waiting = [(root.get("First"), 1)] if isinstance(root, dict) else []
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_BOOKMARKS:
        here, level = waiting.pop()
        entry = resolve1(here)
        if not isinstance(entry, dict) or id(entry) in seen:
            continue
        seen.add(id(entry))
        title = _words(resolve1(entry.get("Title")))
        if title:
            yield OutlineEntry(level, title, target(document, entry, pages))
        waiting += [(entry.get("Next"), level), (entry.get("First"), level + 1)]


def target(document: PDFDocument, entry: dict[str, Any], pages: Mapping[object, int]) -> int | None:
    """The page a bookmark or a link leads to, None where it leads out of the file or nowhere."""
    place = resolve1(entry.get("Dest"))
    if place is None:
        action = resolve1(entry.get("A"))
        place = resolve1(action.get("D")) if isinstance(action, dict) else None
    try:
        if isinstance(place, PSLiteral):
            place = resolve1(document.get_dest(literal_name(place)))
        elif isinstance(place, bytes | str):
            place = resolve1(document.get_dest(place))
        if isinstance(place, dict):
            place = resolve1(place.get("D"))
        first = place[0] if isinstance(place, list) and place else None
    except (PDFDestinationNotFound, *DAMAGE):
        return None
    if isinstance(first, PDFObjRef):
        return pages.get(first.objid)
    return first + 1 if isinstance(first, int) and 0 <= first < len(pages) else None


def links(page: PDFPage, number: int) -> list[Link]:
    """Find the addresses a page's link annotations point at, each once, in order."""
    found: dict[str, Link] = {}
    try:
        annotations = resolve1(page.annots) or []
        for annotation in annotations[:_MOST_LINKS]:
            action = resolve1(resolve1(annotation).get("A"))
            address = _words(resolve1(action.get("URI"))) if isinstance(action, dict) else ""
            if _SAFE.match(address):
                found.setdefault(address, Link(address.replace(" ", "%20"), number))
    except DAMAGE:
        pass
    return list(found.values())


def _words(value: object) -> str:
    if isinstance(value, bytes):
        value = decode_text(value)
    if not isinstance(value, str):
        return ""
    return " ".join(clean(value).replace(SOFT_HYPHEN, "").split())
