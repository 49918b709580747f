"""The filling process: `python -P -m scrutiny_tui.services.semantic.worker HOME THREADS` makes vectors.

It runs at the lowest priority, beside the app, from the latest passage to the first, and says after every
few how far it is: `done total`, a line. Ended at any moment it has lost a second's work at most; it ends by
itself when nobody reads what it says.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from db import library
from scrutiny_tui.paths import Home
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.guarding import GuardedStore
from scrutiny_tui.services.semantic.meaning import make_vectors
from scrutiny_tui.services.semantic.model_folder import load_model

if TYPE_CHECKING:
    from db.store import Store
    from scrutiny_tui.services.semantic.encoder import Encoder

AT_ONCE = 64
_LAST = 2**62


def main(arguments: Sequence[str]) -> int:
    """Fill the home named; 2 where none is named, 1 with a line on standard error where it failed."""
    if len(arguments) != 2 or not arguments[1].isdigit():
        print("usage: python -P -m scrutiny_tui.services.semantic.worker HOME THREADS", file=sys.stderr)
        return 2
    if hasattr(os, "nice"):
        os.nice(19)
    home = Home(Path(arguments[0]))
    try:
        encoder = load_model(home.model, int(arguments[1]))
        if encoder is None:
            raise ServiceError("No model is installed: scrutiny semantic install FOLDER does that.")
        store = GuardedStore.open(home.path)
        try:
            asyncio.run(fill(store, encoder, lambda done, total: print(done, total, flush=True)))
        finally:
            store.close()
    except BrokenPipeError:
        os._exit(0)  # the app went away
    except ServiceError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


async def fill(store: Store, encoder: Encoder, tell: Callable[[int, int], None]) -> None:
    """Make the vectors of all passages that have none, the latest first.

    Raises:
        ServiceError: they could not be made or kept.
    """
    await store.write(lambda db: library.begin_vectors(db, encoder.model))
    before = _LAST
    while True:
        tell(*await store.read(library.count_vectors))
        take = partial(library.passages_without_vector, before=before, limit=AT_ONCE)
        passages = await store.read(take)
        if not passages:
            break
        made = await store.read(partial(make_vectors, encoder=encoder, passages=passages))
        await store.write(partial(library.keep_vectors, model=encoder.model, rows=made))
        before = passages[-1].id
    await store.write(library.drop_unused_vectors)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
