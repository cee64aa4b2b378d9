"""datalogic-py (JSONLogic in Rust): compiled once, a session, a brief parsed once.

Chosen form: one compiled rule that is the array of all distinct conditions, candidates folded
away (`fold`). Its guide offers `evaluate_many` for many rules over one document; that takes one
JSON string a rule back, and is slower here than one array. The session keeps its memory between
briefs, as the guide advises for hot loops.
"""

from importlib.metadata import version as version_of
from itertools import compress
from typing import Any

import datalogic_py

from benchmarks.peers.decision import Condition, Decision, Record, Result, key
from benchmarks.peers.fold import Answers, fold_decision

_COMPARE = {
    "is": "===",
    "is_not": "!==",
    "at_least": ">=",
    "at_most": "<=",
    "above": ">",
    "below": "<",
}


def logic(condition: Condition) -> dict[str, Any]:
    """A folded condition as JSONLogic."""
    match condition:
        case ("not", test):
            return {"!": [logic(test)]}
        case ("test", field, operator, value):
            return _test({"var": key(field)}, operator, value)
        case (kind, parts):
            return {"and" if kind == "all" else "or": [logic(part) for part in parts]}
    raise ValueError(f"not a condition: {condition!r}")


def _test(have: dict[str, Any], operator: str, value: Any) -> dict[str, Any]:
    match operator:
        case "in":
            return {"in": [have, list(value)]}
        case "not_in":
            return {"!": [{"in": [have, list(value)]}]}
        case "between":
            return {"<=": [value[0], have, value[1]]}
        case "has_any":
            return {"or": [{"in": [word, have]} for word in value]}
        case "has_all":
            return {"and": [{"in": [word, have]} for word in value]}
        case "has_none":
            return {"!": [_test(have, "has_any", value)]}
    return {_COMPARE[operator]: [have, value]}


class Peer:
    """One compiled array of conditions."""

    name = "datalogic-py"
    version = version_of("datalogic-py")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        engine = datalogic_py.Engine()
        self._answers = Answers(decision, folded)
        self._numbers = range(len(folded.conditions))
        self._rule = engine.compile([logic(each) for each in folded.conditions])
        self._session = engine.session()

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        held = self._session.evaluate(self._rule, brief)
        return self._answers.result(compress(self._numbers, held))


class Many:
    """One rule for each condition, over one parsed brief."""

    name = "datalogic-py, evaluate_many"
    version = version_of("datalogic-py")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        engine = datalogic_py.Engine()
        self._answers = Answers(decision, folded)
        self._rules = [engine.compile(logic(each)) for each in folded.conditions]
        self._session = engine.session()

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        held = self._session.evaluate_many(self._rules, datalogic_py.DataHandle(brief))
        return self._answers.result([n for n, answer in enumerate(held) if answer == "true"])
