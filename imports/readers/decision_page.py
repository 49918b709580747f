"""A decision as a council's web site gives it (Modern.gov's `ieDecisionDetails`), read by its fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from imports.model.agenda import LinkedPaper
from imports.patterns import regex
from imports.readers.meeting import WebItem, WebMeeting
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.readers.markup import Piece

_NAME = (
    r"decision[- ](?:maker|taker)|decision (?:status|type)|(?:is )?key decision\??"
    r"|(?:is )?subject to call[- ]?in\??|decisions?(?: taken| made)?|purpose"
    r"|reasons? for (?:the |this )?decisions?|alternative options(?: considered)?(?: and rejected)?"
    r"|options considered|reason key|notice of proposed decision"
    r"|report author|contact(?: name| officer)?|publication date|date of decision|decision (?:date|due date)"
    r"|effective from|current state|wards? affected|divisions? affected|consultation(?: undertaken)?"
    r"|interests.{0,40}"
    r"|declarations?.{0,40}|decided at meeting|accompanying documents|background papers|made by|lead officer"
    r"|financial implications|legal implications|topics|this decision.{0,40}"
)
_LABEL = regex(rf"(?P<name>{_NAME})\s*(?::|\?)\s*:?\s*(?P<rest>.*)|(?P<alone>{_NAME})\s*", re.IGNORECASE)
_PAGE = regex(r"^(?:issue|decision)(?: details)?\b(?!s)|decision details", re.IGNORECASE)
_DECISION = regex(r"decisions?(?: taken| made)?", re.IGNORECASE)
# The day and the body that decided, as one link ("19/10/2033 - Housing Committee").
_DATED = regex(r"^\d[\d/]*\s*[-–]\s*")
_NOT_TITLE = regex(r"(?:issue|decision) details|decisions?|home|search", re.IGNORECASE)


def read_decision(
    pieces: Sequence[Piece], title: str, papers: Iterable[tuple[str, str]]
) -> WebMeeting | None:
    """Read a decision's page; None where a page is none.

    Args:
        pieces: of the page, without its tables.
        title: of the page.
        papers: those the page points at, as (caption, address).
    """
    fields = _fields(pieces)
    made = next((fields[name] for name in fields if name.startswith(("date of dec", "decision date"))), [])
    days = find_dates(" ".join(made))
    decided = next((words for name, words in fields.items() if _DECISION.fullmatch(name) and words), None)
    subject = _subject(pieces, title)
    called = _PAGE.search(title) or any(
        _PAGE.search(piece.text) for piece in pieces if piece.kind == "heading"
    )
    if not called or decided is None or not subject:
        return None
    maker = next(
        (fields[name] for name in fields if name.startswith(("decision maker", "decision-m", "made by"))), []
    )
    taken_at = _DATED.sub("", " ".join(fields.get("decided at meeting", [])))
    said = [f"{name.capitalize()}: {' '.join(words)}" for name, words in fields.items() if words]
    told = [text for text in said if not _DECISION.match(text)]
    item = WebItem(None, subject, minutes=["Decision:", *decided], description=told)
    item.links = [LinkedPaper(name or subject, url, None, subject) for name, url in papers]
    notes = [text for text in said if re.match(r"contact|report author|lead officer", text, re.IGNORECASE)]
    return WebMeeting(
        committee=" ".join(maker) or taken_at or None,
        date=days[0].date if days else None,
        items=[item],
        notes=notes,
        kind="decision notice",
    )


def _fields(pieces: Sequence[Piece]) -> dict[str, list[str]]:
    """What stands behind or below each label."""
    fields: dict[str, list[str]] = {}
    under: list[str] | None = None
    for piece in pieces:
        label = _LABEL.fullmatch(piece.text.strip())
        if label:
            under = fields.setdefault((label["name"] or label["alone"]).casefold(), [])
            if label["rest"]:
                under.append(label["rest"].strip())
        elif under is not None and piece.kind != "heading":
            under.append(piece.text)
        else:
            under = None
    return fields


def _subject(pieces: Sequence[Piece], title: str) -> str:
    """What was decided on: the heading below the page's own, else the page's title."""
    for piece in pieces:
        if (
            piece.kind == "heading"
            and not _LABEL.fullmatch(piece.text)
            and not _NOT_TITLE.fullmatch(piece.text)
        ):
            return re.sub(r"^(?:issue|decision)(?: details)?\s*[-–:]\s*", "", piece.text, flags=re.IGNORECASE)
    return re.split(r"\s+(?:::|[-–|])\s+", title)[1] if re.search(r"\s[-–|]\s", title) else ""
