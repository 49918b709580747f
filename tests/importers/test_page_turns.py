"""A page may end after any line: what is read stays the same."""

from __future__ import annotations

import pytest

from imports.pack import understand
from tests.importers.sheets import from_text, minutes_of

SHEET = """
Linmoor District Council

Overview and Scrutiny Committee

Tuesday 14 May 2024 at 6.30 pm, Guildhall, Linmoor

Membership: Councillor Ann Wood (Chair), Councillor Joe Tate, Councillor Kathy Roe, Councillor Ivo
Marsh (Vice-Chair) and Councillor Una Pell

AGENDA

1. Apologies for absence

2. Public questions
To take questions of which notice in writing, with the name of whoever asks, has reached the Chief
Executive not later than 10 am on Thursday 9 May 2024.

3. Work programme (Pages 5 - 8)
To agree which subjects come to the Committee this year, and in what order.

Members who wish to put a question of their own should send it to the Head of Democratic
Services by noon on Friday 10 May 2024.

Contact: Meg Holt, Democratic Services Officer, 01632 960123, meg.holt@linmoor.example
"""

MINUTES = """
LINMOOR DISTRICT COUNCIL
MINUTES of the meeting of the Overview and Scrutiny Committee held on 16 April 2024 at 6.30 pm.

PRESENT: Councillors Wood (Chair), Tate and Roe

1. APOLOGIES

Apologies were received from Councillor Marsh.

2. MINUTES

RESOLVED: That the minutes of the meeting held on 12 March 2024 be confirmed as a correct record.

3. LEISURE CENTRE

The Head of Leisure presented the report. Members asked about the cost of the roof.

RESOLVED: That the report be noted.

The meeting ended at 7.45 pm.
"""

NOTES = """
Linmoor District Council
Canal Task and Finish Group

Notes of the second meeting held on Monday, 4 March 2024 at 5pm in the Guildhall

Present
Cllr Ann Wood (Lead Member)
Cllr Joe Tate

Apologies
Cllr Ivo Marsh

Apologies for absence

Councillor Marsh had sent his apologies.

Notes of the last meeting

The notes of the meeting held on 5 February were agreed.

Evidence from the trust

Ada Lock told the group how often the towpath floods.

Next meeting

Monday 8 April 2024 at 5 pm.
"""

DECISIONS = """
LINMOOR DISTRICT COUNCIL

CABINET - DECISIONS

Decisions taken by the Cabinet at its meeting held on Monday, 6 May 2024

Present: Councillors Wood (Chair), Tate and Roe
Apologies: Councillor Marsh

Agenda Item 2 - Minutes of the previous meeting

Resolved:

That the minutes of the meeting held on 8 April 2024 be approved as a correct record.

Agenda Item 3 - Harbour dues

Resolved:

That the dues in Appendix A be agreed.

Agenda Item 5 - Market stalls

Resolved:

That twelve stalls be let.
"""


def _cut(text: str, at: int) -> str:
    lines = text.strip("\n").split("\n")
    return "\n".join([*lines[:at], "\f" + lines[at], *lines[at + 1 :]])


def _places(text: str, first: int) -> range:
    return range(first, len(text.strip("\n").split("\n")))


def _told(text: str) -> tuple[list[object], ...]:
    read = understand(from_text(text)).pack
    items: list[object] = [(item.number, item.title, item.description) for item in read.agenda]
    deadlines: list[object] = [(said.text, said.rule, said.applies_to) for said in read.question_deadlines]
    return items, deadlines, [*read.membership]


def test_a_front_sheet_reads_the_same_wherever_its_page_ends() -> None:
    wanted = _told(SHEET)
    assert [len(part) for part in wanted] == [3, 2, 5]
    for at in _places(SHEET, 5):
        assert _told(_cut(SHEET, at)) == wanted, at


@pytest.mark.parametrize("text", [MINUTES, NOTES, DECISIONS], ids=["numbered", "plain", "decisions"])
def test_minutes_read_the_same_wherever_a_page_ends(text: str) -> None:
    wanted = [(item.number, item.title, item.resolved) for item in minutes_of(text).items]
    assert len(wanted) >= 3
    for at in _places(
        text, text.count("\n", 0, text.index("Agenda Item 2" if "CABINET" in text else "Apologies"))
    ):
        found = [(item.number, item.title, item.resolved) for item in minutes_of(_cut(text, at)).items]
        assert found == wanted, at


def test_a_resolution_below_its_title_is_no_part_of_it() -> None:
    items = minutes_of(MINUTES.replace("2. MINUTES\n\n", "2. MINUTES\n")).items
    assert [item.title for item in items] == ["APOLOGIES", "MINUTES", "LEISURE CENTRE"]
    assert items[1].resolved
