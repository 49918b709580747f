"""Action trackers, ruled and shredded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imports.layout.furniture import find_furniture, read_lines
from imports.model.document import Document, Line, Page, Table
from imports.model.tables import TrackedAction
from imports.trackers.actions import read_action_tracker
from tests.importers.sheets import from_rows, from_text


def read(document: Document, titles: tuple[str, ...] = ()) -> list[tuple[str, str, str, str]]:
    lines = read_lines(document, find_furniture(document))
    rows: tuple[TrackedAction, ...] = read_action_tracker(document, lines, frozenset(), titles).rows
    return [(row.topic, row.action, row.responsibility, row.progress) for row in rows]


SHREDDED = """
    Roads Scrutiny Committee actions – 14 January 2023

    Topic Action Responsibility Progress

    149. GRITTING OF
    LANES

    50.

    Chris Hall and Rob Wood to look at how gritting
    is advertised

    Chris
    Hall/Rob
    Wood

    Work has begun.

    2 GRITTING OF
    LANES

    Cllr Moss to share the map with Chris Hall

    Chris Hall Contact made with the depot
    and the map shared

    366. Verges Report Members to say which verges they
    would keep.  Mandy Dean to arrange.

    Members/Mandy
    Dean

    Cllr Moss asked for two.

    4 67. PARKING -

    Report to be added to the agenda.

    Andie Lowe Completed

    568.
    \fReport to the Roads Scrutiny Committee

    Nothing here belongs to the table.
"""


def test_rows_are_found_by_their_glued_numbers() -> None:
    assert read(from_text(SHREDDED), ("VERGES REPORT",)) == [
        (
            "GRITTING OF LANES",
            "Chris Hall and Rob Wood to look at how gritting is advertised",
            "Chris Hall/Rob Wood",
            "Work has begun.",
        ),
        (
            "GRITTING OF LANES",
            "Cllr Moss to share the map with Chris Hall",
            "Chris Hall",
            "Contact made with the depot and the map shared",
        ),
        (
            "Verges Report",
            "Members to say which verges they would keep. Mandy Dean to arrange.",
            "Members/Mandy Dean",
            "Cllr Moss asked for two.",
        ),
        ("PARKING -", "Report to be added to the agenda.", "Andie Lowe", "Completed"),
    ]


def ruled(*rows: tuple[str, ...]) -> Document:
    lines = tuple(Line(cell, table=0) for row in rows for cell in row)
    return replace(from_text("x"), format="pdf", pages=(Page(1, lines, (Table(rows),)),))


def test_tables_are_read_by_their_headings() -> None:
    document = ruled(
        ("Minute", "Action requested", "Lead officer", "Status"),
        ("6 65. Verges", "A map to be\nsent", "Al Roe", "Done"),
        ("Parking", "", "", ""),
    )
    assert read(document) == [("Verges", "A map to be sent", "Al Roe", "Done")]


def test_other_tables_are_no_tracker() -> None:
    assert not read(ruled(("Year", "Cost", "Officer"), ("2021", "£5", "Al Roe")))
    assert not read(
        from_text("The action taken was the responsibility of the officers; progress was slow.\n1 one\n")
    )


@pytest.mark.parametrize(
    ("progress", "rest", "actions"),
    [
        ("Promised for", ("", "of the grit bins", "", "June"), ["Draw a map of the grit bins"]),
        ("Done.", ("", "Paint the bins", "Jo Hale", "Done."), ["Draw a map", "Paint the bins"]),
        ("Done.", ("2", "of mice and bins", "Jo Hale", "Done."), ["Draw a map", "of mice and bins"]),
    ],
)
def test_a_row_cut_by_the_end_of_a_page_is_whole(
    progress: str, rest: tuple[str, ...], actions: list[str]
) -> None:
    head = ("No.", "Action", "Responsible", "Progress")
    tables = (Table((head, ("1", "Draw a map", "Al Roe", progress))), Table((rest,)))
    pages = tuple(Page(n, (Line("Row", table=0),), (table,)) for n, table in enumerate(tables, start=1))
    assert [row[1] for row in read(replace(from_text("x"), format="pdf", pages=pages))] == actions


def test_a_cell_that_runs_into_the_next_column_is_parted_there() -> None:
    names = ("Angus Fenwick Ongoing", "Tom Prys-Jones Ongoing")
    actions = (("The latest figures to be", "circulated to members."), ("A site visit to be", "arranged."))
    rows: list[tuple[float, list[tuple[float, str]]]] = [
        (50.0, [(50.0, "Action Tracker")]),
        (80.0, [(50.0, "Meeting"), (121.0, "Item"), (213.0, "Action"), (346.0, "Owner"), (420.0, "Status")]),
    ]
    for n, (owner, (first, second)) in enumerate(zip(names, actions, strict=True)):
        top = 110.0 + 60 * n
        rows.append((top, [(50.0, "10/09/2024"), (121.0, "Annual"), (213.0, first), (346.0, owner)]))
        rows.append((top + 14, [(121.0, "Report"), (213.0, second)]))
    assert read(from_rows(rows)) == [
        ("Annual Report", "The latest figures to be circulated to members.", "Angus Fenwick", "Ongoing"),
        ("Annual Report", "A site visit to be arranged.", "Tom Prys-Jones", "Ongoing"),
    ]


def test_rows_run_together_that_nothing_numbers_begin_below_white_space() -> None:
    document = from_text("""
        Action Tracker

        Action Responsible Officer Progress

        A briefing note on staffing to be sent Catriona Bassett Ongoing
        to the Panel.

        The latest figures to be circulated to Kate Vaughan Circulated on 3 March
        members.
    """)
    assert [row[1:] for row in read(document)] == [
        ("A briefing note on staffing to be sent to the Panel.", "Catriona Bassett", "Ongoing"),
        ("The latest figures to be circulated to members.", "Kate Vaughan", "Circulated on 3 March"),
    ]


def test_rows_that_white_space_parts_go_on_under_the_next_pages_heading() -> None:
    document = from_text("""
        Roads Scrutiny Committee actions - 14 January 2023

        Topic                   Action                                    Responsibility     Progress

        1 GRITTING OF LANES     Chris Hall to look at how gritting is     Chris Hall         Work has begun.

        2 GRITTING OF LANES     Cllr Moss to share with Chris             Chris Hall         A first meeting
        AND WAYS                Hall the map of the lanes                                    was held.
        Roads Scrutiny Committee actions - 14 January 2023

        Topic             Action                                  Responsibility   Progress

        3 BUS SERVICES    The timetable to be sent to members.    Kate Vaughan     Completed
    """)
    assert [row[1:] for row in read(document)] == [
        ("Chris Hall to look at how gritting is", "Chris Hall", "Work has begun."),
        (
            "Cllr Moss to share with Chris Hall the map of the lanes",
            "Chris Hall",
            "A first meeting was held.",
        ),
        ("The timetable to be sent to members.", "Kate Vaughan", "Completed"),
    ]


def test_columns_nobody_asks_for_set_cell_by_cell() -> None:
    heads = "Reference|Origin|Date|Area|Recommendation|Exec Date|Lead Officer/EM|Action taken|Status"
    first = "SR 01|CRP|01/01/26|Finance|That it be reported by ward.|01/02/26|DM/PL|It was in March.|Complete"
    second = "SR 02|PPL|01/02/26|Care|That carers be told.|01/03/26|SS/LW|A letter is drafted.|Ongoing"
    below = "Key|Reference: each has one.|Origin: which committee."
    cells = "|".join((heads, first, second, below)).split("|")
    rows = read(from_text("\n\n".join(cells)))
    assert [(action, who) for _, action, who, _ in rows] == [
        ("That it be reported by ward.", "DM/PL"),
        ("That carers be told.", "SS/LW"),
    ]


def test_posts_to_whom_a_recommendation_was_made() -> None:
    rows = read(
        from_text(
            """
            Ref    Committee     Meeting Date   Recommendation Made         Recommendation made to:  Outcome
            SC18   Economic      2 June 2026    That visits by agencies     Portfolio Holder for     Actioned
                   Development                  involve local members.      Economy
            SC19   Economic      2 June 2026    That target 11 be met.      Portfolio Holder for     Pending
                   Development                                              Resources
            """
        )
    )
    assert [(action, who) for _, action, who, _ in rows] == [
        ("That visits by agencies involve local members.", "Portfolio Holder for Economy"),
        ("That target 11 be met.", "Portfolio Holder for Resources"),
    ]
