"""The limits that hold for a draft: of its format, its account, its server, its way of posting."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any, Final, NamedTuple

from channelwise.check.model import Level
from channelwise.check.table import REFUSED, REQUIRED, TABLE, Row
from channelwise.check.values import Bounds, between, names, number, ratios, sizes
from channelwise.evidence import Evidence
from channelwise.networks.model import Network
from channelwise.text import Text
from channelwise.vocabulary import FORMATS, AccountKind, Format, PostsWith

_OF_TEXT: Final = frozenset(("text", "comment", "fold", "alt", "title", "option"))
_CHARACTERS: Final = re.compile(r"(.* )?characters")

Number = int | float
Spec = Mapping[str, Any]


class Terms(NamedTuple):
    """What limits depend on besides the format. What is None is not known.

    `tier` and `kind` are those of the account, `posts_with` the way of posting, and `own` the
    values that the account's server has for limits that each server sets.
    """

    tier: str | None = None
    posts_with: PostsWith | None = None
    own: tuple[tuple[str, Number], ...] = ()
    kind: AccountKind | None = None

    def meet(self, through: str | None, kind: str | None = None) -> bool:
        """False if something holds for another way of posting only, or for another kind of
        account; where that is unknown, it may hold.
        """
        of_way = through is None or self.posts_with in (None, through)
        return of_way and (kind is None or self.kind in (None, kind))


def terms_of(given: Terms | str | None) -> Terms:
    """Terms, or the tier alone that may stand for them."""
    return given if isinstance(given, Terms) else Terms(given)


class Held(NamedTuple):
    """A limit as it holds: the name in the file, what it limits, and its values for other tiers.

    `base` is `max_chars` for `premium_max_chars` as well.
    """

    name: str
    base: str
    spec: Spec
    others: tuple[tuple[str, Any], ...] = ()
    own: bool = False


@dataclass(frozen=True)
class Limit:
    """One limit. `others` are the values of the same limit for tiers of accounts.

    `base` is its name without that of a tier or an account. `through` is the way of posting and
    `account` the kind of account that it holds for, None for both. `server` is true where each
    server sets it, and `own` for a value that the account's settings give.
    """

    name: str
    base: str
    value: Any
    hard: bool
    when: Text | None
    evidence: Evidence
    row: Row
    others: tuple[tuple[str, Any], ...] = ()
    unit: str | None = None
    through: PostsWith | None = None
    account: AccountKind | None = None
    server: bool = False
    own: bool = False

    @cached_property
    def amount(self) -> Fraction | None:
        """The value, if it is one number."""
        return number(self.value)

    @cached_property
    def range(self) -> Bounds | None:
        """The value, if it is two numbers."""
        return between(self.value)

    @property
    def level(self) -> Level:
        """The level of what is beyond it. What has no title may be a row of posts instead."""
        if self.hard:
            return "warning" if self.row.measure == "titled" else "error"
        return "note"

    @property
    def highest(self) -> Fraction | None:
        """The upper end in the unit that files and texts are measured in, if there is one."""
        found = self.range.most if self.range else self.amount
        return None if found is None or self.row.end == "least" else found * self.row.scale


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that can be checked, and the names of those that cannot."""

    known: tuple[Limit, ...]
    unknown: tuple[str, ...]


def open_formats(network: Network, terms: Terms) -> tuple[Format, ...]:
    """The formats that an account of these terms can post in, in order."""
    specs = network.plain["formats"]
    return tuple(
        name
        for name in FORMATS
        if name in network.carries
        and specs[name].get("tier") in (None, terms.tier)
        and terms.meet(specs[name].get("through"))
    )


def held(network: Network, name: Format, terms: Terms) -> Iterator[Held]:
    """The limits of a format that hold: those of the tier in place of the general ones, those of
    another way of posting left out, and the values of the account's server put in.
    """
    spec, own = _spec(network, name), dict(terms.own)
    for limit_name, limit in spec.items():
        tier, base = parts_of(limit_name, spec)
        held_here = terms.meet(limit.get("through"), limit.get("account"))
        if not held_here or tier not in (None, terms.tier):
            continue
        others = () if tier else tuple(_others(limit_name, spec))
        if terms.tier in dict(others):
            continue
        if limit.get("server") and base in own:
            yield Held(limit_name, base, {**limit, "value": own[base]}, (), own=True)
        else:
            yield Held(limit_name, base, limit, others)


def limits_of(network: Network, name: Format, terms: Terms | str | None = None) -> Limits:
    """The limits of a format for an account; a tier alone may stand for its terms."""
    known, unknown = list[Limit](), list[str]()
    for one in held(network, name, terms_of(terms)):
        row = TABLE.get(one.base)
        if row is None or not one.spec.get("checked", True) or not is_readable(row, one.spec):
            unknown.append(one.name)
        else:
            known.append(_limit(network, name, one, row))
    return Limits(tuple(known), tuple(unknown))


def is_readable(row: Row, limit: Spec) -> bool:
    """True if a check knows the unit of a limit and can read its value."""
    unit = limit.get("unit")
    if row.measure in _OF_TEXT:
        known = "counted_in" in limit or _CHARACTERS.fullmatch(unit or "") is not None
        return known and number(limit["value"]) is not None
    return row.takes(unit) and _READERS.get(row.measure, _is_amount)(limit["value"])


def _is_amount(value: Any) -> bool:
    return number(value) is not None or between(value) is not None


def _is_size(value: Any) -> bool:
    found = sizes(value)
    return found is not None and found[0] is None


_READERS: Final[Mapping[str, Callable[[Any], bool]]] = {
    **dict.fromkeys(
        ("no_text", "no_media", "same_again", "same_elsewhere"), lambda value: value in REFUSED
    ),
    **dict.fromkeys(("sound", "titled"), lambda value: value == REQUIRED),
    **dict.fromkeys(("largest", "smallest", "best_size"), _is_size),
    "resolution": lambda value: sizes(value) is not None,
    "file_formats": lambda value: bool(names(value)),
    "ratio": lambda value: ratios(value) is not None,
}


def tiers_of(network: Network) -> tuple[str, ...]:
    """The tiers of accounts that limits and formats of the network tell apart, in order."""
    found = {
        base[0]
        for name in network.plain["formats"]
        for limit_name in _spec(network, name)
        if (base := tier_of(limit_name, _spec(network, name)))
    }
    formats = {spec["tier"] for spec in network.plain["formats"].values() if spec.get("tier")}
    return tuple(sorted(found | formats))


def server_limits(network: Network) -> tuple[str, ...]:
    """The names of the limits that each server of the network sets, in order."""
    found = {
        limit_name
        for name in network.plain["formats"]
        for limit_name, limit in _spec(network, name).items()
        if limit.get("server")
    }
    return tuple(sorted(found))


def parts_of(name: str, spec: Spec) -> tuple[str | None, str]:
    """The tier that the name of a limit begins with, if any, and the name that tells what it is.

    A limit of one kind of account may have any word before that name.

    Example:
        >>> parts_of("page_max_minutes", {"page_max_minutes": {"account": "business"}})
        (None, 'max_minutes')

    """
    if name not in TABLE and spec[name].get("account"):
        ends = [base for base in TABLE if name.endswith(f"_{base}")]
        return None, max(ends, key=len, default=name)
    return tier_of(name, spec) or (None, name)


def tier_of(name: str, spec: Spec) -> tuple[str, str] | None:
    """The tier and the general limit that a name such as `premium_max_chars` is made of.

    Example:
        >>> tier_of("premium_max_chars", {"max_chars": {}, "premium_max_chars": {}})
        ('premium', 'max_chars')

    """
    if name in TABLE or spec[name].get("account"):
        return None
    for base in spec:
        if base in TABLE and name.endswith(f"_{base}"):
            tier = name.removesuffix(f"_{base}")
            return None if tier in _PARTS else (tier, base)
    return None


# Words before the name of a limit that say what it is of, and not for whom.
_PARTS: Final = frozenset(("post", "cover", "thumbnail", "reply"))


def _others(name: str, spec: Spec) -> Iterator[tuple[str, Any]]:
    for other, limit in spec.items():
        if (base := tier_of(other, spec)) and base[1] == name:
            yield base[0], limit["value"]


def _spec(network: Network, name: str) -> Spec:
    found: Spec = network.plain["formats"].get(name, {}).get("limits", {})
    return found


def _limit(network: Network, name: Format, one: Held, row: Row) -> Limit:
    spec = one.spec
    return Limit(
        name=one.name, base=one.base, value=spec["value"], hard=spec["hard"] and row.end != "best",
        when=Text.of(spec["when"]) if spec.get("when") else None,
        evidence=network.evidence[f"formats.{name}.limits.{one.name}"], row=row,
        others=one.others, unit=spec.get("unit"), through=spec.get("through"),
        account=spec.get("account"), server=spec.get("server", False), own=one.own,
    )  # fmt: skip
