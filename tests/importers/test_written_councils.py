"""Papers of councils that do not exist, written out by hand with what a person reads in them."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from tests.importers.councils.read import PAPERS, means, measure, names

AT_LEAST = {
    "agenda.items": 0.97,
    "agenda.numbers": 0.99,
    "agenda.pages": 0.98,
    "agenda.officers": 0.95,
    "committee": 0.97,
    "meeting_date": 1.0,
    "start_time": 1.0,
    "deadlines": 1.0,
    "scope": 1.0,
    "minutes.items": 0.98,
    "members": 0.95,
    "contacts": 0.95,
    "reports": 0.95,
    "minutes.present": 0.97,
    "minutes.actions": 0.9,
    "minutes.concluded": 1.0,
    "minutes.resolved": 0.93,
    "tracker": 1.0,
}


@pytest.fixture(scope="module", params=[False, True], ids=["as saved", "as a PDF"])
def figures(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, float]:
    """The mean of each field over the papers."""
    return means(measure(tmp_path_factory.mktemp("councils"), drawn=request.param))


@pytest.mark.parametrize(("field", "least"), AT_LEAST.items())
def test_a_field_is_read_of_most_papers(figures: Mapping[str, float], field: str, least: float) -> None:
    assert figures[field] >= least


def test_every_paper_says_what_a_person_reads_in_it() -> None:
    for name in names():
        told = json.loads((PAPERS / f"{name}.json").read_text(encoding="utf-8"))
        assert (PAPERS / told["source"]).is_file()
        assert told["meeting_date"]
