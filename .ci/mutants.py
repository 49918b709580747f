"""Pick mutants to try, or tell what became of those tried; run in a folder where mutmut has made them.

Usage: mutants.py HOW_MANY SEED | --tell
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

KILLED = {1, 3}  # a test failed; the run broke off
TIMED_OUT = {24, 36, 152, 255, -24}
NO_TEST = {5, 33}


def main() -> None:
    """Print names, or a row a module (tried, killed, hung, met by no test, alive) and the survivors."""
    modules = {path: verdicts(path) for path in sorted(Path("mutants").rglob("*.py.meta"))}
    if sys.argv[1:] == ["--tell"]:
        tell(modules)
        return
    many, seed = map(int, sys.argv[1:])
    chance = random.Random(seed)
    for made in modules.values():
        print("\n".join(chance.sample(sorted(made), min(many, len(made)) if many else len(made))))


def verdicts(path: Path) -> dict[str, int | None]:
    """The exit status of the tests by the mutant's name; None where it was not tried."""
    known = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {str(name): status for name, status in known.items()}


def tell(modules: dict[Path, dict[str, int | None]]) -> None:
    """Print the figures and the names of those that no test noticed."""
    survivors = []
    print(f"{'made':>6}{'tried':>6}{'killed':>7}{'hung':>6}{'unmet':>6}{'alive':>6}")
    for path, made in modules.items():
        tried = {name: status for name, status in made.items() if status is not None}
        if not tried:
            continue
        killed, hung, unmet = (
            sum(status in kind for status in tried.values()) for kind in (KILLED, TIMED_OUT, NO_TEST)
        )
        alive = [name for name, status in tried.items() if status == 0]
        module = path.relative_to("mutants").as_posix().removesuffix(".meta")
        print(f"{len(made):>6}{len(tried):>6}{killed:>7}{hung:>6}{unmet:>6}{len(alive):>6}  {module}")
        survivors += alive
    print("\n".join(survivors))


if __name__ == "__main__":
    main()
