"""What a task with a PDF costs: run in a process of its own, the best of a few times."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.processes.twin import ALONE

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "packs"
WIDTH = 112


@dataclass(frozen=True, slots=True)
class Cost:
    """What a task took.

    Attributes:
        wall: seconds.
        cpu: processor seconds, those of child processes included.
        peak: the largest process's memory in MB.
        agenda: seconds until the agenda could be shown, or None.
        page: seconds until a page asked for then could be shown, or None.
        whole: processor seconds with the start of every process that did it, or None.
        words: the text of each page, where the task reads text.
        text: what the task says of itself.
    """

    wall: float
    cpu: float
    peak: float
    agenda: float | None = None
    page: float | None = None
    whole: float | None = None
    words: tuple[str, ...] = ()
    text: str = ""


def costs_in_turn(tasks: Sequence[tuple[str, bool]], path: Path, times: int = 1) -> list[Cost | None]:
    """Do some tasks in turn, again and again: what another program takes of the machine then hits all alike.

    Args:
        tasks: their names, and whether our reader is kept to one process.
        path: the PDF.
        times: how often; for each task the time with the least processor seconds counts, or where two
            processes work at it, the shortest.
    """
    rounds = [[_once(name, path, alone) for name, alone in tasks] for _ in range(times)]
    return [
        min((one for one in found if one), key=lambda one: one.cpu if alone else one.wall, default=None)
        for (_, alone), *found in zip(tasks, *rounds, strict=True)
    ]


def cost(task: str, path: Path, *, alone: bool = True, times: int = 1) -> Cost | None:
    """Do a task of `pdf_tasks` and say what it cost, or None where its tool is not there.

    Args:
        task: its name.
        path: the PDF.
        alone: keep our reader to one process.
        times: how often; the time with the least processor seconds counts, as machines are shared.
    """
    return costs_in_turn([(task, alone)], path, times)[0]


def _once(task: str, path: Path, alone: bool) -> Cost | None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), ALONE: "1" if alone else ""}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.pdf_tasks", task, str(path)],
        stdout=subprocess.PIPE,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    answer = json.loads(done.stdout)
    if "missing" in answer:
        return None
    words = tuple(answer.get("words", ()))
    told = {name: answer.get(name) for name in ("agenda", "page", "whole")}
    return Cost(
        answer["wall"], answer["cpu"], answer["peak"], **told, words=words, text=answer.get("text", "")
    )


def the_packs() -> list[Path]:
    """The packs lent for measuring; none where they are not there."""
    return sorted(SHARED.glob("*.pdf"))


def say(line: str = "") -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
