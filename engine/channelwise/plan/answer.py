"""Puts a plan together: the week, what would change it, what to mind, and the calendar."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from channelwise.networks.build import DAYS
from channelwise.plan.calendar import calendar
from channelwise.plan.choices import choices
from channelwise.plan.hours import frontier, other
from channelwise.plan.items import Account, Option
from channelwise.plan.left_out import LeftOuts, shortfall
from channelwise.plan.model import (
    Activities,
    AtPace,
    Calendar,
    HighPace,
    Material,
    Plan,
    PlannedAccount,
    PlannedStrategy,
    SharedPieces,
    Shares,
    Use,
)
from channelwise.plan.pieces import Made
from channelwise.plan.planner import Planned, planned, separation_minutes
from channelwise.plan.recount import recount
from channelwise.plan.warnings import Warner
from channelwise.recommend.answer import metrics, tone
from channelwise.recommend.notes import unknown_names
from channelwise.recommend.reasons import Teller
from channelwise.recommend.saying import said
from channelwise.version import VERSION
from channelwise.vocabulary import INGREDIENTS, MINUTES_PER_HOUR, PACES, Pace


@dataclass(frozen=True, slots=True)
class Asked:
    """How a plan is wanted: the pace, the first day, and the frontier or not."""

    pace: Pace
    start: date
    frontier: bool


def plan(teller: Teller, fingerprint: str, asked: Asked) -> Plan:
    """The whole answer."""
    judge, brief = teller.judge, teller.standing.brief
    found = planned(judge, teller.standing, asked.pace, brief.minutes_a_week)
    days = _calendar(teller, found, asked.start)
    lefts, short = LeftOuts(teller, found, asked.pace), shortfall(teller, found, asked.pace)
    out, weeks = lefts.all(), judge.policy.judge_after_weeks
    hour = MINUTES_PER_HOUR
    return Plan.model_construct(
        form="channelwise.plan/1", version=VERSION, rulebook=fingerprint,
        as_of=teller.clock.as_of, business=brief.business.name, pace=asked.pace,
        minutes_a_week=brief.minutes_a_week, minutes=_activities(teller, found),
        used=found.count.minutes, left=brief.minutes_a_week - found.count.minutes,
        value=found.count.value, accounts=_accounts(teller, found), shared=_shared(found),
        separation_minutes=separation_minutes(found), material=_material(found),
        paces=[_at_pace(teller, found, pace) for pace in PACES],
        high=_high(teller, asked.pace),
        more=other(judge, brief, asked.pace, found, hour),
        less=other(judge, brief, asked.pace, found, -hour),
        frontier=frontier(judge, brief, asked.pace) if asked.frontier else None,
        left_out=out, shortfall=short, warnings=Warner(teller, found, lefts).all(out, short, days),
        calendar=days, judge_after_weeks=weeks,
        first_review=days.start + timedelta(days=DAYS * weeks),
        judge_on=_judge_on(days.start, weeks, brief.time.horizon_weeks),
        names={network.id: said(network.name) for network in judge.networks},
        notes=unknown_names(brief, judge.networks, teller.texts),
    )  # fmt: skip


def _judge_on(start: date, weeks: int, horizon: int | None) -> date | None:
    """When the owner means to judge, if that is after the first review."""
    later = horizon is not None and horizon > weeks
    return start + timedelta(days=DAYS * horizon) if later and horizon else None


def _high(teller: Teller, pace: Pace) -> HighPace | None:
    """The plan that surely fits: solved at the longest times."""
    if pace == "high":
        return None
    minutes = teller.standing.brief.minutes_a_week
    found = planned(teller.judge, teller.standing, "high", minutes)
    return HighPace.model_construct(
        accounts=[account.id for account in found.accounts], minutes=found.count.minutes,
        posts=sum(option.posts for option in found.options),
    )  # fmt: skip


def _calendar(teller: Teller, found: Planned, start: date) -> Calendar:
    brief, planning = teller.standing.brief, teller.judge.policy.planning
    return calendar(brief, planning, found.made, found.options, found.choices.pieces, start)


def _listen(account: Account, share: int) -> int:
    """Minutes of listening among the community's, rounded down; the rest are for answering."""
    return account.community * share // 100


def _activities(teller: Teller, found: Planned) -> Activities:
    share = teller.judge.policy.planning.listen
    listen = sum(_listen(account, share) for account in found.accounts)
    return Activities.model_construct(
        listen=listen, answer=sum(a.community for a in found.accounts) - listen,
        upkeep=sum(account.upkeep for account in found.accounts),
        make=found.count.make, adapt=found.count.adapt,
    )  # fmt: skip


def _accounts(teller: Teller, found: Planned) -> list[PlannedAccount]:
    """The accounts, those worth most first, ids deciding ties."""
    shown = [_account(teller, found, account) for account in found.accounts]
    return sorted(shown, key=lambda one: (-one.value, one.network, one.kind))


def _account(teller: Teller, found: Planned, account: Account) -> PlannedAccount:
    strategies = [_strategy(found, option) for option in found.of(account)]
    listen = _listen(account, teller.judge.policy.planning.listen)
    make = sum(one.make_minutes for one in strategies)
    adapt = sum(one.adapt_minutes for one in strategies)
    return PlannedAccount.model_construct(
        network=account.network.id, kind=account.kind, name=said(account.network.name),
        exists=account.exists, followers=account.followers,
        required=account.network.id in found.choices.required,
        listen_minutes=listen, answer_minutes=account.community - listen,
        upkeep_minutes=account.upkeep, make_minutes=make, adapt_minutes=adapt,
        minutes=account.minutes + make + adapt, posts=sum(one.posts for one in strategies),
        value=_points(found, account) + sum(one.value for one in strategies),
        strategies=strategies,
        tone=tone(account.network), metrics=metrics(teller, account.network),
    )  # fmt: skip


def _points(found: Planned, account: Account) -> int:
    """What the account itself adds; the first personal one has what the owner's presence adds."""
    personal = [one for one in found.accounts if one.kind == "personal"]
    return account.points + (found.choices.owner if account in personal[:1] else 0)


def _strategy(found: Planned, option: Option) -> PlannedStrategy:
    strategy, cost = option.strategy, found.choices.pieces[option.format]
    made = sum(piece.maker == option for piece in found.made)
    adapted = option.posts - made
    return PlannedStrategy.model_construct(
        id=strategy.id, name=said(strategy.name), role=option.role, format=option.format,
        posts=option.posts, least_posts=strategy.cadence.steps[0],
        typical_posts=strategy.cadence.typical, made=made, adapted=adapted,
        make_minutes=made * cost.make, adapt_minutes=adapted * cost.adapt, fit=option.fit,
        shares=_shares(option),
        value=option.value, sells=option.sells, needs=list(strategy.needs),
        gather=list(option.gather), tone=said(strategy.tone), example=said(strategy.example),
    )  # fmt: skip


def _shares(option: Option) -> Shares:
    pace, format_, passing, role, selling, gather = option.shares
    return Shares.model_construct(
        pace=pace, format=format_, passing=passing, role=role, selling=selling, gather=gather
    )


def _shared(found: Planned) -> list[SharedPieces]:
    """Pieces with several uses, those of one maker and the same uses together."""
    groups: dict[tuple[str, ...], list[Made]] = {}
    for piece in found.made:
        if len(piece.uses) > 1:
            groups.setdefault(tuple(use.strategy.key for use in piece.uses), []).append(piece)
    return [_shared_pieces(found, same) for same in groups.values()]


def _shared_pieces(found: Planned, same: Sequence[Made]) -> SharedPieces:
    maker, *others = same[0].uses
    cost = found.choices.pieces[maker.format]
    return SharedPieces.model_construct(
        format=maker.format, needs=[one for one in INGREDIENTS if one in maker.needs],
        pieces=len(same), made_for=_use(maker, len(same)),
        goes_to=[_use(use, len(same)) for use in others],
        saved_minutes=len(same) * len(others) * (cost.make - cost.adapt),
    )  # fmt: skip


def _use(option: Option, posts: int) -> Use:
    account = option.account
    return Use.model_construct(
        network=account.network.id, kind=account.kind, strategy=option.strategy.id, posts=posts
    )


def _material(found: Planned) -> list[Material]:
    """Material that runs out and that the plan uses."""
    used = Counter(need for piece in found.made for need in piece.maker.needs)
    return [
        Material.model_construct(
            ingredient=name, a_month=stock.a_month, carries=stock.pieces,
            used=used[name] * found.choices.weeks, assumed=not stock.said,
        )
        for name in INGREDIENTS
        if used[name] and (stock := found.choices.stock.get(name))
    ]  # fmt: skip


def _at_pace(teller: Teller, found: Planned, pace: Pace) -> AtPace:
    """The same options and pieces, every item at that pace."""
    offered = choices(teller.judge, teller.standing, pace)
    accounts = {account.id: account for account in offered.accounts}
    kept = sum(accounts[account.id].minutes for account in found.accounts)
    count = recount(found.options, found.made, offered.pieces)
    minutes = kept + count.make + count.adapt
    return AtPace.model_construct(
        pace=pace, minutes=minutes, left=teller.standing.brief.minutes_a_week - minutes
    )
