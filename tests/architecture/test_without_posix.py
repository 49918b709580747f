"""What runs on Windows runs without what only POSIX has, as far as that can be seen on another system.

The processes here have no such modules, functions and signals, and take their system for Windows; what is not
ours is loaded before, for it knows the real one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).resolve().parents[2]
PRETENCE = """
import os, select, shutil, signal, subprocess, sys, sysconfig, tempfile, zoneinfo
import asyncio.unix_events, click, concurrent.futures, platformdirs.unix
for name in ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "readline", "syslog", "curses"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "geteuid", "getuid", "getegid", "getgid", "getgroups", "getloadavg", "killpg",
             "mkfifo", "nice", "register_at_fork", "sched_getaffinity", "setsid", "statvfs", "sync", "uname",
             "O_NOFOLLOW", "O_DIRECTORY", "chown", "fchown", "posix_fadvise", "posix_fallocate"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("poll", "epoll"):
    delattr(select, name)
subprocess.Popen.kill = lambda self: os.kill(self.pid, 9)
for name in ("SIGKILL", "SIGHUP", "SIGXCPU", "SIGXFSZ", "SIGTSTP", "SIGCONT", "SIGALRM", "SIGUSR1", "SIGUSR2",
             "SIGPIPE", "SIGWINCH", "SIGCHLD", "setitimer", "alarm", "pthread_sigmask"):
    delattr(signal, name)
sysconfig.get_config_vars()
sys.platform = "win32"
"""

COMMANDS = """
import sys
from scrutiny_tui.border import run
pack, brief = sys.argv[1:]
for line in (["import", pack], ["agenda", "2026-05-07"], ["brief", "2026-05-07", "--out", brief]):
    assert run(line) == 0, line
"""
EVERY = """
import importlib, pkgutil
sys.platform = "linux"  # for what is not ours
import aiohttp, httpx
sys.platform = "win32"
import db, imports, scrutiny_tui
for package in (db, imports, scrutiny_tui):
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
"""


def test_a_pack_is_read_kept_and_written_out_and_every_module_loads(tmp_path: Path) -> None:
    pack, brief = tmp_path / "pack.pdf", tmp_path / "brief.docx"
    canvas = Canvas(str(pack))
    lines = ("Harbour Scrutiny Committee", "Thursday 7 May 2026", "AGENDA", "1. Apologies", "2. The new quay")
    for number, line in enumerate(lines):
        canvas.drawString(60, 760 - 40 * number, line)
    canvas.save()
    (tmp_path / "sitecustomize.py").write_text(PRETENCE)
    around = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    around["PYTHONPATH"] = os.pathsep.join((str(tmp_path), str(ROOT)))
    around["SCRUTINY_HOME"] = str(tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-P", "-c", COMMANDS + EVERY, str(pack), str(brief)],
        env=around, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 and "sitecustomize" not in done.stderr, done.stderr[-3000:]
    assert "added" in done.stdout and "The new quay" in done.stdout
    assert brief.stat().st_size > 1000
