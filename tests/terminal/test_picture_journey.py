"""Pages as they look, in pseudo-terminals that answer as Kitty, a Sixel terminal and tmux do."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import sys
import termios
import time
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.bench.kill import Typist, run
from tests.services.shown_pictures import Kitty, difference, sixels

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="terminal: needs a pseudo-terminal"),
]
WIDE, HIGH = 9, 18
ANSWERS = {
    "sixel": {b"\x1b[c": b"\x1b[?62;4;22c"},
    "kitty": {
        b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\": b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[>q": b"\x1bP>|kitty(0.41.1)\x1b\\",
        b"\x1b[c": b"\x1b[?62;52;c",
    },
    "old kitty": {
        b"\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\": b"\x1b_Gi=31;OK\x1b\\",
        b"\x1b[>q": b"\x1bP>|kitty(0.26.5)\x1b\\",
        b"\x1b[c": b"\x1b[?62;c",
    },
    "tmux": {b"\x1b[c": b"\x1b[?1;2c"},
    "silent": {},
}
"""By terminal: what it says to what it is asked."""


class Answering(Typist):
    """The app in a terminal that answers.

    Attributes:
        answers: what it says to what it is asked.
        all: everything it was sent.
    """

    answers: dict[bytes, bytes]
    all = b""

    def hear(self, seconds: float) -> None:
        """Take what the app prints for a while, and answer what it asks."""
        before = self.said
        super().hear(seconds)
        fresh = self.said[len(before) :]
        self.all += fresh
        for question, answer in self.answers.items():
            if question in fresh:
                os.write(self.master, answer)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting whose pack has an agenda and two pages to look at."""
    folder = tmp_path_factory.mktemp("pictures")
    canvas = Canvas(str(folder / "pack.pdf"), pagesize=(400, 400))
    for number, line in enumerate(("Harbour Scrutiny Committee", "Thursday 7 May 2026", "AGENDA",
                                   "1. Apologies for absence", "2. The new quay (Pages 2 - 3)")):  # fmt: skip
        canvas.drawString(40, 360 - 30 * number, line)
    for colour in ((1, 0, 0), (0, 0, 1)):
        canvas.showPage()
        canvas.setFillColorRGB(*colour)
        canvas.rect(0, 200, 200, 200, stroke=0, fill=1)
        canvas.drawString(40, 100, "The quay as drawn")
    canvas.save()
    run(folder / "home", folder, "import", str(folder / "pack.pdf"))
    return folder / "home"


def open_picture(home: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> Answering:
    """Open the first page's picture in a terminal of a kind."""
    if kind == "tmux":
        monkeypatch.setenv("TMUX", "/tmp/tmux/default,1,0")
    else:
        monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    terminal = Answering(home, scratch)
    terminal.answers = ANSWERS[kind]
    fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 100 * WIDE, 30 * HIGH))
    terminal.see(b"Harbour")
    terminal.press(b"\r")
    terminal.see(b"Apologies")
    terminal.press(b"\r")
    terminal.see(b"page 1 of the file")
    terminal.press(b"v")
    return terminal


def shows(terminal: Answering, taken: Kitty, corner: tuple[int, int, int]) -> None:
    """Wait until the picture's upper left corner has a colour."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        terminal.hear(0.1)
        taken.hear(terminal.all)
        pictures = [one for one, _, _ in taken.pictures.values()] or list(sixels(terminal.all, last=True))
        if (
            pictures
            and difference(pictures[-1].crop((0, 0, 40, 40)), Image.new("RGB", (40, 40), corner)) < 0.01
        ):
            return
    raise AssertionError(f"{corner} was never shown")


@pytest.mark.parametrize("kind", ["sixel", "kitty"])
def test_pages_are_sent_as_pixels_turned_and_forgotten(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    terminal = open_picture(home, tmp_path, monkeypatch, kind)
    kitty = Kitty()
    try:
        shows(terminal, kitty, (255, 255, 255))
        terminal.press(b"n")
        shows(terminal, kitty, (255, 0, 0))
        terminal.press(b"n")
        shows(terminal, kitty, (0, 0, 255))
        terminal.press(b"+++" + b"l" * 8)
        shows(terminal, kitty, (255, 255, 255))
        terminal.press(b"\x1b")
        terminal.see(b"Apologies")
        until = time.monotonic() + 20
        while kitty.pictures:
            assert time.monotonic() < until, "the terminal keeps a picture"
            terminal.hear(0.1)
            kitty.hear(terminal.all)
    finally:
        assert terminal.close(alone=True) == []


@pytest.mark.parametrize("kind", ["tmux", "old kitty", "silent"])
def test_elsewhere_pages_are_half_blocks_and_nothing_is_left_of_the_question(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    terminal = open_picture(home, tmp_path, monkeypatch, kind)
    try:
        terminal.see("▀".encode())
        terminal.press(b"n")
        terminal.see(b"38;2;255;0;0")
        assert b"\x1bP0;1" not in terminal.all and b"a=T" not in terminal.all
        if kind == "tmux":
            assert not re.search(rb"\x1b_G", terminal.all), "tmux takes it for a title"
    finally:
        assert terminal.close(alone=True) == []
