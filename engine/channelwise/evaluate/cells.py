"""Cells: which clauses fired for some candidates, and their points, as one wide integer.

Each candidate has a row of bits, rounded up to bytes, in which bit n is clause n, and after it a
signed lane for each criterion. So one addition fires a clause, or many at once, for all
candidates, and adds its points everywhere.
"""

from collections.abc import Sequence
from struct import Struct

from channelwise.evaluate.clauses import Outcome

_BYTE = 8


class Cells:
    """The layout for one block of candidates.

    Args:
        clauses: how many clauses there are.
        candidates: how many candidates share the integer.
        points: for each clause its points on each criterion; empty if sums are not wanted.
    """

    def __init__(self, clauses: int, candidates: int, points: Sequence[Sequence[int]]) -> None:
        row = -(-clauses // _BYTE)
        fields = len(points[0]) if points else 0
        # Lanes that no sum can overflow, however many clauses fire.
        code, lane = ("h", 16) if _largest_sum(points) < 1 << 15 else ("i", 32)
        form = Struct(f"<{f'{row}s{fields}{code}' * candidates}")
        self._unpack, self.size = form.unpack, form.size
        self._unpack_rows = Struct(f"<{f'{row}s{lane // _BYTE * fields}x' * candidates}").unpack
        firsts = range(0, candidates * (1 + fields), 1 + fields)
        self._places = [(n, n + 1, n + 1 + fields) for n in firsts]
        self._each = _BYTE * row + lane * fields  # bits of one candidate
        self._worths = [
            (1 << clause) + (_packed(points[clause], lane) << _BYTE * row if points else 0)
            for clause in range(clauses)
        ]
        # Added before the first points, it keeps lanes from borrowing of each other; flipped
        # after the last, it leaves each lane as a signed number.
        sign = _packed([1 << lane - 1] * fields, lane) << _BYTE * row
        self.start = sum(sign << self._each * number for number in range(candidates))

    def worth(self, clause: int, candidate: int) -> int:
        """What to add when a clause fires for a candidate; it may be added once only."""
        return self._worths[clause] << self._each * candidate

    def outcomes(self, fired: int, possible: int) -> list[Outcome]:
        """From `start` and what was added to it: by what fired, and by what did or still might."""
        found = self._unpack((fired ^ self.start).to_bytes(self.size, "little"))
        number = int.from_bytes
        if fired == possible:
            return [
                Outcome(number(found[row], "little"), 0, found[first:end])
                for row, first, end in self._places
            ]
        # Nothing carries from row to lane or back: bits that differ in a row are its unknown ones.
        rest = self._unpack_rows((fired ^ possible).to_bytes(self.size, "little"))
        return [
            Outcome(number(found[row], "little"), number(unknown, "little"), found[first:end])
            for (row, first, end), unknown in zip(self._places, rest, strict=True)
        ]


def _packed(values: Sequence[int], lane: int) -> int:
    return sum(value << lane * number for number, value in enumerate(values))


def _largest_sum(points: Sequence[Sequence[int]]) -> int:
    return max((sum(map(abs, column)) for column in zip(*points, strict=True)), default=0)
