"""Files half written: what a killed program left goes with the next write beside it, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.part import part_of


@pytest.mark.skipif(sys.platform == "win32", reason="locks: an open file cannot be removed there at all")
def test_the_next_write_removes_what_was_left_of_any_other_and_touches_nothing_else(tmp_path: Path) -> None:
    with part_of(tmp_path / "desk 1.db") as held:
        left = held.with_name(held.name.replace("desk 1", "desk 0"))
        left.write_text("half")
        (tmp_path / ".download.part").write_text("another program's")
        with part_of(tmp_path / "desk 2.db") as part:
            part.write_text("whole")
        assert held.exists() and not left.exists()
        held.write_text("whole too")
    assert {path.name for path in tmp_path.iterdir()} == {"desk 1.db", "desk 2.db", ".download.part"}
