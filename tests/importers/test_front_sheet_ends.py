"""Where a front sheet ends and its papers begin, and page ranges that cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from imports.front.sheet import read_front_sheet
from imports.model.document import Jump
from tests.importers.sheets import from_text

SHEET = """Rivers Scrutiny Committee

Thursday 13 June 2024 at 10.00 am

AGENDA

1. Apologies for absence

2. Weirs and Locks of the River Wend{pages}

3. Swans{more}

Membership – Cllr Una Reed (Chair) and Cllr Tam Frost

"""
TITLE = "Weirs and Locks of the River Wend"
PROSE = "The weir was built when the mill was, and the lock a hundred years later.\n\n"


@pytest.mark.parametrize(
    ("papers", "ends_at"),
    [
        (f"\f{TITLE}\n\n{PROSE}", (2, 0)),
        (f"\fRiver Wend\n\n{TITLE.upper()}\n\n{PROSE}", (2, 0)),
        (f"\f{PROSE}\f{TITLE}\n\n{PROSE}", (3, 0)),
        (f"\f{PROSE * 16}\fREPORT OF: Director of Place\nWARDS: all\nPURPOSE\n\n{PROSE}", (3, 0)),
        (f"{PROSE}\f{PROSE}", None),
        (f"\f{PROSE * 10}{TITLE}\n\n{PROSE}", None),
        (f"\f{PROSE}\fREPORT OF: Director of Place\n\n{PROSE}", None),
        ("\fSwans\n\n" + PROSE, None),
    ],
)
def test_a_sheet_ends_at_the_page_that_begins_as_a_report_does(
    papers: str, ends_at: tuple[int, int] | None
) -> None:
    document = from_text(SHEET.format(pages="", more="") + papers)
    last = document.pages[-1]
    assert read_front_sheet(document).ends_at == (ends_at or (last.number, len(last.lines)))


@pytest.mark.parametrize(
    ("pages", "more", "codes"),
    [
        (" (Pages 9 - 12)", " (Pages 3 - 8)", ["agenda-pages-out-of-order"]),
        (" (Pages 3 - 8)", " (Pages 3 - 8)", []),
        (" (Pages 3 - 8)", " (Pages 9 - 12)", []),
        ("", " (Pages 3 - 8)", []),
    ],
)
def test_a_page_range_that_begins_before_the_one_above_is_told(
    pages: str, more: str, codes: list[str]
) -> None:
    warnings = read_front_sheet(from_text(SHEET.format(pages=pages, more=more))).warnings
    told = [warning for warning in warnings if warning.code == "agenda-pages-out-of-order"]
    assert [warning.code for warning in told] == codes
    for warning in told:
        assert (
            warning.text == ("The agenda prints item 3 at page 3, before item 2 at page 9.")
            and warning.page == 1
        )


@pytest.mark.parametrize(
    ("words", "to", "ends_at"),
    [
        ("2. Weirs and Locks", 3, (3, 0)),
        ("Pages 3 - 8", 2, (2, 0)),
        ("How to find River Hall", 3, (4, 1)),
    ],
)
def test_a_link_on_an_item_goes_to_where_the_papers_begin(
    words: str, to: int, ends_at: tuple[int, int]
) -> None:
    papers = "".join(
        f"\f{site} was built when the mill was." for site in ("The weir", "The lock", "A sluice")
    )
    document = from_text(SHEET.format(pages="", more="") + papers)
    document = replace(document, jumps=(Jump(words, 1, to),))
    assert read_front_sheet(document).ends_at == ends_at


def test_a_notice_without_an_agenda_names_whom_to_ask() -> None:
    notice = (
        "Rivers Scrutiny Committee\n\nThursday 13 June 2024\n\nDECISION NOTICE\n\nThe weir is open.\n\n"
        "Contact: Jo Hale, Democratic Services Officer, jo.hale@wendshire.gov.uk\n"
    )
    sheet = read_front_sheet(from_text(notice))
    assert [contact.email for contact in sheet.contacts] == ["jo.hale@wendshire.gov.uk"]
