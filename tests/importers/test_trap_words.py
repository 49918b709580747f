"""Nothing drawn is dropped, broken or doubled, wherever on the page it stands."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from tests.importers import pdfs, traps

WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123456789", min_size=2, max_size=9)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
PLACED = st.tuples(
    st.integers(0, 3), st.integers(0, 40), WORDS, st.sampled_from(sorted(traps.FACES)), st.integers(6, 12)
)


@given(
    placed=st.lists(PLACED, min_size=1, max_size=40, unique_by=lambda each: each[:2]),
    boxes=st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 40), st.integers(1, 4), st.integers(1, 9)), max_size=5
    ),
    turned=st.lists(st.tuples(st.sampled_from([45, 90, 180, 270, 300]), WORDS), max_size=3),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_drawn_word_is_read_once(
    placed: list[tuple[int, int, str, str, int]],
    boxes: list[tuple[int, int, int, int]],
    turned: list[tuple[int, str]],
) -> None:
    """The places are too far apart for words to touch: columns of 400 points, lines of 20."""

    def page(canvas: Canvas) -> None:
        for column, line, words, font, size in placed:
            pdfs.text(canvas, 20 + 400 * column, 40 + 20 * line, words, font, size)
        for column, line, wide, high in boxes:
            canvas.grid(
                [15 + 400 * (column + n) for n in range(wide + 1)],
                [1660 - 20 * (line + n) for n in range(high + 1)],
            )
        for n, (angle, words) in enumerate(turned):
            canvas.saveState()
            canvas.translate(2400, 300 + 450 * n)
            canvas.rotate(angle)
            canvas.setFont("Helvetica", 10)
            canvas.drawString(0, 0, words)
            canvas.restoreState()

    with tempfile.TemporaryDirectory() as folder:
        found = traps.read(Path(folder), page, size=(2800, 1680))
    drawn = Counter(word for each in placed for word in each[2].split())
    drawn += Counter(word for _, words in turned for word in words.split())
    assert Counter(re.findall(r"\w+", " ".join(traps.texts(found)))) == drawn
