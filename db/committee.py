"""When two spellings name the same committee."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1024)  # a council's committees are few, and every meeting asks
def committee_key(name: str) -> str:
    """Reduce a committee's name to what its spellings share: case, spaces, punctuation and `&` aside."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ").casefold())
    return "".join(letter for letter in plain if letter.isalnum())
