"""What the short forms in some words mean: in the paper's own words, in other papers', in general use."""

from __future__ import annotations

from collections.abc import Iterable

from imports.patterns import regex
from scrutiny_tui.services.models.reading import Explained

Pairs = Iterable[tuple[str, str]]
"""Short forms, each with its long form."""

_TOKEN = regex(r"[\w&/-]+")
_LETTERS = regex(r"[^\W_]+")


def explained(text: str, own: Pairs, others: Pairs, general: Pairs) -> tuple[Explained, ...]:
    """Give every long form of the short forms in a text, in the order they stand there.

    Args:
        text: whose short forms.
        own: as the paper itself explains them.
        others: as any paper explains them.
        general: as councils use them without saying; they speak where no paper does.
    """
    places = _places(text)
    found: dict[tuple[str, str], Explained] = {}
    for short, long in own:
        if short in places:
            found.setdefault((short, _letters(long)), Explained(short, long, "this pack"))
    for short, long in others:
        if short in places:
            found.setdefault((short, _letters(long)), Explained(short, long, "other packs"))
    known = {short for short, _ in found}
    for short, long in general:
        if short in places and short not in known:
            found.setdefault((short, _letters(long)), Explained(short, long, "general use"))
    return tuple(sorted(found.values(), key=lambda one: places[one.short]))


def _places(text: str) -> dict[str, int]:
    """The words of a text by where each stands first; `EHCPs` is an `EHCP` too."""
    places: dict[str, int] = {}
    for pattern in (_TOKEN, _LETTERS):
        for word in pattern.finditer(text):
            for form in (word[0], word[0].removesuffix("s").removesuffix("’").removesuffix("'")):
                places.setdefault(form, word.start())
    return places


def _letters(long: str) -> str:
    return "".join(_LETTERS.findall(long.casefold()))
