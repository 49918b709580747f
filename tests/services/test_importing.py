from __future__ import annotations

import asyncio
import os
import sqlite3
from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from db import desk
from db.library import documents, passages_of_document
from db.models.questions import MeetingRef
from db.store import Store
from scrutiny_tui.paths import Home
from scrutiny_tui.services.child import Bounds
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import ImportFailed
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.models.importing import ImportedFile, ImportEvent, ImportProgress
from scrutiny_tui.services.reading import Reading
from scrutiny_tui.services.understanding import understand
from tests.services.samples import MEETING


@pytest.fixture
def importer(store: Store, clock: Clock, reader: str) -> Importer:
    return Importer(store, clock, worker=reader)


def write(folder: Path, name: str, text: str = "Moorland pack") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


async def run(importer: Importer, *paths: Path) -> tuple[list[ImportedFile], list[ImportProgress]]:
    events: list[ImportEvent] = [event async for event in importer.import_paths(paths)]
    return (
        [event for event in events if isinstance(event, ImportedFile)],
        [event for event in events if isinstance(event, ImportProgress)],
    )


async def test_a_file_is_added_with_what_was_understood(
    importer: Importer, store: Store, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt", "Moorland sea walls pack")
    (file,), progress = await run(importer, path)
    assert (file.status, file.committee, file.meeting_date) == ("added", "Moorland", MEETING)
    assert (file.pages, file.passages, file.items) == (1, 1, 1)
    assert [event.stage for event in progress] == ["opening", "reading"]
    (document,) = await store.read(documents)
    assert document.path == str(path)
    (passage,) = await store.read(lambda db: passages_of_document(db, document.id))
    assert passage.text == "Moorland sea walls pack"


async def test_the_same_file_is_unchanged_and_not_read_again(
    importer: Importer, store: Store, clock: Clock, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt")
    await run(importer, path)
    no_reader = Importer(store, clock, worker="there_is_no_such_reader")
    (file,), progress = await run(no_reader, path)
    assert (file.status, file.committee, file.passages) == ("unchanged", "Moorland", 1)
    assert [event.stage for event in progress] == ["opening"]
    assert len(await store.read(documents)) == 1


async def test_asked_to_it_reads_a_known_file_again(importer: Importer, store: Store, tmp_path: Path) -> None:
    path = write(tmp_path, "may.txt")
    await run(importer, path)
    events = [event async for event in importer.import_paths([path], again=True)]
    assert isinstance(events[-1], ImportedFile)
    assert events[-1].status == "updated"
    assert len(await store.read(documents)) == 1


async def test_what_another_version_stored_is_read_again(
    importer: Importer, store: Store, home: Home, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt")
    await run(importer, path)
    conn = sqlite3.connect(home.library, isolation_level=None)
    conn.execute("UPDATE document SET understood = '{}'")
    conn.close()
    (file,), _ = await run(importer, path)
    assert file.status == "updated"


async def test_a_newer_version_takes_the_place_of_the_old_and_the_desk_is_kept(
    importer: Importer, store: Store, clock: Clock, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt", "Moorland sea walls pack")
    await run(importer, path)
    reading = Reading(store, clock)
    (old,) = await store.read(documents)
    opened = await reading.open(old.id)
    note = await reading.annotate(old, opened.meeting, 1, 1, "sea walls", "ask about this")
    await reading.remember_place(old, 1, 1)
    ref = MeetingRef("Moorland", MEETING)
    question = await store.write(lambda db: desk.create_question(db, ref, clock.now(), text="Why?"))
    path.write_text("Moorland new foreword, then sea walls pack", encoding="utf-8")
    (file,), _ = await run(importer, path)
    assert file.status == "updated"
    (new,) = await store.read(documents)
    assert new.sha256 != old.sha256
    assert [kept.id for kept in await reading.notes(new)] == [note.id]
    assert (await reading.open(new.id)).place == (1, 1)
    assert [kept.id for kept in await store.read(lambda db: desk.questions(db, ref))] == [question.id]


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("crash", "stopped early (MemoryError: no room)"),
        ("killed", "more time or memory"),
        ("noise", "answer was not understood"),
        ("refuse", "holds pictures only; ask the clerk"),
        ("changed", "changed while it was read"),
    ],
)
async def test_a_file_that_fails_leaves_nothing_and_the_rest_is_taken_in(
    importer: Importer, store: Store, tmp_path: Path, order: str, said: str
) -> None:
    bad = write(tmp_path / "packs", "a.txt", f"Moorland {order}")
    write(tmp_path / "packs", "b.txt", "Coastal pack")
    files, _ = await run(importer, tmp_path / "packs")
    assert [file.status for file in files] == ["refused", "added"]
    assert files[0].path == bad
    assert said in files[0].text
    assert "\n" not in files[0].text
    assert [document.source for document in await store.read(documents)] == ["b.txt"]


@pytest.mark.parametrize(
    ("order", "bounds", "said"),
    [
        ("hang", Bounds(silence=0.2), "took too long"),
        ("hang", Bounds(overall=0, per_megabyte=0), "took too long"),
        ("flood", Bounds(line=65536, answer=100_000), "more than any pack"),
        ("long", Bounds(line=65536), "more than any pack"),
    ],
)
async def test_a_reader_out_of_bounds_is_stopped(
    store: Store, clock: Clock, reader: str, tmp_path: Path, order: str, bounds: Bounds, said: str
) -> None:
    path = write(tmp_path, "may.txt", f"Moorland {order}")
    files, _ = await run(Importer(store, clock, bounds, reader), path)
    assert [file.status for file in files] == ["refused"]
    assert said in files[0].text
    assert await store.read(documents) == ()


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_closing_an_import_ends_its_reader_and_stores_nothing(
    importer: Importer, store: Store, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt", "Moorland hang")
    pid = 0
    async with aclosing(importer.import_paths([path])) as events:
        async for event in events:
            if isinstance(event, ImportProgress) and event.stage == "reading":
                pid = event.done
                break
    assert pid
    assert not is_alive(pid)
    assert await store.read(documents) == ()


@pytest.mark.parametrize("order", ["hang", "flood"])
async def test_cancelling_the_task_ends_the_reader_and_keeps_what_was_whole(
    importer: Importer, store: Store, tmp_path: Path, order: str
) -> None:
    done = write(tmp_path, "a.txt", "Moorland pack")
    stuck = write(tmp_path, "b.txt", f"Moorland {order}")
    reading: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    async def consume() -> None:
        async for event in importer.import_paths([done, stuck]):
            begun = isinstance(event, ImportProgress) and event.source == "b.txt" and event.done
            if begun and not reading.done():
                reading.set_result(begun)

    task = asyncio.create_task(consume())
    both: list[asyncio.Future[Any]] = [task, reading]
    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    assert reading.done(), "the reader never began"
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not is_alive(reading.result())
    assert [document.source for document in await store.read(documents)] == ["a.txt"]


async def test_folders_are_walked_by_name_and_other_files_named_once(
    importer: Importer, tmp_path: Path
) -> None:
    folder = tmp_path / "packs"
    for name in ("b.txt", "a/z.TXT", ".hidden.txt", ".git/c.txt", "x.jpg", "y.doc", "z.csv", "w.rar"):
        write(folder, name, f"{name} pack")
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    files, progress = await run(importer, folder, folder / "b.txt")
    assert [file.source for file in files] == ["b.txt", "z.TXT"]
    (left_out,) = [event for event in progress if not event.source]
    assert left_out.stage == "left out, being no papers by their names: w.rar, x.jpg, y.doc and 1 more"
    assert all(event.files == 2 for event in progress)


async def test_a_text_beside_the_pdf_of_the_same_pack_changes_nothing(
    importer: Importer, store: Store, tmp_path: Path
) -> None:
    pdf = write(tmp_path, "May 10.00.PDF", "Moorland pdf pack")
    text = write(tmp_path, "May 10.00.txt", "Moorland text pack")
    for statuses in (["added", "unchanged"], ["unchanged", "unchanged"]):
        files, _ = await run(importer, text, pdf)
        assert [file.path for file in files] == [pdf, text]
        assert [file.status for file in files] == statuses
    assert [document.source for document in await store.read(documents)] == ["May 10.00.PDF"]
    pdf.write_text("Moorland refuse", encoding="utf-8")
    files, _ = await run(importer, text, pdf)
    assert [file.status for file in files] == ["refused", "updated"]


async def test_what_is_no_file_is_refused_in_one_sentence_each(importer: Importer, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    fifo = tmp_path / "pipe"
    os.mkfifo(fifo)
    files, _ = await run(importer, tmp_path / "nope.pdf", tmp_path / "empty", fifo)
    assert [file.status for file in files] == ["refused"] * 3
    for file, words in zip(
        files, ("is not there", "No paper that can be read", "neither a file nor a folder"), strict=True
    ):
        assert words in file.text


async def test_a_locked_library_is_said_in_one_sentence_and_nothing_is_half_stored(
    clock: Clock, reader: str, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scrutiny_tui.services.guarding import GuardedStore

    monkeypatch.setattr("db.connection.BUSY_MILLISECONDS", 1)
    store = GuardedStore.open(home.path)
    path = write(tmp_path, "may.txt")
    other = sqlite3.connect(home.library, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        files, _ = await run(Importer(store, clock, worker=reader), path)
        assert files[0].status == "refused"
        assert "in use by another program" in files[0].text
        other.execute("ROLLBACK")
        files, _ = await run(Importer(store, clock, worker=reader), path)
        assert files[0].status == "added"
    finally:
        other.close()
        store.close()


async def test_a_file_is_understood_on_the_spot(reader: str, tmp_path: Path) -> None:
    pack = await understand(write(tmp_path, "may.txt"), worker=reader)
    assert (pack.committee, pack.page_count) == ("Moorland", 1)
    with pytest.raises(ImportFailed, match="is not there"):
        await understand(tmp_path / "nope.txt", worker=reader)


async def test_two_programs_that_import_the_same_file_at_once_file_it_once(
    importer: Importer, store: Store, home: Home, clock: Clock, reader: str, tmp_path: Path
) -> None:
    path = write(tmp_path, "may.txt")
    other_store = Store.open(home.path)
    try:
        other = Importer(other_store, clock, worker=reader)
        both = await asyncio.gather(run(importer, path), run(other, path))
        assert sorted(file.status for (file,), _ in both) == ["added", "unchanged"]
        assert len({file.meeting_id for (file,), _ in both}) == 1
        (document,) = await store.read(documents)
        assert len(await store.read(lambda db: passages_of_document(db, document.id))) == 1
        assert {file.passages for (file,), _ in both} == {1}
    finally:
        other_store.close()


async def test_the_reader_sees_next_to_nothing_of_the_environment(
    store: Store, clock: Clock, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_THE_SHELL", "hunter2")
    telling = (
        'import os, sys\nprint(sorted(os.environ), file=sys.stderr)\nsys.exit(" ".join(sorted(os.environ)))\n'
    )
    (tmp_path / "reader" / "telling_reader.py").write_text(telling, encoding="utf-8")
    files, _ = await run(Importer(store, clock, worker="telling_reader"), write(tmp_path, "may.txt"))
    assert "PYTHONPATH" in files[0].text
    assert "SECRET_OF_THE_SHELL" not in files[0].text
