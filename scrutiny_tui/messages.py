"""What screens and widgets ask of the App: to go somewhere, to open something, to say something changed.

Screens never import the App nor each other: they post one of these, it bubbles up, and the App pushes
the screen that answers it. They carry ids or models, never widgets. Two are never the same: what was
asked once may be asked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.models.papers import AgendaItem, Meeting, StoredDocument
    from db.models.passages import Passage
    from scrutiny_tui.services.models.finding import Hit
    from scrutiny_tui.services.models.reading import PageNumber


@dataclass(eq=False)
class Ask(Message):
    """Root of the requests: the place of `dataclass` and bubbling is said once."""


@dataclass(eq=False)
class Open(Ask):
    """Root of the requests that open a screen on top of this one."""


@dataclass(eq=False)
class Visit(Ask):
    """Root of the requests that go to a place's first screen, which is told by `arrive`."""

    place: ClassVar[str]


@dataclass(eq=False)
class Jumped(Ask):
    """Inside a screen one went far from `spot`, which is where going back leads."""

    spot: object


@dataclass(eq=False)
class OpenMeeting(Open):
    """Open a meeting, at an agenda item where its title is given."""

    meeting_id: int
    item_title: str = ""


@dataclass(eq=False)
class OpenReader(Open):
    """Read a document.

    Attributes:
        document_id: which.
        page: the file's page; None opens where the reader left off.
        find: words to find and mark there, or "".
        passage: the passage to stand at, or None.
        words: words of that passage to mark, as printed.
    """

    document_id: int
    page: int | None = None
    find: str = ""
    passage: Passage | None = None
    words: tuple[str, ...] = ()


@dataclass(eq=False)
class OpenEarly(Open):
    """Read a page of the pack being imported before it is filed.

    Attributes:
        asked: `64` for the file's page 64, `p59` for the page stamped 59.
    """

    asked: str


def read_hit(hit: Hit) -> OpenReader:
    """Read on at what a search found, its words marked."""
    passage = hit.passage
    return OpenReader(passage.document_id, passage.page, passage=passage, words=hit.words)


@dataclass(eq=False)
class OpenOriginal(Ask):
    """Open the original file in the system's viewer, at the file's page where the viewer can."""

    document: StoredDocument
    page: int = 1


@dataclass(eq=False)
class OpenPicture(Open):
    """Show a page of a document as it looks.

    Attributes:
        document: the file.
        page: of it.
        numbers: those stamped on its pages.
        turned: is told every page turned to, so that reading goes on there.
    """

    document: StoredDocument
    page: int = 1
    numbers: tuple[PageNumber, ...] = ()
    turned: Callable[[int], None] | None = None


@dataclass(eq=False)
class AskQuestion(Ask):
    """Begin a question; with `evidence` or `quote` it starts with those words quoted.

    Attributes:
        meeting: the meeting it is for.
        item: the agenda item, or None.
        evidence: a passage to quote, or None.
        quote: the words of it to quote; "" quotes the passage.
        text: what the question begins with.
    """

    meeting: Meeting
    item: AgendaItem | None = None
    evidence: Passage | None = None
    quote: str = ""
    text: str = ""


@dataclass(eq=False)
class OpenNotes(Open):
    """Open all marks and notes on a meeting's papers."""

    meeting: Meeting


@dataclass(eq=False)
class OpenBrief(Open):
    """Open the member's brief for a meeting."""

    meeting: Meeting


@dataclass(eq=False)
class OpenQuestion(Open):
    """Open a question that was begun."""

    question_id: int


@dataclass(eq=False)
class OpenRegister(Open):
    """Open the clerk's register of questions received."""


@dataclass(eq=False)
class SearchFor(Visit):
    """Go to Search with these words in the field ("" leaves what stands there)."""

    place = "search"

    text: str = ""


@dataclass(eq=False)
class ShowDeadlines(Visit):
    """Go to Deadlines, one committee's only ("" shows all)."""

    place = "deadlines"

    committee: str = ""


@dataclass(eq=False)
class ShowQuestions(Visit):
    """Go to the member's questions."""

    place = "questions"


@dataclass(eq=False)
class ShowPromised(Visit):
    """Go to Actions, and there to what was promised for a meeting and is not on its agenda."""

    place = "actions"

    meeting: Meeting | None = None


@dataclass(eq=False)
class ShowEarlier(Open):
    """Show all that was said earlier on an agenda item's topic."""

    item: AgendaItem
    meeting: Meeting
    recommendations: tuple[str, ...] = ()


@dataclass(eq=False)
class StartImport(Open):
    """Open the import screen."""


@dataclass(eq=False)
class OpenSettings(Open):
    """Open the settings."""


@dataclass(eq=False)
class OpenDemo(Ask):
    """Leave this library for the demo's, to be shown round there or not."""

    touring: bool = False


@dataclass(eq=False)
class TakeTour(Ask):
    """Take the tour, or go on with it."""


@dataclass(eq=False)
class SettingsChanged(Ask):
    """The settings hold anew: theme, keys and glyphs follow, and whoever counts by them looks again."""


@dataclass(eq=False)
class LibraryChanged(Ask):
    """Something was imported: whoever shows the library looks again."""


@dataclass(eq=False)
class QuestionsChanged(Ask):
    """A question was begun, changed its state or went: whoever counts them looks again."""
