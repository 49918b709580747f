"""The tone of a question, and the officers it names."""

from __future__ import annotations

import re
from collections.abc import Collection

from imports.model.warning import Warning
from imports.patterns import regex

_SOMEBODY = (
    r"(?:he|she|they|you|officers?|councillors?|members?|the (?:leader|chair|council|cabinet|director|"
    r"administration|chief executive|portfolio holder|cabinet member))"
)
_SLUR = (
    r"(?:a |an |the |so |utterly |totally |completely |simply |just |such a )*"
    r"(?:liars?|crooks?|corrupt|incompetent|useless|dishonest|fraudsters?|bull(?:y|ies)|idiots?|clueless|"
    r"lazy|disgrace|criminals?|thie(?:f|ves)|lying|hypocrites?|racists?|morons?|clowns?|pathetic|stupid)"
)
_ACCUSED = regex(
    rf"\b{_SOMEBODY}\b(?: \w+)? (?:is|are|was|were|been|being|be) {_SLUR}\b"
    rf"|\b{_SOMEBODY}\b(?: \w+)? (?:lied|cheated|stole)\b"
    rf"|\b(?:is|are|was|were) {_SOMEBODY} {_SLUR}\b|\bwhy (?:did|do|does) {_SOMEBODY} (?:lie|steal|cheat)\b"
    r"|\blying to (?:us|the public|residents|members|people|this committee)\b"
    r"|\bcover(?:ed|ing)?-up\b|\bcover(?:ed|ing)? up (?:the|this|that|its|their|what|for)\b"
    r"|\bbrown envelopes?\b|\bbackhanders?\b"
    r"|\b(?:took|taken|taking|accepted|accepting) (?:a )?bribes?\b"
    r"|\blined? (?:their|his|her) (?:own )?pockets\b",
    re.IGNORECASE,
)
_INSULT = regex(
    r"\b(?:idiots?|idiotic|morons?|moronic|imbeciles?|clowns? (?:in|running|at)|pathetic|stupidity|stupid|"
    r"disgraceful|utterly useless|crooks|bloody|bullshit|crap|shit|sodding|bastards?|piss(?:ed)?(?: off)?|"
    r"damn(?:ed)?|fuck\w*|arse\w*|wank\w*|a total joke|a complete joke|a bad joke|laughing stock|"
    r"(?:total|utter|absolute|complete) (?:shambles|farce|disgrace|rubbish))\b",
    re.IGNORECASE,
)
_FRIVOLOUS = regex(r"[!?]{2,}|\b(?:lol|haha+|lmao|rofl)\b|[\U0001F600-\U0001F64F\U0001F921]", re.IGNORECASE)
_LOUD = regex(r"(?:\b[A-Z]{2,}\b ?){5,}")

_TITLE = regex(r"^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame)\.?\s+", re.IGNORECASE)
_ELECTED = regex(r"\b(?:cllr|councillor|alderman|mayor)\b", re.IGNORECASE)
_POST = regex(
    r"\b(?:head|director|officers?|manager|lead|team|council|services?|assistant|chief|executive|advis[eo]r|"
    r"commissioner|committee|cabinet|chair|chairman|member|partner|services|governance|democratic|health|"
    r"strategic|principal|senior|corporate|legal|finance|treasurer|secretary|all|representatives?|trust|board)\b",
    re.IGNORECASE,
)
_NAME_WORD = regex(r"[A-Z][\w’'-]*\.?$")


def unfit_tone(text: str) -> Warning | None:
    """Words a clerk would call defamatory, offensive or frivolous."""
    found = _ACCUSED.search(text) or _INSULT.search(text)
    if found:
        said = f"“{found[0]}” may be called defamatory or offensive: say what happened instead."
    elif _FRIVOLOUS.search(text) or _LOUD.search(text):
        said = "Its tone may be called frivolous: plain words and one mark are enough."
    else:
        return None
    return Warning("question-tone", said)


def named_officers(text: str, officers: Collection[str]) -> Warning | None:
    """Officers named in it: post or cabinet member answers, not the person."""
    named = [name for name in sorted(officers) if re.search(rf"\b{re.escape(name)}\b", text)]
    if not named:
        return None
    said = f"It names {' and '.join(named)}: address the post or the cabinet member instead."
    return Warning("question-names-officer", said)


def officer_name(printed: str) -> str | None:
    """The person's name in what a pack prints of an officer, or None where it prints a post or a councillor.

    `Rob England, Head of Quality` and `Dr. Rob England (Quality)` both give `Rob England`.
    """
    if _ELECTED.search(printed):
        return None
    name = _TITLE.sub("", re.split(r"[,(–:;/]| - ", printed)[0].strip())
    words = name.split()
    if not 2 <= len(words) <= 4 or _POST.search(name) or not all(map(_NAME_WORD.match, words)):
        return None
    return " ".join(words)
