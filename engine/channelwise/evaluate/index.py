"""The bit index: the compiled executor for single evaluations.

Once plugins are loaded, a candidate's constants never change, so they are worked into its
conditions (`residue`). What is left becomes conjunctions of tests, each a bit. A brief is judged
with one lookup a variable: the lookup gives the bits of the conjunctions that the value makes
false. Eight bits at a time are then looked up for what they are worth: the clauses that fire
and the points they give, for a block of candidates at once (`cells`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import call, getitem, or_
from typing import Final

from channelwise.brief.answers import Value
from channelwise.evaluate.cells import Cells
from channelwise.evaluate.clauses import Candidate, Clause, Outcome
from channelwise.evaluate.readers import reader
from channelwise.evaluate.residue import Asked, Residues
from channelwise.evaluate.terms import renamed
from channelwise.rules.condition import Condition, Test, truth

# Candidates that share one integer: more of them save lookups, fewer keep it short.
_BLOCK: Final = 8

_CHUNK: Final = 8  # bits that are looked up together, as a byte

# What all chunks together may remember, in bytes.
_MOST_REMEMBERED: Final = 16 * 2**20


class _Chunk(dict[int, int]):
    """What a byte of bits is worth; sums are remembered as they are met.

    All alternatives of a condition share a chunk: it counts once, however many of them hold.
    """

    __slots__ = ("members", "most")

    def __init__(self) -> None:
        super().__init__()
        self.members: list[tuple[int, int]] = []  # (the bits of a condition, its worth)
        self.most = 1 << _CHUNK

    def __missing__(self, row: int) -> int:
        total = sum(worth for mask, worth in self.members if row & mask)
        if len(self) < self.most:
            self[row] = total
        return total


@dataclass(slots=True)
class _Bits:
    """The bits given out so far, and what each of them waits for."""

    chunks: list[_Chunk] = field(default_factory=list)
    free: int = 0  # of the last chunk
    used: int = 0
    pairs: dict[str, dict[Test, int]] = field(default_factory=dict)
    walked: list[tuple[Condition, Mapping[str, Value], int]] = field(default_factory=list)

    def take(self, count: int, worth: int) -> range:
        """So many neighbouring bits of one chunk, worth that much if any of them is true."""
        if count > self.free:
            self.chunks.append(_Chunk())
            self.free = _CHUNK
        first = _CHUNK * len(self.chunks) - self.free
        mask = (1 << count) - 1
        self.chunks[-1].members.append((mask << first % _CHUNK, worth))
        self.used |= mask << first
        self.free -= count
        return range(first, first + count)

    def place(self, asked: Asked, worth: int) -> None:
        """Gives each alternative of a condition its bit; one that is walked has a single bit."""
        left, names = asked.residue, dict(zip(asked.residue.fields, asked.variables, strict=True))
        if not 0 < len(left.terms) <= _CHUNK:
            (bit,) = self.take(1, worth)
            self.walked.append((renamed(left.condition, names), left.constants, 1 << bit))
            return
        for bit, term in zip(self.take(len(left.terms), worth), left.terms, strict=True):
            for test in term:
                pairs = self.pairs.setdefault(names[test.field], {})
                pairs[test] = pairs.get(test, 0) | 1 << bit


class _Block:
    """Some candidates that share one integer: their chunks are `first` up to `end`."""

    def __init__(
        self, bits: _Bits, residues: Residues, cells: Cells, candidates: Sequence[Candidate]
    ) -> None:
        self._cells, self._start = cells, cells.start
        worths: dict[Asked, int] = {}
        for number, candidate in enumerate(candidates):
            for position, asked in residues.of(candidate):
                worth = cells.worth(position, number)
                if asked is None:
                    self._start += worth
                else:
                    worths[asked] = worths.get(asked, 0) + worth
        bits.free = 0  # blocks share no chunk
        self._first = len(bits.chunks)
        for asked, worth in worths.items():
            bits.place(asked, worth)
        self._end = len(bits.chunks)
        self._chunks = bits.chunks[self._first :]

    def remember(self, most: int) -> None:
        """Lets its chunks remember so many bytes together."""
        each = most // max(1, len(self._chunks) * self._cells.size)
        for chunk in self._chunks:
            chunk.most = each

    def outcomes(self, true: bytes, possible: bytes) -> list[Outcome]:
        rows = true[self._first : self._end]
        fired = possibly = sum(map(getitem, self._chunks, rows), self._start)
        more = possible[self._first : self._end]
        if more != rows:
            possibly = sum(map(getitem, self._chunks, more), self._start)
        return self._cells.outcomes(fired, possibly)


class BitIndex:
    """Judges all candidates with one lookup for each variable that any condition reads.

    Args:
        clauses: what to ask of each candidate.
        candidates: who is judged.
        points: for each clause its points on each criterion; outcomes then have their sums.
    """

    def __init__(
        self,
        clauses: Sequence[Clause],
        candidates: Sequence[Candidate],
        points: Sequence[Sequence[int]] = (),
    ) -> None:
        bits, residues = _Bits(), Residues(clauses)
        self._blocks = []
        for at in range(0, len(candidates), _BLOCK):
            some = candidates[at : at + _BLOCK]
            cells = Cells(len(clauses), len(some), points)
            self._blocks.append(_Block(bits, residues, cells, some))
        for block in self._blocks:
            block.remember(_MOST_REMEMBERED // len(self._blocks))
        self._bytes = len(bits.chunks)
        self._used = bits.used
        self._walked = bits.walked
        self._names = list(bits.pairs)
        # The bits of missing values are kept above those of false conjunctions.
        self._missing = _CHUNK * self._bytes
        self._readers = [
            reader(pairs.items(), reduce(or_, pairs.values()) << self._missing)
            for pairs in bits.pairs.values()
        ]

    def judge(self, values: Mapping[str, Value]) -> list[Outcome]:
        seen = reduce(or_, map(call, self._readers, map(values.get, self._names)), 0)
        for condition, constants, bit in self._walked:
            result = truth(condition, {**values, **constants})
            seen |= 0 if result else bit << self._missing if result is None else bit
        possible = self._used & ~seen
        true = possible & ~(seen >> self._missing)
        rows = true.to_bytes(self._bytes, "little")
        more = rows if true == possible else possible.to_bytes(self._bytes, "little")
        return [outcome for block in self._blocks for outcome in block.outcomes(rows, more)]
