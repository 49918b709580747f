"""A reading process held ready: `python -P -m imports.ready FD` forks one for each file asked for.

To start an interpreter with all its modules takes longer than to read a short paper. This process has
done so. It opens no file itself: each is read in a fork, which has its own pipes, bounds itself before it
looks at the file and ends with it, so that no paper can spoil the reading of the next. Orders come over the
socket FD, with the pipes; the answer is how the fork ended. Linux; elsewhere each file gets a new process.
"""

from __future__ import annotations

import gc
import os
import select
import socket
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import msgspec

from imports.dying import die_with_parent
from imports.orders import ENDED, LONGEST_ORDER, PIPES, Order
from imports.patterns import make_all

IDLE_SECONDS = 600.0


def main(arguments: Sequence[str]) -> int:
    """Serve until nobody asks any more."""
    die_with_parent()
    with socket.socket(fileno=int(arguments[0])) as asked:
        _load()
        while select.select([asked], [], [], IDLE_SECONDS)[0]:
            said, pipes, *_ = socket.recv_fds(asked, LONGEST_ORDER, PIPES)
            if not said:
                break
            status = _read_in_fork(asked, msgspec.msgpack.decode(said, type=Order), pipes)
            asked.sendall(ENDED.pack(status))
    return 0


def _load() -> None:
    """Load what reading a PDF takes, and keep it out of the collector's way in every fork."""
    import imports.pack
    import imports.readers.pdf.reader
    import imports.readers.pdf.scanned
    import imports.readers.pdf.second_opinion
    import imports.worker  # noqa: F401

    make_all()
    gc.collect()
    gc.freeze()


def _read_in_fork(asked: socket.socket, order: Order, pipes: Sequence[int]) -> int:
    here = os.getpid()
    child = os.fork()
    if not child:
        _read(asked, order, pipes, here)
    for pipe in pipes:
        os.close(pipe)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read(asked: socket.socket, order: Order, pipes: Sequence[int], parent: int) -> NoReturn:
    """Be the reading process of one file, and end."""
    status = 1
    try:
        die_with_parent()
        if os.getppid() == parent:
            asked.close()
            for standard, pipe in enumerate(pipes):
                os.dup2(pipe, standard)
                os.close(pipe)
            from imports.worker import serve

            sys.dont_write_bytecode = True
            serve(Path(order.path), order.password, any_paper=order.any_paper)
            status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
