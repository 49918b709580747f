"""A person's model folder: what is taken, and the one sentence that says why another is not."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from scrutiny_tui.services.errors import ServiceError
from scrutiny_tui.services.semantic.meaning import cosines
from scrutiny_tui.services.semantic.model_folder import (
    install_model,
    installed_model,
    load_model,
    remove_model,
)
from tests.services.tiny_model import DIMENSION, network, write_model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_model(tmp_path / "tiny")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home" / "model"


def refusal(folder: Path, home: Path) -> str:
    """The sentence a folder is refused with; nothing of it may be left."""
    with pytest.raises(ServiceError) as caught:
        install_model(folder, home)
    assert installed_model(home) is None and not home.exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_model_is_copied_privately_and_embeds(folder: Path, home: Path) -> None:
    model = install_model(folder, home)
    assert (model.name, model.dimension) == ("tiny", DIMENSION)
    assert installed_model(home) == model
    assert {stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()} == {0o600}
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    encoder = load_model(home)
    assert encoder is not None
    police, cops, river = encoder.encode(["the police", "cops", "the river floods"])
    near = cosines(cops, {1: police, 2: river})
    assert near[1] > 0.9 > 0.5 > near[2]
    assert encoder.knows("cops") and not encoder.knows("copz")


def test_the_network_may_lie_under_onnx(tmp_path: Path, home: Path) -> None:
    install_model(write_model(tmp_path / "official", onnx="onnx/model.onnx"), home)
    assert load_model(home) is not None


def test_texts_of_all_lengths_keep_their_order(folder: Path, home: Path) -> None:
    install_model(folder, home)
    encoder = load_model(home)
    assert encoder is not None
    texts = ["river " * 400, "", "police", "school " * 90] * 20
    alone = [encoder.encode([text])[0] for text in texts[:4]]
    assert list(encoder.encode(texts)) == alone * 20


def test_another_model_takes_the_first_ones_place(folder: Path, home: Path, tmp_path: Path) -> None:
    first = install_model(folder, home)
    other = write_model(tmp_path / "other")
    (other / "config.json").write_text(
        json.dumps({"hidden_size": DIMENSION, "name": "other"}), encoding="utf-8"
    )
    assert install_model(other, home).hash != first.hash
    remove_model(home)
    assert installed_model(home) is None and load_model(home) is None
    remove_model(home)


def test_what_is_missing_is_named(folder: Path, home: Path, tmp_path: Path) -> None:
    assert "is no folder" in refusal(tmp_path / "nowhere", home)
    (folder / "model.onnx").unlink()
    assert "model.onnx (or onnx/model.onnx)" in refusal(folder, home)
    (folder / "tokenizer.json").unlink()
    assert "tokenizer.json" in refusal(folder, home)


@pytest.mark.parametrize("bad", [b"", b"not a network", b"\x00" * 5000, b"{"])
@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_corrupt_file_is_named(folder: Path, home: Path, name: str, bad: bytes) -> None:
    (folder / name).write_bytes(bad)
    assert name in refusal(folder, home)


def test_files_of_two_models_are_refused(tmp_path: Path, home: Path) -> None:
    said = refusal(write_model(tmp_path / "mixed", hidden_size=384), home)
    assert str(DIMENSION) in said and "384" in said


@pytest.mark.parametrize("size", ["384", -1, None, 10**9])
def test_a_configuration_without_a_sensible_size_is_refused(folder: Path, home: Path, size: object) -> None:
    (folder / "config.json").write_text(json.dumps({"hidden_size": size}), encoding="utf-8")
    assert "hidden_size" in refusal(folder, home)


def test_a_network_that_is_no_sentence_model_is_refused(folder: Path, home: Path) -> None:
    (folder / "model.onnx").write_bytes(network([[1.0] * DIMENSION] * 40, asks="pixels"))
    assert "pixels" in refusal(folder, home)
    (folder / "model.onnx").write_bytes(network([[1.0] * DIMENSION] * 40))
    assert "same vector" in refusal(folder, home)
    (folder / "model.onnx").write_bytes(network([[1.0] * DIMENSION] * 3))
    assert "gave no vectors" in refusal(folder, home)


def test_a_model_pooled_otherwise_is_refused(folder: Path, home: Path) -> None:
    (folder / "1_Pooling").mkdir()
    pooling = json.dumps({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False})
    (folder / "1_Pooling" / "config.json").write_text(pooling, encoding="utf-8")
    assert "mean" in refusal(folder, home)


def test_the_real_model_knows_what_belongs_together(shared: Path, home: Path) -> None:
    install_model(shared / "models" / "all-MiniLM-L6-v2-int8", home)
    encoder = load_model(home)
    assert encoder is not None
    asked, near, far = encoder.encode(
        [
            "cops not turning up",
            "Poor attendance of police officers was noted.",
            "The hedge will be cut in May.",
        ]
    )
    found = cosines(asked, {1: near, 2: far})
    assert found[1] > found[2] + 0.2
