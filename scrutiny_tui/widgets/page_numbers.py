"""The pack's page numbers and the file's: which page a person means, and what a page is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrutiny_tui.services.models.reading import PageNumber


def page_meant(numbers: Sequence[PageNumber], answer: str, near: int) -> int | None:
    """The file's page that is meant by `71`, `p71` (stamped) or `#74` (the file's); None where there is none.

    `g`, as in `g g`, is the first.

    A number stamped twice means the page nearest to `near`. In a file without stamps plain numbers are
    the file's.
    """
    if answer == "g":
        return 1
    digits = answer.strip().lower().removeprefix("page").removeprefix("p").strip()
    if not digits.removeprefix("#").isdecimal():
        return None
    number = int(digits.removeprefix("#"))
    if digits.startswith("#") or all(one.pack_page is None for one in numbers):
        return number if 1 <= number <= len(numbers) else None
    stamped = (one.page for one in numbers if one.pack_page == number)
    return min(stamped, key=lambda page: abs(page - near), default=None)


def no_such_page(numbers: Sequence[PageNumber]) -> str:
    """What to say of a page that is not there."""
    stamped = [number.pack_page for number in numbers if number.pack_page is not None]
    known = f"This paper has pack pages {min(stamped)} to {max(stamped)}. " if stamped else ""
    return f"There is no such page. {known}The file's own pages are #1 to #{len(numbers)}."


class PageNames:
    """What the pages of a document are called: `page 71 of 126`, as stamped.

    In a file with stamps a page without one, and in a file without any every page, goes by the file's.
    """

    def __init__(self, numbers: Sequence[PageNumber]) -> None:
        """Look through the numbers once."""
        self._stamps = {number.page: number.pack_page for number in numbers}
        self._last = max((stamp for stamp in self._stamps.values() if stamp is not None), default=None)

    def name(self, page: int, *, of_file: bool = False) -> str:
        """What a page of the file is called; with `of_file` with the file's number as well."""
        in_file = f"file page {page} of {len(self._stamps)}"
        if self._last is None:
            return in_file.removeprefix("file ")
        if (stamp := self._stamps.get(page)) is None:
            return in_file
        return f"page {stamp} of {self._last}" + (f" · {in_file}" if of_file else "")


def page_name(numbers: Sequence[PageNumber], page: int) -> str:
    """What a page is called, with the file's number as well."""
    return PageNames(numbers).name(page, of_file=True)
