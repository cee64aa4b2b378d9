"""The best cuts of a text: as few parts as possible, at the best places, and then even.

A sentence is cut only if it does not fit as a whole; then at the ends of clauses, and so on
down to letters as people see them. Among all ways with the fewest parts, the one with the
fewest cuts inside of words wins, then inside of clauses, sentences and paragraphs; of those
left, the one whose parts are most even in length (the least sum of squares).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from channelwise.adapt.ends import LETTER, PARAGRAPH, WORD, Break, breaks
from channelwise.adapt.marks import Span
from channelwise.adapt.weights import Weights
from channelwise.count.units import by_grapheme

# Letters of a word that is too long go in steps of this share of a part: it is a mere string,
# and one by one they would take time for each other.
_STEPS: Final = 32


class Unit(NamedTuple):
    """A stretch that is not cut, and what ends behind it."""

    start: int
    end: int
    level: int


class Misfit(NamedTuple):
    """A stretch that must stay whole, and is too long for a part."""

    start: int
    end: int


@dataclass(frozen=True)
class Splitter:
    """Cuts one text. `whole` are stretches that no cut may fall into."""

    text: str
    weights: tuple[Weights, ...]
    whole: Sequence[Span]

    def split(self, room: Callable[[int], tuple[int, ...]]) -> list[Unit] | Misfit:
        """The parts of the text, or the first that fits nowhere in it.

        Args:
            room: what part number i (from 1) may cost at most, in each of the `weights`. From
                the second on, no part may have more room than the one before it.
        """
        least = tuple(map(min, room(1), room(_FAR)))
        units = list(self._units(least))
        for unit in units:
            if not self._fits(unit.start, unit.end, least):
                return Misfit(unit.start, unit.end)
        return _best(units, self.weights, room)

    def _fits(self, start: int, end: int, room: Sequence[int]) -> bool:
        return all(
            one.between(start, end) <= most for one, most in zip(self.weights, room, strict=True)
        )

    def _units(self, room: tuple[int, ...]) -> Iterator[Unit]:
        found = breaks(self.text, self.whole)
        yield from self._cut(_Stretch(0, len(self.text), PARAGRAPH), found, PARAGRAPH + 1, room)

    def _cut(
        self, stretch: "_Stretch", inside: Sequence[Break], level: int, room: tuple[int, ...]
    ) -> Iterator[Unit]:
        """The stretch at its breaks of `level` and above; pieces that are too long, further."""
        begun, first = stretch.start, 0
        ends = [index for index, one in enumerate(inside) if one.level <= level]
        for index in [*ends, len(inside)]:
            last = index == len(inside)
            end = stretch.end if last else inside[index].end
            behind = stretch.level if last else inside[index].level
            piece = _Stretch(begun, end, behind)
            if self._fits(begun, end, room):
                yield Unit(*piece)
            elif level < WORD:
                yield from self._cut(piece, inside[first:index], level + 1, room)
            else:
                yield from self._letters(piece, room)
            if not last:
                begun, first = inside[index].start, index + 1

    def _letters(self, stretch: "_Stretch", room: tuple[int, ...]) -> Iterator[Unit]:
        """A word that is too long, in steps of letters; what must stay whole does."""
        step = tuple(max(1, most // _STEPS) for most in room)
        begun = stretch.start
        places = [*self._letter_ends(stretch.start, stretch.end)]
        for end, after in zip(places, [*places[1:], stretch.end], strict=True):
            if end == stretch.end:
                break
            if not self._fits(begun, after, step):
                yield Unit(begun, end, LETTER)
                begun = end
        yield Unit(begun, stretch.end, stretch.level)

    def _letter_ends(self, start: int, end: int) -> Iterator[int]:
        """Where letters as people see them end, and stretches that stay whole."""
        index = bisect_left(self.whole, (start, start))
        while start < end:
            stop = self.whole[index][0] if index < len(self.whole) else end
            for piece in by_grapheme(self.text, start, min(stop, end)):
                yield from [piece.end] if piece.whole else range(piece.start + 1, piece.end + 1)
            if stop >= end:
                return
            start = self.whole[index][1]
            yield start
            index += 1


class _Stretch(NamedTuple):
    start: int
    end: int
    level: int


# A number of a part that no text reaches.
_FAR: Final = 10**9


def _best(
    units: Sequence[Unit], weights: Sequence[Weights], room: Callable[[int], tuple[int, ...]]
) -> list[Unit]:
    """The best way to put neighbours together, by the best way for each beginning of the text."""
    search = _Search(units, weights, room)
    for last in range(len(units)):
        search.extend(last)
    return _joined(units, search.back)


class _Search:
    """The best way for each beginning of a text, from the shortest on.

    `number` of parts is the least there is, `worth` one whole number for the cuts between them
    and their squares, in which better cuts outweigh everything. A longer beginning never needs
    fewer parts, and a way with the fewest parts has the fewest for each of its beginnings; so the
    number of a part, which decides on its room, is known on the way.
    """

    def __init__(
        self, units: Sequence[Unit], weights: Sequence[Weights],
        room: Callable[[int], tuple[int, ...]],
    ) -> None:  # fmt: skip
        self._units, self._room = units, lru_cache(maxsize=None)(room)
        self._starts = [[one.at(unit.start) for unit in units] for one in weights]
        self._ends = [[one.at(unit.end) for unit in units] for one in weights]
        self._most = tuple(map(max, room(1), room(2)))
        self._cuts = _cut_prices(units, weights[0])
        self._low = 0
        self.number, self.worth, self.back = [0], [0], [0]

    def extend(self, last: int) -> None:
        """The best way for the beginning that ends with unit `last`."""
        while not self._fits(self._low, last, self._most):
            self._low += 1
        first = self._low
        while not self._fits(first, last, self._room(self.number[first] + 1)):
            first += 1
        number = self.number[first]
        # All that follow and have as many parts before them have the same room, and need less.
        stop = bisect_right(self.number, number, first, last + 1)
        start, end, worth = self._starts[0], self._ends[0][last], self.worth
        least, where = min((worth[at] + (end - start[at]) ** 2, at) for at in range(first, stop))
        self.number.append(number + 1)
        self.worth.append(least + self._cuts[self._units[last].level])
        self.back.append(where)

    def _fits(self, first: int, last: int, room: tuple[int, ...]) -> bool:
        sides = zip(self._starts, self._ends, room, strict=True)
        return all(end[last] - start[first] <= most for start, end, most in sides)


def _cut_prices(units: Sequence[Unit], weights: Weights) -> tuple[int, ...]:
    """What a cut costs by its level, so that no number of lesser things outweighs a greater one."""
    whole = weights.between(units[0].start, units[-1].end)
    prices = [0, whole * whole + 1]
    while len(prices) <= LETTER:
        prices.append(prices[-1] * (len(units) + 1))
    return tuple(prices)


def _joined(units: Sequence[Unit], back: Sequence[int]) -> list[Unit]:
    parts: list[Unit] = []
    end = len(units)
    while end:
        first = back[end]
        parts.append(Unit(units[first].start, units[end - 1].end, units[end - 1].level))
        end = first
    return parts[::-1]
