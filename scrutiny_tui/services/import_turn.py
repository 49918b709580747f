"""One import on its way: how its files are read, and which of them is in hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from imports.protocol import Preview, Progress
from scrutiny_tui.services.models.importing import ImportProgress

if TYPE_CHECKING:
    from scrutiny_tui.services.early import EarlyPages
    from scrutiny_tui.services.passwords import Passwords
    from scrutiny_tui.services.readers import Readers


@dataclass(frozen=True, slots=True)
class Way:
    """How the files of one import are read; `again` where also those are that are known."""

    passwords: Passwords
    readers: Readers | None
    early: EarlyPages | None
    again: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """A file in hand: `number` of `files`.

    `shown` is where a person knows it to lie: for a file out of an archive, in that.
    """

    path: Path
    number: int
    files: int
    shown: Path

    @property
    def is_last(self) -> bool:
        """Whether no other file comes after it."""
        return self.number == self.files

    def progress(self, stage: str) -> ImportProgress:
        """What there is to show as a stage begins."""
        return ImportProgress(self.path.name, self.number, self.files, stage, 0, 0)

    def follow(self, before: ImportProgress, step: Progress | Preview) -> ImportProgress:
        """What there is to show after one more word of the reading process."""
        if isinstance(step, Preview):
            return replace(before, preview=step)
        return replace(before, stage=step.stage, done=step.done, total=step.total)
