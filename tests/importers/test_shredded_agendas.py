"""Agendas whose columns an extract read one after the other."""

from __future__ import annotations

from imports.pack import understand
from tests.importers.sheets import from_text

FRONT = """
Harbour Scrutiny Panel

Wednesday 11 December 2024 at 7.00 pm

AGENDA

Item

1.

2.

3.

4.

5.

Apologies for absence

Declarations of interest

Minutes of the meeting held on 16 October 2024

Sea walls: condition of the coast

Dredging of the channel

Page

5

6 - 7

8
"""
MINUTES = """
HARBOUR SCRUTINY PANEL

MINUTES of a meeting of the Harbour Scrutiny Panel held on Wednesday 16 October 2024 at 7.00 pm

Present: Councillors Ann Dunlin (Chair), Bo Fulmar and Cy Gannet.

14. DECLARATIONS OF INTEREST

There were none.

15. MOORINGS

RESOLVED: That the report be noted.

The meeting ended at 9.05 pm.
"""
DESCRIBED = """
Harbour Committee

Tuesday 12 November 2024 at 7.15 pm

AGENDA

1.

2.

3.

Apologies for absence

Minutes of the last meeting
To approve the minutes of the meeting held on 8 October 2024.

Slipway
To receive the report of the Harbour Master.
"""
PAIRS = """
Harbour Committee

Tuesday 12 November 2024 at 7.15 pm

AGENDA

1.

2.

Apologies for absence

Declarations of interest

To receive any declarations from members.

3.

Minutes (Pages 1 - 2)

4.

5.

Slipway (Page 3)

Work Programme (Page 4)
"""


def test_numbers_titles_and_pages_in_columns_and_minutes_overleaf() -> None:
    pack = understand(from_text(f"{FRONT}\f{MINUTES}")).pack
    assert [(item.number, item.title, item.pages) for item in pack.agenda] == [
        ("1", "Apologies for absence", None),
        ("2", "Declarations of interest", None),
        ("3", "Minutes of the meeting held on 16 October 2024", (5, 5)),
        ("4", "Sea walls: condition of the coast", (6, 7)),
        ("5", "Dredging of the channel", (8, 8)),
    ]
    (minutes,) = pack.minutes
    assert [item.number for item in minutes.items] == ["14", "15"]


def test_a_title_with_what_is_to_be_done_below_it() -> None:
    agenda = understand(from_text(DESCRIBED)).pack.agenda
    assert [(item.number, item.title) for item in agenda] == [
        ("1", "Apologies for absence"),
        ("2", "Minutes of the last meeting"),
        ("3", "Slipway"),
    ]
    assert agenda[2].description == "To receive the report of the Harbour Master."


def test_two_numbers_before_two_titles() -> None:
    agenda = understand(from_text(PAIRS)).pack.agenda
    assert [(item.number, item.title) for item in agenda] == [
        ("1", "Apologies for absence"),
        ("2", "Declarations of interest"),
        ("3", "Minutes"),
        ("4", "Slipway"),
        ("5", "Work Programme"),
    ]
