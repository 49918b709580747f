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

if TYPE_CHECKING:
    from db.models.papers import StoredDocument, StoredPage

_page = msgspec.json.Decoder(ReadPage)


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
