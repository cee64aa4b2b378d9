"""The calendar of a plan in the order of a page: weeks, days, and how each day begins."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final, NamedTuple

from channelwise.plan.model import Calendar, Entry
from channelwise.render.plan_words import PlanWords

_PEOPLE: Final = ("listen", "answer")


class Task(NamedTuple):
    """Entries of one day that read as one: same work, same strategy, one after the other."""

    first: Entry
    minutes: int
    pieces: tuple[str, ...]


class Habit(NamedTuple):
    """What each working day of a week begins with. Minutes are least and most of any day."""

    at: str
    minutes: tuple[int, int]
    parts: dict[str, tuple[int, int]]


class Day(NamedTuple):
    date: date
    tasks: list[Task]


def week_of(calendar: Calendar, week: int) -> list[Entry]:
    return [entry for entry in calendar.entries if entry.week == week]


def habit(entries: Sequence[Entry]) -> Habit | None:
    """Listening and answering, if every day with work has them at the same time; else None."""
    work = [entry for entry in entries if entry.kind != "post"]
    days = [list(found) for _, found in groupby(work, key=lambda entry: entry.date)]
    people = [[entry for entry in day if entry.kind in _PEOPLE] for day in days]
    starts = {day[0].at if day else "" for day in people}
    if len(starts) != 1 or "" in starts:
        return None
    totals = [sum(entry.minutes for entry in day) for day in people]
    names = {name: None for day in people for entry in day for name in entry.parts}
    parts = {name: _span([_part(day, name) for day in people]) for name in names}
    return Habit(starts.pop(), _span(totals), parts)


def _part(day: Sequence[Entry], name: str) -> int:
    return sum(entry.parts.get(name, 0) for entry in day)


def _span(minutes: Sequence[int]) -> tuple[int, int]:
    return min(minutes), max(minutes)


def days(entries: Sequence[Entry], *, people: bool) -> list[Day]:
    """The days of a week with their tasks, with or without what is for people."""
    kept = [entry for entry in entries if people or entry.kind not in _PEOPLE]
    return [
        Day(day, list(_tasks(list(found))))
        for day, found in groupby(kept, key=lambda entry: entry.date)
    ]


def _tasks(entries: Sequence[Entry]) -> Iterator[Task]:
    for _, found in groupby(entries, key=_alike):
        same = list(found)
        pieces = tuple(entry.piece for entry in same if entry.piece)
        yield Task(same[0], sum(entry.minutes for entry in same), pieces)


def _alike(entry: Entry) -> tuple[object, ...]:
    """Posts read as one only at the same time; work goes on from one piece to the next."""
    at = entry.at if entry.kind == "post" else ""
    strategy = "" if entry.kind == "post" else entry.strategy
    return entry.kind, entry.network, entry.account, strategy, at, entry.late


class DayWords:
    """Says what is done on a day."""

    def __init__(self, words: PlanWords) -> None:
        self._p, self._words = words.p, words

    def task(self, task: Task) -> str:
        """What to do, in the imperative."""
        p, entry = self._p, task.first
        if entry.kind in _PEOPLE:
            return p.ui(f"plan.ui.do.{entry.kind}", parts=self._parts(entry.parts))
        if entry.network is None or entry.account is None:
            return p.ui(f"plan.ui.{entry.kind}")
        account = self._words.account(entry.network, entry.account)
        pieces = p.comma.join(p.isolated(piece) for piece in task.pieces)
        done = p.ui(
            f"plan.ui.do.{entry.kind}", piece=pieces, account=account, what=self._what(entry),
            format=p.word("Format", entry.format) if entry.format else "",
        )  # fmt: skip
        return done + self._words.marks(entry)

    def _what(self, entry: Entry) -> str:
        if entry.network is None or entry.account is None or entry.strategy is None:
            return ""
        return self._words.strategy(entry.network, entry.account, entry.strategy)

    def _parts(self, parts: dict[str, int]) -> str:
        return self._p.comma.join(
            self._part(name, self._p.n(minutes)) for name, minutes in parts.items()
        )

    def _part(self, account: str, minutes: str) -> str:
        name = self._words.account_of(account)
        return self._p.ui("plan.ui.daily.part", account=name, minutes=minutes)

    def habit(self, habit: Habit) -> str:
        """What each working day begins with, and how that is shared among several accounts."""
        p = self._p
        at, minutes = self._words.clock(habit.at), self._range(*habit.minutes)
        said = p.ui("plan.ui.daily", at=at, minutes=minutes)
        if len(habit.parts) == 1:
            return said
        parts = [self._part(name, self._range(*span)) for name, span in habit.parts.items()]
        return f"{said} {p.ui('plan.ui.daily.parts', parts=p.comma.join(parts))}"

    def _range(self, least: int, most: int) -> str:
        p = self._p
        if least == most:
            return p.n(least)
        return p.ui("plan.ui.daily.span", least=least, most=most)
