"""How much each meaning of a typed word weighs, and what is said of it."""

from __future__ import annotations

import pytest

from db.models.papers import Term
from scrutiny_tui.services.expansion import Reading
from scrutiny_tui.services.lexicon import read_lexicon
from tests.services.held_words import vocabulary

TERMS = (
    Term("EHCP", "education, health and care plan", 1),
    Term("SEND", "special educational needs and disability", 1),
)
HELD = {
    **{"education": 9, "health": 9, "and": 900, "care": 9, "plan": 60, "police": 9, "the": 999, "it": 700},
    **{"liquid": 3, "logic": 3, "strategy": 30, "savings": 20, "budget": 50},
}
LONG = "education health and care plan"
SAID = "EHCP = education, health and care plan"


def read(query: str, **more: int) -> Reading:
    return vocabulary(HELD | more, TERMS).read(query)


def weights(query: str, **more: int) -> list[dict[str, float]]:
    return [{word: round(weight, 3) for word, weight in group.words} for group in read(query, **more).groups]


def test_an_acronym_means_its_long_form_and_where_it_is_not_held_that_form_s_telling_words() -> None:
    assert weights("EHCP", ehcp=3) == [{"ehcp": 1, LONG: 0.8}]
    parts = {"education": 0.4, "health": 0.4, "care": 0.4}  # "plan" stands in too many passages
    assert weights("EHCP") == [{"ehcp": 1, LONG: 0.8, **parts}]
    assert read("EHCP", ehcp=3).reasons == ((SAID, frozenset({LONG})),)


def test_a_long_form_means_its_acronym_and_counts_once_as_a_whole() -> None:
    first, *others = weights(LONG, ehcp=3)
    assert first == {"education": 0.3, LONG: 1, "ehcp": 1}
    assert others == [{"health": 0.3}, {"care": 0.3}, {"plan": 0.3}]
    assert read(LONG, ehcp=3).reasons == ((f"{LONG} = EHCP", frozenset({"ehcp"})),)


def test_a_misprint_of_an_acronym_means_the_right_one_and_its_long_form() -> None:
    (meant,) = weights("EHPC", ehcp=3)
    assert meant == {"ehpc": 1, "ehcp": 0.9, LONG: 0.8}
    reasons = dict(read("EHPC", ehcp=3).reasons)
    assert reasons["EHPC → EHCP"] == {"ehcp"} and reasons[SAID] == {LONG}


@pytest.mark.parametrize(
    ("query", "more", "meant", "reasons"),
    [
        ("liquidlogic", {}, [{"liquidlogic": 1, "liquid logic": 0.9}], ["liquidlogic → liquid logic"]),
        (
            "liquid logic",
            {"liquidlogic": 2},
            [{"liquid": 1, "liquidlogic": 1}, {"logic": 1, "liquidlogic": 1}],
            ["liquid logic → liquidlogic"],
        ),
        ("liquid police", {}, [{"liquid": 1}, {"police": 1}], []),
    ],
)
def test_two_words_may_be_one_and_one_two(
    query: str, more: dict[str, int], meant: list[dict[str, float]], reasons: list[str]
) -> None:
    assert weights(query, **more) == meant
    assert [reason for reason, _ in read(query, **more).reasons] == reasons


@pytest.mark.parametrize(
    ("query", "words", "capitals"),
    [
        ("IT strategy", ["it", "strategy"], {0: "IT"}),
        ("strategy for IT", ["strategy", "it"], {1: "IT"}),
        ("it strategy", ["strategy"], {}),
        ("IT STRATEGY BUDGET", ["strategy", "budget"], {}),
        ("IT STRATEGY", ["it", "strategy"], {0: "IT"}),
        ("SEND budget", ["send", "budget"], {0: "SEND"}),
        ("send budget", ["send", "budget"], {}),
        ("STRATEGY budget", ["strategy", "budget"], {}),
    ],
)
def test_capitals_tell_an_acronym_from_a_word_unless_all_is_shouted(
    query: str, words: list[str], capitals: dict[int, str]
) -> None:
    reading = read(query)
    assert [group.words[0][0] for group in reading.groups] == words
    assert reading.capitals == capitals


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("the police", ["police"]),
        ("the and", ["the", "and"]),
        ("Cllr Police", ["police"]),
        ("Cllr", ["cllr"]),
    ],
)
def test_words_that_say_nothing_are_left_out_unless_there_are_no_others(query: str, words: list[str]) -> None:
    assert [group.words[0][0] for group in read(query).groups] == words


def test_a_number_keeps_its_place_among_the_words() -> None:
    reading = read("savings of £2.5m")
    assert list(reading.numbers) == [1]
    assert (reading.numbers[1].low, reading.numbers[1].high) == (2_450_000, 2_550_000)
    words = dict(reading.groups[1].words)
    assert words["2 5 million"] == words["2500000"] == 1
    assert ("2 54", 1.0) in reading.groups[1].beginnings


@pytest.mark.parametrize(
    ("query", "held", "meant"),
    [
        ("polic", {"police": 9, "colic": 9}, {"polic": 1, "police": 0.933, "colic": 0.275}),
        ("polic", {"colic": 9}, {"polic": 1, "colic": 0.55}),
        ("carpark", {"car": 5, "park": 5, "carp": 50, "ark": 50}, {"carpark": 1, "carp ark": 0.9}),
        (
            "liquidlogic",
            {"liquid": 3, "logic": 3, "liquidlogic": 9},
            {"liquidlogic": 1, "liquid logic": 0.9},
        ),
        ("childers", {"children": 50, "childers": 2}, {"childers": 1, "children": 0.7}),
        ("childers", {"children": 50, "childers": 3}, {"childers": 1}),
        ("cops", {"police": 9}, {"cops": 1, "police": 0.7}),
        ("cops", {"police": 9, "cops": 2}, {"cops": 1, "police": 0.7}),
        ("cops", {"police": 9, "cops": 3}, {"cops": 1, "police": 0.42}),
    ],
)
def test_a_beginning_goes_before_a_slip_and_what_is_held_before_what_is_not(
    query: str, held: dict[str, int], meant: dict[str, float]
) -> None:
    reading = vocabulary({"the": 99} | held, (), read_lexicon()).read(query)
    (group,) = reading.groups
    assert {word: round(weight, 3) for word, weight in group.words} == meant
    assert {reason for reason, _ in reading.reasons} == {
        f"{query} → {word}" for word in meant if word != query
    }


def test_other_words_for_two_are_told_once() -> None:
    reading = vocabulary({"the": 99, "exclusions": 6}, (), read_lexicon()).read("kicked out")
    assert reading.reasons == (("kicked out → exclusions", frozenset({"exclusions"})),)
