"""The services as small fakes, and waiting for conditions rather than for the clock."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.fakes import WORST, FakeHome, FakeServices

os.environ["TEXTUAL_ANIMATIONS"] = "none"


@pytest.fixture
def services(tmp_path: Path) -> FakeServices:
    return FakeServices(FakeHome(tmp_path))


@pytest.fixture(params=WORST, ids=ascii)
def worst(request: pytest.FixtureRequest) -> str:
    """The three that did most harm; for the side ways a text can take."""
    return str(request.param)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NO_COLOR", raising=False)
    yield
