"""Fold the candidates away: what is left to ask of a brief, and which cells each answer decides.

A cell is a pair (rule, candidate). With the candidate's values put in, the condition of a cell
becomes true, false, or a condition on the brief alone; equal ones are asked once. Engines that
evaluate conditions are given these, since that is far less work for them than 3,200 conditions
on pairs; what they answer is turned into outcomes by `Cells`, the same way for all of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Any

from benchmarks.peers.decision import CRITERIA, Condition, Decision, Record, Result, key
from benchmarks.peers.reference import OPERATORS

Cell = tuple[int, int]  # rule, candidate

_LANE = 10  # rules looked up at once: 2**10 rows a table, small enough for a processor's cache
_SIGN = 1 << 15  # the sign bit of a 16-bit lane


def fold(condition: Condition, candidate: Record) -> Condition | bool:
    """What is left of a condition once the candidate is known, in one normal form.

    Negations are pushed into the tests' own ("not" stays only around a test), nested joins of
    one kind are flattened, and parts are sorted, so that equal conditions are equal data.
    """
    return _fold(condition, candidate, negated=False)


def _fold(condition: Condition, candidate: Record, *, negated: bool) -> Condition | bool:
    match condition:
        case ("not", part):
            return _fold(part, candidate, negated=not negated)
        case ("test", field, operator, value):
            if field.startswith("brief."):
                return ("not", condition) if negated else condition
            return OPERATORS[operator](candidate[key(field)], value) != negated
        case (kind, parts):
            folded = [_fold(part, candidate, negated=negated) for part in parts]
            return _join(kind if not negated else {"all": "any", "any": "all"}[kind], folded)
    raise ValueError(f"not a condition: {condition!r}")


def _join(kind: str, parts: list[Condition | bool]) -> Condition | bool:
    decisive = kind == "any"  # one true part decides an `any`, one false part an `all`
    if any(part is decisive for part in parts):
        return decisive
    left: set[Condition] = set()
    for part in parts:
        if not isinstance(part, bool):
            left.update(part[1] if part[0] == kind else (part,))
    if not left:
        return not decisive
    if len(left) == 1:
        return left.pop()
    return kind, tuple(sorted(left, key=repr))


@dataclass(frozen=True, slots=True)
class Folded:
    """The distinct conditions on the brief, and the cells that each decides."""

    conditions: tuple[Condition, ...]
    cells: tuple[tuple[Cell, ...], ...]
    always: tuple[Cell, ...]


def fold_decision(decision: Decision) -> Folded:
    """Fold every cell of a decision."""
    cells: dict[Condition, list[Cell]] = {}
    always: list[Cell] = []
    for number, rule in enumerate(decision.rules):
        for place, candidate in enumerate(decision.candidates):
            left = fold(rule.when, candidate)
            if left is True:
                always.append((number, place))
            elif left is not False:
                cells.setdefault(left, []).append((number, place))
    return Folded(tuple(cells), tuple(map(tuple, cells.values())), tuple(always))


class Cells:
    """Cells as bits of one integer and points as lanes of another, and the way back.

    Bit tables turn `_LANE` rules at once into their ids; points add up for all candidates and
    criteria in one addition, each in 16 bits of its own.
    """

    def __init__(self, decision: Decision) -> None:
        self._rules = decision.rules
        self._candidates = len(decision.candidates)
        self._lanes = -(-len(decision.rules) // _LANE)
        self._tables = [self._table(lane) for lane in range(self._lanes)]
        self._width = len(CRITERIA) + 1  # the last lane counts exclusions
        self._rows = Struct(f"<{self._lanes * self._candidates}H")
        self._sums = Struct(f"<{self._width * self._candidates}h")
        # Added before the first points, it keeps lanes from borrowing of each other; flipped
        # after the last, it leaves each lane as a signed number.
        signs = sum(_SIGN << 16 * lane for lane in range(self._width * self._candidates))
        self._signs = signs << 8 * self._rows.size
        self._unpack = self._unpacker()

    def _table(self, lane: int) -> list[tuple[str, ...]]:
        ids = [rule.id for rule in self._rules[lane * _LANE : (lane + 1) * _LANE]]
        return [
            tuple(name for bit, name in enumerate(ids) if row >> bit & 1)
            for row in range(1 << len(ids))
        ]

    def start(self, always: Iterable[Cell]) -> int:
        """The number to begin with: the cells that fire whatever the brief says."""
        return self._signs + self.worth(always)

    def worth(self, cells: Iterable[Cell]) -> int:
        """What to add when some cells fire; a cell must be added once only."""
        cells = tuple(cells)
        return self._fired(cells) + (self._points(cells) << 8 * self._rows.size)

    def _fired(self, cells: Iterable[Cell]) -> int:
        return sum(
            1 << 16 * (place * self._lanes + number // _LANE) + number % _LANE
            for number, place in cells
        )

    def _points(self, cells: Iterable[Cell]) -> int:
        return sum(self._effect(number) << 16 * self._width * place for number, place in cells)

    def _effect(self, number: int) -> int:
        rule = self._rules[number]
        if not rule.criterion:
            return 1 << 16 * (self._width - 1)
        return rule.points << 16 * CRITERIA.index(rule.criterion)

    def _unpacker(self) -> Callable[[Sequence[int], Sequence[int]], Result]:
        """Write out the lookup of every lane: three times as fast as a loop over them."""
        names = {f"t{lane}": table for lane, table in enumerate(self._tables)}
        outcomes = []
        for place in range(self._candidates):
            row, end = place * self._lanes, (place + 1) * self._width - 1
            ids = ", ".join(f"*t{lane}[r[{row + lane}]]" for lane in range(self._lanes))
            outcomes.append(f"(({ids},), s[{end - self._width + 1}:{end}], s[{end}] > 0)")
        unpack: Callable[[Sequence[int], Sequence[int]], Result]
        unpack = eval(f"lambda {', '.join(names)}: lambda r, s: [{', '.join(outcomes)}]")(**names)
        return unpack

    def result(self, total: int) -> Result:
        """The outcomes that `start(..)` and the worths added to it stand for."""
        data = (total ^ self._signs).to_bytes(self._rows.size + self._sums.size, "little")
        return self._unpack(
            self._rows.unpack_from(data), self._sums.unpack_from(data, self._rows.size)
        )


class Answers:
    """From the numbers of the conditions that hold to the outcomes of all candidates."""

    def __init__(self, decision: Decision, folded: Folded) -> None:
        self._cells = cells = Cells(decision)
        self._worths = [cells.worth(each) for each in folded.cells]
        self._start = cells.start(folded.always)

    def result(self, numbers: Iterable[int]) -> Result:
        """The outcomes if exactly the conditions with these numbers hold."""
        return self._cells.result(sum(map(self._worths.__getitem__, numbers), self._start))


def negate(condition: Condition) -> tuple[bool, Any]:
    """Split a leaf of a folded condition into (negated, test)."""
    return (True, condition[1]) if condition[0] == "not" else (False, condition)
