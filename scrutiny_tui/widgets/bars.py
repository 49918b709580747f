"""Small charts of letters' height: a bar for a share, a line of marks for counts."""

from __future__ import annotations

from collections.abc import Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = "▁▂▃▄▅▆▇█"


def bar(value: float, most: float, width: int) -> str:
    """How much of `most` a value is, as a bar of `width` cells; anything above nothing shows."""
    if most <= 0 or width <= 0:
        return "░" * max(0, width)
    full = round(min(1.0, max(0.0, value / most)) * width)
    if value > 0 and not full:
        full = 1
    return "█" * full + "░" * (width - full)


def length(value: float, most: float, width: int) -> str:
    """A value as a bar as long as its share of `most`, to an eighth of a cell; blanks after it."""
    if most <= 0 or width <= 0:
        return " " * max(0, width)
    eighths = max(int(value > 0), round(min(1.0, value / most) * width * 8))
    whole, rest = divmod(eighths, 8)
    return ("█" * whole + (_EIGHTHS[rest] if rest else "")).ljust(width)


def heights(values: Sequence[float]) -> str:
    """Values as marks of different height, one cell each; nothing is a dot, not a low mark."""
    most = max(values, default=0)
    return "".join(_HEIGHTS[min(7, int(value / most * 7.999))] if value > 0 else "·" for value in values)
