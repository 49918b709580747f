"""Words find the passages that hold them, best first, whatever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import db.library.search
from db import library
from db.library.search import quote
from db.models.drafts import DraftPassage
from db.models.passages import Match, PassageFilter, WordGroup
from db.store import Store
from tests.storage.papers import NOW, paper, passage, read_now, words_of

PASSAGES = (
    passage("The exclusions of pupils rose, and excluding them costs more.", kind="minute"),
    passage("One exclusion.", heading="Attendance", said_on=date(2023, 1, 10)),
    passage("Attendance fell in every school of the county.", kind="agenda"),
    passage("A café at the Müllerstraße depot; see 14.7 of the plan.", ref="9"),
    passage("The plan, in fourteen parts, has 7 aims.", ref="14.7"),
    passage("Liquidlogic replaced the old system.", heading="Systems"),
)


def words(*typed: str) -> tuple[WordGroup, ...]:
    return tuple(WordGroup(((word, 1.0),)) for word in typed)


def search(
    store: Store, groups: Sequence[WordGroup], wanted: PassageFilter | None = None, limit: int = 50
) -> tuple[Match, ...]:
    return read_now(store, lambda db: library.match(db, groups, wanted, limit))


def texts(store: Store, matches: Sequence[Match]) -> list[str]:
    ids = [match.passage_id for match in matches]
    return [found.text for found in read_now(store, lambda db: library.passages(db, ids))]


def file(store: Store, passages: Sequence[DraftPassage], source: str = "pack.pdf", **changes: Any) -> int:
    draft = paper(source, passages=tuple(passages), **changes)
    return store.write_now(lambda db: library.file_document(db, draft, NOW)).document_id


@pytest.fixture
def filled(store: Store) -> Store:
    file(store, PASSAGES)
    return store


def test_a_word_is_found_in_every_inflection(filled: Store) -> None:
    matches = search(filled, words("exclusion"))
    assert texts(filled, matches) == [PASSAGES[1].text, PASSAGES[0].text]
    assert {match.words for match in matches} == {("exclusion",)}
    assert matches[0].score > matches[1].score > 0


def test_accents_and_case_do_not_matter(filled: Store) -> None:
    for typed in ("cafe", "CAFÉ", "mullerstraße"):
        assert texts(filled, search(filled, words(typed))) == [PASSAGES[3].text]


def test_a_word_in_the_heading_counts_more(filled: Store) -> None:
    assert texts(filled, search(filled, words("attendance"))) == [PASSAGES[1].text, PASSAGES[2].text]


def test_a_number_of_parts_is_a_phrase(filled: Store) -> None:
    assert set(texts(filled, search(filled, words("14.7")))) == {PASSAGES[3].text, PASSAGES[4].text}
    assert texts(filled, search(filled, words("7.14"))) == []


def test_groups_add_up_and_say_which_words_were_found(filled: Store) -> None:
    first, *others = search(filled, words("school", "attendance", "nowhere"))
    assert first.words == ("school", "attendance")
    assert {match.words for match in others} == {("attendance",)}


def test_of_a_groups_words_the_best_counts_once(filled: Store) -> None:
    (plain,) = search(filled, words("liquidlogic"))
    (typed,) = search(filled, (WordGroup((("liquidlogic", 1.0), ("system", 0.5), ("replaced", 0.4))),))
    assert typed.score == pytest.approx(plain.score)
    assert typed.words == ("liquidlogic", "system", "replaced")
    (guessed,) = search(filled, (WordGroup((("liqidlogic", 1.0), ("liquidlogic", 0.5))),))
    assert guessed.score == pytest.approx(plain.score / 2)
    assert guessed.words == ("liquidlogic",)


def test_inflections_of_one_word_are_asked_for_once(filled: Store) -> None:
    group = WordGroup((("exclusions", 0.8), ("exclusion", 1.0), ("excluding", 0.7)))
    found = {match.words for match in search(filled, (group,))}
    assert found == {("exclusion",), ("exclusion", "excluding")}  # `excluding` has another stem


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (PassageFilter(before=date(2023, 1, 10)), []),
        (PassageFilter(before=date(2023, 1, 11)), [1]),
        (PassageFilter(after=date(2023, 1, 10)), [0]),
        (PassageFilter(kind="minute"), [0]),
        (PassageFilter(committee="rivers and HARBOURS"), [1, 0]),
        (PassageFilter(committee="harbours scrutiny", kind="report"), [1]),
        (PassageFilter(committee="planning"), []),
        (PassageFilter(committee="?"), []),
    ],
)
def test_a_filter_lets_only_its_own_through(filled: Store, wanted: PassageFilter, found: list[int]) -> None:
    assert texts(filled, search(filled, words("exclusion"), wanted)) == [PASSAGES[n].text for n in found]


def test_a_passage_without_a_day_is_neither_before_nor_after(store: Store) -> None:
    file(store, [passage("Silt.")], meeting_date=None)
    assert len(search(store, words("silt"))) == 1
    assert search(store, words("silt"), PassageFilter(before=date(2999, 1, 1))) == ()
    assert search(store, words("silt"), PassageFilter(after=date(1, 1, 1))) == ()


def test_the_limit_keeps_the_best(filled: Store) -> None:
    every = search(filled, words("the", "exclusion"))
    assert search(filled, words("the", "exclusion"), limit=2) == every[:2]
    assert [match.score for match in every] == sorted((match.score for match in every), reverse=True)
    assert search(filled, words("the"), limit=0) == ()


HOSTILE = [
    '"',
    '""',
    "'",
    "*",
    "exclu*",
    "NEAR(a b)",
    "a AND",
    "NOT",
    "-exclusion",
    "^school",
    "{heading}: school",
    "heading:school",
    "(",
    "\x00",
    "a\x00b",
    "\x00exclusion\x00",
    "'; DROP TABLE passage; --",
    "\ud800",
    "exclusion\udfff",
    "\u202e",
    "́",
    "é" * 5000,
    "x" * 100_000,
    "१४",
    "",
    " ",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_typed_is_ever_an_error(filled: Store, typed: str) -> None:
    search(filled, words(typed))
    search(filled, (WordGroup(((typed, 1.0), ("school", 0.5))), *words("exclusion", typed)))
    assert len(search(filled, words("exclusion"))) == 2
    read_now(filled, lambda db: library.find_in_document(db, 1, typed))
    read_now(filled, lambda db: library.find_documents(db, typed))
    read_now(filled, lambda db: library.inflections(db, [typed]))
    search(filled, words("school"), PassageFilter(committee=typed, kind=typed))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.tuples(st.text(max_size=12) | st.sampled_from(HOSTILE), st.floats(0, 1)), max_size=3),
        max_size=4,
    )
)
def test_no_query_is_ever_an_error(filled: Store, typed: list[list[tuple[str, float]]]) -> None:
    groups = tuple(WordGroup(tuple(group)) for group in typed)
    asked = {word for group in typed for word, _ in group}
    for match in search(filled, groups):
        assert match.words and set(match.words) <= asked


@settings(max_examples=200)
@given(st.text())
def test_a_quoted_word_is_one_string_or_nothing(typed: str) -> None:
    quoted = quote(typed)
    assert quoted == "" or (quoted[0] == quoted[-1] == '"' and '"' not in quoted[1:-1])


def ranks(store: Store, typed: Sequence[str], wanted: PassageFilter | None = None) -> list[int]:
    return [match.passage_id for match in search(store, words(*typed), wanted, 5)]


@pytest.fixture
def crowded(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A library in which `council` and `water` are too common to score one by one, `sluice` is not."""
    monkeypatch.setattr(db.library.search, "EXACT_HITS", 20)
    common = [passage(f"The council met. {n}") for n in range(60)]
    both = [passage(f"The council and the water of ward {n}") for n in range(30)]
    file(
        store,
        [
            passage("The sluice keeps water from council land."),
            *common,
            *both,
            passage("The sluice keeps rain from other land."),
        ],
    )
    return store


def test_a_rare_word_leads_and_common_words_still_add(crowded: Store) -> None:
    with_common, alone = search(crowded, words("council", "sluice", "water"))
    assert with_common.words == ("council", "sluice", "water")
    assert alone.words == ("sluice",)
    assert with_common.score > alone.score


def test_common_words_alone_find_passages_with_all_of_them_first(crowded: Store) -> None:
    matches = search(crowded, words("water", "council"), limit=10)
    assert {match.words for match in matches} == {("water", "council")}
    assert len(search(crowded, words("council"), limit=10)) == 10


def test_common_words_obey_the_filter(crowded: Store) -> None:
    assert search(crowded, words("council", "water"), PassageFilter(kind="minute")) == ()
    assert search(crowded, words("council", "sluice"), PassageFilter(kind="minute")) == ()
    file(crowded, [passage("The council.", kind="minute")], "late.pdf", kind="report")
    (only,) = search(crowded, words("council"), PassageFilter(kind="minute"))
    assert only.words == ("council",)


def test_the_vocabulary_counts_words_as_printed(filled: Store) -> None:
    counted = read_now(filled, words_of)
    assert counted["exclusions"] == counted["exclusion"] == counted["excluding"] == 1
    assert counted["attendance"] == 2 and counted["the"] == 5
    assert counted["cafe"] == 1 and "café" not in counted
    assert counted["14"] == 2


def test_inflections_tell_what_a_word_finds(filled: Store) -> None:
    assert read_now(filled, lambda db: library.inflections(db, ["exclusion"])) == {"exclusion", "exclusions"}
    assert read_now(filled, lambda db: library.inflections(db, ["nowhere"])) == frozenset()


def test_the_counter_moves_with_every_change(store: Store) -> None:
    counters = [read_now(store, library.change_counter)]
    file(store, PASSAGES)
    counters.append(read_now(store, library.change_counter))
    file(store, PASSAGES)
    assert read_now(store, library.change_counter) == counters[-1]
    file(store, PASSAGES[:1])
    counters.append(read_now(store, library.change_counter))
    assert len(set(counters)) == 3
