"""What a later paper replaces: the pages of the pack it names itself, and what is new in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from imports.patterns import regex

Pages = tuple[int, int]
"""First and last page, both included."""

Run = tuple[str, ...]
"""A few words in a row, case folded."""

FIRST_PAGES = 2
"""How many of a supplement's pages are read for what it replaces: later ones quote other papers."""

_RANGE = r"(?:pages?|pp?\.?)\s*(\d{1,4})(?:\s*(?:-|–|—|to|and)\s*(\d{1,4}))?"
_LEADS = (
    r"(?:replac(?:es?|ing)|supersed(?:es?|ing)|in\s+place\s+of|instead\s+of|substitut(?:es?|ing)(?:\s+for)?"
    r"|replacement(?:\s+for|\s+of)?)"
)
_BETWEEN = r"[^\w.;]++(?:[\w’'()]++[^\w.;]++)"
_REPLACES = regex(
    rf"\b{_LEADS}{_BETWEEN}{{0,12}}?{_RANGE}|{_RANGE}{_BETWEEN}{{0,10}}?"
    r"(?:(?:is|are|has been|have been)\s+)?(?:replaced|superseded)\b",
    re.IGNORECASE,
)
_WORD = regex(r"[^\W_]+")
_RUN = 4  # words that are compared at a time
_NEW = 0.03  # share of a page's runs of words that make it a changed page


def pages_replaced(texts: Sequence[str]) -> tuple[Pages, ...]:
    """The pages of the pack that a paper says it replaces, from its first pages' texts."""
    said = " ".join(" ".join(texts[:FIRST_PAGES]).split())
    found: list[Pages] = []
    for match in _REPLACES.finditer(said):
        first, last = next((a, b) for a, b in ((match[1], match[2]), (match[3], match[4])) if a)
        pages = (int(first), int(last or first))
        if pages[0] <= pages[1] and pages not in found:
            found.append(pages)
    return tuple(found)


def changed_pages(later: Sequence[str], earlier: Iterable[str]) -> tuple[int, ...]:
    """Which of a paper's pages (from 0) say something that the paper it replaces did not."""
    known = runs(" ".join(earlier))
    return tuple(at for at, text in enumerate(later) if new_words(text, known))


def new_words(text: str, known: frozenset[Run]) -> bool:
    """Whether a text says something that is not among the runs of words known."""
    own = runs(text)
    return len(own - known) > _NEW * len(own)


def overlap(one: Pages, other: Pages) -> bool:
    """Whether two stretches of pages have a page in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def shown_pages(pages: Iterable[Pages]) -> str:
    """Stretches of pages in words: `pages 59–62 and 70`."""
    texts = [str(first) if first == last else f"{first}–{last}" for first, last in pages]
    one = len(texts) == 1 and "–" not in texts[0]
    return f"page{'' if one else 's'} {' and '.join(filter(None, (', '.join(texts[:-1]), texts[-1])))}"


def stretches(numbers: Iterable[int]) -> tuple[Pages, ...]:
    """Numbers as stretches without gaps: 1, 2, 3, 7 as 1 to 3 and 7."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ()
    ends = [a for a, b in pairwise(ordered) if b != a + 1] + [ordered[-1]]
    begins = [ordered[0]] + [b for a, b in pairwise(ordered) if b != a + 1]
    return tuple(zip(begins, ends, strict=True))


def runs(text: str) -> frozenset[Run]:
    """Every few words in a row of a text: what two texts have in common."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(0, len(words) - _RUN + 1)))
