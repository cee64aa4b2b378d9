"""durable_rules: a Rete network in C; facts are asserted, actions run, the fact is retracted.

Facts and not events, since an event is gone once the first rule took it. Word sets are written
as one flag a word, negations are pushed into the tests; an action may run once for each branch
of an `$or`, so what ran is a set. Two forms:

- `Peer`: the distinct conditions, candidates folded away (`fold`), in as many rulesets as keep
  each under 64 branches; the brief is asserted to each. The library refuses a fact for which more
  than 64 matches wait (error 303), and this is the fastest form that refuses none.
- `Whole`: what its guide shows: one ruleset of all rules. A fact is a brief with one candidate,
  asserted 16 times a decision, each in a session of its own so that a refused one leaves nothing
  behind. Briefs that it refuses are counted, not answered.
"""

from collections.abc import Callable
from importlib.metadata import version as version_of
from itertools import count
from typing import Any

import durable_rules_engine
from durable.lang import get_host

from benchmarks.peers.decision import (
    CRITERIA,
    FIELDS,
    Condition,
    Decision,
    Outcome,
    Record,
    RefusalError,
    Result,
    key,
)
from benchmarks.peers.fold import Answers, fold_decision

_MOST_BRANCHES = 64
_COMPARE = {"at_least": "$gte", "at_most": "$lte", "above": "$gt", "below": "$lt"}
_SETS = {key(name): field.words for name, field in FIELDS.items() if field.kind == "words"}
_rulesets = count(1)  # names of rulesets are global to the library


def definition(condition: Condition, *, negated: bool = False) -> dict[str, Any]:
    """A condition in the library's JSON form, without a `not`."""
    match condition:
        case ("not", part):
            return definition(part, negated=not negated)
        case ("test", field, operator, value):
            return _test(key(field), operator, value, negated)
        case (kind, parts):
            word = "$and" if (kind == "all") != negated else "$or"
            return {word: [definition(part, negated=negated) for part in parts]}
    raise ValueError(f"not a condition: {condition!r}")


def _test(name: str, operator: str, value: Any, negated: bool) -> dict[str, Any]:
    if operator in _OPPOSITE and negated:
        return _test(name, _OPPOSITE[operator], value, False)
    match operator:
        case "is":
            return {name: value}
        case "is_not":
            return {"$neq": {name: value}}
        case "in":
            return _join("$or", [{name: word} for word in value])
        case "not_in":
            return _join("$and", [{"$neq": {name: word}} for word in value])
        case "between" if negated:
            return {"$or": [{"$lt": {name: value[0]}}, {"$gt": {name: value[1]}}]}
        case "between":
            return {"$and": [{"$gte": {name: value[0]}}, {"$lte": {name: value[1]}}]}
        case "has_any" | "has_all":
            word = "$or" if (operator == "has_any") != negated else "$and"
            return _join(word, [{f"{name}_{each}": not negated} for each in value])
        case "has_none":
            return _join("$and", [{f"{name}_{each}": False} for each in value])
    return {_COMPARE[operator]: {name: value}}


_OPPOSITE = {
    "is": "is_not", "is_not": "is", "in": "not_in", "not_in": "in", "has_none": "has_any",
    "at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most",
}  # fmt: skip


def _join(word: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    return parts[0] if len(parts) == 1 else {word: parts}


def _branches(tree: dict[str, Any]) -> int:
    """How often a fact can match: an `$or` matches once a branch, an `$and` multiplies."""
    ((word, parts),) = tree.items()
    if word == "$or":
        return sum(map(_branches, parts))
    product = 1
    for part in parts if word == "$and" else ():
        product *= _branches(part)
    return product


def _ruleset(trees: dict[Any, dict[str, Any]], ran: set[Any]) -> str:
    """Register a ruleset whose actions put the key of their rule into `ran`."""
    name = f"decision{next(_rulesets)}"
    rules = {
        f"r{place}": {"all": [{"m": tree}], "run": _action(each, ran)}
        for place, (each, tree) in enumerate(trees.items())
    }
    get_host().register_rulesets({name: rules})
    return name


def _action(each: Any, ran: set[Any]) -> Callable[[Any], None]:
    def run(c: Any) -> None:  # noqa: ARG001 - the engine calls with one argument
        ran.add(each)

    return run


def _fact(number: int, *records: Record) -> dict[str, Any]:
    """A fact of its own id; each word of a set becomes a flag."""
    fact: dict[str, Any] = {"id": number}
    for record in records:
        for name, value in record.items():
            if isinstance(value, tuple):
                fact |= {f"{name}_{word}": word in value for word in _SETS[name]}
            else:
                fact[name] = value
    return fact


def _ask(ruleset: str, fact: dict[str, Any]) -> None:
    host = get_host()
    try:
        host.assert_fact(ruleset, fact)
    except durable_rules_engine.error as error:
        raise RefusalError(str(error)) from error
    host.retract_fact(ruleset, fact)


class Peer:
    """Folded conditions in rulesets that are small enough never to be refused."""

    name = "durable_rules"
    version = version_of("durable_rules")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        self._answers = Answers(decision, folded)
        self._ran: set[int] = set()
        self._facts = count(1)
        groups: list[dict[int, dict[str, Any]]] = [{}]
        room = _MOST_BRANCHES
        for number, condition in enumerate(folded.conditions):
            tree = definition(condition)
            if (needs := _branches(tree)) > room:
                groups.append({})
                room = _MOST_BRANCHES
            groups[-1][number] = tree
            room -= needs
        self._names = [_ruleset(group, self._ran) for group in groups]

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        self._ran.clear()
        fact = _fact(next(self._facts), brief)
        for name in self._names:
            _ask(name, dict(fact))
        return self._answers.result(self._ran)


class Whole:
    """All rules in one ruleset, a fact for each candidate."""

    name = "durable_rules, one ruleset"
    version = version_of("durable_rules")

    def __init__(self, decision: Decision) -> None:
        self._decision = decision
        self._ran: set[int] = set()
        self._facts = count(1)
        trees = {number: definition(rule.when) for number, rule in enumerate(decision.rules)}
        self._name = _ruleset(trees, self._ran)

    def decide(self, brief: Record) -> Result:
        """Fired ids, points and exclusion, for each candidate; raises on a refused fact."""
        return [self._outcome(brief, candidate) for candidate in self._decision.candidates]

    def _outcome(self, brief: Record, candidate: Record) -> Outcome:
        self._ran.clear()
        number = next(self._facts)
        _ask(self._name, _fact(number, brief, candidate) | {"sid": f"session{number}"})
        fired = [self._decision.rules[number] for number in sorted(self._ran)]
        points = dict.fromkeys(CRITERIA, 0)
        for rule in fired:
            if rule.criterion:
                points[rule.criterion] += rule.points
        excluded = any(not rule.criterion for rule in fired)
        return tuple(rule.id for rule in fired), tuple(points.values()), excluded
