"""Reads one item of an agenda from the rows between its number and the next one's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from imports.columns import Piece
from imports.dates import find_times
from imports.item_numbers import PAGES
from imports.model import AgendaItem
from imports.names import is_people
from imports.paragraphs import join_lines
from imports.presenters import find_presenters, is_presenters, read_presenters, split_glued, unique

_OPEN_PAGES = re.compile(r"\(\s*(?:pages?|pgs?|pp)\b[^)]*$", re.IGNORECASE)
_RANGE = re.compile(r"(?P<first>\d{1,4})\s*(?:(?:-|–|—|to)\s*(?P<last>\d{1,4}))?")
_GLUED_RANGE = re.compile(
    r"(?:\s{2,}|\s*\.{3,}\s*|\s*…+\s*)(?P<first>\d{1,3})\s*(?:[-–—]\s*(?P<last>\d{1,3}))?$"
)
_LEADER = re.compile(r"\s*(?:\.\s?){4,}\s*|\s*…{2,}\s*")
_BEGINS_DESCRIPTION = re.compile(
    r"(?:to (?:receive|consider|note|approve|confirm|agree|review|discuss|answer|gain|hear|sign|scrutinise|comment|report"
    r"|update|ask|provide|inform|deal|determine|appoint|elect|adopt|endorse|seek|invite|enable|disclose|declare)\b"
    r"|the (?:committee|board|panel|council|report|cabinet|chair|commission|minutes|purpose)\b|members (?:are|to|of|should|must|who)\b"
    r"|please\b|report of\b|this (?:report|item|paper)\b|councillors (?:are|should|must)\b|attached\b|a (?:report|presentation|verbal)\b"
    r"|in accordance\b|any member\b|if you\b|verbal (?:update|report)|presentation by\b|lead (?:officer|member)\b)",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,4})[).]|[•●▪*–-])\s")
_UNFINISHED = re.compile(r"(?:[-–—,&:/]|\b(?:and|of|the|for|to|on|in|with|a|from|by|at|or))$", re.IGNORECASE)
_TO_FOLLOW = re.compile(
    r"\(?(?:to follow|verbal(?: (?:report|update|item))?|oral(?: (?:report|update))?|presentation|attached|enclosed"
    r"|copy attached|none|n/a|for (?:information|decision|noting|discussion)|late|exempt|restricted)\)?",
    re.IGNORECASE,
)
SCOPE = re.compile(
    r"(?=.*\bquestions?\b)(?=.*(?:\bfollowing\b|\bitems?\b.*\bbelow\b|\bbelow\b.*\bitems?\b|\breports?\b.*\bbelow\b))"
    r"(?=.*\b(?:items?|reports?|papers?)\b)(?:.*\b(?:send|submit|submitted|sent|by|before|advance|receiv|please|forward)\w*\b)"
    r"|(?:please|members|councillors|written|any) .*\bquestions?\b.*\bitems?\s+\d",
    re.IGNORECASE,
)
_URL_END = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_URL_PART = re.compile(r"\S*[/%_=&?]\S*|\S+\.(?:pdf|html?|aspx?|docx?|php)\b\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the front sheet, with the page it begins on."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item, and its words paragraph by paragraph (title first) for whoever needs their pages."""

    item: AgendaItem
    paragraphs: tuple[Paragraph, ...]


def read_item(
    number: str | None, pieces: Sequence[Piece], limit: float, known: frozenset[str], tolerance: float
) -> ReadItem:
    """Read an item.

    Args:
        number: its number, already taken off the pieces.
        pieces: what stands on its rows, in reading order.
        limit: how far to the right a full line of the agenda reaches.
        known: names of people certain from elsewhere, in lower case.
        tolerance: how far before the limit a line may end and still be full.
    """
    beside = [piece for piece in pieces if piece.beside]
    pages, officers, notes = _read_beside(beside, known)
    groups = _group([piece for piece in pieces if not piece.beside])
    if len(groups) > 1 and _is_people_first(groups, known):
        officers += read_presenters(_join(groups.pop(0)))
    title, tail, rest = _take_title(groups[0] if groups else [], limit, tolerance)
    title, pages = _take_pages(title, pages)
    groups = ([rest] if rest else []) + groups[1:]
    if tail:
        found, groups = _take_tail(tail, groups, known, pieces[0].page)
        officers += found
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
    title = _clean_title(title)
    heading = not officers and pages is None and SCOPE.match(title) is not None
    joined = join_words([paragraph.text for paragraph in description]) or None
    item = AgendaItem(number, title, joined, pages, unique(officers), heading, first_page)
    return ReadItem(item, (Paragraph(title, first_page), *description))


def _is_people_first(groups: Sequence[Sequence[Piece]], known: frozenset[str]) -> bool:
    """Whether an item opens with its presenters, the title in the paragraph after them."""
    first, second = _join(groups[0]), _join(groups[1])
    titled = PAGES.search(second) is not None and PAGES.sub("", second).strip() != ""
    return is_people(first, known) or (titled and is_presenters(first, known))


def join_words(texts: Sequence[str]) -> str:
    """Join lines into running text; addresses broken at a line's end are put together again."""
    joined = ""
    for text in texts:
        text = re.sub(r"\s+", " ", text.strip())
        address = _URL_END.search(joined)
        first = text.split(" ", 1)[0]
        if address and first and not first.startswith(("http", "www.")) and _continues(address[0], first):
            joined += text
        else:
            joined = join_lines((joined, text))
    return joined


def _continues(address: str, word: str) -> bool:
    if address.endswith((".", ",", ")", ";")):
        return False
    return bool(_URL_PART.fullmatch(word.rstrip(".,;)"))) or (
        address.endswith(("-", "_", "%", "=", "&")) and word[0].isalnum()
    )


def _join(pieces: Sequence[Piece]) -> str:
    return join_words([piece.text for piece in pieces])


def _group(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Divide pieces where white space or a page end parts them; an open page range holds on."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        held = groups and _OPEN_PAGES.search(_join(groups[-1]))
        if groups and (held or not (piece.gap or piece.opens_page)):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _read_beside(
    beside: Sequence[Piece], known: frozenset[str]
) -> tuple[tuple[int, int] | None, list[str], list[str]]:
    """Read the right-hand column: pages, people, or words such as "To follow"."""
    pages: tuple[int, int] | None = None
    texts: list[str] = []
    notes: list[str] = []
    for piece in beside:
        text = piece.text.strip()
        bare = PAGES.fullmatch(text) or _RANGE.fullmatch(text)
        if bare and int(bare["first"]) < 1900:
            pages = _widen(pages, bare)
        elif _TO_FOLLOW.fullmatch(text):
            notes.append(text)
        elif not _is_timing(text):
            texts.append(text)
    joined = join_lines(texts)
    match = PAGES.search(joined)
    if match:
        pages = _widen(pages, match)
        joined = (joined[: match.start()] + joined[match.end() :]).strip()
    if not joined:
        return pages, [], notes
    found, other = find_presenters(joined, known)
    return pages, found if found and not other else read_presenters(joined), notes


def _widen(pages: tuple[int, int] | None, match: re.Match[str]) -> tuple[int, int]:
    first, last = int(match["first"]), int(match["last"] or match["first"])
    if last < first:
        last = first
    return (min(pages[0], first), max(pages[1], last)) if pages else (first, last)


def _is_timing(text: str) -> bool:
    """Whether a text is only the time an item is expected at."""
    left = text
    for found in reversed(find_times("at " + text)):
        left = ("at " + left)[: found.start] + ("at " + left)[found.end :]
        left = left.removeprefix("at ")
    return left != text and not re.search(r"\w{3,}", left.replace("approx", "").replace("mins", ""))


def _take_title(pieces: Sequence[Piece], limit: float, tolerance: float) -> tuple[str, str, list[Piece]]:
    """Take the title from an item's first lines: the title, what follows its page range, and the rest."""
    text = ""
    for i, piece in enumerate(pieces):
        text = join_words((text, piece.text))
        if _OPEN_PAGES.search(text):
            continue
        match = _last_pages(text)
        following = pieces[i + 1] if i + 1 < len(pieces) else None
        if match and match[0].startswith("(") and (following is None or not _begins_pages(following.text)):
            return text[: match.end()], text[match.end() :].strip(), list(pieces[i + 1 :])
        if following is None or not _title_runs_on(text, piece, following, limit, tolerance):
            return text, "", list(pieces[i + 1 :])
    return text, "", []


def _last_pages(text: str) -> re.Match[str] | None:
    found = list(PAGES.finditer(text))
    return found[-1] if found else None


def _begins_pages(text: str) -> bool:
    return re.match(r"\(\s*(?:pages?|pgs?|pp)\b", text, re.IGNORECASE) is not None


def _title_runs_on(text: str, piece: Piece, following: Piece, limit: float, tolerance: float) -> bool:
    """Whether the title goes on in the next line."""
    if _begins_pages(following.text):
        return True
    if piece.bold != following.bold:
        return False
    letters = re.sub(r"[^A-Za-z]", "", text)
    next_letters = re.sub(r"[^A-Za-z]", "", PAGES.sub("", following.text))
    if (letters.isupper() and len(letters) > 3) != next_letters.isupper() and len(next_letters) > 5:
        return False
    if _LISTED.match(following.text):
        return False
    if following.text[:1].islower() or _UNFINISHED.search(text):
        return True
    if _BEGINS_DESCRIPTION.match(following.text):
        return False
    width = (piece.right - piece.left) / max(len(piece.text), 1)
    needed = width * (len(following.text.split()[0]) + 1)
    return piece.right + needed > limit - tolerance


def _take_pages(title: str, pages: tuple[int, int] | None) -> tuple[str, tuple[int, int] | None]:
    """Take the page range, or several, off a title."""
    for match in reversed(list(PAGES.finditer(title))):
        if match[0].startswith("(") or match.end() == len(title):
            pages = _widen(pages, match)
            title = f"{title[: match.start()].rstrip()} {title[match.end() :].lstrip()}".strip()
    glued = _GLUED_RANGE.search(title)
    if glued and pages is None:
        pages = _widen(None, glued)
        title = title[: glued.start()]
    return title, pages


def _take_tail(
    tail: str, groups: list[list[Piece]], known: frozenset[str], page: int
) -> tuple[list[str], list[list[Piece]]]:
    """Read what is glued on after the page range: people, over several lines if need be."""
    following = groups[0] if groups else []
    for count in range(len(following), -1, -1):
        candidate = join_lines([tail, *(piece.text for piece in following[:count])])
        if is_presenters(candidate, known):
            left = following[count:]
            return read_presenters(candidate), ([list(left)] if left else []) + groups[1:]
    if _is_timing(tail.strip("()")) or not re.search(r"\w{3}", tail):
        return [], groups
    if not groups:
        return [], [[Piece(tail, page, 0, 0)]]
    first = groups[0][0]
    return [], [[Piece(tail, first.page, first.left, first.right), *groups[0]], *groups[1:]]


def _read_group(
    group: Sequence[Piece], pages: tuple[int, int] | None, known: frozenset[str]
) -> tuple[list[str], tuple[int, int] | None, list[str]]:
    """Read a paragraph under the title: people, a page range, a time, or description."""
    text = _join(group)
    bare = PAGES.fullmatch(text) or (
        re.fullmatch(r"(?P<first>\d{1,4})\s*[-–—]\s*(?P<last>\d{1,4})", text) if pages is None else None
    )
    if bare:
        return [], _widen(pages, bare), []
    if _is_timing(text):
        return [], pages, []
    if len(group) > 1 and all(is_presenters(piece.text, known) for piece in group):
        return [name for piece in group for name in read_presenters(piece.text)], pages, []
    if is_presenters(text, known):
        return read_presenters(text), pages, []
    officers, left = find_presenters(text, known)
    if officers:
        return officers, pages, [left]
    lines = list(group)
    found: list[str] = []
    for count in range(min(3, len(lines) - 1), 0, -1):
        if is_presenters(_join(lines[:count]), known) and not lines[count - 1].text.endswith((",", "and")):
            found += read_presenters(_join(lines[:count]))
            lines = lines[count:]
            break
    for count in range(min(3, len(lines) - 1), 0, -1):
        ended = lines[-count - 1].text.rstrip().endswith((".", ")", ":", "!"))
        if ended and is_presenters(_join(lines[-count:]), known):
            found += read_presenters(_join(lines[-count:]))
            lines = lines[:-count]
            break
    return found, pages, [_join(lines)]


def _clean_title(title: str) -> str:
    """Take leaders, timings and marks off a title."""
    title = _LEADER.sub(" ", title).strip()
    match = re.search(r"\(([^()]*)\)$|\s{2,}(\S.*)$", title)
    if match and _is_timing(match[1] or match[2] or ""):
        title = title[: match.start()]
    return re.sub(r"\s+", " ", title).strip(" *")
