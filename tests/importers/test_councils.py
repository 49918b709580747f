"""The written-out papers of councils that do not exist are read as a person reads them."""

from __future__ import annotations

import pytest

from tests.importers.councils.read import PAPERS, names, show, truth
from tests.importers.councils.score import score

MISSED = {
    "bexcombe_agendapack_outcome": {"agenda.items": 0.92},
    "fenborough_joint": {"venue": 0.0},
    "fenmarsh_front": {"agenda.officers": 0.83},
    "hartsmere_notice": {"members": 0.85},
    "inglefield_pack": {"programme": 0.88},
    "little_harling_minutes": {"minutes.resolved": 0.92},
    "orrinside": {"members": 0.9},
    "rhondlas_agenda": {"agenda.officers": 0.83},
    "rothervale": {"members": 0.95},
    "wessmoor_fire": {"minutes.apologies": 0.28, "minutes.items": 0.0},
}
"""What is not read as it should be: the fields, and the least they come to."""


@pytest.mark.parametrize("name", names())
def test_a_paper_is_read_as_it_was_written(name: str) -> None:
    card = score(show(PAPERS / str(truth(name)["source"])), truth(name))
    missed = MISSED.get(name, {})
    assert {field: value for field, value in card.items() if value < missed.get(field, 1.0)} == {}
