"""Labels of lists of names that are broken over two lines, or share a line with another list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.people.labels import read_label
from imports.people.names_in_prose import PUBLIC

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

# The council whose members follow ("East Wolds Council:  Councillors Alder and Coates").
_OWNER = regex(r"[A-Z][\w’'& -]{2,40}:\s++(?=(?:Cllr|Councillor|Alderm[ae]n|Mr|Mrs|Ms|Dr)s?\b)")
_LABEL_ENDS = regex(r"[a-z][a-z ]{2,30}:|(?:ABSENCE|ATTENDANCE|PRESENT|Absence|Attendance|Present)\s*:")
_OTHER_LIST = regex(
    r"(?:(?:town |parish )?clerk|officers?|apologies|in attendance|also present"
    r"|(?:members of (?:the )?)?(?:public|press))(?: present)?\s*:",
    re.IGNORECASE,
)
# "Cllrs A Bell and C Dow. Clerk: E Fry."
_SENTENCE_LABEL = regex(
    r"(?<=[a-z)])[.;]\s+(?=(?:(?:town |parish )?clerk|officers?|apologies|in attendance"
    r"|also (?:present|in attendance))\s*:)",
    re.IGNORECASE,
)


def mend_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """A label broken over two lines beside its list ("Apologies  A Bell" above "received:") on its own."""
    result: list[TextLine] = []
    lines = _with_whole_labels([part for line in lines for part in _parted_labels(line)])
    for line, following in zip_longest(lines, lines[1:]):
        own = line_cells(line)
        runs_on = following is not None and _LABEL_ENDS.fullmatch(following.text) and not following.gap
        row = len(own) == 2 and not runs_on and read_label(own[1].text) is None
        label = read_label(own[0].text) if row else None
        if label and not label[2] and not own[0].text.rstrip().endswith(":"):
            text = f"{own[0].text.strip()}: {own[1].text.strip()}"  # a row of a table, its label in a cell
            line = replace(line, text=text, line=replace(line.line, text=text, cells=()))
        if read_label(line.text) is None and (owner := _OWNER.match(line.text)):
            text = line.text[owner.end() :]
            line = replace(line, text=text, gap=True, line=replace(line.line, text=text, cells=()))
        cells = line_cells(result[-1]) if result else ()
        if len(cells) == 1 and len(own) == 2 and not line.gap and _broken_label(cells[0].text, own[0].text):
            text = f"{cells[0].text} {own[0].text}: {own[1].text}"
            result[-1] = replace(result[-1], text=text, line=replace(line.line, text=text, cells=()))
            continue
        if len(own) == len(cells) == 2 and not line.gap and _broken_label(cells[0].text, own[0].text):
            text = f"{cells[0].text} {own[0].text}: {cells[1].text}, {own[1].text}"
            result[-1] = replace(result[-1], text=text, line=replace(line.line, text=text, cells=()))
            continue
        if (
            len(cells) > 1
            and not line.gap
            and _LABEL_ENDS.fullmatch(line.text)
            and read_label(f"{cells[0].text} {line.text}")
        ):
            above = result.pop()
            rest = ", ".join(cell.text for cell in cells[1:]).replace(":,", ":")
            text = f"{cells[0].text} {line.text} {rest}"
            result.append(replace(above, text=text, line=replace(above.line, text=text, cells=())))
        else:
            result.append(line)
    return result


def _with_whole_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """Labels that go on in the row below, their list wrapped beside them ("Members" over "present")."""
    result: list[TextLine] = []
    for line in lines:
        own, above = line_cells(line), line_cells(result[-1]) if result else ()
        whole = f"{above[0].text.strip()} {own[0].text.strip()}" if len(own) == len(above) == 2 else ""
        goes_on = bool(whole) and not line.gap and own[0].text[:1].islower()
        if goes_on and (label := read_label(whole)) and not label[2] and read_label(above[0].text):
            text = f"{whole}: {above[1].text.strip()}"
            result[-1] = replace(result[-1], text=text, line=replace(result[-1].line, text=text, cells=()))
            text = own[1].text.strip()
            line = replace(line, text=text, line=replace(line.line, text=text, cells=()))
        result.append(line)
    return result


def _parted_labels(line: TextLine) -> list[TextLine]:
    """A line that holds several lists ("Present: A Bell    Clerk: D Dow") as a line for each."""
    cells = line_cells(line)
    if len(cells) == 1 and (told := _SENTENCE_LABEL.search(line.text)) and read_label(line.text):
        parts = (line.text[: told.start()], line.text[told.end() :])
        return [
            replace(line, text=x, gap=line.gap and not n, line=replace(line.line, text=x))
            for n, x in enumerate(parts)
        ]
    if len(cells) < 2 or not any(_OTHER_LIST.match(cell.text) for cell in cells[1:]):
        return [line]
    texts: list[str] = []
    for cell in cells:
        if texts and not _OTHER_LIST.match(cell.text):
            texts[-1] = f"{texts[-1]}   {cell.text}"
        else:
            texts.append(cell.text)
    return [
        replace(line, text=text, gap=line.gap and not n, line=replace(line.line, text=text, cells=()))
        for n, text in enumerate(texts)
        if not PUBLIC.match(text)
    ]


def _broken_label(start: str, end: str) -> bool:
    """Whether two cells are the halves of a label ("Officers in" above "Attendance")."""
    whole = read_label(f"{start.strip()} {end.strip()}")
    return whole is not None and not whole[2] and read_label(start) is None
