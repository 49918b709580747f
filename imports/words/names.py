"""People's names in prose and in lists, as councils print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from imports.patterns import regex

HONORIFIC = (
    r"(?:Cllrs?|Councillors?|County Councillors?|Ald(?:erman)?|Dr|Mrs?|Ms|Miss|Mx|Prof(?:essor)?|Sir"
    r"|Dame|Lord|"
    r"Lady|Rev(?:erend|d)?|Canon|(?:Chief )?(?:Inspector|Superintendent)|Sergeant|ACC|Chief Constable)\.?"
)
_CAPITAL, _SMALL = "[A-ZÀ-ÖØ-Þ]", "[a-zà-öø-ÿ]"
_WORD_END = rf"{_SMALL}+(?:['’]{_SMALL}+)?(?:-{_CAPITAL}{_SMALL}+)*"
_NAME_WORD = rf"(?:Mc|Mac|O['’]|D['’])?{_CAPITAL}{_WORD_END}"
# The same where a word begins; its capital comes first, which is looked for much quicker.
_FIRST_NAME = rf"{_CAPITAL}(?<!\w{_CAPITAL})(?:(?:(?<=M)a?c|(?<=[OD])['’]){_CAPITAL})?{_WORD_END}"
_TITLED = regex(rf"{HONORIFIC}\s", re.IGNORECASE)
_NAME = regex(_NAME_WORD)
_NEXT_TITLE = regex(
    r"(?<=[a-zà-ÿ)])(?<!\bCounty)(?<!\bCity)(?<!\bTown)(?<!\bBorough)(?<!\bDistrict)(?<!\bParish)(?<!\bCty)"
    r"\s+(?=(?:Cllr|Councillor)\.?\s[A-Z])"
)
_TOKEN = regex(r"[^\s/,;&]+|[/,;&]")
_PARTICLES = frozenset(
    ("de", "da", "di", "van", "von", "der", "den", "la", "le", "al", "el", "ap", "St", "St.")
)
_CONNECTORS = frozenset({"/", ",", ";", "&", "and"})
_TITLES = frozenset(
    (
        *("Cllr", "Cllrs", "Councillor", "Councillors", "Dr", "Mr", "Mrs", "Ms", "Miss"),
        *("Prof", "Professor", "Sir", "Dame", "Lord", "Lady", "Rev", "Inspector", "Superintendent"),
    )
)
_BODIES = frozenset(
    ("Members", "Officers", "All", "Chair", "Chairman", "Chairperson", "Clerk", "Committee", "Cabinet")
)
_AND = regex(r"(?:\s+and|^\s*and|\s+&)\s+")
_OFFICE = regex(r"\b(?:for|of|the)\b")
POSTED = regex(
    r"\s*+(?:the |interim |acting |deputy |assistant |senior |principal ){0,5}(?:[A-Za-z&]+ ){0,4}"
    r"(?:director|head|officer|manager|advis[eo]r|consultant|solicitor|accountant"
    r"|chief executive|analyst|engineer"
    r"|clerk|assistant(?=\W*$)|team leader|secretary|auditor|co-?ordinator"
    r"|(?:executive|cabinet|lead) member|portfolio holder|leader(?= of|\s?\()|mayor(?=\W*$))\b",
    re.IGNORECASE,
)
# The post first: there are far fewer marks before one than capitals.
_INTRODUCED = regex(
    r"[,(–-]\s*(?:the\s+|interim\s+|acting\s+)?(?:[A-Z]\w+\s+){0,3}"
    r"(?:Director|Head|Officer|Manager|Advis[eo]r|Partner|Consultant|Lead|Principal|Chief|Solicitor"
    r"|Commissioner)"
)
_LAST_NAMED = regex(rf"({_FIRST_NAME}\s+{_NAME_WORD})\s*\Z")
_LONGEST_NAME = 80

# The commonest given names of British councillors and officers over some decades: enough to tell a
# column of people from a column of subjects, which is all they are used for.
_GIVEN = """
aaron adam adrian aisha alan alastair alex alexander alice alison allan amanda amy andie andrea
andrew andy angela anita ann anna anne anthony antony ashley barbara barry becky ben benjamin
bernadette beth betty bob brenda brian bridget carl carol carole caroline catherine cath charles
charlotte cheryl chris christine christopher claire clare clive colin craig daniel dan danielle
darren dave david dawn deborah debbie denise dennis derek diana diane donna dominic doreen dorothy
douglas duncan edward eileen elaine elizabeth ellen emily emma eric fiona frances frank fred gareth
gary gavin gemma geoff geoffrey george gerald gill gillian glenn gordon graham grace greg hannah
harry hayley hazel heather helen henry hilary howard hugh ian imran irene jack jackie jacqueline
jake james jan jane janet janice jason jayne jean jeff jennifer jenny jeremy jess jessica jill jim
jo joan joanna joanne joe john jonathan joseph joyce judith julia julian julie june karen karl kat
kate katherine kathleen kathryn kathy katie kay keith kelly ken kenneth kerry kevin kim kirsten
kirsty laura lauren leanne lee leslie lesley lewis liam linda lindsay lisa liz lorna lorraine louise
lucy luke lynn lynne maggie malcolm mandy marcus margaret maria marie marion mark martin mary matt
matthew maureen max megan mel melanie michael michelle mike mohammed mohammad muhammad natalie
natasha neil nicholas nick nicky nicola nigel nikki norman oliver olivia pam pamela pat patricia
patrick paul paula pauline penny pete peter phil philip phillip phoebe rachel ralph raymond rebecca
richard rita rob robert robin roger ron rosemary ross roy russell ruth sally sam samantha samuel
sandra sara sarah scott sean shaun sharon sheila shirley simon sophie stefan stella stephanie
stephen steve steven stuart sue susan suzanne sylvia tammy tanya teresa terry theresa thomas tim
timothy tina toby tom tony tracey tracy trevor ursula valerie vanessa vera veronica vicki victoria
vincent wayne wendy william yvonne zoe
abdul abigail adil aidan ailsa akua alasdair alun amara amina amir amit aneurin angharad angus anil
anwen arjun arthur asif ayesha babatunde bethan bilal bronwen callum carys catrin catriona cerys chloe
ciaran conor cormac deepak dewi dilys donald duncan dylan eirlys eleri ellie elin eoin euan ewan farah
fatima fergus finlay freya gaynor geraint gethin glyn gwen gwenda gwilym gwyn gwyneth hamish hassan huw
hywel ifan iona iain ibrahim ieuan imogen isla isobel ishbel ismail jamal jasmin javed kamal kamran
kenneth kirsteen kofi kwame lachlan llinos lowri mahmood mair mairi malik manjit megan mehmet meinir
mhairi mia mohan morag mustafa nadia nasreen neha ngozi nia niamh nina noor olu olumide omar osian owain
oluwaseun padraig parveen priya rafiq raj rajesh ravi rhian rhiannon rhodri rhys roisin rory rukhsana
saeed saima salma sanjay satnam sean seumas shabana shahid shazia sian siân sioned siobhan sunita sunil
surinder tariq tudor uma usha vikram wyn yasmin yusuf zahra zainab zara zoe
"""
GIVEN_NAMES = frozenset(_GIVEN.split())


def is_titled(text: str) -> bool:
    """Whether a text begins as a councillor's or another titled person's name does."""
    return _TITLED.match(text.strip()) is not None


def split_titled(text: str) -> list[str]:
    """Divide a line that holds several councillors with nothing between them ("Cllr A Hale Cllr B Roe")."""
    return _NEXT_TITLE.split(text)


def find_officers(text: str) -> set[str]:
    """The people a text introduces with their post ("Jo Bloggs, Head of Service")."""
    return set(_introduced(text))


@lru_cache(maxsize=8)
def _introduced(text: str) -> frozenset[str]:
    """The same, kept: a whole pack is asked for more than once."""
    posts = (post.start() for post in _INTRODUCED.finditer(text))
    named = (_LAST_NAMED.search(text, max(0, at - _LONGEST_NAME), at) for at in posts)
    return frozenset(re.sub(r"\s+", " ", found[1]) for found in named if found)


def is_people(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a text is only the names of people, parted by "/", "," or "and".

    Args:
        text: a cell or a line.
        known: names met elsewhere in the document, in lower case.
    """
    plain = re.sub(r"\s*\([^)]*\)", "", text).strip(" .")
    return bool(plain) and leading_people(plain, known) == plain


def leading_people(text: str, known: frozenset[str]) -> str:
    """The names a text begins with ("Jo Bloggs/Al Roe Done in May" gives "Jo Bloggs/Al Roe"), or ""."""
    tokens = list(_TOKEN.finditer(text))
    at, end = 0, 0
    while (after := _take_person(tokens, at, known)) > at:
        end = tokens[after - 1].end()
        at = after
        while at < len(tokens) and tokens[at][0] in _CONNECTORS:
            at += 1
        if at == after and not (at < len(tokens) and tokens[at][0] in _TITLES):
            break
    return text[:end].strip()


def trailing_people(text: str) -> str:
    """The names a text ends with ("Bus Service Review Jo Bloggs" gives "Jo Bloggs"), or ""."""
    words = text.split()
    for count in range(min(len(words) - 1, 7), 1, -1):
        tail = " ".join(words[-count:])
        if words[-count].casefold() in GIVEN_NAMES and is_people(tail):
            return tail
    return ""


def _take_person(tokens: list[re.Match[str]], at: int, known: frozenset[str]) -> int:
    """The token after the person that begins at `at`; `at` itself where none does."""
    words = [token[0] for token in tokens[at : at + 6]]
    titles = 0
    while titles < len(words) and words[titles].rstrip(".") in _TITLES:
        titles += 1
    rest = words[titles:]
    if not rest or not _NAME.fullmatch(rest[0]):
        return at
    last = next((n for n, word in enumerate(rest) if n and word not in _PARTICLES), 0)
    whole = " ".join(rest[: last + 1]).casefold()
    if last and _NAME.fullmatch(rest[last]) and (whole in known or rest[0].casefold() in GIVEN_NAMES):
        return at + titles + last + 1
    return at + titles + 1 if titles or rest[0] in _BODIES else at


def split_names(text: str) -> list[str]:
    """Divide a list in prose ("A (Chair), B and C") into names; offices keep their own "and"."""
    names: list[str] = []
    for part in _split_outside(text, ";" if ";" in text else ","):
        if names and POSTED.match(part):
            names[-1] = f"{names[-1]}, {part.strip()}"
        else:
            names.extend(_split_and(part))
    return [name for name in (_tidy(name) for name in names) if name]


def is_posted(text: str) -> bool:
    """Whether a line is one person with a post ("Jo Bloggs, Head of Service")."""
    parts = _split_outside(text, ",")
    return len(parts) == 2 and POSTED.match(parts[1]) is not None


def _split_outside(text: str, marks: str) -> list[str]:
    """Divide at marks that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for i, letter in enumerate(text):
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth = max(depth - 1, 0)
        elif letter in marks and not depth:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def _split_and(text: str) -> list[str]:
    """Divide at "and" and "&" outside brackets, but for those of an office ("Head of Roads and Parks")."""
    parts: list[str] = []
    start, seen, depth = 0, 0, 0
    for found in _AND.finditer(text):
        depth += text.count("(", seen, found.start()) - text.count(")", seen, found.start())
        seen = found.start()
        if depth or not text[found.end() : found.end() + 1].isupper():
            continue
        left = text[start : found.start()]
        if _OFFICE.search(re.sub(r"\([^)]*\)", "", left)):
            break
        parts.append(left)
        start = found.end()
    return [*parts, text[start:]]


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" .;:,-–")
    if name.casefold() in {"none", "n/a", "nil", "none received", "there were none", "no apologies", "and"}:
        return ""
    return re.sub(r"\(Vice ?Chair", "(Vice-Chair", name)


def with_title(names: Iterable[str], label: str) -> list[str]:
    """Give names listed under one shared title ("Councillors A, B and C") that title each."""
    titled = re.match(
        r"(?:(?:County|District|Borough|Parish)[ /]){0,2}(Councillor|Cllr)s\b", label, re.IGNORECASE
    )
    if not titled:
        return list(names)
    title = titled[1].capitalize()
    return [name if is_titled(name) else f"{title} {name}" for name in names]
