"""What a process may use that reads what came from anywhere: memory, time, files, no network."""

from __future__ import annotations

import os
import signal
import stat
from typing import BinaryIO, NoReturn

from imports.processes.dying import die_with_parent
from imports.processes.offline import leave_the_network

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 60
BEHIND = 10
"""How far a reading process stands back behind the app: on two cores both may be at work on a long paper."""
_GRACE_SECONDS = 5


class TimeUp(BaseException):
    """The processor time is used up; not an `Exception`, so that no reader takes it for damage."""


def bound_this_process(out: BinaryIO, *, may_write: bool = False) -> None:
    """Bound this process where the platform can: memory, time, files, network, no outliving the app.

    Args:
        out: where it answers; only where that is a file may it write to one.
        may_write: it may write files of any size.
    """
    try:
        import resource
    except ImportError:
        return
    limits = [
        (resource.RLIMIT_AS, MEMORY, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + _GRACE_SECONDS),
        (resource.RLIMIT_CORE, 0, 0),
    ]
    if not may_write and not stat.S_ISREG(os.fstat(out.fileno()).st_mode):
        limits.append((resource.RLIMIT_FSIZE, 0, 0))
    for which, soft, hard in limits:
        try:
            _, most = resource.getrlimit(which)
            top = hard if most == resource.RLIM_INFINITY else min(hard, most)
            resource.setrlimit(which, (min(soft, top), top))
        except (ValueError, OSError):
            continue
    signal.signal(signal.SIGXCPU, _time_up)
    leave_the_network()
    die_with_parent()


def stand_back() -> None:
    """Let whoever reads the screen come first; a fork of a process that stands back does so already."""
    if hasattr(os, "nice"):
        os.nice(max(0, BEHIND - os.nice(0)))


def _time_up(number: int, frame: object) -> NoReturn:
    signal.signal(signal.SIGXCPU, signal.SIG_IGN)
    raise TimeUp
