"""Which pages of which file belong to an agenda item: by report, by minutes, else by the stamped pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from imports.patterns import regex
from scrutiny_tui.services.models.meeting import Paper
from scrutiny_tui.services.opened import Opened, same_title, title_words
from scrutiny_tui.services.pages_read import pages_of
from scrutiny_tui.services.replacing import with_notes
from scrutiny_tui.services.supplements import Pages, overlap

if TYPE_CHECKING:
    from db.models.papers import AgendaItem, PageNumber
    from db.models.relations import Twin
    from imports.model.agenda import LinkedPaper, Report
    from imports.model.minutes import Minutes
    from imports.model.pack import ParsedPack

LETTERS_A_MINUTE = 230 * 6
"""About 230 words of council prose a minute, blanks included."""

_MINUTES = regex(r"\bminutes\b", re.IGNORECASE)


def papers_of(item: AgendaItem, documents: Sequence[Opened]) -> tuple[Paper, ...]:
    """Give an item's papers in order, from every document of its meeting; an item of none gives none."""
    if item.is_heading:
        return ()
    linked = {link.url: link.title for opened in documents for link in opened.pack.linked_papers}
    pages = _own_pages(item, documents)
    found = [paper for opened in documents for paper in _papers_in(item, opened, linked, pages)]
    return tuple(with_notes(_each_once(found, documents), documents))


def _each_once(papers: Sequence[Paper], documents: Sequence[Opened]) -> list[Paper]:
    """Leave out a paper that stands inside another shown, which then says where else it lies."""
    by_id = {opened.document.id: opened for opened in documents}
    shown: list[Paper] = []
    for paper in papers:
        twin = by_id[paper.document.id].inside
        if twin is None or not any(_holds(other, twin) for other in papers):
            shown.append(paper)
    return [
        replace(
            paper,
            also_in=tuple(
                opened.document.source
                for opened in documents
                if opened.inside and _holds(paper, opened.inside)
            ),
        )
        for paper in shown
    ]


def _holds(paper: Paper, twin: Twin) -> bool:
    """Whether a paper is the one a twin stands inside, page for page or nearly."""
    if paper.document.id != twin.inside_id:
        return False
    return paper.page <= twin.last_page and twin.first_page <= paper.last_page


def newly_come(
    papers: Sequence[Paper], documents: Sequence[Opened], began: datetime | None
) -> tuple[Paper, ...]:
    """Mark the papers that came after reading for the meeting began and were not looked into yet."""
    looked_into = {opened.document.id for opened in documents if opened.read}

    def is_new(paper: Paper) -> bool:
        seen = paper.document.first_seen or paper.document.imported_at
        return began is not None and seen > began and paper.document.id not in looked_into

    return tuple(replace(paper, new=is_new(paper)) for paper in papers)


def recommendations_of(
    item: AgendaItem, documents: Sequence[Opened], papers: Sequence[Paper]
) -> tuple[str, ...]:
    """Give what an item's reports ask the committee to agree, word for word, each once.

    Those of a paper that was replaced stand only where the later one asks for nothing.
    """
    gone = {(paper.document.id, paper.page) for paper in papers if paper.replaced}
    asked: dict[bool, dict[str, None]] = {False: {}, True: {}}
    for opened in documents:
        for report in _reports_of(item, opened):
            replaced = (opened.document.id, report.file_pages[0]) in gone
            asked[replaced] |= dict.fromkeys(report.recommendations)
    return tuple(asked[False] or asked[True])


def minutes_to_read(papers: Sequence[Paper], documents: Sequence[Opened]) -> int:
    """About how many minutes an item's papers take to read; each page counts once."""
    by_id = {opened.document.id: opened for opened in documents}
    letters = sum(by_id[document].letters(page, page) for document, page in pages_of(papers))
    return -(-letters // LETTERS_A_MINUTE)


def _papers_in(
    item: AgendaItem, opened: Opened, linked: Mapping[str, str], pages: Pages | None
) -> list[Paper]:
    """An item's papers in one document, the surest way first: where a person put it, then by its words.

    What an agenda links to goes by the name it has there: an appendix often repeats its report's heading.
    """
    here = [x.url for x in opened.attached if same_title(x.item_title, item.title)]
    if here:
        first = opened.pack.reports[0].title if opened.pack.reports else opened.document.source
        title = next((linked[url] for url in here if linked.get(url)), first)
        return [_paper(opened, title, 1, opened.document.page_count, None)]
    if opened.attached:
        return []
    if _MINUTES.search(item.title) and (minutes := list(_minutes_papers(item, opened))):
        return minutes
    if reports := _reports_of(item, opened):
        return [_paper(opened, report.title, *report.file_pages, report.pages) for report in reports]
    if item.document_id != opened.document.id and pages and any(overlap(pages, x) for x in opened.replaces):
        first = opened.pack.reports[0].title if opened.pack.reports else item.title
        return [_paper(opened, first, 1, opened.document.page_count, None)]
    if item.document_id == opened.document.id and (here_in := _stamped_pages(item, opened)):
        return [_paper(opened, item.title, *here_in, None)]
    return []


def _own_pages(item: AgendaItem, documents: Sequence[Opened]) -> Pages | None:
    """The pack pages of an item's papers in its agenda's own document: as stamped, else as printed."""
    own = [opened for opened in documents if opened.document.id == item.document_id]
    stamped = [report.pages for opened in own for report in _reports_of(item, opened) if report.pages]
    if stamped:
        return min(first for first, _ in stamped), max(last for _, last in stamped)
    return None if item.first_page is None else (item.first_page, item.last_page or item.first_page)


def _reports_of(item: AgendaItem, opened: Opened) -> list[Report]:
    """The reports that say they belong to the item; in another paper than the agenda's, by title too."""
    own = item.document_id == opened.document.id
    return [
        report
        for report in opened.pack.reports
        if (report.agenda_item is not None and _same_number(report.agenda_item, item.number))
        or (own and report.place is not None and report.place == item.position)
        or (not own and report.agenda_item is None and same_title(report.title, item.title))
    ]


def _minutes_papers(item: AgendaItem, opened: Opened) -> Iterator[Paper]:
    """Every set of minutes among the item's pages; all of the document's where it prints no pages.

    What stands behind the last of them, up to the item's last page, is annexed to it.
    """
    if item.document_id != opened.document.id and opened.pack.kind != "minutes":
        return
    pages = _stamped_pages(item, opened)
    inside = [one for one in opened.pack.minutes if pages is None or pages[0] <= one.page <= pages[1]]
    for minutes in inside:
        annexed = pages[1] if pages is not None and minutes is inside[-1] else 0
        yield _paper(opened, _minutes_title(minutes), minutes.page, max(minutes.last_page, annexed), None)


def _minutes_title(minutes: Minutes) -> str:
    day = minutes.date
    return f"Minutes of {day.day} {day:%B %Y}" if day else "Minutes"


def _stamped_pages(item: AgendaItem, opened: Opened) -> tuple[int, int] | None:
    """The file pages that carry the numbers the agenda prints, from where the papers really begin."""
    if item.first_page is None or item.last_page is None:
        return (item.file_page, item.file_page) if item.file_page else None
    stamped = [
        page.number
        for page in opened.numbers
        if page.pack_page is not None and item.first_page <= page.pack_page <= item.last_page
    ]
    first = item.file_page or min(stamped, default=None)
    if first is None:
        return None
    span = item.last_page - item.first_page
    return first, min(first + span, opened.document.page_count)


def _paper(opened: Opened, title: str, first: int, last: int, pack_pages: tuple[int, int] | None) -> Paper:
    return Paper(
        document=opened.document,
        title=title,
        page=first,
        last_page=last,
        pack_pages=pack_pages or _pack_pages(opened.numbers, first, last),
        read_pages=frozenset(page for page in opened.read if first <= page <= last),
        exempt=any(page.page == first for page in opened.pack.exempt_pages),
    )


def _pack_pages(numbers: Sequence[PageNumber], first: int, last: int) -> tuple[int, int] | None:
    stamped = [n.pack_page for n in numbers if first <= n.number <= last and n.pack_page is not None]
    return (min(stamped), max(stamped)) if stamped else None


def _same_number(one: str, other: str | None) -> bool:
    return other is not None and one.strip(" .").casefold() == other.strip(" .").casefold()


def written_only(items: Sequence[AgendaItem], packs: Mapping[int, ParsedPack]) -> frozenset[int]:
    """Give the ids of the items under a scope heading that sets a question deadline.

    Such items are only noted at the meeting: the written question is the scrutiny they get.

    Args:
        items: a meeting's agenda in order.
        packs: what was understood of each document, by its id.
    """
    found: set[int] = set()
    for position, heading in enumerate(items):
        pack = packs.get(heading.document_id)
        if not heading.is_heading or pack is None:
            continue
        for wording in pack.question_deadlines:
            if wording.source == "minutes" or not _stands_under(wording.agenda_item, wording.text, heading):
                continue
            scope = wording.applies_to
            after = _until_next_heading(items[position + 1 :])
            found |= {item.id for item in after if not isinstance(scope, tuple) or item.number in scope}
    return frozenset(found)


def _stands_under(number: str | None, text: str, heading: AgendaItem) -> bool:
    if number is not None and heading.number is not None:
        return _same_number(number, heading.number)
    words = title_words(f"{heading.title} {heading.description or ''}")
    return " ".join(title_words(text)) in " ".join(words)


def _until_next_heading(items: Sequence[AgendaItem]) -> Iterator[AgendaItem]:
    for item in items:
        if item.is_heading:
            return
        yield item


def links_of_item(item: AgendaItem, documents: Sequence[Opened]) -> tuple[LinkedPaper, ...]:
    """The papers an item points at that no file was put to it for."""
    have = {x.url for opened in documents for x in opened.attached if x.url}
    found: dict[str, LinkedPaper] = {}
    for opened in documents:
        for link in opened.pack.linked_papers:
            if link.url not in have and same_title(link.item_title, item.title):
                found.setdefault(link.url, link)
    return tuple(found.values())
