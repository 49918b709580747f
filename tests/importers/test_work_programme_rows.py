"""Work programmes, ruled and shredded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from imports.layout.furniture import find_furniture, read_lines
from imports.model.document import Document, Line, Page, Table
from imports.model.tables import WorkProgrammeMeeting
from imports.pack import understand
from imports.trackers.work_programme import read_work_programme
from tests.importers.sheets import from_text


def read(document: Document) -> tuple[WorkProgrammeMeeting, ...]:
    return read_work_programme(document, read_lines(document, find_furniture(document))).rows


def items(document: Document) -> dict[date, list[str]]:
    return {meeting.meeting_date: list(meeting.items) for meeting in read(document)}


SHREDDED = """
    Roads Scrutiny Committee
    Draft work programme 2023

    Date of meeting Proposed reports Additional Information

    9 March 2023 Gritting and Winter Care

    Bus Services – what the operators told us about the coming
    Timetables

    Performance Report
    Quality Report –

    Andy Dale/Emma Hart

    Wendy Hill - PUT AS FIRST ITEM ON THE
    AGENDA for members
    18 May 2023 Verges

    13 July 2023

    14 September 2023

    Cycle Lanes
    Parking

    Other issues to be scheduled
    Tree Planting
"""


def test_lines_are_put_together_by_meeting() -> None:
    assert items(from_text(SHREDDED)) == {
        date(2023, 3, 9): [
            "Gritting and Winter Care",
            "Bus Services – what the operators told us about the coming Timetables",
            "Performance Report",
            "Quality Report –",
        ],
        date(2023, 5, 18): ["Verges"],
        date(2023, 7, 13): [],
        date(2023, 9, 14): ["Cycle Lanes", "Parking"],
    }


def test_a_programme_runs_over_a_page_with_its_heading_repeated() -> None:
    text = """
        Forward Plan
        Date Item
        9 March 2023 Gritting
        Salt
        {feed}Roads Scrutiny Committee
        Forward Plan
        Grit Bins
        18 May 2023 Verges
    """.replace("{feed}", "\f")
    assert items(from_text(text))[date(2023, 3, 9)] == ["Gritting", "Salt", "Grit Bins"]


def test_prose_about_a_work_programme_is_none() -> None:
    assert not read(
        from_text(
            """
            The Committee discussed the work programme.
            On 9 March 2023 it would hear about grit, and on
            18 May 2023 about verges.
            """
        )
    )


def ruled(*tables: tuple[tuple[str, ...], ...]) -> Document:
    pages = tuple(
        Page(n, tuple(Line(cell, table=0) for row in rows for cell in row if cell), (Table(rows),))
        for n, rows in enumerate(tables, start=1)
    )
    return replace(from_text("x"), format="pdf", pages=pages)


def test_tables_over_two_pages() -> None:
    document = ruled(
        (
            ("Date of meeting", "Proposed reports", "Lead officer"),
            ("9 March 2023", "Gritting", "Al Roe"),
            ("", "Salt", ""),
        ),
        (
            ("Date of meeting", "Proposed reports", "Lead officer"),
            ("", "Grit\nBins", "Al Roe"),
            ("18 May 2023", "Verges", ""),
        ),
    )
    assert items(document) == {
        date(2023, 3, 9): ["Gritting", "Salt", "Grit Bins"],
        date(2023, 5, 18): ["Verges"],
    }


def test_the_date_may_stand_in_any_column() -> None:
    document = ruled(
        (
            ("Topic", "Purpose", "Meeting date"),
            ("Gritting", "To note", "9 March 2023"),
            ("Verges", "", "18 May 2023"),
        )
    )
    assert items(document) == {date(2023, 3, 9): ["Gritting"], date(2023, 5, 18): ["Verges"]}


def test_bullets_in_a_cell_are_items() -> None:
    document = ruled(
        (("Date", "Items"), ("9 March 2023", "• Gritting in the\nhills\n• Salt"), ("18 May 2023", "• Verges"))
    )
    assert items(document)[date(2023, 3, 9)] == ["Gritting in the hills", "Salt"]


def test_entries_that_no_bullet_opens_are_kept_apart_by_where_their_lines_stop() -> None:
    words = "Gritting of the hills and\nplains in winter\nSalt\nGrit Bins"
    rows = (("Date", "Items", "Officer"), ("9 March 2023", words, "Al Roe"), ("18 May 2023", "Verges", ""))
    lines = tuple(
        Line(text, left, left + 5.0 * len(text), table=0)
        for row in rows
        for left, cell in zip((50.0, 150.0, 300.0), row, strict=True)
        for text in cell.split("\n")
        if text
    )
    page = Page(1, lines, (Table(rows),))
    document = replace(from_text("x"), format="pdf", pages=(page,))
    assert items(document)[date(2023, 3, 9)] == [
        "Gritting of the hills and plains in winter",
        "Salt",
        "Grit Bins",
    ]


def test_a_minute_about_the_programme_is_none() -> None:
    found = understand(
        from_text(
            """
            Roads Scrutiny Committee
            Thursday 9 March 2023 at 10.00 am
            AGENDA
            1  Apologies
            2  Minutes of the previous meeting (Pages 1 - 2)
            3  Salt (Pages 3 - 4)
            \fMINUTES of the meeting of the Roads Scrutiny Committee held on Thursday 12 January 2023

            PRESENT
            Cllr Una Reed

            1. APOLOGIES
            None were received.

            2. FORWARD PLAN
            The Committee noted the plan.

            Meeting concluded at 11.00 am
            Page 1
            \fRoads Scrutiny Committee

            9 March 2023

            Salt

            1. Purpose
            To tell members what salt costs.
            Page 3
            """
        )
    )
    assert found.pack.work_programme == ()


def test_a_row_cut_by_the_end_of_a_page_is_one_row() -> None:
    document = ruled(
        (
            ("Date of meeting", "Proposed reports", "Lead officer"),
            ("9 March 2023", "Gritting and", "Al Roe"),
        ),
        (
            ("", "salting in winter", ""),
            ("", "Bins", "Al Roe"),
            ("18 May 2023", "Verges", ""),
        ),
    )
    assert items(document)[date(2023, 3, 9)] == ["Gritting and salting in winter", "Bins"]


SPACED = """
    Roads Scrutiny Committee
    Draft work programme

    Date of meeting    Proposed reports                                    Additional Information

    24 November 2023   Gritting and Winter Care: Annual Update

                       Bus Services Update

    12 January 2024    Recruitment of Lorry Drivers, Banksmen and Others

                       Improvement Board Update

                       Verges and the crossing of lanes by toads in the
                       wet months
    Roads Scrutiny Committee
    Draft work programme

    Date of meeting     Proposed reports                Additional Information

                        Performance Report

    13 July 2024

    14 September 2024   Performance Report

                        Quality Report

    9 November 2024
"""


def test_a_spaced_programme_runs_over_a_page_whose_columns_stand_elsewhere() -> None:
    assert items(from_text(SPACED)) == {
        date(2023, 11, 24): ["Gritting and Winter Care: Annual Update", "Bus Services Update"],
        date(2024, 1, 12): [
            "Recruitment of Lorry Drivers, Banksmen and Others",
            "Improvement Board Update",
            "Verges and the crossing of lanes by toads in the wet months",
            "Performance Report",
        ],
        date(2024, 9, 14): ["Performance Report", "Quality Report"],
    }


def test_a_table_under_each_day_and_days_without_business() -> None:
    document = from_text(
        """
        Roads Scrutiny Committee Work Programme 2026/27

        Meeting date: Tuesday 30 June 2026

            Item                       Purpose                     Lead officer
            Verge cutting              To comment before Cabinet   Jo Bell
            Gritting routes            To review readiness         Sam Lee

        Meeting date: Tuesday 15 September 2026

            No items scheduled yet

        Meeting date: Tuesday 10 November 2026

            Item                       Purpose                     Lead officer
            Budget proposals           Pre-decision scrutiny       Kit Orr
        """
    )
    assert items(document) == {
        date(2026, 6, 30): ["Verge cutting", "Gritting routes"],
        date(2026, 9, 15): [],
        date(2026, 11, 10): ["Budget proposals"],
    }


def test_a_tracker_of_dated_items_is_no_programme() -> None:
    rows = (
        ("Date of meeting", "Agenda item", "Action", "Officer", "Progress"),
        ("14 April 2026", "Crime", "Figures to be sent.", "Jo Bell", "Sent."),
        ("9 June 2026", "Housing", "Repairs to be listed.", "Sam Lee", "In hand."),
    )
    page = Page(1, (Line("Committee action tracker"),), tables=(Table(rows),))
    document = from_text("")
    assert not read(replace(document, pages=(page,)))


def test_days_broken_in_a_narrow_column_and_items_that_are_numbered() -> None:
    found = items(
        from_text("""
        Coast Scrutiny Committee work programme 2035/36

        Meeting                  Item                                   Lead officer
        Tuesday 24 September     Bus franchising: progress and          Tobias Went
        2035                     delivery risks
                                 Skills fund                            Parveen Moss
        Tuesday 26 November      1. Draft budget                        Ed Solly
        2035                     2. Housing pipeline
        Tuesday 28 January 2036  Bus franchising: decision              Tobias Went
    """)
    )
    assert found == {
        date(2035, 9, 24): ["Bus franchising: progress and delivery risks", "Skills fund"],
        date(2035, 11, 26): ["Draft budget", "Housing pipeline"],
        date(2036, 1, 28): ["Bus franchising: decision"],
    }


def columned(*rows: tuple[str, ...]) -> Document:
    """A work programme ruled as a table, as the PDF reader gives it."""
    head = Line("Wendle Panel Work Programme 2024/25", top=60, bottom=71, size=12)
    page = Page(1, (head,), (Table(rows, 90, 200),), width=595.0, height=842.0)
    return Document("programme.pdf", "0" * 64, "pdf", (page,))


def planned(document: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(str(x.meeting_date), x.items) for x in read_work_programme(document, []).rows]


def test_each_coming_meeting_has_a_column() -> None:
    document = columned(
        ("19 July 2024", "27 September 2024"),
        ("• Winter care of lanes\nand paths\n• Salt", "• Hedges"),
        ("", "• Verges"),
    )
    assert planned(document) == [
        ("2024-07-19", ("Winter care of lanes and paths", "Salt")),
        ("2024-09-27", ("Hedges", "Verges")),
    ]


def test_marks_below_the_days_stand_for_what_is_named_beside_them() -> None:
    document = columned(
        ("Topic", "19 July 2024", "27 September 2024"),
        ("Winter care", "✓", ""),
        ("Hedges", "", "X"),
        ("Salt", "X", "X"),
    )
    assert planned(document) == [
        ("2024-07-19", ("Winter care", "Salt")),
        ("2024-09-27", ("Hedges", "Salt")),
    ]


def test_a_table_with_other_columns_is_none_of_days() -> None:
    document = columned(("19 July 2024", "27 September 2024", "Officer"), ("• Salt", "• Hedges", "Una Reed"))
    assert planned(document) == []


def test_several_columns_before_those_of_days_and_marks_below_them() -> None:
    rows = (
        ("Topic", "Organisation", "15 Jan 2025", "16 Apr 2025"),
        ("Hedges", "River Trust", "X", ""),
        ("Salt", "River Trust", "X", "X"),
    )
    assert planned(columned(*rows)) == [("2025-01-15", ("Hedges", "Salt")), ("2025-04-16", ("Salt",))]
    figures = (("Measure", "Target", "31 Mar 2024", "30 Jun 2024"), ("Hedges cut", "90", "81", "85"))
    assert planned(columned(*figures)) == []


def test_a_day_may_have_a_row_to_itself() -> None:
    rows = (
        ("6 March 2025", "", ""),
        ("Title", "Purpose", "Lead Officer"),
        ("Museums Annual Report", "For decision", "Gwen Hartley"),
        ("8 May 2025", "", ""),
        ("Title", "Purpose", "Lead Officer"),
        ("Salt", "For decision", "Gwen Hartley"),
        ("To be scheduled", "", ""),
        ("Hedges", "For decision", "Gwen Hartley"),
    )
    assert planned(columned(*rows)) == [("2025-03-06", ("Museums Annual Report",)), ("2025-05-08", ("Salt",))]


MONTHS = """
Harbour Committee Work Plan
Meeting Business Officer
MARCH 2025 Dredging: Quarter Three M Sefton
JUNE 2025 Review of the Dues M Sefton
"""
DAYS_AND_MONTH = """
Harbour Committee Work Programme 2024/25

Tuesday 14 January 2025

• Dredging
• Dues

Tuesday 11 March 2025

• Quay Wall

July 2025 (date to be confirmed)

• Lifeboats
"""


def test_a_month_without_a_day_is_no_meeting_and_is_told() -> None:
    rows = (("Meeting", "Item"), ("14 January 2025", "Dredging"), ("June 2025", "Lifeboats"))
    january, march = (date(2025, 1, 14), ("Dredging", "Dues")), (date(2025, 3, 11), ("Quay Wall",))
    for document, expected in (
        (from_text(MONTHS), []),
        (from_text(DAYS_AND_MONTH), [january, march]),
        (columned(*rows), [(date(2025, 1, 14), ("Dredging",))]),
    ):
        found = read_work_programme(document, read_lines(document, find_furniture(document)))
        assert [(row.meeting_date, row.items) for row in found.rows] == expected
        assert [doubt.code for doubt in found.doubts] == ["work-programme-months"]
