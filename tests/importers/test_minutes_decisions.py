"""Minutes with lists of actions and decisions, told from the agendas they resemble."""

from __future__ import annotations

from datetime import date, time

from imports.front.sheet import read_front_sheet
from imports.heading.minutes import first_time
from imports.pack import understand
from imports.words.sentences import split_sentences
from tests.importers.sheets import from_text, minutes_of

AUTHORITY = """
    GREATER WEND COMBINED AUTHORITY

    At a meeting of the Overview and Scrutiny Committee held in the Authority Chamber on Wednesday, 17th
    January, 2024 the following Members were

    P r e s e n t:

    Councillor Edna Marsh
    Chairperson of the Committee
    (in the Chair)

    Councillors:
    Ed Quinn and Sam Orr

    29. APOLOGIES FOR ABSENCE

    Apologies for absence were received on behalf of Councillors Pat Bell and Carla Lee.

    30. BUS FRANCHISING

    The Committee received a report. Officers would provide figures.

    Actions:
    1. Transport Officer to provide figures on fares.
    2. Director of Resources to update Members.
    RESOLVED THAT
    1. The report be noted.
    2. Cabinet be asked to publish a strategy.

    31. WORK PROGRAMME

    AGREED (unanimously) that:

    a) the programme be noted; and

    b) officers be thanked.

    (The meeting closed at 3.20 p.m.)
"""


def test_an_authoritys_minutes_are_no_agenda() -> None:
    found = understand(from_text(AUTHORITY)).pack
    assert (found.kind, found.agenda) == ("minutes", ())
    assert (found.committee, found.meeting_date) == ("Overview and Scrutiny Committee", date(2024, 1, 17))
    (minutes,) = found.minutes
    assert minutes.present == ("Councillor Edna Marsh", "Councillor Ed Quinn", "Councillor Sam Orr")
    assert minutes.apologies == ("Councillor Pat Bell", "Councillor Carla Lee")
    assert minutes.concluded == time(15, 20)


def test_lists_of_actions_and_decisions_without_their_lead() -> None:
    _, franchising, programme = minutes_of(AUTHORITY).items
    assert [(action.owner, action.text) for action in franchising.actions] == [
        ("Transport Officer", "Transport Officer to provide figures on fares."),
        ("Director of Resources", "Director of Resources to update Members."),
    ]
    assert franchising.resolved == ("1. The report be noted.", "2. Cabinet be asked to publish a strategy.")
    assert programme.resolved == ("a) the programme be noted; and", "b) officers be thanked.")


def test_numbered_decisions_without_a_heading_are_no_agenda() -> None:
    text = "1 Apologies\n\nNone.\n\n2 Minutes\n\nRESOLVED that they be signed.\n\n3 Budget\n\nAGREED."
    assert read_front_sheet(from_text(text)).agenda == ()


def test_hostile_lengths_cost_no_more_than_their_length() -> None:
    assert first_time("10.10-" * 20_000) is None
    assert len(split_sentences("It met at 10 a.m. in May. " * 5_000)) == 5_000
