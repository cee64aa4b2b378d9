"""Readers: for one variable, which conjunctions its value makes false.

A reader is built from (test, mask) pairs; the mask has a bit for each conjunction in which the
test stands. Values are asked of the tests once and then remembered: briefs repeat themselves.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final

from channelwise.rules.condition import CHECKS, Test

Pair = tuple[Test, int]
Reader = Callable[[Any], int]

# Attackers do not repeat themselves: what comes after so many values is asked each time.
_MOST_REMEMBERED: Final = 1024


def reader(pairs: Iterable[Pair], missing: int = 0) -> Reader:
    """From a value to the bits of the tests that it makes false; from None to `missing`."""
    asked = tuple((CHECKS[test.operator], test.value, bits) for test, bits in pairs)
    remembered: dict[Any, int] = {None: missing}

    def read(value: Any) -> int:
        mask = remembered.get(value)
        if mask is None:
            mask = 0
            for holds, wanted, bits in asked:
                if not holds(value, wanted):
                    mask |= bits
            if len(remembered) < _MOST_REMEMBERED:
                remembered[value] = mask
        return mask

    return read
