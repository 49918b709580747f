"""The App is made of parts in a row; none may take a private name of another, or of Textual, by mistake."""

from __future__ import annotations

from collections import Counter

from scrutiny_tui.app import ScrutinyApp
from scrutiny_tui.literal import say
from tests.tui.driving import opened, see, shown
from tests.tui.fakes import FakeServices

INTENDED = {"_print_error_renderables"}
"""Of Textual, and meant to be different here."""


def test_no_part_of_the_app_takes_anothers_private_name() -> None:
    own = [part for part in ScrutinyApp.__mro__ if part.__module__.startswith("scrutiny_tui")]
    named = Counter(name for part in own for name in vars(part) if is_private(name))
    assert {name for name, times in named.items() if times > 1} == set()
    others = {name for part in ScrutinyApp.__mro__ if part not in own for name in vars(part)}
    assert set(named) & others <= INTENDED


async def test_the_same_words_are_not_said_twice_at_a_time(services: FakeServices) -> None:
    async with opened(services) as pilot:
        for words in ("That was the last item.", "That was the last item.", "Marked."):
            say(pilot.app, words)
        await see(pilot, "Marked.")
        assert shown(pilot).count("That was the last item.") == 1


def is_private(name: str) -> bool:
    """Whether a name is a part's own: `_x`, and nothing that Python or Textual keeps by class."""
    generated = (
        "_inherit",
        "_css",
        "_merged",
        "_decorated",
        "_computes",
        "_reactives",
        "_has_",
        "_abc",
        "_is_",
    )
    return name.startswith("_") and not name.startswith(("__", *generated))
