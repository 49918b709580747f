"""What stands among the lists of those present and names nobody more: headings of columns, sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from imports.layout.columns import line_cells
from imports.layout.paragraphs import join_lines
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.names import is_people, is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

# The headings of a list in columns ("Members      Role"), which name nobody.
_HEADS_COLUMN = regex(
    r"(?:names?|(?:voting |board |panel )?members?|councillors?|officers?|attendees?)(?: of .{3,40})?",
    re.IGNORECASE,
)
_BESIDE = regex(
    r"(?:job )?(?:role|title|post|position|designation|representing|organisations?|authority|council|district"
    r"|area|ward|party|group|capacity)(?:\s?/\s?\w+)?",
    re.IGNORECASE,
)
# The councils whose members stand below, in a row over their columns or each over its own
_COUNCIL = regex(
    r"(?:the )?[A-Z][\w’'&. -]{2,50} (?:council|authority|cc|mbc|bc|dc)"
    r"|(?:london |royal )*borough of [A-Z]\w.{1,30}|city of [A-Z]\w.{1,30}",
    re.IGNORECASE,
)
# "Al Bell – Chief Executive, Office of the Commissioner"
_POST_LAST = regex(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3})\s[-–]\s(?P<post>[A-Z][^()]{3,80})")
_SOMEBODY = regex(r"\b(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr|[Cc]hair\w*|[Cc]onvener)\b|\s[-–]\s")
_SURNAME_FIRST = regex(r"([A-Z][\w’'-]+), ((?:[A-Z]\.? ?){0,2}[A-Z]\.?)( \([^()]*\))?")
# The initials of a name in a column of their own ("Al Bell     AB     Head of Roads")
_INITIALS = regex(r"([A-Z]{2,4})(?:\s+|$)")
_ASIDE = regex(r"\s*\([^)]*\)")
_NO_NAMES = frozenset(
    ("Cllr", "Councillor", "Dr", "Mr", "Mrs", "Ms", "Miss", "Rev", "Revd", "Prof", "Sir", "Dame")
)
_LABEL_CELL = regex(r"[A-Z][A-Za-z ]{3,30}:")
# "Also" above "Present:"
_LABEL_BEGUN = regex(r"also|others?|members|officers", re.IGNORECASE)
# How those present took part, below their label
_WAY = regex(
    r"\((?:in[- ]person|in (?:the )?chamber|remote(?:ly)?|virtual(?:ly)?|online|via .{3,20})\)", re.IGNORECASE
)
# Papers, and who came for whom, where both are listed
_NOBODY = regex(
    r"(?:papers|documents|distribution|circulation|copies)\b[^:]{0,40}:"
    r"|[^:]{5,60} (?:replaced|deputised for) (?:county )?(?:cllr|councillor|mrs?|ms|dr)\b",
    re.IGNORECASE,
)
# "Al Bell, Vice Chairperson, in the Chair." below the lists which name her
_TOOK_CHAIR = regex(
    r"(?P<name>[A-Z][^,.]{3,40})(?:, [^,]{3,60})?,?\s(?:was\s|presided\s)?in the chair\.?", re.IGNORECASE
)
_TELLS = regex(
    r"(?:The|There|It|This|Prior|Before|Following|In (?:accordance|order|line)|At the|On behalf|A )\b"
)
_VERB = regex(r"\b(?:was|were|had|has|been|took|welcomed|opened|reminded|advised|thanked|noted|extended)\b")
_OF_LISTS = regex(r"\b(?:present|attend\w*|apolog\w+|absen\w+|substitut\w+)\b", re.IGNORECASE)


# "Borough Lawyer and Head of Legal Services – A Bell"
_POST_FIRST = regex(
    r"(?P<label>[A-Z][A-Za-z ]{3,40}:\s+)?"
    r"(?P<post>(?=[A-Z])(?:[\w,&/()’'-]+ )*?(?i:director|head|officer|manager|executive|clerk|lawyer"
    r"|solicitor|secretary|lead|assistant|engineer|surveyor|accountant|planner|administrator|co-?ordinator|auditor)\b"
    r"[\w ,&/()’'-]*?)"
    r"\s[-–—]\s(?P<name>(?:(?:Mrs?|Ms|Miss|Dr)\.? )?(?:[A-Z]\.? ?){1,3}(?:[a-z]{1,3} )?[A-Z][\w’'-]+)"
)


def without_others(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines above the first item which list people, up to the first that tell what was said."""
    kept: list[TextLine] = []
    beside: list[TextLine] = []
    telling = False
    for at, whole in enumerate(map(_name_first, lines)):
        line = _taken_aside(whole, beside)
        if telling and read_label(line.text) is None:
            continue
        telling = bool(kept) and line.gap and _begins_telling(lines, at)
        if _heads_councils(line, lines[at + 1 : at + 2], kept):
            continue
        if not (
            telling
            or _heads_columns(line)
            or _NOBODY.match(line.text)
            or _WAY.fullmatch(line.text)
            or _is_known_chair(line, kept)
        ):
            kept.append(line)
    return kept + beside


def _taken_aside(line: TextLine, beside: list[TextLine]) -> TextLine:
    """A line of a list without the list that stands to its right under a label of its own, put aside."""
    cells = [cell.text.strip() for cell in line_cells(line)]
    at = next((n for n, cell in enumerate(cells) if n and _LABEL_CELL.fullmatch(cell)), None)
    if (
        at is None
        or read_label(cells[0])
        or _LABEL_CELL.fullmatch(cells[0])
        or _LABEL_BEGUN.fullmatch(cells[0])
    ):
        return line
    own, other = "   ".join(cells[:at]), f"{cells[at]} {', '.join(cells[at + 1 :])}"
    if read_label(other):
        beside.append(replace(line, text=other, gap=True, line=replace(line.line, text=other, cells=())))
    return replace(line, text=own, line=replace(line.line, text=own, cells=()))


def _name_first(line: TextLine) -> TextLine:
    """A line with its label's colon where it belongs, and the name before the post it stands behind."""
    line = _initials_first(_without_way(line))
    cells = [cell.text.strip() for cell in line_cells(line)]
    text = line.text
    if len(cells) > 1 and (told := _INITIALS.match(cells[1])) and told[1] == _initials_of(cells[0]):
        return _without_initials(line, told.end())
    if len(cells) > 1 and cells[1] in (":", ":-"):
        text = f"{cells[0]}: {'   '.join(cells[2:])}".rstrip()
    if found := _POST_FIRST.fullmatch(text):
        text = f"{found['label'] or ''}{found['name']} ({found['post']})"
    elif (found := _POST_LAST.fullmatch(text)) and _is_one(found["name"], found["post"]):
        text = f"{found['name']} ({found['post']})"
    return (
        replace(line, text=text, line=replace(line.line, text=text, cells=())) if text != line.text else line
    )


def _without_way(line: TextLine) -> TextLine:
    """A line of a list without the words below its label that tell how those listed took part."""
    first, *others = line_cells(line)
    if not others and line.text.endswith("):") and (bare := _WAY.sub("", line.text)) != line.text:
        text = bare[:-1].rstrip() + ":"
        return replace(line, text=text, line=replace(line.line, text=text))
    if not others or not _WAY.fullmatch(first.text.strip()):
        return line
    text = "   ".join(cell.text.strip() for cell in others)
    return replace(
        line, text=text, line=replace(line.line, text=text, cells=tuple(others) if others[1:] else ())
    )


def _initials_first(line: TextLine) -> TextLine:
    """A row of a list with its names' initials before the surnames they are printed behind ("Bell, A")."""
    cells = line_cells(line)
    if not any(_SURNAME_FIRST.fullmatch(cell.text.strip()) for cell in cells):
        return line
    turned = tuple(replace(c, text=_SURNAME_FIRST.sub(r"\2 \1\3", c.text.strip())) for c in cells)
    text = "   ".join(cell.text for cell in turned)
    return replace(
        line, text=text, line=replace(line.line, text=text, cells=turned if len(turned) > 1 else ())
    )


def _is_one(name: str, post: str) -> bool:
    """Whether words with a comma behind a name and a dash are that person's post and body, no more."""
    return "," in post and is_people(name) and not _SOMEBODY.search(post)


def _without_initials(line: TextLine, end: int) -> TextLine:
    """A row without the initials its second cell begins with."""
    first, second, *others = line_cells(line)
    left = [replace(second, text=second.text.lstrip()[end:])] if second.text.lstrip()[end:] else []
    cells = (first, *left, *others)
    text = "   ".join(cell.text.strip() for cell in cells)
    return replace(line, text=text, line=replace(line.line, text=text, cells=cells if len(cells) > 1 else ()))


def _initials_of(name: str) -> str:
    """The first letters of a name without its title and office ("Cllr Al Bell (Chair)" gives "AB")."""
    words = _ASIDE.sub("", name).split()
    return "".join(word[0] for word in words if word[0].isupper() and word.rstrip(".") not in _NO_NAMES)


def _begins_telling(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a paragraph begins on a line that tells what happened, and not who was there."""
    if not _TELLS.match(lines[at].text) or read_label(lines[at].text):
        return False
    end = next((i for i in range(at + 1, len(lines)) if lines[i].gap), len(lines))
    words = join_lines(line.text for line in lines[at:end])
    return _VERB.search(words) is not None and not _OF_LISTS.search(words)


def _heads_columns(line: TextLine) -> bool:
    """Whether a line heads the columns of a list."""
    cells = [cell.text.strip() for cell in line_cells(line)]
    heads = len(cells) > 1 and _HEADS_COLUMN.fullmatch(cells[0]) is not None
    return heads and all(_BESIDE.fullmatch(cell) for cell in cells[1:])


def _heads_councils(line: TextLine, below: Sequence[TextLine], above: Sequence[TextLine]) -> bool:
    """Whether a line names the councils, or the one, whose members are listed below, and nobody."""
    cells = [cell.text.strip() for cell in line_cells(line)]
    if not all(map(_COUNCIL.fullmatch, cells)) or any(map(is_titled, cells)):
        return False
    if above and above[-1].text.endswith((",", "-", "–", " of", " for", " and")):
        return False  # the end of somebody's post
    beside = [*below, *above[-1:]]
    return any(is_titled(x.text) or _COUNCIL.fullmatch(x.text) for x in beside) or len(cells) > 2


def _is_known_chair(line: TextLine, above: Sequence[TextLine]) -> bool:
    """Whether a line tells who took the chair of somebody listed above."""
    if not line.text.rstrip(" .").endswith("air") or (found := _TOOK_CHAIR.fullmatch(line.text)) is None:
        return False
    name = re.sub(r"\s+", " ", found["name"]).casefold()
    return any(name in other.text.casefold() for other in above)
