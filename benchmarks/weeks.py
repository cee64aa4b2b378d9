"""Seeded whole plans: 18 networks with 6 strategies of 5 steps, in 2 formats and 3 roles."""

from collections.abc import Iterator
from itertools import product
from random import Random
from types import MappingProxyType
from typing import Any, Final

from channelwise.networks.model import Cadence, Network, Strategy
from channelwise.plan.choices import curve, earned
from channelwise.plan.items import HUNDREDTHS, Account, Choices, Option, Piece, Stock
from channelwise.text import Text
from channelwise.vocabulary import AccountKind, Format, Ingredient

NETWORKS: Final = 18
STRATEGIES: Final = 6
STEPS: Final = 5
ROLES: Final = (100, 40, 25)  # what a first, second and third strategy earn, in percent
BEST_FORMATS: Final = (100, 92)  # what the first and the second format earn
CURVE: Final = ((0, 0), (50, 65), (100, 100), (200, 125), (400, 140))

# Minutes for making a piece and for fitting it to another account.
COSTS: Final[dict[Format, Piece]] = {
    "text": Piece(20, 8), "article": Piece(120, 35), "image": Piece(35, 10),
    "carousel": Piece(100, 20), "short_video": Piece(120, 15), "story": Piece(10, 5),
}  # fmt: skip
# What strategies are made from: ladders and forks, so that some pieces serve others.
NEEDS: Final[tuple[tuple[Ingredient, ...], ...]] = (
    ("expertise",), ("expertise", "tutorials"), ("expertise", "industry_news"),
    ("expertise", "opinions"), ("product_photos",), ("product_photos", "offers"),
    ("product_photos", "behind_the_scenes"), ("customer_stories",),
    ("customer_stories", "result_photos"), ("behind_the_scenes",),
    ("behind_the_scenes", "company_events"), ("questions_and_answers",),
)  # fmt: skip
STOCK: Final[dict[Ingredient, Stock]] = {
    "company_events": Stock(4, 1, said=False), "customer_stories": Stock(4, 2, said=False),
    "offers": Stock(12, 4, said=False), "result_photos": Stock(12, 12, said=False),
}  # fmt: skip

_SAID: Final = Text("Made up.", "ساختگی.")
_NOTHING: Final = MappingProxyType[str, Any]({})


def week(seed: int, minutes: int, networks: int = NETWORKS) -> Choices:
    """The choices of one made-up business; the same seed gives the same, whatever the minutes."""
    random = Random(seed)
    accounts: dict[str, Account] = {}
    options: list[Option] = []
    for number in range(networks):
        here = _network(f"n{number:02d}")
        for strategy in _strategies(random, here):
            key = f"{here.id}/{strategy.account}"
            if key not in accounts:
                accounts[key] = _account(random, here, strategy.account)
            options += _options(random, accounts[key], strategy)
    return Choices(
        minutes=minutes, accounts=tuple(accounts[key] for key in sorted(accounts)),
        options=tuple(options), pieces=COSTS, stock=STOCK, required=frozenset(), owner=0,
        selling_most=30, weeks=4,
    )  # fmt: skip


def _network(name: str) -> Network:
    return Network(
        id=name, origin="", plugin=name, package="", name=_SAID, summary=_SAID,
        carries=frozenset(COSTS), strategies=(), values=_NOTHING, plain=_NOTHING,
        evidence=_NOTHING,
    )  # fmt: skip


def _strategies(random: Random, here: Network) -> Iterator[Strategy]:
    """Four strategies of the business, two of its owner."""
    for number in range(STRATEGIES):
        kind: AccountKind = "business" if number < STRATEGIES - 2 else "personal"
        first = random.randint(1, 2)
        steps = tuple(first + step for step in range(STEPS))
        yield Strategy(
            id=f"s{number}", network=here.id, name=_SAID, summary=_SAID, tone=_SAID,
            example=_SAID, account=kind, needs=random.choice(NEEDS),
            formats=tuple(random.sample(sorted(COSTS), len(BEST_FORMATS))), goals=(),
            cadence=Cadence(steps, random.choice(steps[:3])), values=_NOTHING,
        )  # fmt: skip


def _account(random: Random, here: Network, kind: AccountKind) -> Account:
    """There already in one case of three, and then with some points for its followers."""
    exists = random.random() < 1 / 3
    new = -20 if kind == "business" else -35
    points = random.choice((-15, -8, 0, 8, 15)) if exists else new
    daily = random.randint(3, 12)
    return Account(
        network=here, kind=kind, exists=exists, followers=100 if exists else None,
        points=HUNDREDTHS * points, community=7 * daily if exists else 4 * daily,
        upkeep=random.choice((5, 10, 40)),
    )  # fmt: skip


def _options(random: Random, account: Account, strategy: Strategy) -> Iterator[Option]:
    fit = random.randint(40 * HUNDREDTHS, 90 * HUNDREDTHS)
    sells = random.random() < 0.2
    places = enumerate(strategy.formats)
    for (place, format_), posts, role in product(places, strategy.cadence.steps, range(len(ROLES))):
        shares = (
            curve(CURVE, posts, strategy.cadence.typical), BEST_FORMATS[place], ROLES[role],
            30 if sells and role == 0 else 100,
        )  # fmt: skip
        value = earned(fit, shares)
        yield Option(account, strategy, format_, posts, role, fit, value, sells, ())
