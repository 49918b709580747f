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


def page_name(numbers: Sequence[PageNumber], page: int, *, of_file: bool = False) -> str:
    """What the reader calls a page: `page 71 of 126`, as stamped; with `of_file` the file's number as well.

    In a file with stamps a page without one, and in a file without any every page, goes by the file's.
    """
    stamped = [number.pack_page for number in numbers if number.pack_page is not None]
    pack_page = next((number.pack_page for number in numbers if number.page == page), None)
    in_file = f"file page {page} of {len(numbers)}"
    if not stamped:
        return in_file.removeprefix("file ")
    if pack_page is None:
        return in_file
    return f"page {pack_page} of {max(stamped)}" + (f" · {in_file}" if of_file else "")
