"""Minutes whose titles have their text behind them on the same line: councils that do not exist."""

from __future__ import annotations

from datetime import date

from imports.pack import understand
from tests.importers.sheets import from_text, minutes_of

PANEL = """
    Quay Scrutiny Panel - 30 January 2034

    PRESENT:  Councillor Coe in the chair.

    Councillors Brook (Vice-Chair), Hill and Dray MBE.

    Councillor Fenn attended the meeting in accordance with the provisions of Rule 7.

    The panel met at the Net Loft, Saltby.

    233  DECLARATIONS OF INTERESTS AND DECLARATIONS OF WHIPPING (IF ANY) – There were no
    declarations of any kind.

    No whip was declared.

    234  MINUTES – Resolved – That the minutes of 9 January 2034 be signed.

    235  PUBLIC REQUESTS TO SPEAK There were no requests received.

    236  LAMPS, BOLLARDS AND THE MOORINGS OF THE INNER HARBOUR AND OF
    THE OUTER QUAY – The Chairman summed up what the panel had heard.

    Resolved – (a) That the lamps be lit, and (b) that the moorings be left.
"""


def test_a_title_in_capitals_ends_where_its_text_begins() -> None:
    minutes = minutes_of(PANEL)
    assert (minutes.committee, minutes.date) == ("Quay Scrutiny Panel", date(2034, 1, 30))
    assert minutes.present == (
        "Councillor Coe (in the Chair)",
        "Councillor Brook (Vice-Chair)",
        "Councillor Hill",
        "Councillor Dray MBE",
    )
    assert [(item.number, item.title) for item in minutes.items] == [
        ("233", "DECLARATIONS OF INTERESTS AND DECLARATIONS OF WHIPPING (IF ANY)"),
        ("234", "MINUTES"),
        ("235", "PUBLIC REQUESTS TO SPEAK"),
        ("236", "LAMPS, BOLLARDS AND THE MOORINGS OF THE INNER HARBOUR AND OF THE OUTER QUAY"),
    ]
    assert minutes.items[0].paragraphs[0].text == "There were no declarations of any kind."
    assert minutes.items[1].resolved == ("That the minutes of 9 January 2034 be signed.",)
    assert minutes.items[3].paragraphs[0].text == "The Chairman summed up what the panel had heard."


def test_a_title_in_capitals_with_its_text_on_the_next_line_stays_whole() -> None:
    minutes = minutes_of(PANEL.replace("There were no requests", "\n    There were no requests"))
    assert minutes.items[2].title == "PUBLIC REQUESTS TO SPEAK"
    assert minutes.items[2].paragraphs[0].text == "There were no requests received."


def test_numbers_behind_the_year_need_no_space_above_a_title_in_capitals() -> None:
    minutes = minutes_of(
        """
        Minutes of the Meeting of Saltby Parish Council held on Wednesday 5 May 2034 commencing at 19:00.

        Present: Cllr I Brook (Chair), Cllr N Coe

        PART ONE - OPEN TO THE PUBLIC
        34.44 ELECTION OF CHAIR

        It was RESOLVED that Cllr Brook be elected.

        34.45 ELECTION OF VICE CHAIR

        It was RESOLVED that Cllr Coe be elected.

        34.46 APOLOGIES

        There were none.
        """
    )
    assert [item.number for item in minutes.items] == ["34.44", "34.45", "34.46"]


FLAT = """
    Draft Minutes of the Ordinary Meeting held on Thursday 19th October 2034, at the Net Loft, at 6.30 pm
    Present: Chair Cllr. I Brook, Cllr. N Coe and the Clerk.
    Council Employees Present: Una Hill
    Members of the Public Present: two
    82/34 Apologies: Cllr. A Fenn sent his apologies.
    Cllr. Brook opened the meeting in the usual manner
    83/34 Declarations of Interest: There were none made at this meeting.
    84/34 County Councillor's Report:
    - Lamps are to be mended. RESOLVED and noted.
    85/34 Public Observations on Matters Arising and Agenda Items Being Discussed at this Meeting: None came.
    86/34 Minutes of the Meeting held on 21st September 2034- RESOLVED that the minutes be confirmed.
    87/34 Correspondence.
    A letter came. The following was asked:
    1 Lamps for the quay
    2 Bins for the moor
    Action UH and NC
    88/34 Next meeting
"""


def test_minutes_without_white_space_have_the_items_their_numbers_tell() -> None:
    minutes = minutes_of(FLAT)
    assert [item.number for item in minutes.items] == [f"{n}/34" for n in range(82, 89)]
    assert [item.title for item in minutes.items[1:4]] == [
        "Declarations of Interest",
        "County Councillor's Report",
        "Public Observations on Matters Arising and Agenda Items Being Discussed at this Meeting",
    ]
    assert minutes.present == ("Cllr. I Brook (Chair)", "Cllr. N Coe")
    assert minutes.apologies == ("Cllr. A Fenn",)
    assert [action.owner for action in minutes.items[5].actions] == ["UH and NC"]


def test_a_list_inside_the_last_item_goes_on_with_none_of_the_items_numbers() -> None:
    text = """
        Minutes of the Meeting of Moor Parish Council held on 4 May 2034 at 7 pm
        Present: Cllr I Brook, Cllr N Coe
        1. Apologies
        None.
        2. Minutes
        They were signed.
        3. Open forum
        Three things were said:
        1. Lamps
        2. Bins
        3. Moorings
        4. Gates
    """
    assert [item.number for item in minutes_of(text).items] == ["1", "2", "3"]


def test_all_in_attendance_are_present_where_nobody_else_is() -> None:
    minutes = minutes_of(
        """
        Minutes of the Council Meeting
        28Th November 2034
        Venue Net Loft
        1 In Attendance
        Councillors I Brook (IB) Chair, N Coe (NC) Vice-Chair
        2 Apologies
        Councillor A Fenn who was ill and Cllr O Dray who was away
        3 Minutes of meetings
        They were signed.
        4 Lamps
        None were lit.
        ACTION NC
        """
    )
    assert [item.title for item in minutes.items][-2:] == ["Minutes of meetings", "Lamps"]
    assert [action.owner for action in minutes.items[-1].actions] == ["NC"]


def test_groups_of_members_are_labels_and_no_names() -> None:
    minutes = minutes_of(
        """
        Schools Forum
        Minutes of the Meeting
        Held on Wednesday 18 January, 2034 at
        Saltby School

        Meeting commenced at 8.05 am

        PRESENT
        School members:
        Ivy Brook, Ned Coe (Chair)
        Non school members:
        Una Hill, Ada Fenn
        Observers:
        Olive Dray

        1.   Apologies for absence

        None

        2.   Any other business

        None
        """
    )
    assert minutes.committee == "Schools Forum" and str(minutes.start_time) == "08:05:00"
    assert minutes.present == ("Ivy Brook", "Ned Coe (Chair)", "Una Hill", "Ada Fenn")
    assert minutes.officers_in_attendance == ("Olive Dray",)


def test_minutes_that_tell_no_end_are_over_where_the_next_papers_title_heads_its_stamped_page() -> None:
    agenda = "AGENDA\n\n1 Apologies\n2 Minutes (Pages 2 - 2)\n3 Swans of the Upper Wend (Pages 3 - 4)\n"
    held = "Minutes of the Quay Scrutiny Panel held on Monday 9 January 2034\nPresent: Councillor Coe\n"
    said = "\n7 LAMPS\n\n7.1 The lamps were lit.\n\n8 WALLS\n\n8.1 The walls had fallen.\n"
    front = f"Page 1\nQuay Scrutiny Panel\nMonday 6 February 2034 at 2.00 pm\n\n{agenda}"
    swans = "Page 3\nSwans of the Upper Wend\n\nThere are nine swans.\n\fPage 4\nThere were ten.\n"
    pack = understand(from_text(f"{front}\fPage 2\n{held}{said}\f{swans}")).pack
    assert [(minutes.page, minutes.last_page) for minutes in pack.minutes] == [(2, 2)]
    assert [(report.agenda_item, report.file_pages) for report in pack.reports] == [("3", (3, 4))]


def test_a_signature_on_a_page_of_its_own_is_no_paper() -> None:
    agenda = "AGENDA\n\n1 Apologies\n2 Minutes (Pages 2 - 3)\n3 Swans of the Upper Wend (Pages 4 - 4)\n"
    front = f"Page 1\nQuay Scrutiny Panel\nMonday 6 February 2034 at 2.00 pm\n\n{agenda}"
    held = "Minutes of the Quay Scrutiny Panel held on Monday 9 January 2034\nPresent: Councillor Coe\n"
    said = "\n7 LAMPS\n\n7.1 They were lit.\n\n8 WALLS\n\n8.1 They fell.\n\nThe meeting closed at 3.05 pm\n"
    swans = "Page 4\nSwans of the Upper Wend\n\nThere are nine swans.\n"
    pack = understand(from_text(f"{front}\fPage 2\n{held}{said}\fPage 3\nChair ..........\n\f{swans}")).pack
    assert [(minutes.page, minutes.last_page) for minutes in pack.minutes] == [(2, 3)]
    assert [(report.agenda_item, report.file_pages) for report in pack.reports] == [("3", (4, 4))]
