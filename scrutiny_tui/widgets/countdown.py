"""How a deadline stands: a mark, the words, and a colour that only repeats them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from textual.content import Content

from scrutiny_tui.services.wording import countdown

if TYPE_CHECKING:
    from scrutiny_tui.services.models.deadlines import Deadline

_SOON = 3 * 86400
MARKS = (
    ("●", "questions close today"),
    ("◕", "within three days"),
    ("○", "later"),
    ("×", "closed"),
    ("?", "no deadline, or one in words only"),
)


def countdown_text(deadline: Deadline | None, now: datetime) -> Content:
    """A deadline as `● closes today 23:59 (14 h 47 m left)`.

    Args:
        deadline: the one to show; None says that none is printed.
        now: the app's clock.
    """
    mark, style = _look(deadline, now)
    return Content.styled(f"{mark} {countdown(deadline, now)}", style)


def _look(deadline: Deadline | None, now: datetime) -> tuple[str, str]:
    if deadline is None or deadline.due is None:
        return "?", "$text-muted"
    left = (deadline.due - now).total_seconds()
    if left < 0:
        return "×", "$text-muted"
    if deadline.due.date() == now.date():
        return "●", "bold $error"
    return ("◕", "$warning") if left < _SOON else ("○", "$success")
