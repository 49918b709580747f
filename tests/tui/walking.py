"""A walk through every screen of one running app: a stop for each, reached from the first screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import cast

from textual.pilot import Pilot
from textual.screen import ModalScreen

from scrutiny_tui import messages
from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.services.notes import PlacedNote
from scrutiny_tui.services.today import ToRead
from tests.tui.driving import shown
from tests.tui.fakes import (
    COMMITTEE,
    NOW,
    FakeServices,
    document,
    empty_meetings,
    meeting,
    note,
    promise,
    question,
    question_detail,
    received,
)

Stop = Callable[[Pilot[None], FakeServices], Awaitable[None]]


def opens(request: messages.Open, *keys: str) -> Stop:
    """A stop that opens a screen and presses keys there."""

    async def stop(pilot: Pilot[None], services: FakeServices) -> None:
        await cast(ScrutinyApp, pilot.app).show(request)
        for key in keys:
            await settle(pilot)
            await pilot.press(key)

    return stop


def goes(place: str, *keys: str) -> Stop:
    """A stop at a place, where keys are pressed."""

    async def stop(pilot: Pilot[None], services: FakeServices) -> None:
        await cast(ScrutinyApp, pilot.app).action_go(place)
        for key in keys:
            await settle(pilot)
            await pilot.press(key)

    return stop


async def says(pilot: Pilot[None], services: FakeServices) -> None:
    """Three notifications."""
    for severity in ("information", "warning", "error"):
        pilot.app.notify(f"It said {severity}.", severity=severity)


async def nothing_yet(pilot: Pilot[None], services: FakeServices) -> None:
    """The first screen of an empty library."""
    full, services.meetings.shown = services.meetings.shown, empty_meetings().shown
    await pilot.press("ctrl+r")
    await settle(pilot)
    services.meetings.shown = full


CITED = f"{COMMITTEE}, 22 May 2031, pack page 18"
SEA_WALL = messages.OpenMeeting(1, "Sea Wall Inspections")
STOPS: dict[str, Stop] = {
    "meetings": goes("meetings"),
    "help": goes("meetings", "question_mark", "i"),
    "palette": goes("meetings", "ctrl+p"),
    "tour": goes("meetings", "T"),
    "toasts": says,
    "empty": nothing_yet,
    "settings": opens(messages.OpenSettings()),
    "choice": opens(messages.OpenSettings(), "end", "enter"),
    "form": opens(messages.OpenSettings(), "home", "enter"),
    "importing": opens(messages.StartImport(), "slash", "enter"),
    "meeting": opens(SEA_WALL),
    "why": opens(SEA_WALL, "w"),
    "note": opens(SEA_WALL, "t"),
    "correcting": opens(SEA_WALL, "c"),
    "earlier": opens(SEA_WALL, "e"),
    "brief": opens(messages.OpenBrief(meeting(1)), "end"),
    "reader": opens(messages.OpenReader(1, 5), "f", "w", "a", "enter"),
    "finding": opens(messages.OpenReader(1, 5), "f"),
    "page": opens(messages.OpenReader(1, 5), "g", "9", "9", "enter"),
    "acronyms": opens(messages.OpenReader(1, 5), "x"),
    "notes": opens(messages.OpenNotes(meeting(1))),
    "search": goes("search", "w", "a", "down", "tab"),
    "searching": goes("search"),
    "questions": goes("questions"),
    "question": opens(messages.OpenQuestion(1)),
    "submitting": opens(messages.OpenQuestion(1), "ctrl+d"),
    "deadlines": goes("deadlines"),
    "setting": goes("deadlines", "s"),
    "topics": goes("topics"),
    "actions": goes("actions"),
    "register": opens(messages.OpenRegister()),
}


def furnish(services: FakeServices) -> None:
    """Put something of every kind where the fakes have nothing."""
    coming = services.meetings.shown.coming[0].meeting
    services.today.reading = (ToRead(coming, 126, 100, (document(2, 1, "supplement.pdf", first_seen=NOW),)),)
    services.today.missing = (promise(),)
    services.actions.promises = (promise(), promise("A report on the lamps was promised.", outcome="missed"))
    services.register.held = {1: received(1)}
    services.reading.kept = [note(1, "Who inspects in winter?", page=5)]
    services.reading.placed = (
        PlacedNote(
            note(2, "Who walks the wall in winter?"), document(), "here", CITED, item="5 Sea Wall Inspections"
        ),
        PlacedNote(note(3, "", page=24, quote="Dredging begins."), document(), "changed", CITED),
    )
    answered = question(2, "Who owns the slipway?", state="answered", answer_state="in part")
    services.questions.details = {1: question_detail(question(1)), 2: question_detail(answered)}


async def settle(pilot: Pilot[None]) -> str:
    """Wait until nothing is looked up any more and the screen stays as it is; what it shows."""
    before, still = "", 0
    for _ in range(400):
        await pilot.pause()
        dialog = isinstance(pilot.app.screen, ModalScreen)  # whoever asked waits for the answer
        if not dialog and any(not worker.is_finished for worker in pilot.app.workers):
            still = 0
            continue
        now = shown(pilot)
        still = still + 1 if now == before else 0
        before = now
        if still == 2:
            return now
    raise AssertionError(f"never settled: {pilot.app.screen}")


async def walk(pilot: Pilot[None], services: FakeServices) -> AsyncIterator[tuple[str, str]]:
    """Go to each stop in turn; its name and what is shown, while the app is there."""
    app = cast(ScrutinyApp, pilot.app)
    for name, stop in STOPS.items():
        await stop(pilot, services)
        yield name, await settle(pilot)
        assert app.is_running
        app.workers.cancel_all()
        for _ in range(len(app.screen_stack) - 1):
            await app.pop_screen()
        app.clear_notifications()
        if app.current_mode != "meetings":
            await app.switch_mode("meetings")
