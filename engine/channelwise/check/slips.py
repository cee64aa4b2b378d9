"""Limits of a network that no check knows, told to those who wrote them: often a slip of the pen.

A limit that is only told to people says so itself, with `checked: false`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from channelwise.check.limits import is_readable, parts_of
from channelwise.check.say import said, words
from channelwise.check.table import TABLE
from channelwise.files.nearest import nearest
from channelwise.networks.model import Network
from channelwise.recommend.model import Said


def slips(network: Network) -> Iterator[Said]:
    """Names, units and values of limits that no check knows, each with what was probably meant."""
    for name, spec in network.plain["formats"].items():
        limits = spec.get("limits", {})
        for limit_name, limit in limits.items():
            if limit.get("checked", True):
                _, base = parts_of(limit_name, limits)
                yield from _slips(f"{network.id}: {name}.{limit_name}", base, limit)


def _slips(place: str, name: str, limit: Mapping[str, Any]) -> Iterator[Said]:
    row = TABLE.get(name)
    if row is None:
        meant = nearest(name, TABLE)
        yield said("slip.name.meant" if meant else "slip.name", place=place, meant=meant)
    elif not row.takes(limit.get("unit")):
        units = words(sorted(row.units))
        yield said("slip.unit", place=place, unit=limit.get("unit") or "", units=units)
    elif not is_readable(row, limit):
        yield said("slip.value", place=place, value=str(limit["value"]))
