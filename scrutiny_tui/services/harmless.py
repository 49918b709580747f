"""Text as it stands, in formats that would act on it: Markdown, Word, spreadsheets, mail, calendars."""

from __future__ import annotations

from imports.patterns import regex

# Controls; invisible and direction marks; halves of characters; what is no character (and no XML).
_CONTROLS = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_MARKDOWN = regex(r"([\\`*_\[\]<>#|&~$!])")
_LINE_START = regex(r"(?m)^(\d*)([-+=.)])")
_BREAK = regex(r"(?<=\S)[ \t]*\n(?=\S)")
_INDENT = regex(r"(?m)^[ \t]+")
_LINK = regex(r"(?i)\b(https?|ftp|mailto|www)([:.])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def clean(text: str) -> str:
    """Text without the characters no format carries; every kind of line end becomes one."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def flat(text: str) -> str:
    """Clean text on one line."""
    return " ".join(clean(text).split())


def plain(text: str) -> str:
    """Text that Markdown shows as it stands: no markup, no link of its own, no block of code."""
    words = _MARKDOWN.sub(r"\\\1", _INDENT.sub("", clean(text)))
    words = _LINK.sub(r"\1\\\2", _LINE_START.sub(r"\1\\\2", words))
    return _BREAK.sub("\\\\\n", words)


def cell(value: str) -> str:
    """A cell that no spreadsheet takes for a formula, also not after blanks it strips."""
    value = clean(value)
    return f"'{value}" if value.startswith(_FORMULA) or value.lstrip().startswith(_FORMULA) else value
