"""A plan put in the order of its page: no words and no markup, only what goes where."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from channelwise.plan.model import (
    Activities,
    Calendar,
    Entry,
    Plan,
    PlannedAccount,
)
from channelwise.recommend.model import Ground
from channelwise.vocabulary import WEEKDAYS, AccountKind, Activity, Format

# People first: the order in which minutes are shown everywhere.
WORK: Final[tuple[Activity, ...]] = ("listen", "answer", "upkeep", "make", "adapt")
_DAYS: Final = 7


def minutes_of(account: PlannedAccount) -> Activities:
    """An account's minutes by what is done."""
    return Activities(**{kind: getattr(account, f"{kind}_minutes") for kind in WORK})


def posts(plan: Plan) -> int:
    return sum(account.posts for account in plan.accounts)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar; a day without entries is shown as well."""

    date: date
    working: bool
    entries: list[Entry]

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def hands(self) -> int:
        """People who share the day's work."""
        return max((entry.hands for entry in self.entries), default=1)


class CalendarWeek(NamedTuple):
    """Seven days in a row."""

    number: int
    days: list[Day]


def weeks(calendar: Calendar) -> list[CalendarWeek]:
    """All weeks of the calendar, each from the first day of the owner's week on."""
    by_day: dict[date, list[Entry]] = {}
    for entry in calendar.entries:
        by_day.setdefault(entry.date, []).append(entry)
    return [
        CalendarWeek(number + 1, list(_days(calendar, number, by_day)))
        for number in range(calendar.weeks)
    ]


def _days(calendar: Calendar, week: int, by_day: dict[date, list[Entry]]) -> Iterator[Day]:
    for place in range(_DAYS):
        day = calendar.start + timedelta(days=_DAYS * week + place)
        working = WEEKDAYS[day.weekday()] in calendar.working_days
        yield Day(day, working, by_day.get(day, []))


class Pieces(NamedTuple):
    """The pieces of a week that are made for one strategy, by their letters."""

    network: str
    account: AccountKind
    strategy: str
    format: Format
    letters: list[str]


def pieces(calendar: Calendar) -> list[Pieces]:
    """What the letters of the calendar stand for, strategy by strategy; every week is alike."""
    found: dict[tuple[str, AccountKind, str, Format], list[str]] = {}
    for entry in calendar.entries:
        if entry.week == 1 and entry.kind == "make":
            found.setdefault(_made_for(entry), []).append(entry.piece or "")
    return [
        Pieces(*key, sorted(letters, key=lambda one: (len(one), one)))
        for key, letters in found.items()
    ]


def _made_for(entry: Entry) -> tuple[str, AccountKind, str, Format]:
    if not (entry.network and entry.account and entry.strategy and entry.format):
        raise ValueError(f"a piece is made for no account: {entry!r}")
    return entry.network, entry.account, entry.strategy, entry.format


def by_network(plan: Plan) -> list[list[PlannedAccount]]:
    """The accounts of each network together, since they share its tone and its figures."""
    found: dict[str, list[PlannedAccount]] = {}
    for account in plan.accounts:
        found.setdefault(account.network, []).append(account)
    return list(found.values())


def grounds(plan: Plan) -> Iterator[Ground]:
    """What the page cites, in the order in which a reader meets it."""
    for warning in plan.warnings:
        yield from warning.grounds
    for accounts in by_network(plan):
        yield from (metric.ground for metric in accounts[0].metrics if metric.ground)
