"""A sentence model of a few words, written by hand: real files that onnxruntime and tokenizers read.

Its network looks each word's vector up; words of one meaning have the same one. Only as much of ONNX's
protocol buffers is written as that needs: github.com/onnx/onnx, onnx/onnx.proto.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path

MEANINGS = (
    *(("police", "cops", "constable"), ("school", "classroom", "pupils"), ("river", "flood", "dredging")),
    *(("pay", "wages"), ("road", "pothole"), ("tree", "hedge"), ("the", "of", "a", "on", "and", ".")),
)
DIMENSION = len(MEANINGS) + 1


def write_model(folder: Path, *, hidden_size: int = DIMENSION, onnx: str = "model.onnx") -> Path:
    """Write a model folder in the official layout."""
    words = [word for meaning in MEANINGS for word in meaning]
    vocab = {"[PAD]": 0, "[UNK]": 1} | {word: place for place, word in enumerate(words, 2)}
    rows = [[0.0] * DIMENSION, [0.0] * (DIMENSION - 1) + [0.2]]
    rows += [
        _row(at, 0.2 if "the" in meaning else 1.0) for at, meaning in enumerate(MEANINGS) for _ in meaning
    ]
    (folder / onnx).parent.mkdir(parents=True, exist_ok=True)
    (folder / onnx).write_bytes(network(rows))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(vocab)), encoding="utf-8")
    (folder / "config.json").write_text(json.dumps({"hidden_size": hidden_size}), encoding="utf-8")
    return folder


def network(rows: Sequence[Sequence[float]], asks: str = "input_ids") -> bytes:
    """Give an ONNX model that looks up a row for each number it is given."""
    values = b"".join(struct.pack("<f", value) for row in rows for value in row)
    table = _number(1, len(rows)) + _number(1, len(rows[0])) + _number(2, 1) + _bytes(8, b"table")
    node = (
        _bytes(1, b"table")
        + _bytes(1, asks.encode())
        + _bytes(2, b"last_hidden_state")
        + _bytes(4, b"Gather")
    )
    graph = _bytes(1, node) + _bytes(2, b"tiny") + _bytes(5, table + _bytes(9, values))
    graph += _bytes(11, _value(asks, 7, ("b", "s"))) + _bytes(
        12, _value("last_hidden_state", 1, ("b", "s", "d"))
    )
    return _number(1, 7) + _bytes(7, graph) + _bytes(8, _bytes(1, b"") + _number(2, 13))


def _row(at: int, size: float) -> list[float]:
    return [size if place == at else 0.0 for place in range(DIMENSION)]


def _tokenizer(vocab: dict[str, int]) -> dict[str, object]:
    return {
        "version": "1.0",
        **dict.fromkeys(("truncation", "padding", "post_processor", "decoder")),
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "model": {"type": "WordLevel", "vocab": vocab, "unk_token": "[UNK]"},
    }


def _value(name: str, kind: int, dimensions: Sequence[str]) -> bytes:
    shape = b"".join(_bytes(1, _bytes(2, dimension.encode())) for dimension in dimensions)
    return _bytes(1, name.encode()) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
