"""How the titles of minutes look: numbered or not, in capitals, in bold or set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from imports.agenda.item_numbers import TYPICAL
from imports.layout.headings import is_capitals
from imports.layout.paragraphs import full_width, join_lines
from imports.patterns import regex
from imports.people.labels import read_label
from imports.words.names import is_people, is_titled

if TYPE_CHECKING:
    from imports.layout.furniture import TextLine

_MINUTE_NO = (
    r"(?P<label>(?:minute|min\.|item|agenda item)\s*+(?:no\.?|number)?\s*+)?"
    r"(?P<prefix>[A-Z]{1,4}\d{2}[./](?=\d)"
    r"|\d{2}-(?=\d{2,3}\b)|(?-i:[A-Z][a-z]{1,4})/(?=\d{1,4}/\d{2})"
    r"|(?:\d{2,4}-\d{2,4}/)?+[A-Z][A-Z&]{0,5}[/. ]?(?:\d{2,4}/\d{2,4}[./ ])?)?"
    r"(?P<number>\d{1,5})(?P<year>/\d{2,4}(?:[-/]\d{1,3})?|/\d/\d{1,3}(?!\d)|(?<=\d{4})/\d)?"
)
HEADING = regex(
    rf"{_MINUTE_NO}\s*+(?:[.:)–—-]|,(?=\s(?-i:[A-Z])))?\s*+(?P<title>\S.*)",
    re.IGNORECASE,
)
NUMBER_ALONE = regex(rf"{_MINUTE_NO}\s*+[.:)]?", re.IGNORECASE)
PARAGRAPH = regex(r"(?P<item>\d{1,4})\.(?P<n>\d{1,2})\.?(?:\s+(?P<text>\S.*)|(?P<glued>[A-Z‘“(].*)|$)")
_TOLD = regex(r"\b(?:was|were|had|have|sent|received)\b|^(?:none|no apologies)\b", re.IGNORECASE)
# What meetings without numbers, of a group or a partnership, have among their business.
_USUAL = regex(
    r"(?:draft )?notes (?:of|from)\b|next (?:meeting|steps)\b|(?:welcome|introductions?)\b"
    r"|(?:actions?|matters) (?:from|arising)\b|aob\b|action (?:log|tracker)\b|close\b"
    r"|(?:(?:clerk|treasurer|police)['’]?s? )?reports?\b|finance|planning\b|correspondence\b|highways\b",
    re.IGNORECASE,
)
LONGEST_ABOVE = 70
FEWEST_PLAIN, BARELY = 3, 0.4
LABELS_IN_BODY = regex(
    r"(?:resolved|agreed|action|chair(?:man|person)?(?!['’]|s\b)|decision|reasons?)\b", re.IGNORECASE
)


def title_below_number(lines: Sequence[TextLine], i: int, *, running: bool) -> tuple[int, str, float] | None:
    """The title below a number that stands alone, right above its text, as an extract of a table has them.

    Args:
        lines: of the minutes.
        i: the number's line.
        running: whether the number is one that runs on through the year.

    Returns:
        The title's line, the title and how surely it is one; None where it is none.
    """
    if i + 2 >= len(lines) or not is_apart(lines[i if running else i + 1]):
        return None
    text, below = lines[i + 1].text, lines[i + 2].text
    plain = (
        text[:1].isupper() and len(text) <= LONGEST_ABOVE and text[-1] not in ".,;:" and below[:1].isalnum()
    )
    if not plain or not looks_like_title(text) or LABELS_IN_BODY.match(text) or read_label(text):
        return None
    if is_titled(text) or is_people(text):
        return None
    return i + 1, text, 1 if running else BARELY


def extend_capitals(lines: Sequence[TextLine], i: int, title: str) -> tuple[int, str]:
    """A title in capitals with the lines it goes on in: the last of them, and the whole."""
    last = i
    while last + 1 < len(lines) and last - i < 5:
        following = lines[last + 1]
        if (
            following.gap
            or not is_capitals(following.text)
            or HEADING.match(following.text)
            or LABELS_IN_BODY.match(following.text)
        ):
            break
        last += 1
        title = join_lines((title, following.text))
    return last, title


def looks_like_title(text: str) -> bool:
    """Whether a text is short enough for a title and tells nothing that happened."""
    words = re.findall(r"[A-Za-z][\w’'-]*", text)
    if not words or len(words) > 18:
        return False
    return bool(re.search(r"[a-z]{3}", text)) and not re.search(
        r"\b(?:was|were|had|have|would|is|are|asked(?! by)|that)\b", text
    )


def is_title_among_text(lines: Sequence[TextLine], i: int, text: str) -> bool:
    """Whether a numbered line is a title in minutes without white space: sentences end and begin round it."""
    above, following = lines[i - 1] if i else None, lines[i + 1] if i + 1 < len(lines) else None
    ended = above is None or above.text.endswith((".", ":")) or above.opens_page
    begins = following is not None and following.text[:1].isupper() and len(text) <= LONGEST_ABOVE
    return ended and begins and looks_like_title(text) and text[:1].isupper() and text[-1] not in ".;,:"


def find_titles(lines: Sequence[TextLine]) -> list[tuple[int, int, str]]:
    """The titles of minutes that number nothing: first line, last line, words."""
    heads: list[tuple[int, int, str]] = []
    for i, line in enumerate(lines):
        if heads and i <= heads[-1][1]:
            continue
        before = i == 0 or line.gap or line.opens_page
        capitals = is_capitals(line.text) and before and len(line.text) > 5
        bold = line.line.bold and before and len(line.text) < 120 and not line.text.endswith(".")
        labelled = read_label(line.text) is not None and not _titles_apologies(lines, i)
        if (capitals or bold) and not labelled and not LABELS_IN_BODY.match(line.text):
            last, title = extend_capitals(lines, i, line.text) if capitals else (i, line.text)
            heads.append((i, last, title))
    return heads or _plain_titles(lines)


def _plain_titles(lines: Sequence[TextLine]) -> list[tuple[int, int, str]]:
    """Titles set in no way but apart, where what every meeting has is among them; text stands below each."""
    full = full_width(lines)
    for below in (True, False):  # white space below each, too, or above only
        found: list[tuple[int, int, str]] = []
        for i, (line, following) in enumerate(pairwise(lines)):
            apart = is_apart(line) and len(line.text) <= LONGEST_ABOVE
            apart = apart and (is_apart(following) if below else _heads_text(line, following, full))
            plain = (
                line.text[:1].isupper()
                and not line.text.endswith((".", ",", ";", "?"))
                and "£" not in line.text
            )
            plain = plain and (line.text[-1] != ":" or is_usual(line.text))
            if not (apart and plain and looks_like_title(line.text)) or not (found or is_usual(line.text)):
                continue
            if LABELS_IN_BODY.match(line.text) or (read_label(line.text) and not _titles_apologies(lines, i)):
                continue
            found.append((i, i, line.text.rstrip(" :")))
        if len(found) >= FEWEST_PLAIN and sum(is_usual(title) for _, _, title in found) >= 2:
            return found
    return []


def is_apart(line: TextLine) -> bool:
    """Whether white space or the turn of a page parts a line from the one before."""
    return line.gap or line.opens_page


def _heads_text(line: TextLine, following: TextLine, full: float) -> bool:
    """Whether a short line stands right above its text."""
    return len(line.text) < 0.7 * full and (is_apart(following) or following.text[:1].isupper())


def is_usual(text: str) -> bool:
    """Whether a title is one most meetings have."""
    return TYPICAL.match(text) is not None or _USUAL.match(text) is not None


def _titles_apologies(lines: Sequence[TextLine], i: int) -> bool:
    """Whether a line titles the minute of apologies, told in a sentence, and labels no list of names."""
    told = lines[i + 1].text if i + 1 < len(lines) else ""
    return re.match(r"apolog", lines[i].text, re.IGNORECASE) is not None and bool(_TOLD.search(told))
