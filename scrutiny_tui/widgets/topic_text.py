"""What a topic says in the list and beside it: its years at a glance, each mention on the line of time."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.literal import join, line, literal
from scrutiny_tui.widgets.passages import loose_passage
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.times import count, short_committee, short_date

if TYPE_CHECKING:
    from db.models.passages import Passage
    from scrutiny_tui.services.topics import Mention, MentionKind, Topic

_BARS = "▁▂▃▄▅▆▇█"
_YEARS = 8
SIGNS: dict[MentionKind, str] = {
    "agenda": "▪",
    "minute": "•",
    "action": "○",
    "promise": "○",
    "planned": "→",
    "tracker": "◐",
}
WORDS: dict[MentionKind, str] = {
    "agenda": "on the agenda",
    "minute": "minuted",
    "action": "action",
    "promise": "promise",
    "planned": "planned",
    "tracker": "reported by the tracker",
}
MARKS = (*((SIGNS[kind], words) for kind, words in WORDS.items() if kind != "action"), ("★", "you follow it"))


def topic_row(topic: Topic, today: date) -> Row:
    """A topic in the list: its name, how often and when it was last spoken of."""
    star = Content.styled("★ ", "bold $warning") if topic.followed else Content("")
    first, last = topic.days[0] if topic.days else None, topic.last
    span = f"{first:%Y}–{last:%Y}" if first and first.year != last.year else f"{last:%Y}" if first else ""
    told = count(len(topic.mentions), "mention")
    under = join(
        [line(f"last {short_date(last)}" if first else "no date"), line(told), line(years(topic, today))]
    )
    return Row(
        (
            Column(Content.assemble(star, line(topic.name, "bold" if topic.followed else ""))),
            Column(Content.styled(span, "$text-muted"), 9, right=True),
        ),
        after=under.stylize("$text-muted"),
        indent=2,
    )


def years(topic: Topic, today: date) -> str:
    """A topic's years as small bars, the last of them this year: `2024 ▁▁▅█`; "" for one year only."""
    told = Counter(day.year for day in topic.told or ())
    if len(told) < 2:
        return ""
    end = max(today.year, max(told)) if max(told) >= today.year - 1 else max(told)
    begin = max(min(told), end - _YEARS + 1)
    most = max(told.values())
    bars = [
        _BARS[-(-told[year] * (len(_BARS) - 1) // most)] if told[year] else " "
        for year in range(begin, end + 1)
    ]
    return f"{begin} {''.join(bars)} {end}"


def topic_head(topic: Topic) -> Content:
    """A topic's name and what the member made of it, above its line of time."""
    made = join(
        [
            Content.styled("★ followed", "bold $warning") if topic.followed else Content(""),
            Content("named by you") if topic.named else Content(""),
            line(" and ".join(sorted({short_committee(one.committee) for one in topic.mentions}))),
        ]
    )
    return Content.assemble(line(topic.name, "bold $primary"), "\n", made)


def mention_row(mention: Mention) -> Row:
    """A mention on the line of time: when, what it was, where it stands, and its words."""
    page = f"p{mention.pack_page}" if mention.pack_page is not None else f"file p{mention.page}"
    what = WORDS[mention.kind]
    if mention.about is not None and mention.kind in ("planned", "action", "promise"):
        what += f" for {short_date(mention.about)}"
    head = Content.assemble(f"{SIGNS[mention.kind]} ", (f"{short_date(mention.day):<12}", "bold"), line(what))
    return Row(
        (Column(head), Column(Content.styled(page, "$text-muted"), 9, right=True)),
        after=literal(mention.text),
        indent=2,
    )


def as_passage(mention: Mention) -> Passage:
    """A mention as a passage to open and to quote."""
    return loose_passage(
        mention.document_id,
        mention.source,
        mention.page,
        mention.pack_page,
        mention.text,
        committee=mention.committee,
        day=mention.day,
        kind="agenda" if mention.kind == "agenda" else "action",
    )
