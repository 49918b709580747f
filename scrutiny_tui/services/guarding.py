"""The stores as services use them: what fails there is said in the services' own errors.

So a screen that catches `ServiceError` has caught everything a journey can fail with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from db.errors import NotFound, StoreError
from db.store import Store
from scrutiny_tui.services.errors import NotThere, ServiceError

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")


class GuardedStore(Store):
    """A `Store` that raises `ServiceError`, and `NotThere` for a row that is gone."""

    async def read(self, work: Callable[[Database], T]) -> T:
        """Read on a reader thread.

        Raises:
            ServiceError: it could not be read; the text says why and what to do.
        """
        with _said_by_services():
            return await super().read(work)

    async def write(self, work: Callable[[Database], T]) -> T:
        """Write on the writer thread, whole or not at all.

        Raises:
            ServiceError: it could not be written and nothing of it was.
        """
        with _said_by_services():
            return await super().write(work)

    def write_now(self, work: Callable[[Database], T]) -> T:
        """Write and wait. Raises as `write` does."""
        with _said_by_services():
            return super().write_now(work)


@contextmanager
def _said_by_services() -> Iterator[None]:
    try:
        yield
    except NotFound as error:
        raise NotThere(str(error)) from error
    except StoreError as error:
        raise ServiceError(str(error)) from error
