"""A picture as Sixel, the oldest way to show one in a terminal, quick enough to turn pages by.

A picture goes out in bands of six rows; within a band, for each of its colours, one character a column says
which of the six pixels have it. The commonest colour of a band is laid first, over all of it, and need not
say where. See the VT330/VT340 Programmer Reference Manual, volume 2, chapter 14.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_COLOURS = 96
_BAND = 6
_FIRST = 0x3F  # the character for no pixel of six
_LETTERS = bytes((_FIRST + bits) & 0xFF for bits in range(256))
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)


def as_sixel(picture: Image) -> bytes:
    """Write a picture as one Sixel sequence, from its introducer to its end."""
    few = picture.quantize(_COLOURS, method=2)  # by octree: the one quick enough
    pixels, (width, height) = few.tobytes(), few.size
    palette = few.getpalette() or []
    # xterm takes no colour in hand by defining it: all are defined first and then called by number.
    named = b"".join(
        b"#%d;2;%d;%d;%d" % (number, *((part * 100 + 127) // 255 for part in palette[at : at + 3]))
        for number, at in enumerate(range(0, len(palette), 3))
    )
    rows = [pixels[start : start + width] for start in range(0, width * height, width)]
    bands = (_band(rows[top : top + _BAND], width) for top in range(0, height, _BAND))
    return b'\x1bP0;1;0q"1;1;%d;%d%b%b\x1b\\' % (width, height, named, b"-".join(bands))


def _band(rows: list[bytes], width: int) -> bytes:
    """Write up to six rows."""
    whole = b"".join(rows)
    colours = set(whole)
    ground = max(colours, key=whole.count)
    # How wide a pixel's run is goes before it: !1080~ is a whole line of six.
    drawn = [b"#%d!%d%c" % (ground, width, _LETTERS[(1 << len(rows)) - 1])]
    for colour in colours - {ground}:
        columns = 0
        for place, row in enumerate(rows):
            if colour in row:
                columns |= int.from_bytes(row.translate(_marks(colour, place)), "big")
        letters = columns.to_bytes(width, "big").rstrip(b"\0").translate(_LETTERS)
        drawn.append(b"#%d%b" % (colour, _RUN.sub(_shorten, letters)))
    return b"$".join(drawn)


@cache
def _marks(colour: int, place: int) -> bytes:
    """Make the table that turns a colour into its row's bit, and every other into none."""
    return bytes(1 << place if colour == other else 0 for other in range(256))


def _shorten(run: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (run.end() - run.start(), run[1])
