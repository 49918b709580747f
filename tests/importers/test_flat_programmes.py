"""Work programmes whose cells an extract wrote one after the other."""

from __future__ import annotations

from imports.layout.furniture import find_furniture, read_lines
from imports.layout.tables import Read
from imports.model.tables import WorkProgrammeMeeting
from imports.trackers.work_programme import read_work_programme
from tests.importers.sheets import from_text

LED = """
Harbour Committee
Work Programme 2024/25
Date of meeting Item Purpose Lead officer
14 January 2025 Dredging of the
Channel
To question the pilots on
the winter
Lucy Tranter
Budget Proposals
2025/26
To consider the
proposals
Helen Oyelaran
11 March 2025 Quay Wall
Update
To receive the update
Stephen Bright
Quarter 3 Performance
Report
Standing item Fiona Keel
"""
ENDING = """
Harbour Committee – Work Plan 2024/25
Topic
Why it was chosen
Lead officer
Meeting date
Draft Dues 2025/26
Yearly look at the dues
Anita Bose
20 January 2025
Tides and the Night-time
Economy
Suggested by members
Robin Capes
20 January 2025
Lifeboat Station
New slipway goes to Cabinet in
April
Ruth Eames
3 March 2025
"""
HALVED = """
Harbour Committee Work Programme
Meeting date
Items
Contributors
30 January 2025
Winter Storms
Pilotage Delays
Moorings
Port Trust
Lifeboat Trust
Kate Ormond
27 March 2025
Quay Accounts
All trusts
"""
APART = """
Harbour Committee

Work Programme

Date of meeting

Item

Lead officer

14 January 2025

Winter Storms

Lucy Tranter

Pilotage Delays

Fiona Keel

Quay Accounts

Stephen Bright

11 March 2025

10 June 2025
"""


def read(text: str) -> Read[WorkProgrammeMeeting]:
    paper = from_text(text)
    return read_work_programme(paper, read_lines(paper, find_furniture(paper)))


def planned(text: str) -> dict[str, list[str]]:
    return {str(row.meeting_date): list(row.items) for row in read(text).rows}


def test_rows_below_their_day_that_end_with_who_leads() -> None:
    assert planned(LED) == {
        "2025-01-14": ["Dredging of the Channel", "Budget Proposals 2025/26"],
        "2025-03-11": ["Quay Wall Update", "Quarter 3 Performance Report"],
    }


def test_rows_that_end_with_their_day() -> None:
    wanted = {
        "2025-01-20": ["Draft Dues 2025/26", "Tides and the Night-time Economy"],
        "2025-03-03": ["Lifeboat Station"],
    }
    assert planned(ENDING) == wanted
    cells = ENDING.strip().replace("\nEconomy", " Economy").replace("\nApril", " April").split("\n")
    assert planned("\n\n".join(cells)) == wanted


def test_lists_of_items_and_of_people() -> None:
    assert planned(HALVED) == {
        "2025-01-30": ["Winter Storms", "Pilotage Delays", "Moorings"],
        "2025-03-27": ["Quay Accounts"],
    }


def test_days_apart_from_their_items_are_said_and_not_guessed() -> None:
    told = read(APART)
    assert told.rows == ()
    assert [doubt.code for doubt in told.doubts] == ["work-programme-untold"]
    head = "Item\n\nLead officer\n\n"
    again = APART.replace("Date of meeting\n\n" + head, "").replace("2025\n\nWinter", f"2025\n\n{head}Winter")
    assert (
        read(again.replace("11 March 2025\n\n10 June 2025\n", f"{head}Moorings\n\n11 March 2025\n")).rows
        == ()
    )


def test_cells_below_each_other_with_a_day_in_every_row() -> None:
    rows = [
        *("23 January 2025", "Air Quality", "To question the port", "Gwen Hartley"),
        *("23 January 2025", "Car Park", "To comment", "Helen Moss"),
        *("20 March 2025", "Buoys", "To review the first year", "Ray Tasker"),
    ]
    text = "\n\n".join(["Harbour Committee", "Work Plan", "Meeting", "Topic", "Objective", "Officer", *rows])
    assert planned(text) == {"2025-01-23": ["Air Quality", "Car Park"], "2025-03-20": ["Buoys"]}


def test_running_text_below_a_title_is_no_programme() -> None:
    prose = "The survey of the walls was carried out in September by somebody who knows walls. " * 6
    head = "Harbour Committee\n\nForward plan\n\nDate of the next meeting\n\n12 November 2024"
    assert read(f"{head}\n\n{prose}\n\n10 December 2024\n").rows == ()
