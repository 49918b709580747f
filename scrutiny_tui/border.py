"""The border of the command line: every error becomes one line on standard error and an exit status."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import StoreError
from scrutiny_tui.paths import Home, NoHome, find_home
from scrutiny_tui.plain import plain
from scrutiny_tui.services.errors import ServiceError

if TYPE_CHECKING:
    from scrutiny_tui.options import Options

FAILED = 1
INTERRUPTED = 130
_SAYS_MORE = {"SCRUTINY_TODAY", "_SCRUTINY_COMPLETE"}
"""What in the environment only the command line understands."""


def run(arguments: Sequence[str]) -> int:
    """Run one command, or open the app where there is none.

    Returns:
        0 done, 1 the work failed, 2 wrong usage, 130 interrupted.
    """
    _never_fail_to_print()
    home: Callable[[], Home] = partial(find_home, None)
    try:
        if not arguments and not _SAYS_MORE & os.environ.keys():
            from scrutiny_tui.opening import open_app  # the commonest way in does without a command line
            from scrutiny_tui.services.clock import Clock

            open_app(home(), Clock())
            return 0
        from scrutiny_tui.options import Options

        options = Options()
        home = options.find_home
        return _run_command(arguments, options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return FAILED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            _complain(_unexpected(error, home))
        else:  # the stores and the exports say themselves what was not written: this was the output
            _close_quietly()
            _complain(f"The output could not be written ({error.strerror}). Free some space and try again.")
    except (ServiceError, StoreError, NoHome) as error:
        _complain(str(error))
    except Exception as error:  # the last line of defence: a traceback must not reach a person
        _complain(_unexpected(error, home))
    return FAILED


def _run_command(arguments: Sequence[str], options: Options) -> int:
    import click

    from scrutiny_tui.cli import cli

    try:
        return _leave(cli.main(list(arguments), prog_name="scrutiny", standalone_mode=False, obj=options))
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED


def _leave(status: object) -> int:
    """Push out what is still buffered, so that a reader gone away is noticed here and not at exit."""
    if sys.stdout is not None:  # None where it was closed before the start
        sys.stdout.flush()
    return status if isinstance(status, int) else 0


def _complain(text: str) -> None:
    print(f"scrutiny: {plain(text)}", file=sys.stderr)


def _never_fail_to_print() -> None:
    """Print what a narrow character set cannot show as escapes, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def _close_quietly() -> None:
    """Send what is still buffered nowhere: Python would complain at exit about the closed pipe."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _shown(line: str) -> str:
    """A line of a log with nothing in it that a terminal would obey."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)


def _unexpected(error: Exception, find: Callable[[], Home]) -> str:
    what = f"something went wrong that should not ({type(error).__name__})"
    details = "\n".join(map(_shown, "".join(traceback.format_exception(error)).split("\n")))
    stamp = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n"
    for log in (find().log, Path(tempfile.gettempdir(), f"scrutiny-{os.getpid()}.log")):
        with suppress(OSError):
            handle = os.open(
                log, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0), 0o600
            )
            with os.fdopen(handle, "a", encoding="utf-8", errors="replace") as file:
                file.write(stamp + details + "\n")
            return f"{what}. Your data is as it was before; the details are in {log}: please report them."
    return f"{what}: {error}. Your data is as it was before; please report it."
