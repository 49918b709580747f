"""From paths to papers in the library: each file read in a child process and filed whole, or not at all."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.desk import carry_over, reading_place
from db.errors import StoreError
from db.library import document_by_sha, file_document, is_purged, passages_of_document
from db.models.filed import Filed
from scrutiny_tui.services.child import Bounds, Parsed, parse
from scrutiny_tui.services.correcting import corrected
from scrutiny_tui.services.corrections import held_for
from scrutiny_tui.services.errors import ImportFailed, ServiceError
from scrutiny_tui.services.files import sha256_of
from scrutiny_tui.services.filing import draft_document, without_exempt
from scrutiny_tui.services.folders import (
    find_meeting_of,
    inferred_for,
    link_together,
    lone_meeting,
    may_be_paper_of,
    waits_for_others,
)
from scrutiny_tui.services.gathering import describe_left_out, gather
from scrutiny_tui.services.import_turn import Turn, Way
from scrutiny_tui.services.imported import tell_imported, tell_same_as_pdf
from scrutiny_tui.services.kept_pack import read_pack
from scrutiny_tui.services.models.importing import ImportedFile, ImportEvent, ImportProgress
from scrutiny_tui.services.originals_kept import keep_original
from scrutiny_tui.services.passwords import Passwords
from scrutiny_tui.services.ready import HeldReader
from scrutiny_tui.services.twins import keep_twins
from scrutiny_tui.services.unpacking import Unpacked, unpacked

if TYPE_CHECKING:
    from sqlite_utils import Database

    from db.models.drafts import DraftDocument
    from db.models.papers import Meeting, StoredDocument
    from db.store import Store
    from imports.model.pack import ParsedPack
    from scrutiny_tui.services.clock import Clock
    from scrutiny_tui.services.early import EarlyPages


class Importer:
    """Takes papers in.

    Args:
        store: where they are filed.
        clock: when they were.
        bounds: what one file may cost.
        worker: the module that reads a file in the child process.
        papers: the folder for originals that lie nowhere else; None keeps none.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        bounds: Bounds | None = None,
        worker: str = "imports.worker",
        papers: Path | None = None,
    ) -> None:
        self._store = store
        self._papers = papers
        self._clock = clock
        self._bounds = bounds or Bounds()
        self._worker = worker
        self.held = HeldReader(worker)

    async def import_paths(
        self,
        paths: Sequence[Path],
        *,
        again: bool = False,
        passwords: Passwords | None = None,
        early: EarlyPages | None = None,
    ) -> AsyncGenerator[ImportEvent, None]:
        """Import files and folders, one file after the other.

        One that fails does not stop the rest. Closing the iterator or cancelling the task ends the
        reading at once and stores nothing of the file in hand.

        Args:
            paths: what to import.
            again: read files again that the library has, because the reading of them got better.
            passwords: gives those of locked files; they are asked for once and never kept.
            early: asks for pages of the file in hand before it is filed.

        Yields:
            Progress as it goes, and for every file (or path that is none) what became of it.
        """
        found = await asyncio.to_thread(gather, paths)
        if found.left_out:
            yield ImportProgress("", 0, len(found.files), describe_left_out(found.left_out), 0, 0)
        async with unpacked(found.files) as opened:
            for path, why in (*found.refused, *opened.refused):
                yield ImportedFile(path.name or str(path), path, "refused", why)
            with self.held.lend(len(opened.files)) as readers:
                way = Way(passwords or Passwords(), readers, early, again)
                async with aclosing(self._import_files(opened, way)) as events:
                    async for event in events:
                        yield event

    async def _import_files(self, opened: Unpacked, way: Way) -> AsyncGenerator[ImportEvent, None]:
        """Import files folder by folder; what becomes of single papers is told when their folder is done."""
        order = _pdf_first(opened.files)
        left = Counter(path.parent for path in order)
        together: defaultdict[Path, list[ImportedFile]] = defaultdict(list)
        waiting: set[Path] = set()
        async with aclosing(self._import_each(order, opened.shown, way)) as events:
            async for event in events:
                if not isinstance(event, ImportedFile):
                    yield event
                    continue
                folder = event.path.parent
                shown = replace(event, path=opened.shown.get(event.path, event.path))
                together[folder].append(event)
                waiting |= {event.path} if waits_for_others(event) else set()
                if not waits_for_others(event):
                    yield shown
                left[folder] -= 1
                if not left[folder]:
                    for file in await self._link_together(together.pop(folder), opened.shown):
                        if file.path in waiting:
                            yield replace(file, path=opened.shown.get(file.path, file.path))

    async def _link_together(
        self, files: Sequence[ImportedFile], shown: Mapping[Path, Path]
    ) -> list[ImportedFile]:
        """Put the single papers of a folder to the agenda they came with; those of few words by name."""
        if len(files) == 1:
            return list(files)
        meeting = await self._store.read(lambda db: lone_meeting(db, files))
        if meeting is None:
            return list(files)
        taken = [await self._take_if_named(file, meeting, str(shown.get(file.path, ""))) for file in files]
        return await self._store.write(lambda db: link_together(db, taken))

    async def _take_if_named(self, file: ImportedFile, meeting: Meeting, origin: str) -> ImportedFile:
        """Take a refused file in after all where its name is that of one of the meeting's papers."""
        if not file.refusal or not waits_for_others(file):
            return file
        named = await self._store.read(lambda db: may_be_paper_of(db, file, meeting))
        try:
            return await self.take(file.path, meeting.id, origin) if named else file
        except (ServiceError, StoreError):
            return file

    async def _import_each(
        self, files: Sequence[Path], shown: Mapping[Path, Path], way: Way
    ) -> AsyncGenerator[ImportEvent, None]:
        taken: set[Path] = set()
        for number, path in enumerate(files, 1):
            if path.suffix.lower() == ".txt" and path.with_suffix("") in taken:
                yield tell_same_as_pdf(path)
                continue
            turn = Turn(path, number, len(files), shown.get(path, path))
            async with aclosing(self._import_file(turn, way)) as events:
                async for event in events:
                    if isinstance(event, ImportedFile) and event.status != "refused":
                        taken |= {path.with_suffix("")} if path.suffix.lower() == ".pdf" else set()
                    yield event

    async def _import_file(self, turn: Turn, way: Way) -> AsyncGenerator[ImportEvent, None]:
        path = turn.path
        try:
            yield turn.progress("opening")
            sha256 = await asyncio.to_thread(sha256_of, path)
            known = await self._store.read(lambda db: document_by_sha(db, sha256))
            understood = _still_understood(known) if known and not way.again else None
            if known and understood:
                yield await self._unchanged(path, known, understood)
                return
            self._store.make_ready_to_write()
            progress = turn.progress("reading")
            reading = way.passwords.parse(path, self._bounds, self._worker, way.readers, way.early)
            async with aclosing(reading) as steps:
                async for step in steps:
                    if isinstance(step, Parsed):
                        if way.readers and turn.is_last:
                            way.readers.let_go()
                        origin = str(turn.shown) if turn.shown != path else ""
                        file = await self._file(path, sha256, step, again=known is not None, origin=origin)
                        yield replace(file, path=path)
                        continue
                    progress = turn.follow(progress, step)
                    yield progress
        except (ServiceError, StoreError) as error:
            code = error.code if isinstance(error, ImportFailed) else ""
            yield ImportedFile(path.name, path, "refused", str(error), refusal=code)
        except OSError as error:
            why = f"{path} cannot be read ({error.strerror}). Check its permissions and try again."
            yield ImportedFile(path.name, path, "refused", why)

    async def take(self, path: Path, meeting_id: int, origin: str = "") -> ImportedFile:
        """Take one file in as a paper of a meeting, whatever it says itself; one with an origin is copied.

        Raises:
            ImportFailed: it could not be read.
            StoreError: it could not be written.
        """
        try:
            sha256 = await asyncio.to_thread(sha256_of, path)
        except OSError as error:
            raise ImportFailed(f"{path} cannot be read ({error.strerror}). Check the name.") from error
        worker = "imports.processes.paper_worker" if self._worker == "imports.worker" else self._worker
        async with aclosing(parse(path, self._bounds, worker)) as steps:
            async for step in steps:
                if isinstance(step, Parsed):
                    return await self._file(
                        path, sha256, step, again=True, meeting_id=meeting_id, origin=origin
                    )
        raise ImportFailed(f"{path.name} gave no answer. Try a fresh copy of the file.")

    async def _file(
        self,
        path: Path,
        sha256: str,
        parsed: Parsed,
        *,
        again: bool,
        meeting_id: int | None = None,
        origin: str = "",
    ) -> ImportedFile:
        """File one parsed document in one write.

        Without `again`, one that another program filed in the meantime stays as that left it. One that has an
        origin lies where it is for a while only: a copy of it is kept.

        Raises:
            ImportFailed: the file changed while it was read.
            StoreError: it could not be written.
        """
        if parsed.pack.sha256 != sha256:
            raise ImportFailed(f"{path.name} changed while it was read. Import it again when it is complete.")
        now = self._clock.now()
        draft, pack, meeting = await self._store.read(lambda db: _draft(db, path, parsed, meeting_id))
        purged = len(draft.pages) < len(parsed.pages)  # what a person removed is not kept again
        if origin and self._papers and not purged:
            kept = await asyncio.to_thread(keep_original, self._papers, path, origin)
            draft = replace(draft, path=str(kept))

        def work(db: Database) -> Filed:
            filed = file_document(db, draft, now, again=again, meeting_id=meeting)
            keep_twins(db, filed.meeting_id)
            return filed

        filed = await self._store.write(work)
        if filed.replaced:
            await self._store.write(lambda db: _keep_places(db, filed.replaced, draft))
        return tell_imported(path, pack, filed, len(draft.passages))

    async def _unchanged(self, path: Path, known: StoredDocument, pack: ParsedPack) -> ImportedFile:
        passages = await self._store.read(lambda db: len(passages_of_document(db, known.id)))
        return tell_imported(path, pack, Filed(known.id, known.meeting_id, "unchanged"), passages)


def _draft(
    db: Database, path: Path, parsed: Parsed, meeting_id: int | None
) -> tuple[DraftDocument, ParsedPack, int | None]:
    """What to file of a document, with what a person did to it before; what was understood; its meeting."""
    pack, pages, passages = corrected(parsed.pack, held_for(db, parsed.pack)), parsed.pages, parsed.passages
    if pack.exempt_pages and is_purged(db, pack.sha256):
        pack, pages, passages = without_exempt(pack, pages, passages)
    if meeting_id is None and (placed := find_meeting_of(db, pack)):
        pack, meeting_id = inferred_for(pack, *placed), placed[0].id
    return draft_document(pack, pages, passages, path), pack, meeting_id


def _still_understood(known: StoredDocument) -> ParsedPack | None:
    """What the library understood of a document, or None where another version of the app wrote it."""
    try:
        return read_pack(known)
    except ServiceError:
        return None


def _keep_places(db: Database, replaced: Sequence[str], draft: DraftDocument) -> None:
    """Let the member go on in a paper's new version at the page where the old one was left."""
    for old in reversed(replaced):
        place = reading_place(db, old)
        if place and place.page <= draft.page_count:
            carry_over(db, old, draft.sha256)


def _pdf_first(files: Sequence[Path]) -> list[Path]:
    """The files in their order, but a text after the PDF of the same name."""
    pdfs = {path.with_suffix("") for path in files if path.suffix.lower() == ".pdf"}
    return sorted(files, key=lambda path: path.suffix.lower() != ".pdf" and path.with_suffix("") in pdfs)
