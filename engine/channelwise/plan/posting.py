"""On which days of a week the posts go out, and which piece each of them is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from channelwise.plan.items import Option
from channelwise.plan.pieces import Made
from channelwise.plan.week import DAYS_A_WEEK

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Post:
    """One post of an option on a day of the week, 0 to 6.

    `ahead` is true if its piece has to be finished on an earlier day.
    """

    option: Option
    day: int
    ahead: bool = False

    @property
    def due(self) -> int:
        """The last day of work on it."""
        return self.day - self.ahead


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the week and its posts; the first one is what it is made for."""

    place: int
    posts: tuple[Post, ...]

    @property
    def name(self) -> str:
        return piece_name(self.place)

    @property
    def maker(self) -> Option:
        return self.posts[0].option

    @property
    def due(self) -> int:
        """The last day on which it can be made: the earliest on which one of its posts is due."""
        return min(post.due for post in self.posts)

    @property
    def posted(self) -> int:
        """The day of its earliest post."""
        return min(post.day for post in self.posts)

    def ahead_of(self, late: Collection[tuple[str, str]]) -> "Piece":
        """The piece with those posts finished a day ahead that `late` names.

        It names them by the piece and the strategy's key.
        """
        posts = (
            replace(post, ahead=(self.name, post.option.strategy.key) in late)
            for post in self.posts
        )  # fmt: skip
        return replace(self, posts=tuple(posts))


def piece_name(place: int) -> str:
    """A, B, ..., Z, AA, AB, ... for 0, 1, ...

    Example:
        >>> [piece_name(place) for place in (0, 25, 26, 27, 702)]
        ['A', 'Z', 'AA', 'AB', 'AAA']
    """
    name = ""
    while place >= 0:
        place, letter = divmod(place, len(_LETTERS))
        name = _LETTERS[letter] + name
        place -= 1
    return name


def pieces_of_week(
    options: Sequence[Option], made: Sequence[Made], working: Sequence[int],
    not_first: Collection[str] = (),
) -> list[Piece]:  # fmt: skip
    """Every piece with the days of its posts, named in the order in which they are posted.

    The posts of an option take their pieces in the order of `made`. `not_first` as in `post_days`.
    """
    days = {key: iter(found) for key, found in post_days(options, working, not_first).items()}
    posted = [
        tuple(Post(use, next(days[use.strategy.key])) for use in piece.uses) for piece in made
    ]
    posted.sort(key=lambda posts: min(post.day for post in posts))
    return [Piece(place, posts) for place, posts in enumerate(posted)]


def post_days(
    options: Sequence[Option], working: Sequence[int], not_first: Collection[str] = ()
) -> dict[str, list[int]]:
    """The days of each option's posts by the strategy's key, rising.

    An option's posts are spread evenly over the working days, or over all days of the week if
    they are more than the working days. Option by option, this pattern is moved along to where
    the days carry the most equal number of posts; among equals, to where those of the account
    do, and then as little as possible. What `not_first` names by its key has no post on day 0,
    unless it has more posts than there are other days.
    """
    everywhere: Counter[int] = Counter()
    accounts: dict[str, Counter[int]] = defaultdict(Counter)
    found: dict[str, list[int]] = {}
    for option in sorted(options, key=lambda o: o.order):
        taken = (everywhere, accounts[option.account.id])
        open_ = _open(option.posts, working, first=option.strategy.key not in not_first)
        days = _least_crowded(_patterns(option.posts, open_), taken)
        for counts in taken:
            counts.update(days)
        found[option.strategy.key] = days
    return found


def spread(count: int, days: int) -> list[int]:
    """Places of `count` things among so many days, as even as whole days allow.

    Example:
        >>> spread(2, 5), spread(3, 7), spread(3, 2)
        ([1, 3], [1, 3, 5], [0, 1, 1])
    """
    return [(2 * i + 1) * days // (2 * count) for i in range(count)]


def _open(count: int, working: Sequence[int], *, first: bool) -> list[int]:
    """The days that so many posts are spread over; without `first`, day 0 only if it must be."""
    week = range(DAYS_A_WEEK)
    for days in (working, week):
        left = [day for day in days if first or day]
        if count <= len(left):
            return left
    return list(week)


def _patterns(count: int, open_: Sequence[int]) -> Iterator[list[int]]:
    """The even pattern, moved along by 0, 1, ... days."""
    places = spread(count, len(open_))
    for shift in range(len(open_)):
        yield sorted(open_[(place + shift) % len(open_)] for place in places)


def _least_crowded(patterns: Iterable[list[int]], taken: Sequence[Counter[int]]) -> list[int]:
    return min(patterns, key=lambda days: [_crowding(counts, days) for counts in taken])


def _crowding(taken: Counter[int], more: Sequence[int]) -> int:
    """Least where the posts are spread most equally: the sum of their squares by day."""
    return sum(count * count for count in (taken + Counter(more)).values())
