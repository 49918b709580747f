"""Every attack through every screen: all words that come from outside are attacks, and all screens are shown.

One app walks through them. Nothing may be obeyed: the app stays, no control reaches what is drawn, and no
notification is an action.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any

from db.models.papers import Meeting
from tests.reliability.attacks import ATTACKS
from tests.tui.driving import opened, shown
from tests.tui.fakes import FakeServices
from tests.tui.walking import STOPS, furnish, walk

STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = {"sha256", "document_sha256", "path", "kind", "code", "relevance", "goes_to"}
"""Fields that hold our own words or a file's place; all other plain strings may come from a paper."""


def poisoned(value: Any, attacks: Iterator[str]) -> Any:
    """The same model with an attack in every plain string of it, all the way down."""
    if isinstance(value, tuple | list):
        return type(value)(poisoned(one, attacks) for one in value)
    if isinstance(value, dict):
        return {key: poisoned(one, attacks) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        foreign = field.type in ("str", "str | None") and field.name not in OURS
        if field.init and foreign and isinstance(old, str):
            changed[field.name] = next(attacks)
        elif field.init:
            changed[field.name] = poisoned(old, attacks)
    return replace(value, **changed)


def poison(services: FakeServices) -> None:
    """Put attacks into all that the fakes answer with."""
    attacks = cycle([text for name, text in ATTACKS.items() if name != "long"])
    furnish(services)
    for name in vars(services):
        fake = getattr(services, name)
        if name in ("home", "clock", "settings", "settings_trouble", "briefing"):
            continue
        for answer, value in vars(fake).items():
            if answer not in ("calls", "wrong", "refuse", "listeners", "gate", "line"):
                setattr(fake, answer, poisoned(value, attacks))


async def test_every_attack_through_every_screen(services: FakeServices) -> None:
    poison(services)
    asked = services.questions.details
    first = next(iter(asked))  # its words are shown for sure, whichever attack each field has
    asked[first] = replace(asked[first], question=replace(asked[first].question, text=ATTACKS["colour"]))
    seen, everything = [], ""
    async with opened(services, (80, 24)) as pilot:
        async for name, words in walk(pilot, services):
            assert not STEERS.search(words), name
            assert pilot.app.is_running
            seen.append(name)
            everything += words
        assert not STEERS.search(shown(pilot))
    assert seen == list(STOPS)
    for words in ("[@click=app.quit]x[/]", "␛[31mred", "<script>", "=cmd|", "x[/]y", "../../etc"):
        assert words in everything  # shown, as they are


def test_the_attacks_are_where_they_should_be(services: FakeServices) -> None:
    poison(services)
    meeting = services.meetings.shown.coming[0].meeting
    assert isinstance(meeting, Meeting) and meeting.committee in ATTACKS.values()
    assert services.search.hits[0].passage.text in ATTACKS.values()
    assert {one.question.text for one in services.questions.details.values()} <= set(ATTACKS.values())
