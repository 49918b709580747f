"""Build the wheel, check what is in it, install it where nothing else is, and start it there."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("scrutiny_tui", "db", "imports")
DATA = {".tcss", ".pdf", ".txt", ".typed", ".toml", ".md", ".sql", ".ttf", ".html"}


def main() -> None:
    """Fail with one line on the first thing that is not as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", str(place), str(ROOT))
        wheel = next(place.glob("*.whl"))
        check_contents(wheel)
        check_start(wheel, place)
    print("wheel: contents and start are right")


def check_contents(wheel: Path) -> None:
    """Every tracked file of the packages is in the wheel, and nothing else is."""
    tracked = subprocess.run(
        ["git", "ls-files", *PACKAGES], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    wanted = {name for name in tracked if Path(name).suffix in DATA | {".py"}}
    with zipfile.ZipFile(wheel) as archive:
        found = {name for name in archive.namelist() if ".dist-info/" not in name}
    if missing := sorted(wanted - found):
        sys.exit(f"wheel: missing {missing}")
    if extra := sorted(found - wanted):
        sys.exit(f"wheel: should not hold {extra}")
    for package in PACKAGES:
        if f"{package}/py.typed" not in found:
            sys.exit(f"wheel: {package}/py.typed is missing")


def check_start(wheel: Path, place: Path) -> None:
    """The installed program imports its demo and answers, with no source tree in sight."""
    venv.create(place / "venv", with_pip=True)
    pip = [str(place / "venv/bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, "-c", str(ROOT / "constraints.txt"), str(wheel))
    scrutiny = str(place / "venv/bin/scrutiny")
    run(scrutiny, "--version", cwd=place)
    run(scrutiny, "--home", str(place / "home"), "demo", "--no-app", cwd=place)


def run(*command: str, cwd: Path = ROOT) -> None:
    """Run a command; on failure show what it printed."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"wheel: {' '.join(command)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")


if __name__ == "__main__":
    main()
