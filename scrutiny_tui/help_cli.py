"""`scrutiny help` and `scrutiny completion`: what the commands say of themselves, to people and to shells."""

from __future__ import annotations

import click

from scrutiny_tui import __version__

_SHELLS = ("bash", "zsh", "fish")


@click.command("help")
@click.argument("command", nargs=-1)
@click.option("--man", is_flag=True, help="Print the manual page: scrutiny help --man | man -l -")
@click.pass_context
def help_(ctx: click.Context, command: tuple[str, ...], man: bool) -> None:
    """Explain a COMMAND; without one, list them all."""
    root = ctx.find_root()
    group = root.command
    assert isinstance(group, click.Group)
    if man:
        from scrutiny_tui.man_page import man_page

        click.echo(man_page(group, __version__), nl=False)
        return
    here: click.Context = click.Context(group, info_name="scrutiny")
    for name in command:
        within = here.command
        found = within.get_command(here, name) if isinstance(within, click.Group) else None
        if found is None:
            raise click.UsageError(f"There is no command {' '.join(command)!r}. See scrutiny help.")
        here = click.Context(found, info_name=name, parent=here)
    click.echo(here.get_help())


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes a SHELL complete commands, options, meetings and items.

    Keep what it prints where the shell looks: for bash in
    ~/.local/share/bash-completion/completions/scrutiny, for fish in
    ~/.config/fish/completions/scrutiny.fish, for zsh as _scrutiny in a folder of $fpath.
    """
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    click.echo(made(ctx.find_root().command, {}, "scrutiny", "_SCRUTINY_COMPLETE").source())
