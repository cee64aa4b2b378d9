"""What the tests of plans share: frozen plans, and those of the examples."""

from datetime import date
from functools import cache
from typing import Final

from channelwise.plan.model import Plan
from channelwise.vocabulary import Pace
from known import AS_OF, changed, engine, examples
from reports import ANSWERS

START: Final = date(2026, 11, 30)
FROZEN_PLANS: Final = ("coach", "clinic")
EXAMPLES: Final = ("bakery", "clinic", "coach", "engineering", "fashion", "repair")


def frozen_plan(name: str) -> Plan:
    return Plan.model_validate_json((ANSWERS / f"{name}.plan.json").read_bytes())


@cache
def plan_of(name: str, pace: Pace = "typical") -> Plan:
    """The plan of an example, without the frontier."""
    return engine().plan(examples()[name], pace=pace, start=START, as_of=AS_OF)


@cache
def short_plan(hours: float = 1) -> Plan:
    """A plan whose hours carry no account."""
    brief = changed(examples()["bakery"], time__hours_per_week=hours)
    return engine().plan(brief, start=START, as_of=AS_OF)
