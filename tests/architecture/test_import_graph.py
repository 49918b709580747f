"""What each floor drags in when it is imported, seen from a fresh process: the floors and a quick start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "numpy",
    "onnxruntime",
    "tokenizers",
    "pdfminer",
    "docx",
    "holidays",
    "icalendar",
    "dateutil",
    "sqlite_utils",
}


def modules_after(statement: str, *arguments: str) -> set[str]:
    """The modules loaded after a statement in a process of its own; standard output is the statement's."""
    tell = "\nimport sys\nsys.stderr.write('\\nMODULES ' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-P", "-c", statement + tell, *arguments],
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("MODULES ")[2].split())


def every_module(package: str) -> str:
    """A statement that imports a package and all its modules (but those that run as scripts)."""
    return (
        "import importlib, pkgutil\n"
        f"import {package}\n"
        f"for found in pkgutil.walk_packages({package}.__path__, '{package}.'):\n"
        "    importlib.import_module(found.name)\n"
    )


def top_level(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


@pytest.mark.parametrize("package", ["db", "imports", "scrutiny_tui.services"])
def test_nothing_below_the_screens_imports_textual(package: str) -> None:
    loaded = top_level(modules_after(every_module(package)))
    assert package.partition(".")[0] in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.parametrize(("package", "other"), [("db", "imports"), ("imports", "db")])
def test_the_database_and_the_parsers_never_meet(package: str, other: str) -> None:
    loaded = top_level(modules_after(every_module(package)))
    assert package in loaded
    assert not loaded & {other, "scrutiny_tui"}


HELP = (
    "import contextlib, io\n"
    "from scrutiny_tui.border import run\n"
    "with contextlib.redirect_stdout(io.StringIO()) as out:\n"
    "    assert run(['--help']) == 0\n"
    "assert 'deadlines' in out.getvalue()\n"
)


def test_help_loads_nothing_heavy() -> None:
    assert not top_level(modules_after(HELP)) & (HEAVY | {"textual", "rich"})


def test_the_start_of_the_app_loads_no_parser_and_no_calendar(tmp_path: Path) -> None:
    """Everything up to the moment Textual takes over, on a home that was used before."""
    start = (
        "import sys\n"
        "from pathlib import Path\n"
        "import scrutiny_tui.app\n"
        "from scrutiny_tui.paths import Home\n"
        "from scrutiny_tui.services.clock import Clock\n"
        "from scrutiny_tui.wiring import open_services\n"
        "services = open_services(Home(Path(sys.argv[1])), Clock())\n"
        "import scrutiny_tui.screens.meetings\n"
        "services.meetings, services.today\n"  # what the first screen takes
        "services.close()\n"
    )
    modules_after(start, str(tmp_path))  # the first time makes the databases, with sqlite-utils
    loaded = modules_after(start, str(tmp_path))
    assert "scrutiny_tui.services.meetings" in loaded
    assert not top_level(loaded) & HEAVY
    assert not any(name.startswith(("imports.readers", "imports.model.pack")) for name in loaded)
    assert not loaded & {"db.models.drafts", "scrutiny_tui.commands", "scrutiny_tui.tour", "imports.protocol"}
    assert "textual.widgets._text_area" not in loaded
    assert not {name for name in loaded if name.endswith("_cli")}


def test_the_packages_found_are_ours() -> None:
    script = (
        "import db, imports, scrutiny_tui\n"
        "from scrutiny_tui.__main__ import find_stranger\n"
        "from pathlib import Path\n"
        "assert find_stranger() is None\n"
        "homes = {Path(p.__path__[0]).resolve().parent for p in (db, imports, scrutiny_tui)}\n"
        f"assert homes == {{Path({str(ROOT)!r})}}, homes\n"
    )
    assert "db" in modules_after(script)


def test_a_stranger_in_front_of_us_is_noticed_without_being_run(tmp_path: Path) -> None:
    for name in ("imports.py", "db.py"):
        (tmp_path / name).write_text("raise SystemExit('obeyed')", encoding="utf-8")
    script = (
        f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\n"
        "from scrutiny_tui.__main__ import find_stranger\n"
        "assert 'db.py' in str(find_stranger())\n"
    )
    assert "db" not in modules_after(script)
