"""A council's rules on questions, each of which a person can switch off; none ever stops a question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.committee import committee_key


@dataclass(frozen=True, slots=True)
class QuestionRules:
    """What one council holds against a question; a rule that is False says nothing.

    The grounds are those councils print in their standing orders on questions.

    Attributes:
        word_limit: how many words it may have; 0 for no limit.
        per_member: how many one member may put for a meeting; 0 for no limit.
        same_months: how long the same question may not be put again; 0 for no such rule.
        parts: it asks one thing only.
        exempt: it needs no exempt or confidential information.
        case: it is about no person's own case.
        application: it is about no single planning or licensing application.
        officer: it names no officer.
        business: it is about the council's business.
        tone: it is not defamatory, offensive or frivolous.
    """

    word_limit: int = 100
    per_member: int = 0
    same_months: int = 6
    parts: bool = True
    exempt: bool = True
    case: bool = True
    application: bool = True
    officer: bool = True
    business: bool = True
    tone: bool = True

    @property
    def limit(self) -> int | None:
        """The limit of words, or None."""
        return self.word_limit or None


@dataclass(frozen=True, slots=True)
class CouncilRules:
    """The rules in force: `usual`, and other ones for committees whose name holds some words."""

    usual: QuestionRules = QuestionRules()
    others: Mapping[str, QuestionRules] = field(default_factory=dict)

    def of(self, committee: str) -> QuestionRules:
        """Give the rules of a committee; of several that fit, those with the longest name."""
        name = committee_key(committee)
        fitting = [words for words in self.others if committee_key(words) in name]
        return self.others[max(fitting, key=len)] if fitting else self.usual
