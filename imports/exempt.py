"""Pages kept from the public, told by the council's own marking: page by page, paper by paper.

A paper says so in its head ("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"), a
pack by a divider ("Part II - private"). What only speaks of the rule marks nothing: the standing item
on excluding the public, the resolution to do so, a report that lists an exempt appendix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.model.agenda import ExemptPage, Report
from imports.patterns import regex

if TYPE_CHECKING:
    from imports.model.document import Document, OutlineEntry, Page
    from imports.model.reading import ReadPage

_PARAGRAPH = (
    r"(?:paragraph(?:s|\(s\))?|paras?\.?)\s*\(?\d{1,2}\w?\)?(?:\s*+(?:,|and|&|or|to|-)\s*+\(?\d{1,2}\)?)*\s*+"
    r"(?:,?\s*+(?:of|in|,)?\s*+(?:part\s*+\(?(?:1|I|one)\)?\s*+(?:of|,)?\s*+(?:the )?)?"
    r"schedule\s*12\s?\(?A\)?)"
)
# Lines that are a marking by themselves, at the head or foot of a page.
_STANDS_ALONE = regex(
    r"\W*+(?:exempt from (?:publication|disclosure)"
    r"|(?:strictly |private (?:and|&) |highly |official[ -]*+)*(?:confidential|exempt|restricted)"
    r"(?:\s*+(?:[-–:/,]|and|&)?\s*+(?:confidential|exempt|restricted|private|sensitive"
    r"|information|report|appendix(?:\s+\w{1,3})?|annex(?:\s+\w{1,3})?|item|paper|minutes?"
    r"|not for publication"
    r"|business|by virtue|under|pursuant|within the meaning|in accordance|as defined)\b)*"
    r"|not for (?:publication|public (?:release|inspection|access))|not to be published"
    r"|private (?:and confidential|(?:report|paper|item|appendix)\W+(?:confidential|not for publication))"
    r"|(?:pink|green|yellow|blue|gold|buff) papers?\W+(?:confidential|exempt|restricted|not for publication)"
    r"|official[ -]*sensitive(?:\W+(?:commercial|personal|locsen)\b)?|pink papers?)"
    r"(?P<rest>.*)",
    re.IGNORECASE,
)
# A field of the head, or a sentence that is a line by itself.
_SAID_OF_PAPER = regex(
    r"\W*+(?:(?:(?:publication|report|document|paper|security|protective) (?:status|classification|marking)"
    r"|classification|publication|confidentiality|access to information)\s*+[:–-]\s*+(?:fully |strictly )?"
    r"|this (?:report|paper|document|appendix|item)(?: and its appendi\w+)? (?:is|are) (?:strictly )?)"
    r"(?:confidential|exempt(?: from publication)?|restricted|not for publication)\b(?P<rest>.*)",
    re.IGNORECASE,
)
_GIVES_REASON = regex(
    rf"(?:^|\b)(?:of paragraph|by virtue of|under|pursuant to|in accordance with|within|as defined (?:in|by)"
    rf"|because|as it|contains?|defined|not for publication)\b.*|{_PARAGRAPH}.*"
    r"|(?:(?:para(?:graph)?s?\.?\s*+(?=\d)[\d ,and&]*\d|part (?:II|2|two|B)|members only)\b)?\W*",
    re.IGNORECASE,
)
_IS_EXEMPT = regex(
    rf"\b(?:this|the|these)\s+(?:\w+\s+){{0,4}}?(?:report|appendix|appendices|annex|document|paper"
    rf"|item|minutes?|schedule|information)\s*(?:\w{{1,3}}\s+)?(?:\([^)]{{0,40}}\)\s*)?"
    rf"(?:is|are|contains?|has been|have been)\b.{{0,60}}?"
    rf"(?:\bexempt\b|\bconfidential\b|\bnot for publication\b).{{0,200}}(?:{_PARAGRAPH}"
    rf"|schedule\s*12\s?\(?A)",
    re.IGNORECASE | re.DOTALL,
)
_DEFINED = regex(
    r"\bthis (?:report|paper|document|item|appendix) (?:contains|includes) (?:exempt|confidential)"
    r" information\b.{0,60}\bparagraphs?\b",
    re.IGNORECASE,
)
# What heads a page by itself and would be a heading or a sentence's end further down.
_HEADS = regex(
    r"\W*+(?:(?:in )?(?:closed|private) session|to be (?:considered|taken|dealt with) in private(?: session)?"
    r"|(?:appendix|annex)(?: \w{1,3})?\W+(?:exempt|confidential|restricted|not for publication)"
    r"|by virtue of paragraph\(?s?\)? (?=\d)[\d, and&]*\d(?: of part .{1,60})?|document is restricted)\W*",
    re.IGNORECASE,
)
_ONLY_PART = regex(
    r"\b(?:appendix|appendices|annex|annexes|part 2|part ii|part b)\b[^.]{0,60}\b(?:is|are|contains?"
    r"|has been)\b"
    r"|\bopen (?:report|with)|\b(?:report|item) is (?:open|public)|\bnot (?:exempt|confidential)\b"
    r"|\bno exempt\b"
    r"|\bpart exempt\b",
    re.IGNORECASE,
)
_STANDING = regex(
    r"exclu(?:sion|de)\b.{0,40}\b(?:press|public)|press and (?:the )?public|access to information"
    r"|\bif (?:members|the committee|any)|\bresolved?\b|\bagreed\b|moved\b|likely to be|would be|to consider"
    r"|\bwill be\b|\bmay be\b|\bunless\b|\bwhether\b|\bnone\b|\?",
    re.IGNORECASE,
)
_DIVIDER = regex(r"\W*(?:part|section)\s+(?:II|2|two|B|C)\b(?P<rest>.{0,90})", re.IGNORECASE)
_PRIVATE = regex(
    r"\b(?:exempt|confidential|private|not for publication|closed|public (?:and press )?excluded|restricted"
    r"|in the absence of)\b",
    re.IGNORECASE,
)
_OUTLINED = regex(
    r"(?:\b(?:exempt|restricted|confidential)\b(?! (?:items?|information|business)\b)"
    r"|\bnot for publication\b)",
    re.IGNORECASE,
)
HEAD = 10
FOOT = 4
LONGEST = 150
DIVIDED = 12


def find_exempt(
    document: Document,
    reports: Sequence[Report],
    behind: int,
    minuted: frozenset[int],
) -> tuple[ExemptPage, ...]:
    """Find the pages kept from the public.

    Args:
        document: the whole of it, furniture included: markings are often running lines.
        reports: the papers; one whose first page is marked is kept whole.
        behind: the first file page behind the front sheet, which lists but never holds exempt papers.
        minuted: pages of minutes, where only a marking of the minutes themselves counts.
    """
    if document.told:
        return document.told.exempt
    marked: dict[int, str] = {}
    divided = ""
    for page in document.pages:
        if page.number < behind:
            continue
        words = _marking(page, page.number in minuted)
        divided = _divider(page) or divided
        if words or divided:
            marked[page.number] = words or divided
    for first, last, words in _kept_whole(document, reports, behind, marked):
        for number in range(first, last + 1):
            marked.setdefault(number, words)
    return tuple(ExemptPage(page, marked[page]) for page in sorted(marked))


def mark_pages(pages: Sequence[ReadPage], exempt: Sequence[ExemptPage]) -> tuple[ReadPage, ...]:
    """Put the words by which a page is kept from the public on that page."""
    words = {page.page: page.words for page in exempt}
    return tuple(replace(page, exempt=words.get(page.number, "")) for page in pages)


def _kept_whole(
    document: Document, reports: Sequence[Report], behind: int, marked: Mapping[int, str]
) -> Iterator[tuple[int, int, str]]:
    """The papers whose first page, or whose bookmark, is marked: first page, last page, words."""
    for report in reports:
        first, last = report.file_pages
        if first in marked:
            yield first, last, marked[first]
    entries = [entry for entry in document.outline if entry.page and entry.page >= behind]
    for place, entry in enumerate(entries):
        if _OUTLINED.search(entry.title) and not _STANDING.search(entry.title) and entry.page:
            yield entry.page, _end(entries[place:], len(document.pages)), entry.title


def _end(entries: Sequence[OutlineEntry], count: int) -> int:
    """The last page of the first of these bookmarks: before the next that is no deeper."""
    first = entries[0]
    for entry in entries[1:]:
        if entry.page and first.page and entry.level <= first.level:
            return max(first.page, entry.page - 1)
    return count


def _marking(page: Page, minuted: bool) -> str:
    """The words by which a page is marked, or ""."""
    lines = [line.text.strip() for line in page.lines if line.text.strip()]
    edges = [*lines[:HEAD], *lines[max(HEAD, len(lines) - FOOT) :]]
    for place, text in enumerate(edges):
        if _is_marking(text, edges[place + 1] if place + 1 < len(edges) else ""):
            return text
    if minuted:
        return ""
    if lines and _HEADS.fullmatch(lines[0]) and not _HEADS.fullmatch(" ".join(lines[1:2])):
        return lines[0]
    head = " ".join(lines[: HEAD * 2])
    plain = head.casefold()
    found = _IS_EXEMPT.search(head) if "schedule" in plain else None
    found = found or (_DEFINED.search(head) if "information" in plain else None)
    if found and not _ONLY_PART.search(found[0]) and not _STANDING.search(found[0]):
        return found[0]
    return ""


def _is_marking(text: str, following: str) -> bool:
    """Whether a line is a marking and no sentence about one."""
    if len(text) > LONGEST:
        return False
    said = _SAID_OF_PAPER.fullmatch(text)
    found = said or _STANDS_ALONE.fullmatch(text)
    if not found or (not said and (_STANDING.search(text) or _ONLY_PART.search(text))):
        return False
    rest = found["rest"].strip(" -–—:.()[]*")
    # A heading such as "Confidential reporting" or "Exempt accommodation" goes on with other words.
    if rest and not _GIVES_REASON.fullmatch(rest):
        return False
    alone = re.fullmatch(r"\W*(?:confidential|exempt|restricted|exempt information)\W*", text, re.IGNORECASE)
    # A table's "Confidential" or a standing label "Exempt information:" answered with "None" is no marking.
    return not (alone and (re.match(r"\W*(?:no|none|n/?a|not|open)\b", following, re.IGNORECASE)))


def _divider(page: Page) -> str:
    """The words of a divider that puts all that follows in private, or ""."""
    lines = [line.text.strip() for line in page.lines if line.text.strip()]
    if len(lines) > DIVIDED:
        return ""
    for place, text in enumerate(lines[:4]):
        found = _DIVIDER.fullmatch(text)
        rest = f"{found['rest']} {' '.join(lines[place + 1 : place + 3])}" if found else ""
        if found and _PRIVATE.search(rest):
            return text
    return ""
