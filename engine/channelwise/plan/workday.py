"""The hours of one working day: when it begins, who is at work, and one thing after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.plan.week import LAST_MINUTE, minute_of
from channelwise.recommend.measures import ceil_div
from channelwise.vocabulary import MINUTES_PER_HOUR

# Who begins in the evening has no less of a day than others, as far as midnight allows.
_LEAST: Final = 8 * MINUTES_PER_HOUR


@dataclass(frozen=True, slots=True)
class Workday:
    """When work begins and when it had better be over, in minutes since midnight.

    `people` share the hours; one if the brief does not tell.
    """

    begin: int
    end: int
    people: int

    @property
    def room(self) -> int:
        """Minutes of work that a day has room for."""
        return (self.end - self.begin) * self.people

    def slots(self, minutes: Sequence[int]) -> "Slots":
        """The day's things one after the other, without a gap.

        A day that would end too late for one is shared by as many people as it takes, up to
        those there are. If it would still not end before midnight it begins earlier; and what
        no day holds (more than 24 hours for each of them) is shared by more hands.
        """
        total = sum(minutes)
        hands = min(self.people, max(1, ceil_div(total, max(1, self.end - self.begin))))
        hands = max(hands, ceil_div(total, LAST_MINUTE))
        begin = min(self.begin, LAST_MINUTE - ceil_div(total, hands))
        ends = [begin + ceil_div(done, hands) for done in accumulate(minutes, initial=0)]
        return Slots(hands, list(pairwise(ends)))


@dataclass(frozen=True, slots=True)
class Slots:
    """From when to when each thing lasts, with all `hands` on it side by side."""

    hands: int
    times: list[tuple[int, int]]


def workday_of(brief: Brief, planning: Planning) -> Workday:
    """From the brief's own beginning, or the usual one, to when the last posts go out."""
    begin = minute_of(brief.time.work_at or planning.work_at)
    end = max(minute_of(planning.latest), begin + _LEAST)
    return Workday(begin, min(end, LAST_MINUTE), brief.time.people or 1)


def post_times(count: int, alone: int, earliest: int, latest: int) -> list[int]:
    """When an account's posts of one day go out: a single one at `alone`, more of them evenly.

    Each of several posts stands in the middle of its share of the time from `earliest` to
    `latest`, at a full five minutes.

    Example:
        >>> post_times(1, 1080, 540, 1260), post_times(3, 1080, 540, 1260)
        ([1080], [660, 900, 1140])
    """
    if count == 1:
        return [alone]
    middles = ((2 * i + 1) * (latest - earliest) // (2 * count) for i in range(count))
    return [(earliest + middle) // 5 * 5 for middle in middles]
