"""An invented council's year of papers, for trying the app without a pack of one's own."""

from __future__ import annotations

from datetime import datetime
from importlib.resources import files
from pathlib import Path

COUNCIL = "Wexmoor County Council"

PACKS = Path(str(files(__name__))) / "packs"

TODAY = datetime(2026, 5, 18, 9, 30)
"""The demo's clock: a question deadline falls on this day, the next on Thursday, the last in eight days."""
