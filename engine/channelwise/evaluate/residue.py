"""Residues: what is left of a condition once a candidate's constants are worked into it.

A clause is folded once for all candidates that agree in the constants it reads; so what a
network settles is not worked out again for each of its strategies.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from channelwise.brief.answers import Value
from channelwise.evaluate.clauses import Candidate, Clause
from channelwise.evaluate.terms import Term, TooManyTerms, terms
from channelwise.rules.condition import Condition, FieldRef, fields_of, fold, tests


@dataclass(frozen=True, slots=True, eq=False)
class Residue:
    """A condition on the brief and on measures, as alternatives (`terms`).

    Without terms it has to be walked, with those constants: it compares fields, or has too many
    alternatives. Residues are compared by identity; of equal alternatives there is one.
    """

    condition: Condition
    terms: tuple[Term, ...]
    constants: Mapping[str, Value]
    fields: tuple[str, ...]


class Asked(NamedTuple):
    """A residue, and the variables that hold its fields for some candidates."""

    residue: Residue
    variables: tuple[str, ...]


class Residues:
    """Folds clauses, and remembers what is left of them."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._conditions = [clause.condition for clause in clauses]
        self._reads = [tuple(fields_of(condition)) for condition in self._conditions]
        self._folded: dict[tuple[object, ...], Residue | bool] = {}
        self._by_terms: dict[tuple[Term, ...], Residue] = {}

    def of(self, candidate: Candidate) -> Iterator[tuple[int, Asked | None]]:
        """Clauses that can fire for the candidate, by position; None if it always does."""
        names = candidate.variables.get
        for position in candidate.clauses:
            left = self._left(position, candidate)
            if left is True:
                yield position, None
            elif left is not False:
                yield position, Asked(left, tuple(map(names, left.fields, left.fields)))

    def _left(self, position: int, candidate: Candidate) -> Residue | bool:
        key = (position, *map(candidate.constants.get, self._reads[position]))
        left = self._folded.get(key)
        if left is None:
            left = self._folded[key] = self._fold(self._conditions[position], candidate.constants)
        return left

    def _fold(self, condition: Condition, constants: Mapping[str, Value]) -> Residue | bool:
        folded = fold(condition, constants)
        if isinstance(folded, bool):
            return folded
        names, alternatives = fields_of(folded), _alternatives(folded)
        needed = {name: constants[name] for name in names if name in constants}
        residue = Residue(folded, alternatives, needed, tuple(names))
        return self._by_terms.setdefault(alternatives, residue) if alternatives else residue


def _alternatives(condition: Condition) -> tuple[Term, ...]:
    """The alternatives of a condition; none if it cannot be told by them."""
    if any(isinstance(test.value, FieldRef) for test in tests(condition)):
        return ()
    try:
        return terms(condition)
    except TooManyTerms:
        return ()
