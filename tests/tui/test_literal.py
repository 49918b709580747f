from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from scrutiny_tui.literal import join, line, literal, marked, one_line, visible
from tests.tui.fakes import HOSTILE

ANY = st.text(st.characters(), max_size=80)
FORBIDDEN = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *map(chr, range(0x202A, 0x202F))} - {
    "\n",
    "\t",
}


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
def test_markup_in_foreign_text_stays_text(hostile: str) -> None:
    content = literal(hostile)
    assert content.spans == []
    assert content.plain == visible(hostile)
    if hostile.isprintable():
        assert content.plain == hostile


def test_an_escape_sequence_is_shown_and_cannot_act() -> None:
    assert visible("\x1b[31mred") == "␛[31mred"
    assert visible("\x9b2J") == "�2J"
    assert visible("a\u202eb") == "a�b"


@given(ANY)
def test_nothing_that_steers_a_terminal_comes_through(text: str) -> None:
    for shown in (visible(text), literal(text).plain, line(text).plain, marked(text, [(0, 3)]).plain):
        assert not FORBIDDEN & set(shown)
        shown.encode()


@given(ANY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


@given(ANY, st.integers(0, 80), st.integers(0, 80))
def test_marking_keeps_every_offset(text: str, start: int, end: int) -> None:
    content = marked(text, [(start, end)])
    assert len(content.plain) == len(text)
    if start < end <= len(text):
        assert [(span.start, span.end) for span in content.spans] == [(start, end)]
    else:
        assert content.spans == []


def test_join_leaves_out_what_is_empty() -> None:
    assert join([Content("a"), Content(""), Content("b")]).plain == "a · b"
