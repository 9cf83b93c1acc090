"""How charts look: colours for light, dark and print, type sizes, and lines that fit. No chart library here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

FONT = '"Source Sans 3", "Source Sans", sans-serif'

_TWO_WAYS = {
    "light": ("#9a4a06", "#e8a15c", "#cfd3d5", "#7fb0d8", "#1f5fa0"),
    "dark": ("#d9772b", "#f3c08e", "#68757a", "#9cc7ea", "#4a90d0"),
}
# From little to all of it: away from the page's own colour, so that "more" is what stands out.
_ONE_WAY = {
    "light": ("#d3e6e5", "#9ccac8", "#5fa5a5", "#2b7f83", "#0b5259"),
    "dark": ("#2c4a4d", "#37696c", "#4b9194", "#7fbfbf", "#c3e8e5"),
}
_INKS = {"light": "#1c2526", "dark": "#eef3f3"}
_MUTED = {"light": "#4d5b5e", "dark": "#b4c0c2"}
_LINES = {"light": "#6d7b7e", "dark": "#8e9b9e"}
_FAINT = {"light": "#eaeff0", "dark": "#242d30"}
# Widths of letters as shares of the type's height, where they differ from 0.67 (capitals) and 0.56 (the others).
_ADVANCES = (
    (0.26, " iíjl.,:;'’"),
    (0.36, "ftrIιίϊΐ!¡()-/"),
    (0.50, "acegkksvxyzJLáéγεέζκλνξςτυύϋχ0123456789?¿«»“”–"),
    (0.74, "ωώφψ"),
    (0.88, "mwMWΜΦΨΌΏ—%@"),
)
_ON_COLOUR = ("#000000", "#ffffff")


@dataclass(frozen=True)
class Look:
    """Light or dark, on a screen (as wide as its place, down to a phone) or in print (always light, fixed width).

    `titled` is False where the page itself has the statement above the chart.
    """

    dark: bool = False
    medium: Literal["screen", "print"] = "screen"
    titled: bool = True

    @property
    def mode(self) -> str:
        return "dark" if self.dark and self.medium == "screen" else "light"

    @property
    def text(self) -> int:
        """Height of the type in pixels; everything else is measured in it."""
        return 16 if self.medium == "screen" else 13

    @property
    def width(self) -> int | Literal["container"]:
        return "container" if self.medium == "screen" else 560

    @property
    def widths(self) -> tuple[int, int]:
        """What lines must fit into on a narrow and on a wide place, in pixels."""
        return (284, 640) if self.medium == "screen" else (560, 560)

    @property
    def paper(self) -> str:
        """What lies behind the chart: the page itself, or white paper."""
        return "transparent" if self.medium == "screen" else "white"

    @property
    def ink(self) -> str:
        return _INKS[self.mode]

    @property
    def muted(self) -> str:
        return _MUTED[self.mode]

    @property
    def line(self) -> str:
        return _LINES[self.mode]

    @property
    def faint(self) -> str:
        return _FAINT[self.mode]

    @property
    def strong(self) -> str:
        """The one colour of bars that need only one."""
        return _ONE_WAY[self.mode][3]

    def colours(self, count: int, *, two_way: bool) -> list[str]:
        """So many colours from low to high; a two-way scale with an even number of points has no grey."""
        stops = (_TWO_WAYS if two_way else _ONE_WAY)[self.mode]
        if count == 1:
            return [stops[-1]]
        return [_between(stops, place / (count - 1)) for place in range(count)]


def ink_on(colour: str) -> str:
    """Black or white, whichever can be read better: always 4.5 to 1 at least."""
    return max(_ON_COLOUR, key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lines_of(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than that, broken between words, and inside one only where it must be."""
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, width, size):
            longer = f"{lines[-1]} {piece}".strip()
            if text_width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def text_width(text: str, size: float) -> float:
    """How wide a line of semi-bold Source Sans is at most, in pixels: an estimate on the safe side."""
    return sum(_advance(letter) for letter in text) * size


def _advance(letter: str) -> float:
    for width, letters in _ADVANCES:
        if letter in letters:
            return width
    return 0.67 if letter.isupper() else 0.56


def _pieces(word: str, width: float, size: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _between(stops: Sequence[str], share: float) -> str:
    place = share * (len(stops) - 1)
    first = min(int(place), len(stops) - 2)
    pairs = zip(_channels(stops[first]), _channels(stops[first + 1]), strict=True)
    return "#" + "".join(f"{round(low + (high - low) * (place - first)):02x}" for low, high in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
