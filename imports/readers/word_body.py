"""Takes away what wraps the words of a Word document: controls, text boxes, changes kept track of."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What a change took away, and what stands there twice for the sake of older programs.
_GONE = (f"{W}del", f"{W}moveFrom", f"{_COMPATIBLE}Fallback")
_WRAPPERS = (f"{W}sdt", f"{W}customXml", f"{W}smartTag")
_CONTENT = f"{W}sdtContent"
_PROPERTIES = (f"{W}sdtPr", f"{W}sdtEndPr", f"{W}customXmlPr", f"{W}smartTagPr")


def lay_bare(root: Any) -> None:
    """Leave a tree's paragraphs and tables as they are printed, each where a plain document has it.

    Args:
        root: the body of a document, or a header; it is changed.
    """
    for deleted in list(root.iter(*_GONE)):
        row = deleted.getparent()
        if row is not None and row.tag == f"{W}trPr":  # the whole row was deleted
            deleted = row.getparent()
        if deleted.getparent() is not None:
            deleted.getparent().remove(deleted)
    for wrapper in reversed(list(root.iter(*_WRAPPERS))):
        content = wrapper.find(_CONTENT) if wrapper.tag == f"{W}sdt" else wrapper
        for child in list(content if content is not None else ()):
            if child.tag not in _PROPERTIES:
                wrapper.addprevious(child)
        wrapper.getparent().remove(wrapper)
    for box in reversed(list(root.iter(f"{W}txbxContent"))):
        for place in list(box.iterancestors(f"{W}p"))[:1]:
            for child in reversed(list(box)):
                place.addnext(child)
        box.getparent().remove(box)


def notes(document: Any) -> list[tuple[str, Any]]:
    """The notes at the foot and at the end of a Word document, in order: the number and the tree of each.

    A note's number is its place among the references, as Word prints it.
    """
    from docx.oxml.parser import parse_xml

    found: list[tuple[str, Any]] = []
    for kind in ("footnote", "endnote"):
        parts = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith(f"/{kind}s")]
        trees = {note.get(f"{W}id"): note for part in parts for note in parse_xml(part.blob)}
        references = document.element.body.iter(f"{W}{kind}Reference")
        for number, reference in enumerate(references, start=1):
            reference.set("number", str(number))
            if (note := trees.get(reference.get(f"{W}id"))) is not None:
                found.append((str(number), note))
    return found
