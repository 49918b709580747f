"""`scrutiny register`: taken in, listed, decided and scheduled from the command line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.services.samples import Scrutiny

MAIL = """From: "Una Hill" <una@x.example>
Date: Mon, 19 May 2031 07:01:00 +0100
Subject: Question

Agenda item 5: why is the peat still wet?
"""


@pytest.fixture
def mail(tmp_path: Path, scrutiny: Scrutiny, pack: Path) -> Path:
    assert scrutiny("import", pack).status == 0
    path = tmp_path / "una.eml"
    path.write_text(MAIL, encoding="utf-8")
    return path


def test_a_question_goes_from_mail_to_schedule(scrutiny: Scrutiny, mail: Path, tmp_path: Path) -> None:
    added = scrutiny("register", "add", mail, "--json")
    (entry,) = added.document
    assert added.status == 0 and entry["new"]
    assert (entry["agenda_item"], entry["item_title"], entry["from"]) == (
        "5",
        "Peat Restoration Update",
        "Una Hill",
    )
    assert (entry["deadline"], entry["late"]) == ("2031-05-19T12:00", False)
    assert entry["received_at"].startswith("2031-05-19T09:1") and entry["claimed_at"] == "2031-05-19T07:01"
    assert "in the register already" in scrutiny("register", "add", mail).out
    listed = scrutiny("register", "list")
    assert "in time, 2 h" in listed.out and "why is the peat" in listed.out
    assert scrutiny("register", "accept", 1).status == 0
    target = tmp_path / "schedule.md"
    assert (
        "Wrote 1 question" in scrutiny("register", "schedule", "--out", target, "--meeting", "2031-05-22").err
    )
    assert "Peat Restoration Update" in target.read_text()
    assert scrutiny("register", "return", 1, "--ground", "too long").status == 0
    (entry,) = scrutiny("register", "list", "--json").document
    assert (entry["state"], entry["ground"]) == ("returned", "longer than the council allows")
    assert "note" not in entry and "address" not in entry


def test_pasted_text_is_taken_in(scrutiny: Scrutiny, mail: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Item 3: who mends the walls?"))
    (entry,) = scrutiny("register", "add", "-", "--json").document
    assert (entry["source"], entry["item_title"]) == ("pasted", "Sea Walls Survey")


def test_what_fails_says_so_in_one_line_and_the_rest_is_kept(
    scrutiny: Scrutiny, mail: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "no.pdf"
    bad.write_bytes(b"%PDF")
    answer = scrutiny("register", "add", bad, mail)
    assert answer.status == 1
    assert "no.pdf: the register takes" in answer.err and "in time" in answer.out
    assert scrutiny("register", "accept", 9).status == 1
    assert scrutiny("register", "return", 1).status == 2
    assert scrutiny("register", "add", mail, "--meeting", "1999-01-01").err.startswith("scrutiny: No meeting")
    assert "received after the deadline" in scrutiny("register", "grounds").out


def test_an_empty_register_says_what_to_do(scrutiny: Scrutiny) -> None:
    assert "scrutiny register add" in scrutiny("register", "list").out
    assert scrutiny("register", "list", "--json").document == []
    assert scrutiny("register", "schedule", "--out", "x.md").status == 1
