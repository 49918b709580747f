"""Changes that later minutes make to earlier ones, so that a passage changed since can say so.

A committee approves the last minutes as they are, or with a change: the words of the change stand under
the later meeting's own item on the minutes, and the earlier paper is never printed again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from imports.model.minutes import Amendment, Change, MinuteItem, Minutes
from imports.patterns import regex
from imports.words.dates import find_dates
from imports.words.sentences import split_sentences

_MINUTES = regex(r"\bminutes?\b(?! silence)", re.IGNORECASE)
_SINCE = regex(
    r"\bmatters arising\b|\baction (?:log|tracker|sheet)\b|\b(?:minute|note)[ -]taking\b", re.IGNORECASE
)
_CHANGE: tuple[tuple[Change, re.Pattern[str]], ...] = (
    (
        "deletion",
        regex(
            r"\b(?:delet(?:ed?|ing|ion)|remov(?:ed?|ing|al)|(?:struck|strike|striking)(?: out| through)?"
            r"|omit(?:ted|ting)?|omission|taken out|withdrawn)\b(?! of apolog)",
            re.IGNORECASE,
        ),
    ),
    (
        "addition",
        regex(
            r"\b(?:add(?:ed|ing|ition)|insert(?:ed|ing|ion)|includ(?:e|ed|ing)|inclusion|append(?:ed|ing))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "amendment",
        regex(
            r"\b(?:amend(?:ed|ing|ments?)?|correct(?:ed|ing|ions?)|chang(?:ed?|es|ing)|alter(?:ed|ation)s?"
            r"|replac(?:ed?|ing|ement)|substitut(?:ed?|ing|ion)|should (?:read|have read|say|state|be"
            r"|refer)|to read|read(?:s|ing)? as|rather than|instead of)\b",
            re.IGNORECASE,
        ),
    ),
)
_TO_THE_MINUTES = regex(
    r"\b(?:subject to|with (?:the|an?|one|two|some|following)|following|apart from|other than|save for)\b"
    r".{0,80}\b(?:amend|correct(?!ly)(?! record)|delet|addition|insert|inclu|change|alter|remov|omi|replac"
    r"|subst)"
    r"|\b(?:paragraph|para|minute|section|item|page|bullet|point|sentence|line)s?\b.{0,160}\b(?:amend|delet"
    r"|add|insert|inclu|chang|alter|remov|omit|replac|substitut|should (?:read|have|say|state|be)"
    r"|correct(?:ed|ion))"
    r"|\b(?:amend|delet|add|insert|inclu|chang|alter|remov|omit|replac|substitut|correct(?:ed|ion))\w*\b"
    r".{0,160}\b(?:paragraph|para|minute|section|page|bullet|sentence|line|attend|apolog|present)s?\b",
    re.IGNORECASE | re.DOTALL,
)
_NO_CHANGE = regex(
    r"\b(?:no|without(?: any)?) (?:\w+ )?(?:amendments?|corrections?|changes?|alterations?)\b", re.IGNORECASE
)
_ASKED = regex(
    r"\b(?:asked|requested|queried|wondered|enquired)\s+(?:whether|if)\b|\bwould be (?:added|included) "
    r"(?:to|in|on) (?:the )?(?:work|forward|action)",
    re.IGNORECASE,
)
_REF = regex(
    r"\b(?:paragraphs?|paras?\.?|minutes?(?: (?:no\.?|number|item|ref\w*\.?))?|sections?"
    r"|items?(?: no\.?)?|points?)\s*(?P<ref>(?:[A-Z]{1,4}[/ ]?)?\d{1,4}(?:\.\d{1,3}){0,3}(?:/\d{2,4})?)"
    r"(?!\s*(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_BARE_REF = regex(r"(?<![\d.:£])(?P<ref>\d{1,3}\.\d{1,2})(?![\d%.:]\d|\s?(?:[ap]\.?m\b|%))")
_QUOTED = regex(r"[“‘\"](?P<words>[^“”\"]{4,600}?)[”\"’](?=[\s,.;:)]|$)")
_RECORD = regex(r"\b(?:approved?|agreed?|confirmed?|signed|accepted?|adopted)\b", re.IGNORECASE)
NEAREST = 1


def find_amendments(minutes: Sequence[Minutes]) -> tuple[Amendment, ...]:
    """Find every change that these minutes record to earlier ones."""
    return tuple(found for one in minutes for item in one.items for found in _in_item(item, one.date))


def _in_item(item: MinuteItem, said_on: date | None) -> Iterator[Amendment]:
    """The changes under one item: the item on the minutes, or a decision that names them."""
    about = _MINUTES.search(item.title) is not None and not item.title.casefold().startswith("matters")
    texts = [(part.text, part.page) for part in item.paragraphs]
    own = {text for text, _ in texts}
    texts += [(text, item.page) for text in item.resolved if not any(text in whole for whole in own)]
    if not about:
        texts = [(text, page) for text, page in texts if _MINUTES.search(text) and _RECORD.search(text)]
    whole = " ".join(text for text, _ in texts)
    approved = [found.date for found in find_dates(whole) if said_on is None or found.date < said_on]
    if not approved and not about:
        return
    of = approved[0] if approved else None
    seen: set[str] = set()
    for text, page in texts:
        for sentence in split_sentences(text):
            if sentence in seen or not _changes(sentence, about):
                continue
            seen.add(sentence)
            change = _change(sentence)
            quotes = _QUOTED.findall(sentence)
            for ref in _refs(sentence):
                yield Amendment(
                    _own_date(sentence, said_on) or of,
                    ref,
                    change,
                    quotes[0] if quotes else "",
                    sentence,
                    page,
                    said_on,
                )


def _changes(sentence: str, about: bool) -> bool:
    """Whether a sentence records a change, and one with substance: "subject to the amendment" has none."""
    if _NO_CHANGE.search(sentence) or _ASKED.search(sentence) or _SINCE.search(sentence):
        return False
    if not _TO_THE_MINUTES.search(sentence):
        return False
    if not (_MINUTES.search(sentence) or about):
        return False
    return bool(_QUOTED.search(sentence) or next(iter(_refs(sentence)), "") or _says_what(sentence))


def _says_what(sentence: str) -> bool:
    """Whether more than the bare fact of an amendment is said."""
    tail = re.split(
        r"\b(?:amend(?:ment|ed)s?|correct(?:ion|ed)s?|addition|deletion|inclusion|insertion|changes?"
        r"|removal)\b",
        sentence,
        flags=re.IGNORECASE,
    )
    rest = re.sub(
        r"^\W*(?:above|below|noted|agreed|made|set out|which)\b.*", "", tail[-1], flags=re.IGNORECASE
    )
    words = re.findall(r"[^\W\d_]{3,}", rest)
    return len(tail) > 1 and len(words) >= 3 and not _RECORD.search(rest)


def _change(sentence: str) -> Change:
    """What the first word of a change in the sentence says was done."""
    places = [(found.start(), name) for name, form in _CHANGE if (found := form.search(sentence))]
    return min(places)[1] if places else "amendment"


def _refs(sentence: str) -> list[str]:
    """The paragraphs or minutes a sentence names; "" where it names none."""
    outside = _QUOTED.sub(" ", sentence)
    found = [match["ref"] for match in _REF.finditer(outside)]
    found += [match["ref"] for match in _BARE_REF.finditer(outside) if match["ref"] not in found]
    return list(dict.fromkeys(found)) or [""]


def _own_date(sentence: str, said_on: date | None) -> date | None:
    """The date of the earlier meeting where the sentence itself gives it."""
    outside = _QUOTED.sub(" ", sentence)
    days = [x.date for x in find_dates(outside) if said_on is None or x.date < said_on]
    return days[0] if days and _MINUTES.search(outside) else None
