"""Deadlines in lists below the agenda, over the end of a page, and quoted in minutes."""

from __future__ import annotations

from datetime import date

import pytest

from imports.deadlines.reading import read_deadlines
from imports.front.sheet import read_front_sheet
from imports.model.deadlines import DeadlineWording
from imports.model.minutes import MinuteItem, MinuteParagraph, Minutes
from tests.importers.sheets import from_text

SHEET = """
    Wendshire County Council
    Rivers Scrutiny Committee
    Thursday 13 June 2024 at 10.00 am

    AGENDA

    1   Apologies for absence

    2   Public Questions

    {words}

    3   Weirs and Locks (Pages 3 - 8)

    4   Work programme (Pages 9 - 10)

    Membership – Cllr Una Reed (Chair) and Cllr Tam Frost

    {notes}
"""


def found(words: str = "", notes: str = "", minuted: tuple[str, ...] = ()) -> tuple[DeadlineWording, ...]:
    document = from_text(SHEET.format(words=words, notes=notes))
    paragraphs = tuple(MinuteParagraph(None, text, 7) for text in minuted)
    minutes = Minutes(None, date(2024, 3, 7), items=(MinuteItem("16", "WORK PLAN", paragraphs),))
    return read_deadlines(document, read_front_sheet(document), (minutes,))[0]


def test_every_line_of_a_list_below_the_agenda_is_read_with_its_heading() -> None:
    lines = (
        "DEADLINES FOR THIS MEETING",
        "Public questions: noon, Monday 10 June",
        "Members' questions: 5pm, Friday 7 June",
        "Petitions: noon, 6 June",
    )
    read = found(notes="\n\n    ".join(lines))
    assert [(one.rule and one.rule.date, one.applies_to, one.source) for one in read] == [
        (date(2024, 6, 10), "public questions", "notes"),
        (date(2024, 6, 7), "members' questions", "notes"),
    ]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            "Questions must be received by noon three clear\n\f\n\n    working days before the meeting.",
            "Questions must be received by noon three clear working days before the meeting.",
        ),
        (
            "Questions must be received by noon on\n\f\n\n    10 June 2024, or cannot be put.",
            "Questions must be received by noon on 10 June 2024, or cannot be put.",
        ),
    ],
)
def test_a_sentence_goes_on_over_the_end_of_a_page_and_keeps_its_first(words: str, text: str) -> None:
    for start, page in ((words, 1), (f"\f\n\n    {words}", 2)):
        (one,) = found(start)
        assert (one.text, one.page) == (text, page)
        assert one.rule is not None


def test_a_sentence_that_ended_does_not_go_on() -> None:
    (one,) = found("What is the rule?\n\f\n\n    questions must be received by noon on 10 June 2024.")
    assert (one.text, one.page) == ("questions must be received by noon on 10 June 2024.", 2)


def test_an_example_for_meetings_on_another_day_sets_none() -> None:
    example = "If the meeting is on a {}, questions must be received by noon on the {} before."
    assert found(example.format("Monday", "Tuesday")) == ()
    assert len(found(example.format("Thursday", "Friday"))) == 1


def test_what_minutes_quote_keeps_whose_questions_and_what_they_get() -> None:
    (asked,) = found(
        minuted=(
            "Members of the public may ask questions. They must be received by noon three clear working days "
            "before the meeting.",
        )
    )
    assert (asked.applies_to, asked.tier) == ("public questions", "")
    (written,) = found(
        minuted=(
            "It was said that a written reply is guaranteed to questions received by 4pm four working days "
            "before the meeting.",
        )
    )
    assert (written.applies_to, written.tier) == ("all", "guaranteed a written reply")


def test_a_form_and_notice_of_an_issue_are_for_questions_where_questions_are_spoken_of() -> None:
    form = "To ask a question please complete the form. The form must be received ten clear days before."
    issue = "Residents may ask questions. If you wish to raise an issue give notice by 10 June."
    assert [len(found(text)) for text in (form, issue)] == [1, 1]


def test_questions_put_to_those_who_are_heard_set_no_deadline() -> None:
    assert (
        found("A petition organiser may answer questions from councillors. Notice is due by 30 May 2024.")
        == ()
    )


def test_what_came_before_the_deadline_and_who_may_park_set_none() -> None:
    assert (
        found("Questions from members under Rule 14 (none received by the deadline of noon on 10 June 2024).")
        == ()
    )
    assert found("Please call by 10am on 12 June 2024 if you have accessibility questions.") == ()


@pytest.mark.parametrize(
    "words",
    [
        "Anyone can ask a question. Say what you want to ask by 10 o'clock on the Monday morning before.",
        "Please e-mail questions. To be dealt with they need to arrive by noon, two days before it.",
    ],
)
def test_a_moment_is_told_in_everyday_words(words: str) -> None:
    assert len(found(words)) == 1


def test_questions_on_this_report_are_for_its_item_whoever_puts_them() -> None:
    text = SHEET.format(words="", notes="").replace(
        "(Pages 3 - 8)",
        "(Pages 3 - 8)\n\n    Members are asked to send questions on this report by noon on 11 June.",
    )
    document = from_text(text)
    ((deadline,), _) = read_deadlines(document, read_front_sheet(document), ())
    assert deadline.applies_to == ("3",)
