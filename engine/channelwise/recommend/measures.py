"""Measures: the whole numbers that the core derives from a brief and a candidate.

Each is a function of this file with its formula in the docstring; rules read it as
`measure.NAME`. None means that the brief, or the network's facts, do not tell. Shares are
whole percent; where a division must be rounded, the docstring says which way.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from channelwise.brief.answers import count, mixes_voices
from channelwise.brief.model import Account, Brief, Market
from channelwise.load.policy import Policy
from channelwise.networks.build import DAYS
from channelwise.networks.model import Network, Strategy
from channelwise.vocabulary import AccountKind, Format, Goal

# Who reads the tables of one country only: the surveys with ages, gender and education that
# were found are of the United States. They stand in elsewhere until a country has its own.
REFERENCE_COUNTRY: Final = "US"

# The first goal counts three times as much as the third, the second twice.
_GOAL_WEIGHTS: Final = (3, 2)
_LATER_GOALS: Final = 1

# An ingredient that is only wanted has still to be made.
_HAVE, _WANT = 100, 50


@dataclass(frozen=True, slots=True)
class Case:
    """One candidate under one brief. Network measures leave `strategy` alone."""

    brief: Brief
    policy: Policy
    network: Network
    strategy: Strategy


def ceil_div(top: int, bottom: int) -> int:
    """Whole division, rounded up."""
    return -(-top // bottom)


def half_up(top: int, bottom: int) -> int:
    """Whole division, rounded to the nearest; halves go up."""
    return (2 * top + bottom) // (2 * bottom)


# --- time -----------------------------------------------------------------------------------


def ready_formats(brief: Brief, network: Network, strategy: Strategy) -> tuple[Format, ...]:
    """The strategy's formats that the business can make and the network carries, best first."""
    can_make = set(brief.content.can_make)
    return tuple(f for f in strategy.formats if f in can_make and f in network.carries)


def minutes_for(case: Case, posts: int) -> int | None:
    """Minutes a week for so many posts: posts x the cheapest ready format + community time.

    Community time (listening and answering) is the network's typical minutes a day x 7.
    """
    ready = ready_formats(case.brief, case.network, case.strategy)
    if not ready:
        return None
    cheapest = min(case.policy.make[format_].typical for format_ in ready)
    return posts * cheapest + community_minutes(case.network)


def community_minutes(network: Network) -> int:
    """Typical minutes a week for listening and answering."""
    return DAYS * int(network.plain["community_minutes_a_day"]["typical"])


def minutes_needed(case: Case) -> int | None:
    """`minutes_for` at the least sensible cadence."""
    return minutes_for(case, case.strategy.cadence.steps[0])


def time_share_percent(case: Case) -> int | None:
    """minutes_needed / minutes a week x 100, rounded up: what does not fit never looks as if."""
    needed, there = minutes_needed(case), case.brief.minutes_a_week
    return None if needed is None else ceil_div(100 * needed, max(there, 1))


# --- content --------------------------------------------------------------------------------


def formats_ready(case: Case) -> int:
    """How many formats of the strategy can be made here and are carried there."""
    return len(ready_formats(case.brief, case.network, case.strategy))


def ingredients_percent(case: Case) -> int | None:
    """Mean over the strategy's ingredients: 100 if at hand, 50 if wanted, else 0; rounded down."""
    content = case.brief.content
    if content.have is None and content.want is None:
        return None
    have, want = content.have or (), content.want or ()
    points = (_HAVE if n in have else _WANT if n in want else 0 for n in case.strategy.needs)
    return sum(points) // len(case.strategy.needs)


# --- goals ----------------------------------------------------------------------------------


def goal_weights(goals: Sequence[Goal] | None) -> dict[Goal, int]:
    """Weight of each goal by its place: 3, 2, then 1; a goal named twice counts once."""
    places = dict.fromkeys(goals or ())
    later = [_LATER_GOALS] * len(places)
    return dict(zip(places, [*_GOAL_WEIGHTS, *later], strict=False))


def goals_served_percent(case: Case) -> int | None:
    """Weight of the goals that the strategy serves / weight of all goals x 100, rounded down."""
    weights = goal_weights(case.brief.goals)
    if not weights:
        return None
    served = sum(weight for goal, weight in weights.items() if goal in case.strategy.goals)
    return 100 * served // sum(weights.values())


def goal_strength(case: Case) -> int | None:
    """Weighted mean of the network's strength (0-100) at the goals, rounded half up.

    Goals for which the network states no strength are left out of the mean.
    """
    strengths = case.network.plain["goals"]
    weights = goal_weights(case.brief.goals)
    pairs = [(w, strengths[goal]["value"]) for goal, w in weights.items() if goal in strengths]
    return _mean(pairs)


def _mean(pairs: Iterable[tuple[int, int]]) -> int | None:
    known = list(pairs)
    total = sum(weight for weight, _ in known)
    return half_up(sum(weight * value for weight, value in known), total) if total else None


# --- audience -------------------------------------------------------------------------------


def _table(case: Case, name: str) -> Any:
    """The audience table of the largest market that has one; else the reference country's."""
    tables = case.network.plain["audience"].get(name, {})
    for market in by_share(case.brief.business.markets or ()):
        if market.country in tables:
            return tables[market.country]
    return tables.get(REFERENCE_COUNTRY)


def by_share(markets: Iterable[Market]) -> list[Market]:
    """The largest first; equal shares by country, markets without one as the brief has them."""
    return sorted(markets, key=lambda m: (-(m.share or 0), "" if m.share is None else m.country))


def age_reach_percent(case: Case) -> int | None:
    """Mean use by age band, weighted by the audience's shares; bands without a figure left out."""
    ages, use = case.brief.audience.ages, _table(case, "ages")
    if not ages or not use:
        return None
    return _mean((share, use[band]["value"]) for band, share in ages.items() if band in use)


def gender_reach_percent(case: Case) -> int | None:
    """women% x use by women + men% x use by men, rounded half up."""
    women, women_use, men_use = (
        case.brief.audience.women_percent, _table(case, "women"), _table(case, "men"),
    )  # fmt: skip
    if women is None or not women_use or not men_use:
        return None
    return _mean([(women, women_use["value"]), (100 - women, men_use["value"])])


def education_reach_percent(case: Case) -> int | None:
    """Use among people of the audience's education."""
    education, use = case.brief.audience.education, _table(case, "education")
    if education is None or not use or education not in use:
        return None
    return int(use[education]["value"])


# --- access ---------------------------------------------------------------------------------


def market_weights(markets: Sequence[Market]) -> list[tuple[str, int]]:
    """(country, share) of each market; where any share is missing, all count the same."""
    if any(market.share is None for market in markets) or not any(m.share for m in markets):
        return [(market.country, 1) for market in markets]
    return [(market.country, market.share or 0) for market in markets]


def _market_share(case: Case, state: str) -> int | None:
    """Percent of the markets in which access is in that state, rounded half up."""
    markets = case.brief.business.markets
    if not markets:
        return None
    weights = market_weights(markets)
    matching = sum(weight for country, weight in weights if access(case.network, country) == state)
    return half_up(100 * matching, sum(weight for _, weight in weights))


def access(network: Network, country: str) -> str:
    """open, filtered, blocked or unknown, from the country's own entry or else the default."""
    table = network.plain["access"]
    entry = table.get(country) or table.get("default")
    return str(entry["value"]) if entry else "unknown"


def open_market_percent(case: Case) -> int | None:
    """Share of the markets in which the network opens without help."""
    return _market_share(case, "open")


def filtered_market_percent(case: Case) -> int | None:
    """Share of the markets in which it opens only through a VPN."""
    return _market_share(case, "filtered")


def blocked_market_percent(case: Case) -> int | None:
    """Share of the markets in which it cannot be used."""
    return _market_share(case, "blocked")


def market_use_percent(case: Case) -> int | None:
    """Mean use among adults of the markets that have a survey, by share, rounded half up."""
    markets, use = case.brief.business.markets, case.network.plain["audience"].get("use", {})
    if not markets or not use:
        return None
    weights = market_weights(markets)
    return _mean((weight, use[country]["value"]) for country, weight in weights if country in use)


# --- presence -------------------------------------------------------------------------------


def accounts_here(case: Case, kind: AccountKind | None = None) -> list[Account] | None:
    """The brief's accounts on this network, of one kind if given; None if it names none at all."""
    accounts = case.brief.accounts
    if accounts is None:
        return None
    return [a for a in accounts if a.network == case.network.id and kind in (None, a.kind)]


def followers(case: Case) -> int | None:
    """Followers on accounts of the strategy's kind here; 0 without one, None if not said."""
    accounts = accounts_here(case, case.strategy.account)
    if accounts is None:
        return None
    said = [account.followers for account in accounts if account.followers is not None]
    return sum(said) if said or not accounts else None


def mixed_here(case: Case) -> int | None:
    """Accounts here that are used for both sides, or for the other one."""
    accounts = accounts_here(case)
    return None if accounts is None else count(mixes_voices(account) for account in accounts)


def personal_here(case: Case) -> int | None:
    """Personal accounts here."""
    accounts = accounts_here(case, "personal")
    return None if accounts is None else len(accounts)


def business_here(case: Case) -> int | None:
    """Business accounts here."""
    accounts = accounts_here(case, "business")
    return None if accounts is None else len(accounts)


Measure = Callable[[Case], int | None]

NETWORK_MEASURES: Final[Mapping[str, Measure]] = {
    f"measure.{function.__name__}": function
    for function in (
        goal_strength, age_reach_percent, gender_reach_percent, education_reach_percent,
        market_use_percent, open_market_percent, blocked_market_percent, filtered_market_percent,
        mixed_here, personal_here, business_here,
    )
}  # fmt: skip
STRATEGY_MEASURES: Final[Mapping[str, Measure]] = {
    f"measure.{function.__name__}": function
    for function in (
        minutes_needed, time_share_percent, formats_ready, ingredients_percent,
        goals_served_percent, followers,
    )
}  # fmt: skip
