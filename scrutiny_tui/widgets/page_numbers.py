"""The pack's page numbers and the file's: which page a person means, and what a page is called."""

from __future__ import annotations

from collections.abc import Sequence

from scrutiny_tui.services.models import PageNumber


def page_meant(numbers: Sequence[PageNumber], answer: str, near: int) -> int | None:
    """The file's page that is meant by `71`, `p71` (stamped) or `#74` (the file's); None where there is none.

    A number stamped twice means the page nearest to `near`. In a file without stamps plain numbers are
    the file's.
    """
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


def page_name(numbers: Sequence[PageNumber], page: int) -> str:
    """What the reader calls a page: `pack page 71 · 74 of 130 in the file`."""
    pack_page = next((number.pack_page for number in numbers if number.page == page), None)
    of_file = f"{page} of {len(numbers)}"
    return f"page {of_file}" if pack_page is None else f"pack page {pack_page} · file {of_file}"
