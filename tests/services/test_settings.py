"""The settings file: written once, private, and what it sets holds."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

from scrutiny_tui.config import Settings, read_settings, write_first_settings


def test_the_first_file_is_private_says_the_defaults_and_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_first_settings(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert read_settings(path) == Settings()
    path.write_text('name = "Cllr Ada Moss"\n')
    write_first_settings(path)
    assert read_settings(path).name == "Cllr Ada Moss"


def test_what_a_person_sets_holds(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('nation = "SCT"\nword_limit = 0\nextra_holidays = [2025-12-24]\n')
    settings = read_settings(path)
    assert settings.word_limit is None
    assert settings.calendar.why_closed(date(2025, 12, 24)) == "council closed"
    assert settings.calendar.why_closed(date(2026, 1, 2)).startswith("bank holiday")
