"""What a question is about: what is not public, one person, one application, or not the council's at all."""

from __future__ import annotations

import re
from collections.abc import Collection

from imports.model.warning import Warning
from imports.patterns import regex

_PAPER = r"(?:appendix|appendices|annex|report|paper|papers|item|minutes?|session|business|document|briefing)"
_EXEMPT = regex(
    rf"\b(?:exempt|confidential|restricted|private)\s+{_PAPER}\b"
    rf"|\b{_PAPER}\b[^.?!]{{0,40}}?\b(?:is|was|are|were|marked|kept|being|remains?)\s+"
    r"(?:as\s+)?(?:exempt|confidential|restricted|private)\b"
    rf"|\bpart\s+(?:2|two|ii|b)\s+(?:of the (?:agenda|meeting)|{_PAPER})\b"
    r"|\bpink (?:papers?|pages?|sheets?)\b|\bschedule 12a\b|\bnot for publication\b"
    r"|\b(?:press and )?public (?:were|was|are|is|having been|have been) excluded\b"
    r"|\blegal(?:ly)? privileged?\b|\bcommercially (?:sensitive|confidential)\b"
    r"|\b(?:disclose|reveal|publish|release|share) (?:the |any )?(?:exempt|confidential)\b",
    re.IGNORECASE,
)

_CASE = regex(
    r"\b(?:my|a|one|our) (?:constituents?|residents?|neighbours?)(?:['’]s?)\s+\w*\s?"
    r"(?:son|daughter|child|children|mother|father|wife|husband|case|complaint|application|home|benefits?)\b"
    r"|\b(?:one of )?my constituents?,? (?:who|whose|has|was|is|mr|mrs|ms|miss|dr)\b"
    r"|\b(?:a|one) constituent(?: of mine)?,? (?:who|whose|has|was|is|mr|mrs|ms|miss|dr)\b"
    r"|\bmy (?:own )?(?:son|daughter|child|mother|father|wife|husband|neighbour|complaint)\b"
    r"|\b(?:this|that|the|my|his|her|their) (?:individual|particular|specific) (?:case|child|pupil|family)\b"
    r"|\b(?:in the )?case of (?:mr|mrs|ms|miss|dr|child [a-z])\b|\b[Cc]ase (?:no\.?|number|ref)"
    r"|\bdate of birth\b|\bnhs number\b",
    re.IGNORECASE,
)
_PLACE = regex(
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b(?:at|of|from|number|to) \d{1,3}[A-Za-z]? (?:[A-Z][a-z]+ ){1,2}"
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Way|Crescent|Terrace|Gardens|Court|Place)\b"
    r"|\b[Cc]hild [A-Z]\b"
)
_PERSON = regex(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?!Chair|Mayor|Speaker|Leader)([A-Z][a-z]+(?: [A-Z][a-z]+)?)")

_KINDS = (
    r"(?:planning|licen[cs]ing|listed building|licen[cs]e|(?:premises|taxi|hmo|street trading) licen[cs]e)"
)
_APPLICATION = regex(
    rf"\b(?:the|this|that|an?|my|his|her|their) (?:\w+ )?{_KINDS} application\b"
    r"(?! (?:process|fee|fees|form|forms|backlog|system|portal|service|figures|performance|numbers))"
    rf"|\b{_KINDS} application(?:s)? (?:no\.?|number|ref\w*\.?|\w{{0,3}}/?\d)"
    r"|\b(?:the|this|that) (?:planning (?:permission|consent)|premises licen[cs]e|taxi licen[cs]e)"
    r" (?:for|at|of|granted|refused|held)\b"
    r"|\b(?:grant|granted|refuse|refused|revoke|revoked|approve|approved)\b[^.?!]{0,40}"
    r"\b(?:premises licen[cs]e|planning (?:permission|consent)) (?:to|at|for) (?:the )?(?-i:[A-Z0-9])"
    r"|\bapplication for (?:a |an )?(?:premises|taxi|street trading|hmo) licen[cs]e (?:at|by|from)\b",
    re.IGNORECASE,
)
_REFERENCE = regex(
    r"(?<![\d/])(?:\d{2}/\d{4,5}/[A-Z]{2,5}|(?!(?:0[1-9]|1[0-2])/(?:19|20))\d{2}/\d{4,5}|20\d\d/\d{4,5})\b"
)

_NOT_OURS = regex(
    r"\b(?:the )?prime minister(?:['’]s)?\b|\bchancellor of the exchequer\b|\bforeign (?:policy|secretary)\b"
    r"|\b(?:the )?(?:war|conflict|ceasefire) in (?!(?:the )?(?:council|county|ward))(?-i:[A-Z])"
    r"|\bgeneral election\b|\bleadership (?:contest|election)\b|\bincome tax\b"
    r"|\b(?:asylum|immigration) policy\b"
    r"|\b(?:conservative|labour|liberal democrat|green|reform uk|ukip)s? (?:party|manifesto)\b"
    r"|\broyal family\b|\bhouse of lords\b|\bstate pension\b|\binterest rates?\b|\bbank of england\b"
    r"|\bparty political\b",
    re.IGNORECASE,
)


def needs_exempt(text: str, quoted: bool = False) -> Warning | None:
    """Answering it needs what the public may not see, or it quotes that."""
    if quoted:
        said = "It quotes a paper that is not public; the quotation is left out of what is sent."
    elif _EXEMPT.search(text):
        said = "It speaks of exempt or confidential matter, which cannot be answered in public."
    else:
        return None
    return Warning("question-exempt", said)


def about_case(text: str, officers: Collection[str] = ()) -> Warning | None:
    """It is about somebody's own case; an officer's name is the business of another rule."""
    surnames = {name.split()[-1] for name in officers if name.split()}
    people = [name for name in _PERSON.findall(text) if name.split()[-1] not in surnames]
    if not (people or _CASE.search(text) or _PLACE.search(text)):
        return None
    said = "It may be about one person's case: ask about the policy or the numbers instead."
    return Warning("question-individual-case", said)


def about_application(text: str) -> Warning | None:
    """It is about a single planning or licensing application, which another committee decides."""
    if not (_APPLICATION.search(text) or _REFERENCE.search(text)):
        return None
    said = "It may be about one planning or licensing application: ask about the policy instead."
    return Warning("question-application", said)


def outside_business(text: str) -> Warning | None:
    """It is about what no council decides."""
    found = _NOT_OURS.search(text)
    if found is None:
        return None
    said = f"“{found[0]}” may not be the council's business: say what it means for its services."
    return Warning("question-not-council-business", said)
