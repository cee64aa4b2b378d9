"""The best week by trying everything: written from what a plan promises, with no solver in it.

It is only for weeks so small that every set of options can be looked at. For each set, all
ways of saying how many of its posts are made anew are tried, the cheapest first; the others
must come from pieces made for other accounts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, permutations, product
from typing import Final

from channelwise.plan.items import Account, Choices, Option

Week = tuple[Option, ...]
Objective = tuple[int, int, int, int]
_NONE: Final = ("~",)  # behind every option, whose order begins with an id


@dataclass(frozen=True, slots=True)
class Best:
    """The best objective that there is, and the options that stand first among all that reach it.

    The objective is (required networks, value, networks, minutes).
    """

    objective: Objective
    options: Week


def best(choices: Choices) -> Best:
    """Every week, the most wanted first; the first ones that fit the hours hold the best."""
    ranked = sorted(weeks(choices), key=lambda week: _gains(choices, week), reverse=True)
    minutes = Cheapest(choices)
    for gains, group in groupby(ranked, key=lambda week: _gains(choices, week)):
        fitting = [
            (cost, _rank(choices, week), week)
            for week in group
            if (cost := minutes.of(week)) is not None
        ]
        if fitting:
            cost, _, week = min(fitting, key=lambda one: one[:2])
            wanted, value, fewer = gains
            return Best((wanted, value, -fewer, cost), week)
    raise AssertionError("the empty week always fits")


# --- weeks ----------------------------------------------------------------------------------


def weeks(choices: Choices) -> Iterator[Week]:
    """Each way of taking nothing or something on each account."""
    for parts in product(*(menu(choices, account) for account in choices.accounts)):
        yield tuple(option for part in parts for option in part)


def menu(choices: Choices, account: Account) -> list[Week]:
    """All that an account may post: one option a role, no role without the one before it."""
    here = [option for option in choices.options if option.account.id == account.id]
    found: list[Week] = [()]
    for count in range(1, 2 + max((option.role for option in here), default=-1)):
        found += [
            order for order in permutations(here, count)
            if all(option.role == role for role, option in enumerate(order))
            and len({option.strategy.key for option in order}) == count
        ]  # fmt: skip
    return [week for week in found if not _pushy(choices, week)]


def _pushy(choices: Choices, week: Week) -> bool:
    """True if the further strategies sell more than their share of the account's posts."""
    if not week or week[0].sells:
        return False
    selling = sum(option.posts for option in week[1:] if option.sells)
    return 100 * selling > choices.selling_most * sum(option.posts for option in week)


def _gains(choices: Choices, week: Week) -> tuple[int, int, int]:
    accounts = {option.account.id: option.account for option in week}
    networks = {account.network.id for account in accounts.values()}
    value = sum(option.value for option in week) + sum(a.points for a in accounts.values())
    if any(account.kind == "personal" for account in accounts.values()):
        value += choices.owner
    return len(networks & choices.required), value, -len(networks)


def _rank(choices: Choices, week: Week) -> list[tuple[object, ...]]:
    """Account by account and role by role: the option that stands first; none stands last."""
    taken = {(option.account.id, option.role): option.order for option in week}
    roles = range(1 + max((option.role for option in choices.options), default=0))
    return [
        taken.get((name, role), _NONE)
        for name in sorted(account.id for account in choices.accounts)
        for role in roles
    ]


# --- the cheapest way to make a week --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Posts:
    """What counts of an option when pieces are shared."""

    account: str
    group: tuple[str, str]  # the format, and the kind of account if they are kept apart
    needs: frozenset[str]
    posts: int


@dataclass
class Cheapest:
    """The fewest minutes in which a week can be made; None if there is no way at all."""

    choices: Choices
    _known: dict[tuple[_Posts, ...], int | None] = field(default_factory=dict)

    def of(self, week: Week) -> int | None:
        accounts = {option.account.id: option.account for option in week}
        keep = sum(account.community + account.upkeep for account in accounts.values())
        posts = tuple(sorted((self._posts(o) for o in week), key=repr))
        if keep + self._least(posts) > self.choices.minutes:
            return None
        if posts not in self._known:
            self._known[posts] = self._making(posts)
        making = self._known[posts]
        fits = making is not None and keep + making <= self.choices.minutes
        return keep + making if making is not None and fits else None

    def _posts(self, option: Option) -> _Posts:
        kind = option.account.kind if self.choices.apart else ""
        return _Posts(option.account.id, (option.format, kind), option.needs, option.posts)

    def _least(self, week: Iterable[_Posts]) -> int:
        return sum(one.posts * min(self._make(one), self._adapt(one)) for one in week)

    def _make(self, one: _Posts) -> int:
        return self.choices.pieces[one.group[0]].make  # type: ignore[index]

    def _adapt(self, one: _Posts) -> int:
        return self.choices.pieces[one.group[0]].adapt  # type: ignore[index]

    def _making(self, week: tuple[_Posts, ...]) -> int | None:
        """All ways of making some posts anew and taking the others from elsewhere."""
        fewest = (range(one.posts if not self.choices.shared else 0, one.posts + 1) for one in week)
        ways = [way for way in product(*fewest) if self._enough(week, way)]
        for way in sorted(ways, key=lambda way: self._cost(week, way)):
            if _possible(week, way):
                return self._cost(week, way)
        return None

    def _cost(self, week: Sequence[_Posts], way: Sequence[int]) -> int:
        return sum(
            made * self._make(one) + (one.posts - made) * self._adapt(one)
            for one, made in zip(week, way, strict=True)
        )

    def _enough(self, week: Sequence[_Posts], way: Sequence[int]) -> bool:
        used: Counter[str] = Counter()
        for one, made in zip(week, way, strict=True):
            used.update(dict.fromkeys(one.needs, made))
        stock = self.choices.stock.items()
        return all(used[name] * self.choices.weeks <= there.pieces for name, there in stock)


def _possible(week: Sequence[_Posts], way: Sequence[int]) -> bool:
    """True if every post that is not made anew finds a piece of another account."""
    pieces = [one for one, made in zip(week, way, strict=True) for _ in range(made)]
    wanting: dict[str, list[_Posts]] = {}
    for one, made in zip(week, way, strict=True):
        wanting.setdefault(one.account, []).extend([one] * (one.posts - made))
    return all(_matched(tuple(posts), tuple(pieces)) for posts in wanting.values())


@cache
def _matched(posts: tuple[_Posts, ...], pieces: tuple[_Posts, ...]) -> bool:
    """True if each post of one account gets a piece of its own; by trying piece after piece."""
    if not posts:
        return True
    first, *others = posts
    tried = {piece: place for place, piece in enumerate(pieces) if _serves(piece, first)}
    return any(
        _matched(tuple(others), pieces[:place] + pieces[place + 1 :]) for place in tried.values()
    )


def _serves(piece: _Posts, post: _Posts) -> bool:
    return piece.account != post.account and piece.group == post.group and piece.needs >= post.needs
