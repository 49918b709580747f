"""The forms minutes give promises, in councils' many ways, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.model.agenda import Contact
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from scrutiny_tui.services.due import find_due, meeting_in
from scrutiny_tui.services.likeness import SAME, likeness, same_subject
from scrutiny_tui.services.owners import owner_name, people_of
from scrutiny_tui.services.promises import find_promises, promised, undertaken
from tests.services.samples import a_pack

SAID = date(2031, 3, 6)
MEETINGS = (date(2031, 5, 22), date(2031, 7, 3), date(2031, 9, 18), date(2032, 1, 15))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Monitoring Officer undertook to circulate the revised protocol.",
        "The Head of Highways said that it rained and agreed to look at the drains in Quay Street.",
        "Cllr Brook would share the correspondence with the Committee.",
        "The Director will bring back a report to the July meeting.",
        "The AD would write to the port about the dredging.",
        "It was requested that the tide tables be provided to all members.",
        "Members asked that the cost of the sea walls be reported at each meeting.",
        "The Panel asked for a breakdown of the ferry subsidy.",
        "The Board requested further information on the lifeboat station.",
        "The Committee requested an update on the pier be presented to the January meeting.",
        "Members requested that officers explore a later last ferry.",
        "It was agreed that a site visit be arranged to the new slipway.",
        "A written response would be provided in due course.",
        "Further details would be circulated after the meeting.",
        "A joint meeting with the Harbour Board would be held in due course.",
        "The survey of the sea walls was due in April.",
        "Ada Stone to circulate the list of moorings.",
        "The dashboard was developed, and the Committee agreed to receive quarterly updates.",
        "The Chair requested a paper on beach huts for the autumn.",
    ],
)
def test_a_promise_in_whatever_form_is_one(sentence: str) -> None:
    assert promised(sentence) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "It was suggested that perhaps a visit could be arranged.",
        "Members agreed that the minutes be approved as a correct record.",
        "A member asked whether the ferry would be late again.",
        "In response to a question, it was explained that more boats would be bought.",
        "The Committee asked that its thanks be passed to the lifeboat crew.",
        "The Director presented the report for which the Committee had asked in March.",
        "The new ferry would provide twelve crossings a day.",
        "Residents had been asked to keep to the path.",
        "The report would be presented to Cabinet in June.",
        "Members supported the approach and noted the report.",
        "The harbour would be dredged by a contractor.",
        "It was agreed that the sentence in paragraph 4 be deleted from the minutes.",
        "Would officers bring a report to the next meeting?",
        "The Committee agreed the following items be included for consideration:",
        "Families were reassured that support would be provided.",
    ],
)
def test_what_only_looks_like_one_is_none(sentence: str) -> None:
    assert promised(sentence) is None


def item(*paragraphs: str, actions: tuple[MinuteAction, ...] = ()) -> MinuteItem:
    parts = tuple(MinuteParagraph(f"1.{n}", text, 1) for n, text in enumerate(paragraphs, 1))
    return MinuteItem("1", "FERRIES", parts, (), actions)


def test_a_request_and_the_officers_answer_to_it_are_one_promise() -> None:
    said = (
        "Members requested more information on the fares. Officers agreed to provide the figures by e-mail."
    )
    (found,) = find_promises(item(said))
    assert (found.text, found.owner) == ("Officers agreed to provide the figures by e-mail.", "Officers")


def test_a_request_that_is_marked_as_an_action_next_is_no_second_promise() -> None:
    marked = "The Harbour Master said that a draft would be ready in May. (Action – HM)"
    said = f"Members asked that the byelaws come to the Committee before June. {marked}"
    assert list(find_promises(item(said, actions=(MinuteAction(marked, "HM", 1, "1.1"),)))) == []


def test_a_promise_agreed_to_once_more_is_one() -> None:
    said = "The Committee requested that a visit be arranged. It was agreed this could be arranged in 2032."
    assert len(list(find_promises(item(said)))) == 1


@given(st.text(alphabet="Thearndofcgbuiwl .,()-’'ABC\n", max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_text_is_judged_without_harm(text: str) -> None:
    assert promised(text) is None or isinstance(promised(text), str)
    assert undertaken(text) is None or isinstance(undertaken(text), str)


@pytest.mark.parametrize(
    ("text", "words", "day", "at"),
    [
        ("to the July meeting", "July meeting", date(2031, 7, 3), date(2031, 7, 3)),
        (
            "to the September Committee meeting",
            "September Committee meeting",
            date(2031, 9, 18),
            date(2031, 9, 18),
        ),
        ("at its January meeting", "January meeting", date(2032, 1, 15), date(2032, 1, 15)),
        ("at the next meeting", "next meeting", date(2031, 5, 22), date(2031, 5, 22)),
        ("an update in November", "in November", date(2031, 11, 30), None),
        ("a report in July on fares", "in July", date(2031, 7, 31), date(2031, 7, 3)),
        ("by 14 May", "14 May", date(2031, 5, 14), None),
        ("to liaise with the port July/Sept", "July/Sept", date(2031, 7, 31), date(2031, 7, 3)),
        ("in due course", "in due course", None, None),
        ("before Christmas", "before Christmas", None, None),
    ],
)
def test_when_it_is_due_is_read_from_its_words(
    text: str, words: str, day: date | None, at: date | None
) -> None:
    due = find_due(text, SAID, MEETINGS)
    assert due is not None
    assert (due.words, due.day) == (words, day)
    assert meeting_in(due, SAID, MEETINGS) == at


def test_no_words_of_time_are_no_due_day() -> None:
    assert find_due("Officers agreed to look into the drains.", SAID, MEETINGS) is None
    assert meeting_in(None, SAID, MEETINGS) is None


NAMED = a_pack(
    contacts=(Contact("Cy Marsh", "Democratic Services Officer"),),
    minutes=(
        Minutes(
            "X",
            SAID,
            present=("Cllr Ivy Brook (Chairman)", "Cllr Una Hill"),
            officers_in_attendance=("Ada Stone (Director of Coast and Ports)", "Bo Reed (Head of Ferries)"),
        ),
    ),
)
PEOPLE = people_of([NAMED])


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("AS", "Ada Stone"),
        ("AS/BR", "Ada Stone, Bo Reed"),
        ("Head of Ferries", "Bo Reed"),
        ("DCP", "Ada Stone"),
        ("Cy Marsh", "Cy Marsh"),
        ("Cllr Brook", "Cllr Ivy Brook"),
        ("ZZ", None),
        ("Officers", None),
        (None, None),
    ],
)
def test_an_owner_is_resolved_by_the_names_in_the_papers(printed: str | None, name: str | None) -> None:
    assert owner_name(printed, PEOPLE, PEOPLE) == name


def test_initials_of_two_people_are_nobodys() -> None:
    two = people_of([a_pack(contacts=(Contact("Ann Shaw", "Clerk"), Contact("Ada Stone", "Director")))])
    assert owner_name("AS", two, two) is None


@pytest.mark.parametrize(
    ("title", "text", "same"),
    [
        ("Verbal Update on the Pier Pavilion", "a review of the Pier Pavilion be presented in May", True),
        ("IT Update", "conflicting reports concerning IT", True),
        ("IT Update", "it was a conflicting report", False),
        ("Annual Safeguarding Report", "the previous version of the improvement plan", False),
        ("Performance Report", "an update on ferries", False),
    ],
)
def test_a_title_is_about_what_names_its_subject(title: str, text: str, same: bool) -> None:
    assert (likeness(title, text) >= SAME) is same


@pytest.mark.parametrize(
    ("planned", "taken"),
    [
        ("Performance Report", "Performance Report Quarter 4"),
        ("Performance Report", "Performance Report Quarter 2 2025/26"),
        ("Performance Report", "Quarter 3 Performance Report"),
        ("Performance Report 2022/23", "Performance Report - Q2 2022/23"),
        ("Performance Report", "Performance Report: year-end update"),
        ("Revenue Monitoring", "Revenue Monitoring Report Month 6 2025/26"),
        ("Harbour Dues", "Harbour Dues 2026/27 (update)"),
    ],
)
def test_a_title_that_goes_on_with_its_quarter_or_year_is_the_same_subject(planned: str, taken: str) -> None:
    assert same_subject(planned, taken) >= SAME


@pytest.mark.parametrize(
    ("planned", "taken"),
    [
        ("Performance Report", "Workforce Performance Report 2025/26"),
        ("Performance Report", "Annual Report 2025/26"),
        ("Performance Report", "Quality Assurance Report Quarter 4"),
        ("Harbour Dues 2025/26", "Harbour Dues 2026/27"),
        ("School Exclusions", "School Admissions 2025/26"),
    ],
)
def test_a_year_alone_makes_no_subject_and_another_year_another_paper(planned: str, taken: str) -> None:
    assert same_subject(planned, taken) < SAME


def test_two_titles_have_one_subject_only_if_both_are_about_it() -> None:
    assert same_subject("Fares – methods and update on harbour dues", "Update on harbour dues") >= SAME
    assert same_subject("Family Hubs", "Family Hubs: the first two years") >= SAME
    assert (
        same_subject("Education: how can children be inspired", "Further education and its principals") < SAME
    )
