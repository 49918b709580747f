"""The command line as scripts meet it: what is printed where, and the exit status."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from db import desk
from db.models import MeetingRef
from imports.model import Passage
from scrutiny_tui import border
from scrutiny_tui.paths import Home
from scrutiny_tui.services.guarding import GuardedStore
from tests.services.samples import COMMITTEE, MEETING, NOW, PACK_TEXT, a_pack, file_pack, some_pages


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


Scrutiny = Callable[..., Answer]


@pytest.fixture
def scrutiny(home: Home, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Scrutiny:
    """Runs commands in the home."""
    monkeypatch.setenv("SCRUTINY_HOME", str(home.path))
    monkeypatch.setenv("SCRUTINY_TODAY", "2031-05-19T09:12")

    def run(*arguments: object) -> Answer:
        status = border.run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Answer(status, out, err)

    return run


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "May pack.txt"
    path.write_text(PACK_TEXT, encoding="utf-8")
    return path


SHOW = {
    "source": str,
    "sha256": str,
    "pages": int,
    "committee": str,
    "meeting_date": str,
    "meeting_date_basis": str,
    "start_time": str,
    "venue": str,
    "agenda": {
        "number": str,
        "title": str,
        "description": (str, type(None)),
        "pages": (list, type(None)),
        "officers": list,
        "is_heading": bool,
    },
    "question_deadlines": {"text": str, "due": str, "applies_to": list, "source": str, "page": int},
    "membership": {"name": str, "role": (str, type(None))},
    "contacts": {"name": str, "role": str, "phone": str, "email": str},
    "minutes": {
        "committee": str,
        "date": str,
        "start_time": str,
        "venue": str,
        "present": list,
        "apologies": list,
        "officers_in_attendance": list,
        "concluded": (str, type(None)),
        "items": {
            "number": str,
            "title": str,
            "paragraphs": {"number": (str, type(None)), "text": str},
            "resolved": list,
            "actions": {"text": str, "owner": str},
        },
    },
    "reports": {"agenda_item": str, "title": str, "pages": (list, type(None))},
    "action_tracker": {},
    "work_programme": {},
    "links": list,
    "warnings": {"code": str, "text": str, "page": (int, type(None))},
}


def assert_shape(found: Any, wanted: Any, where: str = "") -> None:
    """Hold a document to its shape: these keys, no other, of the right kind (a dict: a list of such)."""
    if isinstance(wanted, dict):
        assert list(found) == list(wanted), where
        for key, kind in wanted.items():
            if isinstance(kind, dict):
                assert isinstance(found[key], list), f"{where}.{key}"
                for each in found[key]:
                    assert_shape(each, kind, f"{where}.{key}")
            else:
                assert isinstance(found[key], kind), f"{where}.{key}"


def test_show_understands_a_file_on_the_spot_and_stores_nothing(
    scrutiny: Scrutiny, pack: Path, home: Home
) -> None:
    shown = scrutiny("show", pack, "--json")
    assert (shown.status, shown.err) == (0, "")
    assert_shape(shown.document, SHOW)
    assert shown.document["committee"] == COMMITTEE
    assert shown.document["meeting_date"] == MEETING.isoformat()
    assert [item["number"] for item in shown.document["agenda"]] == ["1", "2", "3", "4", "5"]
    (deadline,) = shown.document["question_deadlines"]
    assert (deadline["due"], deadline["applies_to"]) == ("2031-05-19T12:00", ["5"])
    assert not home.path.exists()


def test_an_imported_pack_is_shown_by_its_name_or_id_as_the_file_was(scrutiny: Scrutiny, pack: Path) -> None:
    on_the_spot = scrutiny("show", pack, "--json").document
    scrutiny("import", pack)
    for name in ("May pack.txt", "may pack", "1"):
        assert scrutiny("show", name, "--json").document == on_the_spot
    text = scrutiny("show", "1").out
    assert "3     5-8    Ada Stone" in text
    assert "Questions by 2031-05-19 12:00  items 5" in text


def test_import_tells_of_every_file_and_a_second_time_changes_nothing(scrutiny: Scrutiny, pack: Path) -> None:
    first = scrutiny("import", pack.parent, "--json")
    assert first.status == 0
    (file,) = first.document
    assert list(file) == ["source", "status", "committee", "meeting_date", "pages", "passages", "warnings"]
    assert (file["source"], file["status"], file["committee"]) == ("May pack.txt", "added", COMMITTEE)
    assert file["passages"] > 5
    (again,) = scrutiny("import", pack, "--json").document
    assert again == {**file, "status": "unchanged"}
    pack.write_text(PACK_TEXT.replace("eleven breaches", "twelve breaches"), encoding="utf-8")
    (newer,) = scrutiny("import", pack, "--json").document
    assert newer["status"] == "updated"
    assert len(scrutiny("search", "--json", "breaches").document) == 1


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
    for line, name in zip(lines, bad, strict=True):
        assert line.startswith("scrutiny: ")
        assert name in line
    refusals = [file["warnings"] for file in done.document if file["status"] == "refused"]
    assert all(len(warnings) == 1 and warnings[0]["code"] == "refused" for warnings in refusals)
    assert {hit["source"] for hit in scrutiny("search", "the", "--json").document} <= {"f May pack.txt"}


def test_search_gives_whole_passages_and_keeps_to_its_sides(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    hits = scrutiny("search", "--json", "promenade closed").document
    assert list(hits[0]) == [
        *("source", "meeting_date", "date", "kind", "ref", "heading"),
        *("page", "text", "score", "matched"),
    ]
    assert (hits[0]["kind"], hits[0]["ref"], hits[0]["date"]) == ("minute", "14.1", "2031-03-06")
    assert hits[0]["meeting_date"] == MEETING.isoformat()
    assert hits[0]["text"].endswith("had begun.")
    assert scrutiny("search", "promenade", "--before", "2031-03-06", "--json").document == []
    assert scrutiny("search", "promenade", "--after", "2031-03-05", "--json").document
    assert scrutiny("search", "promenade", "--committee", "harbour", "--json").document == []
    assert scrutiny("search", "sea walls", "--kind", "report", "--json").document[0]["kind"] == "report"
    assert len(scrutiny("search", "sea", "walls", "--limit", "2", "--json").document) == 2
    assert "Nothing found" in scrutiny("search", "xylophone").out
    assert scrutiny("search", "--json", '"unclosed AND (NEAR* [@click=x]').status == 0


def test_deadlines_are_listed_by_the_clock_that_was_set(
    scrutiny: Scrutiny, pack: Path, tmp_path: Path
) -> None:
    scrutiny("import", pack)
    (deadline,) = scrutiny("deadlines", "--json").document
    assert (deadline["due"], deadline["state"], deadline["origin"]) == (
        "2031-05-19T12:00",
        "today",
        "printed",
    )
    assert (deadline["committee"], deadline["meeting_date"]) == (COMMITTEE, "2031-05-22")
    assert "closes today 12:00" in scrutiny("deadlines").out
    later = scrutiny("--today", "2031-06-01", "deadlines", "--json")
    assert later.document == []
    (past,) = scrutiny("deadlines", "--today", "2031-06-01T10:00", "--all", "--json").document
    assert past["state"] == "closed"
    calendar = tmp_path / "deadlines.ics"
    assert scrutiny("deadlines", "--ics", calendar, "--json").document
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_questions_are_listed_and_exported(
    scrutiny: Scrutiny, home: Home, pack: Path, tmp_path: Path
) -> None:
    scrutiny("import", pack)
    assert scrutiny("questions", "--json").document == []
    empty = scrutiny("questions", "--export", tmp_path / "q.md")
    assert (empty.status, len(empty.err.splitlines())) == (1, 1)
    with_question(home, "Why are there eleven breaches?")
    (question,) = scrutiny("questions", "--json").document
    assert (question["state"], question["agenda_item"], question["words"]) == ("draft", "5", 5)
    assert question["deadline"] == "2031-05-19T12:00"
    assert "Why are there eleven breaches?" in scrutiny("questions").out
    for suffix in (".md", ".docx", ".eml", ".csv"):
        target = tmp_path / f"questions{suffix}"
        assert scrutiny("questions", "--export", target).status == 0
        assert target.stat().st_size > 0
    unknown = scrutiny("questions", "--export", tmp_path / "questions.xyz")
    assert unknown.status == 1
    assert ".docx" in unknown.err


def with_question(home: Home, text: str) -> None:
    store = GuardedStore.open(home.path)
    ref = MeetingRef(COMMITTEE, MEETING)
    about = "Peat Restoration Update"
    store.write_now(
        lambda db: desk.create_question(db, ref, NOW, text=text, item_number="5", item_title=about)
    )
    store.close()


def test_actions_are_listed(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    found = scrutiny("actions", "--json").document
    (action,) = [promise for promise in found if promise["owner"] == "AS"]
    assert (action["ref"], action["date"], action["state"]) == ("14.2", "2031-03-06", "open")
    assert "survey of the sea walls" in scrutiny("actions").out


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
    file_pack(store, a_pack(f"{hostile}.pdf", committee=hostile), some_pages([hostile]), [passage])
    store.close()
    for answer in (
        scrutiny("search", "promenade"),
        scrutiny("show", "1"),
        scrutiny("search", "promenade", "--json"),
    ):
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
    from scrutiny_tui.config import Settings, read_settings

    scrutiny("deadlines")
    assert "word_limit" in home.settings.read_text(encoding="utf-8")
    assert read_settings(home.settings) == Settings()
    every = [
        line.removeprefix("# ") for line in home.settings.read_text("utf-8").splitlines() if " = " in line
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
