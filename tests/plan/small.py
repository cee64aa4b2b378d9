"""Small random weeks, in which everything a planner knows occurs, and that can be tried out."""

from itertools import product
from math import prod
from random import Random
from typing import Any, Final

from channelwise.plan.items import Account, Choices, Option, Piece
from channelwise.vocabulary import AccountKind, Format
from plan.brute import menu
from plan.made_up import Needs, account, choices, option, stock

MOST_WEEKS: Final = 1500  # more sets of options than that are not looked at
NAMES: Final = ("acme", "bolt", "crux")
KINDS: Final[tuple[AccountKind, ...]] = ("business", "personal")
FORMATS: Final[tuple[Format, ...]] = ("image", "text")
FEW: Final[Needs] = ("expertise", "offers", "tutorials")
# Ladders and forks: a piece serves what needs less of the same, and nothing beside it.
NEEDS: Final[tuple[Needs, ...]] = (
    ("expertise",), ("offers",), ("expertise", "offers"), ("expertise", "tutorials"), FEW,
)  # fmt: skip


def week(random: Random) -> Choices:
    """One small week; equal draws give equal weeks."""
    everywhere = list(product(NAMES[: random.randint(1, 3)], KINDS))
    places = random.sample(everywhere, random.randint(1, min(4, len(everywhere))))
    tied = random.random() < 0.5
    found: list[Option] = []
    for name, kind in places:
        found += _strategies(random, _account(random, name, kind, tied), tied)
    return _few_enough(random, choices(found, **_rules(random, found)))


def _account(random: Random, name: str, kind: AccountKind, tied: bool) -> Account:
    exists = random.random() < 0.5
    points = random.choice((-100, 0, 100)) if tied else random.randint(-800, 400)
    minutes = random.choice((0, 10, 20)) if tied else random.randint(0, 60)
    return account(name, kind, points=points, minutes=minutes, exists=exists)


def _strategies(random: Random, here: Account, tied: bool) -> list[Option]:
    """One to three strategies with their ladders, each in one or two formats and all roles."""
    roles = random.randint(1, 3)
    found = []
    for number in range(random.randint(1, 3)):
        steps = sorted(random.sample(range(1, 4), random.randint(1, 3)))
        formats = random.choice((FORMATS, FORMATS[:1], FORMATS[:1], FORMATS[1:]))
        needs, sells = random.choice(NEEDS), random.random() < 0.3
        found += [
            option(
                here, f"{here.kind}{number}", posts=posts, role=role, format_=format_, needs=needs,
                sells=sells, value=_value(random, posts, role, tied),
            )
            for format_, posts, role in product(formats, steps, range(roles))
        ]  # fmt: skip
    return found


def _value(random: Random, posts: int, role: int, tied: bool) -> int:
    return 100 * random.randint(0, 3) if tied else random.randint(0, 400 * posts) // (1 + role)


def _rules(random: Random, found: list[Option]) -> dict[str, Any]:
    names = sorted({one.account.network.id for one in found})
    pieces = {name: _piece(random) for name in FORMATS}
    accounts = {one.account.id: one.account.minutes for one in found}
    dear = sum(accounts.values()) + sum(pieces[o.format].make * o.posts for o in found)
    return {
        "pieces": pieces,
        "minutes": random.choice((0, dear, *(random.randint(dear // 12, dear // 3) for _ in range(8)))),
        "stock": {name: stock(random.randint(0, 24)) for name in FEW if random.random() < 0.4},
        "required": frozenset(random.sample(names, random.choice((0, 0, 1, len(names))))),
        "owner": random.choice((0, 0, 0, 400, 3000)),
        "selling_most": random.choice((0, 30, 50, 100)),
        "weeks": random.choice((1, 4)),
        "shared": random.random() < 0.85,
        "apart": random.random() < 0.6,
    }  # fmt: skip


def _piece(random: Random) -> Piece:
    make = random.randint(5, 40)
    return Piece(make, random.choice((make, make // 2, make // 4, 0)))


def _few_enough(random: Random, found: Choices) -> Choices:
    """The same, with options left out until all their weeks can be looked at."""
    while prod(len(menu(found, account)) for account in found.accounts) > MOST_WEEKS:
        kept = random.sample(found.options, len(found.options) * 4 // 5)
        order = {id(one): place for place, one in enumerate(found.options)}
        kept.sort(key=lambda one: order[id(one)])
        found = _with(found, kept)
    return found


def _with(found: Choices, kept: list[Option]) -> Choices:
    there = {one.account.id for one in kept}
    accounts = tuple(account for account in found.accounts if account.id in there)
    networks = {account.network.id for account in accounts}
    return Choices(
        found.minutes, accounts, tuple(kept), found.pieces, found.stock,
        found.required & networks, found.owner, found.selling_most, found.weeks, found.shared,
        found.apart,
    )  # fmt: skip
