"""One process held ready reads file after file, each in a fork with pipes and bounds of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
import time
from contextlib import aclosing
from pathlib import Path

import pytest

from imports.model.reading import ReadPage
from imports.protocol import EarlyPage
from scrutiny_tui.services.child import Bounds, Parsed, parse
from scrutiny_tui.services.early import EarlyPages
from scrutiny_tui.services.errors import ImportFailed
from scrutiny_tui.services.ready import HeldReader, ReadyReader
from tests.bench.made_pack import make_pack
from tests.importers import pdfs

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a process is started for each file"
)


async def read(path: Path, ready: ReadyReader, worker: str = "imports.worker") -> Parsed:
    async for step in parse(path, Bounds(), worker, readers=ready):
        if isinstance(step, Parsed):
            return step
    raise AssertionError("nothing came")


async def test_it_reads_file_after_file_and_goes_on_after_one_that_cannot_be_read(tmp_path: Path) -> None:
    pack, broken = pdfs.pack(tmp_path / "pack.pdf"), tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing of it")
    with HeldReader("imports.worker").lend(3) as ready:
        assert ready is not None
        first = await read(pack, ready)
        process = ready._process
        with pytest.raises(ImportFailed, match=r"broken\.pdf"):
            await read(broken, ready)
        again = await read(pack, ready)
        assert first.pack == again.pack and first.pages == again.pages
        assert process is ready._process and process is not None and process.poll() is None
        stands_back = os.getpriority(os.PRIO_PROCESS, process.pid) - os.getpriority(os.PRIO_PROCESS, 0)
        assert stands_back > 0, "keys come first"
        ends = len(open_ends("/proc/self"))
        await read(pack, ready)
        assert len(open_ends("/proc/self")) == ends
    assert process.poll() is not None, "it ends with the import"


async def test_one_that_is_let_go_reads_the_file_in_hand_and_ends_of_itself(tmp_path: Path) -> None:
    pack, ready = pdfs.pack(tmp_path / "pack.pdf"), ReadyReader()
    try:
        async with aclosing(parse(pack, Bounds(), readers=ready)) as steps:
            await anext(steps)
            ready.let_go()
            rest = [step async for step in steps]
        assert isinstance(rest[-1], Parsed)
        assert ready._process is not None
        assert await asyncio.to_thread(ready._process.wait, 10) == 0
    finally:
        ready.close()


async def test_a_file_that_is_given_up_takes_the_process_with_it_and_the_next_gets_another(
    tmp_path: Path,
) -> None:
    ready = ReadyReader()
    ready.start()
    former = ready._process
    async with aclosing(parse(make_pack(tmp_path / "long.pdf", 60), Bounds(), readers=ready)) as steps:
        async for _ in steps:
            break
    assert former is not None and former.poll() is not None
    assert (await read(pdfs.pack(tmp_path / "pack.pdf"), ready)).pack.page_count
    ready.close()


async def test_a_fork_that_ends_unasked_ends_the_process_and_the_next_file_gets_another(
    tmp_path: Path,
) -> None:
    ready = ReadyReader()
    ready.start()
    former = ready._process
    assert former is not None
    os.kill(await asyncio.to_thread(fork_of, former.pid), signal.SIGKILL)
    await asyncio.to_thread(former.wait)
    assert (await read(pdfs.pack(tmp_path / "pack.pdf"), ready)).pack.page_count
    assert ready._process is not former
    ready.close()


async def test_a_fork_is_bounded_alone_and_cannot_take_the_orders_of_others(tmp_path: Path) -> None:
    ready = ReadyReader()
    ready.start()
    assert ready._process is not None
    async with aclosing(parse(make_pack(tmp_path / "long.pdf", 60), Bounds(), readers=ready)) as steps:
        async for _ in steps:
            break
        own = f"/proc/{ready._process.pid}"
        fork = f"/proc/{read_text(f'{own}/task/{ready._process.pid}/children').strip()}"
        for bound in ("Max cpu time +60 ", "Max file size +0 ", f"Max address space +{768 << 20} "):
            assert re.search(bound, read_text(f"{fork}/limits"))
            assert not re.search(bound, read_text(f"{own}/limits"))
        assert not any("socket" in end for end in open_ends(fork))
        assert any("socket" in end for end in open_ends(own))
    ready.close()


async def test_neither_the_process_nor_its_forks_have_a_network(tmp_path: Path) -> None:
    ready = ReadyReader()
    ready.start()
    assert ready._process is not None
    fork = await asyncio.to_thread(fork_of, ready._process.pid)
    assert not any(map(has_network, (ready._process.pid, fork)))
    ready.close()


def has_network(process: int) -> bool:
    filtered = re.search(r"^Seccomp:\s*2$", read_text(f"/proc/{process}/status"), re.MULTILINE)
    return not filtered and Path(f"/proc/{process}/ns/net").readlink() == Path("/proc/self/ns/net").readlink()


def fork_of(process: int) -> int:
    """The fork that waits for an order, as soon as there is one."""
    while not (forks := read_text(f"/proc/{process}/task/{process}/children").split()):
        time.sleep(0.01)
    return int(forks[0])


def read_text(path: str) -> str:
    return Path(path).read_text()


def open_ends(process: str) -> list[str]:
    return [str(end.readlink()) for end in Path(process, "fd").iterdir() if end.is_symlink()]


async def test_who_asks_for_a_page_gets_it_or_hears_that_nobody_answers() -> None:
    early = EarlyPages()
    assert await early.page("9") is None
    told: list[bytes] = []
    early.begin(told.append)
    first, same, other = (asyncio.create_task(early.page(asked)) for asked in ("p9", "p9", "12"))
    await asyncio.sleep(0)
    assert told == [b"p9\n", b"12\n"], "what is asked for twice is told once"
    page = EarlyPage("p9", 60, ReadPage(11, 9, ()))
    early.take(page)
    early.take(EarlyPage("nobody asked", 60, ReadPage(1, 1, ())))
    assert await first is page and await same is page
    early.end()
    assert await other is None
