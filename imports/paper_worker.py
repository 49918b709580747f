"""The reading process for a paper a person puts to a meeting: `python -P -m imports.paper_worker FILE [-]`.

As `imports.worker`, but it takes any paper: a map or a table of figures holds no word of a council.
"""

from __future__ import annotations

import sys

from imports.worker import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], any_paper=True))
