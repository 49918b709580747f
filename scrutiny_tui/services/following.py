"""What became of a promise: followed from paper to paper by subject and title, never by number.

Nothing is claimed that the papers do not show. *Kept*: a tracker says so, or the meeting it was promised for
took it. *Missed*: the agenda or the minutes of that meeting are here and hold nothing like it. *Slipped*: a
work programme or a tracker names a later meeting. *Quiet*: a later paper of the committee is here, and none
says a word. Where a title is only somewhat like it, neither kept nor missed is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from imports.patterns import regex
from scrutiny_tui.services.due import Due, find_due, meeting_in
from scrutiny_tui.services.likeness import DOUBTFUL, SAME, head_of, likeness, named_by, same_subject, words_of
from scrutiny_tui.services.models.promises import PromiseKind, PromiseOutcome, PromiseStep, TrackedPromise
from scrutiny_tui.services.record import DAY, Record, Source, Taken, moved
from scrutiny_tui.services.tracking import TrackerRow, is_account, is_moved, state_of

_PAPER = regex(
    r"\b(?:reports?|updates?d?|papers?|presentations?|reviews?|plan|strategy|findings|analysis|results|"
    r"dashboard|policy|scorecard)\b",
    re.IGNORECASE,
)
_TO_MEETING = regex(
    r"\b(?:meeting|committee|board|panel|agenda|brought|bring|presented|present|received?|come|return|"
    r"report)",
    re.IGNORECASE,
)
_VAGUE = regex(
    r"\b(?:this (?:area|work|matter|issue|topic|item|point)|"
    r"(?:an?|the) (?:verbal |further |written |full |joint )?(?:updated?|report|paper|plan|presentation|"
    r"briefing)|"
    r"report (?:back|in|to)|feed ?back|progress)\b",
    re.IGNORECASE,
)
_POSTS = regex(
    r"\b(?:Director|Head|(?:Cabinet|Executive) Member|Portfolio Holder|Manager|Adviser|Officer|Lead|"
    r"Commissioner)"
    r" (?:of|for) [A-Z][\w’']*(?:(?:,| and| &| of| for)? [A-Z][\w’']*|(?: and| &) care)*"
)
_STANDING = regex(
    r"\b(?:every|each) (?:meeting|quarter|month|year)\b|\b(?:periodic|regular|quarterly|annual|"
    r"ongoing) (?:updates?|reports?)"
    r"|\b(?:twice|once) a year\b|\bannually\b",
    re.IGNORECASE,
)
_STATES = {"kept": "done", "reported": "reported", "slipped": "open", "open": "open"}
_PROCEDURE = regex(
    r"^(?:action tracker|actions? (?:list|log|arising|update)|matters arising|apologies|declarations?|"
    r"minutes|notices|public questions|members['’]? questions|urgent|"
    r"exclusion of|"
    r"(?:committee['’]?s? |cfsc )?(?:forward |work ?)?(?:work ?)?(?:plan|programme)s?$|"
    r"date of (?:the )?next)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """A promise as a paper prints it, before anybody asks what became of it."""

    text: str
    owner: str | None
    kind: PromiseKind
    said_on: date | None
    ref: str
    heading: str
    page: int
    source: Source
    rows: tuple[TrackerRow, ...] = ()
    around: str = ""

    @property
    def about(self) -> str:
        """The words that say what it is about: with those around it where its own only point at them."""
        return f"{self.around} {self.text}" if self.around else self.text


def follow(said: Said, record: Record) -> TrackedPromise:
    """Say what became of a promise, with the evidence of each step."""
    first = said.source.step("said", said.text, said.page, said.heading, said.ref)
    due = find_due(said.text, said.said_on, record.meeting_days(said.said_on))
    rows = [row for row in said.rows if row.progress]
    steps = [row.source.step("tracker", row.progress, row.page, row.topic) for row in rows]
    outcome = _by_tracker(rows)
    found, by_papers = _by_papers(said, due, record)
    steps += found
    if outcome != "kept" and (
        by_papers == "kept" or (outcome != "reported" and by_papers not in (None, "open"))
    ):
        outcome = by_papers
    outcome = outcome or by_papers or _without_word(said, due, record)
    return TrackedPromise(
        text=said.text,
        owner=said.owner,
        committee=record.name,
        said_on=said.said_on or said.source.day,
        ref=said.ref,
        heading=said.heading,
        progress=rows[-1].progress if rows else "",
        state=_STATES.get(outcome, "unknown"),
        source=said.source.document.source,
        page=said.page,
        pack_page=said.source.stamps.get(said.page),
        kind=said.kind,
        owner_name=record.owner(said.owner, said.source),
        due=due.words if due else "",
        due_on=due.day if due else None,
        outcome=outcome,
        steps=(replace(first, day=said.said_on or first.day), *in_order(steps)),
        document_id=said.source.document.id,
    )


def in_order(steps: Iterable[PromiseStep]) -> list[PromiseStep]:
    """Evidence in order of the day it speaks of, each piece once."""
    once = dict.fromkeys(steps)
    return sorted(
        once, key=lambda step: (step.day if step.kind == "tracker" else step.about or step.day) or date.min
    )


def _by_tracker(rows: Sequence[TrackerRow]) -> PromiseOutcome | None:
    if not rows:
        return None
    last = rows[-1].progress
    if is_moved(last):
        return "slipped"
    state = state_of(last)
    return "kept" if state == "done" else "reported" if state == "reported" or is_account(last) else "open"


def _by_papers(
    said: Said, due: Due | None, record: Record
) -> tuple[list[PromiseStep], PromiseOutcome | None]:
    """What agendas, minutes and work programmes show."""
    day = meeting_in(due, said.said_on, record.meeting_days(said.said_on))
    for_meeting = due is not None and (due.kind == "meeting" or _PAPER.search(said.text) is not None)
    if due and for_meeting and day is not None and (held := record.held_near(day)) is not None:
        return _at_meeting(said, due, held, record)
    steps = list(_planned(said, record, after=said.source.day))
    if day is None and _PAPER.search(said.text) and _TO_MEETING.search(said.text) and not _is_standing(said):
        came = _came(said, record, said.said_on)
        if came is not None:
            return [came.step, *steps], "kept"
    if steps and day is not None and all(step.about and step.about > day for step in steps):
        return [replace(step, kind="moved") if step is steps[-1] else step for step in steps], "slipped"
    return steps, "open" if steps else None


def _at_meeting(
    said: Said, due: Due, held: date, record: Record
) -> tuple[list[PromiseStep], PromiseOutcome | None]:
    """Whether the meeting it was promised for took it."""
    taken = record.taken[held]
    same = [one for one in taken if not is_procedure(one) and like(said, one, record) >= SAME]
    if same:
        return [one.step for one in same], "kept"
    spoken = next((one for one in taken if one.kind == "minute" and _spoken_of(said, one, record)), None)
    if spoken is not None:
        return [spoken.step], "reported"
    paper = [one for one in taken if _names_paper(due, one, record)]
    if paper:
        return [one.step for one in paper], None  # what was to stand in it, only reading it can tell
    doubtful = any(like(said, one, record) > DOUBTFUL for one in taken if not is_procedure(one))
    if doubtful or not words_of(_without_posts(said.text), record.aside):
        return [], None
    missing = missing_step(taken)
    later = _came(said, record, held)
    planned = list(_planned(said, record, after=held))
    steps = [missing, *([later.step] if later else []), *planned]
    return steps, "missed"


def _names_paper(due: Due, taken: Taken, record: Record) -> bool:
    """Whether an item is the paper that the due words name (`in the next Performance Report`)."""
    named = _PAPER.search(due.words) is not None and len(words_of(due.words, record.aside)) > 1
    return named and same_subject(due.words, taken.title, record.aside) >= SAME


def missing_step(taken: Sequence[Taken]) -> PromiseStep:
    """Evidence that something was not taken: what was, from the agenda where it is here."""
    shown = [one for one in taken if one.kind == "agenda"] or list(taken)
    titles = "; ".join(one.title for one in shown if not is_procedure(one))
    first = shown[0]
    return first.source.step("missing", titles, first.page, about=first.day)


def like(said: Said, taken: Taken, record: Record) -> float:
    """How much an item is about what was promised."""
    return _like_title(said, taken.title, record)


def _like_title(said: Said, title: str, record: Record) -> float:
    own = likeness(title, _without_posts(said.about), record.aside)
    if own < SAME and said.heading and _is_vague(said.text) and not _is_procedure(said.heading):
        return max(own, named_by(said.heading, title, record.aside))
    return own


@lru_cache(maxsize=2048)
def _without_posts(text: str) -> str:
    """A text without the posts of those who speak: a Director of Safeguarding is no safeguarding report."""
    return _POSTS.sub(" ", text)


def is_procedure(taken: Taken) -> bool:
    """Whether an item is on every agenda and about nothing."""
    return _is_procedure(taken.title)


@lru_cache(maxsize=8192)
def _is_procedure(title: str) -> bool:
    return _PROCEDURE.search(title) is not None


@lru_cache(maxsize=2048)
def _is_vague(text: str) -> bool:
    return _VAGUE.search(text) is not None


def _is_standing(said: Said) -> bool:
    return _STANDING.search(said.text) is not None


def _spoken_of(said: Said, taken: Taken, record: Record) -> bool:
    """Whether a minute names the whole subject in one sentence."""
    wanted = words_of(said.text, record.aside)
    return len(wanted) > 2 and any(
        len(wanted & words_of(line, record.aside)) >= max(3, len(wanted) * 2 // 3)
        for line in re.split(r"(?<=[.?!])\s", taken.said)
    )


def _came(said: Said, record: Record, after: date | None) -> Taken | None:
    """The first later meeting that took it, and the item most like it there."""
    from rapidfuzz import fuzz

    for day in record.days_taken(after and moved(after, DAY)):
        same = [one for one in record.taken[day] if not is_procedure(one) and like(said, one, record) >= SAME]
        if same:
            text = said.about.casefold()
            return max(same, key=lambda one: fuzz.partial_ratio(head_of(one.title).casefold(), text))
    return None


def _planned(said: Said, record: Record, after: date | None) -> Iterator[PromiseStep]:
    """Lines of later work programmes that name it, one for each new day."""
    days: set[date] = set()
    known: dict[str, bool] = {}  # a programme says most of what the one before said
    for plan in record.plans_as_of(after):
        if after is not None and plan.day < after:
            continue
        if plan.title not in known:
            known[plan.title] = _like_title(said, plan.title, record) >= SAME
        if known[plan.title] and plan.day not in days:
            days.add(plan.day)
            yield plan.source.step("programme", plan.title, plan.page, about=plan.day)


def _without_word(said: Said, due: Due | None, record: Record) -> PromiseOutcome:
    newest, printed = record.newest, said.source.day
    if newest is None or printed is None or printed >= newest or _is_standing(said):
        return "open"
    return "open" if due and due.day and due.day >= newest else "quiet"
