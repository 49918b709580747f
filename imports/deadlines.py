"""The sentences that set a question deadline, and whose questions they are for.

A deadline that is none does harm, so a sentence counts only where its rule is for questions yet to be
put: not for petitions or speakers, not for a plan's publication, not in the record of a past meeting's
questions. What minutes quote is kept apart as history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from imports.agenda_item import Paragraph, join_words
from imports.deadline_wording import Wording, find_wording, read_wording
from imports.front_sheet import FrontSheet
from imports.item_numbers import TYPICAL
from imports.model import AgendaItem, DeadlineWording, Document, Minutes, Scope, Warning
from imports.sentences import split_sentences

__all__ = ["read_deadlines", "read_wording", "sets_deadline"]

_QUESTION = re.compile(r"(?:\bquestions|(?<!\bin )\bquestion)\b(?! (?:and answer|mark))", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:petitions?|deputations?|statements?|speak(?:ing|ers?)?|representations?|address the|consultation|survey|nominations?|applications?|amendments?|motions?"
    r"|apologies|declar\w+|interests?|appeals?|bids?|objections?|comments?|expressions? of interest|call[- ]?in|requests?|item of urgent|substitut\w+|subscri\w+)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(
    r"\W*(?:(?:,|and|or|&|/|to|a|an|any|other|written|public|the|their|make|making|ask|asking|present|presenting|submit|give|for|of|put|putting|raise|at|meeting|committee|verbal|short|wish|wishing)\W*)*",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:published|publication|circulated|answered|considered|responded|uploaded|available|discussed|reported|taken at|heard|dealt|asked at|raised at|implemented|completed|launched|despatched|dispatched|issued)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(?:answers?|responses?|repl(?:y|ies))\s+(?:to|for)\b[^.]{0,30}$", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\b(?:given|provided|receive[sd]?|sent|get|with)\b.{0,30}\b(?:answers?|responses?|repl(?:y|ies))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?:\b(?:had|has|have|was|were)\s+(?:not\s+)?(?:also\s+)?(?:been\s+)?(?:received|submitted|raised|asked|put|tabled|circulated|responded|given|sent)\b|\bno (?:\w+ )?questions\b"
    r"|\b(?:in response to|following|responding to|answering|in reply to|in answer to|in relation to|arising from)\b.{0,25}\bquestions?\b|\bquestions? (?:was|were|about whether)\b)",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:must|should|shall|if|where|provided|unless|when|any|to|which|that)\s+(?:\w+\s+){0,6}$",
    re.IGNORECASE,
)
_PUTTING = re.compile(
    r"\b(?:submit\w*|sen[dt]\w*|receiv\w+|deliver\w*|lodg\w+|e-?mail\w*|given?|giving|provid\w+|notif\w+|forward\w*|reach\w*|supply|supplied|in writing|regist\w+|return\w*|made|tabled?"
    r"|notice|arrive\w*|accepted|deadline|closing|cut[- ]off|closes?|due|by|before|later than)\b",
    re.IGNORECASE,
)
_DEADLINE_NOUN = re.compile(
    r"^(?:by|no later than|not later than|before|at least|not less than)\b|\b(?:deadline|closing (?:date|time)|cut[- ]off)\b|\b(?:they|these|it|this|notice|which)\b.{0,30}\b(?:must|should|received|submitted)\b|\bmust be\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\bquestions?\b.{0,120}\b(?:must|should|need to|are to|can only)\b.{0,60}\b(?:submitted|sent|received|given|notified|e-?mailed|lodged)\b.{0,80}\b(?:in advance(?: of the meeting)?|(?:before|prior to|ahead of) the meeting|by the (?:deadline|closing date))"
    r"|\b(?:deadline|closing date)\b.{0,30}\bquestions?\b.{0,20}\b(?:is|:)\s*\S",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"\bpublic (?:questions?|question time|participation|forum|speaking|session)|questions? (?:\w+ ){0,4}(?:from|by) (?:the |members of the |local )*(?:public|residents?|electors?)|\b(?:members? of the public|residents?|electors?|the public)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:members?['’]s?|member|councillors?['’]?)\s+(?:written\s+)?questions?\b|questions? (?:\w+ ){0,4}(?:from|by) (?:\w+ ){0,2}(?:councillors?|members?\b(?! of the (?:local )?public)|elected)|\bcouncillors?\b (?:\w+ ){0,6}questions?",
    re.IGNORECASE,
)
_ITEMS = re.compile(
    r"\b(?:agenda )?items?\s+(?:nos?\.?\s*)?(?P<list>\d{1,3}[a-z]?(?:\s*(?:,|and|&|to|-|–|or)\s*\d{1,3}[a-z]?)*)",
    re.IGNORECASE,
)
_TIERS = (
    (
        "guaranteed a written reply",
        re.compile(
            r"\bguarantee\w*\b.{0,40}\b(?:written )?(?:reply|response|answer)|\b(?:reply|response|answer)\b.{0,20}\bguarantee",
            re.IGNORECASE,
        ),
    ),
    ("written reply", re.compile(r"\bwritten (?:reply|response|answer)\b", re.IGNORECASE)),
    (
        "may get a verbal reply",
        re.compile(
            r"\b(?:verbal|oral)(?:ly)?\b.{0,30}\b(?:reply|response|answer)|\banswered (?:verbally|orally)",
            re.IGNORECASE,
        ),
    ),
    ("urgent", re.compile(r"\burgent\b", re.IGNORECASE)),
    ("supplementary", re.compile(r"\bsupplementary\b", re.IGNORECASE)),
    (
        "not on the agenda",
        re.compile(
            r"\b(?:not|n['’]t)\b.{0,25}\b(?:relate|on the agenda|related)\b.{0,40}\bagenda", re.IGNORECASE
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph stands: its item's place on the agenda, or None for the notes."""

    item: int | None
    paragraphs: tuple[Paragraph, ...]
    title: str


def read_deadlines(
    document: Document, front_sheet: FrontSheet, minutes: tuple[Minutes, ...]
) -> tuple[tuple[DeadlineWording, ...], tuple[Warning, ...]]:
    """Find the sentences that set a question deadline.

    Args:
        document: the paper (its first page is named in warnings).
        front_sheet: as `read_front_sheet` gives it.
        minutes: of earlier meetings; what they quote is history.
    """
    found: list[DeadlineWording] = []
    for place in _places(front_sheet):
        found.extend(_read_place(place, front_sheet))
    for meeting in minutes:
        found.extend(_read_minutes(meeting))
    unique = tuple(dict.fromkeys(found))
    first = document.pages[0].number if document.pages else None
    warnings = tuple(
        Warning(
            "deadline-without-rule",
            f"A question deadline is announced, but no date can be worked out from its words: {_short(wording.text)}",
            wording.page or first,
        )
        for wording in unique
        if wording.rule is None
    )
    return unique, warnings


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
    asked = [match for match in _QUESTION.finditer(before)]
    others = [match for match in _OTHER.finditer(before)]
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
    later = _QUESTION.search(after)
    if later:
        other = _OTHER.search(after[: later.start()])
        return (
            later.start() < 120
            and other is None
            and not _ANSWERS.search(after[: later.start()])
            and _PUTTING.search(sentence) is not None
        )
    return about_questions and not _OTHER.search(after) and _DEADLINE_NOUN.search(sentence) is not None


def _places(sheet: FrontSheet) -> Iterator[_Place]:
    """The items' paragraphs, item by item, then the notes one by one under their headings."""
    for index, item in enumerate(sheet.agenda):
        own = tuple(paragraph for place, paragraph in sheet.paragraphs if place == index)
        yield _Place(index, own, item.title)
    heading = ""
    for paragraph in sheet.notes:
        yield _Place(None, (paragraph,), heading)
        heading = paragraph.text if len(paragraph.text) < 70 and not paragraph.text.endswith(".") else ""


def _read_place(place: _Place, sheet: FrontSheet) -> Iterator[DeadlineWording]:
    item = sheet.agenda[place.item] if place.item is not None else None
    for sentence, page, about in _sentences(place.paragraphs, place.title):
        for wording in _read_sentence(sentence, sheet.meeting_date, about):
            yield DeadlineWording(
                text=sentence,
                rule=wording.rule if wording else None,
                applies_to=_scope(sentence, item, place, sheet.agenda),
                source="agenda" if item else "notes",
                page=page,
                tier=_tier(sentence),
                agenda_item=item.number if item else None,
            )


def _read_minutes(meeting: Minutes) -> Iterator[DeadlineWording]:
    for item in meeting.items:
        for part in item.paragraphs:
            for sentence, page, about in _sentences((Paragraph(part.text, part.page),), item.title):
                for wording in _read_sentence(sentence, meeting.date, about):
                    if wording is not None:
                        yield DeadlineWording(
                            text=sentence,
                            rule=wording.rule,
                            applies_to=_spoken_scope(sentence, item.title),
                            source="minutes",
                            page=page,
                            tier=_tier(sentence),
                            meeting_date=meeting.date,
                        )


def _sentences(paragraphs: Sequence[Paragraph], title: str) -> Iterator[tuple[str, int, bool]]:
    """The sentences with their page, and whether what stands before them speaks of questions."""
    about = _is_about(title)
    for paragraph in _run_on(paragraphs):
        for sentence in split_sentences(paragraph.text):
            yield sentence, paragraph.page, about
            about = _is_about(title) or (_is_about(sentence))


def _is_about(text: str) -> bool:
    return _QUESTION.search(text) is not None and _PAST.search(text) is None


def _run_on(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Put together what a page end tore apart inside a sentence; a title stays by itself."""
    joined: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        goes_on = index > 1 and joined and not joined[-1].text.endswith((".", ":", ";", "?", "!"))
        if goes_on and (paragraph.text[:1].islower() or paragraph.text[:1].isdigit()):
            joined[-1] = Paragraph(join_words((joined[-1].text, paragraph.text)), joined[-1].page)
        else:
            joined.append(paragraph)
    return joined


def _read_sentence(sentence: str, meeting_date: date | None, about: bool) -> list[Wording | None]:
    """The rules a sentence sets, clause by clause; [None] where it sets one without saying which."""
    clauses = [clause for clause in re.split(r";\s+", sentence) if clause]
    found: list[Wording | None] = []
    for index, clause in enumerate(clauses):
        wording = find_wording(clause, meeting_date)
        if wording and sets_deadline(clause, wording, about or (index > 0 and bool(found))):
            found.append(wording)
    if (
        not found
        and _VAGUE.search(sentence)
        and not find_wording(sentence, meeting_date)
        and not _PAST.search(sentence)
    ):
        return [None]
    return found


def _scope(sentence: str, item: AgendaItem | None, place: _Place, agenda: Sequence[AgendaItem]) -> Scope:
    """Whose questions a sentence on the front sheet is for."""
    if named := _named_items(sentence, agenda):
        return named
    if item is None:
        return _spoken_scope(sentence, place.title)
    if item.is_heading and place.item is not None:
        following: list[str] = []
        for later in agenda[place.item + 1 :]:
            if later.is_heading:
                break
            if later.number:
                following.append(later.number)
        return tuple(following) or "all"
    spoken = _spoken_scope(sentence, item.title)
    if spoken != "all" or _QUESTION.search(item.title) or TYPICAL.match(item.title):
        return spoken
    return (item.number,) if item.number else "all"


def _named_items(sentence: str, agenda: Sequence[AgendaItem]) -> tuple[str, ...]:
    """The items a sentence names by number ("items 8 to 11")."""
    numbers = [item.number for item in agenda if item.number]
    named: list[str] = []
    for match in _ITEMS.finditer(sentence):
        parts = re.findall(r"\d{1,3}[a-z]?|to|-|–", match["list"])
        for index, part in enumerate(parts):
            if part in ("to", "-", "–"):
                ends = parts[index - 1 : index + 2 : 2]
                if len(ends) == 2 and all(end in numbers for end in ends):
                    named.extend(numbers[numbers.index(ends[0]) : numbers.index(ends[1]) + 1])
            elif part in numbers:
                named.append(part)
    return tuple(dict.fromkeys(named)) if _QUESTION.search(sentence) else ()


def _spoken_scope(sentence: str, title: str) -> Scope:
    """Whether a sentence, or else the title above it, speaks of the public's or the members' questions."""
    for text in (sentence, title):
        public, members = _PUBLIC.search(text), _MEMBERS.search(text)
        if public and members:
            return "all"
        if public:
            return "public questions"
        if members:
            return "members' questions"
    return "all"


def _tier(sentence: str) -> str:
    return next((name for name, pattern in _TIERS if pattern.search(sentence)), "")


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}..."
