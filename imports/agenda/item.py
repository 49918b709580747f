"""Reads one item of an agenda from the rows between its number and the next one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from imports.agenda.beside import by_column, read_beside
from imports.agenda.item_numbers import PAGES
from imports.agenda.title import (
    LONE_RANGE,
    OPEN_PAGES,
    Edge,
    clean_title,
    mend_ranges,
    parts_date,
    take_pages,
    take_title,
    widen,
)
from imports.layout.columns import Piece
from imports.layout.joining import Paragraph, join_words
from imports.layout.paragraphs import join_lines, runs_overleaf
from imports.model.agenda import AgendaItem
from imports.patterns import regex
from imports.words.dates import is_timing
from imports.words.names import is_people
from imports.words.presenters import (
    begins_post,
    find_presenters,
    is_post,
    is_presenters,
    names_presenter,
    read_presenters,
    unique,
    without_phone,
)
from imports.words.title_people import split_bracketed, split_dashed, split_glued

_UNFINISHED = regex(
    r"(?:,|\b(?:by|than|at|before|until|is|on|of|the|and|or)|(?:\S+\s+){7,}\S*[^.:;?!)\s])\s*$", re.IGNORECASE
)
_LIST_MARK = regex(r"^\((?:[a-h]|[ivx]{1,4})\)\s+(?=(?:Report|Presentation|Update) )")
_OPENS_PEOPLE = regex(
    r"(?:(?:officer |report )?contacts?(?: officers?)?|(?:lead|report) (?:officer|author)s?|author)\s?:"
    r"|(?:joint )?report (?:of|by) ",
    re.IGNORECASE,
)
_PAGES_LAST = regex(rf"{PAGES.pattern}$", re.IGNORECASE)
SCOPE = regex(
    r"(?=.*\bquestions?\b)(?=.*(?:\bfollowing\b|\bitems?\b.*\bbelow\b|\bbelow\b.*\bitems?\b"
    r"|\breports?\b.*\bbelow\b))"
    r"(?=.*\b(?:items?|reports?|papers?)\b)(?:.*\b(?:send|submit|submitted|sent|by|before|advance|receiv"
    r"|please|forward)\w*\b)"
    r"|(?:please|members|councillors|written|any) .*\bquestions?\b.*\bitems?\s+\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item, and its words paragraph by paragraph (title first) for whoever needs their pages."""

    item: AgendaItem
    paragraphs: tuple[Paragraph, ...]


def read_item(number: str | None, pieces: Sequence[Piece], edge: Edge, known: frozenset[str]) -> ReadItem:
    """Read an item.

    Args:
        number: its number, already taken off the pieces.
        pieces: what stands on its rows, in reading order.
        edge: how far to the right the agenda's lines reach.
        known: names of people certain from elsewhere, in lower case.
    """
    beside = by_column([piece for piece in pieces if piece.beside], known)
    pages, officers, notes = read_beside(beside, known)
    groups = _group(mend_ranges([piece for piece in pieces if not piece.beside]))
    if len(groups) > 1 and _is_people_first(groups, known):
        officers += read_presenters(_join(groups.pop(0)))
    paged = edge.paged if len(pieces) > 1 and pieces[1].beside else 0.0
    edge = replace(edge, titles=min(edge.titles, paged or edge.titles), paged=paged)
    title, tail, rest = take_title(groups[0] if groups else [], edge)
    title, pages = take_pages(title, pages)
    groups = ([rest] if rest else []) + groups[1:]
    if tail:
        found, groups = _take_tail(tail, groups, known, pieces[0].page)
        officers += found
    title, bracketed = split_bracketed(title, known)
    title, dashed = split_dashed(title, known)
    officers += bracketed + dashed
    if not beside:
        title, glued = split_glued(title, known)
        officers += glued
    description: list[Paragraph] = []
    for group in groups:
        found, pages, texts = _read_group(group, pages, known)
        officers += found
        description.extend(Paragraph(text, group[0].page) for text in texts if text)
    first_page = pieces[0].page if pieces else 1
    description.extend(Paragraph(note, first_page) for note in notes)
    title = clean_title(title)
    heading = not officers and pages is None and len(title) < 500 and SCOPE.match(title) is not None
    joined = join_words([paragraph.text for paragraph in description]) or None
    item = AgendaItem(number, title, joined, pages, unique(officers), heading, first_page)
    return ReadItem(item, (Paragraph(title, first_page), *description))


def _is_people_first(groups: Sequence[Sequence[Piece]], known: frozenset[str]) -> bool:
    """Whether an item opens with its presenters, the title in the paragraph after them."""
    first, second = _join(groups[0]), _join(groups[1])
    titled = PAGES.search(second) is not None and PAGES.sub("", second).strip() != ""
    return is_people(first, known) or (titled and is_presenters(first, known))


def _join(pieces: Sequence[Piece]) -> str:
    return join_words([piece.text for piece in pieces])


def _group(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Divide pieces where white space or a page end parts them; an open page range holds on."""
    groups: list[list[Piece]] = []
    width = max((len(piece.text) for piece in pieces), default=0)
    for piece in pieces:
        held = bool(groups) and OPEN_PAGES.search(_join(groups[-1][-2:])) is not None
        told = groups and (len(groups) > 1 or len(groups[-1]) > 1)  # no title alone, long as that may be
        full = width if told else inf
        overleaf = groups and piece.opens_page and runs_overleaf(groups[-1][-1].text, piece.text, full)
        held = held or (bool(groups) and parts_date(groups[-1][-1].text, piece.text))
        if groups and (held or overleaf or not (piece.gap or piece.opens_page)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _take_tail(
    tail: str, groups: list[list[Piece]], known: frozenset[str], page: int
) -> tuple[list[str], list[list[Piece]]]:
    """Read what is glued on after the page range: people, over several lines if need be."""
    following = groups[0] if groups else []
    for count in range(min(len(following), 6), -1, -1):
        candidate = join_lines([tail, *(piece.text for piece in following[:count])])
        if is_presenters(candidate, known):
            left = following[count:]
            return read_presenters(candidate), ([list(left)] if left else []) + groups[1:]
    if is_timing(tail.strip("()")) or not re.search(r"\w{3}", tail):
        return [], groups
    if not groups:
        return [], [[Piece(tail, page, 0, 0)]]
    first = groups[0][0]
    return [], [[Piece(tail, first.page, first.left, first.right), *groups[0]], *groups[1:]]


def _goes_on(lines: Sequence[Piece]) -> bool:
    """Whether a sentence is unfinished at a line's end, so that a time below it is a part of it."""
    return bool(lines) and _UNFINISHED.search(lines[-1].text) is not None


def _read_group(
    group: Sequence[Piece], pages: tuple[int, int] | None, known: frozenset[str]
) -> tuple[list[str], tuple[int, int] | None, list[str]]:
    """Read a paragraph under the title: people, a page range, a time, or description."""
    lines: list[Piece] = []
    for piece in group:
        bare = PAGES.fullmatch(piece.text) or (LONE_RANGE.fullmatch(piece.text) if pages is None else None)
        if bare:
            pages = widen(pages, bare)
        elif re.search(r"\w", piece.text) and (_goes_on(lines) or not is_timing(piece.text)):
            lines.append(piece)
    whole = _join(lines)
    if whole[:1] == "(" and is_presenters(bracketed := _bare(whole), known):
        return read_presenters(bracketed), pages, []
    if match := PAGES.fullmatch(whole):  # a range over two lines
        return [], widen(pages, match), []
    if len(lines) > 1 and begins_post(lines[0].text) and not is_post(lines[0].text) and is_post(whole):
        return [whole], pages, []
    if len(lines) > 1 and all(is_presenters(piece.text, known) for piece in lines):
        return [name for piece in lines for name in read_presenters(piece.text)], pages, []
    match = _PAGES_LAST.search(whole) if whole.endswith(")") else None
    if match and (pages is None or int(match["first"]) == pages[1] + 1):
        pages, whole = widen(pages, match), whole[: match.start()].rstrip()
        lines = [*lines[:-1], replace(lines[-1], text=_PAGES_LAST.sub("", lines[-1].text).rstrip())]
    if is_presenters(whole, known):
        return read_presenters(whole), pages, []
    told = [find_presenters(piece.text, known) for piece in lines]
    if len(lines) > 1 and all(names and not left for names, left in told):
        return [name for names, _ in told for name in names], pages, []
    below = [*(piece.text for piece in lines[1:]), ""]
    whole_lines = [
        i
        for i, (names, left) in enumerate(told)
        if names and not left and _labels_line(lines[i].text) and not below[i][:1].islower()
    ]
    if len(lines) > 1 and whole_lines:
        others = [_join(lines[a + 1 : b]) for a, b in pairwise([-1, *whole_lines, len(lines)])]
        return [name for i in whole_lines for name in told[i][0]], pages, others
    officers, left = find_presenters(_LIST_MARK.sub("", whole), known)
    if officers:
        return officers, pages, [left]
    labelled, lines = _take_labelled(lines, known)
    found, lines = _split_people(lines, known)
    return labelled + found, pages, [_join(lines)]


def _take_labelled(lines: list[Piece], known: frozenset[str]) -> tuple[list[str], list[Piece]]:
    """Take the people off whom a sentence of its own names between a paragraph's others, over some lines."""
    found: list[str] = []
    left: list[Piece] = []
    at = 0
    while at < len(lines):
        opens = _OPENS_PEOPLE.match(lines[at].text) and (
            not at or lines[at - 1].text.endswith((".", ")", ":"))
        )
        for count in (3, 2, 1) if opens and len(lines) > 1 else ():
            names, rest = find_presenters(_join(lines[at : at + count]), known)
            if names and not rest:
                found += names
                at += min(count, len(lines) - at)
                break
        else:
            left.append(lines[at])
            at += 1
    return found, left


def _labels_line(text: str) -> bool:
    """Whether a line is a label with whoever presents, whole, and no clerk with a telephone."""
    return names_presenter(text) and not (_UNFINISHED.search(text) or any(map(str.isdigit, text)))


def _bare(text: str) -> str:
    """A text without brackets around the whole of it, and a telephone number in them."""
    return without_phone(text[1:-1]) if text[:1] == "(" and text.find(")") == len(text) - 1 else text


def _split_people(lines: list[Piece], known: frozenset[str]) -> tuple[list[str], list[Piece]]:
    """Take the people off a paragraph's first or last lines."""
    found: list[str] = []
    for count in range(min(3, len(lines) - 1), 0, -1):
        first = _join(lines[:count])
        if is_presenters(_bare(first), known) and not first.endswith((",", "and")):
            found += read_presenters(_bare(first))
            lines = lines[count:]
            break
    for count in range(min(3, len(lines) - 1), 0, -1):
        ended = lines[-count - 1].text.rstrip().endswith((".", ")", ":", "!"))
        if ended and is_presenters(last := _bare(_join(lines[-count:])), known):
            found += read_presenters(last)
            lines = lines[:-count]
            break
    return found, lines
