"""Text as it stands, in formats that would otherwise act on it: Markdown and spreadsheets."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|])")
_LINE_START = re.compile(r"(?m)^(\s*\d*)([-+=~.)])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clean(text: str) -> str:
    """Text without control and direction characters."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def plain(text: str) -> str:
    """Text that Markdown shows as it stands."""
    return _LINE_START.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))


def cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    value = clean(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
