"""Where each value of a pack was read: the page, the line, the words there, and how sure that is.

Evidence is looked up, not remembered: after everything is understood, each value is sought on the pages
it should stand on. One that stands there as it is was printed; one whose words stand there with others
between them was pieced together; one that is not there was worked out, and a person should look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from imports.model.evidence import Evidence
from imports.patterns import regex
from imports.printed import Place, Print, squash
from imports.words.dates import find_dates, find_times

if TYPE_CHECKING:
    from imports.model.agenda import AgendaItem
    from imports.model.document import Document, Line, Page
    from imports.model.minutes import MinuteItem, Minutes
    from imports.model.pack import ParsedPack

_DIGIT = regex(r"\d")
_HEAD_PAGES = 6
"""How many pages from the front may print whose meeting it is, and its agenda."""
_KNOWN_BY, _ENDS_BY, _SHOWN = 60, 24, 120
"""By how many of its first and last letters a longer text is looked up, and how many are said again."""
_BEFORE_TITLE, _AFTER_TITLE = 3, 6
"""How many lines around its title an item's officers and pages may stand."""


def find_evidence(pack: ParsedPack, document: Document) -> tuple[Evidence, ...]:
    """Say of every value of a pack where it was read.

    Args:
        pack: what was understood; its own `evidence` is not looked at.
        document: what it was understood from.

    Returns:
        One piece of evidence a value, in the order of `show --json`, named by the same paths.
    """
    return tuple(_Search(document).of(pack))


class _Search:
    """Looks a pack's values up, page by page, each page squashed once."""

    def __init__(self, document: Document) -> None:
        self._pages: Mapping[int, Page] = {page.number: page for page in document.pages}
        self._prints: dict[int, Print] = {}

    def of(self, pack: ParsedPack) -> Iterator[Evidence]:
        """Look everything up."""
        front = range(1, min(len(self._pages), _HEAD_PAGES) + 1)
        yield from self._words("committee", pack.committee, front)
        if pack.meeting_date:
            yield self._day("meeting_date", pack.meeting_date, front, pack)
        if pack.start_time:
            yield self._time("start_time", pack.start_time, front)
        yield from self._words("venue", pack.venue, front)
        yield from self._agenda(pack.agenda)
        for n, wording in enumerate(pack.question_deadlines):
            yield from self._words(f"question_deadlines[{n}].text", wording.text, _from(wording.page))
        for n, member in enumerate(pack.membership):
            yield from self._words(f"membership[{n}].name", member.name, front)
            yield from self._words(f"membership[{n}].role", member.role, front)
        for n, contact in enumerate(pack.contacts):
            for field in ("name", "role", "phone", "email"):
                yield from self._words(f"contacts[{n}].{field}", getattr(contact, field), front)
        for n, minutes in enumerate(pack.minutes):
            yield from self._minutes(f"minutes[{n}]", minutes)
        for n, report in enumerate(pack.reports):
            first = report.file_pages[0]
            yield from self._words(f"reports[{n}].title", report.title, (first, *front))
        for n, row in enumerate(pack.action_tracker):
            for field in ("topic", "action", "responsibility", "progress"):
                yield from self._text(f"action_tracker[{n}].{field}", getattr(row, field), _from(row.page))
        for n, meeting in enumerate(pack.work_programme):
            yield self._day(f"work_programme[{n}].meeting_date", meeting.meeting_date, _from(meeting.page))
            for k, planned in enumerate(meeting.items):
                yield from self._text(f"work_programme[{n}].items[{k}]", planned, _from(meeting.page))

    def _agenda(self, items: Sequence[AgendaItem]) -> Iterator[Evidence]:
        """Look the items up in order, so that a title said twice is found where its own turn comes."""
        start = (1, 0)
        for n, item in enumerate(items):
            page = item.page or 1
            if page > start[0]:
                start = (page, 0)
            place = self._find(item.title, _from(page), start)
            yield _say(f"agenda[{n}].title", item.title, place, self._lines(place), page)
            if place:
                start = (place.page, place.end)
            yield from self._text(f"agenda[{n}].description", item.description, _from(page), start)
            if item.pages:
                yield self._range(f"agenda[{n}].pages", item.pages, place, page)
            for k, officer in enumerate(item.officers):
                beside = self._beside(officer, place) if place else None
                beside = beside or self._find(officer, _from(page))
                yield _say(f"agenda[{n}].officers[{k}]", officer, beside, self._lines(beside), page)

    def _beside(self, words: str, title: Place) -> Place | None:
        """Find words from a title on, else just before it: an officer stands on either side."""
        page = self._print(title.page)
        letters, pieces = squash(words), list(filter(None, map(squash, words.split())))
        for line in (title.first, max(0, title.first - _BEFORE_TITLE)):
            for found in (page.find(letters, page.starts[line]), page.find_pieces(pieces, page.starts[line])):
                if found and found.first <= title.last + _AFTER_TITLE:
                    return found
        return None

    def _range(self, of: str, pages: tuple[int, int], title: Place | None, page: int) -> Evidence:
        """Look a page range up near its title, where it is printed on the same lines or the next."""
        value = f"{pages[0]}-{pages[1]}"
        if title is not None:
            lines = self._pages[title.page].lines
            after = range(title.first, min(len(lines), title.last + _AFTER_TITLE))
            for index in (*after, *range(max(0, title.first - _BEFORE_TITLE), title.first)):
                here = re.findall(r"\d+", lines[index].text)
                below = re.findall(r"\d+", lines[index + 1].text) if index + 1 < len(lines) else []
                if str(pages[0]) in here and str(pages[1]) in (*here, *below):
                    wraps = str(pages[1]) not in here
                    found = Place(title.page, index, index + wraps, 0)
                    return _say(of, value, found, self._lines(found), page)
        return _say(of, value, None, (), page)

    def _minutes(self, of: str, minutes: Minutes) -> Iterator[Evidence]:
        span = range(minutes.page, minutes.last_page + 1)
        yield from self._words(f"{of}.committee", minutes.committee, _from(minutes.page))
        if minutes.date:
            yield self._day(f"{of}.date", minutes.date, _from(minutes.page))
        heads = [page for page in _from(minutes.page) if page in self._pages]
        if minutes.start_time:
            yield self._time(f"{of}.start_time", minutes.start_time, heads)
        yield from self._words(f"{of}.venue", minutes.venue, heads)
        for list_of in ("present", "apologies", "officers_in_attendance"):
            for k, name in enumerate(getattr(minutes, list_of)):
                yield from self._words(f"{of}.{list_of}[{k}]", name, heads)
        if minutes.concluded:
            yield self._time(
                f"{of}.concluded", minutes.concluded, reversed([p for p in span if p in self._pages])
            )
        for n, item in enumerate(minutes.items):
            pages = [page for page in _from(item.page) if page in span]
            yield from self._words(f"{of}.items[{n}].title", item.title, pages)
            yield from self._minute(f"{of}.items[{n}]", item, span)

    def _minute(self, of: str, item: MinuteItem, span: range) -> Iterator[Evidence]:
        """Look up what was said, decided and promised under one item."""
        last = max(item.page, *(x.page for x in item.paragraphs), *(x.page for x in item.actions), 0)
        decided = [page for page in range(item.page, last + 2) if page in span]
        for n, paragraph in enumerate(item.paragraphs):
            yield from self._text(f"{of}.paragraphs[{n}].text", paragraph.text, _from(paragraph.page))
        for n, resolved in enumerate(item.resolved):
            yield from self._text(f"{of}.resolved[{n}]", resolved, decided)
        for n, action in enumerate(item.actions):
            yield from self._text(f"{of}.actions[{n}].text", action.text, _from(action.page))

    def _text(
        self, of: str, value: str | None, pages: Iterable[int], start: tuple[int, int] = (0, 0)
    ) -> Iterator[Evidence]:
        """Look a longer text up by its beginning and its end; it may run over pages and columns."""
        if not value:
            return
        pages = [page for page in pages if page in self._pages]
        place = self._find(value[:_KNOWN_BY], pages, start)
        if place and len(value) > _KNOWN_BY:
            end = squash(value[-_ENDS_BY:])
            ends = any(self._print(page).find(end) for page in pages if page >= place.page)
            place = place if ends else replace(place, pieced=True)
        shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
        yield _say(of, shown, place, self._lines(place), pages[0] if pages else None)

    def _words(self, of: str, value: str | None, pages: Iterable[int]) -> Iterator[Evidence]:
        if value:
            pages = tuple(pages)
            place = self._find(value, pages)
            yield _say(of, value, place, self._lines(place), pages[0] if pages else None)

    def _find(self, value: str, pages: Iterable[int], start: tuple[int, int] = (0, 0)) -> Place | None:
        letters = squash(value)
        if not letters:
            return None
        prints = [self._print(page) for page in pages if page in self._pages]
        begin = {start[0]: start[1]}
        for one in prints:
            if whole := one.find(letters, begin.get(one.number, 0)):
                return whole
        words = list(filter(None, map(squash, value.split())))
        pieced = (one.find_pieces(words, begin.get(one.number, 0)) for one in prints)
        return next(filter(None, pieced), None)

    def _day(self, of: str, day: date, pages: Iterable[int], pack: ParsedPack | None = None) -> Evidence:
        pages = tuple(pages)
        if pack is not None and pack.meeting_date_basis == "inferred":
            doubt = next((one for one in pack.warnings if one.code == "meeting-date-inferred"), None)
            return Evidence(of, day.isoformat(), doubt.page if doubt else None, None, "", "worked out")
        for page in pages:
            for index, line in enumerate(self._two_lines(page)):
                if any(found.date == day for found in find_dates(line, near=day)):
                    place = Place(page, index, index, 0)
                    return _say(of, day.isoformat(), place, self._lines(place), page)
        return _say(of, day.isoformat(), None, (), pages[0] if pages else None)

    def _time(self, of: str, clock: time, pages: Iterable[int]) -> Evidence:
        for page in pages:
            for index, line in enumerate(self._pages[page].lines):
                if any(found.time == clock for found in find_times(line.text)):
                    place = Place(page, index, index, 0)
                    return _say(of, f"{clock:%H:%M}", place, self._lines(place), page)
        return _say(of, f"{clock:%H:%M}", None, (), None)

    def _two_lines(self, page: int) -> Iterator[str]:
        """Each line with the one after it, which may hold the end of its date."""
        lines: Sequence[Line] = self._pages[page].lines if page in self._pages else ()
        for index, line in enumerate(lines):
            after = lines[index + 1].text if index + 1 < len(lines) else ""
            yield f"{line.text} {after}" if _DIGIT.search(line.text) else line.text

    def _lines(self, place: Place | None) -> Sequence[Line]:
        return self._pages[place.page].lines[place.first : place.last + 1] if place else ()

    def _print(self, page: int) -> Print:
        if page not in self._prints:
            self._prints[page] = Print(self._pages[page])
        return self._prints[page]


def _say(of: str, value: str, place: Place | None, lines: Sequence[Line], page: int | None) -> Evidence:
    if place is None:
        return Evidence(of, value, page, None, "", "worked out")
    printed = " ".join(line.text for line in lines)[:300]
    if place.pieced:
        return Evidence(of, value, place.page, place.first + 1, printed, "pieced together")
    return Evidence(of, value, place.page, place.first + 1, printed, "printed")


def _from(page: int) -> range:
    return range(page, page + 2)
