"""Where the pages of a plain text end.

At its form feeds or, where it has none, at what an extract leaves of the printed page: the stamps at a
page's end; folios; one leading blank where the extractor glued the next page on (a lost bullet leaves the
same blank, but bullets come in company); the heads of papers.
"""

from __future__ import annotations

import re
from itertools import pairwise

from imports.layout.stamps import Stamp, is_blank_notice, read_stamp
from imports.patterns import regex

_FOLIO = regex(r"\s*(?:-\s?\d{1,3}\s?-|Page \| ?\d{1,3}|\d{1,3} ?\| ?Page|\d{1,3})\s*")
_BODY = regex(r"\b(?:committee|board|panel|cabinet|council)\b", re.IGNORECASE)

_LABEL = regex(r"(?:report to|report title|title of report|date of meeting|meeting date)\b", re.IGNORECASE)
_MINUTES = regex(r"(?:draft )?minutes of (?!.{0,30}\b(?:previous|last|meetings?$))", re.IGNORECASE)
_PAPER = regex(
    r"(?:draft )?minutes of (?!.{0,30}\b(?:previous|last)\b)"
    r"|(?:draft |forward )*work(?:ing)? ?(?:programme|plan)|action (?:tracker|log)"
    r"|report of\b|.*[-–] action tracker$",
    re.IGNORECASE,
)
_DAY = regex(r"(?:[A-Z][a-z]+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? (?:19|20)\d\d")

FULL_LINE = 50
LONGEST_PAGE = 150
FULLEST_PAGE = 80
TIGHT = 0.1
SHORTEST_PAGE = 12
COMPANY = 6
USUAL_PAGE = 20


def split_pages(text: str) -> list[list[str]]:
    """Divide the text into pages: at its form feeds or, where it has none, where pages seem to end."""
    if "\f" in text:
        pages = [part.split("\n") for part in text.split("\f")]
        return pages[:-1] if len(pages) > 1 and not any(map(str.strip, pages[-1])) else pages
    lines = text.split("\n")
    starts = _find_starts(lines)
    starts = sorted({*starts, *_find_papers(lines, [0, *starts, len(lines)])})
    return [lines[a:b] for a, b in zip([0, *starts], [*starts, len(lines)], strict=True)]


def _find_starts(lines: list[str]) -> list[int]:
    """Say at which lines a page begins, the first page's own left out."""
    starts: list[int] = []
    at = 0
    for i in range(1, len(lines)):
        if i <= at or not lines[i].strip():
            continue
        end = _end_of_stamps(lines, i)
        if end is None:
            end = _start_by_blank(lines, i, at)
        if end is not None and end < len(lines) and any(map(str.strip, lines[at:end])):
            starts.append(end)
            at = end
    return starts


def _find_papers(lines: list[str], bounds: list[int]) -> list[int]:
    """Where papers begin on what is too long for a page: page ends were lost, headings were not."""
    found: list[int] = []
    for start, end in pairwise(bounds):
        printed = sum(map(bool, map(str.strip, lines[start:end])))
        if end - start > LONGEST_PAGE or printed > FULLEST_PAGE:
            tight = end - start - printed < TIGHT * printed
            last = start
            for i in range(start + SHORTEST_PAGE, end):
                if i - last >= SHORTEST_PAGE and _opens_paper(lines, i, tight):
                    last = i
                    while tight and lines[last - 1].isupper() and last > start + 1:
                        last -= 1  # the first lines of its heading
                    found.append(last)
    return found


def _opens_paper(lines: list[str], i: int, tight: bool) -> bool:
    """Whether line `i` heads a paper: a label or a body's name, and soon what it is.

    It stands after a blank line; where a text has hardly any, after one that does not run on.
    """
    line, above = lines[i].strip(), lines[i - 1].strip()
    if not line or line[-1] in ".,;:" or len(line) > 90:
        return False
    if above and not (tight and (len(above) < FULL_LINE or above[-1] in ".:")):
        return False
    if _LABEL.match(line):
        return True
    words = re.findall(r"[^\W\d_]+", line)
    named = _BODY.search(line) and all(word[0].isupper() or len(word) <= 3 for word in words)
    following = [x.strip() for x in lines[i + 1 : i + 10] if x.strip()][:4]
    return bool(named or _MINUTES.match(line)) and any(
        _LABEL.match(x) or _PAPER.match(x) or _DAY.fullmatch(x) for x in [line, *following]
    )


def _end_of_stamps(lines: list[str], i: int) -> int | None:
    """Where line `i` is a page's stamp, the line after its page's last one."""
    stamp = read_stamp(lines[i].strip())
    if stamp is None:
        return i + 1 if is_blank_notice(lines[i].strip()) else None
    if stamp.kind == "item":
        opens = lines[i].startswith(" ") or (
            not lines[i - 1].strip()
            and _is_words(following := "".join(lines[i + 1 : i + 2]))
            and not read_stamp(following.strip())
        )
        return i if opens else None
    end, blanks, last = i + 1, 0, i
    # An item's stamp and the addresses of the page's links may follow; two blank lines end the page.
    while end < len(lines) and end < i + 12:
        line = lines[end]
        blanks = 0 if line.strip() else blanks + 1
        if blanks >= 2:
            break
        if line.strip() and not _is_of_foot(stamp, line) and "://" not in line[:9]:
            return last + 1
        here = read_stamp(line.strip())
        last = end if here and here.kind == "page" else last
        end += 1
    while end < len(lines) and not lines[end].strip():
        end += 1
    return end


def _is_of_foot(stamp: Stamp, line: str) -> bool:
    """Whether a line below a page's stamp is one more: an item's, or the pack's below the paper's own.

    An item's with blanks before it stands at the head of the next page.
    """
    following = read_stamp(line.strip())
    if following is None or following.kind == "item":
        return following is not None and not line.startswith(" ")
    return int(following.number) != int(stamp.number) + 1


def _is_words(line: str) -> bool:
    return sum(map(str.isalpha, line)) > 3


def _start_by_blank(lines: list[str], i: int, at: int) -> int | None:
    """Line `i` where its one leading blank shows that another page was glued on before it."""
    if not _is_glued(lines, i):
        return None
    before, line = lines[i - 1], lines[i].strip()
    behind, ahead = _company(lines, i, back=True), _company(lines, i, back=False)
    if ahead == 1 and i - at >= USUAL_PAGE and _opens_section(lines, i):
        ahead = 0
    if (behind or ahead) and not (line.isupper() and " " in line and before.rstrip().endswith(".")):
        return None
    if _FOLIO.fullmatch(before):
        return i
    if i - at >= (SHORTEST_PAGE if not _BODY.search(line) else SHORTEST_PAGE // 2):
        return i
    runs_on = len(before) >= FULL_LINE and before.rstrip()[-1:] not in ".:;!?" and line[:1].islower()
    return i if runs_on and i - at > 2 else None


def _is_glued(lines: list[str], i: int) -> bool:
    return _is_indented(lines[i]) and bool(lines[i - 1].strip())


def _is_indented(line: str) -> bool:
    return line.startswith(" ") and not line.startswith("  ") and bool(line.strip())


def _opens_section(lines: list[str], i: int) -> bool:
    """Whether a numbered heading stands below line `i`, which is then a paper's title."""
    return any(re.match(r" \d{1,2}\.\d?\s+[A-Z]", line) for line in lines[i + 1 : i + COMPANY])


def _company(lines: list[str], i: int, back: bool) -> int:
    """How many lines nearby are glued on too: then it is a list that lost its bullets."""
    near = range(max(i - COMPANY, 1), i) if back else range(i + 1, min(i + COMPANY, len(lines)))
    return sum(_is_glued(lines, n) or (n == i - 1 and _is_indented(lines[n])) for n in near)
