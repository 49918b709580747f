from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny_tui import originals
from scrutiny_tui.messages import OpenOriginal
from scrutiny_tui.originals import NotOpened, download_name, open_original
from tests.tui.driving import opened, see
from tests.tui.fakes import FakeServices

LINUX = pytest.mark.skipif(__import__("sys").platform != "linux", reason="the viewer is chosen by platform")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands started on a machine that has a display and every viewer."""
    commands: list[list[str]] = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: commands.append(command))
    return commands


@LINUX
def test_without_a_display_the_path_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    pack = tmp_path / "pack.pdf"
    pack.write_bytes(b"%PDF-")
    with pytest.raises(NotOpened, match=r"pack\.pdf"):
        open_original(pack)


@LINUX
def test_with_a_display_the_viewer_gets_the_path_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setattr(originals, "_usual_viewer", lambda: "some-viewer.desktop")
    pack = tmp_path / "$(touch gone); pack.pdf"
    pack.write_bytes(b"%PDF-")
    open_original(pack)
    assert started == [["/usr/bin/xdg-open", str(pack)]]


def test_a_browser_is_handed_a_name_that_no_sign_in_it_ends(tmp_path: Path) -> None:
    assert download_name(tmp_path / 'a "b"; x=1 é.pdf') == "a_b_x_1_.pdf"


async def test_in_a_browser_the_original_is_handed_over_and_no_viewer_opened(
    services: FakeServices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, handed = tmp_path / "pack.pdf", []
    pack.write_bytes(b"%PDF")
    document = replace(services.reading.opened.document, path=str(pack))
    async with opened(services) as pilot:
        app = pilot.app
        monkeypatch.setattr(type(app), "is_web", True)
        monkeypatch.setattr(app, "deliver_binary", lambda path, **named: handed.append((path, named)))
        app.screen.post_message(OpenOriginal(document, 3))
        await see(pilot, "turn to page 3 in it")
    assert handed == [(pack, {"save_filename": "pack.pdf"})]


def test_a_missing_original_says_what_is_kept(tmp_path: Path) -> None:
    with pytest.raises(NotOpened, match="Its text is still here"):
        open_original(tmp_path / "gone.pdf")


@LINUX
@pytest.mark.parametrize(
    ("viewer", "told"),
    [
        ("org.gnome.Evince.desktop", ["/usr/bin/evince", "--page-index=7", "{path}"]),
        ("okularApplication_pdf.desktop", ["/usr/bin/okular", "--page", "7", "{path}"]),
        ("firefox.desktop", ["/usr/bin/firefox", "{address}#page=7"]),
    ],
)
def test_a_known_viewer_is_told_the_page(
    viewer: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setattr(originals, "_usual_viewer", lambda: viewer)
    pack = tmp_path / "a pack #1.pdf"
    pack.write_bytes(b"%PDF-")
    assert open_original(pack, 7)
    address = pack.as_uri()
    assert "%231" in address
    assert started == [[part.format(path=pack, address=address) for part in told]]


@LINUX
def test_a_paper_that_is_no_pdf_and_an_unknown_viewer_are_opened_without_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[list[str]]
) -> None:
    monkeypatch.setattr(originals, "_usual_viewer", lambda: "evince.desktop")
    pack = tmp_path / "pack.docx"
    pack.write_bytes(b"PK")
    assert not open_original(pack, 7)
    assert started == [["/usr/bin/xdg-open", str(pack)]]
