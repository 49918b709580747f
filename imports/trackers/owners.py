"""Who acts, in a row of an action tracker whose cells run on from line to line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.words.dates import MONTH, find_dates
from imports.words.names import is_people, leading_people
from imports.words.presenters import is_post, is_presenters

STATUS = regex(
    r"\b(?:completed?|closed|ongoing|on-going|outstanding|in progress|in hand|awaiting|no update|pending"
    r"|circulated|done|overdue|not (?:yet )?(?:started|due)|underway|to be|sent|provided|added|arranged"
    r"|scheduled|noted|open|actioned|green|amber|red|discharged|carried forward)\b",
    re.IGNORECASE,
)
"""What opens the words on an action's progress."""
_OPEN = ("/", "&", ",", " and", " of", " for", "-", "–", " the")
RUNS_ON = regex(r"(?:[,&/(–-]|\b(?:and|of|the|for|to|on|in|with|a|an|by|at|or|from|that|all|its|their))$")
_TITLED = regex(r"(?<=[a-z])\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)")
_DUE = regex(rf"\d|{MONTH}\b", re.IGNORECASE)
_INITIALS = regex(r"[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*")
_WORD = regex(r"\S+")
MOST_LINES, MOST_WORDS, LONGEST_OWNER = 3, 8, 7


@dataclass(frozen=True, slots=True)
class Owner:
    """Who acts, the lines before the name, and what stands behind it."""

    name: str
    before: tuple[str, ...]
    rest: str

    @property
    def action(self) -> str:
        """What is to be done."""
        return join_lines(self.before)


def find_owner(texts: Sequence[str], known: frozenset[str]) -> Owner | None:
    """Find who acts among the lines of a row: on lines of their own, at a line's beginning, or inside one.

    Args:
        texts: the row's lines, the action first.
        known: people's names in lower case.
    """
    ways = (
        _alone(texts, lambda text: is_people(text, known) or _INITIALS.fullmatch(text) is not None),
        _leading(texts, known),
        _alone(texts, is_post),
        _leading_post(texts),
        _inside(texts, known),
        _alone(texts, lambda text: is_presenters(text, known)),
    )
    return next((owner for way in ways for owner in way), None)


def _lines(texts: Sequence[str]) -> Iterator[int]:
    """The lines at which a cell may begin: all but the first, and those the line above runs on to."""
    return (at for at in range(1, len(texts)) if not RUNS_ON.search(texts[at - 1]))


def _alone(texts: Sequence[str], who: Callable[[str], bool]) -> Iterator[Owner]:
    """The name on a line of its own, or on some where it does not end on the first."""
    for at in _lines(texts):
        for count in range(1, min(MOST_LINES, len(texts) - at) + 1):
            whole = join_lines(texts[at : at + count])
            if whole.endswith((*_OPEN, ".")) or not who(whole):
                continue
            yield Owner(whole, tuple(texts[:at]), join_lines(texts[at + count :]))
            break


def _leading(texts: Sequence[str], known: frozenset[str]) -> Iterator[Owner]:
    """The name of people at a line's beginning, what became of the action behind it."""
    for at in _lines(texts):
        text = texts[at]
        if text[:1].isupper() and (name := leading_people(text, known)):
            if next_title := _TITLED.search(name):  # the next cell begins with a councillor's name
                name = name[: next_title.start()]
            rest = text[len(name) :].lstrip(" –-")
            if rest[:1].isupper() or rest[:1].isdigit() or STATUS.match(rest):
                yield Owner(name, tuple(texts[:at]), join_lines([rest, *texts[at + 1 :]]))


def _leading_post(texts: Sequence[str]) -> Iterator[Owner]:
    """The same for a post: as far as the words on the progress, or else as few words as make one."""
    for at in _lines(texts):
        words = texts[at].split()
        dated = next((n for n, word in enumerate(words) if _DUE.match(word)), len(words))
        status = STATUS.search(texts[at])
        upto = len(texts[at][: status.start()].split()) if status else 0
        counts = [upto, *range(1, min(len(words) - 1, MOST_WORDS) + 1)]
        counts = [dated, *(count for count in counts if count < dated)]
        for count in counts:
            name = " ".join(words[:count])
            rest = words[count:]
            if not rest or not is_post(name) or name.endswith(_OPEN):
                continue
            if rest[0][:1].isupper() or rest[0][:1].isdigit() or STATUS.match(" ".join(rest)):
                yield Owner(name, tuple(texts[:at]), join_lines([" ".join(rest), *texts[at + 1 :]]))
                break


def _inside(texts: Sequence[str], known: frozenset[str]) -> Iterator[Owner]:
    """The name before the words that tell what became of the action, anywhere in the row."""
    text = join_lines(texts)
    for status in [*STATUS.finditer(text), None]:
        before = (text[: status.start()] if status else text).rstrip(" -–")
        due = find_dates(before)
        told = text[status.start() :] if status else ""
        if due and due[-1].end == len(before):
            told = text[due[-1].start :]
            before = before[: due[-1].start].rstrip()
        if name := last_owner(before, known):
            yield Owner(name, (before[: -len(name)].rstrip(" -–,"),), told)


def last_owner(text: str, known: frozenset[str]) -> str:
    """Who acts, at the end of a text: people or a post, as many words as make one."""
    words = list(_WORD.finditer(text))
    for count in range(min(LONGEST_OWNER, len(words) - 2), 0, -1):
        tail = text[words[-count].start() :]
        capital = words[-count][0][0].isupper() and not words[-count - 1][0].endswith(("/", "&"))
        if capital and is_presenters(tail, known):
            return tail
    return ""
