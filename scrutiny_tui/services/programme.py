"""What work programmes promise for a meeting, and what moved from meeting to meeting.

A subject planned for several days at once is standing business (a performance report every quarter) and
cannot slip. Of the others the first day each pack gives counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from imports.patterns import regex
from scrutiny_tui.services.following import in_order, is_procedure, missing_step
from scrutiny_tui.services.likeness import DOUBTFUL, SAME, head_of, likeness, same_subject
from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise
from scrutiny_tui.services.record import DAY, REACH, Planned, Record, Taken, moved

_TENTATIVE = regex(r"\btbc\b|\?|\bif (?:available|figs|needed|required)\b", re.IGNORECASE)


def planned_promises(record: Record) -> Iterator[TrackedPromise]:
    """The subjects that a work programme moved, or that the meeting they were planned for did not take."""
    done: list[Planned] = []
    for plan in record.plans:
        near = (other for other in done if other.as_of >= moved(plan.as_of, -REACH))
        if any(_same(plan, other, record) for other in near) or _is_standing(plan, record):
            continue
        chain = _chain(plan, record)
        done += chain
        promise = _followed(chain, record)
        if promise is not None:
            yield promise


def planned_for(record: Record, day: date) -> list[Planned]:
    """The lines that the last work programme before a meeting's own papers promises for it."""
    before = record.plans_as_of(moved(day, -REACH), moved(day, -DAY))
    aimed = [plan for plan in before if _means(plan, day, record)]
    last = max((plan.as_of for plan in aimed), default=None)
    return [plan for plan in aimed if plan.as_of == last]


def taken_at(plan: Planned, day: date, record: Record) -> tuple[list[Taken], bool]:
    """The items of a meeting about a line, and whether nothing there is even somewhat like it."""
    taken = [one for one in record.taken.get(day, ()) if not is_procedure(one)]
    scores = [(_likeness(plan, one.title, record), one) for one in taken]
    same = [one for score, one in scores if score >= SAME]
    return same, bool(taken) and all(
        max(likeness(one.title, plan.title, record.aside), likeness(plan.title, one.title, record.aside))
        <= DOUBTFUL
        for one in taken
    )


def is_tentative(plan: Planned) -> bool:
    """Whether the programme itself is not sure of it."""
    return _TENTATIVE.search(plan.title) is not None


def as_promise(plan: Planned, steps: list[PromiseStep], record: Record, outcome: str) -> TrackedPromise:
    """A line of a work programme as something promised."""
    shown = plan.source
    return TrackedPromise(
        text=plan.title,
        owner=None,
        committee=record.name,
        said_on=plan.as_of,
        ref="",
        heading="Work programme",
        progress="",
        state="open" if outcome == "slipped" else "unknown",
        source=shown.document.source,
        page=plan.page,
        pack_page=shown.stamps.get(plan.page),
        kind="work programme",
        due=f"{plan.day.day} {plan.day:%B %Y}",
        due_on=plan.day,
        outcome="slipped" if outcome == "slipped" else "missed",
        steps=tuple(steps),
        document_id=shown.document.id,
    )


def _followed(chain: list[Planned], record: Record) -> TrackedPromise | None:
    """What became of one subject: None where it was taken, or where nothing can be told."""
    first, last = chain[0], chain[-1]
    steps = [plan.source.step("programme", plan.title, plan.page, about=plan.day) for plan in chain[:1]]
    missed = False
    for plan in chain:
        held = record.held_near(plan.day)
        if held is None:
            continue
        same, absent = taken_at(plan, held, record)
        if same:
            came = [one.step for one in same]
            return _slipped(first, chain, in_order([*steps, *came]), record) if plan.day > first.day else None
        if absent and not is_tentative(plan):
            missed = True
            steps.append(missing_step(record.taken[held]))
    steps += [plan.source.step("moved", plan.title, plan.page, about=plan.day) for plan in chain[1:]]
    if last.day > first.day:
        return _slipped(first, chain, steps, record)
    return as_promise(first, steps, record, "missed") if missed else None


def _slipped(
    first: Planned, chain: list[Planned], steps: list[PromiseStep], record: Record
) -> TrackedPromise:
    shortest = min(chain, key=lambda plan: len(plan.title))
    moved = [plan.source.step("moved", plan.title, plan.page, about=plan.day) for plan in chain[1:]]
    promise = as_promise(first, in_order([*steps, *moved]), record, "slipped")
    return promise if shortest is first else _named(promise, shortest)


def _named(promise: TrackedPromise, plan: Planned) -> TrackedPromise:
    return replace(promise, heading=head_of(plan.title))


def _chain(plan: Planned, record: Record) -> list[Planned]:
    """The same subject in this and later programmes, a line for each new, later day."""
    chain = [plan]
    for other in record.plans_as_of(plan.as_of):
        last = chain[-1]
        if other.as_of <= last.as_of or not any(_same(one, other, record) for one in chain):
            continue
        printed = record.plans_as_of(other.as_of, other.as_of)
        again = [one for one in printed if _same(last, one, record)]
        still = any(one.day <= last.day for one in again)
        if not still and other.day > last.day and not _may_have_come(last, other.as_of, record):
            chain.append(other)
    return chain


def _may_have_come(plan: Planned, by: date, record: Record) -> bool:
    """Whether a meeting before a day took a line, or something somewhat like it."""
    held = record.held_near(plan.day)
    if held is None or held >= by:
        return False
    same, absent = taken_at(plan, held, record)
    return bool(same) or not absent


def _is_standing(plan: Planned, record: Record) -> bool:
    days = {
        one.day
        for one in record.plans_as_of(plan.as_of, plan.as_of)
        if _likeness(plan, one.title, record) >= SAME
    }
    return len(days) > 1


def _same(plan: Planned, other: Planned, record: Record) -> bool:
    return _likeness(plan, other.title, record) >= SAME


def _likeness(plan: Planned, title: str, record: Record) -> float:
    """How much a title is about a line of a programme."""
    return same_subject(plan.title, title, record.aside)


def _means(plan: Planned, day: date, record: Record) -> bool:
    return plan.day == day or record.held_near(plan.day) == day
