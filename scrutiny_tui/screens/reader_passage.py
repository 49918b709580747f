"""What a member does with the passage under the reading cursor."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import getters, on, work
from textual.content import Content

from scrutiny_tui.literal import line, lines, literal, say, visible
from scrutiny_tui.messages import AskQuestion, OpenNotes, OpenOriginal, OpenPicture
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.widgets.link_dialog import follow, link_dialog
from scrutiny_tui.widgets.links import Address, addresses
from scrutiny_tui.widgets.meeting_choice import choose_meeting, still_to_come
from scrutiny_tui.widgets.page_view import PageView, Wanted
from scrutiny_tui.widgets.passages import Quoted, words_at
from scrutiny_tui.widgets.question_text import question_name
from scrutiny_tui.widgets.reader_outline import heading_at
from scrutiny_tui.widgets.small_dialogs import ChoiceDialog, NoteDialog, TextDialog

if TYPE_CHECKING:
    from db.models.notes import Note
    from db.models.papers import AgendaItem, StoredDocument
    from scrutiny_tui.screens.reader_services import MeetingService, NotesService, QuotingService
    from scrutiny_tui.services.models.meeting import MeetingDetail
    from scrutiny_tui.services.models.reading import Explained, OpenDocument
    from scrutiny_tui.widgets.times import Clock


class PassageScreen(PlaceScreen):
    """A screen with a `PageView` and keys for the passage in hand."""

    view = getters.query_one(PageView)

    def __init__(
        self, notes: NotesService, meetings: MeetingService, questions: QuotingService, clock: Clock
    ) -> None:
        """Remember what to ask."""
        super().__init__()
        self._keeping, self._meetings, self._quoting, self._clock = notes, meetings, questions, clock
        self.opened: OpenDocument | None = None
        self._notes: tuple[Note, ...] = ()

    def quoted(self) -> Quoted | None:
        """The passage in hand; None while its page is not there, or where it has no words."""
        page = self.view.page
        words = "" if page is None else words_at(page, self.view.spot)
        if self.opened is None or page is None or not words:
            return None
        at = heading_at(self.opened.outline, self.view.spot)
        heading = "" if at is None else self.opened.outline[at].text
        return Quoted(self.opened.document, self.opened.meeting, page, heading, words)

    def _in_hand(self) -> Quoted | None:
        quoted = self.quoted()
        if quoted is None:
            say(self, "There are no words under the cursor here.", "warning")
        return quoted

    def _notes_on(self, quoted: Quoted) -> list[Note]:
        return [note for note in self._notes if (note.page, note.quote) == (quoted.page.number, quoted.words)]

    # --- marks and notes ------------------------------------------------------------------------

    @work(exclusive=True, group="notes")
    async def load_notes(self) -> None:
        """Show the member's marks and notes."""
        await self._show_notes()

    async def _show_notes(self) -> None:
        if self.opened is None:
            return
        try:
            self._notes = await self._keeping.notes(self.opened.document)
        except ServiceError as error:
            say(self, str(error), "error")
        by_page: dict[int, list[tuple[str, str]]] = {}
        for note in self._notes:
            by_page.setdefault(note.page, []).append((note.quote, note.text))
        self.view.show_notes(by_page)

    @work(exclusive=True, group="replaced")
    async def load_replaced(self, document: StoredDocument) -> None:
        """Mark what supplements changed in the text."""
        try:
            self.view.show_replaced(await self._keeping.replaced(document))
        except ServiceError as error:
            say(self, str(error), "error")

    async def _replace(self, quoted: Quoted, text: str | None) -> None:
        """Put one note in the place of all on these words; None takes them away."""
        before = self._notes_on(quoted)
        try:
            if text is not None:
                page = quoted.page
                await self._keeping.annotate(
                    quoted.document, quoted.meeting, page.number, page.pack_page, quoted.words, text
                )
            for note in before:
                await self._keeping.erase_note(note.id)
        except ServiceError as error:
            say(self, str(error), "error")
        await self._show_notes()

    @work(group="mark")
    async def action_mark(self) -> None:
        """Mark the passage; again, take the mark away. A note is not lost so easily."""
        quoted = self._in_hand()
        if quoted is None:
            return
        before = self._notes_on(quoted)
        if any(note.text for note in before):
            say(self, "A note stands on this passage: press t to change it or take it away.")
        else:
            await self._replace(quoted, None if before else "")

    @work(group="mark")
    async def action_note(self) -> None:
        """Write a note on the passage, or change the one that is there."""
        quoted = self._in_hand()
        if quoted is None:
            return
        before = "\n".join(note.text for note in self._notes_on(quoted) if note.text)
        text = await self.app.push_screen_wait(NoteDialog("Note", _short(quoted.shown), before))
        if text != before:
            await self._replace(quoted, text or None)

    def action_notes(self) -> None:
        """Show all marks and notes on the meeting's papers."""
        if self.opened is not None:
            self.post_message(OpenNotes(self.opened.meeting))

    # --- away from here -------------------------------------------------------------------------

    def action_copy(self) -> None:
        """Copy the passage with its citation."""
        quoted = self._in_hand()
        if quoted is not None:
            self.app.copy_to_clipboard(visible(quoted.with_citation))
            say(self, f"Copied, with its citation: {quoted.citation}{_kept_back(quoted)}")

    @work(exclusive=True, group="ask")
    async def action_ask(self) -> None:
        """Begin a question with the passage quoted; from papers of a meeting held, for a coming one."""
        quoted = self._in_hand()
        if quoted is None:
            return
        meeting, item = quoted.meeting, None
        try:
            if still_to_come(meeting, self._clock.now().date()):
                item = _item_of(await self._meetings.meeting(meeting.id), quoted)
            else:
                overview = await self._meetings.overview()
                chosen = await choose_meeting(self.app, overview, meeting.committee, self._clock.now())
                if chosen is None:
                    return
                meeting = chosen
        except ServiceError as error:
            say(self, str(error), "error")
            return
        self.post_message(AskQuestion(meeting, item, quoted.as_passage(), quoted.words))

    @work(exclusive=True, group="ask")
    async def action_quote(self) -> None:
        """Quote the passage in a question that was begun; the one written on last comes first."""
        quoted = self._in_hand()
        if quoted is None:
            return
        try:
            open_ones = [one for one in await self._quoting.all() if one.question.state in ("draft", "ready")]
            latest = sorted((one.question for one in open_ones), key=lambda one: one.updated_at, reverse=True)
            if not latest:
                say(self, "No question is begun yet: press a to begin one with this passage.")
                return
            chosen: str | None = str(latest[0].id)
            if len(latest) > 1:
                rows = [(str(one.id), question_name(one)) for one in latest]
                asking = ChoiceDialog("Quote this passage", Content("In which question?"), rows)
                chosen = await self.app.push_screen_wait(asking)
            question = next((one for one in latest if str(one.id) == chosen), None)
            if question is not None:
                page = quoted.page
                await self._quoting.quote(
                    question.id, quoted.document, page.number, page.pack_page, quoted.words, quoted.citation
                )
                say(self, f"Quoted in: {question_name(question).plain.strip()}{_kept_back(quoted)}")
        except ServiceError as error:
            say(self, str(error), "error")

    @work(exclusive=True, group="explain")
    async def action_explain(self) -> None:
        """Explain the acronyms of the passage, or else of its page, in its own pack's words first."""
        quoted = self._in_hand()
        if quoted is None:
            return
        try:
            place, terms = "in this passage", await self._keeping.explain(quoted.words, quoted.document)
            if not terms:
                words = "\n".join(block.text for block in quoted.page.blocks)
                place, terms = "on this page", await self._keeping.explain(words, quoted.document)
        except ServiceError as error:
            say(self, str(error), "error")
            return
        if terms:
            self.app.push_screen(TextDialog(f"Acronyms {place}", _explained(terms)))
        else:
            say(self, "Neither your papers nor the general list explains an acronym of this page.")

    def action_original(self) -> None:
        """Open the original at this page."""
        if self.opened is not None:
            self.post_message(OpenOriginal(self.opened.document, self.view.spot.page))

    def action_picture(self) -> None:
        """Show this page as it looks."""
        if self.opened is not None:
            opened, start = self.opened, self.view.spot

            def turned(page: int) -> None:
                """Read on at the page that was looked at last."""
                if page == start.page:
                    self.view.go(start)
                else:
                    self.view.stand_at(Wanted(page))

            self.post_message(OpenPicture(opened.document, start.page, opened.numbers, turned))

    def action_follow(self) -> None:
        """Show where the addresses of the passage go; of a changed one, open what changed it."""
        quoted = self.quoted()
        found = addresses(quoted.words) if quoted else ()
        changed = self.view.way
        if found:
            self._follow(found)
        elif changed is not None:
            self.post_message(changed)
        else:
            say(self, "There is no address in this passage. Addresses are underlined.")

    @on(PageView.LinkChosen)
    def _clicked(self, event: PageView.LinkChosen) -> None:
        self._follow((event.address,))

    @work(exclusive=True, group="follow")
    async def _follow(self, found: Sequence[Address]) -> None:
        if self.opened is not None:
            with suppress(ServiceError):  # without it an address is shown as far as it is printed
                whole = await self._keeping.addresses(self.opened.document)
                found = [one.made_whole(whole) for one in found]
        goes_to = await self.app.push_screen_wait(link_dialog(found))
        if goes_to is not None:
            say(self, follow(self.app, goes_to))


def _item_of(detail: MeetingDetail, quoted: Quoted) -> AgendaItem | None:
    """The agenda item whose papers hold a page."""
    here, number = quoted.document.id, quoted.page.number
    for one in detail.items:
        for paper in one.papers:
            if paper.document.id == here and paper.page <= number <= paper.last_page:
                return one.item
    return None


def _short(text: str, most: int = 300) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _kept_back(quoted: Quoted) -> str:
    """A warning to go with words of a page that is not public."""
    return "\n✕ This page is not public: do not pass its words on." if quoted.page.exempt else ""


def _explained(terms: Sequence[Explained]) -> Content:
    width = max(len(term.short) for term in terms)
    return lines(
        Content.assemble(
            line(term.short.ljust(width), "bold"),
            "  ",
            literal(term.long),
            (f"  ({'in ' * (term.where != 'general use')}{term.where})", "$text-muted"),
        )
        for term in terms
    )
