"""What measures need of briefs and of candidates, worked out once for all the pairs they make."""

from collections.abc import Sequence
from typing import Any, Final

from channelwise.brief.model import Account, Brief, Market
from channelwise.load.policy import Policy
from channelwise.networks.build import DAYS
from channelwise.networks.model import Network, Strategy
from channelwise.vocabulary import INGREDIENTS, Goal, Ingredient

# The first goal counts three times as much as the third, the second twice.
_GOAL_WEIGHTS: Final = (3, 2)
_LATER_GOALS: Final = 1

# An ingredient that is only wanted has still to be made.
_HAVE: Final = 100
_WANT: Final = 50


def goal_weights(goals: Sequence[Goal] | None) -> dict[Goal, int]:
    """Weight of each goal by its place: 3, 2, then 1; a goal named twice counts once."""
    places = dict.fromkeys(goals or ())
    later = [_LATER_GOALS] * len(places)
    return dict(zip(places, [*_GOAL_WEIGHTS, *later], strict=False))


def market_weights(markets: Sequence[Market]) -> list[tuple[str, int]]:
    """(country, weight) of each market, in proportion to the shares.

    What the stated shares leave of 100 is spread evenly over the markets without one; where
    nothing is left and nothing is stated, all count the same.
    """
    unsaid = sum(market.share is None for market in markets)
    rest = max(0, 100 - sum(market.share or 0 for market in markets))
    weights = [
        (market.country, rest if market.share is None else market.share * max(unsaid, 1))
        for market in markets
    ]
    return weights if any(w for _, w in weights) else [(country, 1) for country, _ in weights]


def by_share(markets: Sequence[Market]) -> list[str]:
    """The countries of the markets, the largest first, equal ones by name."""
    weights = market_weights(markets)
    return [country for country, _ in sorted(weights, key=lambda pair: (-pair[1], pair[0]))]


class Asked:
    """What a brief says. None, or nothing in a list, where it does not tell."""

    def __init__(self, brief: Brief) -> None:
        self.minutes = brief.minutes_a_week
        self.can_make = frozenset(brief.content.can_make)
        self.own_minutes = brief.time.minutes_per_piece
        self.ingredients = _ingredients(brief)
        self.goals = goal_weights(brief.goals)
        self.goals_total = sum(self.goals.values())
        self.ages = brief.audience.ages
        self.women_percent = brief.audience.women_percent
        self.education = brief.audience.education
        markets = brief.business.markets or []
        self.markets = market_weights(markets)
        self.markets_total = sum(weight for _, weight in self.markets)
        self.countries = by_share(markets)
        self.accounts = _by_network(brief.accounts)


def _ingredients(brief: Brief) -> dict[Ingredient, int] | None:
    """Points of each ingredient: 100 if at hand, 50 if wanted on top, else 0.

    Unknown while nobody said what is at hand: a wish tells nothing of what there is.
    """
    have, want = brief.content.have, brief.content.want
    if have is None:
        return None
    points = dict.fromkeys(INGREDIENTS, 0)
    return points | dict.fromkeys(want or (), _WANT) | dict.fromkeys(have, _HAVE)


def _by_network(accounts: Sequence[Account] | None) -> dict[str, list[Account]] | None:
    if accounts is None:
        return None
    found: dict[str, list[Account]] = {}
    for account in accounts:
        found.setdefault(account.network, []).append(account)
    return found


class Side:
    """A network's own figures: `audience` as in its file, `goals` and `access` plain values.

    `community_minutes` are the typical minutes a week for listening and answering.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.id = network.id
        plain = network.plain
        self.community_minutes = DAYS * int(plain["community_minutes_a_day"]["typical"])
        self.goals: dict[Goal, int] = {g: part["value"] for g, part in plain["goals"].items()}
        self.audience: dict[str, Any] = plain["audience"]
        self.access: dict[str, str] = {c: part["value"] for c, part in plain["access"].items()}


class Offer:
    """A strategy's figures; `costs` are (minutes a piece, format) of what is carried, rising."""

    def __init__(self, policy: Policy, side: Side, strategy: Strategy) -> None:
        self.side = side
        self.strategy = strategy
        carried = [format_ for format_ in strategy.formats if format_ in side.network.carries]
        self.costs = sorted((policy.make[format_].typical, format_) for format_ in carried)
        self.least_posts = strategy.cadence.steps[0]
        self.needs = strategy.needs
        self.goals = frozenset(strategy.goals)
        self.account = strategy.account
