"""Patterns made when they are first looked for: most papers need few of them, and making one is dear."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_ASKED_FOR = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")


class LatePattern:
    """Stands for a pattern until it is first asked for something, then has its methods for its own."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        """Remember what to make."""
        self.pattern, self._flags = pattern, flags

    def made(self) -> re.Pattern[Any]:
        """Make the pattern."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        made = self.made()
        self.__dict__.update((method, getattr(made, method)) for method in _ASKED_FOR)
        return getattr(made, name)


def regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give a regular expression that is compiled when it is first used; a test compiles every one."""
    return cast("re.Pattern[AnyStr]", LatePattern(pattern, flags))
