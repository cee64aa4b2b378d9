"""What counting is made of: pieces of a text, a unit that prices them, and a count that explains.

Only plain data is here, so that a plugin can name a unit without loading what counts in it.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple, get_args

from channelwise.errors import ChannelwiseError
from channelwise.text import Text

Kind = Literal["character", "emoji", "link", "mention"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
Standing = Literal["link", "words"]


class Piece(NamedTuple):
    """A stretch of a text and its price.

    `start` and `end` are offsets in code points. A piece that is `whole` costs `cost` units
    and cannot be cut; any other is a run in which each code point costs `cost` units.
    """

    kind: Kind
    start: int
    end: int
    cost: int
    whole: bool = False

    @property
    def number(self) -> int:
        """How many things of its kind it is."""
        return 1 if self.whole else self.end - self.start

    @property
    def total(self) -> int:
        """Units in all."""
        return self.cost * self.number


class Shift(NamedTuple):
    """A stretch that a unit changed before measuring, in offsets of both texts."""

    at: int
    end: int
    original: int
    original_end: int


@dataclass(frozen=True, slots=True)
class Measured:
    """The pieces of a text in order, without gaps.

    Their offsets are those of the text that was measured. Where a unit changes the text first
    (normalisation, line ends), `shifts` leads back to the text that was given.
    """

    pieces: tuple[Piece, ...]
    shifts: tuple[Shift, ...] = ()

    def original(self, offset: int) -> int:
        """The offset in the text that was given; inside a changed stretch, its start."""
        index = bisect_right(self.shifts, offset, key=_beginning) - 1
        if index < 0:
            return offset
        found = self.shifts[index]
        if offset < found.end:
            return found.original
        return found.original_end + offset - found.end


def _beginning(shift: Shift) -> int:
    return shift.at


@dataclass(frozen=True, slots=True)
class Counter:
    """A unit that texts are counted in.

    Attributes:
        name: how networks and commands call it: small letters, digits and underscores. A
            plugin's own begins with the id of its network or plugin, as in `acme_words`.
        measure: gives the pieces of a text. Its time must grow no faster than the text.
        description: the unit in words, in the plural, as in "UTF-8 bytes".
        link: what any link costs, if all cost the same; None where links count as written.

    Example:
        >>> from channelwise.text import Text
        >>> def each_one(text):
        ...     return Measured((Piece("character", 0, len(text), 1),) if text else ())
        >>> Counter("acme_signs", each_one, Text("signs", "نشانه")).name
        'acme_signs'
    """

    name: str
    measure: Callable[[str], Measured]
    description: Text
    link: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Things of one kind and price: `number` of them, at `each` units."""

    kind: Kind
    number: int
    each: int

    @property
    def total(self) -> int:
        """Units in all."""
        return self.number * self.each


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a text: `offset` in code points from 0, `line` and `column` from 1.

    Lines end at a line feed; the column counts code points.
    """

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Note:
    """A placeholder such as `[URL]`, and what was taken for it.

    `each` is the price that was charged. It is `sure` only where that will hold whatever the
    placeholder is replaced by.
    """

    text: str
    place: Place
    stands_for: Standing
    each: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A text's length in one unit, and how it came about.

    `total` is the exact sum of `parts`. `pieces` are offsets in `text`, in order.

    Example:
        >>> from channelwise.count.counting import count
        >>> from channelwise.count.units import core_counter
        >>> found = count("two words", core_counter("code_points"))
        >>> found.total, found.left(5), found.too_long(5)
        (9, -4, Place(offset=5, line=1, column=6))
    """

    unit: str
    total: int
    parts: tuple[Part, ...]
    notes: tuple[Note, ...]
    text: str = field(repr=False)
    measured: tuple[tuple[int, Measured], ...] = field(repr=False)

    def left(self, limit: int) -> int:
        """Units to spare under a limit; below zero, how many are too many."""
        return limit - self.total

    def too_long(self, limit: int) -> Place | None:
        """The place from which on the text is too long, or None if it fits.

        It is the start of the first character, emoji or link that no longer fits whole.
        """
        if self.total <= limit:
            return None
        spent = 0
        for start, measured in self.measured:
            for piece in measured.pieces:
                if spent + piece.total > limit:
                    into = 0 if piece.whole else (limit - spent) // piece.cost
                    offset = start + measured.original(piece.start + into)
                    return place_in(self.text, offset)
                spent += piece.total
        raise AssertionError("the pieces add up to the total")


def place_in(text: str, offset: int) -> Place:
    """Line and column of an offset."""
    line = text.count("\n", 0, offset) + 1
    return Place(offset, line, offset - text.rfind("\n", 0, offset))


class CounterFailed(ChannelwiseError):  # noqa: N818 - the name says what happened
    """A unit raised an error, or did not give pieces that cover the text."""

    def __init__(self, unit: str, reason: str) -> None:
        self.unit, self.reason = unit, reason
        super().__init__(f"the counting unit '{unit}' failed: {reason}")
