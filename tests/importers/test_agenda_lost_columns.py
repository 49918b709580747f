"""Agendas whose columns ran together: tables without their blanks, pages behind titles and files."""

from __future__ import annotations

from imports.front.sheet import FrontSheet, read_front_sheet
from tests.importers.sheets import from_text

HEAD = """Weirton District Council
Pond Overview Committee
Monday 9 May 2033, 6.30pm
Assembly Room, Mill Hall, Weirton
Agenda
"""


def sheet_of(text: str) -> FrontSheet:
    return read_front_sheet(from_text(HEAD + text))


def test_headings_tell_what_stands_behind_the_titles_of_a_table_without_blanks() -> None:
    sheet = sheet_of("""No. Item Presenter Pages Time
1. Apologies for absence Chair 6.30pm
2. Minutes of the meeting held on Chair 3-8
14 March 2033
3. Pond lining performance Emily Hale/ 9-10 6.40pm
Daniel Moss
4. Regulatory update Sarah Kunz 11-24 6.50pm
5. Risk register Sarah Kunz Verbal 7.10pm
6. Any other business All
""")
    assert [(x.title, x.pages, x.officers) for x in sheet.agenda] == [
        ("Apologies for absence", None, ("Chair",)),
        ("Minutes of the meeting held on 14 March 2033", (3, 8), ("Chair",)),
        ("Pond lining performance", (9, 10), ("Emily Hale", "Daniel Moss")),
        ("Regulatory update", (11, 24), ("Sarah Kunz",)),
        ("Risk register", None, ("Sarah Kunz",)),
        ("Any other business", None, ("All",)),
    ]


def test_papers_and_purposes_behind_the_names_are_no_part_of_titles_and_single_pages_are() -> None:
    sheet = sheet_of("""Item Title Lead Paper Page Purpose
1 Apologies for absence Chair Verbal Note
2 Pond Story Dr Fiona Hale Paper A 3 Discuss
3 Integrated Pond Report Stacey Colt Paper B 4 Approve
4 Action Log Chair Paper C 7 Note
""")
    assert [(x.title, x.pages, x.officers) for x in sheet.agenda] == [
        ("Apologies for absence", None, ("Chair",)),
        ("Pond Story", (3, 3), ("Fiona Hale",)),
        ("Integrated Pond Report", (4, 4), ("Stacey Colt",)),
        ("Action Log", (7, 7), ("Chair",)),
    ]


def test_without_such_headings_nothing_is_taken_off_a_title() -> None:
    sheet = sheet_of("1 Apologies for absence\n2 Meeting the Chair\n3 Grants for All\n4 A Report by All\n")
    assert [x.title for x in sheet.agenda][1:] == ["Meeting the Chair", "Grants for All", "A Report by All"]


def test_a_column_of_pages_is_parted_from_titles_and_files_and_a_title_goes_on_below_it() -> None:
    sheet = sheet_of("""1. Apologies for absence
2. Minutes Page 5
To confirm the minutes of the meeting held on 14 March 2033
3. Pond Lining Programme and Weir Asset Page 11
Management Plan
Report by the Director of Ponds
4. Weir Naming
For Decision
Weir report.pdf Page 64
Appendix.pdf Page 70
5. Questions on page 3
""")
    assert [(x.title, x.pages) for x in sheet.agenda][1:4] == [
        ("Minutes", (5, 5)),
        ("Pond Lining Programme and Weir Asset Management Plan", (11, 11)),
        ("Weir Naming", (64, 70)),
    ]


def test_times_and_applications_references_begin_titles() -> None:
    sheet = sheet_of("""1. 18:30 - 18:35 Apologies for absence
2. 18:35 Declarations of interest
3. 18:40 Ponds to be dug
3.1 33/00412/FUL: 14 Beech Avenue (Pages 9 - 24)
A pond at the rear.
Recommendation: grant permission
3.2 33/00561/LBC: The Old Granary (Pages 25 - 38)
4. 19.30 Urgent business (copy herewith - pages 39-40)
5. Pond Partnership
(a) Annual Report (pages 41-46)
Report by Head of Communities
(b) Ducks Report (pages 47-54)
""")
    assert [(x.number, x.title, x.pages) for x in sheet.agenda] == [
        ("1", "Apologies for absence", None),
        ("2", "Declarations of interest", None),
        ("3", "Ponds to be dug", None),
        ("3.1", "33/00412/FUL: 14 Beech Avenue", (9, 24)),
        ("3.2", "33/00561/LBC: The Old Granary", (25, 38)),
        ("4", "Urgent business", (39, 40)),
        ("5", "Pond Partnership", None),
        ("5(a)", "Annual Report", (41, 46)),
        ("5(b)", "Ducks Report", (47, 54)),
    ]


def test_a_title_goes_on_below_its_bare_pages_and_a_place_ends_where_the_members_are_named() -> None:
    sheet = read_front_sheet(
        from_text("""Agenda for a meeting of the Pond Overview Committee to be held on
Thursday, 12 May 2033 at 5.30 pm
in Committee Room 1 - Mill House, Weirton
Members of the Committee – Councillors
LABOUR CONSERVATIVE GREEN
AGENDA
1. MINUTES
Recommended –
That the minutes be signed.
2. SAFER PONDS AND STRONGER WEIRS 1 - 22
PARTNERSHIP ANNUAL REPORT
The Strategic Director, Place will submit a report.
3. PERFORMANCE OUTTURN REPORT 23 - 74
The Chief Executive will submit a report which sets out the outturn.
""")
    )
    assert sheet.venue == "Committee Room 1 - Mill House, Weirton"
    assert [(x.title, x.pages) for x in sheet.agenda] == [
        ("MINUTES", None),
        ("SAFER PONDS AND STRONGER WEIRS PARTNERSHIP ANNUAL REPORT", (1, 22)),
        ("PERFORMANCE OUTTURN REPORT", (23, 74)),
    ]


def test_a_sentence_that_names_who_presents_between_others_without_white_space() -> None:
    sheet = sheet_of("""1. Apologies for absence
2. Pond Plan 2033/34 (Pages 11 - 52)
To consider the draft plan.
Contact: Stephen Hale, Head of Policy, Partnerships
and Pond Planning
3. Weir Libraries Update (Pages 53 - 60)
Report of the Director of Weirs.
For Information
4. Work Programme (Pages 61 - 70)
The Committee will ask for a report by
the clerk on its programme.
""")
    assert [(x.title, x.officers, x.description) for x in sheet.agenda][1:] == [
        (
            "Pond Plan 2033/34",
            ("Stephen Hale (Head of Policy, Partnerships and Pond Planning)",),
            "To consider the draft plan.",
        ),
        ("Weir Libraries Update", ("Director of Weirs",), "For Information"),
        ("Work Programme", (), "The Committee will ask for a report by the clerk on its programme."),
    ]
