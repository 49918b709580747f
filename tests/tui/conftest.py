"""The services as small fakes, and apps that start and go on cheaply."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet

from tests.tui.economy import ParsedOnce, drawn_when_asked
from tests.tui.fakes import WORST, FakeHome, FakeServices

os.environ["TEXTUAL_ANIMATIONS"] = "none"

_parsed = ParsedOnce(Stylesheet._parse_rules)


@pytest.fixture
def services(tmp_path: Path) -> FakeServices:
    return FakeServices(FakeHome(tmp_path))


@pytest.fixture(params=WORST, ids=ascii)
def worst(request: pytest.FixtureRequest) -> str:
    """The three that did most harm; for the side ways a text can take."""
    return str(request.param)


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def _cheap_apps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse no style sheet twice, and draw no frame that nobody reads."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parsed.rules)
    monkeypatch.setattr(Compositor, "render_update", drawn_when_asked(Compositor.render_update))
