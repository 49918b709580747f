from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.pilot import Pilot

from imports.model.agenda import AgendaItem
from imports.protocol import Preview
from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.literal import one_line
from scrutiny_tui.screens.importing import ImportScreen
from scrutiny_tui.services.errors import ImportFailed
from scrutiny_tui.services.models.importing import ImportedFile, ImportProgress
from scrutiny_tui.widgets.path_field import PathField, completions, expanded, name_wrong, read_paths
from tests.tui.driving import opened, see, shown, wait_for
from tests.tui.fakes import HOSTILE, FakeServices


@asynccontextmanager
async def importing(services: FakeServices, packs: Path) -> AsyncIterator[Pilot[None]]:
    """An import of a folder, begun by its path."""
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("i")
        pilot.app.screen.query_one(PathField).value = str(packs)
        await pilot.press("enter")
        yield pilot


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A folder with papers, other files and a folder."""
    folder = tmp_path / "My packs"
    (folder / "older").mkdir(parents=True)
    for name in ("may.pdf", "march.txt", "Minutes.PDF", "photo.png", ".hidden.pdf"):
        (folder / name).write_text("x")
    return folder


def test_completions_offer_folders_and_papers_only(packs: Path) -> None:
    names = [one.removeprefix(f"{packs}/") for one in completions(f"{packs}/")]
    assert names == ["older/", "Minutes.PDF", "march.txt", "may.pdf"]
    assert completions(f"{packs}/M") == [
        f"{packs}/{name}" for name in ("Minutes.PDF", "march.txt", "may.pdf")
    ]
    assert completions(f"{packs}/.") == [f"{packs}/.hidden.pdf"]
    assert completions(f"{packs}/nothing") == []
    assert completions("/no/such/folder/") == []


def test_completions_keep_the_tilde(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(packs))
    assert completions("~/o") == ["~/older/"]


def test_a_field_takes_a_path_with_blanks_and_dropped_files(
    packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(packs))
    may, march = packs / "may.pdf", packs / "march.txt"
    assert read_paths(f" {packs} ") == [packs]
    assert read_paths(f"'{may}'") == [may]
    assert read_paths(str(may).replace(" ", "\\ ")) == [may]
    assert read_paths(f"'{may}' '{march}'") == [may, march]
    assert read_paths(f"file://{str(may).replace(' ', '%20')}") == [may]
    assert read_paths("~/may.pdf") == [may]
    assert read_paths("  ") == []


@given(st.text(max_size=40))
@example("~nobody-of-this-name/x")
@example("x" * 5000)
@example("'")
@example('""')
@example("file://")
@example("a\0b")
def test_no_typing_breaks_the_field(text: str) -> None:
    assert all(isinstance(path, Path) for path in read_paths(text))
    assert all(isinstance(one, str) for one in completions(text))
    assert name_wrong(text, (".md",)) in ("", f"{expanded(text)} is a folder.", "End the name in .md.")


@pytest.mark.parametrize("name", ["~nobody-of-this-name/x", "x" * 300, "a\0b", ""])
def test_a_name_no_file_can_have_breaks_no_dialog(name: str) -> None:
    forms = (".docx", ".md", ".csv")
    assert name_wrong(f"{name}.docx", forms) == ("" if name else "End the name in .docx, .md or .csv.")
    assert name_wrong(name, (".md",)) == "End the name in .md."


async def test_tab_completes_and_then_goes_round(services: FakeServices, packs: Path) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("i")
        screen = pilot.app.screen
        assert isinstance(screen, ImportScreen)
        field = screen.query_one(PathField)
        field.value = f"{packs.parent}/My"
        await pilot.press("tab")
        await wait_for(pilot, lambda: field.value == f"{packs}/", "the folder is completed")
        field.value = f"{packs}/ma"
        await pilot.press("tab")
        await wait_for(pilot, lambda: field.value == f"{packs}/march.txt", "the first that fits is offered")
        await see(pilot, "may.pdf")
        await pilot.press("tab")
        await wait_for(pilot, lambda: field.value == f"{packs}/may.pdf", "then the next")
        assert field.has_focus


async def test_an_import_says_what_was_understood_and_what_was_not(
    services: FakeServices, packs: Path
) -> None:
    async with importing(services, packs) as pilot:
        await see(pilot, "2 files · 1 taken in · 1 refused")
        text = shown(pilot)
        for words in (
            "✓ taken in",
            "Harbour and Coast Scrutiny Committee · Thursday 22 May 2031",
            "6 agenda items · 412 passages",
            "! item 9 is printed at page 74 but stamped 91 (page 3)",
            "× refused",
            "It holds pictures of pages only.",
        ):
            assert words in text
        assert services.importer.calls == [("import_paths", (packs,))]
        await pilot.press("enter")
        await see(pilot, "Ferry Timetable")


async def test_progress_shows_here_and_everywhere_and_stopping_keeps_what_is_done(
    services: FakeServices, packs: Path
) -> None:
    services.importer.gate = asyncio.Event()
    async with importing(services, packs) as pilot:
        await see(pilot, "page 40 of 126 · file 1 of 2")
        await pilot.press("4")
        await see(pilot, "import 31%")
        await pilot.press("1", "ctrl+g")
        await see(pilot, "Cancelled. What was finished is kept")
        assert services.importer.closed
        assert "import 31%" not in shown(pilot)


async def test_a_long_packs_agenda_can_be_read_before_the_pack_is(
    services: FakeServices, packs: Path
) -> None:
    items = (AgendaItem("1", "Apologies"), AgendaItem("2", "Gulls [/ and nets", pages=(3, 8)))
    preview = Preview("Harbour Committee", date(2031, 5, 22), None, None, items)
    reading = ImportProgress("pack.pdf", 1, 1, "reading", 40, 500)
    services.importer.events = (reading, replace(reading, preview=preview), *services.importer.events[1:])
    services.importer.gate = asyncio.Event()
    async with importing(services, packs) as pilot:
        await see(pilot, "Gulls [/ and nets  pages 3 to 8")
        assert "nothing is filed before the whole pack is read" in shown(pilot)
        await pilot.press("end", "enter")
        await see(pilot, "Words of page 3 [/ read ahead")
        assert "nothing of this pack is filed yet" in shown(pilot)
        await pilot.press("enter")
        await see(pilot, "nothing of this pack is filed yet")
        await pilot.press("escape")
        await see(pilot, "Gulls [/ and nets  pages 3 to 8")
        services.importer.gate.set()
        await see(pilot, "taken in")
        await wait_for(pilot, lambda: "Gulls [/" not in shown(pilot), "the preview is gone")


async def test_an_import_goes_on_when_its_screen_is_left(services: FakeServices, packs: Path) -> None:
    services.importer.gate = asyncio.Event()
    async with importing(services, packs) as pilot:
        await see(pilot, "page 40 of 126")
        await pilot.press("escape")
        await see(pilot, "Coming up")
        asked = len(services.meetings.calls)
        services.importer.gate.set()
        app = pilot.app
        assert isinstance(app, ScrutinyApp)
        await wait_for(pilot, lambda: not app.run_of_import.running, "the import ended")
        await wait_for(pilot, lambda: len(services.meetings.calls) > asked, "the meetings were read again")
        await pilot.press("i")
        await see(pilot, "2 files · 1 taken in · 1 refused")


async def test_a_path_that_is_not_there_is_said(services: FakeServices) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("i")
        pilot.app.screen.query_one(PathField).value = "/no/such/pack.pdf"
        await pilot.press("enter")
        await see(pilot, "There is nothing at /no/such/pack.pdf")
        assert services.importer.calls == []


async def test_an_import_that_breaks_off_says_why(services: FakeServices, packs: Path, worst: str) -> None:
    services.importer.refuse = ImportFailed(f"The disk is full {worst}")
    async with importing(services, packs) as pilot:
        await see(pilot, "The import stopped: The disk is full")


async def test_hostile_file_names_are_shown_as_they_are(services: FakeServices, packs: Path) -> None:
    async with opened(services) as pilot:
        await see(pilot, "Coming up")
        await pilot.press("i")
        field = pilot.app.screen.query_one(PathField)
        for hostile in HOSTILE:
            refused = ImportedFile(hostile, Path("x"), "refused", hostile, committee=hostile)
            services.importer.events = (refused,)
            field.value = str(packs)
            field.focus()
            await pilot.press("enter")
            words = one_line(hostile)
            await wait_for(
                pilot,
                lambda words=words: shown(pilot).count(words) >= 3,  # type: ignore[misc]
                "every place shows the words",
            )
