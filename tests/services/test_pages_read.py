"""How far the reading of an item is: by pages, not by papers."""

from __future__ import annotations

from datetime import datetime

from db.models.papers import StoredDocument
from scrutiny_tui.services.models.meeting import Paper
from scrutiny_tui.services.pages_read import pages_read, unread_pages


def _paper(document: int, first: int, last: int, *read: int) -> Paper:
    file = StoredDocument(
        document, 1, f"{document}", "a.pdf", "", "pdf", "report pack", 60, datetime(2031, 1, 1), ""
    )
    return Paper(file, "Minutes", first, last, None, frozenset(read))


def test_two_sets_of_minutes_that_meet_on_a_page_have_it_once() -> None:
    minutes = (_paper(1, 1, 11, 1, 11), _paper(1, 11, 16, 11, 12))
    assert pages_read(minutes) == (16, 3)
    assert (1, 11) not in unread_pages(minutes)
    assert len(unread_pages(minutes)) == 13


def test_a_page_of_that_number_in_another_file_is_another_page() -> None:
    assert pages_read((_paper(1, 1, 2, 1), _paper(2, 1, 2))) == (4, 1)
    assert pages_read(()) == (0, 0)
