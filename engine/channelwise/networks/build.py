"""From a checked network file's plain data to a network. Nothing is checked again here."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from channelwise.brief.answers import Value
from channelwise.evidence import Evidence, evidence
from channelwise.networks.model import Cadence, Network, Strategy
from channelwise.text import Text

DAYS: Final = 7

_PLAIN_TRAITS: Final = (
    "serves", "leads_with", "text_alone", "upkeep", "attention", "half_life_minutes", "links",
    "register", "local_discovery",
)  # fmt: skip


def network(plain: Mapping[str, Any], origin: str, plugin: str, package: str) -> Network:
    """One network from `network.yaml`'s plain data with the facts it cites under `cited`."""
    body = plain["network"]
    carries = frozenset(
        name for name, spec in body["formats"].items() if spec["available"]["value"]
    )
    return Network(
        id=body["id"], origin=origin, plugin=plugin, package=package, name=Text.of(body["name"]),
        summary=Text.of(body["summary"]), carries=carries,
        strategies=tuple(_strategy(body["id"], part) for part in body["strategies"]),
        values=_network_values(body, carries), plain=body,
        evidence=_evidence(body, plain.get("cited", {})),
    )  # fmt: skip


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
        formats=tuple(body["formats"]), goals=tuple(body["goals"]), cadence=cadence, values=values,
    )  # fmt: skip


def grounded(tree: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every part of a network file that names a fact or a judgement, with its dotted path."""
    if isinstance(tree, dict):
        if "fact" in tree or "judgement" in tree:
            yield path, tree
        for key, value in tree.items():
            yield from grounded(value, f"{path}.{key}" if path else str(key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from grounded(value, f"{path}.{name}")


def _evidence(body: Mapping[str, Any], cited: Mapping[str, Any]) -> dict[str, Evidence]:
    return {
        path: evidence(part["fact"], cited[part["fact"]])
        for path, part in grounded(body)
        if part.get("fact")
    }
