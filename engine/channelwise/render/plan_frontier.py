"""The frontier put in order: the hours at which something changes, and what opens there."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from channelwise.plan.model import FrontierPoint
from channelwise.vocabulary import MINUTES_PER_HOUR

# In short, hours between these are shown only where an account comes or goes.
_EVERY: Final = 5


class Step(NamedTuple):
    """A point of the frontier that differs from the one before it.

    `yours` are the hours asked for, or the nearest whole hours below them.
    """

    point: FrontierPoint
    opens: list[str]
    leaves: list[str]
    yours: bool


def steps(points: Sequence[FrontierPoint], minutes_a_week: int) -> list[Step]:
    """The points at which value or accounts change; the hours asked are always among them."""
    found: list[Step] = []
    last: FrontierPoint | None = None
    own = max((p.hours for p in points if p.hours * MINUTES_PER_HOUR <= minutes_a_week), default=0)
    for point in points:
        yours = point.hours == own
        if last is None or yours or (point.value, point.accounts) != (last.value, last.accounts):
            before = last.accounts if last else []
            opens = [name for name in point.accounts if name not in before]
            leaves = [name for name in before if name not in point.accounts]
            found.append(Step(point, opens, leaves, yours))
        last = point
    return found


def main_steps(found: Sequence[Step]) -> list[Step]:
    """Those that a short page shows: accounts that come or go, the hours asked, every fifth."""
    return [
        step for place, step in enumerate(found)
        if step.opens or step.leaves or step.yours or step.point.hours % _EVERY == 0
        or place == len(found) - 1
    ]  # fmt: skip


def height(value: int, points: Sequence[FrontierPoint]) -> int:
    """A value in percent of the greatest; 0 where there is none."""
    most = max((point.value for point in points), default=0)
    return max(0, (200 * value + most) // (2 * most)) if most > 0 else 0


def enough(found: Sequence[Step], points: Sequence[FrontierPoint]) -> int | None:
    """Hours from which on nothing changes; None if the last hour still brings something."""
    changes = [
        step.point.hours for before, step in pairwise(found)
        if (step.point.value, step.point.accounts) != (before.point.value, before.point.accounts)
    ]  # fmt: skip
    return changes[-1] if changes and changes[-1] < points[-1].hours else None
