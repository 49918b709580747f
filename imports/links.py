"""The addresses a document points at: printed in its text, over line breaks too, or as link annotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Document

_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>\"“”]+", re.IGNORECASE)
_PART = regex(r"[A-Za-z0-9/%._~#?&=+@:,;()'-]+")
_ENDING = regex(r"\.(?:pdf|html?|aspx?|php|docx?|xlsx?|pptx?|jpe?g|png)$", re.IGNORECASE)
# A host cut behind one of its dots, and what it goes on with: a sentence that ends there goes on otherwise
_HOST = regex(r"(?:https?://|www\.)[\w.-]*\.", re.IGNORECASE)
_REST_OF_HOST = regex(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:\.[a-z]{2,}|/)")
_IN_ADDRESS = regex(r"[/%=&?#_]|\w[.-]\w*[.-]|\d[a-z]|[a-z]\d")


def read_links(document: Document, lines: Sequence[TextLine]) -> tuple[str, ...]:
    """List every address once, in the order of the pages.

    Addresses of e-mails are left to the contacts. Where an annotation completes a printed address that
    lost its end at a line break, the annotation is right.
    """
    annotated = [(link.page, link.url.strip()) for link in document.links if _ADDRESS.match(link.url.strip())]
    listed = [
        (page.number, _trim(line.text.strip()))
        for page in document.pages
        for line in page.lines
        if ("://" in line.text or line.text.strip()[3:4] == ".") and _ADDRESS.fullmatch(line.text.strip())
    ]
    known = {url for _, url in annotated}
    printed = [(page, _completed(url, known)) for page, url in _printed(lines)]
    seen: dict[str, str] = {}
    for _, url in sorted([*annotated, *printed, *_whole(listed, printed)], key=lambda x: x[0]):
        seen.setdefault(_key(url), url)
    return tuple(seen.values())


def _whole(listed: list[tuple[int, str]], printed: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Addresses an extractor listed below a page, where they are not the beginning of one printed in full."""
    full = sorted({url for _, url in printed})

    def is_beginning(url: str) -> bool:
        behind = bisect_right(full, url)
        return behind < len(full) and full[behind].startswith(url)

    return [(page, url) for page, url in listed if not is_beginning(url)]


def _key(url: str) -> str:
    return re.sub(r"^(?:https?://)?", "", url.casefold()).rstrip("/")


def _completed(url: str, known: set[str]) -> str:
    longer = [other for other in known if other.startswith(url) and len(other) > len(url)]
    return longer[0] if len(longer) == 1 and url not in known else url


def _printed(lines: Sequence[TextLine]) -> Iterator[tuple[int, str]]:
    for i, line in enumerate(lines):
        if "://" not in line.text and "www." not in line.text.casefold():
            continue
        for found in _ADDRESS.finditer(line.text):
            url = found[0]
            n = i
            while line.text.endswith(url) or n > i:
                part = _continuation(url, lines, n)
                if part is None:
                    break
                url += part[0]
                n += 1
                if not part[1]:
                    break
            url = _trim(url)
            if url.casefold().startswith("http") or "/" in url:
                yield line.page, url


def _continuation(url: str, lines: Sequence[TextLine], n: int) -> tuple[str, bool] | None:
    """What the next line adds to an address, and whether it may run on further."""
    if n + 1 >= len(lines) or lines[n + 1].gap or _ENDING.search(url):
        return None
    text = lines[n + 1].text
    part = _PART.match(text)
    if not part or _ADDRESS.match(text):
        return None
    if url.endswith((")", ".", ",", ";")) and not (_HOST.fullmatch(url) and _REST_OF_HOST.match(text)):
        return None
    whole = part.end() == len(text)
    wanted = url.endswith((".", "-", "_", "%", "=", "&", "?")) or (url.endswith("/") and whole)
    if not (wanted or part[0].startswith("/") or (_IN_ADDRESS.search(part[0]) and "/" in url[8:])):
        return None
    return part[0], whole


def _trim(url: str) -> str:
    while url and (url[-1] in ".,;:'’”\"]>" or (url[-1] == ")" and url.count("(") < url.count(")"))):
        url = url[:-1]
    return url
