"""A copied page whose table of items came as rows between bars, or lost the labels beside its titles."""

from __future__ import annotations

from imports.readers.copied_page import read_copied
from imports.readers.row_page import read_rows


def test_rows_between_bars_part_titles_from_what_is_said_of_them() -> None:
    text = (
        "Venue: Quay Room, Strand House. View directions\nContact: Ivy Brook Email:\n"
        "No. | Item |\n---|---|\nApologies To receive any apologies. |\n|\n"
        "Substitute Members To receive changes. Minutes: There were none. |\n"
        "Buoys of the Outer Quay Consider, and if so desired, adopt this:\n(a) a red one |\n1. |\nLamps |\n"
    )
    meeting = read_rows(text)
    assert meeting is not None
    assert (meeting.venue, meeting.notes) == ("Quay Room, Strand House", ["Contact: Ivy Brook Email:"])
    assert [(x.number, x.title, x.description, x.minutes) for x in meeting.items] == [
        (None, "Apologies", ["To receive any apologies."], []),
        (None, "Substitute Members", ["To receive changes."], ["There were none."]),
        (None, "Buoys of the Outer Quay", ["Consider, and if so desired, adopt this:", "(a) a red one"], []),
        ("1", "Lamps", [], []),
    ]
    assert read_rows("The agenda says No. | Item and no more") is None


def test_the_first_title_of_a_list_without_numbers_may_begin_as_a_purpose_does() -> None:
    text = "Moor Panel - Monday, 4th May, 2033 10 am\n\nNo. Item\n\nTo Receive Apologies\n\nPeat Update\n"
    meeting = read_copied(text)
    assert meeting is not None
    assert [x.title for x in meeting.items] == ["To Receive Apologies", "Peat Update"]


def test_the_label_of_papers_tells_a_title_where_that_of_minutes_was_lost() -> None:
    text = (
        "Remote Meeting (no public seats), Moor County Council - Monday, 4th May, 2033 10.00 am\n\n"
        "No. Item\n\n"
        "Minutes pdf icon PDF 21 KB\n\nTo confirm those of March.\n\nAdditional documents:\n\n"
        "They were confirmed.\n\nTo receive any announcements from the Chair\n\nAdditional documents:\n\n"
        "The Chair announced the following:-\n\n·     thanks to all\n"
    )
    meeting = read_copied(text)
    assert meeting is not None
    assert meeting.committee == "Moor County Council"
    assert [x.title for x in meeting.items] == ["Minutes", "To receive any announcements from the Chair"]
