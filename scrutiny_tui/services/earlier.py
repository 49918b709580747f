"""What was said before on an agenda item's topic: how its title is asked for, and what comes first.

Standing items (a performance report, revenue monitoring, the work programme) hold only words that stand
everywhere. What answers them is what the committee said the last times it had the item before it, so what
stands under the same title is looked for by its heading, minutes before papers, the latest first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db.committee import committee_key
from db.models.passages import PassageFilter
from imports.patterns import regex
from scrutiny_tui.services.likeness import head_of, same_subject, words_of
from scrutiny_tui.services.query_words import fold, root, split_words

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, Meeting
    from scrutiny_tui.services.ranking import Candidate

SAME_TITLE = 1.5
"""What standing under the item's own title is worth, beside a search's score scaled to 1 for the best."""
OWN_COMMITTEE = 0.25
"""What being said in the same committee is worth."""
EARLIER_STILL = 0.8
"""What is left of a title's worth for each time the committee had the item before it since."""
NOT_THE_SAME = 0.5
"""What a title that is only partly the same counts."""
CROWDED = 0.97
"""What is left of a score for each better passage under the same heading of the same paper."""
TELLS = {
    "minute": 1.0,
    "question": 0.95,
    "action": 0.9,
    "report": 0.75,
    "work-programme": 0.5,
    "agenda": 0.35,
}
"""How much each kind says of a topic: what was said and promised, what was written, that it was planned."""
BARE = 0.95
"""What is left of a score of a passage that only notes or agrees, in fewer words than `A_SENTENCE`."""
A_SENTENCE = 9
MOST_OF_MORE = 300
"""Characters of a description and recommendations that meaning is told of."""
_PERIOD = regex(
    r"\b(?:(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter|q(?:uarter|tr)?\.?\s*[1-4](?:\s*and\s*[1-4])?"
    r"|(?:19|20)\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+(?:19|20)\d\d)"
    r"(?!\w)",
    re.IGNORECASE,
)
_BARE = regex(
    r"\b(?:reports?|updates?|verbal|oral|briefings?|committee['’]?s?|board['’]s|the)\b", re.IGNORECASE
)
_WORK_PROGRAMME = regex(
    r"\b(?:(?:forward|future)?\s*work\s*-?(?:plan|programme)|forward plan)\b", re.IGNORECASE
)
WORK_PROGRAMME = ("work programme", "work plan", "workplan", "forward plan")
"""What councils call the list of what comes when; one standing item by any of these names."""
# Items every meeting has: what was said under them before is of no topic.
_PROCEDURAL = regex(
    r"\s*+(?:to receive )?(?:any )?(?:apologies|declarations? of|substitut|minutes of|(?:the )?minutes$"
    r"|notices?$|welcome|chair(?:man|person)?['’]?s announcements|any other|date of (?:the )?next"
    r"|exclusion of|(?:(?:public|members?|councillors?|written|oral)['’]?s?\s++)+(?:questions?|part[a-z]+)\b"
    r"|questions? (?:from|by) |public (?:speaking|forum)|petitions?$|urgent (?:items?|business))",
    re.IGNORECASE,
)


class Topic:
    """An agenda item's topic.

    Attributes:
        within: what of the library counts as earlier.
        asked: its title as a query: no quarters and years, which tell only the time.
        titles: what headings to look under, each as words.
        spoken: the item in a sentence or two, for what ranks by meaning.
    """

    def __init__(self, item: AgendaItem, meeting: Meeting, more: str) -> None:
        """Read an item; `more` is its description and its reports' recommendations."""
        self.within = PassageFilter(before=meeting.date)
        self._committee = committee_key(meeting.committee)
        self._aside = _aside(meeting.committee)
        self._title = " ".join(_PERIOD.sub(" ", item.title).split()) or item.title
        bare = " ".join(_BARE.sub(" ", self._title).split())
        self.asked = bare if any(map(str.isalpha, bare)) else self._title
        self._standing = bool(_WORK_PROGRAMME.search(item.title))
        self.titles = WORK_PROGRAMME if self._standing else (self.asked,)
        self.spoken = f"{item.title}. {more}"[: len(item.title) + MOST_OF_MORE]

    def rank(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Give what was found anew: what was said under the same title first, the latest first."""
        top = max((found.score for found in candidates), default=0.0) or 1.0
        same = {found.passage.id: self._sameness(found) for found in candidates}
        days = {found.passage.said_on for found in candidates if same[found.passage.id] >= 1}
        since = {day: n for n, day in enumerate(sorted((day for day in days if day), reverse=True))}
        scored = []
        for found in candidates:
            passage, title = found.passage, same[found.passage.id]
            fresh = EARLIER_STILL ** since[passage.said_on] if passage.said_on in since else NOT_THE_SAME
            worth = max(found.score, 0.0) / top + SAME_TITLE * title * fresh
            worth += OWN_COMMITTEE * (committee_key(passage.committee) == self._committee)
            worth *= BARE if len(passage.text.split()) < A_SENTENCE else 1.0
            scored.append(replace(found, score=worth * TELLS.get(passage.kind, 1.0)))
        return _apart(sorted(scored, key=lambda found: -found.score))

    def _sameness(self, found: Candidate) -> float:
        """How far a passage stands under the item's title; in another committee that tells less."""
        passage = found.passage
        if self._standing:
            heading = passage.heading if passage.kind != "work-programme" else "work programme"
            title = float(bool(_WORK_PROGRAMME.search(heading)))
        else:
            heading = _PERIOD.sub(" ", passage.heading)
            title = max(same_subject(self._title, heading, self._aside), self._shared(heading))
        return title if committee_key(passage.committee) == self._committee else title / 2

    def _shared(self, heading: str) -> float:
        """How many of both titles' words are the same but for their endings, spaced or not."""
        if _letters(head_of(self._title)) == _letters(head_of(heading)):
            return 1.0
        ours = {root(word) for word in words_of(self._title, self._aside)}
        theirs = {root(word) for word in words_of(heading, self._aside)}
        return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if theirs else 0.0


def is_of_no_topic(item: AgendaItem) -> bool:
    """Say whether an item is a heading, or of the kind every meeting has."""
    return item.is_heading or bool(_PROCEDURAL.match(item.title))


def _apart(ranked: Sequence[Candidate]) -> list[Candidate]:
    """Let one long minute not crowd out all others."""
    before: Counter[tuple[int, str]] = Counter()
    varied = []
    for found in ranked:
        place = found.passage.document_id, found.passage.heading
        varied.append(replace(found, score=found.score * CROWDED ** before[place]))
        before[place] += 1
    return sorted(varied, key=lambda found: -found.score)


def _aside(committee: str) -> frozenset[str]:
    """The words of a committee's name and what it is called for short: they tell no topic from another."""
    words = [word.casefold() for word in split_words(committee)]
    return frozenset(words) | {"committee", "board", "panel"}


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, fold(title)))
