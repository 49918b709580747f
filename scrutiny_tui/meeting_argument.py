"""MEETING and ITEM as every command takes them, completed by the shell from the library."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from scrutiny_tui.options import Options, opened

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, Meeting
    from scrutiny_tui.wiring import Services

    Parameter = click.ParamType[str]
else:
    Parameter = click.ParamType

Command = Callable[..., Any]


class _Completed(Parameter):
    """Words of the library; a shell that asks gets what is there, and never an error."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        options = ctx.find_object(Options) or Options()
        found: list[CompletionItem] = []
        with suppress(Exception):
            if options.find_home().library.exists():
                with opened(options) as services:
                    found = list(self.words(services, ctx))
        return [one for one in found if one.value.startswith(incomplete)]

    def words(self, services: Services, ctx: click.Context) -> Iterator[CompletionItem]:
        """What there is to choose from."""
        raise NotImplementedError


class MeetingName(_Completed):
    """A meeting's number, day, or words of its committee's name and day."""

    name = "meeting"

    def words(self, services: Services, ctx: click.Context) -> Iterator[CompletionItem]:
        """Each meeting's day, or its number where it shares the day; the latest first."""
        meetings = asyncio.run(_meetings(services))
        days = [one.date for one in meetings]
        for one in meetings:
            alone = one.date is not None and days.count(one.date) == 1
            day = f"{one.committee}, {one.date or 'no date'}"
            yield CompletionItem(str(one.date if alone else one.id), help=day)


class _ItemName(_Completed):
    name = "item"

    def words(self, services: Services, ctx: click.Context) -> Iterator[CompletionItem]:
        """The numbers of the items of the meeting named before."""
        for one in asyncio.run(_items(services, str(ctx.params.get("meeting") or ""))):
            if one.number:
                yield CompletionItem(one.number.rstrip(". "), help=one.title)


async def _meetings(services: Services) -> Sequence[Meeting]:
    from db import library

    found = await services.store.read(library.meetings)
    return sorted(found, key=lambda one: str(one.date or ""), reverse=True)


async def _items(services: Services, meeting: str) -> Sequence[AgendaItem]:
    from db import library
    from scrutiny_tui.services.attaching import find_meeting

    return await services.store.read(lambda db: library.agenda_items(db, find_meeting(db, meeting).id))


def meeting_argument(required: bool = True) -> Callable[[Command], Command]:
    """Give a command its MEETING: a number, a day, or words of the committee's name and the day."""
    return click.argument("meeting", type=MeetingName(), required=required)


def item_argument(required: bool = True) -> Callable[[Command], Command]:
    """Give a command its ITEM of the meeting: a number or a title."""
    return click.argument("item", type=_ItemName(), required=required)
