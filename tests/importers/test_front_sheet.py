from __future__ import annotations

from datetime import date, time

import pytest

from imports.front.sheet import FrontSheet, read_front_sheet
from tests.importers.sheets import Row, from_rows, from_text

ITEMS = """
1.  Apologies for absence

2.  Declarations of interest

3.  Minutes of the previous meeting (Pages 3 - 8)
"""

HEADERS = {
    "committee, date with time, venue": (
        "Rivers Overview and Scrutiny\nCommittee\n\nThursday 13 June 2024 at 10.00 am\n\nWend Suite - "
        "River Hall, Wendbury\n\nAGENDA\n",
        "Rivers Overview and Scrutiny Committee",
        "Wend Suite - River Hall, Wendbury",
    ),
    "labels in one column": (
        "Committee:      Rivers Scrutiny Commission\nDate:           Thursday 13 June 2024\nTime:         "
        "  10:00 am\n"
        "Venue:          Meeting Room 2, County Hall, Wendbury WB1 1AA\n\nAGENDA\n",
        "Rivers Scrutiny Commission",
        "Meeting Room 2, County Hall, Wendbury WB1 1AA",
    ),
    "labels above their values": (
        "Wendshire County Council\n\nRivers Select Committee\n\nDate:\nThursday, 13 June "
        "2024\nTime:\n10.00 am\nVenue:\nRiver Hall, 11 Weir Hill, Wendbury\n\nAGENDA\n",
        "Rivers Select Committee",
        "River Hall, 11 Weir Hill, Wendbury",
    ),
    "a sentence": (
        "WENDSHIRE DISTRICT COUNCIL\n\nA MEETING of the Rivers Scrutiny Panel will be held in the Council "
        "Chamber, Civic Offices, "
        "High Street, Wendbury on Thursday, 13 June 2024 at 10.00 am\n\nPublished: Wednesday, 5 June "
        "2024\n\nAGENDA\n",
        "Rivers Scrutiny Panel",
        "Council Chamber, Civic Offices, High Street, Wendbury",
    ),
    "all in one line": (
        "Borough of Wend\n\nRivers Scrutiny Committee\n\nThursday 13 June 2024 at 10.00am, Committee "
        "Rooms, Town Hall, Wendbury\n\nAGENDA\n",
        "Rivers Scrutiny Committee",
        "Committee Rooms, Town Hall, Wendbury",
    ),
    "with the clerk beside the date": (
        "AGENDA\n\nRIVERS CABINET COMMITTEE\n\nThursday, 13th June, 2024, at 10.00 am Ask for: Emily Kent\n"
        "Council Chamber, River House, Wendbury Telephone: 03000 419999\n\nUNRESTRICTED ITEMS\n",
        "RIVERS CABINET COMMITTEE",
        "Council Chamber, River House, Wendbury",
    ),
    "agenda for": (
        "Agenda for Rivers Scrutiny Committee\nThursday, 13th June, 2024, 10.00 am\n\nVenue: Council "
        "Chamber, River House\n\n"
        "Issued: Wednesday, 5 June 2024\n",
        "Rivers Scrutiny Committee",
        "Council Chamber, River House",
    ),
}


@pytest.mark.parametrize("form", HEADERS)
def test_committee_date_time_and_venue(form: str) -> None:
    text, committee, venue = HEADERS[form]
    sheet = read_front_sheet(from_text(text + ITEMS))
    assert (sheet.committee, sheet.venue) == (committee, venue)
    assert sheet.meeting_date == date(2024, 6, 13)
    assert [item.number for item in sheet.agenda] == ["1", "2", "3"]


def test_a_name_in_capitals_is_given_as_it_is_written_elsewhere() -> None:
    text = "RIVERS SCRUTINY COMMITTEE\n\nThursday 13 June 2024\n\nAGENDA\n"
    assert read_front_sheet(from_text(text + ITEMS)).committee == "RIVERS SCRUTINY COMMITTEE"
    more = (
        "\nMINUTES of the meeting of the Rivers Scrutiny\nCommittee held on 2 May\n\nPRESENT\n\nCllr Reed\n"
    )
    assert read_front_sheet(from_text(text + ITEMS + more)).committee == "Rivers Scrutiny Committee"


def test_a_sheet_that_starts_with_its_items_has_no_date_and_takes_none_from_the_minutes() -> None:
    text = ITEMS + (
        "\nMembership – Cllr Una Reed (Chair) and Cllr Tam Frost\n\n RIVERS SCRUTINY COMMITTEE\n\n"
        "MINUTES of the meeting of the Rivers Scrutiny Committee held on Thursday 2 May 2024 commencing "
        "at 10.00 am.\n\n"
        "PRESENT\nMEMBERSHIP:\n\nCllr Una Reed\n\n1. DECLARATIONS OF INTEREST\n\nNone.\n"
    )
    document = from_text(text)
    sheet = read_front_sheet(document)
    assert (sheet.committee, sheet.meeting_date, sheet.start_time, sheet.venue) == (None, None, None, None)
    assert len(sheet.agenda) == 3
    page, index = sheet.ends_at
    assert document.pages[page - 1].lines[index].text == "RIVERS SCRUTINY COMMITTEE"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MINUTES of the meeting of the Rivers Committee held on 2 May 2024\n\nPRESENT\n\nCllr Una Reed\n\n"
        "1. Apologies for absence\n\nNone.\n\n2. Declarations of interest\n\nNone.\n\n3. "
        "Minutes\n\nAgreed.\n",
        "Minutes of a meeting of the Rivers Board held at River Hall on Monday 3 June 2024 at "
        "6pm\n\nPresent: Councillors U Reed, T Frost\n\n"
        "1. Apologies for absence\nNone.\n\n2. Minutes\nAgreed.\n",
        "REPORT TO CABINET\n\nDate of meeting: 4 June 2024\nReport of: Director of Place\n\n1. Purpose of "
        "the report\n"
        "1.1 To set out options.\n\n2. Recommendations\n2.1 That Cabinet approves option 2.\n\n3. "
        "Background\n3.1 There are lights.\n",
    ],
)
def test_what_has_no_front_sheet_gives_an_empty_one(text: str) -> None:
    assert read_front_sheet(from_text(text or " ")) == FrontSheet()


NOTICE = "Rivers Scrutiny Committee\n\nThursday 13 June 2024\n\nWend Suite - River Hall, Wendbury\n"


def test_a_paper_without_an_agenda_gives_what_its_head_says() -> None:
    sheet = read_front_sheet(from_text(NOTICE + "\nDECISION NOTICE\n\nThe weir will be repaired.\n"))
    assert (sheet.agenda, sheet.committee) == ((), "Rivers Scrutiny Committee")
    assert sheet.meeting_date == date(2024, 6, 13)
    assert sheet.venue == "Wend Suite - River Hall, Wendbury"


def test_the_papers_begin_at_the_first_stamped_page() -> None:
    front: list[Row] = [
        (60, [(56, "Rivers Committee")]),
        (80, [(56, "AGENDA")]),
        (100, [(56, "1"), (88, "Apologies for absence")]),
        (120, [(56, "2"), (88, "Weirs (Pages 1 - 2)")]),
    ]
    papers: list[Row] = [
        (30, [(450, "Agenda Item 2")]),
        (60, [(56, "Weirs of the Wend")]),
        (80, [(56, "1. Purpose of report")]),
    ]
    sheet = read_front_sheet(from_rows(front, papers))
    assert sheet.ends_at[0] == 2
    assert [item.title for item in sheet.agenda] == ["Apologies for absence", "Weirs"]


def test_a_supplement_with_one_item() -> None:
    sheet = read_front_sheet(
        from_text(
            "SUPPLEMENTARY AGENDA\n\nMeeting: Corporate Scrutiny Committee\nDate: Thursday 13 June "
            "2024\nTime: 7.00 pm\nPlace: Council Offices\n\n"
            "The following report was marked to follow.\n\n5.  Medium Term Financial Strategy (Pages 3 - "
            "22)\n\nReport of the Director of Finance\n"
        )
    )
    (item,) = sheet.agenda
    assert (item.number, item.title, item.pages, item.officers) == (
        "5",
        "Medium Term Financial Strategy",
        (3, 22),
        ("Director of Finance",),
    )
    assert (sheet.committee, sheet.start_time, sheet.venue) == (
        "Corporate Scrutiny Committee",
        time(19),
        "Council Offices",
    )


@pytest.mark.parametrize("name", ["000", "002"])
@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_the_real_packs_are_read_as_people_read_them(shared: object, name: str, kind: str) -> None:
    import json
    from pathlib import Path

    from imports.readers.pdf import read_pdf
    from imports.readers.text import read_text

    folder = Path(str(shared))
    gold = json.loads((folder / "gold" / f"gold_{name}.json").read_text(encoding="utf-8"))
    path = next((folder / "packs").glob(f"{name}_*.{kind}"))
    sheet = read_front_sheet(read_text(path) if kind == "txt" else read_pdf(path))
    want = [(item["number"], item["title"], item["pages"], set(item["officers"])) for item in gold["agenda"]]
    got = [(i.number, i.title, list(i.pages) if i.pages else None, set(i.officers)) for i in sheet.agenda]
    assert got == want
    assert sheet.contacts[0].email == gold["contacts"]["clerk"]["email"]
