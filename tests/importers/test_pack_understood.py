"""A whole paper: kind, occasion, passages, and what is turned away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.errors import Refused
from imports.model.document import Document
from imports.pack import Understood, understand
from tests.importers.sheets import from_text

FILL = "\n".join(
    f"line {n} tells members of the council about the winter care of its many lanes" for n in range(12)
)

FRONT = """Roads Scrutiny Committee

Thursday 9 March 2023 at 10.00 am

Oak Room, County Hall, Northbury

AGENDA

1  Apologies for absence

2  Minutes of the previous meeting (Pages 1 - 2)

3  Winter Care of Lanes (Pages 3 - 4)

The Committee is asked to note the report.

4  Work Programme (Pages 5 - 5)

Membership – Cllr Ann Marsh (Chairman), Cllr Ben Okafor and Cllr Dee Quinn

"""

MINUTES = """ROADS SCRUTINY COMMITTEE

MINUTES of the meeting of the Roads Scrutiny Committee held on Thursday 12
January 2023 commencing at 10.00 am.

Present: Cllr Ann Marsh, Cllr Ben Okafor

12. GRITTING

12.1 Officers said the gritters were out on forty nights.

12.2 Members thanked the crews.

13. VERGES

13.1 The Committee heard about verges.

Meeting concluded at 11.05 am
Page 1
"""

REPORT = f"""Roads Scrutiny Committee
Report title: Winter Care of Lanes

1. Purpose

{FILL}

Recommendation: That the report be noted.
Page 3
"""

PROGRAMME = """Roads Scrutiny Committee
Draft work programme 2023
Date of meeting Proposed reports

9 March 2023 Winter Care of Lanes

18 May 2023 Verges

Page 5
"""


def pack(front: str = FRONT, **changes: str) -> Understood:
    return understand(replace(from_text("\f".join([front, MINUTES, REPORT, FILL, PROGRAMME])), **changes))  # type: ignore[arg-type]


def test_the_parts_of_a_pack() -> None:
    found = pack().pack
    assert (found.kind, found.committee) == ("pack", "Roads Scrutiny Committee")
    assert (found.meeting_date, found.meeting_date_basis) == (date(2023, 3, 9), "printed")
    assert (found.start_time, found.venue) == (time(10, 0), "Oak Room, County Hall, Northbury")
    assert [item.number for item in found.agenda] == ["1", "2", "3", "4"]
    assert [m.date for m in found.minutes] == [date(2023, 1, 12)]
    assert [(r.agenda_item, r.title) for r in found.reports] == [
        ("3", "Winter Care of Lanes"),
        ("4", "Draft work programme 2023"),
    ]
    assert [m.meeting_date for m in found.work_programme] == [date(2023, 3, 9), date(2023, 5, 18)]


def test_a_deadline_without_a_year_takes_that_of_an_inferred_meeting() -> None:
    front = FRONT.replace("Thursday 9 March 2023 at 10.00 am\n", "").replace(
        "1  Apologies for absence\n",
        "1  Apologies for absence\n\nMembers are asked to send questions by noon on Monday 6 March.\n",
    )
    found = pack(front, title="Agenda Document for Roads Scrutiny Committee, 09/03/2023 10:00").pack
    assert (found.meeting_date, found.meeting_date_basis) == (date(2023, 3, 9), "inferred")
    assert [d.rule and (d.rule.date, d.rule.time) for d in found.question_deadlines] == [
        (date(2023, 3, 6), time(12))
    ]


def test_passages_know_their_place() -> None:
    said = {p.ref: p for p in pack().passages if p.kind == "minute" and p.ref}
    assert said["12.1"].text == "Officers said the gritters were out on forty nights."
    assert (said["12.1"].heading, said["12.1"].date) == ("GRITTING", date(2023, 1, 12))
    assert (said["12.1"].page, said["12.1"].pack_page, said["12.1"].agenda_item) == (2, 1, "2")
    report = next(p for p in pack().passages if p.kind == "report" and "line 3" in p.text)
    assert (report.pack_page, report.agenda_item, report.date) == (3, "3", None)


def test_passages_hold_no_furniture_and_nothing_twice() -> None:
    passages = pack().passages
    assert not [p for p in passages if "Page 1" in p.text or "Page 3" in p.text]
    assert sum("gritters were out" in p.text for p in passages) == 1
    assert {p.kind for p in passages} == {"agenda", "minute", "report", "work-programme"}


def test_every_word_of_a_report_can_be_found() -> None:
    text = " ".join(p.text for p in pack().passages if p.kind == "report")
    for n in range(12):
        assert f"line {n} tells members" in text


def test_no_passage_is_longer_than_a_screen() -> None:
    long = from_text(
        "\f".join(
            [FRONT, MINUTES, "Roads Scrutiny Committee\nReport title: Lanes\n\n" + " ".join([FILL] * 30)]
        )
    )
    assert max(len(p.text) for p in understand(long).passages) <= 1700


def test_pages_go_with_their_numbers() -> None:
    assert [page.pack_page for page in pack().pages] == [None, 1, 3, 4, 5]


def undated() -> str:
    return FRONT.replace("Thursday 9 March 2023 at 10.00 am", "").replace(
        "Oak Room, County Hall, Northbury", ""
    )


def test_a_date_from_the_files_title_comes_with_a_warning() -> None:
    title = "(Public Pack)Agenda Document for Roads Scrutiny Committee, 16/03/2023 14:00"
    found = pack(FRONT.replace("Thursday 9 March 2023 at 10.00 am", ""), title=title).pack
    assert (found.meeting_date, found.start_time) == (date(2023, 3, 16), time(14, 0))
    if found.meeting_date_basis == "inferred":
        assert "meeting-date-inferred" in {w.code for w in found.warnings}


def test_a_date_from_a_reports_head_comes_with_a_warning() -> None:
    text = "\f".join([MINUTES, REPORT.replace("Report title", "9th March, 2023\nReport title"), FILL])
    found = understand(from_text(text)).pack
    assert (found.meeting_date, found.meeting_date_basis) == (date(2023, 3, 9), "inferred")
    (warning,) = [w for w in found.warnings if w.code == "meeting-date-inferred"]
    assert "head of a report" in warning.text
    assert found.committee == "Roads Scrutiny Committee"


def test_minutes_alone_are_dated_by_themselves() -> None:
    found = understand(from_text(MINUTES)).pack
    assert (found.kind, found.meeting_date, found.meeting_date_basis) == (
        "minutes",
        date(2023, 1, 12),
        "printed",
    )


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        (
            {"title": "Supplement, Agenda Document for Roads Scrutiny Committee, 09/03/2023 10:00"},
            "supplement",
        ),
        ({"source": "Addendum to the agenda.txt"}, "supplement"),
    ],
)
def test_supplements_say_so(changes: dict[str, str], kind: str) -> None:
    assert pack(**changes).pack.kind == kind


def test_a_decision_notice() -> None:
    head = "Northshire County Council\nRecord of Decision\n\nDecision taken by the Cabinet Member"
    text = f"{head}\n\n{FILL}\nReport\nofficers"
    assert understand(from_text(text)).pack.kind == "decision notice"


def test_a_decision_whose_notice_gives_it_no_title_is_read() -> None:
    told = "Decision maker: Cabinet Member for Parks\nDecision: To let the lake.\nDate: 21 October 2033"
    (minutes,) = understand(from_text(f"Record of Decision\n\n{told}\nReasons: It is full.")).pack.minutes
    assert (minutes.committee, minutes.date) == ("Cabinet Member for Parks", date(2033, 10, 21))
    assert [(item.title, item.resolved) for item in minutes.items] == [
        ("Record of Decision", ("To let the lake.",))
    ]


def test_an_agenda_alone_and_a_report_alone() -> None:
    assert understand(from_text(FRONT)).pack.kind == "agenda"
    words = "The scrutiny panel of the district asked officers for a report with recommendations to cabinet."
    assert understand(from_text(f"{REPORT}\n{words}")).pack.kind == "report"


CODE = "\n".join(f"def function_{n}(value: int) -> int:\n    return value + {n}\n" for n in range(60))
NOVEL = "It was a dark and stormy night; the rain fell in torrents and the lamps went out. " * 60


@pytest.mark.parametrize("text", [CODE, NOVEL])
def test_what_no_council_wrote_is_turned_away(text: str) -> None:
    with pytest.raises(Refused) as refused:
        understand(from_text(text, "x.txt"))
    assert refused.value.code == "not-a-pack"
    assert "x.txt" in refused.value.text


def test_a_scan_says_what_to_do() -> None:
    document: Document = from_text("x")
    blank = replace(document.pages[0], lines=(), pictures=1)
    with pytest.raises(Refused) as refused:
        understand(replace(document, pages=(blank,)))
    assert refused.value.code == "no-text"
    assert "recognition" in refused.value.text


def test_pages_that_could_not_be_read_are_named() -> None:
    document = from_text("\f".join([FRONT, MINUTES, REPORT, FILL, PROGRAMME]))
    broken = replace(document.pages[3], lines=(), failed="it is damaged.")
    pages = (*document.pages[:3], broken, document.pages[4])
    found = understand(replace(document, pages=pages)).pack
    assert [(w.page, "damaged" in w.text) for w in found.warnings if w.code == "page-unread"] == [(4, True)]


ODD_LINES = (
    *(line for part in (FRONT, MINUTES, REPORT, PROGRAMME) for line in part.split("\n")),
    *(
        "\f",
        "Present:",
        "Apologies:",
        "RESOLVED:",
        "Topic Action Responsibility Progress",
        "149. VERGES",
        "1.",
        "12.",
    ),
    *(
        "(Action – )",
        "Recommendations:",
        "Agenda Item 3",
        "Page 900",
        "https://a.example/x-",
        "(AB) (CD (EF",
        "• ",
        "–",
    ),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(ODD_LINES), max_size=80))
def test_no_mixture_of_lines_breaks_the_reading(lines: list[str]) -> None:
    document = from_text(
        "\n".join(["Agenda of a scrutiny committee of the council, with officers' report:", *lines])
    )
    try:
        found = understand(document)
    except Refused:
        return
    assert len(found.pages) == len(document.pages)
    assert all(1 <= p.page <= len(document.pages) and p.text.strip() for p in found.passages)
