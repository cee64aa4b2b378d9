"""The recount: a sound week passes, and each promise that one breaks is named."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channelwise.plan.items import Choices, Option, Piece
from channelwise.plan.pieces import Made, pieces
from channelwise.plan.recount import Miscounted, accounts_of, check, recount
from channelwise.plan.solve import Pool, Solution, solve
from plan.made_up import COSTS, Needs, account, choices, option, stock
from plan.small import week

ACME, BOLT = account("acme", minutes=9, points=5), account("bolt", minutes=20)
MINE = account("acme", "personal", minutes=9)
WIDE: Needs = ("expertise", "tutorials")
NARROW: Needs = ("expertise",)

MAIN = option(ACME, "main", posts=2, needs=WIDE)
SIDE = option(ACME, "side", role=1, needs=("offers",), sells=True, posts=1)
THERE = option(BOLT, "there", posts=2, needs=NARROW)
OWN = option(MINE, "own", posts=1, needs=NARROW)
POOL: Pool = ("business", "image", frozenset(WIDE))


@dataclass
class Week:
    """A week that keeps every promise; each test breaks one of them and counts again."""

    choices: Choices
    options: tuple[Option, ...]
    made: list[Made]
    objective: tuple[int, int, int, int]

    def check(self) -> Any:
        return check(self.choices, Solution(self.options, (), (), self.objective), self.made)

    def counted(self) -> "Week":
        """With the objective that it really has, so that nothing else is wrong with it."""
        count = recount(self.options, self.made, self.choices.pieces)
        networks = len({a.network.id for a in accounts_of(self.options)})
        self.objective = (0, count.value, networks, count.minutes)
        return self


def piece(*uses: Option) -> Made:
    return Made(POOL, list(uses))


@pytest.fixture
def sound() -> Week:
    """Two pieces for both networks, one more of the first, and one of its owner."""
    made = [piece(MAIN, THERE), piece(MAIN, THERE), piece(SIDE), piece(OWN)]
    options = (MAIN, SIDE, THERE, OWN)
    found = choices(options, minutes=198, stock={"tutorials": stock(8)}, selling_most=34)
    return Week(found, options, made, (0, 405, 2, 178)).counted()


def broken(found: Week, says: str) -> None:
    """The promise is named, and no other."""
    with pytest.raises(Miscounted) as caught:
        found.check()
    assert str(caught.value) == says


def test_a_sound_week_is_counted(sound: Week) -> None:
    """Minutes by what they go to, and the value, are what anybody adds up."""
    count = sound.check()
    assert (count.accounts, count.make, count.adapt) == (9 + 20 + 9, 4 * 30, 2 * 10)
    assert count.minutes == 178
    assert count.value == 400 + 5


def test_each_format_has_its_own_price() -> None:
    """A piece costs what its format costs."""
    text = option(ACME, "words", format_="text")
    costs = {**COSTS, "text": Piece(7, 2)}
    count = recount((text, THERE), [piece(text), piece(THERE), piece(THERE)], costs)
    assert count.make == 7 + 2 * 30


def test_over_the_minutes(sound: Week) -> None:
    """A minute over the hours is one too many."""
    sound.choices = replace(sound.choices, minutes=177)
    broken(sound, "178 minutes are over 177")


def test_exactly_the_minutes(sound: Week) -> None:
    """The last minute may be used."""
    sound.choices = replace(sound.choices, minutes=178)
    assert sound.check().minutes == 178


@pytest.mark.parametrize("place", [0, 1, 2, 3], ids=["required", "value", "networks", "minutes"])
def test_other_numbers_than_the_solver_has(sound: Week, place: int) -> None:
    """A number of required networks, a value, a number of networks or minutes that the solver got wrong by one are seen."""
    solved = [*sound.objective]
    solved[place] += 1
    sound.objective = (solved[0], solved[1], solved[2], solved[3])
    broken(sound, f"counted ({solved[0] - (place == 0)}, 405, 2, 178), solved {sound.objective}")


def test_two_strategies_in_one_role(sound: Week) -> None:
    """An account has one main strategy."""
    also = option(ACME, "also", needs=NARROW)
    sound.options += (also,)
    sound.made.append(piece(also))
    broken(sound.counted(), "two strategies have one role" + over(sound))


def test_a_second_strategy_without_a_first(sound: Week) -> None:
    """A further strategy stands on the one before it."""
    sound.options = (MAIN, replace(SIDE, role=2), THERE, OWN)
    sound.made[2] = piece(sound.options[1])
    broken(sound.counted(), "a further strategy stands without the one before it")


def test_a_strategy_planned_twice(sound: Week) -> None:
    """A strategy does not follow itself."""
    again = replace(MAIN, role=2, posts=2)
    sound.options += (again,)
    sound.choices = replace(sound.choices, minutes=900)
    broken(sound.counted(), "a strategy is planned twice")


def test_a_post_without_a_piece(sound: Week) -> None:
    """Every post comes from a piece."""
    sound.made[1] = piece(MAIN)
    broken(sound.counted(), "posts and pieces differ in number")


def test_a_piece_without_a_post(sound: Week) -> None:
    """No piece is used more often than there are posts."""
    sound.made[3] = piece(OWN)
    sound.made.append(piece(OWN))
    broken(sound.counted(), "posts and pieces differ in number" + over(sound))


def test_an_account_posts_a_piece_twice(sound: Week) -> None:
    """Not even as a post of another strategy."""
    twin = option(ACME, "twin", role=2, needs=NARROW)
    sound.options += (twin,)
    sound.made[0] = piece(MAIN, THERE, twin)
    broken(sound.counted(), "an account posts a piece twice")


def test_a_piece_of_owner_and_firm(sound: Week) -> None:
    """What is said personally is not the firm's copy."""
    sound.made = [piece(MAIN, THERE, OWN), piece(MAIN, THERE), piece(SIDE)]
    broken(sound.counted(), "a piece is shared between the owner and the firm")
    sound.choices = replace(sound.choices, apart=False)
    assert sound.check().adapt == 3 * 10


def test_a_piece_shared_where_none_may_be(sound: Week) -> None:
    """Without sharing, each piece has one use."""
    sound.choices = replace(sound.choices, shared=False)
    broken(sound, "; ".join(2 * ["a piece is shared where none may be"]))


def test_a_piece_changes_its_format(sound: Week) -> None:
    """A picture is not fitted into an article."""
    other = replace(THERE, format="text")
    sound.options = (MAIN, SIDE, other, OWN)
    sound.made[:2] = [piece(MAIN, other), piece(MAIN, other)]
    broken(sound.counted(), "; ".join(2 * ["a piece changes its format"]))


def test_a_piece_lacks_what_a_post_needs(sound: Week) -> None:
    """What was made for the narrower strategy does not serve the wider one."""
    sound.made[1] = piece(THERE, MAIN)
    broken(sound.counted(), "a piece lacks what a post needs")


def test_more_pieces_than_material(sound: Week) -> None:
    """Two pieces a week are eight in four weeks, and not seven."""
    sound.choices = replace(sound.choices, stock={"tutorials": stock(7)})
    broken(sound, "more pieces of tutorials than there is material for")


@pytest.mark.parametrize("most", [33, 34])
def test_selling_too_much_on_the_side(sound: Week, most: int) -> None:
    """One selling post in three is over 33 percent, and not over 34."""
    sound.choices = replace(sound.choices, selling_most=most)
    if most == 34:
        assert sound.check().minutes == 178
    else:
        broken(sound, "further strategies on acme/business sell too much")


def test_who_mainly_sells_may_sell(sound: Week) -> None:
    """The share binds only accounts whose face is not selling."""
    main = replace(MAIN, sells=True)
    sound.options = (main, SIDE, THERE, OWN)
    sound.made[:2] = [piece(main, THERE), piece(main, THERE)]
    sound.choices = replace(sound.choices, selling_most=0)
    assert sound.counted().check().minutes == 178


def test_every_fault_is_told_at_once(sound: Week) -> None:
    """One recount tells all that is wrong."""
    sound.choices = replace(sound.choices, minutes=1, stock={"tutorials": stock(0)})
    broken(sound, "more pieces of tutorials than there is material for; 178 minutes are over 1")


# --- a solver that errs ---------------------------------------------------------------------


def _cheaper(solution: Solution) -> Solution:
    wanted, value, networks, minutes = solution.objective
    return replace(solution, objective=(wanted, value, networks, minutes - 1))


def _dearer(solution: Solution) -> Solution:
    wanted, value, networks, minutes = solution.objective
    return replace(solution, objective=(wanted, value + 1, networks, minutes))


def _without_a_use(solution: Solution) -> Solution:
    return replace(solution, drawn=solution.drawn[1:])


def _without_an_option(solution: Solution) -> Solution:
    return replace(solution, options=solution.options[1:])


@pytest.mark.parametrize("err", [_cheaper, _dearer, _without_a_use, _without_an_option])
@given(st.randoms(use_true_random=False).map(week))
def test_a_solution_that_errs_is_refused(
    err: Callable[[Solution], Solution], found: Choices
) -> None:
    """Of any week: a wrong number, a lost post or a lost strategy does not get through."""
    solution = solve(found)
    assert check(found, solution, pieces(solution))
    wrong = err(solution)
    if wrong == solution:
        return
    with pytest.raises(Miscounted):
        check(found, wrong, [one for one in pieces(wrong) if one.uses])


def over(found: Week) -> str:
    """What is told besides where a broken week also takes too long; nothing if it does not."""
    minutes = found.counted().objective[3]
    most = found.choices.minutes
    return f"; {minutes} minutes are over {most}" if minutes > most else ""
