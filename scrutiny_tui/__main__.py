"""The console script `scrutiny`: runs a command and lets no traceback reach a person."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path


def main() -> None:
    """Run the command line and leave with its exit status."""
    if stranger := find_stranger():
        sys.stderr.write(f"scrutiny: {stranger}\n")
        raise SystemExit(1)
    from scrutiny_tui.border import run

    raise SystemExit(run(sys.argv[1:]))


def find_stranger() -> str | None:
    """Say whether Python would load another project's `db` or `imports` in place of ours.

    They are top-level packages, so a folder of that name may come first on the path. They are looked up
    without being run.
    """
    ours = Path(__file__).resolve().parent.parent
    for name in ("db", "imports"):
        spec = find_spec(name)
        places = [Path(place).resolve() for place in (spec and spec.submodule_search_locations) or ()]
        if ours / name not in places:
            where = places[0] if places else (spec.origin if spec else "nowhere")
            return (
                f"the package {name!r} found at {where} is not Scrutiny's. "
                "Install Scrutiny by itself (pipx install scrutiny-tui), or run it from another folder."
            )
    return None


if __name__ == "__main__":
    main()
