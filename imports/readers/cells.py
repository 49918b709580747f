"""The cells of a table in a text that kept only the bars between them ("1. |", the title, "|")."""

from __future__ import annotations

import re

from imports.patterns import regex

_BAR_LAST = regex(r"^[^|\n]*\|[ \t]*$", re.MULTILINE)
_EDGES = regex(r"^[ \t]*\|[ \t|]*|[ \t]*\|[ \t|]*$", re.MULTILINE)
_RULE = regex(r"^[ \t]*+(?:\|?[ \t]*+:?-{3,}+:?[ \t]*+)+\|?[ \t]*$", re.MULTILINE)
FEWEST = 3


def open_cells(text: str) -> str:
    """Take the bars off the lines of a text whose tables were broken into a line for each part of a cell."""
    if "|" not in text or len(_BAR_LAST.findall(text)) < FEWEST:
        return text
    return _EDGES.sub("", _RULE.sub("", text))
