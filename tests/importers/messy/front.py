"""Front sheets: heading, agenda, members and contact, in every form councils use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from random import Random

from tests.importers.messy.sheet import ItemTruth, Row, Style, Truth, say, set_cells
from tests.importers.messy.words import PARTIES, WARDS, pick_people, pick_topics

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
STANDING = {
    "scottish": ("Sederunt", "Apologies", "Declarations of Interest", "Minute of Previous Meeting"),
    "welsh": (
        "Ymddiheuriadau / Apologies",
        "Datgan Buddiannau / Declarations of Interest",
        "Cofnodion / Minutes",
    ),
    "parish": (
        "To receive apologies for absence",
        "Declarations of interest",
        "Public participation",
        "To approve the minutes of the last meeting",
    ),
}
USUAL = ("Apologies for Absence", "Declarations of Interest", "Minutes of the Previous Meeting")
SAYS = (
    "To consider the report and to make any recommendations to Cabinet.",
    "The Committee is asked to note the report.",
    "Members are asked to consider the attached report and comment on progress to date.",
)


def show_day(day: date, suffix: bool = True) -> str:
    """A day as "12th January" or "12 January"."""
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending if suffix else ''} {day:%B}"


def heading(style: Style, rng: Random, day: date, start: time, truth: Truth) -> list[Row]:
    """Whose meeting, when and where, and other dates that are not the meeting's."""
    council = style.council
    clock = f"{start.hour - 12 if start.hour > 12 else start.hour}.{start.minute:02d} pm"
    truth.committee, truth.meeting_date, truth.venue = council.committee, day, council.venue
    truth.start_time = f"{start:%H:%M}"
    name = council.committee.upper() if rng.random() < 0.3 else council.committee
    rows = say(council.name, bold=True) if council.name != council.committee else []
    issued = f"Published: {day.day - 7} {day:%B %Y}" if day.day > 7 else ""
    match style.dates:
        case "table":
            rows += say(name, bold=True, gap=True)
            rows += set_cells([(0, 12, "Date:"), (16, 60, f"{day:%A} {show_day(day, False)} {day.year}")])
            rows += set_cells([(0, 12, "Time:"), (16, 60, clock)], gap=False)
            rows += set_cells([(0, 12, "Venue:"), (16, 70, council.venue)], gap=False)
        case "summons":
            when = f"{day:%A} {show_day(day)} {day.year} at {clock}"
            summons = (
                f"You are hereby summoned to attend a meeting of the {name} to be held at {council.venue}"
            )
            purpose = "for the purpose of transacting the business set out below."
            rows += say(
                f"Dear Councillor, {summons} to be held at {council.venue} on {when} {purpose}", gap=True
            )
        case "To be held on":
            rows += say(name, bold=True, gap=True)
            rows += say(f"To be held on {day:%A}, {show_day(day, False)} {day.year} at {clock}", gap=True)
            rows += say(f"in {council.venue}")
        case "stacked":
            rows += say(name, bold=True, gap=True)
            for part in (f"{day:%A} {show_day(day)} {day.year}", clock, council.venue):
                rows += say(part, gap=True)
        case "sentence":
            rows += say("NOTICE OF MEETING", gap=True, bold=True)
            when = f"{day:%A} {show_day(day, False)} {day.year} at {clock}"
            rows += say(f"A meeting of the {name} will be held on {when} in {council.venue}.", gap=True)
        case "12.01.23":
            rows += say(name, bold=True, gap=True)
            rows += say(f"Date of meeting: {day:%d.%m.%y}", gap=True)
            rows += say(f"Time: {clock}") + say(f"Venue: {council.venue}")
        case "capitals":
            rows += say(name.upper(), bold=True, gap=True)
            rows += say(f"{day:%A} {show_day(day)} {day.year} at {clock}".upper(), gap=True)
            rows += say(council.venue, gap=True)
        case _:
            rows += say(name, bold=True, gap=True)
            year = f", {day.year}" if "," in style.dates else f" {day.year}"
            joint = " at " if " at " in style.dates else " "
            comma = "," if style.dates.startswith("Thursday,") else ""
            when = show_day(day, suffix="th" in style.dates.split()[1])
            rows += say(f"{day:%A}{comma} {when}{year}{joint}{clock}", gap=True)
            rows += say(council.venue, gap=True)
    if issued and rng.random() < 0.5:
        rows += say(issued, gap=True)
    if rng.random() < 0.3:
        rows += say(
            "Please note that this meeting will be webcast live and may be filmed by the public.", gap=True
        )
    return rows


def choose_items(style: Style, rng: Random, local: bool) -> list[ItemTruth]:
    """The business, numbered in the council's own way; its pages are set later."""
    kind = "parish" if local else style.council.kind
    titles = list(STANDING.get(kind, USUAL))
    people = pick_people(rng, 9)
    last = rng.sample(("Work Programme", "Exclusion of the Press and Public", "Date of Next Meeting"), 2)
    topics = pick_topics(rng, rng.randint(3, 6))
    items: list[ItemTruth] = []
    for title in [*titles, *topics, *last]:
        named = title in topics and style.officers != "none"
        officers = tuple(rng.sample(people, rng.choice((1, 1, 2)))) if named else ()
        items.append(ItemTruth(None, title, officers=officers))
        if "Minute" in title or title in topics or title == "Work Programme":
            items[-1].papers_at = 0
    for item, number in zip(items, _numbers(style, rng, len(items)), strict=True):
        item.number = number
    return items


def _numbers(style: Style, rng: Random, count: int) -> Iterator[str | None]:
    """The items' numbers as they should be read."""
    first = rng.randint(60, 180)
    for n in range(1, count + 1):
        match style.numbers:
            case "A1":
                yield f"A{n}" if n <= 3 else f"B{n - 3}"
            case "i.":
                yield ROMAN[n - 1]
            case "letters":
                yield "abcdefghijklmnopq"[n - 1]
            case "22/134":
                yield f"22/{first + n}"
            case "none":
                yield None
            case "subs":
                yield str(n) if n < 5 else f"{4}{'abcdefgh'[n - 5]}" if n < 7 else str(n - 2)
            case "parts":
                yield str(n if n <= count - 2 else n - count + 2)
            case _:
                yield str(n)


def print_number(style: Style, number: str | None) -> str:
    """A number as this council prints it."""
    if number is None:
        return ""
    plain = {"(1)": f"({number})", "1)": f"{number})", "Item 1": f"Item {number}", "1.": f"{number}.",
             "i.": f"({number})", "letters": f"{number})", "parts": f"{number}."}  # fmt: skip
    return plain.get(style.numbers, number)


def show_pages(style: Style, pages: tuple[int, int] | None) -> str:
    """An item's page range as printed behind its title; "" where it has its own column or none."""
    if pages is None or style.pages in ("none", "column", "column first"):
        return ""
    a, b = pages
    return {
        "Page 5": f"Page {a}",
        "(p. 4)": f"(p. {a})",
        "(Pages 3 to 10)": f"(Pages {a} to {b})",
        "Pages 3-10": f"Pages {a}-{b}",
        "(Pages  3 – 10)": f"(Pages  {a} – {b})",
    }.get(style.pages, f"(Pages {a} - {b})")


def truth_of_pages(style: Style, pages: tuple[int, int] | None) -> tuple[int, int] | None:
    """The range a reader can know: where only the first page is printed, that page."""
    if pages is None or style.pages == "none":
        return None
    return (pages[0], pages[0]) if style.pages in ("Page 5", "(p. 4)", "column first") else pages


def agenda(style: Style, rng: Random, items: list[ItemTruth]) -> list[Row]:
    """The agenda itself."""
    rows = say("AGENDA" if rng.random() < 0.7 else "Agenda", bold=True, gap=True)
    if style.pages.startswith("column"):
        rows += set_cells([(0, 6, "Item"), (80, 8, "Page")])
    if style.numbers == "parts":
        rows += say("PART A - ITEMS CONSIDERED IN PUBLIC", bold=True, gap=True)
    for place, item in enumerate(items):
        if style.numbers == "parts" and place == len(items) - 2:
            rows += say("PART B - ITEMS CONSIDERED IN PRIVATE", bold=True, gap=True)
        rows += _item(style, rng, item)
    return rows


def _item(style: Style, rng: Random, item: ItemTruth) -> list[Row]:
    number, pages = print_number(style, item.number), show_pages(style, item.pages)
    title, people = item.title, " and ".join(item.officers)
    beside = ""
    if style.pages.startswith("column") and item.pages:
        a, b = item.pages
        beside = str(a) if style.pages == "column first" else f"{a} - {b}"
    if style.officers == "inside" and people:
        title = f"{title} - {people}"
    head = f"{title} {pages}".strip() if style.pages != "wrapped" else title
    rows: list[Row] = []
    body: list[Row] = []
    columns = [(0, 7, number), (8, 62, head)] if number else [(0, 70, head)]
    if style.officers == "column" and people:
        columns = [*columns[:-1], (columns[-1][0], 44, head), (56, 22, " / ".join(item.officers))]
    if beside:
        columns.append((80, 10, beside))
    rows += set_cells(columns, bold=style.numbers == "none")
    if style.pages == "wrapped" and pages:
        rows += say(pages, 8 if number else 0)
    if item.officers and style.officers == "after":
        body += say(people, 8, gap=True)
    if item.officers and style.officers == "brackets":
        body += say(f"({people})", 8)
    if item.officers and style.officers == "report of":
        body += say(f"Report of {people}", 8, gap=True)
    if item.papers_at is not None and rng.random() < 0.7:
        body += say(rng.choice(SAYS), 8, gap=True)
    if item.officers and style.officers == "before":
        body += say(f"Presented by {people}", 8, gap=True)
    return rows + body


def members(style: Style, rng: Random, truth: Truth) -> list[Row]:
    """The committee's members."""
    people, title = pick_people(rng, 8), style.council.title
    if style.members == "none":
        return []
    truth.members = people
    wards = [rng.choice(WARDS) for _ in people]
    parties = [rng.choice(PARTIES) for _ in people]
    rows = say("Membership:" if rng.random() < 0.5 else "Members of the Committee:", bold=True, gap=True)
    match style.members:
        case "prose":
            rows += say(f"{title}s " + ", ".join(people[:-1]) + f" and {people[-1]}")
        case "wards":
            for who, ward in zip(people, wards, strict=True):
                rows += say(f"{title} {who} - {ward}")
        case "parties":
            for who, party in zip(people, parties, strict=True):
                rows += say(f"{title} {who} ({party})")
        case "columns":
            for one, other in zip(people[::2], people[1::2], strict=True):
                rows += set_cells([(0, 34, f"{title} {one}"), (40, 34, f"{title} {other}")], gap=False)
        case "table":
            rows += set_cells([(0, 20, "Member"), (34, 20, "Ward"), (64, 10, "Party")])
            for who, ward, party in zip(people, wards, parties, strict=True):
                rows += set_cells([(0, 30, f"{title} {who}"), (34, 28, ward), (64, 10, party)], gap=False)
        case _:
            for who in people:
                rows += say(f"{title} {who}")
    return rows + (say("Quorum: 3", gap=True) if rng.random() < 0.5 else [])


def contact(style: Style, rng: Random, truth: Truth) -> list[Row]:
    """Who to ask."""
    (who,) = pick_people(rng, 1)
    plain = "".join(c for c in who.lower().replace(" ", ".") if c.isascii() and (c.isalpha() or c == "."))
    truth.clerk_email = mail = f"{plain}@{style.council.domain}"
    post, phone = style.council.clerk, "01632 960" + str(rng.randint(100, 999))
    forms = (
        [f"Contact: {who}, {post}", f"Tel: {phone}", f"Email: {mail}"],
        [
            f"For further information about this agenda please contact {who}, {post}, on {phone}"
            f" or by email at {mail}"
        ],
        ["Enquiries to:", who, post, f"Telephone: {phone}", f"E-mail: {mail}"],
        [f"Clerk: {who}  Direct line {phone}  {mail}"],
    )
    chosen = rng.choice(forms)
    return [row for n, text in enumerate(chosen) for row in say(text, gap=n == 0)]
