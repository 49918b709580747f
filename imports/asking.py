"""Whether a sentence tells by when questions are to be put, and not something else.

A deadline that is none does harm, so a rule counts only where it is for questions yet to be put: not for
petitions or speakers, not for a plan's publication, not in the record of a past meeting's questions.
"""

from __future__ import annotations

import re

from imports.deadline_wording import Wording

QUESTION = re.compile(r"(?:\bquestions|(?<!\bin )\bquestion)\b(?! (?:and answer|mark))", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:petitions?|deputations?|statements?|speak(?:ing|ers?)?|representations?|address the"
    r"|consultation|survey|nominations?|applications?|amendments?|motions?"
    r"|apologies|declar\w+|interests?|appeals?|bids?|objections?|comments?|expressions? of interest"
    r"|call[- ]?in|requests?|item of urgent|substitut\w+|subscri\w+)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"\W*(?:(?:and|or|to|a|an|any|other|written|public|the|their|make|making|ask|asking|present"
    r"|presenting|submit|give|for|of|put|putting|raise|at|meeting|committee|verbal|short|wish"
    r"|wishing)\W*)*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:published|publication|circulated|answered|considered|responded|uploaded|available|discussed"
    r"|reported|taken at|heard|dealt|asked at|raised at|implemented|completed|launched|despatched"
    r"|dispatched|issued)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:answers?|responses?|repl(?:y|ies))\s+(?:to|for)\b[^.]{0,30}$", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\b(?:given|provided|receive[sd]?|sent|get|with)\b.{0,30}\b(?:answers?|responses?|repl(?:y|ies))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:\b(?:had|has|have|was|were)\s+(?:not\s+)?(?:also\s+)?(?:been\s+)?(?:received|submitted|raised"
    r"|asked|put|tabled|circulated|responded|given|sent)\b|\bno (?:\w+ )?questions\b"
    r"|\b(?:in response to|following|responding to|answering|in reply to|in answer to|in relation to"
    r"|arising from)\b.{0,25}\bquestions?\b|\bquestions? (?:was|were|about whether)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:must|should|shall|if|where|provided|unless|when|any|to|which|that)\s+(?:\w+\s+){0,6}$",
    re.IGNORECASE,
)
_PUTTING = re.compile(
    r"\b(?:submit\w*|sen[dt]\w*|receiv\w+|deliver\w*|lodg\w+|e-?mail\w*|given?|giving|provid\w+|notif\w+"
    r"|forward\w*|reach\w*|supply|supplied|in writing|regist\w+|return\w*|made|tabled?"
    r"|notice|arrive\w*|accepted|deadline|closing|cut[- ]off|closes?|due|by|before|later than)\b",
    re.IGNORECASE,
)
_DEADLINE_NOUN = re.compile(
    r"^(?:by|no later than|not later than|before|at least|not less than)\b|\b(?:deadline|closing (?:date"
    r"|time)|cut[- ]off)\b|\b(?:they|these|it|this|notice|which)\b.{0,30}\b(?:must|should|received"
    r"|submitted)\b|\bmust be\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\bquestions?\b.{0,120}\b(?:must|should|need to|are to|can only)\b.{0,60}\b(?:submitted|sent|received"
    r"|given|notified|e-?mailed|lodged)\b.{0,80}\b(?:in advance(?: of the meeting)?|(?:before|prior to"
    r"|ahead of) the meeting|by the (?:deadline|closing date))"
    r"|\b(?:deadline|closing date)\b.{0,30}\bquestions?\b.{0,20}\b(?:is|:)\s*\S",
    re.IGNORECASE,
)


def sets_deadline(sentence: str, wording: Wording, about_questions: bool) -> bool:
    """Whether a rule in a sentence is for putting questions.

    Args:
        sentence: white space folded.
        wording: the rule found in it.
        about_questions: whether the sentences around it speak of questions.
    """
    before, after = sentence[: wording.start], sentence[wording.end :]
    past = _PAST.search(sentence)
    if past and not _CONDITION.search(sentence[: past.start()]):
        return False
    asked = list(QUESTION.finditer(before))
    others = list(_OTHER.finditer(before))
    if asked:
        between = before[asked[-1].end() :]
        if _ANSWERS.search(before[: asked[-1].start()]) or _DONE.search(between) or _ANSWERED.search(between):
            return False
        nearer = [other for other in others if other.start() > asked[-1].end()]
        if nearer and not _COORDINATED.fullmatch(before[asked[-1].end() : nearer[0].start()]):
            return False
        return _PUTTING.search(sentence) is not None
    if others or _DONE.search(before):
        return False
    later = QUESTION.search(after)
    if later:
        other = _OTHER.search(after[: later.start()])
        return (
            later.start() < 120
            and other is None
            and not _ANSWERS.search(after[: later.start()])
            and _PUTTING.search(sentence) is not None
        )
    return about_questions and not _OTHER.search(after) and _DEADLINE_NOUN.search(sentence) is not None


def is_about(text: str) -> bool:
    """Whether a text speaks of questions to come, so that the sentence after it may leave them out."""
    return QUESTION.search(text) is not None and _PAST.search(text) is None


def follows(sentence: str, about: bool) -> bool:
    """Whether the next sentence may leave questions out: the subject stays until another is named."""
    if is_about(sentence):
        return True
    return about and _OTHER.search(sentence) is None


def announces_deadline(sentence: str) -> bool:
    """Whether a sentence asks for questions in advance without a day that can be worked out."""
    return _VAGUE.search(sentence) is not None and _PAST.search(sentence) is None
