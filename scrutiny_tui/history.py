"""Where one was, as a browser keeps it: back to it and forward again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrutiny_tui.messages import Open

MOST = 200
"""As many steps as are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Whereabouts:
    """A screen and a spot in it.

    Attributes:
        place: the name of the place.
        opened: what was asked for to open the screens above its first one, in order.
        spot: where in the last of them, as that screen says it; None where it has no spots.
    """

    place: str
    opened: tuple[Open, ...] = ()
    spot: object = None

    def same_screen(self, other: Whereabouts) -> bool:
        """Whether both are on the very same screen."""
        pairs = zip(self.opened, other.opened, strict=False)
        alike = len(self.opened) == len(other.opened) and all(a is b for a, b in pairs)
        return self.place == other.place and alike

    def same(self, other: Whereabouts) -> bool:
        """Whether both are at the same spot of the very same screen."""
        return self.same_screen(other) and self.spot == other.spot


@dataclass
class History:
    """The steps behind and, after going back, those ahead."""

    _behind: list[Whereabouts] = field(default_factory=list)
    _ahead: list[Whereabouts] = field(default_factory=list)

    def leave(self, here: Whereabouts) -> None:
        """Keep a spot that is being left for a new one; what was ahead is let go."""
        self._ahead.clear()
        if not self._behind or not self._behind[-1].same(here):
            self._behind.append(here)
            del self._behind[:-MOST]

    def step(self, by: int, here: Whereabouts) -> Whereabouts | None:
        """Go back (-1) or forward again (1); None where there is nothing that way."""
        source, other = (self._behind, self._ahead) if by < 0 else (self._ahead, self._behind)
        while source:
            there = source.pop()
            if not there.same(here):
                other.append(here)
                return there
        return None
