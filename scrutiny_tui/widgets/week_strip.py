"""The coming deadlines on a strip of days: how many close on each, and how soon, at one look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from scrutiny_tui.widgets.countdown import countdown_text
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from scrutiny_tui.services.models.deadlines import Deadline

DAY = 5
"""Cells a day takes."""
_LATER = 9  # cells for what closes after the last day shown


class WeekStrip(Static):
    """Days from today on, as many as there is room for; a mark and a number where questions close."""

    class Chosen(Message):
        """A day was clicked."""

        def __init__(self, day: date) -> None:
            """Say which."""
            super().__init__()
            self.day = day

    def __init__(self, id: str) -> None:
        """Make an empty strip."""
        super().__init__("", id=id)
        self._due: tuple[Deadline, ...] = ()
        self._now = datetime.min

    def show(self, deadlines: Iterable[Deadline], now: datetime) -> None:
        """Show these deadlines, from the clock's day on."""
        self._due, self._now = tuple(deadlines), now
        self._draw()

    def on_resize(self) -> None:
        """Show as many days as there is room for."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """A click on a day asks for its deadlines."""
        x = event.x - 2
        if x >= 0 and self._due:
            self.post_message(self.Chosen(self._now.date() + timedelta(days=x // DAY)))

    def _draw(self) -> None:
        room = max(0, self.size.width - 3 - _LATER) // DAY
        if not self._due or not room:
            self.update("")
            return
        first = self._now.date()
        days = [first + timedelta(days=n) for n in range(min(room, 28))]
        told = Counter(one.due.date() for one in self._due if one.due and one.due.date() >= first)
        by_day = {one.due.date(): one for one in reversed(self._due) if one.due}
        names, marks = [Content(" ")], [Content(" ")]
        for day in days:
            names.append(_name(day, first, bool(told[day])))
            marks.append(_mark(by_day.get(day), told[day], self._now, weekend=day.weekday() > 4))
        later = sum(number for day, number in told.items() if day > days[-1])
        tail = Content.styled(f" later {later}" if later else "", "$text-muted")
        self.update(Content("\n").join([Content("").join(names), Content.assemble(*marks, tail)]))
        self.tooltip = Content(
            f"{count(sum(told.values()), 'deadline')}; a click on a day goes to its first."
        )


def _name(day: date, first: date, wanted: bool) -> Content:
    """`Mo18 `; today in bold, weekends and empty days quiet."""
    style = "bold $foreground" if day == first else "$foreground" if wanted else "$text-muted"
    return Content.styled(f"{day:%a}"[:2] + f"{day.day:<{DAY - 2}}", style)


def _mark(soonest: Deadline | None, number: int, now: datetime, *, weekend: bool) -> Content:
    """How many close on a day, with the mark of how soon; a dot, or a dash on weekends, for none."""
    if soonest is None or not number:
        return Content.styled(("-" if weekend else "·").ljust(DAY), "$text-muted")
    said = countdown_text(soonest, now)
    words = f"{said.plain[0]}{number if number > 1 else ''}".ljust(DAY)
    return Content.styled(words, said.spans[0].style if said.spans else "")
