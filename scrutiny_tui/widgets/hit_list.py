"""What a search found, grouped by the meeting it was said at, matched words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message

if TYPE_CHECKING:
    from db.models.passages import Passage

from scrutiny_tui.literal import join, line, literal, marked
from scrutiny_tui.services.amended import tell
from scrutiny_tui.services.models.finding import Hit
from scrutiny_tui.services.notes import PlacedNote
from scrutiny_tui.widgets.note_rows import note_rows, quoted_passage
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.snippet import amended, snippet, tidy, what
from scrutiny_tui.widgets.times import count, day_text, short_committee

Group = tuple[str, date | None]
"""A committee and the day."""


@dataclass(frozen=True, slots=True)
class More:
    """The last row, where there may be more than is shown."""


class HitList(RowList):
    """The hits; above the first one stands the field."""

    class Above(Message):
        """The person goes up from the first row."""

    def show_hits(
        self, hits: Sequence[Hit], now: datetime, *, more: bool, notes: Sequence[PlacedNote] = ()
    ) -> None:
        """List hits, best meeting first; above them what the member marked and noted."""
        rows = list(note_rows(notes, now, every=True))
        shared = common_reasons(hits)
        for (committee, day), members in grouped(hits).items():
            when = day_text(day, now) if day else "no date"
            title = Content.assemble(
                (when, "bold $primary"), "  ", line(short_committee(committee), "$primary")
            )
            rows.append(ModelRow(Content.assemble("\n " if rows else " ", title)))
            rows += (ModelRow(hit_row(hit, shared), hit) for hit in members)
        if more:
            rows.append(
                ModelRow(Content.styled("\n  More: show the next best as well", "$text-muted"), More())
            )
        self.show(rows)

    @property
    def hit(self) -> Hit | None:
        """The hit under the cursor."""
        return self.model if isinstance(self.model, Hit) else None

    @property
    def note(self) -> PlacedNote | None:
        """The member's own note or mark under the cursor."""
        return self.model if isinstance(self.model, PlacedNote) else None

    @property
    def passage(self) -> Passage | None:
        """The words under the cursor, to quote: a hit's, or those a note is on."""
        return quoted_passage(self.note) if self.note else self.hit.passage if self.hit else None

    def action_cursor_up(self) -> None:
        """Move up; from the first row, out of the list."""
        enabled = (at for at, option in enumerate(self.options) if not option.disabled)
        if self.highlighted in (None, next(enabled, None)):
            self.post_message(self.Above())
        else:
            super().action_cursor_up()


def grouped(hits: Sequence[Hit]) -> dict[Group, list[Hit]]:
    """Hits by meeting, in the order of each meeting's best."""
    groups: dict[Group, list[Hit]] = {}
    for hit in hits:
        passage = hit.passage
        groups.setdefault((passage.committee, passage.said_on or passage.meeting_date), []).append(hit)
    return groups


def hit_row(hit: Hit, said_already: Sequence[str] = ()) -> Row:
    """One hit: what it is, where it stands, the words around what matched, and how they came to match."""
    passage = hit.passage
    page = f"p{passage.pack_page}" if passage.pack_page else f"file p{passage.page}"
    columns = (
        Column(Content(""), 0),
        Column(what(hit), 16),
        Column(line(passage.heading, "bold")),
        Column(Content.styled(page, "$text-muted"), 9, right=True),
    )
    return Row(columns, after=_after(hit, said_already), indent=4)


def _after(hit: Hit, said_already: Sequence[str]) -> Content:
    """The words, how an unlike one came to match, and where else the same words stand."""
    also = f"also in {count(len(hit.also_in), 'other paper')}" if hit.also_in else ""
    reasons = [line(why, "$text-muted") for why in tidy(x for x in hit.why if x not in said_already)]
    note = join((amended(hit), *reasons, Content.styled(also, "$text-muted")))
    return Content.assemble(snippet(hit, 180), *(("\n", note) if note else ()))


def preview(hit: Hit, up_to: int | None = None) -> Content:
    """A whole passage with what matched in it, and where it stands; or its words up to a place only."""
    passage = hit.passage
    where = f"pack page {passage.pack_page}" if passage.pack_page else f"page {passage.page} of the file"
    held = (
        f"in the papers of {passage.meeting_date.day} {passage.meeting_date:%B %Y}"
        if passage.meeting_date
        else ""
    )
    parts = [
        join((what(hit), line(passage.heading, "bold"))),
        Content.styled(f"{where} {held}".strip(), "$text-muted"),
        Content(""),
        marked(passage.text, hit.spans)[:up_to],
    ]
    if up_to is not None:
        return Content("\n").join(parts)
    for note in hit.amended:
        parts += [Content(""), literal(f"△ {tell(note)}", "$warning")]
    if hit.why:
        parts += [Content(""), line("Found by " + "; ".join(tidy(hit.why)), "$text-muted")]
    if hit.also_in:
        parts += [Content(""), literal("The same words: " + "; ".join(hit.also_in), "$text-muted")]
    return Content("\n").join(parts)


def note_preview(one: PlacedNote) -> Content:
    """A note in full, and the words it is on with where they stand."""
    parts = [
        Content.styled("your note" if one.note.text else "marked by you", "$accent"),
        line(one.citation, "$text-muted"),
        Content(""),
        *((literal(one.note.text, "$accent"), Content("")) if one.note.text else ()),
        literal(f"“{one.note.quote}”"),
    ]
    return Content("\n").join(parts)


def count_line(hits: Sequence[Hit], notes: int = 0, *, more: bool) -> Content:
    """How much was found and, where most came by the same unlike word, how."""
    own = Content(f"{notes} of your notes" if notes else "")
    if not hits:
        return own
    passages = f"{'the best ' if more else ''}{count(len(hits), 'passage')}"
    found = Content(f"{passages} of {count(len(grouped(hits)), 'meeting')}")
    return join((*(line(why) for why in tidy(common_reasons(hits))), own, found))


def common_reasons(hits: Sequence[Hit]) -> tuple[str, ...]:
    """How unlike words came to match, as far as it is the same for most hits: said once, above them."""
    times = Counter(why for hit in hits for why in hit.why)
    return tuple(why for why, number in times.items() if 2 * number > len(hits))
