"""The manual page, made from the commands themselves: what they say of each other cannot differ."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date

import click

_EVERYWHERE = frozenset({"home", "today", "help"})
"""Options every command takes: told once."""
_FIRST = re.compile(r"^([.'])")

_AFTER = """\
.SH ENVIRONMENT
.TP
.B SCRUTINY_HOME
Where the two databases, the settings and the exports lie.
.TP
.B SCRUTINY_TODAY
Sets the app's clock, as
.BR \\-\\-today .
.TP
.B NO_COLOR
No colours.
.SH FILES
.TP
.I library.db
What councils published; can be rebuilt from the papers.
.TP
.I desk.db
What you wrote: questions, notes, marks, reading places.
.TP
.I settings.toml
Your settings, each explained beside it.
.PP
All three lie in the home folder, usually
.IR ~/.local/share/scrutiny .
.SH EXIT STATUS
0 done; 1 the work failed, with one line on standard error; 2 wrong usage; 130 interrupted.
"""


def man_page(group: click.Group, version: str) -> str:
    """Write the manual page of a program in roff."""
    ctx = click.Context(group, info_name="scrutiny")
    parts = [
        f'.TH SCRUTINY 1 "{date.today():%B %Y}" "scrutiny {_roff(version)}" "User Commands"',
        ".SH NAME",
        r"scrutiny \- prepare council scrutiny meetings in a terminal",
        ".SH SYNOPSIS",
        r".B scrutiny",
        r"[\fIOPTIONS\fR] [\fICOMMAND\fR [\fIARGUMENTS\fR]]",
        ".SH DESCRIPTION",
        *_prose(group.help or ""),
        ".SH OPTIONS",
        "These hold for every command too.",
        *_options(group, ctx),
        ".SH COMMANDS",
        *_commands(group, ctx),
    ]
    return "\n".join(parts) + "\n" + _AFTER


def _commands(group: click.Group, ctx: click.Context) -> Iterator[str]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None or command.hidden:
            continue
        own = click.Context(command, info_name=name, parent=ctx)
        yield f".SS {_roff(' '.join([own.command_path, *_usage(command, own)]))}"
        yield from _prose(command.help or "")
        yield from _options(command, own, _EVERYWHERE)
        if isinstance(command, click.Group):
            yield from _commands(command, own)


def _usage(command: click.Command, ctx: click.Context) -> list[str]:
    """The arguments a command takes; its options are listed below it."""
    return [word for word in command.collect_usage_pieces(ctx) if word != "[OPTIONS]"]


def _options(command: click.Command, ctx: click.Context, without: Container[str] = ()) -> Iterator[str]:
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record and isinstance(parameter, click.Option) and parameter.name not in without:
            yield ".TP"
            yield rf"\fB{_roff(record[0])}\fR"
            yield _roff(" ".join(record[1].split()))


def _prose(text: str) -> Iterator[str]:
    for number, paragraph in enumerate(re.split(r"\n\s*\n", text.strip())):
        if number:
            yield ".PP"
        yield _roff(" ".join(paragraph.split()))


def _roff(text: str) -> str:
    """Text in which roff obeys nothing."""
    return _FIRST.sub(r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))
