"""Made-up networks, accounts and options, for plans that need no brief and no rule."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from channelwise.networks.model import Cadence, Network, Strategy
from channelwise.plan.items import Account, Choices, Option, Piece, Stock
from channelwise.text import Text
from channelwise.vocabulary import FORMATS, AccountKind, Format, Ingredient

Needs = tuple[Ingredient, ...]

COSTS: Final[Mapping[Format, Piece]] = MappingProxyType(
    {name: Piece(make=30, adapt=10) for name in FORMATS}
)
_SAID: Final = Text("Made up.", "ساختگی.")
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def network(name: str) -> Network:
    """A network that is nothing but its id: a planner reads no more of it."""
    return Network(
        id=name, origin="tests", plugin=name, package="tests", name=_SAID, summary=_SAID,
        carries=frozenset(FORMATS), strategies=(), values=_NOTHING, plain=_NOTHING,
        evidence=_NOTHING,
    )  # fmt: skip


def account(
    name: str, kind: AccountKind = "business", *, points: int = 0, minutes: int = 0,
    exists: bool = True, followers: int | None = None,
) -> Account:  # fmt: skip
    """An account on the network of that id; its minutes are split between people and upkeep."""
    return Account(
        network(name), kind, exists, followers, points, community=minutes - minutes // 3,
        upkeep=minutes // 3,
    )  # fmt: skip


def strategy(
    here: Account, name: str, needs: Iterable[Ingredient], steps: tuple[int, ...] = (1, 2, 3)
) -> Strategy:
    """A strategy of the account's network, posted from that kind of account."""
    return Strategy(
        id=name, network=here.network.id, name=_SAID, summary=_SAID, tone=_SAID, example=_SAID,
        account=here.kind, needs=tuple(sorted(needs)), formats=FORMATS, goals=(),
        cadence=Cadence(steps, steps[0]), values=_NOTHING,
    )  # fmt: skip


def option(
    here: Account, name: str = "one", *, posts: int = 1, value: int = 100, role: int = 0,
    format_: Format = "image", needs: Iterable[Ingredient] = ("expertise",), sells: bool = False,
) -> Option:  # fmt: skip
    """One strategy of the account in one format, so many posts a week."""
    return Option(here, strategy(here, name, needs), format_, posts, role, value, value, sells, ())


def choices(options: Iterable[Option], minutes: int = 1000, **changes: Any) -> Choices:
    """What can be chosen from these options; all rules as they usually are."""
    found = tuple(options)
    accounts = {one.account.id: one.account for one in found}
    stock: dict[Ingredient, Stock] = {}
    usual: dict[str, Any] = {
        "minutes": minutes, "accounts": tuple(accounts[name] for name in sorted(accounts)),
        "options": found, "pieces": COSTS, "stock": stock, "required": frozenset[str](),
        "owner": 0, "selling_most": 30, "weeks": 4,
    }  # fmt: skip
    return Choices(**{**usual, **changes})


def stock(pieces: int) -> Stock:
    """Material for so many pieces a month, as a brief says it."""
    return Stock(pieces, pieces, said=True)
