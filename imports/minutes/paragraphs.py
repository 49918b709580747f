"""Reads one item of a set of minutes: its paragraphs, what was resolved, and who is to act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from imports.layout.paragraphs import Paragraph, full_width, join_lines, split_paragraphs
from imports.minutes.items import AGENDA_NOTE, ItemSpan
from imports.minutes.resolutions import ACTION_FOR, read_actions, read_listed_actions, read_resolutions
from imports.minutes.titles import PARAGRAPH
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph
from imports.patterns import regex
from imports.words.sentences import split_sentences

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_DECIDED = regex(
    r"(?:RESOLVED|AGREED|RECOMMENDED|DECISION)\b"
    r"|(?:Resolved|Agreed|Decisions?)\s*(?::|[-–—](?:\s|$))|Resolved (?:to|that)\b"
    r"|(?:ACTION|Action)s?\s*\d*\s*:|ACTIONS?$"
    rf"|{ACTION_FOR}$|\(References?\s?[-–—:]"
)
# A label by itself, below what is finished
_LABEL_ALONE = frozenset(("Decision", "Decisions", "Resolved", "Agreed"))
_ACTS = regex(r"(?:ACTION|Action)s?\s*\d*\s*:")
# Rows of the lists in a parish's minutes: an application by its reference, a payment by its sum.
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "")
_ROMAN = regex(r"([ivx]{1,4}|[IVX]{1,4})[.)]\s+[A-Z]")
_ROW = regex(r"(?:[A-Z]{1,3}/)?\d{2,4}/\d{2,5}/[A-Z]{2,4}\b|\d{2}/\d{4,5}/[A-Z]{2,4}\b")
_SUM = regex(r"\S\s{2,}£[\d,]+\.\d\d$")
_ACTED = regex(rf"\b(?:ACTION|Action)\s*:\s*[A-Z][\w ]{{1,20}}\.?$|^{ACTION_FOR}$")
Place = tuple[int, int]
ROOM = 0.85
FULL = 30.0
"""No full line has fewer letters: a word or two above white space, such as "Decision", do not run on."""


def read_item(
    span: ItemSpan, lines: Sequence[TextLine], owners: Mapping[Place, str] | None = None
) -> MinuteItem:
    """Read one item: numbered paragraphs where there are any, else paragraphs rebuilt from lines.

    Args:
        span: where it stands.
        lines: of the set of minutes.
        owners: who is to act, by the (page, index) of the line their name stands beside.
    """
    body = [line for line in lines[span.body : span.end] if not AGENDA_NOTE.fullmatch(line.text)]
    if span.lead:
        body.insert(0, replace(lines[span.first], text=span.lead, gap=True))
    width = max(FULL, full_width(body))
    parts = split_numbered(_set_apart(body, width), _digits(span.number), width)
    paragraphs: list[MinuteParagraph] = []
    actions: list[MinuteAction] = []
    pieces: list[Paragraph] = []
    for number, piece in parts:
        if number is None and paragraphs and _is_only_action(piece) and not _ACTS.search(paragraphs[-1].text):
            before = paragraphs[-1]
            joined = Paragraph(f"{before.text} {piece.text}", before.page, piece.lines)
            paragraphs[-1] = MinuteParagraph(before.number, joined.text, before.page)
            actions.extend(read_actions(joined, before.number))
            continue
        paragraphs.append(MinuteParagraph(number, piece.text, piece.page))
        actions.extend(read_actions(piece, number))
        actions.extend(_acted_beside(piece, number, owners or {}))
        pieces.append(piece)
    actions.extend(read_listed_actions(pieces))
    beside = [(owners or {}).get((line.page, line.index), "") for line in lines[span.first : span.body]]
    actions.extend(_told_action(words, lines[span.first].page, None) for words in beside if " to " in words)
    page = lines[span.first].page
    return MinuteItem(
        span.number, span.title, tuple(paragraphs), read_resolutions(pieces, span.title), tuple(actions), page
    )


def _set_apart(lines: Sequence[TextLine], width: float) -> list[TextLine]:
    """What was decided or is to be done, or is a row of a list, stands in a paragraph of its own.

    What is to be done ends with its line where that has room left and the next one begins anew.
    """
    result: list[TextLine] = []
    row, expected = False, 0
    for line in lines:
        if (roman := _ROMAN.match(line.text)) and roman[1].casefold() in ("i", _ROMANS[expected]):
            expected = _ROMANS.index(roman[1].casefold()) + 1
            line = replace(line, gap=True)
        summed = "£" in line.text and _SUM.search(line.text) is not None
        listed = summed or _ROW.match(line.text) is not None
        apart = listed or (row and not line.text[:1].islower()) or _DECIDED.match(line.text) is not None
        apart = apart or (line.text in _LABEL_ALONE and bool(result) and result[-1].text.endswith((".", ")")))
        result.append(replace(line, gap=True) if apart and not line.gap else line)
        ended = "ction" in line.text.casefold() and _ACTED.search(line.text) is not None
        row = summed or (ended and len(line.text) < ROOM * width)
    return result


def _acted_beside(
    piece: Paragraph, number: str | None, owners: Mapping[Place, str]
) -> Iterator[MinuteAction]:
    """The actions whose owner is printed in the margin: the sentence that line belongs to."""
    for line in piece.lines:
        if owner := owners.get((line.page, line.index)):
            if " to " in owner:
                yield _told_action(owner, piece.page, number)
                continue
            sentences = split_sentences(piece.text)[::-1]  # of a line's sentences the last is acted on
            words = join_lines([line.text])
            own = max(sentences, key=lambda sentence: fuzz.partial_ratio(words, sentence), default=piece.text)
            text = piece.text if len(sentences) < 3 else own
            yield MinuteAction(text, owner, piece.page, number)


def _told_action(words: str, page: int, number: str | None) -> MinuteAction:
    """An action that the margin tells whole ("GH to send a map")."""
    return MinuteAction(words, words.split(" to ")[0], page, number)


def _digits(number: str | None) -> int | None:
    found = re.search(r"\d+", number or "")
    return int(found[0]) if found else None


def _is_only_action(piece: Paragraph) -> bool:
    return (
        re.match(r"[(\[]?\s*action\b(?!s?$)", piece.text, re.IGNORECASE) is not None and len(piece.text) < 80
    )


def split_numbered(
    lines: Sequence[TextLine], item: int | None, width: float
) -> list[tuple[str | None, Paragraph]]:
    """Divide an item's lines at its paragraph numbers (`14.7`), which count on from 1."""
    starts: list[tuple[int, str, str]] = []
    expected = 1
    for i, line in enumerate(lines):
        found = PARAGRAPH.match(line.text)
        if (
            found
            and (item is None or int(found["item"]) == item)
            and expected <= int(found["n"]) <= expected + 2
        ):
            starts.append(
                (i, f"{found['item']}.{found['n']}", (found["text"] or found["glued"] or "").strip())
            )
            expected = int(found["n"]) + 1
    if not starts:
        return [(None, paragraph) for paragraph in split_paragraphs(lines, width)]
    result: list[tuple[str | None, Paragraph]] = [
        (None, p) for p in split_paragraphs(lines[: starts[0][0]], width)
    ]
    for (i, number, text), end in zip(starts, [*(s[0] for s in starts[1:]), len(lines)], strict=True):
        result.extend(_numbered(lines[i:end], number, text, width))
    return result


def _numbered(
    lines: Sequence[TextLine], number: str, text: str, width: float
) -> list[tuple[str | None, Paragraph]]:
    """One numbered paragraph and what follows it unnumbered: lists and resolutions stay apart."""
    first = lines[0]
    rest = list(lines[1:])
    if not text and rest:
        head = rest.pop(0)
        text, first = head.text, head
    whole = [first, *rest]
    groups = split_paragraphs(whole, width)
    lead = [text, *(line.text for line in groups[0].lines[1:])]
    result: list[tuple[str | None, Paragraph]] = [
        (number, Paragraph(join_lines(lead), lines[0].page, groups[0].lines))
    ]
    for group in groups[1:]:
        result.append((None, group))
    return result
