"""The following process: `python -P -m scrutiny_tui.services.follow_worker HOME` keeps promises and topics.

It runs at the lowest priority beside the app, and says after every committee how far it is: `done total`, a
line. Ended at any moment it has lost one committee's work; it ends with the app.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from db.errors import StoreError
from db.store import Store
from imports.processes.dying import die_with_parent
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.followed import follow_up


def main(arguments: Sequence[str]) -> int:
    """Follow up the home named; 2 where none is named, 1 with a line on standard error where it failed."""
    if len(arguments) != 1:
        print("usage: python -P -m scrutiny_tui.services.follow_worker HOME", file=sys.stderr)
        return 2
    die_with_parent()
    if hasattr(os, "nice"):
        os.nice(19)
    try:
        store = Store.open(Path(arguments[0]))
        try:
            for done, total in follow_up(store):
                print(done, total, flush=True)
        finally:
            store.close()
    except BrokenPipeError:
        os._exit(0)  # the app went away
    except (StoreError, ServiceError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
