"""Finding what was said of a topic, whatever the member types, and earlier on an agenda item's topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from db import library
from db.models.passages import Match, Passage, PassageFilter, PassageVector, WordGroup
from imports.patterns import regex
from scrutiny_tui.services import expansion, ranking
from scrutiny_tui.services.amended import notes_on
from scrutiny_tui.services.earlier import Topic, is_of_no_topic
from scrutiny_tui.services.expansion import Reading, Vocabulary
from scrutiny_tui.services.lexicon import read_lexicon
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.query_words import IGNORED, fold
from scrutiny_tui.services.ranking import Candidate, rank
from scrutiny_tui.services.semantic.ranking import RANKED_AGAIN, Again
from scrutiny_tui.services.short_forms import ShortForms

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.papers import AgendaItem, Meeting
    from db.store import Store
    from scrutiny_tui.services.lexicon import Lexicon
    from scrutiny_tui.services.semantic.meaning import Meaning

RERANKED = 2
"""How many times more passages are ranked than are shown, so that another look can lift one from below."""
PARTS = expansion.PARTS | ranking.PARTS | {"sameness"}
"""All that finding does beyond asking for the typed words; any of it can be left out, to measure it."""
DESCRIPTION_WEIGHT = 0.3
BY_MEANING = "near in meaning"
"""Why a passage was found that holds none of the words."""
_TOKEN = regex(r"[^\W_]+")


class Search:
    """The search engine over everything ever imported."""

    def __init__(
        self,
        store: Store,
        meaning: Meaning | None = None,
        *,
        own_words: Path | None = None,
        parts: AbstractSet[str] = PARTS,
    ) -> None:
        """Search a store's library; its words are read at the first search and when they change.

        Args:
            store: whose library.
            meaning: ranks what words found again, where a model is installed.
            own_words: the member's own lexicon, which need not be there.
            parts: what to do beyond asking for the typed words.
        """
        self._store = store
        self._meaning = meaning
        self._own_words = own_words
        self._parts = parts
        self._lexicon: Lexicon | None = None
        self._arranged: tuple[int, ShortForms, dict[int, str]] | None = None
        self._arranging = Lock()

    async def find(
        self, query: str, within: PassageFilter | None = None, limit: int = 30, *, thorough: bool = False
    ) -> tuple[Hit, ...]:
        """Find passages, best first.

        Args:
            query: whatever a person types; nothing in it is search syntax.
            within: which passages may be found.
            limit: how many at most.
            thorough: wait for what ranks by meaning; as-you-type it is used once it is ready.
        """
        wanted = within or PassageFilter()
        made: list[PassageVector] = []
        if self._meaning is not None:
            self._meaning.begin()  # while the words are looked for

        def work(db: Database) -> tuple[Hit, ...]:
            reading = self._words(db).read(query)
            candidates = _candidates(db, reading, reading.groups, wanted, limit, self._parts)
            if self._meaning is not None:
                again = Again(self._meaning, query, reading, wanted, thorough=thorough)
                candidates = _ranked_again(db, candidates, again)
                made.extend(again.made)
            return _shown(db, reading, candidates, limit, self._parts)

        hits = await self._store.read(work)
        if self._meaning is not None and made:
            await self._store.write(partial(self._meaning.keep, rows=made))
        return hits

    async def earlier(
        self,
        item: AgendaItem,
        meeting: Meeting,
        recommendations: Sequence[str] = (),
        limit: int = 30,
        *,
        thorough: bool = False,
    ) -> tuple[Hit, ...]:
        """Find what was said on an agenda item's topic before its meeting.

        Args:
            item: its title is the query; its description counts a little.
            meeting: only passages said before its day, and none of its own papers' agendas and reports.
            recommendations: of the item's reports; they count as the description does.
            limit: how many at most.
            thorough: wait for what ranks by meaning.
        """
        if meeting.date is None or is_of_no_topic(item):
            return ()
        more = " ".join([item.description or "", *recommendations])
        topic = Topic(item, meeting, more)
        if self._meaning is not None:
            self._meaning.begin()

        def work(db: Database) -> tuple[Hit, ...]:
            words = self._words(db)
            title, rest = words.read(topic.asked), words.read(more)
            known = {word for group in title.groups for word, _ in group.words}
            light = tuple(_lighter(group) for group in rest.groups if not known & {w for w, _ in group.words})
            under = library.under_headings(
                db, [words.read(name).groups for name in topic.titles], topic.within
            )
            candidates = _candidates(
                db, title, title.groups + light, topic.within, limit, self._parts, also=under
            )
            if self._meaning is not None:
                again = Again(self._meaning, topic.spoken, title, topic.within, thorough=thorough)
                candidates = _ranked_again(db, candidates, again)
            said = [found for found in candidates if found.passage.kind != "agenda" or found.passage.heading]
            return _shown(db, title, topic.rank(said), limit, self._parts)

        return await self._store.read(work)

    async def committees(self) -> tuple[str, ...]:
        """Give the names of all committees with papers, for the filter."""
        found = await self._store.read(library.meetings)
        return tuple(sorted({meeting.committee for meeting in found if meeting.committee}))

    def _words(self, db: Database) -> Vocabulary:
        counter = library.change_counter(db)
        with self._arranging:
            self._lexicon = self._lexicon or read_lexicon(self._own_words)
            if self._arranged is None or self._arranged[0] != counter:
                general = self._lexicon.acronyms if "general short forms" in self._parts else ()
                printed = ((term.short, term.long) for term in library.terms(db))
                self._arranged = counter, ShortForms(printed, general), {}
            _, short, by_length = self._arranged
        return Vocabulary(library.Words(db, by_length), short, self._lexicon, self._parts)


def _lighter(group: WordGroup) -> WordGroup:
    return WordGroup(tuple((word, weight * DESCRIPTION_WEIGHT) for word, weight in group.words))


def _candidates(
    db: Database,
    reading: Reading,
    groups: tuple[WordGroup, ...],
    wanted: PassageFilter,
    limit: int,
    parts: AbstractSet[str],
    also: Iterable[int] = (),
) -> list[Candidate]:
    """Rank many more passages than are shown, and some `also`, each with what speaks for it."""
    found = {
        match.passage_id: match
        for match in library.match(db, groups, wanted, max(limit * RERANKED, RANKED_AGAIN))
    }
    for passage_id in also:
        found.setdefault(passage_id, Match(passage_id, 0.0, (), (0.0,) * len(groups)))
    asked = {part for group in groups for word, _ in group.words for part in word.split()}
    forms = library.forms(db, asked) if found else {}
    return rank(library.passages(db, list(found)), found, reading, groups, forms, parts)


def _ranked_again(db: Database, candidates: Sequence[Candidate], again: Again) -> list[Candidate]:
    """Rank by meaning too; passages it adds hold none of the words."""
    known = {candidate.passage.id: candidate for candidate in candidates}
    scores = again.rank(db, {key: (found.score, found.found) for key, found in known.items()})
    ranked = [replace(found, score=scores[key][0]) for key, found in known.items() if key in scores]
    for passage in library.passages(db, [key for key in scores if key not in known]):
        score, found = scores[passage.id]
        ranked.append(Candidate(passage, found, score, 0.0, 0.0, 0.0, ()))
    return sorted(ranked, key=lambda candidate: -candidate.score)


def _shown(
    db: Database, reading: Reading, candidates: Sequence[Candidate], limit: int, parts: AbstractSet[str]
) -> tuple[Hit, ...]:
    """Show the same words once, as a meeting's where they are one's, and mark why each was found."""
    merged: dict[str, tuple[Candidate, list[Passage]]] = {}
    for candidate in candidates:
        key = _sameness(candidate.passage.text) if "sameness" in parts else str(candidate.passage.id)
        first, others = merged.setdefault(key, (candidate, []))
        if first is not candidate:
            dated = first.passage.meeting_date is None and candidate.passage.meeting_date is not None
            merged[key] = (candidate if dated else first, others)
            others.append(first.passage if dated else candidate.passage)
    shown = list(merged.values())[:limit]
    words = {part for candidate, _ in shown for word in candidate.words for part in _telling(word)}
    forms = library.inflections(db, words) | words
    notes = library.amendments(db)
    hits = (_hit(reading, candidate, others, forms) for candidate, others in shown)
    return tuple(replace(hit, amended=notes_on(hit.passage, notes)) for hit in hits)


def _hit(reading: Reading, candidate: Candidate, others: Sequence[Passage], forms: AbstractSet[str]) -> Hit:
    passage = candidate.passage
    also = dict.fromkeys(_meeting_label(other) for other in others)
    also.pop(_meeting_label(passage), None)
    why = tuple(reason for reason, words in reading.reasons if words & set(candidate.words))
    why = why if candidate.words else (BY_MEANING,)
    spans = sorted({*mark_words(passage.text, forms), *candidate.numbers})
    return Hit(passage, round(candidate.score, 4), candidate.words, why, _apart(spans), tuple(also))


def _telling(phrase: str) -> list[str]:
    """The words of a phrase worth marking wherever they stand: of a long form, not its "for" and "in"."""
    words = phrase.split()
    return [word for word in words if word not in IGNORED] or words


def _apart(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Leave out marks that lie within others (a number's digits within the number)."""
    apart: list[tuple[int, int]] = []
    for start, end in spans:
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return tuple(apart)


def _sameness(text: str) -> str:
    return "".join(_TOKEN.findall(text.casefold()))


def _meeting_label(passage: Passage) -> str:
    day = passage.meeting_date
    return f"{passage.committee}, {day.day} {day:%B %Y}" if day else passage.source


def mark_words(text: str, words: AbstractSet[str]) -> tuple[tuple[int, int], ...]:
    """Where a text holds any of these words, in whatever case and with or without accents: (start, end)."""
    return tuple(token.span() for token in _TOKEN.finditer(text) if fold(token[0]) in words)
