"""Readers: for one variable, which conjunctions its value makes false.

A reader is built from (test, mask) pairs; the mask has a bit for each conjunction in which the
test stands. Each kind of value has the cheapest lookup that suits it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from channelwise.rules.condition import CHECKS, Test

Pair = tuple[Test, int]
Reader = Callable[[Any], int]

_SET_OPERATORS: Final = ("has_any", "has_all", "has_none")
_ORDER_OPERATORS: Final = ("at_least", "at_most", "above", "below", "between")

# Sets of words are remembered up to this many: briefs repeat themselves, attackers do not.
_MOST_REMEMBERED: Final = 1024


def reader(pairs: Sequence[Pair]) -> Reader:
    """The cheapest reader for these tests, all on one variable."""
    operators = {test.operator for test, _ in pairs}
    if operators & set(_SET_OPERATORS):
        return _set_reader(pairs)
    if operators & set(_ORDER_OPERATORS):
        return _number_reader(pairs)
    return _word_reader(pairs)


def _falsified(pairs: Iterable[Pair], value: Any) -> int:
    mask = 0
    for test, bits in pairs:
        if not CHECKS[test.operator](value, test.value):
            mask |= bits
    return mask


def _set_reader(pairs: Sequence[Pair]) -> Reader:
    remembered: dict[frozenset[str], int] = {}

    def read(value: frozenset[str]) -> int:
        mask = remembered.get(value)
        if mask is None:
            mask = _falsified(pairs, value)
            if len(remembered) < _MOST_REMEMBERED:
                remembered[value] = mask
        return mask

    return read


def _number_reader(pairs: Sequence[Pair]) -> Reader:
    """Between two neighbouring bounds of the tests, and at each bound, the answer is constant."""
    cuts = sorted({cut for test, _ in pairs for cut in _bounds(test)})
    table = [_falsified(pairs, value) for value in _representatives(cuts)]

    def read(value: float) -> int:
        return table[bisect_left(cuts, value) + bisect_right(cuts, value)]

    return read


def _bounds(test: Test) -> tuple[Any, ...]:
    if isinstance(test.value, tuple):
        return test.value
    return tuple(test.value) if isinstance(test.value, frozenset) else (test.value,)


def _representatives(cuts: Sequence[float]) -> list[float]:
    """A value below all cuts, each cut, one between each two neighbours, one above all."""
    values: list[float] = [cuts[0] - 1]
    for left, right in zip(cuts, [*cuts[1:], cuts[-1] + 2], strict=True):
        values += [left, (left + right) / 2]
    return values


def _word_reader(pairs: Sequence[Pair]) -> Reader:
    words = {word for test, _ in pairs for word in _bounds(test)}
    table = {word: _falsified(pairs, word) for word in words}
    other = _falsified(pairs, object())

    def read(value: Any) -> int:
        return table.get(value, other)

    return read
