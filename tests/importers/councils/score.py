"""How much of a written-out paper was read: a figure from 0 to 1 for each field its truth speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from rapidfuzz import fuzz

Json = dict[str, Any]
CLOSE, SAID = 88, 85
HEADER = ("committee", "meeting_date", "start_time", "venue")
LISTS = ("agenda", "minutes", "reports", "action_tracker", "work_programme", "question_deadlines")
_HONOURS = re.compile(r"^(?:(?:cllr|councillor|alderman|mrs|mr|ms|dr|the)s?\.? )+")


def plain(text: object) -> str:
    """Words without case, spacing, kinds of quotes and dashes."""
    folded = str(text or "").translate(dict(zip(map(ord, "’‘“”–—"), "''\"\"--", strict=True)))
    return re.sub(r"\s+", " ", folded).strip(" .;:").casefold()


def person(text: object) -> str:
    """A name without title or post."""
    return _HONOURS.sub("", re.sub(r"\([^)]*\)", "", plain(text))).strip(" ,")


def accepted(truth: Json, field: str) -> list[Any]:
    """Every value that is right for a field."""
    return [truth.get(field), *truth.get("accept", {}).get(field, [])]


def match(found: Iterable[Any], wanted: Iterable[Any], same: Callable[[Any, Any], bool]) -> list[Any]:
    """Pair each wanted thing with the first one found that is the same."""
    left, pairs = list(found), []
    for want in wanted:
        got = next((one for one in left if same(one, want)), None)
        if got is not None:
            left.remove(got)
            pairs.append((got, want))
    return pairs


def both(found: Sequence[Any], wanted: Sequence[Any], same: Callable[[Any, Any], bool]) -> float:
    """The F1 of a list; what the truth calls optional counts neither way."""
    pairs = match(found, [w for w in wanted if not optional(w)] + [w for w in wanted if optional(w)], same)
    free = sum(optional(want) for _, want in pairs)
    total = len(found) - free + sum(not optional(w) for w in wanted)
    return 1.0 if not total else 2 * (len(pairs) - free) / total


def optional(want: Any) -> bool:
    """Whether a paper may be read with or without it."""
    return isinstance(want, dict) and bool(want.get("optional"))


def titled(found: Json, want: Json) -> bool:
    """Whether two items are the same business."""
    got = plain(found.get("title"))
    numbered = str(found.get("number") or "") in {str(n or "") for n in accepted(want, "number")}
    for title in filter(None, accepted(want, "title")):
        whole = plain(title)
        if fuzz.ratio(got, whole) >= CLOSE or (numbered and len(whole) > 3 and got.startswith(whole)):
            return True
    return False


def score(shown: Json, truth: Json) -> dict[str, float]:
    """Compare what `show --json` says of a paper with what a person read in it."""
    card = {
        field: float(plain(shown.get(field)) in {plain(v) for v in accepted(truth, field)})
        for field in HEADER
        if truth.get(field)
    }
    _agenda(card, shown["agenda"], truth["agenda"])
    due = [d for d in shown["question_deadlines"] if d["due"] and d["source"] != "minutes"]
    card["deadlines"] = both(due, truth["question_deadlines"], lambda a, b: a["due"][:16] == b["due"])
    scoped = [wanted for wanted in truth["question_deadlines"] if "applies_to" in wanted]
    if scoped:
        pairs = match(due, scoped, lambda a, b: a["due"][:16] == b["due"])
        card["scope"] = sum(a["applies_to"] == b["applies_to"] for a, b in pairs) / len(scoped)
    if truth["membership"]:
        card["members"] = _people(
            [m["name"] for m in shown["membership"]], [m["name"] for m in truth["membership"]]
        )
    if truth["contacts"]:
        hits = match(shown["contacts"], truth["contacts"], _same_contact)
        card["contacts"] = len(hits) / len(truth["contacts"])
    _minutes(card, shown["minutes"], truth["minutes"])
    _tables(card, shown, truth)
    return card


def _agenda(card: dict[str, float], found: list[Json], wanted: list[Json]) -> None:
    if not found and not wanted:
        return
    card["agenda.items"] = both(found, wanted, titled)
    if pairs := [(a, b) for a, b in match(found, wanted, titled) if not optional(b)]:
        checks: dict[str, Callable[[Json, Json], bool]] = {
            "numbers": lambda a, b: str(a["number"] or "") in {str(n or "") for n in accepted(b, "number")},
            "pages": lambda a, b: a["pages"] == b["pages"],
            "officers": lambda a, b: (
                "officers" in b.get("lenient", [])
                or {person(o) for o in a["officers"]} == {person(o) for o in b["officers"]}
            ),
        }
        for name, right in checks.items():
            card[f"agenda.{name}"] = sum(right(a, b) for a, b in pairs) / len(pairs)


def _same_contact(found: Json, want: Json) -> bool:
    return all(plain(want[key]) in plain(found[key]) for key in ("name", "email") if want.get(key))


def _people(found: list[str], wanted: list[str]) -> float:
    return both(
        [person(p) for p in found], [person(p) for p in wanted], lambda a, b: fuzz.ratio(a, b) >= CLOSE
    )


def _minutes(card: dict[str, float], found: list[Json], wanted: list[Json]) -> None:
    if not found and not wanted:
        return
    pairs = match(found, wanted, lambda a, b: a["date"] == b["date"])
    card["minutes.found"] = 2 * len(pairs) / (len(found) + len(wanted))
    sums: dict[str, list[float]] = {}

    def add(field: str, value: float) -> None:
        sums.setdefault(f"minutes.{field}", []).append(value)

    for got, want in pairs:
        for field in ("present", "apologies"):
            if want.get(field):
                add(field, _people(got[field], want[field]))
        if "concluded" in want:
            add("concluded", float(got["concluded"] == want["concluded"]))
        add("items", both(got["items"], want["items"], _same_minute))
        same = match(got["items"], want["items"], titled)
        strict = [(a, b) for a, b in same if "resolved" not in b.get("lenient", []) and not optional(b)]
        if any(b["resolved"] or a["resolved"] for a, b in strict):
            add("resolved", _said(strict, "resolved", lambda a, b: _holds(a, b)))
        if any(b["actions"] or a["actions"] for a, b in same):
            add("actions", _said(same, "actions", lambda a, b: _holds(a["text"], b["text"])))
            add("owners", _said(same, "actions", _same_action))
    card.update({field: sum(values) / len(values) for field, values in sums.items()})


def _same_minute(found: Json, want: Json) -> bool:
    return titled(found, want) and str(found["number"] or "") in {
        str(n or "") for n in accepted(want, "number")
    }


def _same_action(found: Json, want: Json) -> bool:
    return _holds(found["text"], want["text"]) and person(found["owner"]) == person(want["owner"])


def _holds(found: str, want: str) -> bool:
    return bool(found) and fuzz.partial_ratio(plain(found), plain(want)) >= SAID


def _said(pairs: list[tuple[Json, Json]], field: str, same: Callable[[Any, Any], bool]) -> float:
    hits = sum(len(match(a[field], b[field], same)) for a, b in pairs)
    total = sum(len(a[field]) + len(b[field]) for a, b in pairs)
    return 2 * hits / total if total else 1.0


def _tables(card: dict[str, float], shown: Json, truth: Json) -> None:
    if truth["reports"]:
        card["reports"] = len(match(shown["reports"], truth["reports"], _same_report)) / len(truth["reports"])
    rows = [(row["action"], row["responsibility"]) for row in truth["action_tracker"]]
    got = [(row["action"], row["responsibility"]) for row in shown["action_tracker"]]
    if rows or got:
        card["tracker"] = both(got, rows, lambda a, b: _holds(a[0], b[0]) and person(a[1]) == person(b[1]))
    planned = [(m["meeting_date"], item) for m in truth["work_programme"] for item in m["items"]]
    read = [(m["meeting_date"], item) for m in shown["work_programme"] for item in m["items"]]
    if planned or read:
        card["programme"] = both(
            read,
            planned,
            lambda a, b: a[0] == b[0] and fuzz.token_set_ratio(plain(a[1]), plain(b[1])) >= SAID,
        )


def _same_report(found: Json, want: Json) -> bool:
    if want["agenda_item"] is not None:
        return bool(found["agenda_item"] == want["agenda_item"])
    return fuzz.token_set_ratio(plain(found["title"]), plain(want["title"])) >= CLOSE
