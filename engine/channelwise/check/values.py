"""The values of limits as numbers: `280`, `"3-90"`, `"4:5 to 1.91:1"`, `"32x32 to 1280x1024"`.

All arithmetic is exact. A value in another form is None, so that nothing is guessed from it.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

_NUMBER: Final = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_PLAIN: Final = re.compile(_NUMBER)
_RANGE: Final = re.compile(rf"({_NUMBER})\s*[-\u2013]\s*({_NUMBER})")
_RATIO: Final = re.compile(rf"({_NUMBER}):({_NUMBER})")
_SIZE: Final = re.compile(r"([0-9]{1,6})\s*[x\u00d7]\s*([0-9]{1,6})")
_TO: Final = " to "


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most that is allowed; None where there is no such end."""

    least: Fraction | None
    most: Fraction | None

    def holds(self, value: Fraction | int) -> bool:
        return not self.below(value) and not self.above(value)

    def below(self, value: Fraction | int) -> bool:
        return self.least is not None and value < self.least

    def above(self, value: Fraction | int) -> bool:
        return self.most is not None and value > self.most


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels, as they are written: width first."""

    width: int
    height: int

    @property
    def long(self) -> int:
        return max(self.width, self.height)

    @property
    def short(self) -> int:
        return min(self.width, self.height)


def number(value: Any) -> Fraction | None:
    """One number.

    Example:
        >>> number(280), number("1.91"), number("many"), number(True)
        (Fraction(280, 1), Fraction(191, 100), None, None)

    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return Fraction(str(value))
    found = _PLAIN.fullmatch(value.strip()) if isinstance(value, str) else None
    return Fraction(found[0]) if found else None


def between(value: Any) -> Bounds | None:
    """Two numbers, the lower first: `"3-90"`."""
    found = _RANGE.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return None
    least, most = Fraction(found[1]), Fraction(found[2])
    return Bounds(least, most) if least <= most else None


def ratios(value: Any) -> Bounds | None:
    """Width to height: one ratio, or two in either order.

    Example:
        >>> ratios("1.91:1 to 4:5") == ratios("4:5 to 1.91:1"), ratios("9:16").most
        (True, Fraction(9, 16))

    """
    parts = value.split(_TO) if isinstance(value, str) else []
    found = [ratio for part in parts if (ratio := _ratio(part.strip())) is not None]
    if len(found) != len(parts) or len(found) not in (1, 2):
        return None
    return Bounds(min(found), max(found))


def _ratio(text: str) -> Fraction | None:
    found = _RATIO.fullmatch(text)
    if not found or not Fraction(found[2]):
        return None
    return Fraction(found[1]) / Fraction(found[2])


def sizes(value: Any) -> tuple[Size | None, Size] | None:
    """A size, or the smallest and the largest one."""
    parts = value.split(_TO) if isinstance(value, str) else []
    matches = [_SIZE.fullmatch(part.strip()) for part in parts]
    found = [Size(int(one[1]), int(one[2])) for one in matches if one]
    if len(found) != len(parts) or len(found) not in (1, 2):
        return None
    return (None, found[0]) if len(found) == 1 else (found[0], found[1])


def names(value: Any) -> tuple[str, ...]:
    """The formats of files that a list names, in one spelling.

    Example:
        >>> names(["JPG", "png"])
        ('JPEG', 'PNG')

    """
    listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(dict.fromkeys(file_format(one) for one in listed if isinstance(one, str)))


_SAME: Final = {"JPG": "JPEG", "QUICKTIME": "MOV", "MKV": "MATROSKA", "TIF": "TIFF"}


def file_format(name: str) -> str:
    """A format of files in one spelling, whoever names it."""
    upper = name.strip().upper()
    return _SAME.get(upper, upper)
