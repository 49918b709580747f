"""Action trackers whose cells an extract wrote one after the other."""

from __future__ import annotations

from imports.layout.furniture import find_furniture, read_lines
from imports.model.tables import TrackedAction
from imports.trackers.actions import read_action_tracker
from tests.importers.sheets import from_text

NUMBERED = """
Harbour Committee
Action Tracker
Ref Meeting date Action Lead Progress
1 4 June 2024 Provide a
breakdown of the
dues by berth.
Fiona Keel Complete.
Circulated on 2 July
2024.
2 4 June 2024 Invite the pilots
to a meeting of the
Committee.
Lucy Tranter The pilots will come
in January.
3 3 September 2024 Arrange a visit to the
lock for all members of
the Committee.
Stephen Bright /
Lucy Tranter
Visit held on 22
October 2024.
"""
DATED = """
Harbour Committee – Action Log
Date
Action
By whom
Deadline
Status
9 Sept 2024
Provide details of the grants made to
fishermen
Anita Bose
31 Oct 2024
Completed
14 Oct 2024
Circulate the dues by
berth
Harbour Master's Clerk
9 Dec 2024
Letter sent;
reply awaited
Harbour Committee Work Programme
"""
CODED = """
Harbour Committee: Action List
Minute Action required Who Progress
98/24 Obtain quotations for the repair of the
quay wall
Deputy Clerk Two received, third awaited
104/24 Ask the county council to dredge the channel
Clerk Acknowledged. Officer to
visit in November.
115/24 Place the order for the buoys Deputy Clerk Done
Harbour Committee: Forward Plan
Date Business
10th December 2024 Budget for 2025/26
"""
RATED = """
Harbour Committee
Action Sheet
Meeting Agenda item Action agreed Owner Update RAG
27/06/2024 MOORINGS Review the charges for
visiting boats
Kate Ormond The trust replied;
reply sent to members
12/08/2024.
Green
27/06/2024 SLIPWAY Figures for the use
of it to be shared
Tony Burrell Circulated Green
"""


def rows(text: str) -> list[TrackedAction]:
    paper = from_text(text)
    lines = read_lines(paper, find_furniture(paper))
    return list(read_action_tracker(paper, lines, frozenset(), []).rows)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(row.action, row.responsibility, row.progress) for row in rows(text)]


def test_rows_with_numbers_and_days_before_the_action() -> None:
    assert told(NUMBERED) == [
        ("Provide a breakdown of the dues by berth.", "Fiona Keel", "Complete. Circulated on 2 July 2024."),
        (
            "Invite the pilots to a meeting of the Committee.",
            "Lucy Tranter",
            "The pilots will come in January.",
        ),
        (
            "Arrange a visit to the lock for all members of the Committee.",
            "Stephen Bright / Lucy Tranter",
            "Visit held on 22 October 2024.",
        ),
    ]


def test_one_cell_a_line_with_a_day_at_either_end() -> None:
    read = told(DATED)
    assert read[0] == ("Provide details of the grants made to fishermen", "Anita Bose", "Completed")
    assert read[1][0] == "Circulate the dues by berth"
    assert len(read) == 2


def test_minutes_numbers_and_posts_and_another_table_behind() -> None:
    assert told(CODED) == [
        ("Obtain quotations for the repair of the quay wall", "Deputy Clerk", "Two received, third awaited"),
        (
            "Ask the county council to dredge the channel",
            "Clerk",
            "Acknowledged. Officer to visit in November.",
        ),
        ("Place the order for the buoys", "Deputy Clerk", "Done"),
    ]


def test_a_topic_in_capitals_and_a_rating_of_colour() -> None:
    first, second = rows(RATED)
    assert (first.topic, first.action) == ("MOORINGS", "Review the charges for visiting boats")
    assert first.progress == "The trust replied; reply sent to members 12/08/2024."
    assert (second.responsibility, second.progress) == ("Tony Burrell", "Circulated")


def test_columns_that_cannot_be_told_give_no_rows() -> None:
    text = """
    Action Sheet

    Owner

    Update

    Action agreed

    Review the charges

    Share the figures

    Publish the list

    Kate Ormond

    Circulated

    Not started
    """
    assert rows(text) == []


MONTHS = """
Harbour Committee
Tracking of actions
Date agreed Recommendation or action Lead Target date Progress
20 June 2024 Offer members a tour of the
dredger
Tony Burrell October 2024 Done
19 September 2024 Report on the budget for the
buoys
Head of Finance January 2025 Not yet due
"""


def test_a_month_by_which_it_is_due_is_no_name_and_no_progress() -> None:
    assert told(MONTHS) == [
        ("Offer members a tour of the dredger", "Tony Burrell", "Done"),
        ("Report on the budget for the buoys", "Head of Finance", "Not yet due"),
    ]


SHUFFLED = """
Action Sheet

Meeting

27/06/2024

Agenda item

Moorings

26/09/2024

Slipway

RAG

Green

Amber

Action agreed

Owner

Update

Review the charges for visiting
boats

Share the figures of its use

Kate Ormond

The trust has replied.

Tony Burrell

Not started
"""


def test_columns_printed_one_below_the_other_are_told_by_their_counts() -> None:
    read = [(row.topic, row.action, row.responsibility, row.progress) for row in rows(SHUFFLED)]
    assert read == [
        ("Moorings", "Review the charges for visiting boats", "Kate Ormond", "The trust has replied."),
        ("Slipway", "Share the figures of its use", "Tony Burrell", "Not started"),
    ]
    uneven = rows(SHUFFLED.replace("Share the figures of its use\n", ""))
    assert [row.responsibility for row in uneven] == ["Kate Ormond"]
