"""The settings a person keeps in `settings.toml`: read once at the start, never written over."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

import msgspec

from db.models import CommitteeRule
from imports.deadline_wording import read_wording
from scrutiny_tui.services.calendars import Nation, WorkingCalendar
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.question_rules import CouncilRules, QuestionRules

Theme = Literal["scrutiny-light", "scrutiny-dark", "scrutiny-contrast"]

FIRST_FILE = """\
# Settings of Scrutiny. A line that begins with # is off; take the # away to change what it says.
# Words your council uses for what people call otherwise go into a file of their own, lexicon.toml beside
# this one: under a topic such as [schools], an everyday phrase and the council's words for it on each line.

# Your name and address, as they shall stand under the questions you send.
# name = "Cllr A Member"
# email = "a.member@council.example"

# Whose bank holidays count: "ENG", "WLS", "SCT" or "NIR".
# nation = "ENG"

# Days your council closes on top of them (Christmas Eve, the Christmas closure).
# extra_holidays = [2022-12-28, 2022-12-29, 2022-12-30]

# How many words a question may have; 0 for no limit.
# word_limit = 100

# "scrutiny-light", "scrutiny-dark" or "scrutiny-contrast".
# theme = "scrutiny-light"

# How many pages of reports you read in an hour, for the reading plan.
# pages_an_hour = 30

# What your council holds against a question: each is said as advice, and false (or 0) switches it off.
# [questions]
# per_member = 2          # at most so many questions of one member for a meeting
# same_months = 6         # not the same question again within so many months
# parts = true            # one question asks one thing
# exempt = true           # nothing exempt or confidential
# case = true             # no person's own case
# application = true      # no single planning or licensing application
# officer = true          # no officer by name
# business = true         # the council's business only
# tone = true             # nothing defamatory, offensive or frivolous

# Where a committee (or another council's) has rules of its own: words of its name, and what differs.
# [questions.committees."Health and Wellbeing"]
# word_limit = 50

# By when questions are due where a committee's papers print nothing, and the standing order that says so.
# [deadlines."Health and Wellbeing Board"]
# rule = "10.00 a.m., four clear working days before the meeting"
# standing_order = "Standing Order 12.3"
"""


@dataclass(frozen=True, slots=True)
class StandingRule:
    """By when a committee's questions are due, as its standing orders put it, and where they say so."""

    rule: str
    standing_order: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person set, or the defaults.

    Attributes:
        name: the member's, as it goes under a question.
        email: the member's.
        nation: whose bank holidays count.
        word_limit: how many words a question may have; None for no limit.
        extra_holidays: days the council closes on top of the bank holidays.
        theme: how the app looks.
        questions: what the council holds against a question, all committees and single ones.
        pages_an_hour: how fast the member reads, for the reading plan.
        deadlines: by when questions are due, by committee, where its papers print nothing.
    """

    name: str = ""
    email: str = ""
    nation: Nation = "ENG"
    word_limit: int | None = 100
    extra_holidays: tuple[date, ...] = ()
    theme: Theme = "scrutiny-light"
    questions: CouncilRules = field(default_factory=CouncilRules)
    pages_an_hour: int = 30
    deadlines: dict[str, StandingRule] = field(default_factory=dict)

    @property
    def committee_rules(self) -> tuple[CommitteeRule, ...]:
        """The committees' rules as the desk keeps them."""
        return tuple(
            CommitteeRule(name, rule.rule, rule.standing_order) for name, rule in self.deadlines.items()
        )

    @property
    def calendar(self) -> WorkingCalendar:
        """The working days of the member's council."""
        return WorkingCalendar(self.nation, frozenset(self.extra_holidays))


def read_settings(path: Path) -> Settings:
    """Read the settings; the defaults where there is no file.

    Raises:
        ServiceError: the file cannot be read, is no TOML, or says something that is no setting.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ServiceError(
            f"The settings in {path} cannot be read ({error}). Mend or remove the file."
        ) from error
    except tomllib.TOMLDecodeError as error:
        raise ServiceError(
            f"The settings in {path} are not understood: {error}. Mend or remove the file."
        ) from error
    if unknown := sorted(found.keys() - set(Settings.__dataclass_fields__)):
        known = ", ".join(Settings.__dataclass_fields__)
        raise ServiceError(
            f"The settings in {path} have no {unknown[0]!r}; they know {known}. Mend the file."
        )
    try:
        usual = {"word_limit": found.get("word_limit", QuestionRules().word_limit)}
        if found.get("word_limit") == 0:
            found["word_limit"] = None
        found["questions"] = _question_rules({**usual, **_table(found, "questions")})
        settings = msgspec.convert(found, Settings)
    except _Unknown as error:
        raise ServiceError(f"The settings in {path} have no {error}. Mend the file.") from error
    except msgspec.ValidationError as error:
        raise ServiceError(
            f"The settings in {path} are not understood: {error}. Mend or remove the file."
        ) from error
    for committee, kept in settings.deadlines.items():
        rule = read_wording(kept.rule, None)
        if rule is None or rule.basis == "date":
            raise ServiceError(
                f"The settings in {path} give {committee} a rule that is not understood: {kept.rule!r}. "
                f"Write it "
                'as "10 a.m., three clear working days before the meeting".'
            )
    return settings


class _Unknown(Exception):
    """A setting there is not; the text names it and those there are."""


def _question_rules(found: dict[str, Any]) -> CouncilRules:
    """Read the rules on questions: the usual ones, and what differs for single committees."""
    committees = _table(found, "committees")
    usual = {name: value for name, value in found.items() if name != "committees"}
    others = {words: _rules({**usual, **_table(committees, words)}) for words in committees}
    return CouncilRules(_rules(usual), others)


def _table(found: dict[str, Any], name: str) -> dict[str, Any]:
    """Give a table of the settings, empty where it is not there."""
    table = found.get(name, {})
    if not isinstance(table, dict):
        raise _Unknown(f"table {name!r} (it says {table!r} there)")
    return table


def _rules(found: dict[str, Any]) -> QuestionRules:
    if unknown := sorted(found.keys() - set(QuestionRules.__dataclass_fields__)):
        known = ", ".join(QuestionRules.__dataclass_fields__)
        raise _Unknown(f"{unknown[0]!r} among those of questions; they know {known}")
    return msgspec.convert(found, QuestionRules)


def write_first_settings(path: Path) -> None:
    """Leave a commented file for a person to edit, where there is none; failing to does no harm."""
    try:
        with open(path, "x", encoding="utf-8", opener=_privately) as file:
            file.write(FIRST_FILE)
    except OSError:
        return


def _privately(path: str, flags: int) -> int:
    """Make a file that only its owner reads: it holds a name and an address."""
    return os.open(path, flags, 0o600)
