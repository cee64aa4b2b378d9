"""Pieces of a week: each made once, and where it goes.

The solution says how many posts draw from which pool; here every piece of a pool gets its
uses. The first use is the one it is made for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from channelwise.plan.items import Option
from channelwise.plan.solve import Drawn, Pool, Solution


@dataclass(slots=True)
class Made:
    """One piece of content: made for its first use, fitted to the others."""

    pool: Pool
    uses: list[Option]

    @property
    def maker(self) -> Option:
        return self.uses[0]

    def is_on(self, account: str) -> bool:
        return any(use.account.id == account for use in self.uses)


def pieces(solution: Solution) -> list[Made]:
    """All pieces of a week, in the order of pools and makers."""
    found: list[Made] = []
    for pool, count in solution.made:
        drawn = [one for one in solution.drawn if one.pool == pool]
        found += _of_pool(pool, count, drawn)
    return found


def _of_pool(pool: Pool, count: int, drawn: Sequence[Drawn]) -> list[Made]:
    """Makers first, each beginning with pieces that nobody has: so every piece has a maker."""
    made = [Made(pool, []) for _ in range(count)]
    for one in sorted(drawn, key=lambda d: (d.option.needs != pool[2], d.option.order)):
        free = [piece for piece in made if not piece.is_on(one.option.account.id)]
        free.sort(key=lambda piece: bool(piece.uses))
        for piece in free[: one.posts]:
            piece.uses.append(one.option)
    return made
