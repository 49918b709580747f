"""A brief as Markdown: it reads well as it stands, and nothing quoted in it takes effect."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from scrutiny_tui.services.briefing.layout import Part, parts_of
from scrutiny_tui.services.harmless import plain

if TYPE_CHECKING:
    from scrutiny_tui.services.briefing.model import Brief

_SET = {
    "title": "# {}",
    "section": "## {}",
    "item": "### {}",
    "label": "**{}**",
    "detail": "*{}*",
    "bullet": "- {}",
    "source": "> — {}",
}


def as_markdown(brief: Brief) -> bytes:
    """Write a brief as Markdown."""
    parts = parts_of(brief)
    text = _set(parts[0])
    for before, part in itertools.pairwise(parts):
        text += _between(before, part) + _set(part)
    return (text + "\n").encode()


def _between(before: Part, part: Part) -> str:
    """What joins two parts: a quotation goes on with its source, a list with its next line."""
    if before.kind == "quote" and part.kind == "source":
        return "\n>\n"
    return "\n" if before.kind == part.kind and part.kind in ("bullet", "fact") else "\n\n"


def _set(part: Part) -> str:
    words = plain(part.text)
    if part.kind == "item" and part.name:
        words = f"{plain(part.name)}. {words}"
    if part.kind == "fact":
        return f"- **{plain(part.name)}:** {words}"
    if part.kind == "quote":
        return "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    if part.kind == "bullet" and part.name:
        return f"{part.name} {words}" if part.name[:-1].isdigit() else f"- {part.name} {words}"
    return _SET.get(part.kind, "{}").format(words)
