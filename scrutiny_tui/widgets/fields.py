"""Fields that letters are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual.widget import Widget


def takes_letters(field: Widget | None) -> bool:
    """Whether letters pressed now are text: in a field, or in an editor that is not for reading only.

    An editor is known by its `read_only`, so that an app nobody writes in yet need not load one.
    """
    return isinstance(field, Input) or getattr(field, "read_only", None) is False
