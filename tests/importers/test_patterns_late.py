"""Patterns find the same on every Python there is."""

from __future__ import annotations

import re

import pytest

from imports.patterns import giving_back, regex


@pytest.mark.parametrize("text", [r"(?:ab?c)*+", r"(?:ab?c)++", r"(?>(?:ab?c)*)", r"(?:ab?c){1,3}+"])
def test_a_group_that_gives_nothing_back_ends_where_it_last_fitted(text: str) -> None:
    """Python 3.11.0 to 3.11.4 by itself takes the third letter, too."""
    for pattern in (regex(text), re.compile(str(giving_back(text)))):
        found = pattern.match("aca")
        assert found is not None and found.span() == (0, 2)


def test_only_groups_are_written_anew() -> None:
    assert giving_back(r"\d++[a-z]*+\)++(?:x)?+[(]?+") == r"\d++[a-z]*+\)++(?:x)?[(]?+"
    assert giving_back(rb"(?>\xff|a){2,}+") == rb"(?:\xff|a){2,}"
