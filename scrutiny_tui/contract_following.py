"""The JSON of what is followed across meetings: promises and topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrutiny_tui.contract import Json, day_text

if TYPE_CHECKING:
    from scrutiny_tui.services.models.promises import PromiseStep, TrackedPromise
    from scrutiny_tui.services.topics import Topic


def promise_json(promise: TrackedPromise) -> Json:
    """Show one action or promise and what became of it."""
    return {
        "text": promise.text,
        "owner": promise.owner,
        "committee": promise.committee,
        "date": day_text(promise.said_on),
        "ref": promise.ref,
        "heading": promise.heading,
        "progress": promise.progress,
        "state": promise.state,
        "source": promise.source,
        "page": promise.page if promise.pack_page is None else promise.pack_page,
        "kind": promise.kind,
        "owner_name": promise.owner_name,
        "due": promise.due,
        "due_on": day_text(promise.due_on),
        "outcome": promise.outcome,
        "steps": [_step_json(step) for step in promise.steps],
        "mark": promise.mark,
        "note": promise.note,
    }


def _step_json(step: PromiseStep) -> Json:
    return {
        "kind": step.kind,
        "date": day_text(step.day),
        "about": day_text(step.about),
        "heading": step.heading,
        "ref": step.ref,
        "text": step.text,
        "source": step.source,
        "page": step.page if step.pack_page is None else step.pack_page,
    }


def topic_json(topic: Topic) -> Json:
    """Show one topic with every time it was spoken of."""
    return {
        "topic": topic.name,
        "followed": topic.followed,
        "mentions": [
            {
                "kind": one.kind,
                "date": day_text(one.day),
                "about": day_text(one.about),
                "text": one.text,
                "committee": one.committee,
                "source": one.source,
                "page": one.page if one.pack_page is None else one.pack_page,
            }
            for one in topic.mentions
        ],
    }
