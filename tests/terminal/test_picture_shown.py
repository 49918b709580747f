from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from PIL import Image, ImageDraw
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen

from imports.processes.sixel import as_sixel
from scrutiny_tui.services.pictures import Picture, Room
from scrutiny_tui.widgets.page_picture import PagePicture
from scrutiny_tui.widgets.terminal_pictures import Terminal, questions, understand
from tests.services.shown_pictures import Kitty, difference, sixels

ATTRIBUTES = "\x1b[?62;22c"
SIXEL = "\x1b[?62;4;22c"
GRAPHICS = "\x1b_Gi=31;OK\x1b\\"
CELL = "\x1b[6;18;9t"


@pytest.mark.parametrize(
    ("answers", "form"),
    [
        ("", "blocks"),
        (ATTRIBUTES, "blocks"),
        ("\x1b[?64c", "blocks"),
        (SIXEL, "sixel"),
        ("\x1b[?4c", "sixel"),
        (GRAPHICS + "\x1bP>|kitty(0.41.1)\x1b\\" + ATTRIBUTES, "kitty"),
        (GRAPHICS + "\x1bP>|kitty(0.26.5)\x1b\\" + ATTRIBUTES, "blocks"),
        (GRAPHICS + "\x1bP>|ghostty 1.1.3\x1b\\" + ATTRIBUTES, "kitty"),
        (GRAPHICS + "\x1bP>|WezTerm 20240203\x1b\\" + SIXEL, "sixel"),
        (GRAPHICS + "\x1bP>|SomeTerm 3\x1b\\" + ATTRIBUTES, "blocks"),
        ("\x1b_Gi=31;EINVAL:no\x1b\\\x1bP>|kitty(0.41.1)\x1b\\" + ATTRIBUTES, "blocks"),
    ],
)
def test_what_a_terminal_answers_says_how_it_takes_pictures(answers: str, form: str) -> None:
    assert understand(answers, {}).form == form


def test_a_cells_size_is_the_systems_or_the_terminals_or_the_browsers() -> None:
    web = {"TEXTUAL_CELL_WIDTH": "8", "TEXTUAL_CELL_HEIGHT": "17"}
    assert understand(CELL + ATTRIBUTES, {}, (7, 15)) == Terminal("blocks", 7, 15)
    assert understand(CELL + ATTRIBUTES, web, (0, 0)) == Terminal("blocks", 9, 18)
    assert understand(ATTRIBUTES, web) == Terminal("blocks", 8, 17)
    assert understand(ATTRIBUTES, {}) == Terminal("blocks", 10, 20)


def test_a_terminal_that_would_print_the_question_is_not_asked() -> None:
    assert questions({"TERM": "linux"}) == ""
    assert questions({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}) == ""
    for inside in ({"TERM": "screen-256color"}, {"TERM": "xterm", "TMUX": "/tmp/1"}, {"TERM": "tmux"}):
        assert "\x1b_" not in questions(inside), "tmux takes it for a title"
    assert questions({"TERM": "xterm-kitty"}).endswith("\x1b[c"), "what every terminal answers comes last"


class Wall(App[None]):
    """A picture and nothing else; what is sent to the terminal is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = b""

    def compose(self) -> ComposeResult:
        yield PagePicture()

    def take(self, data: str) -> None:
        self.sent += data.encode()


@asynccontextmanager
async def hung() -> AsyncIterator[tuple[Wall, Pilot[None], PagePicture]]:
    app = Wall()
    async with app.run_test(size=(30, 8), notifications=True) as pilot:
        assert app._driver is not None
        app._driver.write = app.take  # type: ignore[method-assign]
        yield app, pilot, app.query_one(PagePicture)


async def wait_for(pilot: Pilot[None], condition: Callable[[], bool], what: str) -> None:
    for _ in range(200):
        await pilot.pause()
        if condition():
            return
    raise AssertionError(f"never: {what}")


def a_page(colour: str) -> Image.Image:
    page = Image.new("RGB", (100, 120), "white")
    ImageDraw.Draw(page).rectangle((10, 20, 60, 70), fill=colour)
    return page


async def test_kitty_gets_each_picture_once_and_forgets_the_one_before() -> None:
    def picture(colour: str) -> Picture:
        return Picture(100, 120, zlib.compress(a_page(colour).tobytes()), 5, 6, Room(300, 160, form="kitty"))

    async with hung() as (app, pilot, shown):
        shown.show(picture("red"))
        await pilot.pause()
        shown.show(picture("blue"))
        await pilot.pause()
        kitty = Kitty()
        kitty.hear(app.sent)
        ((number, (held, columns, rows)),) = kitty.pictures.items()
        assert (columns, rows) == (10, 6) and difference(held, a_page("blue")) == 0
        line = app.screen._compositor.render_strips()[1]
        (places,) = [segment for segment in line if "\U0010eeee" in segment.text]
        assert places.style is not None and places.style.color is not None
        red, green, blue = places.style.color.get_truecolor()
        assert red << 16 | green << 8 | blue == number, "its colour says which picture"
        assert places.text.count("\U0010eeee") == columns and line.cell_length == 30
        await shown.remove()
        kitty.hear(app.sent[len(app.sent) // 2 :])
        assert kitty.forgotten[-1] == number


class Over(ModalScreen[None]):
    """A dialog."""


async def test_sixel_is_drawn_again_whenever_its_cells_were_and_never_under_a_dialog() -> None:
    async with hung() as (app, pilot, shown):

        def drawn() -> list[Image.Image]:
            return list(sixels(app.sent))

        page = a_page("red")
        shown.show(Picture(100, 120, as_sixel(page), 5, 6, Room(300, 160, form="sixel")))
        await wait_for(pilot, lambda: bool(drawn()), "it is drawn")
        assert difference(drawn()[-1], page) < 0.01
        assert b"\x1b[1;11H\x1bP" in app.sent, "in the middle of the width"
        app.sent = b""
        app.notify("Opened it.")
        await wait_for(pilot, lambda: bool(drawn()), "and again, as something said changed its cells")
        for _ in range(20):
            await pilot.pause()
        assert len(drawn()) < 4, "not for ever: what lies over it is drawn after it"
        app.push_screen(Over())
        await wait_for(pilot, lambda: isinstance(app.screen, Over), "a dialog lies over it")
        app.sent = b""
        shown.refresh()
        await pilot.pause()
        assert not drawn()
        app.pop_screen()
        shown.refresh()
        await wait_for(pilot, lambda: bool(drawn()), "it is drawn once the dialog is gone")
