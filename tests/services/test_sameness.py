"""What counts as the same question within six months, and what only shares a topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny_tui.services.sameness import ENOUGH, alike, asked_in

SAME = (
    (
        "Why did re-audits fall in the fourth quarter?",
        "Why have re-audits fallen so far in the fourth quarter?",
    ),
    ("How many foster carers were recruited last year?", "How many foster carers did we recruit last year?"),
    (
        "What did the county spend on agency social workers in 2025?",
        "In 2025, what was spent on agency social workers?",
    ),
    ("When will the library at Harrow Lane reopen?", "When is the Harrow Lane library going to reopen?"),
    (
        "How long do children wait for an autism assessment?",
        "How long are children waiting for autism assessments?",
    ),
    (
        "What is being done about school exclusions?",
        "What has been done on exclusions from school this year?",
    ),
    ("Why was the bus route to Marlow cut?", "Why has the Marlow bus route been cut?"),
    (
        "Who monitors the quality of care homes placements?",
        "Who is monitoring the quality of care home placements?",
    ),
    ("How much of the pothole budget is left?", "How much is left of the budget for potholes?"),
)

OTHER = (
    ("Why did re-audits fall in the fourth quarter?", "How many auditors are in post?"),
    ("How many foster carers were recruited last year?", "What do foster carers say of their training?"),
    ("What was spent on agency social workers?", "How many social workers have left since January?"),
    ("When will the library at Harrow Lane reopen?", "What did the library service save by closing early?"),
    ("How long do children wait for an autism assessment?", "What training in autism do schools get?"),
    ("What is being done about school exclusions?", "How many school places are missing in the south?"),
    ("Why was the bus route to Marlow cut?", "What does the Marlow flood plan say of the High Street?"),
    ("Who monitors the quality of care homes?", "What is the price of a bed in a care home?"),
    ("Why?", "Why?"),
    ("How will it be paid for?", "When will it be paid for?"),
)

MINUTED = (
    (
        "Why did re-audits fall in the fourth quarter?",
        "In response to a question on why re-audits fell in the fourth quarter, it was said that two left.",
    ),
    (
        "How many foster carers were recruited?",
        "A member asked how many foster carers had been recruited and it was confirmed that twelve had.",
    ),
    (
        "How long do children wait for autism assessments?",
        "Members queried how long children had to wait for an autism assessment.",
    ),
    (
        "When will the Harrow Lane library reopen?",
        "The Chair enquired when the library in Harrow Lane would reopen; a date was awaited.",
    ),
)

NOT_MINUTED = (
    (
        "Why did re-audits fall in the fourth quarter?",
        "Re-audits fell in the fourth quarter, the report says.",
    ),
    ("How many foster carers were recruited?", "A member asked what foster carers are paid."),
    ("When will the Harrow Lane library reopen?", "Members asked about the opening hours of libraries."),
    ("How long do children wait for autism assessments?", "The committee noted the autism strategy."),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_question_in_other_words_is_the_same(one: str, other: str) -> None:
    assert alike(one, other) >= ENOUGH


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_question_on_the_topic_is_not(one: str, other: str) -> None:
    assert alike(one, other) < ENOUGH


@pytest.mark.parametrize(("question", "minute"), MINUTED)
def test_a_minute_that_records_the_question_is_found(question: str, minute: str) -> None:
    assert asked_in(minute, question) >= ENOUGH


@pytest.mark.parametrize(("question", "minute"), NOT_MINUTED)
def test_a_minute_that_only_speaks_of_the_matter_is_not(question: str, minute: str) -> None:
    assert asked_in(minute, question) < ENOUGH


@given(st.text(max_size=120), st.text(max_size=120))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= alike(one, other) == alike(other, one) <= 1
