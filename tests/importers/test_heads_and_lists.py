"""Heads told in a sentence or in columns, lists of members in odd places, items set apart by other marks."""

from __future__ import annotations

import pytest

from imports.front.sheet import read_front_sheet
from imports.layout.furniture import find_furniture
from imports.pack import understand
from tests.importers.sheets import BODY, ITEMS, from_text
from tests.importers.sheets import read_sheet as read


@pytest.mark.parametrize(
    ("told", "venue"),
    [
        (
            "A meeting of the panel will be held on Monday 8 June 2026 at 7pm, The Old School, Mill Lane.",
            "The Old School, Mill Lane",
        ),
        (
            "Monday 8 June 2026, 7pm\n\nThis meeting will take place in the Guildhall, Wendle, at 7pm.",
            "Guildhall, Wendle",
        ),
        (
            "Monday 8 June 2026 at 7pm\nTo be held remotely by video conference",
            "remotely by video conference",
        ),
        (
            "The panel will be held ON A HYBRID BASIS IN THE OAK ROOM, TOWN HALL\n"
            "AND BY MICROSOFT TEAMS on MONDAY, 8 JUNE 2026 at 7 PM.",
            "OAK ROOM, TOWN HALL AND BY MICROSOFT TEAMS",
        ),
        (
            "Meeting Date:   Monday 8 June 2026\nMeeting Time:   7pm\nMeeting Venue:  Oak Room, Town Hall",
            "Oak Room, Town Hall",
        ),
        (
            "Date: Monday 8 June 2026\n"
            "Time: 7pm\n"
            "Venue: The Oak Room, Town Hall, College\n"
            "       Green, Wendle, WE1 5TR",
            "The Oak Room, Town Hall, College Green, Wendle, WE1 5TR",
        ),
        (
            "Monday 8 June 2026\n"
            "\n"
            "The panel is to be held on the above date at 7 pm in the Oak Room,\n"
            "County Hall to consider this:",
            "Oak Room, County Hall",
        ),
        (
            "The panel will meet on Monday 8 June 2026 in the Oak Room, Town Hall at 7pm. All are welcome.",
            "Oak Room, Town Hall",
        ),
    ],
)
def test_the_place_is_found_wherever_the_head_tells_it(told: str, venue: str) -> None:
    sheet = read(f"{BODY}{told}\n{ITEMS}")
    assert (sheet.venue, str(sheet.meeting_date), str(sheet.start_time)) == (venue, "2026-06-08", "19:00:00")


def test_hour_and_place_are_read_where_the_day_lacks_its_year() -> None:
    sheet = read(
        "Wendle Parish Council\nThe meeting will be held on Monday, 8th June at 7.30pm in Wendle Hall\n"
        + ITEMS
    )
    assert (sheet.meeting_date, str(sheet.start_time), sheet.venue) == (None, "19:30:00", "Wendle Hall")


def test_the_committee_summoned_is_not_its_council() -> None:
    told = (
        "You are summoned to attend the Parks Committee Meeting of Wendle Town Council on Monday 8 June 2026"
    )
    assert read(f"Wendle Town Council\n\n{told}\n{ITEMS}").committee == "Parks Committee"


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (
            "Members:\nChair: Cllr Una Reed\n\nCllr Tam Frost          Lead for housing\nCllr Ivo Lark",
            ["Cllr Una Reed", "Cllr Tam Frost", "Cllr Ivo Lark"],
        ),
        (
            "Members of the Parks and Amenities Committee: Cllrs U Reed (Chair), T Frost",
            ["Cllr U Reed", "Cllr T Frost"],
        ),
        (
            "COUNTY COUNCILLORS (2)\n"
            "U Reed, T Frost\n"
            "DISTRICT/BOROUGH COUNCILLORS (1)\n"
            "I Lark (Wend), O Hart (Brook)",
            ["Councillor U Reed", "Councillor T Frost", "Councillor I Lark", "Councillor O Hart"],
        ),
        (
            "Councillors:\n\nUna Reed          Tam Frost\nIvo Lark          Oda Hart",
            ["Councillor Una Reed", "Councillor Tam Frost", "Councillor Ivo Lark", "Councillor Oda Hart"],
        ),
        (
            "Aldermen: U Reed, T Frost\nCouncillors: I Lark, O Hart",
            ["U Reed", "T Frost", "Councillor I Lark", "Councillor O Hart"],
        ),
        (
            "Membership (two from each)\n"
            "Wendle Council: Councillors U Reed and T Frost\n"
            "Brook Council: Councillors I Lark and one vacancy",
            ["Councillor U Reed", "Councillor T Frost", "Councillor I Lark"],
        ),
        (
            "Membership\n"
            "\n"
            "Council             Member            Substitute\n"
            "Wendle Council      Cllr Una Reed     Cllr Oda Hart\n"
            "Brook Council       Cllr Tam Frost    -",
            ["Cllr Una Reed", "Cllr Tam Frost"],
        ),
        (
            "MEMBERSHIP: Convener: Councillor Una Reed. Depute Convener: Councillor Tam "
            "Frost. Councillors Ivo Lark and Oda Hart.",
            ["Councillor Una Reed", "Councillor Tam Frost", "Councillor Ivo Lark", "Councillor Oda Hart"],
        ),
        (
            "Panel: Councillors Una Reed (Chair), Tam Frost\nOfficers invited: Ann Wood, Head of Parks",
            ["Councillor Una Reed", "Councillor Tam Frost"],
        ),
    ],
)
def test_members_are_read_however_they_are_listed(listed: str, names: list[str]) -> None:
    members = read(f"{BODY}Monday 8 June 2026\n\n{listed}\n{ITEMS}").membership
    assert [member.name for member in members] == names


def test_members_listed_under_their_bodys_name_end_the_agenda() -> None:
    below = (
        "\nScrutiny Panel\n\nUna Reed (Chair)          Councillor Tam Frost\n"
        "Councillor Ivo Lark       Councillor Oda Hart\n"
    )
    sheet = read(f"{BODY}Monday 8 June 2026\n{ITEMS}{below}")
    assert not sheet.agenda[-1].officers
    assert [member.role for member in sheet.membership] == ["Chair", None, None, None]


@pytest.mark.parametrize(
    ("agenda", "titles"),
    [
        (
            "AGENDA\n"
            "- To receive and approve apologies\n"
            "- To receive declarations of interest\n"
            "- Allotments\n"
            "- Swans",
            [
                "To receive and approve apologies",
                "To receive declarations of interest",
                "Allotments",
                "Swans",
            ],
        ),
        (
            "AGENDA\n"
            "PART I (PUBLIC) AGENDA\n"
            "MINUTES\n"
            "The minutes of May.\n"
            "PUBLIC PETITIONS\n"
            "Those handed in.\n"
            "SWANS\n"
            "Report of the Head of Parks.\n"
            "WEIRS\n"
            "A plan.",
            ["MINUTES", "PUBLIC PETITIONS", "SWANS", "WEIRS"],
        ),
        (
            "AGENDA\n- Apologies\n2. Declarations of interest\n3. Minutes\n4. Swans",
            ["Apologies", "Declarations of interest", "Minutes", "Swans"],
        ),
        (
            "P26.31 Apologies\nP26.32 Declarations of interest\nP26.33 Minutes\nP26.34 Swans",
            ["Apologies", "Declarations of interest", "Minutes", "Swans"],
        ),
        (
            "AGENDA\n"
            "1. Apologies\n"
            "2. Minutes\n"
            "3. Weirs: Part A\n"
            "Report of the Head of Parks attached\n"
            "4. Swans\n"
            "For noting",
            ["Apologies", "Minutes", "Weirs: Part A", "Swans"],
        ),
    ],
)
def test_items_are_told_apart_by_whatever_marks_them(agenda: str, titles: list[str]) -> None:
    assert [item.title for item in read(f"{BODY}Monday 8 June 2026\n\n{agenda}\n").agenda] == titles


COLUMNS = """
{body}Monday 8 June 2026

SECTION ONE                        WARD           PAGE NUMBER(S)

1.   APOLOGIES

2.   MINUTES                       All Wards      7 - 10

3.   SWANS AND OTHER BIRDS ON      Mill End       11 - 24
     THE RIVER

4.   WEIRS                         All Wards      (25-30)
"""


def test_wards_in_a_column_are_nobody() -> None:
    agenda = read(COLUMNS.format(body=BODY)).agenda
    assert [(item.title, item.pages, item.officers) for item in agenda[1:]] == [
        ("MINUTES", (7, 10), ()),
        ("SWANS AND OTHER BIRDS ON THE RIVER", (11, 24), ()),
        ("WEIRS", (25, 30), ()),
    ]


LEADS = """
{body}Monday 8 June 2026

AGENDA                                                       Page

1   Minutes                                                  Paper 1, pages 2-8

2   Swans                                                    Paper 2, pages 9-12
    (Councillor Una Reed to introduce)

3   Weirs                                                    Paper 3, pages 13-20
    Lead Member: Cllr Tam Frost.  Lead Officer: Ann Wood

4   Locks - report by Head of Rivers                         21
"""


def test_a_papers_mark_presents_nothing_and_two_labels_name_two() -> None:
    agenda = read(LEADS.format(body=BODY)).agenda
    assert [item.pages for item in agenda] == [(2, 8), (9, 12), (13, 20), (21, 21)]
    assert [item.officers for item in agenda] == [
        (),
        ("Councillor Una Reed",),
        ("Cllr Tam Frost", "Ann Wood"),
        ("Head of Rivers",),
    ]


def test_a_range_that_ends_an_items_words_is_its_pages() -> None:
    (*_, item) = read(
        f"{BODY}Monday 8 June 2026\n{ITEMS}4. Replies\n\n   The replies are attached (Pages 67 - 72)\n"
    ).agenda
    assert (item.pages, item.description) == ((67, 72), "The replies are attached")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Contact: Ann Wood Tel. No. 01632 960 392", "Ann Wood"),
        (
            "Contact: Mrs. L. Vane-Hart (Tel. 01632 960 583)\nEmail: lia.vane@wendle.example",
            "Mrs. L. Vane-Hart",
        ),
        ("V. Skelding, Town Clerk & RFO", "V. Skelding"),
    ],
)
def test_the_clerk_is_named_as_printed(told: str, name: str) -> None:
    assert read(f"{BODY}Monday 8 June 2026\n{told}\n{ITEMS}").contacts[0].name == name


SUPPLEMENT = (
    f"Wendle Council\n\n{BODY}Thursday 11 June 2026\n\nSUPPLEMENTARY AGENDA\n\n6. Swans (Pages 51 - 52)\n"
    "\fPage 51\nAgenda Item 6\nReport of: Head of Parks\n\nThere are nine.\n\fPage 52\n\nThere were ten.\n"
)


def test_a_supplements_front_sheet_has_no_page_of_the_pack() -> None:
    pack = understand(from_text(SUPPLEMENT))
    assert [page.pack_page for page in pack.pages] == [None, 51, 52]


def test_papers_begin_where_a_stamp_reaches_the_first_page_told() -> None:
    items = "AGENDA\n\n1 Apologies\n2 Minutes of May       page 3\n3 Swans       page 4\n"
    document = from_text(
        f"Page 1\n{BODY}Monday 8 June 2026\n\n{items}\fPage 2\n\fPage 3\nMay was dry.\n\fPage 4\nNine.\n"
    )
    assert read_front_sheet(document, find_furniture(document)).ends_at == (3, 1)
