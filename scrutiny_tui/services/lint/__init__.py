"""What may get a question rejected, said as advice while it is written; never more than a warning.

One rule, one function: `form` looks at how it is put, `matter` at what it is about, `manner` at its
tone and whom it names. Every warning says the rule; `QuestionRules` switches it off.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from scrutiny_tui.services.lint.form import blanks_left, count_words, parts, too_long
from scrutiny_tui.services.lint.manner import named_officers, unfit_tone
from scrutiny_tui.services.lint.matter import about_application, about_case, needs_exempt, outside_business

if TYPE_CHECKING:
    from imports.model.warning import Warning
    from scrutiny_tui.services.question_rules import QuestionRules

__all__ = ["advise", "count_words"]

LOOKED_AT = 20_000
"""Characters looked at: a paper pasted whole into a question must not hold up typing; its length is said."""


def advise(
    text: str, rules: QuestionRules, officers: Collection[str] = (), *, exempt_quoted: bool = False
) -> tuple[Warning, ...]:
    """Say what in a question may get it rejected.

    Args:
        text: the question as it stands.
        rules: the council's, with what is switched off.
        officers: the names of officers the packs print.
        exempt_quoted: its evidence is from a paper that is not public.
    """
    return tuple(_advice(text, rules, officers, exempt_quoted)) if text.strip() else ()


def _advice(
    text: str, rules: QuestionRules, officers: Collection[str], exempt_quoted: bool
) -> Iterator[Warning]:
    length, text = too_long(text, rules.limit), text[:LOOKED_AT]
    looks = (
        (True, blanks_left(text)),
        (True, length),
        (rules.parts, parts(text)),
        (rules.exempt, needs_exempt(text, exempt_quoted)),
        (rules.case, about_case(text, officers)),
        (rules.application, about_application(text)),
        (rules.officer, named_officers(text, officers)),
        (rules.business, outside_business(text)),
        (rules.tone, unfit_tone(text)),
    )
    yield from (warning for on, warning in looks if on and warning is not None)
