"""What every full screen has: its table of keys, the top line, the foot, and a way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from scrutiny_tui.keys import EVERYWHERE, Key
from scrutiny_tui.widgets.dialog import Dialog
from scrutiny_tui.widgets.foot import Foot
from scrutiny_tui.widgets.labels import put
from scrutiny_tui.widgets.place_bar import PlaceBar
from scrutiny_tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.widget import Widget

    from scrutiny_tui.messages import Ask, Open


class PlaceScreen(Screen[None]):
    """A screen with the top line and the foot.

    Subclasses give `TITLE`, `KEYS`, `body`, and `MARKS`: the signs they use with their meanings, for `?`.
    `BINDINGS` must be said once more in the subclass (`BINDINGS = bindings(KEYS)`), for Textual gathers
    them by class.
    """

    asked_by: Open | None = None
    """What was asked for to open this screen; None for the first of a place."""

    _only_covered = False

    KEYS: ClassVar[tuple[Key, ...]] = ()
    MARKS: ClassVar[tuple[tuple[str, str], ...]] = ()

    def compose(self) -> ComposeResult:
        """Lay out top line, body and foot."""
        # Told of the window's width once all stands, Textual would style and lay out all a second time.
        widths = self.app.HORIZONTAL_BREAKPOINTS or []
        self.add_class(*self._get_breakpoint_classes(self.app.size.width, widths))
        yield PlaceBar()
        yield from self.body()
        yield Foot(self.KEYS, EVERYWHERE)

    def body(self) -> ComposeResult:
        """What stands between top line and foot."""
        yield from ()

    @property
    def focus_chain(self) -> list[Widget]:
        """What `tab` goes through, in the order it is composed in.

        Textual orders it by where each widget was laid out last; a list that was filled a moment ago was laid
        out nowhere yet, and `tab` went there first.
        """
        composed = {widget: at for at, widget in enumerate(self.walk_children())}
        return sorted(super().focus_chain, key=lambda widget: composed.get(widget, 0))

    @property
    def is_current(self) -> bool:
        """Whether it is seen: Textual paints all of a full screen over it for each change of one below."""
        return super().is_current and (self.app.screen is self or isinstance(self.app.screen, ModalScreen))

    def _compositor_refresh(self) -> None:
        """Paint once where all is laid out and painted anew, for which Textual paints twice."""
        if self._repaint_required and not self.app._batch_count:
            self._repaint_required = False
            self._compositor.update_widgets({self})
        super()._compositor_refresh()

    def keys_here(self) -> tuple[Key, ...]:
        """The keys that matter now, for `?` and the palette."""
        return self.KEYS

    def on_screen_suspend(self) -> None:
        """Know whether another screen came, or only a box that gives back what it changes."""
        self._only_covered = isinstance(self.app.screen, Dialog)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """What other screens changed shows when one comes back; its styles followed the theme."""
        event.refresh_styles = False
        if not self._only_covered:
            self.look_again()

    def _on_unmount(self) -> None:
        """Let the App let go of what followed it here, or it would keep every screen that was ever open."""
        for following in getattr(self.app, "__watchers", {}).values():
            following[:] = [one for one in following if not one[0]._closing]

    def look_again(self) -> None:
        """Read what is shown from the services again: something changed elsewhere."""

    def arrive(self, request: Ask) -> None:
        """Be told why one was sent here (`SearchFor`, `ShowDeadlines`)."""

    @property
    def spot(self) -> object:
        """Where in this screen one is, for going back to it; None where it has no spots."""
        return None

    def return_to(self, spot: object) -> None:
        """Go back to a spot of this screen, which may have been opened anew."""

    def flush(self) -> None:
        """Write down at once what is not written yet; called before the app quits."""

    def action_open(self) -> None:
        """Open the row under the cursor of the list in focus, else of the first list."""
        rows = self.focused if isinstance(self.focused, RowList) else next(iter(self.query(RowList)), None)
        if rows is not None:
            rows.action_select()

    def set_text(self, selector: str, content: Content) -> None:
        """Put content into one of this screen's labels."""
        put(self.query_one(selector, Static), content)
