"""The reading process: `python -P -m imports.worker FILE [-]` writes what a file says as JSON lines.

With `-` the first line of its standard input is the file's password.

A pack comes from anywhere, so it is read in a process of its own, with bounds on memory, time and
files, that dies with the app. Standard output carries the protocol and nothing else.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from imports.errors import Refused
from imports.first_look import FirstLook
from imports.processes import bounds
from imports.processes.bounds import TimeUp, bound_this_process, stand_back
from imports.processes.dying import die_with_parent
from imports.processes.twin import WORTH_TWO, Beside, Twins, later, spare_core
from imports.protocol import RECOGNISING, Message, Progress, Refusal, encode

if TYPE_CHECKING:
    from imports.model.document import Document

PAGES_AT_ONCE = 16
PASSAGES_AT_ONCE = 200
_APART = 0.1
"""Seconds between two words on how far the reading has come."""
_LONGEST_PASSWORD = 4096

T = TypeVar("T")
Send = Callable[[Message], None]


def main(arguments: list[str], *, any_paper: bool = False) -> int:
    """Read the file named and report; 2 where none is named. `any_paper` takes what no council wrote too."""
    if not arguments or arguments[1:] not in ([], ["-"]):
        print("usage: python -P -m imports.worker FILE [-]", file=sys.stderr)
        return 2
    serve(Path(arguments[0]), read_password() if arguments[1:] else "", any_paper=any_paper)
    return 0


def serve(path: Path, password: str = "", *, any_paper: bool = False) -> None:
    """Bound this process, then read the file and report on standard output."""
    # A paper's pages are many objects that stay until this process ends with it: to look through them again
    # and again for garbage is dear.
    gc.disable()
    out = _claim_standard_output()
    os.environ.pop("CMAP_PATH", None)  # pdfminer would load pickled code maps from there
    bound_this_process(out)
    stand_back()
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: _become_twin(out))
    try:
        _report(path, lambda message: _send(out, message), any_paper, password)
        out.flush()
    except BrokenPipeError:
        # The app went away or cancelled: nobody is left to tell.
        os._exit(0)


def _report(path: Path, send: Send, any_paper: bool, password: str) -> None:
    try:
        work(path, send, any_paper=any_paper, password=password)
        return
    except Refused as refused:
        refusal = Refusal(refused.code, refused.text)
    except BrokenPipeError:
        raise
    except MemoryError:
        needs = f"{path.name} needs more memory than a pack may take; split it and import the parts."
        refusal = Refusal("too-large", needs)
    except TimeUp:
        refusal = Refusal(
            "too-large", f"{path.name} took longer than {bounds.CPU_SECONDS} seconds; split it and try again."
        )
    except Exception as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        why = f"{path.name} could not be read ({type(error).__name__}); save it again as a PDF and retry."
        refusal = Refusal("unreadable", why)
    send(Message(refused=refusal))


def work(path: Path, send: Send, *, any_paper: bool = False, password: str = "") -> None:
    """Read a file and send all it says.

    Raises:
        Refused: the file cannot be taken in.
    """
    with Beside() if spare_core() else nullcontext(later) as twins:
        _work(path, send, twins, any_paper, password)


def _work(path: Path, send: Send, twins: Twins, any_paper: bool, password: str) -> None:
    from imports.detect import read

    look = FirstLook(send)
    send(Message(progress=Progress("reading", 0, 0)))
    document = read(
        path,
        _telling(send),
        look,
        twins,
        lambda document: _with_all_words(path, document, send, look, password),
        password,
    )
    total = len(document.pages)
    send(Message(progress=Progress("understanding", 0, total)))
    # Late import: the agenda need not wait for what only the whole paper is asked.
    from imports.pack import understand

    with look.answering(document):
        understood = understand(document, twins if total >= WORTH_TWO else later, any_paper)
    for pages in _batches(understood.pages, PAGES_AT_ONCE):
        send(Message(pages=pages))
    for passages in _batches(understood.passages, PASSAGES_AT_ONCE):
        send(Message(passages=passages))
    send(Message(progress=Progress("understanding", total, total)))
    send(Message(pack=understood.pack))


def _with_all_words(path: Path, document: Document, send: Send, look: FirstLook, password: str) -> Document:
    """Ask others for the words of pages on which our own reading found none."""
    from imports.readers.pdf.scanned import with_scans_read
    from imports.readers.pdf.second_opinion import with_second_opinion

    def tell(done: int, total: int) -> None:
        send(Message(progress=Progress(RECOGNISING, done, total)))
        look.answer(lambda number: document.pages[number - 1], len(document.pages))

    document = with_second_opinion(path, document, password)
    return with_scans_read(path, document, tell, password)


def _telling(send: Send) -> Callable[[int, int], None]:
    """Say how far the reading has come, as often as a person can see it move."""
    said = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal said
        now = monotonic()
        if done == total or now - said >= _APART:
            said = now
            send(Message(progress=Progress("reading", done, total)))

    return tell


def _batches(things: tuple[T, ...], size: int) -> Iterator[tuple[T, ...]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]


def _send(out: BinaryIO, message: Message) -> None:
    out.write(encode(message))
    out.flush()


def _claim_standard_output() -> BinaryIO:
    """Keep standard output for the protocol; whatever else is printed goes to standard error."""
    sys.stdout.flush()
    ours = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return ours


def read_password() -> str:
    """Take a password from the first line of standard input."""
    line = b""
    # A letter at a time: what comes behind the line is not ours to take.
    while len(line) < _LONGEST_PASSWORD and (letter := os.read(0, 1)) not in (b"", b"\n"):
        line += letter
    return line.decode(errors="replace")


def _become_twin(out: BinaryIO) -> None:
    """Leave the protocol to the process this one was forked from, and do not outlive it either."""
    os.close(out.fileno())
    die_with_parent()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
