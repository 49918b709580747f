"""What a typed word may mean: slips, short forms, numbers and other words, each by itself."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.models.papers import Term
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.expansion import PARTS
from scrutiny_tui.services.lexicon import Lexicon, lines_of, parts, read_lexicon
from scrutiny_tui.services.numbers_as_quoted import read_numbers
from scrutiny_tui.services.slips import Slips, slip_cost
from tests.services.held_words import held_words, vocabulary

WORDS = {"retention": 4, "exclusions": 6, "police": 9, "places": 40, "recruitment": 5, "staff": 30, "the": 99}
TERMS = (Term("EHCP", "education, health and care plan", 1),)

LEXICON = read_lexicon()
VOCABULARY = vocabulary(WORDS, TERMS, LEXICON)


def meanings(query: str, words: dict[str, int] | None = None) -> list[set[str]]:
    held = words or {
        **WORDS,
        "ehcp": 3,
        "ehpc": 1,
        "education": 9,
        "health": 9,
        "and": 90,
        "care": 9,
        "plan": 9,
    }
    reading = vocabulary(held, TERMS, LEXICON).read(query)
    return [{word for word, _ in group.words} for group in reading.groups]


def test_likely_slips_cost_less() -> None:
    assert slip_cost("recruitmnet", "recruitment") < slip_cost("recruitmxxt", "recruitment")
    assert slip_cost("fostwr", "foster") < slip_cost("fostpr", "foster")
    assert slip_cost("hous", "hous") == 0


def test_the_nearest_word_weighs_most() -> None:
    found = dict(Slips(held_words({"sufficiency": 3, "efficiency": 3})).within_reach("suffciency"))
    assert found["sufficiency"] > found.get("efficiency", 0)


def test_a_real_english_word_is_no_slip_of_another() -> None:
    assert "places" not in meanings("blades")[0]
    assert "places" in meanings("plaecs")[0]


def test_what_begins_so_leads_and_an_english_word_half_as_much() -> None:
    held = {"recruitment": 5, "recruitmxnt": 5, "placements": 5, "the": 99}
    (cut,) = vocabulary(held).read("recruitm").groups
    assert dict(cut.words)["recruitment"] > 0.5
    (english,) = vocabulary(held).read("place").groups
    (letters,) = vocabulary(held, parts=PARTS - {"guard"}).read("place").groups
    assert 0 < dict(english.words)["placements"] == dict(letters.words)["placements"] / 2


def test_a_rare_word_weighs_no_more_than_the_one_most_likely_meant() -> None:
    (group,) = vocabulary({"shelters": 90, "sheltars": 1, "the": 99}).read("sheltrs").groups
    weights = dict(group.words)
    assert weights["shelters"] > weights["sheltars"] > 0


@pytest.mark.parametrize(
    ("query", "printed"),
    [
        ("cops", "police"),
        ("quitting", "retention"),
        ("kicked out", "exclusions"),
        ("kids kicked out", "exclusions"),
    ],
)
def test_everyday_words_stand_for_what_councils_print(query: str, printed: str) -> None:
    assert any(printed in group for group in meanings(query))


def test_another_word_weighs_less_than_the_typed_one() -> None:
    (group,) = vocabulary({**WORDS, "cops": 1}, (), LEXICON).read("cops").groups
    weights = dict(group.words)
    assert weights["cops"] == 1 > weights["police"] > 0


def test_misprints_of_an_acronym_stand_for_one_another() -> None:
    assert "ehcp" in meanings("EHPC")[0]
    assert "ehpc" in meanings("EHCP")[0]


def test_a_short_form_no_pack_explains_has_its_usual_meaning() -> None:
    held = {"unaccompanied": 1, "asylum": 1, "seeking": 1, "children": 9, "the": 99}
    assert "unaccompanied asylum seeking children" in meanings("UASC", held)[0]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("£17.3 million", "a £17.328m overspend"),
        ("17 million", "17,328 (£000)"),
        ("2.4m", "cost £2,398,112 a year"),
        ("£850k", "£0.85m was saved"),
        ("12 per cent", "fell to 12.0%"),
        ("48%", "47.8 per cent of pupils"),
        ("£1,200", "grants of £1,200"),
    ],
)
def test_a_sum_is_found_as_others_write_it(typed: str, text: str) -> None:
    (quoted,) = read_numbers(typed)
    assert quoted.find(text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("£17.3 million", "£17.4m"),
        ("£17.3 million", "17 pupils"),
        ("12%", "12 pupils"),
        ("2.4m", "£2,498,112"),
    ],
)
def test_another_sum_is_not(typed: str, text: str) -> None:
    (quoted,) = read_numbers(typed)
    assert not quoted.find(text)


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("2022/23", "2022 23"),
        ("2022-23", "2022 2023"),
        ("Q4", "fourth quarter"),
        ("quarter four", "q4"),
        ("4th quarter", "quarter 4"),
        ("26th May 2022", "26 may 2022"),
        ("26/05/2022", "26 may 2022"),
        ("aged 16", "16 year olds"),
        ("forty-four vacancies", "44"),
        ("34 families", "thirty four"),
    ],
)
def test_years_quarters_days_and_ages_have_many_spellings(typed: str, phrase: str) -> None:
    assert phrase in {spelling for quoted in read_numbers(typed) for spelling, _ in quoted.phrases}


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=60) | st.from_regex(r"[£\d.,%/ mkQ-]{1,30}", fullmatch=True))
def test_nothing_typed_breaks_reading(query: str) -> None:
    for quoted in read_numbers(query):
        assert 0 <= quoted.start < quoted.end <= len(query)
        quoted.find(query)
    reading = VOCABULARY.read(query)
    assert all(0 < weight <= 1 for group in reading.groups for _, weight in group.words)


def test_our_lexicon_is_well_formed() -> None:
    folder = files("scrutiny_tui.services")
    topics = tomllib.loads(folder.joinpath("lexicon.toml").read_text(encoding="utf-8"))
    assert len(topics) > 15
    lines = list(lines_of(topics))
    assert sum(len(parts(said)) for said, _ in lines) > 800
    for said, printed in lines:
        for side in (parts(said), parts(printed)):
            assert side and len(set(side)) == len(side), (said, printed)
            assert all(word == word.strip() and word for word in side)


def test_our_short_forms_are_well_formed() -> None:
    for short, long in read_lexicon().acronyms:
        assert short.isupper() and 2 <= len(short) <= 8 and len(long.split()) > 0 and long == long.lower()


def test_other_words_are_followed_once_only() -> None:
    """What a word stands for does not stand for something further: no chains, so no circles."""
    lexicon = Lexicon([("cop", "police"), ("police", "constabulary")])
    (found,) = lexicon.read(["cop"])
    assert [word for word, _ in found.words] == ["police"]


def test_a_member_adds_words_of_their_own(tmp_path: Path) -> None:
    own = tmp_path / "lexicon.toml"
    own.write_text('[ours]\n"the blob" = "corporate centre"\n\n[acronyms]\nZQX = "zebra quality exchange"\n')
    lexicon = read_lexicon(own)
    assert [found.words[0][0] for found in lexicon.read(["blob"])] == ["corporate centre"]
    assert ("ZQX", "zebra quality exchange") in lexicon.acronyms
    own.write_text("[ours]\nblob = 3\n")
    with pytest.raises(ServiceError, match="not understood"):
        read_lexicon(own)
