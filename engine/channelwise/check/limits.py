"""The limits that hold for a draft: of its format, for its account's tier."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.check.table import REFUSED, TABLE, Row
from channelwise.check.values import between, names, number, ratios, sizes
from channelwise.evidence import Evidence
from channelwise.networks.model import Network
from channelwise.text import Text
from channelwise.vocabulary import Format

_OF_TEXT: Final = frozenset(("text", "comment", "fold", "alt", "title", "option"))
_CHARACTERS: Final = re.compile(r"(.* )?characters")


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit. `others` are the values of the same limit for tiers of accounts."""

    name: str
    value: Any
    hard: bool
    when: Text | None
    evidence: Evidence
    row: Row
    others: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits that can be checked, and the names of those that cannot."""

    known: tuple[Limit, ...]
    unknown: tuple[str, ...]


def limits_of(network: Network, name: Format, tier: str | None = None) -> Limits:
    """The limits of a format, with those of the tier in place of the general ones."""
    spec = _spec(network, name)
    known, unknown = list[Limit](), list[str]()
    for limit_name, limit in spec.items():
        if base := tier_of(limit_name, spec):
            if base[0] == tier:
                known.append(_limit(network, name, limit_name, limit, TABLE[base[1]]))
            continue
        row = TABLE.get(limit_name)
        if row is None or not _readable(row, limit):
            unknown.append(limit_name)
            continue
        others = tuple(_others(limit_name, spec))
        if tier not in dict(others):
            known.append(_limit(network, name, limit_name, limit, row, others=others))
    return Limits(tuple(known), tuple(unknown))


def _readable(row: Row, limit: Mapping[str, Any]) -> bool:
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
    **dict.fromkeys(("no_text", "no_media"), lambda value: value in REFUSED),
    **dict.fromkeys(("largest", "smallest", "best_size"), _is_size),
    "resolution": lambda value: sizes(value) is not None,
    "file_formats": lambda value: bool(names(value)),
    "ratio": lambda value: ratios(value) is not None,
}


def tiers_of(network: Network) -> tuple[str, ...]:
    """The tiers of accounts that limits of the network tell apart, in order."""
    found = {
        base[0]: None
        for name in network.plain["formats"]
        for limit_name in _spec(network, name)
        if (base := tier_of(limit_name, _spec(network, name)))
    }
    return tuple(sorted(found))


def tier_of(name: str, spec: Mapping[str, Any]) -> tuple[str, str] | None:
    """The tier and the general limit that a name such as `premium_max_chars` is made of.

    Example:
        >>> tier_of("premium_max_chars", {"max_chars": {}, "premium_max_chars": {}})
        ('premium', 'max_chars')

    """
    if name in TABLE:
        return None
    for base in spec:
        if base in TABLE and name.endswith(f"_{base}"):
            tier = name.removesuffix(f"_{base}")
            return None if tier in _PARTS else (tier, base)
    return None


# Words before the name of a limit that say what it is of, and not for whom.
_PARTS: Final = frozenset(("post", "cover", "thumbnail", "reply"))


def _others(name: str, spec: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for other, limit in spec.items():
        if (base := tier_of(other, spec)) and base[1] == name:
            yield base[0], limit["value"]


def _spec(network: Network, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = network.plain["formats"].get(name, {}).get("limits", {})
    return found


def _limit(
    network: Network, format_name: str, name: str, limit: Mapping[str, Any], row: Row,
    *, others: tuple[tuple[str, Any], ...] = (),
) -> Limit:  # fmt: skip
    return Limit(
        name=name, value=limit["value"], hard=limit["hard"] and row.end != "best",
        when=Text.of(limit["when"]) if limit.get("when") else None,
        evidence=network.evidence[f"formats.{format_name}.limits.{name}"], row=row, others=others,
    )  # fmt: skip
