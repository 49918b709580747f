"""The only way foreign text enters a widget: shown as it is, never obeyed.

A plain `str` in a Textual widget is markup. Text from documents, file names, error messages and the
member's own typing comes through here and leaves as `Content`, which is never parsed. Control
characters become visible marks, so an escape sequence can neither reach the terminal nor hide.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from textual.app import App
from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from pathlib import Path

Severity = Literal["information", "warning", "error"]

_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_MARKS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(_DIRECTION, "\ufffd"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "\ufffd"),
    0x00AD: "",
    0x2028: "\n",
    0x2029: "\n",
    0xFEFF: "",
}

_MARKS_IN_PLACE = {code: mark or "\u200b" for code, mark in _MARKS.items()}


def visible(text: str) -> str:
    r"""Turn control, direction and stray surrogate characters into marks a person can see.

    Length is kept except for soft hyphens, byte order marks and `\r\n`; use it before counting offsets.
    """
    return text.replace("\r\n", "\n").translate(_MARKS)


def in_place(text: str) -> str:
    """Make controls visible, every character staying at its offset (what `visible` drops has no width)."""
    return text.translate(_MARKS_IN_PLACE)


def one_line(text: str) -> str:
    """Join everything into one line with single blanks, controls made visible."""
    return " ".join(visible(text).split())


def literal(text: str, style: str = "") -> Content:
    """Foreign text as content, line breaks kept; `style` is ours (`$text-muted`, `bold`)."""
    return Content.styled(visible(text), style)


def line(text: str, style: str = "") -> Content:
    """Foreign text as content on one line."""
    return Content.styled(one_line(text), style)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> Content:
    """Foreign text with stretches of it marked; offsets count the text as given.

    The text is mapped character by character, so that offsets stay right where marks replace controls.
    """
    content = Content(in_place(text))
    for start, end in spans:
        if 0 <= start < end <= len(text):
            content = content.stylize("bold underline", start, end)
    return content


def join(parts: Iterable[Content], between: str = " · ", style: str = "$text-muted") -> Content:
    """Put pieces on one line with a quiet separator, leaving out the empty ones."""
    return Content.styled(between, style).join([part for part in parts if part])


def lines(parts: Iterable[Content]) -> Content:
    """Put pieces under one another."""
    return Content("\n").join(list(parts))


def say(node: Widget | App[None], text: str, severity: Severity = "information") -> None:
    """Show a notification; the text may be foreign."""
    node.notify(visible(text), severity=severity, markup=False)


def say_written(node: Widget | App[None], target: Path, what: str = "Written") -> None:
    """Say that a file was written: its name first, so that no line of a notification breaks in it."""
    say(node, f"{what}: {target.name}\nin {target.parent}")


def hint(node: Widget, text: str) -> None:
    """Give a widget a tooltip; the text may be foreign."""
    node.tooltip = literal(text)
