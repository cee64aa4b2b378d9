"""The plan day by day: people first, then making, and posts at their times.

One week is laid out and then repeated, each time with new pieces. So a piece is made and posted
within the same week; what could not be finished by the time of its post is made on an earlier day.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from channelwise.brief.model import Brief
from channelwise.load.planning import Planning
from channelwise.plan.items import Account, Option
from channelwise.plan.items import Piece as Cost
from channelwise.plan.making import Bench, Task, tasks, timely
from channelwise.plan.model import Calendar, Entry
from channelwise.plan.pieces import Made
from channelwise.plan.posting import Piece, Post, pieces_of_week
from channelwise.plan.recount import accounts_of
from channelwise.plan.week import DAYS_A_WEEK, Week, clock_of, minute_of, week_of
from channelwise.plan.workday import post_times, workday_of
from channelwise.vocabulary import WEEKDAYS, Activity, Format


def calendar(  # noqa: PLR0917
    brief: Brief, planning: Planning, made: Sequence[Made], options: Sequence[Option],
    costs: Mapping[Format, Cost], start: date,
) -> Calendar:  # fmt: skip
    """The weeks of a plan, from the first working day on `start` or after it.

    Args:
        brief: whose days, hours and people it is made for.
        planning: what stands in where the brief does not tell.
        made: the pieces of a week, each with its uses, the one it is made for first.
        options: what the week is made of.
        costs: minutes for making and for fitting a piece of each format.
        start: the day from which on it may begin.

    Raises:
        OverflowError: it would run past the year 9999.
    """
    week = week_of(brief, planning)
    first = week.begin(start)
    slots = _Layout(brief, planning, costs).slots(options, made)
    return Calendar.model_construct(
        start=first, end=first + timedelta(days=DAYS_A_WEEK * planning.weeks - 1),
        weeks=planning.weeks, first_day=week.first, working_days=list(week.working),
        country=week.country,
        entries=[_entry(slot, first, n, week) for n in range(planning.weeks) for slot in slots],
    )  # fmt: skip


def empty_weeks(calendar: Calendar, accounts: Iterable[str]) -> list[tuple[str, int]]:
    """(account, week) of each week in which an account, named as network/kind, has no post."""
    posted = {(f"{e.network}/{e.account}", e.week) for e in calendar.entries if e.kind == "post"}
    weeks = range(1, calendar.weeks + 1)
    return [(name, week) for name in accounts for week in weeks if (name, week) not in posted]


@dataclass(frozen=True, slots=True)
class _Slot:
    """One thing of the week. `at` and `until` are minutes since midnight."""

    kind: Activity
    day: int
    minutes: int = 0
    account: Account | None = None
    option: Option | None = None
    piece: str | None = None
    parts: Mapping[str, int] = field(default_factory=dict)
    at: int = 0
    until: int = 0
    hands: int = 1
    late: bool = False


class _Layout:
    """Lays out one week."""

    def __init__(self, brief: Brief, planning: Planning, costs: Mapping[Format, Cost]) -> None:
        self._planning, self._costs = planning, costs
        self._days = week_of(brief, planning).days
        self._workday = workday_of(brief, planning)
        self._post_at = minute_of(brief.time.post_at or planning.post_at[brief.audience.kind])

    def slots(self, options: Sequence[Option], made: Sequence[Made]) -> list[_Slot]:
        """Everything that happens, by day and time."""
        accounts = accounts_of(options)
        people = [*self._people(accounts), *self._upkeep(accounts)]
        not_first: set[str] = set()
        while True:
            pieces = pieces_of_week(options, made, self._days, not_first)
            slots = self._in_time(pieces, people)
            # Before the first day there is none to work on, so these posts need another day.
            moved = {s.option.strategy.key for s in slots if s.late and s.option
                     and s.option.posts < DAYS_A_WEEK} - not_first  # fmt: skip
            if not moved:
                # The order of work stands where things take less than a minute each.
                return sorted(slots, key=lambda slot: (slot.day, slot.at))
            not_first |= moved

    def _in_time(self, pieces: Sequence[Piece], people: Sequence[_Slot]) -> list[_Slot]:
        """Work and posts, none of them late but on the first day.

        A late post is to be finished on an earlier day, until none is left. Timely ones come last,
        as the day may have room for them when the others are gone.
        """
        ahead: set[tuple[str, str]] = set()
        while True:
            found = [piece.ahead_of(ahead) for piece in pieces]
            work = self._timed([*people, *self._making(found, people)])
            posts = list(self._posts(found, work))
            late = [slot for slot in posts if slot.late and slot.day]
            if not late:
                return [*work, *posts]
            patient = [s for s in late if s.option and not timely(s.option)]
            ahead |= {(s.piece, s.option.strategy.key) for s in patient or late
                      if s.piece and s.option}  # fmt: skip

    def _making(self, pieces: Sequence[Piece], people: Sequence[_Slot]) -> list[_Slot]:
        """Making and fitting, in the order of work within a day."""
        load = {day: sum(s.minutes for s in people if s.day == day) for day in self._days}
        making = tasks(pieces, self._costs, Bench(load, self._workday.room))
        return [_task(task) for task in sorted(making, key=lambda task: task.order)]

    def _people(self, accounts: Sequence[Account]) -> Iterator[_Slot]:
        """Listening on every working day, then answering; what takes no time is left out."""
        listen = {a.id: a.community * self._planning.listen // 100 for a in accounts}
        answer = {a.id: a.community - listen[a.id] for a in accounts}
        for place, day in enumerate(self._days):
            yield from self._talk("listen", day, place, listen)
            yield from self._talk("answer", day, place, answer)

    def _talk(
        self, kind: Activity, day: int, place: int, minutes: Mapping[str, int]
    ) -> Iterator[_Slot]:
        spread = {name: even(week, len(self._days))[place] for name, week in minutes.items()}
        parts = {name: part for name, part in spread.items() if part}
        if parts:
            yield _Slot(kind, day, sum(parts.values()), parts=parts)

    def _upkeep(self, accounts: Sequence[Account]) -> Iterator[_Slot]:
        """Keeping the accounts in order, on the first day."""
        for account in accounts:
            if account.upkeep:
                yield _Slot("upkeep", self._days[0], account.upkeep, account)

    def _timed(self, work: Sequence[_Slot]) -> list[_Slot]:
        """Each day's work in its order, one thing after the other."""
        found: list[_Slot] = []
        for day in self._days:
            todays = [slot for slot in work if slot.day == day]
            slots = self._workday.slots([slot.minutes for slot in todays])
            found += [
                replace(slot, at=at, until=until, hands=slots.hands)
                for slot, (at, until) in zip(todays, slots.times, strict=True)
            ]
        return found

    def _posts(self, pieces: Sequence[Piece], work: Sequence[_Slot]) -> Iterator[_Slot]:
        """Posts at their times, but none before its piece is finished on that day."""
        ready = {(s.day, s.piece, s.option.strategy.key): s.until for s in work if s.option}
        by_account: dict[tuple[str, int], list[tuple[int, Piece, Post]]] = defaultdict(list)
        for piece in pieces:
            for post in piece.posts:
                finished = ready.get((post.day, piece.name, post.option.strategy.key), 0)
                by_account[post.option.account.id, post.day].append((finished, piece, post))
        for key in sorted(by_account):
            yield from self._of_day(by_account[key])

    def _of_day(self, posts: list[tuple[int, Piece, Post]]) -> Iterator[_Slot]:
        """The posts of one account on one day: what is finished first goes out first."""
        earliest, latest = minute_of(self._planning.earliest), minute_of(self._planning.latest)
        times = post_times(len(posts), self._post_at, earliest, latest)
        posts.sort(key=lambda one: (one[0], one[1].place))
        for time, (finished, piece, post) in zip(times, posts, strict=True):
            at, option = max(time, finished), post.option
            account = option.account
            yield _Slot(
                "post", post.day, 0, account, option, piece.name, at=at, until=at, late=at > time
            )


def even(minutes: int, days: int) -> list[int]:
    """Minutes on each day, equal but for one that the earlier days have more.

    Example:
        >>> even(7, 5)
        [2, 2, 1, 1, 1]
    """
    each, rest = divmod(minutes, days)
    return [each + (place < rest) for place in range(days)]


def _task(task: Task) -> _Slot:
    option = task.option
    return _Slot(task.kind, task.day, task.minutes, option.account, option, task.piece.name)


def _entry(slot: _Slot, first: date, number: int, week: Week) -> Entry:
    day = first + timedelta(days=DAYS_A_WEEK * number + slot.day)
    account, option = slot.account, slot.option
    return Entry.model_construct(
        date=day, weekday=WEEKDAYS[day.weekday()], week=number + 1,
        at=clock_of(slot.at), until=clock_of(slot.until), hands=slot.hands, minutes=slot.minutes,
        kind=slot.kind, network=account.network.id if account else None,
        account=account.kind if account else None,
        strategy=option.strategy.id if option else None,
        format=option.format if option else None, piece=slot.piece, parts=dict(slot.parts),
        scheduled=slot.day not in week.days, late=slot.late,
    )  # fmt: skip
