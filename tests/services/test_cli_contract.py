"""Every command's `--json` on the demo packs: the keys and kinds of value that scripts rely on, no other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scrutiny_tui.demo import PACKS
from scrutiny_tui.paths import Home
from tests.services.samples import Scrutiny, with_question
from tests.services.test_cli import SHOW, assert_shape

Ask = Callable[..., Any]
KINDS = {"agenda", "minute", "report", "action", "work-programme", "question"}
TEXT = (str, type(None))
NUMBER = (int, type(None))
WARNINGS = {"code": str, "text": str, "page": NUMBER}
IMPORTED = {
    **{"source": str, "status": str, "committee": str, "meeting_date": str, "pages": int, "passages": int},
    "warnings": WARNINGS,
    "kind": str,
}
HIT = {
    **{"source": str, "meeting_date": str, "date": str, "kind": str, "ref": str, "heading": str},
    **{"page": int, "text": str, "score": float, "matched": list, "amended": list},
}
DEADLINE = {
    **{"committee": str, "meeting_date": str, "start_time": TEXT, "due": TEXT, "safe": TEXT, "state": str},
    **{"origin": str, "applies_to": (list, str), "tier": str, "text": str, "source": TEXT, "page": NUMBER},
    "working": {"day": str, "counts": bool, "why": str},
    "warnings": WARNINGS,
}
QUESTION = {
    **{"id": int, "committee": str, "meeting_date": TEXT, "agenda_item": TEXT, "item_title": str},
    **{"addressed_to": str, "text": str, "words": int, "state": str, "deadline": TEXT, "created_at": str},
    **{"updated_at": str, "submitted_at": TEXT, "late": bool, "answer": str, "answer_state": str},
    "supplementary_to": NUMBER,
    "steps": {"state": str, "answer_state": str, "at": str},
    "submissions": {"at": str, "text": str, "to": str, "left_seconds": NUMBER},
    "evidence": {"quote": str, "source": str, "page": int, "citation": str},
    "warnings": WARNINGS,
}
PROMISE = {
    **{"text": str, "owner": TEXT, "committee": str, "date": TEXT, "ref": str, "heading": str},
    **{"progress": str, "state": str, "source": str, "page": int, "kind": str, "owner_name": TEXT},
    **{"due": str, "due_on": TEXT, "outcome": str},
    "steps": {
        **{"kind": str, "date": TEXT, "about": TEXT, "heading": str, "ref": str, "text": str},
        **{"source": str, "page": int},
    },
    **{"mark": str, "note": str},
}


@pytest.fixture(scope="module")
def home(imported_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = tmp_path_factory.mktemp("contract") / "home"
    shutil.copytree(imported_demo / "home", place)
    return Home(place)


@pytest.fixture
def ask(scrutiny: Scrutiny, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Run a command as a script would, over the demo packs, and give the one document it prints."""

    def run(*arguments: object, today: str = "2026-05-18T09:30") -> Any:
        monkeypatch.setenv("SCRUTINY_TODAY", today)
        done = scrutiny(*arguments, "--json")
        assert (done.status, done.err) == (0, "")
        return done.document

    return run


def test_import(imported_demo: Path) -> None:
    files = json.loads((imported_demo / "printed.json").read_bytes())
    packs = sorted(path.name for path in PACKS.iterdir() if path.suffix in (".pdf", ".txt"))
    assert sorted(file["source"] for file in files) == packs
    assert {file["status"] for file in files} == {"added"}
    assert_shape({"files": files}, {"files": IMPORTED})


def test_show(ask: Ask) -> None:
    tracker = {"topic": str, "action": str, "responsibility": str, "progress": str}
    programme = {"meeting_date": str, "items": list}
    loose = {
        **SHOW,
        "question_deadlines": {
            **{"text": str, "due": TEXT, "applies_to": (list, str), "source": str, "page": int},
            **{"tier": str, "safe": TEXT},
        },
        "contacts": {"name": str, "role": TEXT, "phone": TEXT, "email": TEXT},
        "action_tracker": tracker,
        "work_programme": programme,
    }
    loose["minutes"] = {**SHOW["minutes"], "start_time": TEXT, "venue": TEXT}  # type: ignore[dict-item]
    newest = max(PACKS.glob("*Children*.pdf"), key=lambda path: "May-2026" in path.name)
    document = ask("show", newest)
    assert_shape(document, loose)
    assert document["action_tracker"] and document["work_programme"] and document["minutes"]
    assert ask("show", newest.name) == document


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_search_by_kind(ask: Ask, kind: str) -> None:
    hits = ask("search", "school attendance and exclusion", "--kind", kind)
    assert_shape({"hits": hits}, {"hits": HIT})
    assert {hit["kind"] for hit in hits} <= {kind}
    assert hits or kind == "question"  # the demo's papers print no member's question


def test_search_keeps_to_its_sides(ask: Ask) -> None:
    everything = ask("search", "school attendance", "--limit", "1000")
    scores = [hit["score"] for hit in everything]
    assert scores == sorted(scores, reverse=True)
    for limit in (1, 7, 30):
        assert len(ask("search", "school attendance", "--limit", limit)) == min(limit, len(everything))
    days = sorted({hit["date"] for hit in everything})
    first, last = days[0], days[-1]
    assert {hit["date"] for hit in ask("search", "school attendance", "--before", last)} <= set(days[:-1])
    assert {hit["date"] for hit in ask("search", "school attendance", "--after", first)} <= set(days[1:])
    board = ask("search", "school attendance", "--committee", "health and wellbeing")
    assert board and all("Health" in hit["source"] for hit in board)


def test_deadlines(ask: Ask) -> None:
    open_ones, every = ask("deadlines"), ask("deadlines", "--all")
    assert_shape({"deadlines": every}, {"deadlines": DEADLINE})
    assert [deadline["due"] for deadline in open_ones] == sorted(deadline["due"] for deadline in open_ones)
    assert {deadline["state"] for deadline in open_ones} <= {"open", "today"}
    assert len(open_ones) < len(every)
    assert ask("deadlines", today="2027-01-01") == []


def test_questions(ask: Ask, home: Home) -> None:
    assert ask("questions") == []
    with_question(home, "Why?")
    (question,) = ask("questions")
    assert_shape(question, QUESTION)


def test_actions(ask: Ask) -> None:
    promises = ask("actions")
    assert_shape({"promises": promises}, {"promises": PROMISE})
    assert {promise["state"] for promise in promises} == {"open", "done", "reported", "unknown"}
