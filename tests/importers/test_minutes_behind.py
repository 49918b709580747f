"""Minutes whose titles have their text behind them on the same line: councils that do not exist."""

from __future__ import annotations

from datetime import date

from tests.importers.sheets import minutes_of

PANEL = """
    Quay Scrutiny Panel - 30 January 2034

    PRESENT:  Councillor Coe in the chair.

    Councillors Brook (Vice-Chair), Hill and Dray MBE.

    Councillor Fenn attended the meeting in accordance with the provisions of Rule 7.

    The panel met at the Net Loft, Saltby.

    233  DECLARATIONS OF INTERESTS AND DECLARATIONS OF WHIPPING (IF ANY) – There were no
    declarations of any kind.

    No whip was declared.

    234  MINUTES – Resolved – That the minutes of 9 January 2034 be signed.

    235  PUBLIC REQUESTS TO SPEAK There were no requests received.

    236  LAMPS, BOLLARDS AND THE MOORINGS OF THE INNER HARBOUR AND OF
    THE OUTER QUAY – The Chairman summed up what the panel had heard.

    Resolved – (a) That the lamps be lit, and (b) that the moorings be left.
"""


def test_a_title_in_capitals_ends_where_its_text_begins() -> None:
    minutes = minutes_of(PANEL)
    assert (minutes.committee, minutes.date) == ("Quay Scrutiny Panel", date(2034, 1, 30))
    assert minutes.present == (
        "Councillor Coe (in the Chair)",
        "Councillor Brook (Vice-Chair)",
        "Councillor Hill",
        "Councillor Dray MBE",
    )
    assert [(item.number, item.title) for item in minutes.items] == [
        ("233", "DECLARATIONS OF INTERESTS AND DECLARATIONS OF WHIPPING (IF ANY)"),
        ("234", "MINUTES"),
        ("235", "PUBLIC REQUESTS TO SPEAK"),
        ("236", "LAMPS, BOLLARDS AND THE MOORINGS OF THE INNER HARBOUR AND OF THE OUTER QUAY"),
    ]
    assert minutes.items[0].paragraphs[0].text == "There were no declarations of any kind."
    assert minutes.items[1].resolved == ("That the minutes of 9 January 2034 be signed.",)
    assert minutes.items[3].paragraphs[0].text == "The Chairman summed up what the panel had heard."


def test_a_title_in_capitals_with_its_text_on_the_next_line_stays_whole() -> None:
    minutes = minutes_of(PANEL.replace("There were no requests", "\n    There were no requests"))
    assert minutes.items[2].title == "PUBLIC REQUESTS TO SPEAK"
    assert minutes.items[2].paragraphs[0].text == "There were no requests received."


def test_numbers_behind_the_year_need_no_space_above_a_title_in_capitals() -> None:
    minutes = minutes_of(
        """
        Minutes of the Meeting of Saltby Parish Council held on Wednesday 5 May 2034 commencing at 19:00.

        Present: Cllr I Brook (Chair), Cllr N Coe

        PART ONE - OPEN TO THE PUBLIC
        34.44 ELECTION OF CHAIR

        It was RESOLVED that Cllr Brook be elected.

        34.45 ELECTION OF VICE CHAIR

        It was RESOLVED that Cllr Coe be elected.

        34.46 APOLOGIES

        There were none.
        """
    )
    assert [item.number for item in minutes.items] == ["34.44", "34.45", "34.46"]
