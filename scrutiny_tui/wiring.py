"""The composition root: opens a home and builds the services of it."""

from __future__ import annotations

from dataclasses import dataclass

from db.store import Store
from scrutiny_tui.config import Settings, read_settings, write_first_settings
from scrutiny_tui.paths import Home
from scrutiny_tui.services.actions import Actions
from scrutiny_tui.services.attaching import Attaching
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.corrections import Corrections
from scrutiny_tui.services.deadlines import Deadlines
from scrutiny_tui.services.guarding import GuardedStore
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.meetings import Meetings
from scrutiny_tui.services.pictures import Pictures
from scrutiny_tui.services.questions import Questions
from scrutiny_tui.services.reading import Reading
from scrutiny_tui.services.register import Register
from scrutiny_tui.services.scratch import sweep
from scrutiny_tui.services.search import Search
from scrutiny_tui.services.semantic.filling import Semantic
from scrutiny_tui.services.semantic.meaning import Meaning
from scrutiny_tui.services.topics import Topics


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the app and the command line do, ready for one home."""

    home: Home
    clock: Clock
    settings: Settings
    store: Store
    importer: Importer
    attaching: Attaching
    meetings: Meetings
    reading: Reading
    search: Search
    semantic: Semantic
    deadlines: Deadlines
    questions: Questions
    corrections: Corrections
    pictures: Pictures
    topics: Topics
    actions: Actions
    register: Register

    def close(self) -> None:
        """Finish what is being written and close the databases."""
        self.store.close()


def open_services(home: Home, clock: Clock) -> Services:
    """Open a home, making it where it is not there.

    Raises:
        ServiceError: its settings are not understood.
        StoreError: its databases cannot be opened.
    """
    settings = read_settings(home.settings)
    store = GuardedStore.open(home.path)
    sweep(home.path, home.exports, home.backups)
    write_first_settings(home.settings)
    deadlines = Deadlines(store, clock, settings.calendar, settings.committee_rules)
    search = Search(store, Meaning(home.model), own_words=home.path / "lexicon.toml")
    importer = Importer(store, clock)
    return Services(
        home=home,
        clock=clock,
        settings=settings,
        store=store,
        importer=importer,
        attaching=Attaching(store, importer),
        meetings=Meetings(store, clock, deadlines),
        reading=Reading(store, clock),
        search=search,
        semantic=Semantic(home, store),
        deadlines=deadlines,
        questions=Questions(store, clock, deadlines, search, settings.questions),
        corrections=Corrections(store, clock),
        pictures=Pictures(),
        topics=Topics(store, clock),
        actions=Actions(store, clock),
        register=Register(store, clock, deadlines),
    )
