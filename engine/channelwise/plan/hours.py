"""Other hours: what one more would buy, what one less would cost, and the whole frontier.

Each is solved anew, with the brief judged at those hours.
"""

from collections.abc import Iterator
from typing import Final

from channelwise.brief.model import Brief
from channelwise.plan.choices import choices
from channelwise.plan.items import Option
from channelwise.plan.model import FrontierPoint, OtherHours, StrategyChange
from channelwise.plan.planner import Planned, planned
from channelwise.recommend.saying import said
from channelwise.recommend.standing import Judge, Standing
from channelwise.vocabulary import HOURS_PER_WEEK, MINUTES_PER_HOUR, Pace

FRONTIER_HOURS: Final = 40


def other(
    judge: Judge, brief: Brief, pace: Pace, now: Planned, minutes_more: int
) -> OtherHours | None:
    """The plan with so many minutes more (or less, below 0); None if no week has them."""
    minutes = now.choices.minutes + minutes_more
    if not 0 < minutes <= HOURS_PER_WEEK * MINUTES_PER_HOUR:
        return None
    then = _at(judge, brief, pace, minutes)
    wanted = then.choices.required & {account.network.id for account in then.accounts}
    return OtherHours.model_construct(
        wanted_more=bool(wanted - {account.network.id for account in now.accounts}),
        minutes_a_week=minutes, minutes=then.count.minutes,
        networks=sorted({account.network.id for account in then.accounts}),
        value=then.count.value, gain=then.count.value - now.count.value,
        changes=list(_changes(now, then)),
    )  # fmt: skip


def _at(judge: Judge, brief: Brief, pace: Pace, minutes: int) -> Planned:
    asked = brief.with_changes({"time.hours_per_week": minutes / MINUTES_PER_HOUR})
    return planned(judge, judge.standing(asked), pace, minutes)


def _changes(now: Planned, then: Planned) -> Iterator[StrategyChange]:
    """Strategy by strategy, by id."""
    before = {option.strategy.key: option for option in now.options}
    after = {option.strategy.key: option for option in then.options}
    for key in sorted(before | after):
        change = _change(before.get(key), after.get(key))
        if change:
            yield change


def _change(before: Option | None, after: Option | None) -> StrategyChange | None:
    shown = after or before
    kind = _kind(before, after)
    if shown is None or kind is None:
        return None
    return StrategyChange.model_construct(
        kind=kind, network=shown.account.network.id, account=shown.account.kind,
        strategy=shown.strategy.id, name=said(shown.strategy.name),
        was=before.posts if before else 0, becomes=after.posts if after else 0,
        format=shown.format,
    )  # fmt: skip


def _kind(before: Option | None, after: Option | None) -> str | None:
    if before is None or after is None:
        return "starts" if before is None else "stops"
    if before.posts != after.posts:
        return "more" if after.posts > before.posts else "fewer"
    return "format" if before.format != after.format else None


def frontier(judge: Judge, brief: Brief, pace: Pace) -> list[FrontierPoint]:
    """The best plan at each whole hour from 0 to 40, from the most hours down.

    A plan that leaves an hour unused is also the best without it, as long as the brief offers
    the same choices there: it is not solved again.
    """
    found = [_nothing()]
    last: Planned | None = None
    points = []
    for hours in range(FRONTIER_HOURS, 0, -1):
        last = _down(judge, brief, pace, hours, last)
        points.append(_point(hours, last))
    return found + points[::-1]


def _down(judge: Judge, brief: Brief, pace: Pace, hours: int, above: Planned | None) -> Planned:
    minutes = hours * MINUTES_PER_HOUR
    standing = judge.standing(brief.with_changes({"time.hours_per_week": hours}))
    if above and above.count.minutes <= minutes and _same(judge, standing, pace, above):
        return above
    return planned(judge, standing, pace, minutes)


def _same(judge: Judge, standing: Standing, pace: Pace, above: Planned) -> bool:
    """True if the brief offers the same choices as at the hours above."""
    return choices(judge, standing, pace).options == above.choices.options


def _point(hours: int, plan: Planned) -> FrontierPoint:
    return FrontierPoint.model_construct(
        hours=hours, minutes=plan.count.minutes, value=plan.count.value,
        posts=sum(option.posts for option in plan.options),
        accounts=[account.id for account in plan.accounts],
    )  # fmt: skip


def _nothing() -> FrontierPoint:
    return FrontierPoint.model_construct(hours=0, minutes=0, posts=0, value=0, accounts=[])
