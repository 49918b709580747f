"""Locked papers: asked for once, opened, and the password kept nowhere."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from db.store import Store
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.models.importing import ImportedFile
from scrutiny_tui.services.passwords import Passwords
from tests.importers import pdfs
from tests.services.samples import Scrutiny

SECRET = "open sesame, please "


class Person:
    """Gives these answers, and remembers what was asked."""

    def __init__(self, *answers: str | None) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, bool]] = []

    async def __call__(self, name: str, wrong: bool) -> str | None:
        self.asked.append((name, wrong))
        return self.answers.pop(0)


def locked(path: Path, password: str = SECRET) -> Path:
    return pdfs.draw(path, pdfs.front_sheet, password=password)


async def take_in(store: Store, passwords: Passwords, *paths: Path) -> list[ImportedFile]:
    events = Importer(store, Clock()).import_paths(paths, passwords=passwords)
    return [event async for event in events if isinstance(event, ImportedFile)]


async def test_a_password_is_asked_for_once_and_opens_what_follows(store: Store, tmp_path: Path) -> None:
    one, two = locked(tmp_path / "one.pdf"), locked(tmp_path / "two.pdf")
    person = Person("wrong", SECRET)
    files = await take_in(store, Passwords(person), one, two)
    assert all(file.status != "refused" for file in files)
    assert person.asked == [("one.pdf", False), ("one.pdf", True)]


@pytest.mark.parametrize("answers", [(None,), ("",), ("a", "b", "c")])
async def test_a_paper_stays_locked_where_nobody_knows(
    store: Store, tmp_path: Path, answers: tuple[str | None, ...]
) -> None:
    person = Person(*answers)
    (file,) = await take_in(store, Passwords(person), locked(tmp_path / "one.pdf"))
    assert (file.status, file.refusal) == ("refused", "encrypted")
    assert len(person.asked) == len(answers)
    assert "password" in file.text


async def test_the_password_is_no_argument_and_no_variable_of_the_child(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[object, ...]] = []
    start = subprocess.Popen

    def watch(*arguments: Any, **more: Any) -> Any:
        started.append((arguments, more.get("env")))
        return start(*arguments, **more)

    monkeypatch.setattr(subprocess, "Popen", watch)
    (file,) = await take_in(store, Passwords(known=SECRET), locked(tmp_path / "one.pdf"))
    assert file.status == "added"
    assert started
    assert SECRET not in str(started)
    home = await store.read(lambda db: Path(str(db.execute("PRAGMA database_list").fetchone()[2])).parent)
    assert all(SECRET.encode() not in path.read_bytes() for path in home.iterdir() if path.is_file())


async def test_a_file_that_is_not_locked_never_asks(store: Store, tmp_path: Path) -> None:
    person = Person()
    (file,) = await take_in(store, Passwords(person), pdfs.draw(tmp_path / "open.pdf", pdfs.front_sheet))
    assert file.status == "added"
    assert person.asked == []


async def test_a_locked_file_with_an_empty_password_opens_by_itself(store: Store, tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "printing forbidden.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("", ownerPassword="owner", canPrint=0))
    pdfs.front_sheet(canvas)
    canvas.save()
    person = Person()
    (file,) = await take_in(store, Passwords(person), path)
    assert (file.status, person.asked) == ("added", [])


def test_the_command_takes_it_from_the_environment(
    scrutiny: Scrutiny, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = locked(tmp_path / "locked.pdf")
    refused = scrutiny("import", path, "--json")
    assert refused.status == 1 and "needs a password" in refused.err
    monkeypatch.setitem(os.environ, "SCRUTINY_PASSWORD", SECRET)
    done = scrutiny("import", path, "--password", "--json")
    assert (done.status, done.document[0]["status"]) == (0, "added")
