"""Says which pages a person should look at in the original, and why, in as few sentences as will do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from imports.model.warning import Warning

if TYPE_CHECKING:
    from imports.model.document import Document, Page

_MOST_NAMED = 12
_MOST_WARNINGS = 40
TRY_AGAIN = "install tesseract-ocr and import it again (--again) to have them read; v shows them as they look"


def find_unread(document: Document) -> list[Warning]:
    """Name the pages that failed, that are pictures, and whose words were read from pictures."""
    failed = [page for page in document.pages if page.failed]
    found = [
        Warning("page-unread", f"Page {page.number} could not be read: {page.failed}", page.number)
        for page in failed[:_MOST_WARNINGS]
    ]
    if more := failed[_MOST_WARNINGS:]:
        text = f"{_name(more)} could not be read either: look at the original."
        found.append(Warning("page-unread", text, more[0].number))
    sound = [page for page in document.pages if not page.failed]
    remedy = TRY_AGAIN if document.format == "pdf" else "look at the original"
    return [*found, *_of_pictures(sound, remedy), *_recognised(sound)]


def _of_pictures(pages: Sequence[Page], remedy: str) -> Iterator[Warning]:
    silent = [page for page in pages if page.pictures and not _has_words(page)]
    untried = [page for page in silent if is_untried(page)]
    tried = [page for page in silent if page.recognised]
    if untried:
        text = f"{_name(untried)} held no text, only pictures, and {_was(untried)} not read: {remedy}."
        yield Warning("page-is-picture", text, untried[0].number)
    if tried:
        text = f"No words were found in the pictures on {_name(tried, inside=True)}; v shows how they look."
        yield Warning("page-is-picture", text, tried[0].number)


def is_untried(page: Page) -> bool:
    """Whether a page is a picture whose words nobody tried to read."""
    return bool(page.pictures) and not (page.recognised or page.failed or _has_words(page))


def _recognised(pages: Sequence[Page]) -> Iterator[Warning]:
    read = [page for page in pages if page.recognised and _has_words(page)]
    doubtful = [page for page in read if "doubtful" in page.recognised]
    if read:
        more = f" Words on {_name(doubtful, inside=True)} are doubtful." if doubtful else ""
        text = f"{_name(read)} {_was(read)} read from pictures: check against the original (v).{more}"
        yield Warning("page-read-from-picture", text, read[0].number)


def _has_words(page: Page) -> bool:
    return any(line.text.strip() and not line.stamp for line in page.lines)


def _was(pages: Sequence[Page]) -> str:
    return "were" if len(pages) > 1 else "was"


def _name(pages: Sequence[Page], *, inside: bool = False) -> str:
    """Count and name pages: `3 pages (2, 5-6)`, `page 4`."""
    if len(pages) == 1:
        return f"{'page' if inside else 'Page'} {pages[0].number}"
    numbers = [page.number for page in pages]
    runs: list[str] = []
    for _, group in groupby(enumerate(numbers), key=lambda at: at[1] - at[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    shown = ", ".join(runs[:_MOST_NAMED]) + (" and more" if len(runs) > _MOST_NAMED else "")
    return f"{len(pages)} pages ({shown})"
