"""What each stretch of a text costs in a unit, from one count of the whole."""

from collections.abc import Iterator
from itertools import accumulate

from channelwise.count.model import Count, Measured


class Weights:
    """The running cost of a counted text.

    The cost of a stretch is exact where the unit prices its signs alike in it and in the whole
    text. A unit may not, so what was planned by weights is counted again afterwards.

    Example:
        >>> from channelwise.count import core_counters, count
        >>> weights = Weights(count("نان bread", core_counters()[2]))
        >>> weights.between(0, 3), weights.between(4, 9)
        (6, 5)
    """

    def __init__(self, found: Count) -> None:
        self._until = list(accumulate(_costs(found), initial=0))

    def at(self, offset: int) -> int:
        """Units before an offset."""
        return self._until[offset]

    def between(self, start: int, end: int) -> int:
        """Units from one offset to another."""
        return self._until[end] - self._until[start]


def _costs(found: Count) -> list[int]:
    """The cost of each code point; that of a whole piece stands at its beginning."""
    costs = [0] * len(found.text)
    for offset, measured in found.measured:
        for at, cost in _priced(measured):
            costs[offset + at] += cost
    return costs


def _priced(measured: Measured) -> Iterator[tuple[int, int]]:
    for piece in measured.pieces:
        if piece.whole:
            yield measured.original(piece.start), piece.cost
        elif measured.shifts:
            yield from ((measured.original(at), piece.cost) for at in range(piece.start, piece.end))
        else:
            yield from ((at, piece.cost) for at in range(piece.start, piece.end))
