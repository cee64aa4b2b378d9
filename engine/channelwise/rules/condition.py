"""Conditions: the tree that all executors share, and its meaning.

The logic has three values (Kleene): a test on a field without a value is unknown, `all` is
false as soon as one part is false, `any` true as soon as one is true. The walker in this
file is the reference; the other executors must agree with it on every rulebook and brief.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from channelwise.brief.answers import Value

Truth = bool | None


@dataclass(frozen=True, slots=True)
class FieldRef:
    """Stands for the value of another field on the right side of a test."""

    name: str


Operand = Value | tuple[int | float, int | float] | FieldRef


@dataclass(frozen=True, slots=True)
class Test:
    """`field: {operator: value}`."""

    field: str
    operator: str
    value: Operand


@dataclass(frozen=True, slots=True)
class All:
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Any_:  # noqa: N801 - `Any` is taken by typing
    parts: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    part: "Condition"


Condition = Test | All | Any_ | Not

ALWAYS: Final = All(())

# What each operator says of a field's value and the rule's value, once both are known.
CHECKS: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "is": lambda field, value: bool(field == value),
    "is_not": lambda field, value: bool(field != value),
    "in": lambda field, value: field in value,
    "not_in": lambda field, value: field not in value,
    "has_any": lambda field, value: not field.isdisjoint(value),
    "has_all": lambda field, value: field >= value,
    "has_none": lambda field, value: field.isdisjoint(value),
    "at_least": lambda field, value: bool(field >= value),
    "at_most": lambda field, value: bool(field <= value),
    "above": lambda field, value: bool(field > value),
    "below": lambda field, value: bool(field < value),
    "between": lambda field, value: bool(value[0] <= field <= value[1]),
}

# The operator that is true exactly where the other is false, both being unknown together.
OPPOSITE: Final[dict[str, str]] = {
    "is": "is_not", "is_not": "is", "in": "not_in", "not_in": "in", "has_any": "has_none",
    "has_none": "has_any", "at_least": "below", "below": "at_least", "at_most": "above",
    "above": "at_most",
}  # fmt: skip


def truth(condition: Condition, values: Mapping[str, Value]) -> Truth:
    """True, False, or None where it cannot be told from the values there are.

    Example:
        >>> truth(Test("brief.time.people", "at_least", 2), {}) is None
        True
    """
    if isinstance(condition, Test):
        return _test(condition, values)
    if isinstance(condition, All):
        return _conjunction(condition.parts, values)
    if isinstance(condition, Any_):
        negated = _conjunction(tuple(Not(part) for part in condition.parts), values)
        return None if negated is None else not negated
    inner = truth(condition.part, values)
    return None if inner is None else not inner


def _conjunction(parts: "tuple[Condition, ...]", values: Mapping[str, Value]) -> Truth:
    result: Truth = True
    for part in parts:
        value = truth(part, values)
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _test(test: Test, values: Mapping[str, Value]) -> Truth:
    left = values.get(test.field)
    right = values.get(test.value.name) if isinstance(test.value, FieldRef) else test.value
    if left is None or right is None:
        return None
    return CHECKS[test.operator](left, right)


def tests(condition: Condition) -> Iterator[Test]:
    """Every test of the tree, from left to right."""
    if isinstance(condition, Test):
        yield condition
    elif isinstance(condition, Not):
        yield from tests(condition.part)
    else:
        for part in condition.parts:
            yield from tests(part)


def fields_of(condition: Condition) -> frozenset[str]:
    """Names of all fields that the condition reads."""
    names: set[str] = set()
    for test in tests(condition):
        names.add(test.field)
        if isinstance(test.value, FieldRef):
            names.add(test.value.name)
    return frozenset(names)


def fold(condition: Condition, constants: Mapping[str, Value]) -> "Condition | bool":
    """The condition with constants worked in: True, False, or what is left to ask.

    Only fields of `network.` and `strategy.` are constants, and one that a network does not
    declare stays unknown: a test on it is kept, and is unknown whatever the brief says.
    """
    if isinstance(condition, Test):
        return _fold_test(condition, constants)
    if isinstance(condition, Not):
        inner = fold(condition.part, constants)
        return not inner if isinstance(inner, bool) else Not(inner)
    stop = isinstance(condition, Any_)  # the value that settles the whole at once
    left: list[Condition] = []
    for part in condition.parts:
        folded = fold(part, constants)
        if folded is stop:
            return stop
        if not isinstance(folded, bool):
            left.append(folded)
    if not left:
        return not stop
    if len(left) == 1:
        return left[0]
    return Any_(tuple(left)) if stop else All(tuple(left))


def _fold_test(test: Test, constants: Mapping[str, Value]) -> "Condition | bool":
    value = test.value
    if isinstance(value, FieldRef) and value.name in constants:
        value = constants[value.name]
    left = constants.get(test.field)
    if left is not None and not isinstance(value, FieldRef):
        return CHECKS[test.operator](left, value)
    return Test(test.field, test.operator, value)
