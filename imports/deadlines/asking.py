"""Whether a sentence tells by when questions are to be put, and not something else.

A deadline that is none does harm, so a rule counts only where it is for questions yet to be put: not for
petitions or speakers, not for a plan's publication, not in the record of a past meeting's questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.patterns import regex

if TYPE_CHECKING:
    from imports.deadlines.wording import Wording

QUESTION = regex(
    r"(?<!\bsurvey )(?:\bquestions|(?<!\bin )(?<!\bno )\bquestion|(?<=\bno )question(?!\s+(?:that|of"
    r"|but)\b)|\bquestioners?(?= (?:may|must|can|will|shall|should)\b))\b"
    r"(?! (?:and answer|mark|panel|bank|(?:about |asked )?whether))"
    r"(?! of (?:the|whether|how)\b(?! (?:\w+ ){0,2}(?:leader|chair\w*|mayor|cabinet|executive|council\w*"
    r"|(?:sub-?)?committee|panel|board|authority|commissioner|member|director|forum|provost|convener|holder|officers?|spokes\w+|trust|witness\w*)\b))",
    re.IGNORECASE,
)
_OTHER = regex(
    r"\b(?:petitions?|deputations?|statements?|speak(?:ing|ers?)?|representations?|address the"
    r"|consultation|survey|nominations?|applications?|amendments?|motions?"
    r"|apologies|declar\w+|interests?|appeals?|bids?|objections?|comments?|expressions? of interest"
    r"|call[- ]?in|requests?|item of urgent|substitut\w+|subscri\w+)\b",
    re.IGNORECASE,
)
_COORDINATED = regex(
    r"\W*(?:(?:and|or|to|a|an|any|other|written|public|the|their|make|making|ask|asking|present"
    r"|presenting|submit|give|for|of|put|putting|raise|at|meeting|committee|verbal|short|wish"
    r"|wishing)\W*)*",
    re.IGNORECASE,
)
_DONE = regex(
    r"\b(?:published|publication|circulated|answered|considered|responded|uploaded|available|discussed"
    r"|reported|taken at|heard|dealt|asked at|raised at|implemented|completed|launched|despatched"
    r"|dispatched|issued|displayed|put on the website|(?:will|shall|are|be) (?:be )?(?:told|informed"
    r"|notified(?! to\b)|advised"
    r"|contacted|acknowledged)|report back|sent to (?:the )?questioners?|agreed (?:to|that)|undertook"
    r"|placed|laid)\b",
    re.IGNORECASE,
)
_DONE_BY = regex(
    r"\b(?:published|circulated|answered|responded(?: to)?|uploaded|despatched|dispatched|issued"
    r"|displayed)\s+(?:\w+\s+){0,2}?(?:by|before|on or before|(?:no|not) later than|within|until)?\s*$",
    re.IGNORECASE,
)
_ANSWERS = regex(
    r"(?<!\bseek an )(?<!\bfor an )\b(?:(?:answer(?:s|ing)?|respon(?:ses?|ds?|ding)|repl(?:y|ies|ying))"
    r"\s+(?:to|for)|(?:translation|transcript|recording)s?\s+of)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_ANSWERED = regex(
    r"\b(?:given|provided|receive[sd]?|sent|get|with)\b.{0,30}\b(?:answers?|responses?|repl(?:y|ies))\b",
    re.IGNORECASE,
)
_HANDED_OUT = regex(
    r"\b(?:(?:will|shall|are to|is to) be|are|is)\s+(?:sent|shown|given|provided\s+with)\s+"
    r"(?:the\s+|a\s+|any\s+|their\s+|(?:copy|copies|list)\s+of\s+|[\w’']+['’]s?\s+)*$",
    re.IGNORECASE,
)
_ORDERED = regex(r"\b(?:must|should|shall|needs? to|has to|have to|please)\b", re.IGNORECASE)
_FROM = regex(r"\b(?:from|between|since)\s+(?:the\s+)?$", re.IGNORECASE)
_PAST = regex(
    r"(?:\b(?:had|has|have|was|were)\s+(?:not\s+)?(?:also\s+)?(?:been\s+)?(?:received|submitted|raised"
    r"|asked|put|tabled|circulated|responded|given|sent)\b|\bno (?:\w+ )?questions (?:had|have|were|was)\b"
    r"|\b(?:in response to|following|responding to|answering|in reply to|in answer to|in relation to"
    r"|arising from)\b.{0,25}\bquestions?\b|\bquestions? (?:was|were|about whether)\b"
    r"|\bquestions? (?:raised|asked|put|tabled|answered)(?: \w+){0,4}? on (?:\w+day,? )?\d"
    r"|\b(?:and|also|then|they) asked (?:\w+ ){0,2}questions\b|\bnone (?:was |were )?received\b"
    r"|\b(?:committee|panel|members|councillors|group|board|officers|cabinet|director|chair\w*"
    r"|council)\s+(?:had\s+)?"
    r"(?:also\s+)?(?:agreed|noted|resolved|drew up|prepared|considered|heard|discussed|requested)\b"
    r"|\b(?:members?|councillors?|consultation|survey|committee|panel|they|he|she|who) asked (?:\w+ ){0,3}"
    r"questions?\b)",
    re.IGNORECASE,
)
# Questions put at the meeting to those who came to be heard
_OF_SPEAKERS = regex(
    r"\b(?:petition(?:er|\w*\s+organiser)s?|deput(?:ations?|ees?)|delegations?|speakers?|applicants?|witness(?:es)?)\b"
    r"[^.;]{0,60}\b(?:answer\w*|be asked|respond\w*|take)\b[^.;]{0,25}\bquestions?\b",
    re.IGNORECASE,
)
_CONDITION = regex(
    r"\b(?:must|should|shall|if|where|provided|providing|unless|when|any|to"
    r"|which(?! (?:will|are|is)\b)|that|can)\s+(?:[\w’',()-]+\s+){0,10}$",
    re.IGNORECASE,
)
_PUTTING = regex(
    r"\b(?:submit\w*|submission|sen[dt]\w*|receiv\w+|receipt|deliver\w*|lodg\w+|e-?mail\w*|given?|giving"
    r"|provid\w+"
    r"|notif\w+|forward\w*|reach\w*|suppl(?:y|ied)|in writing|regist\w+|return\w*|made|tabled?|hand(?:ed)?"
    r"|require"
    r"|required|needs?|notice|arriv\w*|accept\w*|ask(?:ed)?|put|raise[ds]?|be (?:in|with)|in the hands|let"
    r"|know"
    r"|contact|complete[d]?|state|place[d]?|invited?|welcome|deposit\w*|have|post\w*|written|will be"
    r"|can be)\b",
    re.IGNORECASE,
)
_DEADLINE_NOUN = regex(
    r"\b(?:deadlines?|clos(?:ing|es?)(?: (?:dates?|times?))?|cut[- ]?off|last (?:date|day|time)|latest"
    r"|final (?:date|day)"
    r"|due|ends?|shuts?|by when)\b",
    re.IGNORECASE,
)
_BARE = regex(
    r"[\s:;,.()|–—-]*(?:(?:to|for|from|by|the|this|public|members?|residents?|electors?|of|clerk|chair|committee|meeting|on|notice"
    r"|and"
    r"|councillors?|please|items?|\d++|agenda|report|in|at|is|are|period|time|\w++@\S++"
    r"|minutes?)[\s:;,.()|–—-]*)*",
    re.IGNORECASE,
)
# A list's line: what is due, a colon, the moment.
_LABELLED = regex(
    r"[^.;:]{0,60}(?::|\s[–—-])\s*(?:(?:by|before|(?:no|not) later than|at least)\s*)?", re.IGNORECASE
)
_OPENING = (
    r"^\W*+(?:\(?[a-z0-9ivx]{1,4}[).]\s*+)?(?:(?:and|or|but|so|also|then|please note(?: that)?|note(?: that)?"
    r"|for this meeting|in writing|therefore|however|where possible|if possible|ideally|this means(?: that)?"
    r"|which means(?: that)?|that is|i\.?e\.?|normally|usually|for \w+ (?:reply|response)s?)\W++)*"
)
# "To be dealt with at the meeting they must ..."
_TO_BE = regex(r"^to be \w+(?: \w+){0,6}?,?(?= (?:they|it|these)\b)", re.IGNORECASE)
# With questions named before it, a sentence may leave them out; then its own subject must be theirs.
_OF_QUESTIONS = (
    r"(?:the\s+)?(?:receipt|submi\w+|notice|questions?|this|these|the meeting|giving|sending|receiving"
    r"|them|asking"
    r"|putting)\b"
)
_OFFICE = r"(?:clerk|committee|proper|chief|monitoring|democratic|head|director|chair|council|meeting|town)"
_SEND = (
    r"(?:do\s+so|e-?mail|send|submit|give|provide|contact|let|write|notify|forward|complete|use|return"
    r"|deliver)"
)
_THEM = (
    r"(?:(?:it|them|these|those|this|one|yours|in|to|via|by|using|with|no|not|at|on|before|us|at"
    r"|the (?:form|clerk)"
    r"|democratic|the (?:democratic|committee|governance)|(?:a|any|the|your)?\s*+(?:written\s++)?(?:notice"
    r"|questions?"
    r"|copy|submissions?))\b|\S+@|$)"
)
_SUBJECT = regex(
    rf"{_OPENING}(?:(?:they|these|it|this|which|such|one|each|all|both)\b"
    r"|those\b(?!\s+(?:who|wish\w*|intend\w*|attend\w*|want\w*|with|speaking)\b)"
    r"|(?:(?:written|advance|prior|due|full|all|any|such|the|your|a|every)\s+)*(?:notices?|notification"
    r"|submissions?"
    r"|copy|copies|text|wording|details|form|deadline|closing (?:date|time)|cut[- ]?off|last (?:date|day)"
    r"|latest"
    rf"|final (?:date|day))\b(?!\s+(?:for|of)\s+(?!{_OF_QUESTIONS}))(?!\s+to\s+the\s+(?!{_OFFICE}))"
    r"|by\b|(?:no|not) later than\b|(?:not|no) less than\b|before\b|at least\b|on or before\b"
    r"|a minimum of\b|\d"
    rf"|(?:please|you (?:must|should|need to|have to|are (?:asked|required) to))\s+{_SEND}\b(?=\s++{_THEM}))",
    re.IGNORECASE,
)
_ASKER = regex(
    r"\b(?:wish\w*|like|want\w*|intend\w*|able|free|permitted|allowed|entitled|may|can)\s+(?:to\s+)?(?:ask"
    r"|put|raise|do so|take part|participate)\b",
    re.IGNORECASE,
)
_NOTICE = regex(r"\bnotice\b", re.IGNORECASE)
_URGENT = regex(
    r"\burgent\b.*\b(?:content|text|notice|wording|details|copy)\b.*\b(?:given|sent|reach\w*|received|delivered)\b",
    re.IGNORECASE,
)
# Questions that are no business of the meeting's: about a survey, a vacancy, a permit.
_ELSEWHERE = regex(
    r"\b(?:questions?|queries)\s+(?:\w+\s+){0,2}?(?:about|on|regarding|concerning|relating\s+to)\s+"
    r"(?:\w+\s+){0,3}?(?:consultations?|surveys?|questionnaires?|admissions?|applications?|vacanc\w+"
    r"|recruitment|role|tenders?|permits?|renewals?|bookings?|tickets?|registration|grants?|elections?"
    r"|nominations?|training|parking|process|form|accommodation|access|parking)\b"
    r"|\b(?:surveys?|questionnaires?|consultations?|polls?|quiz)\s+(?:\w+\s+){0,2}?"
    r"(?:asks?|contains?|includes?|has|have|of)\s+(?:\w+\s+){0,3}questions\b",
    re.IGNORECASE,
)
_ATTENDING = regex(
    r"\b(?:questions?|queries)\s+(?:about|on|regarding|concerning)\s+(?:the\s+|your\s+)?(?:how to|attend\w*"
    r"|access\w*|parking|joining|venue|arrangements|filming|webcast\w*|recording|livestream\w*)"
    r"|\b(?:access\w*|parking|joining|media|press)\s+(?:questions?|queries)\b",
    re.IGNORECASE,
)
_GET_THEM = regex(r"\b(?:get|send|bring|hand|have|submit|deliver)\s+(?:them|it|these|those)\b", re.IGNORECASE)
_OF_MEETING = regex(
    r"\b(?:meeting|committee|panel|board|agenda|reports?|items?|council|cabinet|clerk|chair|members?)\b",
    re.IGNORECASE,
)
_VAGUE = regex(
    r"\bquestions?\b.{0,120}\b(?:must|should|need to|are to|can only)\b.{0,60}\b(?:submitted|sent|received"
    r"|given|notified|e-?mailed|lodged)\b.{0,80}\b(?:in advance(?: of the meeting)?|(?:before|prior to"
    r"|ahead of) the meeting|by the (?:deadline|closing date))"
    r"|\b(?:deadline|closing date)\b.{0,30}\bquestions?\b.{0,20}\b(?:is|:)\s*\S",
    re.IGNORECASE,
)


FAR = 120


def sets_deadline(sentence: str, wording: Wording, about_questions: bool) -> bool:
    """Whether a rule in a sentence is for putting questions.

    Args:
        sentence: white space folded.
        wording: the rule found in it.
        about_questions: whether the sentences around it speak of questions.
    """
    sentence = _TO_BE.sub(lambda said: " " * len(said[0]), sentence)
    before, after = sentence[: wording.start], sentence[wording.end :]
    past = _PAST.search(sentence)
    if _FROM.search(before):
        return False
    if _ATTENDING.search(sentence) or (_ELSEWHERE.search(sentence) and not _OF_MEETING.search(sentence)):
        return False
    if past and not _CONDITION.search(sentence[: past.start()]):
        return False
    asked = list(QUESTION.finditer(before))
    if asked:
        return _goes_on_to_rule(before, after, asked)
    if _OTHER.search(before) or _DONE.search(before):
        return False
    if later := QUESTION.search(after):
        between = after[: later.start()]
        own = about_questions or any(found.search(sentence) for found in (_SUBJECT, _ASKER, _NOTICE))
        return (own or ";" not in between) and _leads_to_questions(sentence, between)
    if not about_questions or _OTHER.search(after):
        return False
    subject = _SUBJECT.search(sentence)
    if subject is None:
        return any(found.search(before) for found in (_ASKER, _URGENT, _GET_THEM)) or bool(
            _ASKER.search(after)
        )
    # "By noon the clerk will publish ...": a sentence that opens with the moment tells its subject later.
    return subject.end() <= wording.start or _DONE.search(after) is None


def _goes_on_to_rule(before: str, after: str, asked: Sequence[re.Match[str]]) -> bool:
    """Whether questions named before a rule are what it is for."""
    first, last = asked[0], asked[-1]
    between = before[last.end() :]
    answered = _ANSWERED.search(between)
    if answered and not _ORDERED.search(between[answered.end() :]):
        return False
    if _ANSWERS.search(before[: last.start()]) or _HANDED_OUT.search(before[: last.start()]):
        return False
    if _DONE_BY.search(between):
        return False
    if _DONE.search(between) and not _CONDITION.search(between):
        return False
    nearer = _OTHER.search(between)
    if nearer and not _COORDINATED.fullmatch(between[: nearer.start()]):
        return False
    leading = before[first.start() :]
    return bool(
        _PUTTING.search(leading)
        or _DEADLINE_NOUN.search(before)
        or _PUTTING.search(after)
        or _PUTTING.search(before[: first.start()])
        or _LABELLED.fullmatch(between)
        or _BARE.fullmatch(re.sub(r"\b(?:by|before|no later than|not later than|at least)\s*$", "", between))
    )


def _leads_to_questions(sentence: str, between: str) -> bool:
    """Whether a rule that stands before the word is for the questions named after it."""
    return (
        len(between) < FAR
        and _OTHER.search(between) is None
        and _DONE.search(between) is None
        and not _ANSWERS.search(between)
        and not re.search(r"\bwhether\b", between, re.IGNORECASE)
        and (_PUTTING.search(sentence) or _DEADLINE_NOUN.search(sentence)) is not None
    )


def may_ask(text: str) -> bool:
    """Whether `QUESTION` may be found in a text; most have not the word, which is soon seen."""
    return "question" in text.casefold()


def is_about(text: str) -> bool:
    """Whether a text speaks of questions to come, so that the sentence after it may leave them out."""
    if not may_ask(text) or QUESTION.search(text) is None:
        return False
    return _PAST.search(text) is None and _OF_SPEAKERS.search(text) is None


def follows(sentence: str, about: bool) -> bool:
    """Whether the next sentence may leave questions out: the subject stays until another is named."""
    if is_about(sentence):
        return True
    return about and _OTHER.search(sentence) is None


def announces_deadline(sentence: str) -> bool:
    """Whether a sentence asks for questions in advance without a day that can be worked out."""
    return _VAGUE.search(sentence) is not None and _PAST.search(sentence) is None
