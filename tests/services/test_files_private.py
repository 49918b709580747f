"""Files of ours that hold what a person wrote or fetched, on every platform."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest

from scrutiny_tui.services import files


def test_windows_is_told_to_leave_line_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "O_BINARY", 1 << 15, raising=False)
    try:
        assert importlib.reload(files).NEW_AND_PRIVATE & (1 << 15)
    finally:
        monkeypatch.undo()
        importlib.reload(files)


def test_a_new_file_is_private_and_never_another_one(tmp_path: Path) -> None:
    path = tmp_path / "fetched.pdf"
    os.close(os.open(path, files.NEW_AND_PRIVATE, 0o600))
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        os.open(path, files.NEW_AND_PRIVATE, 0o600)
