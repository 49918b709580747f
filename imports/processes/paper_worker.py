"""The reading process for a paper a person puts to a meeting: a map or a table holds no word of a council.

`python -P -m imports.processes.paper_worker FILE [-]` does as `imports.worker`, but takes any paper.
"""

from __future__ import annotations

import sys

from imports.worker import main

if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], any_paper=True))
