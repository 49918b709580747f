"""What sort of paper a document is, and whether a council wrote it at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.errors import Refused
from imports.patterns import regex
from imports.told import kind_of
from imports.unread import is_untried

if TYPE_CHECKING:
    from imports.front.sheet import FrontSheet
    from imports.layout.furniture import TextLine
    from imports.minutes.reading import MinutesSpan
    from imports.model.agenda import Report
    from imports.model.document import Document
    from imports.model.pack import PackKind

_SUPPLEMENT = regex(
    r"\b(?:supplement(?:ary)?(?: agenda| pack| papers?| information)?|addend(?:um|a)|update sheet"
    r"|late (?:papers?|reports?|items?)|(?m:^(?:agenda |members['’] )?updates?(?: paper| note)?$)"
    r"|(?m:^\W*(?:(?:papers?|reports?|items?) )?(?:marked )?\W{0,2}to follow)(?! (?:the|on|after)\b))\b",
    re.IGNORECASE,
)
_DECISIONS = regex(
    r"\b(?:decisions? (?:notice|sheet|list|record)|record of (?:\w+ ){0,3}?decisions?"
    r"|notice of (?:delegated )?decisions?|decision of the (?:elected mayor|leader|cabinet member)"
    r"|decisions? (?:taken|made) (?:by|at)"
    r"|(?m:^(?:(?:officer|delegated) ){1,2}decision(?: form)?$))\b",
    re.IGNORECASE,
)
_COUNCIL_WORDS = regex(
    r"\b(committees?|councils?|councillors?|cllrs?|agendas?|minutes|scrutiny|cabinet|recommend(?:ation"
    r"|ed)s?|resolved|officers?|boroughs?|county|district"
    r"|local authorit(?:y|ies)|members?|monitoring officer|democratic services|overview|panel"
    r"|portfolio holder|reports?)\b",
    re.IGNORECASE,
)
_LABEL = regex(
    r"(?:report (?:of|to|by|from)\b|(?:report title|title of (?:the )?report|report author|lead officer"
    r"|decision (?:made|taken) (?:on|by)|decision reference"
    r"|cabinet member|portfolio holder|wards?(?: affected|\(s\))?|key decision|agenda item(?: no\.?)?"
    r"|decision maker|contact officer|date of (?:meeting|decision))\s*:)",
    re.IGNORECASE,
)
# What a committee keeps of its own, though it may hold few words of a council's
_NAMED = regex(
    r"\b(?:scrutiny|committee|panel|council|board)\b.*\b(?:work(?:ing)? (?:programme|plan)|forward plan)\b"
    r"|\b(?:actions?|recommendations?) (?:tracker|log)\b",
    re.IGNORECASE,
)
_ASKS = regex(r"(?:\d{1,2}[.)]?\d?\s+)?(?:officer )?recommendations?\s*:?$", re.IGNORECASE)
_ENOUGH_WORDS = 5


def calls_itself_decisions(document: Document, lines: Sequence[TextLine]) -> bool:
    """Whether a paper is by its name a notice of decisions taken outside a meeting."""
    called = f"{document.title}\n{document.source}\n" + "\n".join(line.text for line in lines[:8])
    return _DECISIONS.search(called) is not None


def calls_off(sheet: FrontSheet) -> bool:
    """Whether a paper is only the notice that a meeting is cancelled or moved."""
    return not sheet.agenda and any(warning.code == "meeting-status" for warning in sheet.warnings)


def refuse_unless_council(
    document: Document, lines: Sequence[TextLine], sheet: FrontSheet, spans: Sequence[MinutesSpan]
) -> None:
    """Turn away what no council wrote.

    Raises:
        Refused: there is no text, or nothing like an agenda, minutes or a report. A scan that no program
            could read here may be either: its pages are there to be looked at.
    """
    if document.format == "pdf" and 2 * sum(map(is_untried, document.pages)) >= len(document.pages):
        return
    named = any(_NAMED.search(line.text) for line in lines[:12])
    told = document.told is not None and bool(document.told.agenda)
    told = told or (
        sheet.committee is not None and sheet.meeting_date is not None and _adds_to(document, lines, sheet)
    )
    if told or len(sheet.agenda) >= 2 or spans or named or _reads_as_report(lines):
        return
    text = "\n".join(line.text for line in lines)
    if not text.strip():
        pictures = any(page.pictures for page in document.pages)
        why = "it is a scan: run text recognition over it first" if pictures else "save or download it again"
        raise Refused("no-text", f"{document.source} holds no readable text; {why}.")
    words = [word.casefold().rstrip("s") for word in _COUNCIL_WORDS.findall(text[:200_000])]
    if len(set(words)) < _ENOUGH_WORDS or len(words) < len(text[:200_000]) / 2500:
        raise Refused(
            "not-a-pack",
            f"{document.source} holds no agenda, minutes or report of a council; choose a report pack.",
        )


def _adds_to(document: Document, lines: Sequence[TextLine], sheet: FrontSheet) -> bool:
    """Whether a paper has a meeting's item, adds to its papers, tells what it decided or calls it off."""
    named = _calls_itself_supplement(document, lines) or calls_itself_decisions(document, lines)
    return bool(sheet.agenda) or named or calls_off(sheet)


def _calls_itself_supplement(document: Document, lines: Sequence[TextLine]) -> bool:
    name = document.title or document.source
    called = (name, "\n".join(line.text for line in lines[:8]))
    return "to follow" in name.casefold() or any(map(_SUPPLEMENT.search, called))


def _reads_as_report(lines: Sequence[TextLine]) -> bool:
    """Whether a paper's head bears the labels and sections of a council's report."""
    labels = {found[0].casefold() for line in lines[:30] if (found := _LABEL.match(line.text))}
    asks = any(_ASKS.match(line.text) for line in lines)
    return len(labels) >= 2 or (bool(labels) and asks)


def find_kind(
    document: Document,
    lines: Sequence[TextLine],
    sheet: FrontSheet,
    spans: Sequence[MinutesSpan],
    reports: Sequence[Report],
) -> PackKind:
    """What sort of paper it is, by what it calls itself and then by what it holds."""
    if document.told:
        return kind_of(document.told)
    if calls_itself_decisions(document, lines) and not sheet.agenda:
        return "decision notice"
    if _calls_itself_supplement(document, lines):
        return "supplement"
    if not (sheet.agenda or spans) and calls_off(sheet):
        return "supplement"  # it tells of a meeting whose papers are elsewhere
    covered = sum(span.end - span.start for span in spans)
    if sheet.agenda:
        return "pack" if spans or reports else "agenda"
    if spans and covered >= 0.8 * len(lines):
        return "minutes"
    return "pack" if spans or len(reports) > 1 else "report"
