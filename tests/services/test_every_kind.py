"""Papers of every kind in the library: folders, archives, supplements, twins, links, exempt pages."""

from __future__ import annotations

import os
import threading
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest

from db import library
from db.store import Store
from imports.errors import Refused
from imports.processes import unpacking
from scrutiny_tui.paths import Home
from scrutiny_tui.services import fetching
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.errors import NotThere
from scrutiny_tui.services.fetching import FetchFailed, fetched
from scrutiny_tui.services.models.importing import ImportedFile
from scrutiny_tui.wiring import Services, open_services
from tests.importers import web

AGENDA = ("Coast Scrutiny Committee", "Thursday 26 May 2033 at 10.00 am", "Quay House, Saltby", "AGENDA")
WALLS = "The survey found eleven breaches in the sea walls between the harbour and the old lighthouse. "
PEAT = "The peat of the moor was restored by volunteers over forty days with two diggers and a mule. "
SECRET = "The rent of the harbour is nine pounds a fathom and the tenant is Mr Barnacle. "
FILES = (
    "Agenda front sheet.docx",
    "Item 2 - Survey.docx",
    "Peat Restoration Update.docx",
    "Harbour lease terms.docx",
    "Sea Walls Survey map.docx",
)
EXEMPT = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"


def word(path: Path, *paragraphs: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    paper.save(str(path))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting's papers, a file each."""
    place = tmp_path / "papers"
    items = ("1. Apologies", "2. Sea Walls Survey", "3. Peat Restoration Update", "4. Harbour Lease Terms")
    word(place / "Agenda front sheet.docx", *AGENDA, *items)
    head = ("Report of the Director of Coast", "Recommendations", "That the committee notes the report.")
    word(place / "Item 2 - Survey.docx", "Sea walls", *head, WALLS * 4)
    word(place / "Peat Restoration Update.docx", "Peat", *head, PEAT * 4)
    word(place / "Harbour lease terms.docx", EXEMPT, "Harbour lease terms", *head, SECRET * 4)
    word(place / "Sea Walls Survey map.docx", "North wall: 12. South wall: 9.")
    return place


@pytest.fixture
async def services(tmp_path: Path) -> AsyncIterator[Services]:
    opened = open_services(Home(tmp_path / "home"), Clock())
    yield opened
    opened.close()


async def take_in(services: Services, *paths: Path, again: bool = False) -> dict[str, ImportedFile]:
    events = [event async for event in services.importer.import_paths(paths, again=again)]
    return {event.source: event for event in events if isinstance(event, ImportedFile)}


async def papers(services: Services, day: date = date(2033, 5, 26)) -> dict[str | None, list[str]]:
    """The files that each item of the meeting opens."""
    (one,) = [meeting for meeting in await services.store.read(library.meetings) if meeting.date == day]
    detail = await services.meetings.meeting(one.id)
    return {item.item.number: [paper.document.source for paper in item.papers] for item in detail.items}


async def test_a_folder_of_papers_is_one_meeting(services: Services, folder: Path) -> None:
    files = await take_in(services, folder)
    assert {file.status for file in files.values()} == {"added"}
    assert {file.meeting_date for file in files.values()} == {date(2033, 5, 26)}
    assert "an agenda in Word" in files["Agenda front sheet.docx"].text
    assert await papers(services) == {
        "1": [],
        "2": ["Item 2 - Survey.docx", "Sea Walls Survey map.docx"],
        "3": ["Peat Restoration Update.docx"],
        "4": ["Harbour lease terms.docx"],
    }
    assert len(await services.store.read(library.meetings)) == 1


async def test_an_archive_is_as_its_folder_and_leaves_nothing_behind(
    services: Services, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in FILES:
            packed.write(folder / name, name)
    files = await take_in(services, archive)
    assert {file.status for file in files.values()} == {"added"}
    assert files["Item 2 - Survey.docx"].path == archive / "Item 2 - Survey.docx"
    assert (await papers(services))["2"] == ["Item 2 - Survey.docx", "Sea Walls Survey map.docx"]
    assert not any(temporary.iterdir())
    kept = {one.source: Path(one.path) for one in await services.store.read(library.documents)}
    for name, path in kept.items():
        assert path.is_relative_to(services.home.papers) and path.stat().st_mode & 0o077 == 0
        assert path.read_bytes() == (folder / name).read_bytes()


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "..\\out.txt", "c:/out.txt"]
)
def test_an_archive_writes_nowhere_else(tmp_path: Path, name: str) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(name, "out")
    with pytest.raises(Refused):
        unpacking.unpack(archive, tmp_path / "inside")
    assert not list(tmp_path.rglob("out.txt"))


def test_names_no_file_can_have_are_made_to_fit(tmp_path: Path) -> None:
    archive = tmp_path / "papers.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in (".", "At 10:00.txt", f"{'long ' * 60}one.txt", f"{'long ' * 60}two.txt"):
            packed.writestr(name, "in")
    unpacking.unpack(archive, tmp_path / "inside")
    names = sorted(path.name for path in (tmp_path / "inside").iterdir())
    assert names[0] == "At 10-00.txt" and len(names) == 3
    assert all(name.endswith(".txt") and len(name) < 99 for name in names)


def test_an_archive_that_grows_too_large_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "LARGEST_FILE", 1000)
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", "0" * 5000)
    (tmp_path / "inside").mkdir()
    with pytest.raises(Refused) as refused:
        unpacking.unpack(archive, tmp_path / "inside")
    assert refused.value.code == "too-large"


async def test_the_same_report_is_found_once(services: Services, folder: Path) -> None:
    whole = folder.parent / "pack.txt"
    items = "\n\n".join(("1. Apologies", "2. Sea Walls Survey", "3. Peat Restoration Update"))
    report = "Coast Scrutiny Committee\nReport title: Sea Walls Survey\n\n" + "\n".join(
        (WALLS + f"Breach {n} is {n} yards wide and {n * 3} deep.") for n in range(12)
    )
    whole.write_text("\n\n".join(AGENDA) + f"\n\n{items}\n\fAgenda Item 2\n{report}\n", encoding="utf-8")
    alone = folder.parent / "Sea Walls Survey.txt"
    alone.write_text(report + "\nRecommendations\nReport of the officers of the council", encoding="utf-8")
    await take_in(services, whole, alone)
    hits = await services.search.find("breach yards lighthouse")
    assert {hit.passage.source for hit in hits} == {"pack.txt"}
    (one,) = await services.store.read(library.meetings)
    detail = await services.meetings.meeting(one.id)
    (paper,) = detail.items[1].papers
    assert (paper.document.source, paper.also_in) == ("pack.txt", ("Sea Walls Survey.txt",))


async def test_exempt_pages_go_and_stay_gone(services: Services, folder: Path) -> None:
    from scrutiny_tui.services.purging import Purging

    await take_in(services, folder)
    lease = folder / "Harbour lease terms.docx"
    before = lease.read_bytes()
    assert await services.search.find("Barnacle")
    filed = next(one for one in await services.store.read(library.documents) if one.source == lease.name)
    of = (await services.reading.open(filed.id)).meeting
    await services.reading.annotate(filed, of, 1, None, "Barnacle", "")
    await services.reading.annotate(replace(filed, sha256="0" * 64), of, 2, None, "Barnacles before", "")
    purging = Purging(services.store, services.clock)
    (paper,) = await purging.purge()
    assert (paper.source, [page.page for page in paper.pages]) == (lease.name, [1])
    for again in (False, True):
        assert not await services.search.find("Barnacle")
        assert "Barnacle" not in await said_of(services.store)
        await take_in(services, lease, again=again)
        left = await services.reading.notes_of(of.id)
        assert [note.public for note in left] == [False, False]
    assert lease.read_bytes() == before
    assert await purging.exempt() == ()


async def test_a_fetched_paper_opens_from_its_original_until_it_is_purged(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scrutiny_tui.services.attaching import Attaching
    from scrutiny_tui.services.purging import Purging

    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(Server, "lease", word(tmp_path / "lease.docx", EXEMPT, SECRET).read_bytes())
    with serving() as address:
        page = tmp_path / "page.html"
        there = f"{address}/documents/s12/Sea%20Walls.docx"
        page.write_text(web.AGENDA.replace("documents/s12/Sea%20Walls.pdf", there), encoding="utf-8")
        await take_in(services, page)
        attaching = Attaching(services.store, services.importer)
        meeting = await attaching.meeting("2033-05-26")
        link = next(one for one in await attaching.links(meeting) if one.url.startswith(address))
        await attaching.fetch(meeting, link)
        (filed,) = [one for one in await services.store.read(library.documents) if one.source != page.name]
        original, papers = tmp_path / filed.path, services.home.papers
        assert original.read_bytes() == Server.lease
        stray = papers / "0" / "an older one.docx"
        stray.parent.mkdir()
        stray.write_bytes(Server.lease)
        os.utime(stray, (0, 0))
        await Purging(services.store, services.clock, papers).purge()
        assert page.exists() and not list(papers.iterdir())
        await attaching.fetch(meeting, link)
        assert not list(papers.iterdir())


async def said_of(store: Store) -> str:
    """All the library holds of all papers."""

    def work(db: object) -> str:
        found = library.documents(db)  # type: ignore[arg-type]
        pages = [page.blocks for one in found for page in library.pages(db, one.id)]  # type: ignore[arg-type]
        return " ".join([*(one.understood for one in found), *pages])

    return await store.read(work)


async def test_a_paper_is_attached_and_stays_attached(services: Services, tmp_path: Path) -> None:
    from scrutiny_tui.services.attaching import Attaching

    page = tmp_path / "page.html"
    page.write_text(web.AGENDA, encoding="utf-8")
    await take_in(services, page)
    attaching = Attaching(services.store, services.importer)
    meeting = await attaching.meeting("2033-05-26")
    assert [link.title for link in await attaching.links(meeting)] == ["Sea Walls Survey", "Appendix 1 - Map"]
    paper = word(tmp_path / "s12.docx", "Figures of the walls", WALLS * 3)
    await attaching.attach(meeting, "Sea Walls Survey", paper)
    assert (await papers(services))["2"] == ["s12.docx"]
    assert [link.title for link in await attaching.links(meeting)] == ["Appendix 1 - Map"]
    await take_in(services, paper, again=True)
    assert (await papers(services))["2"] == ["s12.docx"]
    paper = word(tmp_path / "s12.docx", "Figures of the walls", WALLS * 3, _figures("brick"))
    await attaching.attach(meeting, "Sea Walls Survey", paper)
    other = word(tmp_path / "map" / "s12.docx", "Figures of the walls", _figures("granite"))
    assert "items" not in (await attaching.attach(meeting, "Appendix 1 - Map", other)).text
    item = (await services.meetings.meeting(meeting.id)).items[2]
    assert [one.title for one in item.papers] == ["Sea Walls Survey", "Appendix 1 - Map"]
    with pytest.raises(NotThere):
        await attaching.attach(meeting, "Fostering", paper)


async def test_a_paper_of_no_item_is_the_meetings_all_the_same(
    services: Services, folder: Path, tmp_path: Path
) -> None:
    head = ("Report of the Director of Coast", "Recommendations", "That the committee notes the report.")
    word(folder / "Lighthouse.docx", "Lighthouse lamps", *head, "The lamps were counted twice. " * 9)
    files = await take_in(services, folder)
    meeting = files["Lighthouse.docx"].meeting_id
    assert meeting is not None and meeting == files["Agenda front sheet.docx"].meeting_id
    detail = await services.meetings.meeting(meeting)
    assert [one.source for one in detail.loose] == ["Lighthouse.docx"]


def _figures(stone: str) -> str:
    return " ".join(f"{stone} {at}" for at in range(40))


async def test_a_supplement_goes_to_its_meeting_and_says_when_it_came(
    services: Services, folder: Path, tmp_path: Path
) -> None:
    await take_in(services, folder)
    later = word(
        tmp_path / "later" / "Supplement 1.docx",
        "Supplementary agenda",
        "Coast Scrutiny Committee",
        "Thursday 26 May 2033 at 10.00 am",
        "Report title: Peat Restoration Update",
        "Report of the Director of Moors",
        "Recommendations",
        "That the committee notes the later figures.",
        "The peat burned again on Sunday. " * 6,
    )
    files = await take_in(services, later)
    assert files["Supplement 1.docx"].kind == "supplement"
    (one,) = await services.store.read(library.meetings)
    detail = await services.meetings.meeting(one.id)
    first, second = detail.items[2].papers
    assert (first.document.source, second.document.source) == (later.name, "Peat Restoration Update.docx")
    assert first.note.startswith("supplement, first seen ")
    assert ", changed: page 1" in first.note
    assert second.note == "replaced by Supplement 1.docx"


class Server(BaseHTTPRequestHandler):
    """A council's server: papers, a redirect, and answers no paper has."""

    lease = b""

    def do_GET(self) -> None:
        """Answer by the path."""
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/paper.pdf")
            self.end_headers()
            return
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/passwd")
            self.end_headers()
            return
        if self.path == "/round":
            self.send_response(302)
            self.send_header("Location", "/round")
            self.end_headers()
            return
        if self.path == "/astray":
            self.send_response(302)
            self.send_header("Location", "//[")
            self.end_headers()
            return
        if self.path == "/login.pdf":
            self.send_response(200)
            self.send_header("Content-Type", "application/pdf")
            self.end_headers()
            self.wfile.write(b"\n<!DOCTYPE html><title>Log in</title>")
            return
        if self.path.startswith("/documents/"):
            self.send_response(200)
            self.send_header("Content-Type", "application/octet-stream")
            self.end_headers()
            self.wfile.write(self.lease)
            return
        known = {"/paper.pdf": "application/pdf", "/film.mp4": "video/mp4", "/long": "application/pdf"}
        self.send_response(200 if self.path in known else 404)
        self.send_header("Content-Type", known.get(self.path, "text/html"))
        if self.path == "/long":
            self.send_header("Content-Disposition", f"attachment; filename*=UTF-8''{'%E0%B8%81' * 150}.pdf")
        self.end_headers()
        self.wfile.write(b"%PDF-1.4 " + b"x" * 3000)

    def log_message(self, *_: object) -> None:
        """Keep still."""


@contextmanager
def serving() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


async def test_a_paper_is_fetched_over_a_redirect_and_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as address:
        async with fetched(f"{address}/moved") as got:
            assert got.redirects == (f"{address}/paper.pdf",)
            assert got.path.name == "paper.pdf"
            assert got.path.read_bytes().startswith(b"%PDF-")
            assert got.path.stat().st_mode & 0o077 == 0
        assert not got.path.parent.exists()


async def test_a_name_longer_than_the_system_allows_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as address:
        async with fetched(f"{address}/long") as got:
            assert got.path.suffix == ".pdf" and got.path.is_file()


async def test_where_it_cannot_be_kept_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with serving() as address, pytest.raises(FetchFailed, match="could not be kept"):
        async with fetched(f"{address}/paper.pdf"):
            pass


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/away", "no address of the web"),
        ("/astray", "no address"),
        ("/round", "on and on"),
        ("/film.mp4", "no paper"),
        ("/none", "answered 404"),
        ("/paper.pdf", "larger than"),
        ("/login.pdf", "a web page instead of the paper"),
    ],
)
async def test_what_is_no_paper_is_not_kept(monkeypatch: pytest.MonkeyPatch, path: str, said: str) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as address, pytest.raises(FetchFailed) as failed:
        async with fetched(f"{address}{path}", largest=1000):
            pass
    assert said in str(failed.value)


@pytest.mark.parametrize(
    "to", ["http://127.0.0.1/a", "//10.0.0.7/a", "http://[::1]:80/a", "http://localhost/a"]
)
def test_a_server_of_the_web_sends_nobody_into_a_private_network(to: str) -> None:
    with pytest.raises(FetchFailed, match="no public place"):
        fetching._address("http://council.example/a", to)
    assert fetching._address("http://127.0.0.1:80/b", "http://127.0.0.1/a") == "http://127.0.0.1/a"
    assert fetching._address("http://council.example/a", "/b") == "http://council.example/b"


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://d.example/a", "paper.pdf", "http://u:p@d.example/"]
)
async def test_other_addresses_are_not_asked_for(url: str) -> None:
    with pytest.raises(FetchFailed):
        async with fetched(url):
            pass
