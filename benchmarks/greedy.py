"""A planner that never looks back: what gives most for a minute first, as one would by hand.

It knows all the rules that the exact one knows, and counts shared pieces: a post takes a
finished piece of another account where there is one. It takes the better of two ways: adding
and growing as it goes, or adding first and growing with what is left.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from channelwise.plan.items import Account, Choices, Option
from channelwise.plan.pieces import Made
from channelwise.plan.recount import accounts_of, check, recount
from channelwise.plan.solve import Solution
from channelwise.vocabulary import AccountKind, Format, Ingredient

Group = tuple[Format, AccountKind]
Slots = dict[tuple[str, int], Option]


@dataclass(slots=True)
class Found:
    """A week with its pieces; `value` and `minutes` as the recount has them."""

    options: tuple[Option, ...]
    made: list[Made]
    value: int
    minutes: int


def plan(choices: Choices) -> Found:
    """The better of both ways; raises Miscounted if it breaks a promise."""
    weeks = (_Week(choices).grow(mixed=mixed) for mixed in (True, False))
    return max((_counted(choices, week) for week in weeks), key=lambda one: one.value)


def _counted(choices: Choices, week: "_Week") -> Found:
    options = tuple(week.slots.values())
    made = [piece for pieces in week.pieces.values() for piece in pieces]
    count = recount(options, made, choices.pieces)
    networks = len({account.network.id for account in accounts_of(options)})
    solution = Solution(options, (), (), (0, count.value, networks, count.minutes))
    check(choices, solution, made)
    return Found(options, made, count.value, count.minutes)


@dataclass(slots=True)
class _Move:
    slot: tuple[str, int]
    option: Option
    gain: int
    cost: int

    @property
    def worth(self) -> tuple[bool, float, int]:
        """What costs nothing first, then the most for a minute."""
        return self.cost <= 0, self.gain / max(self.cost, 1), self.gain


@dataclass
class _Week:
    """Options by account and role, and the pieces they are posted from."""

    choices: Choices
    slots: Slots = field(default_factory=dict)
    pieces: dict[Group, list[Made]] = field(default_factory=dict)
    used: Counter[Ingredient] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._offered: dict[tuple[str, int], list[Option]] = defaultdict(list)
        for option in self.choices.options:
            self._offered[option.account.id, option.role].append(option)

    def grow(self, *, mixed: bool) -> "_Week":
        """Moves until none is left; without `mixed`, all that add come before those that grow."""
        while move := self._best(adds=True, grows=mixed) or self._best(adds=True, grows=True):
            self._make(move)
        return self

    def _best(self, *, adds: bool, grows: bool) -> _Move | None:
        slots = [*(self._free() if adds else ()), *(self.slots if grows else ())]
        moves = (self._move(slot, option) for slot in slots for option in self._offered[slot])
        return max((move for move in moves if move), key=lambda move: move.worth, default=None)

    def _free(self) -> Iterator[tuple[str, int]]:
        """The next role of each account."""
        taken = Counter(name for name, _ in self.slots)
        for account in self.choices.accounts:
            yield account.id, taken[account.id]

    def _move(self, slot: tuple[str, int], option: Option) -> _Move | None:
        """What an option would add in value and minutes; None if it may not, or adds nothing."""
        before = self.slots.get(slot)
        gain = option.value - (before.value if before else 0)
        gain += option.account.points if not self._keeps(option.account) else 0
        if gain <= 0 or self._twice(slot, option) or not self._fair(slot, option):
            return None
        cost = self._cost({**self.slots, slot: option}, {_group(o) for o in (before, option) if o})
        if cost is None or self._minutes() + cost > self.choices.minutes:
            return None
        return _Move(slot, option, gain, cost)

    def _make(self, move: _Move) -> None:
        before = self.slots.get(move.slot)
        self.slots[move.slot] = move.option
        for group in {_group(o) for o in (before, move.option) if o}:
            self.pieces[group] = _shared(o for o in self.slots.values() if _group(o) == group)
        self.used = _material(piece for pieces in self.pieces.values() for piece in pieces)

    def _keeps(self, account: Account) -> bool:
        return (account.id, 0) in self.slots

    def _twice(self, slot: tuple[str, int], option: Option) -> bool:
        key = option.strategy.key
        return any(o.strategy.key == key for at, o in self.slots.items() if at != slot)

    def _fair(self, slot: tuple[str, int], option: Option) -> bool:
        """True if the account's further strategies would not sell too much."""
        slots = {**self.slots, slot: option}
        here = [o for (name, _), o in slots.items() if name == slot[0]]
        selling = sum(o.posts for o in here if o.sells)
        most = self.choices.selling_most * sum(o.posts for o in here)
        return slots[slot[0], 0].sells or 100 * selling <= most

    def _cost(self, slots: Slots, groups: Iterable[Group]) -> int | None:
        """Minutes that the week would take more; None if it lacks the material."""
        cost = 0 if len(slots) == len(self.slots) else self._new_account(slots)
        used = Counter(self.used)
        for group in groups:
            now = self.pieces.get(group, [])
            then = _shared(o for o in slots.values() if _group(o) == group)
            cost += self._price(then) - self._price(now)
            used.update(_material(then))
            used.subtract(_material(now))
        weeks, stock = self.choices.weeks, self.choices.stock.items()
        return cost if all(weeks * used[name] <= one.pieces for name, one in stock) else None

    def _new_account(self, slots: Slots) -> int:
        (slot,) = slots.keys() - self.slots.keys()
        return slots[slot].account.minutes if slot[1] == 0 else 0

    def _price(self, pieces: Sequence[Made]) -> int:
        if not pieces:
            return 0
        cost = self.choices.pieces[pieces[0].maker.format]
        uses = sum(len(piece.uses) for piece in pieces)
        return cost.make * len(pieces) + cost.adapt * (uses - len(pieces))

    def _minutes(self) -> int:
        accounts = {o.account.id: o.account.minutes for o in self.slots.values()}
        return sum(accounts.values()) + sum(map(self._price, self.pieces.values()))


def _group(option: Option) -> Group:
    """Options of one group may share pieces."""
    return option.format, option.account.kind


def _shared(options: Iterable[Option]) -> list[Made]:
    """Pieces for these options: what needs most is made first, and the others fit in."""
    made: list[Made] = []
    for option in sorted(options, key=lambda o: (-len(o.needs), -o.posts, o.order)):
        serving = [
            piece for piece in made
            if piece.maker.needs >= option.needs and not piece.is_on(option.account.id)
        ][: option.posts]  # fmt: skip
        for piece in serving:
            piece.uses.append(option)
        pool = option.account.kind, option.format, option.needs
        made += [Made(pool, [option]) for _ in range(option.posts - len(serving))]
    return made


def _material(pieces: Iterable[Made]) -> Counter[Ingredient]:
    used: Counter[Ingredient] = Counter()
    for piece in pieces:
        used.update(piece.maker.strategy.needs)
    return used
