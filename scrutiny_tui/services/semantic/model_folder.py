"""The model a person has: looked over in its folder, and copied into the home.

The layout is the one all-MiniLM-L6-v2 is published in: `tokenizer.json`, `config.json`, and `model.onnx`
beside them or under `onnx/`. Nothing is ever fetched.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.files import NEW_AND_PRIVATE
from scrutiny_tui.services.semantic.onnx_encoder import OnnxEncoder

NETWORKS = ("model.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx", "model_quantized.onnx")
LARGEST = 2_000_000_000
_CARD = "model.json"
_TRIAL = ("The committee asked about school places.", "Members wanted to know whether schools are full.")


class ModelRefused(ServiceError):
    """A folder holds no model that can be used; its text says what is missing."""


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model.

    Attributes:
        name: as its folder was called.
        hash: of its files, in hex.
        dimension: numbers in a vector.
    """

    name: str
    hash: str
    dimension: int


def install_model(folder: Path, home: Path) -> Model:
    """Look a model folder over, try the model, and copy what it takes into the home.

    Args:
        folder: where the model is.
        home: where it shall be; a model there is replaced when the new one is known to work.

    Raises:
        ModelRefused: it is not there, not whole, or no sentence model.
        ModelFailed: it cannot be run.
    """
    try:
        network, tokenizer, config = _files_of(folder)
        dimension = _dimension_of(config)
        _check_pooling(folder)
        model = Model(folder.resolve().name, _hash((network, tokenizer, config)), dimension)
    except OSError as error:
        raise ModelRefused(f"{folder} cannot be read ({error.strerror}). Name a model's folder.") from error
    _try_out(OnnxEncoder(network, tokenizer, model.hash), folder, dimension)
    part = home.with_name(home.name + ".part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700, parents=True)
        for path, name in ((network, "model.onnx"), (tokenizer, "tokenizer.json"), (config, "config.json")):
            _copy_privately(path, part / name)
        _write_privately(part / _CARD, json.dumps(asdict(model)))
        shutil.rmtree(home, ignore_errors=True)
        part.rename(home)
    except OSError as error:
        raise ModelRefused(f"The model could not be copied to {home} ({error.strerror}).") from error
    return model


def installed_model(home: Path) -> Model | None:
    """Give the model in the home; None where there is none that was wholly installed."""
    try:
        return Model(**json.loads((home / _CARD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def remove_model(home: Path) -> bool:
    """Remove the model from the home; says whether there was one.

    Raises:
        ModelRefused: it cannot be removed.
    """
    try:
        if was_there := home.exists():
            shutil.rmtree(home)
    except OSError as error:
        raise ModelRefused(f"{home} could not be removed ({error.strerror}).") from error
    return was_there


def load_model(home: Path, threads: int = 0) -> OnnxEncoder | None:
    """Make the installed model ready; None where none is installed.

    Raises:
        ModelFailed: it is damaged, or the extra is not installed.
    """
    model = installed_model(home)
    if model is None:
        return None
    return OnnxEncoder(home / "model.onnx", home / "tokenizer.json", model.hash, threads)


def _files_of(folder: Path) -> tuple[Path, Path, Path]:
    """Find the network, the tokenizer and the configuration.

    Raises:
        ModelRefused: one of them is not there.
    """
    if not folder.is_dir():
        raise ModelRefused(f"{folder} is no folder. Name the folder the model was downloaded to.")
    network = next((folder / name for name in NETWORKS if (folder / name).is_file()), None)
    missing = [name for name in ("tokenizer.json", "config.json") if not (folder / name).is_file()]
    if network is None:
        missing.insert(0, "model.onnx (or onnx/model.onnx)")
    if network is None or missing:
        raise ModelRefused(
            f"{folder} holds no {' and no '.join(missing)}. A model folder such as all-MiniLM-L6-v2's has "
            "model.onnx, tokenizer.json and config.json: download it whole."
        )
    if network.stat().st_size > LARGEST:
        raise ModelRefused(f"{network} is larger than a sentence model is (2 GB): choose a small one.")
    return network, folder / "tokenizer.json", folder / "config.json"


def _dimension_of(config: Path) -> int:
    """Read how many numbers a vector has.

    Raises:
        ModelRefused: the file does not say.
    """
    dimension = _read_json(config).get("hidden_size")
    if not isinstance(dimension, int) or not 0 < dimension <= 4096:
        raise ModelRefused(f"{config} names no hidden_size between 1 and 4096: it is of no sentence model.")
    return dimension


def _check_pooling(folder: Path) -> None:
    """Refuse a model that says its vector is not the mean over the words.

    Raises:
        ModelRefused: it says so.
    """
    pooling = folder / "1_Pooling" / "config.json"
    if pooling.is_file() and _read_json(pooling).get("pooling_mode_mean_tokens") is False:
        raise ModelRefused(
            f"{folder} wants other than the mean over its tokens: take one as all-MiniLM-L6-v2."
        )


def _read_json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelRefused(f"{path} is not readable JSON: download the model folder again.") from error
    return found if isinstance(found, dict) else {}


def _try_out(encoder: OnnxEncoder, folder: Path, dimension: int) -> None:
    """See that the model embeds, as wide as its configuration says and not all the same.

    Raises:
        ModelRefused: it does not.
    """
    vectors = encoder.encode(_TRIAL)
    if len(vectors[0]) != dimension:
        raise ModelRefused(
            f"The model in {folder} gives {len(vectors[0])} numbers a text where its config.json says "
            f"{dimension}: its files are of two models."
        )
    if not any(vectors[0]) or vectors[0] == vectors[1]:
        raise ModelRefused(f"The model in {folder} gives every text the same vector: it is not whole.")


def _hash(paths: tuple[Path, ...]) -> str:
    whole = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            whole.update(hashlib.file_digest(file, "sha256").digest())
    return whole.hexdigest()


def _copy_privately(source: Path, target: Path) -> None:
    with source.open("rb") as read, os.fdopen(_open_privately(target), "wb") as write:
        shutil.copyfileobj(read, write)


def _write_privately(target: Path, text: str) -> None:
    with os.fdopen(_open_privately(target), "w", encoding="utf-8") as write:
        write.write(text)


def _open_privately(target: Path) -> int:
    return os.open(target, NEW_AND_PRIVATE, 0o600)
