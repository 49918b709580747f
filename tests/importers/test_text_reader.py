"""Plain text: bytes to pages of lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.errors import Refused
from imports.readers.page_ends import split_pages
from imports.readers.text import clean, decode, read_text


def read(tmp_path: Path, data: bytes) -> list[list[str]]:
    path = tmp_path / "pack.txt"
    path.write_bytes(data)
    return [[line.text for line in page.lines] for page in read_text(path).pages]


def test_form_feeds_are_page_ends(tmp_path: Path) -> None:
    assert read(tmp_path, b"one\n\ftwo\n\f") == [["one", ""], ["two", ""]]


def test_a_blank_page_between_form_feeds_is_kept(tmp_path: Path) -> None:
    assert len(read(tmp_path, b"one\f\f three")) == 3


def test_stamps_end_a_page(tmp_path: Path) -> None:
    text = "words here\n\nPage 7\n\nAgenda Item 3\n\n\n\nnext page\nmore words\n"
    pages = read(tmp_path, text.encode())
    assert [page[0] for page in pages] == ["words here", "next page"]


def test_double_spacing_is_no_gap(tmp_path: Path) -> None:
    lines = ["Councillors A Bell, L", "frost and K", "dunst were there", "to hear the case"] * 4
    (page,) = read(tmp_path, "\n\n".join([*lines, "", "Apologies"]).encode())
    assert page[:16] == lines
    cells = [f"Cell {n}" for n in range(20)]
    assert read(tmp_path, "\n\n".join(cells).encode())[0].count("") == 19


def test_split_stamps_are_mended() -> None:
    assert clean("end\n\nP\nage 57\n\n\nA\ngenda Item\n\n 8\n").split("\n") == [
        "end", "", "Page 57", "", "", "Agenda Item 8", "",
    ]  # fmt: skip
    assert clean("Medium 9 P\nage 54\nnext") == "Medium 9\nPage 54\nnext"
    assert clean("Option\nA\nage 12 and over\n") == "Option\nA\nage 12 and over\n"


def long(word: str, count: int) -> str:
    return "\n".join(
        f"{word} line {n} of a paragraph that fills the whole width of the page" for n in range(count)
    )


def test_one_leading_blank_after_a_full_line_begins_a_page() -> None:
    pages = split_pages(f"{long('first', 20)}\n and it goes on here on another page\n{long('second', 20)}")
    assert len(pages) == 2
    assert pages[1][0] == " and it goes on here on another page"


def test_a_list_that_lost_its_bullets_is_no_page() -> None:
    text = f"{long('first', 20)}\n Apples\n Pears\n Plums\n{long('second', 20)}"
    assert len(split_pages(text)) == 1


def test_a_title_page_above_a_numbered_section_begins_a_page() -> None:
    text = f"{long('first', 30)}.\n Parks Report:\nThe year 2021\n 1.0 Overview\n{long('second', 20)}"
    assert [page[0] for page in split_pages(text)][1] == " Parks Report:"


def test_controls_and_direction_overrides_are_taken_out(tmp_path: Path) -> None:
    (page,) = read(tmp_path, "a\x1b[31mb\u202ec\u200bd\x07\x9be\x00".replace("\x00", "").encode())
    assert page == ["a[31mbcde"]


def test_ligatures_and_hard_blanks_read_as_letters(tmp_path: Path) -> None:
    assert read(tmp_path, "the\u00a0of\ufb01ce\uf0b7".encode()) == [["the office•"]]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        (b"Caf\xe9 \x96 costs", "Café – costs"),
        ("Café".encode("utf-16"), "Café"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data, "x.txt").removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty-file"), (b" \n\f\n", "empty-file"), (b"\x00\x01\x02", "unreadable")]
)
def test_files_that_hold_no_text_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, data)
    assert refused.value.code == code
    assert "pack.txt" in refused.value.text


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_text(tmp_path / "gone.txt")
    assert refused.value.code == "missing"


@given(st.text(max_size=400))
def test_no_line_is_lost_or_doubled(text: str) -> None:
    cleaned = clean(text)
    parts = cleaned.split("\f") if "\f" in cleaned else [cleaned]
    lines = [line for part in parts for line in part.split("\n") if line.strip()]
    assert [line for page in split_pages(cleaned) for line in page if line.strip()] == lines
