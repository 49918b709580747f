"""Places in a text, as a text area counts them (line, column) and as a string does; what two texts share."""

from __future__ import annotations

Place = tuple[int, int]


def place_of(text: str, index: int) -> Place:
    """The line and column of a character."""
    return text.count("\n", 0, index), index - (text.rfind("\n", 0, index) + 1)


def index_of(text: str, place: Place) -> int:
    """The character at a line and column."""
    line, column = place
    return sum(len(words) + 1 for words in text.split("\n")[:line]) + column


def changed_part(before: str, after: str) -> tuple[int, int, str]:
    """Where one text must be changed to be another: (start, end) in the first, and what stands there then."""
    head = _shared(before, after)
    tail = _shared(before[head:][::-1], after[head:][::-1])
    return head, len(before) - tail, after[head : len(after) - tail]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
