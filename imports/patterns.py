"""Patterns made when they are first looked for: most papers need few of them, and making one is dear."""

from __future__ import annotations

import re
import sys
from typing import Any, AnyStr, cast

_ASKED_FOR = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


_GOES_ASTRAY = sys.version_info < (3, 11, 5)
"""Python's own matching of a repeated group that gives nothing back ends too far there (gh-106052)."""
_KEPT = re.compile(r"(?<!\\)(?P<end>\)(?:[*+?]|\{\d*,?\d*\}))\+|(?<!\\)\(\?>")


class LatePattern:
    """Stands for a pattern until it is first asked for something, then has its methods for its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        """Remember what to make."""
        self.pattern, self._flags = pattern, flags
        _all.append(self)

    def made(self) -> re.Pattern[Any]:
        """Make the pattern."""
        return re.compile(giving_back(self.pattern) if _GOES_ASTRAY else self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        made = self.made()
        self.__dict__.update((method, getattr(made, method)) for method in _ASKED_FOR)
        return getattr(made, name)


_all: list[LatePattern] = []


def giving_back(pattern: str | bytes) -> str | bytes:
    """Write a pattern with groups that may give back what they took; what it finds is the same."""
    if isinstance(pattern, bytes):
        return str(giving_back(pattern.decode("latin-1"))).encode("latin-1")
    return _KEPT.sub(lambda kept: kept["end"] or "(?:", pattern)


def make_all() -> None:
    """Make every pattern there is, in a process that has the time and will need many of them."""
    for pattern in _all:
        pattern.match  # noqa: B018 - asking for a method makes the pattern


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a regular expression that is compiled when it is first used; a test compiles every one."""
    return cast("re.Pattern[AnyStr]", LatePattern(pattern, flags))
