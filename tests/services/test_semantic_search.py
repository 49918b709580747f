"""Search with a model: what words found is ranked again, what they missed is added, nothing else changes."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from datetime import date
from pathlib import Path

import pytest

from db import library
from db.models.passages import PassageFilter
from db.store import Store
from imports.model.reading import Passage
from scrutiny_tui.paths import Home
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.expansion import Reading
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.search import BY_MEANING, Search
from scrutiny_tui.services.semantic import filling, meaning
from scrutiny_tui.services.semantic.filling import Filled, Semantic
from scrutiny_tui.services.semantic.meaning import Meaning, Nearness
from scrutiny_tui.services.semantic.model_folder import install_model
from scrutiny_tui.services.semantic.ranking import blend, plain_words
from tests.services.samples import Scrutiny, a_pack, file_pack
from tests.services.tiny_model import write_model

TEXTS = (
    "The police did not attend the board.",
    "Dredging of the river.",
    "The hedge on the road.",
    "Wages of classroom staff.",
)


def passages(texts: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(Passage("report", str(n), "", text, 1) for n, text in enumerate(texts, 1))


@pytest.fixture
def with_model(home: Home, store: Store, tmp_path: Path) -> Home:
    """A home with a model and a few passages, whose vectors are not made yet."""
    file_pack(store, a_pack(), (), passages(TEXTS))
    install_model(write_model(tmp_path / "tiny"), home.model)
    return home


async def fill(home: Home, store: Store) -> list[Filled]:
    async with aclosing(Semantic(home, store).fill()) as steps:
        return [step async for step in steps]


async def ask(store: Store, home: Home, query: str, **sides: object) -> list[str]:
    hits = await hits_for(store, home, query, **sides)
    return [hit.passage.text for hit in hits]


async def hits_for(store: Store, home: Home, query: str, **sides: object) -> tuple[Hit, ...]:
    within = PassageFilter(**sides)  # type: ignore[arg-type]
    return await Search(store, Meaning(home.model)).find(query, within, thorough=True)


async def test_without_a_model_search_goes_by_words(home: Home, store: Store) -> None:
    file_pack(store, a_pack(), (), passages(TEXTS))
    assert await ask(store, home, "cops") == []
    assert await ask(store, home, "hedge") == [TEXTS[2]]


async def test_what_no_word_finds_is_found_by_meaning_once_all_is_learnt(
    with_model: Home, store: Store
) -> None:
    assert await ask(store, with_model, "cops") == []
    steps = await fill(with_model, store)
    assert steps[0] == Filled(0, 4) and steps[-1] == Filled(4, 4)
    first, *_ = await hits_for(store, with_model, "constable")
    assert first.passage.text == TEXTS[0]
    assert first.why == (BY_MEANING,) and first.matched == ()


async def test_a_filter_holds_for_what_is_added(with_model: Home, store: Store) -> None:
    await fill(with_model, store)
    assert await ask(store, with_model, "constable", kind="minute") == []


async def test_passages_found_by_words_are_ranked_again_before_all_is_learnt(
    with_model: Home, store: Store
) -> None:
    """A thorough search makes the vectors it needs, and keeps them."""
    both = ("A board on the tree and hedge.", "A board of the constable.")
    file_pack(store, a_pack("other.pdf", meeting_date=date(2031, 6, 5)), (), passages(both))
    by_meaning = await ask(store, with_model, "board cops")
    assert set(by_meaning[:2]) == {TEXTS[0], both[1]} and by_meaning[2] == both[0]
    done, total = await store.read(library.count_vectors)
    assert done == 3 and total == 6


async def test_a_model_that_breaks_later_leaves_search_by_words(with_model: Home, store: Store) -> None:
    (with_model.model / "model.onnx").write_bytes(b"broken")
    assert await ask(store, with_model, "hedge") == [TEXTS[2]]
    status = await Semantic(with_model, store).status()
    assert "model.onnx" in status.trouble
    with pytest.raises(ServiceError, match=r"model\.onnx"):
        await fill(with_model, store)


async def test_filling_goes_on_where_it_was_ended(
    with_model: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_pack(
        store,
        a_pack("long.pdf", meeting_date=date(2031, 6, 5)),
        (),
        passages([f"the road {n}" for n in range(200)]),
    )
    async with aclosing(Semantic(with_model, store).fill()) as steps:
        async for step in steps:
            if step.done:
                break
    done, total = await store.read(library.count_vectors)
    assert 0 < done < total == 204
    assert (await fill(with_model, store))[0].done >= done
    assert await store.read(library.count_vectors) == (204, 204)


async def test_beside_the_app_filling_shows_how_far_it_is_and_can_be_stopped(
    with_model: Home, store: Store
) -> None:
    semantic = Semantic(with_model, store)
    assert semantic.line == ""
    lines: list[str] = []
    whole = asyncio.Event()

    def moved() -> None:
        lines.append(semantic.line)
        if lines[-1] == "" and any(lines):
            whole.set()

    semantic.listeners.append(moved)
    semantic.start()
    semantic.start()
    await asyncio.wait_for(whole.wait(), 60)
    assert "0% learned" in lines
    await semantic.finish()
    assert (await semantic.status()).filled.whole
    semantic.start()
    await semantic.finish()
    assert semantic.line == ""


async def test_without_a_model_nothing_is_started(home: Home, store: Store) -> None:
    semantic = Semantic(home, store)
    semantic.start()
    assert semantic._task is None
    await semantic.finish()


async def test_a_library_too_large_to_compare_whole_is_only_ranked_again(
    with_model: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(with_model, store)
    monkeypatch.setattr(meaning, "WHOLE_LIBRARY", 3)
    assert await ask(store, with_model, "constable") == []


async def test_a_child_that_cannot_be_started_is_said(
    with_model: Home, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "WORKER", "no.such.module")
    with pytest.raises(ServiceError, match=r"no\.such"):
        await fill(with_model, store)


def test_the_less_the_words_cover_the_more_the_meaning_counts() -> None:
    scores, near = {1: 1.2, 2: 1.0}, Nearness({1: 0.1, 2: 0.18})
    covered = blend(scores, [1, 2], 1.0, near)
    uncovered = blend(scores, [1, 2], 0.0, near)
    assert covered[1] > covered[2] and uncovered[2] > uncovered[1]


def test_what_the_model_has_not_looked_at_stays_behind_in_its_order() -> None:
    new = blend({1: 1.0, 2: 0.9, 3: 0.8, 4: 0.7}, [1, 2], 1.0, Nearness({1: 0.1, 2: 0.9}, {5: 0.5}))
    assert sorted(new, key=lambda one: -new[one])[0] == 2
    assert sorted(new, key=lambda one: -new[one])[-2:] == [3, 4]
    assert blend({1: 1.0}, [1], 1.0, Nearness()) == {1: 1.0}


def test_the_model_is_told_what_words_strange_to_it_mean() -> None:
    reading = Reading(
        (),
        (
            ("recruitmnet → recruitment", frozenset({"recruitment"})),
            ("board → boarding", frozenset({"boarding"})),
            ("UASC = unaccompanied children", frozenset({"unaccompanied children"})),
        ),
    )
    said = plain_words("recruitmnet board UASC", reading, lambda word: word == "board")
    assert said == "recruitment board UASC unaccompanied children"


def test_the_commands_install_tell_and_remove(scrutiny: Scrutiny, pack: Path, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "tiny")
    assert "No model is installed" in scrutiny("semantic", "status").out
    assert scrutiny("semantic", "fill").status == 1
    assert scrutiny("import", pack).status == 0
    installed = scrutiny("semantic", "install", folder)
    assert installed.status == 0 and "Every passage can be found by meaning." in installed.err
    told = scrutiny("semantic", "status", "--json").document
    assert told["model"] == "tiny" and told["vectors"] == told["passages"] > 0 and told["trouble"] is None
    assert scrutiny("semantic", "remove").status == 0
    assert scrutiny("semantic", "status", "--json").document["model"] is None
    assert scrutiny("search", "sea walls").status == 0


def test_an_import_makes_the_vectors_of_what_came(scrutiny: Scrutiny, pack: Path, tmp_path: Path) -> None:
    scrutiny("semantic", "install", write_model(tmp_path / "tiny"))
    assert scrutiny("import", pack).status == 0
    told = scrutiny("semantic", "status", "--json").document
    assert told["vectors"] == told["passages"] > 0


def test_a_folder_that_is_no_model_gets_one_sentence(scrutiny: Scrutiny, tmp_path: Path) -> None:
    answer = scrutiny("semantic", "install", tmp_path)
    assert answer.status == 1
    assert "model.onnx" in answer.err and len(answer.err.strip().splitlines()) == 1
