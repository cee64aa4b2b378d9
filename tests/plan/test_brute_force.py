"""The planner against a search through everything, on hundreds of small weeks, and by hand."""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from channelwise.plan.items import Choices, Piece
from channelwise.plan.pieces import pieces
from channelwise.plan.recount import check
from channelwise.plan.solve import Solution, fewest_minutes, solve
from plan.brute import Cheapest, best
from plan.made_up import COSTS, account, choices, option, stock
from plan.small import week

QUICK, ALL = 60, 360
SEEDS = [pytest.param(n, marks=[pytest.mark.slow] if n >= QUICK else []) for n in range(ALL)]
each_seed = pytest.mark.parametrize("seed", SEEDS)


@cache
def small(seed: int) -> Choices:
    return week(Random(seed))


def agrees(found: Choices) -> Solution:
    """The planner's answer, once it is the one that the search finds too."""
    solution, wanted = solve(found), best(found)
    assert solution.objective == wanted.objective
    ours = sorted((o.order, o.role) for o in solution.options)
    assert ours == sorted((o.order, o.role) for o in wanted.options)
    count = check(found, solution, pieces(solution))
    assert (count.value, count.minutes) == (wanted.objective[1], wanted.objective[3])
    assert count.minutes <= found.minutes
    return solution


@each_seed
def test_a_small_week_is_the_best_there_is(seed: int) -> None:
    """Nothing better exists, of equals it is the one that stands first, and it counts up."""
    agrees(small(seed))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_drawn_weeks_are_the_best_there_is(random: Random) -> None:
    """The same for weeks that hypothesis draws, and makes smaller where one fails."""
    agrees(week(random))


def test_the_small_weeks_have_everything_in_them() -> None:
    """The weeks tried by default share pieces, run out, sell, tie and leave things out."""
    seen = Counter[str]()
    for seed in range(QUICK):
        seen += _features(small(seed), solve(small(seed)))
    rare = {name: seen[name] for name in FEATURES if seen[name] < 3}
    assert not rare


FEATURES = (
    "shared", "from a wider pool", "nothing", "roles", "formats", "full", "over", "required",
    "owner", "apart", "mixed", "alone", "runs out", "sells", "four accounts", "tied",
)  # fmt: skip


def _features(found: Choices, solution: Solution) -> Counter[str]:
    made = pieces(solution)
    free = replace(found, stock={})
    return Counter(
        {
            "shared": any(len(piece.uses) > 1 for piece in made),
            "from a wider pool": any(d.option.needs < d.pool[2] for d in solution.drawn),
            "nothing": not solution.options,
            "roles": any(o.role for o in solution.options),
            "formats": len({o.format for o in solution.options}) > 1,
            "full": len({o.account.id for o in solution.options}) == len(found.accounts),
            "over": solution.objective[3] < found.minutes,
            "required": bool(found.required) and solution.objective[0] > 0,
            "owner": found.owner > 0 and any(o.account.kind == "personal" for o in solution.options),
            "apart": found.apart, "mixed": not found.apart, "alone": not found.shared,
            "runs out": solve(free).objective != solution.objective,
            "sells": any(o.sells for o in solution.options),
            "four accounts": len(found.accounts) > 3,
            "tied": _another(found, solution),
        }
    )  # fmt: skip


def _another(found: Choices, solution: Solution) -> bool:
    """True if there is another week that is as good, by leaving out one of the options."""
    others = (
        replace(found, options=tuple(o for o in found.options if o != out))
        for out in solution.options
    )
    return any(solve(other).objective == solution.objective for other in others)


# --- by hand --------------------------------------------------------------------------------


@dataclass(frozen=True)
class ByHand:
    """A week whose answer anybody can work out; what has to come out of it."""

    choices: Choices
    objective: tuple[int, int, int, int]
    options: str = ""  # account/strategy x posts, where it matters


ACME, BOLT, CRUX = (account(name, minutes=9) for name in ("acme", "bolt", "crux"))
MINE = account("acme", "personal", minutes=9)
A: Final = "expertise"
B: Final = "offers"
C: Final = "tutorials"

BY_HAND = {
    "nothing to choose": ByHand(choices([]), (0, 0, 0, 0)),
    "no minute to spare": ByHand(choices([option(ACME)], minutes=39), (0, 100, 1, 39)),
    "one minute too few": ByHand(choices([option(ACME)], minutes=38), (0, 0, 0, 0)),
    "made once, fitted once": ByHand(
        choices([option(ACME), option(BOLT)]), (0, 200, 2, 2 * 9 + 30 + 10)
    ),
    "never shared within an account": ByHand(
        choices([option(ACME), option(ACME, "two", role=1)]), (0, 200, 1, 9 + 2 * 30)
    ),
    "another format is another piece": ByHand(
        choices([option(ACME), option(BOLT, format_="text")]), (0, 200, 2, 2 * 9 + 2 * 30)
    ),
    "the wider piece serves the narrower post": ByHand(
        choices([option(ACME, needs=(A,)), option(BOLT, needs=(A, B))]), (0, 200, 2, 18 + 40)
    ),
    "a fork: neither serves the other": ByHand(
        choices([option(ACME, needs=(A, C)), option(BOLT, needs=(A, B))]), (0, 200, 2, 18 + 60)
    ),
    "a fork: either serves what both need": ByHand(
        choices([option(ACME, needs=(A, C)), option(BOLT, needs=(A, B)), option(CRUX, needs=(A,))]),
        (0, 300, 3, 27 + 60 + 10),
    ),
    "a fork: one piece from each side": ByHand(
        choices(
            [option(ACME, needs=(A, C)), option(BOLT, needs=(A, B)),
             option(CRUX, needs=(A,), posts=2)]
        ),
        (0, 300, 3, 27 + 60 + 20),
    ),
    "two posts need two pieces": ByHand(
        choices([option(ACME), option(BOLT, posts=2)]), (0, 200, 2, 18 + 60 + 10)
    ),
    "owner and firm share nothing": ByHand(
        choices([option(ACME), option(MINE, "own")]), (0, 200, 1, 18 + 60)
    ),
    "unless they are let": ByHand(
        choices([option(ACME), option(MINE, "own")], apart=False), (0, 200, 1, 18 + 40)
    ),
    "nothing shared at all": ByHand(
        choices([option(ACME), option(BOLT)], shared=False), (0, 200, 2, 18 + 60)
    ),
    "material for one piece serves two posts": ByHand(
        choices([option(ACME), option(BOLT)], stock={A: stock(4)}), (0, 200, 2, 18 + 40)
    ),
    "no material, no post": ByHand(
        choices([option(ACME), option(BOLT)], stock={A: stock(3)}), (0, 0, 0, 0)
    ),
    "selling on the side stays small": ByHand(
        choices([option(ACME), option(ACME, "two", role=1, sells=True)]), (0, 100, 1, 39), "acme/one"
    ),
    "selling on the side: three in ten are right": ByHand(
        choices([option(ACME, posts=7), option(ACME, "two", posts=3, role=1, sells=True)]),
        (0, 200, 1, 309),
    ),
    "selling on the side: one more is not": ByHand(
        choices([option(ACME, posts=7), option(ACME, "two", posts=4, role=1, sells=True)]),
        (0, 100, 1, 219), "acme/one",
    ),
    "who mainly sells may sell on the side": ByHand(
        choices([option(ACME, sells=True), option(ACME, "two", role=1, sells=True)]),
        (0, 200, 1, 69),
    ),
    "no second strategy without a first": ByHand(
        choices([option(ACME, role=1, value=900)]), (0, 0, 0, 0)
    ),
    "a strategy is not also its own second": ByHand(
        choices([option(ACME), option(ACME, role=1)]), (0, 100, 1, 39)
    ),
    "what costs more points than it earns stays out": ByHand(
        choices([option(account("acme", points=-101))]), (0, 0, 0, 0)
    ),
    "what earns nothing stays out": ByHand(
        choices([option(account("acme", points=-100))]), (0, 0, 0, 0)
    ),
    "a required network comes at any loss of value": ByHand(
        choices([option(account("acme", points=-900))], required=frozenset({"acme"})),
        (1, -800, 1, 30),
    ),
    "the owner's presence adds its points": ByHand(
        choices([option(ACME, value=900), option(MINE, "own", value=1)], 40, owner=900),
        (0, 901, 1, 39), "acme/own",
    ),
    "the owner's presence is weighed, not set": ByHand(
        choices([option(ACME, value=900), option(MINE, "own", value=1)], 40, owner=898),
        (0, 900, 1, 39), "acme/one",
    ),
    "a required network comes before the owner": ByHand(
        choices([option(BOLT, value=1), option(MINE, "own", value=900)], 40, owner=5000,
                required=frozenset({"bolt"})),
        (1, 1, 1, 39), "bolt/one",
    ),
    "of equal value, fewer networks, whatever the minutes": ByHand(
        choices(
            [option(account("acme")), option(account("bolt")),
             option(account("crux", minutes=15), value=200)],
            minutes=29, shared=False, pieces=dict.fromkeys(COSTS, Piece(make=14, adapt=0)),
        ),
        (0, 200, 1, 29), "crux/one",
    ),
    "of equal networks, fewer minutes": ByHand(
        choices([option(ACME), option(account("bolt", minutes=8))], 40), (0, 100, 1, 38), "bolt/one"
    ),
    "of equal minutes, the first account": ByHand(
        choices([option(BOLT), option(ACME)], 40), (0, 100, 1, 39), "acme/one"
    ),
    "of one account, the first strategy": ByHand(
        choices([option(ACME, "two"), option(ACME, "one")], 40), (0, 100, 1, 39), "acme/one"
    ),
    "of one strategy, the first format": ByHand(
        choices([option(ACME, format_="text"), option(ACME, format_="image")], 40),
        (0, 100, 1, 39), "acme/one",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_a_week_worked_out_by_hand(name: str) -> None:
    """The planner and the search both reach what anybody can add up."""
    case = BY_HAND[name]
    solution = agrees(case.choices)
    assert solution.objective == case.objective
    if case.options:
        taken = [f"{o.account.network.id}/{o.strategy.id}" for o in solution.options]
        assert " ".join(taken) == case.options


def test_the_first_format_stands_first() -> None:
    """Of two formats that are worth and cost the same, the one that sorts first is taken."""
    solution = agrees(BY_HAND["of one strategy, the first format"].choices)
    assert [o.format for o in solution.options] == ["image"]


@pytest.mark.parametrize("names", sorted(permutations(("acme", "bolt", "crux"))))
def test_a_post_comes_from_the_first_pool_that_serves_it(names: tuple[str, str, str]) -> None:
    """Of two pieces that cost the same, it is the one whose ingredients sort first."""
    narrow, first, second = (account(name) for name in names)
    found = choices(
        [option(narrow, needs=(A,)), option(first, needs=(A, B)), option(second, needs=(A, C))]
    )
    (drawn,) = [one for one in solve(found).drawn if one.option.account.id == narrow.id]
    assert drawn.pool[2] == {A, B}


# --- the same options, made as cheaply as can be --------------------------------------------


@each_seed
def test_given_options_cost_the_fewest_minutes(seed: int) -> None:
    """For options that are settled, the fewest minutes are those that the search finds."""
    found = small(seed)
    options = solve(found).options
    mixed = replace(found, apart=False)
    assert fewest_minutes(mixed, options) == Cheapest(mixed).of(options)


def test_given_options_are_not_helped_by_others() -> None:
    """A piece that would serve both sides of a fork is not there if nobody posts all of it."""
    one, two, both = (
        option(ACME, needs=(A, B)),
        option(BOLT, needs=(A, C)),
        option(CRUX, needs=(A, B, C)),
    )
    found = choices([one, two, both])
    assert fewest_minutes(found, [one, two]) == 18 + 60
    assert fewest_minutes(found, [one, two, both]) == 27 + 30 + 20
