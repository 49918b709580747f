"""The lines that travel from the reading process to the app: one JSON object each.

The process writes, in this order: `progress` as often as it likes, one `preview` of a long pack and, from
then on, `early` pages as they are asked for; `pages` and `passages` in batches, and at the end either `pack`
(everything was read) or `refused`.
Decoding checks every type, so a broken or hostile child can give a wrong answer but never a wrong shape.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from functools import cache

import msgspec

from imports.model.agenda import AgendaItem
from imports.model.pack import ParsedPack
from imports.model.reading import Passage, ReadPage

RECOGNISING = "recognising"
"""The stage in which words are read from pictures of pages: seconds a page, not hundredths."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading has come: `done` of `total` pages; `total` is 0 while unknown."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the document was not taken in: a stable code and one sentence for a person."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What the first pages of a long pack say, to look at while the others are read; never filed.

    Attributes:
        committee: whose meeting it is, or None.
        meeting_date: the day printed, or None.
        start_time: the time printed, or None.
        venue: the place printed, or None.
        agenda: the items.
    """

    committee: str | None
    meeting_date: date | None
    start_time: time | None
    venue: str | None
    agenda: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class EarlyPage:
    """A page somebody asked for before the whole paper was read; never filed.

    Attributes:
        asked: how it was asked for: `64` for the file's page, `p59` for the page stamped 59.
        pages: how many the file has.
        page: as far as it can be set by itself.
    """

    asked: str
    pages: int
    page: ReadPage


@dataclass(frozen=True, slots=True)
class Message:
    """One line of the protocol; exactly one field is set."""

    progress: Progress | None = None
    preview: Preview | None = None
    early: EarlyPage | None = None
    pages: tuple[ReadPage, ...] | None = None
    passages: tuple[Passage, ...] | None = None
    pack: ParsedPack | None = None
    refused: Refusal | None = None


class ProtocolError(Exception):
    """A line that is not of this protocol."""


_encoder = msgspec.json.Encoder()


@cache
def _decoder() -> msgspec.json.Decoder[Message]:
    return msgspec.json.Decoder(Message)


def prepare() -> None:
    """Work out now how lines are decoded; else the first one waits for it."""
    _decoder()


def encode(message: Message) -> bytes:
    """Turn a message into one line of UTF-8 JSON, newline included."""
    return _encoder.encode(message) + b"\n"


def decode(line: bytes) -> Message:
    """Turn one line into a message.

    Raises:
        ProtocolError: the line is no JSON or not of the expected shape.
    """
    try:
        return _decoder().decode(line)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error


def encode_pack(pack: ParsedPack) -> str:
    """Turn a pack into the JSON text the library keeps beside its document."""
    return _encoder.encode(pack).decode()


def decode_pack(text: str) -> ParsedPack:
    """Turn the library's JSON text back into a pack.

    Raises:
        ProtocolError: the text was written by another version or damaged.
    """
    try:
        return msgspec.json.decode(text.encode(), type=ParsedPack)
    except msgspec.MsgspecError as error:
        raise ProtocolError(str(error)) from error
