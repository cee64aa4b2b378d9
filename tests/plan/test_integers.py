"""Integer programmes: known ones, impossible ones, and answers that are not to be believed."""

import subprocess
import sys
from dataclasses import dataclass, field
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.plan import integers
from channelwise.plan.integers import NotProved, Programme, Row, dot

# --- known programmes -----------------------------------------------------------------------


def knapsack(room: int, *things: tuple[int, int]) -> tuple[Programme, dict[int, int]]:
    """Things of (weight, worth), each taken or not, in so much room."""
    programme = Programme()
    columns = [programme.column() for _ in things]
    weights = zip(columns, things, strict=True)
    programme.row({column: weight for column, (weight, _) in weights}, high=room)
    return programme, {column: worth for column, (_, worth) in zip(columns, things, strict=True)}


def test_a_knapsack_is_not_filled_greedily() -> None:
    """Two things that fill the room are taken before the one that is worth most for its weight."""
    programme, worth = knapsack(50, (10, 60), (20, 100), (30, 120))
    assert programme.best(worth) == [0, 1, 1]


def test_halves_are_not_taken() -> None:
    """Where a half would be best, the best whole is found."""
    programme = Programme()
    one, two = programme.column(10), programme.column(10)
    programme.row({one: 2, two: 2}, high=7)
    assert dot({one: 3, two: 3}, programme.best({one: 3, two: 3})) == 9


def test_a_row_that_must_be_met_exactly() -> None:
    """Coins of 3 and 5 that make 11, as few as can be: two of 3 and one of 5."""
    programme = Programme()
    threes, fives = programme.column(9), programme.column(9)
    programme.row({threes: 3, fives: 5}, 11, 11)
    assert programme.best({threes: -1, fives: -1}) == [2, 1]


def test_columns_stop_at_their_top() -> None:
    """A column goes as far as its top, and one without a top as far as 1."""
    programme = Programme()
    programme.column()
    programme.column(7)
    assert programme.best({0: 1, 1: 1}) == [1, 7]


def test_a_gain_below_nothing() -> None:
    """A loss that a row demands is taken, and no more of it."""
    programme = Programme()
    column = programme.column(9)
    programme.row({column: 1}, low=4)
    assert programme.best({column: -2}) == [4]


def test_no_columns() -> None:
    """Nothing to decide is decided."""
    assert Programme().best({}) == []


def test_terms_of_nothing_are_left_out() -> None:
    """A coefficient of 0 is no part of a row."""
    programme = Programme()
    one, two = programme.column(), programme.column()
    programme.row({one: 0, two: 3}, high=3)
    assert programme.rows == [Row({two: 3}, None, 3)]


@pytest.mark.parametrize(
    ("low", "high", "holds"),
    [
        (None, None, True),
        (5, 5, True),
        (6, None, False),
        (None, 4, False),
        (None, 5, True),
        (5, None, True),
    ],
)
def test_a_row_holds_within_its_ends(low: int | None, high: int | None, holds: bool) -> None:
    """Both ends belong to a row; None leaves one open."""
    assert Row({0: 1, 1: 2}, low, high).holds([1, 2]) is holds


# --- impossible ones ------------------------------------------------------------------------


def impossible() -> Programme:
    programme = Programme()
    column = programme.column()
    programme.row({column: 1}, low=2)
    return programme


def test_what_cannot_be_met_has_no_solution() -> None:
    """`some` gives None, so that a question may be answered with no."""
    assert impossible().some({}) is None


def test_what_cannot_be_met_has_no_best() -> None:
    """`best` refuses: a plan is never impossible, since to do nothing always fits."""
    with pytest.raises(NotProved, match="no solution"):
        impossible().best({0: 1})


def test_whole_numbers_only() -> None:
    """What only a fraction meets has no solution."""
    programme = Programme()
    programme.row({programme.column(5): 2}, 3, 3)
    assert programme.some({}) is None


# --- answers that are not to be believed ----------------------------------------------------


@dataclass
class Solver:
    """A solver that says what it is told to say."""

    values: list[float]
    bound: float
    status: str = "Optimal"
    ran: list[bool] = field(default_factory=list)

    def run(self) -> None:
        self.ran.append(True)

    def getModelStatus(self) -> str:
        return self.status

    def modelStatusToString(self, status: str) -> str:
        return status

    def getSolution(self) -> Any:
        return SimpleNamespace(col_value=self.values)

    def getInfo(self) -> Any:
        return SimpleNamespace(mip_dual_bound=self.bound)


def answered(monkeypatch: pytest.MonkeyPatch, solver: Solver) -> list[int]:
    """What is made of an answer to: as much of two columns as fits into 5."""
    programme = Programme()
    one, two = programme.column(3), programme.column(3)
    programme.row({one: 1, two: 1}, 1, 5)
    monkeypatch.setattr(integers, "_solver", lambda *_: solver)
    return programme.best({one: 1, two: 2})


def test_an_answer_is_rounded_and_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What floating point leaves over is no matter."""
    solver = Solver([2.0000000004, 2.9999999], 8.0000003)
    assert answered(monkeypatch, solver) == [2, 3]
    assert solver.ran == [True]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ([3, 3], "breaks a row"), ([0, 0], "breaks a row"), ([4, 1], "breaks a row"),
        ([-1, 3], "breaks a row"), ([2.6, 3], "breaks a row"),
    ],
    ids=["over the row", "under the row", "over the top", "under nothing", "rounded over"],
)  # fmt: skip
def test_an_answer_that_breaks_a_row(
    values: list[float], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is put through every row and every end in whole numbers."""
    with pytest.raises(NotProved, match=says):
        answered(monkeypatch, Solver(values, dot({0: 1, 1: 2}, [round(v) for v in values])))


@pytest.mark.parametrize(("bound", "proved"), [(8.0, True), (8.99, True), (9.0, False), (float("inf"), False)])  # fmt: skip
def test_a_bound_that_leaves_room(
    bound: float, proved: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is the best only if the solver's bound is less than one whole step above it."""
    if proved:
        assert answered(monkeypatch, Solver([2, 3], bound)) == [2, 3]
    else:
        with pytest.raises(NotProved, match="room for a better"):
            answered(monkeypatch, Solver([2, 3], bound))


@pytest.mark.parametrize("status", ["Time limit reached", "Unbounded", "Not Set", "Solve error"])
def test_a_solver_that_gives_up(status: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any other end than an optimum is told, never taken for an answer."""
    with pytest.raises(NotProved, match=f"ended with: {status}"):
        answered(monkeypatch, Solver([2, 3], 8.0, status))


# --- all tiny programmes --------------------------------------------------------------------


@dataclass
class Tiny:
    """A programme of which all values can be tried."""

    tops: list[int]
    rows: list[tuple[list[int], int | None, int | None]]
    gain: list[int]

    def programme(self) -> Programme:
        made = Programme()
        for top in self.tops:
            made.column(top)
        for terms, low, high in self.rows:
            made.row(dict(enumerate(terms)), low, high)
        return made

    def best(self) -> int | None:
        """The largest gain, by trying all values; None if none meets the rows."""
        found = [
            sum(a * b for a, b in zip(self.gain, values, strict=True))
            for values in product(*(range(top + 1) for top in self.tops))
            if all(self._meets(values, *row) for row in self.rows)
        ]
        return max(found, default=None)

    def _meets(self, values: Any, terms: list[int], low: int | None, high: int | None) -> bool:
        total = sum(a * b for a, b in zip(terms, values, strict=True))
        return (low is None or low <= total) and (high is None or total <= high)


@st.composite
def tiny(draw: st.DrawFn) -> Tiny:
    count = draw(st.integers(1, 4))
    factors = st.lists(st.integers(-9, 9), min_size=count, max_size=count)
    ends = st.none() | st.integers(-20, 40)
    return Tiny(
        tops=draw(st.lists(st.integers(0, 4), min_size=count, max_size=count)),
        rows=draw(st.lists(st.tuples(factors, ends, ends), max_size=4)),
        gain=draw(factors),
    )


_SOLVED = """
from channelwise.plan.integers import Programme
made = Programme()
made.column(3)
print(made.some({0: 1}))
"""


def test_the_solver_prints_nothing() -> None:
    """An answer may stand on standard output, so that no banner of the solver may."""
    done = subprocess.run(
        [sys.executable, "-c", _SOLVED], capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("[3]\n", "")


@given(tiny())
def test_a_tiny_programme_is_solved_as_by_trying(found: Tiny) -> None:
    """The gain is that of the best of all values, and there is a solution if any value fits."""
    values = found.programme().some(dict(enumerate(found.gain)))
    wanted = found.best()
    assert (values is None) == (wanted is None)
    if values is not None:
        assert dot(dict(enumerate(found.gain)), values) == wanted
