"""Sets stamps in the order of the page where an extract prints them in the order they were laid on it.

Modern.gov lays its stamps over a finished page: first the page's number at the foot, then the item's at
the head. An extract in the order of painting ends a page with `Page 17` and `Agenda Item 4` below it, or
both on one line; read from above, the item's stamp would open the next page.
"""

from __future__ import annotations

import re

from imports.patterns import regex

# Each begins with a word, which is soon looked for; that it opens its line is asked behind it.
_PAGE_FIRST = r"Page(?:(?<=\nPage)|(?<=\n Page))"
_ITEM_FIRST = r"Agenda(?:(?<=\nAgenda)|(?<=\n Agenda))"
_TOGETHER = regex(r"Page \d{1,4}\s+Agenda Item ")
_ONE_LINE = regex(
    rf"(?P<page>{_PAGE_FIRST} \d{{1,4}})[ ]+(?P<item>Agenda Item \d{{1,3}}[a-z]?)[ ]*$", re.MULTILINE
)
_PAIR = regex(
    rf"(?P<page>{_PAGE_FIRST} (?P<number>\d{{1,4}}))[ ]*\n(?:[ ]*\n)?[ ]?"
    r"(?P<item>Agenda Item \d{1,3}[a-z]?)[ ]*$",
    re.MULTILINE,
)
_TURNED_PAGE = regex(rf"{_PAGE_FIRST}[ ]*\n[ ]?(?P<number>\d{{1,4}})[ ]*$", re.MULTILINE)
_TURNED_ITEM = regex(rf"{_ITEM_FIRST}[ ]*\n[ ]?Item[ ]*\n[ ]?(?P<number>\d{{1,3}}[a-z]?)[ ]*$", re.MULTILINE)
_PAGE = regex(rf"{_PAGE_FIRST} (\d{{1,4}})[ ]*$", re.MULTILINE)
_RANGE = regex(r"Pages?\s(\d{1,4})(?:\s?[-–]\s?\d{1,4})?\)")


def mend_turned(text: str) -> str:
    """A text with the stamps of turned pages, which extracts print a word a line, on one line each.

    A page's number is one where the page before or behind it is stamped, too: a column may be headed so.
    """
    if "Page\n" not in text and "Page \n" not in text:
        return text
    text = _TURNED_ITEM.sub(r"Agenda Item \g<number>", text)
    turned = {int(found["number"]) for found in _TURNED_PAGE.finditer(text)}
    if not turned:
        return text
    stamped = turned | {int(found[1]) for found in _PAGE.finditer(text)}

    def whole(found: re.Match[str]) -> str:
        number = int(found["number"])
        return f"Page {number}" if {number - 1, number + 1} & stamped else found[0]

    return _TURNED_PAGE.sub(whole, text)


def settle_stamps(text: str) -> str:
    """A text with the stamp of each item on the page it belongs to, above the stamp of that page."""
    if "Agenda Item " not in text or not _TOGETHER.search(text):
        return text
    text = _ONE_LINE.sub(r"\g<item>\n\g<page>", text)
    if "\f" in text or not _are_below(text):
        return text
    return _PAIR.sub(r"\g<item>\n\g<page>", text)


def _are_below(text: str) -> bool:
    """Whether the item's stamp belongs to the page whose number stands above it, and not to the next.

    The pages the agenda gives its items tell; where it gives none, the first stamp of all does: of papers
    behind a sheet without a number the item's comes first when stamps stand in the order of the page.
    """
    pairs = list(_PAIR.finditer(text))
    if not pairs:
        return False
    begins = {int(found[1]) for found in _RANGE.finditer(text)}
    numbers = [int(pair["number"]) for pair in pairs]
    own, following = (sum(n + more in begins for n in numbers) for more in (0, 1))
    if own != following:
        return own > following
    first = _PAGE.search(text)
    above = text.find("Agenda Item ", 0, pairs[0].start("item"))
    return first is not None and first.start() == pairs[0].start() and above < 0
