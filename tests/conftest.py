"""What every test may need: the optional real packs, and a run that fails where nothing may be skipped."""

from __future__ import annotations

import gc
import os
from collections.abc import Generator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: an app under test waits for its own timers a third of the time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Spare the collector the tests themselves: thousands of apps' garbage is found without them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real packs and their hand-made truth, where there is one."""
    if not (SHARED / "packs").is_dir():
        pytest.skip("shared: no real packs beside this checkout")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where SCRUTINY_NO_SKIP names the beginning of its reason."""
    report = yield
    forbidden = [word for word in os.environ.get("SCRUTINY_NO_SKIP", "").split(",") if word]
    if report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if any(reason.startswith(f"{word}:") for word in forbidden):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped where it must run ({reason})"
    return report
