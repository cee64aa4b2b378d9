"""Pieces of a week: each with a maker, never twice on one account, and none too many."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.plan.items import Choices, Option, Piece
from channelwise.plan.pieces import Made, pieces
from channelwise.plan.solve import Drawn, Pool, Solution, solve
from plan.made_up import COSTS, Needs, account, choices, option
from plan.small import week

ACME, BOLT, CRUX = (account(name) for name in ("acme", "bolt", "crux"))
WIDE: Needs = ("expertise", "tutorials")
POOL: Pool = ("business", "image", frozenset(WIDE))
WEEKS = st.randoms(use_true_random=False).map(week)


def of(count: int, *drawn: tuple[Option, int]) -> list[Made]:
    """The pieces of one pool from which these options draw so many posts."""
    uses = tuple(Drawn(one, POOL, posts) for one, posts in drawn)
    options = tuple(one for one, _ in drawn)
    return pieces(Solution(options, uses, ((POOL, count),), (0, 0, 0, 0)))


def names(made: list[Made]) -> list[str]:
    """The uses of each piece, such as `acme+bolt`."""
    return ["+".join(use.account.network.id for use in piece.uses) for piece in made]


# --- by hand --------------------------------------------------------------------------------


def test_the_maker_comes_first() -> None:
    """A piece is made for a post that needs all that is in it, whatever its id."""
    narrow, wide = option(ACME), option(BOLT, needs=WIDE)
    (piece,) = of(1, (narrow, 1), (wide, 1))
    assert names([piece]) == ["bolt+acme"]
    assert piece.maker is wide


def test_makers_begin_with_pieces_that_nobody_has() -> None:
    """Two makers of two pieces each make three pieces: one of them serves both."""
    first, second = option(ACME, needs=WIDE), option(BOLT, needs=WIDE)
    assert names(of(3, (first, 2), (second, 2))) == ["acme+bolt", "acme", "bolt"]


def test_the_narrow_post_goes_where_its_account_is_not() -> None:
    """An account that made one of the pieces takes another one for its second strategy."""
    wide, narrow, other = option(ACME, "a", needs=WIDE), option(ACME, "b"), option(BOLT, needs=WIDE)
    made = of(2, (wide, 1), (narrow, 1), (other, 1))
    assert names(made) == ["acme", "bolt+acme"]


def test_equal_makers_stand_by_id() -> None:
    """Of accounts that both could make a piece, the first one does."""
    assert names(of(1, (option(CRUX, needs=WIDE), 1), (option(ACME, needs=WIDE), 1))) == [
        "acme+crux"
    ]


def test_nothing_drawn_is_no_piece() -> None:
    """A week without posts has no pieces."""
    assert pieces(Solution((), (), (), (0, 0, 0, 0))) == []


@pytest.mark.parametrize(("where", "on"), [("acme/business", True), ("acme/personal", False)])
def test_where_a_piece_is(where: str, on: bool) -> None:
    """A piece is on the accounts that post it, of just that kind."""
    assert Made(POOL, [option(ACME)]).is_on(where) is on


# --- in every week --------------------------------------------------------------------------


@given(WEEKS)
def test_every_piece_has_a_maker_and_no_account_twice(found: Choices) -> None:
    """A piece is made for a post with the same format and the same needs as its pool."""
    for piece in pieces(solve(found)):
        assert piece.maker.format == piece.pool[1]
        assert piece.maker.needs == piece.pool[2]
        accounts = [use.account.id for use in piece.uses]
        assert len(set(accounts)) == len(accounts)
        assert all(use.needs <= piece.maker.needs for use in piece.uses)


@given(WEEKS)
def test_pieces_carry_all_posts_and_no_more(found: Choices) -> None:
    """Every option has as many pieces as posts, and every pool as many as were to be made."""
    solution = solve(found)
    made = pieces(solution)
    posts = Counter(use.strategy.key for piece in made for use in piece.uses)
    assert posts == {one.strategy.key: one.posts for one in solution.options}
    counts = Counter((*piece.pool[:2], *sorted(piece.pool[2])) for piece in made)
    assert counts == {(*pool[:2], *sorted(pool[2])): count for pool, count in solution.made}


@given(WEEKS, st.booleans())
def test_no_piece_is_made_that_could_be_shared(found: Choices, free: bool) -> None:
    """A pool has as many pieces as the account that draws most, even if fitting costs the same."""
    if free:
        same = {name: Piece(cost.make, cost.make) for name, cost in found.pieces.items()}
        found = replace(found, pieces=same)
    solution = solve(found)
    for pool, count in solution.made:
        drawn = Counter[str]()
        for one in solution.drawn:
            if one.pool == pool:
                drawn[one.option.account.id] += one.posts
        assert count == max(drawn.values())


def test_no_piece_is_made_in_vain_where_fitting_costs_the_same() -> None:
    """Where fitting takes as long as making, posts still share as few pieces as they can."""
    for posts in ((1, 2, 3), (3, 3, 1), (2, 2, 2, 2), (1, 3, 2, 3)):
        options = [option(account(f"n{place}"), posts=one) for place, one in enumerate(posts)]
        costs = dict.fromkeys(COSTS, Piece(10, 10))
        solution = solve(choices(options, pieces=costs))
        assert len(pieces(solution)) == max(posts)


@pytest.mark.parametrize("seed", range(20))
def test_equal_solutions_are_cut_equally(seed: int) -> None:
    """The same week gives the same pieces with the same uses in the same order."""
    found = week(Random(seed))
    assert pieces(solve(found)) == pieces(solve(found))
