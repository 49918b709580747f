"""What stands beside the parts that are read is found by a search all the same."""

from __future__ import annotations

from imports.model.agenda import AgendaItem
from imports.model.document import Document, Line, Page, Table
from imports.pack import understand
from imports.passages import Places, agenda_passages, left_passages, note_passages

PLACES = Places((), {})
TRACKER = (
    ("Review", "Recommendation", "Lead", "Cabinet response", "Comment"),
    (
        "Burials",
        "That a register be published.",
        "Z. Lowe",
        "Accepted",
        "The register is being typed.",
    ),
    ("Burials", "That fees be frozen.", "T. Ingham", "Rejected", "6 May 2024"),
)


def test_short_notes_stand_with_those_behind_them() -> None:
    notes = [
        ("Contacts", 1),
        ("Rhona Keir, 0131 555 4240", 1),
        ("Members may ask questions. " * 5, 1),
        ("AGENDA", 1),
        ("Guild Court Room, City Chambers", 2),
    ]
    found = [(passage.page, passage.text) for passage in note_passages(notes, PLACES)]
    assert [page for page, _ in found] == [1, 2]
    assert found[0][1].startswith("Contacts Rhona Keir, 0131 555 4240 Members may")
    assert found[1][1] == "Guild Court Room, City Chambers"


def test_who_presents_an_item() -> None:
    item = AgendaItem("5", "Harbour dues: a look by Jo Reed", officers=("Anita Bose", "Jo Reed"))
    assert [x.text for x in agenda_passages([item], PLACES)] == ["Harbour dues: a look by Jo Reed Anita Bose"]


def test_cells_of_columns_that_are_not_read() -> None:
    said = ["That a register be published. Z. Lowe Accepted", "That fees be frozen. T. Ingham Rejected"]
    found = list(left_passages("Action tracker", [(3, TRACKER)], said, PLACES))
    assert [(x.kind, x.heading, x.page) for x in found] == [("report", "Action tracker", 3)]
    assert found[0].text == "Burials The register is being typed."
    assert not list(left_passages("Action tracker", [(3, TRACKER[:1])], said, PLACES))


def test_a_tracker_with_a_column_more() -> None:
    head = Line("Harbour Board: Recommendation Tracker", top=40, bottom=52, size=14)
    rows = tuple(Line("  ".join(row), table=0, top=80.0 + 20 * n) for n, row in enumerate(TRACKER))
    paper = Line("Report to the Harbour Board on burial services", top=20, bottom=30, size=12)
    page = Page(1, (paper, head, *rows), (Table(TRACKER, 80, 140),), width=595.0, height=842.0)
    understood = understand(Document("x.pdf", "0" * 64, "pdf", (page,)))
    assert understood.pack.action_tracker
    words = " ".join(f"{passage.heading} {passage.text}" for passage in understood.passages)
    assert "Burials" in words
    assert "is being typed" in words
