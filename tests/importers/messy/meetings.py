"""Sets of minutes, in the forms councils of all kinds use."""

from __future__ import annotations

from datetime import date
from random import Random

from tests.importers.messy.front import show_day
from tests.importers.messy.sheet import MinutesTruth, MinuteTruth, Row, Style, say, set_cells
from tests.importers.messy.words import ACTIONS, DECISIONS, REMARKS, pick_people, pick_topics

OPENINGS = (
    "Minutes of the meeting of the",
    "At a meeting of the",
    "Minutes of",
    "DRAFT MINUTES OF THE MEETING OF THE",
)


def minutes(style: Style, rng: Random, day: date) -> tuple[list[Row], MinutesTruth]:
    """A set of minutes and the truth of it."""
    truth = MinutesTruth(day)
    rows = _heading(style, rng, day) + _attendance(style, rng, truth)
    titles = ["Apologies for Absence", "Declarations of Interest", "Minutes of the Previous Meeting"]
    titles += pick_topics(rng, rng.randint(3, 5))
    first = rng.randint(12, 70)
    named = pick_people(rng, 4)
    capitals = rng.random() < 0.4
    for place, title in enumerate(titles):
        shown = title.upper() if capitals or style.minute_numbers in ("none", "bold") else title
        item = MinuteTruth(_number(style, first + place), shown)
        truth.items.append(item)
        rows += _title(style, first + place, shown)
        rows += _body(style, rng, item, first + place, place, truth.apologies, named)
    if rng.random() < 0.8:
        rows += say(rng.choice(("The meeting closed at 8.15 pm.", "Meeting concluded: 8.15 pm")), gap=True)
        rows += say("Chair ............................   Date ....................", gap=True)
    return rows, truth


def _heading(style: Style, rng: Random, day: date) -> list[Row]:
    council = style.council
    when = f"{day:%A}{rng.choice((', ', ' '))}{show_day(day, rng.random() < 0.5)} {day.year}"
    if council.kind == "scottish":
        rows = say(
            f"MINUTE of MEETING of the {council.committee} held in {council.venue} on {when} at 2.00 pm",
            bold=True,
        )
        return [Row(row.cells, row.bold, n == 0) for n, row in enumerate(rows)]
    if rng.random() < 0.3:
        rows = say(council.name.upper(), bold=True) + say(council.committee.upper(), bold=True, gap=True)
        return rows + say("MINUTES", bold=True, gap=True) + say(f"{when}, commencing at 2.00 pm", gap=True)
    opening = rng.choice(OPENINGS)
    return say(
        f"{opening} {council.committee} held at {council.venue} on {when} at 2.00 pm", bold=True, gap=True
    )


def _attendance(style: Style, rng: Random, truth: MinutesTruth) -> list[Row]:
    people = pick_people(rng, 9)
    title = style.council.title
    truth.present, truth.apologies = people[:5], people[5:7]
    label = (
        "Sederunt:"
        if style.council.kind == "scottish"
        else rng.choice(("Present:", "PRESENT", "Members present:"))
    )
    rows: list[Row] = []
    match rng.choice(("prose", "list", "columns", "chair")):
        case "prose":
            rows += say(f"{label} {title}s {', '.join(people[:4])} and {people[4]}", gap=True)
        case "list":
            rows += say(label, gap=True)
            for who in people[:5]:
                rows += say(f"{title} {who}")
        case "columns":
            rows += say(label, gap=True)
            for one, other in ((0, 1), (2, 3)):
                rows += set_cells(
                    [(0, 30, f"{title} {people[one]}"), (40, 30, f"{title} {people[other]}")], gap=False
                )
            rows += say(f"{title} {people[4]}")
        case _:
            rows += say(f"{label} {title} {people[0]} ({style.council.chair})", gap=True)
            rows += say(f"{title}s {', '.join(people[1:4])} and {people[4]}")
    rows += say(
        f"In attendance: {people[7]} (Director of Place), {people[8]} (Democratic Services)", gap=True
    )
    if rng.random() < 0.5:
        rows += say(f"Apologies: {title}s {people[5]} and {people[6]}", gap=True)
    return rows


def _number(style: Style, number: int) -> str | None:
    forms = {"45/22": f"{number}/22", "CS.12": f"CS.{number}", "OSC 34": f"OSC {number}",
             "none": None, "bold": None, "22/134": f"22/{number + 90}"}  # fmt: skip
    return forms.get(style.minute_numbers, str(number))


def _title(style: Style, number: int, title: str) -> list[Row]:
    printed = _number(style, number) or ""
    if style.minute_numbers == "45.":
        printed += "."
    if style.minute_numbers == "Minute 34":
        printed = f"Minute {number}"
    if not printed:
        return say(title, bold=True, gap=True)
    return set_cells([(0, 12, printed), (14, 66, title)], bold=True)


def _body(
    style: Style,
    rng: Random,
    item: MinuteTruth,
    number: int,
    place: int,
    apologies: list[str],
    people: list[str],
) -> list[Row]:
    if place == 0:
        return say(
            f"Apologies were received from {style.council.title}s {' and '.join(apologies)}.", gap=True
        )
    if place == 1:
        return say("There were none.", gap=True)
    if place == 2:
        item.resolved = ["That the minutes of the previous meeting be approved as a correct record."]
        return _decide(style, item.resolved)
    rows: list[Row] = []
    for n in range(1, rng.randint(2, 4)):
        mark = {"34.1": f"{number}.{n} ", "(1)": f"({n}) ", "a)": f"{'abcd'[n - 1]}) "}.get(
            style.paragraphs, ""
        )
        rows += say(mark + rng.choice(REMARKS), gap=True)
    if rng.random() < 0.5:
        rows += _act(style, rng, item, people)
    if rng.random() < 0.7:
        item.resolved = rng.sample(DECISIONS, 2 if style.decisions == "RESOLVED list" else 1)
        rows += _decide(style, item.resolved)
    return rows


def _decide(style: Style, decided: list[str]) -> list[Row]:
    first = decided[0]
    match style.decisions:
        case "RESOLVED – that":
            return say(f"RESOLVED – t{first[1:]}", gap=True)
        case "RESOLVED list" if len(decided) > 1:
            rows = say("RESOLVED:", gap=True, bold=True)
            for n, text in enumerate(decided, start=1):
                rows += say(f"({n}) {text}", 4, gap=True)
            return rows
        case "moved":
            rows = say(
                f"It was moved by Councillor Dale, seconded by Councillor Trent and RESOLVED t{first[1:]}",
                gap=True,
            )
            return rows
        case "RESOLVED list":
            return say("RESOLVED:", gap=True, bold=True) + say(first, 4, gap=True)
        case _:
            return say(f"{style.decisions} {first}", gap=True)


def _act(style: Style, rng: Random, item: MinuteTruth, people: list[str]) -> list[Row]:
    text, who = rng.choice(ACTIONS), rng.choice(people)
    initials = "".join(part[0] for part in who.split()[:2]).upper()
    match style.actions:
        case "(Action – KH)":
            item.owners.append(initials)
            return say(f"{text} (Action – {initials})", gap=True)
        case "(ACTION: KH)":
            item.owners.append(initials)
            return say(f"{text} (ACTION: {initials})", gap=True)
        case "ACTION: Name":
            item.owners.append(who)
            return say(text, gap=True) + say(f"ACTION: {who}", gap=True)
        case "Action: Name to":
            item.owners.append(who)
            return say(f"Action: {who} to circulate the latest figures to members.", gap=True)
        case "ACTION: … (Name)":
            item.owners.append(who)
            return say(f"ACTION: {text.rstrip('.')} ({who})", gap=True)
        case _:
            item.owners.append(initials)
            return say(f"Action point: {text} Action: {initials}", gap=True)
