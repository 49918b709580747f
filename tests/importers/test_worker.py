"""The reading process: what it writes, what it bounds, how it ends."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from imports import worker
from imports.errors import Refused
from imports.model.document import Document
from imports.processes.twin import ALONE, Awaited, Beside
from imports.protocol import Message, decode
from imports.readers.pdf import read_pdf
from imports.readers.pdf.second_opinion import NOTE, with_second_opinion
from scrutiny_tui.services.child import start_child
from tests.bench.made_pack import make_pack
from tests.importers import pdfs

ROOT = Path(__file__).parents[2]
AGENDA = """Wendshire Environment Scrutiny Committee

Tuesday 14 June 2033 at 10.00 am

AGENDA

1

Apologies for absence

2

Bus Shelters in Lower Wend (Pages 3 - 8)

Idris Vaughan

To note the report.
"""
LINUX = sys.platform.startswith("linux")


def run(arguments: Sequence[object], script: str | None = None) -> tuple[list[Message], int, str]:
    """Run the process as the app does; `script` may prepare it before it begins."""
    begin = ["-c", script] if script else ["-m", "imports.worker"]
    done = subprocess.run(
        [sys.executable, "-P", *begin, *map(str, arguments)],
        capture_output=True,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    return [decode(line) for line in done.stdout.splitlines()], done.returncode, done.stderr.decode()


def spoil(reader: str) -> str:
    """A script that puts a reader of its own in place of `imports.detect.read` and runs the worker."""
    return (
        "import sys, os\nimport imports.detect, imports.worker\n"
        f"def read(path, tell, *more):\n    {reader}\n"
        "imports.detect.read = read\n"
        "raise SystemExit(imports.worker.main(sys.argv[1:]))\n"
    )


def test_a_pack_is_reported_from_progress_to_facts(tmp_path: Path) -> None:
    path = pdfs.pack(tmp_path / "pack.pdf")
    messages, status, _ = run([path])
    assert status == 0
    assert messages[0].progress is not None
    pages = [page for message in messages for page in message.pages or ()]
    assert [page.number for page in pages] == [1, 2, 3]
    assert "Nine shelters were vandalised" in "".join(block.text for page in pages for block in page.blocks)
    last = messages[-1].pack
    assert last is not None
    assert (last.source, last.format, last.page_count) == ("pack.pdf", "pdf", 3)
    assert all(message.refused is None for message in messages)
    told = [
        (m.progress.done, m.progress.total) for m in messages if m.progress and m.progress.stage == "reading"
    ]
    assert told[-1] == (3, 3)


def test_a_text_is_reported_the_same_way(tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    path.write_text(AGENDA, encoding="utf-8")
    messages, status, _ = run([path])
    assert status == 0
    assert messages[-1].pack is not None


def test_a_refusal_is_the_last_word(tmp_path: Path) -> None:
    messages, status, _ = run([tmp_path / "gone.pdf"])
    assert status == 0
    assert messages[-1].refused is not None
    assert messages[-1].refused.code == "missing"


def test_no_file_is_wrong_usage() -> None:
    messages, status, errors = run([])
    assert (messages, status) == ([], 2)
    assert "usage" in errors


@pytest.mark.parametrize(
    ("reader", "code"),
    [
        ("raise ValueError('boom')", "unreadable"),
        ("raise RecursionError", "unreadable"),
        ("raise MemoryError", "too-large"),
        ("raise imports.worker.TimeUp", "too-large"),
    ],
)
def test_whatever_goes_wrong_becomes_a_refusal(tmp_path: Path, reader: str, code: str) -> None:
    messages, status, errors = run([tmp_path / "pack.pdf"], spoil(reader))
    assert status == 0
    assert messages[-1].refused is not None
    assert (messages[-1].refused.code, "pack.pdf" in messages[-1].refused.text) == (code, True)
    assert "Traceback" not in errors


def test_stray_prints_never_reach_the_protocol(tmp_path: Path) -> None:
    reader = "print('stray'); os.write(1, b'stray too'); raise ValueError"
    messages, _, errors = run([tmp_path / "pack.pdf"], spoil(reader))
    assert messages[-1].refused is not None
    assert "stray" in errors and "stray too" in errors


@pytest.mark.skipif(not LINUX, reason="the platform sets no such bounds")
def test_memory_is_bounded(tmp_path: Path) -> None:
    messages, _, _ = run([tmp_path / "pack.pdf"], spoil("return bytearray(2 << 30)"))
    assert messages[-1].refused is not None
    assert messages[-1].refused.code == "too-large"


@pytest.mark.skipif(not LINUX, reason="the platform sets no such bounds")
def test_processor_time_is_bounded(tmp_path: Path) -> None:
    script = spoil("\n    while True: pass").replace(
        "raise SystemExit", "imports.processes.bounds.CPU_SECONDS = 1\nraise SystemExit"
    )
    messages, _, _ = run([tmp_path / "pack.pdf"], script)
    assert messages[-1].refused is not None
    assert "1 seconds" in messages[-1].refused.text


@pytest.mark.skipif(not LINUX, reason="the platform sets no such bounds")
def test_no_file_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / "written"
    reader = f"open({str(target)!r}, 'wb').write(b'x')"
    messages, _, _ = run([tmp_path / "pack.pdf"], spoil(reader))
    assert messages[-1].refused is not None
    assert not target.exists() or target.stat().st_size == 0


CONNECT = "import socket; socket.create_connection(('127.0.0.1', %d), 5); raise KeyError"


@pytest.mark.skipif(not LINUX, reason="only Linux lets a process give the network up")
@pytest.mark.parametrize("way", ["as it is", "namespace alone", "filter alone", "neither"])
def test_there_is_no_network(tmp_path: Path, way: str) -> None:
    """Each way holds by itself; with neither the same reader does reach a server on this machine."""
    leave = "imports.processes.bounds.leave_the_network"
    stub = {
        "as it is": "",
        "namespace alone": f"{leave} = imports.processes.offline.enter_own_namespace",
        "filter alone": f"{leave} = imports.processes.offline.deny_sockets",
        "neither": f"{leave} = bool",
    }[way]
    if way in ("namespace alone", "filter alone"):
        open_to_us = f"import imports.processes.offline; raise SystemExit({stub.rpartition(' = ')[2]}())"
        if subprocess.run([sys.executable, "-c", open_to_us], cwd=ROOT, check=False).returncode == 0:
            pytest.skip(f"the machine allows no {way.split()[0]}")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0 if way != "neither" else 30)
        script = spoil(CONNECT % server.getsockname()[1]).replace("def read", f"{stub}\ndef read", 1)
        messages, _, _ = run([tmp_path / "pack.pdf"], script)
        assert messages[-1].refused is not None
        assert ("KeyError" in messages[-1].refused.text) == (way == "neither")
        if way == "neither":
            server.accept()[0].close()
        else:
            with pytest.raises(BlockingIOError):
                server.accept()


async def test_only_what_a_reader_needs_of_the_environment_reaches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "environment_told.py").write_text("import json, os; print(json.dumps(dict(os.environ)))")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for name in (
        "SCRUTINY_PASSWORD",
        "AWS_SECRET_ACCESS_KEY",
        "HTTPS_PROXY",
        "HOME",
        "SSH_AUTH_SOCK",
        "PYTHONSTARTUP",
    ):
        monkeypatch.setenv(name, "a secret")
    child = await start_child(tmp_path / "pack.pdf", "environment_told", password="another secret")
    said, _ = await child.communicate()
    told = json.loads(said)
    assert "secret" not in said.decode()
    assert told.keys() <= {
        "PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "TEMP", "TMP", "PYTHONPATH",
        "PYTHONUTF8", "PYTHONDONTWRITEBYTECODE", "SCRUTINY_ONE_READER",
    }  # fmt: skip


def test_foreign_code_maps_are_never_loaded(tmp_path: Path) -> None:
    os.environ["CMAP_PATH"] = str(tmp_path)
    try:
        messages, _, _ = run(
            [tmp_path / "p"], spoil("raise ValueError if 'CMAP_PATH' in os.environ else KeyError")
        )
    finally:
        del os.environ["CMAP_PATH"]
    assert messages[-1].refused is not None
    assert "KeyError" in messages[-1].refused.text


def test_a_reader_gone_away_ends_the_process_quietly(tmp_path: Path) -> None:
    path = pdfs.pack(tmp_path / "pack.pdf")
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "imports.worker", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 0
    assert "Traceback" not in errors


@pytest.mark.skipif(not LINUX, reason="only Linux tells a child of its parent's death")
def test_the_process_dies_with_the_app() -> None:
    # The worker waits for ever in its reader; its parent starts it, hears the first line, and dies.
    script = spoil("import time; time.sleep(600)")
    parent = (
        "import os, subprocess, sys\n"
        f"child = subprocess.Popen([sys.executable, '-P', '-c', {script!r}, 'x'], stdout=subprocess.PIPE)\n"
        "child.stdout.readline()\n"
        "os._exit(0)\n"
    )
    # The child holds our end of standard error: this returns only once it is dead, long before it wakes.
    subprocess.run(
        [sys.executable, "-c", parent],
        capture_output=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
    )


def test_pages_come_in_batches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(worker, "PAGES_AT_ONCE", 2)
    sent: list[Message] = []
    worker.work(pdfs.pack(tmp_path / "pack.pdf"), sent.append)
    assert [len(message.pages) for message in sent if message.pages] == [2, 1]


def test_a_parser_that_refuses_is_heard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(document: Document, *_: object) -> None:
        raise Refused("not-a-pack", f"{document.source} is no pack.")

    monkeypatch.setattr("imports.pack.understand", refuse)
    sent: list[Message] = []
    with pytest.raises(Refused):
        worker.work(pdfs.pack(tmp_path / "pack.pdf"), sent.append)
    assert sent[-1].progress is not None


def test_two_processes_read_what_one_reads_and_show_the_agenda_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_pack(tmp_path / "long.pdf", 150)
    told = {}
    for alone in ("1", ""):
        monkeypatch.setenv(ALONE, alone)
        messages, status, _ = run([path])
        assert status == 0
        told[alone] = [m for m in messages if not m.progress]
    assert told["1"] == told[""]
    preview, pack = told[""][0].preview, told[""][-1].pack
    assert preview and pack
    assert preview.agenda == pack.agenda
    assert pack.page_count == 150


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_waits_for_what_is_found_out_meanwhile_and_ends_with_its_block() -> None:
    found = Awaited[list[int]](list[int])
    much = list(range(100_000))  # more than a pipe holds
    with Beside() as twin:
        answer = twin(lambda: (os.getpid(), sum(found.value())), tuple[int, int], found)
        twin(lambda: time.sleep(600), None)
        found.tell(much)
        fork, told = answer()
    assert told == sum(much) and fork != os.getpid()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_fork_that_dies_before_it_is_told_leaves_the_work_to_this_process() -> None:
    found, here = Awaited[list[int]](list[int]), os.getpid()

    def work() -> int:
        if os.getpid() != here:
            os._exit(9)
        return sum(found.value())

    with Beside() as twin:
        answer = twin(work, int, found)
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        found.tell(list(range(100_000)))
        assert answer() == sum(range(100_000))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks here")
def test_a_second_process_that_dies_costs_nothing_but_time() -> None:
    here = os.getpid()

    def work() -> list[int]:
        if os.getpid() != here:
            os._exit(9)
        return [1, 2]

    with Beside() as twin:
        assert twin(work, list[int])() == [1, 2]


def test_pages_without_words_get_those_another_reader_finds(tmp_path: Path) -> None:
    path = pdfs.pack(tmp_path / "pack.pdf")
    document = read_pdf(path)
    bare = replace(document.pages[1], lines=())
    mended = with_second_opinion(path, replace(document, pages=(document.pages[0], bare, document.pages[2])))
    assert "Nine shelters were vandalised in the spring." in [line.text for line in mended.pages[1].lines]
    assert mended.pages[1].failed == NOTE
    assert (mended.pages[0], mended.pages[2]) == (document.pages[0], document.pages[2])
