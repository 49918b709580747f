"""Decision notices: what a cabinet member or an officer decided outside a meeting, and why.

Each decision reads like a minute, so that it is found and quoted as decisions are: its title, what was
decided word for word, and the reasons, options and consultation as paragraphs under their labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from imports.heading.minutes import first_time, read_committee
from imports.layout.columns import line_cells
from imports.layout.headings import names_body
from imports.layout.paragraphs import Paragraph, join_lines
from imports.layout.tables import Row, read_rows
from imports.minutes.items import find_items
from imports.minutes.paragraphs import read_item
from imports.minutes.reading import MinutesSpan
from imports.minutes.resolutions import read_resolutions, split_parts
from imports.model.minutes import MinuteItem, MinuteParagraph, Minutes
from imports.patterns import regex
from imports.people.attendance import read_attendance
from imports.people.labels import read_label
from imports.words.dates import find_dates

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine
    from imports.model.document import Document

_LABEL = regex(
    r"(?:(?P<decision>(?:summary of )?(?:the )?decisions?(?: taken| made)?|resolved)"
    r"|(?P<title>subject(?: of (?:the )?decision)?|title(?: of (?:the )?(?:report|decision))?|decision title"
    r"|report title|issue)"
    r"|(?P<day>date(?: of (?:the )?decision| decision (?:was )?(?:taken|made)| of meeting)"
    r"|decisions? (?:was |were )?(?:taken|made) on)"
    r"|(?P<maker>decision[- ](?:maker|taker)(?:\(s\)| \([^)]*\))?|decision (?:taken|made) by)"
    r"|(?P<said>reason(?:s|\(s\))?(?: for (?:the |this )?decisions?)?"
    r"|(?:alternative |other )?options(?: considered(?: and rejected)?)?|consultation(?: undertaken)?"
    r"|consultees|financial implications|legal implications|background(?: information)?|representations)"
    r"|(?P<other>decision (?:ref|number|no|status)[\w .]*|ref(?:erence)?[\w .]{0,8}|key decision[\w ?]*"
    r"|type of decision|declarations? of interests?|interests declared|contact(?: officer)?"
    r"|wards?(?:\(s\))?(?: affected)?|divisions?(?:\(s\))?(?: affected)?"
    r"|signed|dated?|call[- ]?in[\w ]*|date of publication|publication date|published|implementation date"
    r"|date published|conflicts? of interests?(?: declared)?|is this a key decision\??|effective from"
    r"|background papers|(?:report )?author|exempt|portfolio|any (?:conflict|dispensation)[\w ]*))"
    r"(?=\s*:|\s*$|\s{2,})",
    re.IGNORECASE,
)
_FIRST_OF_LABEL = regex(
    r"(?:alternative options|reasons for|declarations of|options considered)\b", re.IGNORECASE
)
_MORE_LABEL = regex(r"(?:considered(?: and)?|rejected|interest|decision)\s*:?", re.IGNORECASE)
# Dates of what comes after the meeting: publication, taking effect, a call-in.
_AFTERWARDS = regex(
    r"(?:date )?(?:published|publication|call(?:ed)?[- ]in|the decisions? (?:below|set out))\b", re.I
)
_NOTICE = regex(r"\bdecisions?\b|\bcouncil$", re.IGNORECASE)
# The columns of a table of decisions
_COLUMNS = {
    "number": regex(r"\b(?:no|number|ref|agenda item|item no)\b", re.IGNORECASE),
    "title": regex(r"\b(?:topic|subject|title|report|item|matter)\b", re.IGNORECASE),
    "decision": regex(r"^(?:the )?(?:decisions?|resolutions?)(?: (?:made|taken))?$", re.IGNORECASE),
}
_REASONS = regex(r"\n(?=reasons?\b[\w ]{0,30}:)", re.IGNORECASE)
NEAR, HEAD = 6, 15
_ITEM = regex(r"(?P<number>\d{1,2})[.)]?\s+(?P<title>[A-Z].{5,140})")


@dataclass
class _Decision:
    number: str | None
    title: str
    page: int
    parts: list[tuple[str, str, list[TextLine]]] = field(default_factory=list)


def read_decision_notice(lines: Sequence[TextLine]) -> MinutesSpan | None:
    """Read the decisions of a notice; None where none is told under a label of its own.

    Args:
        lines: the whole notice.
    """
    lines = _mend_labels(lines)
    decisions = _gather(lines)
    days = [day for kinds in (("day",), ("other",)) for one in decisions if (day := _date(one, kinds))]
    day = days[0] if days else None
    maker = next((_words(part) for one in decisions for part in one.parts if part[0] == "maker"), None)
    titled = [one for one in decisions if any(kind == "decision" for kind, _, _ in one.parts)]
    above = _title_above(lines)
    items = tuple(item for one in titled if (item := _item(one, decisions, above)))
    if not items or day is None:
        return None
    minutes = Minutes(
        committee=maker, date=day, items=items, page=lines[0].page, last_page=lines[-1].page, venue=None
    )
    return MinutesSpan(minutes, 0, 0, len(lines))


def read_decision_list(lines: Sequence[TextLine]) -> MinutesSpan | None:
    """Read a list of what a meeting decided, numbered like minutes; None where most items resolve nothing.

    Args:
        lines: the whole list.
    """
    spans = find_items(lines)
    items = tuple(read_item(span, lines) for span in spans)
    if not items or 2 * sum(bool(item.resolved) for item in items) < len(items):
        return None
    head = [line for line in lines[: spans[0].first] if not _AFTERWARDS.match(line.text)]
    dated = next((line.text for line in head if find_dates(line.text)), "")
    if not dated:
        return None
    attendance = read_attendance(
        head[next((i for i, x in enumerate(head) if read_label(x.text)), len(head)) :]
    )
    minutes = Minutes(
        committee=read_committee(head[:NEAR]),
        date=find_dates(dated)[0].date,
        start_time=first_time(dated),
        present=tuple(attendance.present),
        apologies=tuple(attendance.apologies),
        items=items,
        page=lines[0].page,
        last_page=lines[-1].page,
    )
    return MinutesSpan(minutes, 0, spans[0].first, len(lines))


def read_decision_table(document: Document, lines: Sequence[TextLine]) -> MinutesSpan | None:
    """Read a table of what a meeting decided, a row an item; None where no table has such columns.

    Args:
        document: for its tables.
        lines: the whole list, for whose decisions they are and when they were taken.
    """
    rows = [row for found in read_rows(document, _COLUMNS, frozenset(("title", "decision"))) for row in found]
    items = tuple(_from_row(row) for row in rows if row.text("title") and row.text("decision"))
    head = [line for line in lines[:HEAD] if not _AFTERWARDS.match(line.text)]
    dated = next((found[0].date for line in head if (found := find_dates(line.text))), None)
    if dated is None or not items:
        return None
    first = next((i for i, line in enumerate(lines) if line.line.table is not None), 0)
    attendance = read_attendance([line for line in lines[:first] if read_label(line.text)])
    minutes = Minutes(
        committee=read_committee(head[:NEAR]),
        date=dated,
        present=tuple(attendance.present),
        apologies=tuple(attendance.apologies),
        items=items,
        page=lines[0].page,
        last_page=lines[-1].page,
    )
    return MinutesSpan(minutes, 0, first, len(lines))


def _from_row(row: Row) -> MinuteItem:
    """One row as an item, its reasons in a paragraph of their own."""
    said = [join_lines(part.split("\n")) for part in _REASONS.split(row.cells["decision"])]
    return MinuteItem(
        row.text("number") or None,
        row.text("title"),
        tuple(MinuteParagraph(None, text, row.page) for text in said),
        read_resolutions([Paragraph(text, row.page, ()) for text in said], row.text("title")),
        page=row.page,
    )


def _gather(lines: Sequence[TextLine]) -> list[_Decision]:
    """The labelled parts, decision by decision; what stands above the first belongs to all."""
    decisions = [_Decision(None, "", lines[0].page)] if lines else []
    for i, line in enumerate(lines):
        number = _ITEM.fullmatch(line.text)
        if number and line.gap and _opens_decision(lines[i + 1 : i + 4]):
            decisions.append(_Decision(number["number"], number["title"], line.page))
            continue
        label, rest = _read_label(line)
        if label is not None:
            decisions[-1].parts.append((label.lastgroup or "", label[0], [rest] if rest.text else []))
        elif decisions[-1].parts:
            kind, _, body = decisions[-1].parts[-1]
            if not (line.gap and kind in ("title", "day", "maker", "other")):
                body.append(line)
    return decisions


def _opens_decision(below: Sequence[TextLine]) -> bool:
    return any((found := _read_label(line)[0]) and found["decision"] for line in below)


def _read_label(line: TextLine) -> tuple[re.Match[str] | None, TextLine]:
    """A line's label, by a colon or by standing in a column of its own, and the rest of the line."""
    found = _LABEL.match(line.text)
    if found is None:
        return None, line
    rest = line.text[found.end() :]
    cells = line_cells(line)
    apart = len(cells) > 1 and len(cells[0].text.rstrip(" :")) == found.end()
    if not (apart or not rest.strip() or re.match(r"\s*:", rest)):
        return None, line
    text = rest.lstrip(" :").strip()
    return found, replace(line, text=text, line=replace(line.line, text=text, cells=()))


def _mend_labels(lines: Sequence[TextLine]) -> list[TextLine]:
    """Labels that run over several lines beside their text put together, their text below them."""
    result: list[TextLine] = []
    i = 0
    while i < len(lines):
        cells = line_cells(lines[i])
        if len(cells) > 1 and _FIRST_OF_LABEL.fullmatch(cells[0].text.strip()):
            label, body, n = [cells[0].text], [cells[1].text], i + 1
            while n < len(lines) and not lines[n].gap and not label[-1].endswith(":"):
                more = line_cells(lines[n])
                if not _MORE_LABEL.fullmatch(more[0].text.strip()):
                    break
                label.append(more[0].text)
                body.extend(cell.text for cell in more[1:])
                n += 1
            text = f"{join_lines(label).rstrip(':')}: {join_lines(body)}"
            result.append(replace(lines[i], text=text, line=replace(lines[i].line, text=text, cells=())))
            i = n
        else:
            result.append(lines[i])
            i += 1
    return result


def _words(part: tuple[str, str, list[TextLine]]) -> str:
    return join_lines(line.text for line in part[2])


def _title_above(lines: Sequence[TextLine]) -> str:
    """What was decided on: what stands above the first label, best what names neither notice nor body."""
    first = next((i for i, line in enumerate(lines) if _read_label(line)[0]), 0)
    own = [line.text for line in lines[:first] if not _NOTICE.search(line.text) and not names_body(line.text)]
    return own[-1] if own else lines[0].text if first else ""


def _date(decision: _Decision, kinds: Sequence[str]) -> date | None:
    """The day of a decision, by its own label or else by one that says "Date" and no more."""
    parts = [part for part in decision.parts if part[0] in kinds]
    days = [find_dates(_words(part)) for part in parts if part[0] == "day" or part[1].casefold() == "date"]
    return next((found[0].date for found in days if found), None)


def _item(decision: _Decision, all_of_them: Sequence[_Decision], above: str) -> MinuteItem | None:
    """One decision as an item: its own title, or the one the head of the notice gives or bears."""
    titles = [_words(p) for one in (decision, all_of_them[0]) for p in one.parts if p[0] == "title"]
    title = decision.title or next(filter(None, titles), above)
    resolved: list[str] = []
    paragraphs: list[MinuteParagraph] = []
    for kind, label, body in decision.parts:
        if kind not in ("decision", "said") or not body:
            continue
        text = join_lines(line.text for line in body)
        if kind == "decision":
            resolved.extend(split_parts(text))
        paragraphs.append(MinuteParagraph(None, f"{label}: {text}", body[0].page))
    if not resolved or not title:
        return None
    return MinuteItem(decision.number, title, tuple(paragraphs), tuple(resolved), (), decision.page)
