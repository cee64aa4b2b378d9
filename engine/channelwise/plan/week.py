"""The owner's own week, and times of day as minutes since midnight."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.recommend.prepared import by_share
from channelwise.vocabulary import MINUTES_PER_HOUR, WEEKDAYS, Weekday

DAYS_A_WEEK: Final = len(WEEKDAYS)
LAST_MINUTE: Final = 24 * MINUTES_PER_HOUR - 1


@dataclass(frozen=True, slots=True)
class Week:
    """A week that begins on the owner's first working day.

    `working` are the working days in the order of the week, the first one first. Elsewhere a day
    of the week is a number from 0, the first working day, to 6.
    """

    country: str | None
    working: tuple[Weekday, ...]

    @property
    def first(self) -> Weekday:
        return self.working[0]

    @property
    def days(self) -> tuple[int, ...]:
        """Working days as numbers; the first is always 0."""
        return tuple(_after(self.first, day) for day in self.working)

    def begin(self, start: date) -> date:
        """The first working day on `start` or after it.

        Raises:
            OverflowError: there is no such day before the year 10000.
        """
        return start + timedelta(days=_after(WEEKDAYS[start.weekday()], self.first))


def week_of(brief: Brief, planning: Planning) -> Week:
    """The brief's own working days, or those of the country that most customers are in."""
    country = next(iter(by_share(brief.business.markets or [])), None)
    days = brief.time.days or planning.days_of(country)
    return Week(country, _in_order(days[0], days))


def _in_order(first: Weekday, days: Iterable[Weekday]) -> tuple[Weekday, ...]:
    return tuple(sorted(set(days), key=lambda day: _after(first, day)))


def _after(first: Weekday, day: Weekday) -> int:
    """Days from one weekday to the next such day, 0 to 6."""
    return (WEEKDAYS.index(day) - WEEKDAYS.index(first)) % DAYS_A_WEEK


def minute_of(clock: str) -> int:
    """Minutes since midnight of a checked HH:MM.

    Example:
        >>> minute_of("09:30"), clock_of(570)
        (570, '09:30')
    """
    hours, minutes = clock.split(":")
    return int(hours) * MINUTES_PER_HOUR + int(minutes)


def clock_of(minute: int) -> str:
    """The time of day as HH:MM."""
    hours, minutes = divmod(minute, MINUTES_PER_HOUR)
    return f"{hours:02d}:{minutes:02d}"
