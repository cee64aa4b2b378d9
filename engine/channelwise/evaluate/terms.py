"""Conditions as alternatives of plain conjunctions, the form that the bit index stores.

Distributing `all` over `any` and pushing `not` down to the tests keeps the meaning in the
three-valued logic too. Nothing is simplified beyond equal tests: `a or not a` may be unknown.
"""

from collections.abc import Mapping
from typing import Final, cast

from channelwise.rules.condition import OPPOSITE, Any_, Condition, FieldRef, Not, Test

# A condition that would need more alternatives is walked instead.
MOST_TERMS: Final = 64

Term = frozenset[Test]


class TooManyTerms(Exception):  # noqa: N818 - a signal to walk, not a fault
    """The condition has more alternatives than an index should hold."""


def terms(condition: Condition) -> tuple[Term, ...]:
    """The condition's alternatives; true if all tests of one of them are."""
    return tuple(dict.fromkeys(_terms(condition, negated=False)))


def _terms(condition: Condition, *, negated: bool) -> list[Term]:
    if isinstance(condition, Test):
        return _negation(condition) if negated else [frozenset({condition})]
    if isinstance(condition, Not):
        return _terms(condition.part, negated=not negated)
    parts = [_terms(part, negated=negated) for part in condition.parts]
    if isinstance(condition, Any_) is not negated:
        return _limited([term for part in parts for term in part])
    product: list[Term] = [frozenset()]
    for part in parts:
        product = _limited([left | right for left in product for right in part])
    return product


def _limited(found: list[Term]) -> list[Term]:
    if len(found) > MOST_TERMS:
        raise TooManyTerms
    return found


def _negation(test: Test) -> list[Term]:
    """What is left of `not test`; where no single operator says it, two alternatives do."""
    opposite = OPPOSITE.get(test.operator)
    if opposite:
        return [frozenset({Test(test.field, opposite, test.value)})]
    if test.operator == "between":
        low, high = cast("tuple[float, float]", test.value)
        return [
            frozenset({Test(test.field, "below", low)}),
            frozenset({Test(test.field, "above", high)}),
        ]
    words = sorted(cast("frozenset[str]", test.value))  # not has_all: one of them is absent
    return [frozenset({Test(test.field, "has_none", frozenset({word}))}) for word in words]


def renamed(condition: Condition, names: Mapping[str, str]) -> Condition:
    """The condition with fields replaced by the variables that hold them."""
    if isinstance(condition, Test):
        value = condition.value
        if isinstance(value, FieldRef):
            value = FieldRef(names.get(value.name, value.name))
        return Test(names.get(condition.field, condition.field), condition.operator, value)
    if isinstance(condition, Not):
        return Not(renamed(condition.part, names))
    return type(condition)(tuple(renamed(part, names) for part in condition.parts))
