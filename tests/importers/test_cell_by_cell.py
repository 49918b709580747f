"""Tables, ranges and page ends as text extracts leave them, in packs of councils that do not exist."""

from __future__ import annotations

from imports.front.sheet import read_front_sheet
from imports.pack import understand
from imports.readers.page_ends import split_pages
from tests.importers.sheets import from_text, minutes_of

FRONT = """
    Quenby Adult Care Scrutiny Panel

    Thursday 9 November 2023 at 10.00 am

    Committee Room 2, Quenby Town Hall

    AGENDA

    1  Apologies for absence Emma Jessop

    2  Minutes of the previous meeting {} Emma Jessop

    3  Strategy for Carers 2024 - 2029 {}

    To consider the report.

    4  Hospital Discharge Update {} John Lomax

    (a) DECLARATIONS OF INTEREST – Please declare any interests.
"""


def test_ranges_without_brackets_count_up_from_item_to_item() -> None:
    for ranges in (("1 - 4", "5 - 9", "11 - 14"), ("Pages 1 to 4", "Pages 5 to 9", "Pages 11 to 14")):
        agenda = read_front_sheet(from_text(FRONT.format(*ranges))).agenda
        assert [item.pages for item in agenda] == [None, (1, 4), (5, 9), (11, 14)]
        assert agenda[2].title == "Strategy for Carers 2024 - 2029"
        assert agenda[3].officers == ("John Lomax",)


def test_figures_that_do_not_count_up_are_no_pages() -> None:
    agenda = read_front_sheet(from_text(FRONT.format("16 - 25", "0 - 5", ""))).agenda
    assert all(item.pages is None for item in agenda)


TABLES = """
    Quenby Adult Care Scrutiny Panel – Action Tracker

    Topic Action Responsibility Progress

    Hospital Discharge
    Update

    John Lomax to send the figures by
    district

    John Lomax

    Completed.

    Carers

    Emma Jessop to arrange a visit

    Emma Jessop

    In progress.

    Booked for May.

    Quenby Adult Care Scrutiny Panel
    Work Programme 2024

    Meeting Date

    Item

    Purpose

    Lead

    8 February 2024

    Carers: Second Report

    To consider the strategy.

    Zeb Quill

    Winter Beds

    To note the position.

    Yolo Tarn

    4 April 2024

    Dentists

    To note the position.

    Zeb Quill
"""


def test_trackers_and_programmes_are_read_row_by_row() -> None:
    pack = understand(from_text(FRONT.format("(Pages 1 - 4)", "", "") + TABLES)).pack
    assert [(a.topic, a.action, a.responsibility, a.progress) for a in pack.action_tracker] == [
        (
            "Hospital Discharge Update",
            "John Lomax to send the figures by district",
            "John Lomax",
            "Completed.",
        ),
        ("Carers", "Emma Jessop to arrange a visit", "Emma Jessop", "In progress. Booked for May."),
    ]
    assert [meeting.items for meeting in pack.work_programme] == [
        ("Carers: Second Report", "Winter Beds"),
        ("Dentists",),
    ]


def test_a_place_above_those_present_is_where_they_met() -> None:
    minutes = minutes_of(
        """
        QUENBY ADULT CARE SCRUTINY PANEL

        Minutes of the meeting held on Thursday 5 October 2023 at 10.00 am

        Committee Room 2, Town Hall, Quenby

        Present:
        Cllr Ann Moss
        Cllr Bob Dean

        7. DECLARATIONS OF INTEREST

        There were none.

        8. CARERS

        8.1 Members asked about respite. (ACTION: EJ)

        RESOLVED: That the report be noted.

        The meeting ended at 12.35 pm
        """
    )
    assert minutes.venue == "Committee Room 2, Town Hall, Quenby"
    assert minutes.present == ("Cllr Ann Moss", "Cllr Bob Dean")
    assert minutes.items[1].resolved == ("That the report be noted.",)


def test_papers_open_pages_where_a_text_lost_its_page_ends() -> None:
    body = ["The panel heard about respite and about beds."] * 90
    paper = ["", "Report to: Quenby Adult Care Scrutiny Panel", "Title: Carers", ""]
    pages = split_pages("\n".join(["Front", *body, *paper, *body, *paper, *body]))
    assert [page[0] for page in pages[1:]] == [paper[1], paper[1]]
