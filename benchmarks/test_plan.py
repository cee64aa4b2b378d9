"""Whole plans: 18 networks x 6 strategies x 5 steps, in 2 formats and 3 roles, proved best.

`python -m benchmarks.plan_quality` compares both planners on many weeks; here each is timed on
a few, after its results were checked. How long anything takes is never asserted.
"""

from itertools import cycle
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks import greedy, plan_quality
from benchmarks.plan_quality import Pair
from benchmarks.weeks import NETWORKS, ROLES, STEPS, STRATEGIES, week
from channelwise.plan import planner
from channelwise.plan.items import Choices

HOURS = 10
SEEDS = 3
SMALL = 3  # networks of the weeks that are compared in the tests below

PLANNERS: dict[str, Any] = {
    "exact": lambda choices: planner.best(choices).count.value,
    "greedy": lambda choices: greedy.plan(choices).value,
}


@pytest.fixture(scope="module")
def weeks() -> list[Choices]:
    return [week(seed, 60 * HOURS) for seed in range(SEEDS)]


@pytest.fixture(scope="module")
def values(weeks: list[Choices]) -> list[int]:
    """The best values, which no planner may pass."""
    return [PLANNERS["exact"](choices) for choices in weeks]


@pytest.mark.benchmark(group=f"a whole plan: {NETWORKS} networks, {HOURS} hours a week")
@pytest.mark.parametrize("name", PLANNERS)
def test_plan(
    name: str, weeks: list[Choices], values: list[int], benchmark: BenchmarkFixture
) -> None:
    """No planner finds more value than there is, and the exact one no less; then it is timed."""
    found = [PLANNERS[name](choices) for choices in weeks]
    losses = [100 * (best - one) / best for best, one in zip(values, found, strict=True)]
    assert min(losses) >= 0
    if name == "exact":
        assert max(losses) == 0
    benchmark.extra_info |= {"peer": name, "worst loss in percent": round(max(losses), 1)}
    turn = cycle(weeks)
    run: Any = benchmark.pedantic
    run(PLANNERS[name], setup=lambda: ((next(turn),), {}), rounds=2 * SEEDS)


# --- what is compared, and how --------------------------------------------------------------


def test_a_week_is_as_large_as_it_says() -> None:
    """Each strategy has all its steps, in both formats and all roles."""
    choices = week(0, 600)
    assert len(choices.options) == NETWORKS * STRATEGIES * STEPS * 2 * len(ROLES)
    assert len({account.network.id for account in choices.accounts}) == NETWORKS


def test_a_seed_gives_one_week_whatever_the_minutes() -> None:
    """The hours are the only thing that differs between levels of one seed."""
    few, many = week(7, 60), week(7, 600)
    assert few.options == many.options
    assert few.accounts == many.accounts
    assert week(8, 60).options != few.options


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("minutes", [60, 240, 900])
def test_the_greedy_planner_is_honest_and_not_better(seed: int, minutes: int) -> None:
    """Its weeks keep every promise that the recount checks, and none beats the exact one."""
    choices = week(seed, minutes, networks=SMALL)
    found = greedy.plan(choices)
    assert found.minutes <= minutes
    assert found.value <= planner.best(choices).count.value


def test_the_greedy_planner_is_good_where_there_is_nothing_to_weigh() -> None:
    """With hours for everything it plans as well as it can: near the best of many weeks."""
    pairs = [_pair(week(seed, 10_000, networks=SMALL)) for seed in range(10)]
    assert min(greedy_ / best for greedy_, best in pairs) > 0.9


def _pair(choices: Choices) -> tuple[int, int]:
    return greedy.plan(choices).value, planner.best(choices).count.value


def test_the_report_tells_how_much_is_lost() -> None:
    """Losses are in percent of the best value; a plan without loss is counted as best."""
    text = plan_quality.report([(5, [Pair(200, 200, 1.0, 0.1), Pair(200, 190, 3.0, 0.3)])])
    assert text.endswith("| 5 | 2 | 1 of 2 | 2.5 % | 5.0 % | 2.0 s, 3.0 s | 0.2 s |")


def test_a_beaten_exact_planner_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the greedy planner is ever better, the run says so and fails."""
    better = greedy.Found((), [], 10**9, 0)
    monkeypatch.setattr(greedy, "plan", lambda _: better)
    monkeypatch.setattr(plan_quality, "week", lambda seed, minutes: week(seed, minutes, SMALL))
    assert plan_quality.main(["--seeds", "1", "--hours", "2"]) == 1
    assert "seed 0, 120 minutes: 1000000000 >" in capsys.readouterr().err


def test_the_command_prints_a_table(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two numbers of hours are two lines."""
    monkeypatch.setattr(plan_quality, "week", lambda seed, minutes: week(seed, minutes, SMALL))
    assert plan_quality.main(["--seeds", "2", "--hours", "2", "4"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:8] for line in lines[2:]] == ["| 2 | 2 ", "| 4 | 2 "]
