"""Names of minutes' heading that stand in columns, in the order they are meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.names import is_people, is_titled
from imports.words.parties import PARTY_NAME

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_PARTY = regex(
    rf"[\w ’'&-]{{3,40}} (?:group|party)|{PARTY_NAME}",
    re.IGNORECASE,
)
# What may stand in a column beside names: an office, a body, a party, a post.
# A surname in capitals ("Al BELL", "Jo McBELL")
_SHOUTED = regex(r"\b(?:Mc|Mac)?[A-Z][A-Z’'-]{2,}\b")
_SHOUTED_NAME = regex(r"(?:[A-Z][a-z’'-]+ ){1,2}(?:Mc|Mac)?[A-Z][A-Z’'-]{2,}\b")
# An office or a post in a column before its holder ("Vice Chairman      Mrs A Bell")
_OFFICE_CELL = regex(r"(?:(?:vice|deputy)[- ])?(?:chair(?:man|woman|person)?|mayor|convener)", re.IGNORECASE)
_INITIALLED = regex(r"(?:[A-Z]\.? ){1,3}[A-Z][\w’'-]+")
_OFFICE = regex(r"(?<=\S)\s*\(((?:vice[- ])?chair(?:man|woman|person)?|convener)\)$", re.IGNORECASE)
# "Governance Officer", two words with capitals as a name has them
_NAME = regex(r"[A-Z][\w.’'-]+ (?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w’'-]+")
_POST_LAST = regex(
    r"[A-Z][\w&’' -]* (?:officer|director|manager|lead|executive|assistant|adviser|solicitor|representative)"
    r"|(?:director|head|chief|leader) [\w&’' -]+",
    re.IGNORECASE,
)
REMARK = regex(
    r"^\(.*\)?$|\b(?:council|board|trust|nhs|authority|healthwatch|university|ward|labour|conservatives?|liberal"
    r"|democrats?|green|independents?|plaid|snp|sinn f[ée]in|dup|uup|sdlp|alliance|chair(?:man|person|woman)?"
    r"|director|head of|officer|manager|constabulary|police|service|lead|clerk|representative|borough|city"
    r"|county|councillor|member|executive|assistant|consultant|nurse|gp)\b",
    re.IGNORECASE,
)


def by_column(lines: Sequence[TextLine]) -> list[tuple[str, bool]]:
    """The lines as text; where names stand in two columns, the left column before the right."""
    result: list[tuple[str, bool]] = []
    run: list[TextLine] = []

    def flush() -> None:
        if run and (people := _beside_parties(run)):
            result.extend((words, i == 0) for i, words in enumerate(people))
            run.clear()
        elif run and _tells_of_first(run):
            result.extend((_with_remark(line), line.gap) for line in run)
            run.clear()
        elif run:
            left = min(line.line.left for line in run)
            columns: dict[bool, list[tuple[str, bool]]] = {False: [], True: []}
            middle = _middle(run)
            for line in run:
                for cell in line_cells(line):
                    aside = cell.left >= middle and (cell.left > left + 40 or not line.line.right)
                    columns[aside].append((cell.text, False))
            for column in columns.values():
                result.extend((text, i == 0 or gap) for i, (text, gap) in enumerate(column))
            run.clear()

    for line in lines:
        cells = line_cells(line)
        label = read_label(cells[0].text)
        if _is_post_first([cell.text.strip() for cell in cells]):
            flush()
            result.append((f"{cells[1].text.strip()} ({cells[0].text.strip()})", line.gap))
        elif len(cells) >= 2 and all(read_label(cell.text) for cell in cells):
            flush()  # two lists side by side, each under its label
            run.append(line)
        elif (len(cells) >= 2 and not label) or (run and not line.gap and not label and len(cells) == 1):
            run.append(line)
        else:
            flush()
            listed = label is not None and not label[2] and len(cells) > 2
            text = _listed([cell.text.strip() for cell in cells]) if listed else line.text
            result.append((re.sub(r"\s{2,}", " ", text), line.gap))
    flush()
    return result


def _listed(cells: Sequence[str]) -> str:
    """A label and the names beside it in columns as a list in prose; an office stays before its holder."""
    text = cells[0]
    for before, cell in pairwise(cells):
        text += f"{' ' if before is cells[0] or _OFFICE_CELL.fullmatch(before) else ', '}{cell.rstrip(' ,')}"
    return text


def _is_post_first(cells: Sequence[str]) -> bool:
    """Whether a row tells a post and then who holds it ("Vice Chairman      Mrs A Bell")."""
    if len(cells) != 2 or not is_titled(cells[1]) or is_titled(cells[0]) or read_label(cells[0]):
        return False
    return REMARK.search(cells[0]) is not None and not is_people(cells[0])


def _beside_parties(run: Sequence[TextLine]) -> list[str]:
    """The names of a list by party, the parties to their left; none where it is no such list."""
    rows = [line_cells(line) for line in run]
    parted = [cells for cells in rows if len(cells) == 2]
    if len(parted) < 2 or not all(_PARTY.fullmatch(cells[0].text.strip()) for cells in parted):
        return []
    return [f"{cells[-1].text.strip().rstrip(',')}," for cells in rows]


def _tells_of_first(run: Sequence[TextLine]) -> bool:
    """Whether the second column says whose, or what, the people of the first are ("Cllr A Bell   Hexley")."""
    rows = [cells for line in run if len(cells := line_cells(line)) > 1]
    if any(len(cells) != 2 or _names_another(cells[1].text.strip()) for cells in rows):
        return False
    if rows and all(
        _NAME.fullmatch(a.text.strip()) and _POST_LAST.fullmatch(b.text.strip()) for a, b in rows
    ):
        return True
    told = sum(REMARK.search(cells[1].text) is not None for cells in rows)
    named = sum(
        is_titled(first := _SHOUTED.sub(lambda word: word[0].capitalize(), cells[0].text.strip()))
        or is_people(first)
        or _INITIALLED.fullmatch(first) is not None
        or _SHOUTED_NAME.match(cells[0].text.strip()) is not None
        for cells in rows
    )
    return 2 * told > len(rows) and 2 * named >= len(rows)


def _names_another(cell: str) -> bool:
    """Whether the second column holds somebody else; "Clerk" is an office."""
    post = REMARK.fullmatch(cell) or _POST_LAST.fullmatch(cell)
    return is_titled(cell) or (is_people(cell) and post is None)


def _with_remark(line: TextLine) -> str:
    """A line of two columns as one name, the second in brackets."""
    cells = line_cells(line)
    if len(cells) < 2:
        return line.text
    remark = cells[1].text.strip()
    if office := _OFFICE.search(remark):  # "Chalk Council (Chairman)"
        remark = f"({office[1]}, {remark[: office.start()]})"
    return f"{cells[0].text.strip()} {remark if remark.startswith('(') else f'({remark})'}"


def _middle(run: Sequence[TextLine]) -> float:
    parted = [cells[-1].left for line in run if len(cells := line_cells(line)) >= 2]
    return min(parted, default=1e9) - 5
