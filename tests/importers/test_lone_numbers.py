"""Numbers of minutes on lines of their own, in texts without white space."""

from __future__ import annotations

from pathlib import Path

from imports.pack import understand
from imports.readers.lone_numbers import reunite_numbers
from imports.readers.text import read_text

MINUTES = """Saltmere Town Council
MINUTES OF THE HARBOUR AND FORESHORE SCRUTINY
PANEL
held on Tuesday 8th October 2024 in the Custom House at 7.15 pm
Present: Councillors J Ludlow (Chair), R Pask and D Yelland
{0}1{1}
Apologies for absence
Apologies for absence were received from Councillor M Rudge.
{0}2{1}
Slipway at the mill
Members considered three quotations. The Clerk explained that a grant had been awarded.
RESOLVED: That the lowest quotation be accepted.
{0}3{1}
Moorings
The waiting list stood at thirty-one.
{0}4{1}
Date of the next meeting
Tuesday 12th November 2024.
The meeting closed at 8.40 pm
"""


def read(tmp_path: Path, text: str) -> list[tuple[str | None, str]]:
    path = tmp_path / "minutes.txt"
    path.write_text(text, encoding="utf-8")
    (minutes,) = understand(read_text(path)).pack.minutes
    return [(item.number, item.title) for item in minutes.items]


def test_titles_below_their_numbers(tmp_path: Path) -> None:
    titles = ["Apologies for absence", "Slipway at the mill", "Moorings", "Date of the next meeting"]
    assert read(tmp_path, MINUTES.format("", ".")) == list(zip("1234", titles, strict=True))
    years = [(f"11{n}/24", title) for n, title in enumerate(titles, start=1)]
    assert read(tmp_path, MINUTES.format("11", "/24")) == years


def test_numbers_before_people_and_stamps_and_among_white_space_stay() -> None:
    lone = "Present\n" + "\n".join(f"{n}.\nItem" for n in "1234")
    people = f"{lone}\n9.\nCllr Ann Dunlin\n14.\nPage 5"
    assert reunite_numbers(people).endswith("\n9.\nCllr Ann Dunlin\n14.\nPage 5")
    spaced = lone.replace("\n", "\n\n")
    assert reunite_numbers(spaced) == spaced
