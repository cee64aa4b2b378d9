"""Rewritten conditions keep their meaning, unknown included."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings

from channelwise.evaluate.clauses import Clause, bits, clauses
from channelwise.evaluate.terms import MOST_TERMS, Term, TooManyTerms, renamed, terms
from channelwise.rules.condition import (
    All,
    Any_,
    Condition,
    Not,
    Truth,
    fields_of,
    fold,
    truth,
)
from channelwise.rules.condition import Test as Check
from channelwise.rules.fields import OPERATORS
from strategies import CONSTANTS, KINDS, Plain, conditions, some_values

_FREE = tuple(name for name in KINDS if name not in CONSTANTS)


def _meaning(found: tuple[Term, ...], values: Plain) -> Truth:
    return truth(Any_(tuple(All(tuple(term)) for term in found)), values)


@settings(max_examples=300)
@given(condition=conditions(compared=False), values=some_values())
def test_terms_keep_the_meaning(condition: Condition, values: Plain) -> None:
    """A condition and its alternatives are true, false and unknown together."""
    try:
        found = terms(condition)
    except TooManyTerms:
        assume(False)
    assert len(found) <= MOST_TERMS
    assert _meaning(found, values) is truth(condition, values)


_EACH_OPERATOR = [
    *(("number", operator, 2) for operator in OPERATORS["number"] if operator != "between"),
    ("number", "between", (1, 3)),
    ("number", "between", (2, 2)),
    *(("word", operator, "b") for operator in ("is", "is_not")),
    *(("word", operator, frozenset("bc")) for operator in ("in", "not_in")),
    *(("words", operator, frozenset("bc")) for operator in OPERATORS["words"]),
    ("flag", "is", True),
]
_EACH_VALUE: dict[str, list[Any]] = {
    "number": [None, 0, 1, 1.5, 2, 2.0, 2.5, 3, 3.0, 4],
    "word": [None, "a", "b", "c"],
    "words": [None, *map(frozenset, ("", "a", "b", "bc", "abc"))],
    "flag": [None, True, False],
}


@pytest.mark.parametrize(("kind", "operator", "operand"), _EACH_OPERATOR)
def test_each_operator_and_its_negation(kind: str, operator: str, operand: Any) -> None:
    """Of each operator, the test and its `not` keep their meaning at, between and beside bounds."""
    field = f"brief.{kind}"
    for condition in (test := Check(field, operator, operand), Not(test), Not(Not(test))):
        for value in _EACH_VALUE[kind]:
            values = {} if value is None else {field: value}
            assert _meaning(terms(condition), values) is truth(condition, values), value


@settings(max_examples=300)
@given(condition=conditions(), constants=some_values(CONSTANTS), free=some_values(_FREE))
def test_fold_keeps_the_meaning(condition: Condition, constants: Plain, free: Plain) -> None:
    """A condition with constants worked in means the same, whatever the brief says."""
    folded = fold(condition, constants)
    expected = truth(condition, {**free, **constants})
    found = folded if isinstance(folded, bool) else truth(folded, {**free, **constants})
    assert found is expected


@given(condition=conditions(compared=False), constants=some_values(CONSTANTS))
def test_fold_leaves_no_constant(condition: Condition, constants: Plain) -> None:
    """After folding, no field with a constant value is read any more."""
    folded = fold(condition, constants)
    if not isinstance(folded, bool):
        assert not fields_of(folded) & set(constants)


@given(condition=conditions(), values=some_values())
def test_renaming_keeps_the_meaning(condition: Condition, values: Plain) -> None:
    """With fields and values renamed alike, a condition means the same."""
    names = {name: f"{name}@1" for name in KINDS}
    moved = {names[name]: value for name, value in values.items()}
    assert truth(renamed(condition, names), moved) is truth(condition, values)


@given(condition=conditions(), values=some_values())
def test_an_answer_never_turns_a_known_truth(condition: Condition, values: Plain) -> None:
    """What is true or false with some answers missing stays so when they are given."""
    for count in range(min(len(values), 3)):
        for left_out in combinations(sorted(values), count + 1):
            fewer = {name: value for name, value in values.items() if name not in left_out}
            before = truth(condition, fewer)
            assert before is None or before is truth(condition, values)


@given(condition=conditions(), values=some_values())
def test_not_turns_truth_and_leaves_unknown(condition: Condition, values: Plain) -> None:
    """`not` swaps true and false, and leaves unknown unknown."""
    inner = truth(condition, values)
    assert truth(Not(condition), values) is (None if inner is None else not inner)


def test_a_contradiction_stays_unknown() -> None:
    """Nothing is simplified that may be unknown: `a and not a` is, as long as `a` is."""
    a = Check("brief.flag", "is", True)
    assert _meaning(terms(All((a, Not(a)))), {}) is None
    assert _meaning(terms(Any_((a, Not(a)))), {}) is None


def test_too_many_alternatives_are_refused() -> None:
    """More alternatives than the limit raise a signal; as many as the limit do not."""

    def choice(count: int, name: str) -> Condition:
        return Any_(tuple(Check(f"brief.{name}{n}", "is", "a") for n in range(count)))

    assert len(terms(All((choice(8, "a"), choice(8, "b"))))) == MOST_TERMS
    with pytest.raises(TooManyTerms):
        terms(All((choice(8, "a"), choice(9, "b"))))
    with pytest.raises(TooManyTerms):
        terms(choice(MOST_TERMS + 1, "a"))


@pytest.mark.parametrize(
    ("mask", "found"),
    [(0, []), (1, [0]), (0b1010, [1, 3]), (1 << 200, [200]), ((1 << 70) - 1, list(range(70)))],
)
def test_bits(mask: int, found: list[int]) -> None:
    """The positions of set bits, rising, however wide the number."""
    assert bits(mask) == found


def test_bands_do_not_overlap() -> None:
    """Of a banded rule, exactly one clause holds for a number up to the last end."""
    from channelwise.load.rulebook import load

    for rule in load(strict=False).rules:
        made = clauses([rule])
        if len(made) < 2:
            continue
        by = rule.then.by  # type: ignore[union-attr]
        last = rule.then.steps[-1].at_most  # type: ignore[union-attr]
        for number in range(-1, 120):
            holding = [clause for clause in made if _band_holds(clause, by, number)]
            assert len(holding) == (1 if last is None or number <= last else 0), rule.id


def _band_holds(clause: Clause, by: str, number: int) -> bool:
    assert isinstance(clause.condition, All)
    ends = [part for part in clause.condition.parts[1:]]
    return all(truth(end, {by: number}) for end in ends)
