"""Pictures taken out of what is sent to a terminal again, as the terminal would."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image

_SIXEL = re.compile(rb"\x1bP[\d;]*q(.*?)\x1b\\", re.DOTALL)
_STEP = re.compile(rb'"\d+;\d+;(\d+);(\d+)|#(\d+)(?:;2;(\d+);(\d+);(\d+))?|!(\d+)([?-~])|([?-~])|([$-])')
_KITTY = re.compile(rb"\x1b_G([^;\x1b]*);?([^\x1b]*)\x1b\\")


def sixels(sent: bytes, last: bool = False) -> Iterator[Image.Image]:
    """Every Sixel picture in what was sent, or the last. As in xterm, defining a colour does not take it."""
    for body in _SIXEL.findall(sent)[-1 if last else 0 :]:
        yield _draw_sixel(body)


def _draw_sixel(body: bytes) -> Image.Image:
    colours: dict[int, tuple[int, int, int]] = {}
    x = y = hand = 0
    picture = Image.new("RGB", (1, 1))
    for step in _STEP.finditer(body):
        wide, high, number, red, green, blue, times, run, letter, move = step.groups()
        if wide:
            picture = Image.new("RGB", (int(wide), int(high)), (255, 0, 255))
        elif red:
            colours[int(number)] = (int(red) * 255 // 100, int(green) * 255 // 100, int(blue) * 255 // 100)
        elif number:
            hand = int(number)
        elif move:
            x, y = 0, y + 6 * (move == b"-")
        else:
            bits = (run or letter)[0] - 0x3F
            for column in range(x, x + int(times or 1)):
                for row in (row for row in range(6) if bits >> row & 1):
                    picture.putpixel((column, y + row), colours[hand])
            x += int(times or 1)
    return picture


@dataclass
class Kitty:
    """What a Kitty holds.

    Attributes:
        pictures: by number: the picture, and how many columns and rows it takes.
        forgotten: the numbers of those it was told to forget.
    """

    pictures: dict[int, tuple[Image.Image, int, int]] = field(default_factory=dict)
    forgotten: list[int] = field(default_factory=list)

    def hear(self, sent: bytes) -> None:
        """Take in what was sent."""
        begun: dict[str, str] = {}
        letters = b""
        for keys, payload in _KITTY.findall(sent):
            told = dict(key.split("=") for key in keys.decode().split(","))
            if told.get("a") == "d":
                self.forgotten.append(int(told["i"]))
                self.pictures.pop(int(told["i"]), None)
                continue
            if told.get("a") == "q":
                continue
            assert len(payload) <= 4096
            begun, letters = begun or told, letters + payload
            if told["m"] == "0":
                assert (begun["f"], begun["o"], begun["U"], begun["q"]) == ("24", "z", "1", "2")
                size = int(begun["s"]), int(begun["v"])
                pixels = zlib.decompress(base64.b64decode(letters))
                place = int(begun["c"]), int(begun["r"])
                self.pictures[int(begun["i"])] = (Image.frombytes("RGB", size, pixels), *place)
                begun, letters = {}, b""


def difference(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures of one size are apart: 0 the same, 1 black against white."""
    assert one.size == other.size
    pairs = zip(one.tobytes(), other.tobytes(), strict=True)
    return sum(abs(first - second) for first, second in pairs) / (255 * 3 * one.width * one.height)
