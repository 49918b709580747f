"""What somebody is on a committee, by the words of a list of members."""

from __future__ import annotations

import re


def tidy_role(role: str) -> str:
    """A role as printed, "Vice Chairman" with its hyphen."""
    role = re.sub(r"\s+", " ", role).strip()
    return (
        re.sub(r"^Vice ?chair", "Vice-Chair", role, flags=re.IGNORECASE)
        if role.lower().startswith("vice")
        else role
    )


def extra_role(kind: str) -> str | None:
    """The role of everybody on a list of its own kind ("Co-opted", "Substitutes")."""
    kind = kind.lower()
    for start, role in (
        ("added", "Added Member"),
        ("co", "Co-Opted Member"),
        ("sub", "Substitute"),
        ("nominated", "Substitute"),
        ("reserve", "Substitute"),
        ("named", "Substitute"),
        ("deput", "Substitute"),
        ("obs", "Observer"),
    ):
        if kind.startswith(start):
            return role
    return kind.capitalize() or None
