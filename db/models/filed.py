"""What became of a paper that was filed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of a draft: `updated` means an earlier version of the same paper was replaced whole.

    Attributes:
        replaced: the hashes of the versions replaced, for what the desk holds on them.
    """

    document_id: int
    meeting_id: int
    status: Literal["added", "unchanged", "updated"]
    replaced: tuple[str, ...] = ()
