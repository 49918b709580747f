"""Which agenda item a paper in a file of its own belongs to: by link, by number, by title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from imports.patterns import regex

if TYPE_CHECKING:
    from db.models.papers import AgendaItem
    from imports.model.agenda import LinkedPaper
    from imports.model.pack import ParsedPack

ALIKE = 86
_NUMBERED = regex(
    r"^\W*(?:(?:agenda\s*)?item\s*(?:no\.?\s*)?)?0*(?P<number>\d{1,3}[a-z]?)(?=\b|_)(?![./]\d)(?!\s*(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_SAYS_ITEM = regex(r"\bitem[\s_]*(?:no\.?\s*)?0*(?P<number>\d{1,3}[a-z]?)(?=\b|_)", re.IGNORECASE)
_NOISE = regex(
    r"\b(?:final|draft|v\d+|report|of|the|and|for|pdf|docx?|item|agenda|appendix|annex|update|paper)\b|[\W_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """The item a paper belongs to, and the link it answers ("" for none)."""

    item: AgendaItem
    url: str = ""


def match_paper(
    name: str, pack: ParsedPack, items: Sequence[AgendaItem], links: Iterable[LinkedPaper] = ()
) -> Matched | None:
    """Find the item of a meeting that a paper belongs to.

    Args:
        name: the file's name.
        pack: what was understood of it.
        items: the meeting's agenda.
        links: the papers its page points at.

    Returns:
        None where no item can be told with good reason.
    """
    business = [item for item in items if not item.is_heading]
    if link := match_link(name, pack, links):
        item = item_of_link(link, business)
        if item is not None:
            return Matched(item, link.url)
    stem = re.sub(r"\.\w{2,5}$", "", PurePath(name).name)
    numbers = _numbers(stem, pack)
    titles = [stem, *(report.title for report in pack.reports[:2])]
    scored = sorted(
        ((_score(item, numbers, titles), -item.position, item) for item in business),
        key=lambda row: row[:2],
        reverse=True,
    )
    if not scored or scored[0][0] < 1:
        return None
    return Matched(scored[0][2])


def match_link(name: str, pack: ParsedPack, links: Iterable[LinkedPaper]) -> LinkedPaper | None:
    """Find the link a file is the paper of: by the file's name in the address, else by the link's title."""
    links = list(links)
    own = _key(PurePath(name).name)
    for link in links:
        if own and own == _key(unquote(PurePath(urlsplit(link.url).path).name)):
            return link
    stem = _key(re.sub(r"\.\w{2,5}$", "", PurePath(name).name))
    titled = [link for link in links if stem and stem == _key(link.title)]
    if not titled and pack.reports:
        titled = [link for link in links if _key(link.title) == _key(pack.reports[0].title)]
    return titled[0] if len(titled) == 1 else None


def item_of_link(link: LinkedPaper, items: Sequence[AgendaItem]) -> AgendaItem | None:
    """The item a link stands under."""
    for item in items:
        same_number = link.agenda_item is not None and item.number == link.agenda_item
        if link.item_title and _key(item.title) == _key(link.item_title):
            return item
        if same_number and not link.item_title:
            return item
    return None


def _numbers(stem: str, pack: ParsedPack) -> set[str]:
    """The item numbers that a file's name or its paper's own head gives."""
    found = {match["number"].casefold() for match in _SAYS_ITEM.finditer(stem)}
    if leading := _NUMBERED.match(stem):
        found.add(leading["number"].casefold())
    found |= {report.agenda_item.casefold() for report in pack.reports[:1] if report.agenda_item}
    return found


def _score(item: AgendaItem, numbers: set[str], titles: Sequence[str]) -> float:
    """How surely a paper is an item's: 1 and more is enough, a title alike or a number with some likeness."""
    alike = max((_likeness(item.title, title) for title in titles), default=0)
    numbered = item.number is not None and item.number.strip(" .").casefold() in numbers
    if alike >= ALIKE:
        return 1 + alike / 100 + numbered
    if numbered:
        return 1 + alike / 100
    return 0


def _likeness(title: str, other: str) -> float:
    one, two = _plain(title), _plain(other)
    if len(one) < 5 or len(two) < 5:
        return 100.0 if one and one == two else 0.0
    # A long name may hold a short title whole; one common word does not make them the same.
    whole = fuzz.token_sort_ratio(one, two)
    part = fuzz.token_set_ratio(one, two) if len(set(one.split()) & set(two.split())) >= 2 else 0
    return float(max(whole, part - 8))


def _plain(title: str) -> str:
    return " ".join(_NOISE.sub(" ", title.casefold()).split())


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
