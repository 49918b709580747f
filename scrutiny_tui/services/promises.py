"""Promises that minutes record without an action marker: who said they would do or bring something.

Only what is owed to the committee counts: "officers agreed to provide the figures", "the Committee asked
for a report in May", "a briefing would be circulated to members". What a report says a service will do for
residents is none, nor is a suggestion, nor what the committee itself notes, supports or corrects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from imports.model.minutes import MinuteAction, MinuteItem
from imports.patterns import regex
from imports.words.dates import MONTH
from imports.words.sentences import split_sentences

_DO = (
    r"(?:provide|circulate|share|send|forward|bring|report|return|come back|get back|follow|check|look|"
    r"investigate|explore|examine|review|find out|clarify|confirm|liaise|arrange|organise|prepare|produce|"
    r"draft|write|contact|raise|speak|discuss|feed|take|progress|consider|ensure|update|publish|add|invite|"
    r"include|supply|respond|ask|do so|email|e-mail|submit|present|distribute|pass|schedule)"
)
# What somebody would do of themselves: narrower, as "would" also tells how things are.
_DELIVER = (
    r"(?:provide|circulate|share|send|forward|bring|report(?: back)?|come back|get back|check|"
    r"look (?:at|into)|"
    r"find out|write to|investigate|follow (?:this|that|it|up)|liaise|arrange|email|e-mail|supply|respond|"
    r"distribute|feed back)"
)
_TAIL = (
    r"(?: (?:of|for)(?: the)? [A-Z][\w’']*(?:(?:,| and| &| of| for)? [A-Z][\w’']*){0,6}| to the [A-Z]\w+)?"
    r"(?: ?[-–(] ?[A-Z][\w ,&’'-]{1,40}\)?)?"
)
_POST = (
    r"(?:[Oo]fficers?|(?:[Tt]he )(?:[A-Z][a-z]?){0,2}[A-Z]{2,4}|[Dd]irectors?|DCS|DASS|DPH|"
    r"(?:[A-Z][\w’'-]+ (?:and )?){0,4}(?:Director|Head|Manager|Officer|Adviser|Advisor|Executive|Lead|"
    r"Commissioner|Partner|Accountant|Solicitor|Engineer|Surveyor|Planner)s?"
    rf"{_TAIL}|[Mm]anagers?|[Cc]lerk|[Dd]emocratic [Ss]ervices(?: [Oo]fficer| [Aa]dviser)?|"
    rf"[Cc]hair(?:man|woman|person)?|(?:[Cc]abinet|[Ee]xecutive) [Mm]ember{_TAIL}|"
    rf"[Pp]ortfolio [Hh]older{_TAIL})"
)
_PERSON = (
    r"(?:(?:Cllr|Councillor|Dr|Mrs?|Ms|Prof(?:essor)?) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?"
    r"|(?!(?:The|This|These|That|A|An|In|It|At|For|And|But|Our|Its) )[A-Z][\w’'-]+ [A-Z][\w’'-]+)"
)
_RANK = r"(?:(?:[Ll]ead|[Ss]enior|[Cc]hief|[Aa]ssistant|[Dd]eputy|[Rr]elevant|[Ii]nterim) ){0,4}"
_WHO = rf"(?P<who>(?:[Tt]he |[Aa]n? )?{_RANK}(?:{_POST}|{_PERSON}))"
# Looked for first: most sentences hold none of these, and the patterns below are slow.
_SAID = regex(r"\b(?:agreed|undertook|offered|promised|committed|asked|took an action) (?:that|to)\b")
_TO_COME = regex(r"\b(?:be|was|were) [a-z]|\b(?:would|will) [a-z]|\bto [a-z]+\b")
_ASKING = regex(
    r"\b(?:asked|requested|agreed|recommended|wished|required)\b|\brequest(?:s)? was made\b", re.IGNORECASE
)
_UNDERTOOK = regex(
    rf"{_WHO},? (?:also |then |further |therefore )?"
    r"(?:agreed|undertook|offered|promised|committed|took an action|was asked|were asked)"
    rf" (?:that (?:he|she|they|officers) (?:would|will)|to) (?:also )?{_DO}\b"
)
_AND_AGREED = regex(
    rf"^{_WHO}\b[^.]{{0,240}}? and (?:also )?(?:agreed|undertook|offered|promised) to (?:also )?{_DO}\b"
)
_SAYING = regex(
    rf"{_WHO},? (?:also |then )?(?:said|confirmed|advised|indicated|stated|added)(?: that)? (?:he|she|they) "
    rf"(?:would|will) (?:also )?(?:{_DELIVER}|take (?:this|that|it|the))\b"
)
_WOULD = regex(rf"(?:^|[,;:] )(?:{_WHO}|He|She|They),? (?:also )?(?:would|will) (?:also )?{_DELIVER}\b")
_TO_DO = regex(rf"^(?:ACTIONS?[\s:–—-]+)?(?:{_WHO})(?:(?:/| and |, ){_PERSON})* to {_DO}\b")
_COMMITTEE = (
    r"(?:[Tt]he (?:[A-Z][\w-]+ ){0,3}|[Tt]his |[Aa] |[Ss]ome |[Tt]wo )?(?:[Mm]embers?|[Cc]ommittee|[Bb]oard|"
    r"[Pp]anel|[Cc]ommission|[Ss]ub-[Cc]ommittee|[Cc]hair(?:man|woman|person)?|[Vv]ice-[Cc]hair|"
    r"[Cc]ouncillors?)"
    r"(?: of the (?:[Cc]ommittee|[Bb]oard|[Pp]anel|[Cc]ommission))?"
)
_ASKER = rf"(?:{_COMMITTEE}|{_PERSON}|[Ii]t was)"
_THING = (
    r"(?:reports?|updates?|papers?|briefings?|notes?|information|data|figures|breakdown|analysis|plan|list|"
    r"overview|cop(?:y|ies)|presentation|training|visit|demonstration|sessions?|letter|map|statistics|"
    r"timetable|link|sight of|details?|summary|response|review|clarification|numbers|evidence|"
    r"comparison|workshop|"
    r"seminar|timeline|schedule|action plan|business case|case stud(?:y|ies))"
)
_BE_DONE = (
    r"(?:also |then )?be (?:\w+ly )?(?:circulated|provided|shared|sent|forwarded|brought|reported|presented|"
    r"arranged|added|distributed|e-?mailed|made available|included|supplied|scheduled|invited|developed|"
    r"produced|prepared|held|received|established|convened|organised|shown|given|submitted|taken|published|"
    r"considered|issued|explored|investigated|looked (?:at|into)|set up|placed|scrutinised|carried out|"
    r"undertaken)"
)
_ASKED_FOR = regex(
    rf"\b{_ASKER},? (?:also |then |therefore |further )?(?:asked|requested)(?: (?:that|for|to (?:have|"
    rf"see|receive))\b)?"
    rf" (?:[^.;]{{0,160}}?\b{_BE_DONE}\b|(?:for )?(?:an?|the|more|further|some|full|joint|additional|"
    rf"regular)?\b"
    rf"[^.,;]{{0,50}}?\b{_THING}\b|[^.;]{{0,80}}?\b(?:(?:come|return|report) (?:back )?(?:to|before)|"
    rf"attend (?:the|a))\b)"
    r"|^[^.]{0,160} and (?:also )?requested (?:that )?(?:the|an?) [^.;]{0,60}\b(?:include|cover|show|"
    r"set out)\b"
)
_ASKED_OFFICERS = regex(
    rf"\b(?:asked|requested) (?:that )?(?:the )?(?:{_POST}|{_PERSON}) (?:to |should )?{_DO}\b"
)
_AGREED_BE = regex(
    rf"\b(?:{_COMMITTEE}|[Ii]t was|[Mm]embers) (?:also |then |further |therefore )?agreed,? (?:that |to )?"
    rf"[^.;]{{0,200}}?\b(?:(?:should |would |could |to |will )?{_BE_DONE}|receive (?:\w+ )?(?:updates?|"
    rf"reports?)|"
    rf"take (?:it|this) in (?:{MONTH})|would be (?:helpful|useful) to (?:have|hold|arrange|receive))\b"
    r"|\b(?:and (?:also )?|[Ii]t was |[Cc]ommittee |[Bb]oard |[Pp]anel |[Mm]embers )agreed to "
    r"(?:receive|invite|hold|arrange|commission|request|write|ask)\b"
    r"|\brecommended that (?:an?|the|further) [^.;]{0,40}\b(?:report|update|paper|item|"
    r"briefing)\b[^.;]{0,40}\bbe "
    r"(?:brought|presented|provided|circulated|added|submitted)\b"
)
_WOULD_BE = regex(
    rf"\b(?:would|will|should|to) {_BE_DONE}\b|\b(?:would|will) (?:report|come|bring|circulate|provide|"
    rf"share)\b",
    re.IGNORECASE,
)
_PAPER_TO_COME = regex(
    r"\b(?:an?|further|more|written|detailed|full|the)\b[^.,;]{0,40}?\b(?:updated?|briefing|response|reply|"
    r"information|figures|breakdown|note|data|details)\b (?:would|will) (?:also )?be (?:provided|"
    r"circulated|shared|"
    r"sent|brought|supplied|given)\b(?! to (?:full )?(?:Council|Cabinet|Parliament|residents|parents|"
    r"families|schools))"
)
_DUE = regex(
    r"\b(?:report|update|review|strategy|plan|paper|analysis|results|survey|findings|evaluation|"
    r"assessment|audit)\b[^.,;]{0,30}\b(?:was|were|is|are) due "
    r"(?:by|in|at|to (?:come|be))\b"
)
_TO_US = regex(
    r"\b(?:to|for|with|by) (?:all |the |this )*(?:members?|committee|board|panel|commission|councillors?)\b"
    r"|\b(?:member|members['’]?|committee|joint) (?:briefing|session|meeting|workshop|visit|seminar)\b"
    rf"|\b(?:next|future|forthcoming|coming|{MONTH})\b[^.]{{0,20}}\bmeetings?\b"
    r"|\b(?:in due course|invited to attend|(?:after|following|outside(?: of)?) the meeting|(?:via|"
    r"by) e-?mail"
    r"|(?:when|once) available|work (?:plan|programme)|for information)\b",
    re.IGNORECASE,
)
_NONE = regex(
    r"\b(?:(?:had|has|have|was|were) (?:already |previously |been |also )*(?:circulated|provided|shared)|"
    r"ha[ds] (?:already |previously |been |also )*(?:asked|requested|agreed) (?:for|that|to)|"
    r"asked (?:what|if|whether|why|how|about))\b"
    r"|\b(?:suggested|suggestion) (?:that )?(?:perhaps|it might)\b|\bperhaps\b|\bnot (?:\w+ )?available\b"
    r"|\bbe (?:deleted|amended|corrected|approved|noted)\b|\b(?:thanks|congratulations|condolences|"
    r"minutes) be\b"
    r"|\b(?:correct|true|accurate) record\b|\b(?:if it was possible|whether)\b|\bcould be included on\b"
    r"|^In (?:response|answer|reply)\b",
    re.IGNORECASE,
)
# A list of subjects follows: the work programme itself says what became of those.
_LISTED = regex(r":\s*$")
_AGAIN = regex(
    r"^(?:It was|Members|The Committee) agreed,? (?:that )?(?:this|it) (?:could|can|would|should|will|be)\b"
)
SHORTEST = 25


def find_promises(item: MinuteItem) -> Iterator[MinuteAction]:
    """Find the promises of one minute that stand in none of its marked actions or resolutions.

    What members ask for and an officer then agrees to, in the next sentence, is one promise: the officer's;
    so is what is asked for and then marked as an action. What is only agreed to once more is none of its own.
    """
    marked = [_bare(action.text) for action in item.actions]
    known = [*marked, *map(_bare, item.resolved)]
    for paragraph in item.paragraphs:
        sentences = split_sentences(paragraph.text)
        owners = [_owner(sentence, known) for sentence in sentences]
        for at, (sentence, owner) in enumerate(zip(sentences, owners, strict=True)):
            if owner is None or (at and owners[at - 1] is not None and _AGAIN.match(sentence)):
                continue
            after = sentences[at + 1] if at + 1 < len(sentences) else ""
            answered = (owners[at + 1] if after else None) and undertaken(after) is not None
            if (answered or _is_of(after, marked)) and undertaken(sentence) is None:
                continue
            yield MinuteAction(sentence, owner or None, paragraph.page, paragraph.number)


def promised(sentence: str) -> str | None:
    """Who promises something in a sentence: "" where nobody is named, None where nothing is promised."""
    if len(sentence) < SHORTEST or _LISTED.search(sentence) or sentence.endswith("?"):
        return None
    by = undertaken(sentence)
    if by is not None:
        return by
    if _NONE.search(sentence):
        return None
    asking = _ASKING.search(sentence) is not None
    if asking and any(form.search(sentence) for form in (_ASKED_FOR, _ASKED_OFFICERS, _AGREED_BE)):
        return ""
    if not _TO_COME.search(sentence):
        return None
    to_us = _WOULD_BE.search(sentence) and _TO_US.search(sentence)
    return "" if to_us or _PAPER_TO_COME.search(sentence) or _DUE.search(sentence) else None


def undertaken(sentence: str) -> str | None:
    """Who takes something on in a sentence, as printed; None where nobody does."""
    found = None
    if _SAID.search(sentence) and not re.search(r"\bhad (?:\w+ )?(?:agreed|asked|been asked)\b", sentence):
        found = _UNDERTOOK.search(sentence) or _AND_AGREED.search(sentence)
    found = found or _SAYING.search(sentence) or _WOULD.search(sentence) or _TO_DO.search(sentence)
    return re.sub(r"^(?:the|an?) ", "", found["who"] or "", flags=re.IGNORECASE) if found else None


def _owner(sentence: str, known: list[str]) -> str | None:
    return None if _is_of(sentence, known) else promised(sentence)


def _is_of(sentence: str, known: list[str]) -> bool:
    bare = _bare(sentence)
    return bool(bare) and any(bare in other or other in bare for other in known if other)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
