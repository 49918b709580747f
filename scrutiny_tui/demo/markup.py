"""The demo's own text format: front matter that describes a meeting, then its papers in plain markup.

A source file is TOML between two `+++` lines (what it leaves out, `committees.toml` says), then one
part per paper, each opened by `=== 4` (the agenda item it belongs to) or `--- Appendix A` (an attachment
of the paper before). Blocks are divided by blank lines; what a block is, its first characters say.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

BlockKind = Literal[
    "title", "heading", "subheading", "numbered", "bullets", "table", "chart", "order", "text"
]

_MARKS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"# "), "title"),
    (re.compile(r"## "), "heading"),
    (re.compile(r"### "), "subheading"),
    (re.compile(r"\d+\.\d+ "), "numbered"),
    (re.compile(r"- "), "bullets"),
    (re.compile(r"!table "), "table"),
    (re.compile(r"!chart "), "chart"),
    (re.compile(r"!(landscape|portrait|page|folio)\b"), "order"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item as the front sheet prints it.

    Attributes:
        number: as printed.
        title: without pages.
        text: the paragraphs under the title.
        officers: the third column.
        misprint: pages the front sheet prints instead of the true ones, or None.
    """

    number: str
    title: str
    text: tuple[str, ...] = ()
    officers: str = ""
    misprint: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list, table, chart or order to the typesetter; `text` keeps its lines."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the pack: the item it belongs to, its bookmark, and what stands in it."""

    item: str
    title: str
    attachment: bool
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A pack's source.

    Attributes:
        council: whose pack it is.
        committee: as printed.
        start: local time.
        venue: as printed.
        items: the agenda.
        membership: paragraphs after the agenda; `**bold**` opens each.
        notes: lettered notes, each a heading and its paragraphs.
        closing: what stands after the notes.
        papers: in agenda order.
    """

    council: str
    committee: str
    start: datetime
    venue: str
    items: tuple[Item, ...]
    membership: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]
    closing: str
    papers: tuple[Paper, ...]


def read_source(path: Path) -> Meeting:
    """Read one source file.

    Raises:
        ValueError: the file has no front matter.
    """
    parts = path.read_text(encoding="utf-8").split("+++\n", 2)
    if len(parts) != 3 or parts[0]:
        raise ValueError(f"{path.name}: no front matter between two +++ lines; add it.")
    front: dict[str, Any] = tomllib.loads(parts[1])
    bodies = tomllib.loads(path.with_name("committees.toml").read_text(encoding="utf-8"))
    front = bodies[front["body"]] | front
    items = tuple(_read_item(item) for item in front["item"])
    return Meeting(
        council=front["council"],
        committee=front["committee"],
        start=front["start"],
        venue=front["venue"],
        items=items,
        membership=tuple(front["membership"]),
        notes=tuple(tuple(note) for note in front["notes"]),
        closing=front["closing"],
        papers=_read_papers(parts[2], {item.number: item.title for item in items}),
    )


def _read_item(item: dict[str, Any]) -> Item:
    misprint = item.get("misprint")
    return Item(
        number=item["number"],
        title=item["title"],
        text=tuple(item.get("text", ())),
        officers=item.get("officers", ""),
        misprint=(misprint[0], misprint[1]) if misprint else None,
    )


def _read_papers(body: str, titles: dict[str, str]) -> tuple[Paper, ...]:
    papers: list[Paper] = []
    for mark, name, text in re.findall(r"^(===|---) (.+)\n((?:(?!===|---).*\n)*)", body, re.MULTILINE):
        attachment = mark == "---"
        item = papers[-1].item if attachment else name
        papers.append(Paper(item, name if attachment else titles[item], attachment, _read_blocks(text)))
    return tuple(papers)


def _read_blocks(text: str) -> tuple[Block, ...]:
    chunks = (chunk.strip("\n") for chunk in re.split(r"\n\s*\n", text) if chunk.strip())
    return tuple(
        Block(next((kind for mark, kind in _MARKS if mark.match(chunk)), "text"), chunk) for chunk in chunks
    )
