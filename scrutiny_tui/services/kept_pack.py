"""What was understood of a paper, and its pages, given back as the library keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec

from imports.model.pack import ParsedPack
from imports.model.reading import ReadPage
from imports.model.warning import Warning
from imports.protocol import ProtocolError, decode_pack
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.kept_wording import NOT_UNDERSTOOD, stale
from scrutiny_tui.services.models.reading import OutlineHeading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.models.papers import StoredDocument, StoredPage

_page = msgspec.json.Decoder(ReadPage)


class _Piece(msgspec.Struct):
    """What of a block is looked at to find headings; its words are left as they stand."""

    kind: str
    text: msgspec.Raw
    level: int = 1


class _Pieces(msgspec.Struct):
    """A page's blocks, as far as headings are to be found."""

    blocks: list[_Piece]


_pieces = msgspec.json.Decoder(_Pieces)


def read_pack(document: StoredDocument) -> ParsedPack:
    """Give back what was understood of a stored document.

    Raises:
        ServiceError: it was stored by another version of the app, or is damaged.
    """
    try:
        return decode_pack(document.understood)
    except ProtocolError as error:
        raise ServiceError(stale(document.source)) from error


def pack_of(document: StoredDocument) -> ParsedPack:
    """Give back what was understood of a stored document; where that is no more, a pack that only says so.

    One paper that another version of the app wrote must not keep anybody from all the others.
    """
    try:
        return read_pack(document)
    except ServiceError as error:
        return ParsedPack(
            source=document.source,
            sha256=document.sha256,
            format=cast(Any, document.format),
            kind=cast(Any, document.kind),
            page_count=document.page_count,
            warnings=(Warning(NOT_UNDERSTOOD, str(error)),),
        )


def read_page(page: StoredPage) -> ReadPage:
    """Give back a page as the reader shows it.

    Raises:
        ServiceError: it was stored by another version of the app, or is damaged.
    """
    try:
        return _page.decode(page.blocks)
    except msgspec.MsgspecError as error:
        raise ServiceError(stale(f"page {page.number}")) from error


def read_headings(page: StoredPage, deepest: int) -> Iterator[OutlineHeading]:
    """Give a page's headings down to a level, without reading the rest of it.

    Raises:
        ServiceError: it was stored by another version of the app, or is damaged.
    """
    try:
        for number, block in enumerate(_pieces.decode(page.blocks).blocks):
            if block.kind == "heading" and block.level <= deepest:
                text = msgspec.json.decode(block.text, type=str)
                if text.strip():
                    yield OutlineHeading(text, block.level, page.number, number)
    except msgspec.MsgspecError as error:
        raise ServiceError(stale(f"page {page.number}")) from error
