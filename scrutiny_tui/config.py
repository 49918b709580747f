"""The settings a person keeps in `settings.toml`, read and checked; `settings_file` writes them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from db.models.settled import CommitteeRule
from scrutiny_tui.services.calendars import Nation, WorkingCalendar
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.models.overview import PAGES_AN_HOUR
from scrutiny_tui.services.question_rules import CouncilRules, QuestionRules

Theme = Literal["scrutiny-light", "scrutiny-dark", "scrutiny-contrast"]
KeyStyle = Literal["both", "arrows", "vim"]
Glyphs = Literal["auto", "unicode", "ascii"]
Words = Annotated[int, msgspec.Meta(ge=0, le=100_000)]
Speed = Annotated[int, msgspec.Meta(ge=1, le=1_000)]
LineLength = Annotated[int, msgspec.Meta(ge=40, le=160)]


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
        measure: how long a line of running text may be in the reader, in cells.
        key_style: which keys move about: arrows, vim's letters, or both.
        keys: the person's own keys, by what they do (`meeting.next = "n,right"`).
        glyphs: whether marks and lines may be other than ASCII; `auto` asks the terminal.
        reduced_motion: nothing slides, fades or blinks.
        deadlines: by when questions are due, by committee, where its papers print nothing.
    """

    name: str = ""
    email: str = ""
    nation: Nation = "ENG"
    word_limit: Words | None = 100
    extra_holidays: tuple[date, ...] = ()
    theme: Theme = "scrutiny-light"
    questions: CouncilRules = field(default_factory=CouncilRules)
    pages_an_hour: Speed = PAGES_AN_HOUR
    measure: LineLength = 76
    key_style: KeyStyle = "both"
    keys: dict[str, str] = field(default_factory=dict)
    glyphs: Glyphs = "auto"
    reduced_motion: bool = False
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
        text = path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):  # the stores say what is wrong with the folder
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ServiceError(
            f"The settings in {path} cannot be read ({why}). Mend or remove the file."
        ) from error
    return settings_of(text, path)


def settings_of(text: str, path: Path) -> Settings:
    """Read settings from a text; `path` is what messages call it.

    Raises:
        ServiceError: it is no TOML, or says something that is no setting; the line is named.
    """
    try:
        return _checked(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        why = f"are not understood: {error}. Mend or remove the file."
    except _Unknown as error:
        why = f"have no {error}{_at(text, error.name)}. Mend the file."
    except msgspec.ValidationError as error:
        why = f"are not understood: {_plainly(error)}{_at(text, _named(error))}. Mend or remove the file."
    except _BadRule as error:
        why = (
            f"give {error} a rule that is not understood{_at(text, str(error))}. "
            'Write it as "10 a.m., three clear working days before the meeting".'
        )
    raise ServiceError(f"The settings in {path} {why}")


def _checked(found: dict[str, Any]) -> Settings:
    if unknown := sorted(found.keys() - set(Settings.__dataclass_fields__)):
        raise _Unknown(unknown[0], f"; they know {', '.join(Settings.__dataclass_fields__)}")
    usual = {"word_limit": found.get("word_limit", QuestionRules().word_limit)}
    if found.get("word_limit") == 0:
        found["word_limit"] = None
    if found.get("theme") in ("light", "dark", "contrast"):
        found["theme"] = f"scrutiny-{found['theme']}"
    found["keys"] = dict(_own_keys(_table(found, "keys")))
    found["questions"] = _question_rules({**usual, **_table(found, "questions")})
    settings = msgspec.convert(found, Settings)
    for committee, kept in settings.deadlines.items():
        from imports.deadlines.wording import read_wording  # late: few keep rules, and its patterns are dear

        rule = read_wording(kept.rule, None)
        if rule is None or rule.basis == "date":
            raise _BadRule(committee)
    return settings


def _own_keys(found: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """The person's keys, written as `"meeting.next" = "n"` or, TOML's way, as `meeting.next = "n"`."""
    for name, value in found.items():
        full = f"{before}{name}"
        if isinstance(value, dict):
            yield from _own_keys(value, f"{full}.")
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield full, ",".join(value)
        else:
            yield full, value


def _at(text: str, name: str) -> str:
    """In which line of the file a name is given a value or heads a table: ` (line 7)`; "" unknown."""
    words = re.escape(name)
    said = re.compile(rf"""^\s*(?:[\w."' -]*\b{words}["']?\s*=|\[.*{words}.*\])""")
    for number, row in enumerate(text.splitlines(), 1):
        if name and said.match(row):
            return f" (line {number})"
    return ""


def _named(error: msgspec.ValidationError) -> str:
    """The setting an error is about: the last name of `... - at `$.questions.same_months``."""
    found = re.search(r"at `\$([^`]*)`", str(error))
    names = re.findall(r"[\w-]+", found[1].replace("[...]", "")) if found else []
    return names[-1] if names else ""


def _plainly(error: msgspec.ValidationError) -> str:
    """What is wrong, without msgspec's signs for where."""
    said = re.sub(r" - at `\$\.?([^`]*)`", lambda at: f", at {at[1]}" if at[1] else "", str(error))
    return said.replace("`", "")


class _Unknown(Exception):
    """A setting there is not; the text names it and those there are."""

    def __init__(self, name: str, more: str) -> None:
        super().__init__(f"{name!r}{more}")
        self.name = name


class _BadRule(Exception):
    """A committee's rule on deadlines that is not understood; the text names the committee."""


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
        raise _Unknown(name, f" as a table (it says {table!r} there)")
    return table


def _rules(found: dict[str, Any]) -> QuestionRules:
    if unknown := sorted(found.keys() - set(QuestionRules.__dataclass_fields__)):
        known = ", ".join(QuestionRules.__dataclass_fields__)
        raise _Unknown(unknown[0], f" among those of questions; they know {known}")
    return msgspec.convert(found, QuestionRules)
