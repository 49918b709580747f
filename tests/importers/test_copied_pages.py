"""Pages of councils' web sites that somebody copied into a text: councils that do not exist."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from imports.detect import read
from imports.pack import understand
from imports.readers.copied_page import read_copied

if TYPE_CHECKING:
    from pathlib import Path

    from imports.model.pack import ParsedPack

MEETING = """Agenda, decisions and minutes

Harbour Scrutiny Panel - Tuesday, 8th March, 2033 6.30 pm

Venue: Net Loft, Saltby. View directions

Contact: Una Hill\u00a0 Committee Officer
Tel: 01632 960001 Email: una.hill@wendshire.example

Media

Items
No. Item

41.

Apologies

Additional documents:

Minutes:

Apologies were received from Councillors Ivy Brook and Ned Coe.

42.

Minutes 8 February 2033 pdf icon PDF 109 KB

To sign the minutes.

 ...  view the full agenda text for item 42.

Decision:

Signed.

Minutes:

Audio recording - 2 minutes

RESOLVED, that:

\u00b7         The minutes be signed.

43.

Public Questions

Anybody may put a question here.

Members of the public wishing to take part should tell the clerk by 9.00am on the working day
before the meeting (in this case Monday, 7 March 2033).

    \u2022 Share this item

44.

Quay Lighting pdf icon PDF 2 MB

Additional documents:

Lamp survey, item 44. pdf icon PDF 3 MB

Minutes:

44.1

The Director showed the lamps.

44.2

A member asked for a map. ACTION: Una Hill

Decision:

The lamps be mended.

44.3

Members thanked the Director for the lamps.

The meeting concluded at 8.12 pm.
"""


def _understand(text: str, path: Path) -> ParsedPack:
    path.write_text(text, encoding="utf-8")
    return understand(read(path)).pack


def test_a_copied_meeting_page_is_read_by_the_labels_the_site_prints(tmp_path: Path) -> None:
    pack = _understand(MEETING, tmp_path / "page.txt")
    assert (pack.committee, pack.meeting_date) == ("Harbour Scrutiny Panel", date(2033, 3, 8))
    assert (pack.start_time, pack.venue) == (time(18, 30), "Net Loft, Saltby")
    assert pack.contacts[0].name == "Una Hill" and pack.contacts[0].email == "una.hill@wendshire.example"
    assert [(x.number, x.title) for x in pack.agenda] == [
        ("41", "Apologies"),
        ("42", "Minutes 8 February 2033"),
        ("43", "Public Questions"),
        ("44", "Quay Lighting"),
    ]
    (minutes,) = pack.minutes
    assert minutes.apologies == ("Councillor Ivy Brook", "Councillor Ned Coe")
    assert minutes.concluded == time(20, 12)
    assert [item.number for item in minutes.items] == ["41", "42", "44"]
    assert minutes.items[1].resolved == ("The minutes be signed.",)
    quay = minutes.items[2]
    assert [part.number for part in quay.paragraphs[:2]] == ["44.1", "44.2"]
    assert [action.owner for action in quay.actions] == ["Una Hill"]
    (deadline,) = [one for one in pack.question_deadlines if one.source == "agenda"]
    assert deadline.applies_to == "public questions"
    assert [warning.code for warning in pack.warnings if warning.code == "cut-short"] == ["cut-short"]


def test_a_browser_parts_number_and_title_by_a_tab_and_a_year_may_follow_the_number() -> None:
    text = (
        "Agenda and minutes\nMoor Committee\nMonday, 4th May, 2033 10.00 am\nNo.\tItem\n"
        "7/33\t\nApologies\n\nMinutes:\nNone.\n8/33\t\nPeat Report\n\nMinutes:\nNoted.\n"
    )
    meeting = read_copied(text)
    assert meeting is not None and meeting.committee == "Moor Committee"
    assert [(x.number, x.title, x.minutes) for x in meeting.items] == [
        ("7/33", "Apologies", ["None."]),
        ("8/33", "Peat Report", ["Noted."]),
    ]


def test_numbers_of_a_list_inside_an_item_are_no_items() -> None:
    words = "No. Item", "5.", "Budget", "Minutes:", "It was asked:", "1.", "What it cost.", "2.", "Who paid."
    text = "\n\n".join((*words, "6.", "Close"))
    meeting = read_copied(text)
    assert meeting is not None
    assert [x.number for x in meeting.items] == ["5", "6"]
    assert meeting.items[0].minutes == ["It was asked:", "1. What it cost.", "2. Who paid."]


ISSUE = """Issue - meetings

Meeting: 26/01/2033 - Quay Management Board (Item 96)

96 LAMP REPORTS pdf icon PDF 55 KB

The Board will receive the reports.

Minutes:

RESOLVED: That the reports be noted.

Meeting: 10/01/2033 - Harbour Panel (Item 73)

73 LAMP REPORT pdf icon PDF 3 MB

Minutes:

The panel noted the report.
"""


def test_an_issue_is_minuted_by_each_meeting_that_had_it(tmp_path: Path) -> None:
    pack = _understand(ISSUE, tmp_path / "issue.txt")
    assert (pack.committee, pack.meeting_date) == ("Quay Management Board", date(2033, 1, 26))
    assert [(m.committee, m.date, m.items[0].number, m.items[0].title) for m in pack.minutes] == [
        ("Quay Management Board", date(2033, 1, 26), "96", "LAMP REPORTS"),
        ("Harbour Panel", date(2033, 1, 10), "73", "LAMP REPORT"),
    ]
    assert pack.minutes[0].items[0].resolved == ("That the reports be noted.",)


def test_an_issue_saved_as_a_page_reads_as_its_copy_does(tmp_path: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in ISSUE.split("\n\n")[1:])
    page = f"<html><head><title>Issue items</title></head><body><h1>Issue - meetings</h1>{body}</body></html>"
    pack = _understand(page, tmp_path / "issue.html")
    assert [m.date for m in pack.minutes] == [date(2033, 1, 26), date(2033, 1, 10)]


def test_a_copied_decision_reads_by_its_labels(tmp_path: Path) -> None:
    text = (
        "Decision details\n\nLamp Contract\n\nDecision Maker: Cabinet Member for Quays\n\nDecision:\n\n"
        "Resolved\n\n"
        "(1) That the contract be let.\n\n(2) That it be reviewed.\n\nPublication date: 19/07/2033\n\n"
        "Date of decision: 18/07/2033\n"
    )
    pack = _understand(text, tmp_path / "decision.txt")
    assert (pack.kind, pack.committee) == ("decision notice", "Cabinet Member for Quays")
    assert pack.minutes[0].date == date(2033, 7, 18)
    assert pack.minutes[0].items[0].resolved == (
        "(1) That the contract be let.",
        "(2) That it be reviewed.",
    )


def test_the_page_of_one_item_keeps_what_was_minuted() -> None:
    meeting = read_copied(
        "Agenda item\n\nLamp Plan\n\nTo note it.\n\nMinutes:\n\nIt was noted.\n\nSupporting documents:\n"
    )
    assert meeting is not None
    assert (meeting.items[0].title, meeting.items[0].minutes) == ("Lamp Plan", ["It was noted."])


def test_a_cmis_page_tells_files_dates_and_who_was_away() -> None:
    text = (
        "Meeting Details\n\nMeeting Summary\nQuay committee\n30 Jun 2033 - 16:30 to 18:00\n• Documents\n"
        "• Attendance\nStandard Items\n1 Apologies\n\nTo receive apologies\n2 pdf Minutes (32Kb)\nTo sign\n"
        "*3 Lamp contract\n\n"
        "Attended - Other Members\nNameReason for Sending ApologySubstituted By\n"
        "Councillor Ivy Brook Councillor Ned Coe\nNameReason for AbsenceSubstituted By\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert (meeting.committee, meeting.date) == ("Quay committee", date(2033, 6, 30))
    assert [(x.number, x.title) for x in meeting.items] == [
        ("1", "Apologies"),
        ("2", "Minutes"),
        ("3", "Lamp contract"),
    ]
    assert meeting.apologies == ["Councillor Ivy Brook"]


def test_a_text_that_only_speaks_of_items_is_no_copied_page() -> None:
    assert read_copied("Agenda\n\nItem No. 1 Apologies\n\n2 Minutes\n") is None
    assert read_copied("No. Item\n\nApologies\n\nMinutes\n") is None


def test_an_item_without_a_number_is_told_by_the_label_behind_its_title(tmp_path: Path) -> None:
    text = (
        "No. Item\n\nRECOMMENDATION I - Terms\n\nMinutes:\n\nResolved to recommend them.\n\n98.\n\n"
        "Apologies\n\nMinutes:\n\n"
        "There were 2 apologies:\n\nCllr Ivy Brook\n\nMiss Una Hill\n\n99.\n\nClose\n\nMinutes:\n\nNone.\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert [(x.number, x.title) for x in meeting.items] == [
        (None, "RECOMMENDATION I - Terms"),
        ("98", "Apologies"),
        ("99", "Close"),
    ]
    path = tmp_path / "page.txt"
    path.write_text(f"Quay Panel - Monday, 4 May 2033 2.00 pm\n{text}", encoding="utf-8")
    assert understand(read(path)).pack.minutes[0].apologies == ("Cllr Ivy Brook", "Miss Una Hill")


def test_a_list_without_numbers_is_told_by_short_lines_that_are_no_sentence() -> None:
    text = (
        "Harbour Scrutiny - Tuesday, 8th March, 2033 6.30 pm, NEW\n\nNo. Item\n\nElection of Chair\n\n"
        "To elect a Chair of the meeting.\n\nApologies\n\nMinutes pdf icon PDF 21 KB\n\n"
        "(Report attached)\n\nMinutes attached\n\nLamps and Buoys\n\nMembers are asked to comment:\n\n"
        "·     on the lamps;\n\n1.   Buoy Task Group - Chair - Councillor I Brook\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert [x.title for x in meeting.items] == [
        "Election of Chair",
        "Apologies",
        "Minutes",
        "Lamps and Buoys",
    ]


def test_notes_and_times_beside_the_numbers_are_no_words_of_an_item() -> None:
    text = (
        "Harbour Panel\nTuesday, 8 March 2033 5.00 pm\n\nItems\nNote No. Item\n\n5pm\n\n1.\n\nElection\n\n"
        "5.15pm\n\n2.\n\nRules of Procedure pdf icon PDF 142 KB\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert [(x.number, x.title, x.description) for x in meeting.items] == [
        ("1", "Election", []),
        ("2", "Rules of Procedure", []),
    ]


def test_a_title_without_a_number_may_stand_above_what_its_item_is_for() -> None:
    text = (
        "Agenda and minutes\n\nMoor Panel - Monday, 4th May, 2033 10.00 am\n\nNo. Item\n\nApologies\n\n"
        "Minutes:\n\nNone had been received.\n\n"
        "Peat Update PDF 27 KB\n\nTo consider the report\n\nMinutes:\n\n"
        "Questions were put.\n\nResolved\n\n"
        "The report be noted.\n\nClose\n\nMinutes:\n\nNone.\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert [(x.title, x.description) for x in meeting.items] == [
        ("Apologies", []),
        ("Peat Update", ["To consider the report"]),
        ("Close", []),
    ]
