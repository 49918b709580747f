"""Two apps and an import on one home at once: nothing anybody typed is lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.kill import a_desk
from tests.reliability.soundness import faults_of_home, papers, strays, texts
from tests.terminal.conftest import ROOT, Terminal

pytestmark = pytest.mark.slow
SAID = (("Why", "did", "the", "boat", "stop?"), ("When", "will", "the", "bridge", "open?"))


def kept(home: Path) -> list[str]:
    """The words of all questions on the desk."""
    return sorted(text.strip() for text in texts(home / "desk.db"))


def test_two_apps_and_an_import_at_once_keep_what_each_is_told(tmp_path: Path, terminal: Terminal) -> None:
    home, other = tmp_path / "home", Terminal(tmp_path)
    program = [sys.executable, "-m", "scrutiny_tui"]
    import_demo = [*program, "import", "scrutiny_tui/demo/packs", "--home", str(home)]
    subprocess.run(import_demo, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    a_desk(home, "", "")
    before = papers(home)
    try:
        for one in (terminal, other):
            one.run()
            one.see("Meetings")
            one.press("3")
            one.see("draft")
            one.press(*(["Down"] if one is other else []), "Enter")
            one.see("Evidence")
        importing = subprocess.Popen([*import_demo, "--again"], cwd=ROOT, stdout=subprocess.DEVNULL)
        for words in zip(*SAID, strict=True):
            for one, word in zip((terminal, other), words, strict=True):
                one.type(f"{word} ")
        assert importing.wait(120) == 0
        terminal.wait(lambda: kept(home) == sorted(" ".join(said) for said in SAID), "all is kept")
        for one in (terminal, other):
            one.press("Escape")
            one.see("enter write on")
            one.press("q")
            assert one.exit_status() == 0
    finally:
        other.close()
        shutil.rmtree(other.sockets, ignore_errors=True)
    assert len(texts(home / "desk.db")) == len(SAID)
    assert papers(home) == before and faults_of_home(home) == [] and strays(home) == []
