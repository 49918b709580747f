"""What the command line says when something is wrong: one clear line, a status, and never a traceback."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from imports.model.deadlines import DeadlineRule, DeadlineWording
from imports.model.minutes import MinuteAction, MinuteItem, Minutes
from imports.model.reading import Passage
from scrutiny_tui.config import Settings, read_settings
from scrutiny_tui.paths import Home
from scrutiny_tui.services.guarding import GuardedStore
from tests.services.samples import PACK_TEXT, Scrutiny, a_pack, file_pack, some_pages, with_question


def make_bad_files(folder: Path) -> None:
    """One of each: nothing, no pack, pictures only, and locked."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    folder.mkdir()
    (folder / "a empty.pdf").write_bytes(b"")
    (folder / "b recipe.txt").write_text("Take two eggs and some flour.\n" * 9, encoding="utf-8")
    picture = Canvas(str(folder / "c scan.pdf"))
    picture.rect(50, 50, 200, 200, fill=1)
    picture.save()
    locked = Canvas(str(folder / "d locked.pdf"), encrypt=StandardEncryption("secret", canPrint=0))
    locked.drawString(72, 700, "AGENDA")
    locked.save()
    (folder / "e garbage.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)


def test_files_that_cannot_be_read_get_one_clear_line_each_and_the_rest_is_imported(
    scrutiny: Scrutiny, tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    make_bad_files(folder)
    (folder / "f May pack.txt").write_text(PACK_TEXT, encoding="utf-8")
    done = scrutiny("import", folder, tmp_path / "nowhere.pdf", "--json")
    assert done.status == 1
    statuses = {file["source"]: file["status"] for file in done.document}
    bad = ["nowhere.pdf", "a empty.pdf", "b recipe.txt", "c scan.pdf", "d locked.pdf", "e garbage.pdf"]
    assert statuses == {**dict.fromkeys(bad, "refused"), "f May pack.txt": "added"}
    lines = done.err.splitlines()
    assert len(lines) == len(bad)
    assert all(line.startswith("scrutiny: ") for line in lines)
    for name in bad:  # in the order they were done with, which need not be the folder's
        assert [name in line for line in lines].count(True) == 1
    refusals = [file["warnings"] for file in done.document if file["status"] == "refused"]
    assert all(len(warnings) == 1 and warnings[0]["code"] == "refused" for warnings in refusals)
    assert {hit["source"] for hit in scrutiny("search", "the", "--json").document} <= {"f May pack.txt"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("search",),
        ("import",),
        ("search", "x", "--before", "22 May"),
        ("search", "x", "--kind", "gossip"),
        ("search", "x", "--limit", "0"),
        ("--today", "tomorrow", "deadlines"),
        ("deadlines", "--no-such-option"),
    ],
)
def test_wrong_usage_is_said_with_status_two(scrutiny: Scrutiny, arguments: tuple[str, ...]) -> None:
    answer = scrutiny(*arguments)
    assert answer.status == 2
    assert answer.out == ""
    assert "Error:" in answer.err


@pytest.mark.parametrize(
    "command", [("show",), ("semantic", "install"), ("import",), ("brief", "1", "--out")]
)
def test_a_name_longer_than_any_file_can_have_is_one_clear_line(
    scrutiny: Scrutiny, pack: Path, command: tuple[str, ...]
) -> None:
    scrutiny("import", pack)
    answer = scrutiny(*command, "x" * 300 + ".md")
    (line,) = answer.err.splitlines()
    assert answer.status == 1 and "x" * 300 in line and "report" not in line


def test_an_option_after_the_command_counts_over_before_it_and_both_over_the_environment(
    scrutiny: Scrutiny, pack: Path, tmp_path: Path
) -> None:
    scrutiny("import", pack, "--home", tmp_path / "late")
    assert scrutiny("search", "promenade", "--json").document == []
    assert scrutiny("--home", tmp_path / "late", "search", "promenade", "--json").document
    both = scrutiny(
        "--home", tmp_path / "early", "search", "promenade", "--json", "--home", tmp_path / "late"
    )
    assert both.document


def test_nothing_in_a_document_is_obeyed_by_the_terminal(scrutiny: Scrutiny, home: Home) -> None:
    hostile = "promenade \x1b[31mred\x1b]0;title\x07 \x9b2J \u202egnol [@click=app.quit]x[/] \r overwritten"
    store = GuardedStore.open(home.path)
    passage = Passage("report", "1", hostile, hostile, 1)
    action = MinuteAction(hostile, hostile, 1)
    minutes = Minutes(hostile, date(2031, 3, 6), items=(MinuteItem("1", hostile, actions=(action,)),))
    wording = DeadlineWording(hostile, DeadlineRule("date", date=date(2031, 5, 20)), (hostile,), "agenda", 1)
    pack = a_pack(f"{hostile}.pdf", committee=hostile, minutes=(minutes,), question_deadlines=(wording,))
    file_pack(store, pack, some_pages([hostile]), [passage])
    store.close()
    with_question(home, hostile)
    commands = (("search", "promenade"), ("show", "1"), ("deadlines",), ("questions",), ("actions",))
    for answer in (scrutiny(*command, *how) for command in commands for how in ((), ("--json",))):
        assert answer.status == 0
        assert "promenade" in answer.out
        assert not set(answer.out) & set("\x1b\x07\x9b\r\u202e")


def test_an_unexpected_error_is_one_line_and_its_details_are_private(
    scrutiny: Scrutiny, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the roof fell in")

    scrutiny("deadlines")
    monkeypatch.setattr("scrutiny_tui.wiring.open_services", fail)
    answer = scrutiny("deadlines")
    assert answer.status == 1
    (line,) = answer.err.splitlines()
    assert str(home.log) in line
    assert "the roof fell in" in home.log.read_text(encoding="utf-8")
    assert home.log.stat().st_mode & 0o077 == 0


def test_an_interrupt_is_quiet(scrutiny: Scrutiny, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scrutiny_tui.wiring.open_services", interrupt)
    answer = scrutiny("deadlines")
    assert (answer.status, answer.out, answer.err.strip()) == (130, "", "")


def test_without_a_terminal_the_app_says_what_to_do_instead(
    scrutiny: Scrutiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr("sys.stdin", Path(os.devnull).open())  # noqa: SIM115
    answer = scrutiny()
    assert answer.status == 1
    assert "needs a terminal" in answer.err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("word_limit = ", "not understood"),
        ("nation = 'FRA'", "not understood"),
        ("colour = 'red'", "have no 'colour'"),
    ],
)
def test_settings_that_are_not_understood_are_said_in_one_line(
    scrutiny: Scrutiny, home: Home, settings: str, said: str
) -> None:
    home.path.mkdir()
    home.settings.write_text(settings, encoding="utf-8")
    answer = scrutiny("deadlines")
    assert (answer.status, answer.out) == (1, "")
    (line,) = answer.err.splitlines()
    assert said in line
    assert str(home.settings) in line


def test_the_first_run_leaves_settings_to_edit_that_change_nothing(scrutiny: Scrutiny, home: Home) -> None:
    scrutiny("deadlines")
    assert "word_limit" in home.settings.read_text(encoding="utf-8")
    assert read_settings(home.settings) == Settings()
    every = [
        line.removeprefix("# ")
        for line in home.settings.read_text("utf-8").splitlines()
        if " = " in line or line.startswith("# [")
    ]
    home.settings.write_text("\n".join(every), encoding="utf-8")
    settings = read_settings(home.settings)
    assert (settings.name, settings.nation, settings.word_limit) == ("Cllr A Member", "ENG", 100)
    assert not settings.calendar.is_working(settings.extra_holidays[0])


@pytest.mark.parametrize("broken", ["home is a file", "library is no database"])
def test_a_home_that_cannot_be_used_is_said_in_one_line(scrutiny: Scrutiny, home: Home, broken: str) -> None:
    if broken == "home is a file":
        home.path.write_text("not a folder", encoding="utf-8")
    else:
        home.path.mkdir()
        home.library.write_bytes(b"SQLite format 3\0" + b"nonsense" * 600)
    answer = scrutiny("import", __file__)
    assert (answer.status, answer.out) == (1, "")
    (line,) = answer.err.splitlines()
    assert str(home.path) in line


def test_the_desk_survives_an_import_that_fails(scrutiny: Scrutiny, home: Home, tmp_path: Path) -> None:
    scrutiny("deadlines")
    with_question(home, "Why?")
    make_bad_files(tmp_path / "bad")
    assert scrutiny("import", tmp_path / "bad").status == 1
    assert len(scrutiny("questions", "--json").document) == 1
    with sqlite3.connect(home.library) as library:
        counts = [
            library.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("document", "page", "meeting")
        ]
    assert counts == [0, 0, 0]
