"""Lists of members in forms met elsewhere, about councils that do not exist."""

from __future__ import annotations

from imports.front.sheet import read_front_sheet
from tests.importers.sheets import from_text

ITEMS = "\n        AGENDA\n\n        1. Apologies\n\n        2. Minutes\n\n        3. Ferry Fares\n"


def members_of(text: str) -> list[tuple[str, str | None]]:
    """Names and roles of those a sheet lists."""
    return [(member.name, member.role) for member in read_front_sheet(from_text(text)).membership]


def test_members_by_party_in_columns_are_read_without_the_parties() -> None:
    text = f"""
        FERRY SUB-COMMITTEE
        Wednesday 29 June 2033

        COUNCILLORS:

        Harbour                 Residents'              East Wend
        ( 3)                    ( 1)                    Residents'( 1)

        Ivy Brook               Ned Coe                 Una Hill
        Abe Dow (Vice-Chair)

        Independent
        ( 1)

        Xan Tooley (Chairman)
        {ITEMS}"""
    assert members_of(text) == [
        ("Councillor Ivy Brook", None),
        ("Councillor Ned Coe", None),
        ("Councillor Una Hill", None),
        ("Councillor Abe Dow", "Vice-Chair"),
        ("Councillor Xan Tooley", "Chairman"),
    ]


def test_members_under_a_quorum_or_a_constitution() -> None:
    assert members_of(f"""
        Ferry Committee
        Members (Quorum: 3)
        Andrew Parr (Chair), Toni Combs (Vice-Chair), Xan Dow,
        Ivy Brook and Ned Coe
        {ITEMS}""") == [
        ("Andrew Parr", "Chair"),
        ("Toni Combs", "Vice-Chair"),
        ("Xan Dow", None),
        ("Ivy Brook", None),
        ("Ned Coe", None),
    ]
    assert members_of(f"""
        Ferry Committee
        {ITEMS}
        THE CONSTITUTION OF THE COMMITTEE IS AS FOLLOWS:

        County Councillor Ivy Brook           Castle;                Harbour Party
        County Councillor Ned Coe-Waterman    Osbert Hill;           Independent Group
        """) == [("County Councillor Ivy Brook", None), ("County Councillor Ned Coe-Waterman", None)]


def test_a_row_that_lacks_the_council_is_read_by_its_places() -> None:
    text = f"""
        Ferry Committee

        Membership

        Council                          Member                     Substitute

        Wend District Council            Cllr Ivy Brook             Cllr Ned Coe
                                         Cllr Una Hill              Cllr Abe Dow
        {ITEMS}"""
    assert members_of(text) == [("Cllr Ivy Brook", None), ("Cllr Una Hill", None)]


def test_the_chair_without_a_colon_and_members_with_their_wards() -> None:
    assert members_of(f"""
        Ferry Committee
        Membership
        Chair        Councillor Ivy Brook
        Vice-Chair   Councillor Ned Coe
                     Councillor Una Hill
                     Councillor Abe Dow
        {ITEMS}""") == [
        ("Councillor Ivy Brook", "Chair"),
        ("Councillor Ned Coe", "Vice-Chair"),
        ("Councillor Una Hill", None),
        ("Councillor Abe Dow", None),
    ]
    wards = members_of(f"""
        Ferry Committee
        Elected Members
        Helen Clark (Strand Rural), Xan Farrell (Quay) and Ned Coe (Wend)
        {ITEMS}""")
    assert [name for name, _ in wards] == ["Helen Clark", "Xan Farrell", "Ned Coe"]


def test_members_below_the_agenda_under_their_committees_name() -> None:
    sheet = read_front_sheet(
        from_text("""
        Ferry Committee
        Tuesday 21 June 2033 at 9.30am

        1.     Minutes                                                            3 - 10

        2.     Ferry fares (PDF, 2 MB)                                            11 - 14

        3.     Work programme                                                     15 - 16

        Ferry Committee
        Members

        Members of the committee, listed below, are summoned to attend the meeting.

        Councillor Ivy Brook (Chair)
        Councillor Ned Coe
        Councillor Una Hill
        Councillor Abe Dow
        """)
    )
    assert [(item.title, item.description) for item in sheet.agenda] == [
        ("Minutes", None),
        ("Ferry fares", None),
        ("Work programme", None),
    ]
    assert len(sheet.membership) == 4


def test_a_body_over_two_lines_behind_its_label_and_over_its_members() -> None:
    text = f"""
        Agenda

        Meeting:          Ferry Growth and Development Overview and Scrutiny
                          Committee

        Date and Time:    Tuesday, 5th July, 2033, 10.00 am

        Membership of the Ferry Growth and
        Development Scrutiny Committee

        Councillors - Shilton-Godwyn (Chair), Appleton, Coe, Brook and Hill
        {ITEMS}"""
    assert (
        read_front_sheet(from_text(text)).committee
        == "Ferry Growth and Development Overview and Scrutiny Committee"
    )
    assert members_of(text)[0] == ("Councillor Shilton-Godwyn", "Chair")


def test_the_chair_named_below_the_label() -> None:
    text = f"""
        Ferry Committee

        Membership:

        Chair:
        Cllr I Brook

        Vice Chair:
        Cllr N Coe

        Cllr S Armstead         Cllr C Dow
        Cllr J Hill             Cllr S Roe
        {ITEMS}"""
    assert members_of(text)[:3] == [
        ("Cllr I Brook", "Chair"),
        ("Cllr N Coe", "Vice-Chair"),
        ("Cllr S Armstead", None),
    ]
    assert len(members_of(text)) == 6


def test_members_below_the_rest_of_their_committees_name_and_those_who_sit_for_others() -> None:
    text = f"""
        Ferry Committee

        To:    The Members of the Children and Young People's Overview and
               Scrutiny Committee

               Councillor A Reed (Chair)
               Councillors E Adams, R Bell, C Coe and
               N Dow

               John Hale, Parent Governor Representative
               Miss Ivy Brook, Diocese of Strand

               Faith Communities Representatives: Mrs A Swift

               Deputies: Councillor U Hill
        {ITEMS}"""
    assert members_of(text) == [
        ("Councillor A Reed", "Chair"),
        ("Councillor E Adams", None),
        ("Councillor R Bell", None),
        ("Councillor C Coe", None),
        ("Councillor N Dow", None),
        ("John Hale", "Parent Governor Representative"),
        ("Miss Ivy Brook", "Diocese of Strand"),
        ("Mrs A Swift", "Faith communities"),
        ("Councillor U Hill", "Substitute"),
    ]


def test_members_under_their_parties_names_in_columns() -> None:
    text = f"""
        Ferry Committee

                                Members
        Conservative                    Green                            Liberal Democrat
        Jane Bower                      Lee Carter                       David Busby (Co-Chair)
        Keith Welham                    Andrew Mell (Co-Chair)           Rachel Hale
        {ITEMS}"""
    assert [name for name, _ in members_of(text)] == [
        "Jane Bower",
        "Lee Carter",
        "David Busby",
        "Keith Welham",
        "Andrew Mell",
        "Rachel Hale",
    ]
