"""`agenda`, `read`, `today`, `notes`, `brief`, `help` and `completion` as a person or a shell types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_tui import border
from scrutiny_tui.services.plain_pages import table_lines
from tests.services.briefed import LEASE, OPEN, SECRET, WALLS, a_desk
from tests.services.samples import Answer, Scrutiny


@pytest.fixture(scope="module")
def home_of_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("read")
    with a_desk(path):
        return path


@pytest.fixture
def ask(scrutiny: Scrutiny, home_of_desk: Path) -> Scrutiny:
    def run(*arguments: object) -> Answer:
        answer = scrutiny(*arguments, "--home", home_of_desk)
        assert not set(answer.out) & set("│─┌└├\x1b")  # nothing drawn, nothing to obey
        return answer

    return run


def test_the_agenda_says_all_that_the_screen_does(ask: Scrutiny) -> None:
    shown = ask("agenda", "coast may 2031").out
    for words in (
        "Thursday 22 May 2031, 10:00, Council Chamber, Northwich Road",
        f"2. {WALLS}\n    Ada Stone; pages 5 to 6; read 0 of 2",
        f"Recommendation: {OPEN}",
        "not public",
        "Your question 1, draft: How many steps",
        "Note: Is it | really seven?",
    ):
        assert words in shown
    item = ask("agenda", "2031-05-22", "--json").document["items"][1]
    assert (item["number"], item["pages"], item["questions"]) == ("2.", [5, 6], [1])
    assert item["papers"][0]["file_pages"] == [2, 3]


def test_papers_are_read_by_item_and_by_page(ask: Scrutiny) -> None:
    by_item = ask("read", "2031-05-22", "2").out
    assert f"[page 5]\n# Summary\n\n{OPEN}\n\nWall   Breaches\nNorth  7\nSouth  4" in by_item
    assert "[page 6]\n(2 pictures and no words; v in the app shows them.)" in by_item
    assert "[page 7]" not in by_item
    by_page = ask("read", "2031-05-22", "--pages", "7").out
    assert f"Not public: “Exempt: paragraph 3”. Do not pass its words on.)\n{SECRET}" in by_page
    assert ask("read", "2031-05-22", "--pages", "5-6", "--json").document[0]["pages"][0]["pack_page"] == 5
    ask("read", "2031-05-22", "3", "--done")
    assert "page 7; read 1 of 1" in ask("agenda", "2031-05-22").out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agenda", "coast"), "names 2 meetings"),
        (("read", "2031-05-22", "--pages", "x"), "names no pages"),
        (("read", "2031-05-22", "--pages", "900"), "holds no page 900."),
        (("read", "2031-05-22", "99"), "No item"),
        (("brief", "1999-01-01"), "No meeting is called"),
    ],
)
def test_what_is_not_there_is_said_in_a_line(ask: Scrutiny, arguments: tuple[str, ...], said: str) -> None:
    answer = ask(*arguments)
    assert answer.status == 1
    assert said in answer.err
    assert answer.err.strip().count("\n") == 0


def test_today_and_notes(ask: Scrutiny) -> None:
    shown = ask("today").out
    assert "2031-05-22 10:00 Moorland and Coast Scrutiny Committee: no deadline printed; 1 of 1" in shown
    (meeting,) = ask("today", "--json").document["meetings"]
    assert meeting["meeting_date"] == "2031-05-22"
    assert "Is it | really seven?: “North | 7”" in ask("notes").out
    assert [one["text"] for one in ask("notes", "may coast", "--find", "seven", "--json").document] == [
        "Is it | really seven?"
    ]


def test_a_brief_is_printed_or_written_and_nothing_is_written_over(ask: Scrutiny, tmp_path: Path) -> None:
    assert ask("brief", "2031-05-22").out.startswith("# Moorland and Coast Scrutiny Committee\n")
    target = tmp_path / "mine.docx"
    assert ask("brief", "2031-05-22", "--out", target).out.strip() == str(target)
    assert "is there already" in ask("brief", "2031-05-22", "--out", target).err
    assert ask("brief", "2031-05-22", "--out", target, "--replace", "--earlier", "none").status == 0
    assert ask("brief", "2031-05-22", "--out", target, "--form", "pdf").status == 2


def test_every_command_is_explained_and_on_the_manual_page(scrutiny: Scrutiny) -> None:
    manual = scrutiny("help", "--man").out
    listed = scrutiny("help").out
    for command in ("agenda", "read", "today", "notes", "brief", "earlier", "serve", "completion", "import"):
        assert f"  {command} " in listed
        assert f".SS scrutiny {command}" in manual
        assert scrutiny("help", command).out.startswith(f"Usage: scrutiny {command}")
    assert "\n.TP\n\\fB\\-\\-meeting MEETING\\fR\n" in manual  # of `register add`, a level below
    assert not [line for line in manual.splitlines() if line.startswith("'")]
    assert scrutiny("help", "nonsense").status == 2


def test_shells_complete_meetings_and_items(
    scrutiny: Scrutiny,
    home_of_desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_SCRUTINY_COMPLETE" in scrutiny("completion", shell).out
    monkeypatch.setenv("SCRUTINY_HOME", str(home_of_desk))
    monkeypatch.setenv("_SCRUTINY_COMPLETE", "zsh_complete")
    for typed, at, words in (
        ("scrutiny agenda 2031-0", "2", ["2031-05-22", "2031-03-06"]),
        ("scrutiny earlier 2031-05-22 ", "3", [*("1", "Apologies"), *("2", WALLS), *("3", LEASE)]),
        ("scrutiny earlier nonsense ", "3", []),
    ):
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", at)
        with pytest.raises(SystemExit):
            border.run([])
        out, err = capfd.readouterr()
        assert err == ""
        for word in words:
            assert f"{word}\n" in out
        assert words or not out.strip()


def test_a_table_too_wide_is_told_row_by_row() -> None:
    rows = (("Service", "What was done"), ("Roads", "x" * 99), ("Parks", ""))
    assert max(map(len, table_lines(rows, 80))) == 80
    assert list(table_lines(rows, None)) == [
        *("Service: Roads", f"What was done: {'x' * 99}"),
        *("", "Service: Parks"),
    ]
    assert list(table_lines((("a", "b"), ("long", "c")), 80)) == ["a     b", "long  c"]
    agenda = (("2.", "Weirs and locks of the lower Wend"), ("3.", "Sluices"))
    assert list(table_lines(agenda, 30)) == ["2. Weirs and locks of the lower Wend", "3. Sluices"]
