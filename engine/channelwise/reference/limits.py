"""The limits of a network that a code is about, as the check holds them against drafts."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from channelwise.check.limits import Limit, Limits, limits_of, tiers_of
from channelwise.count.limits import Units, unit_names
from channelwise.count.model import Counter
from channelwise.networks.check import HARD
from channelwise.networks.model import Network
from channelwise.reference.amounts import TEXTS, amount
from channelwise.reference.model import LimitLine
from channelwise.reference.say import both, listed, same
from channelwise.text import Text
from channelwise.vocabulary import FORMATS, Format


def limit_lines(network: Network, end: str, units: Units) -> tuple[LimitLine, ...]:
    """The limits behind `NETWORK.END`, equal ones of several formats in one line.

    For `format` these are the formats that it has and has not; for `limits`, what is not checked.
    """
    if end == "format":
        found = _formats(network)
    elif end == "limits":
        found = _unchecked(network)
    else:
        found = _limits(network, end, units)
    return tuple(_merged(found))


def ends_of(network: Network) -> tuple[str, ...]:
    """The ends of the codes that can be reported for a network."""
    known = [limits for _, _, limits in _all(network)]
    ends = dict.fromkeys(limit.row.code for limits in known for limit in limits.known)
    return (*(end for end in ends if end), "format", "limits")


def _all(network: Network) -> Iterator[tuple[Format, str | None, Limits]]:
    """The limits of each format that is there, in general and then for each tier."""
    for name in FORMATS:
        if name in network.carries:
            for tier in (None, *tiers_of(network)):
                yield name, tier, limits_of(network, name, tier)


def _limits(network: Network, end: str, units: Units) -> Iterator[LimitLine]:
    seen: set[tuple[Format, str]] = set()
    for name, tier, limits in _all(network):
        for limit in limits.known:
            if limit.row.code == end and (name, limit.name) not in seen:
                seen.add((name, limit.name))
                yield _line(network, name, tier, limit, units)


def _line(
    network: Network, name: Format, tier: str | None, limit: Limit, units: Units
) -> LimitLine:
    spec: dict[str, Any] = network.plain["formats"][name]["limits"][limit.name]
    said = _held(limit, tier)
    counted = _unit(network, spec, units).description if limit.row.measure in TEXTS else None
    return LimitLine(
        formats=(name,), name=limit.name,
        amount=said,
        level=limit.level, when=limit.when, source=limit.evidence,
        value=limit.value, unit=spec.get("unit"), tier=tier, counted=counted,
    )  # fmt: skip


def _held(limit: Limit, tier: str | None) -> Text:
    """A limit in words, with what it depends on besides the format."""
    said = amount(limit)
    if limit.server:
        said = both("rules.server", amount=said)
    if limit.account:
        said = both(f"rules.account.{limit.account}", amount=said)
    return _only(said, limit.through, tier)


def _only(said: Text, through: str | None, tier: str | None) -> Text:
    """What holds for one way of posting, or for one tier of accounts."""
    if through:
        said = both(f"rules.through.{through}", amount=said)
    return both("rules.tier", tier=tier, amount=said) if tier else said


def _unit(network: Network, spec: dict[str, Any], units: Units) -> Counter:
    return units.counter(spec.get("counted_in") or unit_names(network)[0])


def _formats(network: Network) -> Iterator[LimitLine]:
    for name in (one for one in FORMATS if one in network.plain["formats"]):
        spec = network.plain["formats"][name]
        source = network.evidence.get(f"formats.{name}.available")
        there = name in network.carries
        firm = source is not None and source.confidence in HARD
        yield LimitLine(
            formats=(name,), name="available", source=None if there else source,
            amount=_only(
                both("rules.carried" if there else "rules.not_carried"), spec.get("through"),
                spec.get("tier"),
            ),
            level=None if there else "error" if firm else "warning",
            when=Text.of(spec["note"]) if spec.get("note") and not there else None, value=there,
        )  # fmt: skip


def _unchecked(network: Network) -> Iterator[LimitLine]:
    for name, tier, limits in _all(network):
        if limits.unknown and tier is None:
            names = listed(map(same, limits.unknown))
            yield LimitLine(
                formats=(name,), name="", amount=both("rules.unchecked", names=names), level=None,
                when=None, source=None, value=list(limits.unknown),
            )  # fmt: skip


def _merged(lines: Iterator[LimitLine]) -> Iterator[LimitLine]:
    """Lines that differ in nothing but their format, as one, in the order of the first."""
    groups: dict[str, LimitLine] = {}
    for line in lines:
        key = repr(replace(line, formats=()))
        known = groups.get(key)
        formats = (*known.formats, *line.formats) if known else line.formats
        groups[key] = replace(line, formats=formats)
    yield from groups.values()
