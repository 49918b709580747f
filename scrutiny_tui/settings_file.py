"""Writing the settings: a commented file at first, later one value at a time; a person's own words stay.

A file that is not understood is never written over.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from scrutiny_tui.config import Settings, settings_of
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import write_whole

Value = str | int | bool

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

# How long a line of running text may be in the reader, in letters (40 to 160).
# measure = 76

# Which keys move about in lists and in the reader: "arrows" only, "vim" (j k h l, g, G, ctrl+d, ctrl+u
# and : for the commands), or "both".
# key_style = "both"

# "ascii" draws every mark and line in plain letters; "auto" does where the terminal has no others.
# glyphs = "auto"

# Nothing slides or blinks.
# reduced_motion = false

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

# Keys of your own, by the name of what they do; press i in the app's help (?) to see the names.
# Several keys are divided by commas; "" takes the key away.
# [keys]
# "meeting.next" = "n,right"
# "reader.explain" = "K"
"""


def write_first_settings(path: Path) -> None:
    """Leave a commented file for a person to edit, where there is none; failing to does no harm."""
    try:
        with open(path, "x", encoding="utf-8", opener=_privately) as file:
            file.write(FIRST_FILE)
    except OSError:
        return


def change_settings(path: Path, changes: Mapping[str, Value]) -> Settings:
    """Set some values in the file and leave all else as it stands there, comments and order too.

    Raises:
        ServiceError: the file is not understood as it is, a value is no such setting, or it cannot be
            written; the file is as it was.
    """
    target = Path(os.path.realpath(path))
    try:
        text = target.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        text = FIRST_FILE
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ServiceError(f"The settings in {path} cannot be read ({why}). Nothing was changed.") from error
    settings_of(text, path)
    for name, value in changes.items():
        text = _with_value(text, name, value)
    settings = settings_of(text, path)
    write_whole(target, text.encode())
    return settings


def _with_value(text: str, name: str, value: Value) -> str:
    """The file's text with one value changed, set where its example stands, or added before the tables."""
    import tomlkit

    document = tomlkit.parse(text)
    if name in document:
        document[name] = value
        return tomlkit.dumps(document)
    line = f"{name} = {tomlkit.item(value).as_string()}"
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    head, tables = (text[: table.start()], text[table.start() :]) if table else (text, "")
    example = re.compile(rf"^#[ \t]*{name}[ \t]*=[^\r\n]*", re.MULTILINE)
    if example.search(head):
        return example.sub(lambda _: line, head, count=1) + tables
    ends = "\r\n" if "\r\n" in text else "\n"
    between = ends if head and not head.endswith("\n") else ""
    return f"{head}{between}{line}{ends}{tables}"


def _privately(path: str, flags: int) -> int:
    """Make a file that only its owner reads: it holds a name and an address."""
    return os.open(path, flags, 0o600)
