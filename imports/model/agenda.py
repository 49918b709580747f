"""The agenda: its items, the papers they name, the people the front sheet names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkedPaper:
    """A paper that an agenda item points at without holding it.

    Attributes:
        title: as the link names it, without the size of the file.
        url: where it lies, absolute where the page says where it came from.
        agenda_item: the number of the item it belongs to, or None where the item has none.
        item_title: the title of that item, or "" for a paper of the whole meeting.
        restricted: whether the council keeps it from the public.
        published: the day it was published as printed, or "".
    """

    title: str
    url: str
    agenda_item: str | None
    item_title: str
    restricted: bool = False
    published: str = ""


@dataclass(frozen=True, slots=True)
class ExemptPage:
    """A page kept from the public, by the words that say so (`Exempt - paragraph 3 of Schedule 12A`)."""

    page: int
    words: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of the agenda, as printed.

    Attributes:
        number: as printed or, where it was lost, certain from its neighbours; None where unknown.
        title: without the page range.
        description: what the committee is asked to do, or None.
        pages: first and last pack page, or None where none is printed.
        officers: the people named beside the item.
        is_heading: a scope heading: no business, but an instruction for the items after it.
        page: the file's page it was read from.
    """

    number: str | None
    title: str
    description: str | None = None
    pages: tuple[int, int] | None = None
    officers: tuple[str, ...] = ()
    is_heading: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the committee; `role` is Chair, Vice-Chair, Added Member, a body ..., or None."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """An officer whose details are printed; the clerk comes first."""

    name: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A paper in the pack.

    Attributes:
        agenda_item: the number of the item it belongs to, or None where that is not known.
        title: as printed on it.
        pages: first and last pack page, or None.
        file_pages: first and last page of the file.
        recommendations: what the committee is asked to agree, word for word.
        place: the place of the item it belongs to on the agenda, from 0, where that prints no number.
    """

    agenda_item: str | None
    title: str
    pages: tuple[int, int] | None
    file_pages: tuple[int, int]
    recommendations: tuple[str, ...] = ()
    place: int | None = None
