"""A terminal that goes away (a window closed, a connection dropped) ends the app; nothing typed is lost."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.bench.kill import Typist, a_desk
from tests.reliability.soundness import faults_of_home, running_in, strays, texts

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="terminal: needs a pseudo-terminal and /proc"
)
WORDS = b"Why did the boat stop"


@pytest.mark.parametrize("hangs_up", [True, False], ids=["hung up", "only unreadable"])
def test_the_app_ends_with_its_terminal_and_keeps_every_word(tmp_path: Path, hangs_up: bool) -> None:
    home = tmp_path / "home"
    a_desk(home, "")
    typist = Typist(home, tmp_path, controlling=hangs_up)
    try:
        typist.see(b"Questions")
        typist.press(b"3")
        typist.see(b"draft")
        typist.press(b"\r")
        typist.see(b"Evidence")
        typist.press(WORDS)
        typist.see(b"stop")  # what the app had no time to read goes with the terminal
        os.close(typist.master)
        typist.child.wait(30)
        assert running_in(typist.child.pid) == []
    finally:
        if typist.child.poll() is None:
            os.kill(typist.child.pid, signal.SIGKILL)
            typist.child.wait()
    assert texts(home / "desk.db") == [WORDS.decode()]
    assert faults_of_home(home) == [] and strays(home, tmp_path / "tmp") == []
