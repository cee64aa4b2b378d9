"""One plan: chosen, cut into pieces, and counted again."""

from dataclasses import dataclass, replace

from channelwise.plan.choices import choices
from channelwise.plan.items import Account, Choices, Option
from channelwise.plan.pieces import Made, pieces
from channelwise.plan.recount import Count, accounts_of, check
from channelwise.plan.solve import Solution, fewest_minutes, solve
from channelwise.recommend.standing import Judge, Standing
from channelwise.vocabulary import Pace


@dataclass(frozen=True, slots=True)
class Planned:
    """The best week for some choices, and its recount."""

    choices: Choices
    solution: Solution
    made: tuple[Made, ...]
    count: Count

    @property
    def options(self) -> tuple[Option, ...]:
        return self.solution.options

    @property
    def accounts(self) -> list[Account]:
        return accounts_of(self.options)

    def of(self, account: Account) -> list[Option]:
        """The account's strategies, the main one first."""
        here = (option for option in self.options if option.account.id == account.id)
        return sorted(here, key=lambda option: option.role)


def best(offered: Choices) -> Planned:
    """The best week that these choices allow; raises Miscounted if the recount disagrees."""
    solution = solve(offered)
    made = tuple(pieces(solution))
    return Planned(offered, solution, made, check(offered, solution, made))


def planned(judge: Judge, standing: Standing, pace: Pace, minutes: int) -> Planned:
    """The best week of a brief with so many minutes."""
    return best(replace(choices(judge, standing, pace), minutes=minutes))


def separation_minutes(plan: Planned) -> int:
    """What the same week would save if the owner's pieces could be the firm's too."""
    mixed = replace(plan.choices, apart=False)
    return plan.count.minutes - fewest_minutes(mixed, plan.options)
