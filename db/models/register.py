"""A clerk's register of the questions received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from db.models.questions import MeetingRef

ReceivedState = Literal["received", "accepted", "returned"]


@dataclass(frozen=True, slots=True)
class DraftReceived:
    """A question somebody sent, to be entered in the clerk's register.

    Attributes:
        meeting: the meeting it is for.
        item_number: the agenda item's number, or "".
        item_title: the agenda item's title, or "".
        sender: the name given, or "".
        address: the e-mail address given, or "".
        text: the question.
        source: the file it came in, or "pasted".
        claimed_at: the moment the message itself gives; nobody vouches for it.
        due: the deadline that covered the item when it came in, or None.
        digest: the same for the same question from the same sender, however often it is sent.
    """

    meeting: MeetingRef
    item_number: str
    item_title: str
    sender: str
    address: str
    text: str
    source: str
    claimed_at: datetime | None
    due: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class ReceivedQuestion:
    """A question in the clerk's register.

    Attributes:
        received_at: when it was entered: the stamp that counts.
        ground: why it was returned, or "".
        note: the clerk's own; in no export.
        decided_at: when it was accepted or returned.
    """

    id: int
    meeting: MeetingRef
    item_number: str
    item_title: str
    sender: str
    address: str
    text: str
    source: str
    claimed_at: datetime | None
    due: datetime | None
    received_at: datetime
    state: ReceivedState
    ground: str
    note: str
    decided_at: datetime | None
