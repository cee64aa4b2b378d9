"""The bit index: the compiled executor for single evaluations.

Once plugins are loaded, a candidate's constants never change, so they are worked into its
conditions. What is left becomes conjunctions of tests, each a bit of one wide integer, ordered
by candidate and clause. A brief is judged with one lookup a variable: the lookup gives the bits
of the conjunctions that the value makes false. Bits that nothing made false, and whose
variables are all known, have fired.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from channelwise.brief.answers import Value
from channelwise.evaluate.clauses import Candidate, Clause, Outcome
from channelwise.evaluate.readers import Reader, reader
from channelwise.evaluate.terms import Term, TooManyTerms, renamed, terms
from channelwise.rules.condition import Condition, FieldRef, Test, fields_of, fold, tests, truth


@dataclass(frozen=True, slots=True)
class _Lookup:
    """One variable: `all` are the bits of the conjunctions that ask for it."""

    name: str
    all: int
    read: Reader


@dataclass(frozen=True, slots=True)
class _Walked:
    """A condition that the index cannot hold: compared fields, or too many alternatives."""

    bit: int
    condition: Condition
    constants: Mapping[str, Value]


@dataclass(slots=True)
class _Draft:
    """What has been gathered while building."""

    pairs: dict[str, dict[Test, int]] = field(default_factory=dict)
    single: int = 0  # bits whose clause is one conjunction: they are the clause's own bit
    always: int = 0
    spare: list[tuple[int, int]] = field(default_factory=list)  # (further bit, clause's bit)
    walked: list[_Walked] = field(default_factory=list)
    next_bit: int = 0


class BitIndex:
    """Judges all candidates with one lookup for each variable that any condition reads."""

    def __init__(self, clauses: Sequence[Clause], candidates: Sequence[Candidate]) -> None:
        self._width = len(clauses)
        self._count = len(candidates)
        draft = _Draft(next_bit=self._width * self._count)
        for number, candidate in enumerate(candidates):
            for position in candidate.clauses:
                bit = number * self._width + position
                _place(draft, bit, clauses[position].condition, candidate)
        self._always = draft.always
        self._known = draft.single | sum(1 << bit for bit, _ in draft.spare)
        self._spare = tuple((1 << bit, 1 << home) for bit, home in draft.spare)
        self._spare_mask = sum(bit for bit, _ in self._spare)
        self._walked = tuple(draft.walked)
        self._lookups = tuple(
            _Lookup(name, _union(pairs.values()), reader(tuple(pairs.items())))
            for name, pairs in sorted(draft.pairs.items())
        )

    def judge(self, values: Mapping[str, Value]) -> list[Outcome]:
        false = missing = 0
        for lookup in self._lookups:
            value = values.get(lookup.name)
            if value is None:
                missing |= lookup.all
            else:
                false |= lookup.read(value)
        fired = self._known & ~(false | missing)
        unknown = missing & ~false
        if self._spare:
            fired, unknown = self._gather(fired, unknown)
        fired |= self._always
        if self._walked:
            fired, unknown = self._walk(values, fired, unknown)
        return self._split(fired, unknown)

    def _gather(self, fired: int, unknown: int) -> tuple[int, int]:
        """Brings the bits of further alternatives home to their clauses."""
        home_fired = fired & ~self._spare_mask
        home_unknown = unknown & ~self._spare_mask
        for bit, home in self._spare:
            if fired & bit:
                home_fired |= home
            elif unknown & bit:
                home_unknown |= home
        return home_fired, home_unknown & ~home_fired

    def _walk(self, values: Mapping[str, Value], fired: int, unknown: int) -> tuple[int, int]:
        for walked in self._walked:
            result = truth(walked.condition, {**values, **walked.constants})
            if result:
                fired |= walked.bit
            elif result is None:
                unknown |= walked.bit
        return fired, unknown

    def _split(self, fired: int, unknown: int) -> list[Outcome]:
        width = self._width
        mask = (1 << width) - 1
        return [
            Outcome((fired >> shift) & mask, (unknown >> shift) & mask)
            for shift in (number * width for number in range(self._count))
        ]


def _union(masks: Iterable[int]) -> int:
    result = 0
    for mask in masks:
        result |= mask
    return result


def _place(draft: _Draft, bit: int, condition: Condition, candidate: Candidate) -> None:
    folded = fold(condition, candidate.constants)
    if folded is True:
        draft.always |= 1 << bit
    if isinstance(folded, bool):
        return
    left = renamed(folded, candidate.variables)
    try:
        found = terms(left)
    except TooManyTerms:
        found = ()
    if not found or _compares_fields(left):
        draft.walked.append(_Walked(1 << bit, left, _needed(left, candidate.constants)))
        return
    _place_terms(draft, bit, found)


def _place_terms(draft: _Draft, bit: int, found: Sequence[Term]) -> None:
    """A single conjunction takes the clause's own bit; of several, each takes a further one."""
    homes = [bit]
    if len(found) == 1:
        draft.single |= 1 << bit
    else:
        homes = list(range(draft.next_bit, draft.next_bit + len(found)))
        draft.next_bit += len(found)
        draft.spare.extend((spare, bit) for spare in homes)
    for home, term in zip(homes, found, strict=True):
        for test in term:
            pairs = draft.pairs.setdefault(test.field, {})
            pairs[test] = pairs.get(test, 0) | 1 << home


def _compares_fields(condition: Condition) -> bool:
    return any(isinstance(test.value, FieldRef) for test in tests(condition))


def _needed(condition: Condition, constants: Mapping[str, Value]) -> dict[str, Value]:
    return {name: constants[name] for name in fields_of(condition) if name in constants}
