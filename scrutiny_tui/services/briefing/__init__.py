"""A member's brief for a meeting: Markdown, Word, or a PDF that prints well.

It holds what a member carries into the room: the agenda with pages and officers, recommendations word for
word, notes, marked words with their place, what was said earlier, the member's questions, and what was
promised. Nothing from a page that is not public goes into it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scrutiny_tui.services.briefing.markdown import as_markdown
from scrutiny_tui.services.briefing.model import Brief, EarlierChoice
from scrutiny_tui.services.briefing.pdf import as_pdf
from scrutiny_tui.services.briefing.word import as_word
from scrutiny_tui.services.errors import ExportFailed
from scrutiny_tui.services.files import there, write_whole

__all__ = [
    "FORMS",
    "Brief",
    "EarlierChoice",
    "as_markdown",
    "as_pdf",
    "as_word",
    "file_name",
    "free_name",
    "write_brief",
]

_WRITERS: dict[str, Callable[[Brief], bytes]] = {".md": as_markdown, ".docx": as_word, ".pdf": as_pdf}
FORMS = tuple(_WRITERS)
"""The endings a brief's file may have."""
_NAME = 80


def write_brief(brief: Brief, target: Path, *, replace: bool = False) -> None:
    """Write a brief to a file, whole and readable by its owner only; its ending says the form.

    Args:
        brief: what to write.
        target: the file.
        replace: whether a file that is there may be written over.

    Raises:
        ExportFailed: another ending, a file that is there already, or a target that cannot be written.
    """
    write = _WRITERS.get(target.suffix.lower())
    if write is None:
        raise ExportFailed(f"{target.name}: choose a name that ends in .md, .docx or .pdf.")
    content = write(brief)
    if not replace and there(target):
        raise ExportFailed(f"{target} is there already and was left as it is. Choose another name.")
    write_whole(target, content)


def file_name(committee: str, day: str, suffix: str) -> str:
    """A name for a brief: `brief 2022-05-26 Children and Families.pdf`."""
    words = "".join(
        letter if letter.isalnum() or letter in " -" else " " for letter in committee.replace("&", " and ")
    )
    return f"{' '.join(f'brief {day} {words}'.split())[:_NAME].rstrip()}{suffix}"


def free_name(folder: Path, name: str) -> Path:
    """A file of that name in a folder, numbered where one is there already."""
    target = folder / name
    number = 2
    while target.exists():
        target = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
        number += 1
    return target
