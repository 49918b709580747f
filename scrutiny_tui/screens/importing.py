"""Importing papers: where they are, how far it has come, and what was understood of each."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from scrutiny_tui.keys import bindings
from scrutiny_tui.literal import join, line, lines, literal, say
from scrutiny_tui.meeting_keys import IMPORTING
from scrutiny_tui.messages import OpenEarly, OpenMeeting
from scrutiny_tui.screens.base import PlaceScreen
from scrutiny_tui.screens.unlocking import ask_password
from scrutiny_tui.services.files import there
from scrutiny_tui.services.models.importing import ImportedFile
from scrutiny_tui.services.wording import long_day
from scrutiny_tui.widgets.path_field import PathField, read_paths
from scrutiny_tui.widgets.row import Column, Row
from scrutiny_tui.widgets.row_list import ModelRow, RowList
from scrutiny_tui.widgets.times import count

if TYPE_CHECKING:
    from imports.protocol import Preview
    from scrutiny_tui.screens.import_run import ImportRun

WORDS = """Report packs as PDF, Word or text, saved meeting pages, or a folder: everything in it is looked \
at. The text is kept, so the app works without the files and without a network."""

_LOOK = {
    "added": ("✓", "$success", "taken in"),
    "updated": ("✓", "$success", "replaced"),
    "unchanged": ("=", "$text-muted", "had it"),
    "refused": ("×", "$error", "refused"),
}
FITTING_SHOWN = 6


class ImportScreen(PlaceScreen):
    """A field for the path, the progress, and a row for every file."""

    TITLE = "Import"
    CSS_PATH = "../styles/importing.tcss"
    KEYS = IMPORTING
    BINDINGS: ClassVar[list[BindingType]] = bindings(IMPORTING)

    field = getters.query_one("#path", PathField)
    rows = getters.query_one("#files", RowList)
    items = getters.query_one("#preview-items", RowList)
    bar = getters.query_one("#bar", ProgressBar)

    def __init__(self, run: ImportRun) -> None:
        """Show this run, which may already be under way."""
        super().__init__()
        self._run = run
        self._preview: Preview | None = None

    def body(self) -> ComposeResult:
        """Lay out field, progress and files."""
        yield Static(Content(WORDS), id="import-words")
        yield PathField(id="path", placeholder="~/Downloads/  or a file, or a folder of packs")
        yield Static("", id="fitting")
        yield Static("", id="stage")
        yield ProgressBar(id="bar", show_eta=False)
        yield RowList(id="files")
        with Vertical(id="agenda-so-far"):
            yield Static("", id="preview-head")
            yield RowList(id="preview-items")

    def on_mount(self) -> None:
        """Follow the run."""
        self._run.listeners.append(self._show)
        self._show()
        if not self._run.running:
            self.field.focus()
        self.call_after_refresh(self._run.prepare)

    def on_unmount(self) -> None:
        """Leave the run to itself."""
        self._run.listeners.remove(self._show)
        self._run.release()

    # --- showing -------------------------------------------------------------------------------------

    def _show(self) -> None:
        run = self._run
        step = run.progress
        self.bar.display = run.running
        if run.running:
            self.bar.update(
                total=step.total if step and step.total else None, progress=step.done if step else 0
            )
        self.query_one("#import-words").display = not (run.running or run.files)
        self.set_text("#stage", self._stage())
        self.rows.show(ModelRow(_row(one), one) for one in run.files)
        self.rows.display = bool(run.files)
        preview = step.preview if run.running and step else None
        self.query_one("#agenda-so-far").display = preview is not None
        if preview is not self._preview:
            self._preview = preview
            self.set_text("#preview-head", lines(_head(preview)) if preview else Content(""))
            self.items.show(_items(preview) if preview else ())
        if self.focused is None or (self.focused is self.items and not preview):
            self.set_focus(self.items if preview else self.rows if run.files else None)

    def _stage(self) -> Content:
        run, step = self._run, self._run.progress
        if not run.running:
            if not run.ended:
                return Content("")
            more = "enter opens the meeting" if _meetings(run.files) else ""
            return lines([literal(run.ended, "bold"), join((_tally(run.files), Content(more)))])
        if step is None:
            return Content("Beginning…")
        pages = f"page {step.done} of {step.total}" if step.total else ""
        which = Content(f"file {step.file} of {step.files}")
        return join([line(step.source, "bold"), line(step.stage), Content(pages), which])

    @on(Input.Changed, "#path")
    def _typing(self) -> None:
        self.set_text("#fitting", Content(""))

    # --- keys ----------------------------------------------------------------------------------------

    @on(Input.Submitted, "#path")
    def _submitted(self) -> None:
        self.action_start()

    @work(exclusive=True, group="start")
    async def action_start(self) -> None:
        """Import what the field names; from the list, open the meeting of the row."""
        if isinstance(self.focused, RowList):
            self.focused.action_select()
            return
        if self._run.running:
            say(self, "An import is under way; ctrl+g stops it.", "warning")
            return
        paths = await asyncio.to_thread(read_paths, self.field.value)
        missing = [path for path in paths if not await asyncio.to_thread(there, path)]
        if not paths:
            say(self, "Type where the papers are; tab completes.", "warning")
        elif missing:
            say(self, f"There is nothing at {missing[0]}. Check the path; tab completes it.", "error")
        else:
            self.set_text("#fitting", Content(""))
            self._run.start(paths, partial(ask_password, self.app))
            self.set_focus(None)  # the first list that has something takes it
            self._show()

    @work(exclusive=True, group="complete")
    async def action_complete(self) -> None:
        """Complete the path; outside the field, move on."""
        if self.focused is not self.field:
            self.app.action_focus_next()
            return
        fitting = await self.field.complete()
        shown = [line(one, "$text-muted") for one in fitting[:FITTING_SHOWN]] if len(fitting) > 1 else []
        if len(fitting) > FITTING_SHOWN:
            shown.append(Content.styled(f"and {len(fitting) - FITTING_SHOWN} more", "$text-muted"))
        self.call_after_refresh(self.set_text, "#fitting", lines(shown))
        if not fitting:
            self.app.action_focus_next()

    def action_stop(self) -> None:
        """Stop the import."""
        if self._run.running:
            self._run.cancel()
        else:
            say(self, "Nothing is being imported.")

    @on(RowList.OptionSelected, "#preview-items")
    def _item_selected(self) -> None:
        if isinstance(asked := self.items.model, str):
            self.post_message(OpenEarly(asked))

    @on(RowList.OptionSelected, "#files")
    def _selected(self) -> None:
        model = self.rows.model
        self._open(model if isinstance(model, ImportedFile) else None)

    def action_open_meeting(self) -> None:
        """Open the meeting imported last."""
        known = [one for one in self._run.files if one.meeting_id is not None]
        self._open(known[-1] if known else None)

    def _open(self, file: ImportedFile | None) -> None:
        if file is None or file.meeting_id is None:
            say(self, "No meeting came of this." if file else "Nothing has been imported yet.")
        else:
            self.post_message(OpenMeeting(file.meeting_id))


def _head(preview: Preview) -> Iterator[Content]:
    """Whose agenda it is, which can be read while the pack's other pages are."""
    day = long_day(preview.meeting_date) if preview.meeting_date else ""
    yield join([line(preview.committee or "", "bold"), Content(day)])
    yield Content.styled("… the agenda so far; nothing is filed before the whole pack is read", "$text-muted")


def _items(preview: Preview) -> Iterator[ModelRow]:
    """The agenda; each row stands for the page that `enter` shows before the others are read."""
    yield ModelRow(Content.styled("      the agenda as it is printed", "$text-muted"), "1")
    for item in preview.agenda:
        pages = f"pages {item.pages[0]} to {item.pages[1]}" if item.pages else ""
        number = f"{item.number or '':>4}  "
        row = Content.assemble(literal(number, "bold"), literal(item.title), (f"  {pages}", "$text-muted"))
        yield ModelRow(row, f"p{item.pages[0]}" if item.pages else None)


def _meetings(files: list[ImportedFile]) -> bool:
    return any(one.meeting_id is not None for one in files)


def _tally(files: list[ImportedFile]) -> Content:
    taken = sum(one.status in ("added", "updated") for one in files)
    had = sum(one.status == "unchanged" for one in files)
    refused = sum(one.status == "refused" for one in files)
    parts = [count(len(files), "file"), f"{taken} taken in"]
    parts += [f"{had} unchanged"] if had else []
    parts += [f"{refused} refused"] if refused else []
    return Content.styled(" · ".join(parts) if files else "", "$text-muted")


def _row(file: ImportedFile) -> Row:
    mark, style, word = _LOOK[file.status]
    pages = Content.styled(count(file.pages, "page") if file.pages else "", "$text-muted")
    return Row(
        (
            Column(Content.styled(f"{mark} {word}", f"bold {style}"), 10),
            Column(line(file.source, "bold")),
            Column(pages, 10, right=True),
        ),
        after=lines(_understood(file)),
        indent=13,
    )


def _understood(file: ImportedFile) -> Iterator[Content]:
    if file.committee or file.meeting_date:
        day = long_day(file.meeting_date) if file.meeting_date else "no date found"
        yield join([line(file.committee or "committee not found"), Content(day)])
    if file.text and file.status in ("unchanged", "refused"):
        yield literal(file.text)
    called = "report pack" if file.kind == "pack" else file.kind
    taken = [f"taken for: {called}"] if called else []
    counts = [
        count(number, word)
        for number, word in ((file.items, "agenda item"), (file.passages, "passage"))
        if number
    ]
    if taken or counts:
        yield line(" · ".join(taken + counts), "$text-muted")
    for warning in file.warnings:
        page = f" (page {warning.page})" if warning.page else ""
        yield Content.assemble(("! ", "bold $warning"), literal(warning.text), (page, "$text-muted"))
