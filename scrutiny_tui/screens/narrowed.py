"""What of everything a search may find: one committee's, some years', one kind's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from textual import work
from textual.content import Content

from scrutiny_tui.literal import join, line, say
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.form_dialog import Field, FormDialog
from scrutiny_tui.widgets.search_filters import KINDS, SearchFilters, read_years, years_wrong
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog
from scrutiny_tui.widgets.times import short_committee

_ANY = ""


class CommitteesService(Protocol):
    """What choosing a committee needs."""

    async def committees(self) -> tuple[str, ...]:
        """All committees with papers."""


class NarrowedScreen(PlaceScreen):
    """A screen with filters; the subclass looks again when they change (`narrowed`)."""

    def __init__(self, committees: CommitteesService) -> None:
        """Let everything through."""
        super().__init__()
        self._choices = committees
        self.filters = SearchFilters()

    def narrowed(self) -> None:
        """Look again, within what is let through now."""
        raise NotImplementedError

    def let_through(self) -> Content:
        """The filters that are on, in words."""
        filters = self.filters
        names = (
            line(short_committee(filters.committee), "bold") if filters.committee else Content(""),
            Content.styled(filters.years if filters.first_year or filters.last_year else "", "bold"),
            Content.styled(KINDS[filters.kind] if filters.kind else "", "bold"),
        )
        return join(names) if filters.any else Content("all papers")

    def _filter(self, filters: SearchFilters) -> None:
        self.filters = filters
        self.narrowed()

    def action_clear(self) -> None:
        """Take all filters away."""
        self._filter(SearchFilters())

    async def _choose(self, title: str, every: str, choices: Sequence[tuple[str, str]]) -> str | None:
        rows = [(name, line(f" {words}")) for name, words in ((_ANY, every), *choices)]
        return await self.app.push_screen_wait(ChoiceDialog(title, Content("Only show"), rows))

    @work(exclusive=True, group="filter")
    async def action_committee(self) -> None:
        """Choose a committee."""
        try:
            names = await self._choices.committees()
        except ServiceError as error:
            say(self, str(error), "error")
            return
        chosen = await self._choose("Committee", "all committees", [(name, name) for name in names])
        if chosen is not None:
            self._filter(replace(self.filters, committee=chosen or None))

    @work(exclusive=True, group="filter")
    async def action_kind(self) -> None:
        """Choose a kind of passage."""
        chosen = await self._choose("Kind", "any kind", list(KINDS.items()))
        if chosen is not None:
            self._filter(replace(self.filters, kind=chosen or None))

    @work(exclusive=True, group="filter")
    async def action_years(self) -> None:
        """Choose years."""
        now = self.filters.years if self.filters.first_year or self.filters.last_year else ""
        asking = FormDialog(
            "Years",
            Content("When it was said: 2021, 2019-2022, since 2020, until 2019. Nothing for any year."),
            [Field("Years", now, years_wrong)],
        )
        answer = await self.app.push_screen_wait(asking)
        if answer is not None:
            first, last = read_years(answer[0])
            self._filter(replace(self.filters, first_year=first, last_year=last))
