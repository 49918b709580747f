"""A group of commands each of which is loaded when it is called: an app that opens needs none of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click


class LateGroup(click.Group):
    """A group that knows where its commands are.

    Attributes:
        places: of each command by its name, the module and what it is called there.
    """

    def __init__(self, *args: Any, places: dict[str, tuple[str, str]], **more: Any) -> None:
        """Load nothing yet."""
        super().__init__(*args, **more)
        self.places = places

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name them all, those that are not loaded too."""
        return sorted({*super().list_commands(ctx), *self.places})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Load a command; None where there is none of this name."""
        if name in self.places:
            module, called = self.places[name]
            command = getattr(import_module(module), called)
            assert isinstance(command, click.Command)
            return command
        return super().get_command(ctx, name)
