"""The composition root: opens a home and builds the services of it, each when it is first asked for.

A first screen needs few of them, and nobody shall wait for the others' modules at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from scrutiny_tui.config import Settings, read_settings
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.guarding import GuardedStore
from scrutiny_tui.services.scratch import sweep
from scrutiny_tui.settings_file import Value, change_settings, write_first_settings

if TYPE_CHECKING:
    from db.store import Store
    from scrutiny_tui.paths import Home
    from scrutiny_tui.services.actions import Actions
    from scrutiny_tui.services.attaching import Attaching
    from scrutiny_tui.services.briefing.gathering import Briefing
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.corrections import Corrections
    from scrutiny_tui.services.deadlines import Deadlines
    from scrutiny_tui.services.follower import Follower
    from scrutiny_tui.services.importing import Importer
    from scrutiny_tui.services.meetings import Meetings
    from scrutiny_tui.services.pictures import Pictures
    from scrutiny_tui.services.questions import Questions
    from scrutiny_tui.services.reading import Reading
    from scrutiny_tui.services.register import Register
    from scrutiny_tui.services.search import Search
    from scrutiny_tui.services.semantic.filling import Semantic
    from scrutiny_tui.services.today import Today
    from scrutiny_tui.services.topics import Topics


class Services:
    """Everything the app and the command line do, for one home."""

    def __init__(self, home: Home, clock: Clock, settings: Settings, store: Store) -> None:
        """Build nothing yet."""
        self.home, self.clock, self.settings, self.store = home, clock, settings, store
        self.settings_trouble = ""

    def change_settings(self, changes: Mapping[str, Value]) -> None:
        """Write values into the settings file and let them hold at once.

        Raises:
            ServiceError: the file is not understood as it is, or cannot be written; it is as it was.
        """
        self._let_hold(change_settings(self.home.settings, changes))

    def read_settings_again(self) -> None:
        """Let hold what the settings file says now.

        Raises:
            ServiceError: it is not understood; what held before holds on.
        """
        self._let_hold(read_settings(self.home.settings))

    def _let_hold(self, settings: Settings) -> None:
        """Tell the services that were built already what the settings say."""
        self.settings, self.settings_trouble = settings, ""
        built = vars(self)
        if "deadlines" in built:
            self.deadlines.keep_to(settings.calendar, settings.committee_rules)
        if "questions" in built:
            self.questions.keep_to(settings.questions)
        if "meetings" in built:
            self.meetings.pages_an_hour = settings.pages_an_hour

    @cached_property
    def importer(self) -> Importer:
        """Takes papers in."""
        from scrutiny_tui.services.importing import Importer

        return Importer(self.store, self.clock, papers=self.home.papers)

    @cached_property
    def attaching(self) -> Attaching:
        """Puts papers to the items that link to them."""
        from scrutiny_tui.services.attaching import Attaching

        return Attaching(self.store, self.importer)

    @cached_property
    def meetings(self) -> Meetings:
        """Meetings and their agendas."""
        from scrutiny_tui.services.meetings import Meetings

        return Meetings(self.store, self.clock, self.deadlines, self.settings.pages_an_hour)

    @cached_property
    def today(self) -> Today:
        """What matters before the coming meetings."""
        from scrutiny_tui.services.today import Today

        return Today(self.store, lambda: self.actions)

    @cached_property
    def reading(self) -> Reading:
        """Documents, notes and marks."""
        from scrutiny_tui.services.reading import Reading

        return Reading(self.store, self.clock)

    @cached_property
    def search(self) -> Search:
        """Passages."""
        from scrutiny_tui.services.search import Search
        from scrutiny_tui.services.semantic.meaning import Meaning

        return Search(self.store, Meaning(self.home.model), own_words=self.home.path / "lexicon.toml")

    @cached_property
    def semantic(self) -> Semantic:
        """Search by meaning, being learnt."""
        from scrutiny_tui.services.semantic.filling import Semantic

        return Semantic(self.home, self.store)

    @cached_property
    def deadlines(self) -> Deadlines:
        """Question deadlines."""
        from scrutiny_tui.services.deadlines import Deadlines

        return Deadlines(self.store, self.clock, self.settings.calendar, self.settings.committee_rules)

    @cached_property
    def questions(self) -> Questions:
        """The member's questions."""
        from scrutiny_tui.services.questions import Questions

        return Questions(self.store, self.clock, self.deadlines, self.search, self.settings.questions)

    @cached_property
    def corrections(self) -> Corrections:
        """What was read of a paper, and putting it right."""
        from scrutiny_tui.services.corrections import Corrections

        return Corrections(self.store, self.clock)

    @cached_property
    def pictures(self) -> Pictures:
        """Pages as they look."""
        from scrutiny_tui.services.pictures import Pictures

        return Pictures()

    @cached_property
    def topics(self) -> Topics:
        """Threads across meetings."""
        from scrutiny_tui.services.topics import Topics

        return Topics(self.store, self.clock, self.follower.start)

    @cached_property
    def actions(self) -> Actions:
        """Promises and what became of them."""
        from scrutiny_tui.services.actions import Actions

        return Actions(self.store, self.clock)

    @cached_property
    def briefing(self) -> Briefing:
        """Briefs for a meeting."""
        from scrutiny_tui.services.briefing.gathering import Briefing

        return Briefing(
            self.store,
            self.clock,
            self.meetings,
            self.search,
            self.questions,
            self.actions,
            self.settings.name,
        )

    @cached_property
    def follower(self) -> Follower:
        """Promises and topics of a large library, worked out and kept."""
        from scrutiny_tui.services.follower import Follower

        return Follower(self.home.path, self.store)

    @cached_property
    def register(self) -> Register:
        """Questions the clerk received."""
        from scrutiny_tui.services.register import Register

        return Register(self.store, self.clock, self.deadlines)

    def close(self) -> None:
        """Finish what is being written and close the databases."""
        if "importer" in vars(self):
            self.importer.held.close()
        self.store.close()


def open_services(home: Home, clock: Clock, *, forgiving: bool = False) -> Services:
    """Open a home, making it where it is not there.

    Args:
        home: where everything lies.
        clock: the app's.
        forgiving: where the settings are not understood, go on with the usual ones and say so in
            `settings_trouble`. Scripts are not forgiven: they would print deadlines by other rules.

    Raises:
        ServiceError: its settings are not understood.
        StoreError: its databases cannot be opened.
    """
    settings, trouble = Settings(), ""
    try:
        settings = read_settings(home.settings)
    except ServiceError as error:
        if not forgiving:
            raise
        trouble = str(error)
    store = GuardedStore.open(home.path)
    sweep(home.path, home.exports, home.backups)
    write_first_settings(home.settings)
    services = Services(home, clock, settings, store)
    services.settings_trouble = trouble
    return services
