"""What the choices of a brief are tested with: the rules that ship, and one bakery."""

from typing import Any

from channelwise.brief.model import Brief
from channelwise.plan.choices import choices
from channelwise.plan.items import Choices, Option
from channelwise.recommend.standing import Judge
from channelwise.vocabulary import Pace
from known import changed, examples, judge


def offered(brief: Brief, pace: Pace = "typical", judging: Judge | None = None) -> Choices:
    """What can be chosen under a brief, by the rules that ship or by another judge."""
    judging = judging or judge()
    return choices(judging, judging.standing(brief), pace)


def bakery(**changes: Any) -> Brief:
    """The bakery of the examples, with fields replaced."""
    return changed(examples()["bakery"], **changes)


def keys(found: Choices) -> set[str]:
    """The strategies that can be chosen."""
    return {option.strategy.key for option in found.options}


def networks(found: Choices) -> set[str]:
    """The networks that can be chosen."""
    return {option.account.network.id for option in found.options}


def of(found: Choices, key: str) -> list[Option]:
    """The options of one strategy."""
    return [option for option in found.options if option.strategy.key == key]
