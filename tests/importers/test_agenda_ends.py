"""Where an agenda ends at whoever may be asked, and tables of items with narrow columns."""

from __future__ import annotations

import pytest

from imports.front.sheet import FrontSheet, read_front_sheet
from tests.importers.sheets import from_rows, from_text

SHEET = """
Weirton District Council
Pond Overview Committee
Monday 9 May 2033, 6.30pm
Assembly Room, Mill Hall, Weirton
Agenda
1 Apologies for absence
2 Minutes of the meeting held on 14 March 2033 (Pages 3 - 4)
3 Pond Lining: Consultation Responses (Pages 5 - 8)
4 Work Plan (Pages 9 - 10)
"""


def sheet_of(below: str) -> FrontSheet:
    return read_front_sheet(from_text(SHEET + below))


CLERK = """Contact: Wendy Hale, Democratic Services, Mill Hall, Weirton. Telephone 01632 960000.
Email democracy@weirton.example
Anyone who lives in the district may put a question to the Committee. Questions must be
sent to Democratic Services by 5pm on Wednesday 4 May 2033.
"""
BY_MAIL = """Contact: Wendy Hale, Scrutiny Officer, wendy.hale@weirton.example
"""
OVER_LINES = """Contact officer: Wendy Hale, Democratic Services
Mill Hall, Weirton
Tel 01632 960000
"""


@pytest.mark.parametrize("below", [CLERK, BY_MAIL, OVER_LINES])
def test_a_contact_with_a_telephone_or_an_address_right_below_the_last_item_is_the_clerk(below: str) -> None:
    sheet = sheet_of(below)
    last = sheet.agenda[-1]
    assert (last.title, last.pages, last.officers, last.description) == ("Work Plan", (9, 10), (), None)
    assert [contact.name for contact in sheet.contacts] == ["Wendy Hale"]


def test_a_contact_without_either_presents_the_last_item() -> None:
    assert sheet_of("Contact officer: Wendy Hale\n").agenda[-1].officers == ("Wendy Hale",)


def test_a_contact_below_the_last_item_as_below_others_presents_it() -> None:
    text = SHEET.replace("(Pages 5 - 8)\n", "(Pages 5 - 8)\nContact: Ida Moss, 01632 960001\n")
    sheet = read_front_sheet(from_text(f"{text}Contact: Wendy Hale, 01632 960000\n"))
    assert [item.officers for item in sheet.agenda] == [(), (), ("Ida Moss",), ("Wendy Hale",)]


COLUMNS = (90.0, 198.0, 306.0, 414.0)
HEADS = (("No.", "Item", "Presenter", "Page No."),)
ITEMS = (
    ("1", "Apologies", "Chair", "-"),
    ("2", "Minute of 14", "Chair", "3"),
    ("", "May 2033", "", ""),
    ("3", "Internal pond", "Chief Internal", "9"),
    ("", "annual report", "Auditor", ""),
    ("4", "Risk register", "Head of Ponds", "21"),
    ("5", "Any other", "Chair", "-"),
    ("", "business", "", ""),
)
TOP = (
    (60.0, [(90.0, "WEIRTON COUNCIL")]),
    (84.0, [(90.0, "POND AND SCRUTINY COMMITTEE")]),
    (108.0, [(90.0, "Tuesday 7 June 2033 at 10.30 a.m. in Room 1, Mill House, Weirton")]),
)


def table_of(heads: tuple[tuple[str, ...], ...], *above: str) -> FrontSheet:
    rows = [*TOP, *((132.0, [(90.0, words)]) for words in above)]
    for place, cells in enumerate((*heads, *ITEMS)):
        words = [(left, cell) for left, cell in zip(COLUMNS, cells, strict=True) if cell]
        rows.append((160.0 + place * 14 + 10 * bool(cells[0]), words))
    return read_front_sheet(from_rows(rows))


@pytest.mark.parametrize("heads", [HEADS, ()])
@pytest.mark.parametrize("above", [("AGENDA",), ()])
def test_a_table_of_narrow_columns_is_an_agenda_whatever_stands_over_it(
    heads: tuple[tuple[str, ...], ...], above: tuple[str, ...]
) -> None:
    assert [(x.number, x.title, x.pages, x.officers) for x in table_of(heads, *above).agenda] == [
        ("1", "Apologies", None, ("Chair",)),
        ("2", "Minute of 14 May 2033", (3, 3), ("Chair",)),
        ("3", "Internal pond annual report", (9, 9), ("Chief Internal Auditor",)),
        ("4", "Risk register", (21, 21), ("Head of Ponds",)),
        ("5", "Any other business", None, ("Chair",)),
    ]


SIGNED = """
Wendy Hale

Service Director, Legal

Committee Members

Councillor Ann Bell (Convener), Councillor Colin Dow and Councillor Effie Fry.
"""


def test_a_name_and_its_post_each_set_apart_over_the_members_present_no_item() -> None:
    text = SHEET.replace("Work Plan", "Eel Passes")
    last = read_front_sheet(from_text(text + SIGNED)).agenda[-1]
    assert (last.title, last.pages, last.officers) == ("Eel Passes", (9, 10), ())
    presented = text.replace("4 Eel", "\nNed Coe\n\nDirector of Roads\n\n4 Eel") + SIGNED
    third, last = read_front_sheet(from_text(presented)).agenda[-2:]
    assert third.officers and last.officers  # named so below each item, they present it
