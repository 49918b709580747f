"""The one translator between what a parser understood and what the library keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import msgspec

from db.models.drafts import (
    DraftAmendment,
    DraftDeadline,
    DraftDocument,
    DraftItem,
    DraftPage,
    DraftPassage,
    DraftTerm,
)
from imports.patterns import regex
from imports.protocol import encode_pack

if TYPE_CHECKING:
    from imports.model.agenda import AgendaItem
    from imports.model.pack import ParsedPack
    from imports.model.reading import Passage, ReadPage

_DRAFT = regex(
    r"\b(?:draft|unconfirmed|unapproved|subject to (?:their |its )?(?:acceptance|confirmation|approval))\b",
    re.IGNORECASE,
)
# Evidence names its value by place: what stands in a list that gets shorter would name another.
_STAYS = regex(r"(?!minutes|reports|question_deadlines|action_tracker|work_programme|amendments)")
_json = msgspec.json.Encoder()


def draft_document(
    pack: ParsedPack, pages: Sequence[ReadPage], passages: Sequence[Passage], path: Path
) -> DraftDocument:
    """Lay one parsed document out as the library files it.

    Args:
        pack: what was understood.
        pages: for the reader.
        passages: for search.
        path: where the original lies.
    """
    return DraftDocument(
        sha256=pack.sha256,
        source=pack.source,
        path=str(path),
        format=pack.format,
        kind=pack.kind,
        page_count=pack.page_count,
        committee=pack.committee or unknown_committee(pack.source),
        meeting_date=pack.meeting_date,
        date_basis=pack.meeting_date_basis,
        start_time=pack.start_time,
        venue=pack.venue,
        understood=encode_pack(pack),
        items=_draft_items(pack, pages),
        pages=tuple(_draft_page(page) for page in pages),
        passages=tuple(_draft_passage(passage) for passage in passages),
        deadlines=tuple(
            DraftDeadline(_json.encode(wording).decode(), wording.source, wording.page)
            for wording in pack.question_deadlines
        ),
        glossary=tuple(DraftTerm(term.short, term.long, term.page) for term in pack.glossary),
        provisional=pack.kind == "minutes" and _is_provisional(pack, pages),
        amendments=tuple(
            DraftAmendment(x.minutes_date, x.ref, x.change, x.quote, x.text, x.page, x.said_on)
            for x in pack.amendments
        ),
    )


def _is_provisional(pack: ParsedPack, pages: Sequence[ReadPage]) -> bool:
    """Whether minutes are still to be approved, by their name or their first page."""
    head = " ".join(block.text for block in (pages[0].blocks[:12] if pages else ()))
    return _DRAFT.search(f"{PurePath(pack.source).stem} {head}".replace("_", " ")) is not None


def without_exempt(
    pack: ParsedPack, pages: Sequence[ReadPage], passages: Sequence[Passage]
) -> tuple[ParsedPack, tuple[ReadPage, ...], tuple[Passage, ...]]:
    """Leave out everything that stands on pages kept from the public; their numbers stay known."""
    gone = {page.page for page in pack.exempt_pages}
    return (
        open_part(pack),
        tuple(page for page in pages if page.number not in gone),
        tuple(passage for passage in passages if passage.page not in gone),
    )


def open_part(pack: ParsedPack) -> ParsedPack:
    """What of a pack stands on pages open to the public."""
    gone = {page.page for page in pack.exempt_pages}

    def is_open(first: int, last: int | None = None) -> bool:
        return not any(first <= page <= (last or first) for page in gone)

    return replace(
        pack,
        question_deadlines=tuple(x for x in pack.question_deadlines if is_open(x.page)),
        minutes=tuple(x for x in pack.minutes if is_open(x.page, x.last_page)),
        reports=tuple(x for x in pack.reports if is_open(*x.file_pages)),
        action_tracker=tuple(x for x in pack.action_tracker if is_open(x.page)),
        work_programme=tuple(x for x in pack.work_programme if is_open(x.page)),
        glossary=tuple(x for x in pack.glossary if is_open(x.page)),
        warnings=tuple(x for x in pack.warnings if x.page is None or is_open(x.page)),
        amendments=tuple(x for x in pack.amendments if is_open(x.page)),
        exempt_pages=tuple(replace(page, words="removed") for page in pack.exempt_pages),
        evidence=tuple(
            x for x in pack.evidence if _STAYS.match(x.of) and (x.page is None or is_open(x.page))
        ),
        links=() if gone else pack.links,
    )


def describe_kind(pack: ParsedPack) -> str:
    """Say what a paper was taken for, in a person's words."""
    forms = {"html": "a saved meeting page", "xml": "the web service's answer", "docx": "in Word"}
    called = {"pack": "a report pack", "agenda": "an agenda", "minutes": "minutes", "report": "a report"}
    what = called.get(pack.kind, f"a {pack.kind}")
    if pack.format in ("html", "xml") and pack.agenda:
        return f"{forms[pack.format]} ({what.removeprefix('a ').removeprefix('an ')})"
    return f"{what} {forms['docx']}" if pack.format == "docx" else what


def unknown_committee(source: str) -> str:
    """Name the committee of a paper that names none, so that a person can tell which paper it is."""
    return f"Unknown committee ({PurePath(source).stem})"


def _draft_items(pack: ParsedPack, pages: Sequence[ReadPage]) -> tuple[DraftItem, ...]:
    """Say where each item's papers begin in the file: at its report, else at the page with that stamp.

    A report's place comes from the stamps and the outline, which hold where the agenda's own page
    numbers contradict them.
    """
    reports: dict[str | int, int] = {}
    for report in pack.reports:
        owner = report.agenda_item if report.place is None else report.place
        if owner is not None:
            reports.setdefault(owner, report.file_pages[0])
    stamped = {page.pack_page: page.number for page in reversed(pages) if page.pack_page is not None}

    def draft(position: int, item: AgendaItem) -> DraftItem:
        first, last = item.pages or (None, None)
        at_report = reports.get(item.number or position)
        return DraftItem(
            position=position,
            number=item.number,
            title=item.title,
            description=item.description,
            first_page=first,
            last_page=last,
            file_page=at_report or (stamped.get(first) if first else None),
            officers=item.officers,
            is_heading=item.is_heading,
        )

    return tuple(draft(position, item) for position, item in enumerate(pack.agenda))


def _draft_page(page: ReadPage) -> DraftPage:
    text = "\n".join(block.text for block in page.blocks)
    blocks = _json.encode(page).decode()
    return DraftPage(page.number, page.pack_page, blocks, text, page.pictures, page.exempt)


def _draft_passage(passage: Passage) -> DraftPassage:
    return DraftPassage(
        kind=passage.kind,
        ref=passage.ref,
        heading=passage.heading,
        text=passage.text,
        page=passage.page,
        pack_page=passage.pack_page,
        said_on=passage.date,
        agenda_item=passage.agenda_item,
    )
