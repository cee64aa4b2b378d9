"""The exact planner beside a greedy one: how much value is lost by never looking back.

    python -m benchmarks.plan_quality
    python -m benchmarks.plan_quality --seeds 5 --hours 3 8

Both plan the same seeded weeks (see `weeks`). Results are compared before anything is timed: a
greedy plan that is better than the exact one is an error, and ends the run with exit code 1.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median
from time import perf_counter
from typing import TypeVar

from benchmarks import greedy
from benchmarks.weeks import week
from channelwise.plan import planner

SEEDS = 30
HOURS = (5, 10, 20)
Result = TypeVar("Result")


class Beaten(Exception):  # noqa: N818 - what happened, in a word
    """The greedy planner found a better week: the exact one is not exact."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One week by both planners: values in hundredths of a point, and seconds."""

    best: int
    greedy: int
    best_seconds: float
    greedy_seconds: float

    @property
    def loss(self) -> float:
        """What the greedy planner leaves, in percent of the best value."""
        return 100 * (self.best - self.greedy) / self.best if self.best else 0.0


def compare(seed: int, minutes: int) -> Pair:
    """Both planners on one week; raises Beaten if the greedy one did better."""
    choices = week(seed, minutes)
    rough, rough_seconds = _timed(lambda: greedy.plan(choices))
    exact, exact_seconds = _timed(lambda: planner.best(choices))
    if rough.value > exact.count.value:
        raise Beaten(f"seed {seed}, {minutes} minutes: {rough.value} > {exact.count.value}")
    return Pair(exact.count.value, rough.value, exact_seconds, rough_seconds)


def _timed(make: Callable[[], Result]) -> tuple[Result, float]:
    start = perf_counter()
    made = make()
    return made, perf_counter() - start


def report(rows: Iterable[tuple[int, Sequence[Pair]]]) -> str:
    """A Markdown table, a line for each number of hours."""
    lines = [
        "| hours | weeks | greedy is best | mean loss | worst loss | exact: median, worst | greedy |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join([*lines, *(_line(hours, pairs) for hours, pairs in rows)])


def _line(hours: int, pairs: Sequence[Pair]) -> str:
    losses = [pair.loss for pair in pairs]
    equal = sum(pair.best == pair.greedy for pair in pairs)
    exact = [pair.best_seconds for pair in pairs]
    rough = median(pair.greedy_seconds for pair in pairs)
    return (
        f"| {hours} | {len(pairs)} | {equal} of {len(pairs)} | {mean(losses):.1f} % "
        f"| {max(losses):.1f} % | {median(exact):.1f} s, {max(exact):.1f} s | {rough:.1f} s |"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare and print; exit code 1 if the exact planner was beaten."""
    parser = argparse.ArgumentParser(description="Compare the exact planner with a greedy one.")
    parser.add_argument("--seeds", type=int, default=SEEDS, help="weeks for each number of hours")
    parser.add_argument("--hours", type=int, nargs="+", default=HOURS, help="hours a week")
    options = parser.parse_args(arguments)
    rows = []
    try:
        for hours in options.hours:
            pairs = [compare(seed, 60 * hours) for seed in range(options.seeds)]
            rows.append((hours, pairs))
            print(f"{hours} hours: done", file=sys.stderr)
    except Beaten as error:
        print(error, file=sys.stderr)
        return 1
    print(report(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
