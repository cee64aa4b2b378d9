"""Measures: the whole numbers that the core derives from a brief and a candidate.

Each is a function of this file with its formula in the docstring; rules read it as
`measure.NAME`. None means that the brief, or the network's facts, do not tell. Shares are
whole percent; where a division must be rounded, the docstring says which way.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from channelwise.brief.answers import count, mixes_voices
from channelwise.brief.model import Account, Brief
from channelwise.load.policy import Policy
from channelwise.networks.model import Network, Strategy
from channelwise.recommend.prepared import Asked, Offer, Side
from channelwise.vocabulary import AccountKind, Format

# Surveys by age, gender and education were found for this country alone. They stand in for
# others until those have their own: see `surveyed_country`.
REFERENCE_COUNTRY: Final = "US"


class Case:
    """One candidate under one brief. Network measures leave the strategy alone.

    `asked` is what was prepared of the brief, `offer` what was prepared of the candidate.
    """

    __slots__ = ("asked", "offer")

    def __init__(self, brief: Brief, policy: Policy, network: Network, strategy: Strategy) -> None:
        self.asked = Asked(brief)
        self.offer = Offer(policy, Side(network), strategy)

    @classmethod
    def of(cls, asked: Asked, offer: Offer) -> "Case":
        """From what is prepared already, where many candidates meet many briefs."""
        case = cls.__new__(cls)
        case.asked, case.offer = asked, offer
        return case

    @property
    def network(self) -> Network:
        """The network itself."""
        return self.offer.side.network

    @property
    def strategy(self) -> Strategy:
        """The strategy itself."""
        return self.offer.strategy


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
    A brief's own minutes for a format stand in for the typical ones.
    """
    can_make, offer = case.asked.can_make, case.offer
    if case.asked.own_minutes:
        return _own_minutes_for(case, posts, case.asked.own_minutes)
    for minutes, format_ in offer.costs:  # the cheapest first
        if format_ in can_make:
            return posts * minutes + offer.side.community_minutes
    return None


def _own_minutes_for(case: Case, posts: int, own: Mapping[Format, int]) -> int | None:
    """The same, by the minutes a piece that the brief gives for some of the formats."""
    can_make, offer = case.asked.can_make, case.offer
    costs = [own.get(format_, minutes) for minutes, format_ in offer.costs if format_ in can_make]
    return posts * min(costs) + offer.side.community_minutes if costs else None


def minutes_needed(case: Case) -> int | None:
    """`minutes_for` at the least sensible cadence."""
    return minutes_for(case, case.offer.least_posts)


def time_share_percent(case: Case) -> int | None:
    """minutes_needed / minutes a week x 100, rounded up: what does not fit never looks as if."""
    needed, there = minutes_needed(case), case.asked.minutes
    return None if needed is None else ceil_div(100 * needed, max(there, 1))


# --- content --------------------------------------------------------------------------------


def formats_ready(case: Case) -> int:
    """How many formats of the strategy can be made here and are carried there."""
    can_make = case.asked.can_make
    return len([1 for _, format_ in case.offer.costs if format_ in can_make])


def ingredients_percent(case: Case) -> int | None:
    """Mean over the strategy's ingredients: 100 if at hand, 50 if wanted, else 0; rounded down."""
    points = case.asked.ingredients
    if points is None:
        return None
    needs = case.offer.needs
    return sum([points[need] for need in needs]) // len(needs)


# --- goals ----------------------------------------------------------------------------------


def goals_served_percent(case: Case) -> int | None:
    """Weight of the goals that the strategy serves / weight of all goals x 100, rounded down."""
    asked, goals = case.asked, case.offer.goals
    if not asked.goals:
        return None
    served = sum([weight for goal, weight in asked.goals.items() if goal in goals])
    return 100 * served // asked.goals_total


def goal_strength(case: Case) -> int | None:
    """Weighted mean of the network's strength (0-100) at the goals, rounded half up.

    Goals for which the network states no strength are left out of the mean.
    """
    strengths = case.offer.side.goals
    return _mean(
        [(w, strengths[goal]) for goal, w in case.asked.goals.items() if goal in strengths]
    )


def _mean(known: Sequence[tuple[int, int]]) -> int | None:
    total = sum([weight for weight, _ in known])
    return half_up(sum([weight * value for weight, value in known]), total) if total else None


# --- audience -------------------------------------------------------------------------------


def surveyed_country(
    tables: Mapping[str, Any], access: Mapping[str, str], countries: Sequence[str]
) -> str | None:
    """The country whose survey tells about these markets (the largest first), or None.

    A market without a survey of its own is told by the reference country's, but only where the
    network opens as freely: use behind a filter follows other laws, and is better unknown.
    """
    if countries:
        main = countries[0]
        if main in tables:
            return main
        if access.get(main, access.get("default", "unknown")) != "open":
            return None
    return REFERENCE_COUNTRY if REFERENCE_COUNTRY in tables else None


def _table(case: Case, name: str) -> Any:
    side = case.offer.side
    tables = side.audience.get(name, {})
    country = surveyed_country(tables, side.access, case.asked.countries)
    return tables[country] if country else None


def age_reach_percent(case: Case) -> int | None:
    """Mean use by age band, weighted by the audience's shares; bands without a figure left out."""
    ages, use = case.asked.ages, _table(case, "ages")
    if not ages or not use:
        return None
    return _mean([(share, use[band]["value"]) for band, share in ages.items() if band in use])


def gender_reach_percent(case: Case) -> int | None:
    """women% x use by women + men% x use by men, rounded half up."""
    women, women_use, men_use = (
        case.asked.women_percent, _table(case, "women"), _table(case, "men"),
    )  # fmt: skip
    if women is None or not women_use or not men_use:
        return None
    return _mean([(women, women_use["value"]), (100 - women, men_use["value"])])


def education_reach_percent(case: Case) -> int | None:
    """Use among people of the audience's education."""
    education, use = case.asked.education, _table(case, "education")
    if education is None or not use or education not in use:
        return None
    return int(use[education]["value"])


# --- access ---------------------------------------------------------------------------------


def _market_share(case: Case, state: str) -> int | None:
    """Percent of the markets in which access is in that state, rounded half up.

    None if access is unknown in any market that counts.
    """
    asked, states = case.asked, case.offer.side.access
    if not asked.markets:
        return None
    otherwise = states.get("default", "unknown")
    found = [(states.get(country, otherwise), weight) for country, weight in asked.markets]
    if any(weight for known, weight in found if known == "unknown"):
        return None
    matching = sum([weight for known, weight in found if known == state])
    return half_up(100 * matching, asked.markets_total)


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
    markets, use = case.asked.markets, case.offer.side.audience.get("use", {})
    if not markets or not use:
        return None
    return _mean([(weight, use[country]["value"]) for country, weight in markets if country in use])


# --- presence -------------------------------------------------------------------------------


def accounts_here(case: Case, kind: AccountKind | None = None) -> list[Account] | None:
    """The brief's accounts on this network, of one kind if given; None if it names none at all."""
    accounts = case.asked.accounts
    if accounts is None:
        return None
    here = accounts.get(case.offer.side.id, [])
    return here if kind is None else [account for account in here if account.kind == kind]


def followers(case: Case) -> int | None:
    """Followers on accounts of the strategy's kind here; 0 without one, None if not said."""
    accounts = accounts_here(case, case.offer.account)
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
