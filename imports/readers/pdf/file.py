"""A PDF file as it is opened: its objects and its pages, as far as they can be found."""

from __future__ import annotations

from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFNoValidXRef
from pdfminer.pdfexceptions import PDFObjectNotFound
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import literal_name

from imports.readers.pdf.objects import NOT_PLAIN, read_object

LOST = "It is missing from the file, which is damaged or incomplete; download it again."
OVERRUN = "The page asks for more work than a page of a pack; it was read in part."
MOST_PAGES = 20_000
_MOST_NODES = 200_000
_MOST_LOOKED_AT = 100_000
_MOST_TABLES = 200
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
_DAMAGE = Exception  # whatever pdfminer meets in a damaged object: it promises nothing


class LostPage(PDFPage):
    """A page the file names and does not hold."""

    def __init__(self, file: PDFDocument, number: object) -> None:
        """Stand in for the page object of this number."""
        super().__init__(file, number, {}, None)


class PackFile(PDFDocument):
    """An open file, safe against references and tables that lead back to themselves."""

    def __init__(self, parser: PDFParser, password: str = "", *, rebuilt: bool = False) -> None:
        """Open a file.

        Args:
            parser: of the file.
            password: of the file, "" for none.
            rebuilt: whether to look for its objects rather than to believe its table of them.
        """
        self._tables: set[int] = set()
        self.rebuilt = rebuilt
        super().__init__(parser, password)

    def find_xref(self, parser: PDFParser) -> int:
        """Where the table of objects begins."""
        if self.rebuilt:
            raise PDFNoValidXRef
        return super().find_xref(parser)

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[Any]) -> None:
        """Read a table and those before it, each once."""
        if start in self._tables:
            return
        if len(self._tables) >= _MOST_TABLES:
            raise PDFNoValidXRef
        self._tables.add(start)
        super().read_xref_from(parser, start, xrefs)

    def getobj(self, objid: int) -> object:
        """Find an object; one that is only a reference to itself is none."""
        found = super().getobj(objid)
        seen = {objid}
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                raise PDFObjectNotFound(objid)
            seen.add(found.objid)
            found = super().getobj(found.objid)
        return found

    def _getobj_parse(self, pos: int, objid: int) -> object:
        """Read the object at a place of the file."""
        parser = self._parser
        if parser is not None and pos >= 0:
            found = read_object(parser.fp, pos, objid, self, streams=not parser.fallback)
            if found is not NOT_PLAIN:
                return found
        return super()._getobj_parse(pos, objid)

    def pages(self) -> list[PDFPage]:
        """Its pages in order; one that is named and not there is a `LostPage`."""
        found: list[PDFPage] = []
        seen: set[int] = set()
        waiting: list[tuple[object, dict[str, Any]]] = [(self.catalog.get("Pages"), {})]
        for _ in range(_MOST_NODES):
            if not waiting or len(found) >= MOST_PAGES:
                break
            here, inherited = waiting.pop()
            number = here.objid if isinstance(here, PDFObjRef) else 0
            if number in seen:
                continue
            seen |= {number} - {0}
            node = self._resolved(here)
            if not isinstance(node, dict):
                found.append(LostPage(self, number))
                continue
            whole = inherited | node
            kids = self._resolved(node.get("Kids")) if _kind(node) != "Page" else None
            if isinstance(kids, list):
                passed_on = {name: whole[name] for name in _INHERITED if name in whole}
                waiting += [(kid, passed_on) for kid in reversed(kids)]
            elif _kind(node) == "Page" or "Contents" in node:
                found.append(self._page(number, whole))
        return found if any(not isinstance(page, LostPage) for page in found) else self._loose_pages()

    def _loose_pages(self) -> list[PDFPage]:
        """The pages in the order of their numbers, where nothing says which comes after which."""
        numbers = islice((number for xref in self.xrefs for number in xref.get_objids()), _MOST_LOOKED_AT)
        nodes = ((number, self._resolved(PDFObjRef(self, number))) for number in dict.fromkeys(numbers))
        found = [
            self._page(number, node)
            for number, node in nodes
            if isinstance(node, dict) and _kind(node) == "Page"
        ]
        return [*found[:MOST_PAGES], LostPage(self, 0)] if found else []

    def _page(self, number: int, node: dict[str, Any]) -> PDFPage:
        words = {name: node[name] for name in ("Contents", "Resources") if name in node}
        for attributes in (node, words):
            try:
                return PDFPage(self, number, attributes, None)
            except _DAMAGE:
                continue
        return LostPage(self, number)

    def _resolved(self, found: object) -> object:
        try:
            return resolve1(found)
        except _DAMAGE:
            return None


def _kind(node: dict[str, Any]) -> str:
    return str(literal_name(node.get("Type", node.get("type"))))
