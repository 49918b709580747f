"""Tells the stamps laid over a finished page from the forms a page is made of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from imports.layout.stamps import is_blank_notice, read_stamp

if TYPE_CHECKING:
    from imports.readers.pdf.runs import Painted, Run

_LONGEST = 48
_MARGIN = 0.1


def stamp_forms(page: Painted) -> frozenset[int]:
    """Find the Form XObjects that are stamps.

    Modern.gov draws `Page 71` and `Agenda Item 5` as forms. Other programs wrap whole pages, letter
    heads or charts in forms; so a form is a stamp only if it says what stamps say, or says little,
    in the margin, after everything the page itself painted.
    """
    forms: dict[int, list[Run]] = defaultdict(list)
    last = 0
    for order, run in enumerate(page.runs):
        if run.form:
            forms[run.form].append(run)
        else:
            last = order
    stamps = set()
    painted = len(page.runs)
    for form, runs in forms.items():
        text = " ".join(run.text for run in runs)
        glued = "".join(run.text for run in runs)
        known = any(read_stamp(words) or is_blank_notice(words) for words in (text, glued))
        late = last > 0 and page.runs.index(runs[0]) > last and len(runs) < painted
        if known or (late and len(text) <= _LONGEST and all(_in_margin(run, page) for run in runs)):
            stamps.add(form)
    return frozenset(stamps)


def _in_margin(run: Run, page: Painted) -> bool:
    across, up = _MARGIN * page.width, _MARGIN * page.height
    return not (across < run.x < page.width - across and up < run.y < page.height - up)
