"""A passage in a list: when, what it is, and the words around what matched."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content

from scrutiny_tui.literal import line, marked
from scrutiny_tui.services.models import Hit
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import day_text, short_committee


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
    return Row(head, after=snippet(hit, 150), indent=2)


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
        after=Content.assemble(snippet(hit, 420), "\n "),
        indent=17,
    )
