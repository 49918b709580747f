"""Tells what kind of file a path is and has it read by the reader that can."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from imports.errors import Refused
from imports.overlong import hold_to_bounds
from imports.patterns import regex
from imports.processes.twin import Twins, later
from imports.processes.unpacking import BROKEN

if TYPE_CHECKING:
    from imports.model.document import Document
    from imports.readers.pdf.reading import Early

Told = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""

Kind = Literal["pdf", "text", "html", "xml", "docx"]

LARGEST_PDF = 512 * 1024 * 1024
LARGEST_TEXT = 16 * 1024 * 1024
_MOST_LINES = 500_000
_LOOKED_AT = 64 * 1024
_PDF_WITHIN = 1024

_SAVE_AS_PDF = "save it as a PDF and import that"
_ASK_FOR_TEXT = "ask the clerk for the pack as a PDF with text"
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint document", _SAVE_AS_PDF),
    (b"{\\rtf", "a rich text document", _SAVE_AS_PDF),
    (b"Rar!", "an archive of a kind that is not opened", "unpack it and import the folder"),
    (b"7z\xbc\xaf", "an archive of a kind that is not opened", "unpack it and import the folder"),
    (b"\x1f\x8b", "a packed file", "unpack it and import what it holds"),
    (b"\x89PNG", "a picture", _ASK_FOR_TEXT),
    (b"\xff\xd8\xff", "a picture", _ASK_FOR_TEXT),
    (b"II*\0", "a picture", _ASK_FOR_TEXT),
    (b"MM\0*", "a picture", _ASK_FOR_TEXT),
    (b"GIF8", "a picture", _ASK_FOR_TEXT),
)
_ZIP = b"PK\x03\x04"
# What a packed office document holds tells what it is, whatever it is called.
_PACKED: tuple[tuple[str, str], ...] = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an electronic book"),
)
_PAGE = regex(rb"<(?:!doctype html|html|head|body|table|div|p|h[1-6]|title|meta)\b", re.IGNORECASE)
_XML = regex(rb"<\?xml\b|<(?:\w+:)?(?:meeting|modgov|string|agendaitems)\b", re.IGNORECASE)


def read(
    path: Path,
    tell: Told | None = None,
    early: Early | None = None,
    twins: Twins = later,
    mend: Callable[[Document], Document] | None = None,
    password: str = "",
) -> Document:
    """Read a file with the reader for its kind.

    Args:
        path: the file.
        tell: called as pages are read, where the kind knows how many there are.
        early: shows the first pages of a long PDF, and any that is asked for.
        twins: `Beside` lets a second process read half of a long PDF.
        mend: puts words on a PDF's pages that are without.
        password: of a PDF, "" for none.

    Raises:
        Refused: the file is missing, empty, too large, of no known kind, or its reader refuses it.
    """
    return hold_to_bounds(_read(path, tell, early, twins, mend, password))


def _read(
    path: Path,
    tell: Told | None,
    early: Early | None,
    twins: Twins,
    mend: Callable[[Document], Document] | None,
    password: str,
) -> Document:
    kind = detect(path)
    if kind == "pdf":
        from imports.readers.pdf import read_pdf

        return read_pdf(path, tell, early, twins, mend, password)
    if kind == "html":
        from imports.readers.meeting_page import read_web_page

        return read_web_page(path)
    if kind == "xml":
        from imports.readers.meeting_xml import read_meeting_xml

        return read_meeting_xml(path)
    if kind == "docx":
        from imports.readers.word import read_word

        return read_word(path)
    from imports.readers.text import read_text

    return read_text(path)


def detect(path: Path) -> Kind:
    """Say what kind of file this is, by its bytes and never by its name.

    Raises:
        Refused: the file is missing, empty, too large, or of no kind that can be read.
    """
    name = path.name or str(path)
    start, size = _look(path, name)
    if start.startswith(_ZIP):
        return _look_into(path, name)
    if b"%PDF-" in start[:_PDF_WITHIN]:
        _bound(size, LARGEST_PDF, name)
        return "pdf"
    for magic, what, remedy in _OTHERS:
        if start.startswith(magic):
            raise Refused("not-a-pack", f"{name} is {what}, which cannot be read; {remedy}.")
    plain = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    if markup := _markup(plain):
        return markup
    if not _is_text(start):
        raise Refused(
            "not-a-pack",
            f"{name} is neither a PDF, a Word document, a saved page nor a text; import the pack's PDF.",
        )
    _bound(size, LARGEST_TEXT, name)
    if _count_lines(path) > _MOST_LINES:
        raise Refused("too-large", f"{name} has more lines than any pack; import the pack by itself.")
    return "text"


def _markup(start: bytes) -> Literal["html", "xml"] | None:
    """Whether a file begins as a saved page, a web archive or the web service's answer does."""
    from imports.readers.meeting_page import is_web_archive

    if is_web_archive(start):
        return "html"
    if not start.startswith(b"<"):
        return None
    if _XML.match(start) and not re.search(rb"<html\b", start[:2048], re.IGNORECASE):
        return "xml"
    return "html" if _PAGE.search(start[:4096]) else None


def _look_into(path: Path, name: str) -> Literal["docx"]:
    """Say which packed office document this is.

    Raises:
        Refused: it is none that can be read.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except BROKEN as error:
        raise Refused("unreadable", f"{name} is no whole document or archive; save it again.") from error
    if "word/document.xml" in names:
        return "docx"
    for inside, what in _PACKED:
        if any(part.startswith(inside) for part in names):
            raise Refused("not-a-pack", f"{name} is {what}, which cannot be read; {_SAVE_AS_PDF}.")
    raise Refused("not-a-pack", f"{name} is an archive of files; import it by itself or unpack it first.")


def _look(path: Path, name: str) -> tuple[bytes, int]:
    try:
        if path.is_dir():
            raise Refused("not-a-pack", f"{name} is a folder; name the files in it.")
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
    except FileNotFoundError:
        raise Refused("missing", f"{path} does not exist; check the path.") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Refused("unreadable", f"{name} cannot be opened ({why}); check its permissions.") from error
    if not start.strip(b"\0 \t\r\n\f\xef\xbb\xbf"):
        raise Refused("empty-file", f"{name} is empty; save or download it again.")
    return start, size


def _bound(size: int, most: int, name: str) -> None:
    if size > most:
        raise Refused("too-large", f"{name} is larger than {most >> 20} MB; split it and import the parts.")


def _is_text(start: bytes) -> bool:
    """Whether these bytes read as text: marked UTF-16, or hardly any control characters."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\f\r\x0b\x1b" for byte in start)
    return b"\0" not in start and controls <= len(start) // 50


def _count_lines(path: Path) -> int:
    lines = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            lines += block.count(b"\n") + block.count(b"\f") + block.count(b"\r")
    return lines
