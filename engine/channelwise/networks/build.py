"""From a checked network file's plain data to a network. Nothing is checked again here."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from channelwise.brief.answers import Value
from channelwise.evidence import Evidence, evidence
from channelwise.files.tree import Path
from channelwise.networks.model import Cadence, Network, Strategy
from channelwise.text import Text

DAYS: Final = 7

_PLAIN_TRAITS: Final = (
    "serves", "leads_with", "text_alone", "upkeep", "attention", "half_life_minutes", "links",
    "register", "local_discovery",
)  # fmt: skip


def network(plain: Mapping[str, Any], origin: str, plugin: str, package: str) -> Network:
    """One network from `network.yaml`'s plain data with the facts it cites under `cited`."""
    body = _with_likes(plain["network"])
    carries = frozenset(
        name for name, spec in body["formats"].items() if spec["available"]["value"]
    )
    return Network(
        id=body["id"], origin=origin, plugin=plugin, package=package, name=Text.of(body["name"]),
        summary=Text.of(body["summary"]), carries=carries,
        strategies=tuple(_strategy(body["id"], part) for part in body["strategies"]),
        values=MappingProxyType(_network_values(body, carries)), plain=body,
        evidence=MappingProxyType(_evidence(body, plain.get("cited", {}))),
    )  # fmt: skip


def _with_likes(body: Mapping[str, Any]) -> Mapping[str, Any]:
    """The file's data with the limits of formats that are like another written out."""
    formats = body["formats"]
    if not any(spec.get("like") for spec in formats.values()):
        return body
    return {**body, "formats": {name: _with_like(spec, formats) for name, spec in formats.items()}}


def _with_like(spec: Mapping[str, Any], formats: Mapping[str, Any]) -> Mapping[str, Any]:
    like = spec.get("like")
    if not like:
        return spec
    own, left = spec.get("limits", {}), frozenset(like.get("without", ()))
    others = formats[like["format"]].get("limits", {})
    shared = {name: limit for name, limit in others.items() if name not in {*left, *own}}
    return {**spec, "limits": {**own, **shared}}


def _network_values(body: Mapping[str, Any], carries: frozenset[str]) -> dict[str, Value]:
    traits = body["traits"]
    found: dict[str, Value] = {
        f"network.{name}": traits[name]["value"] for name in _PLAIN_TRAITS if name in traits
    }
    found |= {
        "network.id": body["id"],
        "network.answers": frozenset(traits["answers"]["value"]),
        "network.carries": carries,
        "network.account_kinds": frozenset(kind["kind"] for kind in body["account_types"]),
        "network.community_minutes_a_week": DAYS * body["community_minutes_a_day"]["typical"],
    }
    return found


def _strategy(network_id: str, body: Mapping[str, Any]) -> Strategy:
    cadence = Cadence(tuple(body["cadence"]["steps"]), body["cadence"]["typical"])
    values: dict[str, Value] = {
        "strategy.id": body["id"],
        "strategy.account": body["account"],
        "strategy.needs": frozenset(body["needs"]),
        "strategy.formats": frozenset(body["formats"]),
        "strategy.goals": frozenset(body["goals"]),
        "strategy.leans_on": body["leans_on"],
        "strategy.sells": body["sells"],
        "strategy.opinion": body["opinion"],
        "strategy.timely": body["timely"],
        "strategy.least_posts": cadence.steps[0],
    }
    return Strategy(
        id=body["id"], network=network_id, name=Text.of(body["name"]),
        summary=Text.of(body["summary"]), tone=Text.of(body["tone"]),
        example=Text.of(body["example"]), account=body["account"], needs=tuple(body["needs"]),
        formats=tuple(body["formats"]), goals=tuple(body["goals"]), cadence=cadence,
        values=MappingProxyType(values),
    )  # fmt: skip


class Grounded(NamedTuple):
    """A part of a network file that names a fact or a judgement.

    `name` is its dotted path, in which entries of lists go by their id; `place` is its path in
    the file's data.
    """

    name: str
    place: Path
    part: Mapping[str, Any]


def grounded(tree: Any, name: str = "", place: Path = ()) -> Iterator[Grounded]:
    """Every part of a tree that names a fact or a judgement."""
    if isinstance(tree, dict):
        if "fact" in tree or "judgement" in tree:
            yield Grounded(name, place, tree)
        for key, value in tree.items():
            yield from grounded(value, f"{name}.{key}" if name else str(key), (*place, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            entry = value.get("id", index) if isinstance(value, dict) else index
            yield from grounded(value, f"{name}.{entry}", (*place, index))


def units(body: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """The counting units that a network's file names, each with its path in the file."""
    for key in ("unit", "strictest"):
        if unit := (body.get("counting") or {}).get(key):
            yield ("network", "counting", key), unit
    for name, spec in body["formats"].items():
        for limit_name, limit in spec.get("limits", {}).items():
            if unit := limit.get("counted_in"):
                yield ("network", "formats", name, "limits", limit_name, "counted_in"), unit


def citation(fact: str, claim: str | None = None) -> str:
    """The name under which a cited claim is kept: that of its fact, and its source if not its own.

    Example:
        >>> citation("posts.length", "guide")
        'posts.length#guide'

    """
    return f"{fact}#{claim}" if claim else fact


def _evidence(body: Mapping[str, Any], cited: Mapping[str, Any]) -> dict[str, Evidence]:
    return {
        name: evidence(part["fact"], cited[citation(part["fact"], part.get("claim"))])
        for name, _, part in grounded(body)
        if part.get("fact")
    }
