"""The field a question is written in: whatever is typed is on the desk within a third of a second."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from textual import events, on, work
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from scrutiny_tui.literal import visible
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.templates import blanks
from scrutiny_tui.widgets.text_places import changed_part, index_of, place_of

PAUSE = 0.3
"""Seconds from a keystroke until it is kept, however fast one goes on typing."""

Save = Callable[[str], Awaitable[None]]
SaveNow = Callable[[str], None]


class QuestionEditor(TextArea):
    """A text area that keeps its words; leaving it, its screen or the app keeps them at once."""

    @dataclass
    class Kept(Message):
        """These words are on the desk."""

        text: str

    @dataclass
    class NotKept(Message):
        """The words could not be kept; the next keystroke tries again."""

        why: str

    def __init__(self, save: Save, save_now: SaveNow) -> None:
        """Remember how to keep words: while the app runs, and when there is no time left."""
        super().__init__(soft_wrap=True, compact=True, show_line_numbers=False)
        self._save, self._save_now = save, save_now
        self._kept = ""
        self._begun = False
        self._timer: Timer | None = None
        self._saving = False

    def begin(self, text: str, earlier: Sequence[str] = ()) -> None:
        """Show words that are on the desk already; what was typed while they were fetched follows them.

        Args:
            text: the words.
            earlier: what they were before, the latest last; undo goes back through them.
        """
        typed, self._kept = self.text, visible(text)
        self._begun = True
        first, *later = [*map(visible, earlier), self._kept]
        self.load_text(first)
        with self.prevent(TextArea.Changed):
            for words in later:
                self.put(words)
        if typed:
            self.insert(typed, self.document.end)
        self.move_cursor(self.document.end)

    def put(self, text: str) -> None:
        """Make these the words, as one change that can be undone."""
        before = self.text
        start, end, words = changed_part(before, visible(text))
        self.history.checkpoint()
        self.replace(words, place_of(before, start), place_of(before, end))
        self.move_cursor(self.document.end)
        self.history.checkpoint()

    def fill_in(self, text: str) -> None:
        """Put a template's words where the cursor is, and go to its first blank."""
        start, end = sorted(self.selection)
        before = self.get_text_range((0, 0), start)
        space = "" if not before or before[-1].isspace() else " "
        self.history.checkpoint()
        self.replace(space + text, start, end)
        self.move_cursor(start)
        self.next_blank()

    def next_blank(self, back: bool = False) -> bool:
        """Select the next blank (or the one before), to be typed over; False where there is none."""
        found = blanks(self.text)
        if not found or self.read_only:
            return False
        start, end = sorted(self.selection)
        at = index_of(self.text, start if back else end)
        ahead = [span for span in found if (span[1] <= at if back else span[0] >= at)]
        first, last = (ahead or found)[-1 if back else 0]
        self.selection = Selection(place_of(self.text, first), place_of(self.text, last))
        return True

    async def _on_key(self, event: events.Key) -> None:
        """Let `tab` go to the next blank while there is one."""
        if event.key in ("tab", "shift+tab") and self.next_blank(back=event.key == "shift+tab"):
            event.stop()
            event.prevent_default()

    def edit(self, edit: Edit) -> EditResult:
        """Change the words; what is pasted comes in with its control characters made visible."""
        edit.text = visible(edit.text)
        return super().edit(edit)

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not on the desk; none are before those on it are known."""
        return self._begun and self.text != self._kept

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.dirty and self._timer is None:
            self._timer = self.set_timer(PAUSE, self._keep)

    def on_blur(self) -> None:
        """Another widget has the focus: keep what there is."""
        if self.dirty:
            self._keep()

    @work(group="keep")
    async def _keep(self) -> None:
        """Keep until nothing is left to keep; what is typed meanwhile is kept too."""
        self._stop()
        if self._saving:
            return
        self._saving = True
        try:
            while self.dirty:
                text = self.text
                await self._save(text)
                self._kept = text
                self.post_message(self.Kept(text))
        except ServiceError as error:
            self.post_message(self.NotKept(str(error)))
        finally:
            self._saving = False

    def flush(self) -> None:
        """Keep at once and wait for it.

        Raises:
            ServiceError: the words could not be kept.
        """
        self._stop()
        if self.dirty:
            text = self.text
            self._save_now(text)
            self._kept = text

    def on_unmount(self) -> None:
        """Nothing is lost by leaving."""
        self.flush()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
