"""Plain text of a pack: bytes in, pages of lines out.

A text knows no geometry, and most extracts mark no page ends either. What they leave of them: form
feeds; the stamps at a page's end; folios; and one leading blank where the extractor glued the next
page on (a lost bullet leaves the same blank, but bullets come in company).
"""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from pathlib import Path

from imports.errors import Refused
from imports.layout.stamps import read_stamp
from imports.model.document import Document, Line, Page
from imports.patterns import regex
from imports.readers.cells import open_cells
from imports.readers.markdown import without_marks

LARGEST_FILE = 64 * 1024 * 1024

_BIDI_AND_INVISIBLE = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffe"
)
_CONTROLS = [c for c in range(0xA0) if (c < 0x20 or c >= 0x7F) and chr(c) not in "\n\f\t"]
_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(_CONTROLS, None),
    **dict.fromkeys(map(ord, _BIDI_AND_INVISIBLE), None),
    0x09: "  ",
    0xA0: " ",
    0x2028: "\n",
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
_LONE_ITEM = regex(r"^([ ]*Agenda Item)[ ]*\n(?:[ ]*\n)?[ ]*(\d{1,3})[ ]*$", re.MULTILINE)
_FOLIO = regex(r"\s*(?:-\s?\d{1,3}\s?-|Page \| ?\d{1,3}|\d{1,3} ?\| ?Page|\d{1,3})\s*")
_BODY = regex(r"\b(?:committee|board|panel|cabinet|council)\b", re.IGNORECASE)

_LABEL = regex(r"(?:report to|report title|title of report|date of meeting|meeting date)\b", re.IGNORECASE)
_MINUTES = regex(r"(?:draft )?minutes of (?!.{0,30}\b(?:previous|last|meetings?$))", re.IGNORECASE)
_PAPER = regex(
    r"(?:draft )?minutes of (?!.{0,30}\b(?:previous|last)\b)"
    r"|(?:draft |forward )*work(?:ing)? ?(?:programme|plan)|action (?:tracker|log)"
    r"|report of\b|.*[-–] action tracker$",
    re.IGNORECASE,
)
_DAY = regex(r"(?:[A-Z][a-z]+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? (?:19|20)\d\d")

FULL_LINE = 50
LONGEST_PAGE = 150
SHORTEST_PAGE = 12
COMPANY = 6
USUAL_PAGE = 20


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
    text = clean(without_marks(open_cells(text)))
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
    """Take out what no reader should see (controls, direction overrides) and mend split stamps."""
    text = re.sub(r"\r\n?|\x85", "\n", text).translate(_CLEAN)
    text = _SPLIT.sub(lambda m: f"{m['before'].rstrip()}\n{m['first']}{m['rest']}".lstrip("\n"), text)
    return _LONE_ITEM.sub(r"\1 \2", text)


def split_pages(text: str) -> list[list[str]]:
    """Divide the text into pages: at its form feeds or, where it has none, where pages seem to end."""
    if "\f" in text:
        pages = [part.split("\n") for part in text.split("\f")]
        return pages[:-1] if len(pages) > 1 and not any(map(str.strip, pages[-1])) else pages
    lines = text.split("\n")
    starts = _find_starts(lines)
    starts = sorted({*starts, *_find_papers(lines, [0, *starts, len(lines)])})
    return [lines[a:b] for a, b in zip([0, *starts], [*starts, len(lines)], strict=True)]


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


def _find_starts(lines: list[str]) -> list[int]:
    """Say at which lines a page begins, the first page's own left out."""
    starts: list[int] = []
    at = 0
    for i in range(1, len(lines)):
        if i <= at or not lines[i].strip():
            continue
        end = _end_of_stamps(lines, i)
        if end is None:
            end = _start_by_blank(lines, i, at)
        if end is not None and end < len(lines) and any(map(str.strip, lines[at:end])):
            starts.append(end)
            at = end
    return starts


def _find_papers(lines: list[str], bounds: list[int]) -> list[int]:
    """Where papers begin on what is too long for a page: page ends were lost, headings were not."""
    found: list[int] = []
    for start, end in pairwise(bounds):
        if end - start > LONGEST_PAGE:
            last = start
            for i in range(start + SHORTEST_PAGE, end):
                if i - last >= SHORTEST_PAGE and _opens_paper(lines, i):
                    found.append(i)
                    last = i
    return found


def _opens_paper(lines: list[str], i: int) -> bool:
    """Whether line `i`, after a blank one, heads a paper: a label or a body's name, and soon what it is."""
    line = lines[i].strip()
    if lines[i - 1].strip() or not line or line[-1] in ".,;:" or len(line) > 90:
        return False
    if _LABEL.match(line):
        return True
    words = re.findall(r"[^\W\d_]+", line)
    named = _BODY.search(line) and all(word[0].isupper() or len(word) <= 3 for word in words)
    following = [x.strip() for x in lines[i + 1 : i + 10] if x.strip()][:4]
    return bool(named or _MINUTES.match(line)) and any(
        _LABEL.match(x) or _PAPER.match(x) or _DAY.fullmatch(x) for x in [line, *following]
    )


def _end_of_stamps(lines: list[str], i: int) -> int | None:
    """Where line `i` is a page's stamp, the line after its page's last one."""
    stamp = read_stamp(lines[i])
    if stamp is None:
        return None
    if stamp.kind == "item":
        opens = lines[i].startswith(" ") or (
            not lines[i - 1].strip() and _is_words("".join(lines[i + 1 : i + 2]))
        )
        return i if opens else None
    end, blanks = i + 1, 0
    # An item's stamp and the addresses of the page's links may follow; two blank lines end the page.
    while end < len(lines) and end < i + 12:
        line = lines[end]
        blanks = 0 if line.strip() else blanks + 1
        if blanks >= 2:
            break
        following = read_stamp(line)
        if line.strip() and not (following and following.kind == "item") and "://" not in line[:9]:
            return i + 1
        end += 1
    while end < len(lines) and not lines[end].strip():
        end += 1
    return end


def _is_words(line: str) -> bool:
    return sum(map(str.isalpha, line)) > 3


def _start_by_blank(lines: list[str], i: int, at: int) -> int | None:
    """Line `i` where its one leading blank shows that another page was glued on before it."""
    if not _is_glued(lines, i):
        return None
    before, line = lines[i - 1], lines[i].strip()
    behind, ahead = _company(lines, i, back=True), _company(lines, i, back=False)
    if ahead == 1 and i - at >= USUAL_PAGE and _opens_section(lines, i):
        ahead = 0
    if (behind or ahead) and not (line.isupper() and " " in line and before.rstrip().endswith(".")):
        return None
    if _FOLIO.fullmatch(before):
        return i
    if i - at >= (SHORTEST_PAGE if not _BODY.search(line) else SHORTEST_PAGE // 2):
        return i
    runs_on = len(before) >= FULL_LINE and before.rstrip()[-1:] not in ".:;!?" and line[:1].islower()
    return i if runs_on and i - at > 2 else None


def _is_glued(lines: list[str], i: int) -> bool:
    return _is_indented(lines[i]) and bool(lines[i - 1].strip())


def _is_indented(line: str) -> bool:
    return line.startswith(" ") and not line.startswith("  ") and bool(line.strip())


def _opens_section(lines: list[str], i: int) -> bool:
    """Whether a numbered heading stands below line `i`, which is then a paper's title."""
    return any(re.match(r" \d{1,2}\.\d?\s+[A-Z]", line) for line in lines[i + 1 : i + COMPANY])


def _company(lines: list[str], i: int, back: bool) -> int:
    """How many lines nearby are glued on too: then it is a list that lost its bullets."""
    near = range(max(i - COMPANY, 1), i) if back else range(i + 1, min(i + COMPANY, len(lines)))
    return sum(_is_glued(lines, n) or (n == i - 1 and _is_indented(lines[n])) for n in near)
