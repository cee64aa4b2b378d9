"""The best week: an integer programme over the choices, in a fixed order of what counts.

First come networks that the brief requires, then value, then fewer networks, then fewer
minutes, and last the ids: so there is one answer, and it never depends on the solver.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from channelwise.plan.integers import Programme, dot
from channelwise.plan.items import Choices, Option
from channelwise.vocabulary import HOURS_PER_WEEK, MINUTES_PER_HOUR, Format, Ingredient

Pool = tuple[str, Format, frozenset[Ingredient]]
Group = tuple[str, str, Format]

# More minutes than any week holds: one network more outweighs them all.
_WEEK: Final = HOURS_PER_WEEK * MINUTES_PER_HOUR + 1
# Coefficients of one step of the tie-break stay below this, where the solver is exact.
_DIGITS: Final = 4096


@dataclass(frozen=True, slots=True)
class Drawn:
    """Posts of one option that come from one pool of pieces.

    A pool holds the pieces made in a format from certain ingredients for certain accounts.
    """

    option: Option
    pool: Pool
    posts: int


@dataclass(frozen=True, slots=True)
class Solution:
    """What to do: the options, and where their posts come from.

    `objective` is (required networks, value in hundredths, networks, minutes).
    """

    options: tuple[Option, ...]
    drawn: tuple[Drawn, ...]
    made: tuple[tuple[Pool, int], ...]
    objective: tuple[int, int, int, int]


def solve(choices: Choices) -> Solution:
    """The best choice that fits the minutes, proved; with nothing to choose, nothing."""
    return _Model(choices).solution()


def fewest_minutes(choices: Choices, options: Sequence[Option]) -> int:
    """Minutes of these very options, with the pieces shared as well as can be."""
    model = _Model(choices)
    for column, option in model.options.items():
        wanted = int(option in options)
        model.programme.row({column: 1}, wanted, wanted)
    minutes = model.minutes()
    values = model.programme.best({column: -factor for column, factor in minutes.items()})
    return dot(minutes, values)


class _Model:
    """Columns and rows for one set of choices."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.programme = Programme()
        self.accounts = sorted(choices.accounts, key=lambda account: account.id)
        options = sorted(choices.options, key=lambda option: (option.order, option.role))
        self.options = {self.programme.column(): option for option in options}
        self.on = {account.id: self._columns(account.id) for account in self.accounts}
        self.present = {a.id: self.programme.column() for a in self.accounts}
        self.networks = {
            name: self.programme.column() for name in sorted({a.network.id for a in self.accounts})
        }
        self.owner = self.programme.column()
        self.demand: dict[Group, list[int]] = defaultdict(list)
        self.made: dict[Pool, int] = {}
        self.draws: dict[tuple[Group, Pool], int] = {}
        for rows in (self._accounts, self._presence, self._selling, self._pieces):
            rows()
        self._stock()
        self.programme.row(self.minutes(), high=choices.minutes)

    # --- rows -------------------------------------------------------------------------------

    def _accounts(self) -> None:
        """One main strategy on each account that is kept; a further one only after another."""
        roles = range(1 + max((o.role for o in self.options.values()), default=0))
        for account in self.accounts:
            before = {self.present[account.id]: -1}
            for role in roles:
                here = [c for c, option in self.on[account.id].items() if option.role == role]
                low = 0 if role == 0 else None
                self.programme.row({**dict.fromkeys(here, 1), **before}, low, 0)
                before = dict.fromkeys(here, -1)
        same: dict[str, dict[int, int]] = defaultdict(dict)
        for column, option in self.options.items():
            same[option.strategy.key][column] = 1
        for once in same.values():
            self.programme.row(once, None, 1)

    def _presence(self) -> None:
        """A network is chosen if one of its accounts is; the owner is there by a personal one."""
        for name, column in self.networks.items():
            here = [self.present[a.id] for a in self.accounts if a.network.id == name]
            self.programme.row({**dict.fromkeys(here, 1), column: -len(here)}, None, 0)
            self.programme.row({**dict.fromkeys(here, -1), column: 1}, None, 0)
        personal = [self.present[a.id] for a in self.accounts if a.kind == "personal"]
        self.programme.row({**dict.fromkeys(personal, -1), self.owner: 1}, None, 0)
        self.programme.row({**dict.fromkeys(personal, 1), self.owner: -len(personal)}, None, 0)

    def _selling(self) -> None:
        """Further strategies that sell stay under their share, unless the main one sells too."""
        most = self.choices.selling_most
        for account in self.accounts:
            here = self.on[account.id].items()
            room = sum((100 - most) * o.posts for _, o in here if o.sells and not o.main)
            plain = {c: -most * o.posts for c, o in here if not o.sells}
            selling = {c: -room if o.main else (100 - most) * o.posts for c, o in here if o.sells}
            if room:
                self.programme.row(plain | selling, None, 0)

    def _pieces(self) -> None:
        """Every post comes from a piece that has all it needs, and no account posts one twice."""
        groups = self._groups()
        pools = self._pools(groups)
        for group, option in groups.items():
            posts = {column: -self.options[column].posts for column in self.demand[group]}
            serving = [pool for pool in pools if self._serves(pool, group, option)]
            for pool in serving:
                self.draws[group, pool] = self.programme.column(-min(posts.values()))
            self.programme.row({**{self.draws[group, p]: 1 for p in serving}, **posts}, 0, 0)
        for pool in pools:
            self._pool(pool, groups)

    def _pool(self, pool: Pool, groups: dict[Group, Option]) -> None:
        drawn = [(g, c) for (g, p), c in self.draws.items() if p == pool]
        makers = [c for g, c in drawn if self._own(g, groups[g]) == pool]
        self.made[pool] = made = self.programme.column(sum(self.programme.tops[c] for c in makers))
        self.programme.row({made: 1, **dict.fromkeys(makers, -1)}, None, 0)
        for account in sorted({g[0] for g, _ in drawn}):
            same = [c for g, c in drawn if g[0] == account]
            self.programme.row({**dict.fromkeys(same, 1), made: -1}, None, 0)

    def _groups(self) -> dict[Group, Option]:
        """Options that differ only in posts and role draw from the same pools."""
        found: dict[Group, Option] = {}
        for column, option in self.options.items():
            group = (option.account.id, option.strategy.id, option.format)
            found.setdefault(group, option)
            self.demand[group].append(column)
        return found

    def _pools(self, groups: dict[Group, Option]) -> list[Pool]:
        pools = {self._own(group, option) for group, option in groups.items()}
        return sorted(pools, key=lambda pool: (pool[0], pool[1], sorted(pool[2])))

    def _own(self, group: Group, option: Option) -> Pool:
        """The pool of what an option makes itself; alone in it where nothing is shared."""
        kind = option.account.kind if self.choices.apart else ""
        owner = kind if self.choices.shared else "/".join(group)
        return owner, option.format, option.needs

    def _serves(self, pool: Pool, group: Group, option: Option) -> bool:
        own = self._own(group, option)
        return pool[:2] == own[:2] and pool[2] >= own[2]

    def _stock(self) -> None:
        """What is made of some material in all weeks fits what there is of it in a month."""
        for name, stock in self.choices.stock.items():
            users = {c: self.choices.weeks for p, c in self.made.items() if name in p[2]}
            if users:
                self.programme.row(users, None, stock.pieces)

    def minutes(self) -> dict[int, int]:
        """Minutes a week: accounts, making each piece once, adapting every further use."""
        terms = {self.present[a.id]: a.minutes for a in self.accounts}
        for (_, pool), column in self.draws.items():
            terms[column] = self.choices.pieces[pool[1]].adapt
        for pool, column in self.made.items():
            piece = self.choices.pieces[pool[1]]
            terms[column] = piece.make - piece.adapt
        return terms

    def _columns(self, account: str) -> dict[int, Option]:
        return {c: option for c, option in self.options.items() if option.account.id == account}

    # --- objectives -------------------------------------------------------------------------

    def solution(self) -> Solution:
        """Stage by stage, until one set of options stands alone; then its pieces.

        Whether it does is asked by the second best of the same stage. That is much quicker to
        prove than that nothing else meets all earlier stages.
        """
        wanted, value, fewest = self._wanted(), self._value(), self._fewest()
        if wanted:
            self._settle(wanted)
        for gain in (value, fewest):
            values = self.programme.best(gain)
            if self._alone(values, gain):
                break
            self.programme.row(gain, low=dot(gain, values))
        else:
            values = self._by_ids(values)
        values = self._pieces_by_ids(values, fewest)
        return self._read(values, (dot(wanted, values), dot(value, values)))

    def _settle(self, gain: dict[int, int]) -> list[int]:
        """The best by this gain; what comes later may not lose any of it."""
        values = self.programme.best(gain)
        self.programme.row(gain, low=dot(gain, values))
        return values

    def _wanted(self) -> dict[int, int]:
        """Required networks, before all value."""
        return {self.networks[name]: 1 for name in sorted(self.choices.required)}

    def _value(self) -> dict[int, int]:
        gain = {column: option.value for column, option in self.options.items()}
        gain |= {self.present[a.id]: a.points for a in self.accounts}
        return gain | ({self.owner: self.choices.owner} if self.choices.owner else {})

    def _fewest(self) -> dict[int, int]:
        """Minus networks, then minus minutes."""
        minutes = {column: -minutes for column, minutes in self.minutes().items()}
        return minutes | dict.fromkeys(self.networks.values(), -_WEEK)

    def _alone(self, values: Sequence[int], gain: dict[int, int]) -> bool:
        """True if no other options gain as much."""
        chosen = [c for c in self.options if values[c]]
        others = [c for c in self.options if not values[c]]
        different = {**dict.fromkeys(chosen, -1), **dict.fromkeys(others, 1)}
        self.programme.row(different, low=1 - len(chosen))
        second = self.programme.some(gain)
        self.programme.rows.pop()
        return second is None or dot(gain, second) < dot(gain, values)

    def _by_ids(self, values: list[int]) -> list[int]:
        """Among equals, account by account, the option that stands first; none stands last."""
        for gain in self._ranks():
            values = self._settle(gain)
        return values

    def _ranks(self) -> Iterator[dict[int, int]]:
        for account in self.accounts:
            here = self.on[account.id]
            for role in sorted({option.role for option in here.values()}):
                columns = [column for column, option in here.items() if option.role == role]
                for start in range(0, len(columns), _DIGITS):
                    part = columns[start : start + _DIGITS]
                    yield {c: len(part) - place for place, c in enumerate(part)}

    def _pieces_by_ids(self, values: list[int], fewest: dict[int, int]) -> list[int]:
        """With the options settled, the fewest minutes, each drawing from the first pools it can.

        No piece more is made than that takes, also where making costs no more than adapting.
        """
        for column in self.options:
            self.programme.row({column: 1}, values[column], values[column])
        values = self._settle(fewest)
        for (group, _), column in self.draws.items():
            if any(values[c] for c in self.demand[group]) and self._free(group):
                values = self._settle({column: 1})
        return self._settle(dict.fromkeys(self.made.values(), -1)) if self.made else values

    def _free(self, group: Group) -> bool:
        """True if the group may draw from more than one pool."""
        return sum(1 for g, _ in self.draws if g == group) > 1

    def _read(self, values: Sequence[int], found: tuple[int, int]) -> Solution:
        options = {
            (o.account.id, o.strategy.id, o.format): o
            for c, o in self.options.items() if values[c]
        }  # fmt: skip
        drawn = tuple(
            Drawn(options[group], pool, values[column])
            for (group, pool), column in self.draws.items() if values[column]
        )  # fmt: skip
        made = tuple((pool, values[column]) for pool, column in self.made.items() if values[column])
        networks = sum(values[column] for column in self.networks.values())
        minutes = dot(self.minutes(), values)
        return Solution(tuple(options.values()), drawn, made, (*found, networks, minutes))
