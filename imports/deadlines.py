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

from imports.asking import QUESTION, announces_deadline, follows, is_about, sets_deadline
from imports.deadline_wording import Wording, find_wording, read_wording
from imports.front_sheet import FrontSheet
from imports.item_numbers import TYPICAL
from imports.joining import Paragraph, join_words
from imports.model import OTHER_BUSINESS, AgendaItem, DeadlineWording, Document, Minutes, Scope, Warning
from imports.sentences import split_sentences

__all__ = ["read_deadlines", "read_wording"]
_PUBLIC = re.compile(
    r"\bpublic (?:questions?|question time|participation|forum|speaking|session)|questions? (?:\w+ "
    r"){0,4}(?:from|by) (?:the |members of the |local )*(?:public|residents?|electors?)|\b(?:members? of "
    r"the public|residents?|electors?|the public)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:members?['’]s?|member|councillors?['’]?)\s+(?:written\s+)?questions?\b|questions? (?:\w+ "
    r"){0,4}(?:from|by) (?:\w+ ){0,2}(?:councillors?|members?\b(?! of the (?:local )?public)|elected)"
    r"|\bcouncillors?\b (?:\w+ ){0,6}questions?",
    re.IGNORECASE,
)
_ITEMS = re.compile(
    r"\b(?:agenda )?items?\s+(?:nos?\.?\s*)?(?P<list>\d{1,3}[a-z]?(?:\s*(?:,|and|&|to|-|–"
    r"|or)\s*\d{1,3}[a-z]?)*)",
    re.IGNORECASE,
)
_TIERS = (
    (
        OTHER_BUSINESS,
        re.compile(r"\b(?:not|other than)\b[^.;]{0,40}\bon (?:the|this) agenda\b", re.IGNORECASE),
    ),
    (
        "guaranteed a written reply",
        re.compile(
            r"\bguarantee\w*\b.{0,40}\b(?:written )?(?:reply|response|answer)|\b(?:reply|response"
            r"|answer)\b.{0,20}\bguarantee",
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


LONGEST_SENTENCE = 1200


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
            f"A question deadline is announced, but no date can be worked out from its words: "
            f"{_short(wording.text)}",
            wording.page or first,
        )
        for wording in unique
        if wording.rule is None
    )
    return unique, warnings


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
    about = is_about(title)
    for paragraph in _run_on(paragraphs):
        for sentence in split_sentences(paragraph.text):
            yield sentence, paragraph.page, about
            about = follows(sentence, about)


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
    if len(sentence) > LONGEST_SENTENCE:
        return []
    clauses = [clause for clause in re.split(r";\s+", sentence) if clause]
    found: list[Wording | None] = []
    for index, clause in enumerate(clauses):
        wording = find_wording(clause, meeting_date)
        if wording and sets_deadline(clause, wording, about or (index > 0 and bool(found))):
            found.append(wording)
    if not found and announces_deadline(sentence) and not find_wording(sentence, meeting_date):
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
    if spoken != "all" or QUESTION.search(item.title) or TYPICAL.match(item.title):
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
    return tuple(dict.fromkeys(named)) if QUESTION.search(sentence) else ()


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
