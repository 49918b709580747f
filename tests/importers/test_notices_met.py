"""Notices that say little of an agenda's form: glued numbers, bars, bullets, no heading, no year."""

from __future__ import annotations

import pytest

from tests.importers.sheets import BODY, ITEMS
from tests.importers.sheets import read_sheet as read


@pytest.mark.parametrize(
    ("agenda", "titles"),
    [
        (
            "Business Items\n1Apologies\n2Minutes\n To approve those of May\n3Swans\n004WEIRS",
            ["Apologies", "Minutes", "Swans", "WEIRS"],
        ),
        (
            "AGENDA\n"
            "1.0 Apologies\n"
            "2.0 Minutes\n"
            "3.0 Naming of a member who counts the swans on the mill stream.\n"
            "4.0 Weirs",
            [
                "Apologies",
                "Minutes",
                "Naming of a member who counts the swans on the mill stream.",
                "Weirs",
            ],
        ),
        (
            "The agenda is:\n  1. Swans - Ivy Brook to report\n  2. Weirs\n  3. Parish Council report",
            ["Swans - Ivy Brook to report", "Weirs", "Parish Council report"],
        ),
        (
            "2026/31 | Apologies\nTo receive any.\n2026/32 | Declarations of interest\n2026/33 | Swans",
            ["Apologies", "Declarations of interest", "Swans"],
        ),
        (
            "1. |\nApologies\n|\n2. |\nMinutes (Pages 1 - 8)\n|\n3. |\nSwans\nNine of them.\n|",
            ["Apologies", "Minutes", "Swans"],
        ),
        (
            "AGENDA\n"
            " 1            Apologies\n"
            " 2            Matters arising from the minutes\n"
            "          ·      Food bins\n"
            "          ·      Marches\n"
            " 3            Swans",
            ["Apologies", "Matters arising from the minutes", "Swans"],
        ),
        (
            "All members are summoned for the business shown below.\n"
            "- To receive apologies\n"
            "- To receive declarations of interest\n"
            "- To settle the minutes of May\n"
            "- Swans\n"
            "Members of the public are welcome to attend.",
            [
                "To receive apologies",
                "To receive declarations of interest",
                "To settle the minutes of May",
                "Swans",
            ],
        ),
        (
            "- To receive apologies\n- To receive declarations of interest\n- Allotments\n- Swans",
            [
                "To receive apologies",
                "To receive declarations of interest",
                "Allotments",
                "Swans",
            ],
        ),
        (
            "You are invited to the meeting at which the following issues will be considered.\n"
            "Apologies for absence\n"
            "Declarations of interest\n"
            "Public forum\n"
            "Matters arising from the minutes\n"
            "Swans\n"
            "a. To count them\n"
            "b. To ring them\n"
            "Weirs",
            [
                "Apologies for absence",
                "Declarations of interest",
                "Public forum",
                "Matters arising from the minutes",
                "Swans",
                "Weirs",
            ],
        ),
        (
            "AGENDA\n1 Conduct\n1.1 Apologies\n1.2 Minutes\n2 Business\n2.1 Swans\n2.4 Lamps\n2.5 Weirs",
            ["Conduct", "Apologies", "Minutes", "Business", "Swans", "Lamps", "Weirs"],
        ),
        (
            "AGENDA\n"
            "1. APOLOGIES\n"
            "2 DECLARATIONS OF INTEREST\n"
            "3. SWANS\n"
            "(a) ACCOUNTS TO PAY\n"
            "4. WEIRS\n"
            "5. LAMPS\n"
            "6. BUOYS\n",
            ["APOLOGIES", "DECLARATIONS OF INTEREST", "SWANS", "WEIRS", "LAMPS", "BUOYS"],
        ),
        (
            "1. Apologies\n2. Notes of the last meeting\n3. Swans",
            ["Apologies", "Notes of the last meeting", "Swans"],
        ),
        (
            "AGENDA\n"
            "- ANY MATTERS ARISING\n"
            "- REPORTS OF WORKING GROUPS\n"
            "2.1 Shop\n"
            "2.2 Pavilion\n"
            "- FINANCE\n"
            "3.1 Cheques\n"
            "- DATE OF NEXT MEETING",
            ["ANY MATTERS ARISING", "REPORTS OF WORKING GROUPS", "FINANCE", "DATE OF NEXT MEETING"],
        ),
        (
            "1. Apologies\n2. Minutes of these:\n\n(A) Overview Committee - 7 May\n\n3. Motions on notice.",
            ["Apologies", "Minutes of these:", "Motions on notice."],
        ),
        (
            "RHAGLEN / AGENDA\n"
            "1    Ymddiheuriadau                                        3 - 4\n"
            "     Apologies\n\n"
            "2    Datganiadau o fuddiant\n"
            "     Declarations of interest\n\n"
            "3    Cofnodion\n"
            "     Minutes                                               5 - 12\n"
            "     Cyfarfod Mai / Meeting of May\n\n"
            "4    Gweithio gyda ffermwyr\n"
            "     Working with farmers\n\n"
            "5    Swans\n"
            "     Nine of them",
            ["Apologies", "Declarations of interest", "Minutes", "Working with farmers", "Swans"],
        ),
    ],
)
def test_items_are_told_however_little_marks_them(agenda: str, titles: list[str]) -> None:
    assert [item.title for item in read(f"{BODY}Monday 8 June 2026\n\n{agenda}\n").agenda] == titles


@pytest.mark.parametrize(
    ("told", "committee"),
    [
        (
            "Meeting of the ANNUAL Parish Council on Monday 8 June 2026\n\nELM END PARISH COUNCIL",
            "ELM END PARISH COUNCIL",
        ),
        (
            "To: All Members of Elm End Parish Council\n"
            "You are summoned to the Annual Council Meeting of the Parish Council on Monday 8 June 2026.\n"
            "Open Forum",
            "Elm End Parish Council",
        ),
        (
            "Council Business\n\nElm End Parish Council Meeting\n"
            "Councillors are summoned to attend the Parish Council meeting on Monday 8 June 2026",
            "Elm End Parish Council",
        ),
        (
            "Elm & Ash Community Council will hold its meeting on Monday 8 June 2026.",
            "Elm & Ash Community Council",
        ),
        (
            "Councillors are summoned to attend the following virtual Parish Council meeting"
            " to be held on Monday 8 June 2026.",
            "Parish Council",
        ),
        (
            "You are summoned to attend the Extraordinary Parish Council Meeting on Monday 8 June 2026.",
            "Parish Council",
        ),
        (
            "Notice is hereby given that Elm (Salop) Parish Council will meet at 7pm on Monday 8 June 2026.",
            "Elm (Salop) Parish Council",
        ),
        (
            "Agenda Template\n\nMill & Weir Committee MEETING\n\nDate:  Monday 8 June 2026",
            "Mill & Weir Committee",
        ),
    ],
)
def test_a_parishs_council_goes_by_its_name(told: str, committee: str) -> None:
    assert read(f"{told}\n{ITEMS}").committee == committee


def test_a_day_without_a_year_takes_that_of_the_dates_in_the_items() -> None:
    head = "The annual meeting will be held on Monday, 8th June at 7.30pm in Elm Village Hall\n"
    sheet = read(f"{BODY}{head}{ITEMS}4. Date of next meeting 3rd August 2026\n")
    assert (sheet.meeting_date, str(sheet.unyeared)) == (None, "2026-06-08")
    assert read(f"{BODY}{head}{ITEMS}4. Date of next meeting 3rd August 2027\n").unyeared is None


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        (
            "The panel will be held on Monday 8 June 2026 at 7pm in the Oak Room, Town Hall\n"
            "Please note that the lift is out of order.",
            "Oak Room, Town Hall",
        ),
        (
            "Monday 1 June 2026\n\nAgenda for the meeting on Mo 8 June 2026 at 7pm\n\n"
            "This meeting will take place in the Oak Room at 7pm.",
            "Oak Room",
        ),
        ("You are hereby invited to the Zoom meeting of the panel on Monday 8 June 2026 at 7pm.", None),
        (
            "The panel is to be held at 7pm on Monday 8 June 2026 at Elm Village Hall, "
            "followed by a meeting of the Mill Committee.",
            "Elm Village Hall",
        ),
        (
            "THE PANEL WILL TAKE PLACE ON MONDAY JUNE 8, 2026, AND WILL BE HELD IN THE VILLAGE HALL, "
            "TO START AT 7pm",
            "VILLAGE HALL",
        ),
        ("The panel is to be held in Elm Hall on Monday 8 June 2026 from 7.00 to 9.30pm.", "Elm Hall"),
    ],
)
def test_the_day_is_the_meetings_and_the_place_no_summons(told: str, venue: str | None) -> None:
    sheet = read(f"{BODY}{told}\n{ITEMS}")
    assert (sheet.venue, str(sheet.meeting_date), str(sheet.start_time)) == (venue, "2026-06-08", "19:00:00")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("V. Skelding – Parish Clerk", "V. Skelding"),
        ("Contact: Ann Wood  Email:", "Ann Wood"),
        ("Committee Administrator - Ann Wood 560392 E-mail - withheld", "Ann Wood"),
    ],
)
def test_the_clerk_is_named_without_an_address(told: str, name: str) -> None:
    assert read(f"{BODY}Monday 8 June 2026\n\n{told}\n{ITEMS}").contacts[0].name == name
