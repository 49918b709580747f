"""The sentences that set a question deadline, and whose questions they are for.

A deadline that is none does harm, so a sentence counts only where its rule is for questions yet to be
put: not for petitions or speakers, not for a plan's publication, not in the record of a past meeting's
questions. What minutes quote is kept apart as history.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import TYPICAL
from imports.deadlines.asking import QUESTION, announces_deadline, follows, is_about, may_ask, sets_deadline
from imports.deadlines.clauses import lead_of, split_clauses, with_lead, without_examples
from imports.deadlines.scope import OF_THIS_ITEM, PARTICIPATION, named_items, spoken_scope, tier_of
from imports.deadlines.wording import Wording, find_wording, read_wording
from imports.layout.joining import Paragraph, join_words
from imports.model.deadlines import DeadlineWording, Scope
from imports.model.warning import Warning
from imports.words.sentences import split_sentences

if TYPE_CHECKING:
    from imports.front.sheet import FrontSheet
    from imports.model.agenda import AgendaItem
    from imports.model.document import Document
    from imports.model.minutes import Minutes

__all__ = ["read_deadlines", "read_wording"]
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
        if lead_of(heading, sheet.meeting_date) and with_lead(
            paragraph.text, heading, sheet.meeting_date
        ) != (paragraph.text):
            continue  # a line of the list under the heading
        heading = paragraph.text if len(paragraph.text) < 70 and not paragraph.text.endswith(".") else ""


def _read_place(place: _Place, sheet: FrontSheet) -> Iterator[DeadlineWording]:
    item = sheet.agenda[place.item] if place.item is not None else None
    for said in _sentences(place.paragraphs, place.title):
        for clause, wording in _read_sentence(said, sheet.meeting_date, sheet.start_time):
            yield DeadlineWording(
                text=said.text,
                rule=wording.rule if wording else None,
                applies_to=_scope(clause, said, item, place, sheet.agenda),
                source="agenda" if item else "notes",
                page=said.page,
                tier=tier_of(clause),
                agenda_item=item.number if item else None,
            )


def _read_minutes(meeting: Minutes) -> Iterator[DeadlineWording]:
    """What minutes quote: in their paragraphs, or as the title of a scope heading minuted like an item."""
    for item in meeting.items:
        titled = (Paragraph(item.title, item.page),)
        for part in (*titled, *(Paragraph(part.text, part.page) for part in item.paragraphs)):
            if not (may_ask(item.title) or may_ask(part.text)):
                continue  # most of what is minuted
            for said in _sentences((part,), item.title):
                for clause, wording in _read_sentence(said, meeting.date, meeting.start_time):
                    if wording is not None:
                        yield DeadlineWording(
                            text=said.text,
                            rule=wording.rule,
                            applies_to=spoken_scope(clause, said.text, *said.before, item.title),
                            source="minutes",
                            page=said.page,
                            tier=tier_of(clause),
                            meeting_date=meeting.date,
                        )


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence with its page, and what was said before it.

    Attributes:
        text: white space folded.
        page: the file's page.
        about: whether what stands before it speaks of questions.
        before: the sentences on questions before it, the nearest first.
        lead: what may head the list it is a line of.
    """

    text: str
    page: int
    about: bool
    before: tuple[str, ...]
    lead: str = ""


def _sentences(paragraphs: Sequence[Paragraph], title: str) -> Iterator[_Said]:
    """The sentences of an item or a minute, each knowing what it goes on from."""
    about = is_about(title)
    before: tuple[str, ...] = ()
    lead = title
    for paragraph in _run_on(paragraphs):
        for sentence in split_sentences(paragraph.text):
            yield _Said(sentence, paragraph.page, about, before, lead)
            lead = lead_of(sentence, None) or lead
            about = follows(sentence, about)
            before = (sentence, *before) if may_ask(sentence) and QUESTION.search(sentence) else before


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


def _read_sentence(
    said: _Said, meeting_date: date | None, start: time | None
) -> list[tuple[str, Wording | None]]:
    """The rules a sentence sets, each with its clause; None for one it sets without saying which."""
    if len(said.text) > LONGEST_SENTENCE or not (said.about or may_ask(said.text) or may_ask(said.lead)):
        return []
    sentence = without_examples(said.text, meeting_date)
    sentence = with_lead(sentence, lead_of(said.lead, meeting_date), meeting_date)
    found: list[tuple[str, Wording | None]] = []
    about = said.about
    for clause in split_clauses(sentence, meeting_date):
        wording = find_wording(clause, meeting_date, start)
        if wording and sets_deadline(clause, wording, about or bool(found)):
            found.append((clause, wording))
        about = follows(clause, about)
    if not found and announces_deadline(sentence) and not find_wording(sentence, meeting_date):
        return [(sentence, None)]
    return found


def _scope(
    clause: str, said: _Said, item: AgendaItem | None, place: _Place, agenda: Sequence[AgendaItem]
) -> Scope:
    """Whose questions a clause on the front sheet is for."""
    if named := named_items(clause, agenda) or named_items(said.text, agenda):
        return named
    if item is None:
        return spoken_scope(clause, said.text, *said.before, place.title)
    if item.is_heading and place.item is not None:
        following: list[str] = []
        for later in agenda[place.item + 1 :]:
            if later.is_heading:
                break
            if later.number:
                following.append(later.number)
        return tuple(following) or "all"
    spoken = spoken_scope(clause, said.text, *said.before, item.title)
    of_any = any(pattern.search(item.title) for pattern in (QUESTION, PARTICIPATION))
    if of_any or TYPICAL.match(item.title) or (spoken != "all" and not OF_THIS_ITEM.search(said.text)):
        return spoken
    return (item.number,) if item.number else "all"


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}..."
