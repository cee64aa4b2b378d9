"""rule-engine: one compiled `Rule` for each distinct condition, candidates folded away (`fold`).

A rule is matched against one object, so pairs of brief and candidate would be 3,200 matches; the
folded conditions are far fewer. A context with the types of the brief's fields is given, as its
guide advises: errors then show when a rule is compiled.
"""

import json
from importlib.metadata import version as version_of
from typing import Any

import rule_engine

from benchmarks.peers.decision import FIELDS, Condition, Decision, Record, Result, key
from benchmarks.peers.fold import Answers, fold_decision

_COMPARE = {
    "is": "==", "is_not": "!=", "in": "in", "not_in": "not in", "at_least": ">=", "at_most": "<=",
    "above": ">", "below": "<",
}  # fmt: skip
_TYPES = {
    "word": rule_engine.DataType.STRING,
    "words": rule_engine.DataType.ARRAY(rule_engine.DataType.STRING),
    "flag": rule_engine.DataType.BOOLEAN,
    "number": rule_engine.DataType.FLOAT,
}


def text(condition: Condition) -> str:
    """A folded condition in rule-engine's language."""
    match condition:
        case ("not", test):
            return f"not ({text(test)})"
        case ("test", field, operator, value):
            return _test(key(field), operator, value)
        case (kind, parts):
            return "(" + (" and " if kind == "all" else " or ").join(map(text, parts)) + ")"
    raise ValueError(f"not a condition: {condition!r}")


def _test(name: str, operator: str, value: Any) -> str:
    match operator:
        case "between":
            return f"({name} >= {value[0]} and {name} <= {value[1]})"
        case "has_any" | "has_all" | "has_none":
            joiner = " and " if operator == "has_all" else " or "
            has = "(" + joiner.join(f"'{word}' in {name}" for word in value) + ")"
            return f"(not {has})" if operator == "has_none" else has
        case "is" if isinstance(value, bool):
            return name if value else f"(not {name})"
    return f"{name} {_COMPARE[operator]} {json.dumps(value)}"


class Peer:
    """Compiled rules, matched one by one."""

    name = "rule-engine"
    version = version_of("rule-engine")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        types = {key(name): _TYPES[field.kind] for name, field in FIELDS.items()}
        context = rule_engine.Context(
            type_resolver=rule_engine.type_resolver_from_dict(types),
            resolver=rule_engine.resolve_item,
        )
        self._answers = Answers(decision, folded)
        self._rules = [rule_engine.Rule(text(each), context=context) for each in folded.conditions]

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        rules = enumerate(self._rules)
        return self._answers.result([number for number, rule in rules if rule.matches(brief)])
