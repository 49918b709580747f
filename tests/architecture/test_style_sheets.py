"""A screen's style sheet holds for every screen once loaded: no two may give one name to two things."""

from __future__ import annotations

import re
from pathlib import Path

APP = Path(__file__).resolve().parents[2] / "scrutiny_tui"
_COMMENT, _ID = re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"#([a-z][\w-]*)")
_GIVEN, _SHEET = re.compile(r"\bid=\"([\w-]+)\""), re.compile(r"CSS_PATH = \"\.\./styles/([\w.]+)\"")


def test_an_id_that_is_styled_means_one_thing() -> None:
    """Else the panel of a question makes the list of another screen narrow, when that was looked at first."""
    styled: dict[str, set[str]] = {}
    for sheet in (APP / "styles").glob("*.tcss"):
        for name in _ID.findall(_COMMENT.sub("", sheet.read_text(encoding="utf-8"))):
            styled.setdefault(name, set()).add(sheet.name)
    given: dict[str, set[str]] = {}
    for module in APP.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        own = _SHEET.search(text)
        for name in _GIVEN.findall(text):
            given.setdefault(name, set()).add(own[1] if own else module.name)
    assert styled
    assert not {name: sheets for name, sheets in styled.items() if len(sheets) > 1}
    assert not {name: given[name] for name in styled if len(given.get(name, ())) > 1}
