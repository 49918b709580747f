"""The command palette: every action of the screen one is on, every place, theme and meeting, fuzzily."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from scrutiny_tui.keys import EVERYWHERE, in_use, own_keys
from scrutiny_tui.literal import line
from scrutiny_tui.messages import OpenMeeting
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.wording import long_day
from scrutiny_tui.theme import THEMES
from scrutiny_tui.widgets.times import count, short_committee

if TYPE_CHECKING:
    from db.models.papers import Meeting


@runtime_checkable
class MeetingsApp(Protocol):
    """The App, as far as the palette needs it."""

    async def all_meetings(self) -> tuple[Meeting, ...]:
        """Every meeting in the library."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the palette offers."""

    name: str
    help: str
    run: Callable[[], object]


class ScrutinyCommands(Provider):
    """What can be done from the current screen."""

    async def startup(self) -> None:
        """Gather the commands once, when the palette opens."""
        self._commands = [*self._actions(), *self._themes(), *await self._meetings()]

    def _actions(self) -> Iterator[Command]:
        screen = self.screen
        here = screen.keys_here() if isinstance(screen, PlaceScreen) else ()
        for key in in_use((*here, *EVERYWHERE), own_keys(self.app)):
            if key.in_palette:
                label = key.label[:1].upper() + key.label[1:]
                run = partial(screen.run_action, key.action)
                yield Command(label, f"{key.help}  ({key.shown})" if key.keys else key.help, run)

    def _themes(self) -> Iterator[Command]:
        for theme in THEMES:
            name = theme.name.removeprefix("scrutiny-")
            yield Command(
                f"Theme: {name}",
                "Change the colours, now and from now on.",
                partial(self.screen.run_action, f"app.theme({theme.name!r})"),
            )

    async def _meetings(self) -> list[Command]:
        app = self.app
        try:
            meetings = await app.all_meetings() if isinstance(app, MeetingsApp) else ()
        except ServiceError:
            meetings = ()
        return [
            Command(
                f"Meeting: {short_committee(meeting.committee)}, {_when(meeting)}",
                f"{count(meeting.items, 'item')}, {count(meeting.pages, 'page')}",
                partial(self.screen.post_message, OpenMeeting(meeting.id)),
            )
            for meeting in meetings
        ]

    async def discover(self) -> Hits:
        """Offer everything, in order, while nothing is typed."""
        for command in self._commands:
            yield DiscoveryHit(line(command.name), command.run, text=command.name, help=_help(command))

    async def search(self, query: str) -> Hits:
        """Offer what fits the letters typed."""
        matcher = self.matcher(query)
        for command in self._commands:
            score, offsets = matcher.fuzzy_search.match(query, command.name)
            if score > 0:
                shown = line(command.name)
                for offset in offsets:
                    shown = shown.stylize("bold underline", offset, offset + 1)
                yield Hit(score, shown, command.run, text=command.name, help=_help(command))


def _help(command: Command) -> str:
    """The palette parses a plain help text as markup but takes content as it is."""
    return cast(str, Content.styled(command.help, "$text-muted"))


def _when(meeting: Meeting) -> str:
    return long_day(meeting.date) if meeting.date else "no date printed"
