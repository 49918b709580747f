"""Print a command of the README, so that what is tested is what a newcomer copies.

Usage: readme.py run|tests
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"


def main() -> None:
    """Print the one command in the code block that follows the named mark."""
    name = sys.argv[1]
    found = re.search(rf"<!-- {name} -->\s*```\w*\n(.+?)\n```", README.read_text(encoding="utf-8"), re.DOTALL)
    if found is None or "\n" in found[1]:
        sys.exit(f"README.md has no single command after <!-- {name} -->")
    print(found[1])


if __name__ == "__main__":
    main()
