from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from scrutiny_tui.literal import line
from scrutiny_tui.widgets.foot import Foot
from scrutiny_tui.widgets.item_rows import item_rows
from scrutiny_tui.widgets.row import Column, Row, hung
from scrutiny_tui.widgets.snippet import snippet, what
from scrutiny_tui.widgets.times import clock_text, count, meeting_day, short_committee
from tests.tui.driving import opened, see, wait_for
from tests.tui.fakes import NOW, FakeServices, hit, make_meetings, meeting

WORDS = st.text(max_size=60).map(line)


@given(WORDS, WORDS, WORDS, st.integers(1, 200))
def test_a_row_fills_its_width_exactly_whatever_the_words(
    a: Content, b: Content, under: Content, width: int
) -> None:
    row = Row((Column(a, 8), Column(b), Column(a, 10, right=True, from_width=60)), after=under, indent=4)
    lines = row.lines(width)
    assert lines[0].cell_length == width
    assert all(part.cell_length <= width for part in lines)
    assert row.get_height({}, width) == len(lines)


def test_columns_give_way_and_text_moves_under_where_there_is_no_room() -> None:
    stands = Content("closes today")
    row = Row((Column(Content("Panel")), Column(stands, 12, from_width=40)), after=stands, after_below=40)
    assert [one.plain.rstrip() for one in row.lines(40)] == ["Panel" + " " * 23 + "closes today"]
    assert [one.plain.rstrip() for one in row.lines(39)] == ["Panel", "closes today"]


def test_a_cell_that_is_too_wide_is_cut_with_an_ellipsis() -> None:
    assert Row((Column(Content("Harbour and Coast"), 8),)).lay_out(8).plain == "Harbour…"
    assert Row((Column(Content("委員会委員会"), 5),)).lay_out(5).cell_length == 5


@given(st.text(max_size=900), st.integers(0, 900), st.integers(0, 30), st.integers(20, 300))
def test_a_snippet_is_short_and_holds_the_first_match(text: str, start: int, length: int, most: int) -> None:
    spans = ((start, start + length),) if length and start + length <= len(text) else ()
    found = hit(1, text)
    cut = snippet(type(found)(found.passage, 1, (), (), spans), most)
    assert len(cut.plain) <= most + 2
    marks = [one for one in cut.spans if "underline" in str(one.style)]
    if spans and length < most // 4:
        assert marks


def test_what_a_passage_is() -> None:
    assert what(hit(1)).plain == "minute 7.1"
    assert what(hit(1, kind="work-programme", ref="2031-07-01")).plain == "work plan"
    assert what(hit(1, kind="report", ref="")).plain == "report"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Children and Families Overview and Scrutiny Committee", "Children and Families O&S"),
        ("Overview & Scrutiny Committee", "O&S"),
        ("Committee", "Committee"),
        ("Wellbeing\nBoard", "Wellbeing Board"),
    ],
)
def test_committees_are_shortened_for_lists(name: str, short: str) -> None:
    assert short_committee(name) == short


def test_days_say_their_year_only_where_it_differs() -> None:
    assert meeting_day(meeting(), NOW) == "Thu 22 May 10:00"
    assert meeting_day(meeting(day=date(2030, 3, 7)), NOW) == "Thu 7 Mar 2030"
    assert meeting_day(meeting(day=None), NOW) == "no date printed"
    assert meeting_day(meeting(start_time=None), NOW).strip() == "Thu 22 May"


def test_numbers_agree_with_their_words() -> None:
    assert (count(1, "item"), count(0, "item"), count(2, "enquiry", "enquiries")) == (
        "1 item",
        "0 items",
        "2 enquiries",
    )
    assert clock_text(NOW, True) == "as if Mon 19 May 2031 09:12"
    assert clock_text(NOW, False) == "Mon 19 May 2031 09:12"


@pytest.mark.parametrize("width", [50, 80, 120])
async def test_the_foot_names_no_key_it_has_no_room_for(services: FakeServices, width: int) -> None:
    async with opened(services, (width, 24)) as pilot:
        await see(pilot, "Coming up")
        foot = pilot.app.screen.query_one(Foot)
        assert sum(hint.words.cell_length for hint in foot.hints) <= width - 2
        assert any(hint.words.plain.startswith("? ") for hint in foot.hints)
        few = len(foot.hints)
        await pilot.resize_terminal(200, 24)
        await wait_for(pilot, lambda: len(foot.hints) > few or width == 120, "more are shown")


def test_a_bar_stands_beside_every_line_of_what_is_asked() -> None:
    words = Content("1. Agree that the walls are walked")
    assert [str(part).rstrip() for part in hung(Content("| "), words, 16, barred=True)] == [
        *("| 1. Agree that", "| the walls are", "| walked")
    ]
    assert [str(part)[:2] for part in hung(Content("| "), words, 16)] == ["| ", "  ", "  "]


def test_what_is_read_takes_no_more_minutes() -> None:
    detail = next(one for one in make_meetings().detail.items if one.item.number == "5")
    (paper,) = detail.papers
    read = replace(paper, read_pages=frozenset(range(paper.page, paper.last_page + 1)))
    said = [str(next(item_rows(one, None, NOW)).prompt) for one in (detail, replace(detail, papers=(read,)))]
    assert "about 18 min" in said[0] and "about" not in said[1]
