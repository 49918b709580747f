"""The settings file: private, commented, what it sets holds, and one value changed leaves the rest alone."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from scrutiny_tui.config import Settings, read_settings
from scrutiny_tui.paths import Home
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.settings_file import FIRST_FILE, Value, change_settings, write_first_settings
from scrutiny_tui.wiring import open_services


def test_the_first_file_is_private_says_the_defaults_and_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_first_settings(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_settings(path) == Settings()
    path.write_text('name = "Cllr Ada Moss"\n')
    write_first_settings(path)
    assert read_settings(path).name == "Cllr Ada Moss"


def test_what_a_person_sets_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('nation = "SCT"\nword_limit = 0\nextra_holidays = [2025-12-24]\ntheme = "dark"\n')
    settings = read_settings(path)
    assert settings.word_limit is None
    assert settings.theme == "scrutiny-dark"
    assert settings.calendar.why_closed(date(2025, 12, 24)) == "council closed"
    assert settings.calendar.why_closed(date(2026, 1, 2)).startswith("bank holiday")


@pytest.mark.parametrize(
    "written",
    ['"meeting.next" = "n,right"', 'meeting.next = ["n", "right"]', '[keys.meeting]\nnext = "n,right"'],
)
def test_own_keys_may_be_written_in_any_way_toml_has(tmp_path: Path, written: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"[keys]\n{written}\n")
    assert read_settings(path).keys == {"meeting.next": "n,right"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# mine\n\nname = 'A'\nword_limit = \n", 4),
        ("# mine\nmeasure = 12\n", 2),
        ("\n[questions]\nsame_months = 'six'\n", 3),
        ("name = 'A'\ncolour = 'red'\n", 2),
        ("name = 'A'\n[questions]\nper_head = 2\n", 3),
        ("\n\n[deadlines.'Harbour Board']\nrule = 'soon'\n", 3),
        ("name = 'A'\nkeys = 3\n", 2),
    ],
)
def test_what_is_not_understood_is_said_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(ServiceError, match=rf"line {line}\b"):
        read_settings(path)


CHANGES: tuple[tuple[str, dict[str, Value], str], ...] = (
    # before, what is set, what the file says then
    ("", {"theme": "scrutiny-dark"}, 'theme = "scrutiny-dark"\n'),
    ("# mine\nmeasure = 60  # narrow\n", {"measure": 90}, "# mine\nmeasure = 90  # narrow\n"),
    ("[questions]\nparts = false\n", {"name": "A"}, 'name = "A"\n[questions]\nparts = false\n'),
    ("email = 'a@b'", {"name": 'O"Dell'}, 'email = \'a@b\'\nname = "O\\"Dell"\n'),
)


@pytest.mark.parametrize(("before", "changes", "after"), CHANGES)
def test_one_value_changes_and_the_rest_stays(
    tmp_path: Path, before: str, changes: dict[str, Value], after: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(before)
    if not before:
        path.unlink()
    change_settings(path, changes)
    said = path.read_text()
    if before:
        assert said == after
    else:  # the commented file, with the value where its example stood
        assert said == FIRST_FILE.replace('# theme = "scrutiny-light"\n', after)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["settings.toml"]


def test_every_value_is_set_where_its_example_stands(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_first_settings(path)
    changes: dict[str, Value] = {
        "name": "Cllr Ada Moss", "email": "ada@moss.example", "nation": "WLS", "word_limit": 50,
        "theme": "scrutiny-contrast", "measure": 66, "pages_an_hour": 20, "key_style": "vim",
        "glyphs": "ascii", "reduced_motion": True,
    }  # fmt: skip
    for name, value in changes.items():
        change_settings(path, {name: value})
    settings = read_settings(path)
    assert {name: getattr(settings, name) for name in changes} == changes
    assert len(path.read_text().splitlines()) == len(FIRST_FILE.splitlines())


def test_a_home_that_is_made_for_them_is_private(tmp_path: Path) -> None:
    change_settings(tmp_path / "home" / "settings.toml", {"measure": 60})
    assert (tmp_path / "home").stat().st_mode & 0o077 == 0


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"measure = 50\r\n")
    change_settings(path, {"word_limit": 0})
    assert path.read_bytes() == b"measure = 50\r\nword_limit = 0\r\n"


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").write_text("measure = 50\n")
    (tmp_path / "settings.toml").symlink_to("dotfiles")
    change_settings(tmp_path / "settings.toml", {"measure": 60})
    assert (tmp_path / "settings.toml").is_symlink()
    assert (tmp_path / "dotfiles").read_text() == "measure = 60\n"


@pytest.mark.parametrize(("before", "value"), [("measure = \n", 60), ("measure = 50\n", 7)])
def test_nothing_is_written_where_it_is_not_understood(tmp_path: Path, before: str, value: int) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(before)
    with pytest.raises(ServiceError):
        change_settings(path, {"measure": value})
    assert path.read_text() == before


async def test_a_change_holds_at_once_for_services_already_built(tmp_path: Path) -> None:
    services = open_services(Home(tmp_path), Clock())
    services.deadlines, services.questions, services.meetings  # noqa: B018
    services.change_settings({"nation": "SCT", "word_limit": 40, "pages_an_hour": 10})
    assert services.settings.nation == "SCT"
    assert services.deadlines.calendar.nation == "SCT"
    assert services.questions._rules.of("").word_limit == 40
    assert services.meetings.pages_an_hour == 10
    services.close()


def test_the_app_opens_on_a_broken_file_and_says_the_line(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.settings.write_text("name = 'A'\nmeasure = \n")
    services = open_services(home, Clock(), forgiving=True)
    assert services.settings == Settings()
    assert "line 2" in services.settings_trouble
    with pytest.raises(ServiceError):
        services.change_settings({"theme": "scrutiny-dark"})
    assert home.settings.read_text() == "name = 'A'\nmeasure = \n"
    home.settings.write_text("name = 'A'\n")
    services.read_settings_again()
    assert (services.settings.name, services.settings_trouble) == ("A", "")
    services.close()
