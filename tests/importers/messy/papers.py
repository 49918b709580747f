"""What stands behind an agenda: reports, an action tracker, a work programme."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from tests.importers.messy.front import show_day
from tests.importers.messy.sheet import ItemTruth, Row, Style, Truth, say, set_cells
from tests.importers.messy.words import ACTIONS, POSTS, REMARKS, TOPICS, pick_people

SECTIONS = ("Purpose of Report", "Background", "Financial Implications", "Next Steps")


def report(style: Style, rng: Random, item: ItemTruth, day: date) -> list[Row]:
    """A report of two pages or so, headed in one of the usual ways."""
    author = item.officers[0] if item.officers else pick_people(rng, 1)[0]
    form = rng.choice(("labels", "plain", "table"))
    if form == "labels":
        rows = say(f"Report to: {style.council.committee}", bold=True)
        rows += say(f"Date of meeting: {day.day} {day:%B %Y}") + say(f"Report title: {item.title}")
        rows += say(f"Report of: {author}, {rng.choice(POSTS)}")
    elif form == "table":
        rows = set_cells([(0, 18, "Committee"), (22, 60, style.council.committee)], gap=False)
        rows += set_cells([(0, 18, "Meeting date"), (22, 60, f"{day.day} {day:%B %Y}")], gap=False)
        rows += set_cells([(0, 18, "Title of report"), (22, 60, item.title)], gap=False)
    else:
        rows = say(style.council.committee.upper(), bold=True)
        rows += say(f"{day.day} {day:%B %Y}", gap=True) + say(item.title, bold=True, gap=True)
        rows += say(f"Report of the {rng.choice(POSTS)}", gap=True)
    for place, section in enumerate(SECTIONS, start=1):
        rows += say(f"{place}. {section}", bold=True, gap=True)
        for n in range(1, rng.randint(2, 5)):
            rows += say(f"{place}.{n} {rng.choice(REMARKS)} {rng.choice(REMARKS)}", gap=True)
        if place == 1:
            rows += say("The Committee is recommended to note the report.", gap=True)
    return rows


def tracker(style: Style, rng: Random, truth: Truth, day: date) -> list[Row]:
    """A table of earlier actions in three to six columns."""
    columns = rng.choice((3, 4, 5, 6))
    heads = {
        3: [(0, 40, "Action"), (42, 22, "Responsible Officer"), (66, 24, "Progress")],
        4: [(0, 20, "Topic"), (22, 26, "Action"), (50, 16, "Lead Officer"), (68, 22, "Update")],
        5: [(0, 12, "Meeting"), (14, 16, "Item"), (32, 24, "Action"), (58, 14, "Owner"), (74, 16, "Status")],
        6: [(0, 4, "No."), (5, 10, "Date"), (16, 16, "Subject"), (34, 22, "Action"), (58, 14, "Officer"),
            (74, 16, "Response")],
    }[columns]  # fmt: skip
    rows = say("Action Tracker", bold=True) + set_cells(heads, bold=True)
    people = pick_people(rng, 5)
    for n in range(1, rng.randint(4, 7)):
        action, who = rng.choice(ACTIONS), rng.choice(people)
        when = f"{(day - timedelta(days=30 * n)):%d/%m/%Y}"
        done = rng.choice(("Completed", "Circulated on 3 March", "In progress", "Ongoing"))
        values = {
            3: [action, who, done],
            4: [TOPICS[n], action, who, done],
            5: [when, TOPICS[n], action, who, done],
            6: [str(n), when, TOPICS[n], action, who, done],
        }[columns]
        rows += set_cells([(left, width, text) for (left, width, _), text in zip(heads, values, strict=True)])
        truth.tracker.append((action, who))
    return rows


def programme(style: Style, rng: Random, truth: Truth, day: date) -> list[Row]:
    """A work programme as a table, as lists under dates, or under dates in capitals."""
    form = rng.choice(("table", "lists", "capitals"))
    rows = say("Scrutiny Work Programme 2023/24" if rng.random() < 0.5 else "Work Programme", bold=True)
    if form == "table":
        rows += set_cells([(0, 20, "Meeting date"), (24, 36, "Item"), (64, 24, "Lead Officer")], bold=True)
    people = pick_people(rng, 5)
    for n in range(1, 4):
        when = day + timedelta(days=42 * n)
        items = rng.sample(TOPICS, 3)
        truth.programme.extend((when, item) for item in items)
        shown = f"{show_day(when, False)} {when.year}"
        if form == "table":
            for k, item in enumerate(items):
                row = [(0, 20, "" if k else shown), (24, 36, item), (64, 24, rng.choice(people))]
                rows += set_cells([cell for cell in row if cell[2]])
        else:
            rows += say(shown.upper() if form == "capitals" else shown, bold=True, gap=True)
            for item in items:
                rows += say(f"• {item}")
    return rows
