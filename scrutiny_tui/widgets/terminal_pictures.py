"""What the terminal can show of pictures: it is asked once, at the first picture.

Three ways, the best first: Sixel; Kitty's graphics by placeholders, which are characters that stand for parts
of a picture, so that dialogs may lie over it; half-blocks, two coloured pixels to a character, everywhere.
A terminal tells the first in its device attributes. It tells whether it has Kitty's graphics, and only its
name and version whether it has placeholders.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from textual.app import App, SuspendNotSupported

_QUESTIONS = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[>q\x1b[16t\x1b[c"
"""Whether there are Kitty's graphics, its name, a cell's size, and last what every terminal answers."""
_MULTIPLEXED = "\x1b[16t\x1b[c"
_LAST = re.compile(r"\x1b\[\?([\d;]*)c")
_GRAPHICS = re.compile(r"\x1b_Gi=31;OK\x1b\\")
_NAME = re.compile(r"\x1bP>\|([^\x1b]*)\x1b\\")
_CELL = re.compile(r"\x1b\[6;(\d+);(\d+)t")
_VERSION = re.compile(r"kitty\D*(\d+)\.(\d+)")
_PATIENCE = 1.0
"""Seconds a far terminal may take to answer; a near one answers in milliseconds."""
_SILENT = ("linux", "dumb", "unknown")
_VT340 = (10, 20)


@dataclass(frozen=True, slots=True)
class Terminal:
    """How a terminal takes pictures.

    Attributes:
        form: `sixel`, `kitty` or `blocks`.
        cell_width: pixels of a character's cell across.
        cell_height: and down.
    """

    form: str = "blocks"
    cell_width: int = _VT340[0]
    cell_height: int = _VT340[1]


def find_out(app: App[object]) -> Terminal:
    """Ask the terminal, with Textual standing aside for that moment; the second time it is known."""
    found = _known(app)
    if found.form == "kitty" and app.console.color_system not in ("truecolor", "256"):
        # A placeholder's colour says which picture it stands for, and there are not enough.
        return replace(found, form="blocks")
    return found


def understand(answers: str, environ: Mapping[str, str], cell: tuple[int, int] = (0, 0)) -> Terminal:
    """Make out what a terminal answered.

    Args:
        answers: everything it said.
        environ: the environment, in which a web terminal's cell size is told.
        cell: a cell's size where the system knows it.
    """
    form = "blocks"
    if (last := _LAST.search(answers)) and "4" in last[1].split(";"):
        form = "sixel"
    elif _GRAPHICS.search(answers) and (name := _NAME.search(answers)) and _has_placeholders(name[1]):
        form = "kitty"
    if not all(cell) and (told := _CELL.search(answers)):
        cell = int(told[2]), int(told[1])
    if not all(cell):
        told_sizes = environ.get("TEXTUAL_CELL_WIDTH", ""), environ.get("TEXTUAL_CELL_HEIGHT", "")
        cell = (int(told_sizes[0]), int(told_sizes[1])) if all(map(str.isdecimal, told_sizes)) else cell
    return Terminal(form, *(cell if all(cell) else _VT340))


def questions(environ: Mapping[str, str]) -> str:
    """What to ask a terminal: nothing of one that would print the question."""
    name = environ.get("TERM", "")
    if name in _SILENT or environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return ""
    # tmux and screen take what begins like Kitty's question for a window's title.
    return _MULTIPLEXED if "TMUX" in environ or name.startswith(("tmux", "screen")) else _QUESTIONS


def _has_placeholders(name: str) -> bool:
    """Kitty has them from 0.28 on, Ghostty always; others have Kitty's graphics without them."""
    if version := _VERSION.match(name):
        return (int(version[1]), int(version[2])) >= (0, 28)
    return name.startswith("ghostty")


def _known(app: App[object]) -> Terminal:
    if app.is_headless or not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stdout__)):
        return understand("", os.environ)
    with suppress(SuspendNotSupported), app.suspend():
        return _asked()
    return understand("", os.environ)


def _is_terminal(stream: object) -> bool:
    return bool(stream is not None and stream.isatty())  # type: ignore[attr-defined]


@cache
def _asked() -> Terminal:
    if sys.platform == "win32":
        from textual_image._win32 import capture_mode, get_tiocgwinsz, read
    else:
        from textual_image._posix import capture_mode, get_tiocgwinsz, read

    assert sys.__stdin__ is not None and sys.__stdout__ is not None
    cell = (0, 0)
    with suppress(OSError, ZeroDivisionError):
        rows, columns, width, height = get_tiocgwinsz()
        cell = width // columns, height // rows
    answers = ""
    asked = questions(os.environ)
    with suppress(OSError, TimeoutError, UnicodeDecodeError), capture_mode():
        # An old terminal prints the question: the cursor's place is kept, and what came after it wiped out.
        sys.__stdout__.write(f"\x1b7{asked}" if asked else "")
        sys.__stdout__.flush()
        while asked and not _LAST.search(answers):
            answers += read(sys.__stdin__.fileno(), 1024, _PATIENCE)
        sys.__stdout__.write("\x1b8\x1b[J" if asked else "")
    return understand(answers, os.environ, cell)
