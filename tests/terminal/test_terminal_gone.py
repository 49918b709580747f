"""A terminal that goes away (a window closed, a connection dropped) ends the app; nothing typed is lost."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from threading import Thread

import pytest
from textual.drivers._writer_thread import MAX_QUEUED_WRITES, WriterThread

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.lasting_driver import LastingFile
from tests.bench.kill import Typist, a_desk
from tests.reliability.soundness import faults_of_home, running_in, strays, texts
from tests.tui.fakes import FakeHome, FakeServices

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


async def test_what_was_begun_is_finished_before_the_app_ends_with_its_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    monkeypatch.setattr("scrutiny_tui.app.os._exit", lambda status: happened.append(f"ended with {status}"))
    app = ScrutinyApp(FakeServices(FakeHome(tmp_path)), None, lambda: happened.append("copied"))
    async with app.run_test() as pilot:
        app._leave_alone()
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert happened == ["copied", "ended with 129"]


def test_painting_on_into_a_terminal_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    """Textual's thread of output would end with the first failure, and the app wait for it for ever."""
    assert ScrutinyApp(FakeServices(FakeHome(tmp_path))).driver_class.__name__ == "LastingDriver"
    ours, theirs = os.openpty()
    os.close(ours)
    with open(theirs, "w", encoding="utf-8") as gone:  # noqa: PTH123
        output = WriterThread(LastingFile(gone))  # type: ignore[arg-type]
        output.start()

        def paint() -> None:
            for _ in range(3 * MAX_QUEUED_WRITES):
                output.write("x" * 9000)

        app = Thread(target=paint, daemon=True)
        app.start()
        app.join(10)
        assert not app.is_alive()
        output.stop()
