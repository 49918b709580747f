"""Downloads a paper an agenda item links to: on the member's word, within bounds, to a private file.

The server is a stranger: the size is counted while it comes, the kind told by its first bytes, every
redirect looked at before it is followed.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import re
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from imports.patterns import regex
from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import NEW_AND_PRIVATE
from scrutiny_tui.services.scratch import scratch_folder

if TYPE_CHECKING:
    import httpx

LARGEST = 256 * 1024 * 1024
MOST_REDIRECTS = 5
SECONDS = 30.0
OVERALL = 600.0
_LONGEST_NAME = 200
"""Bytes; systems allow 255."""
_TYPES = regex(
    r"(?:application/(?:pdf|x-pdf|octet-stream|xml|xhtml\+xml|msword|vnd\.|download|force-download|zip)"
    r"|binary/|text/(?:html|plain|xml))",
    re.IGNORECASE,
)

_PAGE = regex(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<!--.{0,400}?-->\s*+)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_LOOKED_AT = 1024
_PAPERS = (".pdf", ".docx", ".doc", ".rtf", ".xlsx", ".xls", ".pptx", ".ppt", ".odt", ".zip")


class FetchFailed(ServiceError):
    """A paper could not be downloaded; nothing of it was kept."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A paper that was downloaded: where it lies now, where it came from, over which addresses."""

    path: Path
    url: str
    redirects: tuple[str, ...]
    size: int


def host_of(url: str) -> str:
    """The server an address names, for a person to see before anything is sent there.

    Raises:
        FetchFailed: it is no address of the web.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchFailed(f"{url[:200]} is no address ({error}).") from error
    if parts.scheme not in ("http", "https") or not host:
        raise FetchFailed(f"{url[:200]} is no address of the web (http or https), so it was not asked for.")
    if parts.username or parts.password:
        raise FetchFailed(f"The address on {host} holds a name or password, so it was not asked for.")
    return f"{host}:{port}" if port else host


@asynccontextmanager
async def fetched(url: str, largest: int = LARGEST) -> AsyncGenerator[Fetched, None]:
    """Download one paper for as long as the block runs.

    Args:
        url: its address.
        largest: bytes it may have.

    Raises:
        FetchFailed: there is no network, the server refuses, or it is no paper; the text says which.
    """
    import httpx

    host = host_of(url)
    async with AsyncExitStack() as held:
        try:
            folder = held.enter_context(scratch_folder())
            async with (
                asyncio.timeout(OVERALL),
                httpx.AsyncClient(timeout=SECONDS, follow_redirects=False, trust_env=True) as client,
            ):
                got = await _follow(client, url, folder, largest)
        except TimeoutError as error:
            raise FetchFailed(f"{host} took too long; try again later.") from error
        except OSError as error:
            why = error.strerror or error
            raise FetchFailed(f"What {host} sent could not be kept ({why}); free some space.") from error
        except httpx.TimeoutException as error:
            raise FetchFailed(f"{host} did not answer in time; try again later.") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            why = str(error) or type(error).__name__
            raise FetchFailed(f"{host} could not be reached ({why}); is there a network?") from error
        yield got


async def _follow(client: httpx.AsyncClient, url: str, folder: Path, largest: int) -> Fetched:
    """Ask for an address and for those it sends on to."""
    redirects: list[str] = []
    at = url
    while True:
        async with client.stream("GET", at, headers={"Accept": "*/*", "User-Agent": "scrutiny"}) as answer:
            if answer.is_redirect:
                to = _address(at, answer.headers.get("location", ""))
                if urlsplit(at).scheme == "https" and urlsplit(to).scheme != "https":
                    raise FetchFailed(
                        f"{host_of(at)} sends on to {to[:200]}, which is not secure; not followed."
                    )
                redirects.append(to)
                if len(redirects) > MOST_REDIRECTS:
                    raise FetchFailed(
                        f"{host_of(url)} sends on and on; open the address in a browser instead."
                    )
                at = to
                continue
            if answer.status_code != 200:
                raise FetchFailed(
                    f"{host_of(at)} answered {answer.status_code} for {at[:200]}; nothing was kept."
                )
            kind = answer.headers.get("content-type", "application/octet-stream")
            if not _TYPES.match(kind.strip()):
                raise FetchFailed(f"{at[:200]} is {kind[:60]}, which is no paper; nothing was kept.")
            path = folder / _file_name(at, answer.headers.get("content-disposition", ""))
            size = await _save(answer, path, largest, at)
            if _is_page_instead(path, kind, url, at):
                raise FetchFailed(
                    f"{host_of(at)} sent a web page instead of the paper; open the address in a browser, "
                    "save the paper and attach it."
                )
            return Fetched(path, at, tuple(redirects), size)


def _address(at: str, said: str) -> str:
    """Where a server sends on to.

    Raises:
        FetchFailed: that is no address of the web, or one inside a private network.
    """
    try:
        to = urljoin(at, said)
    except ValueError as error:
        raise FetchFailed(f"{host_of(at)} sends on to {said[:200]}, which is no address.") from error
    host_of(to)
    if _is_private(to) and not _is_private(at):
        raise FetchFailed(f"{host_of(at)} sends on to {to[:200]}, which is no public place; not followed.")
    return to


def _is_private(url: str) -> bool:
    """Whether an address names this machine, or one of a private network, and not a server of the web."""
    host = urlsplit(url).hostname or ""
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))


async def _save(answer: httpx.Response, path: Path, largest: int, url: str) -> int:
    """Write an answer to a file only its owner can read; gives its size.

    Raises:
        FetchFailed: it is larger than a paper may be, or empty.
    """
    said = answer.headers.get("content-length", "0")
    if said.isdecimal() and int(said) > largest:
        raise FetchFailed(f"{url[:200]} is larger than {largest >> 20} MB; nothing was kept.")
    size = 0
    handle = os.open(path, NEW_AND_PRIVATE, 0o600)
    with os.fdopen(handle, "wb") as file:
        async for piece in answer.aiter_bytes(1 << 16):
            size += len(piece)
            if size > largest:
                raise FetchFailed(f"{url[:200]} is larger than {largest >> 20} MB; nothing was kept.")
            file.write(piece)
    if not size:
        raise FetchFailed(f"{url[:200]} is empty; ask the clerk for the paper.")
    return size


def _is_page_instead(path: Path, kind: str, *addresses: str) -> bool:
    """Whether a server sent a page, such as one to log in on, where a paper was asked for."""
    with path.open("rb") as file:
        is_page = _PAGE.match(file.read(_LOOKED_AT)) is not None
    said = any(PurePosixPath(urlsplit(address).path).suffix.lower() in _PAPERS for address in addresses)
    return is_page and (said or not kind.lower().lstrip().startswith(("text/", "application/x")))


def _file_name(url: str, disposition: str) -> str:
    """A plain name for the file: what the server calls it, else the end of the address."""
    said = re.search(r"filename\*?=(?:UTF-8'')?\"?([^\";]+)", disposition, re.IGNORECASE)
    name = unquote(said[1]) if said else PurePosixPath(unquote(urlsplit(url).path)).name
    name = re.sub(r"[^\w .,()&'-]", "_", name.replace("\\", "/").rpartition("/")[2]).strip(" .")
    return name.encode()[-_LONGEST_NAME:].decode(errors="ignore") or "paper"
