"""Every regular expression of the readers and services, and the strings most likely to make each one slow.

A pattern blows up where a repeated part is tried in many ways on words that in the end do not fit. So for
each repeat in a pattern, as Python itself parses it, the words that lead to it are written down, then what it
repeats many times over, then something that fits nothing.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import imports
from imports.patterns import LatePattern
from scrutiny_tui import services

ROOTS = (imports, services)
MISFIT = "\x01\x02"
_CANDIDATES = " a1A.-,_:(é/"
_CATEGORY: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda letter: letter.isalnum() or letter == "_",
}


def patterns() -> dict[str, re.Pattern[Any]]:
    """All patterns by where they stand: those kept in modules, and those written where they are used."""
    found: dict[str, re.Pattern[Any]] = {}
    for root in ROOTS:
        for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if module.name.endswith(("_worker", ".worker", "__main__")):
                continue
            loaded = importlib.import_module(module.name)
            kept = [pattern for value in vars(loaded).values() for pattern in _inside(value)]
            written = _written(Path(loaded.__file__)) if loaded.__file__ else ()
            for pattern in (*kept, *written):
                found.setdefault(f"{pattern.pattern!r} {pattern.flags}", pattern)
    return found


def _inside(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, LatePattern):
        yield value.made()
    elif isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for part in (*value, *value.values()):
            yield from _inside(part, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _inside(part, depth + 1)


def _written(path: Path) -> Iterator[re.Pattern[Any]]:
    """The constant patterns handed straight to `re.sub`, `re.search` and the like."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str | bytes)
            and node.func.attr != "escape"
        ):
            yield re.compile(node.args[0].value, re.IGNORECASE)


def attacks(pattern: re.Pattern[Any], length: int) -> Iterator[str]:
    """Strings of about this length, one for each repeat in the pattern."""
    seen: set[tuple[str, str]] = set()
    tree = parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for before, repeated in _pumps(list(tree), ""):
        if repeated and (before, repeated) not in seen:
            seen.add((before, repeated))
            yield before + (repeated * length)[:length] + MISFIT


def _pumps(nodes: list[Any], before: str) -> Iterator[tuple[str, str]]:
    for operator, argument in nodes:
        name = str(operator)
        for part in _parts(name, argument):
            yield from _pumps(part, before)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = argument
            if most > 8:
                words = _sample(list(body))
                yield before, words
                yield before, words + " "
        before += _sample([(operator, argument)])


def _parts(name: str, argument: Any) -> Iterable[list[Any]]:
    if name == "BRANCH":
        return [list(branch) for branch in argument[1]]
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return [list(argument[2])]
    if name == "SUBPATTERN":
        return [list(argument[3])]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [list(argument[1])]
    return [list(argument)] if name == "ATOMIC_GROUP" else []


def _sample(nodes: list[Any]) -> str:
    """Some words that these parts of a pattern take."""
    words = ""
    for operator, argument in nodes:
        name = str(operator)
        if name == "LITERAL":
            words += chr(argument)
        elif name == "NOT_LITERAL":
            words += "b" if argument == ord("a") else "a"
        elif name == "ANY":
            words += "a"
        elif name == "IN":
            words += _letter_of(argument)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            words += _sample(list(argument[2])) * max(1, argument[0])
        elif name in ("BRANCH", "SUBPATTERN", "ATOMIC_GROUP"):
            words += _sample(next(iter(_parts(name, argument)), []))
    return words


def _letter_of(items: list[Any]) -> str:
    negated = bool(items) and str(items[0][0]) == "NEGATE"
    own = [chr(argument if str(name) == "LITERAL" else argument[0]) for name, argument in items
           if str(name) in ("LITERAL", "RANGE")]  # fmt: skip
    for letter in (*([] if negated else own), *_CANDIDATES):
        if any(_takes(name, argument, letter) for name, argument in items) != negated:
            return str(letter)
    return ""


def _takes(operator: Any, argument: Any, letter: str) -> bool:
    name = str(operator)
    if name == "LITERAL":
        return ord(letter) == int(argument)
    if name == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    if name == "CATEGORY":
        category = str(argument)
        if category.startswith("CATEGORY_NOT_"):
            return not _CATEGORY[category.replace("NOT_", "")](letter)
        return bool(_CATEGORY[category](letter))
    return False
