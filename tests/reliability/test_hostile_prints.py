"""Every attack in all that is printed and in every form of a brief."""

from __future__ import annotations

import inspect
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from imports.model.pack import ParsedPack
from scrutiny_tui import printing, printing_meeting
from scrutiny_tui.contract import pack_json
from scrutiny_tui.services.briefing import FORMS, Brief, as_markdown, as_pdf, as_word, file_name
from scrutiny_tui.services.calendars import WorkingCalendar
from tests.reliability.attacks import ATTACKS
from tests.reliability.poisoned import call, poisoned
from tests.reliability.test_hostile_words import STEERS, look_at_word, shows_no_markup

PIECES = {"note_line", "plain_line", "head", "pack"}
"""Parts of what the others print, and the one that is given JSON (below)."""
PRINTERS: dict[str, Callable[..., str]] = {
    name: function
    for module in (printing, printing_meeting)
    for name, function in vars(module).items()
    if inspect.isfunction(function) and function.__module__ == module.__name__
    if not name.startswith("_") and name not in PIECES
}
every = pytest.mark.parametrize("attack", [pytest.param(text, id=name) for name, text in ATTACKS.items()])


def test_the_printers_are_found() -> None:
    assert PRINTERS.keys() >= {
        "hits",
        "deadlines",
        "questions",
        "promises",
        "topics",
        "agenda",
        "today",
        "notes",
    }


@every
def test_nothing_printed_is_obeyed_by_a_terminal(attack: str) -> None:
    for name, function in PRINTERS.items():
        assert not STEERS.search(call(function, attack)), name


@every
def test_a_pack_is_printed_as_words(attack: str) -> None:
    found = pack_json(poisoned(ParsedPack, attack), WorkingCalendar(), why=True)
    assert not STEERS.search(printing.pack(found))


@every
def test_a_brief_in_markdown_shows_it_as_it_stands(attack: str) -> None:
    text = as_markdown(poisoned(Brief, attack)).decode()
    assert not STEERS.search(text)
    shows_no_markup(text)


@pytest.mark.parametrize(
    "name", ["colour", "nul", "surrogate", "no character", "xml", "field code", "bare link"]
)
def test_a_brief_in_word_holds_no_field_and_no_link(name: str, tmp_path: Path) -> None:
    (tmp_path / "b.docx").write_bytes(as_word(poisoned(Brief, ATTACKS[name])))
    look_at_word(tmp_path / "b.docx")


@pytest.mark.parametrize("name", ["colour", "bare link", "surrogate", "bidi"])
def test_a_brief_as_pdf_holds_no_action(name: str) -> None:
    content = as_pdf(poisoned(Brief, ATTACKS[name]))
    for action in (b"/JavaScript", b"/JS", b"/Launch", b"/URI", b"/OpenAction", b"/EmbeddedFile"):
        assert action not in content
    from pdfminer.high_level import extract_text

    assert not STEERS.search(extract_text(io.BytesIO(content)).replace("\x0c", ""))


@every
def test_the_name_of_a_brief_is_ours(attack: str) -> None:
    for suffix in FORMS:
        name = file_name(attack, "2033-06-14", suffix)
        assert re.fullmatch(r"brief [\w -]+\.\w+", name) and len(name) < 120
