"""The clerk's register: taking in, deciding, noting, and writing the schedule."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.register import RegisterScreen
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices, received


@asynccontextmanager
async def keeping(
    services: FakeServices, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[None], RegisterScreen]]:
    """The register, reached from Deadlines."""
    async with opened(services, size) as pilot:
        await pilot.press("4")
        await see(pilot, "Deadlines")
        await pilot.press("e")
        await wait_for(pilot, lambda: isinstance(pilot.app.screen, RegisterScreen), "the register is there")
        screen = pilot.app.screen
        assert isinstance(screen, RegisterScreen)
        await wait_for(pilot, lambda: bool(services.register.calls), "it was asked for")
        await pilot.pause()
        yield pilot, screen


def hold(services: FakeServices, *texts: str) -> None:
    services.register.held = {number: received(number, text) for number, text in enumerate(texts, 1)}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
async def test_what_was_received_is_shown_with_its_stamp(
    services: FakeServices, size: tuple[int, int]
) -> None:
    late = received(2, "And the ferry?")
    services.register.held = {
        1: received(1, "Why did it stop?"),
        2: replace(late, late=True, standing="late by 2 h 10 m", alike=(1,)),
    }
    async with keeping(services, size) as (pilot, _):
        await see(pilot, "2 questions · 2 to decide · 1 late")
        await see(pilot, "in time, 2 h 48 m left")
        await pilot.press("down")
        await see(pilot, "! late by 2 h 10 m")
        await see(pilot, "≈ much like 1 other: 1")


async def test_a_file_is_taken_in_and_its_stamp_said(services: FakeServices, tmp_path: Path) -> None:
    mail = tmp_path / "una.eml"
    mail.touch()
    async with keeping(services) as (pilot, _):
        await see(pilot, "No question has been received yet.")
        await pilot.press("i")
        await see(pilot, "Take in")
        await pilot.press(*str(mail.with_name("un")), "tab")
        await see(pilot, mail.name)
        await pilot.press("enter")
        await see(pilot, "Question 1: in time, 2 h 48 m left.")
        assert ("take_file", (mail, None)) in services.register.calls


async def test_where_the_meeting_is_not_said_one_chooses_it(services: FakeServices) -> None:
    services.register.wrong = "The message does not say for which meeting it is: name the meeting."
    async with keeping(services) as (pilot, _):
        await pilot.press("p")
        await see(pilot, "Paste a question")
        await pilot.press(*"Why", "escape")
        await see(pilot, "Ferry Board")
        await pilot.press("down", "enter")
        await see(pilot, "Question 1:")
        assert services.register.held[1].question.text == "Why"


async def test_a_file_that_cannot_be_read_asks_for_no_meeting(services: FakeServices, tmp_path: Path) -> None:
    mail = tmp_path / "meeting.eml"
    mail.touch()
    services.register.unread = "meeting.eml is no e-mail that can be read."
    async with keeping(services) as (pilot, _):
        await pilot.press("i")
        await see(pilot, "Take in")
        await pilot.press(*str(mail), "enter")
        await see(pilot, "is no e-mail that can be read")


async def test_a_question_is_accepted_returned_and_taken_back(services: FakeServices) -> None:
    hold(services, "Why did it stop?")
    async with keeping(services) as (pilot, _):
        await see(pilot, "○ received")
        await pilot.press("enter")
        await see(pilot, "✓ accepted")
        await pilot.press("u")
        await see(pilot, "○ received")
        await pilot.press("r")
        await see(pilot, "received after the deadline")
        await pilot.press("down", "enter")
        await see(pilot, "× returned")
        assert services.register.held[1].question.ground == "too long"


async def test_a_note_is_kept(services: FakeServices) -> None:
    hold(services, "Why did it stop?")
    async with keeping(services) as (pilot, _):
        await see(pilot, "Why did it stop?")
        await pilot.press("t")
        await see(pilot, "Your note")
        await pilot.press(*"ring her", "escape")
        await see(pilot, "your note: ring her")


async def test_the_schedule_is_written(services: FakeServices, tmp_path: Path) -> None:
    hold(services, "Why did it stop?", "And the ferry?")
    async with keeping(services) as (pilot, _):
        await see(pilot, "And the ferry?")
        await pilot.press("x")
        await see(pilot, "Schedule of questions")
        await pilot.press("ctrl+u", *str(tmp_path / "s.pdf"), "enter")
        await see(pilot, "End the name in")
        await pilot.press("ctrl+u", *str(tmp_path / "s.md"), "enter", "ctrl+u", *"item", "enter")
        await see(pilot, "2 questions written")
        assert "And the ferry?" in (tmp_path / "s.md").read_text()


async def test_what_people_send_is_shown_and_never_obeyed(services: FakeServices) -> None:
    services.register.held = {
        number: received(
            number, hostile, sender=hostile, address=hostile, item_title=hostile, item_number=hostile,
            source=hostile, note=hostile, ground=hostile,
        )
        for number, hostile in enumerate(HOSTILE, 1)
    }  # fmt: skip
    async with keeping(services, (120, 60)) as (pilot, _):
        for hostile in HOSTILE:
            await see(pilot, one_line(hostile))
            await pilot.press("down")
        assert "\x1b" not in shown(pilot) and "\u202e" not in shown(pilot)
