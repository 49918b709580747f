"""Fuzzes every parser, guided by what of it was reached: `python -m tests.bench.fuzz_guided --seconds 60`.

Needs `atheris`, which follows the code as it runs and keeps the inputs that reach something new. Each target
runs in a process of its own for its share of the time, as the library ends the process it runs in; the first
exception that is no refusal ends a target, and is printed with the bytes that brought it about.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

LONGEST = 4_000


def targets() -> dict[str, Callable[[bytes], object]]:
    """What is fuzzed: the readers' own tokenizer, every kind of file, and every parser of lines."""
    from imports.errors import Refused
    from imports.protocol import ProtocolError, decode
    from imports.readers.pdf import read_pdf
    from imports.readers.pdf.content import operations
    from scrutiny_tui.services.incoming import NotTaken, read_incoming
    from tests.bench.fuzz import HEAD, document_of, parsers

    folder = Path(tempfile.mkdtemp())

    def whole(suffix: str) -> Callable[[bytes], object]:
        def take(data: bytes) -> object:
            from imports.detect import read
            from imports.pack import understand

            path = folder / f"any{suffix}"
            path.write_bytes(data)
            return read_incoming(path) if suffix == ".eml" else understand(read(path), any_paper=True)

        return take

    def page(data: bytes) -> object:
        from tests.importers import pdfs

        path = folder / "any.pdf"
        path.write_bytes(pdfs.raw(data))
        return read_pdf(path)

    def lines(parse: Callable[..., object]) -> Callable[[bytes], object]:
        return lambda data: parse(document_of([*HEAD, *data.decode("utf-8", "replace").splitlines()]))

    found: dict[str, Callable[[bytes], object]] = {
        "content": lambda data: list(operations(data)),
        "page": page,
        "pdf": whole(".pdf"),
        "text": whole(".txt"),
        "html": whole(".html"),
        "xml": whole(".xml"),
        "mail": whole(".eml"),
        "messages": decode,
    } | {f"lines: {name}": lines(parse) for name, parse in parsers().items()}

    def guarded(take: Callable[[bytes], object]) -> Callable[[bytes], object]:
        def once(data: bytes) -> object:
            try:
                return take(data)
            except (Refused, NotTaken, ProtocolError):
                return None

        return once

    return {name: guarded(take) for name, take in found.items()}


def run_one(name: str, seconds: int) -> None:
    """Fuzz one target in this process, which ends with it."""
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["imports", "scrutiny_tui.services"]):
        take = targets()[name]
        take(b"")  # what is imported late must be followed, too
    folder = Path(tempfile.mkdtemp())
    for number, seed in enumerate(_seeds(name)):
        (folder / str(number)).write_bytes(seed)
    options = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", "-timeout=20", "-rss_limit_mb=3000"]
    atheris.Setup(
        [
            sys.argv[0],
            str(folder),
            *options,
            "-verbosity=0",
            "-print_final_stats=1",
            f"-artifact_prefix={folder}/",
        ],
        take,
    )
    atheris.Fuzz()


def _seeds(name: str) -> list[bytes]:
    from tests.bench.broken import seeds
    from tests.importers.hostile import other_files, pdf_files

    if name in ("content", "page"):
        return [pdf_files.AGENDA, b"q 1 0 0 1 5 5 cm BI /W 1 ID x EI [(a) 3 <41>] TJ Q"]
    if name == "messages":
        return [
            b'{"refused":{"code":"x","text":"y"}}',
            b'{"progress":{"stage":"reading","done":1,"total":2}}',
        ]
    good = seeds(Path(tempfile.mkdtemp()))
    suffix = {"pdf": ".pdf", "html": ".html", "xml": ".xml", "mail": ".eml"}.get(name, ".txt")
    return [data for path, data in good.items() if path.endswith(suffix)] or [other_files.AGENDA.encode()]


def main() -> int:
    """Fuzz all targets, or the one named; 1 where one failed, 2 where atheris is not installed."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--seconds", type=int, default=60, help="for all targets together")
    asked.add_argument("--target", help="only this one, in this process")
    options = asked.parse_args()
    if importlib.util.find_spec("atheris") is None:
        print("This needs atheris: pip install 'scrutiny-tui[fuzz]' (Linux and macOS).", file=sys.stderr)
        return 2
    if options.target:
        run_one(options.target, options.seconds)
        return 0
    names = list(targets())
    failed = 0
    for name in names:
        share = max(1, options.seconds // len(names))
        command = [sys.executable, "-m", "tests.bench.fuzz_guided", "--target", name, "--seconds", str(share)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, errors="replace")
        runs = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
        print(
            f"{name:24} {runs[1] if runs else '?'} runs, {'FAILED' if done.returncode else 'nothing escaped'}"
        )
        if done.returncode:
            failed += 1
            print("\n".join((done.stdout + done.stderr).splitlines()[-40:]))
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
