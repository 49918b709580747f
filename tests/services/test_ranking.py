"""What ranking sees that BM25 cannot: furniture, one item crowding out others, words side by side."""

from __future__ import annotations

from datetime import date

import pytest

from db.models.passages import Match, Passage, WordGroup
from scrutiny_tui.services.expansion import Reading
from scrutiny_tui.services.ranking import PARTS, Candidate, is_furniture, rank

DAY = date(2031, 3, 5)


def held(
    number: int, text: str, heading: str = "FERRIES", kind: str = "minute", document: int = 1
) -> Passage:
    return Passage(
        number, document, 1, "paper", "Harbour Board", DAY, DAY, kind, "1.1", heading, text, 1, 1, None
    )


def ranked(
    *passages: Passage, words: str, score: float = 1.0, parts: frozenset[str] = PARTS
) -> list[Candidate]:
    groups = tuple(WordGroup(((word, 1.0),)) for word in words.split())
    share = score / len(groups)
    matches = {one.id: Match(one.id, score, (), (share,) * len(groups)) for one in passages}
    forms = {word: word for word in words.split()}
    return rank(passages, matches, Reading(groups), groups, forms, parts)


@pytest.mark.parametrize(
    ("text", "heading", "kind"),
    [
        ("Cllr Tern, Cllr Gull", "Attendance", "minute"),
        ("None were made.", "DECLARATIONS OF INTEREST", "minute"),
        ("Ferries ........ 12\nPiers ........ 14", "Harbour report", "report"),
        ("Please leave by the nearest available exit.", "On the day", "agenda"),
    ],
)
def test_what_nobody_says_is_furniture(text: str, heading: str, kind: str) -> None:
    assert is_furniture(held(1, text, heading, kind))


@pytest.mark.parametrize(
    ("text", "heading", "kind"),
    [
        ("Attendance of pupils had fallen.", "SCHOOL ATTENDANCE", "minute"),
        ("The member asked about the nearest fire exit of the pier.", "FERRIES", "minute"),
        ("Ferries cost more... and more.", "Fares", "report"),
    ],
)
def test_what_somebody_says_is_none(text: str, heading: str, kind: str) -> None:
    assert not is_furniture(held(1, text, heading, kind))


def test_furniture_comes_after_what_was_said() -> None:
    notice, said = held(1, "ferries", "Attendance"), held(2, "ferries", document=2)
    assert [one.passage.id for one in ranked(notice, said, words="ferries")] == [2, 1]
    without = ranked(notice, said, words="ferries", parts=PARTS - {"furniture"})
    assert without[0].score == without[1].score


def test_one_item_does_not_crowd_out_another_that_is_as_good() -> None:
    long = [held(number, "ferries") for number in range(1, 5)]
    other = held(9, "ferries", "PIERS", document=2)
    assert [one.passage.id for one in ranked(*long, other, words="ferries")][1] == 9
    assert [one.passage.id for one in ranked(*long, other, words="ferries", parts=PARTS - {"variety"})][
        -1
    ] == 9


def test_words_side_by_side_count_more_than_words_far_apart() -> None:
    apart = held(1, "ferries sail from the pier at seven each day but the fares rose", document=1)
    near = held(2, "all of it sails at seven each day from there and ferries fares rose", document=2)
    assert [one.passage.id for one in ranked(apart, near, words="ferries fares")] == [2, 1]


def test_a_passage_that_holds_none_of_the_words_is_left_out() -> None:
    assert not ranked(held(1, "gulls", "PIERS"), words="ferries")


def test_the_same_text_is_read_the_same_for_another_query() -> None:
    one = held(1, "Ferries and fares")
    assert ranked(one, words="ferries")[0].words == ("ferries",)
    assert ranked(one, words="fares")[0].words == ("fares",)
