"""A reading process held ready: a file is read in a fork of one that has everything loaded.

What `imports.processes.ready` does, seen from the app. Where it does not serve, a process is started for
each file.
"""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from imports import protocol
from imports.processes.orders import ENDED, Order
from scrutiny_tui.services.child import environment_of_child

WORKERS = {"imports.worker": False, "imports.processes.paper_worker": True}
"""The modules whose work a fork does, and whether it takes any paper."""
_READY = (sys.executable, "-P", "-m", "imports.processes.ready")
_TO_END = 2.0
"""Seconds in which a fork that has said everything has to end."""


_MANY = 2
"""Files for which it is worth the while: one is read as soon by a process started for it."""


class HeldReader:
    """Holds a reading process ready for whoever imports next.

    Args:
        worker: the module that reads.
    """

    def __init__(self, worker: str) -> None:
        self._serves = ReadyReader.serves(worker)
        self._ready: ReadyReader | None = None

    def prepare(self) -> None:
        """Start the process: an import will soon be asked for."""
        if self._serves:
            self._ready = self._ready or ReadyReader()
            with suppress(OSError):
                self._ready.start()
        protocol.prepare()

    @property
    def process_id(self) -> int | None:
        """The process held ready, if there is one."""
        return self._ready.process_id if self._ready else None

    def close(self) -> None:
        """End the process, if it was not lent."""
        ready, self._ready = self._ready, None
        if ready is not None:
            ready.close()

    @contextmanager
    def lend(self, files: int) -> Iterator[ReadyReader | None]:
        """Lend the process for one import, a new one if none is there; None where it is not worth it."""
        if not self._serves or (self._ready is None and files < _MANY):
            yield None
            return
        ready, self._ready = self._ready or ReadyReader(), None
        try:
            with suppress(OSError):  # it is tried again with the first file
                ready.start()
            yield ready
        finally:
            ready.close()


class ReadyReader:
    """One process held ready, which reads one file at a time."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket | None = None

    @staticmethod
    def serves(worker: str) -> bool:
        """Whether this machine can have such a process, and it does the work of that module."""
        return sys.platform == "linux" and worker in WORKERS

    def start(self) -> None:
        """Start the process, unless it is there; returns at once.

        Raises:
            OSError: it could not be started.
        """
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        from scrutiny_tui.demo import PACKS  # late: the start of the app needs no papers

        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        self._socket = ours
        with theirs:
            self._process = subprocess.Popen(
                [*_READY, str(theirs.fileno()), *map(str, sorted(PACKS.glob("*.pdf"))[:1])],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                env=environment_of_child(),
            )

    @property
    def process_id(self) -> int | None:
        """The process, if it was started."""
        return self._process.pid if self._process else None

    def let_go(self) -> None:
        """Ask for nothing more: the process ends with the file in hand."""
        if self._socket is not None:
            self._socket.shutdown(socket.SHUT_WR)

    def close(self) -> None:
        """End the process, and with it the file it reads."""
        process, asked, self._process, self._socket = self._process, self._socket, None, None
        if asked is not None:
            asked.close()
        if process is not None:
            process.kill()
            process.wait()

    async def read(self, path: Path, worker: str, longest_line: int, password: str = "") -> ForkedReader:
        """Have a file read; the arguments are those of `start_child`.

        Raises:
            OSError: the process could not be started or asked.
        """
        self.start()
        assert self._socket is not None
        order = msgspec.msgpack.encode(Order(str(path), password, WORKERS[worker]))
        pipes = [os.pipe() for _ in range(3)]
        (given, told), (said, saying), (complained, complaining) = pipes
        try:
            socket.send_fds(self._socket, [order], [given, saying, complaining])
        except OSError:
            for end in (told, said, complained):
                os.close(end)
            raise
        finally:
            for end in (given, saying, complaining):
                os.close(end)
        fork = ForkedReader(self, self._socket, told)
        await fork.listen(said, complained, longest_line)
        return fork


class ForkedReader:
    """The process in which one file is read.

    Attributes:
        stdout: what it says.
        stderr: what it complains of.
    """

    def __init__(self, ready: ReadyReader, asked: socket.socket, told: int) -> None:
        """Take the ends of its pipes; `listen` before anything else."""
        self._ready, self._asked = ready, asked
        self._told: int | None = told
        os.set_blocking(told, False)
        self._ends: list[asyncio.ReadTransport] = []
        self._ended = False

    async def listen(self, said: int, complained: int, longest_line: int) -> None:
        """Begin to take in what it says and what it complains of."""
        self.stdout = await self._stream(said, longest_line)
        self.stderr = await self._stream(complained, longest_line)

    async def _stream(self, end: int, longest_line: int) -> asyncio.StreamReader:
        stream = asyncio.StreamReader(limit=longest_line)
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(end, "rb", 0)
        )
        self._ends.append(transport)
        return stream

    def tell(self, line: bytes) -> None:
        """Write a line to its standard input; what it does not take in at once is lost."""
        if self._told is not None:
            with suppress(BlockingIOError, BrokenPipeError):
                os.write(self._told, line)

    async def wait(self) -> int:
        """Wait for its end and say how it ended; that the process it is a fork of did counts as killed."""
        said = await asyncio.get_running_loop().sock_recv(self._asked, ENDED.size)
        self._ended = len(said) == ENDED.size
        return int(ENDED.unpack(said)[0]) if self._ended else -1

    async def see_off(self, heard_out: bool) -> None:
        """Let one that was heard out come to its end; end any other, and what it is a fork of."""
        if self._told is not None:
            os.close(self._told)
        self._told = None
        for end in self._ends:
            end.close()
        if heard_out and not self._ended:
            with suppress(TimeoutError):
                async with asyncio.timeout(_TO_END):
                    await self.wait()
        if not self._ended:
            self._ready.close()
