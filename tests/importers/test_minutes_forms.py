"""Minutes as councils set them: numbers, names and decisions in their many forms."""

from __future__ import annotations

from datetime import date, time

import pytest

from imports.layout.furniture import find_furniture, read_lines
from imports.minutes.reading import MinutesSpan, find_minutes
from imports.model.minutes import Minutes
from tests.importers.sheets import from_text


def spans_of(text: str) -> list[MinutesSpan]:
    document = from_text(text)
    furniture = find_furniture(document)
    return find_minutes(read_lines(document, furniture), furniture)


def minutes_of(text: str) -> Minutes:
    (span,) = spans_of(text)
    return span.minutes


COUNTY = """
    NORTHSHIRE COUNTY COUNCIL
    ADULT CARE SCRUTINY COMMITTEE

    MINUTES of the meeting of the Adult Care Scrutiny Committee held on Wednesday 14
    September 2022 commencing at 10.00 am at the Oak Room - County Hall, Northbury.

    PRESENT
    MEMBERSHIP:

    Cllr Ann Marsh
    Cllr Ben Okafor (Vice-
    Chair)
    Cllr Dee Quinn

    Cllr Eve Rowe (Chairman)
    Envoy for Older People &
    Carers

    Substitutes: Cllr Ian Teal for Cllr Fay Stone

    Apologies:

    Officers in
    attendance:

    Cllr Fay Stone and Envoy for Rural and
    Coastal Towns

    Jo Bell (Head of Care
    Services), Sam Lee (Clerk) and Kit Orr (Finance)

    {number}  DECLARATIONS OF INTEREST

    Cllr Quinn declared that she was a governor.

    {next}  DAY CENTRES AND
    TRANSPORT

    {next}1 The Head of Care presented the
    report in full to the members who were present on that
    day.

    {next}2 Members asked for the map to be sent round. (Action – JB)

    {next}3 It was noted that the centres would close at
    4.30 pm in winter.

    Resolved

    That the report be noted and that a further report be brought
    in January.

    CHAIRPERSON

    Meeting concluded at 12.20 pm
"""


def county() -> Minutes:
    return minutes_of(COUNTY.replace("{number}", "34.").replace("{next}  ", "35.  ").replace("{next}", "35."))


def test_heading_says_whose_when_and_where() -> None:
    minutes = county()
    assert minutes.committee == "Adult Care Scrutiny Committee"
    assert (minutes.date, minutes.start_time) == (date(2022, 9, 14), time(10, 0))
    assert minutes.venue == "Oak Room - County Hall, Northbury"
    assert minutes.concluded == time(12, 20)


def test_shredded_columns_find_their_labels() -> None:
    minutes = county()
    assert minutes.present == (
        "Cllr Ann Marsh",
        "Cllr Ben Okafor (Vice-Chair)",
        "Cllr Dee Quinn",
        "Cllr Eve Rowe (Chairman)",
        "Envoy for Older People & Carers",
    )
    assert minutes.substitutes == ("Cllr Ian Teal for Cllr Fay Stone",)
    assert minutes.apologies == ("Cllr Fay Stone", "Envoy for Rural and Coastal Towns")
    assert minutes.officers_in_attendance == (
        "Jo Bell (Head of Care Services)",
        "Sam Lee (Clerk)",
        "Kit Orr (Finance)",
    )


def test_items_keep_number_and_wrapped_title() -> None:
    assert [(item.number, item.title) for item in county().items] == [
        ("34", "DECLARATIONS OF INTEREST"),
        ("35", "DAY CENTRES AND TRANSPORT"),
    ]


def test_paragraphs_are_joined_and_numbered() -> None:
    item = county().items[1]
    numbered = [(p.number, p.text) for p in item.paragraphs if p.number]
    assert numbered == [
        (
            "35.1",
            "The Head of Care presented the report in full to the members who were present on that day.",
        ),
        ("35.2", "Members asked for the map to be sent round. (Action – JB)"),
        ("35.3", "It was noted that the centres would close at 4.30 pm in winter."),
    ]


def test_resolution_and_action_are_quoted() -> None:
    item = county().items[1]
    assert item.resolved == ("That the report be noted and that a further report be brought in January.",)
    (action,) = item.actions
    assert action.text == "Members asked for the map to be sent round. (Action – JB)"
    assert (action.owner, action.paragraph) == ("JB", "35.2")


def test_number_on_a_line_of_its_own_with_the_names_between() -> None:
    minutes = minutes_of(
        """
        MINUTES of the meeting of the Roads Panel held on Friday 3 March 2023 commencing at 2.00 pm.
        PRESENT
        MEMBERSHIP:
        Cllr Ann Marsh
        Cllr Ben Okafor
        OFFICERS IN
        ATTENDANCE:

        9.

        Cllr Dee Quinn
        Cllr Eve Rowe

        Jo Bell (Head of Roads) and Kit Orr.

        DECLARATIONS OF INTEREST
        There were none.

        10.

        POTHOLES

        10.1

        The Panel heard about potholes.

        10.2 Members thanked the crews.
        Meeting concluded at 3.15 pm
        """
    )
    assert [item.number for item in minutes.items] == ["9", "10"]
    assert [p.number for p in minutes.items[1].paragraphs] == ["10.1", "10.2"]
    assert minutes.present == ("Cllr Ann Marsh", "Cllr Ben Okafor", "Cllr Dee Quinn", "Cllr Eve Rowe")
    assert minutes.officers_in_attendance == ("Jo Bell (Head of Roads)", "Kit Orr")


def test_minute_numbers_in_words_and_a_closing_time() -> None:
    minutes = minutes_of(
        """
        Minutes of the meeting of the Housing Scrutiny Committee held in the Council Chamber,
        Town Hall on Monday, 5 June 2023 at 6.30 pm

        Present: Councillors A Marsh (Chairman), B Okafor and C Price

        Also present: Councillor E Rowe (Cabinet Member)

        In attendance: Jo Bell (Head of Housing)

        Minute No. 34 Apologies

        There were none.

        Minute No. 35 Damp and Mould

        The Head of Housing spoke.

        RESOLVED:-

        (1) That the report be noted;

        (2) That a visit be arranged.

        The meeting closed at 8.05 pm
        """
    )
    assert minutes.venue == "Council Chamber, Town Hall"
    assert [(item.number, item.title) for item in minutes.items] == [
        ("34", "Apologies"),
        ("35", "Damp and Mould"),
    ]
    assert minutes.present == ("Councillor A Marsh (Chairman)", "Councillor B Okafor", "Councillor C Price")
    assert minutes.officers_in_attendance == (
        "Councillor E Rowe (Cabinet Member)",
        "Jo Bell (Head of Housing)",
    )
    assert minutes.items[1].resolved == ("(1) That the report be noted;", "(2) That a visit be arranged.")
    assert minutes.concluded == time(20, 5)


def test_year_numbers_inline_decisions_and_officers_line_by_line() -> None:
    minutes = minutes_of(
        """
        Minutes of a meeting of the Environment Overview and Scrutiny Panel
        held on Tuesday 7 March 2023 at 10.00am in Committee Room 1, Civic Centre

        Councillors: J Abbott (in the Chair), K Bird

        Officers in attendance:
        Pat Hill, Director of Place
        Robin Ives, Waste Manager

        34/22 MINUTES OF THE LAST MEETING

        AGREED that the minutes of 10 January 2023 be approved.

        35/22 WASTE COLLECTION

        Figures had fallen.

        ACTION: Robin Ives to circulate the figures.

        RESOLVED - That the update be noted.

        The meeting ended at 11.47 am.
        """
    )
    assert minutes.committee == "Environment Overview and Scrutiny Panel"
    assert minutes.officers_in_attendance == ("Pat Hill, Director of Place", "Robin Ives, Waste Manager")
    assert [item.number for item in minutes.items] == ["34/22", "35/22"]
    assert minutes.items[0].resolved == ("that the minutes of 10 January 2023 be approved.",)
    assert minutes.items[1].resolved == ("That the update be noted.",)
    assert [action.owner for action in minutes.items[1].actions] == ["Robin Ives"]


def test_minutes_that_call_themselves_nothing() -> None:
    minutes = minutes_of(
        """
        SCRUTINY BOARD (SKILLS)

        WEDNESDAY, 6TH JULY, 2022

        PRESENT: Councillor A Lamb in the Chair

        Councillors H Bell, E Flint and C Gray

        15 Late Items

        There were no late items.

        16 Attendance in Schools

        RESOLVED - That the Board notes the report.

        (The meeting concluded at 12.35pm)
        """
    )
    assert (minutes.date, minutes.concluded) == (date(2022, 7, 6), time(12, 35))
    assert len(minutes.present) == 4
    assert [item.title for item in minutes.items] == ["Late Items", "Attendance in Schools"]


def test_a_form_with_labels_and_timed_items() -> None:
    minutes = minutes_of(
        """
        City of Westford Council   Committee Minutes

        Meeting  Health Scrutiny Committee
        Date  5 July 2022
        Present  Councillors Doughty (Chair), Heaton and Hook
        Apologies  Councillor Vassie

        1. Declarations of Interest (5.32 pm)

        Members were asked to declare any interests.

        2. Dentistry (5.35 pm)

        Resolved:
        i. That the report be noted.
        ii. That an update be received in autumn.

        [The meeting started at 5.30 pm and finished at 7.10 pm].
        """
    )
    assert minutes.committee == "Health Scrutiny Committee"
    assert minutes.present == ("Councillor Doughty (Chair)", "Councillor Heaton", "Councillor Hook")
    assert minutes.apologies == ("Councillor Vassie",)
    assert minutes.concluded == time(19, 10)
    assert minutes.items[1].resolved == (
        "i. That the report be noted.",
        "ii. That an update be received in autumn.",
    )


def test_an_agenda_item_about_minutes_is_no_set_of_minutes() -> None:
    assert not spans_of(
        """
        AGENDA

        1  Apologies

        2  Minutes

        To approve the minutes of the meeting held on 10th March 2022.

        Minutes of the previous meeting held on 10 March 2022 at 10.00 am (Pages 1 - 8)

        Membership – Cllr Ann Marsh, Cllr Ben Okafor
        """
    )


def test_two_sets_stay_apart() -> None:
    first = COUNTY.replace("{number}", "34.").replace("{next}  ", "35.  ").replace("{next}", "35.")
    second = COUNTY.replace("14\n    September", "12\n    October").replace("{number}", "36.")
    second = second.replace("{next}  ", "37.  ").replace("{next}", "37.")
    sets = [span.minutes for span in spans_of(first + second)]
    assert [m.date for m in sets] == [date(2022, 9, 14), date(2022, 10, 12)]
    assert [[item.number for item in m.items] for m in sets] == [["34", "35"], ["36", "37"]]


def test_numbered_list_in_a_minute_is_no_item() -> None:
    minutes = minutes_of(
        """
        MINUTES of the meeting of the Roads Panel held on Friday 3 March 2023 commencing at 2.00 pm.

        Present: Cllr Ann Marsh, Cllr Ben Okafor

        12. GRITTING

        The Panel asked for:

        1. A map of the routes.

        2. A list of the grit bins.

        13. VERGES

        The Panel noted the report.

        14. PARKING

        The Panel noted the report.
        """
    )
    assert [item.number for item in minutes.items] == ["12", "13", "14"]
    assert any("grit bins" in p.text for p in minutes.items[0].paragraphs)


def test_minutes_without_numbers_are_divided_by_their_titles() -> None:
    minutes = minutes_of(
        """
        MINUTES of the meeting of the Roads Panel held on Friday 3 March 2023 commencing at 2.00 pm.

        Present: Cllr Ann Marsh, Cllr Ben Okafor

        GRITTING OF LANES

        The Panel noted the report.

        VERGES

        The Panel thanked the crews.
        """
    )
    assert [(item.number, item.title) for item in minutes.items] == [
        (None, "GRITTING OF LANES"),
        (None, "VERGES"),
    ]
    assert minutes.items[1].paragraphs[0].text == "The Panel thanked the crews."


def test_minutes_without_any_item_are_read_all_the_same() -> None:
    minutes = minutes_of(
        """
        MINUTES of the meeting of the Roads Panel held on Friday 3 March 2023 commencing at 2.00 pm.

        Present: Cllr Ann Marsh, Cllr Ben Okafor
        """
    )
    assert minutes.items == ()
    assert minutes.present == ("Cllr Ann Marsh", "Cllr Ben Okafor")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("A note would be sent. (ACTION: EP)", "EP"),
        ("A visit was wanted. (Action - AG to liaise with the schools July)", "AG"),
        ("They would meet again. ACTION: Ann Clark/Sarah Scott", "Ann Clark/Sarah Scott"),
        ("Officers took action: nobody was hurt.", None),
    ],
)
def test_owners_of_marked_actions(words: str, owner: str | None) -> None:
    minutes = minutes_of(
        f"""
        MINUTES of the meeting of the Roads Panel held on Friday 3 March 2023 commencing at 2.00 pm.

        Present: Cllr Ann Marsh, Cllr Ben Okafor

        12. GRITTING

        The Panel spoke of salt. {words}

        13. VERGES

        The report was noted.
        """
    )
    assert [action.owner for action in minutes.items[0].actions] == ([owner] if owner else [])
    assert not minutes.items[1].resolved, "a report that was noted is no resolution"


SENTENCED = """
    Minutes of a meeting of the Coast Scrutiny Committee held at Quay Hall, Strand on Monday, 7 May 2035.

    PRESENT

    Mr. A. B. Dunnage CC (in the Chair)

    Councillors R Bosk (Vice-Chairman), H Gribb, L
    Nance and T Brim (substitute for K
    Dunst)

    12. Minutes.

    The minutes of the meeting held on 5 March 2035 were confirmed and signed.

    13. Question Time.

    The Clerk reported that no questions had been received under Standing
    Order 34.

    14. Questions asked by members.

    None had been received under Standing
    Order 35.

    15. Urgent items.

    There were none.

    16. Declarations of interest.

    There were none.

    17. Dunes.

    It was resolved to note the survey of the dunes.

    18. Piers.

    RESOLVED; That the pier be painted.

    2.00 - 3.47 pm                             CHAIRMAN
    07 May 2035
"""


def test_titles_that_end_as_sentences_and_a_time_beside_the_signature() -> None:
    minutes = minutes_of(SENTENCED)
    assert [item.number for item in minutes.items] == ["12", "13", "14", "15", "16", "17", "18"]
    assert (minutes.start_time, minutes.concluded) == (time(14), time(15, 47))
    assert minutes.items[5].resolved == ("to note the survey of the dunes.",)
    assert minutes.items[6].resolved == ("That the pier be painted.",)
    assert "L Nance" in [name.removeprefix("Councillor ") for name in minutes.present]


def test_a_day_with_its_hour_opens_a_page_of_minutes() -> None:
    first, second = spans_of(
        "\f".join(
            f"Quay Council\nMinutes of the Coast Scrutiny Committee\n{day} at 10.00 am\n\nMembers Present:-\n"
            "Councillors: Graham Morris (Chair), Jos Clark and Tim Wye\n\n"
            f"{number}  Declarations of Interest\n\nThere were none.\n\nMeeting ended at 12.20 pm\n"
            for day, number in (("4 December 2034", 14), ("22 January 2035", 15))
        )
    )
    assert (first.minutes.date, second.minutes.date) == (date(2034, 12, 4), date(2035, 1, 22))


def test_times_under_labels_and_apologies_over_two_lines() -> None:
    minutes = minutes_of("""
    COAST SCRUTINY BOARD

    17 October 2034

    Commenced: 6.00 pm           Terminated: 7.25 pm

    Present:             Councillors N Sharp (Chair), Affleck-Booth, J Beard, Cart,
                         Dicks and Pearce-Lyon

    Apologies for        Councillors Colbourne-Hay and Reid-Swann
    Absence:

    18.   DECLARATIONS OF INTEREST

    There were no declarations.

    19.   LETTERS

    RESOLVED

    (i)

    That the letter be noted.
    """)
    assert (minutes.start_time, minutes.concluded) == (time(18), time(19, 25))
    assert [name.removeprefix("Councillor ") for name in minutes.apologies] == ["Colbourne-Hay", "Reid-Swann"]
    assert minutes.items[1].resolved == ("That the letter be noted.",)


def test_minutes_headed_by_the_day_they_go_to_and_an_action_over_two_lines() -> None:
    minutes = minutes_of("""
    Committee and Date                             MARCH COUNCIL

    People Scrutiny Committee

    4 March 2035

    MINUTES OF THE PEOPLE SCRUTINY COMMITTEE MEETING HELD
    ON TUESDAY 16 JANUARY 2035, 10.00 AM - 12.10 PM

    Responsible Officer: Ashley Kendrick

    Present
    Councillors Peggy Mull (Chairman), Ruth Hough, Jeff Anders and Carl Rowle

    27      Apologies for Absence
            Apologies were received from Councillors Roy Ald and Kevin Pard.

    28      Home Education
            The Head of Access introduced the report and told of the rise.
            Members asked that data be provided. Action: Jo Jones to
            circulate data by locality.

    29      Work Programme
            RESOLVED: That it be approved.
    """)
    assert (minutes.date, minutes.start_time, minutes.concluded) == (
        date(2035, 1, 16),
        time(10),
        time(12, 10),
    )
    (action,) = minutes.items[1].actions
    assert action.owner == "Jo Jones"
    assert action.text.endswith("to circulate data by locality.")
