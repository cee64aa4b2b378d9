"""The yardstick: the fastest Python we could generate for this one decision.

Candidates are folded away (`fold`), what is left of the conditions is asked once each, and one
function is compiled for all of it. Three forms were tried; `Peer` is the first, the fastest:

- `Index`: no condition is asked. Each condition is a few conjunctions, and each value of a field
  has the bits of the cells that it does not refute; an `&` over the fields leaves those that
  hold, and tables hold the points beside the ids.
- `Lanes`: a true condition sets the bits of all its cells in one integer and adds its points for
  all candidates in another; tables turn bits into ids at the end.
- `Branches`: what one would write by hand: a branch for each condition, with an `append` and a
  `+=` for each cell.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from platform import python_version
from typing import Any

from benchmarks.peers.decision import CRITERIA, FIELDS, Condition, Decision, Record, Result, key
from benchmarks.peers.fold import Cells, fold_decision, negate
from benchmarks.peers.reference import OPERATORS

_COMPARE = {"at_least": ">=", "at_most": "<=", "above": ">", "below": "<"}


def expression(condition: Condition) -> str:
    """A folded condition as Python over local variables named after the brief's keys."""
    match condition:
        case ("not", test):
            return f"not ({expression(test)})"
        case ("test", field, operator, value):
            return _test(key(field), operator, value)
        case (kind, parts):
            joiner = " and " if kind == "all" else " or "
            return f"({joiner.join(expression(part) for part in _cheapest_first(parts))})"
    raise ValueError(f"not a condition: {condition!r}")


def _cheapest_first(parts: tuple[Condition, ...]) -> list[Condition]:
    """One comparison before several, so that most joins are decided early and cheaply."""
    return sorted(parts, key=lambda part: expression(part).count(" in "))


def _test(name: str, operator: str, value: object) -> str:
    match operator, value:
        case "is", bool():
            return name if value else f"not {name}"
        case "is", _:
            return f"{name} == {value!r}"
        case "is_not", _:
            return f"{name} != {value!r}"
        case "in" | "not_in", tuple():
            return f"{name} {operator.replace('_', ' ')} {set(value)!r}"
        case "between", (low, high):
            return f"{low} <= {name} <= {high}"
        case "has_any", tuple():
            return "(" + " or ".join(f"{word!r} in {name}" for word in value) + ")"
        case "has_all", tuple():
            return "(" + " and ".join(f"{word!r} in {name}" for word in value) + ")"
        case "has_none", tuple():
            return "(" + " and ".join(f"{word!r} not in {name}" for word in value) + ")"
    return f"{name} {_COMPARE[operator]} {value!r}"


def _load() -> list[str]:
    """Lines that bring a brief into local variables; word sets become sets, for their tests."""
    names = [(key(name), field.kind) for name, field in FIELDS.items() if name.startswith("brief.")]
    return [
        f"{name} = set(brief[{name!r}])" if kind == "words" else f"{name} = brief[{name!r}]"
        for name, kind in names
    ]


def _compile(lines: list[str], **names: object) -> Callable[[Record], Result]:
    body = "\n".join(f"    {line}" for line in lines)
    space = dict(names)
    exec(compile(f"def decide(brief):\n{body}\n", "<generated>", "exec"), space)
    decide: Callable[[Record], Result] = space["decide"]  # type: ignore[assignment]
    return decide


class Lanes:
    """Bits and lanes: one `|` and one `+` for each condition that holds."""

    name = "generated Python, bits and lanes"
    version = python_version()

    def __init__(self, decision: Decision) -> None:
        folded, cells = fold_decision(decision), Cells(decision)
        lines = _load()
        lines += [f"total = {cells.start(folded.always)}"]
        for condition, each in zip(folded.conditions, folded.cells, strict=True):
            lines += [f"if {expression(condition)}: total += {cells.worth(each)}"]
        lines += ["return result(total)"]
        self.decide = _compile(lines, result=cells.result)


class Index:
    """No condition is asked: values look up what they leave possible."""

    name = "generated Python, value index"
    version = python_version()

    def __init__(self, decision: Decision) -> None:
        folded, cells = fold_decision(decision), Cells(decision)
        packed = _pack([_alternatives(each) for each in folded.conditions])
        names: dict[str, object] = {"result": cells.result, "bisect": bisect_right}
        looked_up = []
        for name in FIELDS:
            tests = [_tests_of(name, bits) for bits in packed.conjunctions]
            if name.startswith("brief.") and any(tests):
                looked_up.append(_lookup(name, tests, names))
        for chunk, members in enumerate(packed.chunks):
            names[f"w{chunk}"] = _worths(members, [cells.worth(each) for each in folded.cells])
        sums = " + ".join(f"w{chunk}[b[{chunk}]]" for chunk in range(len(packed.chunks)))
        lines = [f"b = ({' & '.join(looked_up)}).to_bytes({len(packed.chunks)}, 'little')"]
        lines += [f"return result({cells.start(folded.always)} + {sums})"]
        self.decide = _compile(lines, **names)


@dataclass(frozen=True, slots=True)
class _Packed:
    """Conjunctions in chunks of eight bits; all alternatives of a condition share a chunk."""

    conjunctions: list[list[Condition]]
    chunks: list[list[int]]  # the condition of each bit


def _pack(alternatives: list[list[list[Condition]]]) -> _Packed:
    conjunctions: list[list[Condition]] = []
    chunks: list[list[int]] = [[]]
    for number in sorted(range(len(alternatives)), key=lambda n: -len(alternatives[n])):
        if len(chunks[-1]) + len(alternatives[number]) > 8:
            conjunctions += [[]] * (8 - len(chunks[-1]))
            chunks.append([])
        conjunctions += alternatives[number]
        chunks[-1] += [number] * len(alternatives[number])
    return _Packed(conjunctions, chunks)


def _alternatives(condition: Condition) -> list[list[Condition]]:
    """The disjunctive normal form: a list of lists of leaves."""
    match condition:
        case ("any", parts):
            return [each for part in parts for each in _alternatives(part)]
        case ("all", parts):
            choices = product(*(_alternatives(part) for part in parts))
            return [[leaf for part in choice for leaf in part] for choice in choices]
    return [[condition]]


def _tests_of(field: str, leaves: list[Condition]) -> list[tuple[bool, str, Any]]:
    """Those leaves that read a field, as (negated, operator, value)."""
    split = [negate(leaf) for leaf in leaves]
    return [(negated, test[2], test[3]) for negated, test in split if test[1] == field]


def _left_possible(tests: list[list[tuple[bool, str, Any]]], value: object) -> int:
    """The bits of the conjunctions that a value of one field does not refute."""
    return sum(
        1 << bit
        for bit, each in enumerate(tests)
        if all(OPERATORS[operator](value, want) != negated for negated, operator, want in each)
    )


def _lookup(field: str, tests: list[list[tuple[bool, str, Any]]], names: dict[str, object]) -> str:
    """Python that looks up a field's value; the table it needs goes into `names`."""
    name, spec = key(field), FIELDS[field]
    have, table = f"brief[{name!r}]", f"{name}_table"
    if spec.kind == "number":
        wanted = {want for each in tests for _, _, want in each}
        numbers = {n for want in wanted for n in (want if isinstance(want, tuple) else (want,))}
        edges = sorted(numbers | {number + 1 for number in numbers})
        values = [edges[0] - 1, *edges]
        names[table], names[f"{name}_edges"] = [_left_possible(tests, v) for v in values], edges
        return f"{table}[bisect({name}_edges, {have})]"
    if spec.kind == "words":
        sets = [
            {word for bit, word in enumerate(spec.words) if row >> bit & 1}
            for row in range(1 << len(spec.words))
        ]
        names[table] = [_left_possible(tests, words) for words in sets]
        names[f"{name}_bit"] = {word: 1 << bit for bit, word in enumerate(spec.words)}.__getitem__
        return f"{table}[sum(map({name}_bit, {have}))]"
    values = spec.words or (False, True)
    names[table] = {value: _left_possible(tests, value) for value in values}
    return f"{table}[{have}]"


def _worths(members: list[int], worth: list[int]) -> list[int]:
    """For each combination of a chunk's bits, what the conditions that hold add up to."""
    return [
        sum(worth[number] for number in {n for bit, n in enumerate(members) if row >> bit & 1})
        for row in range(256)  # bits beyond the members stand for nothing
    ]


class Branches:
    """A branch a condition, an `append` and a `+=` a cell."""

    name = "generated Python, branches"
    version = python_version()

    def __init__(self, decision: Decision) -> None:
        folded, count = fold_decision(decision), len(decision.candidates)
        where = {cell: n for n, cells in enumerate(folded.cells) for cell in cells}
        always = set(folded.always)
        lines = _load()
        for place in range(count):
            lines += [f"l{place} = []; a{place} = l{place}.append; x{place} = 0"]
            lines += [f"p{place}_{number} = 0" for number in range(len(CRITERIA))]
        lines += [f"c{n} = {expression(each)}" for n, each in enumerate(folded.conditions)]
        for number, rule in enumerate(decision.rules):
            blocks: dict[str, list[int]] = defaultdict(list)
            for place in range(count):
                if (number, place) in always:
                    blocks["True"].append(place)
                elif (number, place) in where:
                    blocks[f"c{where[number, place]}"].append(place)
            for test, places in blocks.items():
                lines += [f"if {test}:"]
                for place in places:
                    lines += [
                        f"    a{place}({rule.id!r}); {_effect(place, rule.criterion)}{rule.points}"
                    ]
        outcomes = []
        for place in range(count):
            points = ", ".join(f"p{place}_{number}" for number in range(len(CRITERIA)))
            outcomes.append(f"(tuple(l{place}), ({points}), x{place} > 0)")
        lines += [f"return [{', '.join(outcomes)}]"]
        self.decide = _compile(lines)


def _effect(place: int, criterion: str) -> str:
    if not criterion:
        return f"x{place} = 1 + "
    return f"p{place}_{CRITERIA.index(criterion)} += "


Peer = Index
