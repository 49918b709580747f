"""The command line as scripts meet it: what is printed where, and in which shape."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from scrutiny_tui.paths import Home
from tests.services.samples import COMMITTEE, MEETING, PACK_TEXT, Scrutiny, with_question

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
    "question_deadlines": {
        **{"text": str, "due": str, "applies_to": list, "source": str, "page": int},
        **{"tier": str, "safe": (str, type(None))},
    },
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
    keys = ["source", "status", "committee", "meeting_date", "pages", "passages", "warnings", "kind"]
    assert list(file) == keys
    assert (file["source"], file["status"], file["committee"]) == ("May pack.txt", "added", COMMITTEE)
    assert file["passages"] > 5
    (again,) = scrutiny("import", pack, "--json").document
    assert again == {**file, "status": "unchanged"}
    pack.write_text(PACK_TEXT.replace("eleven breaches", "twelve breaches"), encoding="utf-8")
    (newer,) = scrutiny("import", pack, "--json").document
    assert newer["status"] == "updated"
    assert len(scrutiny("search", "--json", "breaches").document) == 1


def test_search_gives_whole_passages_and_keeps_to_its_sides(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    hits = scrutiny("search", "--json", "promenade closed").document
    assert list(hits[0]) == [
        *("source", "meeting_date", "date", "kind", "ref", "heading"),
        *("page", "text", "score", "matched", "amended"),
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


def test_actions_are_listed(scrutiny: Scrutiny, pack: Path) -> None:
    scrutiny("import", pack)
    found = scrutiny("actions", "--json").document
    (action,) = [promise for promise in found if promise["owner"] == "AS"]
    assert (action["ref"], action["date"], action["state"]) == ("14.2", "2031-03-06", "open")
    assert "survey of the sea walls" in scrutiny("actions").out


def test_the_demo_is_imported_into_a_home_of_its_own(scrutiny: Scrutiny, home: Home) -> None:
    from scrutiny_tui.demo import PACKS

    packs = [path for path in PACKS.rglob("*") if path.suffix in (".pdf", ".txt")]
    assert packs
    done = scrutiny("demo", "--no-app")
    assert (done.status, done.out) == (0, "")
    assert str(home.demo.path) in done.err
    assert not home.library.exists()
    imported = scrutiny("import", PACKS, "--home", home.demo.path, "--json").document
    assert {file["status"] for file in imported} == {"unchanged"}


def test_a_backup_holds_what_the_member_wrote(scrutiny: Scrutiny, home: Home, tmp_path: Path) -> None:
    scrutiny("deadlines")
    with_question(home, "Why?")
    for arguments, folder in (((), home.backups), ((tmp_path / "stick",), tmp_path / "stick")):
        done = scrutiny("backup", *arguments)
        assert done.status == 0
        copy = Path(done.out.strip())
        assert copy.parent == folder
        restored = Home(tmp_path / f"restored {folder.name}")
        restored.path.mkdir()
        shutil.copy(copy, restored.desk)
        (question,) = scrutiny("questions", "--json", "--home", restored.path).document
        assert question["text"] == "Why?"
