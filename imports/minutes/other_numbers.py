"""Items of minutes under numbers that are no whole ones: behind the year's ("23.45"), or Roman ("IV")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import ROMANS
from imports.layout.columns import line_cells
from imports.layout.headings import is_capitals
from imports.layout.paragraphs import single_spaced
from imports.minutes.chain import Candidate, best_chain
from imports.minutes.titles import LONGEST_ABOVE, PARAGRAPH, extend_capitals, is_usual, looks_like_title
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_ROMAN = regex(r"(?P<number>[IVX]{1,5})(?:[.)]\s*+|\s++)(?P<title>[A-Z‘“].+)")
_LETTERED = regex(r"(?P<letter>[A-H])(?P<mark>[. ]?)(?P<number>\d{1,2})[.):]?\s*+(?P<title>[A-Z‘“].+)")
_RIGHT = regex(r"(?:[A-Z]{1,4}[./ ]?)?(?P<number>\d{1,4})(?:/\d{2,4})?\.?")
FEWEST_ROMAN, FEWEST_RIGHT, FEWEST_USUAL = 3, 3, 2


def decimal_items(lines: Sequence[TextLine]) -> list[Candidate]:
    """Titles under numbers that run on behind the year's ("23.45 Ferry service", then 23.46)."""
    found: list[Candidate] = []
    for i, line in enumerate(lines):
        number = PARAGRAPH.match(line.text)
        title = single_spaced((number["text"] or "").strip()) if number else ""
        apart = line.gap or line.opens_page or is_capitals(title)
        titled = is_capitals(title) or looks_like_title(title)
        if number and apart and titled and len(title) <= LONGEST_ABOVE:
            if title.endswith((".", ";", ",", ":")) or title[:1].islower():
                continue
            printed = f"{number['item']}.{number['n']}"
            found.append(Candidate(i, i, int(number["n"]), printed, title, 3 if is_capitals(title) else 1))
    numbered = [item.printed.split(".")[0] for item in found]
    usual = max(set(numbered), key=numbered.count, default="")
    return (
        [item for item in found if item.printed.startswith(f"{usual}.")]
        if len(found) > 2 or min((x.weight for x in found), default=0) > 1
        else []
    )


def roman_items(lines: Sequence[TextLine]) -> list[Candidate]:
    """Titles under Roman numbers that count on from I, one that most meetings have among them."""
    found: list[Candidate] = []
    for i, line in enumerate(lines):
        if line.text[:1] not in "IVX" or (number := _ROMAN.fullmatch(line.text)) is None:
            continue
        title = single_spaced(number["title"])
        printed = number["number"]
        if printed.lower() not in ROMANS or not (line.gap or line.opens_page or is_capitals(title)):
            continue
        if is_capitals(title):
            last, title = extend_capitals(lines, i, title)
            found.append(Candidate(i, last, ROMANS.index(printed.lower()), printed, title, 3))
        elif looks_like_title(title) and len(title) <= LONGEST_ABOVE and title[-1] not in ".;,:":
            found.append(Candidate(i, i, ROMANS.index(printed.lower()), printed, title, 1))
    chain = best_chain(found) if len(found) >= FEWEST_ROMAN else []
    counted = len(chain) >= FEWEST_ROMAN and chain[0].count == 1
    return chain if counted and any(is_usual(item.title) for item in chain) else []


def lettered_items(lines: Sequence[TextLine]) -> list[Candidate]:
    """Titles numbered anew under each letter ("A.1", "A.2", then "B.1")."""
    chain: list[Candidate] = []
    letter, number = "", 0
    for i, line in enumerate(lines):
        if line.text[:1] not in "ABCDEFGH" or not (line.gap or line.opens_page):
            continue
        if (found := _LETTERED.fullmatch(line.text)) is None:
            continue
        title, here = single_spaced(found["title"]), int(found["number"])
        goes_on = (found["letter"] == letter and here == number + 1) or (
            found["letter"] > letter and here == 1
        )
        if not goes_on or len(title) > LONGEST_ABOVE or not (is_capitals(title) or looks_like_title(title)):
            continue
        letter, number = found["letter"], here
        chain.append(Candidate(i, i, len(chain) + 1, f"{letter}{found['mark'].strip()}{here}", title, 1))
    several = len({item.printed[0] for item in chain}) > 1
    return chain if several and any(is_usual(item.title) for item in chain) else []


def right_hand_items(lines: Sequence[TextLine]) -> list[Candidate]:
    """Titles whose numbers stand at the right-hand end of their lines and count on."""
    found: list[Candidate] = []
    for i, line in enumerate(lines):
        if not line.text[-2:].strip(".").isdigit() or not (line.gap or line.opens_page or line.line.bold):
            continue
        *title_cells, last = [cell.text.strip() for cell in line_cells(line)]
        number = _RIGHT.fullmatch(last) if title_cells else None
        title = single_spaced(" ".join(title_cells))
        if number and len(title) <= LONGEST_ABOVE and (is_capitals(title) or looks_like_title(title)):
            found.append(Candidate(i, i, int(number["number"]), last.rstrip("."), title, 1))
    chain = best_chain(found) if len(found) >= FEWEST_RIGHT else []
    in_turn = all(after.count - before.count == 1 for before, after in pairwise(chain))
    usual = sum(is_usual(item.title) for item in chain)
    return chain if in_turn and len(chain) >= FEWEST_RIGHT and usual >= FEWEST_USUAL else []
