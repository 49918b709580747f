from __future__ import annotations

from scrutiny_tui.services.glossary import explained

OWN = [("SW", "Sea Wall")]
OTHERS = [("SW", "sea  wall"), ("SW", "Social Work"), ("HM", "Harbour Master")]
GENERAL = [("SW", "south west"), ("FTE", "full-time equivalent"), ("IT", "information technology")]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.short, one.long, one.where) for one in explained(text, OWN, OTHERS, GENERAL)]


def test_a_papers_own_words_come_first_and_are_not_said_twice() -> None:
    assert told("Ask the SW.") == [("SW", "Sea Wall", "this pack"), ("SW", "Social Work", "other packs")]


def test_general_use_speaks_only_where_no_paper_does() -> None:
    assert told("12 FTEs in the HM's office") == [
        ("FTE", "full-time equivalent", "general use"),
        ("HM", "Harbour Master", "other packs"),
    ]


def test_a_common_word_is_no_acronym() -> None:
    assert told("it is a swim") == []
