"""A sentence model run by onnxruntime: its folder's tokenizer, its network, the mean over the words.

Of a passage the model reads the first 256 tokens, as sentence models of this family were trained to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scrutiny_tui.services.errors import ServiceError

LONGEST = 256
"""Tokens of a text that are read."""
AT_ONCE = 16
_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}


class ModelFailed(ServiceError):
    """A model could not be loaded or gave no vectors."""


class OnnxEncoder:
    """Turns texts into vectors.

    Attributes:
        model: a hash of the model's files.
    """

    def __init__(self, network: Path, tokenizer: Path, model: str, threads: int = 0) -> None:
        """Load a model.

        Args:
            network: its ONNX file.
            tokenizer: its `tokenizer.json`.
            model: what to call it.
            threads: how many processors it may use; 0 for all.

        Raises:
            ModelFailed: the extra is not installed, or the files are no such model.
        """
        try:
            import numpy
            import onnxruntime
            from tokenizers import Tokenizer
        except ImportError as error:
            raise ModelFailed(
                f"Search by meaning needs {error.name}: install Scrutiny with its extra [semantic]."
            ) from error
        self.model = model
        self._numpy = numpy
        with _said_of(f"{tokenizer} is no tokenizer"):
            self._tokenizer = Tokenizer.from_file(str(tokenizer))
            self._tokenizer.enable_truncation(LONGEST)
            self._tokenizer.enable_padding()
        with _said_of(f"{network} is no model that can be run"):
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            # Threads that spin while they wait take the processor from everything else.
            options.add_session_config_entry("session.intra_op.allow_spinning", "0")
            options.log_severity_level = 4  # what goes wrong is raised; nothing else is a person's business
            self._session = onnxruntime.InferenceSession(
                str(network), options, providers=["CPUExecutionProvider"]
            )
        self._inputs = {given.name for given in self._session.get_inputs()}
        if "input_ids" not in self._inputs or not self._inputs <= _INPUTS:
            asks = ", ".join(sorted(self._inputs))
            raise ModelFailed(f"{network} is no sentence model: it asks for {asks}, not for input_ids.")

    def knows(self, word: str) -> bool:
        """Say whether a word is one piece to the tokenizer."""
        return self._tokenizer.token_to_id(word) is not None

    def encode(self, texts: Sequence[str]) -> tuple[bytes, ...]:
        """Give each text's vector as signed bytes. Raises `ModelFailed` where the model gives none."""
        vectors: dict[int, bytes] = {}
        by_length = sorted(range(len(texts)), key=lambda place: len(texts[place]))  # less padding
        for start in range(0, len(by_length), AT_ONCE):
            places = by_length[start : start + AT_ONCE]
            vectors |= zip(places, self._batch([texts[place] for place in places]), strict=True)
        return tuple(vectors[place] for place in range(len(texts)))

    def _batch(self, texts: Sequence[str]) -> list[bytes]:
        numpy = self._numpy
        with _said_of("The model gave no vectors"):
            tokens = self._tokenizer.encode_batch([text or " " for text in texts])
            given = {
                "input_ids": [one.ids for one in tokens],
                "attention_mask": [one.attention_mask for one in tokens],
                "token_type_ids": [one.type_ids for one in tokens],
            }
            arrays = {name: numpy.array(given[name], dtype=numpy.int64) for name in self._inputs}
            out = self._session.run(None, arrays)[0]
            if out.ndim == 3:  # a vector a token: their mean over the text
                mask = numpy.array(given["attention_mask"], dtype=out.dtype)[..., None]
                out = (out * mask).sum(1) / numpy.maximum(mask.sum(1), 1)
            if out.ndim != 2 or len(out) != len(texts) or not numpy.isfinite(out).all():
                raise ValueError(f"an answer of shape {out.shape}")
            largest = numpy.maximum(abs(out).max(1, keepdims=True), 1e-9)
            return [row.tobytes() for row in numpy.rint(out / largest * 127).astype(numpy.int8)]


@contextmanager
def _said_of(what: str) -> Iterator[None]:
    """Turn whatever a model's libraries raise, which has no common root, into one sentence."""
    try:
        yield
    except Exception as error:
        first = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise ModelFailed(f"{what} ({first[:160]}). Install a whole model folder.") from error
