"""Each reader marks exactly the tests that a value makes false."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.evaluate.readers import reader
from channelwise.rules.condition import CHECKS
from channelwise.rules.condition import Test as Check
from strategies import LETTERS

_ORDERS = ("is", "is_not", "at_least", "at_most", "above", "below")
_BOUNDS = st.one_of(
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9, allow_nan=False),
    st.integers(-4, 4),
    st.sampled_from([0.1, 0.2, 0.1 + 0.2, 0.3, 1e-300, -0.0]),
)


def _false(tests: Iterable[Check], value: Any) -> int:
    return sum(
        1 << n for n, test in enumerate(tests) if not CHECKS[test.operator](value, test.value)
    )


def _pairs(tests: list[Check]) -> list[tuple[Check, int]]:
    return [(test, 1 << n) for n, test in enumerate(tests)]


@st.composite
def number_tests(draw: st.DrawFn) -> list[Check]:
    """Different tests of one number, at least one of which asks for its order."""
    found = [Check("brief.n", "at_most", draw(_BOUNDS))]
    for _ in range(draw(st.integers(0, 5))):
        if draw(st.booleans()):
            ends = sorted((draw(_BOUNDS), draw(_BOUNDS)))
            found.append(Check("brief.n", "between", (ends[0], ends[1])))
        else:
            found.append(Check("brief.n", draw(st.sampled_from(_ORDERS)), draw(_BOUNDS)))
    return list(dict.fromkeys(found))


def _around(tests: list[Check]) -> list[float]:
    """Each bound as it is, as a float, and the nearest numbers on both sides of it."""
    from math import inf, nextafter

    found: list[float] = []
    for test in tests:
        ends = test.value if isinstance(test.value, tuple) else (test.value,)
        for end in ends:
            assert isinstance(end, int | float)
            found += [end, float(end), nextafter(end, -inf), nextafter(end, inf), end - 1, end + 1]
    return found


@settings(max_examples=200)
@given(tests=number_tests(), other=_BOUNDS)
def test_numbers_at_and_around_every_bound(tests: list[Check], other: float) -> None:
    """A number is read exactly: at each bound, just below it and just above it."""
    read = reader(_pairs(tests))
    for value in [*_around(tests), other]:
        assert read(value) == _false(tests, value), value


@given(st.lists(st.tuples(st.sampled_from(["is", "is_not"]), _BOUNDS), min_size=1), _BOUNDS)
def test_numbers_that_are_only_compared_for_equality(
    drawn: list[tuple[str, float]], other: float
) -> None:
    """Equal numbers are equal whether they are written as 2 or as 2.0."""
    tests = list(dict.fromkeys(Check("brief.n", operator, bound) for operator, bound in drawn))
    read = reader(_pairs(tests))
    for value in [*_around(tests), other]:
        assert read(value) == _false(tests, value), value


@pytest.mark.parametrize("value", [*LETTERS, "never-named", "", True, False])
def test_words(value: Any) -> None:
    """A word is read by every test on it, also one that no test names."""
    tests = [
        Check("brief.w", "is", "a"), Check("brief.w", "is_not", "a"),
        Check("brief.w", "in", frozenset({"a", "b"})), Check("brief.w", "not_in", frozenset({"b"})),
    ]  # fmt: skip
    assert reader(_pairs(tests))(value) == _false(tests, value)


@given(st.lists(st.frozensets(st.sampled_from(LETTERS)), min_size=1, max_size=20))
def test_sets_of_words(values: list[frozenset[str]]) -> None:
    """Sets are read the same the first time and when they are remembered."""
    tests = [
        Check("brief.s", operator, frozenset(words))
        for operator in ("has_any", "has_all", "has_none")
        for words in ("a", "ab", "bcd")
    ]
    read = reader(_pairs(tests))
    for value in [*values, *values]:
        assert read(value) == _false(tests, value)


def test_remembering_is_bounded() -> None:
    """Endless different sets do not fill the memory, and are read all the same."""
    from channelwise.evaluate import readers

    tests = [Check("brief.s", "has_any", frozenset({"w1", "w1500"}))]
    read = reader(_pairs(tests))
    for number in range(readers._MOST_REMEMBERED + 500):
        value = frozenset({f"w{number}"})
        assert read(value) == _false(tests, value)
    remembered = read.__closure__
    assert remembered is not None
    kept = next(c.cell_contents for c in remembered if isinstance(c.cell_contents, dict))
    assert len(kept) == readers._MOST_REMEMBERED
