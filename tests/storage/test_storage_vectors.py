"""Vectors: kept by text, so that an unchanged paper imported again needs none made."""

from __future__ import annotations

from collections.abc import Sequence

from db import library
from db.models.passages import PassageFilter, PassageVector
from db.store import Store
from tests.storage.papers import NOW, paper, passage, read_now

MODEL = "ab" * 32


def file(store: Store, texts: Sequence[str], source: str = "pack.pdf", *, again: bool = False) -> None:
    store.write_now(lambda db: library.file_document(db, paper(source, texts), NOW, again=again))


def missing(store: Store, before: int = 10**9, limit: int = 10) -> list[tuple[int, str]]:
    found = read_now(store, lambda db: library.passages_without_vector(db, before, limit))
    return [(one.id, one.text) for one in found]


def keep(store: Store, model: str = MODEL) -> None:
    """Keep a vector for every passage that has none: its text's first letters."""

    def fill(db: object) -> None:
        rows = library.passages_without_vector(db, 10**9, 100)  # type: ignore[arg-type]
        library.begin_vectors(db, model)  # type: ignore[arg-type]
        vectors = [PassageVector(one.id, one.text.encode()[:16], one.text.encode()[:4]) for one in rows]
        library.keep_vectors(db, model, vectors)  # type: ignore[arg-type]

    store.write_now(fill)


def test_the_latest_passages_without_a_vector_come_first(store: Store) -> None:
    file(store, ["first words", "second words", "third words"])
    assert [text for _, text in missing(store)] == ["third words", "second words", "first words"]
    (_, second) = missing(store, limit=2)
    assert [text for _, text in missing(store, before=second[0])] == ["first words"]
    keep(store)
    assert missing(store) == []
    assert read_now(store, library.count_vectors) == (3, 3)


def test_a_paper_imported_again_finds_its_vectors_by_its_text(store: Store) -> None:
    file(store, ["the harbour", "the sluice"])
    keep(store)
    file(store, ["the harbour", "the sluice", "the quay"], again=True)
    assert read_now(store, library.count_vectors) == (0, 3)
    known = read_now(store, lambda db: library.known_texts(db, [b"the harbour", b"the sluice", b"the quay"]))
    assert known == {b"the harbour", b"the sluice"}
    linked = [PassageVector(one, text.encode(), None) for one, text in missing(store)]
    store.write_now(lambda db: library.keep_vectors(db, MODEL, linked))
    assert [text for _, text in missing(store)] == ["the quay"]
    ids = read_now(store, library.all_vectors)[0]
    assert read_now(store, lambda db: set(library.vectors_of(db, ids).values())) == {b"the "}


def test_vectors_of_texts_that_are_gone_can_be_dropped(store: Store) -> None:
    file(store, ["old words"])
    keep(store)
    file(store, ["new words"])
    keep(store)
    store.write_now(library.drop_unused_vectors)
    assert read_now(store, lambda db: library.known_texts(db, [b"old words", b"new words"])) == {b"new words"}


def test_another_model_begins_afresh_and_late_vectors_of_the_old_are_left_out(store: Store) -> None:
    file(store, ["some words"])
    keep(store)
    (one,) = read_now(store, library.all_vectors)[0]
    store.write_now(lambda db: library.begin_vectors(db, "cd" * 32))
    assert read_now(store, library.count_vectors) == (0, 1)
    store.write_now(lambda db: library.keep_vectors(db, MODEL, [PassageVector(one, b"k", b"v")]))
    assert read_now(store, library.count_vectors) == (0, 1)
    store.write_now(library.forget_vectors)
    assert read_now(store, library.vector_model) is None


def test_a_vector_for_a_passage_that_is_gone_is_left_out(store: Store) -> None:
    file(store, ["some words"])
    store.write_now(lambda db: library.begin_vectors(db, MODEL))
    store.write_now(lambda db: library.keep_vectors(db, MODEL, [PassageVector(999, b"key", b"v")]))
    assert read_now(store, library.count_vectors) == (0, 1)


def test_a_filter_holds_for_what_meaning_adds(store: Store) -> None:
    minute = passage("said in minutes", kind="minute")
    store.write_now(lambda db: library.file_document(db, paper(passages=(minute, passage("reported"))), NOW))
    ids = [one for one, _ in missing(store)]
    kept = read_now(store, lambda db: library.let_through(db, ids, PassageFilter(kind="minute")))
    assert [text for one, text in missing(store) if one in kept] == ["said in minutes"]
    assert read_now(store, lambda db: library.let_through(db, ids, PassageFilter())) == frozenset(ids)
