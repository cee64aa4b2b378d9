"""What a week can be made of, with what it is worth and what it costs.

An *account* is a network and the kind of account one posts from. An *option* is one strategy of
an account, in one format, so many posts a week, as its main strategy (role 0) or a further
one. All numbers are whole: values in hundredths of a point, costs in minutes a week.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from channelwise.networks.model import Network, Strategy
from channelwise.vocabulary import AccountKind, Format, Ingredient

HUNDREDTHS: Final = 100


@dataclass(frozen=True, slots=True)
class Account:
    """A network and a kind of account on it.

    `followers` is None if the brief does not tell, `exists` if it has such an account. `points`
    are what having it adds to the plan's value, in hundredths; `community` and `upkeep` are
    minutes a week.
    """

    network: Network
    kind: AccountKind
    exists: bool
    followers: int | None
    points: int
    community: int
    upkeep: int

    @property
    def id(self) -> str:
        return f"{self.network.id}/{self.kind}"

    @property
    def minutes(self) -> int:
        """What it takes before anything is posted."""
        return self.community + self.upkeep


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. `fit` and `value` are hundredths of a point.

    The value is the fit x each of the `shares` in percent: for pace, format, passing formats, role,
    selling and gathering. `gather` are ingredients that the business has not, and would have to
    gather first.
    """

    account: Account
    strategy: Strategy
    format: Format
    posts: int
    role: int
    fit: int
    value: int
    sells: bool
    gather: tuple[Ingredient, ...]
    shares: tuple[int, ...] = ()

    @property
    def main(self) -> bool:
        """True for the strategy that gives the account its face."""
        return self.role == 0

    @property
    def needs(self) -> frozenset[Ingredient]:
        return frozenset(self.strategy.needs)

    @property
    def order(self) -> tuple[str, str, str, int]:
        """Where it stands among equals: by ids, fewer posts first."""
        return self.account.id, self.strategy.id, self.format, self.posts


@dataclass(frozen=True, slots=True)
class Piece:
    """Minutes for making a piece of a format, and for fitting a finished one to another account."""

    make: int
    adapt: int


@dataclass(frozen=True, slots=True)
class Stock:
    """Material that runs out: `pieces` made of it in a month, and whether the brief said so."""

    pieces: int
    a_month: int
    said: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What a planner chooses from, under one brief at one pace.

    `required` are networks that come before all value, and `owner` is what a personal account
    adds where the offer rests on its owner, in hundredths, else 0. `apart` is true if pieces are
    shared only between accounts of one kind, `shared` if they are shared at all.
    """

    minutes: int
    accounts: tuple[Account, ...]
    options: tuple[Option, ...]
    pieces: Mapping[Format, Piece]
    stock: Mapping[Ingredient, Stock]
    required: frozenset[str]
    owner: int
    selling_most: int
    weeks: int
    shared: bool = True
    apart: bool = True
