"""Promises that minutes record without an action marker: who said they would do or bring something.

Only what is owed to the committee counts: "officers agreed to provide the figures", "a briefing would be
circulated to members". What a report says a service will do for residents is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from imports.model import MinuteAction, MinuteItem
from imports.sentences import split_sentences

_DO = (
    r"(?:provide|circulate|share|send|forward|bring|report|return|come back|get back|follow|check|look|"
    r"investigate|explore|examine|review|find out|clarify|confirm|liaise|arrange|organise|prepare|produce|"
    r"draft|write|contact|raise|speak|discuss|feed|take|progress|consider|ensure|update|publish|add|invite|"
    r"include|supply|respond|ask)"
)
_POST = (
    r"(?:[Oo]fficers?|[Dd]irectors?|DCS|DASS|DPH|[Hh]ead of [A-Z][\w ]{2,40}?|[Mm]anagers?|[Cc]lerk|"
    r"[Dd]emocratic [Ss]ervices(?: [Oo]fficer| [Aa]dviser)?|[Cc]hair(?:man|woman|person)?|"
    r"(?:[Cc]abinet|[Ee]xecutive) [Mm]ember|[Pp]ortfolio [Hh]older)"
)
_PERSON = r"(?:(?:Cllr|Councillor|Dr|Mrs?|Ms) )?[A-Z][\w’'-]+ [A-Z][\w’'-]+"
_RANK = r"(?:(?:[Ll]ead|[Ss]enior|[Cc]hief|[Aa]ssistant|[Dd]eputy|[Rr]elevant) )*"
_WHO = rf"(?P<who>(?:[Tt]he |[Aa]n? )?{_RANK}(?:{_POST}|{_PERSON}))"
# Looked for first: most sentences hold none of these, and the patterns below are slow.
_SAID = re.compile(r"\b(?:agreed|undertook|offered|promised|committed|asked) (?:that|to)\b")
_TO_COME = re.compile(r"\bbe [a-z]|\bwould (?:report|come|bring|circulate|provide|share)\b")
_UNDERTOOK = re.compile(
    rf"{_WHO},? (?:also |then |further )?(?:agreed|undertook|offered|promised|committed|was asked|were asked)"
    rf" (?:that (?:he|she|they) would|to) (?:also )?{_DO}\b"
)
_AND_AGREED = re.compile(
    rf"^{_WHO}\b[^.]{{0,240}}? and (?:also )?(?:agreed|undertook|offered|promised) to (?:also )?{_DO}\b"
)
_ASKED = r"(?:asked|requested)\b[^.]{0,120}?\b(?:for|that)\b[^.]{0,120}?"
_WOULD_BE = re.compile(
    rf"\b(?:would|will|should|to|{_ASKED}) (?:also )?be (?:circulated|provided|shared|sent|forwarded|brought|"
    r"reported|presented|arranged|added|distributed|e-?mailed|made available|included|supplied|scheduled)\b"
    r"|\bwould (?:report|come|bring|circulate|provide|share)\b",
    re.IGNORECASE,
)
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_TO_US = re.compile(
    r"\b(?:to|for|with|by) (?:all |the |this )*(?:members?|committee|board|panel|commission|councillors?)\b"
    rf"|\b(?:next|future|forthcoming|coming|{_MONTH})\b[^.]{{0,20}}\bmeetings?\b"
    r"|\b(?:in due course|(?:after|following|outside(?: of)?) the meeting|(?:via|by) e-?mail"
    r"|(?:when|once) available|work (?:plan|programme)|for information)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:had|has|have|was|were) (?:already |previously |been )*(?:circulated|provided|shared)\b"
)
SHORTEST = 30


def find_promises(item: MinuteItem) -> Iterator[MinuteAction]:
    """Find the promises of one minute that stand in none of its marked actions or resolutions."""
    known = [_bare(text) for text in (*(action.text for action in item.actions), *item.resolved)]
    for paragraph in item.paragraphs:
        for sentence in split_sentences(paragraph.text):
            bare = _bare(sentence)
            if len(sentence) < SHORTEST or any(bare in other or other in bare for other in known if other):
                continue
            if (owner := _promised(sentence)) is not None:
                yield MinuteAction(sentence, owner or None, paragraph.page, paragraph.number)


def _promised(sentence: str) -> str | None:
    """Who promises something in a sentence: "" where nobody is named, None where nothing is promised."""
    undertook = _SAID.search(sentence) and (_UNDERTOOK.search(sentence) or _AND_AGREED.search(sentence))
    if undertook:
        return re.sub(r"^(?:the|an?) ", "", undertook["who"], flags=re.IGNORECASE)
    if not _TO_COME.search(sentence) or _NOT_YET.search(sentence):
        return None
    return "" if _WOULD_BE.search(sentence) and _TO_US.search(sentence) else None


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
