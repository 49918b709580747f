"""What became of a promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PromiseOutcome = Literal["kept", "reported", "slipped", "missed", "quiet", "open"]


PromiseKind = Literal["action", "promise", "tracker", "work programme"]


StepKind = Literal["said", "tracker", "agenda", "minute", "programme", "moved", "missing"]


@dataclass(frozen=True, slots=True)
class PromiseStep:
    """One piece of evidence of what became of a promise, in the paper's own words.

    Attributes:
        kind: minuted first, reported by a tracker, found on an agenda or in later minutes, on a work
            programme, moved there to a later meeting, or missing from the agenda it was promised for.
        day: of the meeting that said it; None where its papers give none.
        text: the words as printed; for `missing`, what the agenda holds instead.
        about: the meeting the words are about (the one a work programme names), or None.
    """

    kind: StepKind
    day: date | None
    text: str
    heading: str
    ref: str
    source: str
    document_id: int
    page: int
    pack_page: int | None
    about: date | None = None


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """An action or promise from any pack, with what became of it.

    Attributes:
        owner: as printed (`KH`).
        progress: what the last tracker says.
        state: as scripts know it: `open`, `reported`, `done` or `unknown`.
        kind: how it was promised.
        owner_name: the person the owner means, where the papers tell.
        due: the words that say when ("the July meeting"), or "".
        due_on: the day they mean, or None.
        outcome: kept; reported on; slipped to a later meeting; missed (not on the agenda it was promised
            for); quiet (no word since); still open.
        steps: the evidence in order of time, first the promise itself.
        document_id: the paper it stands in.
        mark: what the member said of it: `done`, `ignored` or "".
        note: the member's words with the mark.
    """

    text: str
    owner: str | None
    committee: str
    said_on: date | None
    ref: str
    heading: str
    progress: str
    state: str
    source: str
    page: int
    pack_page: int | None
    kind: PromiseKind = "action"
    owner_name: str | None = None
    due: str = ""
    due_on: date | None = None
    outcome: PromiseOutcome = "open"
    steps: tuple[PromiseStep, ...] = ()
    document_id: int = 0
    mark: str = ""
    note: str = ""
