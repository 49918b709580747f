"""Addresses in a paper's text: where they stand and, before anything is opened, where they really go."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

_ADDRESS = re.compile(
    r"https?://[^\s<>\"'“”‘’\x00-\x20\\]+|mailto:[^\s<>\"'“”‘’]+|www\.[\w-]+(?:\.[\w-]+)+[^\s<>\"'“”‘’\\]*"
    r"|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
# A browser takes `\` for `/`, so it must not stand before an `@`: see `_ADDRESS`. These four letters of a
# host go one way by the older rule (IDNA 2003, Python's) and another by the newer (a browser's).
_READ_TWO_WAYS = frozenset("ßς\u200c\u200d")
_SCHEMES = frozenset({"http", "https", "mailto"})
_SIGNS = ("@", "://", "mailto:", "www.")
"""One of these is in every address: a text without is not looked through."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address at (start, end) of a text; `goes_to` is what would be opened."""

    start: int
    end: int
    goes_to: str

    @property
    def where(self) -> str:
        """The one thing to check before following it: the host, in ASCII, or who gets the mail."""
        parts = urlsplit(self.goes_to)
        if parts.scheme == "mailto":
            return parts.path
        host = parts.hostname or ""
        if _READ_TWO_WAYS & set(host):
            return ascii(host)
        try:
            return host.encode("idna").decode()
        except UnicodeError:
            return ascii(host)

    @property
    def doubt(self) -> str:
        """Why it may look like another address, in a clause; "" where nothing does."""
        parts = urlsplit(self.goes_to)
        if "@" in parts.netloc:
            return "what stands before the @ is not where it goes"
        host = (parts.hostname or "") if parts.netloc else parts.path.rpartition("@")[2].lower()
        if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
            return "it has letters that may look like others: compare it with the council's own"
        return ""

    def made_whole(self, known: Collection[str]) -> Address:
        """This address as the paper links to it, where a page shows no more than how one link begins."""
        going_on = {one for one in known if one != self.goes_to and one.startswith(self.goes_to)}
        if self.goes_to in known or len(going_on) != 1:
            return self
        return replace(self, goes_to=_spelt_out(going_on.pop()) or self.goes_to)


@lru_cache(maxsize=256)
def addresses(text: str) -> tuple[Address, ...]:
    """All addresses in a text that may be followed: http, https and mailto, nothing else.

    They are kept: whoever draws a paragraph asks for each of its lines.
    """
    plain = text.lower()
    if not any(sign in plain for sign in _SIGNS):
        return ()
    found = []
    for match in _ADDRESS.finditer(text):
        words = match.group().rstrip(".,;:!?*_")
        while words.endswith(")") and words.count(")") > words.count("("):
            words = words[:-1].rstrip(".,;:!?")
        goes_to = _spelt_out(words)
        if goes_to is not None:
            found.append(Address(match.start(), match.start() + len(words), goes_to))
    return tuple(found)


def _spelt_out(words: str) -> str | None:
    """The whole address of what is printed, or None where it is none that may be followed."""
    lowered = words.lower()
    if lowered.startswith("www."):
        words = f"https://{words}"
    elif "@" in words and not lowered.startswith(("http://", "https://", "mailto:")):
        words = f"mailto:{words}"
    try:
        parts = urlsplit(words)
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not (parts.hostname or parts.path):
        return None
    if parts.scheme == "mailto":  # whom it goes to is what is shown: no copies to others, no attachment
        kept = [part for part in parts.query.split("&") if part.lower().startswith(("subject=", "body="))]
        return parts._replace(query="&".join(kept), fragment="").geturl()
    return words if parts.hostname else None
