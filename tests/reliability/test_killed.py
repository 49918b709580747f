"""The program killed a dozen times at chosen moments: nothing typed is lost, nothing half done is seen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench import kill

pytestmark = pytest.mark.slow


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="kill: looks for children in /proc")
def test_killed_at_any_moment_nothing_is_lost_and_nothing_is_left_lying(tmp_path: Path) -> None:
    results = kill.kill_all(12, 5, ["typing", *kill.DEEDS], tmp_path)
    assert [(one.deed, one.after, one.faults) for one in results if one.faults] == []
    assert {one.deed for one in results} == {"typing", *kill.DEEDS}
    assert any(not one.ended for one in results)
