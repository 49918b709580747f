"""Whether a title and some words speak of the same thing: by the words that tell subjects apart.

Numbers never decide: agendas restart theirs, minutes run on, trackers number their rows. Words every title
may hold (report, update, quarter) say nothing, nor do those of the committee's own name.
"""

from __future__ import annotations

import re
from collections.abc import Collection

_WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ'’&]*|\d{4}")
_HEAD = re.compile(r"\s[-–—:]\s|:\s|\s?\(|\s?[_–—]\s?|\.\.\.|…")
_EMPTY = frozenset(
    """a an the of and or in on at to for from by with as is are was were be been it its this that these those how
    what where when which who why we our us their there any all more new current next last future first second
    s re into about up out not no only also than then so if can could should would will may might has have had
    do does did one two three four five six""".split()
)
_COMMON = frozenset(
    """report reports update updates updated verbal oral written interim final annual quarterly monthly quarter
    q1 q2 q3 q4 review reviews briefing briefings note notes paper papers presentation presentations plan plans
    work programme programmes forward item items agenda meeting meetings committee committees scrutiny overview
    board panel service services council county borough district city outcome outcomes progress position
    information data results response responses member members officer officers issue issues key change changes
    strategy strategies performance monitoring year years part version previous tbc date draft full further
    discussion received noted agreed requested request request asked provided provide presented circulated""".split()
)
_LEAST_PREFIX = 3
SAME, DOUBTFUL = 0.99, 0.01


def words_of(text: str, aside: Collection[str] = ()) -> frozenset[str]:
    """The words of a text that tell its subject from others, without endings; `aside` are left out too.

    Where nothing but common words is left (`Performance Report`), those are the subject.
    """
    shouted = text.isupper()
    found = []
    for match in _WORD.finditer(text):
        word = match[0].replace("’", "'").removesuffix("'s").strip("'&")
        acronym = len(word) > 1 and word.isupper() and not shouted
        if word and (acronym or word.casefold() not in _EMPTY):
            found.append(word.casefold() if not acronym or word.casefold() not in _EMPTY else word)
    telling = [word for word in found if word not in _COMMON and word not in aside]
    return frozenset(_stem(word) for word in telling or [word for word in found if word not in aside])


def head_of(title: str) -> str:
    """A title without what explains it: before the first dash, colon or bracket, if that says anything."""
    head = _HEAD.split(title.strip(), maxsplit=1)[0]
    return head if words_of(head) else title


def likeness(title: str, text: str, aside: Collection[str] = ()) -> float:
    """How much of a title's subject the text names: 1 all of it, 0 nothing.

    Args:
        title: of an agenda item, a minute, or a line of a work programme.
        text: a promise or another title.
        aside: words that tell nothing apart here, such as those of the committee's name.
    """
    wanted, said = words_of(head_of(title), aside), words_of(text, aside)
    whole = words_of(title, aside)
    if not wanted or not said:
        return 0.0
    shares = [_share(wanted, said)]
    if 0 < len(whole) and len(said) <= len(whole):
        shares.append(_share(said, whole))
    return max(shares)


def _share(wanted: Collection[str], said: Collection[str]) -> float:
    return sum(any(_same(word, other) for other in said) for word in wanted) / len(wanted)


def _same(a: str, b: str) -> bool:
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _LEAST_PREFIX and long.startswith(short) and len(long) - len(short) <= 2


def _stem(word: str) -> str:
    if word.isupper():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
