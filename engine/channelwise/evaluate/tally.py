"""From the bits of fired clauses to their positions and points, many clauses at a lookup.

Clauses are taken in lanes of eight. For each lane a table of 256 rows holds, ready made, which
clauses a row of bits stands for and what their points add up to. Points of all criteria are
packed into one integer, a field of 16 bits each, so that one addition sums them all; a bias
keeps fields from borrowing of each other.
"""

from collections.abc import Sequence
from itertools import chain
from operator import getitem
from struct import Struct
from typing import Any, Final, TypeVar

Cell = TypeVar("Cell", int, tuple[Any, ...])

_LANE: Final = 8
_FIELD: Final = 16
_BIAS: Final = 1 << (_FIELD - 1)

# |points| <= 60 a clause: this many clauses cannot overflow a field.
MOST_CLAUSES: Final = _BIAS // 60 - 1


class Tally:
    """Tables for one list of clauses.

    Args:
        points: for each clause its points on each criterion, all of the same length.
        labels: what stands for each clause in `names`; its position if not given.
    """

    def __init__(
        self, points: Sequence[Sequence[int]], labels: Sequence[object] | None = None
    ) -> None:
        if len(points) > MOST_CLAUSES:
            raise ValueError(f"more than {MOST_CLAUSES} clauses")
        count = len(points)
        lanes = range(0, count, _LANE)
        self._bytes = len(lanes)
        self._fields = len(points[0]) if points else 0
        self._start = sum(_BIAS << _FIELD * field for field in range(self._fields))
        self._unpack = Struct(f"<{self._fields}H").unpack
        packed = [_packed(row) for row in points]
        single = [(label,) for label in (labels if labels is not None else range(count))]
        self._sums = [_rows(packed[at : at + _LANE], 0) for at in lanes]
        self._names = [_rows(single[at : at + _LANE], ()) for at in lanes]

    def names(self, fired: int) -> tuple[Any, ...]:
        """Labels of the clauses whose bits are set, in their order."""
        rows = fired.to_bytes(self._bytes, "little")
        return tuple(chain.from_iterable(map(getitem, self._names, rows)))

    def sums(self, fired: int) -> tuple[int, ...]:
        """Points on each criterion, added over the clauses whose bits are set."""
        rows = fired.to_bytes(self._bytes, "little")
        total = sum(map(getitem, self._sums, rows), self._start)
        fields = self._unpack(total.to_bytes(2 * self._fields, "little"))
        return tuple([field - _BIAS for field in fields])


def _packed(points: Sequence[int]) -> int:
    return sum(value << _FIELD * field for field, value in enumerate(points))


def _rows(cells: Sequence[Cell], none: Cell) -> list[Cell]:
    """For each row of bits the sum of the cells whose bits are set, built by doubling."""
    table = [none]
    for cell in cells:
        table += [row + cell for row in table]
    return table
