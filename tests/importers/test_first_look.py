"""What can be looked at while a long pack is still being read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from imports.first_look import FirstLook
from imports.model.document import Document, Line, Page
from imports.protocol import Message
from imports.readers.pdf import read_pdf
from tests.bench.made_pack import make_pack

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes there cannot be looked at")


def test_the_agenda_comes_first_and_then_the_pages_asked_for(tmp_path: Path) -> None:
    sent: list[Message] = []
    asked, asks = os.pipe()
    os.write(asks, b"p40\n7\nnonsense\n99999\np31")
    os.write(asks, b"\n" + b"p4000\n")
    os.close(asks)
    read: list[int] = []
    look = FirstLook(sent.append, asked)
    read_pdf(make_pack(tmp_path / "long.pdf", 150), lambda done, total: read.append(len(sent)), look)
    os.close(asked)
    preview, *early = sent
    assert preview.preview is not None and preview.preview.agenda
    found = [(one.early.asked, one.early.page.number, one.early.pages) for one in early if one.early]
    assert found == [
        ("p40", 40, 150),
        ("7", 7, 150),
        ("99999", 150, 150),
        ("p31", 31, 150),
        ("p4000", 150, 150),
    ]
    assert all(one.early and one.early.page.blocks for one in early)
    assert read[-1] == len(sent) > read[0], "they came before the last page was read"


def test_a_stamp_is_looked_for_where_the_stamps_lead() -> None:
    """The file has four pages before the one numbered 1."""
    sent: list[Message] = []
    asked, asks = os.pipe()
    pages = [
        Page(n, (Line(f"Words of page {n}"), Line(f"Page {n - 4}" if n > 5 else "", stamp=True)))
        for n in range(1, 41)
    ]
    tried: list[int] = []

    def page(number: int) -> Page:
        tried.append(number)
        return pages[number - 1]

    look = FirstLook(sent.append, asked)
    look.show(Document("pack.pdf", "", "pdf", tuple(pages[:16])))
    os.write(asks, b"p20\np21\n")
    look.answer(page, len(pages))
    assert [one.early.page.number for one in sent if one.early] == [24, 25]
    assert tried == [20, 24, 25], "what one stamp told holds for the next"
    os.close(asks)
    look.answer(page, len(pages))
    os.close(asked)
    look.answer(page, len(pages))
    assert len(sent) == 2
