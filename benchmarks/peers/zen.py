"""GoRules ZEN: a decision model (JDM) compiled once, evaluated a brief at a time.

Chosen form: one expression node that lists the answers of all distinct conditions; the candidates
are folded away (`fold`), so the engine evaluates some hundreds of conditions and not 3,200. The
form its guides show first, a decision table with hit policy `collect` and a row for each
condition, is `Table` below: same answers, slower.
`Compiled` leaves the decision model out: the same array as one compiled expression. That is the
fastest the library can do, and no longer a decision with nodes, loaders and traces.
The answers come back as one array of booleans, and `fold.Answers` makes outcomes of them.
"""

import json
from importlib.metadata import version as version_of
from itertools import compress
from typing import Any

import zen

from benchmarks.peers.decision import Condition, Decision, Record, Result, key
from benchmarks.peers.fold import Answers, Folded, fold_decision

_COMPARE = {
    "is": "==", "is_not": "!=", "in": "in", "not_in": "not in", "at_least": ">=", "at_most": "<=",
    "above": ">", "below": "<",
}  # fmt: skip


def expression(condition: Condition) -> str:
    """A folded condition in ZEN's expression language."""
    match condition:
        case ("not", test):
            return f"not ({expression(test)})"
        case ("test", field, operator, value):
            return _test(key(field), operator, value)
        case (kind, parts):
            joiner = " and " if kind == "all" else " or "
            return "(" + joiner.join(expression(part) for part in parts) + ")"
    raise ValueError(f"not a condition: {condition!r}")


def _test(name: str, operator: str, value: Any) -> str:
    match operator:
        case "between":
            return f"({name} >= {value[0]} and {name} <= {value[1]})"
        case "has_any" | "has_all" | "has_none":
            word = " and " if operator == "has_all" else " or "
            has = "(" + word.join(f"'{each}' in {name}" for each in value) + ")"
            return f"(not {has})" if operator == "has_none" else has
    return f"{name} {_COMPARE[operator]} {json.dumps(value)}"


def _decision(node: dict[str, Any]) -> Any:
    """A compiled graph of input, one node, output."""
    nodes = [
        {"id": "in", "type": "inputNode", "name": "brief"},
        {"id": "node", "name": "conditions", **node},
        {"id": "out", "type": "outputNode", "name": "answers"},
    ]
    edges = [
        {"id": "e1", "type": "edge", "sourceId": "in", "targetId": "node"},
        {"id": "e2", "type": "edge", "sourceId": "node", "targetId": "out"},
    ]
    content = zen.ZenDecisionContent(json.dumps({"nodes": nodes, "edges": edges}))
    return zen.ZenEngine().create_decision(content)


class Expressions:
    """One expression node whose value is the array of all answers."""

    name = "GoRules ZEN, decision model"
    version = version_of("zen-engine")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        self._answers = Answers(decision, folded)
        self._numbers = range(len(folded.conditions))
        held = {"id": "held", "key": "held", "value": _list_of(folded)}
        node = {"type": "expressionNode", "content": {"expressions": [held]}}
        self._decision = _decision(node)

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        held = self._decision.evaluate(brief)["result"]["held"]
        return self._answers.result(compress(self._numbers, held))


def _list_of(folded: Folded) -> str:
    return f"[{', '.join(expression(each) for each in folded.conditions)}]"


class Compiled:
    """The same array as one compiled expression, without a decision model around it."""

    name = "GoRules ZEN, bare expression"
    version = version_of("zen-engine")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        self._answers = Answers(decision, folded)
        self._numbers = range(len(folded.conditions))
        self._expression = zen.compile_expression(_list_of(folded))

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        return self._answers.result(compress(self._numbers, self._expression.evaluate(brief)))


class Table:
    """A decision table, `collect`: a row for each condition, its number as output."""

    name = "GoRules ZEN, decision table"
    version = version_of("zen-engine")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        self._answers = Answers(decision, folded)
        rules = [
            {"_id": f"r{number}", "i": expression(each), "o": str(number)}
            for number, each in enumerate(folded.conditions)
        ]
        content = {
            "hitPolicy": "collect",
            "inputs": [{"id": "i", "name": "condition"}],  # no field: cells are whole conditions
            "outputs": [{"id": "o", "name": "number", "field": "number"}],
            "rules": rules,
        }
        self._decision = _decision({"type": "decisionTableNode", "content": content})

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        rows = self._decision.evaluate(brief)["result"]
        return self._answers.result([int(row["number"]) for row in rows])


Peer = Expressions
