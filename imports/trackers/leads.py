"""People glued to the ends of a work programme's lines, where an extract lost their column."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from imports.layout.furniture import TextLine
from imports.patterns import regex
from imports.words.names import trailing_people

# A name behind a word in small letters ("Draft budget Fay Colley"), where other lines end with people.
_LEAD_BEHIND = regex(
    r"[a-z]{3,} ((?:Dr |Cllr )?[A-Z][a-zà-ÿ'’-]+ (?:[A-Z]['’])?[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?)$"
)


def without_leads(parts: Sequence[tuple[date, list[TextLine]]]) -> list[tuple[date, list[TextLine]]]:
    """The lines without the people glued to their ends, where several end so: a column of people."""
    lines = [line for _, part in parts for line in part]
    leads = {id(line): lead for line in lines if (lead := trailing_people(line.text)) and lead != line.text}
    if len(leads) < 2:
        return list(parts)
    others = {id(line): name[1] for line in lines if (name := _LEAD_BEHIND.search(line.text))}
    leads = others | leads
    return [
        (day, [with_text(x, x.text[: len(x.text) - len(leads.get(id(x), ""))].rstrip()) for x in part])
        for day, part in parts
    ]


def with_text(line: TextLine, text: str) -> TextLine:
    """A line with other words, in the same place."""
    return TextLine(text, line.page, line.index, line.line, line.gap, line.opens_page)
