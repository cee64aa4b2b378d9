"""From a checked rule file's plain data to rules. Nothing is checked again here."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from channelwise.evidence import evidence
from channelwise.rules.condition import ALWAYS, All, Any_, Condition, FieldRef, Not, Test, fields_of
from channelwise.rules.fields import CATALOGUE, Scope
from channelwise.rules.model import Band, Bands, Effect, Exclude, Points, Rule, Say
from channelwise.text import Text

Named = Mapping[str, Any]

PLACEHOLDER: Final = re.compile(r"\{([a-z_.]+)\}")
NAMES: Final[dict[str, Scope]] = {
    "business.name": "brief",
    "network.name": "network",
    "strategy.name": "strategy",
}


def condition(plain: Any, named: Named) -> Condition:
    """The tree of a `when`; `{condition: name}` is replaced by what `named` says."""
    if plain == "always":
        return ALWAYS
    return _joined([_part(key, value, named) for key, value in plain.items()])


def _joined(parts: list[Condition]) -> Condition:
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _part(key: str, value: Any, named: Named) -> Condition:
    if key == "all":
        return All(tuple(condition(part, named) for part in value))
    if key == "any":
        return Any_(tuple(condition(part, named) for part in value))
    if key == "not":
        return Not(condition(value, named))
    if key == "condition":
        return condition(named[value], named)
    return _joined([Test(key, operator, operand(right)) for operator, right in value.items()])


def operand(plain: Any) -> Any:
    """The right side of a test: a number, a word, a set of words, a range or a field."""
    if isinstance(plain, dict):
        return FieldRef(plain["field"])
    if isinstance(plain, list):
        numbers = any(isinstance(item, int | float) for item in plain)
        return tuple(plain) if numbers else frozenset(plain)
    return plain


def effect(plain: Mapping[str, Any]) -> Effect:
    """The one thing a rule does."""
    ((kind, body),) = plain.items()
    if kind == "points":
        return Points(body["criterion"], body["add"])
    if kind == "bands":
        return Bands(body["criterion"], body["by"], _bands(body["steps"]))
    if kind == "exclude":
        return Exclude()
    text = Text.of(body["text"])
    return Say("advice" if kind == "advise" else "warning", body["topic"], text)


def _bands(steps: list[Mapping[str, Any]]) -> tuple[Band, ...]:
    bands: list[Band] = []
    above: int | None = None
    for step in steps:
        bands.append(Band(above, step.get("at_most"), step["add"]))
        above = step.get("at_most")
    return tuple(bands)


def placeholders(*texts: Text) -> frozenset[str]:
    """All names in braces of these texts."""
    return frozenset(name for text in texts for lang in text for name in PLACEHOLDER.findall(lang))


def rule(plain: Mapping[str, Any], named: Named, origin: str, network: str | None) -> Rule:
    """One rule of a checked file. `place` was put there by the check."""
    when, then = condition(plain["when"], named), effect(plain["then"])
    because = Text.of(plain["because"])
    said = then.text if isinstance(then, Say) else because
    reads = fields_of(when) | ({then.by} if isinstance(then, Bands) else frozenset())
    cited = plain["cited"]
    return Rule(
        id=plain["id"],
        status=plain["status"],
        title=Text.of(plain["title"]),
        when=when,
        then=then,
        because=because,
        sources=tuple(evidence(name, cited.get(name)) for name in plain["source"]),
        examples=MappingProxyType(plain["examples"]),
        reads=reads,
        scope=scope(reads | placeholders(because, said), network),
        origin=origin,
        place=plain["place"],
        network=network,
    )


def scope(names: frozenset[str], network: str | None) -> Scope:
    """Whether a rule counts once, once a network or once a strategy, by what it reads."""
    scopes = {CATALOGUE[name].scope if name in CATALOGUE else NAMES[name] for name in names}
    if "strategy" in scopes:
        return "strategy"
    return "network" if "network" in scopes or network else "brief"
