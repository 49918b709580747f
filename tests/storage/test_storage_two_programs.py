"""Two programs on one home: neither may take the files for unused while the other has them open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from db.store import Store
from tests.storage.papers import keep, kept, read_now

ROOT = Path(__file__).resolve().parents[2]
OTHER = """
import sys
from pathlib import Path
from db.store import Store
from tests.storage.papers import keep
store = Store.open(Path(sys.argv[1]))
store.write_now(lambda db: keep(db, "other", "from the other program"))
store.close()
"""


def other_program(home: Path) -> None:
    subprocess.run([sys.executable, "-c", OTHER, str(home)], cwd=ROOT, check=True)


def test_what_is_written_after_another_program_came_and_went_is_kept(home: Path) -> None:
    store = Store.open(home)
    store.write_now(lambda db: keep(db, "first", "1"))
    assert read_now(store, lambda db: kept(db, "other")) is None
    for size in ("library.db-wal", "desk.db-wal"):
        assert (home / size).exists()
    other_program(home)
    # The last to close the files removes their journals: we still have them open.
    assert (home / "desk.db-wal").exists() and (home / "library.db-wal").exists()
    assert read_now(store, lambda db: kept(db, "other")) == "from the other program"
    store.write_now(lambda db: keep(db, "second", "2"))
    store.close()
    again = Store.open(home)
    assert [read_now(again, lambda db, key=key: kept(db, key)) for key in ("first", "other", "second")] == [  # type: ignore[misc]
        "1",
        "from the other program",
        "2",
    ]
    again.close()
