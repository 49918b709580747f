"""Promises of real packs, followed from paper to paper; skipped where those packs are not at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from db import library
from db.models.papers import Meeting
from db.store import Store
from imports.words.sentences import split_sentences
from scrutiny_tui.services.actions import Actions
from scrutiny_tui.services.clock import Clock
from scrutiny_tui.services.guarding import GuardedStore
from scrutiny_tui.services.importing import Importer
from scrutiny_tui.services.kept_pack import read_pack
from scrutiny_tui.services.models.promises import TrackedPromise
from scrutiny_tui.services.promises import promised
from tests.services.labelled_sentences import OTHERS, PROMISES, digest_of


@pytest.fixture(scope="module")
def packs(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = GuardedStore.open(tmp_path_factory.mktemp("shared") / "home")

    async def take_in() -> None:
        async for _ in Importer(store, Clock()).import_paths(sorted((shared / "packs").glob("*.txt"))):
            pass

    asyncio.run(take_in())
    yield store
    store.close()


@pytest.fixture(scope="module")
def promises(packs: Store) -> tuple[TrackedPromise, ...]:
    return asyncio.run(Actions(packs, Clock()).all())


def one(promises: tuple[TrackedPromise, ...], *words: str) -> TrackedPromise:
    (found,) = [each for each in promises if all(word in each.text for word in words)]
    return found


def meeting_of(packs: Store, day: date) -> Meeting:
    found = asyncio.run(packs.read(library.meetings))
    return next(meeting for meeting in found if meeting.date == day)


def test_the_eight_rows_of_the_tracker_go_with_their_minutes(promises: tuple[TrackedPromise, ...]) -> None:
    tracked = [each for each in promises if any(step.kind == "tracker" for step in each.steps)]
    assert sorted(each.ref for each in tracked) == ["55"] * 5 + ["57", "59", "60"]
    assert {each.said_on for each in tracked} == {date(2023, 1, 12)}
    assert all(step.source.startswith("004") for each in tracked for step in each.steps[1:2])


@pytest.mark.parametrize(
    ("words", "ref", "owner"),
    [
        ("RSC would be invited", "14.25", "Andrea Griffiths"),
        ("overview of who the teams", "18.16", "Ann James"),
    ],
)
def test_what_nobody_spoke_of_again_has_gone_quiet(
    promises: tuple[TrackedPromise, ...], words: str, ref: str, owner: str
) -> None:
    found = one(promises, words)
    assert (found.ref, found.outcome, found.owner_name) == (ref, "quiet", owner)
    assert [step.kind for step in found.steps] == ["said"]
    assert found.source.startswith("002")


def test_the_plans_asked_for_in_november_are_not_on_that_agenda(
    packs: Store, promises: tuple[TrackedPromise, ...]
) -> None:
    found = one(promises, "version of the improvement plan")
    assert found.outcome == "missed"
    assert ("missing", date(2022, 11, 24)) in {(step.kind, step.about) for step in found.steps}
    missing = asyncio.run(Actions(packs, Clock()).not_on_agenda(meeting_of(packs, date(2022, 11, 24))))
    assert found.text in {each.text for each in missing}
    assert not any("IT and requested" in each.text for each in missing)


def test_what_was_asked_for_and_came_is_kept(promises: tuple[TrackedPromise, ...]) -> None:
    trevone = one(promises, "update and review on Trevone House")
    assert (trevone.outcome, trevone.steps[-1].ref, trevone.steps[-1].about) == (
        "kept",
        "57",
        date(2023, 1, 12),
    )
    assert one(promises, "specific and definite actions").outcome == "kept"


def test_the_autism_pathway_slips_from_meeting_to_meeting(promises: tuple[TrackedPromise, ...]) -> None:
    found = one(promises, "autism pathway")
    days = [step.about for step in found.steps if step.kind in ("programme", "moved")]
    assert found.outcome == "slipped"
    assert days == [date(2023, 1, 12), date(2023, 3, 9), date(2023, 11, 9)]


def test_sentences_judged_by_hand_are_judged_the_same(packs: Store) -> None:
    documents = asyncio.run(packs.read(library.documents))
    sentences = {
        digest_of(sentence): sentence
        for document in documents
        for minutes in read_pack(document).minutes
        for item in minutes.items
        for paragraph in item.paragraphs
        for sentence in split_sentences(paragraph.text)
    }
    known = {digest: promised(words) is not None for digest, words in sentences.items()}
    right = sum(known[digest] for digest in PROMISES if digest in known)
    wrong = [sentences[digest] for digest in OTHERS if known.get(digest)]
    here = sum(digest in known for digest in PROMISES)
    assert here >= len(PROMISES) - 2, "the minutes are read otherwise than when they were judged"
    assert right / here >= 0.9
    assert right / (right + len(wrong)) >= 0.95, wrong
