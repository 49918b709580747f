"""Where screens are made: the one place that knows which services each of them needs.

One method a screen, each importing it late, so that the app starts with the first screen only.
A new screen is added here, its keys in `keys.py`, and a message that opens it in `messages.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrutiny_tui.messages import (
    Open,
    OpenBrief,
    OpenEarly,
    OpenMeeting,
    OpenNotes,
    OpenPicture,
    OpenQuestion,
    OpenReader,
    OpenRegister,
    OpenSettings,
    ShowEarlier,
    StartImport,
)

if TYPE_CHECKING:
    from scrutiny_tui.needs import Services
    from scrutiny_tui.screens.base import PlaceScreen
    from scrutiny_tui.screens.import_run import ImportRun
    from scrutiny_tui.services.export import MemberIdentity
    from scrutiny_tui.services.models.deadlines import Deadline


def _calendar(
    deadlines: Sequence[Deadline], now: datetime, before: bytes | None, every: Sequence[Deadline]
) -> bytes:
    from scrutiny_tui.services.calendar_file import as_ics

    return as_ics(deadlines, now, before, every)


class Rooms:
    """Makes the screens."""

    def __init__(self, services: Services, run: ImportRun) -> None:
        """Remember what screens are made of."""
        self.services = services
        self.run = run

    def place(self, name: str) -> PlaceScreen:
        """The first screen of a place."""
        made: PlaceScreen = getattr(self, name)()
        return made

    def open(self, request: Open) -> PlaceScreen:
        """The screen that answers a request."""
        make: Mapping[type[Open], Callable[[Any], PlaceScreen]] = {
            OpenMeeting: self.meeting,
            OpenReader: self.reader,
            OpenEarly: self.early,
            OpenPicture: self.picture,
            OpenBrief: self.brief,
            OpenNotes: self.notes,
            OpenQuestion: self.question,
            ShowEarlier: self.earlier,
            OpenRegister: self.register,
            StartImport: self.importing,
            OpenSettings: self.settings,
        }
        return make[type(request)](request)

    def meetings(self) -> PlaceScreen:
        """Place 1: the meetings."""
        from scrutiny_tui.screens.meetings import MeetingsScreen

        return MeetingsScreen(self.services.meetings, self.services.today, self.services.clock)

    def search(self) -> PlaceScreen:
        """Place 2: search."""
        from scrutiny_tui.screens.search import SearchScreen

        return SearchScreen(
            self.services.search, self.services.reading, self.services.meetings, self.services.clock
        )

    def questions(self) -> PlaceScreen:
        """Place 3: the member's questions."""
        from scrutiny_tui.screens.questions import QuestionsScreen

        services = self.services
        return QuestionsScreen(services.questions, services.meetings, services.clock, *self._sending())

    def deadlines(self) -> PlaceScreen:
        """Place 4: the board of deadlines."""
        from scrutiny_tui.screens.deadlines import DeadlinesScreen

        services = self.services
        exports = Path(services.home.exports)
        return DeadlinesScreen(services.deadlines, services.meetings, _calendar, services.clock, exports)

    def topics(self) -> PlaceScreen:
        """Place 5: threads across meetings."""
        from scrutiny_tui.screens.topics import TopicsScreen

        return TopicsScreen(self.services.topics, self.services.meetings, self.services.clock)

    def actions(self) -> PlaceScreen:
        """Place 6: what was promised, and what became of it."""
        from scrutiny_tui.screens.actions import ActionsScreen

        return ActionsScreen(self.services.actions, self.services.meetings, self.services.clock)

    def register(self, request: OpenRegister) -> PlaceScreen:
        """The clerk's register."""
        from scrutiny_tui.screens.register import RegisterScreen
        from scrutiny_tui.services.schedule import write_schedule

        exports = Path(self.services.home.exports)
        return RegisterScreen(self.services.register, write_schedule, self.services.clock, exports)

    def meeting(self, request: OpenMeeting) -> PlaceScreen:
        """One meeting."""
        from scrutiny_tui.screens.meeting import MeetingScreen

        of = self.services
        return MeetingScreen(
            of.meetings, of.search, of.reading, of.corrections, of.attaching, of.clock, request
        )

    def earlier(self, request: ShowEarlier) -> PlaceScreen:
        """All that was said earlier on a topic."""
        from scrutiny_tui.screens.earlier import EarlierScreen

        return EarlierScreen(self.services.search, self.services.clock, request)

    def importing(self, request: StartImport) -> PlaceScreen:
        """Importing papers."""
        from scrutiny_tui.screens.importing import ImportScreen

        return ImportScreen(self.run)

    def early(self, request: OpenEarly) -> PlaceScreen:
        """A page of the pack being imported."""
        from scrutiny_tui.screens.early import EarlyScreen

        return EarlyScreen(self.run, self.services.reading, request)

    def settings(self, request: OpenSettings) -> PlaceScreen:
        """The settings."""
        from scrutiny_tui.screens.settings import SettingsScreen

        return SettingsScreen(self.services, Path(self.services.home.settings))

    def reader(self, _: OpenReader | None = None) -> PlaceScreen:
        """One document; it opens what it is asked for once it is shown."""
        from scrutiny_tui.screens.reader import ReaderScreen

        services = self.services
        return ReaderScreen(services.reading, services.meetings, services.questions, services.clock)

    def brief(self, request: OpenBrief) -> PlaceScreen:
        """A member's brief for a meeting."""
        from scrutiny_tui.screens.briefing import BriefScreen

        return BriefScreen(self.services.briefing, Path(self.services.home.exports), request)

    def notes(self, request: OpenNotes) -> PlaceScreen:
        """All marks and notes."""
        from scrutiny_tui.screens.notes import NotesScreen

        return NotesScreen(
            self.services.reading, self.services.clock, Path(self.services.home.exports), request
        )

    def picture(self, request: OpenPicture) -> PlaceScreen:
        """One page as it looks."""
        from scrutiny_tui.screens.picture import PictureScreen

        return PictureScreen(self.services.pictures, request)

    def question(self, request: OpenQuestion) -> PlaceScreen:
        """One question."""
        from scrutiny_tui.screens.question import QuestionScreen

        services = self.services
        sending = self._sending()
        return QuestionScreen(
            services.questions,
            services.reading,
            services.meetings,
            services.clock,
            *sending,
            request.question_id,
        )

    def _sending(self) -> tuple[Path, Callable[[], MemberIdentity]]:
        """Where exported questions go, and who sends them."""
        from scrutiny_tui.services.export import MemberIdentity

        def member() -> MemberIdentity:
            settings = self.services.settings
            return MemberIdentity(settings.name, settings.email)

        return Path(self.services.home.exports), member
