"""What the documents name as proof is there: a test that was renamed must be renamed in them too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
_NAMED = re.compile(r"\btests/[\w/]+\.py(?:::\w+)?")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_a_document_names_is_there(document: Path) -> None:
    missing = []
    for named in _NAMED.findall(document.read_text(encoding="utf-8")):
        file, _, name = named.partition("::")
        path = ROOT / file
        if not path.exists() or (name and f"def {name}(" not in path.read_text(encoding="utf-8")):
            missing.append(named)
    assert not missing
