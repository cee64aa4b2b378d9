"""The oracle: the decision taken by the plainest Python that can be read against the words."""

from collections.abc import Callable
from typing import Any

from benchmarks.peers.decision import (
    CRITERIA,
    Condition,
    Decision,
    Outcome,
    Record,
    Result,
    key,
)

OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "is": lambda have, want: have == want,
    "is_not": lambda have, want: have != want,
    "in": lambda have, want: have in want,
    "not_in": lambda have, want: have not in want,
    "has_any": lambda have, want: any(word in have for word in want),
    "has_all": lambda have, want: all(word in have for word in want),
    "has_none": lambda have, want: not any(word in have for word in want),
    "at_least": lambda have, want: have >= want,
    "at_most": lambda have, want: have <= want,
    "above": lambda have, want: have > want,
    "below": lambda have, want: have < want,
    "between": lambda have, want: want[0] <= have <= want[1],
}


def holds(condition: Condition, brief: Record, candidate: Record) -> bool:
    """Whether a condition is true of a brief and a candidate."""
    match condition:
        case ("all", parts):
            return all(holds(part, brief, candidate) for part in parts)
        case ("any", parts):
            return any(holds(part, brief, candidate) for part in parts)
        case ("not", part):
            return not holds(part, brief, candidate)
        case ("test", field, operator, value):
            record = brief if field.startswith("brief.") else candidate
            return OPERATORS[operator](record[key(field)], value)
    raise ValueError(f"not a condition: {condition!r}")


class Peer:
    """The oracle in the form of a peer; timed as the slowest honest Python."""

    name = "plain tree walk in Python"
    version = "-"

    def __init__(self, decision: Decision) -> None:
        self.decision = decision

    def decide(self, brief: Record) -> Result:
        """Fired ids, points by criterion and exclusion, for each candidate."""
        return [self._outcome(brief, candidate) for candidate in self.decision.candidates]

    def _outcome(self, brief: Record, candidate: Record) -> Outcome:
        fired = [rule for rule in self.decision.rules if holds(rule.when, brief, candidate)]
        points = dict.fromkeys(CRITERIA, 0)
        for rule in fired:
            if rule.criterion:
                points[rule.criterion] += rule.points
        excluded = any(not rule.criterion for rule in fired)
        return tuple(rule.id for rule in fired), tuple(points.values()), excluded
