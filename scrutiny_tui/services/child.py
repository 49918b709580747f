"""Has a file read in a child process, so that a broken or hostile one can neither stop nor spoil the app.

The child gets the file's path and next to no environment, and is killed when it says nothing for too
long, takes too long altogether, or answers more than any pack holds.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import imports
from imports.processes.twin import ALONE
from imports.protocol import RECOGNISING, Message, Preview, Progress, ProtocolError, decode
from scrutiny_tui.services.errors import ImportFailed

if TYPE_CHECKING:
    from imports.model.pack import ParsedPack
    from imports.model.reading import Passage, ReadPage
    from scrutiny_tui.services.early import EarlyPages
    from scrutiny_tui.services.readers import Reader, Readers

_PASSED_ON = (ALONE, "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "TEMP", "TMP")
_LAST_WORDS = 2000
_MOST_PICTURES = 300


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one file may cost.

    Attributes:
        silence: seconds without a word before the child is taken for stuck.
        overall: seconds for a small file.
        per_megabyte: seconds more for each MB of the file.
        per_picture: seconds more for each page whose words are read from a picture.
        picture_silence: seconds without a word while that goes on.
        line: bytes in one line of the answer.
        answer: bytes in the whole answer.
    """

    silence: float = 20
    overall: float = 90
    per_megabyte: float = 10
    per_picture: float = 12
    picture_silence: float = 90
    line: int = 64 * 1024 * 1024
    answer: int = 512 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the child understood: the facts, the pages to read and the passages to search."""

    pack: ParsedPack
    pages: tuple[ReadPage, ...]
    passages: tuple[Passage, ...]


async def parse(
    path: Path,
    bounds: Bounds,
    worker: str = "imports.worker",
    password: str = "",
    readers: Readers | None = None,
    early: EarlyPages | None = None,
) -> AsyncGenerator[Progress | Preview | Parsed, None]:
    """Have one file read: progress as it goes, a long pack's agenda early, and at the end everything.

    Closing the iterator or cancelling the task kills the child.

    Args:
        path: the file, absolute.
        bounds: what it may cost.
        worker: the module to run.
        password: of the file, "" for none; told to the child alone, never as an argument.
        readers: where the child comes from; by itself it is started for this file.
        early: asks for pages before everything is read.

    Raises:
        ImportFailed: the file was refused, or the child failed; the text says why.
    """
    overall = await asyncio.to_thread(_time_for, path, bounds)
    try:
        child = await (readers or _STARTING).read(path, worker, bounds.line, password)
    except OSError as error:
        raise ImportFailed(_broken(path, f"no reader could be started ({error.strerror})")) from error
    last_words = asyncio.create_task(_read_last_words(child.stderr))
    pages: list[ReadPage] = []
    passages: list[Passage] = []
    heard_out = False
    if early:
        early.begin(child.tell)
    try:
        async with aclosing(_messages(child, path, bounds, overall)) as messages:
            async for message in messages:
                if step := message.progress or message.preview:
                    yield step
                elif message.early and early:
                    early.take(message.early)
                elif message.refused:
                    heard_out = True
                    raise ImportFailed(message.refused.text, message.refused.code)
                elif message.pack:
                    heard_out = True
                    yield Parsed(message.pack, tuple(pages), tuple(passages))
                    return
                pages += message.pages or ()
                passages += message.passages or ()
        raise ImportFailed(_broken(path, _why_stopped(await child.wait(), await last_words)))
    finally:
        if early:
            early.end()
        await asyncio.shield(_see_off(child, last_words, heard_out))


def _time_for(path: Path, bounds: Bounds) -> float:
    """How many seconds a file may take, by its size; a file that vanished gets the least."""
    with suppress(OSError):
        return bounds.overall + bounds.per_megabyte * path.stat().st_size / 1e6
    return bounds.overall


async def start_child(
    path: Path,
    worker: str,
    longest_line: int = 65536,
    *,
    answers: bool = False,
    told: bool = False,
    password: str = "",
) -> asyncio.subprocess.Process:
    """Start a process of ours on a file.

    Args:
        path: the file.
        worker: the module to run.
        longest_line: bytes in one line of what it says.
        answers: it is asked through its standard input, and what it complains of is let go.
        told: it may be told something through its standard input.
        password: of the file: never among its arguments, which every user of the machine can see.

    Raises:
        ImportFailed: it could not be started.
    """
    try:
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-P", "-m", worker, str(path), *(["-"] if password else [])),
            stdin=asyncio.subprocess.PIPE if answers or told or password else asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL if answers else asyncio.subprocess.PIPE,
            limit=longest_line,
            env=environment_of_child() | {"PYTHONDONTWRITEBYTECODE": "1"},
        )
    except OSError as error:
        raise ImportFailed(_broken(path, f"no reader could be started ({error.strerror})")) from error
    if password and child.stdin is not None:
        child.stdin.write(password.encode() + b"\n")
    return child


def environment_of_child() -> dict[str, str]:
    """The environment of a process of ours: no more of this one's than it needs."""
    # It must run the very `imports` this process has, from a source tree as from a wheel.
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    root = str(Path(imports.__path__[0]).parent)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    environment["PYTHONUTF8"] = "1"
    return environment


async def _messages(
    child: Reader, path: Path, bounds: Bounds, overall: float
) -> AsyncGenerator[Message, None]:
    """The child's lines as they come, within bounds.

    Raises:
        ImportFailed: it kept still, took too long, said too much or something else.
    """
    loop = asyncio.get_running_loop()
    ends = loop.time() + overall
    left, silence, bought = bounds.answer, bounds.silence, False
    while True:
        try:
            # Not `wait_for`: before Python 3.12 it loses a cancellation that comes with a line.
            async with asyncio.timeout_at(min(loop.time() + silence, ends)):
                line = await child.stdout.readline()
        except TimeoutError:
            raise ImportFailed(_took_too_long(path)) from None
        except ValueError:  # a line beyond the limit
            raise ImportFailed(_broken(path, "it holds more than any pack does")) from None
        left -= len(line)
        if left < 0:
            raise ImportFailed(_broken(path, "it holds more than any pack does"))
        if not line:
            return
        try:
            message = decode(line)
        except ProtocolError as error:
            raise ImportFailed(_broken(path, f"the reader's answer was not understood ({error})")) from error
        if not bought and (step := message.progress) and step.stage == RECOGNISING:
            bought, silence = True, bounds.picture_silence
            ends += bounds.per_picture * min(step.total, _MOST_PICTURES)
        yield message


async def _see_off(child: Reader, last_words: asyncio.Task[str], heard_out: bool) -> None:
    last_words.cancel()
    with suppress(asyncio.CancelledError):
        await last_words
    await child.see_off(heard_out)


class _Started:
    """A process started for one file."""

    def __init__(self, child: asyncio.subprocess.Process) -> None:
        assert child.stdout is not None and child.stderr is not None
        self._child, self.stdout, self.stderr = child, child.stdout, child.stderr

    def tell(self, line: bytes) -> None:
        if self._child.stdin is not None and not self._child.stdin.is_closing():
            self._child.stdin.write(line)

    async def wait(self) -> int:
        return await self._child.wait()

    async def see_off(self, heard_out: bool) -> None:
        """End it and empty its pipes: asyncio takes a process for ended only when they are."""
        kill_child(self._child)
        await self._child.communicate()


class _Starting:
    """Starts a process for each file."""

    async def read(self, path: Path, worker: str, longest_line: int, password: str = "") -> _Started:
        return _Started(await start_child(path, worker, longest_line, told=True, password=password))

    def let_go(self) -> None:
        pass


_STARTING = _Starting()


def kill_child(child: asyncio.subprocess.Process) -> None:
    """Kill a child that has not been seen to end.

    Not by `Process.kill`: before Python 3.13 it may take the end of a child that has just ended away from
    asyncio's watcher, which then complains on the person's terminal (CPython issue gh-127049).
    """
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            child.kill()
        elif child.returncode is None:
            os.kill(child.pid, signal.SIGKILL)


async def _read_last_words(stream: asyncio.StreamReader | None) -> str:
    """Keep the end of what the child writes to standard error, so that its pipe never fills."""
    kept = b""
    while stream and (piece := await stream.read(4096)):
        kept = (kept + piece)[-_LAST_WORDS:]
    return kept.decode(errors="replace")


def _why_stopped(status: int, last_words: str) -> str:
    """Tell from a child's end what ended it; the last line of its complaint names the error."""
    if status < 0:
        return "it took more time or memory than a pack needs"
    lines = last_words.strip().splitlines()
    return f"the reader stopped early ({lines[-1][:200]})" if lines else "the reader stopped early"


def _took_too_long(path: Path) -> str:
    return f"{path.name} took too long to read. Nothing of it was stored; split it, or try a fresh copy."


def _broken(path: Path, why: str) -> str:
    return f"{path.name} could not be read: {why}. Nothing of it was stored; try a fresh copy of the file."
