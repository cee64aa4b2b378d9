"""On which working days the pieces of a week are made and fitted to further accounts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from channelwise.plan.items import Option
from channelwise.plan.items import Piece as Cost
from channelwise.plan.posting import Piece, Post
from channelwise.recommend.measures import ceil_div
from channelwise.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Task:
    """Making a piece, or fitting it to another account, or the part of it done on one day.

    `posted` is the day of the post that it is needed for first.
    """

    kind: Literal["make", "adapt"]
    piece: Piece
    option: Option
    minutes: int
    day: int
    posted: int

    @property
    def order(self) -> tuple[int, int, bool, tuple[str, str, str, int]]:
        """Within a day: what is posted first, and every piece before its fittings."""
        return self.posted, self.piece.place, self.kind == "adapt", self.option.order


class Bench:
    """Working days filling up. `load` are minutes already taken by day, `room` those of a day."""

    def __init__(self, load: Mapping[int, int], room: int) -> None:
        self.load, self.room = dict(load), room

    def place(self, minutes: int, first: int, last: int, *, late: bool) -> list[tuple[int, int]]:
        """(day, minutes) of a task between two days, one of which is a working day at least.

        A task goes on the least loaded day, the latest of equals; with `late`, on the last day.
        One that would not fit into that day is split over all of them, so that they end up as
        level as they can.
        """
        days = [day for day in self.load if first <= day <= last]
        day = max(days) if late else min(days, key=lambda day: (self.load[day], -day))
        if late or not minutes or self.load[day] + minutes <= self.room:
            parts = [(day, minutes)]
        else:
            parts = levelled({day: self.load[day] for day in days}, minutes)
        for day, part in parts:
            self.load[day] += part
        return parts


def levelled(load: Mapping[int, int], minutes: int) -> list[tuple[int, int]]:
    """Splits minutes over days so that the fullest day is as empty as can be.

    Example:
        >>> levelled({0: 60, 1: 20, 2: 500}, 101)
        [(0, 30), (1, 71)]
    """
    lowest = sorted(load, key=lambda day: (load[day], day))
    for count in range(len(lowest), 0, -1):
        days = lowest[:count]
        whole = minutes + sum(load[day] for day in days)
        if whole > count * load[days[-1]]:
            break
    level = ceil_div(whole, count)
    spare = level * count - whole
    # Rounding up leaves some minutes too many: the first days give one back each.
    parts = {day: level - load[day] - (place < spare) for place, day in enumerate(sorted(days))}
    return [(day, part) for day, part in parts.items() if part]


def tasks(pieces: Sequence[Piece], costs: Mapping[Format, Cost], bench: Bench) -> list[Task]:
    """All making and fitting of a week.

    What has no choice of its day comes first, then what is due first. A piece is made on the
    day that it is due or before, and fitted between its making and when that post is due.
    """
    found = list(_makes(pieces, costs, bench))
    made = {task.piece.place: task.day for task in found}
    return [*found, *_adapts(pieces, costs, bench, made)]


def _makes(pieces: Sequence[Piece], costs: Mapping[Format, Cost], bench: Bench) -> Iterator[Task]:
    for piece in sorted(pieces, key=lambda p: (not timely(p.maker), p.due, p.place)):
        late, minutes = timely(piece.maker), costs[piece.maker.format].make
        for day, part in bench.place(minutes, 0, piece.due, late=late):
            yield Task("make", piece, piece.maker, part, day, piece.posted)


def _adapts(
    pieces: Sequence[Piece], costs: Mapping[Format, Cost], bench: Bench, made: Mapping[int, int]
) -> Iterator[Task]:
    further = [(piece, post) for piece in pieces for post in piece.posts[1:]]
    for piece, post in sorted(further, key=lambda pair: _urgency(*pair)):
        option, minutes = post.option, costs[piece.maker.format].adapt
        late = timely(option)
        for day, part in bench.place(minutes, made[piece.place], post.due, late=late):
            yield Task("adapt", piece, option, part, day, post.day)


def _urgency(piece: Piece, post: Post) -> tuple[bool, int, int, tuple[str, str, str, int]]:
    return not timely(post.option), post.due, piece.place, post.option.order


def timely(option: Option) -> bool:
    """True for what would be old if it were made early."""
    return bool(option.strategy.values["strategy.timely"])
