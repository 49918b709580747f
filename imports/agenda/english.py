"""Items titled in two languages, one above the other: the English title is read.

Welsh stands above the English, Gaelic below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.bilingual import is_welsh
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.agenda.blocks import Block

_SMALL_WELSH = regex(r"\b(?:y|yr|yn|gyda|gan|ar|i|o|am|wrth|dros|ac|(?:a|i|o)['’]r)\b", re.IGNORECASE)
_SMALL_ENGLISH = regex(r"\b(?:of|the|and|to|for|with|in|on|by|from|at)\b", re.IGNORECASE)
_GAELIC = regex(r"\b(?:agus|airson|na[nm]?|an|air|a['’])(?=\s)|[àèìòù]", re.IGNORECASE)
FEWEST = 3


def english_titles(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the Welsh lines above the English ones, or the Gaelic ones below, where the items have both.

    Args:
        blocks: the rows of each item, its number left out.
    """
    second = [_second_title(block) for block in blocks]
    gaelic = [text for text in second if text and _GAELIC.search(text) and not _SMALL_ENGLISH.search(text)]
    if len(gaelic) >= FEWEST and 2 * len(gaelic) > sum(map(bool, second)):
        return [
            replace(block, rows=(block.rows[0], *block.rows[2:])) if told else block
            for block, told in zip(blocks, second, strict=True)
        ]
    begins = [_english_begins(block) for block in blocks]
    sure = sum(at > 0 and is_welsh(block.rows[0][0].text) for at, block in zip(begins, blocks, strict=True))
    if sure < FEWEST:
        return list(blocks)
    return [_cut(block, at) for at, block in zip(begins, blocks, strict=True)]


def _second_title(block: Block) -> str:
    """The line right below an item's title, where it may be the same in Gaelic."""
    below = block.rows[1] if len(block.rows) > 1 else ()
    plain = len(below) == 1 and not (below[0].gap or below[0].beside or below[0].text.endswith("."))
    return below[0].text if plain and not _SMALL_ENGLISH.search(below[0].text) else ""


def _english_begins(block: Block) -> int:
    """The row with the English title below the Welsh one; 0 where there is none."""
    for at, row in enumerate(block.rows):
        text = row[0].text if row else ""
        welsh = is_welsh(text) or (_SMALL_WELSH.search(text) and not _SMALL_ENGLISH.search(text))
        both = " / " in text and not is_welsh(text.rpartition(" / ")[2])
        if both or not (welsh or (at and text[:1].islower())):
            return at if text and not row[0].beside else 0
    return 0


def _cut(block: Block, at: int) -> Block:
    """The item from its English title on, with what stands beside the Welsh one (its pages)."""
    beside = tuple(piece for row in block.rows[:at] for piece in row if piece.beside)
    return replace(block, rows=((*block.rows[at], *beside), *block.rows[at + 1 :])) if at else block
