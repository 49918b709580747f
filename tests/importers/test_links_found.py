"""Addresses in the text and behind it."""

from __future__ import annotations

from dataclasses import replace

from imports.layout.furniture import find_furniture, read_lines
from imports.links import read_links
from imports.model.document import Document, Link
from tests.importers.sheets import from_text


def links(document: Document) -> tuple[str, ...]:
    return read_links(document, read_lines(document, find_furniture(document)))


def test_addresses_are_joined_over_line_breaks() -> None:
    text = """
        Listen at
        https://talks.example/school-
        meals/

        and at https://docs.example/d/s4/Annual%20Re
        port%202018.pdf.

        or https://files.example/uploads/system
        /attachment/review.pdf
        The report follows.
    """
    assert links(from_text(text)) == (
        "https://talks.example/school-meals/",
        "https://docs.example/d/s4/Annual%20Report%202018.pdf",
        "https://files.example/uploads/system/attachment/review.pdf",
    )


def test_a_host_may_be_cut_behind_a_dot() -> None:
    text = "Papers are at https://democracy.\nlorne.example/lanes . See https://lorne.example/a\nand come."
    assert links(from_text(text)) == ("https://democracy.lorne.example/lanes", "https://lorne.example/a")
    assert links(from_text("See https://lorne.example.\nand e.g. the barn.")) == ("https://lorne.example",)


def test_words_after_an_address_stay_words() -> None:
    text = "See https://a.example/plan\nChildren and families came. (https://b.example/x_(y)) and\nmore"
    assert links(from_text(text)) == ("https://a.example/plan", "https://b.example/x_(y)")


def test_annotations_complete_what_the_text_lost_and_count_once() -> None:
    document = from_text("here https://a.example/very-long-na\n\nand http://b.example/")
    document = replace(
        document,
        links=(
            Link("https://a.example/very-long-name.pdf", 1),
            Link("mailto:clerk@council.example", 1),
            Link("https://b.example", 1),
        ),
    )
    assert links(document) == ("https://a.example/very-long-name.pdf", "https://b.example")


def test_addresses_listed_below_a_page_count() -> None:
    assert links(from_text("words\nPage 9\nhttps://a.example/x\n\n\nnext page")) == ("https://a.example/x",)


def test_an_address_that_fills_a_line_counts_once_without_its_full_stop() -> None:
    document = from_text("The survey is at\nhttps://a.example/survey-2025.\n\nAll are invited.")
    assert links(replace(document, links=(Link("https://a.example/survey-2025", 1),))) == (
        "https://a.example/survey-2025",
    )
