"""The pages on the screen: any page opens at once, the place is kept, what is found is marked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot

from imports.model.reading import Block, ReadPage
from scrutiny_tui.services.models.reading import FoundInPage, PageNumber
from scrutiny_tui.widgets.page_view import PageView, Wanted
from scrutiny_tui.widgets.spots import Spot
from tests.tui.driving import wait_for
from tests.tui.fakes import HOSTILE


def make_page(number: int) -> ReadPage:
    """A page of uneven length, so that guesses of its height are wrong."""
    words = f"Page {number} speaks of the harbour and its dues. " * (2 + number % 7)
    return ReadPage(
        number,
        number - 4 if number > 4 else None,
        (
            Block("heading", f"Section {number}"),
            Block("paragraph", words),
            Block(
                "paragraph", f"The pier at {number} was closed. See https://merrin.example/{number} for more."
            ),
        ),
    )


class Council:
    """Six hundred pages, and a count of those that were asked for."""

    def __init__(self, pages: int = 600) -> None:
        self.numbers = tuple(PageNumber(n, n - 4 if n > 4 else None, 300) for n in range(1, pages + 1))
        self.asked: list[int] = []

    async def fetch(self, first: int, last: int) -> Sequence[ReadPage]:
        self.asked += range(first, last + 1)
        return [make_page(number) for number in range(first, min(last, len(self.numbers)) + 1)]


class ViewApp(App[None]):
    """A view and nothing else."""

    CSS = "PageView { height: 1fr; }"

    def __init__(self, council: Council, at: Wanted) -> None:
        super().__init__()
        self.council, self.at = council, at
        self.seen: list[int] = []
        self.links: list[str] = []

    def compose(self) -> ComposeResult:
        yield PageView()

    def on_mount(self) -> None:
        self.view.open(self.council.numbers, self.council.fetch, self.at)
        self.view.focus()

    @property
    def view(self) -> PageView:
        return self.query_one(PageView)

    def on_page_scroll_seen(self, event: PageView.Seen) -> None:
        self.seen.append(event.page)

    def on_page_view_link_chosen(self, event: PageView.LinkChosen) -> None:
        self.links.append(event.address.goes_to)


def text(app: ViewApp) -> list[str]:
    return [app.view.render_line(y).text.rstrip() for y in range(app.view.size.height)]


def top_words(app: ViewApp, row: int) -> str:
    return text(app)[row]


def has_width(app: ViewApp, width: int) -> bool:
    return app.view.size.width == width


async def settled(pilot: Pilot[None], app: ViewApp) -> None:
    await wait_for(pilot, lambda: app.view.settled, "everything in view is there")


@pytest.mark.parametrize("number", [1, 300, 550, 600])
async def test_any_of_600_pages_opens_by_fetching_a_few(number: int) -> None:
    app = ViewApp(Council(), Wanted(number))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        assert any(f"Section {number}" in line for line in text(app))
        assert app.view.spot.page == number
        assert len(set(app.council.asked)) < 25


async def test_opens_at_the_words_of_a_passage() -> None:
    app = ViewApp(Council(), Wanted(77, quote="The pier at 77  was closed."))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        assert app.view.spot == Spot(77, 2, 0)
        bars = [line for line in text(app) if line.startswith("▌")]
        assert "The pier at 77 was closed." in bars[0]


async def test_a_remembered_line_leads_back_at_any_width() -> None:
    app = ViewApp(Council(), Wanted(120))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        for _ in range(4):
            app.view.step(1)
        spot, line = app.view.spot, app.view.line
    again = ViewApp(Council(), Wanted(spot.page, line=line))
    async with again.run_test(size=(46, 30)) as pilot:
        await settled(pilot, again)
        assert (again.view.spot.page, again.view.spot.block) == (spot.page, spot.block)


async def test_resizing_keeps_the_place_and_its_row() -> None:
    app = ViewApp(Council(), Wanted(200, quote="The pier at 200"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot, app)
        row = next(row for row, line in enumerate(text(app)) if "The pier at 200" in line)
        for size in ((52, 40), (80, 30), (160, 50), (120, 40)):
            await pilot.resize_terminal(*size)
            await wait_for(pilot, partial(has_width, app, size[0]), "the view is resized")
            await settled(pilot, app)
            assert "The pier at 200" in top_words(app, row)
            assert app.view.spot == Spot(200, 2, 0)


async def test_turning_pages_shows_every_line_once_and_ends_at_the_last() -> None:
    app = ViewApp(Council(8), Wanted(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        read: set[str] = set()
        for _ in range(12):
            read.update(text(app))
            app.view.turn(1)
            await settled(pilot, app)
        for number in range(1, 9):
            assert any(f"The pier at {number} was closed" in line for line in read)
        await wait_for(pilot, lambda: app.seen == list(range(1, 9)), "each page was seen, in order, once")
        assert app.view.spot.page == 8


async def test_a_page_is_not_seen_before_its_end_is() -> None:
    app = ViewApp(Council(), Wanted(6))
    async with app.run_test(size=(80, 8)) as pilot:
        await settled(pilot, app)
        assert app.seen == [] or 6 not in app.seen
        for _ in range(4):
            app.view.turn(1)
            await settled(pilot, app)
        await wait_for(pilot, lambda: 6 in app.seen, "the page was seen")


async def test_the_cursor_goes_line_by_line_through_every_page() -> None:
    app = ViewApp(Council(4), Wanted(1))
    async with app.run_test(size=(80, 10)) as pilot:
        await settled(pilot, app)
        spots = [app.view.spot]
        for _ in range(60):
            app.view.step(1)
            await settled(pilot, app)
            spots.append(app.view.spot)
        assert spots == sorted(spots, key=lambda spot: (spot.page, spot.block, spot.start))
        assert {(spot.page, spot.block) for spot in spots} == {(p, b) for p in range(1, 5) for b in range(3)}
        app.view.step_passage(-1)
        await settled(pilot, app)
        assert app.view.spot == Spot(4, 1, 0)


async def test_the_wheel_takes_the_cursor_along() -> None:
    app = ViewApp(Council(), Wanted(50))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        app.view.scroll_to(y=app.view.scroll_y + 400, animate=False)
        await settled(pilot, app)
        y = app.view.galley.y_of(app.view.spot) - round(app.view.scroll_y)
        assert app.view.spot.page > 70
        assert 0 <= y < 24


async def test_hits_and_links_are_marked_where_they_stand() -> None:
    app = ViewApp(Council(), Wanted(9))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        start = make_page(9).blocks[2].text.index("pier")
        found = FoundInPage(9, 2, start, start + 4)
        app.view.show_hits([found], found)
        row = next(row for row, line in enumerate(text(app)) if "The pier at 9" in line)
        marked = [
            segment.text
            for segment in app.view.render_line(row)
            if segment.text in ("pier", "https://merrin.example/9")
        ]
        assert marked == ["pier", "https://merrin.example/9"]
        column = app.view.render_line(row).text.index("https")
        await pilot.click(PageView, offset=(column + 3, row))
        await wait_for(pilot, lambda: app.links == ["https://merrin.example/9"], "the address was chosen")


async def test_marks_and_notes_stand_at_their_words() -> None:
    app = ViewApp(Council(), Wanted(9))
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(pilot, app)
        app.view.show_notes({9: [("The pier at 9 was closed.", "Why so [long]?")]})
        await settled(pilot, app)
        lines = text(app)
        row = next(row for row, line in enumerate(lines) if "◆ The pier at 9" in line)
        assert "✎ Why so [long]?" in lines[row + 1] + lines[row + 2]
        app.view.show_notes({})
        assert not any("◆" in line or "✎" in line for line in text(app))


async def test_pack_pages_stand_in_the_margin_and_the_files_on_request() -> None:
    app = ViewApp(Council(), Wanted(9))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        rule = text(app)[next(row for row, line in enumerate(text(app)) if "Section 9" in line) - 1]
        assert rule.split("─")[0].strip() == "5"
        assert "page 9" not in rule
        app.view.show_as_printed(True)
        assert any("page 9 of the file" in line for line in text(app))


async def test_a_table_too_wide_moves_sideways_and_says_that_there_is_more() -> None:
    rows = tuple(tuple(f"{name}{'x' * 14}" for name in "abcdefgh") for _ in range(3))
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=rows)

    async def fetch(first: int, last: int) -> Sequence[ReadPage]:
        return [ReadPage(1, 1, (block,))]

    council = Council(1)
    council.fetch = fetch  # type: ignore[method-assign]
    app = ViewApp(council, Wanted(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        table = next(line for line in text(app) if "axxx" in line)
        assert table.endswith("›") and "hxxx" not in table
        for _ in range(20):
            app.view.shift(8)
        table = next(line for line in text(app) if "hxxx" in line)
        assert table.endswith("hxxxxxxxxxxxxxx") and "bxxx" not in table
        assert "axxx" in table, "the names of the rows stay"


async def test_what_a_paper_says_is_shown_and_never_obeyed() -> None:
    blocks = [
        block for one in HOSTILE for block in (Block("heading", one), Block("paragraph", f"{one} and more"))
    ]

    async def fetch(first: int, last: int) -> Sequence[ReadPage]:
        return [ReadPage(1, 1, tuple(blocks))]

    council = Council(1)
    council.fetch = fetch  # type: ignore[method-assign]
    app = ViewApp(council, Wanted(1))
    async with app.run_test(size=(80, 90)) as pilot:
        await settled(pilot, app)
        app.view.show_notes({1: [("and more", one) for one in HOSTILE]})
        shown = "\n".join(text(app))
        assert shown.count("and more") == len(HOSTILE)
        assert not any(ord(character) < 32 and character != "\n" for character in shown)
        assert "\u202e" not in shown


async def test_a_long_table_keeps_its_head_in_sight_and_the_wheel_moves_it_sideways() -> None:
    head = ("Service", *(f"{name}{'x' * 14}" for name in "bcdefgh"))
    rows = (head, *((f"Row {count}", *(str(count) for _ in "bcdefgh")) for count in range(60)))
    block = Block("table", "\n".join("\t".join(row) for row in rows), rows=rows)

    async def fetch(first: int, last: int) -> Sequence[ReadPage]:
        return [ReadPage(1, 1, (block,))]

    council = Council(1)
    council.fetch = fetch  # type: ignore[method-assign]
    app = ViewApp(council, Wanted(1))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, app)
        app.view.turn(1)
        await settled(pilot, app)
        top = text(app)[:3]
        assert "Service" in top[0] and "───" in top[1] and "Row" in top[2]
        app.view.post_message(events.MouseScrollDown(app.view, 20, 5, 0, 0, 0, True, False, False))
        await wait_for(pilot, lambda: "cxxx" in text(app)[0] and "bxxx" not in text(app)[0][16:20], "moved")
        assert "Service" in text(app)[0]


class EmptyApp(App[None]):
    """A view whose document is still being looked for."""

    def compose(self) -> ComposeResult:
        yield PageView()


async def test_keys_and_mouse_before_there_are_pages_do_no_harm() -> None:
    async with EmptyApp().run_test(size=(80, 24)) as pilot:
        view = pilot.app.query_one(PageView)
        view.focus()
        for binding in view.BINDINGS:
            keys = binding.key if isinstance(binding, Binding) else binding[0]
            await pilot.press(*keys.split(","))
        await pilot.hover(PageView, offset=(5, 5))
        await pilot.click(PageView, offset=(5, 5))
        assert view.galley.height == 0
