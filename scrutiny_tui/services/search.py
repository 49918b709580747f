"""Finding what was said of a topic, whatever the member types, and earlier on an agenda item's topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from db import library
from db.models import AgendaItem, Match, Meeting, Passage, PassageFilter, WordGroup
from db.store import Store
from scrutiny_tui.services.expansion import Reading, Vocabulary, fold
from scrutiny_tui.services.models import Hit

if TYPE_CHECKING:
    from sqlite_utils import Database

COVERAGE = 0.25
"""What holding all of a query's words is worth, beside a BM25 scaled to 1 for the best passage."""
RERANKED = 5
"""How many times more passages are ranked than are shown, so that coverage can lift one from below."""
DESCRIPTION_WEIGHT = 0.3
_TOKEN = re.compile(r"[^\W_]+")
# Items every meeting has: what was said under them before is of no topic.
_PROCEDURAL = re.compile(
    r"\s*(?:to receive )?(?:any )?(?:apologies|declarations? of|substitut|minutes of|(?:the )?minutes$"
    r"|notices?$|welcome|chair(?:man|person)?['’]?s announcements|any other|date of (?:the )?next"
    r"|exclusion of)",
    re.IGNORECASE,
)


class Search:
    """The search engine over everything ever imported."""

    def __init__(self, store: Store) -> None:
        """Search a store's library; its words are read at the first search and when they change."""
        self._store = store
        self._vocabulary: tuple[int, Vocabulary] | None = None

    async def find(self, query: str, within: PassageFilter | None = None, limit: int = 30) -> tuple[Hit, ...]:
        """Find passages, best first.

        Args:
            query: whatever a person types; nothing in it is search syntax.
            within: which passages may be found.
            limit: how many at most.
        """
        wanted = within or PassageFilter()

        def work(db: Database) -> tuple[Hit, ...]:
            reading = self._words(db).read(query)
            return _hits(db, reading, reading.groups, wanted, limit)

        return await self._store.read(work)

    async def earlier(
        self, item: AgendaItem, meeting: Meeting, recommendations: Sequence[str] = (), limit: int = 30
    ) -> tuple[Hit, ...]:
        """Find what was said on an agenda item's topic before its meeting.

        Args:
            item: its title is the query; its description counts a little.
            meeting: only passages said before its day, and none of its own papers' agendas and reports.
            recommendations: of the item's reports; they count as the description does.
            limit: how many at most.
        """
        if meeting.date is None or item.is_heading or _PROCEDURAL.match(item.title):
            return ()
        before = PassageFilter(before=meeting.date)
        more = " ".join([item.description or "", *recommendations])

        def work(db: Database) -> tuple[Hit, ...]:
            words = self._words(db)
            title, rest = words.read(item.title), words.read(more)
            known = {word for group in title.groups for word, _ in group.words}
            light = tuple(_lighter(group) for group in rest.groups if not known & {w for w, _ in group.words})
            hits = _hits(db, title, title.groups + light, before, limit)
            return tuple(hit for hit in hits if hit.passage.kind != "agenda" or hit.passage.heading)

        return await self._store.read(work)

    async def committees(self) -> tuple[str, ...]:
        """Give the names of all committees with papers, for the filter."""
        found = await self._store.read(library.meetings)
        return tuple(sorted({meeting.committee for meeting in found if meeting.committee}))

    def _words(self, db: Database) -> Vocabulary:
        counter = library.change_counter(db)
        if self._vocabulary is None or self._vocabulary[0] != counter:
            self._vocabulary = counter, Vocabulary(library.vocabulary(db), library.terms(db))
        return self._vocabulary[1]


def _lighter(group: WordGroup) -> WordGroup:
    return WordGroup(tuple((word, weight * DESCRIPTION_WEIGHT) for word, weight in group.words))


def _hits(
    db: Database, reading: Reading, groups: tuple[WordGroup, ...], wanted: PassageFilter, limit: int
) -> tuple[Hit, ...]:
    """Rank, fetch the best, show the same words once, and mark why each was found."""
    matches = library.match(db, groups, wanted, limit * RERANKED)
    if not matches:
        return ()
    scores = {found.passage_id: (score, found) for score, found in _reranked(matches, groups)}
    ranked = sorted(scores, key=lambda passage_id: -scores[passage_id][0])
    merged: dict[str, tuple[Passage, list[Passage]]] = {}
    for start in range(0, len(ranked), limit * 2):
        for passage in library.passages(db, ranked[start : start + limit * 2]):
            first, others = merged.setdefault(_sameness(passage.text), (passage, []))
            if first is not passage:
                others.append(passage)
        if len(merged) >= limit:
            break
    shown = list(merged.values())[:limit]
    found_words = {
        word for passage, _ in shown for phrase in scores[passage.id][1].words for word in phrase.split()
    }
    forms = library.inflections(db, found_words) | found_words
    return tuple(_hit(reading, *scores[passage.id], passage, others, forms) for passage, others in shown)


def _hit(
    reading: Reading,
    score: float,
    found: Match,
    passage: Passage,
    others: Sequence[Passage],
    forms: AbstractSet[str],
) -> Hit:
    also = dict.fromkeys(_meeting_label(other) for other in others)
    also.pop(_meeting_label(passage), None)
    why = tuple(reason for reason, words in reading.reasons if words & set(found.words))
    return Hit(passage, round(score, 4), found.words, why, mark_words(passage.text, forms), tuple(also))


def _reranked(matches: Sequence[Match], groups: Sequence[WordGroup]) -> Iterable[tuple[float, Match]]:
    """Add to each BM25, scaled to 1, how much of the query the passage covers."""
    top = max(found.score for found in matches) or 1.0
    sets = [frozenset(word for word, _ in group.words) for group in groups]
    for found in matches:
        words = set(found.words)
        covered = sum(bool(words & group) for group in sets) / len(sets)
        yield found.score / top + COVERAGE * covered, found


def _sameness(text: str) -> str:
    return "".join(_TOKEN.findall(text.casefold()))


def _meeting_label(passage: Passage) -> str:
    day = passage.meeting_date
    return f"{passage.committee}, {day.day} {day:%B %Y}" if day else passage.source


def mark_words(text: str, words: AbstractSet[str]) -> tuple[tuple[int, int], ...]:
    """Where a text holds any of these words, in whatever case and with or without accents: (start, end)."""
    return tuple(token.span() for token in _TOKEN.finditer(text) if fold(token[0]) in words)
