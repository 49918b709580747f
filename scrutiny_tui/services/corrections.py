"""Corrections: shown with where each value was read, kept on the desk, at once and at every new import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from db import desk, library
from db.models.corrected import Correction, DraftCorrection
from db.models.questions import MeetingRef
from imports.model.reading import Passage, PassageKind
from scrutiny_tui.services.correcting import (
    Of,
    ReadValue,
    as_read,
    as_text,
    corrected,
    item_key,
    read_values,
    with_value,
)
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.filing import draft_document, unknown_committee
from scrutiny_tui.services.folders import LEADING
from scrutiny_tui.services.kept_pack import pack_of, read_pack, read_page
from scrutiny_tui.services.twins import keep_twins

if TYPE_CHECKING:
    from datetime import datetime

    from sqlite_utils import Database

    from db.models.filed import Filed
    from db.models.papers import Meeting, StoredDocument
    from db.models.passages import Passage as StoredPassage
    from db.store import Store
    from imports.model.pack import ParsedPack
    from scrutiny_tui.services.clock import Clock


class Corrections:
    """Lets a person put right what was read of a paper.

    Args:
        store: the library and the desk.
        clock: when it was put right.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def values(self, document_id: int, item: int | None) -> tuple[ReadValue, ...]:
        """Give what can be corrected of a paper, and of one item of its agenda (its place, from 0)."""

        def work(db: Database) -> tuple[ReadValue, ...]:
            return read_values(read_pack(library.document(db, document_id)), item)

        return await self._store.read(work)

    async def correct(self, document_id: int, values: Mapping[tuple[Of, int | None], str]) -> Filed:
        """Put values of a paper right; one given as it was read is no longer corrected.

        Args:
            document_id: the paper.
            values: what each should be, as typed; a doubtful one given as it was read is right so.

        Returns:
            The paper as filed afresh, under a new id and perhaps at another meeting.

        Raises:
            NotAValue: a text is no such value.
            ServiceError: another paper is where this one would go, or it cannot be read.
        """
        now = self._clock.now()

        def work(db: Database) -> Filed:
            document = library.document(db, document_id)
            now_holds = read_pack(document)
            read = as_read(now_holds)
            doubtful = {one.of for one in read_values(now_holds, None) if one.doubtful}
            for (of, item), text in values.items():
                draft = _draft(document, read, of, item, text)
                if draft.value == draft.was and of in doubtful:
                    desk.add_correction(db, draft, now)
                elif draft.value == draft.was:
                    desk.withdraw_correction(db, draft, now)
                elif draft.value != as_text(now_holds, of, item):
                    desk.add_correction(db, draft, now)
            return _file_again(db, document, corrected(read, held_for(db, read)), now)

        return await self._store.write(work)


def held_for(db: Database, read: ParsedPack) -> tuple[Correction, ...]:
    """Give the corrections that hold for a pack as it was read."""
    return desk.corrections(db, read.sha256, read.source, read.kind, read.committee or "", read.meeting_date)


def _draft(
    document: StoredDocument, read: ParsedPack, of: Of, item: int | None, text: str
) -> DraftCorrection:
    return DraftCorrection(
        document_sha256=document.sha256,
        source=document.source,
        kind=read.kind,
        committee=read.committee or "",
        meeting_date=read.meeting_date,
        of=of,
        item="" if item is None else item_key(read.agenda[item]),
        was=as_text(read, of, item),
        value=as_text(with_value(read, of, item, text), of, item),
    )


def _file_again(db: Database, document: StoredDocument, pack: ParsedPack, now: datetime) -> Filed:
    """File a paper afresh with what is known of it now; what the member wrote for its meeting goes along.

    Raises:
        ServiceError: its new meeting has such a paper already, which it would replace.
    """
    before = library.meeting(db, document.meeting_id)
    pages = tuple(map(read_page, library.pages(db, document.id)))
    passages = [_unfiled(one) for one in library.passages_of_document(db, document.id)]
    draft = draft_document(pack, pages, passages, Path(document.path))
    filed = library.file_document(db, draft, now, again=True)
    if others := set(filed.replaced) - {document.sha256}:
        raise ServiceError(
            f"{pack.committee or unknown_committee(pack.source)} has another {pack.kind} for that day "
            f"({len(others)} would be replaced); nothing was changed. Check the committee and the date."
        )
    after = library.meeting(db, filed.meeting_id)
    if pack.kind in LEADING:
        _take_along(db, before, after)
    if _ref(after) != _ref(before) and not _stays(db, before, pack.kind):
        desk.move_meeting(db, _ref(before), _ref(after))
    keep_twins(db, after.id)
    return filed


def _take_along(db: Database, before: Meeting, after: Meeting) -> None:
    """Let the papers that were put to a meeting, or name none themselves, follow its agenda."""
    put = {one.document_id for one in library.attachments(db, before.id)}
    for paper in library.documents(db, before.id) if after.id != before.id else ():
        pack = pack_of(paper)
        if paper.id in put or not (pack.committee and pack.meeting_date):
            library.move_document(db, paper.id, after.id)


def _unfiled(passage: StoredPassage) -> Passage:
    """Turn a passage back into what was read; one said at the paper's own meeting had no day of its own."""
    return Passage(
        kind=cast(PassageKind, passage.kind),
        ref=passage.ref,
        heading=passage.heading,
        text=passage.text,
        page=passage.page,
        pack_page=passage.pack_page,
        date=None if passage.said_on == passage.meeting_date else passage.said_on,
        agenda_item=passage.agenda_item,
    )


def _ref(meeting: Meeting) -> MeetingRef:
    return MeetingRef(meeting.committee, meeting.date)


def _stays(db: Database, meeting: Meeting, left_by: str) -> bool:
    """Whether what was written for a meeting stays there: it has papers, and its agenda did not leave it."""
    there = [one for one in library.meetings(db) if _ref(one) == _ref(meeting)]
    kinds = [paper.kind for one in there for paper in library.documents(db, one.id)]
    return any(kind in LEADING for kind in kinds) if left_by in LEADING else bool(kinds)
