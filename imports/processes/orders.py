"""What the app asks of a reading process held ready, and what that answers."""

from __future__ import annotations

import struct
from typing import NamedTuple

ENDED = struct.Struct("i")
"""The answer, how a fork ended: as `Popen.returncode`."""
PIPES = 3
"""Beside an order come as many: for what the fork is told, says and complains of."""
LONGEST_ORDER = 64 * 1024


class Order(NamedTuple):
    """A file to read.

    Attributes:
        path: the file.
        password: of the file, "" for none.
        any_paper: take what no council wrote too.
    """

    path: str
    password: str
    any_paper: bool
