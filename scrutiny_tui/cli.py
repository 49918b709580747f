"""The command line: what scripts and people call without opening the app.

With `--json` a command prints one JSON document on standard output and nothing else; messages and
progress go to standard error. Everything heavy is imported inside the commands, so that help is instant.
"""

from __future__ import annotations

import click

from scrutiny_tui import __version__
from scrutiny_tui.late_commands import LateGroup
from scrutiny_tui.opening import open_app
from scrutiny_tui.options import Options, common
from scrutiny_tui.services.clock import Clock

_OF_MODULES = {
    "demo_cli": {"demo": "demo"},
    "packs_cli": {"import": "import_", "show": "show"},
    "finding_cli": {"search": "search", "topics": "topics", "actions": "actions"},
    "questions_cli": {"questions": "questions"},
    "deadlines_cli": {"deadlines": "deadlines", "plan": "plan"},
    "register_cli": {"register": "register"},
    "today_cli": {"today": "today", "notes": "notes"},
    "agenda_cli": {"agenda": "agenda", "read": "read"},
    "brief_cli": {"brief": "brief"},
    "earlier_cli": {"earlier": "earlier"},
    "papers_cli": {"attach": "attach", "fetch": "fetch", "purge": "purge"},
    "upkeep_cli": {"backup": "backup", "restore": "restore", "doctor": "doctor"},
    "cli_semantic": {"semantic": "semantic"},
    "serve_cli": {"serve": "serve"},
    "help_cli": {"completion": "completion", "help": "help_"},
}
PLACES = {
    command: (f"scrutiny_tui.{module}", called)
    for module, commands in _OF_MODULES.items()
    for command, called in commands.items()
}


@click.group(
    cls=LateGroup,
    places=PLACES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="scrutiny")
@common
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Prepare council scrutiny meetings: read report packs, find earlier discussion, ask in time.

    Without a command the app opens.
    """
    options = ctx.ensure_object(Options)
    if ctx.invoked_subcommand is None:
        open_app(options.find_home(), Clock(options.today))
