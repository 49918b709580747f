"""Action trackers that set each action as a card, and columns that tell when something was done."""

from __future__ import annotations

from imports.layout.furniture import find_furniture, read_lines
from imports.model.document import Document, Line, Page, Table
from imports.trackers.actions import read_action_tracker
from tests.importers.sheets import from_text

CARDS = """
Action log
Harbour Panel, 12 November 2024

Meeting: 2 July 2024, minute 19
Action: Provide the number of berths that stand empty, by
quay.
Owner: Asha Lall
Status: Complete
Update: Sent to members on 4 October 2024.

Meeting: 10 September 2024, minute 26
Action 2: Arrange a visit to the light.
Lead officer: Greta Winn
Status: Overdue

Work goes on at the harbour office: see the next report.
"""
REMARK = """
Harbour Panel
Action: Asha Lall to count the berths
Owner: Asha Lall

Members thanked the officers.
"""


def told(document: Document) -> list[tuple[str, str, str]]:
    lines = read_lines(document, find_furniture(document))
    rows = read_action_tracker(document, lines, frozenset(), ()).rows
    return [(row.action, row.responsibility, row.progress) for row in rows]


def test_cards_with_labels() -> None:
    assert told(from_text(CARDS)) == [
        (
            "Provide the number of berths that stand empty, by quay.",
            "Asha Lall",
            "Complete Sent to members on 4 October 2024.",
        ),
        ("Arrange a visit to the light.", "Greta Winn", "Overdue"),
    ]


def test_one_labelled_remark_is_no_tracker() -> None:
    assert told(from_text(REMARK)) == []


def tabled(*rows: tuple[str, ...]) -> Document:
    lines = tuple(Line(" ".join(row), table=0, top=20.0 * n) for n, row in enumerate(rows))
    return Document("x.pdf", "0" * 64, "pdf", (Page(1, lines, tables=(Table(rows),)),))


def test_what_became_of_it_before_the_day_it_was_due() -> None:
    rows = (
        ("Date", "Action", "Action Owner", "Expected completion date", "Actual completion date", "Comments"),
        ("07.03.24", "Count the berths", "Harbour Master", "May 2024", "3 May 2024", "Closed"),
    )
    assert told(tabled(*rows)) == [("Count the berths", "Harbour Master", "Closed")]
    assert told(tabled(*(row[:4] for row in rows))) == [("Count the berths", "Harbour Master", "May 2024")]
