"""Sentences that go on: in the next block of a page, or over its end on the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from imports.model.reading import Block, ReadPage

SHORTEST = 40
"""A text of fewer characters is a label or a line of a list, not the beginning of a sentence that goes on."""

_ENDED = (".", ":", ";", "!", "?", "…")
_CLOSING = "”’\"')]*"
_OPEN = re.compile(
    r"(?:[,&(/–-]|\b(?:a|an|and|as|at|by|for|from|in|its|of|on|or|that|the|their|to|was|were|which|with))$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)")
_LISTED = re.compile(r"\(?[a-z]{1,4}[).]\s")


def goes_on(a: Block, b: Block, *, over_page: bool = False) -> bool:
    """Whether a block's sentence goes on in the next one.

    Args:
        a: a block.
        b: the one after it.
        over_page: whether a page ends between them, where a sentence may also go on with a capital.
    """
    if a.kind not in ("paragraph", "item") or b.kind != "paragraph":
        return False
    before, after = a.text.rstrip(), b.text.lstrip()
    if len(before) < SHORTEST or not after or " · " in before or " · " in after:
        return False
    if before.rstrip(_CLOSING).endswith(_ENDED) or _ADDRESS.match(after) or _LISTED.match(after):
        return False
    return after[0].islower() or (over_page and after[0].isalpha() and _OPEN.search(before) is not None)


@dataclass(frozen=True, slots=True)
class OverTheEnd:
    """A sentence that goes over the end of a page: blocks `begins` to `last` there, `first` on the next."""

    begins: int
    last: int
    first: int


def over_the_end(page: ReadPage, following: ReadPage) -> OverTheEnd | None:
    """The sentence that goes over the end of a page, or None.

    Not on a page of one sentence only: how its end is set would hang on all pages before it.
    """
    if any(one.failed or one.recognised or one.exempt for one in (page, following)):
        return None
    own = [at for at, block in enumerate(page.blocks) if block.kind != "furniture"]
    others = [at for at, block in enumerate(following.blocks) if block.kind != "furniture"]
    if not own or not others or following.number != page.number + 1:
        return None
    begins = len(own) - 1
    while begins > 0 and goes_on(page.blocks[own[begins - 1]], page.blocks[own[begins]]):
        begins -= 1
    a, b = page.blocks[own[-1]], following.blocks[others[0]]
    if not begins or not goes_on(a, b, over_page=True):
        return None
    return OverTheEnd(own[begins], own[-1], others[0])
