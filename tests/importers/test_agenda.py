from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from imports.front.sheet import read_front_sheet
from imports.model.agenda import AgendaItem
from imports.model.document import OutlineEntry
from tests.importers.sheets import Row, from_rows, from_text

TOP = "Wendshire County Council\nRivers Scrutiny Committee\n\nThursday 13 June 2024 at 10.00 am\n\nAGENDA\n\n"


def agenda_of(text: str) -> tuple[AgendaItem, ...]:
    return read_front_sheet(from_text(TOP + text)).agenda


def test_number_title_pages_and_officer_on_one_line() -> None:
    items = agenda_of(
        """1  Apologies for absence Morwenna Pascoe

2  Declarations of interest

Please see note (a) at the end of agenda.

Morwenna Pascoe

3  Weirs (Pages 1 - 8) Idris Vaughan

4  Sluices - what is the picture along the whole of the River Wend (Pages 9 -
28)

To note the report.

Morwenna Pascoe

5  Committee Workplan (Pages 29 - 30) Cllr Dr Harriet
Oakes, Morwenna
Pascoe
"""
    )
    assert [(item.number, item.title, item.pages, item.officers) for item in items] == [
        ("1", "Apologies for absence", None, ("Morwenna Pascoe",)),
        ("2", "Declarations of interest", None, ("Morwenna Pascoe",)),
        ("3", "Weirs", (1, 8), ("Idris Vaughan",)),
        (
            "4",
            "Sluices - what is the picture along the whole of the River Wend",
            (9, 28),
            ("Morwenna Pascoe",),
        ),
        ("5", "Committee Workplan", (29, 30), ("Cllr Dr Harriet Oakes", "Morwenna Pascoe")),
    ]
    assert items[1].description == "Please see note (a) at the end of agenda."


def test_number_title_and_officer_on_separate_lines_with_a_number_lost_at_a_page_start() -> None:
    items = agenda_of(
        """1

Apologies for absence

Morwenna Pascoe

2

Minutes of the previous meeting (Pages 1 - 16)

Morwenna Pascoe

To approve the minutes of the meeting held on the 10th March 2024 and the
22nd April 2024.
 Flood Wardens (Pages 17 - 70)

Idris Vaughan

To gain an overview of the service.
4

Plan for the new Board

Chris Teale

To receive a verbal update on the plan for the new Board and the refreshed
plan.
"""
    )
    assert [(item.number, item.title, item.officers) for item in items] == [
        ("1", "Apologies for absence", ("Morwenna Pascoe",)),
        ("2", "Minutes of the previous meeting", ("Morwenna Pascoe",)),
        ("3", "Flood Wardens", ("Idris Vaughan",)),
        ("4", "Plan for the new Board", ("Chris Teale",)),
    ]
    assert items[2].description == "To gain an overview of the service."
    sheet = read_front_sheet(
        from_text(TOP + "1 Apologies\n\n2 Weirs (Pages 1 - 8)\n Swans (Pages 9 - 10)\n\n4 Minutes\n")
    )
    assert [(item.number, item.title) for item in sheet.agenda][2] == ("3", "Swans")
    assert [warning.code for warning in sheet.warnings] == ["agenda-number-inferred"]


def test_an_officer_before_the_title_and_one_inside_the_description() -> None:
    items = agenda_of(
        """1  Apologies for absence

2

Idris Vaughan

Weirs and Locks (Pages 1 - 8)

To note.

3  Sluices (Pages 9 - 28)

The review published in May is

Morwenna Pascoe
 available at this link
https://wend.example/reviews/sluices-
2024/review.pdf

4  Swans
"""
    )
    assert (items[1].title, items[1].officers) == ("Weirs and Locks", ("Idris Vaughan",))
    assert items[2].officers == ("Morwenna Pascoe",)
    assert items[2].description == (
        "The review published in May is available at this link "
        "https://wend.example/reviews/sluices-2024/review.pdf"
    )


def test_a_links_parts_are_joined_and_the_next_word_is_not() -> None:
    (item,) = agenda_of(
        """1  Apologies (Page 3)

See https://wend.example/papers/s45/Permanent%20We
irs%20Report.pdf.
The map is at https://wend.example/map/
and the plan at https://wend.example/government/uploads
/data/plan.html today.
"""
    )
    assert item.description == (
        "See https://wend.example/papers/s45/Permanent%20Weirs%20Report.pdf. The map is at "
        "https://wend.example/map/ "
        "and the plan at https://wend.example/government/uploads/data/plan.html today."
    )


def test_capitals_parts_and_an_unnumbered_exclusion() -> None:
    items = agenda_of(
        """PART I - PUBLIC

1.   APOLOGIES FOR ABSENCE
To receive any apologies for absence.

2.   MINUTES (Pages 3 - 12)
To approve the minutes of the meeting held on 10 January 2024.

3.   RIVERSIDE CENTRES - TRANSFORMATION OF EARLY WARNING AND SUPPORT FOR
BOATERS (Pages 13 - 40)
Report of the Director of Rivers.

4.   QUARTER 3 PERFORMANCE (To Follow)
Report of the Head of Policy and Performance.

PART II - EXEMPT

EXCLUSION OF PRESS AND PUBLIC

To consider whether to pass a resolution under the Act.

5.   LOCK CONTRACT (Pages 45 - 60)

Notes:

1. Members of the public are welcome to attend.
2. Questions are welcome.
"""
    )
    assert [(item.number, item.title) for item in items] == [
        ("1", "APOLOGIES FOR ABSENCE"),
        ("2", "MINUTES"),
        ("3", "RIVERSIDE CENTRES - TRANSFORMATION OF EARLY WARNING AND SUPPORT FOR BOATERS"),
        ("4", "QUARTER 3 PERFORMANCE (To Follow)"),
        (None, "EXCLUSION OF PRESS AND PUBLIC"),
        ("5", "LOCK CONTRACT"),
    ]
    assert items[2].officers == ("Director of Rivers",)
    assert items[3].officers == ("Head of Policy and Performance",)
    assert items[1].description == "To approve the minutes of the meeting held on 10 January 2024."
    assert items[3].description is None


def test_bare_page_numbers_in_a_right_hand_column() -> None:
    items = agenda_of(
        """Item                                                                     Page

1.    Apologies

2.    Minutes                                                            5 - 12
      To confirm the minutes of the meeting held on 3 April 2024.

3.    Flood Risk Management Strategy 2024 - 2030                         13-58
      Report of the Director of Place

4.    Water Quality                                                      59

5.    Any other urgent business
"""
    )
    assert [(item.title, item.pages) for item in items] == [
        ("Apologies", None),
        ("Minutes", (5, 12)),
        ("Flood Risk Management Strategy 2024 - 2030", (13, 58)),
        ("Water Quality", (59, 59)),
        ("Any other urgent business", None),
    ]
    assert items[2].officers == ("Director of Place",)


def test_officers_in_a_right_hand_column_wrap_and_keep_their_posts() -> None:
    items = agenda_of(
        """      1. Apologies for absence

      2. Lock Strategy 2024-27 - co-production and early                 Siobhan O'Neill
         findings (Pages 11 - 30)

         Members are invited to comment on the draft strategy.

      3. Weir Keepers annual report (Pages 31 - 52)                      Kwame Boateng,
                                                                         Head of Weir
                                                                         Keeping

      4. Forward Plan (Pages 91 - 94)                                    All
"""
    )
    assert [(item.title, item.officers) for item in items[1:]] == [
        ("Lock Strategy 2024-27 - co-production and early findings", ("Siobhan O'Neill",)),
        ("Weir Keepers annual report", ("Kwame Boateng (Head of Weir Keeping)",)),
        ("Forward Plan", ("All",)),
    ]


def test_sub_items_stars_timings_and_presenters() -> None:
    items = agenda_of(
        """1 Apologies for absence

2* Lock Keepers (10.05am) (Pages 19 - 44)

Cllr Priya Rao, Cabinet Member for Rivers
Dr Ifeoma Okafor, Assistant Director

2a Appendix - fees (Pages 45 - 50)

3 Budget 2024/25 (Pages 51 - 60) (10.45am)

Councillor Tam Frost will present

4 Water quality (Pages 61 - 62)
Witnesses: Jane Doe, South Water; John Roe (River Agency)

5 Minutes
(a) 3 March 2024 (Pages 63 - 66)
(b) 5 April 2024 (Pages 67 - 70)
"""
    )
    assert [(item.number, item.title, item.pages) for item in items] == [
        ("1", "Apologies for absence", None),
        ("2", "Lock Keepers", (19, 44)),
        ("2a", "Appendix - fees", (45, 50)),
        ("3", "Budget 2024/25", (51, 60)),
        ("4", "Water quality", (61, 62)),
        ("5", "Minutes", None),
        ("5(a)", "3 March 2024", (63, 66)),
        ("5(b)", "5 April 2024", (67, 70)),
    ]
    assert items[1].officers == (
        "Cllr Priya Rao (Cabinet Member for Rivers)",
        "Dr Ifeoma Okafor (Assistant Director)",
    )
    assert items[3].officers == ("Councillor Tam Frost",)
    assert items[4].officers == ("Jane Doe (South Water)", "John Roe (River Agency)")


def test_numbers_inside_descriptions_are_no_items() -> None:
    items = agenda_of(
        """1. Apologies for absence

2. Exempt business
To resolve that the public be excluded, on the grounds of information about:
1. any individual;
2. the identity of any individual;
3. financial or business affairs.

3. Weirs (Pages 3 - 8)
The committee asked on
10 March 2024 for this report.

4. Swans (Pages 9 - 10)
"""
    )
    assert [item.title for item in items] == ["Apologies for absence", "Exempt business", "Weirs", "Swans"]


def test_minute_numbers_that_run_on_through_the_year() -> None:
    items = agenda_of(
        "87.\n\nWebcasting introduction\n\n88.\n\nSUBSTITUTE MEMBERS\n\n89.\n\nMINUTES (Pages 5 - 12)\n"
    )
    assert [item.number for item in items] == ["87", "88", "89"]


def test_a_parish_summons_without_pages() -> None:
    sheet = read_front_sheet(
        from_text(
            """
            Lower Wend Parish Council

            Dear Councillor,

            You are summoned to attend a meeting of Lower Wend Parish Council to be held
            at the Village Hall, Church Lane on Monday 10th July 2023 at 7.30pm
            for the purpose of transacting the following business.

            Ada Pike
            Clerk to the Council
            4th July 2023

            AGENDA

            23/45 To receive apologies for absence
            23/46 To approve the minutes of the meeting held on 12th June 2023
            23/47 Planning
            a) 23/01234/FUL Rose Cottage - single storey extension
            b) 23/01250/LBC The Manor - replacement windows
            23/48 Date of next meeting
            """
        )
    )
    assert [(item.number, item.title) for item in sheet.agenda] == [
        ("23/45", "To receive apologies for absence"),
        ("23/46", "To approve the minutes of the meeting held on 12th June 2023"),
        ("23/47", "Planning"),
        ("23/48", "Date of next meeting"),
    ]
    assert sheet.committee == "Lower Wend Parish Council"
    assert sheet.venue == "Village Hall, Church Lane"


def test_pages_on_lines_of_their_own_and_names_after_capitals() -> None:
    items = agenda_of(
        """PART I
ITEM SUBJECT PAGE NO
1. APOLOGIES FOR ABSENCE
To receive any apologies for absence.
-
2. MINUTES
To consider the minutes of the meeting held on 19 September 2023.
7 - 14
3. ANNUAL SCRUTINY REPORT Mark Beeley
To consider the report.
15 - 30
"""
    )
    assert [(item.title, item.pages, item.officers) for item in items] == [
        ("APOLOGIES FOR ABSENCE", None, ()),
        ("MINUTES", (7, 14), ()),
        ("ANNUAL SCRUTINY REPORT", (15, 30), ("Mark Beeley",)),
    ]
    assert items[2].description == "To consider the report."


def test_times_before_the_numbers_and_two_columns_after_the_titles() -> None:
    items = agenda_of(
        """10:00   1.  Welcome                                                     Chair
10:05   2.  Minutes of last meeting                                     Chair            3 - 6
10:10   3.  External audit plan 2024/25                                 Nuala Byrne      7 - 20
            The Board is asked to agree the plan.
10:40   4.  Risk register                                               Deepak Rao       21 - 30
"""
    )
    assert [(item.number, item.title, item.pages, item.officers) for item in items] == [
        ("1", "Welcome", None, ("Chair",)),
        ("2", "Minutes of last meeting", (3, 6), ("Chair",)),
        ("3", "External audit plan 2024/25", (7, 20), ("Nuala Byrne",)),
        ("4", "Risk register", (21, 30), ("Deepak Rao",)),
    ]
    assert items[2].description == "The Board is asked to agree the plan."


def test_a_part_without_items_and_a_signature_end_the_last_item() -> None:
    items = agenda_of(
        """1 Apologies and Substitutes

2 23/00081 - Ferries (Pages 11 - 50)

3 Work Programme (Pages 51 - 54)

EXEMPT ITEMS

(At the time of preparing the agenda there were no exempt items.)

Benjamin Wattle
General Counsel
03000 416999

Wednesday, 6 September 2023
"""
    )
    assert [(item.number, item.title, item.description, item.officers) for item in items] == [
        ("1", "Apologies and Substitutes", None, ()),
        ("2", "23/00081 - Ferries", None, ()),
        ("3", "Work Programme", None, ()),
    ]


ROWS: tuple[Row, ...] = (
    (67, [(56, "Rivers Scrutiny Committee")]),
    (94, [(56, "Thursday 13 June 2024 at 10.00 am")]),
    (112, [(56, "Wend Suite - River Hall, Wendbury")]),
    (139, [(56, "AGENDA")]),
    (167, [(56, "1"), (88, "Apologies for absence"), (431, "Morwenna Pascoe")]),
    (190, [(56, "2"), (88, "Minutes of the previous meeting (Pages 1 - 8)"), (431, "Morwenna Pascoe")]),
    (207, [(88, "To approve the minutes of the meeting held on the 10th March")]),
    (221, [(88, "2024 and the 22nd April 2024.")]),
    (
        243,
        [
            (56, "3"),
            (88, "School Rowing - what is the picture along the whole of the"),
            (431, "Idris Vaughan"),
        ],
    ),
    (257, [(88, "River Wend (Pages 9 - 28)")]),
    (280, [(56, "4"), (88, "Committee Workplan (Pages 29 - 32)"), (431, "Cllr Dr Harriet")]),
    (293, [(431, "Oakes, Morwenna")]),
    (297, [(88, "To discuss future items.")]),
    (306, [(431, "Pascoe")]),
    (330, [(56, "Membership – Cllr Una Reed (Chair) and Cllr Tam Frost")]),
)


def test_three_columns_with_geometry() -> None:
    sheet = read_front_sheet(from_rows(ROWS))
    assert [(item.number, item.title, item.pages, item.officers) for item in sheet.agenda] == [
        ("1", "Apologies for absence", None, ("Morwenna Pascoe",)),
        ("2", "Minutes of the previous meeting", (1, 8), ("Morwenna Pascoe",)),
        (
            "3",
            "School Rowing - what is the picture along the whole of the River Wend",
            (9, 28),
            ("Idris Vaughan",),
        ),
        ("4", "Committee Workplan", (29, 32), ("Cllr Dr Harriet Oakes", "Morwenna Pascoe")),
    ]
    assert (
        sheet.agenda[1].description
        == "To approve the minutes of the meeting held on the 10th March 2024 and the 22nd April 2024."
    )
    assert sheet.agenda[3].description == "To discuss future items."
    assert [member.name for member in sheet.membership] == ["Cllr Una Reed", "Cllr Tam Frost"]


def test_bold_titles_end_where_the_face_changes() -> None:
    rows: list[Row] = [
        (60, [(56, "AGENDA")]),
        (80, [(56, "1."), (88, "Apologies for absence"), (520, "3 - 4")]),
        (93, [(88, "Anybody may send apologies.")]),
        (115, [(56, "2."), (88, "Minutes"), (520, "5 - 9")]),
        (128, [(88, "Those of March.")]),
    ]
    sheet = read_front_sheet(from_rows(rows, bold=["1.  Apologies for absence  3 - 4", "2.  Minutes  5 - 9"]))
    assert [(item.title, item.pages, item.description) for item in sheet.agenda] == [
        ("Apologies for absence", (3, 4), "Anybody may send apologies."),
        ("Minutes", (5, 9), "Those of March."),
    ]


def test_the_bookmarks_stand_in_for_a_front_sheet_that_cannot_be_read() -> None:
    outline = [
        OutlineEntry(1, "Agenda", 1),
        OutlineEntry(1, "3 Minutes of the previous meeting", 3),
        OutlineEntry(1, "5 Weirs and Locks", 9),
        OutlineEntry(2, "Appendix A", 12),
    ]
    scan: list[Row] = [(60, [(56, "scanned")])]
    pages = [scan] * 13
    sheet = read_front_sheet(from_rows(*pages, outline=outline))
    assert [(item.number, item.title, item.page) for item in sheet.agenda] == [
        ("3", "Minutes of the previous meeting", 3),
        ("5", "Weirs and Locks", 9),
    ]
    assert sheet.ends_at == (3, 0)
    assert [warning.code for warning in sheet.warnings] == ["agenda-from-bookmarks"]


def test_page_ranges_that_run_backwards_are_told() -> None:
    sheet = read_front_sheet(from_text(TOP + "1 Minutes (Pages 9 - 12)\n\n2 Weirs (Pages 3 - 8)\n"))
    assert [item.pages for item in sheet.agenda] == [(9, 12), (3, 8)]
    assert [warning.code for warning in sheet.warnings] == ["agenda-pages-out-of-order"]


_TEXT = "1 2. 3 (Pages 4 - AGENDA Minutes of Cllr Ann Reed, PART 10am (a) Membership –"
_words = st.lists(st.sampled_from([*_TEXT.split(), "\n", "\n\n"]), max_size=60)


@settings(max_examples=150, deadline=None)
@given(_words)
def test_no_text_breaks_the_reading(words: list[str]) -> None:
    sheet = read_front_sheet(from_text(" ".join(words) or "x"))
    assert all(item.pages is None or item.pages[0] <= item.pages[1] for item in sheet.agenda)


def test_a_bold_title_wraps_beside_its_pages_above_a_longer_description() -> None:
    told = "To receive and comment on the report."
    bold = ("3. Fostering and Adoption in all of Wendshire: Annual  (Pages 5 -", "Review  6)")
    rows: list[Row] = [
        (80, [(56, "Quay Panel")]), (100, [(56, "Monday 6 February 2034")]), (120, [(56, "AGENDA")]),
        (150, [(56, "1. Apologies")]), (163, [(76, told)]), (190, [(56, "2. Declarations of Interest")]),
        (203, [(76, told)]), (230, [(56, bold[0].partition("  ")[0]), (330, "(Pages 5 -")]),
        (243, [(76, "Review"), (330, "6)")]), (256, [(76, told)]),
        (283, [(56, "4. Swans"), (330, "(Pages 7 -")]), (296, [(76, told), (330, "8)")]),
        (330, [(56, "Members of the public may ask questions on any of this, of which they give notice.")]),
    ]  # fmt: skip
    sheet = read_front_sheet(from_rows(rows, bold=bold))
    assert [(item.title, item.pages) for item in sheet.agenda[2:]] == [
        ("Fostering and Adoption in all of Wendshire: Annual Review", (5, 6)),
        ("Swans", (7, 8)),
    ]
