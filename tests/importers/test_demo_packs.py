"""The demo's packs are understood as their sources wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache

import pytest

from imports.detect import read
from imports.model.pack import ParsedPack
from imports.pack import understand
from scrutiny_tui.demo import PACKS
from scrutiny_tui.demo.make_packs import SOURCES, make_pack, name_file
from scrutiny_tui.demo.markup import Meeting, read_source

SCRUTINY = "Children and Families Overview and Scrutiny Committee"
BOARD = "Health and Wellbeing Board"
MEETINGS = ("2025-09-18", "2025-11-20", "2026-01-22", "2026-03-19", "2026-05-21", "2026-06-02")
EXTRACT = PACKS / "Health and Wellbeing Board 10 March 2026.txt"


@dataclass(frozen=True, slots=True)
class Made:
    """A source, the bytes made of it, and where its papers truly stand."""

    meeting: Meeting
    data: bytes
    pages: dict[str, tuple[int, int]]


@cache
def made(day: str) -> Made:
    [source] = SOURCES.glob(f"{day}-*.md")
    meeting = read_source(source)
    return Made(meeting, *make_pack(meeting))


@cache
def parsed(day: str) -> ParsedPack:
    return understand(read(PACKS / name_file(made(day).meeting))).pack


def rows(day: str, item: str) -> list[list[str]]:
    """The rows under the heading of an item's first table; lines of a cell are divided by newlines."""
    [table, *_] = [
        block
        for paper in made(day).meeting.papers
        if paper.item == item
        for block in paper.blocks
        if block.kind == "table"
    ]
    lines = [line.strip().strip("|").split("|") for line in table.text.splitlines()[2:]]
    return [[cell.strip().replace("<br>", "\n") for cell in line] for line in lines]


def joined(texts: list[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts]


@pytest.mark.parametrize("day", MEETINGS)
def test_the_front_sheet_is_understood(day: str) -> None:
    meeting, pack = made(day).meeting, parsed(day)
    assert pack.committee == meeting.committee
    assert (pack.meeting_date, pack.meeting_date_basis) == (date.fromisoformat(day), "printed")
    assert (pack.start_time, pack.venue) == (time(10), meeting.venue)
    assert [(item.number, item.title) for item in pack.agenda] == [
        (item.number, item.title) for item in meeting.items
    ]
    assert [item.description or "" for item in pack.agenda] == [" ".join(item.text) for item in meeting.items]
    assert [item.officers for item in pack.agenda] == [
        tuple(filter(None, re.split(r"/|, ", item.officers))) for item in meeting.items
    ]
    assert [item.title for item in pack.agenda if item.is_heading] == [
        item.title for item in meeting.items if item.title.startswith("Please send in questions")
    ]


@pytest.mark.parametrize("day", MEETINGS)
def test_the_pages_are_those_printed_and_a_misprint_is_told(day: str) -> None:
    truth, pack = made(day), parsed(day)
    printed = {item.number: item.misprint or truth.pages.get(item.number) for item in truth.meeting.items}
    assert {item.number: item.pages for item in pack.agenda} == printed
    warned = [w.text for w in pack.warnings if w.code == "page-contradicts-stamp"]
    misprinted = [item.number for item in truth.meeting.items if item.misprint]
    assert len(warned) == len(misprinted)
    assert all(f"item {number} " in text for number, text in zip(misprinted, warned, strict=True))


@pytest.mark.parametrize("day", MEETINGS)
def test_every_paper_stands_where_its_stamps_say(day: str) -> None:
    truth = made(day)
    found: dict[str | None, tuple[int, int]] = {}
    for report in parsed(day).reports:
        assert report.pages is not None
        first, _ = found.get(report.agenda_item, report.pages)
        found[report.agenda_item] = (first, report.pages[1])
    assert found == {item: pages for item, pages in truth.pages.items() if item != "3"}


@pytest.mark.parametrize("day", MEETINGS)
def test_people_can_be_reached(day: str) -> None:
    pack = parsed(day)
    name, local = ("Nadia Brightwell", "423") if pack.committee == BOARD else ("Rosalind Kemp", "417")
    clerk = pack.contacts[0]
    assert (clerk.name, clerk.phone) == (name, f"01632 960{local}")
    assert clerk.email == f"{name.lower().replace(' ', '.')}@wexmoor.example"
    chair = "Cllr Janet Prideaux" if pack.committee == BOARD else "Cllr Margaret Oyelaran"
    assert [member.name for member in pack.membership if member.role == "Chair"] == [chair]
    assert len(pack.membership) == (13 if pack.committee == BOARD else 12)


@pytest.mark.parametrize(
    ("day", "closes", "items"),
    [
        ("2025-09-18", date(2025, 9, 15), ("8", "9", "10")),
        ("2025-11-20", date(2025, 11, 17), ("8", "9", "10")),
        ("2026-01-22", date(2026, 1, 12), ("9", "10", "11")),
        ("2026-03-19", date(2026, 3, 16), ("9", "10", "11")),
        ("2026-05-21", date(2026, 5, 18), ("9", "10", "11", "12")),
    ],
)
def test_a_scope_heading_sets_the_deadline_of_what_follows(
    day: str, closes: date, items: tuple[str, ...]
) -> None:
    [wording] = [wording for wording in parsed(day).question_deadlines if wording.source == "agenda"]
    assert wording.applies_to == items
    assert wording.rule is not None
    assert (wording.rule.basis, wording.rule.date, wording.rule.weekday) == ("date", closes, 0)
    assert (wording.rule.time, wording.rule.time_words) == (None, "end of day")


def test_the_board_takes_questions_in_tiers() -> None:
    wordings = [w for w in parsed("2026-06-02").question_deadlines if w.source == "agenda"]
    seen = [(w.applies_to, w.rule.basis, w.rule.count, w.rule.date) for w in wordings if w.rule]
    closes = date(2026, 5, 26)
    assert ("public questions", "date", 0, closes) in seen
    assert ("members' questions", "date", 0, closes) in seen
    assert ("public questions", "clear working days", 6, None) in seen


def test_an_old_deadline_in_minutes_is_history() -> None:
    quoted = [w for w in parsed("2026-05-21").question_deadlines if w.source == "minutes"]
    assert quoted
    assert all(w.meeting_date == date(2026, 3, 19) for w in quoted)


@pytest.mark.parametrize(
    ("day", "held", "concluded", "numbers"),
    [
        ("2025-09-18", date(2025, 7, 10), time(12, 25), range(9, 17)),
        ("2025-11-20", date(2025, 9, 18), time(12, 50), range(17, 26)),
        ("2026-01-22", date(2025, 11, 20), time(12, 40), range(26, 35)),
        ("2026-03-19", date(2026, 1, 22), time(13, 5), range(35, 45)),
        ("2026-05-21", date(2026, 3, 19), time(12, 15), range(45, 55)),
        ("2026-06-02", date(2026, 3, 10), time(11, 55), range(31, 40)),
    ],
)
def test_the_minutes_are_those_of_the_meeting_before(
    day: str, held: date, concluded: time, numbers: range
) -> None:
    [minutes] = parsed(day).minutes
    assert (minutes.date, minutes.start_time, minutes.concluded) == (held, time(10), concluded)
    assert [item.number for item in minutes.items] == [str(number) for number in numbers]
    [paper] = [paper for paper in made(day).meeting.papers if paper.item == "3"]
    written = [block.text for block in paper.blocks if block.kind == "numbered"]
    understood = [p for item in minutes.items for p in item.paragraphs if p.number]
    assert [f"{p.number} {p.text}" for p in understood] == joined(written)
    marks = [match for text in written for match in re.findall(r"\(Action – ([A-Z/]+)", text)]
    assert [action.owner for item in minutes.items for action in item.actions] == marks
    [names] = [block.text for block in paper.blocks if block.kind == "table"]
    cells = [cell.strip() for line in names.splitlines()[1:] for cell in line.strip("| ").split("|")]
    assert sorted(minutes.present) == sorted(filter(None, cells))


@pytest.mark.parametrize("day", ["2025-11-20", "2026-01-22", "2026-03-19", "2026-05-21"])
def test_the_action_tracker_is_read_row_by_row(day: str) -> None:
    found = [[a.topic, a.action, a.responsibility, a.progress] for a in parsed(day).action_tracker]
    written = [[re.sub(r"^\d+\. ", "", topic), *rest] for topic, *rest in rows(day, "4")]
    assert [joined(row) for row in found] == written


@pytest.mark.parametrize("day", MEETINGS)
def test_the_work_programme_keeps_its_reports_apart(day: str) -> None:
    last = made(day).meeting.items[-1].number
    assert [
        (f"{m.meeting_date.day} {m.meeting_date:%B %Y}", m.items) for m in parsed(day).work_programme
    ] == [(when, tuple(reports.split("\n"))) for when, reports, _ in rows(day, last)]


@pytest.mark.parametrize("day", MEETINGS)
def test_links_are_those_the_papers_make(day: str) -> None:
    text = next(SOURCES.glob(f"{day}-*.md")).read_text(encoding="utf-8")
    assert list(parsed(day).links) == list(dict.fromkeys(re.findall(r"\]\((\S+?)\)", text)))


def test_a_promised_report_moves_from_meeting_to_meeting() -> None:
    slips = [
        next(
            m.meeting_date
            for m in parsed(day).work_programme
            if "Home to School Transport Policy Review" in m.items
        )
        for day in MEETINGS[:5]
    ]
    assert slips == [
        date(2025, 11, 20),
        date(2026, 1, 15),
        date(2026, 3, 19),
        date(2026, 5, 21),
        date(2026, 7, 16),
    ]


def test_acronyms_are_explained() -> None:
    known = {(a.short, a.long) for day in MEETINGS for a in parsed(day).glossary}
    assert ("MASH", "Multi-Agency Safeguarding Hub") in known
    assert any(short.startswith("EHCP") and "Health and Care Plan" in long for short, long in known)


def test_the_text_extract_is_understood_too() -> None:
    pack = understand(read(EXTRACT)).pack
    assert (pack.committee, pack.meeting_date) == (BOARD, date(2026, 3, 10))
    assert [(item.number, item.pages, item.officers) for item in pack.agenda] == [
        ("1", None, ("Nadia Brightwell",)),
        ("2", None, ()),
        ("3", (1, 2), ("Nadia Brightwell",)),
        ("4", None, ("Chair",)),
        ("5", None, ("Chair",)),
        ("6", (3, 4), ("Martin Eddowes", "Duncan Rosser")),
        ("7", None, ("Tessa Crane",)),
        ("8", (5, 6), ("Nadia Brightwell",)),
    ]
    assert [w.rule.date for w in pack.question_deadlines if w.rule] == [date(2026, 3, 3)] * 2
    assert [(report.agenda_item, report.title, report.pages) for report in pack.reports] == [
        ("6", "Therapists' Advice for Education, Health and Care Plans", (3, 4)),
        ("8", "Forward Plan 2026", (5, 6)),
    ]
    [minutes] = pack.minutes
    assert (minutes.date, [item.number for item in minutes.items]) == (
        date(2025, 12, 2),
        ["22", "23", "24", "25", "26", "27"],
    )


def test_a_minute_headed_forward_plan_is_no_forward_plan() -> None:
    pack = understand(read(EXTRACT)).pack
    assert [m.meeting_date for m in pack.work_programme] == [date(2026, 6, 2), date(2026, 9, 8)]


@pytest.mark.parametrize("day", MEETINGS)
def test_the_outline_is_papers_minutes_and_sections(day: str) -> None:
    meeting = made(day).meeting
    pages = understand(read(PACKS / name_file(meeting))).pages
    outline = [
        (b.level, b.text) for page in pages for b in page.blocks if b.kind == "heading" and b.level < 4
    ]
    marks = {"# ": 1, "## ": 2, "### ": 3}
    written = [
        (level, block.text.removeprefix(mark))
        for paper in meeting.papers
        for block in paper.blocks
        if block.kind in ("title", "heading")
        for mark, level in marks.items()
        if block.text.startswith(mark)
    ]
    assert [text for level, text in written if level < 3] == [
        text for _, text in outline[1:] if (1, text) in written or (2, text) in written
    ]
    assert [level for level, text in outline if (2, text) in written] == [2] * sum(x == 2 for x, _ in written)
    assert not {text.strip(":") for _, text in outline} & {
        "Resolved",
        "PRESENT",
        "MEMBERSHIP",
        "AGENDA",
        "CHAIR",
    }


@pytest.mark.parametrize("day", MEETINGS)
def test_every_numbered_paragraph_is_read_whole(day: str) -> None:
    truth = made(day)
    pages = understand(read(PACKS / name_file(truth.meeting))).pages
    text = " ".join(b.text for page in pages for b in page.blocks if b.kind != "furniture")
    whole = [b.text for page in pages for b in page.blocks if b.kind == "paragraph"]
    written = joined(
        [
            b.text.replace("**", "")
            for paper in truth.meeting.papers
            for b in paper.blocks
            if b.kind == "numbered"
        ]
    )
    assert [paragraph for paragraph in written if paragraph not in text] == []
    # Only one that runs over a page's end stands in two pieces.
    assert sum(paragraph not in whole for paragraph in written) <= 1
