"""Pages that are pictures: read where a program is there to read them, and named where not."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from datetime import time as clock
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.errors import Refused
from imports.model.document import Document, Line, Page
from imports.pack import understand
from imports.protocol import RECOGNISING, Message, decode
from imports.readers.pdf import read_pdf, tesseract
from imports.readers.pdf.misread import mend
from imports.readers.pdf.scanned import (
    FROM_LAYER,
    FROM_PICTURE,
    NO_WORDS,
    is_scan,
    with_scans_read,
    with_words,
)
from imports.readers.pdf.tesseract import Seen, find_tesseract
from imports.unread import find_unread
from tests.importers import pdfs
from tests.importers.scans import scan_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def reads_pictures() -> None:
    if find_tesseract() is None:
        pytest.skip("tesseract: not on this machine")


def read(path: Path) -> Document:
    return read_pdf(path, mend=lambda document: with_scans_read(path, document, lambda done, total: None))


def run(path: Path, **environment: str) -> list[Message]:
    """Run the reading process, in its own bounds."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "imports.worker", str(path)],
        capture_output=True,
        timeout=120,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        check=True,
    )
    return [decode(line) for line in done.stdout.splitlines()]


@pytest.mark.usefixtures("reads_pictures")
def test_a_scanned_agenda_front_sheet_gives_its_agenda(tmp_path: Path) -> None:
    path = scan_of(pdfs.pack(tmp_path / "printed.pdf"), tmp_path / "scan.pdf", kept=(3,), stamp="Page")
    messages = run(path)
    told = [m.progress for m in messages if m.progress and m.progress.stage == RECOGNISING]
    assert [(step.done, step.total) for step in told] == [(0, 2), (1, 2), (2, 2)]
    pack = messages[-1].pack
    assert pack is not None
    assert pack.committee == "Wendshire Environment Scrutiny Committee"
    assert (pack.meeting_date, pack.start_time) == (date(2033, 6, 14), clock(10, 0))
    assert [(item.number, item.title, item.pages) for item in pack.agenda] == [
        ("1", "Apologies for absence", None),
        ("2", "Bus Shelters in Lower Wend", (3, 8)),
        ("3", "Flood Defences and the River Wend, with the Action Plan", (9, 14)),
    ]
    assert pack.agenda[1].officers == ("Idris Vaughan",)
    (warning,) = (w for w in pack.warnings if w.code == "page-read-from-picture")
    assert "2 pages (1-2)" in warning.text and "(v)" in warning.text
    pages = [page for message in messages for page in message.pages or ()]
    assert [bool(page.recognised) for page in pages] == [True, True, False]
    said = [passage.text for message in messages for passage in message.passages or ()]
    assert any("Nine shelters were vandalised" in text for text in said)


@pytest.mark.usefixtures("reads_pictures")
def test_a_page_laid_askew_on_the_glass_keeps_its_rows_and_its_one_stamp(tmp_path: Path) -> None:
    printed = pdfs.draw(tmp_path / "printed.pdf", pdfs.front_sheet)
    (page,) = read(scan_of(printed, tmp_path / "scan.pdf", tilt=-1.0, stamp="Page")).pages
    assert_rows(page)
    assert [line.text for line in page.lines if "Page 1" in line.text] == ["Page 1"]
    assert [line.stamp for line in page.lines if "Page 1" in line.text] == [True]


@pytest.mark.usefixtures("reads_pictures")
def test_a_locked_scan_askew_the_other_way_is_read_with_its_password(tmp_path: Path) -> None:
    printed = pdfs.draw(tmp_path / "printed.pdf", pdfs.front_sheet)
    path = scan_of(printed, tmp_path / "scan.pdf", tilt=0.7, password="open sesame")

    def with_words_seen(document: Document) -> Document:
        return with_scans_read(path, document, lambda done, total: None, "open sesame")

    (page,) = read_pdf(path, mend=with_words_seen, password="open sesame").pages
    assert_rows(page)
    assert "Wendshire Environment Scrutiny Committee" in [line.text for line in page.lines]


def assert_rows(page: Page) -> None:
    rows = [[cell.text for cell in line.cells] for line in page.lines if line.cells]
    assert ["2", "Bus Shelters in Lower Wend (Pages 3 - 8)", "Idris Vaughan"] in rows
    assert all(abs(line.size - 11) < 2 for line in page.lines if "Committee is asked" in line.text)


@pytest.mark.usefixtures("reads_pictures")
def test_pictures_without_words_are_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read(pdfs.scan(tmp_path / "scan.pdf"))
    assert "no words could be recognised" in refused.value.text


def test_words_laid_under_a_scan_are_used_and_owned_up_to(tmp_path: Path) -> None:
    printed = pdfs.draw(tmp_path / "printed.pdf", pdfs.front_sheet)
    layer = "Wendshire Environment Scrutiny Committee\nAGENDA\n1 Apologies from the layer"
    (page,) = read_pdf(scan_of(printed, tmp_path / "scan.pdf", layer=layer)).pages
    assert "1 Apologies from the layer" in [line.text for line in page.lines]
    assert page.recognised == FROM_LAYER
    assert not is_scan(page)


def test_without_a_program_the_pages_are_counted_and_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printed = pdfs.pack(tmp_path / "printed.pdf")
    document = read(scan_of(printed, tmp_path / "scan.pdf", kept=(2,)))
    assert not any(page.recognised for page in document.pages)
    (warning,) = find_unread(document)
    assert warning.code == "page-is-picture" and warning.page == 1
    assert "2 pages (1, 3)" in warning.text and "install tesseract-ocr" in warning.text


def test_a_whole_scan_that_nobody_could_read_is_there_to_be_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = understand(read(scan_of(pdfs.pack(tmp_path / "printed.pdf"), tmp_path / "whole.pdf")))
    assert [page.pictures > 0 for page in found.pages] == [True] * 3
    (warning,) = found.pack.warnings
    assert warning.code == "page-is-picture" and "3 pages (1-3)" in warning.text
    assert (found.pack.committee, found.pack.agenda, found.passages) == (None, (), ())


def make_program(folder: Path, script: str) -> str:
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a shell script")
def test_a_program_that_hangs_or_fails_costs_its_pages_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = scan_of(pdfs.pack(tmp_path / "printed.pdf"), tmp_path / "scan.pdf", kept=(2,))
    monkeypatch.setattr(tesseract, "PATIENCE", 0.2)
    for script in ("exec sleep 600", "exit 1"):
        monkeypatch.setenv("PATH", make_program(tmp_path, script))
        document = read(path)
        assert [page.failed is None for page in document.pages] == [False, True, False]
        assert "Page 1 could not be read" in find_unread(document)[0].text


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux tells a child of its parent's death"
)
def test_the_program_ends_with_the_process_that_asked_it(tmp_path: Path) -> None:
    path = scan_of(pdfs.pack(tmp_path / "printed.pdf"), tmp_path / "scan.pdf")
    pids = tmp_path / "pids"
    # The stand-in says who it is through a pipe of ours: the reading process may write no files.
    os.mkfifo(pids)
    where = make_program(tmp_path, f"echo $$ > {pids}; exec sleep 600")
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "imports.worker", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PATH": where},
    )
    with pids.open(encoding="ascii") as told:
        pid = int(told.readline())
    process.kill()
    process.wait()
    ends = time.monotonic() + 30
    while is_running(pid):
        assert time.monotonic() < ends, "the program outlives its asker"


def is_running(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2][:3]
    except OSError:
        return False


def seen(words: str, sure: float = 95.0, top: int = 100) -> list[Seen]:
    return [
        Seen(word, 100 + 60 * n, top, 50, 20, sure, (1, 1, top)) for n, word in enumerate(words.split(" "))
    ]


PAGE = Page(4, (), width=595, height=842, pictures=1, covered=1.0)


def test_doubtful_words_are_kept_and_said() -> None:
    words = [*seen("The Committee is asked to note"), *seen("smudge", 20, 140)]
    page = with_words(PAGE, words, 2.0)
    assert [line.text for line in page.lines] == ["The Committee is asked to note", "smudge"]
    assert page.recognised == f"{FROM_PICTURE} 1 of its 7 words are doubtful."
    document = Document("x.pdf", "0", "pdf", (page,))
    assert "Words on page 4 are doubtful." in find_unread(document)[0].text


def test_a_photograph_is_no_text() -> None:
    page = with_words(PAGE, seen("~ ii ;: WVv ae", 15), 2.0)
    assert (page.lines, page.recognised) == ((), NO_WORDS)
    captioned = replace(PAGE, lines=(Line("Figure 4: the bridge at Lower Wend"),))
    assert is_scan(captioned)
    assert with_words(captioned, seen("bridge Wend x"), 2.0) == captioned


def test_pages_of_words_and_logos_are_no_scans() -> None:
    words = Line("The Committee is asked to note the report and to make its comments known. " * 3)
    assert not is_scan(replace(PAGE, lines=(words,)))
    assert not is_scan(replace(PAGE, lines=(Line("Appendix two: the plan"),), covered=0.1))
    assert not is_scan(replace(PAGE, pictures=0))


@pytest.mark.parametrize(
    ("word", "first", "mended"),
    [
        ("l4", False, "14"),
        ("2O33", False, "2033"),
        ("1O.OO", False, "10.00"),
        ("l0.30am", False, "10.30am"),
        ("lst", False, "1st"),
        ("2lst", False, "21st"),
        ("Septernber", False, "September"),
        ("Decernber,", False, "December,"),
        ("l", True, "1"),
        ("l.", True, "1."),
        ("Paae", False, "Page"),
        ("l", False, "l"),
        ("I", True, "I"),
        ("Oh", False, "Oh"),
        ("modern", False, "modern"),
        ("governance", False, "governance"),
        ("IO", False, "IO"),
        ("ill", False, "ill"),
        ("lo", False, "lo"),
        ("O2", False, "02"),
        ("A10", False, "A10"),
    ],
)
def test_figures_and_months_are_mended_and_words_are_not(word: str, first: bool, mended: str) -> None:
    assert mend(word, first) == mended


@given(st.from_regex(r"[A-Za-z]{1,12}[.,;]?", fullmatch=True))
def test_a_word_without_a_figure_is_never_made_one(word: str) -> None:
    assert not any(map(str.isdigit, mend(word))) or word.startswith("lst") or word.startswith("lth")


@pytest.mark.usefixtures("reads_pictures")
def test_scans_are_understood_like_what_was_printed(tmp_path: Path) -> None:
    printed = pdfs.pack(tmp_path / "printed.pdf")
    scanned = scan_of(printed, tmp_path / "scan.pdf")
    as_printed, as_scanned = (understand(read(path)).pack for path in (printed, scanned))
    assert [item.title for item in as_scanned.agenda] == [item.title for item in as_printed.agenda]
    assert as_scanned.committee == as_printed.committee
    assert [item.officers for item in as_scanned.agenda] == [item.officers for item in as_printed.agenda]
