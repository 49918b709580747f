"""What the settings file says of a council's rules on questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrutiny_tui.config import read_settings
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.question_rules import QuestionRules


def rules(tmp_path: Path, words: str, committee: str = "Adult Care Scrutiny") -> QuestionRules:
    path = tmp_path / "settings.toml"
    path.write_text(words)
    return read_settings(path).questions.of(committee)


def test_without_a_word_the_usual_rules_hold(tmp_path: Path) -> None:
    assert rules(tmp_path, "") == QuestionRules()
    assert read_settings(tmp_path / "none.toml").questions.of("") == QuestionRules()


def test_each_rule_is_switched_in_the_file(tmp_path: Path) -> None:
    found = rules(tmp_path, "word_limit = 50\n[questions]\nparts = false\nper_member = 2\nsame_months = 0\n")
    assert found == QuestionRules(word_limit=50, parts=False, per_member=2, same_months=0)
    assert rules(tmp_path, "word_limit = 0\n").limit is None


def test_a_committee_differs_in_what_it_says_only(tmp_path: Path) -> None:
    words = "[questions]\ntone = false\n[questions.committees.'Health & Wellbeing']\nword_limit = 50\n"
    assert rules(tmp_path, words, "Health and Wellbeing Board") == QuestionRules(word_limit=50, tone=False)
    assert rules(tmp_path, words) == QuestionRules(tone=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[questions]\npats = false\n", "pats"),
        ("[questions.committees.X]\nlimit = 5\n", "limit"),
        ("[questions]\nparts = 'no'\n", "parts"),
        ("questions = 7\n", "questions"),
        ("[questions]\ncommittees = 7\n", "committees"),
        ("[questions.committees]\nX = 7\n", "X"),
    ],
)
def test_what_is_no_rule_is_said_in_a_sentence(tmp_path: Path, words: str, said: str) -> None:
    with pytest.raises(ServiceError, match=said):
        rules(tmp_path, words)
