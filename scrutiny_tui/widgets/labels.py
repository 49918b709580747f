"""Words put into a label: the same words are not painted again, and only another size is laid out anew."""

from __future__ import annotations

from typing import cast

from textual.content import Content
from textual.css.styles import RulesMap
from textual.widgets import Static


def put(label: Static, words: Content) -> None:
    """Let a label say these words."""
    before = label.content
    if not isinstance(before, Content):
        label.update(words)
    elif not before.is_same(words):
        label.update(words, layout=not _as_large(label, before, words))


def _as_large(label: Static, before: Content, words: Content) -> bool:
    """Whether a label takes as much room with some words as with those before."""
    styles, width = label.styles, label.content_size.width
    if not styles.auto_dimensions:
        return True
    if styles.width is not None and styles.width.is_auto:
        lone = "\n" not in before.plain and "\n" not in words.plain
        return lone and before.cell_length == words.cell_length
    rules = cast(RulesMap, styles)
    return bool(width) and before.get_height(rules, width) == words.get_height(rules, width)
