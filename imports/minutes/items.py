"""Divides the body of a set of minutes into its items.

Item numbers count on, so the headings are the longest run of numbered titles that does; a numbered
list inside an item restarts and falls out by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import TYPICAL
from imports.layout.headings import is_capitals
from imports.layout.paragraphs import join_lines, single_spaced
from imports.minutes.chain import Candidate, best_chain, complete
from imports.minutes.other_numbers import decimal_items, lettered_items, right_hand_items, roman_items
from imports.minutes.titles import (
    HEADING,
    LABELS_IN_BODY,
    LONGEST_ABOVE,
    NUMBER_ALONE,
    PARAGRAPH,
    extend_capitals,
    find_titles,
    is_title_among_text,
    looks_like_title,
    title_below_number,
)
from imports.minutes.told import capitals_and_text, find_run_in, is_running, part_lead, title_and_text
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.names import is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

# Some councils print the agenda's number below the minute's title; it is no part of what was said.
AGENDA_NOTE = regex(
    r"\(?(?:agenda (?:item|no\.?|item no\.?)|(?<=\()item(?: no\.?)?)\s*[A-H]?\d{1,3}[a-z]?\)?", re.IGNORECASE
)
_UNIT = regex(
    r"\d++\s?(?:%|st\b|nd\b|rd\b|th\b|am\b|pm\b|years?\b|months?\b|days?\b|weeks?\b|out of\b)", re.IGNORECASE
)
_MARKED = "*†‡#"  # what a note says of some items: to go to the council, or kept from the public
_MISREAD = regex(r"[|~'`.]{0,2}\s*(?=[\dOIl]*\d)(?=\d*[OIl|~'`])?([\dOIl]{2,4})(?=[.)]\s)")
_WHOLE = regex(r"(\d{1,3})\.0\s+(?=[A-Z])")
_OF_THREE = regex(r"[A-Z]{2,4}(?P<number>\d\d)/")
_DIGITS = str.maketrans("OIl", "011")
_TOLD_SHORTLY = regex(r"(?:to \w+ (?:any )?)?(?:apolog|declaration|disclosure)", re.IGNORECASE)
_ITEM_BEHIND = regex(r"\s*[\[(](?:agenda )?item (?:no\.? )?\d{1,3}[\])]$", re.IGNORECASE)
UNSURE, LEAST_SURE, SHORT_TITLE, LONGEST_NUMBERED = 0.7, 0.4, 45, 140
SHORTEST = 6
LABELLED, FLAT = 2, 15
"""One line in so many, at least, has white space above it in minutes that part anything by it."""


@dataclass(frozen=True, slots=True)
class ItemSpan:
    """One item: its number and title, and where its own lines stand; `lead` begins on the title's line."""

    number: str | None
    title: str
    first: int
    body: int
    end: int
    lead: str = ""


def find_items(lines: Sequence[TextLine]) -> list[ItemSpan]:
    """Find the items of a set of minutes among its lines, the attendance included."""
    found, numbered = _candidates(lines)
    chain = complete(best_chain(found), numbered) or best_chain(decimal_items(lines))
    for other in (roman_items, right_hand_items, lettered_items):
        if len(own := other(lines)) > len(chain):
            chain = own
    spans: list[ItemSpan] = []
    for place, item in enumerate(chain):
        if not item.lead and (
            _TOLD_SHORTLY.match(item.title) or (":" in item.title and read_label(item.title))
        ):
            title, lead = part_lead(item.title)
            item = replace(item, title=title, lead=lead)
        end = chain[place + 1].first if place + 1 < len(chain) else len(lines)
        spans.append(ItemSpan(item.printed, item.title, item.first, item.last + 1, end, item.lead))
    if spans:
        return [part for span in spans for part in _by_subtitle(span, lines)]
    heads = find_run_in(lines) or [(*head, "") for head in find_titles(lines)]
    ends = [*(head[0] for head in heads[1:]), len(lines)] if heads else []
    return [
        ItemSpan(None, title, a, b + 1, end, lead)
        for (a, b, title, lead), end in zip(heads, ends, strict=True)
    ]


def _by_subtitle(span: ItemSpan, lines: Sequence[TextLine]) -> list[ItemSpan]:
    """An item by the titles in capitals that are numbered within it ("3.1 HOUSING UPDATE"), each an item."""
    parts = [span]
    for i in range(span.body, span.end):
        number = PARAGRAPH.match(lines[i].text) if lines[i].gap or lines[i].opens_page else None
        title = single_spaced(number["text"] or number["glued"] or "") if number else ""
        if number is None or number["item"] != span.number or len(title) < SHORTEST or not is_capitals(title):
            continue
        if LABELS_IN_BODY.match(title):
            continue
        last, title = extend_capitals(lines, i, title)
        parts[-1] = replace(parts[-1], end=i)
        parts.append(ItemSpan(f"{number['item']}.{number['n']}", title, i, last + 1, span.end))
    return parts


def _candidates(lines: Sequence[TextLine]) -> tuple[list[Candidate], list[Candidate]]:
    """The lines that look like items' headings, and all that have a number and words."""
    found: list[Candidate] = []
    numbered: list[Candidate] = []
    years_first = _years_first(lines)
    flat = FLAT * sum(line.gap for line in lines) < len(lines)
    waiting: tuple[int, re.Match[str]] | None = None
    for i, line in enumerate(lines):
        text = _well_numbered(single_spaced(line.text))
        if text.endswith((")", "]")):
            text = _ITEM_BEHIND.sub("", text)
        if PARAGRAPH.match(text):
            continue
        alone = NUMBER_ALONE.fullmatch(text)
        if alone and not (alone["prefix"] or "")[1:2].islower():  # else the end of a sentence ("Order 35.")
            titled = _title_from(lines, i + 1, "") if i + 1 < len(lines) else None
            titled = titled or title_below_number(lines, i, running=is_running(alone))
            again = HEADING.fullmatch(lines[i + 1].text) if titled else None
            if again and again["number"] == alone["number"]:
                continue  # a page's number, as it happens
            if above := _title_above(lines, i):
                found.append(_make(above[0], i, alone, above[1], 3, years_first))
            elif titled:
                found.append(_make(i, titled[0], alone, titled[1], titled[2], years_first))
                waiting = None
            elif waiting is None:
                waiting = (i, alone)
            continue
        heading = HEADING.fullmatch(text)
        if heading and heading["label"] and is_titled(heading["title"]):
            continue  # "Item 4 - Mrs A Bell (non-financial)", in a list of interests
        if heading and not _UNIT.match(text):
            numbered += _numbered(i, heading, years_first)
            if told := None if line.line.bold and text[-1] != "." else title_and_text(heading):
                made = _make(i, i, heading, told[0], 1, years_first)
                found.append(replace(made, lead=told[1]))
                continue
            if line.gap and (behind := capitals_and_text(lines, i, heading["title"])):
                made = _make(i, behind[0], heading, behind[1], 2, years_first)
                found.append(replace(made, lead=behind[2]))
                continue
            titled = _title_from(lines, i, heading["title"]) or _title_before_text(lines, i, heading)
            if titled is None and flat and is_title_among_text(lines, i, heading["title"]):
                titled = i, heading["title"], LEAST_SURE
            if titled:
                found.append(_make(i, titled[0], heading, titled[1], titled[2], years_first))
                waiting = None
                continue
        labels = waiting and (read_label(text) or LABELS_IN_BODY.match(text))
        if waiting and i - waiting[0] < 40 and is_capitals(text) and not labels and len(text) > 5:
            last, title = extend_capitals(lines, i, text)
            found.append(_make(i, last, waiting[1], title, 3, years_first))  # the attendance between the two
            waiting = None
    return found, numbered


def _numbered(i: int, heading: re.Match[str], years_first: bool) -> list[Candidate]:
    """A line with a number and words as an item, should its number alone show it to be one."""
    title, lead = part_lead(heading["title"])
    if not (title[:1].isupper() or title[:1] in "‘“'\"") or len(title) > LONGEST_NUMBERED:
        return []
    return [replace(_make(i, i, heading, title, 0, years_first), lead=lead)]


def _title_above(lines: Sequence[TextLine], i: int) -> tuple[int, str] | None:
    """The title in capitals over a number, the agenda's between them: its first line, and the words."""
    last = i - 1
    if last < 1 or not AGENDA_NOTE.fullmatch(lines[last].text):
        return None
    first = last
    while first > 0 and is_capitals(lines[first - 1].text) and (first == last or not lines[first].gap):
        first -= 1
    title = join_lines(line.text for line in lines[first:last])
    return (first, title) if title else None


def _well_numbered(text: str) -> str:
    """A line whose number was marked ("*450 Minutes") or misread ("| 1O3. Apologies") as it was printed."""
    if text[:1] in _MARKED and text[1:].lstrip()[:1].isdigit():
        text = text[1:].lstrip()
    if whole := _WHOLE.match(text):
        return f"{whole[1]}. {text[whole.end() :]}"  # over paragraphs 60.1, 60.2
    found = _MISREAD.match(text)
    return f"{found[1].translate(_DIGITS)}{text[found.end(1) :]}" if found else text


def _years_first(lines: Sequence[TextLine]) -> bool:
    """Whether numbers such as 24/028 tell the year first: it is the part that stays."""
    matches = [NUMBER_ALONE.fullmatch(line.text) or HEADING.match(line.text) for line in lines]
    numbers = [found for found in matches if found and found["year"]]
    return len({found["year"] for found in numbers}) > len({found["number"] for found in numbers})


def _make(
    first: int, last: int, match: re.Match[str], title: str, weight: float, years_first: bool
) -> Candidate:
    printed = match["number"] + (match["year"] or "")
    runs = re.findall(r"\d+", match["year"])[-1] if match["year"] and years_first else match["number"]
    if match["year"] and match["prefix"] and (first_of_three := _OF_THREE.fullmatch(match["prefix"])):
        runs = first_of_three["number"]  # "OSC12/07/32", of July
    if match["label"]:
        weight += LABELLED
    if match["prefix"] and (
        match["prefix"].strip().isupper() or match["prefix"][:1].isdigit() or match["prefix"].endswith("/")
    ):
        printed = match["prefix"] + printed
        weight = max(weight - 1, 1)
    mark = match.string[match.end("year") if match["year"] else match.end("number") :][:1]
    style = f"{(match['prefix'] or '').strip()}#{bool(match['year'])}{mark.strip()}"
    title = title.strip().rstrip(" –—-")
    return Candidate(first, last, int(runs), printed.strip(), title, weight, style=style)


def _title_from(lines: Sequence[TextLine], i: int, text: str) -> tuple[int, str, float] | None:
    """Read a title at line `i`: (its last line, the title, how surely it is one)."""
    line = lines[i]
    text = text or line.text
    if is_capitals(text):
        if read_label(text) and not re.search(r"apolog|attend", text, re.IGNORECASE):
            return None
        last, title = extend_capitals(lines, i, text)
        return last, title, 3
    if LABELS_IN_BODY.match(text) or not text[:1].isupper() or len(text) > 160:
        return None
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following is not None and AGENDA_NOTE.fullmatch(following.text):
        return i, text, 2
    if line.line.bold and following is not None:
        last, title = i, text
        while (
            last + 1 < len(lines)
            and last < i + 3
            and lines[last + 1].line.bold
            and not lines[last + 1].gap
            and not (HEADING.fullmatch(lines[last + 1].text) or LABELS_IN_BODY.match(lines[last + 1].text))
        ):
            last += 1
            title = join_lines((title, lines[last].text))
        return last, title, 3
    if (wrapped := _wrapped(lines, i, text)) is not None:
        return i + 1, wrapped, 1
    apart = (
        following is None or following.gap or bool(PARAGRAPH.match(following.text)) or following.opens_page
    )
    usual = TYPICAL.match(text) is not None and len(text) <= LONGEST_ABOVE
    closed = text.endswith((";", ",", ":")) or (text.endswith(".") and not usual)
    if apart and not closed and looks_like_title(text):
        return i, text, 1
    return None


def _wrapped(lines: Sequence[TextLine], i: int, text: str) -> str | None:
    """A title that runs over two lines, white space below the second; None where it is none."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    if following is None or following.gap or following.opens_page or len(text) < LONGEST_ABOVE // 2:
        return None
    if i + 2 < len(lines) and not (lines[i + 2].gap or lines[i + 2].opens_page):
        return None
    odd = PARAGRAPH.match(following.text) or HEADING.fullmatch(following.text)
    ended = following.text.endswith((".", ";", ",", ":")) or text.endswith((".", ";", ":"))
    whole = join_lines((text, following.text))
    return None if odd or ended or len(following.text) > len(text) or not looks_like_title(whole) else whole


def _title_before_text(
    lines: Sequence[TextLine], i: int, heading: re.Match[str]
) -> tuple[int, str, float] | None:
    """A title set right above its text: of a running number, one every agenda has, or a short one."""
    running = is_running(heading)
    text = heading["title"]
    if running and TYPICAL.match(text):
        text = text.rstrip(";: ")
    short = text[:1].isupper() and len(text) <= LONGEST_ABOVE and not text.endswith((";", ",", ":"))
    if text.endswith(".") and not TYPICAL.match(text):
        return None
    if short and (TYPICAL.match(text) or (running and (looks_like_title(text) or lines[i].gap))):
        return i, text, 1
    apart = lines[i].gap or lines[i].opens_page
    if short and apart and looks_like_title(text) and not text.endswith((" and", " or")):
        return i, text, UNSURE
    following = lines[i + 1] if i + 1 < len(lines) else None
    hangs = following is not None and following.line.left > lines[i].line.left and not following.gap
    if short and hangs and len(text) <= SHORT_TITLE and looks_like_title(text) and not text.endswith("."):
        return i, text, LEAST_SURE
    return None
