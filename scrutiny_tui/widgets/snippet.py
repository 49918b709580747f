"""A passage in a list: when, what it is, and the words around what matched."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, marked
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import count, day_text, short_committee

if TYPE_CHECKING:
    from scrutiny_tui.services.models.finding import Hit

_SIGNS = (" → ", " = ")
"""What stands between a typed word and a word of the library, and between an acronym and its long form."""


def snippet(hit: Hit, length: int = 240) -> Content:
    """The words around the first match, matched words marked; long passages are cut with `…`."""
    text = hit.passage.text
    first = hit.spans[0][0] if hit.spans else 0
    begin = 0 if first < length // 2 else text.rfind(" ", 0, first - length // 4) + 1
    end = len(text) if len(text) - begin <= length else text.rfind(" ", begin + length // 2, begin + length)
    end = end if end > begin else begin + length
    cut = marked(
        text[begin:end].replace("\n", " "),
        [(max(a, begin) - begin, min(b, end) - begin) for a, b in hit.spans if a < end and b > begin],
    )
    return Content.assemble("…" if begin else "", cut, "…" if end < len(text) else "")


def tidy(reasons: Iterable[str]) -> tuple[str, ...]:
    """How unlike words came to match, each typed word said once: `exlcusion → exclusion, exclusions`."""
    means: dict[str, list[str]] = {}
    for reason in reasons:
        for sign in _SIGNS:
            typed, found, meant = reason.partition(sign)
            if found:
                means.setdefault(typed + sign, []).append(meant)
                break
        else:
            means.setdefault(reason, [])
    return tuple(head + _between(head).join(dict.fromkeys(meant)) for head, meant in means.items())


def _between(head: str) -> str:
    return " or " if head.endswith(_SIGNS[1]) else ", "


def amended(hit: Hit) -> Content:
    """That later minutes changed a passage, and when; nothing where none did."""
    days = [f"{note.said_on.day} {note.said_on:%b %Y}" for note in hit.amended if note.said_on]
    when = f" {', '.join(dict.fromkeys(days))}" if days else ""
    return Content.styled(f"△ amended{when}" if hit.amended else "", "bold $warning")


def what(hit: Hit) -> Content:
    """What a passage is: `minute 7.1`, `report 2.4`, `work plan` (which its heading names)."""
    passage = hit.passage
    words = "work plan" if passage.kind == "work-programme" else f"{passage.kind} {passage.ref}"
    return line(words, "$text-muted")


def said(hit: Hit, now: datetime) -> Content:
    """When it was said: `Thu 16 Jan 2031`, with its year where that is not the clock's."""
    day = hit.passage.said_on or hit.passage.meeting_date
    return Content(day_text(day, now) if day else "no date")


def short_row(hit: Hit, now: datetime) -> Row:
    """A passage in two or three lines, for a panel."""
    heading = line(hit.passage.heading, "$text-muted")
    head = (Column(said(hit, now), 15), Column(what(hit), 13), Column(heading))
    return Row(head, after=_with_remark(snippet(hit, 150), hit), indent=2)


def _with_remark(words: Content, hit: Hit) -> Content:
    """The words and, where there is more to know of them, a line of it."""
    also = f"also in {count(len(hit.also_in), 'other paper')}" if hit.also_in else ""
    remark = join((amended(hit), Content.styled(also, "$text-muted")))
    return Content.assemble(words, "\n", remark) if remark else words


def long_row(hit: Hit, now: datetime) -> Row:
    """A passage whole, with where it stands, for a list of its own."""
    passage = hit.passage
    page = f"pack page {passage.pack_page}" if passage.pack_page else f"page {passage.page} of the file"
    heading = (
        line(passage.heading, "bold") if passage.heading else line(short_committee(passage.committee), "bold")
    )
    return Row(
        (
            Column(said(hit, now), 15),
            Column(what(hit), 16),
            Column(heading),
            Column(Content.styled(page, "$text-muted"), 20, right=True, from_width=90),
        ),
        after=Content.assemble(_with_remark(snippet(hit, 420), hit), "\n "),
        indent=17,
    )
