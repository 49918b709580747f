from __future__ import annotations

from datetime import date, time

import pytest

from imports.deadlines.reading import read_deadlines
from imports.front.sheet import read_front_sheet
from imports.model.deadlines import OTHER_BUSINESS, DeadlineWording
from imports.model.minutes import MinuteItem, MinuteParagraph, Minutes
from tests.importers.sheets import from_text

SHEET = """
    Wendshire County Council
    Rivers Scrutiny Committee
    Thursday 13 June 2024 at 10.00 am

    AGENDA

    1   Apologies for absence

    2   {title}

    {words}

    3   Weirs and Locks (Pages 3 - 8)

    4   Work programme (Pages 9 - 10)
"""


def deadlines_of(words: str, title: str = "Public Questions") -> tuple[DeadlineWording, ...]:
    document = from_text(SHEET.format(title=title, words=words))
    return read_deadlines(document, read_front_sheet(document), ())[0]


@pytest.mark.parametrize(
    "words",
    [
        "The strategy will be published by 6th June 2024.",
        "Petitions must be received by 12 noon on 7 June 2024.",
        "In response to a question, officers explained that the report would be published by 6th June.",
        "The deadline to register to speak is 12 noon on Monday 10 June 2024.",
        "The consultation closes on 6 June 2024 and questions can be sent to the team.",
        "Three public questions had been received by the deadline of 10am on 6 June 2024.",
        "No questions had been received by the closing date of 6 June 2024.",
        "Written answers to questions will be circulated by 6 June 2024.",
        "Responses to public questions will be published by 5pm on the day before the meeting.",
        "The agenda is published five clear working days before the meeting.",
        "Anyone wishing to make a statement must register by 10am on the working day before the meeting.",
        "Requests for deputations must be made three clear working days before the meeting.",
        "The questionnaire closes at 5pm on 3 June 2024.",
        "The closing date for applications is 3 June 2024.",
        "Questions will be answered by the Cabinet Member at the meeting on 13 June 2024 at 10am.",
        "A motion must be submitted by noon, seven clear working days before the meeting.",
        "Comments on the plan in question must be received by 5pm on 3 June 2024.",
        "Requests for call-in must be received by 5pm on 3 June 2024.",
    ],
)
@pytest.mark.parametrize("title", ["Public Questions", "Weir Repairs"])
def test_what_is_no_question_deadline_makes_none(words: str, title: str) -> None:
    assert deadlines_of(words, title) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Questions and petitions must be received by noon on 10 June 2024.",
        "If you wish to ask a question or make a statement, please email us by 10am on Tuesday 11 June 2024.",
        "By 5pm on Monday 10 June, please send your questions to the clerk.",
        "A written reply is guaranteed to any question delivered by 4pm three clear working days before "
        "the meeting.",
        "Please give at least 3 clear working days' notice of any question.",
        "Any member may ask a question if notice is given to the Monitoring Officer by 10.00 a.m. four "
        "clear working days before the meeting.",
        "Urgent questions may be asked if 24 hours' notice is given to the Chair.",
        "You can submit a question on any item up until 5pm on Friday 7th June.",
    ],
)
def test_a_question_deadline_is_found_under_any_title(words: str) -> None:
    (found,) = deadlines_of(words, "Items for discussion by the public")
    assert found.rule is not None
    assert found.text == words
    assert (found.source, found.agenda_item) == ("agenda", "2")


def test_a_sentence_that_leaves_questions_to_the_title_counts_under_it_only() -> None:
    words = "They must be received by 12 noon the day before the meeting."
    assert len(deadlines_of(words, "Public Questions")) == 1
    assert deadlines_of(words, "Weir Repairs") == ()


@pytest.mark.parametrize(
    ("title", "words", "scope"),
    [
        ("Public Questions", "The deadline is noon on 10 June 2024.", "public questions"),
        ("Members' Questions", "The deadline is noon on 10 June 2024.", "members' questions"),
        ("Questions", "The deadline for questions is noon on 10 June 2024.", "all"),
        (
            "Questions",
            "Questions from members of the public must reach us by noon on 10 June.",
            "public questions",
        ),
        ("Questions", "Questions from Councillors must reach us by noon on 10 June.", "members' questions"),
        ("Weir Repairs", "Please send questions on this report by noon on 10 June.", ("2",)),
        ("Apologies", "Please send questions on items 3 and 4 by noon on 10 June.", ("3", "4")),
        ("Apologies", "Please send questions on items 2 to 4 by noon on 10 June.", ("2", "3", "4")),
    ],
)
def test_the_scope_follows_the_words_and_then_the_item(title: str, words: str, scope: object) -> None:
    (found,) = deadlines_of(words, title)
    assert found.applies_to == scope


def test_a_scope_heading_sets_the_deadline_of_the_items_after_it() -> None:
    document = from_text(
        """
        Rivers Scrutiny Committee
        Thursday 13 June 2024 at 10.00 am
        AGENDA

        1  Apologies for absence

        2  Weirs and Locks (Pages 3 - 8)

        3

        Please send in questions on the following agenda items by end of
        day Monday 10th June 2024

        4  Flood Warnings (Pages 9 - 20)

        5  Swans (Pages 21 - 22)
        """
    )
    sheet = read_front_sheet(document)
    assert [item.is_heading for item in sheet.agenda] == [False, False, True, False, False]
    (found,) = read_deadlines(document, sheet, ())[0]
    assert found.applies_to == ("4", "5")
    assert found.rule is not None
    assert (found.rule.date, found.rule.time, found.rule.time_words) == (
        date(2024, 6, 10),
        None,
        "end of day",
    )


def test_notes_below_the_agenda_are_read_as_notes() -> None:
    document = from_text(
        SHEET.format(title="Swans", words="To note the report.")
        + "\n    Membership – Cllr Una Reed (Chair) and Cllr Tam Frost\n\n    PUBLIC QUESTIONS\n\n"
        "    Questions must be submitted at least 3 clear working days before the meeting.\n"
    )
    (found,) = read_deadlines(document, read_front_sheet(document), ())[0]
    assert (found.source, found.applies_to, found.agenda_item) == ("notes", "public questions", None)


def test_the_subject_stays_until_another_is_named() -> None:
    words = (
        "Written questions must be received 3 clear working days before the meeting. For this meeting, "
        "this means that "
        "they must be received at the latest by 5 pm on Friday 7 June. Petitions and statements must be "
        "received on the "
        "working day before the meeting. For this meeting this means that your submission must be "
        "received at the latest "
        "by 12.00 noon on Wednesday 12 June."
    )
    found = deadlines_of(words, "Public Forum: Questions, Petitions and Statements")
    assert [(item.rule.basis, item.rule.date) for item in found if item.rule] == [
        ("clear working days", None),
        ("date", date(2024, 6, 7)),
    ]


def test_a_written_and_a_verbal_reply_have_deadlines_of_their_own() -> None:
    words = (
        "Those wishing to ask questions are required to give notice of any such questions in writing no "
        "later than 5pm on "
        "Tuesday 4 June 2024 in order to be guaranteed of a written response. In order to receive a "
        "verbal response "
        "questions must be submitted no later than 5pm on Thursday 6 June 2024. Questions may be asked "
        "without notice if "
        "the Chairman decides that the matter is urgent. If you would like to make a statement, please "
        "register at least "
        "10 minutes before the meeting."
    )
    assert [
        (found.tier, found.rule and found.rule.date) for found in deadlines_of(words, "Public Participation")
    ] == [
        ("guaranteed a written reply", date(2024, 6, 4)),
        ("may get a verbal reply", date(2024, 6, 6)),
    ]


def test_two_tiers_in_one_sentence_are_two_deadlines() -> None:
    words = (
        "Questions on the agenda must be received by 4pm three clear working days before the meeting; "
        "any other question six clear working days before the meeting."
    )
    assert [found.rule.count for found in deadlines_of(words) if found.rule] == [3, 6]


def test_questions_on_other_business_are_a_tier_of_their_own() -> None:
    words = "A question that does not relate to a report on this agenda needs six clear working days' notice."
    assert [found.tier for found in deadlines_of(words)] == [OTHER_BUSINESS]


def test_the_tier_is_kept() -> None:
    words = "A written reply is guaranteed to questions received by 4pm four working days before the meeting."
    assert deadlines_of(words)[0].tier == "guaranteed a written reply"


def test_an_announced_deadline_without_a_date_is_told_with_its_page() -> None:
    document = from_text(
        SHEET.format(
            title="Questions", words="Questions must be submitted in writing in advance of the meeting."
        ).replace("    2   Questions", "\f    2   Questions")
    )
    found, warnings = read_deadlines(document, read_front_sheet(document), ())
    assert [wording.rule for wording in found] == [None]
    assert [(warning.code, warning.page) for warning in warnings] == [("deadline-without-rule", 2)]


def test_minutes_keep_their_own_date_and_source() -> None:
    paragraph = MinuteParagraph(
        "16.2", "Members were reminded to submit questions three days in advance of the meeting.", 7
    )
    minutes = Minutes(
        "Rivers Scrutiny Committee", date(2024, 3, 7), items=(MinuteItem("16", "WORK PLAN", (paragraph,)),)
    )
    document = from_text(SHEET.format(title="Swans", words="To note."))
    (found,) = read_deadlines(document, read_front_sheet(document), (minutes,))[0]
    assert (found.source, found.page, found.meeting_date) == ("minutes", 7, date(2024, 3, 7))


def test_the_record_of_questions_in_minutes_is_no_deadline() -> None:
    text = (
        "Two questions had been received by the deadline of 10am on 28 May 2024. "
        "In response to a question, officers said work would end by 1 June."
    )
    minutes = Minutes(
        None,
        date(2024, 5, 30),
        items=(MinuteItem("4", "PUBLIC QUESTIONS", (MinuteParagraph(None, text, 3),)),),
    )
    document = from_text(SHEET.format(title="Swans", words="To note."))
    assert read_deadlines(document, read_front_sheet(document), (minutes,))[0] == ()


def test_a_deadline_broken_over_lines_is_one() -> None:
    words = (
        "The closing date/time for receipt of written questions is 10.00am on 6\n"
        "    June 2024. Please send questions to the clerk."
    )
    (found,) = deadlines_of(words)
    assert found.text == "The closing date/time for receipt of written questions is 10.00am on 6 June 2024."
    assert found.rule is not None
    assert (found.rule.date, found.rule.time) == (date(2024, 6, 6), time(10))
