"""What is printed around a page's words."""

from __future__ import annotations

from dataclasses import replace

from imports.layout.furniture import find_furniture, read_lines
from imports.layout.pack_pages import fitting, number_pages
from imports.model.document import Document, Line, Page
from tests.importers.sheets import from_text


def own_words(document: Document) -> list[str]:
    return [line.text for line in read_lines(document, find_furniture(document))]


def pages(*texts: str) -> Document:
    return from_text("\f".join(texts))


def test_stamps_folios_and_the_running_header_go() -> None:
    document = pages(
        "The first page.\n- 2 -\nPage 5\nAgenda Item 3",
        "Minutes subject to their acceptance as a\ncorrect record at the next meeting\n-3-\n"
        "The second page.\nPage 6",
        "This page is intentionally left blank\nPage 7",
        "Page | 8\nThe fourth page.\n24/042 - Page 1",
    )
    furniture = find_furniture(document)
    assert own_words(document) == ["The first page.", "The second page.", "The fourth page."]
    assert furniture.stamped_pages == {1: 5, 2: 6, 3: 7}
    assert furniture.stamped_items == {1: "3"}


def test_prose_about_pages_stays() -> None:
    document = pages("Page 7 of the report shows\nAgenda Item 5 was deferred.\nSee page 9")
    assert own_words(document) == ["Page 7 of the report shows", "Agenda Item 5 was deferred.", "See page 9"]


def test_a_running_footer_goes_and_its_first_stays() -> None:
    footer = "Parks Strategy 2021-2024"
    document = pages(*(f"words {word}\n\nmore words {word}\n\n{footer}" for word in ("a", "b", "c", "d")))
    assert own_words(document).count(footer) == 1


def test_a_repeated_table_heading_goes_on_the_next_page() -> None:
    head = "Roads Scrutiny Committee\nDraft work programme 2022\n"
    document = pages(
        head + "13 January 2022 Potholes\nand more\nand more", head + "10 March 2022 Verges\nand more"
    )
    assert own_words(document).count("Draft work programme 2022") == 1


def test_captions_that_count_up_stay() -> None:
    document = pages("Figure 2\nwords\nmore", "Figure 3\nwords here\nmore", "Figure 4\nwords there\nmore")
    assert [text for text in own_words(document) if text.startswith("Figure")] == [
        "Figure 2",
        "Figure 3",
        "Figure 4",
    ]


def test_bare_numbers_go_only_where_they_count_the_pages() -> None:
    counted = pages("one\ntwo\nthree\n4", "five\nsix\nseven\n5", "eight\nnine\nten\n6")
    assert not {"4", "5", "6"} & set(own_words(counted))
    table = pages("one\ntwo\nthree\n40", "five\nsix\nseven\n12")
    assert {"40", "12"} <= set(own_words(table))


def test_the_evacuation_notice_goes_to_its_end() -> None:
    document = pages(
        "Notes.\n\nEVACUATION PROCEDURE - in the event of a fire leave\nby the stairs.\n\nMore notes."
    )
    assert own_words(document) == ["Notes.", "More notes."]


def test_addresses_listed_below_a_stamp_go() -> None:
    document = pages(
        "See https://a.example/x today.\nPage 9\nhttps://a.example/x", "more\nhttps://b.example/y"
    )
    assert own_words(document) == ["See https://a.example/x today.", "more", "https://b.example/y"]


def test_gaps_come_from_blank_lines_and_from_geometry() -> None:
    text = read_lines(d := pages("a\n\nb\nc"), find_furniture(d))
    assert [line.gap for line in text] == [False, True, False]
    tops = (100.0, 112.0, 124.0, 160.0, 172.0)
    lines = tuple(Line(f"line {t}", top=t, bottom=t + 10, size=10) for t in tops)
    drawn = replace(d, format="pdf", pages=(Page(1, lines, height=842.0, width=595.0),))
    assert [line.gap for line in read_lines(drawn, find_furniture(drawn))] == [
        False,
        False,
        False,
        True,
        False,
    ]


def test_only_overlaid_stamps_count_where_the_file_tells_them() -> None:
    lines = (
        Line("Page 3", top=400, bottom=410, size=10),
        Line("Page 71", top=820, bottom=830, size=12, stamp=True),
    )
    document = replace(pages("x"), format="pdf", pages=(Page(1, lines, height=842.0, width=595.0),))
    assert find_furniture(document).stamped_pages == {1: 71}


def test_pack_pages_are_counted_on_from_stamps() -> None:
    assert number_pages(6, {3: 1, 5: 3}) == (None, None, 1, 2, 3, 4)


def test_lost_pages_are_spread_between_stamps() -> None:
    numbers = number_pages(5, {1: 1, 5: 9})
    assert numbers == (1, 3, 5, 7, 9)


def test_numbers_left_out_lay_before_a_paper_that_begins() -> None:
    assert number_pages(6, {1: 62, 6: 71}, starts=(4,)) == (62, 63, 64, 69, 70, 71)
    assert number_pages(4, {1: 62, 4: 64}, starts=(3,)) == (62, 63, 63, 64)


def test_an_anchor_fits_where_there_is_room_for_every_page_between_two_stamps() -> None:
    stamped = {1: 62, 3: 64, 6: 69}
    assert fitting({5: 68}, stamped) == {5: 68}
    assert not fitting({5: 65}, stamped)
    assert not fitting({4: 69}, stamped)
    assert not fitting({2: 60, 3: 70, 7: 80}, stamped)


def test_a_stray_stamp_and_a_contradicting_anchor_are_left_out() -> None:
    assert number_pages(4, {1: 5, 2: 90, 3: 7, 4: 8}) == (5, 6, 7, 8)
    assert number_pages(4, {1: 5, 4: 8}, {2: 60, 3: 7}) == (5, 6, 7, 8)


def test_nothing_known_is_nothing_said() -> None:
    assert number_pages(2, {}) == (None, None)
