from __future__ import annotations

from datetime import date, time

import pytest

from imports.evidence import find_evidence
from imports.model.agenda import AgendaItem, Contact
from imports.model.document import Document, Line, Page
from imports.model.evidence import Evidence
from imports.model.minutes import MinuteAction, MinuteItem, MinuteParagraph, Minutes
from imports.model.pack import ParsedPack
from imports.model.warning import Warning

FRONT = (
    "HARBOUR SCRUTINY",
    "COMMITTEE",
    "Thursday 22 May",
    "2031 at 10.00 am",
    "1  Minutes of the last  Cy Marsh",
    "   meeting  (Pages 3",
    "   - 8)",
    "2  Sea Walls Survey  Ada Stone",
    "3  Minutes of the last",
    "   meeting",
    "Cy Marsh, tel 01632 960001",
)


def a_document(*pages: tuple[str, ...]) -> Document:
    return Document(
        "may.txt",
        "00",
        "text",
        tuple(Page(n, tuple(map(Line, lines))) for n, lines in enumerate(pages, 1)),
    )


def a_pack(**parts: object) -> ParsedPack:
    return ParsedPack("may.txt", "00", "text", "pack", 1, **parts)  # type: ignore[arg-type]


def evidence_of(pack: ParsedPack, *pages: tuple[str, ...]) -> dict[str, Evidence]:
    return {one.of: one for one in find_evidence(pack, a_document(*(pages or (FRONT,))))}


@pytest.mark.parametrize(
    ("parts", "of", "line", "printed"),
    [
        ({"committee": "Harbour Scrutiny Committee"}, "committee", 1, "HARBOUR SCRUTINY COMMITTEE"),
        (
            {"meeting_date": date(2031, 5, 22), "meeting_date_basis": "printed"},
            "meeting_date",
            3,
            "Thursday 22 May",
        ),
        ({"start_time": time(10)}, "start_time", 4, "2031 at 10.00 am"),
        ({"contacts": (Contact("Cy Marsh", phone="01632 960001"),)}, "contacts[0].phone", 11, FRONT[10]),
    ],
)
def test_what_is_printed_is_found_with_its_line(
    parts: dict[str, object], of: str, line: int, printed: str
) -> None:
    found = evidence_of(a_pack(**parts))[of]
    assert (found.page, found.line, found.printed, found.sure) == (1, line, printed, "printed")


def test_a_title_with_another_column_between_its_words_was_pieced_together() -> None:
    item = AgendaItem("1", "Minutes of the last meeting", pages=(3, 8), officers=("Cy Marsh",), page=1)
    found = evidence_of(a_pack(agenda=(item,)))
    title = found["agenda[0].title"]
    # Line 9 holds the words in a row, so that is where they are printed; with line 9 gone they are pieced.
    assert title.sure == "printed" and title.line == 9
    title = evidence_of(a_pack(agenda=(item,)), FRONT[:8])["agenda[0].title"]
    assert (title.sure, title.line) == ("pieced together", 5)
    assert title.printed == "1  Minutes of the last  Cy Marsh    meeting  (Pages 3"
    assert found["agenda[0].officers[0]"].sure == "printed"


def test_a_page_range_is_found_near_its_title_though_it_wraps() -> None:
    item = AgendaItem("1", "Minutes of the last meeting", pages=(3, 8), page=1)
    found = evidence_of(a_pack(agenda=(item,)), FRONT[:8])
    assert (found["agenda[0].pages"].sure, found["agenda[0].pages"].line) == ("printed", 6)
    other = AgendaItem("1", "Minutes of the last meeting", pages=(3, 9), page=1)
    found = evidence_of(a_pack(agenda=(other,)), FRONT[:8])
    assert (found["agenda[0].pages"].sure, found["agenda[0].pages"].line) == ("worked out", None)


def test_a_title_said_twice_is_found_where_its_own_turn_comes() -> None:
    page = ("1 Update", "2 Budget", "3 Update")
    items = tuple(
        AgendaItem(str(n), title, page=1) for n, title in enumerate(("Update", "Budget", "Update"), 1)
    )
    found = evidence_of(a_pack(agenda=items), page)
    assert [found[f"agenda[{n}].title"].line for n in range(3)] == [1, 2, 3]


def test_what_is_not_printed_was_worked_out_and_says_where_to_look() -> None:
    doubt = Warning("meeting-date-inferred", "The date is from the outline.", 7)
    pack = a_pack(
        meeting_date=date(2031, 6, 1),
        meeting_date_basis="inferred",
        venue="Town Hall",
        warnings=(doubt,),
        minutes=(Minutes("Audit", date(2031, 1, 1), page=1),),
    )
    found = evidence_of(pack)
    assert {of: (one.sure, one.page, one.line) for of, one in found.items()} == {
        "meeting_date": ("worked out", 7, None),
        "venue": ("worked out", 1, None),
        "minutes[0].committee": ("worked out", 1, None),
        "minutes[0].date": ("worked out", 1, None),
    }
    assert all(one.printed == "" for one in found.values())


def test_what_minutes_say_is_found_with_its_line_over_a_page_break_and_beside_another_column() -> None:
    said = "Ada Stone told the committee that the walls stood and that the harbour would be dredged in June."
    first = (
        "Minutes of 1 May 2031 at 10.00 am in Quay House",
        "Present: Cllr Marsh and Cllr Reed",
        "4 Walls",
        f"4.1 {said[:70]}",
    )
    second = (
        said[70:],
        "RESOLVED that the walls be kept.",
        "Mr Hale to write (Action: BH)",
        "Closed at 11.15 am",
    )
    item = MinuteItem(
        "4", "Walls",
        (MinuteParagraph("4.1", said, 1),),
        ("that the walls be kept.", "that they fall"),
        (MinuteAction("Mr Hale to write (Action: BH)", "BH", 2),),
    )  # fmt: skip
    minutes = Minutes(
        None, date(2031, 5, 1), time(10), "Quay House", ("Cllr Marsh", "Cllr Reed"), concluded=time(11, 15),
        items=(item,), page=1, last_page=2,
    )  # fmt: skip
    agenda = (AgendaItem("4", "Walls", description="RESOLVED that the walls be kept.", page=1),)
    found = evidence_of(a_pack(minutes=(minutes,), agenda=agenda), first, second)
    assert {of.removeprefix("minutes[0]."): (x.page, x.line, x.sure) for of, x in found.items()} == {
        "agenda[0].title": (1, 3, "printed"),
        "agenda[0].description": (2, 2, "printed"),
        "date": (1, 1, "printed"),
        "start_time": (1, 1, "printed"),
        "venue": (1, 1, "printed"),
        "present[0]": (1, 2, "printed"),
        "present[1]": (1, 2, "printed"),
        "concluded": (2, 4, "printed"),
        "items[0].title": (1, 3, "printed"),
        "items[0].paragraphs[0].text": (1, 4, "printed"),
        "items[0].resolved[0]": (2, 2, "printed"),
        "items[0].resolved[1]": (1, None, "worked out"),
        "items[0].actions[0].text": (2, 3, "printed"),
    }
