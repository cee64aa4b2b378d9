"""From a brief and the engine's scores to what a plan can choose from.

Planned is what the ranking calls recommended or possible, and what the brief requires. The fit
of a strategy is its score without the criterion of time: a plan counts every minute, and a score
on time would count them twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from channelwise.brief.model import Account as BriefAccount
from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.networks.model import Network, Strategy
from channelwise.plan import costs
from channelwise.plan.items import HUNDREDTHS, Account, Choices, Option, Stock
from channelwise.recommend.measures import half_up, ready_formats
from channelwise.recommend.standing import FITTING, Judge, Scored, Standing
from channelwise.vocabulary import CRITERIA, INGREDIENTS, AccountKind, Format, Ingredient, Pace

# Estimates of minutes, which a plan replaces by counting.
_ESTIMATES: Final = frozenset({"measure.minutes_needed", "measure.time_share_percent"})
_COUNTED: Final = "time"


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a strategy suits the business apart from time, in hundredths of a point.

    `open` is false if something forbids it, whatever the hours; `suits` if it also reaches the
    verdict `possible` apart from time; `fits` if the ranking's own verdict does.
    """

    scored: Scored
    hundredths: int
    open: bool
    suits: bool
    fits: bool


def fits(judge: Judge, standing: Standing) -> list[Fit]:
    """Every strategy of every network, networks and strategies by id."""
    found = [
        _fit(judge, standing, scored) for place in standing.places for scored in place.candidates
    ]
    return sorted(found, key=lambda fit: fit.scored.strategy.key)


def _fit(judge: Judge, standing: Standing, scored: Scored) -> Fit:
    weights = {name: w for name, w in standing.weights.items() if name != _COUNTED}
    weight = sum(weights.values())
    total = sum(weights[name] * scored.scores[name] for name in weights)
    # Where a brief lets nothing count but time, all strategies are worth the same.
    hundredths = half_up(HUNDREDTHS * total, weight) if weight else HUNDREDTHS * 50
    low = any(
        weights[name] and scored.scores[name] < judge.policy.scales[name].floor
        for name in CRITERIA if name in weights
    )  # fmt: skip
    possible = hundredths >= HUNDREDTHS * judge.policy.possible
    free = not _forbidden(judge, standing.brief, scored)
    suits = free and possible and not low
    return Fit(scored, hundredths, open=free, suits=suits, fits=scored.verdict in FITTING)


def _forbidden(judge: Judge, brief: Brief, scored: Scored) -> bool:
    rules = map(judge.rule_of, scored.excluded_by)
    return scored.network.id in (brief.exclude or ()) or any(
        not (_ESTIMATES & rule.reads) for rule in rules
    )


def choices(judge: Judge, standing: Standing, pace: Pace) -> Choices:
    """What the week of a business could be made of."""
    required = frozenset(standing.brief.require or ())
    wanted = [
        fit for fit in fits(judge, standing)
        if fit.fits or (fit.open and fit.scored.network.id in required)
    ]  # fmt: skip
    return offered(judge, standing, pace, wanted)


def offered(judge: Judge, standing: Standing, pace: Pace, wanted: Sequence[Fit]) -> Choices:
    """The options of some strategies, as far as there is anything to post and an account for it."""
    brief, planning = standing.brief, judge.policy.planning
    maker = _Maker(brief, planning, pace)
    usable = [fit for fit in wanted if _at_hand(brief, fit) and own_voice(brief, fit.scored)]
    options = tuple(option for fit in usable for option in maker.options(fit))
    there = {option.account.id for option in options}
    return Choices(
        minutes=brief.minutes_a_week,
        accounts=tuple(account for account in maker.accounts() if account.id in there),
        options=options, pieces=costs.pieces(brief, planning, pace),
        stock=stocks(brief, planning),
        required=frozenset(brief.require or ()) & {o.account.network.id for o in options},
        owner=HUNDREDTHS * planning.owner if brief.business.rests_on_owner else 0,
        selling_most=planning.selling_most, weeks=planning.weeks,
    )  # fmt: skip


def business_accounts(brief: Brief) -> list[BriefAccount]:
    """Accounts there are already, without those that serve somebody's private life alone."""
    return [account for account in brief.accounts or () if account.used_for != "personal"]


def own_voice(brief: Brief, scored: Scored) -> bool:
    """A personal account is planned if it is there, or if the offer rests on its owner.

    Nobody's private life is put to work because a brief left a question out.
    """
    if scored.strategy.account == "business" or brief.business.rests_on_owner:
        return True
    here = [a for a in business_accounts(brief) if a.network == scored.network.id]
    return any(account.kind == "personal" for account in here)


def _at_hand(brief: Brief, fit: Fit) -> bool:
    """True if there is something to begin with, as far as the brief tells."""
    missing = _missing(brief, fit.scored.strategy)
    none_left = any((brief.content.amounts or {}).get(n) == 0 for n in fit.scored.strategy.needs)
    return len(missing) < len(fit.scored.strategy.needs) and not none_left


def _missing(brief: Brief, strategy: Strategy) -> tuple[Ingredient, ...]:
    """What a strategy is made from and the brief neither has nor wants."""
    content = brief.content
    if content.have is None:
        return ()
    there = {*content.have, *(content.want or ()), *(content.amounts or ())}
    return tuple(need for need in strategy.needs if need not in there)


def stocks(brief: Brief, planning: Planning) -> dict[Ingredient, Stock]:
    """Pieces a month of what runs out: by the brief's own amounts, else by the usual ones."""
    amounts = brief.content.amounts or {}
    found: dict[Ingredient, Stock] = {}
    for name in INGREDIENTS:
        known = planning.material.get(name)
        if name in amounts:
            found[name] = Stock(amounts[name] * (known.pieces if known else 1), amounts[name], True)
        elif known:
            found[name] = Stock(known.a_month * known.pieces, known.a_month, said=False)
    return found


class _Maker:
    """Makes the options of one brief at one pace."""

    def __init__(self, brief: Brief, planning: Planning, pace: Pace) -> None:
        self._brief, self._planning, self._pace = brief, planning, pace
        self._accounts: dict[str, Account] = {}

    def accounts(self) -> list[Account]:
        return [self._accounts[name] for name in sorted(self._accounts)]

    def options(self, fit: Fit) -> Iterator[Option]:
        """Each format that can be made x each step of the ladder x each role."""
        network, strategy = fit.scored.network, fit.scored.strategy
        account = self._account(network, strategy.account)
        ready = ready_formats(self._brief, network, strategy)
        gather = _missing(self._brief, strategy)
        sells = bool(strategy.values["strategy.sells"])
        for format_, posts, role in product(ready, strategy.cadence.steps, self._roles(fit)):
            shares = (*self._shares(fit.scored, format_, posts, role), self._gathering(gather))
            value = earned(fit.hundredths, shares)
            yield Option(
                account=account, strategy=strategy, format=format_, posts=posts, role=role,
                fit=fit.hundredths, value=value, sells=sells, gather=gather, shares=shares,
            )  # fmt: skip

    def _roles(self, fit: Fit) -> range:
        """What mostly sells gives an account its face only where the brief insists on it."""
        required = fit.scored.network.id in (self._brief.require or ())
        sells = fit.scored.strategy.values["strategy.sells"]
        return range(1 if sells and not required else 0, len(self._planning.strategies))

    def _shares(
        self, scored: Scored, format_: Format, posts: int, role: int
    ) -> tuple[int, int, int, int, int]:
        planning, strategy = self._planning, scored.strategy
        place = min(strategy.formats.index(format_), len(planning.formats) - 1)
        leads = scored.network.values["network.leads_with"] == format_
        selling = role == 0 and strategy.values["strategy.sells"]
        return (
            curve(planning.curve, posts, strategy.cadence.typical),
            planning.formats[place],
            100 if leads else planning.passing.get(format_, 100),
            planning.strategies[role],
            planning.selling_main if selling else 100,
        )

    def _gathering(self, gather: Sequence[Ingredient]) -> int:
        return self._planning.gather if gather else 100

    def _account(self, network: Network, kind: AccountKind) -> Account:
        name = f"{network.id}/{kind}"
        if name not in self._accounts:
            self._accounts[name] = account(self._brief, self._planning, network, kind, self._pace)
        return self._accounts[name]


def account(
    brief: Brief, planning: Planning, network: Network, kind: AccountKind, pace: Pace
) -> Account:
    """An account, there or not, with what keeping it is worth and takes."""
    here = [
        a for a in business_accounts(brief) if a.network == network.id and a.kind == kind
    ]  # fmt: skip
    said = [one.followers for one in here if one.followers is not None]
    exists, followers = bool(here), sum(said) if said else None
    kept = planning.follower_points.at(followers or 0)
    points = kept if exists else planning.new_account[kind]
    return Account(
        network=network, kind=kind, exists=exists, followers=followers,
        points=HUNDREDTHS * points,
        community=costs.community(network, planning, pace, exists=exists, followers=followers),
        upkeep=costs.upkeep(network, planning, pace),
    )  # fmt: skip


def earned(fit: int, shares: Sequence[int]) -> int:
    """The fit x each share in percent, rounded half up once, at the end."""
    whole = fit
    for share in shares:
        whole *= share
    return half_up(whole, 100 ** len(shares))


def curve(knees: Sequence[tuple[int, int]], posts: int, typical: int) -> int:
    """What so many posts earn, in percent of the fit, rounded half up.

    The knees are (posts in percent of the typical number, share); between them the line is
    straight, after the last it is flat.

    Example:
        >>> curve([(0, 0), (50, 65), (100, 100), (200, 125)], posts=3, typical=2)
        113
    """
    for (x0, y0), (x1, y1) in pairwise(knees):
        if 100 * posts <= x1 * typical:
            run = (x1 - x0) * typical
            return half_up(y0 * run + (y1 - y0) * (100 * posts - x0 * typical), run)
    return knees[-1][1]
