"""A page of a council's web site as a person copies it into a text: read by the words the site prints.

Modern.gov parts what it shows of an item by labels (`Minutes:`, `Additional documents:`) that survive copying
when every mark of the page is lost. The pages of one item and of one issue have no other form at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import TYPICAL
from imports.model.warning import Warning
from imports.patterns import regex
from imports.readers.decision_page import read_decision
from imports.readers.markup import Piece, squeeze
from imports.readers.meeting import WebItem, WebMeeting, split_number, tidy_caption
from imports.readers.meeting_head import are_printed, read_told, read_when
from imports.words.dates import find_dates, is_timing
from imports.words.names import is_titled, split_titled

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = regex(
    r"^[^\S\n]*(?:(?:Note\s+)?No\.?\s+Item\b|(?:Issue|Decision) (?:details\b|- )|Agenda item(?: - .*)?$"
    r"|Meeting Details?$)",
    re.MULTILINE,
)
_LOOKED_AT = 6_000
_ITEMS = regex(r"(?:Items )?(?:Note )?No\.? Item|No\.", re.IGNORECASE)
# Of a list without numbers: what no title begins with, or is.
_NO_TITLE = regex(
    r"(?-i:[^A-Z])|(?:reports?|minutes|papers?|copy|copies|presentation) (?:attached|enclosed|to follow)$"
    r"|for (?:noting|decision|information|discussion)$|verbal (?:report|update)$|to [a-z]+ ",
    re.IGNORECASE,
)
_DECIDED = regex(r"(?:resolved|agreed|recommended|noted)\b", re.IGNORECASE)
_PART = regex(
    r"(?P<minutes>(?:draft )?minutes)\s*:|(?P<decision>decisions?)\s*:"
    r"|(?P<papers>(?:additional|supporting|accompanying) documents?)\s*:",
    re.IGNORECASE,
)
_BUTTON = regex(
    r"\W*+(?:share this item|media|items?|view directions|add to (?:my )?calendar|top of page"
    r"|(?:pdf|word|doc) icon(?: pdf)? .*)",
    re.IGNORECASE,
)
_CUT = regex(r"\W*view the full (?:agenda|minutes|decision) text for item\b.*", re.IGNORECASE)
_OF_MEETING = regex(
    r"Meeting: (?P<day>\d{1,2}/\d{1,2}/\d{4}) - (?P<body>.+?)(?: \(Item (?P<number>[\w./]+)\))?",
    re.IGNORECASE,
)
_OF_DAY = regex(r"(?P<day>\d{1,2}/\d{1,2}/\d{4}) - (?P<title>.+)")
_OF_MEETING_PAGE = regex(r"(?:\w+,? )*(?:agenda|minutes|decisions)\b|.*:", re.IGNORECASE)
_REACHED = regex(r"tel|phone|e-?mail|\W*\d", re.IGNORECASE)
_ITEM_PAGE = regex(r"Agenda item(?: - (?P<title>.+))?", re.IGNORECASE)
_PAGE_NAME = regex(r"(?:Issue|Decision) (?:details\b.*|- .+)", re.IGNORECASE)
_DETAIL = regex(r"\*?(?P<number>P?\d{1,2})\.? (?P<title>[A-Z].{2,200}|pdf .{3,200})")
_FILE = regex(r" \(\d+ ?[KM]b\)$", re.IGNORECASE)
_TAB = regex(
    r"\W*+(?:meeting summary|documents|attendance|visitors|declarations of interests?|agenda|standard items"
    r"|scheduled|confirmed)",
    re.IGNORECASE,
)
_BEHIND_ITEMS = regex(
    r"(?P<away>name ?reason for sending apology)|name ?reason for|additional meeting documents|attended - "
    r"|declarations of interests$|visitor information",
    re.IGNORECASE,
)
_SENTENCE_END = (".", ";", ":", ",", "?")
LONGEST_TITLE, FULL_LINE, FURTHEST = 250, 60, 3
LONGEST_ALONE = 120
_CUT_SHORT = (
    "The page shows only the beginning of some items' words; open the full text there and save it again, "
    "or import the printed minutes."
)


def read_copied(text: str) -> WebMeeting | None:
    """Read the copy of a meeting's, an item's, an issue's or a decision's page; None where it is none.

    Args:
        text: line by line, the cells of a row parted by tabs or set one below the other.
    """
    if not _FORM.search(text, 0, _LOOKED_AT):
        return None
    words = list(paragraphs(text))
    if words and "Meeting Detail" in words[0]:
        return _read_details(words)
    at = next((i for i, x in enumerate(words) if _ITEMS.fullmatch(x)), None)
    if at is not None and not are_printed(words[:at]):
        meeting = WebMeeting()
        read_top(words[:at], meeting)
        _read_items(words[at + 1 :], meeting)
        return meeting if len(meeting.items) > 1 else None
    first = next((i for i, x in enumerate(words) if _ITEM_PAGE.fullmatch(x) or _PAGE_NAME.fullmatch(x)), None)
    return _read_page(words[first:]) if first is not None else None


def paragraphs(text: str) -> Iterator[str]:
    """The page's paragraphs; one that was broken over full lines is put together again."""
    whole = ""
    for line in re.split(r"[\t\r\n\x85\u2028\u2029]", text):
        words = squeeze(line)
        goes_on = len(whole) >= FULL_LINE and words[:1].islower() and not whole.endswith(_SENTENCE_END)
        if words and goes_on:
            whole = f"{whole} {words}"
            continue
        if whole and not _BUTTON.fullmatch(whole):
            yield whole
        whole = words
        if whole.startswith("Contact"):  # a post stands two blanks behind the name
            whole = squeeze(re.sub(r"(?<=[a-z])(?:\s{2,}|\xa0\s*)(?=[A-Z])", ", ", line.strip()))
    if whole and not _BUTTON.fullmatch(whole):
        yield whole


def read_top(words: Sequence[str], meeting: WebMeeting) -> None:
    """Whose meeting it is, when and where, and the clerk: all that stands above the items."""
    before, when = "", WebMeeting()
    for text in words:
        undated = when.date is None
        if undated and len(text) < LONGEST_TITLE:
            read_when(text, when)
        if undated and when.date is not None:
            named = None if _OF_MEETING_PAGE.match(before) else before
            meeting.committee = when.committee or named or None
            meeting.date, meeting.start_time = when.date, when.start_time
        if before.startswith("Contact") and _REACHED.match(text):
            meeting.notes[-1] += f" {text}"
            continue
        if not read_told(text, meeting) and len(text) > FULL_LINE:
            meeting.notes.append(text)
        before = text


def _read_items(words: Sequence[str], meeting: WebMeeting) -> None:
    """The items, each under a number that stands alone and counts on."""
    part = "description"
    bare = bool(meeting.date) and not any(number and not rest for number, rest in map(split_number, words))
    i = 0
    while i < len(words):
        text = words[i]
        number, rest = split_number(text)
        following = words[i + 1] if i + 1 < len(words) else ""
        if is_timing(text) and split_number(following)[1] == "":
            i += 1
            continue
        if number and not rest and following and _counts_on(number, following, meeting.items, part):
            meeting.items.append(WebItem(number, tidy_caption(following)))
            part, i = "description", i + 2
            continue
        titled = _titles(text, following) or (bare and _titles_soon(text, words[i + 1 : i + 1 + FURTHEST]))
        titled = titled or (bare and not meeting.items and TYPICAL.match(text) is not None)
        papers = part == "papers" and (label := _PART.fullmatch(following)) and label["papers"]
        named = (part == "minutes" or papers or not meeting.items) and titled
        if named or (bare and part != "minutes" and _stands_alone(text)):
            meeting.items.append(WebItem(None, tidy_caption(text)))
            part = "description"
        elif meeting.items:
            if number and not rest and following:
                text, i = f"{text} {following}", i + 1
            part = take(text, part, meeting)
        i += 1


def _titles(text: str, following: str) -> bool:
    """Whether a paragraph titles an item without a number: a label follows that the last cannot have."""
    plain = len(text) <= LONGEST_TITLE and not text.endswith(_SENTENCE_END)
    return plain and _PART.fullmatch(following) is not None and not _PART.fullmatch(text)


def _titles_soon(text: str, below: Sequence[str]) -> bool:
    """Whether a paragraph is a title, what the item is for between it and the label of its minutes."""
    minuted = any((part := _PART.fullmatch(x)) and part["minutes"] for x in below)
    return minuted and _stands_alone(text) and _DECIDED.match(text) is None


def _stands_alone(text: str) -> bool:
    """Whether a paragraph of a list without numbers is a title: short, no sentence, and no note."""
    title = tidy_caption(text)
    told = title != " ".join(text.split()).strip(" ,-–") or not (
        _NO_TITLE.match(title) or title.endswith(_SENTENCE_END)
    )
    return told and len(title) <= LONGEST_ALONE and not _PART.fullmatch(text)


def _counts_on(number: str, title: str, items: Sequence[WebItem], part: str) -> bool:
    """Whether a number alone is the next item's and no paragraph's: it goes on from the last one."""
    title = tidy_caption(title)
    if len(title) > LONGEST_TITLE or _PART.fullmatch(title) or split_number(title)[1] == "":
        return False
    before = next((item.number for item in reversed(items) if item.number), None)
    if before is None:
        return True
    last = [int(n) for n in re.findall(r"\d+", before)]
    this = [int(n) for n in re.findall(r"\d+", number)]
    if len(this) > 1 and "." in number and "/" not in number:
        # 5.1 below 5 or 5.1, unless it numbers a paragraph
        told = part in ("minutes", "decision") and len(last) == 1
        return this[0] == last[0] and not told and not title.endswith((".", ":"))
    steps = [b - a for a, b in zip(last, this, strict=False)]
    return any(0 < step <= FURTHEST for step in steps) or (steps[0] == 0 and number[-1:].isalpha())


def take(text: str, part: str, meeting: WebMeeting) -> str:
    """Put a paragraph where it belongs; the part of the item that it, or what follows it, belongs to."""
    item = meeting.items[-1]
    if note_cut(text, meeting):
        return part
    named = _PART.fullmatch(text)
    if named and (part != "minutes" or named.lastgroup == "papers"):  # a label inside minutes is their own
        return named.lastgroup or part
    {"minutes": item.minutes, "decision": item.decision, "papers": item.papers}.get(
        part, item.description
    ).append(tidy_caption(text) if part == "papers" else text)
    return part


def _read_details(words: Sequence[str]) -> WebMeeting | None:
    """A meeting's page as CMIS sets it: number and title on one line, then tables of who was away."""
    first = next((i for i, x in enumerate(words) if _DETAIL.fullmatch(x) and not find_dates(x)), None)
    if first is None:
        return None
    meeting, head = WebMeeting(), [x for x in words[1:first] if not _TAB.fullmatch(x)]
    read_top(head, meeting)
    part = ""
    for text in words[first:]:
        if found := _BEHIND_ITEMS.match(text):
            part = found.lastgroup or "other"
        elif part == "away":
            meeting.apologies += split_titled(text)[:1] if is_titled(text) else []
        elif (item := _DETAIL.fullmatch(text)) and not part and _follows(item["number"], meeting.items):
            title = _FILE.sub("", item["title"]).removeprefix("pdf ")
            meeting.items.append(WebItem(item["number"], title, restricted=False))
        elif not part and meeting.items:
            meeting.items[-1].description.append(text)
    return meeting if len(meeting.items) > 1 else None


def _follows(number: str, items: Sequence[WebItem]) -> bool:
    """Whether a number comes after the last item's, or begins those in private (P1) below it."""
    last = items[-1].number or "" if items else ""
    if (number[:1] == "P") != (last[:1] == "P"):
        return number == "P1"
    return not items or 0 < int(number.lstrip("P")) - int(last.lstrip("P") or 0) <= 2 * FURTHEST


def note_cut(text: str, meeting: WebMeeting) -> bool:
    """Warn where a page says that it shows only the beginning of some words; whether it does."""
    if _CUT.fullmatch(text) is None:
        return False
    if not any(warning.code == "cut-short" for warning in meeting.warnings):
        meeting.warnings.append(Warning("cut-short", _CUT_SHORT, 1))
    return True


def _read_page(words: Sequence[str]) -> WebMeeting | None:
    """The page of one item, one issue or one decision."""
    held = [i for i, x in enumerate(words) if _OF_MEETING.fullmatch(x) or _OF_DAY.fullmatch(x)]
    if held:
        meetings = [_read_one(words[a:b]) for a, b in zip(held, [*held[1:], len(words)], strict=True)]
        meetings[0].earlier = meetings[1:]
        return meetings[0]
    if page := _ITEM_PAGE.fullmatch(words[0]):
        rest = [x for x in words[1:] if not _ITEM_PAGE.fullmatch(x)]
        title = page["title"] or (rest.pop(0) if rest else "")
        meeting = WebMeeting(items=[WebItem(None, tidy_caption(title))])
        _read_parts(rest, meeting)
        return meeting if meeting.items[0].minutes or meeting.items[0].decision else None
    pieces = [Piece("heading" if i < 2 else "paragraph", x) for i, x in enumerate(words)]
    return read_decision(pieces, words[0], [])


def _read_one(words: Sequence[str]) -> WebMeeting:
    """What one meeting did with an issue, or what was decided of it on a day."""
    if decided := _OF_DAY.fullmatch(words[0]):
        day = next((day.date for day in find_dates(decided["day"])), None)
        return WebMeeting(date=day, items=[WebItem(None, decided["title"], minutes=list(words[1:]))])
    found = _OF_MEETING.fullmatch(words[0])
    meeting = (
        WebMeeting(committee=found["body"], date=find_dates(found["day"])[0].date) if found else WebMeeting()
    )
    number = found["number"] if found else None
    title = words[1] if len(words) > 1 else ""
    if number and title.startswith(f"{number} "):
        title = title[len(number) :]
    meeting.items.append(WebItem(number, tidy_caption(title)))
    _read_parts(words[2:], meeting)
    return meeting


def _read_parts(words: Sequence[str], meeting: WebMeeting) -> None:
    part = "description"
    for text in words:
        part = take(text, part, meeting)
