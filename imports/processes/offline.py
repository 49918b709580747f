"""Takes the network from a process that reads what came from anywhere, where the system lets it go.

Two ways, each enough by itself: a network namespace of its own, in which there is no network, and a filter
of system calls under which no socket can be made. A container may forbid the first; few forbid the second.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from functools import cache

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # CLONE_NEWUSER, CLONE_NEWNET
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER_MODE = 38, 22, 2  # PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP
_LOAD, _EQUAL, _AT_LEAST, _ANSWER = 0x20, 0x15, 0x35, 0x06  # BPF_LD|W|ABS, BPF_JMP|JEQ|K, JGE, BPF_RET
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | errno.EACCES  # SECCOMP_RET_ALLOW, SECCOMP_RET_ERRNO
_NUMBER, _MACHINE = 0, 4  # places in `struct seccomp_data`
_SOCKETS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: its number in the kernel's audit, and the number of `socket` there."""
_IO_URING = 425  # `io_uring_setup`, which makes sockets by another way; the same on every machine
_OTHER_CALLS = 0x40000000  # x32 numbers on x86_64


@cache
def leave_the_network() -> bool:
    """Go where there is no network; says whether either way was open. Linux only.

    Forks are where their process is: in one of a process that went, nothing is left to be done.
    """
    if not sys.platform.startswith("linux"):
        return False
    apart = enter_own_namespace()
    return deny_sockets() or apart


def enter_own_namespace() -> bool:
    """Enter a network namespace without a network.

    A user that is not the machine's master needs a user namespace of its own for it; the master would
    lose by one the right to read others' files.
    """
    flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USER
    try:
        return int(ctypes.CDLL(None).unshare(flags)) == 0
    except (OSError, AttributeError):
        return False


def deny_sockets() -> bool:
    """Have the kernel refuse this process, and all it starts, every new socket."""
    if platform.machine() not in _SOCKETS:
        return False
    machine, socket = _SOCKETS[platform.machine()]
    # Each step: what to do, steps to jump where true and where false, and with which number.
    steps = (
        (_LOAD, 0, 0, _MACHINE),
        (_EQUAL, 0, 4, machine),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 2, 0, _OTHER_CALLS),
        (_EQUAL, 1, 0, socket),
        (_EQUAL, 0, 1, _IO_URING),
        (_ANSWER, 0, 0, _DENY),
        (_ANSWER, 0, 0, _ALLOW),
    )
    filters = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = struct.pack("@HP", len(steps), ctypes.addressof(filters))
    try:
        libc = ctypes.CDLL(None)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return int(libc.prctl(_SET_FILTER, _FILTER_MODE, ctypes.c_char_p(program), 0, 0)) == 0
    except (OSError, AttributeError):
        return False
