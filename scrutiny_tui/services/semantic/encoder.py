"""What search by meaning needs of a model, and what a passage is to it."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from db.models.passages import WordsOfPassage

KEY_BYTES = 16


class Encoder(Protocol):
    """Turns texts into vectors, so that texts of like meaning lie near each other."""

    @property
    def model(self) -> str:
        """Tells this model's vectors from any other's: a hash of its files."""

    def knows(self, word: str) -> bool:
        """Say whether a folded word is one of the model's own: no slip of the pen is."""

    def encode(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """Give each text's vector: a signed byte for each dimension, the largest of them 127.

        Raises:
            ModelFailed: the model could not do it.
        """


def text_of(passage: WordsOfPassage) -> str:
    """Give what the model reads of a passage."""
    return f"{passage.heading}. {passage.text}" if passage.heading else passage.text


def key_of(model: str, text: str) -> bytes:
    """Give the key a model's vector of a text is cached under."""
    return blake2b(
        text.encode(errors="replace"), digest_size=KEY_BYTES, key=bytes.fromhex(model)[:32]
    ).digest()
