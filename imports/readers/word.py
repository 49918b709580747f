"""Word documents (`.docx`): paragraphs with the numbers Word prints, tables, headers, footers, page ends."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from imports.errors import Refused
from imports.model.document import Document
from imports.patterns import regex
from imports.processes.unpacking import BROKEN
from imports.readers.raised import is_note, takes_note
from imports.readers.typesetting import Typesetter
from imports.readers.word_body import W as _W
from imports.readers.word_body import lay_bare, notes
from imports.readers.word_numbers import Numbering

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

LARGEST_WORD = 64 * 1024 * 1024
LARGEST_UNPACKED = 256 * 1024 * 1024
MOST_PARTS = 4000
DEEPEST_TABLE = 4
_NUMBERS = regex(r"(?:item(?: no\.?)?\s*)?[A-Z]?\d{1,4}[a-z]?[.):]?|\(?[a-z]\)", re.IGNORECASE)
_REFERENCES = (f"{_W}footnoteReference", f"{_W}endnoteReference")
_DOCTYPE = regex(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def read_word(path: Path) -> Document:
    """Read a Word document.

    Raises:
        Refused: it is too large unpacked, locked, broken, or holds no text.
    """
    import docx

    data = path.read_bytes()
    _look_inside(data, path.name)
    try:
        word = docx.Document(io.BytesIO(data))
        setter = Typesetter()
        _set_header(word, setter)
        lay_bare(word.element.body)
        printed = notes(word)
        _set_body(word, setter)
        _set_notes(printed, setter)
        _set_footer(word, setter)
        title = str(word.core_properties.title or "")
        subject = str(word.core_properties.subject or "")
    except (*BROKEN, LookupError, AttributeError, TypeError, SyntaxError, RecursionError) as error:
        why = f"{path.name} is no whole Word document; open it in Word, save it again and import that."
        raise Refused("unreadable", why) from error
    for relation in word.part.rels.values():
        if relation.is_external and str(relation.target_ref).startswith(("http://", "https://")):
            setter.link(str(relation.target_ref))
    pages = setter.pages()
    if not any(line.text for page in pages for line in page.lines):
        raise Refused("no-text", f"{path.name} holds no readable text; ask the clerk for a PDF with text.")
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(path.name, sha256, "docx", pages, title=title, subject=subject, links=tuple(setter.links))


def _look_inside(data: bytes, name: str) -> None:
    """Turn away what would unpack to more than any paper holds, or declares entities.

    Raises:
        Refused: it does.
    """
    if len(data) > LARGEST_WORD:
        raise Refused("too-large", f"{name} is larger than {LARGEST_WORD >> 20} MB; save it as a PDF.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
                raise Refused("too-large", f"{name} unpacks to more than any paper holds; save it as a PDF.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as file:
                        if _DOCTYPE.search(file.read(8192)):
                            raise Refused("unreadable", f"{name} declares entities; save it again in Word.")
    except (*BROKEN, RuntimeError) as error:
        raise Refused("unreadable", f"{name} is no whole Word document; save it again in Word.") from error


def _set_header(word: WordDocument, setter: Typesetter) -> None:
    """Set the first page's header, where letterheads put the committee's name."""
    section = word.sections[0] if len(word.sections) else None
    if section is None:
        return
    first = section.different_first_page_header_footer
    header = section.first_page_header if first else section.header
    lay_bare(header._element)
    for paragraph in header._element.iter(f"{_W}p"):
        if text := _text(paragraph):
            setter.add(text, close=True)


def _set_notes(printed: list[tuple[str, Any]], setter: Typesetter) -> None:
    for number, note in printed:
        lay_bare(note)
        if text := " ".join(filter(None, (_text(paragraph) for paragraph in note.iter(f"{_W}p")))):
            setter.add(f"{number} {text}")


def _set_footer(word: WordDocument, setter: Typesetter) -> None:
    section = word.sections[0] if len(word.sections) else None
    if section is not None:
        for paragraph in section.footer.paragraphs:
            text = _text(paragraph._p)
            if sum(map(str.isalpha, text)) > 12:  # more than "Page 1 of 4"
                setter.add(text)


def _set_body(word: WordDocument, setter: Typesetter) -> None:
    from docx.table import Table

    numbering = Numbering(word)
    for block in word.iter_inner_content():
        if isinstance(block, Table):
            _set_table(block, setter, numbering)
        else:
            _set_paragraph(block, setter, numbering)


def _set_paragraph(paragraph: WordParagraph, setter: Typesetter, numbering: Numbering) -> None:
    before, after = _page_ends(paragraph)
    if before:
        setter.end_page()
    number, depth = numbering.number(paragraph)
    text = _text(paragraph._p)
    if text:
        bullet = number == "•"
        setter.add(
            f"{number} {text}" if number else text,
            bold=_is_heading(paragraph),
            indent=2 * depth if bullet else 0,
            close=bullet and depth > 0,
        )
    for _ in paragraph._p.iter(f"{_W}drawing", f"{_W}pict"):
        setter.add_picture()
    if after:
        setter.end_page()


def _text(paragraph: Any) -> str:
    """A paragraph's words: links, fields and accepted insertions too, deletions not."""
    parts: list[str] = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            text = node.text or ""
            apart = is_note(text) and parts and takes_note(parts[-1]) and _is_raised(node)
            parts.append(f" {text}" if apart else text)
        elif node.tag == f"{_W}tab":
            up = node.getparent()
            parts.append("   " if up is not None and up.tag == f"{_W}r" else "")
        elif node.tag in (f"{_W}br", f"{_W}cr") and node.get(f"{_W}type") is None:
            parts.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif number := node.get("number") if node.tag in _REFERENCES else None:
            parts.append(f" {number}")
    return "".join(parts).strip()


def _is_raised(node: Any) -> bool:
    raised = node.getparent().find(f"{_W}rPr/{_W}vertAlign")
    return raised is not None and raised.get(f"{_W}val") == "superscript"


def _is_heading(paragraph: WordParagraph) -> bool:
    style = str(paragraph.style.name if paragraph.style is not None else "").casefold()
    runs = [run for run in paragraph.runs if run.text.strip()]
    return style.startswith(("heading", "title", "subtitle")) or (bool(runs) and all(r.bold for r in runs))


def _page_ends(paragraph: WordParagraph) -> tuple[bool, bool]:
    """Whether a page ends before a paragraph's words, and whether one ends behind them."""
    element: Any = paragraph._p
    properties = element.pPr
    before = properties is not None and properties.find(f"{_W}pageBreakBefore") is not None
    after = properties is not None and properties.find(f"{_W}sectPr") is not None and _new_page(properties)
    said = False
    for node in element.iter():
        if node.tag == f"{_W}t" and (node.text or "").strip():
            said = True
        elif node.tag == f"{_W}lastRenderedPageBreak" or (
            node.tag == f"{_W}br" and node.get(f"{_W}type") == "page"
        ):
            # Inside a sentence there is no better place than before or behind the whole paragraph.
            before, after = (before, True) if said and node.tag == f"{_W}br" else (True, after)
    return before, after


def _new_page(properties: Any) -> bool:
    kind = properties.find(f"{_W}sectPr").find(f"{_W}type")
    return kind is None or kind.get(f"{_W}val") not in ("continuous", "nextColumn")


def _set_table(table: WordTable, setter: Typesetter, numbering: Numbering, depth: int = 0) -> None:
    """Set a table; one that only lays a page out (numbers beside business) is set as its words."""
    rows = [[_cell(cell, numbering, depth) for cell in _cells(row)] for row in table.rows]
    rows = [row for row in rows if any(row)]
    if not rows:
        return
    if not _is_layout(rows):
        setter.add_table(["\n".join(cell) for cell in row] for row in rows)  # type: ignore[arg-type]
        return
    for row in rows:
        cells = [cell for cell in row if cell]
        setter.add("   ".join(cell[0] for cell in cells) if _NUMBERS.fullmatch(cells[0][0]) else cells[0][0])
        if _NUMBERS.fullmatch(cells[0][0]):
            rest = [text for cell in cells for text in cell[1:]]
        else:
            rest = [*cells[0][1:], *(text for cell in cells[1:] for text in cell)]
        for text in rest:
            setter.add(text)


def _cells(row: Any) -> Iterator[Any]:
    """A row's cells, a merged one once."""
    before = None
    for cell in row.cells:
        if cell._tc is not before:
            yield cell
        before = cell._tc


def _cell(cell: Any, numbering: Numbering, depth: int) -> list[str]:
    """A cell's paragraphs, those of tables inside it too."""
    found: list[str] = []
    for block in cell.iter_inner_content():
        if hasattr(block, "rows"):
            if depth < DEEPEST_TABLE:
                for row in block.rows:
                    inner = [" ".join(_cell(own, numbering, depth + 1)) for own in _cells(row)]
                    found.append("   ".join(text for text in inner if text))
            continue
        number, _ = numbering.number(block)
        lines = [" ".join(line.split()) for line in _text(block._p).split("\n")]
        if any(lines) or (number and number != "•"):
            found += [f"{number} {lines[0]}".strip(), *lines[1:]]
    return [text for text in found if text]


def _is_layout(rows: list[list[list[str]]]) -> bool:
    """Whether a table only lays out business: a column of item numbers, prose beside it, no head."""
    firsts = [row[0][0] if row[0] else "" for row in rows]
    numbered = sum(_NUMBERS.fullmatch(text) is not None for text in firsts)
    widest = max(len([cell for cell in row if cell]) for row in rows)
    return widest <= 1 or (widest <= 3 and numbered >= 2 and numbered * 2 >= len([t for t in firsts if t]))
