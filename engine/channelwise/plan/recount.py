"""The independent recount: every minute of a week, added up from its pieces.

It knows nothing of the solver's rows. It walks the pieces one by one, checks what a plan
promises, and must reach the solver's own numbers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from channelwise.plan.items import Account, Choices, Option
from channelwise.plan.items import Piece as Cost
from channelwise.plan.pieces import Made
from channelwise.plan.solve import Solution
from channelwise.vocabulary import Format


class Miscounted(RuntimeError):  # noqa: N818 - says what happened
    """The recount and the solver disagree: a defect of ours, never of a brief."""


@dataclass(frozen=True, slots=True)
class Count:
    """Minutes a week by what they go to, and the value in hundredths."""

    accounts: int
    make: int
    adapt: int
    value: int

    @property
    def minutes(self) -> int:
        return self.accounts + self.make + self.adapt


def recount(
    options: Iterable[Option], made: Iterable[Made], costs: Mapping[Format, Cost], owner: int = 0
) -> Count:
    """Minutes and value of a week, piece by piece; `owner` is what a personal account adds."""
    chosen = list(options)
    accounts = accounts_of(chosen)
    make = adapt = 0
    for piece in made:
        cost = costs[piece.maker.format]
        make += cost.make
        adapt += cost.adapt * (len(piece.uses) - 1)
    return Count(
        accounts=sum(account.community + account.upkeep for account in accounts),
        make=make, adapt=adapt,
        value=sum(o.value for o in chosen) + sum(account.points for account in accounts)
        + (owner if any(account.kind == "personal" for account in accounts) else 0),
    )  # fmt: skip


def accounts_of(options: Iterable[Option]) -> list[Account]:
    """Each account once, by id."""
    found = {option.account.id: option.account for option in options}
    return [found[name] for name in sorted(found)]


def check(choices: Choices, solution: Solution, made: Sequence[Made]) -> Count:
    """The recount of a solution.

    Raises:
        Miscounted: a promise is broken, or the numbers differ from the solver's.
    """
    count = recount(solution.options, made, choices.pieces, choices.owner)
    faults = [*_broken(choices, solution.options, made), *_unequal(choices, count, solution)]
    if count.minutes > choices.minutes:
        faults.append(f"{count.minutes} minutes are over {choices.minutes}")
    if faults:
        raise Miscounted("; ".join(faults))
    return count


def _unequal(choices: Choices, count: Count, solution: Solution) -> Iterable[str]:
    networks = {account.network.id for account in accounts_of(solution.options)}
    met = len(networks & choices.required)
    found = (met, count.value, len(networks), count.minutes)
    if found != solution.objective:
        yield f"counted {found}, solved {solution.objective}"


def _broken(choices: Choices, options: Sequence[Option], made: Sequence[Made]) -> Iterable[str]:
    """What a plan promises and this one breaks."""
    roles = Counter((option.account.id, option.role) for option in options)
    if any(count > 1 for count in roles.values()):
        yield "two strategies have one role"
    if any((name, role - 1) not in roles for name, role in roles if role):
        yield "a further strategy stands without the one before it"
    if len({option.strategy.key for option in options}) < len(options):
        yield "a strategy is planned twice"
    yield from _broken_pieces(choices, options, made)
    yield from _broken_stock(choices, made)
    yield from _broken_selling(choices, options)


def _broken_pieces(
    choices: Choices, options: Sequence[Option], made: Sequence[Made]
) -> Iterable[str]:
    uses = Counter(use.strategy.key for piece in made for use in piece.uses)
    if any(uses[option.strategy.key] != option.posts for option in options):
        yield "posts and pieces differ in number"
    for piece in made:
        accounts = [use.account.id for use in piece.uses]
        if len(set(accounts)) < len(accounts):
            yield "an account posts a piece twice"
        if choices.apart and len({use.account.kind for use in piece.uses}) > 1:
            yield "a piece is shared between the owner and the firm"
        if not choices.shared and len(piece.uses) > 1:
            yield "a piece is shared where none may be"
        if any(use.format != piece.maker.format for use in piece.uses):
            yield "a piece changes its format"
        if any(not use.needs <= piece.maker.needs for use in piece.uses):
            yield "a piece lacks what a post needs"


def _broken_stock(choices: Choices, made: Sequence[Made]) -> Iterable[str]:
    used = Counter(need for piece in made for need in piece.maker.needs)
    for name, stock in choices.stock.items():
        if used[name] * choices.weeks > stock.pieces:
            yield f"more pieces of {name} than there is material for"


def _broken_selling(choices: Choices, options: Sequence[Option]) -> Iterable[str]:
    for account in accounts_of(options):
        here = [option for option in options if option.account.id == account.id]
        selling = sum(option.posts for option in here if option.sells)
        main_sells = any(option.main and option.sells for option in here)
        share = 100 * selling > choices.selling_most * sum(option.posts for option in here)
        if share and not main_sells:
            yield f"further strategies on {account.id} sell too much"
