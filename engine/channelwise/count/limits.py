"""The limits of a network's formats that count text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from channelwise.check.limits import Held, Terms, held, tier_of
from channelwise.check.table import REFUSED, TABLE
from channelwise.count.model import Counter
from channelwise.evidence import Evidence
from channelwise.networks.model import Network
from channelwise.text import Text
from channelwise.vocabulary import FORMATS, AccountKind, Format, PostsWith

# Where no source tells how a network counts, code points are the plainest guess.
ASSUMED: Final = "code_points"
# Limits of the text of a post itself; others that count text are about a part beside it.
MAIN: Final = frozenset(
    ("max_chars", "max_bytes", "caption_max", "text_max", "message_max", "description_max",
     "question_max_chars")
)  # fmt: skip
_ENDS: Final = ("_max", "_max_chars", "_max_bytes")
_UNIT: Final = "characters"


class Units(Protocol):
    """Whatever finds a unit by its name, such as a rulebook."""

    def counter(self, name: str) -> Counter: ...


@dataclass(frozen=True, slots=True)
class TextLimit:
    """A limit that counts text. `main` limits are of the post itself, others of a part of it.

    A format that takes no text beside its pictures has the limit 0.
    `strictest` is the unit that counts most among those that sources leave open, if they do.
    `base` is what is limited, whatever the `tier` that it is limited for, and `own` tells that the
    value is from the settings of the account. `through` and `account` are the way of posting and
    the kind of account that it holds for, None for any.
    """

    format: Format
    name: str
    value: int
    counter: Counter
    strictest: Counter | None
    hard: bool
    main: bool
    when: Text | None
    evidence: Evidence
    base: str = ""
    tier: str | None = None
    own: bool = False
    through: PostsWith | None = None
    account: AccountKind | None = None


def unit_names(network: Network) -> tuple[str, str | None]:
    """The unit that a network counts in, and the strictest one that sources leave open."""
    counting = network.plain.get("counting") or {}
    return counting.get("unit", ASSUMED), counting.get("strictest")


def text_limits(
    network: Network, units: Units, terms: Terms | None = None
) -> tuple[TextLimit, ...]:
    """Every limit that counts text, of the formats that the network carries.

    Args:
        network: whose limits.
        units: what texts are counted in.
        terms: what is known of the account: then its tier's limits stand in place of the general
            ones. Without it the limits of all tiers are there, each under its name.
    """
    return tuple(
        _limit(network, units, name, one)
        for name in FORMATS
        if name in network.carries
        for one in _held(network, name, terms)
        if _counts_text(one.base, one.spec)
    )


def _held(network: Network, name: Format, terms: Terms | None) -> Iterator[Held]:
    if terms is not None:
        yield from held(network, name, terms)
        return
    for limit_name, spec in network.plain["formats"][name].get("limits", {}).items():
        yield Held(limit_name, limit_name, spec)


def refusals(network: Network, units: Units, terms: Terms | None) -> tuple[TextLimit, ...]:
    """Formats that take no text beside their pictures and videos, as a limit of 0."""
    return tuple(
        replace(_limit(network, units, name, one), main=True)
        for name in FORMATS
        if name in network.carries
        for one in map(_as_zero, _held(network, name, terms))
        if one is not None
    )


def _as_zero(one: Held) -> Held | None:
    row = TABLE.get(one.base)
    if row is None or row.measure != "no_text" or one.spec["value"] not in REFUSED:
        return None
    return one._replace(spec={**one.spec, "value": 0})


def _counts_text(name: str, limit: Mapping[str, Any]) -> bool:
    unit = limit.get("unit") or ""
    in_characters = unit == _UNIT or unit.endswith(f" {_UNIT}")
    named = name in MAIN or name.endswith(_ENDS)
    whole = isinstance(limit["value"], int) and not isinstance(limit["value"], bool)
    return whole and named and (in_characters or "counted_in" in limit)


def _limit(network: Network, units: Units, name: Format, one: Held) -> TextLimit:
    spec = one.spec
    own = spec.get("counted_in")
    unit, strictest = (own, None) if own else unit_names(network)
    tiered = tier_of(one.name, network.plain["formats"][name]["limits"])
    return TextLimit(
        format=name, name=one.name, value=spec["value"], counter=units.counter(unit),
        strictest=units.counter(strictest) if strictest else None, hard=spec["hard"],
        main=one.base in MAIN, when=Text.of(spec["when"]) if spec.get("when") else None,
        evidence=network.evidence[f"formats.{name}.limits.{one.name}"],
        base=tiered[1] if tiered else one.base, tier=tiered[0] if tiered else None, own=one.own,
        through=spec.get("through"), account=spec.get("account"),
    )  # fmt: skip
