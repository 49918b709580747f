"""Reads words from a page's picture with Tesseract, where the machine has it.

It is a program of its own, asked through its pipes: nothing is written to a file, and one that hangs or
whose asker is gone is ended.
"""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import NamedTuple

from imports.processes.dying import die_with_parent

LANGUAGE = "eng"
PATIENCE = 45.0
"""Seconds one page may take."""
_WORD = "5"
# One column of text of all sizes: a page cut into columns by guess loses the numbers that stand alone.
_SEGMENTS = "4"
_LONGEST_ANSWER = 8 * 1024 * 1024


class Seen(NamedTuple):
    """A word on a picture, in pixels from its left and top.

    Attributes:
        text: as read.
        left: of its letters.
        top: of its letters.
        width: of its letters.
        height: of its letters.
        sure: how sure Tesseract is, in percent.
        line: which of its lines it stands in.
    """

    text: str
    left: int
    top: int
    width: int
    height: int
    sure: float
    line: tuple[int, ...]


def find_tesseract() -> str | None:
    """Where Tesseract is, or None."""
    return shutil.which("tesseract")


def recognise(program: str, picture: bytes, dots_per_inch: int) -> list[Seen] | None:
    """Read a picture; None where Tesseract fails at it or takes too long."""
    try:
        done = subprocess.run(
            (
                program,
                "stdin",
                "stdout",
                "-l",
                LANGUAGE,
                "--psm",
                _SEGMENTS,
                "--dpi",
                f"{dots_per_inch}",
                "tsv",
            ),
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            env=dict(os.environ) | {"OMP_THREAD_LIMIT": "1"},
            preexec_fn=die_with_parent if os.name == "posix" else None,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return list(_words(done.stdout[:_LONGEST_ANSWER].decode(errors="replace")))


def _words(table: str) -> Iterator[Seen]:
    rows = csv.reader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        if len(row) == 12 and row[0] == _WORD and row[11].strip():
            left, top, width, height = map(int, row[6:10])
            place = tuple(map(int, row[2:5]))
            yield Seen(row[11].strip(), left, top, width, height, float(row[10]), place)
