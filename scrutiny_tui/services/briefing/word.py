"""A brief as a Word document: A4, headings a reader can jump between, pages numbered."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from scrutiny_tui.services.briefing.layout import Part, parts_of, title_of
from scrutiny_tui.services.harmless import flat

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from scrutiny_tui.services.briefing.model import Brief

_HEADINGS = {"title": 0, "section": 1, "item": 2, "label": 3}
_STYLES = {"bullet": "List Bullet", "quote": "Quote", "source": "Caption"}
_MARGIN = 2.2
_GREY = 0x55


def as_word(brief: Brief) -> bytes:
    """Write a brief as a Word document."""
    document = _document(brief)
    parts = parts_of(brief)
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        paragraph = _add(document, part)
        paragraph.paragraph_format.widow_control = True
        if _holds(part, after):
            paragraph.paragraph_format.keep_with_next = True
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _holds(part: Part, after: Part | None) -> bool:
    """Whether a part must stand on the same page as what follows it."""
    if after is None:
        return False
    return part.kind in _HEADINGS or (part.kind, after.kind) in {
        ("quote", "source"),
        ("detail", "detail"),
        ("detail", "label"),
        ("detail", "text"),
        ("text", "detail"),
    }


def _add(document: Document, part: Part) -> Paragraph:
    if part.kind in _HEADINGS:
        heading: Paragraph = document.add_heading(part.headed, level=_HEADINGS[part.kind])
        return heading
    if part.kind == "fact":
        fact: Paragraph = document.add_paragraph()
        fact.paragraph_format.space_after = 0
        fact.add_run(f"{part.name}: ").bold = True
        fact.add_run(part.text)
        return fact
    if part.kind == "bullet" and part.name:
        return _numbered(document, part)
    paragraph: Paragraph = document.add_paragraph(part.text, _STYLES.get(part.kind))
    if part.kind == "detail":
        _set_small(paragraph)
    return paragraph


def _numbered(document: Document, part: Part) -> Paragraph:
    """A list's line with its own number, hung as Word hangs its bullets."""
    from docx.shared import Cm

    paragraph: Paragraph = document.add_paragraph(f"{part.name}\t{part.text}")
    paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Cm(1), Cm(-1)
    return paragraph


def _set_small(paragraph: Paragraph) -> None:
    from docx.shared import Pt, RGBColor

    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9), RGBColor(_GREY, _GREY, _GREY)


def _document(brief: Brief) -> Document:
    """An empty A4 document with numbered pages, that says what it holds."""
    import docx
    from docx.shared import Cm, Mm, RGBColor

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(_MARGIN))
    for name in ("Caption", "Quote"):
        document.styles[name].font.color.rgb = RGBColor(_GREY, _GREY, _GREY)
    properties = document.core_properties
    properties.title, properties.language = title_of(brief)[:255], "en-GB"
    properties.author, properties.comments = flat(brief.member)[:255], ""
    properties.created = properties.modified = brief.made_at.replace(tzinfo=None)
    footer = section.footer.paragraphs[0]
    footer.add_run(f"{title_of(brief)} · page ")
    _number(footer, "PAGE")
    footer.add_run(" of ")
    _number(footer, "NUMPAGES")
    _set_small(footer)
    return document


def _number(paragraph: Paragraph, name: str) -> None:
    """Add a field that Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("shown", "1"), ("end", "")):
        element: Any
        if kind in ("begin", "separate", "end"):
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText" if not kind else "w:t")
            element.text = text
        run._r.append(element)
