"""Which files an import means: folders walked, each file once, in an order a person expects."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SUFFIXES = (".pdf", ".txt", ".html", ".htm", ".mht", ".mhtml", ".xml", ".docx", ".zip")
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found under the paths a person named.

    Attributes:
        files: to be read, in order; absolute.
        refused: paths that cannot be read at all, each with one sentence.
        left_out: files in folders whose suffix is none of ours.
    """

    files: tuple[Path, ...]
    refused: tuple[tuple[Path, str], ...]
    left_out: tuple[Path, ...]


def gather(paths: Sequence[Path]) -> Gathered:
    """Find the files to import: a file named is taken whatever its suffix, a folder for its known ones."""
    files: dict[Path, Path] = {}
    refused: list[tuple[Path, str]] = []
    left_out: list[Path] = []
    for path in paths:
        try:
            if path.is_dir():
                found = list(_walk(path, refused))
                known = [file for file in found if file.suffix.lower() in SUFFIXES]
                left_out += [file for file in found if file not in known]
                if not known:
                    refused.append(
                        (path, f"No paper that can be read lies in {path}. Nothing was imported from it.")
                    )
                for file in known:
                    files.setdefault(file.resolve(), file.absolute())
            elif path.is_file():
                files.setdefault(path.resolve(), path.absolute())
            else:
                refused.append((path, _why_no_file(path)))
        except OSError as error:
            refused.append((path, _closed(path, error)))
    return Gathered(tuple(files.values()), tuple(refused), tuple(left_out))


def _walk(folder: Path, refused: list[tuple[Path, str]]) -> Iterator[Path]:
    """Every regular file below a folder, by name; hidden ones and linked folders are passed by."""

    def note(error: OSError) -> None:
        refused.append((Path(error.filename), _closed(Path(error.filename), error)))

    for root, folders, names in os.walk(folder, onerror=note):
        # A browser keeps what belongs to a saved page in a folder beside it.
        beside = {f"{Path(name).stem}_files" for name in names if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in beside)
        for name in sorted(names):
            file = Path(root, name)
            if not name.startswith(".") and file.is_file():
                yield file


def _closed(path: Path, error: OSError) -> str:
    return f"{path} cannot be opened ({error.strerror}). Check its permissions."


def _why_no_file(path: Path) -> str:
    if path.exists():
        return f"{path} is neither a file nor a folder. Name a paper or a folder of them."
    return f"{path} is not there. Check the name and try again."


def describe_left_out(files: Sequence[Path]) -> str:
    """Name in one line the files a folder holds that are no packs by their suffix."""
    names = ", ".join(file.name for file in files[:_NAMED])
    more = f" and {len(files) - _NAMED} more" if len(files) > _NAMED else ""
    return f"left out, being no papers by their names: {names}{more}"
