"""Earlier minutes that later ones changed: which passage, by whom, when and with what words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from db.committee import committee_key
from scrutiny_tui.services.models.reading import AmendedPlace

if TYPE_CHECKING:
    from db.models.passages import Passage
    from db.models.relations import AmendmentNote
    from imports.model.minutes import Minutes
    from imports.model.pack import ParsedPack


def notes_on(passage: Passage, notes: Iterable[AmendmentNote]) -> tuple[AmendmentNote, ...]:
    """Give what was changed in a passage of minutes."""
    if passage.kind != "minute":
        return ()
    return tuple(
        note
        for note in notes
        if note.minutes_date == passage.said_on
        and committee_key(note.committee) == committee_key(passage.committee)
        and _is_about(note, passage.ref, passage.text)
    )


def amended_places(pack: ParsedPack, notes: Sequence[AmendmentNote]) -> Iterator[AmendedPlace]:
    """Give every paragraph of a paper's minutes that later minutes changed."""
    for minutes in pack.minutes:
        own = [note for note in notes if _is_of(note, minutes, pack)]
        for item in minutes.items if own else ():
            for paragraph in item.paragraphs:
                for note in own:
                    if _is_about(note, paragraph.number or item.number or "", paragraph.text):
                        yield AmendedPlace(note, paragraph.page, paragraph.number, paragraph.text)


def _is_of(note: AmendmentNote, minutes: Minutes, pack: ParsedPack) -> bool:
    body = minutes.committee or pack.committee or ""
    same = committee_key(note.committee) in (committee_key(body), committee_key(pack.committee or ""))
    return same and note.minutes_date is not None and note.minutes_date == minutes.date


def _is_about(note: AmendmentNote, ref: str, text: str) -> bool:
    """Whether a change is to these words: those it quotes stand in them, else its number is theirs."""
    quote, words = _letters(note.quote), _letters(text)
    if quote and note.change != "addition" and quote in words:
        return True
    number = note.ref.strip(". ")
    return bool(number) and (ref == number or ref.startswith(f"{number}."))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def tell(note: AmendmentNote) -> str:
    """Say in one sentence what was changed, when, and where that is recorded."""
    when = f" on {note.said_on.day} {note.said_on:%B %Y}" if note.said_on else ""
    page = note.page if note.pack_page is None else note.pack_page
    return f"Amended{when} ({note.source}, page {page}): {note.text}"
