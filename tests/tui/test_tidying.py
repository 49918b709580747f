"""Garbage is looked for while the app rests, not while it works."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest

from scrutiny_tui import tidying


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def looks(monkeypatch: pytest.MonkeyPatch, worked: list[float], young: int) -> int:
    """How often all was looked through, when so long was worked until each look."""
    seconds, collected = iter(worked), []
    with monkeypatch.context() as patch:
        patch.setattr(time, "thread_time", lambda: next(seconds))
        patch.setattr(gc, "get_count", lambda: (0, 0, young))
        patch.setattr(gc, "collect", lambda: collected.append(1))
        tidy = tidying.Tidying()
        for _ in range(2):
            tidy.look()
    return len(collected)


def test_all_is_looked_through_once_the_app_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    assert looks(monkeypatch, [0.0, 1.0, 1.001, 1.05], young=9) == 1


def test_nothing_is_looked_through_while_it_works_or_little_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    assert looks(monkeypatch, [0.0, 1.0, 2.0], young=9) == 0
    assert looks(monkeypatch, [0.0, 0.0, 0.0], young=1) == 0


def test_what_stayed_is_looked_through_in_a_pause_once_it_has_become_much(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    kept, young = [10], [9]
    monkeypatch.setattr(time, "thread_time", lambda: 0.0)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, young.pop() if young else 0))
    monkeypatch.setattr(gc, "get_freeze_count", lambda: kept[0])
    for name in ("collect", "freeze", "unfreeze"):
        monkeypatch.setattr(gc, name, lambda name=name: done.append(name))
    tidy = tidying.Tidying()
    tidy.look()
    assert done == ["collect", "freeze"]
    kept[0] = 300_020
    for _ in range(4):
        tidy.look()
    assert done == ["collect", "freeze"]  # somebody may be about to press the next key
    for _ in range(4):
        tidy.look()
    assert done == ["collect", "freeze", "unfreeze", "collect", "freeze"]
    monkeypatch.undo()
