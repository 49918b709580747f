"""A council's twenty years of papers, made up: for measuring what a library of any size costs.

    python -m tests.bench.twenty_years --passages 1000000 --into /tmp/twenty_years

Words follow each other as they do in the text that is at hand (the demo's packs, and real packs beside the
checkout where there are any); names, places, sums, dates, slips of scanning and a long tail of rare words
grow the vocabulary as it grows in life. Topics come back from meeting to meeting. Papers are filed as the
importer files them. What was made is kept: the same size is made once.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from db.library import file_document
from db.models.drafts import DraftDocument
from db.store import Store
from imports.model.agenda import AgendaItem
from imports.model.pack import ParsedPack
from imports.model.reading import Block, Passage, PassageKind, ReadPage
from imports.model.tables import Acronym
from scrutiny_tui.services.filing import draft_document
from tests.bench.furniture import furnished

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
SOURCES = (ROOT / "scrutiny_tui/demo/source", ROOT.parent / "shared/packs")
PASSAGES_IN_A_PACK = 100
PASSAGES_ON_A_PAGE = 5
FIRST_DAY = date(2005, 1, 4)
YEARS = 20
RARE_WORDS = 1_000_000
COMMITTEES = (
    *("Children and Families Scrutiny Committee", "Adult Social Care Scrutiny Committee"),
    *(
        "Environment Scrutiny Committee",
        "Economy and Growth Scrutiny Committee",
        "Health and Wellbeing Board",
    ),
    *(
        "Overview and Scrutiny Management Board",
        "Corporate Parenting Panel",
        "Audit and Governance Committee",
    ),
    *("Police and Crime Panel", "Highways and Transport Working Group"),
)
ACRONYMS = (
    *(("EHCP", "Education Health and Care Plan"), ("MTFS", "Medium Term Financial Strategy")),
    *(("SEND", "Special Educational Needs and Disabilities"), ("LGA", "Local Government Association")),
    *(("JSNA", "Joint Strategic Needs Assessment"), ("MASH", "Multi Agency Safeguarding Hub")),
    *(("NEET", "Not in Education Employment or Training"), ("HRA", "Housing Revenue Account")),
    *(("DSG", "Dedicated Schools Grant"), ("ICB", "Integrated Care Board")),
    *(("CAMHS", "Child and Adolescent Mental Health Services"), ("TRO", "Traffic Regulation Order")),
)
_ONSETS = (
    "b",
    "br",
    "c",
    "cl",
    "d",
    "f",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "th",
    "v",
    "w",
)
_SYLLABLES = [onset + vowel for onset in _ONSETS for vowel in "aeiou"]
_ENDINGS = ("", "n", "ld", "ton", "ley", "by", "worth", "shaw", "ham", "well", "ing", "ed", "ers")
_TOKEN = re.compile(r"\S+")


def source_text() -> list[str]:
    """Give the paragraphs whose words and word order are followed.

    Raises:
        FileNotFoundError: neither the demo's text nor real packs are there.
    """
    files = [path for folder in SOURCES if folder.is_dir() for path in sorted(folder.iterdir())]
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix in (".md", ".txt")]
    if not texts:
        raise FileNotFoundError(
            "There is no text to learn from: run this in a checkout, which has the demo's."
        )
    return [paragraph for text in texts for paragraph in re.split(r"\n\s*\n", text) if len(paragraph) > 40]


def rare_word(rank: int) -> str:
    """Give the word of this rank in the tail: always the same one."""
    word, rest = "", rank + len(_SYLLABLES)
    while rest:
        rest, syllable = divmod(rest, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word + _ENDINGS[rank % len(_ENDINGS)]


@dataclass(slots=True)
class Topic:
    """Something that comes back: its title and the words its sentences begin with."""

    title: str
    seeds: list[str]


@dataclass(slots=True)
class Council:
    """Writes papers; the same seed writes the same. Attributes: `people`, who come up in them."""

    seed: int = 20
    _random: random.Random = field(init=False)
    _after: dict[str, list[str]] = field(init=False, default_factory=dict)
    _topics: list[Topic] = field(init=False, default_factory=list)
    people: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Learn which word follows which, and think of topics and people."""
        self._random = random.Random(self.seed)
        starts: list[str] = []
        for paragraph in source_text():
            words = _TOKEN.findall(paragraph)
            starts.append(words[0])
            for word, after in pairwise(words):
                self._after.setdefault(word, []).append(after)
        self._after.setdefault("", starts)
        telling = [word for word in self._after if len(word) > 6 and word.isalpha()]
        for _ in range(400):
            seeds = self._random.sample(telling, 25)
            self._topics.append(Topic(" ".join(word.title() for word in seeds[:3]), seeds))
        self.people = [self._name(n) for n in range(20_000)]

    def packs(self, passages: int) -> Iterator[tuple[ParsedPack, tuple[ReadPage, ...], tuple[Passage, ...]]]:
        """Write packs in the order of their meetings, until they hold so many passages."""
        count = max(1, passages // PASSAGES_IN_A_PACK)
        for number in range(count):
            day = FIRST_DAY + timedelta(days=number * 365 * YEARS // count)
            pack, pages, of_pack = self._pack(number, day)
            yield furnished(pack, of_pack), pages, of_pack

    def _pack(self, number: int, day: date) -> tuple[ParsedPack, tuple[ReadPage, ...], tuple[Passage, ...]]:
        topics = [self._zipf(self._topics) for _ in range(6)]
        passages = tuple(
            self._passage(place, topics[place * len(topics) // PASSAGES_IN_A_PACK])
            for place in range(PASSAGES_IN_A_PACK)
        )
        pages = tuple(
            ReadPage(page, page, tuple(Block("paragraph", one.text) for one in passages if one.page == page))
            for page in range(1, passages[-1].page + 1)
        )
        terms = self._random.sample(ACRONYMS, 4)
        name = f"pack {number:05d}.pdf"
        pack = ParsedPack(
            source=name,
            sha256=hashlib.sha256(f"{self.seed} {name}".encode()).hexdigest(),
            format="pdf",
            kind="pack",
            page_count=len(pages),
            committee=COMMITTEES[number % len(COMMITTEES)],
            meeting_date=day,
            meeting_date_basis="printed",
            agenda=tuple(
                AgendaItem(str(place + 1), topic.title, pages=(place * 3 + 1, place * 3 + 3))
                for place, topic in enumerate(topics)
            ),
            glossary=tuple(Acronym(short, long, 1) for short, long in terms),
        )
        return pack, pages, passages

    def _passage(self, place: int, topic: Topic) -> Passage:
        item = str(place * 6 // PASSAGES_IN_A_PACK + 1)
        kind: PassageKind = "minute" if place < 18 else "report" if place < 97 else "action"
        length = min(280, max(6, int(self._random.lognormvariate(4.0, 0.7))))
        text = " ".join(self._words(length, topic))
        page = place // PASSAGES_ON_A_PAGE + 1
        return Passage(kind, f"{item}.{place + 1}", topic.title, text, page, page, agenda_item=item)

    def _words(self, length: int, topic: Topic) -> Iterator[str]:
        """Walk from word to word; a sentence begins with one of the topic's, and few words are odd ones."""
        chance, after = self._random.random, self._after
        word = topic.seeds[int(chance() * len(topic.seeds))]
        for _ in range(length):
            dice = chance()
            if dice < 0.06:
                yield self._odd(dice / 0.06, word)
            else:
                yield word
            ahead = after.get(word)
            if ahead is None or (word[-1] == "." and chance() < 0.5):
                ahead = topic.seeds
            word = ahead[int(chance() * len(ahead))]

    def _odd(self, dice: float, word: str) -> str:
        """Give a name, a sum, a date, a slip or a rare word in a common word's place."""
        if dice < 0.30:
            return self._zipf(self.people)
        if dice < 0.50:
            return (
                f"£{self._random.lognormvariate(3, 2):.1f}m"
                if dice < 0.38
                else str(self._random.randrange(5000))
            )
        if dice < 0.56:
            return f"{FIRST_DAY + timedelta(days=self._random.randrange(365 * YEARS)):%-d %B %Y}"
        if dice < 0.59:
            return self._random.choice(ACRONYMS)[0]
        if dice < 0.62 and len(word) > 4:
            place = self._random.randrange(1, len(word) - 2)
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        return rare_word(int(math.exp(self._random.random() * math.log(RARE_WORDS))))

    def _zipf(self, things: Sequence[T]) -> T:
        return things[int(math.exp(self._random.random() * math.log(len(things)))) - 1]

    def _name(self, number: int) -> str:
        return f"{rare_word(number % 600).title()} {rare_word(7000 + number * 37).title()}"


@dataclass(frozen=True, slots=True)
class Made:
    """A library that was made, and what that took.

    Attributes:
        home: the folder with the two databases.
        passages: in it.
        packs: they came in.
        filing: seconds it took to file them, without making them up; 0 where it was there already.
        processor: of those, seconds the processor worked.
    """

    home: Path
    passages: int
    packs: int
    filing: float = 0.0
    processor: float = 0.0


def make_library(into: Path, passages: int) -> Made:
    """Make a library of this size in a folder of its own within `into`, unless it is there."""
    home = into / str(passages)
    packs = max(1, passages // PASSAGES_IN_A_PACK)
    if (home / "whole").exists():
        return Made(home, passages, packs)
    if home.exists():
        shutil.rmtree(home)
    store = Store.open(home)
    took, worked = 0.0, 0.0
    try:
        for number, (pack, pages, of_pack) in enumerate(Council().packs(passages), 1):
            start, cpu = time.perf_counter(), time.thread_time()
            draft = draft_document(pack, pages, of_pack, Path("/papers") / pack.source)
            worked += time.thread_time() - cpu
            worked += store.write_now(partial(_file, draft=draft))
            took += time.perf_counter() - start
            if number % 500 == 0:
                print(f"{number}/{packs} packs, {took:.0f} s of filing", file=sys.stderr)
    finally:
        store.close()
    (home / "whole").touch()
    return Made(home, passages, packs, took, worked)


def _file(db: Database, draft: DraftDocument) -> float:
    """File one paper; give the processor time it took."""
    start = time.thread_time()
    file_document(db, draft, datetime(2026, 1, 5, 9))
    return time.thread_time() - start


def folder_option(parser: argparse.ArgumentParser) -> None:
    """Let a person say where libraries are kept."""
    kept = Path(tempfile.gettempdir()) / "twenty_years"
    parser.add_argument("--into", type=Path, default=kept, help=f"where libraries are kept (else {kept})")


def main() -> None:
    """Make a library and say what it took."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--passages", type=int, default=1_000_000)
    folder_option(parser)
    asked = parser.parse_args()
    made = make_library(asked.into, asked.passages)
    print(f"{made.home}: {made.passages} passages of {made.packs} packs, filed in {made.filing:.0f} s")


if __name__ == "__main__":
    main()
