"""Makes any dataclass with an attack wherever it has words; its annotations say where."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

NOW = datetime(2033, 6, 14, 10, 0)
_DEEPEST = 8
_PLAIN: dict[object, object] = {
    int: 1, float: 1.0, bool: True, bytes: b"x", type(None): None, Any: 1, object: 1,
    datetime: NOW, date: NOW.date(), time: NOW.time(), timedelta: timedelta(1), Path: Path("x"),
}  # fmt: skip


@cache
def names(module: str) -> dict[str, object]:
    """What a module's annotations may name, also what it imports only for type checkers."""
    loaded = importlib.import_module(module)
    found = dict(vars(loaded))
    for node in ast.walk(ast.parse(inspect.getsource(loaded))):
        if isinstance(node, ast.ImportFrom) and node.module:
            source = importlib.import_module(node.module)
            found |= {one.asname or one.name: getattr(source, one.name, None) for one in node.names}
    return found


@cache
def hints_of(what: Any) -> dict[str, Any]:
    """The types of a dataclass's fields, or of a function's arguments."""
    return get_type_hints(what, localns=names(what.__module__))


def poisoned(kind: Any, attack: str, depth: int = 0) -> Any:
    """A value of this type in which every text is the attack; every collection has one member."""
    if kind is str:
        return attack
    if kind in _PLAIN:
        return _PLAIN[kind]
    if origin := get_origin(kind):
        return _of_generic(origin, get_args(kind), attack, depth)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = hints_of(kind)
        fields = [field for field in dataclasses.fields(kind) if field.init]
        return kind(**{field.name: poisoned(hints[field.name], attack, depth + 1) for field in fields})
    raise TypeError(f"no poisoned {kind!r}")


def _of_generic(origin: Any, inside: tuple[Any, ...], attack: str, depth: int) -> Any:
    if origin is Literal:
        return inside[0]
    if origin in (Union, types.UnionType):
        if depth > _DEEPEST and type(None) in inside:
            return None
        return poisoned(next(kind for kind in inside if kind is not type(None)), attack, depth)
    if origin in (dict, Mapping):
        return (
            {}
            if depth > _DEEPEST
            else {poisoned(inside[0], attack, depth): poisoned(inside[1], attack, depth)}
        )
    if depth > _DEEPEST:
        return origin() if origin is not Sequence else ()
    if origin is tuple and inside[-1:] != (Ellipsis,):
        return tuple(poisoned(kind, attack, depth) for kind in inside)
    members = (poisoned(inside[0], attack, depth),)
    return frozenset(members) if origin is frozenset else list(members) if origin is list else members


def call(function: Callable[..., Any], attack: str) -> Any:
    """Call a function with arguments that are all attack."""
    hints = hints_of(function)
    return function(*(poisoned(hints[name], attack) for name in inspect.signature(function).parameters))
