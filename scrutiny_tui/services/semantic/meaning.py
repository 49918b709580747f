"""How near in meaning passages lie to a query, where a model is installed.

Words rank first; the model ranks their best again, and adds what it finds nearest in the whole library once
every passage has its vector. A model that is not there, not loaded yet or broken changes nothing.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import library
from db.models.passages import PassageFilter, PassageVector, WordsOfPassage
from scrutiny_tui.services.semantic.encoder import Encoder, key_of, text_of

if TYPE_CHECKING:
    from sqlite_utils import Database

PATIENCE = 0.6
"""Seconds a thorough search may make vectors of passages that have none yet."""
MADE_AT_ONCE = 8
WHOLE_LIBRARY = 60_000
"""Passages up to which all are compared with every query (23 MB, some 20 ms); beyond, words find alone."""
ADDED = 20
"""How many passages that no word found may come in for being near in meaning."""

NEAR = 0.25
"""The least cosine of a passage that comes in so; texts that have nothing to do with each other lie below."""


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near passages lie to a query.

    Attributes:
        found: the cosine of each passage asked about that has a vector.
        added: of the nearest others in the whole library.
        made: vectors made for this, to be kept.
    """

    found: Mapping[int, float] = field(default_factory=dict)
    added: Mapping[int, float] = field(default_factory=dict)
    made: tuple[PassageVector, ...] = ()


class Meaning:
    """Compares queries with passages; safe to ask from several threads."""

    def __init__(self, folder: Path) -> None:
        """Prepare for the model in a folder, whether or not one is there; it is loaded when first asked."""
        self._folder = folder
        self._lock = threading.Lock()
        self._loading: threading.Thread | None = None
        self._encoder: Encoder | None = None
        self._stamp: float | None = None
        self._whole: tuple[tuple[int, int], list[int], Any] | None = None

    def begin(self) -> None:
        """Begin to load the model, if there is one and it is not loaded."""
        self._ready(wait=False)

    def near(
        self,
        db: Database,
        query: Callable[[Callable[[str], bool]], str],
        ids: Sequence[int],
        within: PassageFilter,
        *,
        thorough: bool = False,
    ) -> Nearness:
        """Compare a query with passages.

        Args:
            db: a connection, which may be a reader's.
            query: gives it in plain words, told which words the model knows.
            ids: the passages that words found, best first.
            within: which others may be added.
            thorough: wait for the model to load, and make what vectors are missing, best passages first,
                for as long as `PATIENCE` allows; else the model loads beside the search, for later ones.
        """
        encoder = self._ready(wait=thorough)
        if encoder is None:
            return Nearness()
        from scrutiny_tui.services.errors import ServiceError

        try:
            return self._compare(db, encoder, query(encoder.knows), ids, within, thorough)
        except ServiceError:  # a broken model is said by `scrutiny semantic status`, not by every search
            return Nearness()

    def keep(self, db: Database, rows: Sequence[PassageVector]) -> None:
        """Keep vectors that a search made, with the writer's connection."""
        if self._encoder is not None:
            library.begin_vectors(db, self._encoder.model)
            library.keep_vectors(db, self._encoder.model, rows)

    def _compare(
        self,
        db: Database,
        encoder: Encoder,
        query: str,
        ids: Sequence[int],
        within: PassageFilter,
        thorough: bool,
    ) -> Nearness:
        current = library.vector_model(db) == encoder.model
        vectors = library.vectors_of(db, ids) if current else {}
        missing = [one for one in ids if one not in vectors]
        made = _make(db, encoder, missing) if thorough and missing else ()
        vectors |= {row.passage_id: row.vector for row in made if row.vector}
        (asked,) = encoder.encode([query])
        added = self._nearest(db, asked, set(ids), within) if current and not missing else {}
        return Nearness(cosines(asked, vectors), added, made)

    def _nearest(
        self, db: Database, asked: bytes, known: set[int], within: PassageFilter
    ) -> dict[int, float]:
        """Find the nearest passages of the whole library, if all have their vector."""
        done, total = library.count_vectors(db)
        if done < total or total > WHOLE_LIBRARY:
            return {}
        import numpy

        moment = library.change_counter(db), done
        with self._lock:
            if self._whole is None or self._whole[0] != moment:
                ids, joined = library.all_vectors(db)
                self._whole = moment, ids, _rows(joined, len(asked))
            _, ids, matrix = self._whole
        near = _cosines(asked, matrix)
        best = [ids[place] for place in numpy.argsort(-near)[: 4 * ADDED + len(known)]]
        let = library.let_through(db, [one for one in best if one not in known], within)
        place_of = {one: place for place, one in enumerate(ids)} if let else {}
        cosine_of = {one: float(near[place_of[one]]) for one in [one for one in best if one in let][:ADDED]}
        return {one: cosine for one, cosine in cosine_of.items() if cosine >= NEAR}

    def _ready(self, *, wait: bool) -> Encoder | None:
        """Give the model if it is loaded; else begin to load it, and wait if asked."""
        with self._lock:
            stamp = _stamp(self._folder)
            if stamp != self._stamp:  # installed, replaced or removed since
                self._stamp, self._encoder, self._whole = stamp, None, None
                self._loading = None
                if stamp is not None:
                    self._loading = threading.Thread(target=self._load, args=(stamp,), daemon=True)
                    self._loading.start()
            loading = self._loading
        if wait and loading is not None:
            loading.join()
        return self._encoder

    def _load(self, stamp: float) -> None:
        from scrutiny_tui.services.errors import ServiceError
        from scrutiny_tui.services.semantic.model_folder import load_model

        try:
            encoder = load_model(self._folder)
        except ServiceError:
            return
        if self._stamp == stamp:
            self._encoder = encoder


def make_vectors(
    db: Database, encoder: Encoder, passages: Sequence[WordsOfPassage]
) -> tuple[PassageVector, ...]:
    """Make the vectors of passages; a text whose vector the library has is not read again."""
    texts = {one.id: text_of(one) for one in passages}
    keys = {one: key_of(encoder.model, text) for one, text in texts.items()}
    known = (
        library.known_texts(db, list(keys.values())) if library.vector_model(db) == encoder.model else set()
    )
    new = {key: texts[one] for one, key in keys.items() if key not in known}
    vectors = dict(zip(new, encoder.encode(list(new.values())), strict=True)) if new else {}
    return tuple(PassageVector(one, key, vectors.get(key)) for one, key in keys.items())


def _make(db: Database, encoder: Encoder, missing: Sequence[int]) -> tuple[PassageVector, ...]:
    """Make missing vectors, a few at a time, until the time is up."""
    until = time.monotonic() + PATIENCE
    made: list[PassageVector] = []
    for start in range(0, len(missing), MADE_AT_ONCE):
        if time.monotonic() > until:
            break
        some = library.words_of_passages(db, missing[start : start + MADE_AT_ONCE])
        made += make_vectors(db, encoder, some)
    return tuple(made)


def cosines(asked: bytes, vectors: Mapping[int, bytes]) -> dict[int, float]:
    """Give the cosine of each vector with one."""
    fitting = {one: vector for one, vector in vectors.items() if len(vector) == len(asked)}
    if not fitting:
        return {}
    near = _cosines(asked, _rows(b"".join(fitting.values()), len(asked)))
    return dict(zip(fitting, map(float, near), strict=True))


def _rows(joined: bytes, dimension: int) -> Any:
    import numpy

    return numpy.frombuffer(joined, dtype=numpy.int8).reshape(-1, dimension)


def _cosines(asked: bytes, matrix: Any) -> Any:
    """Compare in pieces, so that a large library needs no second copy in memory."""
    import numpy

    one = numpy.frombuffer(asked, dtype=numpy.int8).astype(numpy.float32)
    one /= numpy.linalg.norm(one) or 1
    parts = []
    for start in range(0, len(matrix), 4096):
        part = matrix[start : start + 4096].astype(numpy.float32)
        parts.append(part @ one / numpy.maximum(numpy.linalg.norm(part, axis=1), 1e-9))
    return numpy.concatenate(parts) if parts else numpy.zeros(0, dtype=numpy.float32)


def _stamp(folder: Path) -> float | None:
    try:
        return (folder / "model.json").stat().st_mtime
    except OSError:
        return None
