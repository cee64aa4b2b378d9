"""Clauses and candidates: what every executor is built from.

A clause is a rule, or one band of a banded rule. A candidate is what rules judge: its
constants are the fields of network and strategy, which no brief can change.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from channelwise.brief.answers import Value
from channelwise.rules.condition import All, Condition, Test
from channelwise.rules.model import Bands, Rule


@dataclass(frozen=True, slots=True)
class Clause:
    """`rule` is the position of the rule it comes from; `add` its points, if it has any."""

    rule: int
    condition: Condition
    add: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """`clauses` are the positions of the clauses that judge it.

    `variables` renames the fields that differ between candidates (measures), so that one flat
    mapping can hold the values of all: `measure.followers` -> `measure.followers@acme/daily`.
    """

    constants: Mapping[str, Value]
    clauses: Sequence[int]
    variables: Mapping[str, str] = field(default_factory=dict)


class Outcome(NamedTuple):
    """Clauses of one candidate as bits of integers: bit n is clause n.

    `sums` are the points of the fired clauses on each criterion, if the executor knows points.
    """

    fired: int
    unknown: int
    sums: tuple[int, ...] = ()


class Executor(Protocol):
    """Judges all candidates at once."""

    def judge(self, values: Mapping[str, Value]) -> list[Outcome]:
        """One outcome for each candidate; `values` uses the candidates' variable names."""


def clauses(rules: Iterable[Rule]) -> tuple[Clause, ...]:
    """One clause for each rule, or for each band of a banded one, in the order of the rules."""
    return tuple(clause for position, rule in enumerate(rules) for clause in _of(position, rule))


def _of(position: int, rule: Rule) -> Iterable[Clause]:
    effect = rule.then
    if not isinstance(effect, Bands):
        yield Clause(position, rule.when, getattr(effect, "add", 0))
        return
    for band in effect.steps:
        ends: list[Condition] = []
        if band.above is not None:
            ends.append(Test(effect.by, "above", band.above))
        if band.at_most is not None:
            ends.append(Test(effect.by, "at_most", band.at_most))
        if not ends:  # one band without ends still needs its number to be known
            ends.append(Test(effect.by, "at_least", -(10**15)))
        yield Clause(position, All((rule.when, *ends)), band.add)


def bits(mask: int) -> list[int]:
    """The positions of the bits that are set, rising.

    Example:
        >>> bits(0b1010)
        [1, 3]
    """
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found
