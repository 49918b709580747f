"""Numbers as people quote them: rounded, in words, with or without their unit, a year with either stroke.

A sum is found in every spelling that rounds to what was typed: `£17.3 million` in `£17.328m`, `2.4m` in
`£2,398,112`. The index knows a number by its groups of digits (`17`, `328m`), so a rounded sum is asked
for by the groups it may begin with, and what was found is read again before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imports.patterns import regex

_SCALE = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "millions": 6, "bn": 9, "b": 9, "billion": 9,
}  # fmt: skip
_UNITS = "million|millions|billion|thousand|mn|bn|m|k|b"
_PERCENT = r"%|\s*(?:per\s?cent|percent|pc)\b"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SUM = regex(rf"£?(?P<number>{_NUMBER})\s?(?P<unit>{_UNITS})?\b", re.IGNORECASE)
_SHARE = regex(rf"(?P<number>\d+(?:\.\d+)?)(?:{_PERCENT})", re.IGNORECASE)
_YEARS = regex(r"\b(?:FY\s?)?(?P<first>(?:20|19)\d\d)\s?[/–-]\s?(?P<last>(?:20)?\d\d)\b", re.IGNORECASE)
_QUARTER = regex(
    r"\b(?:q(?P<short>[1-4])|quarter (?P<number>[1-4]|one|two|three|four)"
    r"|(?P<word>first|second|third|fourth|1st|2nd|3rd|4th) quarter)\b",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_MONTH_NAMES = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905
)
_DATE = regex(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{'|'.join(_MONTHS)})[a-z]*"
    r"(?:\s+(?P<year>(?:19|20)\d\d))?|(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>(?:20)?\d\d))\b",
    re.IGNORECASE,
)
_AGE = regex(r"\b(?:aged?\s+(?P<age>\d{1,2})|(?P<years>\d{1,2})[ -]years?(?:[ -]olds?)?)\b", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth")
_ONES = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""".split()  # noqa: SIM905
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_WORDS = {word: n for n, word in enumerate(_ONES, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 3)}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A number as typed.

    Attributes:
        start: where it begins in the query.
        end: where it ends.
        phrases: how the index may hold it, the likeliest first, with weights up to 1.
        beginnings: phrases whose last part may go on, with weights.
        low: for a sum, the smallest that rounds to it; None where the phrases say all.
        high: the first one that no longer does.
        share: it is a percentage.
    """

    start: int
    end: int
    phrases: tuple[tuple[str, float], ...]
    beginnings: tuple[tuple[str, float], ...] = ()
    low: float | None = None
    high: float = 0.0
    share: bool = False

    def find(self, text: str) -> tuple[tuple[int, int], ...]:
        """Where a text holds a number that rounds to this one; nothing where the phrases say all."""
        if self.low is None:
            return ()
        found: list[tuple[int, int]] = []
        for number in (_SHARE if self.share else _SUM).finditer(text):
            value = float(number["number"].replace(",", ""))
            unit = None if self.share else number["unit"]
            scales = (_SCALE[unit.casefold()],) if unit else (0,) if self.share else (0, 3, 6)
            if any(self.low <= value * 10**scale < self.high for scale in scales):
                found.append(number.span())
        return tuple(found)


def read_numbers(query: str) -> tuple[Quoted, ...]:
    """Find the numbers of a query that can be written in more than one way, in order."""
    found: list[Quoted] = []
    for read in (_years, _dates, _quarters, _shares, _sums, _ages, _number_words):
        for quoted in read(query):
            if all(quoted.end <= other.start or quoted.start >= other.end for other in found):
                found.append(quoted)
    return tuple(sorted(found, key=lambda quoted: quoted.start))


def _years(query: str) -> Iterator[Quoted]:
    for found in _YEARS.finditer(query):
        first, last = found["first"], found["last"][-2:]
        if int(last) == (int(first) + 1) % 100:
            phrases = (f"{first} {last}", f"{first} 20{last}", f"{first[2:]} {last}")
            yield Quoted(*found.span(), tuple((phrase, 1.0 - 0.1 * n) for n, phrase in enumerate(phrases)))


def _dates(query: str) -> Iterator[Quoted]:
    for found in _DATE.finditer(query):
        day = int(found["day"] or found["d"])
        month = _MONTHS.index(found["month"].casefold()) + 1 if found["month"] else int(found["m"])
        if not (1 <= day <= 31 and 1 <= month <= 12):
            continue
        year = found["year"] or found["y"] or ""
        year = f"20{year}" if len(year) == 2 else year
        name = _MONTH_NAMES[month - 1]
        ordinal = f"{day}{_ending(day)}"
        spelt = [f"{ordinal} {name}", f"{day} {name}", f"{ordinal} of {name}", f"{day} {name[:3]}"]
        if year:
            exact = [f"{phrase} {year}" for phrase in spelt]
            exact += [
                f"{day:02} {month:02} {year}",
                f"{day} {month} {year}",
                f"{day:02} {month:02} {year[2:]}",
            ]
            weights = [(phrase, 1.0) for phrase in exact] + [(phrase, 0.5) for phrase in spelt[:2]]
        else:
            weights = [(phrase, 1.0) for phrase in spelt]
        yield Quoted(*found.span(), tuple(dict.fromkeys(weights)))


def _ending(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _quarters(query: str) -> Iterator[Quoted]:
    for found in _QUARTER.finditer(query):
        said = (found["short"] or found["number"] or found["word"]).casefold()
        number = int(said[0]) if said[0].isdigit() else _WORDS.get(said) or _ORDINALS.index(said) + 1
        word = _ORDINALS[number - 1]
        phrases = (f"q{number}", f"quarter {number}", f"{word} quarter", f"{number}{_ending(number)} quarter")
        yield Quoted(*found.span(), tuple((phrase, 1.0) for phrase in phrases))


def _shares(query: str) -> Iterator[Quoted]:
    for found in _SHARE.finditer(query):
        low, high, digits = _rounding(found["number"])
        whole, _, decimals = found["number"].partition(".")
        exact = f"{whole} {decimals}" if decimals.strip("0") else whole
        zero = ((f"{whole} 0", 1.0),) if not decimals.strip("0") else ()
        yield Quoted(
            *found.span(),
            ((exact, 1.0), *zero),
            _beginnings(low, digits, 0.8),
            low=low,
            high=high,
            share=True,
        )


def _sums(query: str) -> Iterator[Quoted]:
    for found in _SUM.finditer(query):
        number, unit = found["number"], found["unit"]
        money = found[0].startswith("£")
        if not unit and not money and "," not in number and "." not in number and len(number) < 4:
            continue
        if not unit and not money and ("." in number or 1900 <= float(number.replace(",", "")) <= 2100):
            continue  # a paragraph or a year
        plain = number.replace(",", "")
        scale = _SCALE[unit.casefold()] if unit else 0
        yield _sum(found.span(), plain, scale)


def _sum(span: tuple[int, int], number: str, scale: int) -> Quoted:
    """A sum of money or a count, with the spellings of what rounds to it."""
    low, high, digits = _rounding(number)
    value = round(float(number) * 10**scale)
    spelt = {_groups(f"{value:,}"), str(value)}
    for zeros, units in ((9, ("bn", "billion")), (6, ("m", "million")), (3, ("k", "000"))):
        if value >= 10 ** (zeros - 1) and scale:
            short = (
                f"{value / 10**zeros:.{digits}f}".rstrip("0").rstrip(".")
                if digits
                else f"{value / 10**zeros:g}"
            )
            spelt |= {_groups(f"{short}{units[0]}"), _groups(f"{short} {units[1]}")}
    beginnings = _beginnings(low, digits, 1.0) if scale else ()
    ordered = sorted(spelt, key=len)
    return Quoted(
        *span, tuple((phrase, 1.0) for phrase in ordered), beginnings, low * 10**scale, high * 10**scale
    )


def _rounding(number: str) -> tuple[float, float, int]:
    """The smallest number that rounds to one, the first that no longer does, and its decimals."""
    digits = len(number.partition(".")[2])
    half = 0.5 * 10**-digits
    return float(number) - half, float(number) + half, digits


def _beginnings(low: float, digits: int, weight: float) -> tuple[tuple[str, float], ...]:
    """The ten beginnings, one decimal longer, of what rounds to a number."""
    steps = range(10)
    more = (f"{max(low, 0.0) + step * 10 ** -(digits + 1) + 1e-9:.{digits + 2}f}"[:-1] for step in steps)
    return tuple((_groups(text), weight) for text in dict.fromkeys(more))


def _groups(number: str) -> str:
    return re.sub(r"[.,\s]+", " ", number).strip()


def _ages(query: str) -> Iterator[Quoted]:
    for found in _AGE.finditer(query):
        age = found["age"] or found["years"]
        phrases = (f"{age} year olds", f"{age} years", f"aged {age}", f"age {age}", f"age of {age}", age)
        weights = (1.0, 1.0, 1.0, 1.0, 1.0, 0.4)
        yield Quoted(*found.span(), tuple(zip(phrases, weights, strict=True)))


def _number_words(query: str) -> Iterator[Quoted]:
    for found in re.finditer(r"\b[a-z]+(?:[ -][a-z]+)?\b", query.casefold()):
        tens, _, units = found[0].replace("-", " ").partition(" ")
        value = _WORDS.get(tens, 0) + (_WORDS.get(units, 0) if _WORDS.get(tens, 0) >= 20 else 0)
        if _WORDS.get(tens, 0) >= 5:
            word = tens if value == _WORDS[tens] else f"{tens} {units}"
            yield Quoted(found.start(), found.start() + len(word), ((word, 1.0), (str(value), 0.9)))
    for found in re.finditer(r"(?<![\d.,/£-])\d{1,2}(?![\d.,/%-])\b", query):
        if spelt := _spelt(int(found[0])):
            yield Quoted(*found.span(), ((found[0], 1.0), (spelt, 0.9)))


def _spelt(value: int) -> str:
    """A number up to ninety-nine in words, as the index holds them."""
    if value > 20 and value % 10:
        return f"{_spelt(value - value % 10)} {_spelt(value % 10)}"
    return next((word for word, number in _WORDS.items() if number == value), "")
