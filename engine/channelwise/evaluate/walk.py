"""The reference executor: walks each clause's tree for each candidate. Plain, and the slowest."""

from collections.abc import Mapping, Sequence

from channelwise.brief.answers import Value
from channelwise.evaluate.clauses import Candidate, Clause, Outcome, bits
from channelwise.rules.condition import truth


class Walker:
    """Evaluates conditions as they are written, nothing folded, nothing shared."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        candidates: Sequence[Candidate],
        points: Sequence[Sequence[int]] = (),
    ) -> None:
        self._clauses, self._candidates, self._points = clauses, candidates, points

    def judge(self, values: Mapping[str, Value]) -> list[Outcome]:
        return [self._one(candidate, values) for candidate in self._candidates]

    def _one(self, candidate: Candidate, values: Mapping[str, Value]) -> Outcome:
        own = {
            field: values[variable]
            for field, variable in candidate.variables.items()
            if variable in values
        }
        seen = {**values, **candidate.constants, **own}
        fired = unknown = 0
        for position in candidate.clauses:
            result = truth(self._clauses[position].condition, seen)
            if result:
                fired |= 1 << position
            elif result is None:
                unknown |= 1 << position
        return Outcome(fired, unknown, self._sums(fired))

    def _sums(self, fired: int) -> tuple[int, ...]:
        if not self._points:
            return ()
        none = [0] * len(self._points[0])
        return tuple(map(sum, zip(none, *map(self._points.__getitem__, bits(fired)), strict=True)))
