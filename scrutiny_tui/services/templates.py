"""Questions scrutiny usually asks, as sentences with blanks: the member fills them, nothing is made up."""

from __future__ import annotations

from dataclasses import dataclass

from imports.patterns import regex

BLANK = regex(r"‹[^‹›\n]*›")
"""A blank, with what belongs into it: `‹service›`."""


@dataclass(frozen=True, slots=True)
class Template:
    """A question to fill in: what it is for, and its words with blanks."""

    name: str
    text: str


TEMPLATES = (
    Template("Trend", "How has ‹the measure› changed since ‹when›?"),
    Template("Cause", "What explains the change in ‹the measure› from ‹figure› to ‹figure› in ‹period›?"),
    Template(
        "Cost", "What has ‹the service or scheme› cost in ‹period›, against the ‹figure› budgeted for it?"
    ),
    Template(
        "Comparison",
        "What explains the difference between ‹the measure› here and in ‹similar councils, or nationally›?",
    ),
    Template("What next", "What will be done about ‹the problem›, by whom and by when?"),
    Template(
        "Who is accountable",
        "Who is accountable for ‹the action or target›, and to whom do they report on it?",
    ),
    Template(
        "A promise kept",
        "On ‹date› this committee was told that ‹the promise, in the minutes' words›. What was done since?",
    ),
    Template("What works", "What evidence is there that ‹the measure taken› works?"),
    Template(
        "Equality",
        "What was changed in ‹the proposal› because of its equality impact assessment for ‹group›?",
    ),
    Template(
        "Residents' experience",
        "What was changed in ‹the service› because of what ‹residents, families or users› said of it?",
    ),
    Template("Risk", "What happens to ‹the proposal› if ‹the risk› comes about?"),
)
"""In the order they are offered; each asks one thing only."""


def blanks(text: str) -> list[tuple[int, int]]:
    """Where the blanks of a text are: (start, end) of each."""
    return [blank.span() for blank in BLANK.finditer(text)]
