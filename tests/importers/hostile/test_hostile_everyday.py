"""Those hostile files that are cheap, read in this process: what can be read is kept, the rest is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports.detect import read
from imports.errors import Refused
from imports.pack import understand
from imports.readers.pdf import read_pdf
from tests.importers.hostile import other_files, pdf_files

CHEAP_PDFS = [name for name in pdf_files.FILES if name not in pdf_files.DEAR]
CHEAP_OTHERS = [name for name in other_files.FILES if name not in other_files.DEAR]


def test_every_kind_told_of_is_made() -> None:
    assert pdf_files.FILES.keys() >= pdf_files.LOST | pdf_files.FAILED | pdf_files.DEAR
    assert other_files.FILES.keys() >= other_files.DEAR


@pytest.mark.parametrize("name", CHEAP_PDFS)
def test_a_hostile_pdf_keeps_its_good_page_and_names_the_other(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(pdf_files.FILES[name](tmp_path))
    try:
        pages = read_pdf(path).pages
    except Refused as refused:
        assert name in pdf_files.LOST, refused.text
        other_files.check_sentence(refused.text, "hostile.pdf")
        return
    assert name not in pdf_files.LOST
    assert "2. Bus Shelters in Lower Wend" in [line.text for line in pages[0].lines]
    assert not (tmp_path / "it ran").exists()
    if name in pdf_files.FAILED:
        assert [page.number for page in pages if page.failed] == [2]


@pytest.mark.parametrize("name", CHEAP_OTHERS)
def test_any_other_hostile_file_is_words_or_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(other_files.FILES[name]())
    try:
        found = understand(read(path), any_paper=True)
    except Refused as refused:
        other_files.check_sentence(refused.text, name)
        return
    said = " ".join(block.text for page in found.pages for block in page.blocks)
    assert "Apologies" in said
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in said)
    assert "root:" not in said and "ha" * 50 not in said
