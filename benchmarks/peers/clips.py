"""CLIPS (clipspy): a Rete network; the brief is asserted as a fact, rules fire, it is retracted.

Chosen form: a rule for each distinct condition, candidates folded away (`fold`). Rules that join
the brief with 16 candidate facts fire once a cell instead of once a condition, ten times as
often, and firing is what costs. Each firing adds its number to a global that is read once;
calling Python from each firing is the slower way. Tests are written as constraints of the
pattern, where CLIPS shares them among rules; an `or` of tests is a `test` after the pattern.
"""

from importlib.metadata import version as version_of
from typing import Any

import clips

from benchmarks.peers.decision import FIELDS, Condition, Decision, Record, Result, key
from benchmarks.peers.fold import Answers, fold_decision

_COMPARE = {"at_least": ">=", "at_most": "<=", "above": ">", "below": "<"}
_FIELDS = {key(name): field for name, field in FIELDS.items() if name.startswith("brief.")}
_SYMBOLS: dict[Any, Any] = {
    word: clips.Symbol(word) for field in _FIELDS.values() for word in field.words
}


def _template() -> str:
    slots = (
        f"({'multislot' if field.kind == 'words' else 'slot'} {name})"
        for name, field in _FIELDS.items()
    )
    return f"(deftemplate brief {' '.join(slots)})"


def _rule(number: int, condition: Condition) -> str:
    leaves = condition[1] if condition[0] == "all" else (condition,)
    slots: dict[str, list[str]] = {}
    tests = []
    for leaf in leaves:
        for name in _names(leaf):
            slots.setdefault(name, [])
        if leaf[0] in ("all", "any"):
            tests.append(f"(test {_expression(leaf)})")
        else:
            slots[_names(leaf)[0]].append(f"&:{_expression(leaf)}")
    pattern = " ".join(f"({name} {_variable(name)}{''.join(s)})" for name, s in slots.items())
    fire = f"(bind ?*held* (create$ ?*held* {number}))"
    return f"(defrule r{number} (brief {pattern}) {' '.join(tests)} => {fire})"


def _names(condition: Condition) -> list[str]:
    match condition:
        case ("not", part):
            return _names(part)
        case ("test", field, _, _):
            return [key(field)]
    return [name for part in condition[1] for name in _names(part)]


def _variable(name: str) -> str:
    return ("$?" if _FIELDS[name].kind == "words" else "?") + name


def _expression(condition: Condition) -> str:
    match condition:
        case ("not", part):
            return f"(not {_expression(part)})"
        case ("test", field, operator, value):
            return _test("?" + key(field), operator, value)
        case (kind, parts):
            return f"({'and' if kind == 'all' else 'or'} {' '.join(map(_expression, parts))})"
    raise ValueError(f"not a condition: {condition!r}")


def _test(name: str, operator: str, value: Any) -> str:
    match operator:
        case "is" | "is_not":
            equal = f"(eq {name} {str(value).upper() if isinstance(value, bool) else value})"
            return equal if operator == "is" else f"(not {equal})"
        case "in":
            return f"(or {' '.join(f'(eq {name} {word})' for word in value)} FALSE)"
        case "between":
            return f"(<= {value[0]} {name} {value[1]})"
        case "has_any" | "has_all":
            found = " ".join(f"(member$ {word} {name})" for word in value)
            return f"(or {found} FALSE)" if operator == "has_any" else f"(and {found} TRUE)"
        case "not_in" | "has_none":
            return f"(not {_test(name, 'in' if operator == 'not_in' else 'has_any', value)})"
    return f"({_COMPARE[operator]} {name} {value})"


class Peer:
    """A network of one fact; the numbers of the rules that fired."""

    name = "CLIPS (clipspy)"
    version = version_of("clipspy")

    def __init__(self, decision: Decision) -> None:
        folded = fold_decision(decision)
        self._answers = Answers(decision, folded)
        self._environment = environment = clips.Environment()
        environment.build(_template())
        environment.build("(defglobal ?*held* = (create$))")
        for number, condition in enumerate(folded.conditions):
            environment.build(_rule(number, condition))
        self._brief = environment.find_template("brief")
        self._held = environment.find_global("held")

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        fact = self._brief.assert_fact(**{name: _value(value) for name, value in brief.items()})
        self._environment.run()
        held = self._held.value
        fact.retract()
        self._held.value = ()
        return self._answers.result(held)


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_SYMBOLS[word] for word in value]
    return _SYMBOLS.get(value, value) if isinstance(value, str) else value
