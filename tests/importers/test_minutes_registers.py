"""Minutes with registers, labels and numbers of their own forms: councils that do not exist."""

from __future__ import annotations

from datetime import date, time

from imports.deadlines.reading import read_wording
from imports.pack import understand
from imports.words.dates import find_dates
from tests.importers.sheets import from_text, minutes_of


def test_minutes_under_a_register_without_titles() -> None:
    minutes = minutes_of(
        """
        WENDSHIRE COUNTY COUNCIL

        QUAYS SCRUTINY COMMITTEE - 11 JUNE 2034

        ATTENDANCE

        Members
        I Brook (Chair)
        N Coe

        Apologies
        A Fenn

        Officers
        U Hill - Scrutiny Manager

        QS34.14    DECLARATIONS OF INTERESTS

        N Coe has a boat.

        QS34.15    MOORINGS

        RESOLVED

        a)    That the report be received
        b)    That the Director be asked for a note on chains.
        """
    )
    assert (minutes.committee, minutes.date) == ("QUAYS SCRUTINY COMMITTEE", date(2034, 6, 11))
    assert minutes.present == ("I Brook (Chair)", "N Coe")
    assert (minutes.apologies, len(minutes.officers_in_attendance)) == (("A Fenn",), 1)
    assert [item.number for item in minutes.items] == ["QS34.14", "QS34.15"]
    assert minutes.items[1].resolved == (
        "a) That the report be received",
        "b) That the Director be asked for a note on chains.",
    )


def test_minutes_dated_by_labels_and_an_action_column() -> None:
    minutes = minutes_of(
        """
                              QUAY AND MOOR JOINT PANEL

                                       MINUTES

        Date:      Thursday 14 May 2034
        Time:      2.00 pm - 3.45 pm
        Venue:     Net Loft, Saltby

        Members:       Cllr Ivy Brook (Chair)           Cllr Ned Coe
        Apologies:     Cllr Sol Marsh

        Item    Discussion                                                        Action

        1       Welcome and apologies
                The Chair welcomed everybody.

        2       Quay lighting
                Members asked for the costs of each lamp by ward.                  TR

        3       Dates of next meetings
                9 July 2034.
        """
    )
    assert (minutes.date, minutes.start_time, minutes.concluded) == (
        date(2034, 5, 14),
        time(14),
        time(15, 45),
    )
    assert minutes.present == ("Cllr Ivy Brook (Chair)", "Cllr Ned Coe")
    assert [action.owner for action in minutes.items[1].actions] == ["TR"]


def test_labels_of_what_was_decided_in_the_middle_with_strokes_and_for_whom() -> None:
    minutes = minutes_of(
        """
        MINUTES OF THE QUAYS COMMITTEE OF WENDSHIRE COUNCIL HELD ON FRIDAY, 12 JUNE 2034 AT THE MILL

        Present: Wendshire: Mrs I Brook, Mr N Coe
                 Moorshire: Mr P Lane

        1.  LAMPS

            The Committee, having heard the Director and in answer to the questions of several of its members,
            AGREED:-

            (a)  to note the report; and

            (b)  to thank the staff.

        2.  BINS

            RESOLVED/-

            1.  That they be emptied.

        3.  MOORINGS

            RECOMMENDATION TO CABINET:

            1.  That chains be bought.

            ACTION: the Clerk to write
        """
    )
    assert minutes.committee == "QUAYS COMMITTEE"
    assert minutes.present == ("Mrs I Brook", "Mr N Coe", "Mr P Lane")
    assert [item.resolved for item in minutes.items] == [
        ("(a) to note the report; and", "(b) to thank the staff."),
        ("1. That they be emptied.",),
        ("1. That chains be bought.",),
    ]
    assert [action.owner for action in minutes.items[2].actions] == ["the Clerk"]


def test_minutes_that_call_themselves_so_in_welsh() -> None:
    minutes = minutes_of(
        """
        CYNGOR CYMUNED LLANHALEN

        Cofnodion Cyfarfod y Cyngor a gynhaliwyd nos Fawrth, 10 Mawrth 2034 am 7.00 yh
        Minutes of the Council Meeting held in the Village Hall

        Presennol/Present:  Cyng/Cllr Dewi Rees, Cyng/Cllr Mair Puw

        Ymddiheuriadau/Apologies:  Cyng/Cllr Gareth Lloyd

        45/34   Cofnodion / Minutes

                Resolved: that the minutes be accepted.

        46/34   Llwybrau / Footpaths

                None.
        """
    )
    assert minutes.date == date(2034, 3, 10)
    assert (minutes.present, minutes.apologies) == (
        ("Cllr Dewi Rees", "Cllr Mair Puw"),
        ("Cllr Gareth Lloyd",),
    )
    assert [item.number for item in minutes.items] == ["45/34", "46/34"]


def test_welsh_dates_where_none_is_english() -> None:
    assert [day.date for day in find_dates("3ydd o Fai 2034")] == [date(2034, 5, 3)]
    assert [day.date for day in find_dates("10 Mawrth 2034, 10 March 2034")] == [date(2034, 3, 10)]
    assert find_dates("31 Ebrill 2034") == () and find_dates("10 Mawrth") == ()
    assert [day.date for day in find_dates("on December 6th2034")] == [date(2034, 12, 6)]


def test_a_list_gives_the_hour_and_day_questions_are_due() -> None:
    meeting = date(2034, 3, 16)
    rule = read_wording("Written questions: 4.30pm Monday 13th March; Statements: 4.30pm Wednesday", meeting)
    assert rule is not None and rule.date == date(2034, 3, 13)
    assert read_wording("Responses to questions: 15 January 2034 meeting", meeting) is None


def test_a_tracker_in_columns_whose_cells_run_over() -> None:
    pack = understand(
        from_text(
            """
            Quays Scrutiny Committee

            ACTION TRACKER - July 2034

            Date        Topic             Action                              Owner          Progress
            5 May       Lamps             Send the costs by ward to           Tam Reed       Sent on 20 May.
            2034                          all members of the committee                       Complete.
            5 May       Moorings          Draft a response to the             Ivy Brook /    In progress; due
            2034                          consultation                        Una Hill       30 June.
            """
        )
    ).pack
    assert [(row.action, row.responsibility) for row in pack.action_tracker] == [
        ("Send the costs by ward to all members of the committee", "Tam Reed"),
        ("Draft a response to the consultation", "Ivy Brook / Una Hill"),
    ]


def test_minutes_of_a_web_page_whose_starred_items_go_on_elsewhere() -> None:
    minutes = minutes_of(
        """
        Meeting documents

        Cabinet

        Committee Minutes

        Wed Jan 13 2034

        Present:-

        Councillors Brook (Chairman), Coe and A Fenn

        Members attending in accordance with Standing Orders 8 and 25:-

        Councillors Dray and Hill

        *450 Minutes

        RESOLVED that the minutes be signed.

        *451 Apologies and announcements

        Councillors Lane and Rook apologised for their inability to attend.

        452 Lamps

        There were none.
        """
    )
    assert (minutes.committee, minutes.date) == ("Cabinet", date(2034, 1, 13))
    assert minutes.present == ("Councillor Brook (Chairman)", "Councillor Coe", "Councillor A Fenn")
    assert minutes.apologies == ("Councillor Lane", "Councillor Rook")
    assert [item.number for item in minutes.items] == ["450", "451", "452"]


def test_numbered_actions_below_a_paragraph_are_each_an_action() -> None:
    minutes = minutes_of(
        """
        THE ROYAL BOROUGH OF QUAYSIDE

        SCRUTINY COMMISSION

        Minutes of the meeting held at the Town Hall on Wednesday 24th June 2034 at 7.15pm.

        Present: Cllr Ivy Brook - Chair, Cllr Ned Coe

        3406/1 Apologies for absence
        None.

        3406/2 Gates
        Gates would be renewed.
        ACTION 1: NC to share the programme of works by 30 June.
        ACTION 2: IB to write to landowners.

        3406/3 Date of next meeting
        None.
        """
    )
    assert minutes.committee == "SCRUTINY COMMISSION"
    assert minutes.present == ("Cllr Ivy Brook (Chair)", "Cllr Ned Coe")
    assert [item.number for item in minutes.items] == ["3406/1", "3406/2", "3406/3"]
    assert [action.owner for action in minutes.items[1].actions] == ["NC", "IB"]


def test_stars_in_a_column_of_their_own_mark_those_present() -> None:
    minutes = minutes_of(
        """
        MINUTES of the meeting of the QUAYS SELECT COMMITTEE held at 10.00 am on 11 June 2034 at the Mill.

        These minutes are to be confirmed by the Committee at its meeting on
        10 September 2034.

        Elected Members:
        (*=present)

        *    Ivy Brook (Chair)
        *    Ned Coe
             Ada Fenn

        21/34   APOLOGIES

        Apologies were received from Ada Fenn.

        22/34   LAMPS

        None.
        """
    )
    assert minutes.present == ("Ivy Brook (Chair)", "Ned Coe")


def test_whoever_came_beside_the_members_is_none_of_them() -> None:
    minutes = minutes_of(
        """
        Minutes of Saltby Parish Council meeting held at the Hall on Wednesday 3rd June 2034 at 7.30pm
        Present: Cllrs I Brook (Chairman), N Coe. Three residents
        34/058 Apologies for absence: Cllr T Reed (work), accepted.
        34/059 Declarations of interest: none.
        34/060 Next meeting: 1st July 2034.
        """
    )
    assert minutes.present == ("Cllr I Brook (Chairman)", "Cllr N Coe")
    assert [item.number for item in minutes.items] == ["34/058", "34/059", "34/060"]


def test_a_day_behind_a_dash_over_attendance_alone() -> None:
    minutes = minutes_of(
        """
        Wendle Borough Council

        Environment Scrutiny Committee

        Minutes – Wednesday 4 September 2030, 6.30pm, Committee Rooms 1 and 2, Civic Centre

        Attendance

        Councillors Fay Amis (Chair), Beth Cole and Dan Eyre

        Apologies: Councillor Kay Long

        12. Declarations of interest

        There were none.

        13. Flood defences

        Resolved that the report be noted.
        """
    )
    assert (minutes.date, minutes.start_time) == (date(2030, 9, 4), time(18, 30))
    assert (len(minutes.present), len(minutes.apologies)) == (3, 1)
    assert [item.number for item in minutes.items] == ["12", "13"]


def test_hour_and_place_under_labels_apart_from_the_day() -> None:
    minutes = minutes_of(
        """
        DRAFT MINUTES

        Meeting:  Economy Scrutiny Committee

        Date:     Thursday 5 September 2030

        Time:     10.00 am to 12.15 pm

        Venue:    Council Chamber, Marl Street

        Present:  Cllr J Bell (Chair), Cllr F Moss

        1.   Declarations of interest

             None.

        2.   Town centres

             RESOLVED: that the report be noted.
        """
    )
    assert (minutes.start_time, minutes.concluded) == (time(10), time(12, 15))
    assert minutes.venue == "Council Chamber, Marl Street"
    assert minutes.present == ("Cllr J Bell (Chair)", "Cllr F Moss")


def test_the_end_told_at_the_head_and_councils_over_their_members() -> None:
    minutes = minutes_of(
        """
        WENDSHIRE JOINT HEALTH SCRUTINY COMMITTEE

        Minutes of a meeting held on Tuesday 19 November 2030 in Room 1, County Hall, Wend

        The meeting started at 10.30am and ended at 1.05pm.

        PRESENT

        Wend County Council           Wendle City Council           Penn Council
        Councillor Amy Birch          Councillor Eve Frost          Councillor Isla Jarvis
        Councillor Carl Dean          Councillor Guy Holt           Councillor Kit Lowe

        Apologies: Councillor Max North

        1.  Declarations of Interest

            There were none.

        2.  Stroke Services

            RESOLVED: That the report be noted.
        """
    )
    assert (minutes.start_time, minutes.concluded) == (time(10, 30), time(13, 5))
    assert minutes.venue == "Room 1, County Hall, Wend"
    assert len(minutes.present) == 6
    assert all(name.startswith("Councillor") for name in minutes.present)
    assert [item.number for item in minutes.items] == ["1", "2"]


def test_how_those_present_took_part_is_no_name() -> None:
    minutes = minutes_of(
        """
        Minutes of a meeting of the Leisure Committee held on Monday 4 March 2030 at 7.00 pm

        In the Chair       :     Councillor R Agnew

        Members Present    :     Aldermen   - S Boal
        (In person)              Councillors - T Cairns and U Dunne

        Members Present    :     Councillor  - V Elder
        (Remote)

        Also               Councillors:  Rita Sole
        Present:

        1.   Apologies

             None.

        2.   Hours

             Agreed.
        """
    )
    assert minutes.present == (
        "Councillor R Agnew",
        "Alderman S Boal",
        "Councillor T Cairns",
        "Councillor U Dunne",
        "Councillor V Elder",
    )
    assert minutes.officers_in_attendance == ("Councillor Rita Sole",)


_LOST = """
        Minutes of a meeting of the Crime Panel held at the Hall, Fell on Tuesday 14 May 2030 at 7.00 pm

        Attendance

        {table}

        1 APOLOGIES

        As listed above.

        2 PRECEPT

        RESOLVED: That the precept be supported.
        """


def test_a_register_whose_columns_are_lost_gives_nobody() -> None:
    rows = ("Member Present Apologies", "Cllr Ann Bray X", "Cllr Col Dunn X", "Mr Glyn Hart X")
    cells = ("Member", "Present", "Apologies", "Ann Bray", "X", "Col Dunn", "X", "Glyn Hart", "X")
    among = ("Member", "Present", "Ann Bray", "X", "Col Dunn", "Apologies", "X", "Glyn Hart", "X")
    for table in (rows, cells, among, tuple(row.replace(" X", " | X |") for row in rows)):
        pack = understand(from_text(_LOST.format(table="\n        ".join(table)))).pack
        (minutes,) = pack.minutes
        assert (minutes.present, minutes.apologies, minutes.officers_in_attendance) == ((), (), ())
        assert [warning.code for warning in pack.warnings] == ["attendance-untold"]
        assert [item.number for item in minutes.items] == ["1", "2"]


def test_marks_read_apart_from_their_members_tell_nobody_and_are_no_part_of_an_item() -> None:
    for title in ("Cllr ", ""):
        names = [f"{title}{name}" for name in ("Ann Bray", "Col Dunn", "Glyn Hart")]
        text = _LOST.format(table="\n\n        ".join(["Member", *names]))
        marks = "\n\n        ".join(["Present", "Apologies", "X", "X", "X"])
        pack = understand(from_text(text.replace("2 PRECEPT\n", f"2 PRECEPT\n\n        {marks}\n"))).pack
        (minutes,) = pack.minutes
        assert (minutes.present, minutes.apologies, minutes.officers_in_attendance) == ((), (), ())
        assert [warning.code for warning in pack.warnings] == ["attendance-untold"]
        assert [paragraph.text for paragraph in minutes.items[1].paragraphs] == [
            "RESOLVED: That the precept be supported."
        ]


def test_members_below_each_other_without_marks_are_told() -> None:
    table = ("Members", "Present", "Cllr Jo Cox", "Cllr Col Dunn", "Cllr Al Fox", "Apologies", "Cllr Ed Hart")
    (minutes,) = understand(from_text(_LOST.format(table="\n        ".join(table)))).pack.minutes
    assert minutes.present == ("Cllr Jo Cox", "Cllr Col Dunn", "Cllr Al Fox")
    assert minutes.apologies == ("Cllr Ed Hart",)


def test_a_decision_dated_by_the_day_it_was_made_on() -> None:
    pack = understand(
        from_text(
            """
            Decision of the Elected Mayor

            Decision reference: 2030/17
            Decision made on: 8 August 2030
            Subject: Community grants
            Decision: That the grants be made.
            Date published: 9 August 2030. The decision will come into force on 19 August 2030.
            """
        )
    ).pack
    assert pack.minutes[0].date == date(2030, 8, 8)
    assert pack.minutes[0].items[0].resolved == ("That the grants be made.",)


def test_a_label_over_two_rows_parts_no_name_in_the_list_beside_it() -> None:
    minutes = minutes_of(
        """
        Minutes of the Ferry Panel
        Tuesday 10 May 2033

        Members           Councillors Ann Bell (Chair), Colin Dow, Effie Fry, Sam
        present           Hutton
                          Co-opted: Rev. Al Sands, Mrs Dee Moor
        Officers          Paul Reed (Head of Roads)

        1.     APOLOGIES FOR ABSENCE

        None.

        2.     FERRY FARES

        RESOLVED that the report be noted.
        """
    )
    assert minutes.present == (
        "Councillor Ann Bell (Chair)",
        "Councillor Colin Dow",
        "Councillor Effie Fry",
        "Councillor Sam Hutton",
        "Rev. Al Sands",
        "Mrs Dee Moor",
    )
    assert minutes.officers_in_attendance == ("Paul Reed (Head of Roads)",)
