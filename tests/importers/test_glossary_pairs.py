"""Short forms and their long forms."""

from __future__ import annotations

import pytest

from imports.glossary import find_long_form, read_glossary
from imports.layout.furniture import find_furniture, read_lines
from tests.importers.sheets import from_text


def pairs(text: str) -> dict[str, str]:
    document = from_text(text)
    return {a.short: a.long for a in read_glossary(read_lines(document, find_furniture(document)))}


@pytest.mark.parametrize(
    ("short", "before", "long"),
    [
        ("SLT", "thanks to the Senior Leadership Team ", "Senior Leadership Team"),
        ("DCS", "The Director of Children’s Services ", "Director of Children’s Services"),
        ("NRPF", "with No Recourse to Public Funds ", "No Recourse to Public Funds"),
        ("MARAC", "a Multi-Agency Risk Assessment Conference ", "Multi-Agency Risk Assessment Conference"),
        ("EHCPs", "Education, Health and Care Plans ", "Education, Health and Care Plans"),
        ("CEO", "the head of the council ", None),
        ("IT", "it was said that the ", None),
    ],
)
def test_letters_are_found_backwards(short: str, before: str, long: str | None) -> None:
    assert find_long_form(short, before) == long


def test_pairs_over_a_line_break_and_both_ways_round() -> None:
    assert pairs(
        "The Regional Schools\nCommissioner (RSC) came. The IFA (Independent Fostering Agency) too."
    ) == {
        "RSC": "Regional Schools Commissioner",
        "IFA": "Independent Fostering Agency",
    }


def test_a_list_of_abbreviations() -> None:
    found = pairs(
        "Glossary\n\nSAR – Safeguarding Adults Review\nDoLS: Deprivation of Liberty Safeguards\nUK – A place"
    )
    assert found == {"SAR": "Safeguarding Adults Review", "DoLS": "Deprivation of Liberty Safeguards"}


def test_brackets_that_explain_nothing() -> None:
    assert pairs("Cllr Moss (Chairman) spoke (2022) of costs (GBP) and Mr Roe (JB).") == {}


def test_initials_of_an_action_are_those_of_the_one_person_named() -> None:
    said = "Kirsten Harmon introduced the report. Figures would be sent to members. (Action – KH/JB)"
    assert pairs(said + "\nJulia Barnes and Joan Birch attended.") == {"KH": "Kirsten Harmon"}
    assert pairs("Kirsten Harmon introduced the report. (KH)") == {}
