"""Integer programmes, solved by HiGHS and checked in whole numbers.

HiGHS works in floating point. Here every coefficient is a whole number, so an optimum is one
as well: it is rounded, put through every row again in exact arithmetic, and accepted only if
the solver's own bound leaves no room for a better whole number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from highspy import Highs

Terms = Mapping[int, int]

# The bound may be off by what the solver calls feasible; a whole step is 1.
_ROOM: Final = 0.999


class NotProved(RuntimeError):  # noqa: N818 - says what happened
    """The solver ended without a proof: a defect of the model, never of a brief."""


@dataclass(slots=True)
class Row:
    """low <= sum of coefficient x column <= high; None leaves a side open."""

    terms: dict[int, int]
    low: int | None
    high: int | None

    def holds(self, values: Sequence[int]) -> bool:
        total = dot(self.terms, values)
        over = self.high is not None and total > self.high
        under = self.low is not None and total < self.low
        return not (over or under)


def dot(terms: Terms, values: Sequence[int]) -> int:
    """The sum of coefficient x value."""
    return sum(factor * values[column] for column, factor in terms.items())


@dataclass(slots=True)
class Programme:
    """Whole columns from 0 to their top, and rows that bind them.

    Example:
        >>> programme = Programme()
        >>> bread, cake = programme.column(3), programme.column(3)
        >>> programme.row({bread: 20, cake: 45}, high=100)
        >>> programme.best({bread: 2, cake: 5})
        [0, 2]
    """

    tops: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, top: int = 1) -> int:
        """A new column; 0 or 1 unless `top` says more."""
        self.tops.append(top)
        return len(self.tops) - 1

    def row(self, terms: Terms, low: int | None = None, high: int | None = None) -> None:
        kept = {column: factor for column, factor in terms.items() if factor}
        self.rows.append(Row(kept, low, high))

    def best(self, gain: Terms) -> list[int]:
        """Values of all columns with the largest gain.

        Raises:
            NotProved: there is no solution, or the solver could not prove its own.
        """
        found = self.some(gain)
        if found is None:
            raise NotProved("the programme has no solution")
        return found

    def some(self, gain: Terms) -> list[int] | None:
        """The same, or None if nothing meets all rows."""
        if not self.tops:
            return []
        solver = _solver(self, gain)
        solver.run()
        status = solver.modelStatusToString(solver.getModelStatus())
        if status == "Infeasible":
            return None
        if status != "Optimal":
            raise NotProved(f"the solver ended with: {status}")
        values = [round(value) for value in solver.getSolution().col_value]
        self._prove(values, gain, solver.getInfo().mip_dual_bound)
        return values

    def _prove(self, values: Sequence[int], gain: Terms, bound: float) -> None:
        inside = all(0 <= value <= top for value, top in zip(values, self.tops, strict=True))
        if not inside or not all(row.holds(values) for row in self.rows):
            raise NotProved("the solver's answer breaks a row")
        if bound >= dot(gain, values) + _ROOM:
            raise NotProved("the solver left room for a better answer")


def _solver(programme: Programme, gain: Terms) -> "Highs":
    """HiGHS with the programme in it: one thread and one seed, so that it runs the same way."""
    from channelwise.plan.highs import QuietHighs  # it brings numpy: imported on first use

    solver = QuietHighs()  # type: ignore[no-untyped-call]
    options: dict[str, Any] = {
        "output_flag": False, "threads": 1, "random_seed": 0, "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5, "mip_feasibility_tolerance": 1e-7,
    }  # fmt: skip
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_lp(programme, gain))
    return solver


def _lp(programme: Programme, gain: Terms) -> Any:
    import highspy
    import numpy as np

    count, endless = len(programme.tops), highspy.kHighsInf
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = count, len(programme.rows)
    lp.sense_ = highspy.ObjSense.kMaximize
    cost = np.zeros(count)
    for column, factor in gain.items():
        cost[column] = factor
    lp.col_cost_ = cost
    lp.col_lower_ = np.zeros(count)
    lp.col_upper_ = np.array(programme.tops, dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * count
    lp.row_lower_ = np.array([-endless if r.low is None else r.low for r in programme.rows], float)
    lp.row_upper_ = np.array([endless if r.high is None else r.high for r in programme.rows], float)
    starts = np.cumsum([0, *(len(row.terms) for row in programme.rows)])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = starts.astype(np.int32)
    lp.a_matrix_.index_ = np.array([c for r in programme.rows for c in r.terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([f for r in programme.rows for f in r.terms.values()], float)
    return lp
