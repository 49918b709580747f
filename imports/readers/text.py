"""Plain text of a pack: bytes in, pages of lines out.

A text knows no geometry, and most extracts mark no page ends either (`page_ends`).
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from pathlib import Path

from imports.errors import Refused
from imports.model.document import Document, Line, Page
from imports.patterns import regex
from imports.readers.cells import open_cells
from imports.readers.lone_numbers import reunite_numbers
from imports.readers.markdown import without_marks
from imports.readers.page_ends import split_pages
from imports.readers.stamp_order import mend_turned, settle_stamps
from imports.readers.swapped import put_back

LARGEST_FILE = 64 * 1024 * 1024

_BIDI_AND_INVISIBLE = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_CONTROLS = [c for c in range(0xA0) if (c < 0x20 or c >= 0x7F) and chr(c) not in "\n\f\t"]
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, None),
    **dict.fromkeys(map(ord, _BIDI_AND_INVISIBLE), None),
    0x09: "  ",
    0xA0: " ",
    0x2028: "\n",
    0xFFFE: "-\n",  # what PDFium writes for a hyphen at the end of a line, with the next line behind it
    0x2029: "\n",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    # Bullets of symbol fonts, which have no meaning outside their font.
    **dict.fromkeys((0xF0B7, 0xF0A7, 0xF076, 0xF0D8, 0xF02D, 0xF0FC), "•"),
}

# Stamps the extractor split after their first letter; `A / genda Item / 8` takes three lines.
_SPLIT = regex(
    r"^(?P<before>[^\n]*[ ]|)(?P<first>[PAT])[ ]*\n"
    r"(?P<rest>age \d{1,4}|genda Item|his page is intentionally[^\n]*)[ ]*$",
    re.MULTILINE,
)
_RESTS = ("\nage ", "\ngenda Item", "\nhis page is")
_ITEM_ENDS = regex(r"Agenda Item[ ]*\n")
_LONE_ITEM = regex(r"^([ ]*Agenda Item)[ ]*\n(?:[ ]*\n)?[ ]*(\d{1,3})[ ]*$", re.MULTILINE)

SHORTEST_PAGE = 12


def read_text(path: Path) -> Document:
    """Read a text file as a document.

    Raises:
        Refused: the file is missing, empty, too large, or holds something other than text.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            limit = LARGEST_FILE // 2**20
            raise Refused(
                "too-large", f"{path.name} is larger than {limit} MB; split it and import the parts."
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("missing", f"{path.name} is not there any more; check the path.") from error
    except OSError as error:
        why = f"{path.name} cannot be read ({error.strerror}); check its permissions."
        raise Refused("unreadable", why) from error
    if not data.strip():
        raise Refused("empty-file", f"{path.name} is empty; save or download it again.")
    text = decode(data, path.name)
    if copied := _as_copied(text, path.name, data):
        return copied
    text = reunite_numbers(settle_stamps(mend_turned(clean(without_marks(open_cells(text))))))
    pages = tuple(
        Page(
            number,
            tuple(Line(line.strip(), left=len(line) - len(line.lstrip())) for line in lines),
        )
        for number, lines in enumerate(_close_up(split_pages(text)), start=1)
    )
    if not any(line.text for page in pages for line in page.lines):
        raise Refused("no-text", f"{path.name} holds no readable text; import the PDF instead.")
    return Document(source=path.name, sha256=hashlib.sha256(data).hexdigest(), format="text", pages=pages)


def _as_copied(text: str, name: str, data: bytes) -> Document | None:
    """The page of a council's web site that somebody copied into a text; None where a text is none."""
    from imports.readers.copied_page import read_copied
    from imports.readers.meeting import as_document
    from imports.readers.row_page import read_rows

    meeting = read_copied(text) or ("|" in text and read_rows(text))
    return as_document(meeting, name, data, "text") if meeting else None


def decode(data: bytes, name: str) -> str:
    """Turn a file's bytes into text: UTF-8, UTF-16 where marked, else Windows-1252.

    Raises:
        Refused: the bytes are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise Refused("unreadable", f"{name} is not a text file; import the PDF or a text of it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def clean(text: str) -> str:
    """Take out what no reader should see (controls, direction overrides), mend ligatures and split stamps."""
    text = put_back(text).replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").translate(_CLEAN)
    if any(rest in text for rest in _RESTS):
        text = _SPLIT.sub(lambda m: f"{m['before'].rstrip()}\n{m['first']}{m['rest']}".lstrip("\n"), text)
    return _LONE_ITEM.sub(r"\1 \2", text) if _ITEM_ENDS.search(text) else text


def _close_up(pages: list[list[str]]) -> list[list[str]]:
    """Pages set with double spacing without the blank line behind each, which parts nothing."""
    spaced = [_spaced_lines(lines) for lines in pages]
    blank = sum(map(len, spaced))
    running = sum(
        lines[n + 1].lstrip()[:1].islower() for lines, own in zip(pages, spaced, strict=True) for n in own
    )
    if blank < SHORTEST_PAGE or 5 * running < blank:
        return pages
    return [
        [x for n, x in enumerate(lines) if n not in own] for lines, own in zip(pages, spaced, strict=True)
    ]


def _spaced_lines(lines: list[str]) -> set[int]:
    """The single blank lines of a page on which next to no line stands right below another."""
    places = [n for n, line in enumerate(lines) if line.strip()]
    pairs = list(pairwise(places))
    tight = sum(b - a == 1 for a, b in pairs)
    return {a + 1 for a, b in pairs if b - a == 2} if 10 * tight <= len(pairs) else set()
