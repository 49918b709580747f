"""A field for a path, completed from the disk while one types; reading folders never holds up typing."""

from __future__ import annotations

import asyncio
import itertools
import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from textual.suggester import Suggester

from scrutiny_tui.services.files import there
from scrutiny_tui.widgets.line_field import LineField

PAPERS = (".pdf", ".txt", ".html", ".htm", ".xml", ".docx", ".mht", ".mhtml")
MOST = 200


def expanded(text: str) -> Path:
    """A typed path with `~` filled in; `~` of somebody unknown stays as typed."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def name_wrong(text: str, endings: Sequence[str]) -> str:
    """What is wrong with the name of a file to write, whose ending says the form; "" where nothing is."""
    path = expanded(text)
    if path.suffix.lower() not in endings:
        said = " or ".join(filter(None, (", ".join(endings[:-1]), endings[-1])))
        return f"End the name in {said}."
    return f"{path} is a folder." if os.path.isdir(path) else ""  # noqa: PTH112 (it minds no name)


def read_paths(text: str) -> list[Path]:
    """The paths a field names: one as it stands, or several as a terminal pastes dropped files.

    Quotes, escaped blanks, `file://` addresses and `~` are understood.
    """
    plain = text.strip()
    if not plain:
        return []
    whole = expanded(plain)
    if there(whole):
        return [whole]
    try:
        words = shlex.split(plain, posix=os.name != "nt")
    except ValueError:
        return [whole]
    paths = [_from_address(word.strip("\"'")) for word in words]
    return paths if len(paths) == 1 or (paths and all(map(there, paths))) else [whole]


def _from_address(word: str) -> Path:
    if word.startswith("file://"):
        return Path(unquote(word.removeprefix("file://").removeprefix("localhost")))
    return expanded(word)


def completions(text: str, endings: tuple[str, ...] = PAPERS) -> list[str]:
    """What a half-typed path may become: folders (ending in a slash) before files, `~` kept as typed."""
    head, slash, tail = text.rpartition("/")
    folder = expanded((head + slash) or ".")
    found: list[tuple[bool, str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if not _fits(entry.name, tail):
                    continue
                if entry.is_dir():
                    found.append((False, entry.name + "/"))
                elif entry.name.lower().endswith(endings):
                    found.append((True, entry.name))
    except (OSError, ValueError):
        return []
    return [head + slash + name for _, name in sorted(found)[:MOST]]


def _fits(name: str, begun: str) -> bool:
    return name.lower().startswith(begun.lower()) and (not name.startswith(".") or begun.startswith("."))


def _common(words: Sequence[str]) -> str:
    """The letters all words begin with."""
    least, most = min(words, default=""), max(words, default="")
    same = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(least, most, strict=False))
    return "".join(pair[0] for pair in same)


class PathSuggester(Suggester):
    """Shows how a path may go on, in grey behind the cursor."""

    def __init__(self, endings: tuple[str, ...]) -> None:
        """Ask the disk anew every time: files come and go."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._endings = endings

    async def get_suggestion(self, value: str) -> str | None:
        """The first path that fits and begins with the very letters typed."""
        if not value:
            return None
        fitting = await asyncio.to_thread(completions, value, self._endings)
        return next((one for one in fitting if one.startswith(value)), None)


class PathField(LineField):
    """A path; `complete` fills in as much as is certain, then goes through what fits."""

    def __init__(self, *, id: str, placeholder: str, endings: tuple[str, ...] = PAPERS) -> None:
        """Make an empty field; files with other endings are not offered."""
        super().__init__(placeholder=placeholder, id=id, suggester=PathSuggester(endings))
        self._endings = endings
        self._round: Sequence[str] = ()
        self._offered = ""

    async def complete(self) -> list[str]:
        """Complete what is typed; gives everything that fits."""
        if self._round and self.value == self._offered:
            at = (self._round.index(self.value) + 1) % len(self._round) if self.value in self._round else 0
            self._offer(self._round[at])
            return list(self._round)
        if self.value == "~":
            self.value = "~/"
        fitting = await asyncio.to_thread(completions, self.value, self._endings)
        common = _common(fitting)
        if len(fitting) == 1 or len(common) > len(self.value):
            self._round = ()
            self.value = common
        elif fitting:
            self._round = fitting
            self._offer(fitting[0])
        self.cursor_position = len(self.value)
        return fitting

    def _offer(self, path: str) -> None:
        self._offered = path
        self.value = path
        self.cursor_position = len(path)
