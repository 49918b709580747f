"""A reading process held ready: forks one for each file asked for.

It is `python -P -m imports.processes.ready FD [PAPER]`. To start an interpreter with all its modules takes
longer than to read a short paper. This process has done so, and it has read PAPER, one the app brings with
it: what is made at first use is then there for every fork. It opens no other file itself: each is read in a
fork, which has its own pipes, bounds itself before it looks at the file and ends with it, so that no paper
can spoil the reading of the next. A fork waits for the next order, which comes over the socket FD with the
pipes; the answer is how it ended. Linux; elsewhere each file gets a new process.
"""

from __future__ import annotations

import gc
import mmap
import os
import select
import socket
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

import msgspec

from imports.patterns import make_all
from imports.processes.bounds import stand_back
from imports.processes.dying import die_with_parent
from imports.processes.offline import leave_the_network
from imports.processes.orders import ENDED, LONGEST_ORDER, PIPES, Order

IDLE_SECONDS = 600.0


def main(arguments: Sequence[str]) -> int:
    """Serve until nobody asks any more."""
    die_with_parent()
    stand_back()
    leave_the_network()
    papers = [*map(Path, arguments[1:])]
    with socket.socket(fileno=int(arguments[0])) as asked:
        _load()
        _rehearse(papers, asked)
        gc.freeze()
        while (status := _read_in_fork(asked, papers)) is not None:
            asked.sendall(ENDED.pack(status))
            papers = []
    return 0


def _load() -> None:
    """Load what reading a PDF takes, and what binds a process."""
    import resource  # noqa: F401

    import imports.pack
    import imports.readers.pdf.reader
    import imports.readers.pdf.scanned
    import imports.readers.pdf.second_opinion
    import imports.worker  # noqa: F401

    make_all()


def _rehearse(papers: Sequence[Path], asked: socket.socket) -> None:
    """Read papers for nobody, unless somebody waits for another."""
    from imports.protocol import Message, encode
    from imports.worker import work

    def say(message: Message) -> None:
        encode(message)

    for paper in papers:
        with suppress(Exception):  # it is a help and no more
            if not _is_asked(asked, 0):
                work(paper, say)
    gc.collect()


def _is_asked(asked: socket.socket, seconds: float) -> bool:
    """Whether an order comes within so many seconds."""
    return bool(select.select([asked], [], [], seconds)[0])


def _read_in_fork(asked: socket.socket, papers: Sequence[Path]) -> int | None:
    """Have the next file read by a fork, made now so that nobody waits for it.

    Returns:
        How it ended; None where it took no order.
    """
    if _is_asked(asked, 0) and not asked.recv(1, socket.MSG_PEEK):
        return None  # nobody is there any more
    here = os.getpid()
    with mmap.mmap(-1, 1) as taken:
        child = os.fork()
        if not child:
            _read(asked, papers, taken, here)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return status if taken[0] else None


def _read(asked: socket.socket, papers: Sequence[Path], taken: mmap.mmap, parent: int) -> NoReturn:
    """Be the reading process of one file, and end."""
    status = 1
    try:
        die_with_parent()
        if os.getppid() == parent:
            _rehearse(papers, asked)  # what it writes to is copied for it now, and not while it reads
            _serve(asked, taken)
            status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _serve(asked: socket.socket, taken: mmap.mmap) -> None:
    """Take an order, if one comes, and do what it says."""
    from imports.worker import serve

    said, pipes = b"", list[int]()
    if _is_asked(asked, IDLE_SECONDS):
        said, pipes, *_ = socket.recv_fds(asked, LONGEST_ORDER, PIPES)
    if not said:
        return
    taken[0] = 1
    asked.close()
    for standard, pipe in enumerate(pipes):
        os.dup2(pipe, standard)
        os.close(pipe)
    sys.dont_write_bytecode = True
    order = msgspec.msgpack.decode(said, type=Order)
    serve(Path(order.path), order.password, any_paper=order.any_paper)


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))  # to take all that was loaded apart would only cost
